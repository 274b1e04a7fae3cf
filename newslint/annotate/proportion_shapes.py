"""The words that tie a percentage to two other figures, in whatever order the three stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.kept.regexes import compiled
from newslint.reckonings import ProportionKind

_WORDS = r"(?:\s+[\w'’-]+)"
THE = (
    r"(?:\s+(?:the|its|an?|his|her|their|all|those))?(?:\s+[\w-]+['’]s?)?"
    r"(?:\s+(?:total|estimated|original|full|overall|entire|planned|reported))?\s*"
)
_OR = (
    r"(?:,?\s+or|,?\s+(?:which|that)\s+is|,?\s+(?:equal|equivalent|amounting)\s+to|,?\s+worth|\s*\(|\s+[–—-]|\s*—"
    r"|,\s+an?\s+(?:proportion|rate|share)\s+of"
    r"|[.;]\s+(?:That|This|It)\s+(?:is|was|equals|represents|amounts\s+to))\s*"
)
_STEP = (
    r"(?:rise|increase|jump|gain|growth|leap|surge|climb|hike"
    r"|fall|drop|decline|decrease|cut|reduction|dip|slump|loss|plunge|slide)"
)
_ENDS = (
    r"(?:\s+(?!(?:of|to|from|more|less|fewer|higher|lower|above|below|an?|per|each|every|than|on|in|for)\b)[\w'’-]+){0,3}?"
    r"\s*(?:[.,;:)\]!?–—]|$)"
)
# When, or of what, something rose; not by what measure ("at constant rates", "a year").
_AN_AVERAGE = r"(?:an?\s+(?:average|mean|median|total)\s+of\s+)?"
_WHEN = (
    r"(?:\s+between\s+\d{4}\s+and\s+\d{4})?"
    r"(?:\s+(?!(?:adjusted|after|an?|and|annually|as|at|average|because|before|but|by|each|every|excluding|from|if|like|not|per|than"
    r"|that|to|underlying|when|which|while|who|with|yearly|(?:month|quarter|year)[\s-]on)\b)[\w'’-]+){0,7}?"
)
# Of what, when and where a figure is, before the comma that its change stands behind.
_OF_WHAT = r"(?:\s+(?!(?:and|as|but|if|that|when|which|while|who|with)\b)[\w'’&.-]+){0,10}?"
_MOVED = (
    rf"(?:up|down|(?:which\s+(?:is|was)\s+)?an?\s+(?:[\w-]+\s+)?{_STEP}\s+of"
    r"|having\s+(?:risen|fallen|grown|dropped)(?:\s+by)?|(?:rising|falling)(?:\s+by)?)"
)
_COMPARED = r"(?:(?:up|down)\s+from|from|(?:as\s+)?compared\s+(?:with|to)|against|versus)"
_EARLIER = (
    r"(?:(?:the\s+(?:previous|prior)|the|its|their|last|a)"
    r"(?:\s+(?:year|month|week|season|quarter)(?:\s+(?:ago|earlier|before))?['’]s?)?\s+)?"
)
_IS_NOW = r"(?:,?\s+(?:and|but))?,?\s+(?:now\s+)?(?:is|are|has|have|stands?\s+at)\s+(?:now\s+)?(?:only\s+|just\s+)?"
_BREAK = r"(?:,|\s[–—-]|—|\s?\()\s*"
_CLOSE_AT = (
    r"(?:(?:lower|higher|up|down|better),?\s+)?"
    r"(?:to\s+|at\s+|(?:to|and)\s+(?:close|end|finish|settle|trade)d?(?:ed)?(?:\s+the\s+(?:day|week|session|year))?\s+at\s+)"
)
_TRADED = r"(?:,?\s+(?:on\s+\w+day|in\s+[\w-]+(?:\s+\w+)?\s+trading))?"
_WORTH = r"(?:\s+of|\s+worth|\s+valued\s+at|\s+costing|\s+priced\s+at)"
_ITS_OWN_OF = r"(?:\s+(?!(?:them|these|those|this|whom|which|in|at|on|for|from|with|by)\b)[\w'’-]+){1,5}?"


class Shape(NamedTuple):
    """Three quantities in a row: what each of them is, and the words between and behind them."""

    kind: ProportionKind
    roles: tuple[str, str, str]
    gaps: tuple[re.Pattern[str], re.Pattern[str]]
    behind: re.Pattern[str]
    tied: bool
    led: str


def _shape(
    kind: ProportionKind, roles: str, first: str, second: str, behind: str = "", *, tied: bool = True, led: str = "verb"
) -> Shape:
    """``led`` is empty where a change needs no verb before it, as it is named behind the first figure; of some "from" will do."""
    a, b, c = roles.split()
    return Shape(kind, (a, b, c), (compiled(first), compiled(second)), compiled(behind), tied, led)


SHAPES = (
    _shape("amount", "rate whole part", rf"\s+(?:of|on){THE}", rf"{_WORDS}{{0,4}}?{_OR}", _ENDS),
    _shape("amount", "rate whole part", rf"\s+(?:of|on){THE}", rf"{_WORDS}{{0,4}}?,\s*", _ENDS, tied=False),
    _shape("share", "part whole rate", rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{THE}", rf"{_WORDS}{{0,5}}?{_OR}", _ENDS),
    _shape(
        "share",
        "rate part whole",
        rf"(?:\s+of{_WORDS}{{1,3}}?)?(?:{_OR}|:\s*)",
        rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{THE}",
        _ENDS,
    ),
    _shape("share", "part rate whole", rf"{_WORDS}{{0,3}}?(?:{_OR}|,\s*)", rf"[,)]?\s+of{THE}"),
    _shape("share", "part rate whole", rf"{_WORDS}{{0,3}}?(?:{_OR}|,\s*)", rf"[,)]?\s+of{_ITS_OWN_OF}{_WORTH}\s+(?:the\s+)?"),
    _shape("share", "part whole rate", rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{THE}", rf"{_WORDS}{{0,5}}?,\s*", r"\s*(?:[.;)]|$)"),
    _shape(
        "share",
        "whole part rate",
        rf"{_OF_WHAT},?\s*(?:(?:only|just|but|some|fewer\s+than)\s+)?",
        rf"{_WORDS}{{0,4}}?\s*(?:\(|,\s+or\s+|,\s+an?\s+(?:[\w-]+\s+)?(?:turnout|rate|share|proportion)\s+of\s+|\s[–—-]\s)",
        r"(?:\s+of\s+(?:them|the\s+total))?\s*(?:\)|,|\.|;|$|\s[–—-]\s)",
    ),
    _shape(
        "share",
        "rate whole part",
        rf"(?:{_WORDS}{{0,4}}?[:;.]\s+|\s+[–—-]\s+)[Oo]f{THE}",
        rf"{_OF_WHAT},\s*(?:only\s+|just\s+)?",
    ),
    _shape("change", "rate new old", rf"{_WHEN},?\s+(?:to|at)\s*", rf"{_WORDS}{{0,3}}?,?\s+{_COMPARED}\s+{_EARLIER}"),
    _shape("change", "rate old new", rf"{_WHEN},?\s+from\s*{_AN_AVERAGE}", rf"{_WORDS}{{0,4}}?,?\s+to\s*{_AN_AVERAGE}"),
    _shape("change", "rate new old", rf"\s+{_STEP}{_WHEN},?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+{_COMPARED}\s+{_EARLIER}", led=""),
    _shape("change", "rate old new", rf"\s+{_STEP}{_WHEN},?\s+from\s*{_AN_AVERAGE}", rf"{_WORDS}{{0,4}}?,?\s+to\s*", led=""),
    _shape(
        "change",
        "new rate old",
        rf"{_OF_WHAT}{_BREAK}{_MOVED}\s*",
        rf",?\s+(?:from|on|against|compared\s+with)\s+{_EARLIER}",
        led="",
    ),
    _shape(
        "change",
        "new rate old",
        rf"{_OF_WHAT}{_BREAK}(?:or\s+|an?\s+)?",
        rf"\s+(?:more|higher|up|less|fewer|lower|down)\s+(?:than|on|from)\s+{_EARLIER}",
        led="",
    ),
    _shape(
        "change", "new rate old", rf"{_OF_WHAT}{_BREAK}an?\s+(?:[\w-]+\s+)?", rf"\s+{_STEP}\s+(?:from|on)\s+{_EARLIER}", led=""
    ),
    _shape(
        "change",
        "new old rate",
        rf"{_OF_WHAT},?\s+{_COMPARED}\s+(?:just\s+|only\s+)?{_EARLIER}",
        rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*",
        _ENDS,
        led="",
    ),
    _shape(
        "change",
        "new old rate",
        rf"{_OF_WHAT},?\s+{_COMPARED}\s+(?:just\s+|only\s+)?{_EARLIER}",
        rf"{_OF_WHAT}{_BREAK}an?\s*",
        rf"\s+{_STEP}\b",
        led="",
    ),
    _shape("change", "new old rate", rf"{_WORDS}{{0,3}}?,?\s+from\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("change", "old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("change", "old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+an?\s*", rf"\s+{_STEP}\b"),
    _shape("change", "old new rate", rf"{_OF_WHAT},?\s+to\s*", rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*", _ENDS, led="from"),
    _shape("change", "old new rate", rf"{_OF_WHAT},?\s+to\s*", rf"{_OF_WHAT}{_BREAK}an?\s*", rf"\s+{_STEP}\b", led="from"),
    _shape("change", "old new rate", rf"{_OF_WHAT}{_IS_NOW}", rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*", _ENDS, led=""),
    _shape("step", "step new rate", rf"\s+(?:lower|higher|up|down){_TRADED},?\s+at\s*", rf",\s+{_MOVED}\s*", _ENDS),
    _shape("step", "rate step new", r",?\s+or\s*", rf"{_WORDS}{{0,1}}?{_TRADED},?\s+{_CLOSE_AT}"),
    _shape("step", "step rate new", rf"{_WORDS}{{0,1}}?,?\s+or\s*", rf"{_TRADED},?\s+{_CLOSE_AT}"),
    _shape("step", "step rate new", rf"{_WORDS}{{0,1}}?\s*\(", rf"\){_TRADED},?\s+{_CLOSE_AT}"),
)

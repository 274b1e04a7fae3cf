"""Multiples: "doubled", "a fivefold rise", "twice the", with the two figures beside them. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from newslint.annotate.asides import ASIDE
from newslint.annotate.fellows import beside
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.needles import each
from newslint.reckonings import Multiple
from newslint.spans import Cover, Span

_N = r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?:\.\d+)?)"
_APPROXIMATORS = {
    "more": r"(?:more|greater)\s+than|over|well\s+over|in\s+excess\s+of|upwards\s+of",
    "least": r"at\s+least|no\s+less\s+than",
    "nearly": r"nearly|almost|close\s+to|just\s+under|virtually|not\s+quite|all\s+but",
    "about": r"about|around|roughly|approximately|some|effectively|practically|up\s+to|an\s+estimated|as\s+much\s+as|under",
}
_APPROXIMATOR = "|".join(f"(?P<{name}>{words})" for name, words in _APPROXIMATORS.items())
_BY_HALF = (
    r"(?:cut|cuts|cutting|reduc(?:ed?|es|ing)|fell|fall(?:s|en)?|drop(?:s|ped)?|down)(?:\s+[\w'’-]+){0,3}?\s+(?:by|in)\s+half"
)
_VERBS = {
    "2": r"doubl(?:ed?|es(?!\s+(?:champion|court|draw|event|final|match|partner|team|title))|ing)",
    "3": r"tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)",
    "4": r"quadrupl(?:e[sd]?|ing)",
    "5": r"quintupl(?:e[sd]?|ing)",
    "0.5": rf"halv(?:e[sd]?|ing)|{_BY_HALF}",
}
_TIMES = {"2": r"twice|double", "3": r"triple|treble|thrice", "4": r"quadruple", "0.5": "half"}
_NUMBERS = dict(
    zip(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), map(Decimal, range(2, 11)), strict=True)
)


def _either(words: dict[str, str]) -> str:
    return "|".join(f"(?P<x{value.replace('.', '_')}>{spellings})" for value, spellings in words.items())


_RISE = r"(?:climb|gain|growth|hike|increase|jump|leap|rise|surge)"
_CHANGED = compiled(
    rf"""\b(?:(?:{_APPROXIMATOR})\s+)?(?:{_either(_VERBS)}
    |(?:(?P<fold>{_N}-?\s?fold)|(?P<doubling>doubling)|(?P<trebling>tripling|trebling))(?:\s+{_RISE})?
    |(?:by\s+)?a\s+factor\s+of\s+{_N.replace("number", "factor")})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPARED = compiled(
    rf"""(?P<lead>(?:\s+[\w'’-]+){{0,6}}?,?\s+(?:(?:is|are|was|were|or|at|which\s+(?:is|was)|that\s+(?:is|was))\s+)?|\s?[(–—-]\s?)
    (?P<words>(?:(?:{_APPROXIMATOR})\s+)?(?:{_either(_TIMES)}|{_N}\s+times))\s+
    (?:the|its|their|his|her|that\s+of|as\s+(?:many|much)\s+as|last\s+(?:year|week|month|season)['’]s)(?:(?:\s+[\w'’-]+){{0,3}}?\s+(?:figure|level|total|number|estimate|cost|price|budget|average|sum|amount)\s+of)?\s+(?:the\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_STEPPED = compiled(
    rf"""(?P<lead>(?:\s+(?!(?:and|but|that|which|while|who)\b)[\w'’-]+){{0,10}}?(?:,|\s[–—-]|—)\s*an?\s+(?:[\w-]+\s+)?)
    (?P<words>(?:(?:{_APPROXIMATOR})\s+)?{_N}-?\s?fold\s+(?:{_RISE}|(?P<fall>cut|decline|decrease|drop|fall|reduction)))\s+(?:from|on)\s+(?:the\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)
# What may stand between the words of a multiple and its figures: when, how and of what, but no other change.
_STOPS = r"and|as|after|because|before|but|from|than|that|to|when|whereas|which|while|who"
_FILLER = rf"(?:,?(?:\s+between\s+\S+\s+and\s+\S+)?(?:\s+(?!(?:{_STOPS})\b)[\w'’%$£€,-]+){{0,8}}?,?\s+)"
_A_LEVEL = r"(?:just\s+|only\s+|an?\s+(?:[\w-]+\s+)?(?:average|estimate|high|low|peak|total)\s+of\s+)?"
_TO_FROM = compiled(rf"{_FILLER}(?P<way>from|to)\s+{_A_LEVEL}$")
_GAP = compiled(rf"(?:\s+(?!(?:{_STOPS})\b)[\w'’-]+){{0,4}}?,?\s+(?P<way>from|to)\s+{_A_LEVEL}")
_COMPARED_WITH = compiled(
    rf"(?:\s+(?!(?:{_STOPS})\b)[\w'’-]+){{0,8}}?,?\s+(?:(?:up|down)\s+from|(?:as\s+)?compared\s+(?:with|to)|against|versus)\s+(?:just\s+|only\s+)?"
    r"(?:(?:the|its|their|last\s+(?:year|month|week|season)['’]s)\s+)?"
)
_BEHIND = compiled(
    r"(?:\s+[\w'’-]+){0,8}?(?:,|\s[–—-]|—)\s+(?:(?:up|down|or)\s+|an?\s+|(?:more\s+than\s+|nearly\s+|almost\s+)?(?=doubl|trebl|tripl|halv))?"
)
_CLOSES = compiled(r"(?:\s+(?:that|it|as\s+(?:many|much)))?\s*(?:[.,;:)–—]|$)")
_FROM_TO = compiled(r"\b(?P<way>from|to)\s+(?:just\s+|only\s+)?$")
_REACH = 110
_MANY, _QUARTER = 4, Decimal("0.25")
_NO_LEVEL = compiled(r"\s+(?:times?\b|to\s+one\b|more\b|fewer\b|less\b|higher\b|lower\b)")


class _Words(NamedTuple):
    """A multiple in words: where, what it is and what its approximator allows."""

    start: int
    end: int
    times: Decimal
    low: Decimal
    high: Decimal | None


def multiples(doc: Document) -> tuple[Multiple, ...]:
    """Every multiple with the figures that it leads from and to, in text order."""
    text = doc.body
    levels = [quantity for quantity in doc.all(Quantity) if _is_level(text, quantity)]
    if len(levels) < 2:
        return ()
    asides = Cover(Span(*aside.span()) for aside in ASIDE.finditer(text))
    row = [quantity for quantity in levels if not asides.touches(quantity.figure)]
    starts = [quantity.start for quantity in row]
    sentences = doc.all(Sentence)
    opened = [sentence.start for sentence in sentences]
    found: dict[int, Multiple] = {}
    for match in each(_CHANGED, text):
        at = bisect_right(opened, match.start()) - 1
        if at < 0:
            continue
        first, last = max(sentences[at].start, match.start() - 2 * _REACH), min(sentences[at].end, match.end() + 2 * _REACH)
        here = row[bisect_left(starts, first) : bisect_left(starts, last)]
        words = _read(match, match.start(), match.end())
        timeless = [one for one in here if one.scale is None or one.scale.dimension != "time"]
        if len(here) > 1 and (multiple := _changed(text, words, here) or _changed(text, words, timeless)):
            found.setdefault(multiple.old.start, multiple)
    for multiple in _compared(text, row):
        found.setdefault(multiple.old.start, multiple)
    return tuple(sorted(found.values(), key=lambda multiple: multiple.start))


def _is_level(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is one figure above nought that something may rise or fall to."""
    if quantity.kind not in ("count", "money", "measure", "percent") or len(quantity.value) > 1 or quantity.value[0] <= 0:
        return False
    return quantity.noun != "time" and not _NO_LEVEL.match(text, quantity.end)


def _read(match: re.Match[str], start: int, end: int) -> _Words:
    """What the words of a match stand for."""
    named = match.groupdict()
    times = next((Decimal(name[1:].replace("_", ".")) for name, words in named.items() if words and name[0] == "x"), None)
    number = named.get("number") or named.get("factor")
    if times is None:
        number = (number or "").lower()
        times = _NUMBERS.get(number) or (Decimal(number) if number else Decimal(3 if named.get("trebling") else 2))
    tenth, fifth = times / 10, times / 5
    if named["more"] or named["least"]:
        return _Words(start, end, times, times, None) if times >= 1 else _Words(start, end, times, Decimal(0), times)
    if named["nearly"]:
        low, high = (times - fifth, times + tenth / 4) if times >= 1 else (times - tenth / 4, times + fifth)
        return _Words(start, end, times, low, high)
    reach = fifth if named["about"] else _QUARTER if number and times >= _MANY else 0  # 4.5 times is fourfold to many
    return _Words(start, end, times, times - reach, times + reach)


def _inverse(words: _Words) -> _Words:
    """A fourfold fall, to a quarter."""
    high = 1 / words.low if words.low else None
    return words._replace(times=1 / words.times, low=1 / words.high if words.high else Decimal(0), high=high)


def _changed(text: str, words: _Words, row: Sequence[Quantity]) -> Multiple | None:
    """The figures behind the words ("doubled to 50 from 20"), or before them ("from 20 to 50, a doubling")."""
    for one, other in pairwise(row):
        if other.end <= words.start and _alike(one, other) and _held_against(text, words, one, other):
            return _made(text, words, other, one)
        link = _GAP.fullmatch(ASIDE.sub("", text[one.end : other.start]))
        if link is None or not _alike(one, other):
            continue
        old, new = (one, other) if link["way"] == "to" else (other, one)
        if one.start > words.end and one.start - words.end < _REACH:
            lead = _TO_FROM.fullmatch(ASIDE.sub("", text[words.end : one.start]))
            if lead and lead["way"] != link["way"]:
                return _made(text, words, old, new)
        elif other.end <= words.start and _BEHIND.fullmatch(text, other.end, words.start):
            lead = _FROM_TO.search(text, max(0, one.start - 10), one.start)
            if lead and lead["way"] != link["way"]:
                return _made(text, words, old, new)
    return None


def _held_against(text: str, words: _Words, new: Quantity, old: Quantity) -> bool:
    """Such as "61 farms, compared with 38 last year, more than double"."""
    link = _COMPARED_WITH.fullmatch(ASIDE.sub("", text[new.end : old.start]))
    return link is not None and _BEHIND.fullmatch(text, old.end, words.start) is not None and bool(_CLOSES.match(text, words.end))


def _compared(text: str, row: Sequence[Quantity]) -> Iterator[Multiple]:
    """Such as "fell to 60, half the 100 of last year"."""
    for new, old in pairwise(row):
        if old.start - new.end > _REACH or not _alike(new, old):
            continue
        if match := _COMPARED.fullmatch(_blanked(text, new.end, old.start)):
            start = new.end + match.start("words")
            yield _made(text, _read(match, start, new.end + match.end("words")), old, new)
        elif match := _STEPPED.fullmatch(_blanked(text, new.end, old.start)):
            words = _read(match, new.end + match.start("words"), new.end + match.end("words"))
            yield _made(text, words if not match["fall"] else _inverse(words), old, new)


def _blanked(text: str, start: int, end: int) -> str:
    """These words with what stands in brackets made one blank word, as long as it was."""
    return ASIDE.sub(lambda aside: " " + "_" * (len(aside[0]) - 1), text[start:end])


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same, as far as their words say."""
    if one.kind != other.kind or (one.per and other.per and one.per != other.per):
        return False
    if one.unit != other.unit and not (
        one.per == other.per and one.scale and other.scale and one.scale.dimension == other.scale.dimension
    ):
        return False
    return one.noun is None or other.noun is None or one.noun == other.noun


def _made(text: str, words: _Words, old: Quantity, new: Quantity) -> Multiple:
    place = Span(words.start, words.end)
    old, new = beside(text, old, new), beside(text, new, old)
    return Multiple(place.through(old.span).through(new.span), place, words.times, words.low, words.high, old, new)

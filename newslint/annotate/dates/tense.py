"""Which way a sentence looks from its time expression: back, ahead, or not said."""

from __future__ import annotations

import re
from typing import Literal

Lean = Literal[-1, 0, 1]

_CUE = re.compile(
    r"""\b(?:
    (?P<open>(?:was|were|been)\s(?:set|due|about|likely|expected|scheduled|planned|slated|poised)\b(?:\sto\s[a-z]+)?)
    |(?P<ahead>(?:will|[’']ll|won['’]t|shall|must|should|may|could|would|might|cannot|can)(?:\s(?:not|also|be|have|been|likely|now|then|[a-z]+ly))*\s[a-z]+
      |to\sbe\s[a-z]+|going\sto|(?:is|are|be)\s(?:set|due|about|likely|expected|scheduled|planned|slated|poised)\b
      |(?<!the\s)(?:set|due|scheduled|expected|planned|slated|expects?|plans?|intends?|hopes?|aims?|vows?|planning|hoping)\sto\s[a-z]
      |(?:is|are)\sto|[Aa]head\sof|upcoming|forthcoming|(?<!the\s)(?<!than\s)(?:scheduled|expected|due)|effective
      |is\s(?:meeting|visiting|holding|hosting|playing|facing|travelling|traveling)|starts|begins|opens|expires?|takes\seffect|payable|until)
    |(?P<back>said|says|told|was|were|had|did|has|have|been|ago|since|(?!need|speed|exceed|indeed|feed|succeed|proceed|breed|seed|hundred|embed|shed)[a-z]{2,}ed|began|came|went|took|made|gave|got|met|saw|found
      |held|led|lost|won|fell|rose|grew|ran|sent|spent|sold|shot|spoke|struck|stood|wrote|became|brought|bought|built|caught|drew|drove|fought|flew|kept|knew|laid|paid
      |broke|chose|beat|felt|sank|swept|threw|thought|taught|withdrew|hit|cut|put|left)
    )\b""",
    re.VERBOSE,
)
_BREAK = re.compile(r"[a-z0-9)”\"’'][.!?]['’”\")]?\s+(?=[A-Z“‘\"])|[\n;]")
WIDTH = 160


def lean(text: str, start: int, end: int) -> Lean:
    """-1 where the verb nearest before the expression looks back, 1 where it looks ahead.

    The nearest cue to the left decides ("said it will open on Friday": ahead; "will open,
    he said on Friday": back); where there is none, the first to the right does.
    """
    left = text[max(0, start - WIDTH) : start]
    left = left[max((m.end() for m in _BREAK.finditer(left)), default=0) :]
    cues = list(_CUE.finditer(left))
    if cues:
        return _way(cues[-1])
    right = text[end : end + WIDTH]
    stop = _BREAK.search(right)
    cue = _CUE.search(right, 0, stop.start() if stop else len(right))
    return _way(cue) if cue else 0


def _way(cue: re.Match[str]) -> Lean:
    """Where a cue points; "was due to open on Friday" tells neither whether Friday is over nor whether it opened."""
    return 0 if cue["open"] else 1 if cue["ahead"] else -1

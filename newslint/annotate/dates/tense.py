"""Which way a sentence looks from its time expression: back, ahead, or not said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from newslint.annotate.dates.lexicon import either
from newslint.kept.regexes import compiled

Lean = Literal[-1, 0, 1]

_PLANNED = either("set due about likely expected scheduled planned slated poised planning hoping")
_MODAL = either("will shall must should may could would might cannot can")
_REFUSED = either("comment say discuss confirm identify elaborate")
_FILLERS = r"(?:\s(?:not|also|be|have|been|likely|now|then|[a-z]+ly))*"
_IRREGULAR = either(
    """
    said says told was were had did has have been ago since began came went took made gave got met saw found held led lost won
    fell rose grew ran sent spent sold shot spoke struck stood wrote became brought bought built caught drew drove fought flew
    kept knew laid paid broke chose beat felt sank swept threw thought taught withdrew hit cut put left
    """
)
_CUE = compiled(
    rf"""\b(?:
    (?P<open>(?:was|were|been)\s(?:{_PLANNED})\b(?:\sto\s[a-z]+)?)
    |(?P<over>(?:could|would|should|might|may|must)(?:n['’]t|\snot)?\shave\s(?!to\b)[a-z]+(?:\s[a-z]+ed)?
      |could(?:n['’]t|\snot)(?:\s[a-z]+ly)?\s(?:be\s)?[a-z]+|would(?:n['’]t|\snot)\s(?:{_REFUSED})
      |(?:did|was|were|had)(?:n['’]t|\snot)\s[^.;]{{0,60}}?\suntil)
    |(?P<ahead>(?:{_MODAL}|won['’]t){_FILLERS}\s[a-z]+|[’']ll\s[a-z]+
      |to\sbe\s[a-z]+|to\s(?:run|remain|continue|last)|going\sto|(?:is|are|be)\s(?:{_PLANNED})\b
      |(?<!the\s)(?:set|due|scheduled|expected|planned|slated|expects?|plans?|intends?|hopes?|aims?|vows?|planning|hoping)\sto\s[a-z]+
      |(?:is|are)\sto|[Aa]head\sof|upcoming|forthcoming|(?<!the\s)(?<!than\s)(?:scheduled|expected|due)|effective
      |(?:is|are)\s(?:meeting|visiting|holding|hosting|playing|facing|travell?ing)|until|payable|expires?
      |meets?(?!\s(?:the|its|their|his|her|demand|targets?)\b)|resumes?|starts|begins?|opens|takes?\s(?:effect|place|office)|goes?\son\s(?:sale|trial)|heads?\sto|kicks?\soff|departs?)
    |(?P<back>{_IRREGULAR}|(?!need|speed|exceed|indeed|feed|succeed|proceed|breed|seed|hundred|embed|shed)[a-z]{{2,}}ed)
    )\b""",
    re.VERBOSE,
)
_BREAK = compiled(r"[a-z0-9)”\"’'][.!?]['’”\")]?\s+(?=[A-Z“‘\"])|[\n;]")
_IS_ON = compiled(r"\b(?:is|are|falls?|comes?)\s(?:on|for|in)?\s?$")
_AFTER = compiled(r"\b(?:after|following)\s(?:(?:an?|the|his|her|its|their)\s)?(?:(?!are|is|was|were|been?)[a-z]+\s){1,3}on\s$")
"""After what was, or will be: "taxes will rise after a vote on Monday" tells only that the vote comes first."""

_EVENTS = either(
    """
    assassinations? attacks? coups? incidents? disasters? tragedy tragedies resignations? comments remarks deaths? violence
    bombings? blasts? explosions? shootings? killings? murders? crash crashes fires? storms? earthquakes? quakes? floods?
    rulings? decisions? verdicts? announcements? statements? arrests? raids? defeats? victory victories loss losses clash
    clashes revelations?
    """
)
_HAPPENED = compiled(rf"['’]s\s(?:[a-z]+\s)?(?:{_EVENTS})\b")
"""Things that are over when they are spoken of."""
WIDTH = 160


def lean(text: str, start: int, end: int) -> Lean:
    """Which way the sentence looks from the expression at ``start``, by the words around it."""
    at = max(0, start - WIDTH)
    return _lean(text[at : end + WIDTH + 1], start - at, end - at)


@lru_cache(maxsize=4096)
def _lean(text: str, start: int, end: int) -> Lean:
    """-1 where the verb nearest before the expression looks back, 1 where it looks ahead.

    The nearest cue to the left decides ("said it will open on Friday": ahead; "will open,
    he said on Friday": back); where there is none, the first to the right does. "The vote is
    on Friday" looks ahead; "Friday's attack" is over, whatever follows it.
    """
    if _HAPPENED.match(text, end):
        return -1
    at = max(0, start - WIDTH)
    left = text[max((hit.end() for hit in _BREAK.finditer(text, at, start + 1)), default=at) : start]
    if _IS_ON.search(left):
        return 1
    cues = list(_CUE.finditer(left))
    if cues and cues[-1]["ahead"] and (event := _AFTER.search(left)) and event.start() >= cues[-1].end():
        return 0
    if cues:
        return _way(cues[-1])
    stop = _BREAK.search(text, end, end + WIDTH)
    cue = _CUE.search(text, end, stop.start() + 1 if stop else end + WIDTH)
    return _way(cue) if cue else 0


def _way(cue: re.Match[str]) -> Lean:
    """Where a cue points; "was due to open on Friday" tells neither whether Friday is over nor whether it opened."""
    return 0 if cue["open"] else 1 if cue["ahead"] else -1

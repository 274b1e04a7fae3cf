"""Figures of speech, in which a figure counts nothing: "a million miles away", "nine times out of ten"."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.spans import Cover, Span

_IDIOMS = (
    r"a (?:hundred|thousand|million|billion|zillion) (?:miles|times|reasons|ways|things|questions|ideas|excuses)",
    r"(?:one|1) in a (?:hundred|thousand|million|billion)",
    r"(?:thanks|look(?:s|ed|ing)?|feel(?:s|ing)?|felt) (?:like )?a (?:million|thousand)(?: (?:dollars|bucks|thanks))?",
    r"million[ -]dollar (?:question|smile|view|idea)",
    r"(?:nine|9|ninety-nine|99) times out of (?:ten|10|a hundred|100)",
    r"(?:100|110|120|a hundred|one hundred)(?: ?%| per ?cent) (?:sure|certain|convinced|confident|behind|committed|clear)",
    r"(?:give|gives|gave|given|giving) (?:it |his |her |their |your |my |our )?(?:100|110|120|a hundred)(?: ?%| per ?cent)",
    r"24[/-]7",
    r"20[/-]20 (?:vision|hindsight)|(?:hindsight|vision) (?:is|was) 20[/-]20",
    r"(?:nine|9)[ -]to[ -](?:five|5)",
    r"(?:fifty|50)[/ -](?:fifty|50)",
    r"back to square one|(?:two|2) sides of the same coin|six of one and half a dozen of the other",
    r"(?:the )?(?:eleventh|11th)[ -]hour|dressed to the nines|at sixes and sevens|on cloud nine|in seventh heaven",
    r"(?:a|one) hundred and one (?:things|ways|uses)",
    r"(?:twenty|ten|five) to one (?:on|against)|ten a penny|a dime a dozen|third time lucky|ten out of ten",
)
_IDIOM = compiled(rf"\b(?:{'|'.join(_IDIOMS)})\b", re.IGNORECASE)


def idioms(doc: Document) -> Cover:
    """Where a text uses one."""
    return Cover(Span(*found.span()) for found in _IDIOM.finditer(doc.body))

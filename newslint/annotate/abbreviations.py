"""Abbreviations in capitals, and where the text spells each of them out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.document import Document
from newslint.mentions import Abbreviation, Block
from newslint.spans import Span
from newslint.words import STOP_WORDS

_ABBREVIATION = re.compile(
    r"""(?<![\w.@#/&'’\-–]) (?P<letters> (?:[A-Z]\.){2,6} | [A-Z]{2,6} ) (?P<plural>s)? (?! [\w@&/] | \.\w | [-–](?:\d|[A-Z]{2}) )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_][\w.]*")
_SHOUTED = re.compile(r"[A-Z]{2,}")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# "J.K. Rowling", "AJ Smith"; but "U.S. Senate" is no person
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]J|J[A-Z]|D[BHW]|W[BGH]|T[SD]|P[DG]|K[DT]|R[BL]|BB|CC|LL|HG|EM|AA")
_SURNAME = re.compile(r"\s(?:[A-Z][a-z]|Mc|de\s|van\s|von\s)")
_STATES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN
    TX UT VT VA WA WV WI WY DC NSW ACT QLD VIC TAS BC ON QC AB NS NB MB SK""".split()
)
_CONNECTORS = frozenset(["a", "an", "and", "at", "d", "da", "das", "de", "del", "des", "di", "do", "du", "e", "et", "for", "in", "la", "le", "los", "of", "on", "the", "to", "und", "with", "y"])
_DESCRIPTORS = (
    r"(?:agency|agencies|union|unions|group|groups|party|parties|network|broadcaster|channel|station|newspaper|magazine|website|bank|company|firm|"
    r"ministry|department|service|force|forces|militia|militants?|rebels?|guerrillas?|fighters|bloc|alliance|coalition|federation|association|"
    r"organi[sz]ation|charity|institute|think[ -]tank|university|college|regulator|watchdog|body|commission|committee|council|court|tribunal|"
    r"programme|program|scheme|project|index|drug|vaccine|virus|disease|disorder|test|scan|treaty|accord|agreement|pact|tax|fund|exchange|market|"
    r"airline|carrier|carmaker|automaker|manufacturer|maker|retailer|chain|supermarket|insurer|lender|operator|giant|developer|consultancy|"
    r"league|club|team|championship|tour|missile|rocket|satellite|telescope|aircraft|jet|helicopter|rifle|language|standard|format|technology|"
    r"software|app|chip|gene|protein|hormone|chemical|compound|movement|campaign|conference|summit|festival|museum|hospital|airport|city)"
)
_DESCRIBED_AFTER = re.compile(rf"(?:['’]s)?\s(?:[\w’'-]+\s){{0,2}}?{_DESCRIPTORS}\b", re.IGNORECASE)
_DESCRIBED_BEFORE = re.compile(rf"\b{_DESCRIPTORS}\s(?:called\s|named\s)?$", re.IGNORECASE)


def abbreviations(doc: Document) -> tuple[Abbreviation, ...]:
    """Every abbreviation of two to six capitals in the running text, with the place that spells it out."""
    body = doc.body
    words = _Capitals.of(body)
    kinds = ("headline", "byline", "dateline", "boilerplate", "front-matter", "code")
    found = [match for block in doc.all(Block) if block.kind not in kinds for match in _candidates(body, block)]
    expansions: dict[str, list[Span]] = {}
    for match in found:
        letters = _letters(match)
        if letters not in expansions:
            expansions[letters] = words.spelling(letters)
    return tuple(_abbreviation(body, match, expansions[_letters(match)]) for match in found)


def _letters(match: re.Match[str]) -> str:
    return match["letters"].replace(".", "")


def _abbreviation(body: str, match: re.Match[str], known: Sequence[Span]) -> Abbreviation:
    span = Span(*match.span())
    letters = _letters(match)
    near = _gloss(body, span, letters)
    before = [expansion for expansion in known if expansion.end <= span.start]
    after = [expansion for expansion in known if expansion.start >= span.end]
    expansion = near or (before[-1] if before else after[0] if after else None)
    described = _DESCRIBED_AFTER.match(body, span.end) or _DESCRIBED_BEFORE.search(body[max(0, span.start - 40) : span.start])
    return Abbreviation(span, letters, expansion, described is not None)

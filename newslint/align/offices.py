"""The offices that a text gives a person beside the name: "chief executive Jane Doe", "John Brown, the treasurer"."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import word_set

HEADS = word_set(
    """
    president chairman chairwoman chairperson chair chancellor premier minister secretary treasurer governor mayor ambassador
    senator commissioner superintendent inspector sheriff coroner prosecutor judge bishop archbishop director headteacher
    headmaster principal rector dean editor coach manager captain spokesman spokeswoman spokesperson attorney auditor registrar
    executive officer ceo chief leader envoy economist
    """
)
"""Nouns that name an office."""

_SAME = {
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "premier": "prime minister",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "headmaster": "headteacher",
}
"""What one office is called besides."""

_HEAD = "|".join(sorted(HEADS, key=lambda word: (-len(word), word)))
_OFFICE = (
    r"(?P<office>(?:(?:vice|deputy|assistant|prime|foreign|finance|interior|defen[cs]e|health|justice|home|managing|general"
    rf"|chief\sexecutive|chief\soperating|chief\sfinancial|chief|attorney|district|police|fire|state)[\s-]){{0,2}}(?:{_HEAD}))"
)
_BEFORE = compiled(rf"\b{_OFFICE},?\s$", re.IGNORECASE)
_AFTER = compiled(
    rf"\s?[,(–—-]\s?(?:who\sis\s)?(?:the\s|its\s|a\s|an\s)?(?:(?!and\s|who\s|said\s|told\s|\w+ed\s)[\w’'.-]+\s){{0,3}}?{_OFFICE}\b(?!\s[A-Z])",
    re.IGNORECASE,
)
_OVER = compiled(r"(?:\b(?:former|then|late|outgoing|acting|interim)\s|\bex-)(?:[\w’'-]+\s){0,3}?$", re.IGNORECASE)
"""What says that the office was held, or is held for a while."""

_MANY = word_set("spokesman executive officer leader chief judge inspector sheriff economist manager director")
"""Offices that one person holds beside others, or one body gives to many."""

_REACH = 60


def office(doc: Document, name: Span) -> str:
    """The office right before or behind a name, in small letters and by its usual name; empty where none stands there."""
    found = _BEFORE.search(doc.body, max(0, name.start - _REACH), name.start) or _AFTER.match(
        doc.body, name.end, name.end + _REACH
    )
    if not found or _OVER.search(doc.body, max(0, found.start("office") - _REACH // 2), found.start("office")):
        return ""
    said = " ".join(found["office"].lower().replace("-", " ").split())
    return _SAME.get(said, said.replace("defense", "defence"))


def another(one: str, other: str) -> bool:
    """Whether these are two offices, of which a person as a rule holds one."""
    return one != other and _held_alone(one) and _held_alone(other) and not _part(one, other)


def _held_alone(office: str) -> bool:
    return bool(office) and (office == "chief executive" or office.split()[-1] not in _MANY)


def _part(one: str, other: str) -> bool:
    """Minister and foreign minister; but president and vice president are two."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not long.startswith(("vice", "deputy", "assistant"))

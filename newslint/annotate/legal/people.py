"""Those with whom the law may have to do: people named, and "a man" or "the bank manager"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Spelling
from newslint.spans import Cover, Span
from newslint.words import folded, word_set

_OBJECT = compiled(r"\s(?:(?:the|a|an|one|former|ex-\w+|local|another|\d\d-year-old)\s){0,3}(?:M(?:r|rs|s|iss)\.?\s|Dr\.?\s)?")
_PREPOSITION = compiled(
    r"\b(?:of|in|from|at|by|with|against|for|near|to|on|about|over|after|before|and|\w{3,}ing)\s(?:the\s|M(?:r|rs|s)\.?\s)?$",
    re.I,
)
_TITLE = compiled(r"\b(?:M(?:r|rs|s|iss|x)|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s$")
_NOUNS = """man woman boy girl teenager suspect driver student mother father teacher officer policeman doctor nurse priest mayor
    councillor minister businessman businesswoman director manager treasurer accountant lawyer solicitor banker coach footballer
    player actor actress singer rapper soldier guard captain pilot executive president judge trader farmer builder youth
    killer murderer murderess rapist thief robber burglar fraudster arsonist kidnapper terrorist gunman attacker forger
    swindler conman blackmailer stalker bomber hijacker mugger trafficker embezzler poisoner
    uncle aunt brother sister son daughter wife husband cousin friend boyfriend girlfriend
    partner colleague nephew niece"""
_NOUN = compiled(rf"(?:\b(?:a|an|the|one|his|her|their|whose)|['’]s)\s(?:[\w-]+\s){{0,3}}?({'|'.join(_NOUNS.split())})\b", re.I)
_APPOSED = compiled(r"[A-Z][\w’'-]+(?:,\s\d\d?)?,\s$")
"""Before "a driver": who it is has been named ("Kai Roe, 41, a driver, was charged")."""

_HEADED = compiled(rf"(?:[\w-]+\s){{0,3}}?({'|'.join(_NOUNS.split())})\b", re.I)
_NEAR = 25
"""Within how many characters of the verb a surname alone is taken for its subject."""

NO_PERSON = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday crown magistrates court county district supreme high police he she it they we i who the a an both all
    neither nobody everyone prosecutors detectives officers jurors judges"""
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, or "a man", and the key by which the same person is known again.

    ``sure`` is false for a word alone that may as well be a place: it must stand beside the verb.
    """

    span: Span
    key: str
    named: bool
    sure: bool = True

    def before(self, at: int, reach: int) -> bool:
        """Whether it stands before this offset, near enough to be the subject there."""
        return 0 <= at - self.span.end <= (reach if self.sure else _NEAR)


def people(doc: Document, within: Sequence[Span]) -> list[Person]:
    """All who may be subjects or objects in these sentences, in text order; none behind a preposition."""
    near = Cover(within)
    return sorted([*_named(doc, near), *_unnamed(doc, within)], key=lambda person: person.span)


def behind(body: str, span: Span, everybody: Sequence[Person]) -> Person | None:
    """The person right behind an active verb ("police charged Mr Roe"); ``span`` runs from there to the end of the sentence."""
    at = bisect_left(everybody, span.start, key=lambda person: person.span.start)
    if at == len(everybody) or everybody[at].span.start >= span.end:
        return None
    return everybody[at] if _OBJECT.fullmatch(body[span.start : everybody[at].span.start]) else None


def _named(doc: Document, within: Cover) -> Iterator[Person]:
    body = doc.body
    runs = [one for one in doc.all(Spelling) if one.alone and NO_PERSON.isdisjoint(one.printed.lower().split())]
    full = {_surname(one) for one in runs if " " in one.printed}
    for one in runs:
        if not within.touches(one.span):
            continue
        sure = " " in one.printed or _surname(one) in full or bool(_TITLE.search(body, max(0, one.start - 6), one.start))
        owned = body.startswith(("'s", "’s"), one.end)
        if not owned and not _PREPOSITION.search(body, max(0, one.start - 16), one.start):
            yield Person(one.span, _surname(one), named=True, sure=sure)


def _unnamed(doc: Document, within: Sequence[Span]) -> Iterator[Person]:
    for noun in (noun for sentence in within for noun in _NOUN.finditer(doc.body, sentence.start, sentence.end)):
        apposed = noun[0][0] in "aAtT" and _APPOSED.search(doc.body, max(0, noun.start() - 30), noun.start())
        if not apposed and not doc.quoted(Span(*noun.span(1))):  # the name of a film
            yield Person(Span(*noun.span(1)), noun[1].lower(), named=False)
    for block in doc.all(Block):
        if block.kind == "headline" and (headed := _HEADED.match(doc.body, block.start, block.end)):  # "Mayor jailed"
            yield Person(Span(*headed.span(1)), headed[1].lower(), named=False)


def _surname(name: Spelling) -> str:
    return folded(name.printed.split()[-1])

"""Where people stand before the law: arrested, charged, on trial, convicted, cleared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.document import Document
from newslint.mentions import Block, LegalStage, LegalStatus, Sentence, Spelling
from newslint.spans import Span
from newslint.words import folded, word_set

DONE_TO = {
    "sentenced": r"sentenced|jailed|imprisoned",
    "convicted": r"convicted|found\sguilty|found(?=\s(?:[\w.’'-]+\s){1,4}(?<!not\s)guilty\b)",
    "acquitted": r"acquitted|cleared(?=\sof\b)|found\snot\sguilty|found(?=\s(?:[\w.’'-]+\s){1,4}not\sguilty\b)|exonerated",
    "charged": r"""charged(?=\s(?:with|over|in|on|after|by|last|this|and)\b|\s[A-Z]|[.,;]|$)(?!\s[\w.\s]{0,40}\ba\s(?:\w+\s)?fee)
        |indicted|arraigned""",
    "arrested": r"arrested|detained|taken\sinto\scustody",
}
"""Participles of what others do to a person: the person is the subject of the passive, the object of the active."""

DOES = {
    "guilty-plea": r"(?:pleads?|pleaded|pled|pleading)\sguilty|enter(?:s|ed)\sa\sguilty\splea",
    "not-guilty-plea": r"""(?:pleads?|pleaded|pled|pleading)\snot\sguilty|enter(?:s|ed)\sa\snot[\s-]guilty\splea
        |(?:denies|denied)\s(?:(?:all|the|both|any)\s)?(?:\w+\s){0,2}?(?:charges?|counts?|offences?)""",
    "on-trial": r"(?:(?:is|was|are|were|went|goes|go|being)\son|stands?|stood|standing|faces?|facing)\strial",
    "charged": r"""(?:faces|faced|facing|face)\s(?:(?!no\b)[\w-]+\s){0,4}?(?:charges?|counts?)
        (?=\s(?:of|over|for|in|including|after)\b|[.,;]|$)""",
}
"""What a person does, or what a person faces: the person is its subject."""

_STAGE = {f"p{at}": name for at, name in enumerate(DONE_TO)} | {f"d{at}": name for at, name in enumerate(DOES)}
_ANY = re.compile(
    r"\b(?:"
    + "|".join(
        [f"(?P<p{at}>{words})" for at, words in enumerate(DONE_TO.values())]
        + [f"(?P<d{at}>{words})" for at, words in enumerate(DOES.values())]
    )
    + r")(?!\w)",
    re.VERBOSE | re.IGNORECASE,
)
_BE = re.compile(
    r"\b(?:am|is|are|was|were|been|being|be|get|gets|got|gotten)\s(?:\w+ly\s|also\s|later\s|since\s|then\s|again\s){0,2}$", re.I
)
_OPEN = re.compile(
    r"""\b(?:not|never|no|nor|neither|yet\sto|if|unless|could|may|might|would|will|should|must|can|to|cannot|without|before|
    wrongly|until|whether|wrongfully|allegedly|reportedly|falsely|or|n['’]t)\b[^.;,]{0,22}$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leaves it open, or denied, that the thing was done."""

_OBJECT = re.compile(r"\s(?:(?:the|a|an|one|former|ex-\w+|local|another|\d\d-year-old)\s){0,3}(?:M(?:r|rs|s|iss)\.?\s|Dr\.?\s)?")
_PREPOSITION = re.compile(
    r"\b(?:of|in|from|at|by|with|against|for|near|to|on|about|over|after|before|and|\w{3,}ing)\s(?:the\s|M(?:r|rs|s)\.?\s)?$",
    re.I,
)
_TITLE = re.compile(r"\b(?:M(?:r|rs|s|iss|x)|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s$")
_NOUN = re.compile(r"\b(?:a|an|the|one)\s(?:[\w-]+\s){0,3}(man|woman|boy|girl|teenager|suspect|driver|student)\b", re.I)
_PRONOUN = re.compile(r"\b(?:he|she)\s(?:\w+\s){0,3}$", re.I)
_REACH = 160
_NO_PERSON = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday crown magistrates court county district supreme high police"""
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, or "a man", and the key by which the same person is known again."""

    span: Span
    key: str
    named: bool


def statuses(doc: Document) -> tuple[LegalStatus, ...]:
    """Every statement that a person was arrested, charged, tried, convicted, sentenced or cleared."""
    if not _ANY.search(doc.body):
        return ()
    people = list(_people(doc))
    sentences = doc.all(Sentence)
    headlines = {block.start for block in doc.all(Block) if block.kind == "headline"}
    found = []
    for at, sentence in enumerate(sentences):
        for match in _ANY.finditer(doc.body, sentence.start, sentence.end):
            if doc.quoted(Span(*match.span())) or _OPEN.search(doc.body, max(sentence.start, match.start() - 40), match.start()):
                continue
            before = sentences[at - 1].span if at else None
            headline = sentence.block.start in headlines
            if person := _whose(match, doc.body, sentence.span, before, people, headline=headline):
                stage: LegalStage = _STAGE[match.lastgroup or ""]  # type: ignore[assignment]
                found.append(LegalStatus(_words(match, doc.body), stage, person.span, person.key, person.named))
    return tuple(found)


def _words(match: re.Match[str], body: str) -> Span:
    """The words that say so: "found Mr Roe guilty" whole."""
    end = match.end() if match[0].lower() != "found" else body.index("guilty", match.end()) + len("guilty")
    return Span(match.start(), end)


def _whose(
    match: re.Match[str], body: str, sentence: Span, before: Span | None, people: Sequence[Person], *, headline: bool
) -> Person | None:
    """The person it befell: the subject of a passive, the object of an active, whoever pleads."""
    lead = body[sentence.start : match.start()]
    if (match.lastgroup or "").startswith("p") and not _BE.search(lead):
        if person := _object(body, Span(match.end(), sentence.end), people):
            return person
        if not (headline or lead.rstrip().endswith((",", "—", "–"))):
            return None
    near = [one for one in people if sentence.start <= one.span.start and 0 <= match.start() - one.span.end <= _REACH]
    said_of = _PRONOUN.search(lead)
    if near and not (said_of and said_of.start() + sentence.start >= near[-1].span.end):
        return near[-1]
    if before and not near and said_of:
        earlier = {one.key: one for one in people if before.start <= one.span.start < before.end}
        return next(iter(earlier.values())) if len(earlier) == 1 else None
    return None


def _object(body: str, behind: Span, people: Sequence[Person]) -> Person | None:
    """The person named right behind an active verb: "police charged the former mayor, Mr Roe" is not looked into so far."""
    at = bisect_left(people, behind.start, key=lambda person: person.span.start)
    if at == len(people) or people[at].span.start >= behind.end:
        return None
    return people[at] if _OBJECT.fullmatch(body[behind.start : people[at].span.start]) else None


def _people(doc: Document) -> Iterator[Person]:
    """Those who may be subjects: full names, surnames of full names, and "a man"; none behind a preposition."""
    body = doc.body
    runs = [one for one in doc.all(Spelling) if one.alone and not word_set(one.printed.lower()) & _NO_PERSON]
    full = {_surname(one) for one in runs if " " in one.printed}
    found = [Person(Span(*noun.span(1)), noun[1].lower(), named=False) for noun in _NOUN.finditer(body)]
    for one in runs:
        known = " " in one.printed or _surname(one) in full or _TITLE.search(body, max(0, one.start - 6), one.start)
        owned = body.startswith(("'s", "’s"), one.end)
        if known and not owned and not _PREPOSITION.search(body, max(0, one.start - 16), one.start):
            found.append(Person(one.span, _surname(one), named=True))
    yield from sorted(found, key=lambda person: person.span)


def _surname(name: Spelling) -> str:
    return folded(name.printed.split()[-1])

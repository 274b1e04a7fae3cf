"""The people of a text: where each is named, and where the text says who it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from newslint.annotate.names.vocabulary import HONORIFICS, is_role
from newslint.document import Document
from newslint.facts import Facts, Offices
from newslint.mentions import Name, Person, Sentence
from newslint.spans import Span

_IS = re.compile(r"(?:,?\s(?:who|which))?,?\s(?:is|was|has\sbeen|became|becomes|remains|works\sas|worked\sas|serves\sas|served\sas|acts\sas)\s(?P<words>[^.;:!?\n]{2,80})")
_BEHIND = re.compile(r"\s\([^()\n]{2,80}\)|,?\s(?:who|whose)\s|(?:,|\s[–—-])\s(?:an?|the|his|her|their|of|from|\d|then|now|one\sof|formerly|former)\b|,\s[A-Z][\w’']+['’]s\s|,\s\w+\s(?:of|at|for|with)\b|\sof\s(?:the\s)?[A-Z]|\sfrom\s(?:the\s)?[A-Z]|,\s[a-z]+[\w\s-]{2,40},")
_AHEAD = re.compile(r"(?:^|[\s(“\"])(?P<words>(?:[\w’'-]+\s){0,5}?[\w’'-]+),?\s(?:called|named)?\s?$")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s(?P<words>(?:[\w’'-]+\s){0,5}?(?P<noun>[a-z][\w-]+))\b")
_NEXT = 2
"""Sentences behind the first mention in which "the minister" may say who it was."""


def persons(doc: Document) -> tuple[Person, ...]:
    """Everybody whom the text names, in order of first mention."""
    named: defaultdict[str, list[Name]] = defaultdict(list)
    for name in doc.all(Name):
        if name.label == "PERSON":
            named[name.id].append(name)
    offices = next(iter(doc.all(Facts)), Facts()).offices if named else Offices()
    known = {id_: [people for office in offices.held_by(id_) for people in (*office.people, office.of)] for id_ in named}
    return tuple(
        Person(names[0].span, id_, tuple(names), _introduced(names, known, doc)) for id_, names in named.items()
    )


def _introduced(names: Sequence[Name], known: dict[str, list[str]], doc: Document) -> Span | None:
    """Words that say who somebody is, beside a mention or in the sentences behind the first."""
    body = doc.body
    for name in names:
        if name.age is not None or _says(name.role):
            return name.span
        if _BEHIND.match(body, name.end) or ((said := _IS.match(body, name.end)) and _holds_role(said["words"])):
            return name.span
        if (ahead := _AHEAD.search(body, max(0, name.start - 60), name.start)) and is_role(ahead["words"].split()[-1]):
            return name.span
    return _definite(names[0], known, doc)


def _says(role: str) -> bool:
    return any(token.rstrip(".") not in HONORIFICS or token in ("Dr", "King", "Queen", "Pope", "Prince", "Princess") for token in role.split())


def _holds_role(words: str) -> bool:
    return any(map(is_role, re.findall(r"[\w-]+", words)))


def _definite(first: Name, known: dict[str, list[str]], doc: Document) -> Span | None:
    """"The minister" soon after the first mention, if it is not somebody else of whom the tables know the office."""
    sentences = doc.all(Sentence)
    at = max(0, bisect_right(sentences, first.start, key=lambda sentence: sentence.start) - 1)
    others = {people for id_, all_people in known.items() if id_ != first.id for people in all_people}
    for sentence in islice(sentences, at, at + 1 + _NEXT):
        for found in _DEFINITE.finditer(doc.body, max(sentence.start, first.end), sentence.end):
            if is_role(found["noun"]) and not any(people in found["words"] for people in others):
                return Span(*found.span())
    return None

"""Names found without the model: the gazetteer's, those addressed by a title, and those that the text names elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newslint.annotate.names.glosses import glosses, initials
from newslint.annotate.names.labels import parts_of_people
from newslint.annotate.names.mended import TAIL, mended, trimmed
from newslint.annotate.names.text import WORD, Text
from newslint.annotate.names.vocabulary import ABBREVIATED_TITLES, ENDINGS, HONORIFICS, NO_NAMES, PARTICLES, addresses, is_role
from newslint.facts.gazetteer import GAZETTEER, WITH_ARTICLE
from newslint.kept.regexes import compiled
from newslint.mentions import Entity, NameLabel
from newslint.spans import Cover, Span
from newslint.words import STOP_WORDS

_TITLES = (*HONORIFICS, *ABBREVIATED_TITLES, "President", "Senator", "Chancellor", "Premier")
_ADDRESS = "|".join(sorted(_TITLES, key=lambda word: (-len(word), word)))
_PARTICLE = "|".join(sorted(PARTICLES, key=lambda word: (-len(word), word)))
_CAPITALISED = r"(?:(?:al|el)-)?[^\W\d_a-z](?:[\w’']|-(?=\w)|(?<=[A-Z])\.){0,30}"
_START = r"(?<![\w.'’-])"
_FULL = rf"{_CAPITALISED}(?:\s(?:(?:{_PARTICLE})\s){{0,2}}{_CAPITALISED}){{1,3}}"
_TITLED = compiled(rf"\b(?:{_ADDRESS})\b\.?\s(?P<name>(?:(?:{_PARTICLE})\s){{0,2}}{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}})")
_PARTICLED = compiled(
    rf"{_START}(?P<first>{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}})(?:\s(?:von|van|der|den|de|del|della|di|da|dos|bin|ibn|al|ten|ter|la|le)){{1,3}}\s{_CAPITALISED}"
)
_AGED = compiled(rf"{_START}(?P<name>{_FULL}),\s(?:aged?\s)?(?:[1-9]|[1-9]\d|1[01]\d)(?=,\s[a-z]|,\s[A-Z][a-z]+,)")
_IN_PAPER = compiled(rf"\b[Tt]he (?P<name>{'|'.join(sorted(WITH_ARTICLE))})(?=['’]s\b|[^\w'’-]+(?![A-Z\w])|\s[a-z]|$)")
_LETTERS = compiled(r"(?<![\w.-])(?:[A-Z]{3,6}|(?:[A-Z]\.){3,6})(?![\w-])")
_FURTHER = compiled(r"[-&/@]\w|['’](?!s?\b)")
_NEXT = compiled(r" (?=[A-Z])")
_BEFORE = compiled(r"[A-Z](?:[\w'’-]+|\.?) $")
_POSSESSIVE = compiled(r"['’].*")
_REACH = 40


def _first_words() -> dict[str, int]:
    most: dict[str, int] = {}
    for name in GAZETTEER:
        first, *more = name.split(" ")
        most[first] = max(most.get(first, 0), len(more))
    return most


_FIRST_WORDS = _first_words()
"""The first words of the gazetteer's names, and how many words may follow."""


# --- what is known, or said to be a name ------------------------------------------------------------


def known(text: Text) -> Iterator[Entity]:
    """The gazetteer's names, the longest at each place."""
    words = list(WORD.finditer(text.body))
    for at, first in enumerate(words):
        most = _FIRST_WORDS.get(_bare(first[0]))
        if most is None:
            continue
        for last in reversed(words[at : at + most + 1]):
            span = Span(first.start(), last.start() + len(_bare(last[0])))
            name = span.of(text.body)
            if label := GAZETTEER.get(name):
                surname = label == "GPE" and " " not in name and _in_a_name(words[at - 1] if at else None, first, text)
                if not surname:
                    yield Entity(span, label)
                break


@lru_cache(maxsize=16_384)
def _bare(word: str) -> str:
    return word if word in GAZETTEER else TAIL.sub("", word)


def _in_a_name(before: re.Match[str] | None, first: re.Match[str], text: Text) -> bool:
    """Whether a word with a capital stands before a place, as in "Whitney Houston"."""
    if before is None or text.body[before.end() : first.start()] != " " or not before[0][0].isupper() or before[0].isupper():
        return False
    word = before[0]
    if word.endswith("."):
        return False
    no_name = word.lower() in text.ordinary or word in GAZETTEER or is_role(word) or addresses(word)
    return not no_name and text.capitals(first.start()) == "few"


def addressed(text: Text) -> Iterator[Entity]:
    """Those called Mr, Mrs or Senator, and those whose age stands behind their name."""
    for pattern in (_TITLED, _AGED):
        for match in pattern.finditer(text.body):
            person = next(mended(Entity(Span(*match.span("name")), "PERSON"), text), None)
            if person and _may_be_a_person(person.span.of(text.body).split(), text):
                yield person


def _may_be_a_person(words: Sequence[str], text: Text) -> bool:
    first, last = words[0], words[-1]
    if first.lower() in STOP_WORDS or addresses(first) or last in ENDINGS or NO_NAMES.intersection(words):
        return False
    return not all(word.lower() in text.ordinary or is_role(word) for word in words)


def joined(found: Sequence[Entity], body: str) -> Iterator[Entity]:
    """People whose name the model broke at a particle: "Ursula von der Leyen"."""
    people = Cover(entity.span for entity in found if entity.label == "PERSON")
    for match in _PARTICLED.finditer(body):
        span = Span(*match.span())
        named = "." in match["first"] or people.touches(span)
        person = trimmed(Entity(span, "PERSON"), body) if named and match["first"].lower() not in STOP_WORDS else None
        if person:
            yield person


def in_papers(body: str) -> Iterator[Entity]:
    """The bodies that are so only behind an article: "the Guardian"."""
    for match in _IN_PAPER.finditer(body):
        yield Entity(Span(*match.span("name")), "ORG")


# --- what the text names elsewhere ------------------------------------------------------------------


def overlooked(found: Sequence[Entity], text: Text) -> Iterator[Entity]:
    """Names of the text at the places where the model missed them, in headlines of capitals too."""
    body = text.body
    surnames = set(parts_of_people(found, body, given=False))
    labels: dict[str, NameLabel] = {}
    for entity in found:
        labels.setdefault(entity.span.of(body), entity.label)
    labels |= dict.fromkeys(surnames, "PERSON")
    by_first = _by_first(labels)
    for word in WORD.finditer(body):
        for length, names in by_first.get(_first(word[0]), {}).items():
            span = Span(word.start(), word.start() + length)
            there = span.of(body)
            shouted = text.capitals(word.start()) == "shouted" if there in names else False
            meant = (name for name in names.get(there, ()) if there == name or shouted)
            if name := next((name for name in meant if _stands_free(span, text, surname=name in surnames)), None):
                yield Entity(span, labels[name])
                break


def _by_first(names: Iterable[str]) -> Mapping[str, Mapping[int, Mapping[str, Sequence[str]]]]:
    """Names by their first word, by their length, the longest first, and as they stand or in capitals."""
    found: dict[str, dict[int, dict[str, list[str]]]] = {}
    for name in sorted(names, key=len, reverse=True):
        first = _first(name)
        for opening in {first, first.upper()}:
            for words in {name, name.upper()}:
                found.setdefault(opening, {}).setdefault(len(name), {}).setdefault(words, []).append(name)
    return found


@lru_cache(maxsize=16_384)
def _first(words: str) -> str:
    found = WORD.match(words)
    return _POSSESSIVE.sub("", found[0]).rstrip(".") if found else words


def _stands_free(span: Span, text: Text, *, surname: bool) -> bool:
    """Whether these words are no part of a longer name, and no word that a sentence opens with."""
    body, name = text.body, span.of(text.body)
    if body[span.end : span.end + 1].isalnum() or _FURTHER.match(body, span.end):
        return False
    if text.capitals(span.start) != "few":
        return True
    single = " " not in name
    if single and (name.lower() in text.ordinary or _NEXT.match(body, span.end)):
        return False
    before = _BEFORE.search(body, max(0, span.start - _REACH), span.start)
    return not before or _no_part(before[0].strip(), text)


def _no_part(word: str, text: Text) -> bool:
    """Whether a word with a capital before a name is none of it."""
    return word.lower() in text.ordinary or is_role(word) or addresses(word) or word in GAZETTEER


def explained(found: Sequence[Entity], body: str) -> Iterator[Entity]:
    """Short forms that the text explains, and the names they stand for; ``found`` in text order."""
    for short, full in glosses(found, body):
        at = bisect_right(found, full.start, key=lambda entity: entity.end)
        covered = found[at] if at < len(found) and found[at].start < full.end else None
        label: NameLabel = covered.label if covered and covered.label not in ("PERSON", "NORP") else "ORG"
        yield Entity(short, label)
        whole = trimmed(Entity(full, label), body)
        if whole and not covered:
            yield whole


def by_initials(found: Sequence[Entity], body: str) -> Iterator[Entity]:
    """Three capitals or more that are the initials of a name in the text."""
    labels: dict[str, NameLabel] = {}
    for entity in found:
        if entity.label in ("ORG", "GPE") and " " in (name := entity.span.of(body)):
            labels |= dict.fromkeys((letters for letters in initials(name) if len(letters) > 2), entity.label)
    for match in _LETTERS.finditer(body) if labels else ():
        if label := labels.get(match[0].replace(".", "")):
            yield Entity(Span(*match.span()), label)

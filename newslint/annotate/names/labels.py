"""Labels: whether a name is a person's, a body's or a place's, by its words and by its other mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from newslint.annotate.names.forms import may_slip, slipped
from newslint.annotate.names.vocabulary import ENDINGS, GIVEN_NAMES, OPENINGS, SUFFIXES, TITLES
from newslint.facts.gazetteer import GAZETTEER, WITH_ARTICLE
from newslint.kept.regexes import compiled
from newslint.mentions import Entity, NameLabel
from newslint.words import folded

_OF = compiled(r"\w+ (?:of|for)\b")
_ARTICLE = compiled(r"^(?:[Aa]l|[Ee]l)-")
_IN = compiled(r"\b(?:in|near|outside|around|across)\s$")
_REACH = 10
_INITIALS = compiled(r"(?:[A-Z]\.\s?){1,3}\s?(?:[a-z]+ ){0,2}[A-Z][a-z’'-]+")
_FIRMS = frozenset(["J.P. Morgan", "J.C. Penney", "W.H. Smith", "J.D. Wetherspoon", "H.J. Heinz", "E.W. Scripps"])
"""Firms that are called like people."""


def labelled(found: Sequence[Entity], sure: Collection[Entity], body: str) -> list[Entity]:
    """Each with the label that its words or most of its mentions give it; a surname with its bearer's."""
    votes: dict[str, Counter[NameLabel]] = defaultdict(Counter)
    for entity in found:
        name = entity.span.of(body)
        by_words = _by_words(name)
        votes[folded(name)][by_words or entity.label] += len(found) if by_words else 1
    for entity in sure:
        votes[folded(entity.span.of(body))][entity.label] += len(found)
    parts = {
        folded(part)
        for part in parts_of_people([entity for entity in found if _by_words(entity.span.of(body)) in (None, "PERSON")], body)
    }
    slips: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        for key in may_slip(part):
            slips[key].append(part)
    return [replace(entity, label=_label(entity, parts, slips, votes, body)) for entity in found]


def _label(
    entity: Entity,
    parts: Collection[str],
    slips: Mapping[str, Collection[str]],
    votes: Mapping[str, Counter[NameLabel]],
    body: str,
) -> NameLabel:
    name = entity.span.of(body)
    if GAZETTEER.get(name) == "GPE" and _IN.search(body, max(0, entity.start - _REACH), entity.start):
        return "GPE"
    if folded(_ARTICLE.sub("", name)) in parts or (name.endswith("s") and folded(name[:-1]) in parts and name not in GAZETTEER):
        return "PERSON"  # the Murdochs, too
    if name in WITH_ARTICLE and body[max(0, entity.start - 4) : entity.start] in ("the ", "The "):
        return "ORG"
    by_words = _by_words(name)
    if not by_words and entity.label != "PERSON" and (_relative(name, parts) or _miswritten(name, slips)):
        return "PERSON"
    return by_words or votes[folded(name)].most_common(1)[0][0]


def _miswritten(name: str, slips: Mapping[str, Collection[str]]) -> bool:
    word = folded(name)
    return name.isalpha() and any(slipped(part, word) for key in may_slip(word) for part in slips.get(key, ()))


def _relative(name: str, parts: Collection[str]) -> bool:
    """Whether it is a given name before the surname of somebody else in the text."""
    words = name.split()
    return (
        len(words) == 2 and folded(words[1]) in parts and words[0].isalpha() and words[0].istitle() and words[0] not in GAZETTEER
    )


def _by_words(name: str) -> NameLabel | None:
    """What the gazetteer says, or a word that tells: "Ministry of ...", "... Street"."""
    if label := GAZETTEER.get(name) or GAZETTEER.get(name.replace(".", "")):
        return label
    first, *more = name.split()
    if not more:
        return None
    opening = OPENINGS.get(first)
    if opening and (opening != "ORG" or _OF.match(name)):
        return opening
    if more[-1] in ENDINGS:
        return ENDINGS[more[-1]]
    given = len(more) < 3 and folded(first) in GIVEN_NAMES and more[-1][0].isupper() and more[-1] not in GAZETTEER
    return "PERSON" if (given or _INITIALS.fullmatch(name)) and not _no_person(name) else None


def _no_person(name: str) -> bool:
    return name in _FIRMS or "&" in name or any(word in GAZETTEER for word in (name.split()[0], name.split()[-1]))


def parts_of_people(found: Sequence[Entity], body: str, *, given: bool = True) -> Iterator[str]:
    """The surnames of people named in full, and if asked their given names, that may stand alone."""
    for entity in found:
        if entity.label != "PERSON":
            continue
        words = [_ARTICLE.sub("", word) for word in entity.span.of(body).split() if folded(word) not in SUFFIXES]
        if len(words) < 2:
            continue
        surname = words[-1]
        a_place = surname in GAZETTEER and folded(words[0]) not in GIVEN_NAMES
        if len(surname) > 2 and surname[0].isupper() and surname not in TITLES and not a_place:
            yield surname
        if given and len(words[0]) > 2 and words[0] not in GAZETTEER and words[0] not in TITLES:
            yield words[0]

"""People, places and bodies that no source names. The model is asked only where a name may be left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from newslint.comparisons import Alignment, NameMatch, UnnamedMatch
from newslint.document import Document, Dossier, Source
from newslint.facts.common import CITIES, common
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Name, NameLabel, Spelling
from newslint.spans import Cover, Span
from newslint.words import folded, word_set

_Kind = Literal["person", "place", "body"]
_KINDS: Mapping[NameLabel, _Kind] = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "body"}
_READ = ("paragraph", "list-item", "standfirst", "quote-block")
_NO_PERSON = word_set(
    """
    award awards center centre avenue ave street st road rd boulevard square park cup league court school church hospital hall
    house university college company inn hotel ship prize act bill day series show festival building tower bridge airport
    police party army navy club team bank fund group foundation institute studio studios records theatre theater championship
    """
)
"""Words of no person's name."""

_NICKNAME = compiled(r"\s[\"“‘'(]\w")
_AT = compiled(r"\b(?:in|at|near|outside|inside|into)\s$")
"""What stands before a place, and before no person."""

_CAPITAL = compiled(r"\b[^\W\d_a-z]\w*")
_INITIALS = compiled(r"\b[A-Z]{2,6}\b")
_MOST_INITIALS = 6
_STEM = 5
"""Letters that a place and its people have in common."""

_PART = compiled(
    r"\b(?P<part>(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?)\s(?P<place>(?:(?:North|South|Saudi|New)\s)?[A-Z]\w+)"
)
_NEAR = 40
"""Characters within which a source has the part beside the place: "the east of Ukraine"."""


def unnamed_matches(dossier: Dossier) -> tuple[UnnamedMatch, ...]:
    """One for each bearer of a name, where the draft first names him or her, and for each part of a place."""
    draft = dossier.draft
    familiar = Cover(spelling.span for spelling in draft.all(Spelling) if common(spelling.printed))
    read = Cover(block.span for block in draft.all(Block) if block.kind in _READ)
    new = [match.span for match in dossier.all(NameMatch) if match.verdict == "unsupported"]
    own = [span for span in new if read.touches(span) and not draft.quoted(span) and not familiar.touches(span)]
    found = _cities(draft, Cover(own)) if own else {}
    cities = Cover(span for spans in found.values() for span in spans)
    matches = [UnnamedMatch(spans[0], "unsupported", 0.0, None, None, "place") for spans in found.values()]
    left = [span for span in own if not cities.touches(span)]
    if left:
        names = _unnamed(draft, Cover(new), Cover(left), dossier.together(_Having))
        matches += [UnnamedMatch(name.span, "unsupported", 0.0, None, None, _KINDS[name.label], name.role) for name in names]
    return tuple(sorted((*_scored(matches, dossier), *_parts(dossier)), key=lambda match: match.span))


def _cities(draft: Document, new: Cover) -> dict[str, list[Span]]:
    """Where the draft has cities that no source has; the gazetteer knows them without the model."""
    places: dict[str, list[Span]] = {}
    for spelling in draft.all(Spelling):
        if spelling.alone and spelling.printed in CITIES and new.touches(spelling.span):
            places.setdefault(spelling.printed, []).append(spelling.span)
    return places


def _scored(matches: Sequence[UnnamedMatch], dossier: Dossier) -> Iterator[UnnamedMatch]:
    """Each with the score of the source passage that is nearest to its sentence."""
    scores: dict[Span, float] = {}
    for alignment in dossier.all(Alignment) if matches else ():
        scores[alignment.span] = max(alignment.score, scores.get(alignment.span, 0.0))
    sentences, at = sorted(scores), 0
    for match in sorted(matches, key=lambda match: match.span):
        while at < len(sentences) and sentences[at].end <= match.start:
            at += 1
        near = at < len(sentences) and sentences[at].covers(match.span)
        yield replace(match, score=scores[sentences[at]]) if near else match


def _unnamed(draft: Document, new: Cover, own: Cover, having: _Having) -> list[Name]:
    """The first of the writer's ``own`` mentions of each bearer of whom every mention is ``new``."""
    first: dict[str, Name] = {}
    named: set[str] = set()
    for name in draft.all(Name):
        if name.label not in _KINDS:
            continue
        if not new.touches(_telling(name, draft)) or common(name.span.of(draft.text)) or common(name.id):
            named.add(name.id)
        elif own.touches(name.span):
            first.setdefault(name.id, name)
    left = (name for id_, name in first.items() if id_ not in named)
    return sorted((name for name in left if _sure(name, draft) and not having.otherwise(name, draft)), key=lambda name: name.span)


def _telling(name: Name, draft: Document) -> Span:
    """A person's surname; all of another name."""
    words = name.span.of(draft.text).split()
    return Span(name.end - len(words[-1]), name.end) if name.label == "PERSON" else name.span


def _sure(name: Name, draft: Document) -> bool:
    """Whether what the model takes for a person is one: named in full, or with what he or she is."""
    if name.label != "PERSON":
        return name.span.of(draft.text)[0].isupper()
    words = name.id.split()
    odd = any(folded(word) in _NO_PERSON or (word.isupper() and word.isalpha() and len(word) > 1) for word in words)
    placed = _AT.search(draft.body, max(0, name.start - 10), name.start)
    return not odd and not placed and (len(words) > 1 or bool(name.role)) and not _NICKNAME.match(draft.body, name.end)


class _Having:
    """The initials in the sources, and the beginnings of their names."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._bodies = [source.doc.body for source in sources]
        self._initials = {letters for body in self._bodies for letters in _INITIALS.findall(body)}
        self._openings = {word[:_STEM] for body in self._bodies for word in _CAPITAL.findall(body)}

    def otherwise(self, name: Name, draft: Document) -> bool:
        """Whether a source spells out these initials, has the initials of this name, or names the people of this place."""
        words = _CAPITAL.findall(name.span.of(draft.text))
        letters = "".join(words)
        if letters.isupper() and 1 < len(letters) <= _MOST_INITIALS:
            spelt = r"\b" + r"\w+\W+(?:(?:of|the|and|for|on|in)\s)*".join(letters)
            return any(re.search(spelt, body) for body in self._bodies)
        if name.label in ("GPE", "LOC"):
            return len(words) == 1 and len(letters) >= _STEM and letters[:_STEM] in self._openings
        return len(words) > 1 and "".join(word[0] for word in words) in self._initials


def _parts(dossier: Dossier) -> Iterator[UnnamedMatch]:
    """Parts of a country of which the sources have only the whole: eastern Ukraine, where they have Ukraine."""
    seen = set()
    for found in _PART.finditer(dossier.draft.own_words):
        part, place = found["part"].removesuffix("ern"), found["place"]
        if GAZETTEER.get(place) != "GPE" or found[0] in seen:
            continue
        seen.add(found[0])
        near = re.compile(rf"(?i)\b{part}.{{0,{_NEAR}}}\b{place}|\b{place}.{{0,{_NEAR}}}\b{part}")
        whole = re.compile(rf"\b{place}\b")
        places = [(source.id, at) for source in dossier.sources if (at := whole.search(source.doc.body))]
        if places and not any(near.search(source.doc.body) for source in dossier.sources):
            source, at = places[0]
            yield UnnamedMatch(Span(*found.span()), "unsupported", 0.0, source, Span(*at.span()), "part")

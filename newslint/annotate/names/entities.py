"""Entities: every name of a text with its label, what the model found and what it missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newslint.annotate.names.labels import labelled
from newslint.annotate.names.mended import mended
from newslint.annotate.names.searched import addressed, by_initials, explained, in_papers, joined, known, overlooked
from newslint.annotate.names.text import Text
from newslint.annotate.names.vocabulary import GIVEN_NAMES, addresses, is_role
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Entity
from newslint.spans import Span
from newslint.words import folded


def entities(found: Iterable[Entity], body: str) -> list[Entity]:
    """All names of a text, none overlapping another, in text order."""
    text = Text(body)
    from_model = _with_given_names(_cut_in_headlines([kept for entity in found for kept in mended(entity, text)], text), text)
    sure = [*addressed(text), *joined(from_model, body), *in_papers(body)]
    chosen = labelled(_longest([*sure, *known(text), *from_model]), sure, body)
    return _longest([*chosen, *overlooked(chosen, text), *explained(chosen, body), *by_initials(chosen, body)])


def _cut_in_headlines(found: Sequence[Entity], text: Text) -> list[Entity]:
    """Names in headlines, where a verb has a capital too, cut to what the text itself calls a name."""
    body = text.body
    names = {entity.span.of(body) for entity in found if text.capitals(entity.start) == "few"}
    cut = []
    for entity in found:
        words = entity.span.of(body).split(" ")
        if text.capitals(entity.start) == "titled" and " ".join(words) not in names:
            known = next((most for most in range(len(words) - 1, 1, -1) if " ".join(words[:most]) in names), len(words))
            entity = replace(entity, span=Span(entity.start, entity.start + len(" ".join(words[:known]))))
        cut.append(entity)
    return cut


def _with_given_names(found: Sequence[Entity], text: Text) -> list[Entity]:
    """Surnames before which the model overlooked the given name."""
    ends = {entity.end for entity in found}
    whole = []
    for entity in found:
        before = _GIVEN.search(text.body, max(0, entity.start - _LONGEST_GIVEN), entity.start)
        if entity.label == "PERSON" and before and before.end(1) not in ends and " " not in entity.span.of(text.body):
            word = before[1]
            unknown = word.lower() not in text.ordinary and not is_role(word) and not addresses(word) and word not in GAZETTEER
            ahead = text.body[max(0, before.start() - _AHEAD) : before.start()]
            opens = not ahead.rstrip(' “‘"(')[-1:].isalnum() and ahead.rstrip()[-1:] != ","
            if folded(word) in GIVEN_NAMES or (unknown and not opens and text.capitals(entity.start) == "few"):
                entity = replace(entity, span=Span(before.start(), entity.end))
        whole.append(entity)
    return whole


_GIVEN = compiled(r"(?<![\w'’.-])([A-Z][a-z]+) $")
_LONGEST_GIVEN = 20
_AHEAD = 40


def _longest(candidates: Iterable[Entity]) -> list[Entity]:
    """Of those that overlap the longest, or the first given; in text order."""
    taken: set[int] = set()
    kept = []
    for entity in sorted(candidates, key=lambda entity: -len(entity.span)):
        place = range(entity.start, entity.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(entity)
    return sorted(kept, key=lambda entity: entity.span)

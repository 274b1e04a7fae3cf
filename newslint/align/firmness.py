"""Statements that the draft makes surer, or less sure, than the sources do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from newslint.align.happenings import verbs
from newslint.align.wording import content
from newslint.comparisons import ClauseMatch, FirmnessMatch
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import Certainty, Clause, Softener
from newslint.spans import Span
from newslint.words import content_words

WITHIN = 0.15
"""Of several source clauses those are heard that are as like, within so much."""

VERBATIM = 0.9
"""Likeness from which every hedge of the source is looked for, not the weakest alone."""

ONE_WORD = 0.7
"""Likeness from which one word of what the hedge softens is enough to have it too."""

TOLD = 1
"""The level of what is alleged or reported; whoever the draft names for it answers for it."""

_GUESSED = compiled(
    r"\b(?<!for\s)(?<!the\s)(?<!of\s)(?<!a\s)(?:forecasts?|predict(?:s|ed)|fear(?:s|ed)|hope[sd]?|guess(?:es|ed)?|expects?|thinks?|intends?|aims?)\b",
    re.IGNORECASE,
)
"""Verbs by which the draft itself calls it a forecast or a fear."""

_CONDITION = compiled(
    r"\b(?:if|unless|whether|provided\sthat|as\slong\sas)\b|\bnot\s(?:\w+\s){0,3}(?:before|until)\b", re.IGNORECASE
)
"""Where what comes is conditional, undecided or only ruled out before a day, "will" is no surer than "may"."""

_AT_LAW = compiled(
    r"\b(?:police|officers|detectives|prosecut\w+|court|judge|jury|trial|indictment|lawsuit|complaint|affidavit|charges?)\b",
    re.IGNORECASE,
)
"""Who may tell an accusation without "allegedly"."""

_HEARD = compiled(r"\b(?:court|jury|tribunal|trial|hearing|inquest)\s(?:heard|hears|(?:was|is)\stold)\b", re.IGNORECASE)

_ENDED = compiled(r"[.!?…][\"'”’)]*$")
_UTMOST = compiled(r"\b(?:most|least|best|worst|first|last|\w{3,}est)\b", re.IGNORECASE)
_ONE_OF = compiled(r"\b(?:one\sof|among)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Held:
    """A source clause like one of the draft's, how sure it is, and the source's text."""

    match: ClauseMatch
    certainty: Certainty
    doc: Document


@dataclass(frozen=True)
class Own:
    """A clause of the draft, how sure it is, the hedges of its whole sentence, and whether that names who says something."""

    certainty: Certainty
    beside: Sequence[Softener]
    told: bool
    doc: Document


def firmness_matches(dossier: Dossier) -> tuple[FirmnessMatch, ...]:
    """Every clause of the draft that is firmer, or weaker, than all the source clauses most like it."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[FirmnessMatch]:
    docs = {source.id: source.doc for source in dossier.sources}
    there = {(id_, each.clause): each for id_, doc in docs.items() for each in doc.all(Certainty)}
    here = {each.clause: each for each in dossier.draft.all(Certainty)}
    beside: defaultdict[Span, list[Softener]] = defaultdict(list)
    for each in here.values():
        beside[each.clause.sentence] += each.hedges
    told = {one.sentence for one in dossier.draft.all(Clause) if one.attributions or one.kind == "attribution"}
    for clause, group in groupby(dossier.all(ClauseMatch), key=lambda match: match.clause):
        near = _near(list(group), docs, there)
        own = Own(here[clause], beside[clause.sentence], clause.sentence in told, dossier.draft)
        for change, step, place, other in (*_dropped(own, near), *_added(own, near)):
            first = near[0].match
            if first.source and first.other:
                yield FirmnessMatch(
                    place, "differs", first.score, first.source, other, clause, first.other, change, step, grounds=first.grounds
                )


def _near(
    group: Sequence[ClauseMatch], docs: Mapping[str, Document], there: Mapping[tuple[str, Clause], Certainty]
) -> Sequence[Held]:
    alike = [match for match in group if not match.opposed]
    return [
        Held(match, there[match.source, match.other], docs[match.source])
        for match in alike
        if match.source and match.other and match.score >= alike[0].score - WITHIN
    ]


Change = tuple[Literal["dropped", "added"], float, Span, Span]
"""What was done, by how many steps, what to mark in the draft and what in the nearest source."""


def _dropped(own: Own, near: Sequence[Held]) -> Iterator[Change]:
    lost = [_lost(own, held) for held in near]
    if lost and all(lost) and _answerable(own.certainty, near[0], own.doc):
        step = min(step for found in lost if found for step, _ in (found,))
        hedge = lost[0][1].span  # type: ignore[index]
        told = own.certainty.clause.attributions
        within = any(part.covers(hedge) for part in near[0].certainty.clause.parts)
        place = own.certainty.span if within or not told else own.certainty.span.through(told[0].cue)  # "Roe [reportedly] said"
        yield "dropped", step, place, hedge


def _lost(own: Own, held: Held) -> tuple[float, Softener] | None:
    """The hedge of the source that the draft has nothing as weak for in its sentence; in the same words, nothing with the same
    scope. By how many steps, too.
    """
    fewer = len(own.certainty.hedges) < len(held.certainty.hedges)
    best: tuple[float, Softener] | None = None
    for hedge in held.certainty.hedges:
        word = _first(hedge.scope, held.doc) if held.match.score >= VERBATIM and fewer else None
        mine = own.beside if held.match.score < VERBATIM else own.certainty.hedges
        mine = [each for each in mine if word is None or _first(each.scope, own.doc) == word]
        step = min((each.level for each in mine), default=4) - hedge.level
        if step > (best[0] if best else 0) and _softens(hedge, own, held):
            best = step, hedge
    return best


def _softens(hedge: Softener, own: Own, held: Held) -> bool:
    """Whether the draft states what the hedge softens: its verb and half of its words, one alone only in a clause much alike."""
    softened, clause = hedge.scope, own.certainty.clause
    if hedge.level <= TOLD and ((own.told and held.match.score < VERBATIM) or _lawful(clause, own.doc)):
        return False  # an accusation needs a name or "allegedly", not both
    if held.match.score < VERBATIM:
        if _UTMOST.search(softened.of(held.doc.body)) and _ONE_OF.search(clause.words(own.doc.body)):
            return False  # "possibly the biggest" is "one of the biggest"
        acts = verbs(held.doc.body, softened) & {stem for stem, _ in content(held.doc.body, softened)}
        if acts and not any(stem in acts for part in clause.parts for stem, _ in content(own.doc.body, part)):
            return False
    words = _stems(held.doc.body, softened)
    shared = words & _stems(own.doc.body, clause.sentence)
    return len(shared) * 2 >= len(words) and (len(shared) > 1 or held.match.score >= ONE_WORD)


def _answerable(own: Certainty, held: Held, draft: Document) -> bool:
    """Whether the writer says so, in words of the writer's own and in a sentence that neither guesses nor leaves it open, and
    names no source that the other text does not have.
    """
    if not _ENDED.search(own.clause.sentence.of(draft.body)):
        return False  # a headline
    if held.certainty.hedges[0].level > TOLD and (_guessed(own, held, draft) or _conditional(own.clause, draft)):
        return False
    mostly = 2 * len(own.clause.words(draft.own_words)) > len(own.clause.words(draft.body))
    named = own.clause.attributions and not held.certainty.clause.attributions
    return mostly and not named and not (own.doubted and not held.certainty.doubted)


def _guessed(own: Certainty, held: Held, draft: Document) -> bool:
    """Whether the draft calls it a forecast or a fear by a verb that the source does not have."""
    before = Span(own.clause.sentence.start, own.clause.end).of(draft.own_words)
    there = held.certainty.clause.sentence.of(held.doc.body).lower()
    return any(found[0].lower()[:6] not in there for found in _GUESSED.finditer(before))


def _conditional(clause: Clause, draft: Document) -> bool:
    """Whether a condition stands in the clause or in the one beside it."""
    beside = [one for one in draft.all(Clause) if one.sentence == clause.sentence]
    at = next(at for at, one in enumerate(beside) if one == clause)
    near = [one for one in beside[max(0, at - 1) : at + 2] if one == clause or one.kind == "subordinate"]
    return bool(_CONDITION.search(near[0].span.through(near[-1].span).of(draft.own_words)))


def _lawful(clause: Clause, doc: Document) -> bool:
    """Whether police or a court answer for the clause."""
    if _HEARD.search(clause.sentence.of(doc.body)):
        return True
    tellers = [each.source for each in clause.attributions if each.source]
    tellers += [one.span for one in doc.all(Clause) if one.sentence == clause.sentence and one.kind == "attribution"]
    return any(_AT_LAW.search(teller.of(doc.body)) for teller in tellers)


def _added(own: Own, near: Sequence[Held]) -> Iterator[Change]:
    """The hedge, where the source states the same plainly and nobody else is named for it."""
    cue = own.certainty.cue
    if cue and near and not own.doc.quoted(cue) and not any(held.certainty.doubted for held in near):
        step = min(held.certainty.level for held in near) - own.certainty.level
        if step > 0:
            yield "added", step, cue, near[0].certainty.span


def _first(span: Span, doc: Document) -> str:
    return next((word[:5] for word in content_words(span.of(doc.body))), "")


def _stems(text: str, span: Span) -> frozenset[str]:
    figures = {word for word in content_words(span.of(text)) if word[0].isdigit()}
    return frozenset(stem for stem, _ in content(text, span)) | figures

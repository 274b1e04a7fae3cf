"""What the draft says of a person's standing before the law, against what the sources say of the same person."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.comparisons import Alignment, Ground, StatusMatch
from newslint.document import Document, Dossier, Source
from newslint.mentions import DateMention, LegalStage, LegalStatus, Sentence
from newslint.spans import Span, starting_in

BEFORE: Mapping[LegalStage, tuple[LegalStage, ...]] = {
    "arrested": (),
    "uncharged": ("arrested",),
    "charged": ("arrested",),
    "remanded": ("arrested",),
    "bailed": ("arrested",),
    "on-trial": ("charged",),
    "not-guilty-plea": ("charged", "on-trial"),
    "guilty-plea": ("charged", "convicted", "on-trial"),
    "acquitted": ("on-trial", "not-guilty-plea"),
    "convicted": ("on-trial",),
    "sentenced": ("convicted",),
}
"""What a stage takes for granted, so that it bears it out: whoever was sentenced had been convicted. A plea of
guilty is as good as a conviction; the reverse does not hold."""

SAME_CASE, SAME_MAN = 0.2, 0.4
"""How much of its content a sentence must share with the source's: so that both tell of one case against the person
of this name, who may have been in court before; and so that "a man" is one man."""

Standing = tuple[Source, LegalStatus]


def status_matches(dossier: Dossier) -> tuple[StatusMatch, ...]:
    """One match for every statement of the draft about a person of whom the sources tell a stage.

    What bears it out may stand anywhere where the surname does; what contradicts it only where the
    sentences tell of one case.
    """
    wanted = dossier.draft.all(LegalStatus)
    if not wanted:
        return ()
    known: dict[str, list[Standing]] = defaultdict(list)
    for source in dossier.sources:
        for status in source.doc.all(LegalStatus):
            known[status.key].append((source, status))
    return tuple(_matches(dossier, wanted, known))


def _matches(dossier: Dossier, wanted: Sequence[LegalStatus], known: Mapping[str, Sequence[Standing]]) -> Iterator[StatusMatch]:
    near = {(one.span, one.source, one.source_span): one.score for one in dossier.all(Alignment)}
    for status in wanted:
        here = _sentence(dossier.draft, status)
        told = [
            (near.get((here, source.id, _sentence(source.doc, other)), 0.0), source, other)
            for source, other in known.get(status.key, ())
            if not _years_apart(_years(dossier.draft, here), _years(source.doc, _sentence(source.doc, other)))
        ]
        told = [one for one in told if status.named or one[0] >= SAME_MAN]
        borne = [one for one in told if _bears_out(one[2].stage, status.stage)]
        score, source, other = max(borne or told, key=lambda one: one[0], default=(0.0, None, None))
        if not source or not other or not (borne or score >= SAME_CASE):
            continue
        reached = {stage for _, _, one in told for stage in _implied(one.stage)}
        grounds = (
            Ground(f"the sentences share {score:.0%} of their content"),
            Ground(f"the sources have the person {', '.join(sorted(reached))}; the draft {status.stage}"),
        )
        yield StatusMatch(
            status.span, "same" if borne else "differs", score, source.id, other.span, status, other, grounds=grounds
        )


def _bears_out(source: LegalStage, draft: LegalStage) -> bool:
    """Whether the source's stage takes the draft's for granted; whoever is detained may not be charged yet."""
    return draft in _implied(source) or (draft == "uncharged" and source == "arrested")


def _implied(stage: LegalStage) -> set[LegalStage]:
    """The stage with all that it takes for granted."""
    return {stage}.union(*(_implied(before) for before in BEFORE[stage]))


def _sentence(doc: Document, status: LegalStatus) -> Span:
    sentences = doc.all(Sentence)
    return sentences[bisect_right(sentences, status.start, key=lambda sentence: sentence.start) - 1].span


def _years(doc: Document, sentence: Span) -> frozenset[int]:
    dates = starting_in(doc.all(DateMention), sentence.start, sentence.end)
    return frozenset(date.year for date in dates if date.year and not date.relative)


def _years_apart(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether both sentences name their years, and none in common: two cases against one person."""
    return bool(one) and bool(other) and not one & other

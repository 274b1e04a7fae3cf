"""Runs of sentences with nothing in any source behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Ground, Support
from newslint.document import Document, Source
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

Run = Sequence[Support]


@dataclass(frozen=True)
class PassageUnsupported(Check):
    """Sentences in a row that no source speaks of: one finding for them all, at the first.

    The case ``facts`` is a passage of at least ``passage`` sentences that gives a figure, a date or a
    name which no source has. Where at least ``share`` of the draft has nothing behind it, that is said once for the draft.
    """

    name: ClassVar[str] = "passage-unsupported"
    needs: ClassVar[tuple[type, ...]] = (Support, Source)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"sentences"}),
        "facts": frozenset({"sentences", "facts"}),
        "draft": frozenset({"some", "all", "longest"}),
    }

    passage: int = 2
    share: float = 0.5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # they stand behind what no text holds
        every = ctx.dossier.all(Support)
        runs = list(_runs(every))
        bare = sum(map(len, runs))
        if len(runs) > 1 and bare >= self.share * len(every):
            longest = max(runs, key=len)
            slots = {"some": bare, "all": len(every), "longest": _lines(longest, ctx.draft)}
            yield Match(runs[0][0].span, slots, case="draft", reach=tuple(one.span for run in runs for one in run))
            return
        for run in runs:
            yield self._match(run, ctx.draft)

    def _match(self, run: Run, draft: Document) -> Match:
        facts = [piece for support in run for piece in support.pieces if piece.kind in ("figure", "date", "name")]
        unknown = list(dict.fromkeys(one_line(piece.span.of(draft.text)) for piece in facts if piece.verdict == "unsupported"))
        lines = _lines(run, draft)
        slots = {"sentences": "this sentence" if len(run) == 1 else f"these {len(run)} sentences ({lines})"}
        grounds = tuple(_ground(support, draft) for support in run)
        if unknown and len(run) >= self.passage:
            return Match(run[0].span, slots | {"facts": _listed(unknown)}, case="facts", grounds=grounds, reach=_reach(run))
        return Match(run[0].span, slots, grounds=grounds, reach=_reach(run))


def _runs(every: Sequence[Support]) -> Iterator[Run]:
    run: list[Support] = []
    for support in every:
        if support.verdict == "unsupported":
            run.append(support)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _reach(run: Run) -> tuple[Span, ...]:
    """Every sentence of the run: what no source has in one of them is no news beside the finding."""
    return tuple(support.span for support in run)


def _ground(support: Support, draft: Document) -> Ground:
    line, column = draft.position(support.start)
    return Ground(f"the nearest passages have {support.score:.0%} of the sentence at {line}:{column}")


def _lines(run: Run, draft: Document) -> str:
    first, last = (draft.position(at)[0] for at in (run[0].start, run[-1].end))
    return f"line {first}" if first == last else f"lines {first} to {last}"


def _listed(words: Sequence[str], most: int = 3) -> str:
    """The first of them in quotation marks, and how many more there are."""
    shown = ", ".join(f"“{word}”" for word in words[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown

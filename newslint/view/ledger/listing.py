"""The ledger as lines: the sum of it first, then what differs, then the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TextIO

from newslint.view.ledger.held import NO_SOURCES, VERDICTS, Held, head, ordered, sources, summary, told
from newslint.view.readable import readable


def show(drafts: Iterable[Held], out: TextIO, only: Collection[str], *, every: bool = False) -> None:
    """Write these drafts; of their sentences those with one of these verdicts, in text order where ``every`` detail is
    asked for."""
    for at, held in enumerate(drafts):
        out.writelines(line + "\n" for line in (*([""] if at else []), *_lines(held, only, every=every)))


def _lines(held: Held, only: Collection[str], *, every: bool) -> Iterator[str]:
    name = readable(held.name)
    if not held.rows["sources"]:
        yield f"{name}: {NO_SOURCES}"
        return
    yield f"{name}: {summary(held.rows)}"
    for label, words in sources(held.rows):
        yield f"  {label:<9} {readable(words)}"
    before = ""
    for sentence in ordered(held, only, every=every):
        lines = told(held, sentence, every=every)
        if lines or before != sentence["verdict"]:
            yield ""
        before = "" if lines else sentence["verdict"]
        yield f"{held.where(sentence)}  {VERDICTS[sentence['verdict']].word}: {head(held, sentence, every=every)}"
        for line in lines:
            place = f"{held.where(line.passage)}  " if line.passage else ""
            yield f"  {line.label:<9} {place}{line.words}"

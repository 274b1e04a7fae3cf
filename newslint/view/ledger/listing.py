"""The ledger as lines: the sum of it first, then sentence by sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TextIO

from newslint.view.ledger.held import NO_SOURCES, VERDICTS, Held, sources, summary, told
from newslint.view.marks import readable


def show(drafts: Iterable[Held], out: TextIO, only: Collection[str]) -> None:
    """Write these drafts; of their sentences those with one of these verdicts."""
    for at, held in enumerate(drafts):
        out.writelines(line + "\n" for line in (*([""] if at else []), *_lines(held, only)))


def _lines(held: Held, only: Collection[str]) -> Iterator[str]:
    name = readable(held.name)
    if not held.rows["sources"]:
        yield f"{name}: {NO_SOURCES}"
        return
    yield f"{name}: {summary(held.rows)}"
    for label, words in sources(held.rows):
        yield f"  {label:<9} {readable(words)}"
    for sentence in held.rows["sentences"]:
        if sentence["verdict"] in only:
            yield ""
            yield f"{held.where(sentence)}  {VERDICTS[sentence['verdict']].word}: {held.words(sentence)}"
            for line in told(held, sentence):
                place = f"{held.where(line.passage)}  " if line.passage else ""
                yield f"  {line.label:<9} {place}{line.words}"

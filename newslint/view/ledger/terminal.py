"""The ledger at a terminal: colours, and a sign for each verdict so that colour is not the only one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, TextIO

from newslint.view.ledger.held import NO_SOURCES, VERDICTS, Held, Line, Row, head, ordered, sources, summary, told
from newslint.view.readable import readable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

LABELS = {"differs": "bold red", "missing": "magenta", "same": "green", "unused": "yellow", "credited": "yellow"}


def show(drafts: Iterable[Held], out: TextIO, only: Collection[str], *, color: bool, every: bool = False) -> None:
    """Write these drafts; of their sentences those with one of these verdicts, in text order where ``every`` detail is
    asked for."""
    from rich.console import Console

    console = Console(file=out, force_terminal=color, no_color=not color, highlight=False)
    for held in drafts:
        _about(held, console)
        before = ""
        for sentence in ordered(held, only, every=every):
            lines = told(held, sentence, every=every)
            if before and (lines or before != sentence["verdict"]):
                console.print()
            before = "in full" if lines else sentence["verdict"]
            console.print(_sentence(held, sentence, lines, every=every))
        console.print()


def _about(held: Held, console: Console) -> None:
    from rich.text import Text

    console.print(Text(readable(held.name), "bold underline"))
    if not held.rows["sources"]:
        console.print(Text(NO_SOURCES))
        console.print()
        return
    console.print(Text(summary(held.rows), "bold"))
    table = _grid()
    for label, words in sources(held.rows):
        table.add_row("", Text(label, LABELS.get(label, "dim")), Text(readable(words)))
    console.print(table)
    console.print()


def _sentence(held: Held, sentence: Row, lines: Iterable[Line], *, every: bool) -> Table:
    from rich.text import Text

    shown = VERDICTS[sentence["verdict"]]
    table = _grid()
    verdict = Text(f"{shown.sign} {shown.word}", shown.style)
    words = Text(head(held, sentence, every=every), "bold" if sentence["verdict"] == "differs" else "")
    table.add_row(Text(held.where(sentence), "cyan"), verdict, words)
    for line in lines:
        place = f"{held.where(line.passage)}  " if line.passage else ""
        table.add_row("", Text(line.label, LABELS.get(line.label, "dim")), Text.assemble((place, "cyan"), line.words))
    return table


def _grid() -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=7)
    table.add_column(width=11)
    table.add_column(ratio=1)
    return table

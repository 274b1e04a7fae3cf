"""``--timing``: where the time of a run went, on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from newslint.cli.setup import Linters
from newslint.timing import Clock, Kind, Spent

MOST = 15
"""Rows of a table; the others are added up in one."""

NAME = 44
"""Columns of a name; a longer one is cut."""

WIDTHS = (8, 9, 8, 13)
"""Columns of the numbers behind it."""

TITLES: dict[Kind, str] = {"rule": "dearest rules", "layer": "dearest layers"}


def told(args: argparse.Namespace, check: Callable[[argparse.Namespace, Linters], int]) -> int:
    """Run a check in this process alone, with nothing kept from before; say where its time went, and give its exit status."""
    args.no_cache, args.jobs = True, 1
    linters = Linters(args)
    linters.clock = clock = Clock()
    status = check(args, linters)
    sys.stdout.flush()
    sys.stderr.writelines(f"{line}\n" for line in lines(clock))
    return status


def lines(clock: Clock) -> Iterator[str]:
    """Three tables: all of the time, the dearest rules, and the dearest layers; shares are of all of it."""
    total = clock.total
    known = sum(spent.own for spent in clock.spent.values())
    parts = [(name, spent) for (kind, name), spent in clock.spent.items() if kind == "part"]
    sums = [(f"{kind}s", added(_of(clock, kind))) for kind in TITLES]
    rest = total - clock.start - known
    yield _head("timing", "calls", "seconds", "share")
    yield _row("starting", Spent(1, clock.start, clock.start), total)
    yield from (_row(name, spent, total) for name, spent in (*parts, *sums))
    yield _row("all else", Spent(0, rest, rest), total)
    yield _row("total", Spent(0, total, total), total)
    for kind, title in TITLES.items():
        rows = sorted(_of(clock, kind).items(), key=lambda row: (-row[1].own, row[0]))
        if rows:
            yield ""
            yield _head(title, "calls", "seconds", "share", "with others")
        yield from (_row(name, spent, total, whole=True) for name, spent in rows[:MOST])
        if others := dict(rows[MOST:]):
            yield _row(f"{len(others)} others", added(others), total)


def added(rows: dict[str, Spent]) -> Spent:
    """All of these in one."""
    return Spent(sum(row.calls for row in rows.values()), sum(row.own for row in rows.values()))


def _of(clock: Clock, wanted: Kind) -> dict[str, Spent]:
    return {name: spent for (kind, name), spent in clock.spent.items() if kind == wanted}


def _head(name: str, *columns: str) -> str:
    return f"{name:<{NAME}}" + "".join(f"{column:>{width}}" for column, width in zip(columns, WIDTHS, strict=False))


def _row(name: str, spent: Spent, total: float, *, whole: bool = False) -> str:
    shown = [f"{spent.calls:,}" if spent.calls else "", f"{spent.own:.3f}", f"{spent.own / total:.1%}"]
    return _head(name if len(name) < NAME else f"{name[: NAME - 2]}…", *shown, *([f"{spent.whole:.3f}"] if whole else []))

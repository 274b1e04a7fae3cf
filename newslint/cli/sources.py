"""``newslint sources``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from newslint.cli.drafts import awaited, dossiers
from newslint.cli.progress import followed
from newslint.cli.setup import Linters
from newslint.cli.streams import colored, lines, output
from newslint.errors import NewslintError, UsageError
from newslint.finding import Outcome
from newslint.ledger import VERDICTS, asked, ledger
from newslint.run import batch
from newslint.run.ledgers import held
from newslint.sources.progress import told
from newslint.typedyaml import nearest
from newslint.view.ledger.held import Held

View = Callable[[Iterable[Held], TextIO, Collection[str]], None]


def sources(args: argparse.Namespace) -> int:
    linters = Linters(args)
    only = _chosen(args.only)
    if not args.files and not args.batch:
        raise UsageError("name a draft, a folder, or - for standard input")
    with ExitStack() as stack:
        if args.batch:
            _batch(args, linters, only, stack)
            return linters.status
        found = _outcomes(args, linters)
        first = next(found, None)  # where there is none, the last report is left as it is
        if first:
            _show(chain([first], found), args, only, output(args, stack))
    return linters.status


def _outcomes(args: argparse.Namespace, linters: Linters) -> Iterator[Outcome]:
    """One for each draft that can be read: what the rules that compare have to say; a rule that could not is named."""
    for linter, dossier in dossiers(args, linters):
        with told(awaited(dossier)):
            outcome = linter.check(dossier, rules=asked(linter.active(dossier.draft.name)))
        for fault in (
            *outcome.problems,
            *(NewslintError(f"{outcome.draft.name}: {rule} broke off ({why})") for rule, why in outcome.crashed),
        ):
            linters.complain(fault)
        yield outcome


def _batch(args: argparse.Namespace, linters: Linters, only: list[str], stack: ExitStack) -> None:
    if args.files:
        raise UsageError("--batch and files do not go together")
    if args.format not in (None, "json"):
        raise UsageError("--batch writes JSON, one answer a line")
    if args.source or args.sources or args.sources_dir or args.archive or args.fetch or args.refetch:
        raise UsageError("--batch takes its sources from each line, not from the command line")
    out = output(args, stack)
    for answer in batch.ledgers(followed(lines(args.batch, stack), "documents"), linters.of(Path())):
        out.write(json.dumps(_only(answer, only), ensure_ascii=False) + "\n")
        out.flush()
        linters.failed |= "error" in answer


def _only(rows: dict[str, Any], verdicts: Collection[str]) -> dict[str, Any]:
    """The rows without the sentences of other verdicts."""
    if "sentences" not in rows:
        return rows
    return rows | {"sentences": [sentence for sentence in rows["sentences"] if sentence["verdict"] in verdicts]}


def _chosen(words: Iterable[list[str]] | None) -> list[str]:
    """The verdicts of --only; all of them where none is named."""
    named = {*chain.from_iterable(words or ())}
    for name in sorted(named):
        if name not in VERDICTS:
            raise UsageError(f"no verdict is called {name!r}{nearest(name, VERDICTS)}")
    return [name for name in VERDICTS if name in named or not named]


def _show(found: Iterable[Outcome], args: argparse.Namespace, only: list[str], out: TextIO) -> None:
    form = args.format or ("terminal" if out.isatty() else "text")
    if form == "json":
        for outcome in found:
            out.write(json.dumps(_only(ledger(outcome), only), ensure_ascii=False) + "\n")
    else:
        _view(form, args, out)(map(held, found), out, only)


def _view(form: str, args: argparse.Namespace, out: TextIO) -> View:
    """Imported when asked for, so that lines cost no more than lines."""
    if form == "html":
        from newslint.view.ledger import html

        return html.show
    if form == "terminal":
        from newslint.view.ledger import terminal

        color = colored(args, out)
        return lambda held, out, only: terminal.show(held, out, only, every=args.every, color=color)
    from newslint.view.ledger import listing

    return lambda held, out, only: listing.show(held, out, only, every=args.every)

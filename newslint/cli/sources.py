"""``newslint sources``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from newslint.cli.drafts import dossiers
from newslint.cli.setup import Linters
from newslint.cli.streams import colored, lines, output
from newslint.document import Dossier
from newslint.errors import UsageError
from newslint.inspection import inspection
from newslint.ledger import VERDICTS, ledger
from newslint.run import batch
from newslint.typedyaml import nearest
from newslint.view.ledger.held import Held
from newslint.view.marks import Seen

View = Callable[[Iterable[Held], TextIO, Collection[str]], None]


def sources(args: argparse.Namespace) -> int:
    linters = Linters(args)
    only = _chosen(args.only)
    if not args.files and not args.batch:
        raise UsageError("name a draft, a folder, or - for standard input")
    with ExitStack() as stack:
        if args.batch:
            _batch(args, linters, only, stack)
            return 2 if linters.failed else 0
        found = (dossier for _, dossier in dossiers(args, linters))
        first = next(found, None)  # where there is none, the last report is left as it is
        if first:
            _show(chain([first], found), args, only, output(args, stack))
    return 2 if linters.failed else 0


def _batch(args: argparse.Namespace, linters: Linters, only: list[str], stack: ExitStack) -> None:
    if args.files:
        raise UsageError("--batch and files do not go together")
    if args.format not in (None, "json"):
        raise UsageError("--batch writes JSON, one answer a line")
    if args.source or args.sources or args.sources_dir or args.archive or args.fetch or args.refetch:
        raise UsageError("--batch takes its sources from each line, not from the command line")
    out = output(args, stack)
    for answer in batch.ledgers(lines(args.batch, stack), linters.of(Path())):
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
            raise UsageError(f"no verdict is called {name!r}{nearest(name, VERDICTS)}; there are {', '.join(VERDICTS)}")
    return [name for name in VERDICTS if name in named or not named]


def _show(found: Iterable[Dossier], args: argparse.Namespace, only: list[str], out: TextIO) -> None:
    form = args.format or ("terminal" if out.isatty() else "text")
    if form == "json":
        for dossier in found:
            out.write(json.dumps(_only(ledger(dossier), only), ensure_ascii=False) + "\n")
    else:
        _view(form, args, out)((_held(dossier) for dossier in found), out, only)


def _held(dossier: Dossier) -> Held:
    draft, *others = (
        Seen(inspection(doc, ("blocks",)), doc.prose) for doc in (dossier.draft, *(source.doc for source in dossier.sources))
    )
    return Held(ledger(dossier), draft, {source.id: seen for source, seen in zip(dossier.sources, others, strict=True)})


def _view(form: str, args: argparse.Namespace, out: TextIO) -> View:
    """Imported when asked for, so that lines cost no more than lines."""
    if form == "html":
        from newslint.view.ledger import html

        return html.show
    if form == "terminal":
        from newslint.view.ledger import terminal

        color = colored(args, out)
        return lambda held, out, only: terminal.show(held, out, only, color=color)
    from newslint.view.ledger import listing

    return listing.show

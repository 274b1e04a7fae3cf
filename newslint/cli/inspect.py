"""``newslint inspect``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TextIO

from newslint.cli.drafts import drafts
from newslint.cli.progress import followed
from newslint.cli.setup import Linters
from newslint.cli.streams import colored, lines, output
from newslint.document import Document
from newslint.errors import UsageError
from newslint.inspection import LAYERS, inspection
from newslint.run import batch
from newslint.typedyaml import nearest
from newslint.view.marks import Seen

View = Callable[[Iterable[Seen], TextIO], None]


def inspect(args: argparse.Namespace) -> int:
    linters = Linters(args, rules=False)
    layers = _chosen(args.layers)
    with ExitStack() as stack:
        if args.batch:
            _batch(args, linters, stack)
        elif not args.files:
            raise UsageError("name a draft, or - for standard input")
        else:
            docs = (doc for _, doc in drafts(args, linters))
            first = next(docs, None)  # where there is none, the last report is left as it is
            if first:
                _show(chain([first], docs), args, layers, output(args, stack))
    return linters.status


def _chosen(words: Iterable[list[str]] | None) -> list[str]:
    """The layers of --layers, in the order in which they are shown; none where all are meant."""
    named = {*chain.from_iterable(words or ())}
    for name in sorted(named):
        if name not in LAYERS:
            raise UsageError(f"no layer is called {name!r}{nearest(name, LAYERS)}")
    return [name for name in LAYERS if name in named]


def _batch(args: argparse.Namespace, linters: Linters, stack: ExitStack) -> None:
    if args.files:
        raise UsageError("--batch and files do not go together")
    if args.format not in (None, "json") or args.layers or args.text:
        raise UsageError("--batch writes every layer as JSON, one answer a line")
    out = output(args, stack)
    for answer in batch.inspected(followed(lines(args.batch, stack), "documents"), linters.of(Path())):
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
        linters.failed |= "error" in answer


def _show(drafts: Iterable[Document], args: argparse.Namespace, layers: list[str], out: TextIO) -> None:
    form = args.format or ("terminal" if out.isatty() else "text")
    if args.text:
        out.writelines(doc.reading.text.rstrip("\n") + "\n" for doc in drafts)
    elif form == "json":
        out.writelines(json.dumps(inspection(doc, layers or None), ensure_ascii=False) + "\n" for doc in drafts)
    else:
        # the views show the blocks, whatever else is asked for
        asked = {*layers, "blocks"} if layers and form != "text" else layers or None
        _view(form, args, layers, out)((Seen(inspection(doc, asked), doc.prose, doc.text) for doc in drafts), out)


def _view(form: str, args: argparse.Namespace, layers: list[str], out: TextIO) -> View:
    """Imported when asked for, so that lines cost no more than lines."""
    if form == "html":
        from newslint.view import html

        return lambda seen, out: html.show(seen, out, layers)
    if form == "terminal":
        from newslint.view import terminal

        color = colored(args, out)
        return lambda seen, out: terminal.show(seen, out, layers, color=color)
    from newslint.view import listing

    return listing.show

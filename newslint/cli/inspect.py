"""``newslint inspect``."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path

from newslint.cli.check import lines
from newslint.cli.setup import Linters
from newslint.errors import InputError, UsageError
from newslint.inspection import inspection, listing
from newslint.run import batch, files


def inspect(args: argparse.Namespace) -> int:
    linters = Linters(args, rules=False)
    if args.batch:
        with ExitStack() as stack:
            for answer in batch.inspected(lines(args.batch, stack), linters.of(Path())):
                print(json.dumps(answer, ensure_ascii=False), flush=True)
                linters.failed |= "error" in answer
        return 2 if linters.failed else 0
    if not args.files:
        raise UsageError("name a draft, or - for standard input")
    for draft in files.drafts(args.files):
        try:
            _show(draft, args, linters)
        except InputError as problem:
            linters.complain(problem)
    return 2 if linters.failed else 0


def _show(draft: Path | InputError | None, args: argparse.Namespace, linters: Linters) -> None:
    if isinstance(draft, InputError):
        raise draft
    path = Path(args.stdin_display_name) if draft is None else draft
    linter = linters.of(path)
    doc = linter.parse(path, sys.stdin.buffer.read()) if draft is None else linter.read(path)
    doc = linter.dossier(doc)[0].draft
    if args.text:
        print(doc.reading.text.rstrip("\n"))
    elif args.format == "json":
        print(json.dumps(inspection(doc), ensure_ascii=False))
    else:
        sys.stdout.write(listing(inspection(doc), doc))

"""The drafts that a command line names, with their sources, for every command that reads some.

A command goes over ``dossiers(args, linters)`` (or over ``drafts``, where it needs no sources)
and never meets what could not be read: that is said on standard error, the others go on, and
``linters.failed`` is set, from which the exit status follows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from newslint.cli.setup import Linters
from newslint.document import Document, Dossier
from newslint.errors import InputError
from newslint.linter import Linter
from newslint.run import files


def drafts(args: argparse.Namespace, linters: Linters, *, may_be_empty: bool = False) -> Iterator[tuple[Linter, Document]]:
    """Each draft of ``args.files`` with the linter for it, dated; those that are excluded are left out.

    An empty draft is said; it is a fault unless ``may_be_empty``.
    """
    for draft in files.drafts(args.files):
        try:
            if isinstance(draft, InputError):
                raise draft
            path = Path(args.stdin_display_name) if draft is None else draft
            linter = linters.of(path)
            if draft and files.excluded(draft, linter.config):
                continue
            doc = linter.parse(path, sys.stdin.buffer.read()) if draft is None else linter.read(path)
            if not doc.text.strip():
                if not may_be_empty:
                    raise InputError("is empty", path=path)
                print(f"newslint: {path}: is empty", file=sys.stderr)
            yield linter, linter.dated(doc)
        except InputError as problem:
            linters.complain(problem)


def dossiers(args: argparse.Namespace, linters: Linters, *, may_be_empty: bool = False) -> Iterator[tuple[Linter, Dossier]]:
    """Each draft with the linter for it and the sources that could be had."""
    for linter, doc in drafts(args, linters, may_be_empty=may_be_empty):
        dossier, problems = linter.dossier(doc)
        for problem in problems:
            linters.complain(problem)
        yield linter, dossier

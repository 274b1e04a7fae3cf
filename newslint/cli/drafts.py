"""The drafts that a command line names, with their sources, for every command that reads some.

A command goes over ``dossiers(args, linters)`` (or over ``drafts``, where it needs no sources)
and never meets what could not be read: that is said on standard error, the others go on, and
``linters.failed`` is set, from which the exit status follows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from newslint.cli.progress import followed
from newslint.cli.setup import Linters
from newslint.document import Document, Dossier
from newslint.errors import InputError, NewslintError, one_line
from newslint.linter import Linter
from newslint.paths import is_file
from newslint.run import files
from newslint.spans import GONE

STDIN = "stdin.txt"
"""What standard input is called where nobody says."""

LONG, MANY = 200_000, 20
"""Characters, and sources, that are not compared in the blink of an eye."""


def drafts(args: argparse.Namespace, linters: Linters, *, may_be_empty: bool = False) -> Iterator[tuple[Linter, Document]]:
    """Each draft of ``args.files`` with the linter for it, dated; those that are excluded are left out.

    An empty draft is said; it is a fault unless ``may_be_empty``.
    """
    for draft in _followed(args):
        path = Path(args.stdin_display_name) if draft is None else draft
        try:
            if isinstance(path, InputError):
                raise path
            read = _read(args, linters, path, given=draft is None)
            if read and (nothing := _nothing(read[1])):
                if not may_be_empty:
                    raise InputError(nothing, path=path)
                linters.say(f"newslint: {one_line(str(path))}: {nothing}")
        except InputError as problem:
            linters.complain(problem)
        except NewslintError:
            raise
        except Exception:
            linters.broke(str(path))
        else:
            if read:
                yield read


def _nothing(doc: Document) -> str:
    """What is said of a draft without words; empty for one that has some."""
    if not doc.text.strip():
        return "is empty"
    return "" if doc.prose.replace(GONE, "").strip() else "has no words, only markup"


def _followed(args: argparse.Namespace) -> Iterator[Path | InputError | None]:
    """The drafts named, with a bar at a terminal; what is patched or mended goes past it, and so has none."""
    if not sys.stderr.isatty() or getattr(args, "diff", False) or "-" in args.files:
        return files.drafts(args.files)
    named = list(files.drafts(args.files))
    return followed(named, "drafts", len(named))


def _read(args: argparse.Namespace, linters: Linters, path: Path, *, given: bool) -> tuple[Linter, Document] | None:
    """The draft at this path, or on standard input under its name; None for one that is excluded."""
    linter = linters.of(path)
    if not given and files.excluded(path, linter.config):
        return None
    if not given:
        return linter, linters.same(linter, linter.dated(linter.read(path)))
    try:
        raw = linters.given[str(path)] = sys.stdin.buffer.read()
    except OSError as fault:
        raise InputError(f"cannot be read: {fault.strerror}", path=path) from None
    doc = linter.fitting(path, raw)
    saved = path if args.stdin_display_name != STDIN and is_file(path) else None
    return linter, linters.same(linter, linter.dated(replace(doc, path=saved)))


def gathered(
    args: argparse.Namespace, linters: Linters, *, may_be_empty: bool = False
) -> Iterator[tuple[Linter, Dossier, list[InputError]]]:
    """Each draft with the linter for it and the sources that could be had, and what was wrong with the others.

    A draft whose sources break us costs itself alone.
    """
    for linter, doc in drafts(args, linters, may_be_empty=may_be_empty):
        try:
            dossier, problems = linter.dossier(doc, kept=partial(linters.same, linter))
        except NewslintError as problem:
            linters.complain(problem)
        except Exception:
            linters.broke(doc.name)
        else:
            yield linter, linters.same(linter, dossier), problems


def dossiers(args: argparse.Namespace, linters: Linters, *, may_be_empty: bool = False) -> Iterator[tuple[Linter, Dossier]]:
    """The same, what was wrong said on standard error."""
    for linter, dossier, problems in gathered(args, linters, may_be_empty=may_be_empty):
        for problem in problems:
            linters.complain(problem)
        yield linter, dossier


def awaited(dossier: Dossier) -> str:
    """What a person at a terminal waits for while this draft is compared; empty where it will not be long."""
    size = sum(len(source.doc.text) for source in dossier.sources)
    if size < LONG and len(dossier.sources) < MANY:
        return ""
    sources = "1 source" if len(dossier.sources) == 1 else f"{len(dossier.sources)} sources"
    return f"comparing {dossier.draft.name} with {sources} ({size / 1_000_000:.1f} million characters)"

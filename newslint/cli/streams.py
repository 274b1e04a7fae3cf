"""What the commands read from and write to."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from newslint.cli.progress import above
from newslint.errors import InputError, UsageError
from newslint.paths import is_file, is_folder
from newslint.read import SUFFIXES

_OURS = '<meta name="generator" content="newslint '
"""Near the top of every page that newslint writes, so that the next one may take its place."""


def output(args: argparse.Namespace, stack: ExitStack) -> TextIO:
    """The file of --output-file, or standard output."""
    if not args.output_file:
        return above(sys.stdout)
    return stack.enter_context(_written(args.output_file))


def colored(args: argparse.Namespace, out: TextIO) -> bool:
    """Whether to write in colour: as --color says, then as NO_COLOR or FORCE_COLOR, else at a terminal that is not dumb."""
    if args.color != "auto":
        return bool(args.color == "always")
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def one_place() -> bool:
    """Whether standard output and standard error are read together: one terminal, one pipe, one file."""
    try:
        return os.path.samestat(os.fstat(sys.stdout.fileno()), os.fstat(sys.stderr.fileno()))
    except (OSError, ValueError):  # a stream that is no file
        return False


def lines(name: str, stack: ExitStack) -> Iterable[bytes]:
    """The lines of a file, or of standard input for ``-``; read as they are needed."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return stack.enter_context(Path(name).open("rb"))
    except OSError as fault:
        raise InputError(f"cannot be read: {fault.strerror}", path=name) from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What cannot be written in here is said of the file that it happened to, or of this one."""
    try:
        yield
    except OSError as fault:
        raise InputError(f"cannot be written: {fault.strerror}", path=fault.filename or path) from None


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of ``path`` when all is written, so that nothing is lost before."""
    if is_folder(path) or not path.name:
        raise UsageError(f"--output-file {path} is a folder; name a file in it")
    new = path.with_name(f".{path.name}.new")
    try:
        if _may_be_a_draft(path):
            raise UsageError(f"--output-file {path} is a text that may be a draft; give the report another name")
        with new.open("w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
        new.replace(path)
    except OSError as fault:
        raise InputError(f"cannot be written: {fault.strerror}", path=path) from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _may_be_a_draft(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or not is_file(path) or not path.stat().st_size:
        return False
    with path.open(encoding="utf-8", errors="replace") as text:
        return _OURS not in text.read(2000)

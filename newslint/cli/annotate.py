"""``--annotate``: a Word file or an OpenDocument text given back with its findings as comments."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newslint.cli.setup import Linters
from newslint.cli.streams import writing
from newslint.errors import InputError, UsageError, one_line
from newslint.finding import Finding, Outcome
from newslint.paths import is_folder, is_there, same
from newslint.read.kinds import ending


class Annotator:
    """Writes the one draft of a command line anew, with comments in it; does nothing where nobody asked for that.

    Raises UsageError where the words do not fit together, or another's file would be lost.
    """

    def __init__(self, args: argparse.Namespace, linters: Linters) -> None:
        self.out: Path | None = args.annotate
        self.linters = linters
        self.quiet = args.quiet
        self.done = ""
        if self.out is None:
            return
        if args.fix or args.diff or args.update_baseline:
            raise UsageError("--annotate changes no draft: leave out --fix, --diff and --update-baseline")
        _refuse_to_lose(self.out, [Path(word) for word in args.files])

    def annotate(self, outcome: Outcome, findings: Iterable[Finding]) -> None:
        """Write the draft of this outcome with a comment for each of these findings."""
        if self.out is None:
            return
        draft = outcome.draft
        if self.done:
            raise UsageError(f"--annotate takes one draft; {one_line(self.done)} is written, {one_line(draft.name)} is another")
        try:
            self._write(outcome, [*findings])
        except InputError as fault:
            self.linters.complain(fault)

    def _write(self, outcome: Outcome, findings: list[Finding]) -> None:
        from newslint.run.comments import commented, comments

        draft, out = outcome.draft, Path(self.out or "")
        kind = draft.meta.get("extracted")
        if kind in ("docx", "odt") and ending(out) != kind:
            raise UsageError(f"--annotate {out}: give it the ending .{kind}, since it is the draft with comments in it")
        given = self.linters.given.get(draft.name)
        with writing(Path(draft.name)):
            raw = given if given is not None else Path(draft.name).read_bytes()
        _save(out, commented(draft, raw, comments(outcome, findings)))
        self.done = draft.name
        if not self.quiet:
            number = f"{len(findings)} comment{'s' if len(findings) != 1 else ''}"
            print(f"newslint: {one_line(str(out))}: {number} on {one_line(draft.name)}", file=sys.stderr)


def _refuse_to_lose(out: Path, drafts: Iterable[Path]) -> None:
    if is_folder(out) or not out.name:
        raise UsageError(f"--annotate {out} is a folder; name a file in it")
    if any(same(out, draft) for draft in drafts):
        raise UsageError(f"--annotate {out} is the draft itself; give the copy with comments another name")
    if is_there(out):
        from newslint.run.comments.packing import is_ours

        if not is_ours(out):
            raise UsageError(f"--annotate {out} is there already, and somebody may have worked in it; give another name")


def _save(out: Path, raw: bytes) -> None:
    """Put the bytes there in one piece, or nothing."""
    new = out.with_name(f".{out.name}.new")
    with writing(out):
        try:
            with new.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            new.replace(out)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)

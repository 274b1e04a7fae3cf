"""``--fix`` and ``--diff``: safe fixes put into drafts, or shown."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from newslint import fixes
from newslint.cli.setup import Linters
from newslint.document import Document
from newslint.errors import InputError, NewslintError, UsageError, one_line
from newslint.finding import Outcome
from newslint.paths import real
from newslint.run.diff import diff
from newslint.run.mending import Looked
from newslint.run.saving import as_bytes, save


class Mender:
    """Mends the drafts of one command line; ``changed`` is set when it has, or with ``--diff`` would have."""

    def __init__(self, args: argparse.Namespace, linters: Linters) -> None:
        if args.show_fixes and not (args.fix or args.diff):
            raise UsageError("--show-fixes goes with --fix or --diff")
        self.args = args
        self.linters = linters
        self.changed = False
        self.saved: set[Path] = set()
        """The real paths of the files that were written."""

    @property
    def takes_standard_output(self) -> bool:
        """Whether the mended text goes there, so that the report cannot."""
        return bool(self.args.fix) and "-" in self.args.files and not self.args.output_file

    @property
    def wanted(self) -> bool:
        return bool(self.args.fix or self.args.diff)

    def mend(self, seen: Looked) -> Outcome:
        """The outcome of the draft as it is when its safe fixes are made; a draft that cannot be written stays."""
        outcome, made = seen.outcome, seen.mended
        draft = outcome.draft
        if made is None:
            self._refused(outcome)
            return outcome
        if made.barred:
            rules = " and ".join(made.barred)
            self.linters.complain(NewslintError(f"{draft.name}: the fixes of {rules} never come to an end; none was made"))
        try:
            self._written(outcome, made.text)
        except InputError as fault:
            self.linters.complain(fault)
            return outcome
        if made.text == draft.text:
            return outcome
        self.changed = True
        self._told(draft.name, made.done)
        return seen.after or outcome

    def _refused(self, outcome: Outcome) -> None:
        """Say that a draft whose text was taken out of its file cannot be mended in it, if there is anything to mend."""
        count = sum(finding.fix is not None and finding.fix.safe for finding in outcome.findings)
        if count:
            what = "1 safe fix was" if count == 1 else f"{count} safe fixes were"
            cure = "--annotate FILE writes a copy with the findings as comments"
            self.linters.complain(InputError(f"is no text file, so {what} not made; {cure}", path=outcome.draft.name))

    def _written(self, outcome: Outcome, text: str) -> None:
        """The mended text where it belongs: in its file, on standard output, or as what would change."""
        draft = outcome.draft
        if self.args.diff:
            self._shown(draft, text)
        elif (given := self.linters.given.get(draft.name)) is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(as_bytes(Path(draft.name), given, draft.text, text))
            sys.stdout.buffer.flush()
        elif text != draft.text and draft.path is not None:
            save(draft.path, draft.text, text)
            self.saved.add(real(draft.path))

    def _shown(self, draft: Document, text: str) -> None:
        """What would change, in the bytes of the file, so that patch can make it so."""
        if text == draft.text:
            return
        given = self.linters.given.get(draft.name)
        try:
            before = Path(draft.name).read_bytes() if given is None else given
            after = as_bytes(Path(draft.name), before, draft.text, text)
        except (InputError, OSError):
            before, after = (words.encode(errors="backslashreplace") for words in (draft.text, text))
            print(f"newslint: {one_line(draft.name)}: patch cannot use this diff, the file has another encoding", file=sys.stderr)
        sys.stdout.flush()
        sys.stdout.buffer.writelines(diff(os.fsencode(draft.name), before, after))
        sys.stdout.buffer.flush()

    def _told(self, name: str, done: tuple[fixes.Done, ...]) -> None:
        if self.args.show_fixes:
            for one in done:
                title = one.fix.title or one.finding.message
                line = f"{one_line(name)}:{one.line}:{one.column}: {one.finding.code} {title} ({one.finding.rule})"
                print(line, file=sys.stderr)
        if not self.args.quiet:
            would = "would be made" if self.args.diff else "made"
            print(f"newslint: {one_line(name)}: {len(done)} {'fix' if len(done) == 1 else 'fixes'} {would}", file=sys.stderr)

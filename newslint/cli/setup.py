"""From the words of the command line to configurations and linters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from newslint import config, silencing
from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.errors import InputError, NewslintError, Note, UsageError, one_line
from newslint.fetch import refuse_without_extra
from newslint.linter import Linter
from newslint.run.cache import Cache

if TYPE_CHECKING:
    from newslint.run.changes import Changes
    from newslint.run.keeping import Kept
    from newslint.timing import Clock

Text = TypeVar("Text", Document, Source, Dossier)

SERVED = ("check", "sources", "inspect")
"""Commands that a warm process answers."""


CACHED = ("check", "sources", "inspect")
"""Commands that keep what they find out; an archive would only drive out what is of use."""

_OURS = "a fault of newslint, not of your text"


class Linters:
    """A linter for each configuration file that applies to some draft, made when first needed.

    ``rules`` is false for a command that runs none, so that their files are not read. ``held`` are texts
    that stand for their files.
    """

    def __init__(self, args: argparse.Namespace, *, rules: bool = True, held: Mapping[Path, str] | None = None) -> None:
        self.args = args
        self.rules = rules
        self.held = held
        self.kept: Kept | None = getattr(args, "kept", None)
        self.failed = self.broken = False
        self.cache = Cache(on=not getattr(args, "no_cache", True))
        """The outcomes kept of drafts, for the command that has the option."""
        self.given: dict[str, bytes] = {}
        """What came on standard input, by the name of its draft."""
        self.faults: list[NewslintError] = []
        """What was complained of, each once, for reports that tell it too."""
        self.clock: Clock | None = None
        """Where the time goes, if that was asked for."""
        self._said: set[str] = set()
        self._later: list[Callable[[], None]] | None = None
        self._made: dict[Path | None, Linter] = {}
        self._changes: Changes | None = None

    def of(self, path: Path) -> Linter:
        """The linter for a draft or folder at this path."""
        chosen = self._config_path(path)
        if chosen not in self._made:
            with self.clock.running("part", "rules and settings") if self.clock else nullcontext():
                self._made[chosen] = self._new(chosen)
        return self._made[chosen]

    def _new(self, chosen: Path | None) -> Linter:
        """A linter for this configuration file."""
        settings = with_arguments(config.load(chosen, getattr(self.args, "profile", None)), self.args)
        made = self.kept.linter if self.kept else Linter.made
        self._serving(settings)
        linter = made(settings, third_party=not self.args.no_plugins, held=self.held)
        if getattr(self.args, "command", "") == "check":
            linter = self._looking(linter)
        if self.clock:
            from newslint.timing import TimedLinter

            linter = TimedLinter.of(linter, self.clock)
        for problem in linter.problems if self.rules else ():
            self.complain(problem)
        return linter

    @property
    def made(self) -> Iterable[Linter]:
        """The linters that there are by now."""
        return self._made.values()

    @contextmanager
    def ahead(self) -> Iterator[list[Callable[[], None]]]:
        """While a draft is read before its turn, what would be said goes into this list, to be said then."""
        before, self._later = self._later, []
        try:
            yield self._later
        finally:
            self._later = before

    def same(self, linter: Linter, text: Text) -> Text:
        """Give this text, or the equal one that a warm process has kept, with the layers that it has."""
        return self.kept.texts(linter).same(text) if self.kept else text

    def _serving(self, settings: Config) -> None:
        """Do as the configuration says about a warm process: none may answer this run, or there should be one for the next."""
        if self.kept and settings.serve == "off":
            from newslint.run.keeping import Refused

            raise Refused
        if not self.kept and settings.serve == "auto" and getattr(self.args, "command", "") in SERVED:
            from newslint.serve.starting import start_at_exit

            start_at_exit()

    def _looking(self, linter: Linter) -> Linter:
        """The linter as the check command uses it: with its baseline read, or begun; for changed paragraphs alone if asked."""
        path, update = linter.config.baseline, getattr(self.args, "update_baseline", False)
        if path and update:
            from newslint import baseline

            baseline.begin(path)
        silencing.baseline_of(linter.config)
        if (ref := getattr(self.args, "diff_from", None)) is not None:
            from newslint.run.changes import Changes

            self._changes = self._changes or Changes(ref)
            changes = self._changes
            return replace(linter, within=lambda draft: changes.of(draft, linter.parse))
        return linter

    @property
    def status(self) -> int:
        """The exit status that follows from what could not be read, or that broke us."""
        return 3 if self.broken else 2 if self.failed else 0

    def complain(self, problem: NewslintError, *, shown: bool = False) -> None:
        """Say on standard error what is wrong with some input, once; the exit status will be 2, but for a mere note.

        What a report has ``shown`` is not said again.
        """
        if self._later is not None:
            self._later.append(lambda: self.complain(problem, shown=shown))
            return
        self.failed |= not isinstance(problem, Note)
        for fault in problem.every if isinstance(problem, InputError) else (problem,):
            if str(fault) in self._said:
                continue
            self._said.add(str(fault))
            self.faults.append(fault)
            if not shown:
                print(f"newslint: {fault}", file=sys.stderr)

    def broke(self, path: Path | str) -> None:
        """Say that we broke off on this draft; the others are still linted, and the exit status will be 3."""
        import traceback

        self._told_broken(path, f"{traceback.format_exc()}newslint: {one_line(str(path))}: {_OURS}: please report the above")

    def lost(self, path: Path | str, how: str) -> None:
        """Say that the process that looked at this draft ended, and so did another."""
        self._told_broken(path, f"newslint: {one_line(str(path))}: {_OURS}: its process {how}, twice")

    def _told_broken(self, path: Path | str, words: str) -> None:
        self.say(words)
        if self._later is not None:
            self._later.append(lambda: self._broken(path))
        else:
            self._broken(path)

    def _broken(self, path: Path | str) -> None:
        self.broken = True
        self.faults.append(InputError("a fault of newslint, not of this text", path=path))

    def say(self, words: str) -> None:
        """Print this on standard error, when its turn has come."""
        if self._later is not None:
            self._later.append(lambda: self.say(words))
        else:
            print(words, file=sys.stderr)

    def _config_path(self, path: Path) -> Path | None:
        if self.args.isolated:
            return None
        return self.args.config or config.find(path)


def with_arguments(base: Config, args: argparse.Namespace) -> Config:
    """The configuration as the command line changes it."""
    given = vars(args)
    changed: dict[str, Any] = {
        name: value
        for name in ("min_severity", "min_confidence", "fail_on", "max_per_rule", "published", "sources_dir", "isolated", "quick")
        if (value := given.get(name)) is not None
    }
    for name in ("select", "ignore"):
        if given.get(name):
            changed[name] = tuple(chain.from_iterable(given[name]))
    for name in ("extend_select", "extend_ignore", "exclude"):
        if given.get(name):
            changed[name] = (*getattr(base, name), *chain.from_iterable(given[name]))
    if given.get("facts"):
        changed["facts"] = (*base.facts, *given["facts"])
    if given.get("per_file_ignores"):
        changed["per_file_ignores"] = {**base.per_file_ignores, **per_file(given["per_file_ignores"])}
    if given.get("archive"):
        changed["archive"] = (*base.archive, *given["archive"])
    for option, which in (("fetch", "missing"), ("refetch", "all")):
        if given.get(option):
            refuse_without_extra(f"--{option}")
            changed["fetch"] = which
    changed |= _silencing(given)
    changed["cache"] = base.cache and not (given.get("no_cache") or given.get("batch")) and given.get("command") in CACHED
    changed["sources"] = tuple(given.get("source") or ())
    changed["manifest"] = given.get("sources")
    return replace(base, **changed)


def _silencing(given: Mapping[str, Any]) -> dict[str, Any]:
    """Which files may silence findings: none beside the documents of a batch, and a ledger leaves nothing out."""
    if given.get("batch"):
        return {"baseline": None, "isolated": True}
    if given.get("baseline") or given.get("command") == "sources":
        return {"baseline": given.get("baseline")}
    return {}


def per_file(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """``*.md:W,T drafts/*:D106`` as flake8 reads it: codes follow their pattern's colon."""
    joined: dict[str, tuple[str, ...]] = {}
    for word in chain.from_iterable(item.replace("\n", " ").split() for item in words):
        pattern, colon, codes = word.rpartition(":")
        if not colon or not pattern:
            raise UsageError(f"--per-file-ignores takes PATTERN:CODES, not {word!r}")
        joined[pattern] = (*joined.get(pattern, ()), *(code for code in codes.split(",") if code))
    return joined

"""``newslint check``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from newslint.cli import baseline, jobs
from newslint.cli.annotate import Annotator
from newslint.cli.drafts import awaited
from newslint.cli.fix import Mender
from newslint.cli.setup import Linters
from newslint.cli.streams import colored, one_place, output
from newslint.document import Source
from newslint.errors import InputError, UsageError
from newslint.finding import Outcome, at_least
from newslint.kept import runs
from newslint.linter import Linter
from newslint.plugins import single
from newslint.report import Style
from newslint.run.cache import may_be_kept, note
from newslint.run.leftovers import Leftovers
from newslint.sources.progress import told

READ = ("flake8", "terminal")
"""Formats that are read by people."""

MUTE = ("lsp", "github", "gitlab", "sarif")
"""Formats of ours that cannot show the grounds of a finding; in JSON they always stand."""


class Tally:
    """What was found, for --count, --statistics and the exit status. ``told`` where the findings are read in
    one place with what is said on standard error, so that nothing need be said twice."""

    def __init__(self, style: Style, *, told: bool = False) -> None:
        self.style = style
        self.told = told
        self.codes: Counter[str] = Counter()
        self.titles: dict[str, str] = {}
        self.failing = False
        self.crashed = False

    def add(self, outcome: Outcome, linter: Linter) -> None:
        for finding in self.style.shown(outcome):
            self.codes[finding.code] += 1
            self.failing |= at_least(finding.severity, linter.config.fail_on)
        self.titles |= {rule.code: rule.title for rule in linter.active(outcome.draft.name) if rule.code in self.codes}
        for rule, fault in outcome.crashed:
            self.crashed = True
            print(f"newslint: {outcome.draft.name}: {rule} broke off ({fault}); the other rules ran", file=sys.stderr)


def check(args: argparse.Namespace) -> int:
    baseline.refuse(args)
    if not args.timing:
        return _checked(args, Linters(args))
    from newslint.cli import timing

    return timing.told(args, _checked)


def _checked(args: argparse.Namespace, linters: Linters) -> int:
    if args.batch:
        if args.files:
            raise UsageError("--batch and files do not go together")
        from newslint.cli import batch

        failing, crashed = batch.check(args, linters)
        return _status(args, linters, failing=failing, crashed=crashed)
    if not args.files:
        raise UsageError("name a draft, a folder, or - for standard input (see 'newslint --help')")
    if args.by_source:
        from newslint.run.dependents import drafts

        args.files = [*drafts(args.files)]
        if not args.files:  # a manifest of nothing, or another file of YAML
            return 0
    mender, leftovers = Mender(args, linters), Leftovers()
    if args.update_baseline:
        tally = Tally(Style(), told=False)
        baseline.renew(leftovers, _outcomes(args, linters, tally, mender, leftovers), quiet=args.quiet)
        return _status(args, linters, failing=False, crashed=tally.crashed)
    if args.diff:
        tally = Tally(Style(), told=False)
        deque(_outcomes(args, linters, tally, mender, leftovers), maxlen=0)
        return _status(args, linters, failing=mender.changed, crashed=tally.crashed)
    with ExitStack() as stack:
        out = sys.stderr if mender.takes_standard_output else output(args, stack)
        name = args.format or ("terminal" if out.isatty() and not args.quiet else "flake8")
        report = _reporter(name, linters.of(Path(args.files[0] if args.files[0] != "-" else ".")))
        if args.explain and name in MUTE:
            raise UsageError(f"--explain has no place in --format {name}; use flake8, terminal, json or jsonl")
        style = Style(
            color=colored(args, out),
            show_source=args.show_source,
            explain=args.explain,
            quiet=args.quiet,
            every=args.every,
            faults=linters.faults,
        )
        tally = Tally(style, told=name in READ and not args.quiet and not args.output_file and one_place())
        report(_outcomes(args, linters, tally, mender, leftovers), out, style)
        if (name == "terminal" or args.verbose) and not args.quiet and (hidden := baseline.hidden(leftovers)):
            print(f"newslint: {hidden}", file=sys.stderr)
        _count(args, tally, out if name in READ else sys.stderr)
    if may_be_kept(args, (linter.config for linter in linters.made)):
        runs.keep()
    return _status(args, linters, failing=tally.failing, crashed=tally.crashed)


def _count(args: argparse.Namespace, tally: Tally, out: TextIO) -> None:
    """How much was found, where that was asked for; behind a report for people, else on standard error."""
    if args.statistics:
        out.writelines(f"{number:<7} {code} {tally.titles[code]}\n" for code, number in sorted(tally.codes.items()))
    if args.count:
        out.write(f"{tally.codes.total()}\n")


def _status(args: argparse.Namespace, linters: Linters, *, failing: bool, crashed: bool) -> int:
    return 3 if crashed else linters.status or (1 if failing and not args.exit_zero else 0)


def _outcomes(
    args: argparse.Namespace, linters: Linters, tally: Tally, mender: Mender, leftovers: Leftovers
) -> Iterator[Outcome]:
    """One outcome a draft that can be read, of the draft as mended where that was asked for; then one for each file of
    confirmed facts, or baseline, in which something is of no use."""
    annotator = Annotator(args, linters)
    for linter, dossier, problems, look in jobs.drafts(args, linters, mender):
        try:
            with told(awaited(dossier)):
                seen = look()
            outcome = mender.mend(seen) if mender.wanted else seen.outcome
        except jobs.Lost as lost:
            for unread in problems:
                linters.complain(unread)
            linters.lost(dossier.draft.name, str(lost))
            continue
        except InputError as problem:
            for unread in (*problems, problem):
                linters.complain(unread)
            continue
        if args.require_sources and not dossier.sources:
            missing = "names no source; lay them into {} beside it, or list them in {} or in its front matter"
            stem = Path(outcome.draft.name).stem
            problems.append(InputError(missing.format(f"{stem}.sources/", f"{stem}.sources.yml"), path=outcome.draft.name))
        reported = "\n".join(finding.message for finding in tally.style.shown(outcome)) if tally.told else ""
        for fault in (*problems, *outcome.problems):
            linters.complain(fault, shown=" ".join(str(fault).split()) in reported)
        if args.verbose:
            _say(outcome, linter)
        tally.add(outcome, linter)
        annotator.annotate(outcome, tally.style.shown(outcome))
        leftovers.add(outcome, linter)
        note(outcome.dossier)
        yield outcome
    for outcome, linter in () if args.diff_from is not None else leftovers.outcomes():
        tally.add(outcome, linter)
        yield outcome


def _say(outcome: Outcome, linter: Linter) -> None:
    rules, sources = linter.active(outcome.draft.name), outcome.dossier.sources
    print(
        f"newslint: {outcome.draft.name}: {len(rules) - len(outcome.skipped)} rules, "
        f"{len(sources)} sources ({', '.join(map(_named, sources)) or 'none'}), "
        f"published {outcome.draft.published or 'unknown'}, configuration {linter.config.path or 'none'}",
        *(f"\nnewslint: {rule} did not run: {reason}" for rule, reason in outcome.skipped),
        file=sys.stderr,
    )


def _named(source: Source) -> str:
    fetched = source.doc.meta.get("fetched")
    return f"{source.id}, fetched {fetched}" if fetched else source.id


def _reporter(name: str, linter: Linter) -> Any:
    reporters = single(linter.manager.hook.newslint_reporters(), "format")
    if name not in reporters:
        from newslint.typedyaml import nearest

        raise UsageError(f"no format is called {name!r}{nearest(name, reporters)}")
    return reporters[name]

"""``--baseline``, ``--update-baseline`` and ``--diff-from``: which of them go together, and what is said of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.errors import UsageError

if TYPE_CHECKING:
    from newslint.baseline import Baseline
    from newslint.finding import Outcome
    from newslint.run.leftovers import Leftovers

_BY = (("baseline", "in the baseline"), ("confirmed", "confirmed"), ("comment", "ignored"))


def refuse(args: argparse.Namespace) -> None:
    """Raise UsageError for words that do not go together."""
    if args.batch and (args.baseline or args.update_baseline or args.diff_from is not None):
        raise UsageError("--batch has no files; leave out --baseline, --update-baseline and --diff-from")
    if args.update_baseline and (args.fix or args.diff or args.diff_from is not None or args.format or args.output_file):
        raise UsageError("--update-baseline goes without --fix, --diff, --diff-from, --format and --output-file")


def renew(leftovers: Leftovers, outcomes: Iterable[Outcome], *, quiet: bool) -> None:
    """Write the baselines of these outcomes anew."""
    done = not sum(1 for _ in outcomes)  # then it was said why
    for old, new in leftovers.updated():
        new.saved()
        done = True
        if not quiet:
            print(f"newslint: {new.path}: {_changed(old, new)}", file=sys.stderr)
    if not done:
        raise UsageError("--update-baseline: which file? Name it with --baseline FILE, or 'baseline:' in the configuration")


def _changed(old: Baseline, new: Baseline) -> str:
    before, after = _counted(old), _counted(new)
    total, drafts = sum(after.values()), sum(map(bool, new.drafts.values()))
    more = sum(max(0, times - before.get(key, 0)) for key, times in after.items())
    gone = sum(max(0, times - after.get(key, 0)) for key, times in before.items())
    return f"{_number(total, 'finding')} in {_number(drafts, 'draft')} ({more} new, {gone} gone)"


def _counted(baseline: Baseline) -> dict[tuple[str, str], int]:
    return {(name, entry.key): entry.times for name, listed in baseline.drafts.items() for entry in listed}


def hidden(leftovers: Leftovers) -> str:
    """How many findings were silenced, by what; empty for none."""
    told = [f"{leftovers.hidden[by]} {what}" for by, what in _BY if leftovers.hidden[by]]
    return f"{_number(leftovers.hidden.total(), 'finding')} hidden: {', '.join(told)}" if told else ""


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

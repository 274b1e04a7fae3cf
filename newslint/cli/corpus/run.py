"""``newslint corpus run``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newslint.cli.corpus.inputs import inputs, storage
from newslint.cli.corpus.plan import columns, plan, sized
from newslint.cli.corpus.summary import ALL, page
from newslint.cli.progress import counted
from newslint.cli.setup import Linters
from newslint.corpus.cluster import Scheduler
from newslint.corpus.inputs import Inputs
from newslint.corpus.job import Limits
from newslint.corpus.results import Folder
from newslint.corpus.run import How
from newslint.corpus.run import run as done
from newslint.corpus.summary import as_text, summary
from newslint.errors import UsageError
from newslint.run.parallel import processors

_SHOWN = 10
"""Rows of each table of the summary at the end of a run."""


def run(args: argparse.Namespace) -> int:
    linters = Linters(args)
    linter = linters.of(Path())
    archive = inputs(args, linter.config)
    if args.plan:
        print("\n".join(plan(archive)))
        return linters.status
    if not args.out:
        raise UsageError("name a folder for the results: --out FOLDER (or --plan, to see first what would be linted)")
    results, how = Folder(args.out, storage(args.storage_options)), _how(args)
    if not args.quiet:
        _tell(archive)
    tally = done(archive, results, linter, how)
    if not tally.left:
        made = summary(results)
        if args.html:
            page(made, args.html)
        if not args.quiet:
            print(as_text(made, ALL, _SHOWN), end="")
    return linters.status or tally.status


def _how(args: argparse.Namespace) -> How:
    limits = Limits()
    chosen = {"seconds": args.time_limit, "memory": args.memory_limit, "retries": args.retries}
    tls = {"ca": args.tls_ca, "cert": args.tls_cert, "key": args.tls_key}
    if any(tls.values()) and not args.scheduler:
        raise UsageError("--tls-ca, --tls-cert and --tls-key go with --scheduler tls://host:port")
    if args.scheduler and args.jobs is not None:
        raise UsageError("--jobs is for this machine, --scheduler for a cluster; give one of them")
    jobs = 1 if args.jobs is None else args.jobs or processors()
    return How(
        on=Scheduler(args.scheduler, **{name: str(file or "") for name, file in tls.items()}) if args.scheduler else jobs,
        limits=Limits(**{name: getattr(limits, name) if value is None else value for name, value in chosen.items()}),
        resume=args.resume,
        overwrite=args.overwrite,
        most=args.max_failures,
        third_party=not args.no_plugins,
        quiet=args.quiet,
    )


def _tell(archive: Inputs) -> None:
    """What is read, before it is linted."""
    size = sized(sum(place.size for place, _ in archive.files))
    files, parts = counted(len(archive.files), "file"), counted(len(archive.shards()), "part")
    print(f"newslint: {files}, {size}, in {parts}", file=sys.stderr)
    for line in columns(archive):
        print(f"newslint: {line}", file=sys.stderr)

"""A run over an archive: planned, done shard by shard, written, resumed where it broke off, joined in the end."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from newslint.corpus import processes, worker
from newslint.corpus.job import Job, Limits, WorkerError, unlike
from newslint.corpus.progress import Progress, counted, lasting
from newslint.corpus.shapes import Archive, Engine, Results, Rows, Shard
from newslint.errors import InputError, NewslintError, UsageError
from newslint.linter import Linter

if TYPE_CHECKING:
    from newslint.corpus.cluster import Scheduler

PLAN = "run.json"
"""The file of the results that says what was run."""

FINAL = "documents.parquet"
"""The table that is joined last."""


@dataclass(frozen=True)
class How:
    """How to run: ``on`` so many processes of this machine or a cluster; ``resume`` what is there, or ``overwrite`` it.

    More failures than ``most`` end the run.
    """

    on: int | Scheduler = 1
    limits: Limits = field(default_factory=Limits)
    resume: bool = False
    overwrite: bool = False
    most: int | None = None
    third_party: bool = True
    quiet: bool = False


@dataclass
class Tally:
    """What there was in all, in this run and those that it resumed; ``left`` are shards that could not be read."""

    documents: int = 0
    findings: int = 0
    failures: int = 0
    left: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        """0 where every document was linted, else 2; findings of an archive are no fault of whoever lints it."""
        return 2 if self.failures or self.left else 0


def run(archive: Archive, results: Results, linter: Linter, how: How, err: TextIO | None = None) -> Tally:
    """Lint an archive; only what no earlier run has finished.

    Raises UsageError where the results belong to another run, WorkerError where a worker cannot lint, InputError where
    the results cannot be written; what is finished then stays.
    """
    err = err or sys.stderr
    shards = archive.shards()
    with results.held():
        plan = _plan(archive, results, linter, how)
        if FINAL in results.names() and plan.begun:
            err.write("newslint: this run was finished already\n")
            results.sweep()
            return _counted(results)
        done = {*results.finished()} if plan.begun else set()
        todo = [shard for shard in shards if shard.name not in done]
        weight = sum(shard.weight for shard in shards)
        progress = Progress(err, weight, weight - sum(shard.weight for shard in todo), quiet=how.quiet)
        left = _done(todo, plan, how, progress)
        if left:
            return Tally(progress.documents, 0, progress.failures, left)
        plan.begin()
        results.join([shard.name for shard in shards])
        tally = _counted(results)
    if not how.quiet:
        err.write(f"newslint: {_told(tally)} ({lasting(progress.seconds)}, {progress.rate:,.1f} documents a second)\n")
    return tally


def _done(todo: Sequence[Shard], plan: _Plan, how: How, progress: Progress) -> list[str]:
    """Lint these shards and write what comes of each; the faults of those that could not be read."""
    left = []
    written = 0
    try:
        with _engine(plan.job, how, progress) as lint, closing(lint(todo)) as linted:
            for shard, rows in linted:
                if isinstance(rows, WorkerError):
                    raise rows
                if isinstance(rows, Exception):
                    left.append(str(rows))
                    continue
                plan.begin()
                plan.results.write(shard.name, rows)
                written += 1
                progress.add(shard.weight, rows)
                if how.most is not None and progress.failures > how.most:
                    raise NewslintError(f"{counted(progress.failures, 'failure')}, more than --max-failures {how.most}")
    except (KeyboardInterrupt, NewslintError) as fault:
        progress.hide()
        parts = f"{written:,} of {counted(len(todo), 'part')}"
        state = f"{parts} written; go on with --resume" if plan.begun else "nothing was written"
        if isinstance(fault, KeyboardInterrupt):
            progress.say(f"stopped: {state}")
            raise
        raise type(fault)(f"{fault}; {state}") if plan.begun and type(fault) is not InputError else fault from None
    finally:
        progress.hide()
    for fault_ in left:
        progress.say(f"{fault_}; try again with --resume")
    return left


@contextmanager
def _engine(job: Job, how: How, progress: Progress) -> Iterator[Engine]:
    """What lints shards; see ``cluster.engine``."""
    worker.heard[job.token] = progress.one
    try:
        if how.on == 1:
            processes.begin(job)
            from newslint.corpus import tables  # noqa: F401  takes its time while the model loads

            yield lambda shards: ((shard, _made(shard, job)) for shard in shards)
        else:
            from newslint.corpus import cluster

            with cluster.engine(job, how.on) as engine:
                yield engine
    finally:
        del worker.heard[job.token]
        worker.close(job.token)


def _made(shard: Shard, job: Job) -> Rows | Exception:
    try:
        return worker.lint(shard, job)
    except (InputError, OSError) as fault:
        return fault


@dataclass
class _Plan:
    """What this run is, and whether the folder says so already."""

    results: Results
    job: Job
    what: dict[str, Any]
    begun: bool
    overwrite: bool

    def begin(self) -> None:
        """Write it down, when there is something to put in the place of what was there."""
        if not self.begun:
            if self.overwrite:
                self.results.clear()
            self.results.keep(PLAN, (json.dumps(self.what, indent=1, sort_keys=True) + "\n").encode())
            self.begun = True


def _plan(archive: Archive, results: Results, linter: Linter, how: How) -> _Plan:
    """What is to be done; raises UsageError where the folder holds another run."""
    names = {*results.names()}
    if names and not how.overwrite and not how.resume:
        raise UsageError(
            f"the folder {results.url} is not empty; go on with --resume, begin again with --overwrite, or name another"
        )
    kept = results.read(PLAN) if names and not how.overwrite else None
    if names and kept is None and how.resume:
        raise UsageError("--resume: the folder holds no run of newslint; name another, or leave out --resume")
    before = _read(kept) if kept is not None else None
    day = linter.config.today or (dt.date.fromisoformat(before["day"]) if before else dt.date.today())
    job = Job.of(linter, third_party=how.third_party, limits=how.limits, today=day)
    what = {"inputs": archive.fingerprint, "settings": job.settings, "stamp": dict(job.stamp), "day": day.isoformat()}
    if before:
        _refuse_other(before, what)
    return _Plan(results, job, what, bool(before), how.overwrite)


def _read(kept: bytes) -> dict[str, Any]:
    """What an earlier run has written down of itself."""
    try:
        plan: dict[str, Any] = json.loads(kept)
        dt.date.fromisoformat(plan["day"])
        dict(plan["stamp"])
    except (ValueError, TypeError, LookupError):
        raise UsageError(f"--resume: {PLAN} in the folder of the results is damaged; begin again with --overwrite") from None
    return plan


def _refuse_other(before: dict[str, Any], now: dict[str, Any]) -> None:
    told = {"inputs": "the documents", "settings": "the settings", "day": "the day that 'today' means"}
    changed = [words for name, words in told.items() if before.get(name) != now[name]]
    if before.get("stamp") != now["stamp"]:
        changed.append(unlike(now["stamp"], before["stamp"]))
    if changed:
        raise UsageError(f"--resume: other than when that run began: {', '.join(changed)}; begin again with --overwrite")


def _counted(results: Results) -> Tally:
    documents, findings, failures = (sum(map(len, results.table(name, ["id"]))) for name in ("documents", "findings", "failures"))
    return Tally(documents, findings, failures)


def _told(tally: Tally) -> str:
    return ", ".join(counted(getattr(tally, name), name[:-1]) for name in ("documents", "findings", "failures"))

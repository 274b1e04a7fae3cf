"""A run over an archive: planned, done shard by shard, written, resumed where it broke off, joined in the end."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from newslint.corpus.job import Job, Limits, WorkerError, unlike
from newslint.corpus.progress import Progress, counted, lasting
from newslint.corpus.shapes import Archive, Results, Rows, Shard
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
    job = _job(archive, results, linter, how)
    if FINAL in results.names():
        err.write("newslint: this run was finished already\n")
        results.sweep()
        return _counted(results)
    done = {*results.finished()}
    todo = [shard for shard in shards if shard.name not in done]
    weight = sum(shard.weight for shard in shards)
    progress = Progress(err, weight, weight - sum(shard.weight for shard in todo), quiet=how.quiet)
    left = _done(todo, results, job, how, progress)
    if left:
        return Tally(progress.documents, 0, progress.failures, left)
    results.join([shard.name for shard in shards])
    tally = _counted(results)
    if not how.quiet:
        err.write(f"newslint: {_told(tally)} ({lasting(progress.seconds)}, {progress.rate:,.1f} documents a second)\n")
    return tally


def _done(todo: Sequence[Shard], results: Results, job: Job, how: How, progress: Progress) -> list[str]:
    """Lint these shards and write what comes of each; the faults of those that could not be read."""
    left = []
    written = 0
    try:
        with closing(_linted(todo, job, how, progress)) as linted:
            for shard, rows in linted:
                if isinstance(rows, WorkerError):
                    raise rows
                if isinstance(rows, Exception):
                    left.append(str(rows))
                    continue
                results.write(shard.name, rows)
                written += 1
                progress.add(shard.weight, rows)
                if how.most is not None and progress.failures > how.most:
                    raise NewslintError(f"{counted(progress.failures, 'failure')}, more than --max-failures {how.most}")
    except UsageError:  # a cluster that cannot be had: as if it had not been tried
        if not results.finished():
            results.clear()
        raise
    except (KeyboardInterrupt, NewslintError) as fault:
        progress.hide()
        state = f"{written:,} of {counted(len(todo), 'part')} written; go on with --resume"
        if isinstance(fault, KeyboardInterrupt):
            progress.say(f"stopped: {state}")
            raise
        raise type(fault)(f"{fault}; {state}") if type(fault) is not InputError else fault from None
    finally:
        progress.hide()
    for fault_ in left:
        progress.say(f"{fault_}; try again with --resume")
    return left


def _linted(
    shards: Sequence[Shard], job: Job, how: How, progress: Progress
) -> Generator[tuple[Shard, Rows | Exception], None, None]:
    if how.on != 1:
        from newslint.corpus import cluster

        yield from cluster.linted(shards, job, how.on)
        return
    from newslint.corpus import worker

    try:
        for shard in shards:
            try:
                yield shard, worker.lint(shard, job, progress.one)
            except (InputError, OSError) as fault:
                yield shard, fault
    finally:
        worker.close(job.token)


def _job(archive: Archive, results: Results, linter: Linter, how: How) -> Job:
    """What this run does, written down at its beginning; raises UsageError where the folder holds another one."""
    names = {*results.names()}
    if names and how.overwrite:
        results.clear()
    elif names and not how.resume:
        raise UsageError(
            "the folder of the results is not empty; go on with --resume, begin again with --overwrite, or name another"
        )
    kept = results.read(PLAN) if names and not how.overwrite else None
    if names and kept is None and how.resume:
        raise UsageError("--resume: the folder holds no run of newslint; name another, or leave out --resume")
    before = _read(kept) if kept is not None else None
    day = linter.config.today or (dt.date.fromisoformat(before["day"]) if before else dt.date.today())
    job = Job.of(linter, third_party=how.third_party, limits=how.limits, today=day)
    plan = {"inputs": archive.fingerprint, "settings": job.settings, "stamp": dict(job.stamp), "day": day.isoformat()}
    if before:
        _refuse_other(before, plan)
    else:
        results.keep(PLAN, (json.dumps(plan, indent=1, sort_keys=True) + "\n").encode())
    return job


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

"""Shards over a Dask cluster: workers in this process, or an existing cluster. The only module that imports Dask."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.corpus import processes, worker
from newslint.corpus.job import Job, WorkerError
from newslint.corpus.shapes import Engine, Rows, Shard
from newslint.errors import InputError, NewslintError, UsageError
from newslint.paths import is_file

AHEAD = 2
"""Shards in flight for each thread of the cluster: one that runs, one that waits."""

LOST = 5
"""Times that a shard may lose its worker: what breaks ours breaks it in a child, so it was something else each time."""

LOOK = 2.0
"""Seconds after which we see whether the scheduler is still there, and how many workers."""

WAIT = 30
"""Seconds that we wait for a scheduler to answer, and for its first worker."""


@dataclass(frozen=True)
class Scheduler:
    """An existing cluster: ``tcp://host:port``, or ``tls://`` with the files of an authority, a certificate and its key."""

    address: str
    ca: str = ""
    cert: str = ""
    key: str = ""


class GoneError(NewslintError):
    """The scheduler went away."""


@contextmanager
def engine(job: Job, on: int | Scheduler) -> Iterator[Engine]:
    """What lints shards: so many workers of this process, each with a process that lints, or those of a cluster.

    Raises UsageError where there is no cluster, WorkerError where one of its workers cannot lint as this machine does.
    """
    with _quiet(), ExitStack() as stack:
        if isinstance(on, int):
            processes.begin(job)  # loads while we import Dask
        client = stack.enter_context(_client(on))
        if isinstance(on, Scheduler):
            _refuse_strangers(client)
            stack.callback(_end, client, job)
        yield lambda shards: _Flight(client, shards, job).landed()


class _Flight:
    """The shards that are with the cluster: never many more than its workers can do."""

    def __init__(self, client: Any, shards: Sequence[Shard], job: Job) -> None:
        self.client, self.job = client, job
        self.waiting = iter(shards)
        self.flying: dict[Any, tuple[Shard, int]] = {}
        self.room, self._looked = 0, 0.0

    def landed(self) -> Generator[tuple[Shard, Rows | Exception], None, None]:
        from distributed import wait

        try:
            while self._filled():
                with suppress(TimeoutError, CancelledError):  # each of these is asked below
                    wait(list(self.flying), timeout=LOOK, return_when="FIRST_COMPLETED")
                for future in [one for one in self.flying if one.status != "pending"]:
                    shard, tries = self.flying.pop(future)
                    made = self._made(future)
                    if made is None and tries < LOST:
                        self._send(shard, tries + 1)
                    else:
                        yield shard, InputError(f"lost its worker {tries} times", path=shard.name) if made is None else made
        finally:
            with suppress(Exception):
                self.client.cancel(list(self.flying), force=True)

    def _filled(self) -> bool:
        """Whether shards are with the cluster, after as many were sent as it has room for."""
        if time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            try:
                if self.client.status != "running":
                    raise GoneError("the scheduler is gone")
                self.room = max(1, AHEAD * sum(self.client.nthreads().values()))
            except (OSError, TimeoutError):
                raise GoneError("the scheduler is gone") from None
        while len(self.flying) < self.room and (shard := next(self.waiting, None)) is not None:
            self._send(shard, 1)
        return bool(self.flying)

    def _send(self, shard: Shard, tries: int) -> None:
        key = f"newslint-{self.job.token}-{shard.name}-{tries}-{id(self)}"
        self.flying[self.client.submit(worker.lint, shard, self.job, key=key, pure=False)] = shard, tries

    def _made(self, future: Any) -> Rows | Exception | None:
        """The rows of a shard or what was raised; None where its worker died again and again."""
        from distributed import KilledWorker

        try:
            made: Rows = future.result()
            return made
        except KilledWorker:
            return None
        except (CancelledError, OSError) as fault:
            if isinstance(fault, CancelledError) or self.client.status != "running":
                raise GoneError("the scheduler is gone") from None
            return fault
        except NewslintError as fault:
            return fault
        except Exception as fault:
            return WorkerError(f"a worker could not begin: {type(fault).__name__}: {fault}")


@contextmanager
def _client(on: int | Scheduler) -> Iterator[Any]:
    from distributed import Client, LocalCluster, Security

    if isinstance(on, int):
        # within this process, which no port leads to: documents are linted in others anyway
        with (
            LocalCluster(
                n_workers=on,
                threads_per_worker=1,
                processes=False,
                dashboard_address="127.0.0.1:0",  # for None a server without a page would lie at every address, at 8787
                worker_dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                memory_limit=0,
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    tls = on.address.startswith("tls://")
    if tls != bool(on.ca and on.cert and on.key):
        raise UsageError("tls:// goes with --tls-ca, --tls-cert and --tls-key, and these with tls://")
    for file in (on.ca, on.cert, on.key) if tls else ():
        if not is_file(Path(file)):
            raise InputError("is no file", path=file)
    keys: Any = {"tls_ca_file": on.ca, "tls_client_cert": on.cert, "tls_client_key": on.key, "require_encryption": True}
    try:
        client = Client(on.address, security=Security(**keys) if tls else None, timeout=WAIT)
    except (OSError, TimeoutError, ValueError, RuntimeError) as fault:
        raise UsageError(f"--scheduler: no scheduler answers at {on.address}: {fault}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=WAIT)
        except TimeoutError:
            raise UsageError(f"--scheduler: {on.address} has no workers") from None
        yield client


def _refuse_strangers(client: Any) -> None:
    """Raise WorkerError where a worker has no newslint."""
    from importlib.util import find_spec

    for address, found in client.run(find_spec, worker.__name__, on_error="return").items():
        if found is None or isinstance(found, Exception):
            raise WorkerError(
                f"the worker at {address} has no newslint {worker.__name__.split('.')[1]}; install newslint[corpus] there"
            )


def _end(client: Any, job: Job) -> None:
    """Have the workers of a cluster end the processes of this job; without us they would after a while."""
    with suppress(Exception):
        if client.status == "running":
            client.run(worker.close, job.token, on_error="ignore")


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask's own words are for those who run a cluster."""
    import logging

    import dask
    import distributed  # noqa: F401  it sets these levels itself when it is imported

    settings: dict[str, Any] = {
        "distributed.comm.timeouts.connect": WAIT,
        "distributed.scheduler.allowed-failures": LOST,
        "distributed.scheduler.http.routes": [],
        "distributed.scheduler.work-stealing-interval": "100ms",
        "distributed.worker.http.routes": [],
        "distributed.worker.profile.enabled": False,
    }
    names = (
        "distributed",
        "distributed.client",
        "distributed.nanny",
        "distributed.scheduler",
        "distributed.worker",
        "tornado.application",
    )
    with dask.config.set(settings), ExitStack() as stack:
        for name in names:
            logger = logging.getLogger(name)
            stack.callback(logger.setLevel, logger.level)
            logger.setLevel(logging.CRITICAL + 1)
        yield

"""Work that several processes do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.run.parallel import AHEAD, METHOD, Piece, Pool, processors
from tests.waiting import until

forked = pytest.mark.skipif(METHOD != "fork", reason="no process is forked here")
posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")


def upper(payload: bytes) -> bytes:
    return payload.upper()


def pid(payload: bytes) -> bytes:
    return str(os.getpid()).encode()


def slow(payload: bytes) -> bytes:
    time.sleep(0.05 if payload == b"0" else 0)
    return payload


def deadly(payload: bytes) -> bytes:
    """``path`` alone is fatal each time; ``path once`` only where the file is not there yet."""
    words = payload.decode().split()
    if words[1:] != ["once"] or not Path(words[0]).exists():
        Path(words[0]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return b"lived"


def harmless_or_deadly(payload: bytes) -> bytes:
    return deadly(payload) if payload.startswith(b"/") else payload


def results(pool: Pool, payloads: list[bytes | None]) -> list[bytes | str | None]:
    return [piece.result or piece.fault or None for piece in pool.done(Piece(at, one) for at, one in enumerate(payloads))]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.none() | st.binary(min_size=1, max_size=5) | st.just(b"x" * 300_000), max_size=12), st.integers(1, 4))
def test_results_come_in_the_order_of_the_work(payloads: list[bytes | None], jobs: int) -> None:
    assert results(Pool(upper, jobs), payloads) == [one and one.upper() for one in payloads]


def test_a_slow_piece_holds_up_no_process(tmp_path: Path) -> None:
    assert results(Pool(slow, 2), [str(at).encode() for at in range(20)]) == [str(at).encode() for at in range(20)]


def test_nothing_is_read_far_ahead() -> None:
    read = 0

    def pieces() -> Iterator[Piece[int]]:
        nonlocal read
        for at in range(60):
            read += 1
            yield Piece(at, b"x")

    for piece in Pool(upper, 2).done(pieces()):
        assert read <= piece.item + 2 * AHEAD + 1
    assert read == 60


@pytest.mark.parametrize("method", [METHOD, "spawn"])
def test_every_way_of_making_a_process(method: str) -> None:
    assert results(Pool(upper, 2, method=method), [b"a", b"b", b"c"]) == [b"A", b"B", b"C"]


def test_a_process_that_grew_is_replaced() -> None:
    pids = results(Pool(pid, 2, grown=0), [b"x"] * 6)
    assert len({*pids}) == 6
    assert len({*results(Pool(pid, 2), [b"x"] * 6)}) <= 2


@posix
def test_a_process_that_dies_costs_its_piece_alone(tmp_path: Path) -> None:
    fatal, once = f"{tmp_path}/always".encode(), f"{tmp_path}/first once".encode()
    found = results(Pool(harmless_or_deadly, 2), [b"a", fatal, b"b", once, b"c", b"d", b"e"])
    assert found == [b"a", "was killed by SIGKILL", b"b", b"lived", b"c", b"d", b"e"]


@posix
def test_even_if_every_piece_is_deadly(tmp_path: Path) -> None:
    assert results(Pool(deadly, 3), [f"{tmp_path}/{at}".encode() for at in range(7)]) == ["was killed by SIGKILL"] * 7


def leave(payload: bytes) -> bytes:
    os._exit(7)


def test_a_process_that_leaves() -> None:
    assert results(Pool(leave, 1), [b"a"]) == ["ended with status 7"]


def forever(payload: bytes) -> bytes:
    time.sleep(0 if payload == b"0" else 3600)
    return payload


@forked
def test_whoever_stops_asking_leaves_no_process_behind() -> None:
    pool = Pool(forever, 2)
    pieces = pool.done(Piece(at, str(at).encode()) for at in range(5))
    assert next(pieces).result == b"0"
    processes = [worker.process for worker in pool._workers]
    assert processes
    pieces.close()  # type: ignore[attr-defined]
    assert not any(process.is_alive() for process in processes)


@forked
def test_processes_end_with_the_one_that_made_them(tmp_path: Path) -> None:
    program = """
import os, sys
from newslint.run.parallel import Piece, Pool
def work(payload):
    return str(os.getpid()).encode()
for piece in Pool(work, 2).done(Piece(at, b"x") for at in range(100)):
    print(piece.result.decode(), flush=True)
    if piece.item == 8:
        os.kill(os.getpid(), 9)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    left = {int(line) for line in run.stdout.split()}
    assert left
    assert until(lambda: all(_state(one) == "Z" for one in left))


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_processors_are_those_that_we_may_use() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)

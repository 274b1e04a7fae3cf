from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.server import Warm


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.name != "posix":
        for item in items:
            item.add_marker(pytest.mark.skip(reason="no Unix sockets"))


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """One server for the tests that do it no harm. The name of a socket is short, so its folder lies near the root."""
    with tempfile.TemporaryDirectory() as folder:
        server = Warm(Path(folder)).start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def _own() -> Iterator[Warm]:
    with tempfile.TemporaryDirectory() as folder:
        server = Warm(Path(folder), more=["--workers", "2"])
        yield server
        server.stop()


@pytest.fixture
def own(_own: Warm) -> Warm:
    """A server that a test may do to what it likes: who killed it leaves the next test a new one."""
    return _own if _own.answers() else _own.start()

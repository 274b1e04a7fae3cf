"""What tests share: the shipped linter, and documents made of a few words."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newslint.config import Config
from newslint.document import Document
from newslint.linter import Linter
from tests.browser import Browser, driven

Read = Callable[..., Document]

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("steady"), derandomize=False)
settings.load_profile("steady")
"""The same examples each time, however busy the machine is; ``--hypothesis-profile explore`` looks for new ones."""


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests keep lies in a folder of theirs, and not in the user's."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def interrupts() -> None:
    """A shell starts what runs in its background deaf to Ctrl-C, and that is inherited; the tests of Ctrl-C need it heard."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def linter() -> Linter:
    """The linter as shipped, no configuration, no third parties."""
    return Linter.made(Config(), third_party=False)


@pytest.fixture(scope="session")
def read(linter: Linter) -> Read:
    """``read("Some text", published="2025-08-15")`` as a document with all its layers."""

    def read(text: str, *, published: str | None = None, name: str = "draft.txt") -> Document:
        day = dt.date.fromisoformat(published) if published else None
        return linter.parse(Path(name), text.encode(), published=day)

    return read


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of pages; where none is installed they are skipped."""
    with driven(tmp_path_factory.mktemp("browser")) as opened:
        yield opened

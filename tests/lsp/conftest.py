"""A server for each test, and a desk to work at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.lsp.editor import SERVER, Editor
from tests.lsp.writer import Writer

SOURCE = "\r\n😋 Thank you. We will rebuild this old town. Good night.\n"


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    client = Editor()
    await client.start_io(*SERVER)
    yield client
    await client.shutdown_session()
    await client.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a draft and its source, and a configuration of its own."""
    (tmp_path / ".newslint.yaml").write_text("select: [Q201, X101]\n")
    (tmp_path / "draft.txt").write_text("Not what the editor holds.", encoding="utf-8")
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "tran script.txt").write_text(SOURCE, encoding="utf-8", newline="")
    return tmp_path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def newsroom(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Writer]:
    """One server for all tests of a module, with Visual Studio Code at the other end."""
    client = Writer()
    await client.start_io(*SERVER)
    await client.write(tmp_path_factory.getbasetemp())
    yield client
    await client.shutdown_session()
    await client.stop()


@pytest.fixture
def writer(newsroom: Writer) -> Writer:
    newsroom.forget()
    return newsroom

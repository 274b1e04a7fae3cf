"""``newslint cache``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newslint.cli import run
from newslint.kept.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    return Store(tmp_path / "cache")


def test_status_of_nothing(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cache"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [store.path, "0 bytes of 64.0 MB", "  nothing is kept"]
    assert not Path(store.path).exists()


def test_status_says_why_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert run(["cache"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"  nothing is kept: {tmp_path / 'file'} cannot be written to"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_status_of_a_folder_that_is_another_users(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Path(store.path).parent
    kept.mkdir(parents=True)
    os.chown(kept, 65534, -1)
    assert run(["cache"]) == 0
    assert "belongs to another user" in capsys.readouterr().out


def test_status_of_something(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put_many("draft", {b"a": bytes(3000), b"b": bytes(7000)})
    store.get_many("draft", [b"a", b"b", b"c"])
    store.close()
    assert run(["cache", "status"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["  drafts             2     9.8 KB   2 of 3 asked for were there (67%)"]
    assert run(["cache", "status", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tiers"] == {"draft": {"entries": 2, "size": 10_000, "hits": 2, "misses": 1}}
    assert (told["path"], told["bound"]) == (store.path, 64 * 1024 * 1024)
    assert told["size"] > 10_000


def test_clear(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put("run", b"a", b"1")
    store.close()
    assert run(["cache", "clear"]) == 0
    assert capsys.readouterr().out.startswith("1 entry removed, ")
    assert store.get("run", b"a") is None
    assert run(["cache", "clear"]) == 0
    assert capsys.readouterr().out == "0 entries removed, 0 bytes\n"


def test_drafts_are_kept_and_told_again(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("It was was on Monday 12 August 2025.\n", encoding="utf-8")
    outs = []
    for words in (["--no-cache"], [], []):
        assert run([str(draft), "--isolated", "--select", "T,D", *words]) == 1
        outs.append(capsys.readouterr())
    assert outs[0] == outs[1] == outs[2]
    tier = Store(tmp_path / "cache").status().tiers
    assert not tier or tier["draft"].entries == 1

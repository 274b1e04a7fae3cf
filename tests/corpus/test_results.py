"""What comes out: the same bytes for the same rows, every file whole, ids of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.corpus import tables
from newslint.corpus.naming import Names
from newslint.corpus.results import Folder
from newslint.corpus.shapes import Rows
from newslint.errors import InputError, UsageError

EVIDENCE = {"source": None, "start": 0, "end": 1, "line": 1, "column": 1, "text": "a", "note": ""}


def document(
    id_: str, *, outlet: str = "Post", published: str | None = "2025-07-01", words: int = 500, findings: int = 0
) -> dict[str, Any]:
    return {"id": id_, "outlet": outlet, "published": published, "words": words, "findings": findings, "status": "linted"}


def finding(
    id_: str, *, outlet: str = "Post", published: str | None = "2025-07-01", code: str = "D101", text: str = "Friday"
) -> dict[str, Any]:
    return {
        "id": id_, "outlet": outlet, "published": published, "code": code, "rule": f"rule-{code}", "severity": "warning",
        "confidence": "high", "start": 1, "end": 7, "line": 1, "column": 2, "end_line": 1, "end_column": 8, "text": text,
        "message": "m", "evidence": [EVIDENCE], "fix": {"title": "t", "safe": True, "edits": [{"start": 1, "end": 2, "text": "x"}]},
        "grounds": [{"what": "w", "weight": 0.5}], "fingerprint": "ff", "gathered": None,
    }  # fmt: skip


def failure(id_: str, error: str = "ran too long") -> dict[str, Any]:
    return {"id": id_, "place": "a.jsonl:1", "error": error, "attempt": 3}


def filled(url: str, *, shards: int = 3, each: int = 5) -> Folder:
    folder = Folder(url)
    names = [f"{at:06}-x" for at in range(shards)]
    for name in reversed(names):
        ids = [f"{name}-{at}" for at in range(each)]
        folder.write(name, Rows([document(id_) for id_ in ids], [finding(id_) for id_ in ids], [failure(ids[0])]))
    assert {*folder.finished()} == {*names}
    folder.join(names)
    return folder


def test_the_tables_of_all_shards_are_joined_in_order(tmp_path: Path) -> None:
    folder = filled(str(tmp_path / "out"))
    assert {*folder.names()} == {"documents.parquet", "failures.parquet", "findings.parquet"}
    found = pq.read_table(tmp_path / "out" / "findings.parquet")
    assert found.column("id").to_pylist() == sorted(found.column("id").to_pylist())
    first = found.to_pylist()[0]
    assert first == finding("000000-x-0")


def test_the_same_rows_are_the_same_bytes_however_they_are_parted(tmp_path: Path) -> None:
    one, two = filled(str(tmp_path / "one"), shards=1, each=12_000), Folder(str(tmp_path / "two"))
    for at in range(4):
        ids = [f"000000-x-{number}" for number in range(at * 3000, at * 3000 + 3000)]
        two.write(str(at), Rows([document(id_) for id_ in ids], [finding(id_) for id_ in ids], []))
    two.join([str(at) for at in range(4)])
    for name in ("documents", "findings"):
        data = Path(one.url, f"{name}.parquet").read_bytes()
        assert data == Path(two.url, f"{name}.parquet").read_bytes()
    assert pq.ParquetFile(tmp_path / "two" / "documents.parquet").metadata.row_group(0).num_rows == tables.ROWS


def test_results_in_a_store_are_those_on_a_disk(tmp_path: Path) -> None:
    near, far = filled(str(tmp_path / "out")), filled("memory://results/out")
    for name in near.names():
        with fsspec.open(f"memory://results/out/{name}", "rb") as file:
            assert file.read() == Path(near.url, name).read_bytes()
    assert {*far.names()} == {*near.names()}
    far.clear()
    assert not {*far.names()} - {"parts"}


def test_only_our_own_files_are_taken_away(tmp_path: Path) -> None:
    folder = filled(str(tmp_path / "out"))
    (tmp_path / "out" / "notes.txt").write_text("mine")
    folder.keep("run.json", b"{}")
    assert folder.read("run.json") == b"{}"
    folder.clear()
    assert {*folder.names()} == {"notes.txt"}
    assert folder.read("run.json") is None


def test_half_a_letter_is_written_all_the_same(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    folder.write("x", Rows([document("a")], [finding("a", text="\ud83d")], []))
    folder.join(["x"])
    assert pq.read_table(tmp_path / "findings.parquet").column("text").to_pylist() == ["?"]


def test_ids_of_several_shards(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    for shard, ids in (("0", ["a", "b"]), ("1", ["a", "a#2", "c"]), ("2", ["a"])):
        folder.write(shard, Rows([document(id_) for id_ in ids], [finding(ids[0])], [failure(ids[0])]))
    folder.join(["0", "1", "2"])
    told = {
        name: pq.read_table(tmp_path / f"{name}.parquet").column("id").to_pylist()
        for name in ("documents", "findings", "failures")
    }
    assert told["documents"] == ["a", "b", "a#2", "a#3", "c", "a#4"]
    assert told["findings"] == told["failures"] == ["a", "a#2", "a#4"]


@given(st.lists(st.lists(st.sampled_from(["a", "b", "a#2", "a#3", "b#2", "#2"]), unique=True), max_size=5))
def test_every_document_has_an_id_of_its_own(shards: list[list[str]]) -> None:
    with Names() as names:
        for at, ids in enumerate(shards):
            names.add(str(at), ids)
        told = [names.other.get(str(at), {}).get(id_, id_) for at, ids in enumerate(shards) for id_ in ids]
    assert len({*told}) == len(told)


@pytest.mark.parametrize("name", ["", "notes.txt"])
def test_a_folder_without_results_is_told(tmp_path: Path, name: str) -> None:
    if name:
        (tmp_path / "documents.parquet").write_text("no")
    with pytest.raises(InputError, match=r"cannot be read" if name else "holds no results"):
        [*Folder(str(tmp_path)).table("documents")]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        Folder(str(tmp_path / "x")).names()

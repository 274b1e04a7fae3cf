"""``newslint corpus`` as a data desk uses it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from newslint.cli import corpus
from tests.cli.conftest import Run
from tests.corpus.archives import KINDS, rows, written

FAST = ("--isolated", "--select", "T,D101", "--min-severity", "info")
"""Rules that need no model."""


def findings(folder: Path) -> list[tuple[str, str, str]]:
    table = pq.read_table(folder / "findings.parquet").to_pylist()
    return [(row["id"], row["code"], row["text"]) for row in table]


def test_a_run_over_an_archive(run: Run, tmp_path: Path) -> None:
    written(tmp_path, "a.jsonl.gz", rows())
    done = run("corpus", "run", "a.jsonl.gz", "--out", "out", "--html", "page.html", *FAST)
    assert done.status == 0, done.err
    assert "jsonl: id from 'id', text from 'text', headline from 'headline', published from 'published'" in done.err
    assert done.out.startswith("20 documents, ")
    found = findings(tmp_path / "out")
    assert {("story-0", "D101", "Monday 1 July 2025"), ("story-0", "T101", "The the")} <= {*found} or len(found) >= 20, found
    assert (tmp_path / "page.html").read_text().startswith("<!doctype html>")
    again = run("corpus", "run", "a.jsonl.gz", "--out", "out", *FAST)
    assert again.status == 2
    assert "--resume" in again.err
    for damaged in (b"{", b"{}", b"[]", b"\xff", b'{"day": 5, "stamp": {}}', b'{"day": "2025-07-01", "stamp": 1}'):
        (tmp_path / "out" / "run.json").write_bytes(damaged)
        again = run("corpus", "run", "a.jsonl.gz", "--out", "out", "--resume", *FAST)
        assert (again.status, "run.json in the folder of the results is damaged" in again.err) == (2, True), again.err


def test_all_kinds_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    names = ("a.jsonl", "a.csv", "a.parquet", "newsml.xml")
    for name in names:
        written(tmp_path, name, rows(8))
        assert run("corpus", "run", name, "--out", f"of-{name}", "-q", "--shard-size", "3", *FAST).status == 0
    for table in ("findings", "documents", "failures"):
        assert len({(tmp_path / f"of-{name}" / f"{table}.parquet").read_bytes() for name in names}) == 1
    assert findings(tmp_path / "of-a.jsonl")


def test_a_plan_lints_nothing(run: Run, tmp_path: Path) -> None:
    written(tmp_path, "a.csv", rows())
    done = run("corpus", "run", "a.csv", "--plan", "--shard-size", "6")
    assert done.status == 0
    assert "20 parts" in done.out
    assert "text       Bridge 0 is closed\\n\\nThe the bridge" in done.out
    assert [*tmp_path.iterdir()] == [tmp_path / "a.csv"]


def test_what_fails_stands_in_its_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(KINDS["a.jsonl"](rows(2)) + b"no json\n")
    done = run("corpus", "run", "a.jsonl", "--out", "out", "-q", *FAST)
    assert (done.out, done.status) == ("", 2)
    (failure,) = pq.read_table(tmp_path / "out" / "failures.parquet").to_pylist()
    assert failure == {
        "id": "a.jsonl:3",
        "place": "a.jsonl:3",
        "error": "not JSON: Expecting value: line 1 column 1 (char 0)",
        "attempt": 1,
    }
    told = run("corpus", "summary", "out", "--format", "json", "--by", "rule")
    assert json.loads(told.out)["failures"] == 1
    assert "month" not in json.loads(told.out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run",), "name an archive"),
        (("run", "a.csv"), "--out FOLDER"),
        (("run", "none.csv", "--out", "x"), "cannot be read"),
        (("run", "a.csv", "--out", "x", "--input-format", "jsonn"), "no kind of archive is called 'jsonn'; did you mean 'json'"),
        (("run", "a.csv", "--plan", "--sample", "2"), "a share such as 0.01 or 1%"),
        (("run", "a.csv", "--plan", "--storage-options", "a.csv"), "not JSON"),
        (("run", "a.csv", "--out", "x", "--memory-limit", "0"), "1 or more, not '0'"),
        (("run", "a.csv", "--out", "x", "--jobs", "2", "--scheduler", "tcp://h:1"), "give one of them"),
        (("run", "a.csv", "--out", "x", "--tls-ca", "c.pem"), "go with --scheduler"),
        (("run", "a.csv", "--plan", "--time-limit", "0"), "a number of seconds"),
        (("run", "s3://bucket/x.csv", "--plan"), "needs another package"),
        (("summary", "nowhere"), "holds no results of newslint"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run: Run, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    written(tmp_path, "a.csv", rows(2))
    done = run("corpus", *words)
    assert done.status == 2
    assert told in done.err
    assert done.err.count("\n") == 1, done.err
    assert not (tmp_path / "x").exists()


def test_a_scheduler_that_is_not_there_leaves_no_run_behind(run: Run, tmp_path: Path) -> None:
    written(tmp_path, "a.csv", rows(2))
    done = run("corpus", "run", "a.csv", "--out", "x", "-q", "--scheduler", "tls://127.0.0.1:1", *FAST)
    assert (done.status, done.err) == (
        2,
        "newslint: tls:// goes with --tls-ca, --tls-cert and --tls-key, and these with tls://\n",
    )
    assert not (tmp_path / "x").exists()


def test_columns_that_nothing_is_taken_from_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"key": 1, "words": "A text."}\n')
    told = run("corpus", "run", "a.jsonl", "--plan").out
    assert "jsonl: no text is found: name its column with --text-field; not used: 'key', 'words'\n" in told


def test_without_the_extra_it_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "NEEDED", ("pyarrow", "no_such_package"))
    done = run("corpus", "summary", "x")
    assert done.status == 2
    assert done.err == "newslint: 'newslint corpus' needs more packages (no_such_package): pip install 'newslint[corpus]'\n"


def test_no_other_command_imports_it() -> None:
    import subprocess

    code = "import sys; from newslint.cli import run; run(['check', '--isolated', '--select', 'T', '-']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], input="A text.\n", capture_output=True, text=True, check=True)
    assert not {"pyarrow", "fsspec", "distributed", "fastwarc", "newslint.corpus"} & {*done.stdout.split()}

"""``--timing``: layout and names; never the times themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from newslint.cli import run
from newslint.cli import timing as told
from newslint.kept import runs
from newslint.serve import door
from newslint.timing import Clock

DRAFT = "The mayor said on Friday that 45 homes were were lost\n\n“Nobody was warned,” Anna Holt said.\n"
ROW = re.compile(
    r"(?P<name>\S.{0,42}\S) +(?P<calls>[\d,]+)? +(?P<own>\d+\.\d{3}) +(?P<share>-?\d+\.\d%)( +(?P<whole>\d+\.\d{3}))?"
)

HEADS = [["calls", "seconds"], ["rules", "calls"], ["layers", "calls"]]

Run = Callable[..., tuple[int, str, list[list[str]]]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a check with --timing in an empty folder: the exit status, the report, and the tables by line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(DRAFT, encoding="utf-8")

    def desk(*words: str) -> tuple[int, str, list[list[str]]]:
        status = run(["check", "--isolated", "--no-plugins", *words])
        out, err = capsys.readouterr()
        return status, out, [table.splitlines() for table in err.split("\n\n")]

    return desk


def names(table: Sequence[str]) -> list[str]:
    found = [ROW.fullmatch(line) for line in table[1:]]
    assert all(found), table
    return [one["name"] for one in found if one]


def test_layout(desk: Run) -> None:
    status, out, (parts, rules, layers) = desk("--select", "Q,T", "--timing", "one.txt", "two.txt", "--exit-zero")
    assert status == 0
    assert "one.txt:" in out
    assert "calls" not in out
    assert names(parts) == [
        "starting",
        "rules and settings",
        "reading drafts",
        "gathering sources",
        "rules",
        "layers",
        "all else",
        "total",
    ]
    assert parts[0].split() == ["timing", "calls", "seconds", "share"]
    assert rules[0].split() == ["dearest", "rules", "calls", "seconds", "share", "with", "others"]
    assert layers[0].split()[:2] == ["dearest", "layers"]
    assert names(desk("--select", "Q103", "--timing", "one.txt")[2][1]) == ["Q103 unattributed-quote"]
    assert "Quote" in names(layers)
    assert len({len(line) for line in (*rules[: told.MOST], *layers[: told.MOST])}) == 1
    assert max(map(len, (*parts, *rules, *layers))) <= 100


def test_no_more_rows_than_can_be_read(desk: Run) -> None:
    _, _, (_, rules, _) = desk("--quick", "--timing", "one.txt", "-q")
    assert len(rules) == 1 + told.MOST + 1
    assert re.match(r"\d+ others ", rules[-1])


def test_calls_are_of_drafts_and_the_dearest_stands_first(desk: Run) -> None:
    _, _, (_, rules, _) = desk("--quick", "--timing", "one.txt", "two.txt")
    rows = [row for line in rules[1:-1] if (row := ROW.fullmatch(line))]
    assert {row["calls"] for row in rows} == {"2"}
    assert [row["own"] for row in rows] == sorted((row["own"] for row in rows), key=float, reverse=True)
    assert all(float(row["own"]) <= float(row["whole"]) for row in rows)


def test_sources_and_the_model_stand_apart(desk: Run) -> None:
    Path("source.txt").write_text("The mayor said on Friday that 48 homes were lost.", encoding="utf-8")
    _, _, (parts, *_) = desk("--timing", "one.txt", "--source", "source.txt", "--exit-zero")
    assert "reading sources" in names(parts)
    assert "loading the language model" in names(parts)


def test_every_way_of_reporting(desk: Run) -> None:
    for words in (["--diff"], ["--fix"], ["--jobs", "2"], ["--format", "json"], ["--count"]):
        status, _, tables = desk("--select", "T", "--timing", "one.txt", "two.txt", *words)
        assert status in (0, 1), words
        assert [line.split()[1:3] for table in tables for line in table if "share" in line] == HEADS, words
    Path("in.jsonl").write_text('{"id": "a", "text": "It was done."}\n', encoding="utf-8")
    assert desk("--select", "T", "--timing", "--batch", "in.jsonl")[2][0][0].startswith("timing")


def test_nothing_kept_is_told_and_nothing_is_kept(desk: Run) -> None:
    words = "--select", "T", "one.txt"
    for _ in range(2):
        _, _, (_, rules, _) = desk(*words, "--timing")
        assert len(rules) > 2
    assert not any(Path("cache").rglob("*.sqlite*"))
    assert not runs.plausible([*words, "--timing"])
    assert not door.handed_over([*words, "--timing"])


def test_without_it_nothing_is_said(desk: Run) -> None:
    assert desk("--select", "T", "one.txt")[2] == [[]]


def test_own_time_is_without_what_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("newslint.timing.time.perf_counter", lambda: now)
    clock = Clock()
    with clock.running("rule", "R"):
        now += 1
        with clock.running("layer", "Quote"):
            now += 2
            with clock.running("layer", "Quote"):  # inside itself
                now += 4
    with suppress(ValueError), clock.running("rule", "R"):
        now += 8
        raise ValueError
    rule, layer = clock.spent["rule", "R"], clock.spent["layer", "Quote"]
    assert (rule.calls, rule.own, rule.whole) == (2, 9, 15)
    assert (layer.calls, layer.own, layer.whole) == (1, 6, 6)

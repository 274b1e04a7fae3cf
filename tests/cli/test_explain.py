"""``check --explain``: the sentences and the grounds under each finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.comparisons import Ground
from newslint.document import Dossier, Source
from newslint.finding import Evidence, Finding, Outcome
from newslint.linter import Linter
from newslint.report.explained import lines
from newslint.spans import Span
from tests.cli.conftest import Run
from tests.conftest import Read

DRAFT = "It was a long day. The harbour\nearns the *town* $5 million a year. It closed.\n"
WIRE = "Reuters came. The harbour earns the town $3 million a year.\n"


def finding(*evidence: Evidence, grounds: tuple[Ground, ...] = ()) -> Finding:
    at = DRAFT.index("$5 million")
    return Finding("rule", "N201", "warning", "high", Span(at, at + 10), "message", evidence, grounds=grounds)


def shown(found: Finding, read: Read, linter: Linter) -> list[str]:
    sources = (Source(read(WIRE, name="wire.txt"), "wire"),)
    return list(lines(Outcome(Dossier(read(DRAFT, name="draft.md"), sources, makers=linter.makers), (found,)), found))


THERE = Span(WIRE.index("$3 million"), WIRE.index("$3 million") + 10)


def test_sentences_and_grounds(read: Read, linter: Linter) -> None:
    grounds = (Ground("both say harbour", 0.5), Ground("$3 million is not $5 million"), Ground("another place", -0.1))
    found = finding(Evidence("wire", THERE, "last week"), grounds=grounds)
    assert shown(found, read, linter) == [
        "    draft   1:20  The harbour earns the town $5 million a year.",
        "    source  wire.txt:1:15 (last week)  The harbour earns the town $3 million a year.",
        "    ground  +0.50  both say harbour",
        "    ground  $3 million is not $5 million",
        "    ground  -0.10  another place",
        "    score   +0.40  all of them together",
    ]


def test_evidence_in_the_draft_and_no_grounds(read: Read, linter: Linter) -> None:
    closed = Span(DRAFT.index("closed"), DRAFT.index("closed") + 6)
    assert shown(finding(Evidence(None, closed)), read, linter) == [
        "    draft   1:20  The harbour earns the town $5 million a year.",
        "    draft   2:37  It closed.",
    ]


def test_what_rests_on_nothing_else_is_not_explained(read: Read, linter: Linter) -> None:
    assert shown(finding(), read, linter) == []


@pytest.fixture
def words(tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "draft.txt").write_text("The harbour earns the town $5 million a year.\n")
    (tmp_path / "wire.txt").write_text(WIRE)
    return ("check", "draft.txt", "--source", "wire.txt", "--select", "N201", "--isolated")


def test_under_each_finding(run: Run, words: tuple[str, ...]) -> None:
    plain = run(*words, "--format", "flake8").lines
    done = run(*words, "--format", "flake8", "--explain").lines
    assert done[0] == plain[0]
    assert done[1:3] == [
        "    draft   1:1  The harbour earns the town $5 million a year.",
        "    source  wire.txt:1:15  The harbour earns the town $3 million a year.",
    ]
    both = run(*words, "--format", "flake8", "--explain", "--show-source").lines
    assert both[2].strip() == "^" * 10
    assert both[3:] == done[1:]


def test_at_a_terminal(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "--format", "terminal", "--explain").out
    assert "The harbour earns the town $3 million a year." in done
    assert "wire.txt:1:15" in done


def test_where_it_has_no_place(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words, "--format", "json", "--explain").out == run(*words, "--format", "json").out
    done = run(*words, "--format", "lsp", "--explain")
    assert done.status == 2
    assert "--explain" in done.err

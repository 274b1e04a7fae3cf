"""``check --explain``: the sentences and the grounds under each finding."""

from __future__ import annotations

import re
from dataclasses import replace
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
SENTENCES = [
    "    draft   1:20  The harbour earns the town $5 million a year.",
    "    source  wire.txt:1:15 (last week)  The harbour earns the town $3 million a year.",
]


@pytest.mark.parametrize(
    ("grounds", "told"),
    [
        (
            [("both say harbour", 0.5), ("$3 million is not $5 million", None)],
            ["both say harbour", "$3 million is not $5 million"],
        ),
        # what speaks against it, and what is weak beside the strongest, is for JSON
        ([("a", 0.4), ("b", 0.09), ("c", 0.1), ("d", -0.3)], ["a", "c"]),
        # three at most, and what decides is among them
        ([("a", 0.3), ("b", 0.4), ("c", 0.3), ("d", 0.3)], ["b", "a", "c"]),
        ([("a", 0.3), ("b", 0.4), ("c", 0.3), ("x is not y", None), ("y is z", None)], ["b", "a", "x is not y; y is z"]),
        # the several ways to say that two sentences are alike are one
        (
            [
                ("the words before it", 0.46),
                ("the words round it", 0.2),
                ("both have harbour, town", 0.3),
                ("the names near it", 0.2),
            ],
            ["the sentences are alike: both have harbour, earns, town, year"],
        ),
        ([("both have harbour, town", 0.7)], ["the sentences are alike: both have harbour, earns, town, year"]),
        (
            [("the sentences share 72% of their content", None), ("x", None)],
            ["the sentences are alike: both have harbour, earns, town, year", "x"],
        ),
        ([("both count million", 0.7), ("the same approximator", 0.5)], ["both count million"]),
        ([("both count yea", 0.7)], ["both count year"]),
        ([("3 of its 4 telling words are there", 0.75)], ["the source has 3 of its 4 main words"]),
    ],
)
def test_the_grounds_that_weigh_most_in_plain_words(
    grounds: list[tuple[str, float | None]], told: list[str], read: Read, linter: Linter
) -> None:
    found = finding(Evidence("wire", THERE, "last week"), grounds=tuple(Ground(*ground) for ground in grounds))
    assert shown(found, read, linter) == [*SENTENCES, *(f"    because {words}" for words in told)]


def test_no_ground_of_a_figure_is_told_as_a_weight(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "--format", "flake8", "--explain").lines
    because = [line.removeprefix("    because ") for line in done if line.startswith("    because ")]
    assert 0 < len(because) <= 3
    assert because[0] == "the sentences are alike: both have harbour, earns, town, year"
    assert not any(re.search(r"[+-]0\.|round it|before it|behind it|approximator", line) for line in because)


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("N202", ["    nearest wire.txt:1:15  The harbour earns the town $3 million a year."]),
        ("N201", []),
    ],
)
def test_the_nearest_passage_of_what_is_in_no_source(code: str, nearest: list[str], read: Read, linter: Linter) -> None:
    found = replace(finding(grounds=(Ground("why", 1.0),)), code=code)
    assert shown(found, read, linter) == [SENTENCES[0], *nearest, "    because why"]


def test_nothing_is_near(read: Read, linter: Linter) -> None:
    closed = Span(DRAFT.index("closed"), DRAFT.index("closed") + 6)
    found = replace(finding(), code="Q202", span=closed)
    assert shown(found, read, linter)[1] == "    nearest no passage of a source is near this sentence"


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

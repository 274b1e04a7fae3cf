"""``--baseline`` and ``--update-baseline``; confirmed facts and the count of what is hidden, as they are used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TOLD = "draft.txt:{}: Z102 The word “beta” was found. (beta)"
NAME = "baseline.json"


@pytest.fixture
def desk(desk: Path) -> Path:
    (desk / ".newslint.yaml").write_text("select: [Z, X]\nrules-path: [rules]\n")
    (desk / "draft.txt").write_text("First alpha here.\n\nThen beta there.\n")
    return desk


@pytest.fixture
def baseline(desk: Path, run: Run) -> Path:
    done = run("draft.txt", "--baseline", NAME, "--update-baseline")
    assert (done.out, done.err, done.status) == ("", f"newslint: {NAME}: 2 findings in 1 draft (2 new, 0 gone)\n", 0)
    return desk / NAME


def test_what_was_there_is_hidden_and_counted(baseline: Path, run: Run) -> None:
    done = run("draft.txt", "--baseline", NAME, "--verbose")
    assert (done.out, done.status) == ("", 0)
    assert "newslint: 2 findings hidden: 2 in the baseline\n" in done.err
    assert run("draft.txt").status == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A new line.\n\nFirst\nalpha here.\n\nMore.\n\nThen beta there. More.\n", []),
        ("Then beta there.\n\nFirst alpha here.\n", []),
        ("First alpha here.\n\nThen beta there, too.\n", [TOLD.format("3:6"), "X101"]),
        ("First alpha here.\n\nThen beta there.\n\nThen beta there.\n", [TOLD.format("5:6")]),
        ("First alpha here.\n\nThen beta there. A beta.\n", [TOLD.format("3:20")]),
        ("First alpha here.\n", ["X101"]),
    ],
)
def test_moved_lines_do_not_rot_it_and_changed_sentences_do(
    text: str, told: list[str], baseline: Path, desk: Path, run: Run
) -> None:
    (desk / "draft.txt").write_text(text)
    lines = run("draft.txt", "--baseline", NAME).lines
    stale = f'{NAME}:5:1: X101 Z102 no longer finds "beta" in draft.txt, in the sentence where it was; --update-baseline takes the entry away.'
    assert lines == [f"{stale} (ignore-without-match)" if line == "X101" else line for line in told]


def test_an_update_takes_out_what_is_gone_and_keeps_other_drafts(baseline: Path, desk: Path, run: Run) -> None:
    (desk / "other.txt").write_text("An alpha, an alpha.\n")
    run("other.txt", "--baseline", NAME, "--update-baseline")
    before = baseline.read_bytes()
    assert run("draft.txt", "other.txt", "--baseline", NAME, "--update-baseline").status == 0
    assert baseline.read_bytes() == before
    (desk / "draft.txt").write_text("Nothing.\n")
    done = run("draft.txt", "--baseline", NAME, "--update-baseline")
    assert done.err == f"newslint: {NAME}: 2 findings in 1 draft (0 new, 2 gone)\n"
    assert list(json.loads(baseline.read_text())["drafts"]) == ["other.txt"]
    (desk / "other.txt").unlink()
    run("draft.txt", "--baseline", NAME, "--update-baseline")
    assert json.loads(baseline.read_text())["drafts"] == {}


def test_rules_that_did_not_run_keep_their_entries(baseline: Path, run: Run) -> None:
    before = baseline.read_bytes()
    for words in (["--select", "Z101,X"], ["--min-severity", "error"]):
        assert run("draft.txt", "--baseline", NAME, *words).out == ""
        run("draft.txt", "--baseline", NAME, "--update-baseline", *words)
        assert baseline.read_bytes() == before


def test_an_entry_a_line_in_order_and_paths_from_its_own_folder(desk: Path, run: Run) -> None:
    (desk / "kept").mkdir()
    run("draft.txt", "--baseline", "kept/b.json", "--update-baseline")
    lines = (desk / "kept" / "b.json").read_text().splitlines()
    assert lines[:3] == ['{"newslint-baseline": 1,', '"drafts": {', '"../draft.txt": [']
    assert [line[:40] for line in lines[3:5]] == [
        '{"rule": "alpha", "code": "Z101", "words',
        '{"rule": "beta", "code": "Z102", "words"',
    ]


def test_the_configuration_may_name_it(desk: Path, run: Run) -> None:
    (desk / ".newslint.yaml").write_text(f"select: [Z, X]\nrules-path: [rules]\nbaseline: {NAME}\n")
    done = run("draft.txt")
    assert (done.out, done.status) == ("", 2)
    assert done.err == f"newslint: {desk / NAME}: does not exist; --update-baseline writes it\n"
    assert run("draft.txt", "--update-baseline").status == 0
    assert run("draft.txt").status == 0
    given = run("-", "--stdin-display-name", "draft.txt", given="Then beta there.\n\nA gamma and beta.\n")
    assert [line for line in given.lines if "X101" not in line] == [TOLD.format("3:13")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "baseline.json:1: is no baseline: Expecting property name"),
        ("[]", "baseline.json: is no baseline: expected"),
        ('{"newslint-baseline": 2, "drafts": {}}', "baseline.json: is no baseline: expected"),
        (
            '{"newslint-baseline": 1,\n"drafts": {"draft.txt": [{"rule": "alpha"}]}}',
            "baseline.json:2: an entry of 'draft.txt' is not",
        ),
        ('{"newslint-baseline": 1,\n"drafts": {"draft.txt": 7}}', "baseline.json:2: an entry of 'draft.txt' is not"),
        ("\x00", "baseline.json:1: is no baseline"),
    ],
)
def test_a_broken_one_is_said_and_not_overwritten(text: str, said: str, desk: Path, run: Run) -> None:
    (desk / NAME).write_text(text)
    for words in ([], ["--update-baseline"]):
        done = run("draft.txt", "--baseline", NAME, *words)
        assert (done.out, done.status) == ("", 2)
        assert said in done.err
        assert (desk / NAME).read_text() == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--update-baseline"], "which file?"),
        (["--update-baseline", "--baseline", NAME, "--fix"], "goes without --fix"),
        (["--update-baseline", "--baseline", NAME, "--diff-from", "main"], "goes without"),
    ],
)
def test_words_that_do_not_go_together(words: list[str], said: str, desk: Path, run: Run) -> None:
    done = run("draft.txt", *words)
    assert done.status == 2
    assert said in done.err


def test_a_batch_has_none(desk: Path, run: Run) -> None:
    done = run("--batch", "-", "--baseline", NAME)
    assert (done.status, "leave out --baseline" in done.err) == (2, True)
    (desk / ".newslint.yaml").write_text(f"select: [Z]\nrules-path: [rules]\nbaseline: {NAME}\n")
    (desk / ".newslint-confirmed.yml").write_text("- {rule: Z102, words: beta, who: Ann, when: 2025-08-15}\n")
    done = run("--batch", "-", given='{"id": "draft.txt", "text": "beta"}\n')
    assert [one["code"] for one in json.loads(done.out)["findings"]] == ["Z102"]


def test_a_fix_leaves_what_is_hidden(desk: Path, run: Run) -> None:
    (desk / ".newslint.yaml").write_text("select: [T105]\n")
    (desk / "draft.txt").write_text("It rained.")
    words = ["draft.txt", "--min-severity", "info", "--baseline", NAME]
    run(*words, "--update-baseline")
    run(*words, "--fix")
    assert (desk / "draft.txt").read_text() == "It rained."


def test_confirmed_facts(desk: Path, run: Run) -> None:
    (desk / ".newslint-confirmed.yml").write_text(
        "- {rule: Z101, words: alpha, draft: draft.txt, who: Ann, when: 2025-08-15}\n"
        "- {rule: Z102, words: omega, draft: draft.txt, who: Ann, when: 2025-08-15}\n"
        "- {rule: Z102, words: omega, draft: other.txt, who: Ann, when: 2025-08-15}\n"
        "- {rule: Z102, words: omega, who: Ann, when: 2025-08-15}\n"
        "- {rule: Z102, words: beta, who: Ann, when: 2025-08-15, until: 2025-09-01}\n"
        "- {rule: Z999, words: beta, who: Ann, when: 2025-08-15}\n"
        "- {rule: Z102, words: beta, who: Ann}\n"
    )
    done = run("draft.txt", "--verbose")
    name = ".newslint-confirmed.yml"
    assert done.lines == [
        TOLD.format("3:6"),
        f'{name}:2:1: X101 Z102 no longer asks about "omega" in draft.txt; take the confirmed fact away. (ignore-without-match)',
        f'{name}:5:1: X101 "beta" was confirmed for Z102 until 2025-09-01; check it anew, or take it away. (ignore-without-match)',
    ]
    assert f"{name}:7:3: 'when' is missing" in done.err
    assert f"{name}:6: no rule is called 'Z999'" in done.err
    assert "newslint: 1 finding hidden: 1 confirmed" in done.err
    assert done.status == 2


def test_a_pattern_is_judged_when_all_its_drafts_were_seen(desk: Path, run: Run) -> None:
    facts = desk / ".newslint-confirmed.yml"
    facts.write_text("- {rule: Z101, words: alpha, draft: draft*.txt, who: Ann, when: 2025-08-15}\n")
    (desk / "draft-2.txt").write_text("It rained.\n")
    assert run("draft-2.txt").out == ""  # another draft may need it
    assert run("draft-2.txt", "draft.txt").lines == [TOLD.format("3:6")]
    (desk / "draft.txt").write_text("It snowed.\n")
    told = 'X101 Z101 no longer asks about "alpha" in draft*.txt; take the confirmed fact away. (ignore-without-match)'
    assert run("draft-2.txt", "draft.txt").lines == [f"{facts.name}:1:1: {told}"]


def test_a_fact_that_names_no_draft_and_seems_to_mean_this_one(desk: Path, run: Run) -> None:
    (desk / "stories").mkdir()
    (desk / "stories" / "draft.txt").write_text("A beta.\n")
    (desk / "draft.txt").unlink()
    entry = "- {{rule: Z102, words: beta, draft: {}, who: Ann, when: 2025-08-15}}\n"
    (desk / ".newslint-confirmed.yml").write_text(entry.format("draft.txt") + entry.format("gone.txt"))
    done = run("stories/draft.txt")
    assert done.status == 2
    assert (
        done.err
        == f"newslint: {desk}/.newslint-confirmed.yml:1: no draft is called 'draft.txt'; from here this one is 'stories/draft.txt'\n"
    )
    (desk / "draft.txt").write_text("It rained.\n")
    assert run("stories/draft.txt").err == ""


def row(rule: str, code: str, words: str, key: str) -> str:
    return f'{{"rule": "{rule}", "code": "{code}", "words": "{words}", "key": "{key}"}}'


@pytest.mark.parametrize("base", ["", "||||||| base\n" + row("gone", "Z1", "gone", "7") + ",\n"])
def test_an_update_keeps_both_sides_of_a_conflict(base: str, baseline: Path, desk: Path, run: Run) -> None:
    alpha, beta = (line.rstrip(",") for line in baseline.read_text().splitlines() if line.startswith('{"rule"'))
    ours, theirs = row("alpha", "Z101", "alpha", "0123"), row("beta", "Z102", "beta", "4567")
    whole = baseline.read_text()
    sides = f'<<<<<<< HEAD\n{beta},\n{ours}\n],\n"late.txt": [\n{ours}\n{base}=======\n{beta},\n{theirs}\n>>>>>>> other\n'
    baseline.write_text(f'{{"newslint-baseline": 1,\n"drafts": {{\n"draft.txt": [\n{alpha},\n{sides}]\n}}}}\n')
    parted = baseline.read_text()
    done = run("draft.txt", "--baseline", NAME)
    assert (done.out, done.status) == ("", 2)
    assert (
        done.err == f"newslint: {NAME}:5: is no baseline: git could not merge it; --update-baseline keeps what both sides have\n"
    )
    assert baseline.read_text() == parted

    (desk / "late.txt").write_text("It rained.\n")
    done = run("draft.txt", "--baseline", NAME, "--update-baseline")
    assert done.err == f"newslint: {NAME}: 3 findings in 2 drafts (0 new, 2 gone)\n"  # what nobody finds is gone
    assert run("draft.txt", "--baseline", NAME).out == ""
    assert json.loads(baseline.read_text())["drafts"]["draft.txt"] == json.loads(whole)["drafts"]["draft.txt"]


def test_a_conflict_that_somebody_has_written_in_is_left(baseline: Path, run: Run) -> None:
    text = f'<<<<<<< HEAD\n"draft.txt": [\n{{"rule" what}}\n{baseline.read_text()}'
    baseline.write_text(text)
    done = run("draft.txt", "--baseline", NAME, "--update-baseline")
    assert (done.status, baseline.read_text()) == (2, text)
    assert done.err == f"newslint: {NAME}: git could not merge it, and a line of it is none that newslint wrote\n"


def test_what_could_not_be_read_is_not_asked_for(desk: Path, run: Run) -> None:
    (desk / NAME).write_text("")
    (desk / ".newslint.yaml").write_text(f"select: [Z]\nrules-path: [rules]\nbaseline: {NAME}\n")
    done = run("draft.txt", "--update-baseline")
    assert (done.status, "is no baseline" in done.err, "which file?" in done.err) == (2, True, False)

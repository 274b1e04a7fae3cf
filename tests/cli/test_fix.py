"""``--fix``, ``--diff`` and ``--show-fixes``, and what becomes of the files."""

from __future__ import annotations

import codecs
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.errors import InputError
from newslint.run import saving
from tests.cli.conftest import Run

RULE = """\
id: {id}
code: {code}
title: A plainer word will do
check: prefer
severity: warning
options:
  fix: {fix}
  words: {words}
message: "{{advice}}."
why: Short words read faster.
examples:
  - bad: <<utilise>>
  - good: use
  - good: “utilise”
"""
DRAFT = "They utilise it.\nShe said: “We utilise it.”\nA kerfuffle prior to noon.\n"
MENDED = "They use it.\nShe said: “We utilise it.”\nA kerfuffle before noon.\n"
LEFT = "draft.txt:3:3: Z102 Write “row”. (row)"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "plain.yaml").write_text(RULE.format(id="plain", code="Z101", fix="safe", words="{utilise: use, prior to: before}"))
    (rules / "row.yaml").write_text(RULE.format(id="row", code="Z102", fix="offered", words="{kerfuffle: row}"))
    (tmp_path / ".newslint.yaml").write_text("select: [Z]\nrules-path: [rules]\n")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_safe_fixes_are_made_and_the_rest_is_reported(desk: Path, run: Run) -> None:
    done = run("draft.txt", "--fix")
    assert (desk / "draft.txt").read_text(encoding="utf-8") == MENDED
    assert done.lines == [LEFT]
    assert done.err == "newslint: draft.txt: 2 fixes made\n"
    assert done.status == 1
    again = run("draft.txt", "--fix")
    assert (again.lines, again.err) == ([LEFT], "")


def test_nothing_left_is_clean(desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_text("They utilise it.\n")
    assert run("draft.txt", "--fix").status == 0
    assert run("draft.txt", "--fix", "--quiet").err == ""


def test_the_fixes_are_listed(desk: Path, run: Run) -> None:
    done = run("draft.txt", "--fix", "--show-fixes")
    assert done.err.splitlines() == [
        "draft.txt:1:6: Z101 Write “use” (plain)",
        "draft.txt:3:13: Z101 Write “before” (plain)",
        "newslint: draft.txt: 2 fixes made",
    ]


def test_a_diff_changes_nothing(desk: Path, run: Run) -> None:
    done = run("draft.txt", "--diff")
    assert (desk / "draft.txt").read_text(encoding="utf-8") == DRAFT
    assert [line for line in done.lines if line[0] in "+-"] == [
        "--- draft.txt", "+++ draft.txt", "-They utilise it.", "+They use it.", "-A kerfuffle prior to noon.", "+A kerfuffle before noon.",
    ]  # fmt: skip
    assert done.status == 1
    assert run("draft.txt", "--diff", "--exit-zero").status == 0
    (desk / "draft.txt").write_text(MENDED, encoding="utf-8")
    done = run("draft.txt", "--diff")
    assert (done.out, done.status) == ("", 0)


def test_a_diff_of_a_last_line_without_an_end(desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_text("We utilise it")
    lines = run("draft.txt", "--diff").lines
    assert lines[-4:] == ["-We utilise it", "\\ No newline at end of file", "+We use it", "\\ No newline at end of file"]


def test_standard_input_is_written_to_standard_output(desk: Path, run: Run) -> None:
    done = run("-", "--fix", given=DRAFT)
    assert done.out == MENDED
    assert done.err.splitlines() == ["newslint: stdin.txt: 2 fixes made", "stdin.txt:3:3: Z102 Write “row”. (row)"]
    assert done.status == 1
    done = run("-", "--fix", given=MENDED)
    assert done.out == MENDED
    assert "+They use it." in run("-", "--diff", given=DRAFT).lines


def test_a_saved_draft_that_comes_on_standard_input_is_left_alone(desk: Path, run: Run) -> None:
    done = run("-", "--fix", "--stdin-display-name", "draft.txt", given="They utilise it.")
    assert done.out == "They use it."
    assert (desk / "draft.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_stay(desk: Path, run: Run, encoding: str, end: str) -> None:
    def raw(text: str) -> bytes:
        mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
        return mark + f"{text} “Café”{end}".encode(encoding)

    (desk / "draft.txt").write_bytes(raw("They utilise it."))
    run("draft.txt", "--fix")
    assert (desk / "draft.txt").read_bytes() == raw("They use it.")


def test_what_an_encoding_cannot_hold_is_not_written(desk: Path, run: Run) -> None:
    (desk / "rules" / "plain.yaml").write_text(RULE.format(id="plain", code="Z101", fix="safe", words="{utilise: usę}"), "utf-8")
    raw = "They utilise a café.\n".encode("cp1252")
    (desk / "draft.txt").write_bytes(raw)
    done = run("draft.txt", "--fix")
    assert "draft.txt: cannot hold 'ę' in its encoding, cp1252; nothing was changed in it" in done.err
    assert (desk / "draft.txt").read_bytes() == raw
    assert done.status == 2


def test_the_mode_stays(desk: Path, run: Run) -> None:
    (desk / "draft.txt").chmod(0o640)
    run("draft.txt", "--fix")
    assert (desk / "draft.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(desk: Path, run: Run) -> None:
    (desk / "story.txt").write_text("They utilise it.\n")
    (desk / "link.txt").symlink_to("story.txt")
    run("link.txt", "--fix")
    assert (desk / "link.txt").is_symlink()
    assert (desk / "story.txt").read_text() == "They use it.\n"


def test_a_read_only_file_is_said(desk: Path, run: Run) -> None:
    (desk / "draft.txt").chmod(0o444)
    done = run("draft.txt", "--fix")
    assert "newslint: draft.txt: is read-only; nothing was changed in it" in done.err
    assert done.status == 2
    assert len(done.lines) == 3, "what is wrong is still reported"
    assert (desk / "draft.txt").read_text(encoding="utf-8") == DRAFT


def test_nothing_is_left_beside_a_draft(desk: Path, run: Run) -> None:
    before = sorted(desk.iterdir())
    run("draft.txt", "--fix")
    assert sorted(desk.iterdir()) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("What the reporter has just saved.")
    with pytest.raises(InputError, match="has changed"):
        saving.save(path, "What was read.", "What was mended.")
    assert path.read_text() == "What the reporter has just saved."


def test_fixes_that_undo_one_another_are_said(desk: Path, run: Run) -> None:
    (desk / "rules" / "row.yaml").write_text(RULE.format(id="row", code="Z102", fix="safe", words="{use: utilise}"))
    (desk / "draft.txt").write_text("They utilise it.\n")
    done = run("draft.txt", "--fix")
    assert "draft.txt: the fixes of plain and row never come to an end; none was made" in done.err
    assert (desk / "draft.txt").read_text() == "They utilise it.\n"
    assert done.status == 2


def test_what_is_silenced_is_not_mended(desk: Path, run: Run) -> None:
    silenced = "They utilise it. # newslint: ignore[Z101] that is what it is called\n"
    (desk / "draft.txt").write_text(f"{silenced}They utilise it.\n")
    run("draft.txt", "--fix")
    assert (desk / "draft.txt").read_text() == f"{silenced}They use it.\n"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("draft.txt --fix --diff", "not allowed with argument"),
        ("draft.txt --show-fixes", "--show-fixes goes with --fix or --diff"),
        ("--batch drafts.jsonl --fix", "--batch changes no draft"),
    ],
)
def test_words_that_do_not_fit_together(desk: Path, run: Run, words: str, fault: str) -> None:
    done = run(*words.split())
    assert fault in done.err
    assert done.status == 2


def test_fixes_stand_in_json(desk: Path, run: Run) -> None:
    [row] = json.loads(run("draft.txt", "--format", "json").out)
    assert [(one["fix"]["title"], one["fix"]["safe"]) for one in row["findings"]] == [
        ("Write “use”", True), ("Write “row”", False), ("Write “before”", True),
    ]  # fmt: skip


def test_fixes_stand_in_the_terminal_report(desk: Path, run: Run) -> None:
    lines = run("draft.txt", "--format", "terminal").lines
    assert [line.strip() for line in lines if "Write" in line and "Z10" not in line] == [
        "--fix  Write “use”", "offered  Write “row”", "--fix  Write “before”",
    ]  # fmt: skip
    assert "3 warnings; 2 can be mended with --fix" in lines


UTILISE = "They utilise “it” — café.\nAnd that.\nWe utilise it.\n"


@pytest.mark.skipif(not shutil.which("patch"), reason="no patch here")
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", UTILISE.encode("cp1252")),
        ("a.txt", codecs.BOM_UTF16_LE + UTILISE.encode("utf-16-le")),
        ("a.txt", codecs.BOM_UTF16_BE + UTILISE.encode("utf-16-be")),
        ("a.txt", codecs.BOM_UTF8 + UTILISE.encode()),
        ("a.txt", UTILISE.replace("\n", "\r\n").encode()),
        ("a.html", "<meta charset=iso-8859-1><p>They utilise the café.</p>".encode("latin-1")),
        ("a\tb.txt", UTILISE.encode()),
        ("a b.txt", UTILISE.encode()),
        ('say "a".txt', UTILISE.encode()),
        ("--- a.txt", UTILISE.encode()),
        ("né.txt", UTILISE.encode()),
    ],
)
def test_patch_makes_what_a_diff_says(desk: Path, process: Run, name: str, raw: bytes) -> None:
    (desk / name).write_bytes(raw)
    command = [sys.executable, "-m", "newslint", "--diff", "--quiet", "--", name]
    diff = subprocess.run(command, cwd=desk, capture_output=True, check=False).stdout
    subprocess.run(["patch", "-s", "-p0", "--binary"], cwd=desk, input=diff, check=True)
    patched = (desk / name).read_bytes()
    (desk / name).write_bytes(raw)
    process("--fix", "--", name)
    assert (desk / name).read_bytes() == patched != raw


UNTOUCHED = [
    ("a.html", "<p><q>They utilise it</q>, he said.</p>"),
    ("a.html", "<p>They talked.</p><p>Type <code>utilise</code> there.</p>"),
    ("a.html", "<p>They talked, and then they talked again.</p><pre>utilise = 1</pre>"),
    ("a.md", "<q>They utilise it</q>, he said.\n"),
    ("a.md", "They talked.\n\n<blockquote>\nWe utilise it.\n\nYou utilise it.\n</blockquote>\n"),
    ("a.md", "They talked.\n\n    utilise = 1\n    utilise it\n"),
    ("a.md", "They talked.\n\n<pre>\nutilise = 1\n\nutilise\n</pre>\n"),
    ("a.md", "Type <code>utilise</code> there.\n"),
    ("a.md", "They talked.\n\n**What do you do?**\n\nWe utilise it.\n\nWe utilise that.\n"),
    ("a.txt", "″We utilise it,″ she said.\n\n❝We utilise it,❞ she said.\n"),
    ("a.txt", "They talked.\n\nMAYOR SMITH: We utilise it.\n"),
    ("a.txt", "Mayor John Roe (Labour): We utilise it.\n"),
    ("a.txt", "They talked.\n\nQ: What is it?\n\nA: We utilise it.\n\nWe utilise that.\n"),
    ("a.txt", "They talked.\n\nWhat is it?\n\nWe utilise it.\n"),
    ("a.txt", "It is in /utilise/x.txt, in utilise.txt, in ~/utilise and in C:\\utilise.\n"),
]


@pytest.mark.parametrize(("name", "text"), UNTOUCHED)
def test_what_is_nobody_s_wording_stays(desk: Path, run: Run, name: str, text: str) -> None:
    (desk / name).write_text(text, encoding="utf-8")
    run(name, "--fix")
    assert (desk / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p><q>They said it</q>, and they utilise it.</p>"),
        ("a.html", "<pre>They utilise it.\n\nWe utilise it.</pre>"),
        ("a.md", "- an item\n\n    They utilise it.\n"),
        ("a.md", "    They utilise it.\n\n    We utilise it.\n\n    You utilise it.\n"),
        ("a.md", "<blockquote>They said it.</blockquote> They utilise it.\n"),
        ("a.txt", "The screen is 12″ wide. They utilise it.\n"),
        ("a.txt", "The verdict was simple: they utilise it.\n"),
        ("a.txt", "A. B. Roe and others utilise it.\n"),
        ("a.txt", "He/she may utilise and/or drop it 24/7.\n"),
    ],
)
def test_what_stands_near_is_mended_all_the_same(desk: Path, run: Run, name: str, text: str) -> None:
    (desk / name).write_text(text, encoding="utf-8")
    run(name, "--fix")
    assert "utilise" not in (desk / name).read_text(encoding="utf-8")

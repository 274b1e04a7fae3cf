"""What ``newslint check`` prints and how it ends, option by option."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ALPHA = "draft.txt:1:1: Z101 The word “alpha” was found. (alpha)"
BETA = "draft.txt:1:7: Z102 The word “beta” was found. (beta)"
GAMMA = "draft.txt:1:12: Z201 The word “gamma” was found. (gamma)"


@pytest.mark.parametrize(
    ("words", "lines", "status"),
    [
        ("draft.txt", [ALPHA, BETA], 1),
        ("check draft.txt", [ALPHA, BETA], 1),
        ("draft.txt --exit-zero", [ALPHA, BETA], 0),
        ("draft.txt draft.txt *.txt", [ALPHA, BETA], 1),
        # severities
        ("draft.txt --min-severity error", [ALPHA], 1),
        ("draft.txt --min-severity info", [ALPHA, BETA, GAMMA], 1),
        ("draft.txt --fail-on error --ignore Z101", [BETA], 0),
        ("draft.txt --fail-on error", [ALPHA, BETA], 1),
        ("draft.txt --min-severity info --select Z2 --fail-on info", [GAMMA], 1),
        ("draft.txt --min-severity info --select Z2", [GAMMA], 0),
        # selection: the longest prefix decides, and on a tie ignoring does
        ("draft.txt --select Z102", [BETA], 1),
        ("draft.txt --select beta", [BETA], 1),
        ("draft.txt --select Z --ignore Z1", [], 0),
        ("draft.txt --select Z101 --ignore Z1", [ALPHA], 1),
        ("draft.txt --select Z1 --ignore Z1", [], 0),
        ("draft.txt --select Z101,Z102 --ignore Z101", [BETA], 1),
        ("draft.txt --select Z101 --select Z102", [ALPHA, BETA], 1),
        ("draft.txt --ignore beta", [ALPHA], 1),
        ("draft.txt --extend-ignore Z101", [BETA], 1),
        ("draft.txt --select Z2 --extend-select Z102", [BETA], 1),
        ("draft.txt --ignore Z1 --extend-select Z102", [BETA], 1),
        ("draft.txt --select ALL --ignore ALL --extend-select Z1", [ALPHA, BETA], 1),
        # for some files only
        ("draft.txt --per-file-ignores *.txt:Z101", [BETA], 1),
        ("draft.txt --per-file-ignores draft.txt:Z1", [], 0),
        ("draft.txt --per-file-ignores other.txt:Z1", [ALPHA, BETA], 1),
        ("draft.txt --per-file-ignores *.txt:Z1 --select Z102", [BETA], 1),
        ("draft.txt --per-file-ignores *.txt:Z101,Z102", [], 0),
        ("draft.txt --exclude draft.*", [], 0),
        # reports
        ("draft.txt --quiet", ["draft.txt"], 1),
        ("draft.txt --count", [ALPHA, BETA, "2"], 1),
        ("draft.txt --count --select Z2", ["0"], 0),
        (
            "draft.txt --statistics --quiet",
            ["draft.txt", "1       Z101 The word alpha", "1       Z102 The word beta"],
            1,
        ),
        ("draft.txt --show-source --select Z102", [BETA, "    alpha beta gamma", "          ^^^^"], 1),
        ("draft.txt --output-file report.txt", [], 1),
        ("draft.txt --color always --format flake8", [ALPHA, BETA], 1),
    ],
)  # fmt: skip
def test_options(run: Run, desk: Path, words: str, lines: list[str], status: int) -> None:
    done = run(*words.split(" "))
    assert (done.lines, done.err, done.status) == (lines, "", status)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("", "name a draft, a folder, or - for standard input (see 'newslint --help')"),
        ("draft.txt --selct Z1", "unrecognized arguments: --selct Z1; did you mean --select? (see 'newslint check --help')"),
        ("draft.txt --select Y9", "no rule fits 'Y9'"),
        ("draft.txt --select Z1 --ignore bata", "no rule fits 'bata'; did you mean 'beta'?"),
        ("draft.txt --per-file-ignores *.txt:Y9", "no rule fits 'Y9'"),
        ("draft.txt --per-file-ignores draft.txt", "--per-file-ignores takes PATTERN:CODES, not 'draft.txt'"),
        ("draft.txt --format jsno", "no format is called 'jsno'; did you mean 'json'?"),
        ("draft.txt --min-severity fatal", "argument --min-severity: invalid choice: 'fatal'"),
        ("draft.txt --published 15.8.2025", "argument --published: a date such as 2025-08-15, not '15.8.2025'"),
        ("draft.txt --output-file no/such/folder", "no/such/folder: cannot be written: No such file or directory"),
        ("draft.txt --config none.yaml", "{desk}/none.yaml: cannot be read: No such file or directory"),
        ("draft.txt --batch batch.jsonl", "--batch and files do not go together"),
        ("--batch batch.jsonl", "batch.jsonl: cannot be read: No such file or directory"),
        ("--batch draft.txt --format json", "--batch writes --format jsonl"),
        ("--batch draft.txt --count", "--batch writes JSON lines alone"),
        ("explain Y9", "no rule is called 'Y9'"),
        ("explain bata", "no rule is called 'bata'; did you mean 'beta'?"),
        ("rules", "the following arguments are required"),
        ("rules test rules/none.yaml", "rules/none.yaml: cannot be read: No such file or directory"),
    ],
)
def test_usage(run: Run, desk: Path, words: str, complaint: str) -> None:
    done = run("check", *words.split()) if not words or words.startswith(("draft", "--")) else run(*words.split())
    assert done.err.startswith("newslint: " + complaint.replace("{desk}", str(desk))), done.err
    assert done.status == 2


def test_several_files_in_the_order_given(run: Run, desk: Path) -> None:
    (desk / "a" / ".hidden").mkdir(parents=True)
    (desk / "a" / "two.sources").mkdir()
    for name in ("a/two.md", "a/one.html", "a/.hidden/three.txt", "a/two.sources/wire.txt", "a/code.py", "zero.txt"):
        (desk / name).write_text("beta")
    done = run("zero.txt", "a", "--exclude", "none")
    assert [line.split(":")[0] for line in done.lines] == ["zero.txt", "a/one.html", "a/two.md"]
    assert [line.split(":")[0] for line in run("a", "--exclude", "*.md").lines] == ["a/one.html"]
    assert [line.split(":")[0] for line in run("**/t*.md", "draft.txt").lines] == ["a/two.md", "draft.txt", "draft.txt"]


def test_standard_input(run: Run, desk: Path) -> None:
    assert run("-", given="a beta").out == "stdin.txt:1:3: Z102 The word “beta” was found. (beta)\n"
    done = run("--stdin-display-name", "sub/page.html", "-", given="<p title='beta'>a <b>beta</b></p>")
    assert done.out == "sub/page.html:1:22: Z102 The word “beta” was found. (beta)\n"
    (desk / "sub").mkdir()
    (desk / "sub" / ".newslint.yaml").write_text("extends: ../.newslint.yaml\nselect: [Z101]\n")
    assert run("--stdin-display-name", "sub/page.txt", "-", given="a beta").out == ""
    assert run("draft.txt", "-", given="a beta").lines[-1].startswith("stdin.txt:1:3: Z102")


def test_reports_for_machines(run: Run, desk: Path) -> None:
    line = run("draft.txt", "--format", "jsonl").out
    (found,) = json.loads(run("draft.txt", "--format", "json").out)
    assert json.loads(line) == found
    assert found["id"] == "draft.txt"
    one = found["findings"][1]
    place = {"start": 6, "end": 10, "line": 1, "column": 7, "end_line": 1, "end_column": 11, "text": "beta"}
    assert one.items() >= (place | {"code": "Z102", "rule": "beta", "severity": "warning", "fix": None, "evidence": []}).items()
    pushed = json.loads(run("draft.txt", "--format", "lsp").out)
    assert pushed["uri"] == (desk / "draft.txt").as_uri()
    assert pushed["diagnostics"][1]["range"]["start"] == {"line": 0, "character": 6}
    assert json.loads(run("draft.txt", "--format", "json", "--select", "Z2").out)[0]["findings"] == []


def test_a_report_in_a_file(run: Run, desk: Path) -> None:
    assert run("draft.txt", "--output-file", "report.txt", "--count").out == ""
    assert (desk / "report.txt").read_text(encoding="utf-8").splitlines() == [ALPHA, BETA, "2"]


def test_the_report_for_people(run: Run, desk: Path) -> None:
    done = run("draft.txt", "--format", "terminal")
    assert "\x1b" not in done.out
    assert "1:7     ▲ Z102  The word “beta” was found.  beta" in done.out
    summary = done.lines.index("1 error, 1 warning")
    assert " ".join(done.lines[summary + 1 :]).startswith("newslint explain Z10")
    assert "\x1b[" in run("draft.txt", "--format", "terminal", "--color", "always").out


@pytest.mark.parametrize(
    ("words", "environment", "first"),
    [
        ("draft.txt", {}, "\x1b[1;4mdraft.txt\x1b[0m"),
        ("draft.txt --color never", {}, "draft.txt"),
        ("draft.txt", {"NO_COLOR": "1"}, "draft.txt"),
        ("draft.txt --format flake8", {}, ALPHA),
        ("draft.txt --quiet", {}, "draft.txt"),
    ],
)
def test_at_a_terminal(desk: Path, words: str, environment: dict[str, str], first: str) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newslint", *words.split()]
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"} | environment
    subprocess.run(command, cwd=desk, env=env, stdout=theirs, check=False)
    os.close(theirs)
    assert os.read(ours, 10_000).decode().splitlines()[0] == first
    os.close(ours)


def test_what_is_used_is_said(run: Run, desk: Path) -> None:
    done = run("draft.txt", "--verbose", "--published", "2025-08-15", "--source", "rules/beta.yaml")
    assert (
        f"newslint: draft.txt: 2 rules, 1 sources (beta), published 2025-08-15, configuration {desk / '.newslint.yaml'}"
        in done.err
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("draft.txt", 1),
        ("draft.txt --select Z2", 0),
        ("draft.txt --exit-zero", 0),
        ("gone.txt draft.txt", 2),
        ("-", 1),
        ("--help", 0),
    ],
)
def test_a_process_ends_with_the_same(run: Run, process: Run, desk: Path, words: str, status: int) -> None:
    done = process(*words.split(), given="alpha 😋", COLUMNS="100")
    assert done == run(*words.split(), given="alpha 😋")
    assert done.status == status


def test_a_terminal_of_another_century(process: Run, desk: Path) -> None:
    done = process("draft.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.lines == [ALPHA, BETA]


def test_a_reader_that_leaves_early(desk: Path) -> None:
    (desk / "draft.txt").write_text("alpha beta\n" * 20_000)
    command = [sys.executable, "-m", "newslint", "draft.txt"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)


def test_the_same_bytes_every_time(process: Run, desk: Path) -> None:
    first, second = (process("draft.txt", "rules", "--format", "json", PYTHONHASHSEED=seed) for seed in "12")
    assert first == second


def test_the_command_itself(run: Run) -> None:
    from newslint import __version__

    assert run("--version").out == f"newslint {__version__}\n"
    assert run("--help").out.startswith("usage: newslint")
    assert "usage: newslint" in run().out
    assert run("check", "--help").status == 0


def test_a_crash_is_ours(run: Run, desk: Path) -> None:
    (desk / "broken.py").write_text(
        "from newslint.hookspecs import hookimpl\n"
        "from newslint.rule import Check\n"
        "class Broken(Check):\n    'Breaks.'\n    name = 'broken'\n    def find(self, ctx):\n        return 1 / 0\n"
        "@hookimpl\ndef newslint_checks():\n    return [Broken]\n"
    )
    rule = (desk / "rules" / "alpha.yaml").read_text().replace("alpha", "broken").replace("Z101", "Z301")
    (desk / "rules" / "broken.yaml").write_text(rule.replace("check: pattern", "check: broken").replace("options:", "#"))
    (desk / ".newslint.yaml").write_text("select: [Z]\nrules-path: [rules]\nplugins: [broken.py]\n")
    done = run("draft.txt")
    assert done.lines == [ALPHA, BETA]
    assert done.err == "newslint: draft.txt: broken broke off (ZeroDivisionError: division by zero); the other rules ran\n"
    assert done.status == 3

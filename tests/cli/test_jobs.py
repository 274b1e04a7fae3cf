"""Drafts looked at by several processes are told as one would have told them, byte by byte."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli import jobs
from newslint.cli.arguments import parsed
from newslint.cli.setup import Linters
from newslint.config import Config
from newslint.linter import Linter
from newslint.run import handed
from newslint.run.mending import looked
from newslint.run.parallel import METHOD
from tests.cli.conftest import RULE, Done, Run
from tests.waiting import until

posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
SEEDS = Path(__file__).parents[2] / "seeds"

STORY = """\
Mayor opens bridge

Alice Walker opened the the bridge on Tuesday, 15 August 2025.  “It is very unique,” she said.

Of the 120 guests 70 were men and 60 were women. A total of {number} people came, {number} of them were ill. alpha beta
"""
DEADLY = """
import os, time
from dataclasses import dataclass
from typing import ClassVar
from newslint.hookspecs import hookimpl
from newslint.rule import Check, Match
from newslint.spans import Span

@dataclass(frozen=True)
class Odd(Check):
    name: ClassVar[str] = "odd"

    def find(self, ctx):
        text = ctx.draft.text
        if "KILLED" in text:
            os.kill(os.getpid(), 9)
        if "HANGS" in text:
            open(f"hangs-{os.getpid()}", "w").close()
            time.sleep(600)
        if "RAISES" in text:
            raise ValueError("odd")
        yield Match(Span(0, 4))

@hookimpl
def newslint_checks():
    return [Odd]
"""
ODD = RULE.format(id="odd", code="Z301", severity="warning").replace("check: pattern", "check: odd").replace(
    "options: {phrases: [odd], in-quotes: true}\n", ""
)  # fmt: skip


def house(folder: Path) -> None:
    """A folder of drafts in which much can be said and much is wrong."""
    rules = folder / "rules"
    rules.mkdir(parents=True)
    for id_, code, severity in (("alpha", "Z101", "error"), ("beta", "Z102", "warning"), ("gamma", "Z201", "info")):
        (rules / f"{id_}.yaml").write_text(RULE.format(id=id_, code=code, severity=severity))
    (rules / "broken.yaml").write_text("id: broken\ncode: 1\n")
    (folder / ".newslint.yaml").write_text("select: [Z, T, W, D1, N2, S, X]\nrules-path: [rules]\nmin-severity: info\n")
    drafts = folder / "drafts"
    drafts.mkdir()
    for at in (0, 1, 3):
        (drafts / f"{at}.txt").write_text(STORY.format(number=100 + at))
    (drafts / "2b.txt").write_bytes(b"bin\x00ary\xff\x00")
    (drafts / "3.sources.yml").write_text("sources: [{id: near, file: near.txt}, {id: none, file: none.txt}]\n")
    (drafts / "near.txt").write_text("The mayor, Alice Walker, opened the bridge. A total of 140 people came and 103 were ill.\n")
    (drafts / "4b.md").write_text("")
    (drafts / "5.md").write_text("---\nsources: [0.txt]\n---\n" + STORY.format(number=105))
    (drafts / "ignored.txt").write_text("alpha beta <!-- newslint: ignore[Z101] known -->\n\nnewslint: ignore[Z777] none such\n")
    other = drafts / "other"
    other.mkdir()
    (other / ".newslint.yaml").write_text("extends: ../../.newslint.yaml\nrules: {alpha: off, bta: off}\n")
    (other / "a.txt").write_text("alpha beta gamma\n")
    fine = drafts / "quiet"
    fine.mkdir()
    (fine / ".newslint.yaml").write_text("select: [Z]\nrules-path: [../../rules]\nrules: {alpha: info}\n")
    (fine / "a.txt").write_text("alpha beta gamma\n")
    (fine / "b.docx").write_bytes(b"PK no Word file")
    (drafts / ".newslint-confirmed.yml").write_text("- {rule: Z101, words: alpha, draft: 0.txt, who: Ann, when: 2025-08-15}\n")


def both(run: Run, folder: Path, *words: str) -> tuple[Done, Done]:
    """The same command line by one process and by three, each in a folder of its own with the same name."""
    done = []
    for number in ("1", "3"):
        shutil.rmtree(folder / "house", ignore_errors=True)
        house(folder / "house")
        os.chdir(folder / "house")
        done.append((run("check", "--no-cache", "--jobs", number, *words), written(folder / "house")))
    assert done[0][1] == done[1][1]
    return done[0][0], done[1][0]


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        *(["--format", name] for name in ("flake8", "terminal", "json", "jsonl", "sarif", "junit", "github", "gitlab", "lsp", "html")),
        ["--statistics", "--count", "--show-source", "-v"],
        ["--explain", "--every", "--output-file", "report.txt"],
        ["--fix", "--show-fixes"],
        ["--diff"],
        ["--baseline", "base.json", "--update-baseline"],
        ["--require-sources", "-q"],
        ["--exit-zero", "--min-severity", "error", "--exclude", "other"],
        ["--facts", "none.yml"],
        ["nothing-there.txt"],
        ["--by-source"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_same_bytes(tmp_path: Path, run: Run, words: list[str]) -> None:
    named = ["drafts/near.txt"] if words == ["--by-source"] else ["drafts"]
    one, three = both(run, tmp_path, *words, *named)
    assert three == one
    assert one.out or one.err


def test_there_is_something_to_be_the_same(tmp_path: Path, run: Run) -> None:
    """What stands on either stream, so that the test above has something to compare."""
    _, done = both(run, tmp_path, "drafts")
    assert done.status == 2
    for found in ("drafts/0.txt:5:106: Z102", "drafts/3.txt:1:1: S101", "drafts/5.md:8:1: S106", "quiet/a.txt:1:7: Z102", "X101"):
        assert found in done.out
    for said in ("broken.yaml", "2b.txt: is not text", "none.txt", "4b.md: is empty", "b.docx", "rules: no rule is called 'bta'"):
        assert said in done.err


def test_a_baseline_serves_both(tmp_path: Path, run: Run) -> None:
    house(tmp_path / "house")
    os.chdir(tmp_path / "house")
    run("check", "--no-cache", "--jobs", "1", "--baseline", "base.json", "--update-baseline", "drafts")
    Path("drafts/0.txt").write_text(STORY.format(number=7).replace("alpha", "alpha alpha"))
    Path("drafts/1.txt").write_text("beta\n")
    one, two = (run("check", "--no-cache", "-j", number, "--baseline", "base.json", "-v", "drafts") for number in "12")
    assert one == two
    assert "hidden" in one.err


def test_a_draft_that_is_a_source_is_read_as_it_was_mended(tmp_path: Path, run: Run) -> None:
    """One after the other is what one process does: the second draft rests on what the first has become."""
    for number in ("1", "3"):
        (tmp_path / "a.txt").write_text("The the mayor came to the the bridge. It cost 120 pounds.\n")
        (tmp_path / "b.txt").write_text("The mayor came.\n")
        (tmp_path / "b.sources.yml").write_text("sources: [{id: a, file: a.txt}]\n")
        done = run("check", "--no-cache", "--jobs", number, "--fix", "--format", "json", "a.txt", "b.txt")
        assert "the the" not in (tmp_path / "a.txt").read_text()
        if number == "1":
            first = done
    assert first == done


def test_the_two_stories_with_their_sources(tmp_path: Path, run: Run) -> None:
    stories = sorted(str(path) for path in SEEDS.glob("*.txt"))
    one, two = (run("check", "--no-cache", "--isolated", "--jobs", number, "--format", "json", *stories) for number in "12")
    assert one == two
    assert json.loads(one.out)


# --- documents in JSON lines ----------------------------------------------------------------


def test_batches_too(tmp_path: Path, run: Run) -> None:
    rows = [json.dumps({"id": str(at), "text": STORY.format(number=at)}) for at in range(8)]
    rows[3:3] = ["not json", "", "[1]", '{"id": 3}', '{"id": "\\ud800", "text": "the the \\ud800 alpha"}']
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    words = ("check", "--no-cache", "--select", "T,W,N,D", "--batch", "in.jsonl", "--jobs")
    one, three = run(*words, "1"), run(*words, "3")
    assert one == three
    assert len(one.lines) == 12
    assert run(*words, "2", "--output-file", "out.jsonl").out == ""
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8", errors="surrogatepass").splitlines() == one.lines


def test_a_pipe_is_answered_line_by_line(tmp_path: Path) -> None:
    """Whoever writes a line and waits for its answer gets it before the next."""
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--select", "T", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stdin
        assert process.stdout
        for id_ in "ab":
            process.stdin.write(json.dumps({"id": id_, "text": "The the end. " * 9000}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == id_
        process.stdin.close()


# --- what can happen to a process -------------------------------------------------------------


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A desk whose plugin ends its process over some words."""
    (tmp_path / "odd.py").write_text(DEADLY)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "odd.yaml").write_text(ODD)
    (tmp_path / ".newslint.yaml").write_text("plugins: [odd.py]\nrules-path: [rules]\nselect: [Z]\n")
    for at in range(5):
        (tmp_path / f"{at}.txt").write_text("Some words.\n")
    return tmp_path


@posix
def test_a_draft_that_kills_its_process_costs_itself_alone(odd: Path, process: Run) -> None:
    (odd / "1.txt").write_text("KILLED words.\n")
    (odd / "3.txt").write_text("RAISES words.\n")
    done = process("check", "-j", "2", *(f"{at}.txt" for at in range(5)))
    assert [line.partition(":")[0] for line in done.lines] == ["0.txt", "2.txt", "4.txt"]
    assert done.status == 3
    assert done.err.splitlines() == [
        "newslint: 1.txt: a fault of newslint, not of your text: its process was killed by SIGKILL, twice",
        "newslint: 3.txt: odd broke off (ValueError: odd); the other rules ran",
    ]


@posix
def test_a_document_that_kills_its_process_is_answered(odd: Path, process: Run) -> None:
    texts = ["Some words.", "KILLED words.", "Other words."]
    (odd / "in.jsonl").write_text("".join(json.dumps({"id": text[0], "text": text}) + "\n" for text in texts))
    done = process("check", "-j", "2", "--batch", "in.jsonl")
    assert [json.loads(line).get("error", "")[:19] for line in done.lines] == ["", "a fault of newslint", ""]
    assert (done.status, done.err) == (2, "")


@posix
@pytest.mark.skipif(METHOD != "fork", reason="the processes are counted in /proc")
def test_ctrl_c_ends_all_at_once(odd: Path) -> None:
    for at in range(5):
        (odd / f"{at}.txt").write_text("HANGS here.\n")
    command = [sys.executable, "-m", "newslint", "check", "-j", "2", "."]
    with subprocess.Popen(command, cwd=odd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert until(lambda: len([*odd.glob("hangs-*")]) == 2)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert until(lambda: _group(process.pid) == [])


def _group(leader: int) -> list[int]:
    """The processes of a group that live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if group == str(leader) and state != "Z":
            found.append(int(path.parent.name))
    return found


# --- how many ----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["0", "-1", "two", "1000000", "1.5", ""])
def test_what_is_no_number_of_processes(run: Run, word: str) -> None:
    done = run("check", f"--jobs={word}", "x.txt")
    assert (done.status, done.out) == (2, "")
    assert f"auto, or a number from 1 to 256, not {word!r}" in done.err


def test_as_many_as_pay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.run.parallel.processors", lambda: 4)
    monkeypatch.setattr("newslint.run.parallel.METHOD", "fork")
    for name, size in (("small", 900), ("large", 100_000), ("more", jobs.SHARE), ("none", 0)):
        (tmp_path / f"{name}.txt").write_bytes(b"x" * size)
    small, large, more, none = (str(tmp_path / f"{name}.txt") for name in ("small", "large", "more", "none"))
    assert jobs.paying([small]) == 1
    assert jobs.paying([large]) == 1, "a draft is never cut in two"
    assert jobs.paying([small, none, "", "gone.txt"]) == 1
    assert jobs.paying([small, large]) == 2
    assert jobs.paying([more, more, small]) == 1, "the same draft is named once"
    assert jobs.paying([str(tmp_path)]) == 4
    monkeypatch.setattr("newslint.run.parallel.METHOD", "spawn")
    assert jobs.paying([str(tmp_path)]) == 1
    monkeypatch.setattr("newslint.run.parallel.processors", lambda: 1)
    assert jobs.paying([str(tmp_path)]) == 1


def test_work_goes_to_a_process_that_was_not_forked(tmp_path: Path, run: Run) -> None:
    """As on macOS and Windows: what it needs is pickled, and found again from the command line's words."""
    house(tmp_path / "house")
    os.chdir(tmp_path / "house")
    args = parsed(["check", "--no-cache", "drafts/3.txt"])
    linters = Linters(args)
    linter = linters.of(Path("drafts/3.txt"))
    dossier, _ = linter.dossier(linter.read(Path("drafts/3.txt")))
    work = pickle.loads(pickle.dumps(jobs.Work(args, False, linters)))
    result = work(pickle.dumps(("drafts/3.txt", handed.dossier(dossier))))
    told = handed.told(result[1:], linter, dossier)
    assert told == looked(Linter.check, linter, dossier)
    assert told.outcome.findings


def test_texts_go_without_their_layers(tmp_path: Path) -> None:
    linter = Linter.made(Config(), third_party=False)
    draft = linter.parse(tmp_path / "a.md", b"# Mayor\n\nThe *mayor* came on 5 May 2025.\n")
    dossier, _ = linter.dossier(draft)
    before = handed.dossier(dossier)
    linter.check(dossier)
    assert handed.dossier(dossier) == before
    assert handed.received(before, linter) == dossier
    assert handed.received(before, linter).draft.makers is linter.makers

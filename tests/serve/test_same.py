"""A warm answer is a cold one: the same bytes on both streams, and the same exit status."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.serve.door import handed_over
from tests.serve.server import NEWSLINT, Warm

SEEDS = Path(__file__).parents[2] / "seeds"
SEED = "000_009268604145ada5.txt"
SHORT = "The council voted on Tuesday. It was the first very unique and utilised vote in it's history, of 12 % of of voters.\n"
RULE = """\
id: house-word
code: W950
title: A word of the house
severity: warning
message: '"{found}" is not our word.'
why: It is not.
check: pattern
options:
  phrases: [council]
examples:
  - bad: The <<council>> met.
  - good: The counsel met.
"""

OTHER = (["inspect"], ["sources"], ["explain"], ["rules"], ["--help"])
"""Commands that keep nothing; of the others, nothing kept is to be compared."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with drafts, sources, a configuration with a rule of the house, and what is wrong."""
    folder = tmp_path_factory.mktemp("desk")
    for path in SEEDS.glob("*.txt"):
        shutil.copy(path, folder)
    for path in SEEDS.glob("*.yml"):
        shutil.copy(path, folder)
    (folder / "short.txt").write_text(SHORT, encoding="utf-8")
    (folder / "story.md").write_text(f"# Vote\n\n{SHORT}\n[ref](https://example.org/a)\n", encoding="utf-8")
    (folder / "source.txt").write_text("The council voted on Wednesday, with 14 % of voters.\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"\x00\x01\xff" * 100)
    (folder / "unread.txt").write_bytes(b"caf\xe9 na\xefve\n")
    (folder / "rules").mkdir()
    (folder / "rules" / "house-word.yaml").write_text(RULE, encoding="utf-8")
    (folder / "rules" / "wrong.yaml").write_text("id: wrong\n", encoding="utf-8")
    (folder / "house.yaml").write_text("rules-path: [rules/house-word.yaml]\n", encoding="utf-8")
    (folder / "faulty.yaml").write_text("rules-path: [rules]\nmin-severty: info\n", encoding="utf-8")
    (folder / "broken-rule.yaml").write_text("rules-path: [rules/wrong.yaml]\n", encoding="utf-8")
    (folder / "off.yaml").write_text("serve: off\n", encoding="utf-8")
    return folder


FORMATS = ("flake8", "terminal", "html", "json", "jsonl", "sarif", "junit", "github", "gitlab", "lsp")

WORDS = [
    *(["short.txt", "--source", "source.txt", "--select", "T,W", "--format", name] for name in FORMATS),
    *(["inspect", "short.txt", "--format", name] for name in ("terminal", "json")),
    *(["sources", "short.txt", "--source", "source.txt", "--format", name] for name in ("terminal", "html")),
    [SEED, "--profile", "strict", "--explain", "--color", "always", "--format", "terminal"],
    ["short.txt", "story.md", "missing.txt", "empty.txt", "binary.txt", "unread.txt", "--min-severity", "info"],
    ["short.txt", "story.md", "--statistics", "--count", "--show-source", "--profile", "strict"],
    ["short.txt", "--show-source", "--explain", "--verbose", "--select", "T,W"],
    ["short.txt", "--diff", "--select", "T,W"],
    ["short.txt", "--quiet", "--exit-zero", "--select", "T"],
    ["short.txt", "--select", "nonsense"],
    ["short.txt", "--config", "house.yaml", "--select", "W950"],
    ["short.txt", "--config", "faulty.yaml"],
    ["short.txt", "--config", "broken-rule.yaml"],
    ["short.txt", "--config", "off.yaml"],
    ["short.txt", "--config", "missing.yaml"],
    ["short.txt", "--baseline", "missing.yml"],
    ["short.txt", "--require-sources"],
    ["short.txt", "--sources", "missing.yml"],
    ["short.txt", "--published", "2025-08-15", "--profile", "wire", "--isolated", "--no-plugins"],
    ["short.txt", "--published", "soon"],
    ["short.txt", "--format", "nonsense"],
    ["short.txt", "--nonsense"],
    ["chekc", "short.txt"],
    ["check"],
    ["--help"],
    ["check", "--help"],
    ["explain", "N201"],
    ["explain", "nonsense"],
    ["rules", "list"],
    ["rules", "list", "--format", "json", "--select", "T"],
    ["rules", "list", "--help"],
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_a_warm_run_is_a_cold_run(warm: Warm, desk: Path, words: list[str]) -> None:
    words = words if words[:1] in OTHER else [*words, "--no-cache"]
    assert warm.served(*words, cwd=desk) == warm.cold(*words, cwd=desk)


@pytest.mark.parametrize("name", ["stdin.txt", "story.md", "notes.html"])
@pytest.mark.parametrize("given", [SHORT.encode(), b"", b"\xff\xfe\x00", (SHORT + "\n").encode() + b" " * 300_000])
def test_standard_input_goes_along(warm: Warm, desk: Path, name: str, given: bytes) -> None:
    words = "-", "--stdin-display-name", name, "--select", "T,W", "--no-cache"
    assert warm.said(*words, cwd=desk, given=given) == warm.cold(*words, cwd=desk, given=given)


@pytest.mark.parametrize(
    "environment",
    [{"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}, {"COLUMNS": "40", "TERM": "dumb"}, {"TZ": "Pacific/Auckland"}, {"LC_ALL": "C"}],
    ids=str,
)
def test_the_environment_goes_along(warm: Warm, desk: Path, environment: dict[str, str]) -> None:
    for words in (["short.txt", "--format", "terminal", "--select", "T", "--no-cache"], ["check", "--help"]):
        assert warm.said(*words, cwd=desk, given=b"", **environment) == warm.cold(*words, cwd=desk, given=b"", **environment)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_both_streams_in_one_keep_their_order(warm: Warm, desk: Path, unbuffered: str) -> None:
    around = warm.environment | {"PYTHONUNBUFFERED": unbuffered}
    line = f"{shlex.join(NEWSLINT)} short.txt missing.txt story.md --select T,W --no-cache 2>&1"
    done = subprocess.run(["sh", "-c", line], cwd=desk, env=around, capture_output=True, check=False)
    alone = subprocess.run(["sh", "-c", "NEWSLINT_SERVE=off " + line], cwd=desk, env=around, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (alone.returncode, alone.stdout)
    assert b"missing.txt" in done.stdout


@pytest.mark.parametrize(
    "words", ["short.txt --format terminal --select T", "check --help", "story.md --profile strict --explain", "missing.txt"]
)
def test_a_terminal_sees_the_same(warm: Warm, desk: Path, words: str) -> None:
    seen = [at_a_terminal(warm, desk, [*words.split(), *([] if "--help" in words else ["--no-cache"])], **more) for more in OFF]
    assert seen[0]
    assert seen[0] == seen[1]


OFF: tuple[dict[str, str], ...] = ({}, {"NEWSLINT_SERVE": "off"})


def at_a_terminal(warm: Warm, desk: Path, words: list[str], **environment: str) -> bytes:
    """What a client writes on a terminal of 70 columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 70, 0, 0))
    environment = warm.environment | {"TERM": "xterm-256color"} | environment
    with subprocess.Popen([*NEWSLINT, *words], cwd=desk, env=environment, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        seen = b""
        while True:
            try:
                got = os.read(ours, 65536)
            except OSError:
                break
            seen += got
    os.close(ours)
    return seen


def test_many_drafts_are_not_handed_over_but_many_sources_are() -> None:
    many = [f"{number}.txt" for number in range(50)]
    assert not handed_over(["check", *many])
    assert handed_over(["check", *(word for name in many for word in ("--source", name)), "draft.txt"])


def test_what_writes_or_lasts_is_never_handed_over(warm: Warm, desk: Path, tmp_path: Path) -> None:
    assert warm.idle()
    before = warm.requests
    for words in (
        ["--fix"], ["--output-file", "out.txt"], ["--output", "out.txt"], ["--update-baseline", "--baseline", "b.yml"],
        ["--jobs", "1"], ["-j1"], ["--fetch"], ["--timing"],
    ):  # fmt: skip
        assert not handed_over(["draft.txt", *words])
        assert not handed_over(["check", *words, "draft.txt"])
    for words in (["rules", "test"], ["--version"], ["corpus", "index"], ["cache", "clear"], [], [str(tmp_path)], ["*.txt"]):
        assert not handed_over(words)
    os.mkfifo(tmp_path / "pipe")
    for words in (
        ["/dev/stdin"],
        ["--source=/dev/fd/63", "draft.txt"],
        ["--source", "/proc/self/fd/3"],
        [str(tmp_path / "pipe")],
    ):
        assert not handed_over(words)  # other things, or nothing, to another process
    (tmp_path / "draft.txt").write_text(SHORT, encoding="utf-8")
    warm.said("draft.txt", "--fix", "--select", "T", cwd=tmp_path)
    assert "of of" not in (tmp_path / "draft.txt").read_text(encoding="utf-8")
    assert warm.requests == before


def test_what_changes_between_two_requests_is_read_anew(warm: Warm, tmp_path: Path) -> None:
    draft, source, house = tmp_path / "draft.txt", tmp_path / "source.txt", tmp_path / ".newslint.yaml"
    rule = tmp_path / "house-word.yaml"
    words = "draft.txt", "--source", "source.txt", "--select", "D,N,Q,T,W", "--min-severity", "info", "--no-cache"

    def both() -> bytes:
        answer = warm.said(*words, cwd=tmp_path)
        assert answer == warm.cold(*words, cwd=tmp_path)
        return answer[1]

    draft.write_text(SHORT, encoding="utf-8")
    source.write_text("The council voted on Wednesday, with 14 % of voters.\n", encoding="utf-8")
    seen = [both()]
    draft.write_text(SHORT + "Another 20 % of voters, he said , stayed away.\n", encoding="utf-8")
    seen.append(both())
    source.write_text("The council voted on Thursday.\n", encoding="utf-8")
    seen.append(both())
    rule.write_text(RULE, encoding="utf-8")
    house.write_text("rules-path: [house-word.yaml]\n", encoding="utf-8")
    seen.append(both())
    rule.write_text(RULE.replace("not our word", "no word of ours"), encoding="utf-8")
    seen.append(both())
    rule.write_text("id: house-word\n", encoding="utf-8")
    seen.append(both())
    house.write_text("ignore: [W, D]\n", encoding="utf-8")
    seen.append(both())
    assert len({*seen}) >= 6


def test_the_same_names_in_another_folder_are_other_files(warm: Warm, tmp_path: Path) -> None:
    for name, word in (("one", "house"), ("two", "home")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "draft.txt").write_text(SHORT, encoding="utf-8")
        (folder / "house-word.yaml").write_text(RULE.replace("our word", f"{word} style"), encoding="utf-8")
        (folder / "desk.yaml").write_text("rules-path: [house-word.yaml]\n", encoding="utf-8")
        os.utime(folder / "house-word.yaml", ns=(1, 1))
    for name in ("one", "two", "one"):
        words = "draft.txt", "--config", "desk.yaml", "--select", "W", "--no-cache"
        assert warm.said(*words, cwd=tmp_path / name) == warm.cold(*words, cwd=tmp_path / name)

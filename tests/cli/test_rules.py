"""``newslint rules`` and ``explain``, as an editor meets them."""

from __future__ import annotations

import json
import os
import select
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RULE, Run


@pytest.mark.parametrize("key", ["Z102", "z102", "beta"])
def test_explain(run: Run, desk: Path, key: str) -> None:
    done = run("explain", key)
    assert (done.err, done.status) == ("", 0)
    for words in ("beta", "Z102", "The word beta", "To have something to find.", "phrases", "**beta**"):
        assert words in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "betta"), "no rule is called 'betta'; did you mean 'beta'?"),
        (("explain", "Z103"), "no rule is called 'Z103'; did you mean"),
        (("explain", "0"), "no rule is called '0'; 'newslint rules list' names them all"),
        (("draft.txt", "--select", "0"), "no rule fits '0'; 'newslint rules list' names them all"),
        (("rules", "list", "--select", "0"), "no rule fits '0'; 'newslint rules list' names them all"),
    ],
)
def test_a_rule_that_there_is_not(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.err.startswith(f"newslint: {said}"), done.err
    assert done.status == 2
    assert len(done.err) < 200


def test_list(run: Run, desk: Path) -> None:
    own = [line.split()[:4] for line in run("rules", "list", "--select", "Z").lines[1:]]
    assert own == [
        ["Z101", "error", "alpha", "none"],
        ["Z102", "warning", "beta", "none"],
        ["Z201", "info", "gamma", "none"],
    ]
    listed = json.loads(run("rules", "list", "--format", "json", "--select", "beta,Z2").out)
    assert [rule["id"] for rule in listed] == ["beta", "gamma"]
    assert len(run("rules", "list").lines) > 50


def test_test(run: Run, desk: Path) -> None:
    assert run("rules", "test", "rules").out == "3 rules, 9 examples, 0 failed\n"
    beta = desk / "rules" / "beta.yaml"
    beta.write_text(beta.read_text().replace("good: psi", "good: the beta\n  - bad: <<delta>>"))
    done = run("rules", "test", "rules/beta.yaml")
    assert done.lines == [
        "rules/beta.yaml:12: found “beta”, not nothing (The word “beta” was found.)",
        "rules/beta.yaml:13: found nothing, not “delta”",
        "1 rule, 4 examples, 2 failed",
    ]
    assert done.status == 1


def test_tables_of_facts_are_looked_over(run: Run, desk: Path) -> None:
    row = "  - {id: bridge, name: the bridge, date: 2019-05-04, source: minutes, called: [new bridge]}\n"
    (desk / "rules" / "facts.yaml").write_text("events:\n" + row)
    assert run("rules", "test", "rules").out == "3 rules, 9 examples, 1 table, 0 failed\n"
    (desk / "rules" / "facts.yaml").write_text("events:\n" + row + row)
    done = run("rules", "test", "rules/facts.yaml")
    assert "facts.yaml:3: 'bridge' stands twice" in done.lines[0]
    assert done.status == 1


def test_all_that_is_wrong_with_a_file_is_said(run: Run, desk: Path) -> None:
    (desk / "rules" / "beta.yaml").write_text("id: beta\ncode: Z102\ntitel: x\nseverity: bad\nexamples: [bood: x]\n")
    done = run("rules", "test", "rules/beta.yaml")
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [
        "rules/beta.yaml:3:1",
        "rules/beta.yaml:4:11",
        "rules/beta.yaml:5:12",
    ]
    assert done.status == 2


@pytest.mark.parametrize(
    ("options", "examples", "said"),
    [
        ("phrases: [beta], unless: [beta max]", "", "no example needs the option unless"),
        ("phrases: [beta], unless: [beta max]", "\n  - good: beta max", ""),
        ("phrases: [beta], attributed: false", "", "no example needs the option attributed"),
    ],
)
def test_options_that_no_example_needs_are_noted(run: Run, desk: Path, options: str, examples: str, said: str) -> None:
    text = (
        RULE.format(id="beta", code="Z102", severity="info")
        .replace("phrases: [beta], in-quotes: true", options)
        .replace("“<<beta>>”", "<<beta>>")
    )
    (desk / "rules" / "beta.yaml").write_text(text + examples.removeprefix("\n"))
    done = run("rules", "test", "rules/beta.yaml")
    assert done.lines[:-1] == ([f"rules/beta.yaml: {said} (a note)"] if said else [])
    assert done.status == 0


def test_a_rule_that_extends_another_is_tested(run: Run, desk: Path) -> None:
    more = "id: more-beta\ncode: Z103\nextends: beta\noptions: {phrases: {add: [delta]}}\n"
    (desk / "rules" / "more-beta.yaml").write_text(more + "examples: [bad: <<delta>>, bad: <<beta>>, good: omega, good: psi]\n")
    assert run("rules", "test", "rules/more-beta.yaml").out == "1 rule, 4 examples, 0 failed\n"
    (desk / "rules" / "beta.yaml").unlink()
    assert "more-beta.yaml:3:10: extends 'beta', but no rule is called that" in run("rules", "test", "rules/more-beta.yaml").err


STORIES = {"one.txt": "Alpha and alpha.", "two.txt": "No such word.", "three.md": "# Head\n\nAn *alpha* here."}


@pytest.fixture
def stories(desk: Path) -> Path:
    folder = desk / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return folder


def test_try(run: Run, stories: Path) -> None:
    done = run("rules", "try", "alpha", "--on", "stories")
    assert done.lines[:2] == [
        "Z101 alpha: 3 hits in 2 of 3 stories (11 words)",
        "1000.0 in 1,000 stories, 272.73 in 1,000 words; error 3",
    ]
    assert "stories/three.md:3:5: error: The word “alpha” was found." in done.lines
    assert "    <<Alpha>> and alpha." in done.lines
    assert "    An *<<alpha>>* here." in done.lines
    assert done.status == 0
    assert (
        run("rules", "try", "rules/alpha.yaml", "--on", "stories/*.txt").lines[0].endswith("2 hits in 1 of 2 stories (6 words)")
    )


def test_try_draws_by_chance_and_the_same_again(run: Run, desk: Path) -> None:
    (desk / "long.txt").write_text("alpha\n\n" * 50)

    def drawn(seed: str) -> list[str]:
        lines = run("rules", "try", "Z101", "--on", "long.txt", "--sample", "5", "--seed", seed).lines
        return [line for line in lines if line.startswith("long.txt")]

    assert len(drawn("1")) == 5
    assert drawn("1") == drawn("1") != drawn("2")


def test_try_runs_drafts_and_what_is_switched_off_with_the_desk_s_options(run: Run, desk: Path, stories: Path) -> None:
    gamma = desk / "rules" / "gamma.yaml"
    gamma.write_text(gamma.read_text() + "status: draft\n")
    config = "select: [alpha]\nrules-path: [rules]\nrules: {gamma: {severity: off, options: {phrases: {add: [such]}}}}\n"
    (desk / ".newslint.yaml").write_text(config)
    assert run("rules", "try", "gamma", "--on", "stories").lines[0] == "Z201 gamma: 1 hit in 1 of 3 stories (11 words)"


def test_try_counts_what_cannot_be_read(run: Run, desk: Path) -> None:
    rows = [{"id": "a", "text": "alpha"}, {"id": "b"}, {"id": "c", "text": "none"}]
    (desk / "batch.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run("rules", "try", "alpha", "--on", "batch.jsonl", "gone.txt")
    assert done.lines[0] == "Z101 alpha: 1 hit in 1 of 2 stories (2 words)"
    assert "2 could not be read" in done.lines
    assert "newslint: b: 'text' is missing or no text" in done.err
    assert "gone.txt: cannot be read" in done.err
    assert done.status == 2


def test_try_says_where_a_rule_had_nothing_to_compare(run: Run, stories: Path) -> None:
    assert "not run on 3 stories that came without sources" in (run("rules", "try", "N201", "--on", "stories").lines)


def test_docs(run: Run, desk: Path) -> None:
    assert run("rules", "docs", "--select", "Z", "--out", "pages").out == "4 pages in pages, 4 changed\n"
    assert run("rules", "docs", "--select", "Z", "--out", "pages", "--check").status == 0
    (desk / "pages" / "beta.md").write_text("stale")
    done = run("rules", "docs", "--select", "Z", "--out", "pages", "--check")
    assert done.out == "pages/beta.md is not as 'newslint rules docs --out pages' writes it\n"
    assert done.status == 1
    assert (desk / "pages" / "beta.md").read_text() == "stale"


def test_schema(run: Run, desk: Path) -> None:
    assert "alpha" in json.loads(run("rules", "schema", "config").out)["properties"]["rules"]["properties"]
    assert run("rules", "schema", "--out", "made", "--check").status == 1
    assert run("rules", "schema", "--out", "made").status == 0
    assert run("rules", "schema", "--out", "made", "--check").status == 0
    assert json.loads((desk / "made" / "rule.schema.json").read_text()) == json.loads(run("rules", "schema", "rule").out)


NEW = (
    "rules", "new", "--title", "A loaded word: ours", "--words", "regime", "--words", "strongman", "--why", "We describe.",
    "--bad", "The strongman spoke, and the regime fell.", "--good", "She spoke.", "--good", "“A strongman,” she said.",
)  # fmt: skip


def test_new_from_options(run: Run, desk: Path) -> None:
    done = run(*NEW)
    path = desk / "rules" / "loaded-word-ours.yaml"
    assert done.lines == [
        f"{path} written",
        "1 rule, 3 examples, 0 failed",
        f"next: see what it says of your own stories: newslint rules try {path} --on FOLDER",
    ]
    assert path.read_text() == (
        "# yaml-language-server: $schema=rule.schema.json\n"
        "id: loaded-word-ours\ncode: Z901\n"
        'title: "A loaded word: ours"\ncheck: pattern\nseverity: warning\n'
        "options:\n  phrases:\n    - regime\n    - strongman\n"
        'message: "“{found}”: a loaded word: ours."\nwhy: We describe.\n'
        "examples:\n  - bad: The <<strongman>> spoke, and the <<regime>> fell.\n"
        '    says:\n      - "“strongman”: a loaded word: ours."\n      - "“regime”: a loaded word: ours."\n'
        "  - good: She spoke.\n  - good: “A strongman,” she said.\n"
    )
    assert (desk / "rules" / "rule.schema.json").is_file()
    assert "Z901" in run("rules", "list").out


def test_new_never_overwrites_and_takes_the_next_code(run: Run, desk: Path) -> None:
    run(*NEW, "--id", "one")
    before = (desk / "rules" / "one.yaml").read_text()
    done = run(*NEW, "--id", "one")
    assert "rules/one.yaml is there already; give the rule another --id" in done.err
    assert done.status == 2
    assert (desk / "rules" / "one.yaml").read_text() == before
    assert run(*NEW).status == run(*NEW).status == 0
    codes = {path.stem: path.read_text().split("code: ")[1][:4] for path in (desk / "rules").glob("*.yaml")}
    assert codes == {
        "alpha": "Z101", "beta": "Z102", "gamma": "Z201", "one": "Z901", "loaded-word-ours": "Z902", "loaded-word-ours-2": "Z903",
    }  # fmt: skip


def test_new_with_better_words(run: Run, desk: Path) -> None:
    done = run(
        "rules", "new", "house/short-word.yaml", "--title", "A short word will do", "--words", "prior to", "--prefer", "before",
        "--why", "It reads faster.", "--bad", "Prior to noon it rained.", "--good", "Before noon it rained.", "--good", "The prior is old.",
    )  # fmt: skip
    assert done.lines[1:3] == [
        "1 rule, 3 examples, 0 failed",
        f"next: it runs once {desk}/.newslint.yaml has the line: rules-path: [house]",
    ]
    text = (desk / "house" / "short-word.yaml").read_text()
    assert "check: prefer" in text
    assert "options:\n  words:\n    prior to: before\n" in text
    assert "    fixed: Before noon it rained.\n" in text


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        (("--title", "x y"), "needs at least one bad and two good examples", 2),
        (("--title", "x y", "--why", "z", "--words", "w"), "needs at least one bad and two good examples", 1),
        (("--title", "x y", "--why", "z", "--words", "w", "--bad", "no", "--good", "w", "--good", "b"), "a bad example marks", 1),
        (("--title", "x", "--why", "z", "--check", "weekday", "--message", "{x}"), "no slot is called 'x'", 2),
        (("--title", "x", "--why", "z", "--check", "weekdy"), "no check is called 'weekdy'; did you mean 'weekday'?", 2),
        (("--title", "x", "--words", "a", "--prefer", "b", "--prefer", "c"), "1 --words and 2 --prefer", 2),
        ((), "a rule needs a --title", 2),
    ],
)
def test_new_that_is_not_done_says_what_is_left(run: Run, desk: Path, words: tuple[str, ...], said: str, status: int) -> None:
    done = run("rules", "new", "--id", "half", *words)
    if "why" not in str(words) and "prefer" not in str(words) and words:
        said = "'why' is missing"
    assert said in done.out + done.err
    assert done.status == status
    half = desk / "rules" / "half.yaml"
    assert half.exists() == (f"next: mend {half}, then: newslint rules test {half}" in done.lines)


def test_new_with_another_check_names_its_options(run: Run, desk: Path) -> None:
    done = run("rules", "new", "--id", "too-hard", "--check", "readability", "--title", "Too hard", "--why", "Nobody reads it.")
    text = (desk / "rules" / "too-hard.yaml").read_text()
    assert "code: R901" in text
    assert "# limit: `limit` is the highest grade that passes" in text
    assert done.status == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals to open there")
def test_new_asks_at_a_terminal(tmp_path: Path) -> None:
    answers = ["A loaded word", "strongman", "", "", "We describe.", "", "She spoke.", "The strongman spoke.", "She spoke.",
               "“A strongman,” she said.", "yes"]  # fmt: skip
    screen, status = _at_a_terminal(tmp_path, answers)
    assert "The rule finds nothing in this sentence." in screen
    assert "1 rule, 3 examples, 0 failed" in screen
    assert status == 0
    assert (tmp_path / ".newslint.yaml").read_text() == "rules-path: [desk-rules]\n"
    assert "bad: The <<strongman>> spoke.\n" in (tmp_path / "desk-rules" / "loaded-word.yaml").read_text()


def _at_a_terminal(folder: Path, answers: list[str]) -> tuple[str, int]:
    """What ``newslint rules new`` shows when each of its questions gets the next answer, and how it ends."""
    import pty

    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "newslint", "rules", "new"])
    seen, asked = b"", 0
    while select.select([terminal], [], [], 60)[0]:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # it has ended
            break
        seen += read
        if not read:
            break
        if seen.endswith(b"> ") and seen.count(b"\n> ") > asked:
            os.write(terminal, answers[asked].encode() + b"\n")
            asked += 1
    return seen.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("test", ""), "argument FILE|FOLDER: a name, not ''"),
        (("test", "nowhere"), "nowhere: cannot be read: No such file or directory"),
        (("test", "empty"), "empty: holds no rule file"),
        (("test", "neither.yaml"), "neither.yaml: is neither a rule nor a table of facts: its keys are bar and foo"),
        (("test", "copy"), "copy/alpha.yaml: alpha is already taken by"),
        (("try", "alpha", "--on", "draft.txt", "--sample", "-1"), "argument --sample: 0 or more, not '-1'"),
        (("docs", "--out", "draft.txt"), "draft.txt: cannot be written: File exists"),
        (("schema", "--out", "draft.txt"), "draft.txt: cannot be written: File exists"),
        (("new", "--title", "\udcff", "--words", "foo"), "--title is not UTF-8 text"),
        (("new", "--title", " ", "--words", "foo"), "--title is empty"),
        (("new", "--title", "Foo", "--words", "foo", "--code", "Z101"), "Z101 is already taken by"),
        (("new", "elsewhere", "--title", "Foo", "--words", "foo", "--id", "alpha"), "alpha is already taken by"),
        (("new", "elsewhere", "--title", "Foo", "--words", "foo", "--id", "x" * 300), "an id has 60 letters at most"),
        (("new", "--title", "Foo", "--words", "foo", "--prefer", "foo"), "--prefer 'foo' is what --words says"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    (desk / "empty").mkdir()
    (desk / "neither.yaml").write_text("foo: 1\nbar: 2\n")
    (desk / "copy").mkdir()
    (desk / "copy" / "alpha.yaml").write_text((desk / "rules" / "alpha.yaml").read_text())
    done = run("rules", *words)
    assert done.status == 2
    assert done.err.startswith(f"newslint: {said}"), done.err


def test_an_id_from_a_long_title_is_short(run: Run, desk: Path) -> None:
    run("rules", "new", "elsewhere", "--title", "x" * 5000, "--words", "foo")
    assert [path.stem for path in (desk / "elsewhere").glob("*.yaml")] == ["x" * 60]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("event: []\n", "unknown key 'event'; did you mean 'events'?"),
        ("events:\n  - {id: x, name: X, date: '２０20-01-01', called: [x y], source: s}\n", "is no date such as"),
    ],
)
def test_a_table_of_facts_that_is_wrong(run: Run, desk: Path, text: str, said: str) -> None:
    (desk / "table.yaml").write_text(text, encoding="utf-8")
    done = run("rules", "test", "table.yaml")
    assert done.status == 1
    assert said in done.lines[0]

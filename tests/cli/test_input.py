"""Odd and bad input: what is said, where, and with which status; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RULE, Run


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        (b"alpha\r\nthe beta\r\n", ["1:1", "2:5"]),
        (b"alpha\rthe beta\r", ["1:1", "2:5"]),
        (b"alpha\nthe beta", ["1:1", "2:5"]),
        (b"\xef\xbb\xbfalpha\r\nthe beta", ["1:1", "2:5"]),
        ("alpha\nthe beta".encode("utf-16"), ["1:1", "2:5"]),
        ("😋 alpha 😋 beta".encode(), ["1:3", "1:11"]),
        ("e\u0301 alpha".encode(), ["1:4"]),
        ("a\u2028\x0c\x0b\x85 beta".encode(), ["1:7"]),
        ("the caf\xe9 alpha".encode("latin-1"), ["1:10"]),
        ("\x93alpha\x94 \x80 beta".encode("latin-1"), ["1:2", "1:11"]),
        (b"alpha", ["1:1"]),
        (b"al\xc2\xadpha", ["1:1"]),
        (b"---\npublished: 2025-08-15\n---\nalpha\n", ["4:1"]),
        (b"---\nalpha\n", ["2:1"]),
    ],
    ids=repr,
)
def test_lines_and_columns(run: Run, desk: Path, raw: bytes, places: list[str]) -> None:
    (desk / "draft.txt").write_bytes(raw)
    done = run("draft.txt")
    assert ([":".join(line.split(":")[1:3]) for line in done.lines], done.err) == (places, "")
    assert done.status == (1 if places else 0)
    assert run("-", given=raw).lines == [line.replace("draft.txt", "stdin.txt") for line in done.lines]


@pytest.mark.parametrize(
    ("raw", "said", "status"),
    [
        (b"", "is empty", 0),
        (b" \n\t\r\n", "is empty", 0),
        (b"\xef\xbb\xbf", "is empty", 0),
        (b"\x7fELF\x02\x01\x00\x00alpha\x00", "is not text: it holds NUL bytes", 2),
        (b"\x89PNG\r\n\x1a\n\x81\x8d\x8f", "is a picture, not text; save its text in a file", 2),
        (b"\xff\xd8\xff\xe0\x10JFIF", "is a picture, not text", 2),
        (b"%PDF-1.7\nalpha", "is damaged, or no PDF at all", 2),
        (b"{\\rtf1\\ansi alpha}", "is an RTF file, which is not read; save it as .docx", 2),
        (b"\xe0\xf1\xe8\xe1" * 50 + b" alpha", "is not UTF-8 text: byte 0xe0", 2),
        (b"alpha\x01\x02\x03" * 50, "is not text: it is full of control characters", 2),
        (b"---\n? [a, b]\n: c\n---\nomega", "odd.txt:2:3: a key is a word, not a list", 2),
        (b"---\nsources:\n  - file: a.txt\n\nomega", "odd.txt:1: the front matter that opens here has no end", 2),
        (b"---\ntimezone: [x]\n---\nomega", "odd.txt:2:11: a time zone is a name such as Europe/London", 2),
        ("“alpha”".encode() + b"\n\xff", "is not UTF-8 text: byte 0xff", 2),
        (b"---\ntitle: a: b\n---\nomega", "not YAML: mapping values are not allowed", 2),
        (b"---\ntitle: [a\n---\nomega", "not YAML: while parsing a flow sequence", 2),
        (b"---\nsources: [{fiel: a.txt}]\n---\nomega", "unknown key 'fiel'; did you mean 'file'?", 2),
    ],
    ids=repr,
)
def test_what_is_no_text(run: Run, desk: Path, raw: bytes, said: str, status: int) -> None:
    (desk / "odd.txt").write_bytes(raw)
    done = run("odd.txt", "draft.txt")
    assert done.err.startswith("newslint: odd.txt:")
    assert said in done.err
    assert [line.split(":")[0] for line in done.lines] == ["draft.txt", "draft.txt"], "the others are still linted"
    assert run("odd.txt").status == status


def test_what_is_not_there(run: Run, desk: Path) -> None:
    (desk / "empty").mkdir()
    (desk / "empty" / "code.py").write_text("alpha")
    done = run("gone.txt", "empty", "gone*.md", "draft.txt")
    assert done.err.splitlines() == [
        "newslint: gone.txt: cannot be read: No such file or directory",
        "newslint: empty: holds no text to lint (.docm .docx .eml .fodt .htm .html .markdown .md .odt .pdf .rst .txt)",
        "newslint: gone*.md: fits no file",
    ]
    assert len(done.lines) == 2
    assert done.status == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity:", "serverity:", "beta.yaml:5:1: unknown key 'serverity'; did you mean 'severity'?"),
        ("check: pattern", "check: pattren", "beta.yaml:4:8: no check is called 'pattren'; did you mean 'pattern'?"),
        ("{phrases: [beta]", "{patterns: ['be(ta']", "beta.yaml:6:22: the regular expression 'be(ta' does not compile: missing"),
        ("options: {", "options: {phrase: [a], ", "beta.yaml:6:11: the check 'pattern' has no option 'phrase'; did you"),
        ("id: beta", "id: [beta", "beta.yaml:2:5: not YAML"),
        ("code: Z102", "code: Z101", "beta.yaml: Z101 is already taken by"),
        ("{found}", "{fuond}", "beta.yaml:7:10: message: no slot is called 'fuond'; did you mean 'found'?"),
        ("severity: warning", "severity: warning\nseverity: error", "beta.yaml:6:1: key 'severity' stands twice, first on line"),
    ],
)  # fmt: skip
def test_a_bad_rule_file_costs_its_own_rule(run: Run, desk: Path, old: str, new: str, said: str) -> None:
    path = desk / "rules" / "beta.yaml"
    path.write_text(path.read_text().replace(old, new, 1))
    done = run("draft.txt")
    assert done.err.startswith(f"newslint: {desk / 'rules' / said}"), done.err
    assert done.err.count("\n") == 1
    assert [line.split(" ")[1] for line in done.lines] == ["Z101"]
    assert done.status == 2
    tested = run("rules", "test", "rules/beta.yaml")
    assert "beta.yaml" in tested.err
    assert tested.status == 2


def test_examples_that_fail_are_said(run: Run, desk: Path) -> None:
    path = desk / "rules" / "beta.yaml"
    path.write_text(path.read_text().replace("good: omega", "good: beta"))
    done = run("rules", "test", "rules")
    assert done.lines[-1] == "3 rules, 9 examples, 1 failed"
    assert done.lines[0].startswith("rules/beta.yaml:11: found “beta”, not nothing")
    assert done.status == 1


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("selct: [Z]", "{config}:1:1: unknown key 'selct'; did you mean 'select'?"),
        ("select: [Z", "{config}:2:1: not YAML: while parsing a flow sequence"),
        ("- select", "{config}:1:1: expected keys with values, not a list"),
        ("select: {Z: 1}", "{config}:1:9: expected a list, not keys with values"),
        ("min-severity: eror", "{config}:1:15: 'eror' is not known here; did you mean 'error'?"),
        ("rules: {betta: off}\nrules-path: [rules]", "{config}:1:9: rules: no rule is called 'betta'; did you mean 'beta'?"),
        (
            "rules: {beta: {options: {phrase: [a]}}}\nrules-path: [rules]",
            "{config}:1:26: the check 'pattern' has no option 'phrase'",
        ),
        ("rules: {beta: fatal}\nrules-path: [rules]", "{config}:1:9: rules: beta: 'fatal' is no severity"),
        ("rules-path: [rulse]", "{config}:1:1: rules-path: {desk}/rulse does not exist"),
        ("extends: [hose]", "{config}:1:10: extends 'hose', which is neither a file beside it nor a preset"),
        ("extends: /", "{config}:1:10: extends '/', which is neither a file beside it nor a preset"),
        ("extends: " + "x" * 5000, "{config}:1:10: extends '" + "x" * 80 + "', which is neither"),
        ("extends: pack:" + "x" * 5000, "{config}:1:10: extends 'pack:" + "x" * 80 + "', which is neither"),
        ("cache-dir: ~nobody-of-that-name/x", "{config}:1:12: cache-dir: nobody's home folder is '~nobody-of-that-name/x'"),
        ("max-per-rule: -1", "{config}:1:15: max-per-rule: expected 0 for no limit, or more"),
        ("extends: .newslint.yaml", "{config}: extends itself by way of .newslint.yaml"),
        ("published: 2025-08-15", "{config}:1:1: 'published' belongs on the command line, not in a configuration"),
        ("plugins: [gone.py]", "{config}:1:1: plugins: {desk}/gone.py does not exist"),
        ("select: [Q9]", "no rule fits 'Q9'"),
    ],
)
def test_a_bad_configuration(run: Run, desk: Path, config: str, said: str) -> None:
    path = desk / ".newslint.yaml"
    path.write_text(config + "\n")
    done = run("draft.txt")
    assert done.err.startswith("newslint: " + said.format(config=path, desk=desk)), done.err
    assert (done.out, done.status) == ("", 2)
    assert run("draft.txt", "--isolated", "--select", "X").status == 0


@pytest.mark.parametrize("break_", [" ", "\n"], ids=["one line", "many lines"])
def test_a_large_file_is_linted(run: Run, desk: Path, break_: str) -> None:
    """One megabyte, which is more than any draft has; the worst of layouts is one endless line.

    Were work to grow faster than the text, this would not end before pytest loses patience.
    """
    (desk / "draft.txt").write_text(
        f"The word omega stands here, and then the word psi.{break_}" * 20_000 + "beta", encoding="utf-8"
    )
    done = run("draft.txt", "--show-source")
    assert done.lines[0].endswith(" Z102 The word “beta” was found. (beta)")
    assert done.status == 1


def test_a_file_that_is_too_large_is_not_read(run: Run, desk: Path) -> None:
    with (desk / "odd.txt").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    done = run("odd.txt", "draft.txt")
    assert done.err == "newslint: odd.txt: is larger than 64 MB, the most that a file may be\n"
    assert (len(done.lines), done.status) == (2, 2)


@pytest.mark.parametrize("name", ["odd.txt", "odd.html"])
def test_a_text_that_is_too_large_is_not_read(run: Run, desk: Path, name: str) -> None:
    raw = b"omega\n" * (17 * 1024 * 1024 // 6)
    (desk / name).write_bytes(raw)
    said = "is larger than 16 MB, the most that a text may be; lint it in parts"
    done = run(name, "draft.txt")
    assert (done.err, len(done.lines), done.status) == (f"newslint: {name}: {said}\n", 2, 2)
    assert run("-", "--stdin-display-name", name, given=raw).err == f"newslint: {name}: {said}\n"


def test_a_page_without_words_is_said(run: Run, desk: Path) -> None:
    (desk / "odd.html").write_text("<!DOCTYPE html><html><head><title>x</title></head><body><div></div></body></html>")
    done = run("odd.html", "draft.txt")
    assert (done.err, len(done.lines), done.status) == ("newslint: odd.html: has no words, only markup\n", 2, 1)


def test_a_long_line_is_shown_in_part(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("omega " * 100 + "beta" + " omega" * 100)
    shown, carets = run("draft.txt", "--show-source").lines[1:]
    assert len(shown) <= 104
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "beta"


def test_a_text_does_not_steer_the_terminal(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("omega \x1b[31m beta\x1b[0m psi")
    line, shown, carets = run("draft.txt", "--show-source", "--explain").lines[:3]
    assert "\x1b" not in line + shown
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "beta"


def test_a_rule_of_its_own_with_a_wide_word(run: Run, desk: Path) -> None:
    (desk / "rules" / "nai-ve.yaml").write_text(
        RULE.format(id="nai-ve", code="Z301", severity="error").replace("[nai-ve]", "[naïve]").replace("<<nai-ve>>", "<<naïve>>"),
        encoding="utf-8",
    )
    (desk / "draft.txt").write_text("A NAÏVE word", encoding="utf-8")
    assert run("draft.txt").lines == ["draft.txt:1:3: Z301 The word “NAÏVE” was found. (nai-ve)"]

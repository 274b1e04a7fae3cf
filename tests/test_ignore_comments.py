"""The ignore comments that are written for a finding, and those that are not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Config
from newslint.document import Document, Dossier
from newslint.finding import Finding
from newslint.fixes import edited
from newslint.linter import Linter
from newslint.mentions import Ignore
from newslint.suppress import comment
from tests.conftest import Read
from tests.test_seeds import DRAFTS

WRONG = "The vote was held on Monday 12 August 2025, the court said."
OTHER = "It rained."
REASON = "court list checked"


def first(doc: Document, linter: Linter) -> Finding:
    rules = [rule for rule in linter.rules if rule.code == "D101"]
    return linter.check(Dossier(doc, makers=linter.makers), rules=rules).findings[0]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("draft.txt", f"{OTHER}\n\n{WRONG}\n", f"{OTHER}\n\nnewslint: ignore[D101: “”] {REASON}\n{WRONG}\n"),
        ("draft.txt", f"{OTHER}\r\n\r\n{WRONG}\r\n", f"{OTHER}\r\n\r\nnewslint: ignore[D101: “”] {REASON}\r\n{WRONG}\r\n"),
        ("draft.md", f"{OTHER}\n\n{WRONG}\n", f"{OTHER}\n\n<!-- newslint: ignore[D101: “”] {REASON} -->\n{WRONG}\n"),
        ("draft.md", f"- {OTHER}\n- {WRONG}\n", f"- {OTHER}\n- {WRONG} <!-- newslint: ignore[D101: “”] {REASON} -->\n"),
        ("draft.md", f"# {WRONG}\n\n{OTHER}\n", f"# {WRONG} <!-- newslint: ignore[D101: “”] {REASON} -->\n\n{OTHER}\n"),
        ("draft.rst", f"{OTHER}\n\n{WRONG}\n", f"{OTHER}\n\n.. newslint: ignore[D101: “”] {REASON}\n\n{WRONG}\n"),
        ("draft.html", f"<p>{WRONG}</p>\n", f"<!-- newslint: ignore[D101: “”] {REASON} -->\n<p>{WRONG}</p>\n"),
        (
            "draft.html",
            f"<p>{OTHER}</p><p>{WRONG}</p>",
            f"<p>{OTHER}</p><p>{WRONG}</p> <!-- newslint: ignore[D101: “”] {REASON} -->",
        ),
    ],
)
def test_the_form_fits_the_file(name: str, text: str, expected: str, read: Read, linter: Linter) -> None:
    draft = read(text, published="2025-08-20", name=name)
    new = edited(draft.text, [comment(first(draft, linter), draft, REASON)])
    assert new == expected.replace("“”", '"Monday 12 August 2025"')
    after = read(new, published="2025-08-20", name=name)
    rules = [rule for rule in linter.rules if rule.code in ("D101", "X101")]
    assert linter.check(Dossier(after, makers=linter.makers), rules=rules).findings == ()


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("seed", DRAFTS, ids=lambda path: path.stem[:3])
def test_it_silences_its_finding_and_no_other(seed: Path, suffix: str) -> None:
    linter = Linter.made(Config(min_severity="info", max_per_rule=0, quick=True), third_party=False)
    text = seed.read_text(encoding="utf-8")
    if suffix == ".html":
        text = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line)
    elif suffix == ".md":
        text = "\n\n".join(line for line in text.splitlines() if line) + "\n"

    def found(text: str) -> tuple[Document, list[Finding]]:
        draft = linter.parse(seed.with_suffix(suffix), text.encode())
        return draft, [*linter.check(Dossier(draft, makers=linter.makers)).findings]

    def shown(draft: Document, findings: list[Finding]) -> list[tuple[str, str]]:
        return [(finding.code, finding.span.of(draft.text)) for finding in findings]

    draft, before = found(text)
    assert len(before) > 8
    for finding in before[::8]:
        after = shown(*found(edited(text, [comment(finding, draft, "checked -- “twice” --> by ]us[")])))
        left = shown(draft, before)
        left.remove((finding.code, finding.span.of(draft.text)))
        assert set(after) <= set(left)


def test_it_needs_a_reason(read: Read, linter: Linter) -> None:
    draft = read(WRONG, published="2025-08-20")
    with pytest.raises(ValueError, match="needs a reason"):
        comment(first(draft, linter), draft, "  ")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("newslint: ignore[D101 court list checked", "bracket is not closed"),
        ('newslint: ignore[D101: "Tuesday] court list checked', "quotation mark"),
        ("newslint: ignore[D101: Tuesday] court list checked", "the words in its brackets need quotation marks"),
        ("newslint: ignore[D101: 'Tuesday'] court list checked", "the words in its brackets need quotation marks"),
        ("newslint: ignore[] court list checked", "brackets name no rule"),
        ("newslint: ignore[101] court list checked", "brackets name no rule"),
        ("newslint: ignore D101 court list checked", "names no rule in brackets"),
        ("<!-- newslint: ignore D101 checked -->", "names no rule in brackets"),
        ("newslint: ignore-line[D101] checked", "ignore-line is not known"),
        ("newslint ignore[D101] checked", "with the colon"),
        ("NewsLint: Ignore[D101] checked", "small letters"),
        ("The vote was held. newslint: ignore[D101] checked", '"#" before it'),
        ("newslint: ignore[D1O1] checked", "no rule is called 'D1O1'; did you mean 'D101'?"),
        ("newslint: ignore[d101] checked", "no rule is called 'd101'; did you mean 'D101'?"),
        ("newslint: ignore[wrong-weekdy] checked", "did you mean 'wrong-weekday'?"),
        ("The word newslint is no comment.", ""),
        ("He told newslint: ignore it.", ""),
        ("Write `newslint: ignore[D101] why` on a line of its own.", ""),
        ('Write "newslint: ignore[D101] why".', ""),
        ("See https://example.org/newslint/ignore.", ""),
    ],
)
def test_what_is_not_understood_is_said(text: str, fault: str, read: Read, linter: Linter) -> None:
    draft = read(f"{text}\nThe vote was held on Tuesday.")
    rules = [rule for rule in linter.rules if rule.code in ("D101", "X101")]
    messages = [finding.message for finding in linter.check(Dossier(draft, makers=linter.makers), rules=rules).findings]
    assert len(messages) == bool(fault), messages
    assert fault in "".join(messages)


def test_each_code_of_a_comment_is_judged_by_itself(read: Read, linter: Linter) -> None:
    draft = read(f"newslint: ignore[D101, D102, N201] checked\n{WRONG}", published="2025-08-20")
    rules = [rule for rule in linter.rules if rule.code in ("D101", "D102", "X101")]
    outcome = linter.check(Dossier(draft, makers=linter.makers), rules=rules)
    assert [finding.message for finding in outcome.findings] == ["ignore[D102] silences nothing here; take it away."]
    assert [(one.finding.code, one.by, one.reason) for one in outcome.hidden] == [("D101", "comment", "checked")]


def test_comments_that_are_not_understood_are_no_text(read: Read) -> None:
    draft = read("The vote was held. newslint: ignore[D101] checked\nIt rained.\n")
    assert [ignore.fault != "" for ignore in draft.all(Ignore)] == [True]
    assert "newslint" not in draft.body


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", f"> <!-- newslint: ignore[D101] {REASON} -->\n> {WRONG}\n"),
        ("draft.txt", f"> newslint: ignore[D101] {REASON}\n> {WRONG}\n"),
        ("draft.html", f"<html><body><!-- newslint: ignore[D101] {REASON} -->\n<p>{WRONG}</p></body></html>\n"),
        ("draft.html", f"<p>It rained.</p>\n<div><!-- newslint: ignore[D101] {REASON} --></div>\n<p>{WRONG}</p>\n"),
        ("draft.md", f"<!-- newslint: ignore[D102] {REASON} --> <!-- newslint: ignore[D101] {REASON} -->\n{WRONG}\n"),
        ("draft.html", f"<p><!-- newslint: ignore[D101] {REASON} -->{WRONG}</p>\n"),
        ("draft.html", f"<p>{WRONG} <!-- newslint: ignore[D101] {REASON} --></p><p>It rained.</p>\n"),
    ],
)
def test_marks_and_tags_around_a_comment_leave_it_alone_on_its_line(name: str, text: str, read: Read, linter: Linter) -> None:
    draft = read(text, published="2025-08-20", name=name)
    rules = [rule for rule in linter.rules if rule.code in ("D101", "X101")]
    assert linter.check(Dossier(draft, makers=linter.makers), rules=rules).findings == ()


def test_the_words_that_it_does_not_find_are_named(read: Read, linter: Linter) -> None:
    draft = read(f'newslint: ignore[D101: "Friday 12"] {REASON}\n{WRONG}', published="2025-08-20")
    rules = [rule for rule in linter.rules if rule.code in ("D101", "X101")]
    messages = [finding.message for finding in linter.check(Dossier(draft, makers=linter.makers), rules=rules).findings]
    assert messages[0] == 'ignore[D101: "Friday 12"] silences nothing here; take it away.'


def test_behind_a_line_of_a_paragraph_it_leaves_no_two_spaces(read: Read, linter: Linter) -> None:
    for newline in ("\n", "\r\n"):
        draft = read(f'"I was there # newslint: ignore[D101] {REASON}{newline}and saw it," she said.{newline}')
        assert draft.reading.text == '"I was there and saw it," she said.'
        rules = [rule for rule in linter.rules if rule.code == "T108"]
        assert linter.check(Dossier(draft, makers=linter.makers), rules=rules).findings == ()

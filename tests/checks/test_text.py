"""Checks of layout and leftovers, where rule files cannot show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Dossier
from newslint.linter import Linter


def messages(linter: Linter, text: str, code: str, name: str = "draft.txt") -> list[str]:
    draft = linter.parse(Path(name), text.encode())
    outcome = linter.check(Dossier(draft, makers=linter.makers), rules=[linter.rule(code)], strict=True)
    return [f"{draft.lines.position(finding.span.start)[0]} {finding.message}" for finding in outcome.findings]


PAGE = """<article><h1>Council closes library</h1><p>The council voted on Monday to close it.</p>
<figure><img src="a.png"><figcaption>Photo: Jane Doe/Getty Images</figcaption></figure><nav>Related</nav></article>"""


def test_what_markup_sets_apart_was_not_left_in(linter: Linter) -> None:
    assert messages(linter, PAGE, "T101", "draft.html") == []


def test_a_plug_in_a_paragraph_of_a_page_was(linter: Linter) -> None:
    page = "<p>The council voted on Monday to close it.</p>\n<p>Sign up for our newsletter</p>"
    assert messages(linter, page, "T101", "draft.html") == ["2 Line 2 looks like a part of the web page, not of the story."]


def test_traces_of_a_merge(linter: Linter) -> None:
    text = "The council voted.\n<<<<<<< ours\nIt closed.\n=======\nIt stays.\n>>>>>>> theirs\n"
    assert [message.split()[0] for message in messages(linter, text, "T108")] == ["2", "4", "6"]


@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
def test_what_stands_between_two_words_doubles_neither(linter: Linter, name: str) -> None:
    text = "He saw the `the` the hall." if name.endswith("md") else "<p>He saw the<br><img alt='a'></p><p>the hall.</p>"
    assert messages(linter, text, "T108", name) == []


@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
def test_a_word_doubled_across_markup_is_doubled(linter: Linter, name: str) -> None:
    text = "<p>He saw the <b>the hall</b> and went.</p>"
    draft = linter.parse(Path(name), text.encode())
    (found,) = linter.check(Dossier(draft, makers=linter.makers), rules=[linter.rule("T108")]).findings
    assert found.span.of(text) == "the <b>the"
    assert found.fix is None  # it would leave a tag without its other half


@pytest.mark.parametrize("end", ["\u200b", "- \u200b", "\ufeff"])
def test_a_paragraph_that_shows_nothing_breaks_nothing(linter: Linter, end: str) -> None:
    draft = linter.parse(Path("draft.txt"), f"A man died on Tuesday.\n\n{end}\n".encode())
    assert linter.check(Dossier(draft, makers=linter.makers), strict=True).crashed == ()

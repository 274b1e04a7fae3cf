"""Which edits are offered for which findings, to which editors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import CodeActionContext, CodeActionKind, Diagnostic, Position, Range

from newslint import fixes
from newslint.lsp.actions import CHECK, FIX_ALL, MOST, actions
from newslint.lsp.client import Client
from newslint.lsp.edits import differences
from tests.lsp.views import CAN_ALL, PLAIN, done, edits, offered, place, view
from tests.lsp.writer import CLIENTS, able

COUNCIL = "The council said engineers found deep cracks in three pillars of the bridge."

OFFERED = (
    # code, draft, source, title, what the draft is then
    (
        "N201",
        "The council spent $40 million on the bridge.",
        "The council spent $35 million on the bridge.",
        "Write “$35 million”, as paper.txt:1 has it, for “$40 million”",
        "The council spent $35 million on the bridge.",
    ),
    (
        "N201",
        "Forty engineers found cracks in the bridge over the Tarn.",
        "The report says thirty engineers found cracks in the bridge over the Tarn.",
        "Write “Thirty”, as paper.txt:1 has it, for “Forty”",
        "Thirty engineers found cracks in the bridge over the Tarn.",
    ),
    (
        "Q201",
        "“We will later rebuild this old town,” the mayor said.",
        "“We will rebuild this old town,” said the mayor.",
        "Write “We will rebuild this old town”, as paper.txt:1 has it, for “We will later rebuild this old town”",
        "“We will rebuild this old town,” the mayor said.",
    ),
    (
        "A201",
        "Engineers found deep cracks in three pillars of the bridge.",
        COUNCIL,
        "Add “, according to the council”, as paper.txt:1 has it",
        "Engineers found deep cracks in three pillars of the bridge, according to the council.",
    ),
    (
        "A201",
        "Engineers found deep cracks in three pillars of the bridge.",
        "Sources said engineers found deep cracks in three pillars of the bridge.",
        "Add “, according to [SOURCE?]”",
        "Engineers found deep cracks in three pillars of the bridge, according to [SOURCE?].",
    ),
    (
        "A102",
        "Reports suggest that engineers found deep cracks in three pillars of the bridge over the Tarn.",
        "Engineers found deep cracks in three pillars of the bridge over the Tarn, he said.",
        "Add “, according to [SOURCE?]”",
        "Reports suggest that engineers found deep cracks in three pillars of the bridge over the Tarn, according to [SOURCE?].",
    ),
    (
        "A106",
        "It is said that engineers found deep cracks in three pillars of the bridge over the Tarn.",
        "Engineers found deep cracks in three pillars of the bridge over the Tarn, Mayor John Roe said.",
        "Add “, according to Mayor John Roe”, as paper.txt:1 has it",
        "It is said that engineers found deep cracks in three pillars of the bridge over the Tarn, according to Mayor John Roe.",
    ),
    (
        "Q103",
        "The town was hit.\n\n“We will rebuild this old town.”\n\nThe bridge is shut.",
        "",
        "Add “[SOURCE?] said”",
        "The town was hit.\n\n“We will rebuild this old town,” [SOURCE?] said.\n\nThe bridge is shut.",
    ),
    (
        "A102",
        "According to reports, the bridge over the Tarn is shut!",
        "",
        "Add “, according to [SOURCE?]”",
        "According to reports, the bridge over the Tarn is shut, according to [SOURCE?]!",
    ),
)


@pytest.mark.parametrize(("code", "draft", "source", "title", "then"), OFFERED)
def test_what_is_offered(code: str, draft: str, source: str, title: str, then: str) -> None:
    made = view(draft, select=code, **({"paper": source} if source else {}))
    found = next(one for one in made.outcome.findings if one.code == code)
    words = found.span.of(made.buffer.text)[:12]
    action = offered(made, words)[f"{title} ({CHECK})"]
    assert not action.is_preferred
    assert done(made, action) == then


def test_in_a_page_the_words_of_a_source_are_written_as_a_page_has_them() -> None:
    made = view(
        "<p>The firm <i>Roe</i> spent $40 million.</p>", select="N201", name="draft.html", paper="The firm Roe spent $35 million."
    )
    action = next(one for title, one in offered(made, "$40").items() if title.startswith("Write"))
    assert done(made, action) == "<p>The firm <i>Roe</i> spent $35 million.</p>"
    said = "<p>“We will later rebuild R&amp;D in this old town,” the mayor said.</p>"
    made = view(said, select="Q201", name="draft.html", paper="“We will rebuild R&D in this old town,” said the mayor.")
    action = next(one for title, one in offered(made, "We will").items() if title.startswith("Write"))
    assert done(made, action) == said.replace("later ", "")


def test_a_day_that_means_another_day_elsewhere_is_not_offered() -> None:
    made = view(
        "The bridge over the Tarn was shut on 12 May 2025, the council said.",
        select="D201",
        paper="---\npublished: 2025-06-20\n---\nThe bridge over the Tarn was shut on Friday, the council said.",
    )
    assert not any(title.startswith("Write") for title in offered(made, "12 May"))


def test_what_is_left_to_be_found_out_cannot_be_overlooked() -> None:
    made = view("The bridge over the Tarn is shut, according to [SOURCE?].", select="T108")
    assert [(one.code, one.severity) for one in made.outcome.findings] == [("T108", "error")]


@pytest.mark.parametrize("client", CLIENTS)
def test_every_editor_gets_what_it_can_take(client: str) -> None:
    made = view("It spent $40 million on the the bridge.", select="N201 T108", paper="It spent $35 million on the bridge.")
    can = Client.of(able(client))
    shown = [title for title in offered(made, "$40", can) if title.startswith("Open ")]
    assert bool(shown) == can.shows == (client not in ("neovim@0.7.0", "emacs@29.1"))
    action = offered(made, "the the", can)["Leave out the second “the”"]
    assert action.edit
    assert bool(action.edit.document_changes) == can.versions == (not client.startswith("neovim"))
    assert done(made, action) == "It spent $40 million on the bridge."
    everything = offered(made, "It", can)["Mend all that can safely be mended"]
    assert (everything.command is None) == can.resolves == (client != "emacs@29.1")


def test_an_unsafe_fix_is_offered_as_one() -> None:
    made = view("He cited the news agency Korean Central News Agency.", select="W109")
    action = offered(made, "news agency Korean")[f"Write “the Korean Central News Agency” ({CHECK})"]
    assert not action.is_preferred


def test_repeats_are_mended_together() -> None:
    made = view("It was the the first.\n\nIt was the the second.\n\nIt was the the last.", select="T108")
    action = offered(made, "the the first")["Mend all 3 of T108 (leftover-mark)"]
    assert not action.is_preferred
    assert done(made, action) == "It was the first.\n\nIt was the second.\n\nIt was the last."


ONLY = (
    (None, {CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.Empty}),
    ([""], {CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.Empty}),
    (["quickfix"], {CodeActionKind.QuickFix}),
    (["source"], {FIX_ALL}),
    (["source.fixAll"], {FIX_ALL}),
    (["source.fixAll.newslint", "refactor"], {FIX_ALL}),
    (["source.fixAll.ruff"], set()),
    (["quickfix.suppress"], set()),
)


@pytest.mark.parametrize(("only", "kinds"), ONLY)
def test_only_kinds_that_are_asked_for(only: list[str] | None, kinds: set[str]) -> None:
    made = view("It was the the first.", select="T108")
    here = Range(Position(0, 8), Position(0, 8))
    made_ = actions(made, here, CodeActionContext([], only), CAN_ALL)  # type: ignore[arg-type]
    assert {one.kind for one in made_} == kinds


WORDS = st.lists(
    st.sampled_from(
        ["the the", "lamps", "😋", "é", "300  men", "\r\n", "\n", "\n\n", "“of of it”", "a an", "|", "\u2028", "end."]
    ),
    max_size=20,
).map(" ".join)


@given(text=WORDS, encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_a_fix_by_an_editor_is_the_fix_of_the_command_line(text: str, encoding: str) -> None:
    made = view(text, select="T108 T105", encoding=encoding)
    for finding in made.outcome.findings:
        if finding.fix:
            where = made.range(finding.span)
            titled = {one.title: one for one in actions(made, where, CodeActionContext([]), PLAIN)}
            texts = [done(made, one) for one in titled.values() if one.edit and one.is_preferred]
            assert fixes.edited(text, finding.fix.edits) in texts


TEXTS = st.text(st.sampled_from("ab é😋\r\n"), max_size=40)


@given(before=TEXTS, after=TEXTS)
def test_the_differences_make_one_text_the_other(before: str, after: str) -> None:
    made = [*differences(before, after)]
    assert fixes.edited(before, made) == after
    for edit in made:
        for at in (edit.span.start, edit.span.end):
            assert before[max(0, at - 1) : at + 1] != "\r\n", "there is no position between the two"


def test_the_differences_are_small() -> None:
    before = "A headline\n\nIt was the the first.\nAnd the last.\n"
    made = [*differences(before, before.replace("the the", "the"))]
    assert [(len(edit.span), edit.text) for edit in made] == [(4, "")]


def test_each_line_of_a_long_draft_is_mended_by_itself() -> None:
    """However many blank lines there are, no other pairs of lines are looked for."""
    before = "".join(f"It was the the {number}th.\n\n" for number in range(3000))
    made = [*differences(before, before.replace("the the", "the"))]
    assert {(len(edit.span), edit.text) for edit in made} == {(4, "")}
    assert len(made) == 3000


def test_whoever_marks_the_whole_draft_gets_a_list_that_can_be_read() -> None:
    made = view("It was the the first, reportedly.\n\n" * 2000, select="T108 H101", name="long.txt")
    whole = Range(Position(0, 0), Position(9999, 0))
    titles = [one.title for one in actions(made, whole, CodeActionContext([]), CAN_ALL)]
    for title in ("Mend all 2000 of T108 (leftover-mark)", "Explain T108: A mark left over from writing", "Explain H101: "):
        assert len([one for one in titles if one.startswith(title)]) == 1, title
    assert 0 < titles.count("Leave out the second “the”") < MOST
    assert len(titles) < 3 * MOST


def test_of_what_an_editor_shows_of_a_line_that_at_the_caret_counts() -> None:
    made = view("It was the the first, reportedly.", select="T108 H101")
    shown = [
        Diagnostic(made.range(one.span), one.message, source="newslint", data={"fingerprint": one.fingerprint})
        for one in made.outcome.findings
    ]
    for words, codes in (("the the", {"T108"}), ("reportedly", {"H101"}), ("It was", {"T108", "H101"})):
        here = place(made, words)
        found = actions(made, Range(here, here), CodeActionContext(shown), PLAIN)
        assert {one.title.split()[1].rstrip(":") for one in found if one.title.startswith("Explain")} == codes, words


def test_edits_are_of_the_version_that_was_looked_at() -> None:
    made = view("It was the the first.", select="T108")
    assert len(edits(offered(made, "the the", CAN_ALL)["Leave out the second “the”"])) == 1

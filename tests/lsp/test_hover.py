"""What is shown over a place of the draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from newslint.lsp.hover import hover
from newslint.lsp.markup import Markup
from tests.lsp.views import CAN_ALL, PLAIN, place, view
from tests.lsp.writer import Writer

DRAFT = """\
Over ten thousand soldiers were sent to the Tarn valley, the ministry said.

The Tarn valley was shut to traffic on 12 May 2025 after the flood.

The mayor of Orlo opened a museum of clocks last week with 25 km of cable.
"""
SOURCE = """\
Around 15,000 soldiers were sent to the Tarn valley, the ministry said.

The Tarn valley was shut to traffic on 12 May 2025 after the flood, the council said.
"""
ALL = "N201 N202 S111 T108"


def shown(made: object, words: str, client: object = CAN_ALL) -> str:
    found = hover(made, place(made, words), client)  # type: ignore[arg-type]
    assert found is None or isinstance(found.contents, types.MarkupContent)
    return found.contents.value if found else ""


def test_over_a_finding_why_and_the_passage_and_how_to_silence() -> None:
    made = view(DRAFT, select="N201", paper=SOURCE)
    text = shown(made, "ten thousand")
    assert text.startswith(
        "**N201** “Over ten thousand” here, “Around 15,000” in paper.txt:1:1. (number-differs-from-source, warning"
    )
    assert (
        "> **Around 15,000** soldiers were sent to the Tarn valley, the ministry said.\n> — [paper.txt:1:1](file:///desk/paper.txt#L1)"
        in text
    )
    assert "10,000 to 12,000 here, 13,500 to 16,500 there" in text
    assert "A figure that was changed on the way from the source to the draft" in text
    assert "[more](file:///" in text
    assert text.endswith('To silence it: `newslint: ignore[N201: "Over ten thousand"] why`')
    found = hover(made, place(made, "ten thousand"), CAN_ALL)
    assert found
    assert found.range == types.Range(types.Position(0, 0), types.Position(0, 17))


def test_an_editor_without_markdown_is_shown_none() -> None:
    made = view(DRAFT, select="N201", paper=SOURCE)
    found = hover(made, place(made, "ten thousand"), PLAIN)
    assert found
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind == types.MarkupKind.PlainText
    assert (
        "    Around 15,000 soldiers were sent to the Tarn valley, the ministry said.\n    — paper.txt:1:1" in found.contents.value
    )
    assert not set("*`[]>") & set(found.contents.value.replace("ignore[N201", "").replace('"] why', ""))


def test_over_a_sentence_without_one_what_it_rests_on() -> None:
    made = view(DRAFT, select="N201", paper=SOURCE)
    text = shown(made, "traffic")
    assert text.startswith("Supported by [paper.txt:3:1](file:///desk/paper.txt#L3)")
    assert "> The Tarn valley was shut to traffic on 12 May 2025 after the flood, the council said." in text
    assert shown(made, "museum") == "No source has this."


def test_over_a_date_or_a_figure_what_it_was_read_as() -> None:
    made = view(f"---\npublished: 2025-05-20\n---\n{DRAFT}", select="T108", name="draft.md")
    assert shown(made, "12 May") == "**“12 May 2025”**: 2025-05-12"
    assert shown(made, "last week") == "**“last week”**: 2025-05-11 to 2025-05-18, reckoned from 2025-05-20"
    assert shown(made, "ten thousand") == "**“Over ten thousand”**: 10,000 soldier; the wording allows 10,000 to 12,000"
    assert shown(made, "25 km") == "**“25 km”**: 25 km"
    assert shown(made, "ministry") == ""


def test_over_a_date_and_the_sentence_both() -> None:
    text = shown(view(DRAFT, select="T108", paper=SOURCE), "12 May")
    assert text.startswith("**“12 May 2025”**: 2025-05-12\n\nSupported by ")


def test_findings_under_another_come_behind_it_and_say_so() -> None:
    made = view(DRAFT, select="S111 N202", paper=SOURCE)
    text = shown(made, "25 km")
    first, second = text.split("\n\n---\n\n")
    assert first.startswith("**S111**")
    assert "told with another finding" in second


def test_words_of_a_draft_are_never_markup() -> None:
    source = "The *mayor* of `Orlo` spent $30 million on the <b>bridge</b> [really](http://x.example)."
    made = view("The mayor of Orlo spent $40 million on the bridge really.", select="N201", paper=source)
    assert r"The \*mayor* of" not in shown(made, "$40")
    assert r"\*mayor\*" in shown(made, "$40")
    assert r"\<b>bridge\</b> \[really\](http://x.example)" in shown(made, "$40")


MARKED = (
    ("a_b 003_x.txt (one) - two", "a_b 003_x.txt (one) - two"),
    ("_so_ *it* `is`", r"\_so\_ \*it\* \`is\`"),
    ("- one", r"\- one"),
    ("# one", r"\# one"),
    ("1. one", r"1\. one"),
    ("&lt; & Co", r"\&lt; & Co"),
    ("back\\slash", "back\\\\slash"),
)


@pytest.mark.parametrize(("words", "escaped"), MARKED)
def test_only_what_markdown_would_read_is_escaped(words: str, escaped: str) -> None:
    assert Markup().plain(words) == escaped
    assert Markup(rich=False).plain(words) == words


def test_code_may_hold_backticks() -> None:
    assert Markup().code("a `b` c") == "`` a `b` c ``"


@pytest.mark.asyncio(loop_scope="module")
async def test_the_server_answers(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / ".newslint.yaml").write_text("select: [N201]\n")
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "paper.txt").write_text(SOURCE)
    uri = await writer.opens(tmp_path / "draft.txt", f"😋\r\n\r\n{DRAFT}")
    assert (await writer.hover(uri, "ten thousand")).startswith("**N201**")
    assert (await writer.hover(uri, "traffic")).startswith("Supported by [paper.txt:3:1](file:")
    await writer.write_on(uri, "Nothing.\n")
    assert await writer.hover(uri, "Nothing") == ""

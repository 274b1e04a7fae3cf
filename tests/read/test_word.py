"""Word files: what of them is text, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Document
from newslint.linter import Linter
from newslint.mentions import Block, Ignore, Link
from tests.office import p, r, word

BOX = f"<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{p('In a box.')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>{p('In a box.')}</mc:Fallback></mc:AlternateContent>"
UNHIDDEN = '<w:vanish w:val="0"/>'
CELL = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

TEXTS = {
    "a paragraph a line": (p("One.") + p("Two."), "One.\nTwo.\n"),
    "runs are joined": (f"<w:p>{r('Mon', '<w:b/>')}{r('day')}</w:p>", "Monday\n"),
    "entities": (p("Smith &amp; Sons &lt;Ltd&gt;"), "Smith & Sons <Ltd>\n"),
    "inserted words are in, deleted ones out": (
        f"<w:p>{r('It was ')}<w:ins w:id='1'>{r('not ')}</w:ins><w:del w:id='2'><w:r><w:delText>always </w:delText></w:r></w:del>{r('so.')}</w:p>",
        "It was not so.\n",
    ),
    "moved words stand where they were moved to": (
        f"<w:p><w:moveFrom w:id='1'>{r('Away. ')}</w:moveFrom>{r('Here. ')}<w:moveTo w:id='2'>{r('Away.')}</w:moveTo></w:p>",
        "Here. Away.\n",
    ),
    "the deleted end of a paragraph": (p("One", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p(" two."), "One two.\n"),
    "the inserted end of a paragraph": (p("One.", properties="<w:rPr><w:ins w:id='1'/></w:rPr>") + p("Two."), "One.\nTwo.\n"),
    "the deleted end of the last paragraph": (p("One", properties="<w:rPr><w:del w:id='1'/></w:rPr>"), "One\n"),
    "a deleted row": (
        "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>"
        + p("Gone")
        + "</w:tc></w:tr><w:tr><w:tc>"
        + p("Here")
        + "</w:tc></w:tr></w:tbl>"
        + p("End."),
        "Here\nEnd.\n",
    ),
    "hidden words": (f"<w:p>{r('Seen')}{r(' unseen', '<w:vanish/>')}{r(' too', UNHIDDEN)}</w:p>", "Seen too\n"),
    "a line end inside a sentence": (
        "<w:p><w:r><w:t>They came</w:t><w:br/><w:t>at dawn.</w:t></w:r></w:p>",
        "They came at dawn.\n",
    ),
    "a line end between two": ("<w:p><w:r><w:t>They came.</w:t><w:br/><w:t>He left.</w:t></w:r></w:p>", "They came.\nHe left.\n"),
    "tabs and hyphens": (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r></w:p>",
        "a b-cd\n",
    ),
    "a text box, once": (f"<w:p>{r('Around ')}<w:r>{BOX}</w:r>{r('it.')}</w:p>", "Around it.\nIn a box.\n"),
    "a tab at the margin": (f"<w:p>{r('City')}<w:r><w:ptab/></w:r>{r('Page 3')}</w:p>", "City Page 3\n"),
    "a field in the instruction of a field": (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{FIELD.format("PAGE", r("12"))}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("Twelve")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "Twelve\n",
    ),
    "a field that never ends": (
        f'<w:p>{r("One")}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + p("Two."),
        "One\nTwo.\n",
    ),
    "a field shows its result": (f"<w:p>{FIELD.format('PAGEREF _Toc1', r('12'))}{r(' men')}</w:p>", "12 men\n"),
    "what asks to be typed over": (
        f"<w:p>{r('One')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(' click here')}</w:sdtContent></w:sdt></w:p>",
        "One\n",
    ),
    "what was typed over it": (
        f"<w:p>{r('One')}<w:sdt><w:sdtPr/><w:sdtContent>{r(' two')}</w:sdtContent></w:sdt></w:p>",
        "One two\n",
    ),
    "empty paragraphs stay, empty cells do not": (
        p("One.") + "<w:p/>" + p("Two.") + CELL.format(p("a"), "<w:p/>"),
        "One.\n\nTwo.\na\n",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_the_text(case: str, linter: Linter) -> None:
    body, text = TEXTS[case]
    assert opened(linter, word(body)).text == text


def opened(linter: Linter, raw: bytes, name: str = "draft.docx") -> Document:
    return linter.parse(Path(name), raw)


KINDS = {
    "Titel": "headline",
    "berschrift1": "headline",
    "Eigen": "headline",
    "Unter": "standfirst",
    "Zitat": "quote-block",
    "Bild": "caption",
    "Punkt": "list-item",
    "Inhalt": "boilerplate",
    "Normal": "paragraph",
    "unknown": "paragraph",
}


@pytest.mark.parametrize(("style", "kind"), KINDS.items())
def test_styles_name_the_blocks(style: str, kind: str, linter: Linter) -> None:
    doc = opened(linter, word(p("A title", "Titel") + p("Some words of it.", style)))
    assert (doc.markup[-1].kind, doc.markup[-1].span.of(doc.text)) == (kind, "Some words of it.")


def test_without_headings_the_words_tell_what_is_what(linter: Linter) -> None:
    doc = opened(
        linter,
        word(
            p("Ministers agree on ferry")
            + p("By Jane Doe")
            + p("The ferry will sail again on Monday, the minister said after a long meeting.")
        ),
    )
    assert not doc.markup
    assert [block.kind for block in doc.all(Block)] == ["headline", "byline", "paragraph"]


def test_cells_notes_headers_and_lists(linter: Linter) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = (
        p("A title", "Titel")
        + f'<w:p>{r("The sum is 12")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" million.")}</w:p>'
        + p("An item", properties=numbered)
        + CELL.format(p("Year"), p("2024"))
    )
    footnotes = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="2">{p("See the report.")}</w:footnote><w:footnote w:id="3">{p("Not pointed to.")}</w:footnote>'
    doc = opened(linter, word(body, footnotes=footnotes, header=p("Embargoed until Monday")))
    assert [(block.kind, block.span.of(doc.text)) for block in doc.markup] == [
        ("headline", "A title"),
        ("paragraph", "The sum is 12 million."),
        ("list-item", "An item"),
        ("list-item", "Year"),
        ("list-item", "2024"),
        ("list-item", "See the report."),
        ("boilerplate", "Embargoed until Monday"),
    ]
    assert [doc.text[start:end] for start, end in doc.meta["notes"]] == ["See the report."]


@pytest.mark.parametrize(
    "linked",
    [
        f'<w:hyperlink r:id="rlink">{r("a report")}</w:hyperlink>',
        FIELD.format(' HYPERLINK "https://www.example.org/report" ', r("a report")),
    ],
)
def test_links_are_credits(linked: str, linter: Linter) -> None:
    doc = opened(linter, word(f"<w:p>{r('It says in ')}{linked}{r(' so.')}</w:p>"))
    assert [(link.url, link.span.of(doc.text)) for link in doc.all(Link)] == [("https://www.example.org/report", "a report")]


def test_comments_are_no_text_unless_they_ask_to_ignore(linter: Linter) -> None:
    comments = (
        f'<w:comment w:id="0">{p("Is that so?")}</w:comment><w:comment w:id="1">{p("newslint: ignore[N201] checked")}</w:comment>'
    )
    marks = '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    doc = opened(linter, word(p("Before.") + f"<w:p>{r('Twelve men.')}{marks}</w:p>", comments=comments))
    assert doc.text == "Before.\nnewslint: ignore[N201] checked\nTwelve men.\n"
    assert [(ignore.codes, ignore.reason, ignore.reach) for ignore in doc.all(Ignore)] == [((("N201", ""),), "checked", "block")]
    assert "ignore" not in doc.body


def test_a_wish_outlives_the_end_of_its_paragraph_and_what_was_said_before_it(linter: Linter) -> None:
    comments = f'<w:comment w:id="1">{p("Seen, Bob. newslint: ignore[N201] checked")}</w:comment>'
    deleted = "<w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"
    body = f"<w:p>{deleted}{r('Twelve')}<w:r><w:commentReference w:id='1'/></w:r></w:p>" + p(" men.")
    assert opened(linter, word(body, comments=comments)).text == "newslint: ignore[N201] checked\nTwelve men.\n"


def test_macros_are_said_and_the_text_is_read(linter: Linter) -> None:
    doc = opened(linter, word(p("One."), more={"word/vbaProject.bin": b"x"}), "draft.docm")
    assert doc.text == "One.\n"
    assert [str(note) for note in doc.meta["problems"]] == ["draft.docm: holds macros, which are not looked at; its text is read"]

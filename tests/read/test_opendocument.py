"""OpenDocument texts: what of them is text, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.linter import Linter
from newslint.mentions import Ignore, Link
from tests.office import flat, odt

HIDDEN = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
P = "<text:p>{}</text:p>"
CHANGES = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See there.</text:p></text:note-body></text:note>"

TEXTS = {
    "a paragraph a line": (P.format("One.") + P.format("Two."), "One.\nTwo.\n"),
    "spans are joined": (P.format("Mon<text:span>day</text:span>"), "Monday\n"),
    "entities": (P.format("Smith &amp; Sons"), "Smith & Sons\n"),
    "white space counts once": (P.format("  One\n   two <text:s text:c='2'/>three"), "One two   three\n"),
    "deleted words": (CHANGES + P.format("Here<text:change text:change-id='1'/>."), "Here.\n"),
    "annotations": (
        P.format(
            "So<office:annotation><dc:creator>A</dc:creator><text:p>Really?</text:p></office:annotation> it is<office:annotation-end/>."
        ),
        "So it is.\n",
    ),
    "hidden words": (P.format("Seen<text:span text:style-name='T1'> unseen</text:span>."), "Seen.\n"),
    "hidden sections": ("<text:section text:display='none'>" + P.format("Gone") + "</text:section>" + P.format("Here"), "Here\n"),
    "line ends": (P.format("They came<text:line-break/>at dawn.<text:line-break/>He left."), "They came at dawn.\nHe left.\n"),
    "notes at the end": (P.format(f"Twelve{NOTE} men.") + P.format("More."), "Twelve men.\nMore.\nSee there.\n"),
    "text boxes behind their paragraph": (
        P.format("Around<draw:frame><draw:text-box><text:p>In it.</text:p></draw:text-box></draw:frame> it."),
        "Around it.\nIn it.\n",
    ),
    "cells": (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p/></table:table-cell></table:table-row></table:table>"
        + P.format("b"),
        "a\nb\n",
    ),
    "cells that another covers": (
        (
            "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>a</text:p></table:table-cell>"
            "<table:covered-table-cell><text:p>from before</text:p></table:covered-table-cell></table:table-row></table:table>"
        ),
        "a\n",
    ),
    "deleted across paragraphs": (
        CHANGES
        + P.format("He left.<text:change text:change-id='1'/> She<text:change-start text:change-id='2'/>")
        + P.format("came<text:change-end text:change-id='2'/>."),
        "He left. She\ncame.\n",
    ),
    "white space round a frame": (
        P.format("Around<draw:frame>\n <draw:text-box>\n <text:p>In it.</text:p>\n </draw:text-box>\n </draw:frame> it."),
        "Around it.\nIn it.\n",
    ),
    "a wish of several paragraphs": (
        P.format(
            "Six<office:annotation><text:p>Seen, Bob.</text:p><text:p>newslint: ignore[N201] told</text:p><text:p>by the mayor</text:p></office:annotation>."
        ),
        "newslint: ignore[N201] told by the mayor\nSix.\n",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("packed", [True, False])
def test_the_text(case: str, packed: bool, linter: Linter) -> None:
    body, text = TEXTS[case]
    if packed:
        doc = linter.parse(Path("draft.odt"), odt(body, styles=HIDDEN))
    else:
        xml = flat(body, styles=HIDDEN).replace("office:document-content", "office:document")
        doc = linter.parse(Path("draft.fodt"), xml.encode())
    assert doc.text == text


def test_blocks_links_and_wishes(linter: Linter) -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    more = {
        "styles.xml": flat("", styles="").replace(
            "<office:automatic-styles>",
            '<office:styles><style:style style:name="Quotations"/></office:styles><office:master-styles><style:master-page>'
            "<style:footer><text:p>Page foot</text:p></style:footer></style:master-page></office:master-styles><office:automatic-styles>",
        )
    }
    wish = "<office:annotation><text:p>newslint: ignore[N201] checked</text:p></office:annotation>"
    body = (
        "<text:h>A title</text:h>"
        "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
        "<text:p text:style-name='P1'>A quotation</text:p>"
        + P.format(f"Twelve{wish} in <text:a xlink:href='https://www.example.org/x'>a report</text:a>.")
    )
    doc = linter.parse(Path("draft.odt"), odt(body, styles=styles, more=more))
    assert [(block.kind, block.span.of(doc.text)) for block in doc.markup] == [
        ("headline", "A title"),
        ("list-item", "An item"),
        ("quote-block", "A quotation"),
        ("paragraph", "Twelve in a report."),
        ("boilerplate", "Page foot"),
    ]
    assert [(link.url, link.span.of(doc.text)) for link in doc.all(Link)] == [("https://www.example.org/x", "a report")]
    assert [ignore.reason for ignore in doc.all(Ignore)] == ["checked"]


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (_table(("Slug", "ferry-fire"), ("Status:", "LEGAL OK TK")) + P.format("The fire."), ["boilerplate"] * 4),
        (P.format(" ") + _table(("Slug: ferry-fire",), ("Words: 600",)) + P.format("The fire."), ["boilerplate"] * 2),
        (_table(("Deck", "Dead"), ("Status", "9")) + P.format("The fire."), ["list-item"] * 4),
        (P.format("The fire.") + _table(("Slug", "a"), ("Status", "b")), ["list-item"] * 4),
    ],
)
def test_the_desk_s_table_above_a_story(body: str, kinds: list[str], linter: Linter) -> None:
    assert [block.kind for block in linter.parse(Path("draft.odt"), odt(body)).markup] == kinds

"""PDFs: lines as paragraphs again."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Document
from newslint.errors import InputError
from newslint.linter import Linter
from tests.office import lines, pdf

LONG = "The ferry to the island will sail again from Monday on, the"
MORE = "minister said after a meeting that lasted for several hours."


def opened(linter: Linter, *pages: str) -> Document:
    return linter.parse(Path("report.pdf"), pdf(pages))


PAGES = {
    "lines of one paragraph": (lines((50, 700, 10, LONG), (50, 688, 10, MORE)), [f"{LONG} {MORE}"]),
    "two, by the gap": (
        lines((50, 700, 10, LONG), (50, 688, 10, MORE), (50, 660, 10, LONG), (50, 648, 10, MORE)),
        [f"{LONG} {MORE}"] * 2,
    ),
    "two, by the indent": (
        lines((50, 700, 10, LONG), (50, 688, 10, MORE), (65, 676, 10, LONG), (50, 664, 10, MORE)),
        [f"{LONG} {MORE}"] * 2,
    ),
    "a word in two": (
        lines((50, 700, 10, LONG + " govern-"), (50, 688, 10, "ment said it would not be so on any day of the week.")),
        [f"{LONG} government said it would not be so on any day of the week."],
    ),
    "a line of a title": (
        lines((50, 700, 18, "A title"), (50, 670, 10, LONG), (50, 658, 10, MORE)),
        ["A title", f"{LONG} {MORE}"],
    ),
    "the row of a table": (lines((50, 700, 10, "Year"), (200, 700, 10, "Sold")), ["Year\tSold"]),
    "columns": (
        lines(
            (50, 700, 10, LONG),
            (50, 688, 10, "minister said after a meeting that lasted for several"),
            (320, 700, 10, "hours, and nobody spoke of it for a week or two."),
        ),
        [f"{LONG} minister said after a meeting that lasted for several hours, and nobody spoke of it for a week or two."],
    ),
}


@pytest.mark.parametrize("case", PAGES)
def test_paragraphs(case: str, linter: Linter) -> None:
    page, paragraphs = PAGES[case]
    assert opened(linter, page).text.splitlines() == [words.replace("\t", " ") for words in paragraphs]


def test_what_every_page_has_is_furniture_and_its_numbers_are_left_out(linter: Linter) -> None:
    pages = [
        lines(
            (50, 800, 8, "Annual report"),
            (50, 700, 10, f"{words} {LONG}"),
            (50, 688, 10, MORE),
            (50, 30, 8, f"Page {number} of 3"),
        )
        for number, words in enumerate(("One.", "Two.", "Three."), 1)
    ]
    doc = opened(linter, *pages)
    assert doc.text.splitlines() == [f"One. {LONG} {MORE}", f"Two. {LONG} {MORE}", f"Three. {LONG} {MORE}", "Annual report"]
    assert [(block.kind, block.span.of(doc.text)) for block in doc.markup] == [("boilerplate", "Annual report")]


def test_notes_stand_at_the_end(linter: Linter) -> None:
    first = lines(
        (50, 700, 10, LONG),
        (50, 688, 10, "minister said after a meeting that lasted for several hours"),
        (50, 60, 8, "1 The figures are those of 2024."),
    )
    doc = opened(linter, first, lines((50, 700, 10, "and was held in the capital, where it rained on all days.")))
    assert doc.text.splitlines() == [
        f"{LONG} minister said after a meeting that lasted for several hours and was held in the capital, where it rained on all days.",
        "1 The figures are those of 2024.",
    ]


def test_ligatures_and_superscripts(linter: Linter) -> None:
    doc = opened(linter, "BT /F 10 Tf 1 0 0 1 50 700 Tm (Twelve men) Tj /F 5 Tf 3 Ts (2) Tj 0 Ts /F 10 Tf ( came.) Tj ET")
    assert doc.text == "Twelve men came.\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (pdf(["0 0 100 100 re f"]), "has no text, only pictures of it; have it recognised (OCR) first"),
        (pdf([lines((50, 700, 10, LONG))])[:300], "is damaged, or no PDF at all"),
    ],
)
def test_what_cannot_be_read(raw: bytes, said: str, linter: Linter) -> None:
    with pytest.raises(InputError, match=said.replace("(", r"\(").replace(")", r"\)")):
        linter.parse(Path("report.pdf"), raw)


def test_pages_without_text_are_said(linter: Linter) -> None:
    doc = opened(linter, lines((50, 700, 10, LONG)), "0 0 100 100 re f")
    assert [str(note) for note in doc.meta["problems"]] == [
        "report.pdf: has no text on page 2, only pictures, if anything; recognised (OCR), they can be read"
    ]


def untold(page: str) -> bytes:
    """A PDF whose font numbers its signs, and does not say what they are."""
    told = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    assert told in pdf([page])
    return pdf([page, lines((50, 700, 10, LONG))]).replace(
        told,
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A>>]>>",
    )


def test_signs_that_stand_for_nobody_knows_what(linter: Linter) -> None:
    signs = "".join(f"{ord(letter) - 29:04x}" for letter in LONG)
    with pytest.raises(InputError, match="does not say which letters its signs stand for; have it recognised"):
        linter.parse(Path("report.pdf"), untold(f"BT /F 10 Tf 50 700 Td <{signs}> Tj ET"))


def test_a_running_head_with_the_number_of_its_page_is_one(linter: Linter) -> None:
    pages = [
        lines(
            (50, 800, 8, f"The report - page {number} of 2"),
            (50, 700, 10, f"{words} {LONG}"),
            (50, 688, 10, MORE),
            (50, 30, 8, str(number)),
        )
        for number, words in enumerate(("One.", "Two."), 1)
    ]
    assert opened(linter, *pages).text.splitlines() == [f"One. {LONG} {MORE}", f"Two. {LONG} {MORE}", "The report - page 1 of 2"]

"""Findings per 1,000 words, as text, JSON and a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.corpus.page import whole
from newslint.corpus.plots import lines
from newslint.corpus.results import Folder
from newslint.corpus.shapes import Rows
from newslint.corpus.summary import Summary, as_dict, as_text, summary
from tests.corpus.test_results import document, failure, finding

EVIL = '<script>alert(1)</script>"&'


def results(folder: Path, *, evil: bool = False) -> Folder:
    """Two outlets and three months; of a fourth document nothing is known."""
    made = Folder(str(folder))
    rows = Rows(
        [document("a", findings=2), document("b", outlet="Echo", published="2025-09-30", words=1000, findings=1),
         document("c", outlet="", published=None, words=0), document("d", published="2025-08-01", words=500)],
        [finding("a"), finding("a", code="W104"), finding("b", outlet="Echo", published="2025-09-30")],
        [failure("e"), failure("f", EVIL if evil else "not JSON"), failure("g")],
    )  # fmt: skip
    if evil:
        rows.documents.append(document("h", outlet=EVIL, published="2025-07-02"))
        rows.findings.append(finding("h", outlet=EVIL, code=EVIL))
    made.write("0", rows)
    made.join(["0"])
    return made


@pytest.fixture
def made(tmp_path: Path) -> Summary:
    return summary(results(tmp_path / "out"))


def test_counts(made: Summary) -> None:
    told = as_dict(made, ("rule", "outlet", "month"), 20)
    assert (told["documents"], told["words"], told["findings"], told["failures"]) == (4, 2000, 3, 3)
    assert told["per_1000_words"] == 1.5
    assert told["rule"] == [
        {"code": "D101", "rule": "rule-D101", "findings": 2, "per_1000_words": 1.0},
        {"code": "W104", "rule": "rule-W104", "findings": 1, "per_1000_words": 0.5},
    ]
    assert [(row["outlet"], row["words"], row["findings"], row["per_1000_words"]) for row in told["outlet"]] == [
        ("Post", 1000, 2, 2.0),
        ("Echo", 1000, 1, 1.0),
        ("no outlet", 0, 0, None),
    ]
    assert [(row["month"], row["per_1000_words"]) for row in told["month"]] == [
        ("2025-07", 4.0),
        ("2025-08", 0.0),
        ("2025-09", 1.0),
        ("no date", None),
    ]
    assert told["errors"] == [{"error": "ran too long", "failures": 2}, {"error": "not JSON", "failures": 1}]


def test_the_text_says_what_it_leaves_out(made: Summary) -> None:
    told = as_text(made, ("rule",), 1)
    assert told.startswith("4 documents, 2,000 words, 3 findings (1.50 per 1,000 words)\n3 failures\n")
    assert "D101 rule-D101           2        1.00\n... and 1 more (--top 0 shows all)\n" in told


def test_the_page_is_text_whatever_is_in_it(tmp_path: Path) -> None:
    page = whole(summary(results(tmp_path / "out", evil=True)))
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") > 5
    assert "style=" not in page.split("</style>")[1]


def test_no_line_is_drawn_over_months_without_words(tmp_path: Path) -> None:
    days = ("2025-01-05", "2025-02-05", "2025-09-05", "2025-10-05", "2025-12-05")
    made = Folder(str(tmp_path))
    made.write("0", Rows([document(day, published=day, outlet="Post" if day < "2025-12" else "Echo") for day in days]))
    made.write("1", Rows([document("undated", published=None, outlet="Undated")]))
    made.join(["0", "1"])
    drawn = lines(summary(made))
    assert drawn.count("<polyline") == 4  # two of all outlets, two of the Post
    assert drawn.count("<circle") == 10 + 3  # with those of the key
    assert "Undated" not in drawn


def test_the_page_of_nothing(tmp_path: Path) -> None:
    empty = Folder(str(tmp_path))
    empty.write("0", Rows())
    empty.join(["0"])
    made = summary(empty)
    assert "no words were read" in whole(made)
    assert as_text(made, ("rule", "outlet", "month"), 20).startswith("0 documents, 0 words, 0 findings\n0 failures\n")

"""The sources that a draft credits by address, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.linter import Linter
from newslint.mentions import Link
from newslint.urls import address, ended, file, is_page

MARKDOWN = [
    ("The [vote](https://example.org/a) was close.", [("vote", "https://example.org/a", "vote", "link")]),
    ("The [**big** vote][v] was.\n\n[v]: https://example.org/v", [("big vote", "https://example.org/v", "big vote", "link")]),
    ("See <b>the</b> [transcript](files/talk.txt).", [("transcript", "files/talk.txt", "transcript", "link")]),
    ("It is at https://example.org/b.", [("https://example.org/b", "https://example.org/b", "", "bare")]),
    ("(See https://example.org/c_(d).)", [("https://example.org/c_(d)", "https://example.org/c_(d)", "", "bare")]),
    (
        "It rose.[^1]\n\n[^1]: Port authority, yearly report, https://example.org/r.pdf, p. 4.",
        [
            (
                "Port authority, yearly report, https://example.org/r.pdf, p. 4.",
                "https://example.org/r.pdf",
                "Port authority, yearly report, p. 4.",
                "footnote",
            )
        ],
    ),
    ("It rose.[^a]\n\n[^a]: Port authority, *Yearly report*.", [("Port authority, Yearly report.", "", "Port authority, Yearly report.", "footnote")]),
    (
        "It rose.[^a]\n\n[^a]: The [report](https://example.org/r).",
        [("The report.", "https://example.org/r", "The report.", "footnote")],
    ),
    ("Write to [us](mailto:desk@example.org) or go [up](#top).", []),
    ("![A hall](https://example.org/hall.png)", []),
    ("```\nhttps://example.org/code\n```", []),
    ("---\nsource: https://example.org/a\n---\nText.", []),
    ("Nothing is credited.", []),
]  # fmt: skip


def rows(linter: Linter, name: str, text: str) -> list[tuple[str, str, str, str]]:
    doc = linter.parse(Path(name), text.encode()).reading
    return [(link.span.of(doc.text), link.url, link.title, link.kind) for link in doc.all(Link)]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown(linter: Linter, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert rows(linter, "draft.md", text) == expected


def test_html(linter: Linter) -> None:
    page = (
        "<p>The <a href='https://example.org/a?b=1&amp;c=2'>closing <b>vote</b></a> was&nbsp;late, see "
        "<a href='https://example.org/i'><img src=x></a> and https://example.org/d.</p><p><a href='#fn'>1</a></p>"
    )
    assert rows(linter, "draft.html", page) == [
        ("closing vote", "https://example.org/a?b=1&c=2", "closing vote", "link"),
        ("https://example.org/d", "https://example.org/d", "", "bare"),
    ]


def test_footnotes_of_a_page(linter: Linter) -> None:
    page = (
        "<h2 id='note2'>Two</h2><p>It rose<sup><a id='fnref1' href='#fn1'>1</a></sup> and fell<a href='#fn:2'>2</a>. <a href='#note2'>Up</a></p>"
        "<ol><li id='fn1'><p>Port authority, yearly report, p. 4. <a href='#fnref1'>↩</a></p></li>"
        "<li id='fn:2'>The <a href='https://example.org/r'>register</a> of ships</li><li id='fn3'>Never called.</li></ol>"
    )
    assert [row[1:] for row in rows(linter, "draft.html", page)] == [
        ("", "Port authority, yearly report, p. 4.", "footnote"),
        ("https://example.org/r", "The register of ships", "footnote"),
    ]


def test_plain_text_credits_nothing_by_address(linter: Linter) -> None:
    assert rows(linter, "draft.txt", "It is at https://example.org/b and [there](https://example.org/c).") == []


def test_the_place_in_the_file_is_the_place_in_the_copy(linter: Linter) -> None:
    text = "# Head\r\n\r\nA &amp; B, *the*\r\n[long\r\nvote](https://example.org/a), &hellip; [last](https://example.org/b)\r\n"
    doc = linter.parse(Path("draft.md"), text.encode())
    for one, copied in zip(doc.all(Link), doc.reading.all(Link), strict=True):
        assert doc.reading.placed(copied.span) == one.span
    assert [link.span.of(doc.reading.text) for link in doc.reading.all(Link)] == ["long vote", "last"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3#top", "https://example.org/a?id=3"),
        ("https://example.org/a?b=2&a=1", "https://EXAMPLE.org:443/a?a=1&b=2"),
        ("https://example.org/%61", "https://example.org/a"),
    ],
)
def test_one_page_has_one_address(one: str, other: str) -> None:
    assert address(one) == address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a?id=3", "https://example.org/a?id=4"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/a", "https://news.example.org/a"),
    ],
)
def test_two_pages_have_two_addresses(one: str, other: str) -> None:
    assert address(one) != address(other)


@pytest.mark.parametrize(
    ("url", "page", "beside"),
    [
        ("https://example.org/a", True, ""),
        ("https://example.org/?id=3", True, ""),
        ("https://example.org/", False, ""),
        ("https://www.facebook.com/sharer/sharer.php?u=x", False, ""),
        ("https://x.com/intent/post?text=x", False, ""),
        ("https://x.com/mayor/status/1", True, ""),
        ("mailto:desk@example.org", False, ""),
        ("ftp://example.org/a", False, ""),
        ("#top", False, ""),
        ("/desk/talk.txt", False, ""),
        ("files/my%20talk.txt#p2", False, "files/my talk.txt"),
        ("C:\\talk.txt", False, ""),
        ("http://[broken", False, ""),
    ],
)
def test_what_an_address_leads_to(url: str, page: bool, beside: str) -> None:
    assert (is_page(url), file(url)) == (page, beside)


@pytest.mark.parametrize(
    ("found", "url"),
    [
        ("https://example.org/a.", "https://example.org/a"),
        ("https://example.org/a),", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a?b=c!", "https://example.org/a?b=c"),
    ],
)
def test_the_stop_of_a_sentence_is_no_part_of_an_address(found: str, url: str) -> None:
    assert ended(found) == url

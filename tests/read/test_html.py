"""HTML: what is blanked, what stays, and which blocks the elements make."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.read.elements import pieces
from newslint.read.html import html

PAGE = """<!DOCTYPE html>
<html><head><title>Daily Planet</title>
<meta property="article:published_time" content="2025-08-15T10:00:00Z">
<script>if (a < b) document.write("<p>no</p>")</script></head>
<body><header><nav><a href="/">Home</a></nav><h1>Council closes library</h1></header>
<div class="promo"><p>Subscribe today</p></div>
<main><article>
<p class="standfirst">Mayor says more will follow</p>
<div class="byline">By <a href="/jane">Jane Doe</a></div>
<p>The <b>council</b> voted &amp; <a href="https://example.org/a?b=1&amp;c=2">left</a>.</p>
<figure><img src="a.png" alt="x"><figcaption>The mayor. Photo: Jane Doe</figcaption></figure>
<blockquote><p>“We will not,” he said.</p></blockquote>
<aside>Related: another story</aside>
</article></main>
<footer>Copyright 2025</footer></body></html>"""


def test_a_page() -> None:
    doc = html("page.html", PAGE)
    assert [(block.kind, " ".join(block.span.of(doc.prose).split())) for block in doc.markup] == [
        ("headline", "Council closes library"),
        ("standfirst", "Mayor says more will follow"),
        ("byline", "By Jane Doe"),
        ("paragraph", "The council voted & left ."),
        ("caption", "The mayor. Photo: Jane Doe"),
        ("quote-block", "“We will not,” he said."),
    ]
    assert doc.published == dt.date(2025, 8, 15)
    assert [(url, doc.text[start:end]) for url, start, end in doc.meta["links"]] == [
        ("/jane", "Jane Doe"),
        ("https://example.org/a?b=1&c=2", "left"),
    ]


BLOCKS = [
    ("<p>One.<p>Two.", ["One.", "Two."]),
    ("One<br>more.<br><br>Two.", ["One more.", "Two."]),
    ("<ul><li>One<li>Two</ul>Three", ["One", "Two", "Three"]),
    ("<p>AT&T &rsquo; 5 < 6 &nope;</p>", ["AT&T ’ 5 < 6 &nope;"]),
    ("<p>Now <time datetime='2025-08-15'>Friday</time> it is.</p>", ["Now Friday it is."]),
    ("<p hidden>No.</p><p>Yes.</p><div role=navigation>No.</div>", ["Yes."]),
    ("<nav>never closed <p>Yes.</p>", ["never closed", "Yes."]),
    ("<!-- no --><p>Yes.</p><![CDATA[no]]><?no?><!no>", ["Yes."]),
    ("<script>no", []),
    ("<p title='a > b'>Yes.</p>", ["Yes."]),
    ("<article><p>Teaser</p></article><article><p>One.</p><p>Two.</p></article>", ["One.", "Two."]),
]


@pytest.mark.parametrize(("page", "expected"), BLOCKS)
def test_blocks(page: str, expected: list[str]) -> None:
    doc = html("page.html", page)
    assert [" ".join(block.span.of(doc.prose).split()) for block in doc.markup] == expected


PUBLISHED = [
    '<meta itemprop="datePublished" content="2025-08-15">',
    '<script type="application/ld+json">{"datePublished": "2025-08-15T08:00:00+01:00"}</script>',
    "<time datetime=2025-08-15>Friday</time>",
]


@pytest.mark.parametrize("page", PUBLISHED)
def test_published(page: str) -> None:
    assert html("page.html", page).published == dt.date(2025, 8, 15)


_TAGS = [
    "<p>",
    "</p>",
    "<br>",
    "<nav>",
    "</nav>",
    "<a href=x>",
    "</a>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "<article>",
]
_TAGS += [
    "</article>",
    "<li>",
    "</ul>",
    "<b class='x",
    "<![",
    "]]>",
    "&amp;",
    "&#10;",
    "&lt",
    "<header>",
    "</header>",
    "\r\n",
    "</",
]
_MARKUP = st.one_of(st.lists(st.sampled_from([*_TAGS, *"<>&;'\" \nab"]), max_size=50).map("".join), st.text(max_size=80))


@given(_MARKUP)
def test_prose_is_as_long_as_the_page(text: str) -> None:
    doc = html("page.html", text)
    assert len(doc.prose) == len(text)
    assert all(one.end <= two.start for one, two in pairwise(doc.markup))


@given(_MARKUP)
def test_pieces_leave_no_gap(text: str) -> None:
    assert "".join(piece.span.of(text) for piece in pieces(text)) == text

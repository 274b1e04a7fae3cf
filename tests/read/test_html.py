"""HTML: what is blanked, what stays, and which blocks the elements make."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.read.elements import pieces
from newslint.read.html import html, read
from newslint.spans import GONE

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
    (
        "<p>wo<b>r</b>d, wouldn&rsquo;t, soft&shy;ly, one&nbsp;two, one&#10;two</p>",
        ["word, wouldn’t, soft\xadly, one two, one two"],
    ),
    (
        "<p>Over.<sup><a href='#n1'>1</a></sup> Now.<sup>[2]</sup> 5 m<sup>2</sup> on the 4<sup>th</sup></p>",
        ["Over. Now. 5 m2 on the 4th"],
    ),
    ("<table><tr><th>Town<th>Votes</tr><tr><td>Leeds<td>5</tr></table>Three", ["Town", "Votes", "Leeds", "5", "Three"]),
    ("<pre>One.\n\nTwo.</pre><p>Three.</p><pre><code>x = 1</code></pre>", ["Three.", "x = 1"]),
    ("<h2>Never closed</h2></h2><p>Yes.</p></blockquote></b></p>", ["Never closed", "Yes."]),
    ("<article><p>Teaser</p></article><article><p>One.</p><p>Two.</p></article>", ["One.", "Two."]),
]


LONG = "The council voted on Monday to close the library in the old town hall, and the mayor said it would not be the last."
STORY = f"<h1>Council closes library</h1><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p>"
LINKS = "".join(f"<li><a href=x{i}>Another story, the {i}th of many</a> <i>9:0{i}</i></li>" for i in range(6))
# what stands beside the story, and how many blocks of the page are seen
BESIDE = [
    ("nothing", STORY, 4),
    ("a newsletter by its class", f"{STORY}<div class='c-newsletter-signup'><p>News for you, daily.</p></div>", 4),
    ("sharing, by its id", f"{STORY}<ul id=shareBar><li>Facebook<li>Mail</ul>", 4),
    ("a list of links", f"{STORY}<ul>{LINKS}</ul>", 4),
    ("links round it, no article", f"<div><ul>{LINKS}</ul></div><div>{STORY}</div><div><p>About us</p><a href=a>Our staff</a></div>", 4),
    ("comments", f"{STORY}<section class=comments>{'<p>I doubt it.</p>' * 9}</section>", 4),
    # near misses
    ("a frame named for what it has", f"<div class='page has-sidebar'>{STORY}</div>", 4),
    ("a word in a class", f"{STORY}<p class=shareholders>{LONG}</p><div class=commentary><p>{LONG}</p></div>", 6),
    ("two links", f"{STORY}<ul><li><a href=a>The report</a><li><a href=b>The minutes</a></ul>", 6),
    ("a draft in two parts", f"<div>{STORY}</div><div><p>{LONG}</p></div>", 5),
    ("a link on every word", STORY + "<p>" + " ".join(f"<a href=x>{word}</a>" for word in LONG.split()) + "</p>", 5),
    ("words that are linked", f"{STORY}<p>See <a href=a>the report</a> on the vote.</p>" * 2, 10),
]  # fmt: skip


@pytest.mark.parametrize(("page", "seen"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_beside_the_story(page: str, seen: int) -> None:
    assert len(html("page.html", page).markup) == seen


@pytest.mark.parametrize(("page", "expected"), BLOCKS)
def test_blocks(page: str, expected: list[str]) -> None:
    doc = html("page.html", page)
    assert [" ".join(block.span.of(doc.prose).replace(GONE, "").split()) for block in doc.markup] == expected


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


def test_a_picture_in_an_attribute_is_no_text() -> None:
    doc = html("page.html", f'<p>One.</p><img src="data:image/png;base64,{"abcd " * 600_000}"><p>Two.</p>')
    assert [block.span.of(doc.text) for block in doc.markup] == ["One.", "Two."]


_MARKUP = st.one_of(st.lists(st.sampled_from([*_TAGS, *"<>&;'\" \nab"]), max_size=50).map("".join), st.text(max_size=80))


@given(_MARKUP)
def test_prose_is_as_long_as_the_page(text: str) -> None:
    doc = html("page.html", text)
    assert len(doc.prose) == len(text)
    assert all(one.end <= two.start for one, two in pairwise(doc.markup))


@given(_MARKUP)
def test_pieces_leave_no_gap(text: str) -> None:
    assert "".join(piece.span.of(text) for piece in pieces(text)) == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META http-equiv=Content-Type content='text/html; charset={}'>",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        ("iso-8859-2", "iso8859-2", "Łódź and Kraków"),
        ("windows-1250", "cp1250", "Zdeněk Hřib"),
        ("KOI8-R", "koi8-r", "Москва и Казань"),
        ("shift_jis", "cp932", "東京①"),
        ("iso-8859-1", "cp1252", "“Zürich”"),
        ("hex", "cp1252", "“Zürich”"),
        ("klingon", "cp1252", "“Zürich”"),
        ("iso-8859-2", "utf-8", "“Zürich”"),
    ],
)
def test_the_charset_that_a_page_declares(head: str, charset: str, codec: str, words: str) -> None:
    raw = f"<html><head>{head.format(charset)}</head><body><p>{words} lie far away.</p></body></html>".encode(codec)
    doc = read(Path("page.html"), raw)
    assert [block.span.of(doc.text) for block in doc.markup] == [f"{words} lie far away."]
    assert doc.text.encode(doc.meta["encoding"]) == raw

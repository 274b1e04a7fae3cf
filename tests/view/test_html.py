"""The page: all of the draft and nothing but text of it, whole links, no door for anything else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given

from newslint.view.html import page
from newslint.view.marks import Seen
from newslint.view.readable import readable
from tests.conftest import Read
from tests.view.conftest import anything_seen, seen

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """What stands where in a page; fails where elements are not closed as they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.drafts: list[str] = []
        self.text: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice in {self.get_starttag_text()}"
        self.elements.append((tag, given))
        if tag not in VOID:
            self.open.append("words" if given.get("class") == "words" else tag)
        if tag == "article":
            self.drafts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "words")

    def handle_data(self, data: str) -> None:
        self.text[self.open[-1] if self.open else ""] = self.text.get(self.open[-1] if self.open else "", "") + data
        if "words" in self.open:
            self.drafts[-1] += data

    def all(self, name: str) -> list[str]:
        return [value for _, given in self.elements if (value := given.get(name)) is not None]


@given(anything_seen())
def test_the_page_holds_the_draft(seen: Seen) -> None:
    made = Page(page([seen]))
    assert made.drafts == [readable(seen.text)]
    assert {tag for tag, _ in made.elements} <= {
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "fieldset", "legend", "label", "input",
        "span", "div", "main", "article", "section", "b", "button", "details", "summary", "ul", "li", "dl", "dt", "dd", "aside", "script",
    }  # fmt: skip
    ids = made.all("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in made.all("href")} <= set(ids)
    assert {one for of in made.all("data-of") for one in of.split()} <= set(ids)
    assert not any(name.startswith("on") or name in ("src", "style") for _, given in made.elements for name in given)


def test_a_script_in_a_draft_is_text(read: Read) -> None:
    text = "The mill closed <script>alert(1)</script> in May, “</p><img src=x onerror=alert(2)>” she said on 4 May.\n"
    made = Page(page([seen(read, text, name="<i>.txt")]))
    assert made.drafts == [text]
    assert [tag for tag, _ in made.elements].count("script") == 1
    assert "img" not in [tag for tag, _ in made.elements]
    assert made.text["title"] == "<i>.txt: what newslint sees"


def test_nothing_is_let_in_but_its_own_style_and_script(read: Read) -> None:
    made = Page(page([seen(read)]))
    policy = next(given["content"] for _, given in made.elements if given.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(sha256(made.text[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|https?:", made.text["style"] + made.text["script"])


def test_marks_carry_all_their_layers(read: Read) -> None:
    text = page([seen(read, "“It ends on Friday,” she said.\n", published="2025-05-16")])
    classes = re.search(r'class="mark ([^"]+)"[^>]*>Friday<', text)
    assert classes
    assert {"quotes", "dates"} <= set(classes[1].split())
    assert re.search(r"<li class=\"fact dates\" id=\"m1-dates-0\">date <b>Friday</b><dl>.*2025-05-16", text)
    assert '<p class="words" lang="en">' in text


def test_a_layer_has_a_switch(read: Read) -> None:
    made = Page(page([seen(read)]))
    checked = {
        given["data-layer"]: "checked" in given for tag, given in made.elements if tag == "input" and "data-layer" in given
    }
    assert set(checked) >= {"dates", "quotes", "names", "sentences"}
    assert checked["dates"]
    assert not checked["sentences"]
    only = Page(page([seen(read)], ["sentences"]))
    assert only.all("data-layer") == ["sentences"]


def test_several_drafts_are_sections_of_one_page(read: Read) -> None:
    made = Page(page([seen(read, name="a.txt"), seen(read, "Another on 4 May.\n", name="b.txt")]))
    assert [given["id"] for tag, given in made.elements if tag == "article"] == ["draft-1", "draft-2"]
    assert made.text["title"] == "a.txt and 1 more: what newslint sees"
    assert made.drafts[1] == "Another on 4 May.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", "# Head\n\nOn *Friday* &amp; **later**.\n"),
        ("draft.html", "<h1>Head</h1>\n<p>On <i>Fri</i>day &amp; <b>later</b>.</p>"),
    ],
)
def test_a_draft_with_markup_shows_as_it_reads(read: Read, name: str, text: str) -> None:
    assert Page(page([seen(read, text, name=name)])).drafts[0].split() == ["Head", "On", "Friday", "&", "later."]

"""The ledger in its views: all that it says, and nothing but text of the draft and its sources."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document import Dossier, Source
from newslint.inspection import inspection
from newslint.ledger import VERDICTS as NAMES
from newslint.ledger import asked, ledger
from newslint.linter import Linter
from newslint.view.ledger import listing, terminal
from newslint.view.ledger.held import VERDICTS, Held
from newslint.view.ledger.html import page
from newslint.view.marks import Seen
from newslint.view.readable import readable
from tests.conftest import Read
from tests.view.conftest import LETTERS
from tests.view.test_html import Page

DRAFT = """\
The harbour at Brack was closed on Monday after a vessel ran aground.

The harbour earns the town $5 million a year. Farmers drove tractors through Oslo.
"""
WIRE = "The harbour at Brack was closed on Monday after a vessel ran aground.\n\nThe harbour earns the town $3 million a year.\n"


def held(read: Read, linter: Linter, text: str = DRAFT, *sources: str, name: str = "draft.txt") -> Held:
    given = tuple(Source(read(source, name=f"wire{at}.txt"), f"s{at}") for at, source in enumerate(sources or (WIRE,)))
    dossier = Dossier(read(text, name=name, published="2025-08-06"), given, makers=linter.makers)
    return of(dossier, linter)


def of(dossier: Dossier, linter: Linter) -> Held:
    texts = {source.id: Seen(inspection(source.doc, ("blocks",)), source.doc.prose) for source in dossier.sources}
    outcome = linter.check(dossier, rules=asked(linter.active(dossier.draft.name)))
    return Held(ledger(outcome), Seen(inspection(dossier.draft, ("blocks",)), dossier.draft.prose), texts)


def test_every_verdict_is_shown() -> None:
    assert tuple(VERDICTS) == NAMES
    assert len({verdict.sign for verdict in VERDICTS.values()}) == len(NAMES)


HEAD = [
    "draft.txt: 3 sentences: 1 supported, 1 different, 1 in no source",
    "  source    wire0.txt (outlet, no date): behind 2 sentences",
    "  origins   1 source, 1 origin: s0",
    "",
]
DIFFERS = [
    "3:1  differs: The harbour earns the town $5 million a year.",
    "  differs   “$5 million” here, “$3 million” in wire0.txt:3:28. (N201)",
    "  passage   wire0.txt:3:1  The harbour earns the town $3 million a year.",
    "",
]
MISSING = [
    "3:47  no source: Farmers drove tractors through Oslo.",
    "  missing   name “Oslo” is in no source",
]


def test_lines_with_what_differs_first_and_what_is_supported_last(read: Read, linter: Linter) -> None:
    out = io.StringIO()
    listing.show([held(read, linter)], out, NAMES)
    assert out.getvalue().splitlines() == [
        *HEAD,
        *DIFFERS,
        *MISSING,
        "",
        "1:1  supported: The harbour at Brack was closed on Monday after a vessel ran aground. (wire0.txt:1:1)",
    ]


def test_every_line_in_text_order(read: Read, linter: Linter) -> None:
    out = io.StringIO()
    listing.show([held(read, linter)], out, NAMES, every=True)
    assert out.getvalue().splitlines() == [
        *HEAD,
        "1:1  supported: The harbour at Brack was closed on Monday after a vessel ran aground.",
        "  passage   wire0.txt:1:1  The harbour at Brack was closed on Monday after a vessel ran aground.",
        "  same      date “Monday” in wire0.txt:1:36",
        "",
        *DIFFERS,
        *MISSING,
    ]


LONG = "The tug of nine men, which came from Lund at dawn by way of the sound and of the narrow strait behind the old fort, lay at the quay"


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        # supported: cut, in a line
        (f"{LONG}.", [f"1:1  supported: {LONG[:126]}… (wire0.txt:1:1)"]),
        # in part: what the passages lack tells why
        (
            "The tug of nine men lay at the quay, and gave evidence to a committee of parliament.",
            [
                "1:1  in part: The tug of nine men lay at the quay, and gave evidence to a committee of parliament.",
                f"  passage   wire0.txt:1:1  {LONG[:126]}…",
                "  besides   not in the passages: gave evidence, committee, parliament",
            ],
        ),
    ],
)
def test_a_sentence_in_brief(sentence: str, lines: list[str], read: Read, linter: Linter) -> None:
    out = io.StringIO()
    listing.show([held(read, linter, sentence, f"{LONG}.\n")], out, NAMES)
    assert out.getvalue().splitlines()[4:] == lines


def test_only_some_lines(read: Read, linter: Linter) -> None:
    out = io.StringIO()
    listing.show([held(read, linter)], out, ("differs",))
    assert [line for line in out.getvalue().splitlines() if re.match(r"\d", line)] == [
        "3:1  differs: The harbour earns the town $5 million a year."
    ]


@pytest.mark.parametrize("color", [False, True])
def test_at_a_terminal_no_colour_is_the_only_sign(read: Read, linter: Linter, *, color: bool) -> None:
    out = io.StringIO()
    terminal.show([held(read, linter)], out, NAMES, color=color)
    shown = out.getvalue()
    assert ("\x1b[" in shown) == color
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    for sign in ("✓ supported", "≠ differs", "∅ no source", "“$3 million” in wire0.txt:3:28. (N201)"):
        assert sign in " ".join(plain.split())


def test_the_page_holds_draft_and_sources(read: Read, linter: Linter) -> None:
    made = Page(page([held(read, linter)]))
    words = re.sub("|".join(f"{verdict.sign}{verdict.word}: " for verdict in VERDICTS.values()), "", made.drafts[0])
    assert words == readable(DRAFT) + WIRE


def test_links_go_both_ways(read: Read, linter: Linter) -> None:
    made = Page(page([held(read, linter), held(read, linter, name="b.txt")]))
    ids = made.all("id")
    assert len(ids) == len(set(ids))
    for attribute in ("href", "data-note", "data-passage", "data-of", "data-at", "data-sentence"):
        found = {one.removeprefix("#") for value in made.all(attribute) for one in value.split()}
        assert found, attribute
        assert found <= set(ids), attribute


def test_a_script_in_a_text_is_text(read: Read, linter: Linter) -> None:
    evil = 'The harbour <script>alert(1)</script> closed on Monday "><img src=x onerror=alert(2)>.\n'
    text = page([held(read, linter, evil, evil, name="<b>.txt")])
    made = Page(text)
    tags = [tag for tag, _ in made.elements]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert evil in made.drafts[0]
    assert not any(name.startswith("on") or name in ("src", "style") for _, given in made.elements for name in given)
    policy = next(given["content"] for _, given in made.elements if given.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"url\(|@import|https?:", made.text["style"] + made.text["script"])


def test_a_draft_without_sources_says_how_to_name_some(read: Read, linter: Linter) -> None:
    bare = of(Dossier(read(DRAFT), (), makers=linter.makers), linter)
    out = io.StringIO()
    listing.show([bare], out, NAMES)
    assert "no sources, so nothing to compare" in out.getvalue()
    assert "--source FILE" in Page(page([bare])).text["p"]


def test_a_source_with_markup_shows_as_it_reads(read: Read, linter: Linter) -> None:
    source = read("The *harbour* at Brack &amp; the **quay** closed.", name="wire.md")
    dossier = Dossier(read("The harbour at Brack and the quay closed.\n"), (Source(source, "s"),), makers=linter.makers)
    out = io.StringIO()
    listing.show([of(dossier, linter)], out, NAMES, every=True)
    assert "wire.md:1:1  The harbour at Brack & the quay closed." in out.getvalue()


@settings(max_examples=40, deadline=None)
@given(
    text=LETTERS,
    other=LETTERS,
    more=st.lists(st.sampled_from(["the harbour closed.", "“No,” she said.", "14 May 2025"]), max_size=6),
)
def test_any_text_makes_a_whole_page(text: str, other: str, more: list[str], read: Read, linter: Linter) -> None:
    words = " ".join(more)
    texts = (f"{words} {text}", f"{other} {words}")  # with a byte order mark, since text it is, whatever it holds
    shown = held(read, linter, *("\ufeff" + one.replace("\0", "") for one in texts))
    made = Page(page([shown]))
    ids = made.all("id")
    assert len(ids) == len(set(ids))
    for view in (listing.show, lambda *given: terminal.show(*given, color=False)):
        out = io.StringIO()
        view([shown], out, NAMES)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out.getvalue())

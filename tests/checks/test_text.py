"""Checks of layout and leftovers, where rule files cannot show it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newslint.document import Dossier
from newslint.linter import Linter
from tests.growth import calls


@pytest.fixture(scope="module")
def linter(linter: Linter) -> Linter:
    """The same, notes too."""
    return replace(linter, config=replace(linter.config, min_severity="info"))


def messages(linter: Linter, text: str, code: str, name: str = "draft.txt") -> list[str]:
    draft = linter.parse(Path(name), text.encode())
    outcome = linter.check(Dossier(draft, makers=linter.makers), rules=[linter.rule(code)], strict=True)
    return [f"{draft.lines.position(finding.span.start)[0]} {finding.message}" for finding in outcome.findings]


PAGE = """<article><h1>Council closes library</h1><p>The council voted on Monday to close it.</p>
<figure><img src="a.png"><figcaption>Photo: Jane Doe/Getty Images</figcaption></figure><nav>Related</nav></article>"""


def test_what_markup_sets_apart_was_not_left_in(linter: Linter) -> None:
    assert messages(linter, PAGE, "T101", "draft.html") == []


def test_a_plug_in_a_paragraph_of_a_page_was(linter: Linter) -> None:
    page = "<p>The council voted on Monday to close it.</p>\n<p>Sign up for our newsletter</p>"
    assert messages(linter, page, "T101", "draft.html") == ["2 Line 2 looks like a part of the web page, not of the story."]


def test_traces_of_a_merge(linter: Linter) -> None:
    text = "The council voted.\n<<<<<<< ours\nIt closed.\n=======\nIt stays.\n>>>>>>> theirs\n"
    assert [message.split()[0] for message in messages(linter, text, "T108")] == ["2", "4", "6"]


@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
def test_what_stands_between_two_words_doubles_neither(linter: Linter, name: str) -> None:
    text = "He saw the `the` the hall." if name.endswith("md") else "<p>He saw the<br><img alt='a'></p><p>the hall.</p>"
    assert messages(linter, text, "T108", name) == []


@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
def test_a_word_doubled_across_markup_is_doubled(linter: Linter, name: str) -> None:
    text = "<p>He saw the <b>the hall</b> and went.</p>"
    draft = linter.parse(Path(name), text.encode())
    (found,) = linter.check(Dossier(draft, makers=linter.makers), rules=[linter.rule("T108")]).findings
    assert found.span.of(text) == "the <b>the"
    assert found.fix is None  # it would leave a tag without its other half


@pytest.mark.parametrize("end", ["\u200b", "- \u200b", "\ufeff"])
def test_a_paragraph_that_shows_nothing_breaks_nothing(linter: Linter, end: str) -> None:
    draft = linter.parse(Path("draft.txt"), f"A man died on Tuesday.\n\n{end}\n".encode())
    assert linter.check(Dossier(draft, makers=linter.makers), strict=True).crashed == ()


INTERVIEW = """The council closed the hall in Mill Lane in May, and it will not open again.

Q. How was it? What did you see?

A. It was shameful for the the town. The FRLS said nothing. The hall, which has two doors, closed in Mill Lane in May 1999.

Q. And then?

A. Sadly, the hall, which has two doors, closed in Mill Lane in May 1999.
"""


@pytest.mark.parametrize("code", ["W103", "T106", "T108", "P105"])
def test_the_turns_of_an_interview_are_somebody_s_words(linter: Linter, code: str) -> None:
    assert messages(linter, INTERVIEW, code) == []
    assert messages(linter, INTERVIEW.replace("A. ", "").replace("Q. ", ""), code) != []


BARE = (
    "The council voted on Tuesday to close the hall in Mill Lane.\n\n" * 4
    + "It will be locked on Friday, a letter to the staff said.\n"
)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("", "1 The draft has no headline, byline, dateline or date of publication, and speaks of “Tuesday” and “Friday”."),
        (
            "---\nsection: news\n---\n",
            "1 The draft has no headline, byline, dateline or date of publication, and speaks of “Tuesday” and “Friday”.",
        ),
        ("---\ntitle: Council closes hall\n---\n", None),
        ("---\nauthor: Jane Roe\n---\n", None),
        ("---\npublished: 2025-08-15\n---\n", None),
        ("Friday, 15 August 2025\n\n", None),
        ("By Jane Roe\n\n", None),
        ("EASTHAM, Aug 15 (PA) - ", None),
    ],
)
def test_any_piece_of_furniture_will_do(linter: Linter, front: str, said: str | None) -> None:
    assert messages(linter, front + BARE, "T102") == ([said] if said else [])


def test_a_desk_asks_for_the_furniture_it_wants(linter: Linter) -> None:
    rule = linter.rule("T102")
    wanting = replace(rule, check=replace(rule.check, require=("headline", "byline", "date")))  # type: ignore[call-arg]
    draft = linter.parse(Path("draft.txt"), f"By Jane Roe\n\n{BARE}".encode())
    (found,) = linter.check(Dossier(draft, makers=linter.makers), rules=[wanting], strict=True).findings
    assert found.message == "The draft has no headline and no date."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "He ran — and fell — and rose – again.",
            "1 The dash is typed as a spaced en dash here, as a spaced em dash elsewhere in the draft (2).",
        ),
        ("He ran — and fell; 3 - 1 it was, and pages 3 – 5.", None),
        ("He ran — and fell. “I ran - and fell,” he said.", None),
        ("The low-cost, so-called plan — it was one — failed.", None),
    ],
)
def test_dashes_between_words(linter: Linter, text: str, said: str | None) -> None:
    assert messages(linter, text, "T104") == ([said] if said else [])


def test_a_house_has_its_own_dash(linter: Linter) -> None:
    rule = linter.rule("T104")
    house = replace(rule, check=replace(rule.check, prefer="en"))  # type: ignore[call-arg]
    draft = linter.parse(Path("draft.txt"), b"He ran - and fell - and rose.")
    (found,) = linter.check(Dossier(draft, makers=linter.makers), rules=[house], strict=True).findings
    assert found.message == "The dash is typed as a hyphen; the house types a spaced en dash."
    assert found.fix
    assert [edit.text for edit in found.fix.edits] == [" – ", " – "]


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_what_cannot_be_seen_is_found_where_it_stands(linter: Linter, name: str) -> None:
    text = "The coun\u00adcil didnâ€™t vote.\n"
    draft = linter.parse(Path(name), text.encode())
    found = linter.check(Dossier(draft, makers=linter.makers), rules=[linter.rule("T105")], strict=True).findings
    assert [finding.span.of(text) for finding in found] == ["\u00ad", "â€™"]


def test_two_spaces_end_a_line_in_markdown(linter: Linter) -> None:
    text = "# Hall closed\n\nFirst line  \nsecond line\n"
    assert messages(linter, text, "T105", "draft.md") == []
    assert messages(linter, "First line  \nsecond line\n", "T105") == [
        "1 Spaces at the end of the line; lines of this draft with some: 1."
    ]


def test_the_same_refrain_may_stand_three_times(linter: Linter) -> None:
    refrain = "Whoever saw the blue van in Mill Lane is asked to call the police station.\n\n"
    assert messages(linter, refrain * 2, "T106") == ["3 This sentence stands at 1:1 already."]
    assert messages(linter, refrain * 3, "T106") == []


def test_looking_for_what_is_told_twice_grows_with_the_draft(linter: Linter) -> None:
    def steps(sentences: int) -> int:
        text = "\n\n".join(
            f"Councillor {word(n)} of {word(n + 7)} ward voted for the plan number {n} to close hall {n}."
            for n in range(sentences)
        )
        draft = linter.parse(Path("draft.txt"), text.encode())
        dossier = Dossier(draft, makers=linter.makers)
        rule = linter.rule("T106")
        linter.check(dossier, rules=[rule])  # so that the layers are there
        return sum(calls(lambda: linter.check(dossier, rules=[rule])).values())

    def word(n: int) -> str:
        return "".join(chr(ord("a") + int(digit)) for digit in f"{n * 7919:07}").title()

    assert steps(400) < 2.5 * steps(200)

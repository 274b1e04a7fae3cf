from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.linter import Linter
from newslint.mentions import QuoteStop, Slip
from tests.conftest import Read
from tests.growth import calls

AROUND = "The ferry sailed on Monday.\n\n{}\n\nRepairs will take until the spring.\n\nNobody was hurt."


def slips(text: str, read: Read) -> list[tuple[str, str]]:
    return [(slip.kind, slip.span.of(text)) for slip in read(text).all(Slip)]


@pytest.mark.parametrize(
    ("paragraph", "slip"),
    [
        ("“We lost three boats, the keeper said.", ("unclosed", "“We lost three boats,")),
        ('"We lost three boats, the keeper said.', ("unclosed", '"We lost three boats,')),
        ("The wall was “built to last, she said.", ("unclosed", "“built to last, she")),
        # another quotation behind it does not hide the words that tell whose it is
        ('"It was the wall, said Ana Ruiz. "It fell at noon," she added.', ("unclosed", '"It was the wall,')),
        ("We lost three boats,” the keeper said.", ("unopened", "”")),
        ('We lost three boats," the keeper said.', ("unopened", '"')),
        ("The council has spent half of its budget for the year on the lights", ("unstopped", "lights")),
        ("The council has spent half of its budget on what it calls “a sound wall”", ("unstopped", "wall")),
        ("“We lost three boats in one hour of that storm,” the keeper said", ("unstopped", "the keeper said")),
        ("“We lost three boats in one hour of that storm,” said the keeper", ("unstopped", "said the keeper")),
        ("“We lost three boats in an hour” said Ana Ruiz.", ("unparted", "hour” said Ana")),
        ("“We lost three boats in an hour” the keeper said.", ("unparted", "hour” the keeper said")),
        ("It was bad: “We lost three boats” Ana Ruiz told them.", ("unparted", "boats” Ana Ruiz told")),
        ("“It was bad,” he said. “We lost three boats” he added.", ("unparted", "boats” he added")),
        # a line of two sentences is no listing
        ("It was born there. The wall was built by the council in 1907", ("unstopped", "1907")),
    ],
)
def test_found(paragraph: str, slip: tuple[str, str], read: Read) -> None:
    assert slips(AROUND.format(paragraph), read) == [slip]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We lost three boats,” the keeper said.",
        "“We lost three boats.\n\n“And the ferry,” the keeper said.",
        '"We lost three boats.\n\n"And the ferry," the keeper said.',
        '"We lost three boats. "And the ferry went too."',  # paragraphs of one speech, run together
        "The board is 5'10\" wide, he said.",
        "It was the boys' club, and the '90s.",
        "What the wall cost",
        "— Ana Ruiz, who was the keeper of the light for thirty years",
        "Photo: the wall that was lost in the storm of last year",
        "Read more of what we know: https://example.org/wall-was-lost-in-the-storm",
        "Council Has Spent Half Of Its Budget For The Year On Lights",
        "“We lost three boats in an hour, and the ferry was next to go”",  # set off, and nobody's sentence
        "Jane Roe, keeper of the light, born 1 May 1940; died 2 June 2025",
        "Tickets cost £12 and can be booked at the hall on 01632 960 001",
        "Goals: Roe was first to score, and Doe had the second after half time",
        "The slogan “We lost three boats” said the mayor was to blame.",
        "“Did we lose three boats in an hour?” said the keeper.",
        "“We Lost Three Boats in Orlo” told the tale.",
        "“Keep off the long grass” says the sign at the gate.",
        'See <a href="https://example.org/wall">the page</a> that was made for the wall.',
    ],
)
def test_not_found(paragraph: str, read: Read) -> None:
    assert slips(AROUND.format(paragraph), read) == []


def test_a_line_cut_in_two_is_no_paragraph_without_a_stop(read: Read) -> None:
    assert (
        slips(AROUND.format("The council has spent half of its budget for the year\n\non the lights of the harbour."), read) == []
    )


def test_a_draft_set_without_stops_is_a_way_of_setting(read: Read) -> None:
    lines = "\n\n".join(f"The council has spent {n} of its ten budgets on the lights of the town" for n in range(2, 8))
    assert slips(lines, read) == []


def test_who_says_it_is_told_from_any_last_word(read: Read) -> None:
    said = read(AROUND.format("“We lost three boats in one hour of that storm,” the keeper said")).all(Slip)
    bare = read(AROUND.format("The council has spent half of its budget for the year on the lights")).all(Slip)
    assert [slip.cue for slip in (*said, *bare)] == [True, False]


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("She called it “a scandal”.", (False, True)),
        ("She called it “a scandal.”", (True, True)),
        ("She called it “a scandal”, and left.", (False, True)),
        ("“It is a scandal,” she said.", (True, False)),
        ("“It is a scandal”, she said.", (False, False)),
        ("The wall “was never mended,” she said.", (True, False)),  # the comma belongs to “she said”
    ],
)
def test_stops(text: str, stop: tuple[bool, bool], read: Read) -> None:
    assert [(one.inside, one.fragment) for one in read(text).all(QuoteStop)] == [stop]


@given(st.lists(st.sampled_from(["“", "”", '"', "'", "a", "He said", ", ", ".", " ", "\n\n", "said"]), max_size=40))
def test_spans_lie_in_the_text(linter: Linter, pieces: list[str]) -> None:
    text = "".join(pieces)
    doc = linter.parse(Path("draft.txt"), text.encode())
    assert all(slip.span.of(doc.text).strip() for slip in doc.all(Slip))
    assert all(stop.quote.outer.start == stop.start < stop.end <= len(text) for stop in doc.all(QuoteStop))


def test_work_grows_with_the_text(read: Read) -> None:
    line = "“We lost three boats, the keeper said. She called it “a scandal”. It has cost us all of the year’s budget\n\n"

    def steps(times: int) -> int:
        doc = read(line * times)
        doc.all(Slip)  # the layers below it are measured elsewhere
        del doc._made[Slip]
        return sum(calls(lambda: doc.all(Slip)).values())

    assert steps(80) < 3 * steps(40)

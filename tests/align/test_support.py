"""What is behind a sentence: verdicts, passages and pieces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.comparisons import Support
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read

SOURCE = """The harbour at Brack was closed on Monday, 4 August 2025, after a fishing vessel ran aground.

Otto Brandt, who led the rescue, said: “The whole crew of nine has been very lucky indeed.” A tug from Lund pulled the vessel free.

The harbour earns the town $3 million a year.
"""

Behind = Callable[..., list[Support]]


@pytest.fixture
def behind(read: Read, linter: Linter) -> Behind:
    def behind(text: str, *sources: str) -> list[Support]:
        given = tuple(Source(read(source), f"s{at}") for at, source in enumerate(sources or (SOURCE,)))
        return list(Dossier(read(text, published="2025-08-06"), given, makers=linter.makers).all(Support))

    return behind


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The harbour at Brack was shut on 4 August 2025 when a fishing boat ran aground.", "supported"),
        ("Otto Brandt, who led the rescue, called them “very lucky indeed”.", "supported"),
        ("A tug from Lund freed the vessel that ran aground at Brack.", "supported"),  # from two passages
        ("It was Otto Brandt who led the rescue, and who gave evidence to parliament.", "partly"),
        ("Nora Lind pulled the vessel free.", "partly"),  # a name that no source has
        ("The harbour at Brack was closed on 5 August 2025 after a fishing vessel ran aground.", "differs"),
        ("“The crew of nine has been very happy indeed,” said Otto Brandt, who led the rescue.", "differs"),
        ("The harbour earns the town $5 million a year.", "differs"),
        ("Farmers drove tractors through the capital to protest against cheap milk.", "unsupported"),
        ("The harbour museum shows paintings by Nora Lind.", "unsupported"),  # one word in common
    ],
)
def test_the_verdict(sentence: str, verdict: str, behind: Behind) -> None:
    (support,) = behind(sentence)
    assert support.verdict == verdict, (support.score, support.pieces)


LOG = """At 22:41 on Tuesday 4 March the control room was told of smoke at 18 Canal Street. Twelve people left the building by a ladder.

Two boats were launched. Repairs will cost 240,000 euros, the port authority said. The clerk, 61, was treated for burns.
"""


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        # a clock time says what is spoken of, whatever the words; so does the number of a house
        ("The lifeboat crew of the island station got their alarm at 10.41pm on March 4.", "partly"),
        ("The lifeboat crew of the island station got their alarm at 11.58pm on March 4.", "unsupported"),
        ("Lifeboat crews and an ambulance gathered quickly outside 18 Canal Street.", "partly"),
        ("Lifeboat crews and an ambulance gathered quickly outside 23 Market Street.", "unsupported"),
        # a large figure with a word of the passage beside it; a small one, or a weekday, is there by chance
        ("Insurers expect that repairs to the roof of the old ferry terminal cost €240,000.", "partly"),
        ("Insurers expect the ferry terminal to be closed for two whole seasons.", "unsupported"),
        ("Insurers inspected the ferry terminal on Tuesday.", "unsupported"),
    ],
)
def test_a_figure_or_a_time_that_agrees_is_something(sentence: str, verdict: str, read: Read, linter: Linter) -> None:
    draft, source = (read(text, published="2025-03-05") for text in (sentence, LOG))
    (support,) = Dossier(draft, (Source(source, "log"),), makers=linter.makers).all(Support)
    assert support.verdict == verdict, (support.score, support.pieces)
    assert support.passages or verdict != "partly"


def test_what_differs_shows_its_passage(behind: Behind) -> None:
    """However little of the sentence that passage has."""
    told = (
        "The council of Brack sent {} to Lund after the storm in the sound had destroyed the old quay, the lighthouse, the sheds "
    )
    told += "of the fishing fleet and the office of the harbour master Otto Brandt, which was built by his grandfather."
    (support,) = behind(told.format("$5 million"), told.format("money"), "The council of Brack sent $3 million to Lund.")
    assert support.verdict == "differs"
    assert [passage.source for passage in support.passages] == ["s1", "s0"]


def test_each_piece_and_where_it_is(behind: Behind) -> None:
    text = "Otto Brandt praised a tug from Oslo as “very lucky indeed”. The harbour earns the town $5 million a year."
    pieces = {
        piece.span.of(text): (piece.kind, piece.verdict, piece.source_span and piece.source_span.of(SOURCE))
        for support in behind(text)
        for piece in support.pieces
    }
    assert pieces["$5 million"] == ("figure", "differs", "$3 million")
    assert pieces["very lucky indeed"] == ("quotation", "same", "very lucky indeed")
    assert pieces["Oslo"] == ("name", "unsupported", None)
    assert pieces["praised"] == ("words", "unsupported", None)
    assert pieces["Otto Brandt"][:2] == ("name", "same")
    assert [*pieces] == sorted(pieces, key=text.index)


@pytest.mark.parametrize(
    ("name", "source", "verdict"),
    [
        ("Japan", "The Japanese fleet came on Monday.", "same"),
        ("Lund", "The fleet of Lund came on Monday.", "same"),
        ("Nora Lind", "The fleet of Lind came on Monday.", "same"),
        ("Japan", "The jaunty fleet came on Monday.", "unsupported"),
        ("Norway", "The Japanese fleet came on Monday.", "unsupported"),
    ],
)
def test_names(name: str, source: str, verdict: str, behind: Behind) -> None:
    (support,) = behind(f"On Monday the fleet of {name} came.", source)
    (piece,) = [piece for piece in support.pieces if piece.kind == "name"]
    assert piece.verdict == verdict


def test_passages_come_from_several_sources(behind: Behind) -> None:
    (support,) = behind(
        "A ferry sank off Brack and the mayor of Lund opened a school for the survivors.",
        "A ferry sank off Brack on Monday.",
        "The mayor of Lund opened a school for survivors.",
    )
    assert {passage.source for passage in support.passages} == {"s0", "s1"}
    assert support.verdict == "supported"
    assert support.score > max(passage.score for passage in support.passages)


def test_a_draft_is_behind_itself(behind: Behind) -> None:
    assert [support.verdict for support in behind(SOURCE)] == ["supported"] * 4


def test_another_story_is_behind_nothing(behind: Behind) -> None:
    other = "Farmers drove tractors through the capital.\n\nMilk is too cheap, their union said. A law is planned for the spring."
    assert [support.verdict for support in behind(other)] == ["unsupported"] * 3


def test_a_sentence_that_says_nothing_is_left_out(behind: Behind) -> None:
    assert behind("But was it so?") == []


def test_bylines_and_boilerplate_are_left_out(behind: Behind) -> None:
    text = (
        "By Nora Lind\n\nBRACK, Aug. 6 — The harbour at Brack was closed on Monday.\n\nRead more: Five museums to see in Lund\n"
    )
    assert [support.span.of(text).split()[0] for support in behind(text)] == ["The"]


def test_grounds_tell_what_is_there_and_what_is_not(behind: Behind) -> None:
    (support,) = behind("A tug pulled the vessel free at dawn.")
    there, missing = support.grounds
    assert "tug, pulled, vessel, free" in there.what
    assert there.weight is not None
    assert there.weight > 0.5
    assert missing.what == "no passage has dawn"
    assert missing.weight is not None
    assert missing.weight < 0


PARTS = (
    "The crew",
    "of nine",
    "sank.",
    "Brandt said",
    "“very lucky”",
    "“no",
    "Monday 4 August 2025",
    "$3 million",
    "Lund.\n\n",
    "Brack",
)
WORDS = st.lists(
    st.sampled_from([*PARTS]),
    max_size=30,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(text=WORDS, source=WORDS)
def test_what_it_says_lies_in_its_texts(text: str, source: str, linter: Linter, read: Read) -> None:
    dossier = Dossier(read(text), (Source(read(source), "s"),), makers=linter.makers)
    for support in dossier.all(Support):
        assert 0 <= support.score <= 1.001
        assert len(support.passages) <= 3
        for piece in support.pieces:
            assert support.span.overlaps(piece.span)
            assert piece.source_span is None or piece.source_span.end <= len(source)

"""Dates against sources: how two times stand to one another, and which event they belong to."""

from __future__ import annotations

import pytest

from newslint.align.times import Standing, When, standing
from newslint.comparisons import DateMatch
from newslint.document import Dossier, Source
from newslint.linter import Linter
from newslint.mentions import DateMention
from tests.conftest import Read
from tests.growth import calls

DRAFT, SOURCE = "2025-08-15", "2025-08-14"


def when(words: str, read: Read, published: str | None) -> When:
    doc = read(f"They met {words} there.", published=published)
    (date,) = doc.all(DateMention)
    return When(doc, date)


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("on Thursday", "today", "same"),  # the source is a day older
        ("on 14 August", "today", "same"),
        ("last month", "in July", "same"),
        ("on 14 August", "on August 14, 2025", "same"),
        ("on 27 July", "on July 27-28", "same"),
        ("in June 2024", "on 12 June 2024", "vaguer"),
        ("in 2024", "in June 2024", "vaguer"),
        ("on 12 June 2024", "in June 2024", "finer"),
        ("in June 2024", "in 2024", "finer"),
        ("on Wednesday", "on Tuesday", "apart"),
        ("today", "today", "apart"),  # each of its own day
        ("in June 2024", "in June", "apart"),  # of 2025
        ("on July 25-28, 2024", "on July 27-28, 2024", "apart"),
        ("in 1987", "in 1978", "apart"),
        ("on 3 May 2024", "last year", "finer"),
        ("at 3pm", "at 3.10pm", "same"),
        ("at 3pm", "at 5pm", "apart"),
        ("at 3pm", "on Tuesday", "open"),
        ("in 1987", "on Tuesday", "open"),
    ],
)
def test_dated_texts(draft: str, source: str, expected: Standing, read: Read) -> None:
    assert standing(when(draft, read, DRAFT), when(source, read, SOURCE)) == expected


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("last year", "last year", "same"),
        ("last month", "last year", "apart"),
        ("today", "tomorrow", "apart"),
        ("on Friday", "on Monday", "apart"),
        ("on Friday night", "on Friday", "same"),
        ("on Friday", "yesterday", "open"),
        ("in June", "last month", "open"),
        ("last summer", "last year", "open"),
        ("earlier this week", "earlier this year", "finer"),
        ("in the 1920s", "in the 1940s", "apart"),
        ("in 1942", "in the 1940s", "finer"),
        ("in November", "in the summer", "apart"),
    ],
)
def test_texts_without_a_date(draft: str, source: str, expected: Standing, read: Read) -> None:
    assert standing(when(draft, read, None), when(source, read, None)) == expected


def matches(draft: str, source: str, read: Read, linter: Linter, published: str | None = None) -> list[tuple[str, str, str]]:
    dossier = Dossier(read(draft, published=published), (Source(read(source), "s"),), makers=linter.makers)
    return [(match.span.of(draft), match.verdict, match.how) for match in dossier.all(DateMatch)]


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (
            "The pianist was first told of the tumour in 2005.",
            "The pianist was first told of the tumour in 1990. It came back in 2005, his son said.",
            [("2005", "differs", "")],  # the right year of the wrong event
        ),
        (
            "The pianist was told of the tumour in 1990, and it came back in 2005.",
            "The pianist was told of the tumour in 1990. It came back in 2005, his son said.",
            [("1990", "same", ""), ("2005", "same", "")],
        ),
        (
            "The two leaders spoke by telephone on Tuesday.",
            "The two leaders spoke by telephone, their spokesmen said on Wednesday.",
            [],  # the day of the telling, and a weekday whose date nobody knows
        ),
        (
            "The harbour bridge was opened in June 2024.",
            "The harbour bridge was opened in 2024 by the mayor.",
            [("June 2024", "unsupported", "finer")],
        ),
        (
            "An archive of railway posters from 1931 was given to the town museum.",
            "A baker was born in 1931. The town museum has been given an archive of railway posters.",
            [("1931", "unsupported", "elsewhere")],
        ),
        (  # what each goes with: the arrest and the fire
            "Two men were arrested in the harbour on Wednesday after the fire in the mill.",
            "Two men fled the fire in the mill on Sunday.",
            [],
        ),
        (
            "Residents of Mill Lane went home on Saturday, the council said.",
            "Residents of Mill Lane who had to leave after a fire at a depot on Friday have been allowed to go home.",
            [],
        ),
        (
            "Roe missed four games of the season and hurt a knee in the Thursday night defeat at Leeds.",
            "The club put Roe on its list on Wednesday with a bad knee after the defeat at Leeds.",
            [],
        ),
        (  # the first hour and the last
            "Voters in the northern province began to cast their ballots at 8am.",
            "Some voters in the northern province had cast their ballots as of 4pm.",
            [],
        ),
        (  # another date of the sentence goes better with it
            "The club signed Ann Roe on Tuesday and Ben Poe today off the Leeds reserves.",
            "On Wednesday the club signed the young Ben Poe off the Leeds reserves.",
            [],
        ),
        (  # the same verb, or much the same words
            "The mill was bought by a brewer in May 2012.",
            "The old mill was bought by a brewer in June 2013, and he sold it.",
            [("May 2012", "differs", "")],
        ),
        (
            "The comic is to host the 2014 Oscars.",
            "The comic was asked to host the 2012 Oscars, and said no.",
            [("2014", "unsupported", "")],
        ),
        ("27/09/2013 - The fair on the common opens.", "The fair on the common opens on 4 May 2014.", []),
        ("He was “born in 1931”.", "He was born in 1913.", []),  # quotations are not ours
        ("Recently the mayor left.", "Last week the mayor left.", []),
        ("Later that year the mayor left the town.", "In 1957 the mayor left the town.", []),
    ],
)
def test_of_which_event(draft: str, source: str, expected: list[tuple[str, str, str]], read: Read, linter: Linter) -> None:
    assert matches(draft, source, read, linter) == expected


def test_a_source_without_a_date_leaves_its_yesterday_open(read: Read, linter: Linter) -> None:
    source = "The council closed the old library by the river yesterday."
    assert matches("The council closed the old library by the river on Tuesday.", source, read, linter, DRAFT) == []


def test_what_relative_words_were_taken_for(read: Read, linter: Linter) -> None:
    draft = read("The council closed the library on Wednesday.", published=DRAFT)
    source = read("The council closed the library yesterday.", published="2025-08-13")
    (match,) = Dossier(draft, (Source(source, "s"),), makers=linter.makers).all(DateMatch)
    assert (match.verdict, match.meant, match.other_meant) == ("differs", " (13 August 2025)", " (Tuesday, 12 August 2025)")
    assert [ground.what for ground in match.grounds] == [
        "both dates stand by council, closed, library",
        "“wednesday” in the draft is Wednesday 13 August 2025",
        "“yesterday” in the source is Tuesday 12 August 2025",
    ]


def test_work_grows_with_the_texts_and_not_with_their_product(read: Read, linter: Linter) -> None:
    def work(n: int) -> int:
        text = "\n\n".join(f"Firm{at}x opened plant{at}y in Town{at}z in {1500 + at % 500}." for at in range(n))
        dossier = Dossier(read(text), (Source(read(text), "s"),), makers=linter.makers)
        for doc in (dossier.draft, dossier.sources[0].doc):
            doc.all(DateMention)
        return sum(calls(lambda: dossier.all(DateMatch)).values())

    assert work(1000) < 3 * work(500)

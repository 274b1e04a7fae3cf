"""Figures of a draft beside each other and in the house's style: options, and what must always hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.number_style import NumberStyle
from newslint.document import Dossier
from newslint.finding import Finding, Fix
from newslint.linter import Linter
from newslint.mentions import Quantity
from newslint.rule import Match, RuleContext
from tests.conftest import Read

FAST = settings(max_examples=40, deadline=None)
Find = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def find(linter: Linter, read: Read) -> Find:
    """``find("N110", text)``: what one rule finds in a text, notes too."""
    live = replace(linter, config=replace(linter.config, min_severity="info"))

    def find(code: str, text: str, *, published: str | None = None) -> list[Finding]:
        draft = read(text, published=published)
        return list(live.check(Dossier(draft, makers=live.makers), rules=[live.rule(code)], strict=True).findings)

    return find


def styled(read: Read, text: str, **options: Any) -> list[Match]:
    """What the check of style finds with these options."""
    draft = read(text).reading
    return list(NumberStyle(**options).find(RuleContext(Dossier(draft), dt.date(2026, 5, 1))))


def mended(text: str, fix: Fix) -> str:
    """The text with the one edit of a fix."""
    (edit,) = fix.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Repairs will take between 6-8 weeks.", "joint"),
        ("The trust wants between 200 to 300 helpers.", "joint"),
        ("The fair runs from 3-8 May.", "joint"),
        ("Some 5-6,000 cars cross it a day.", "magnitude"),
        ("The price rose from 90p to 85p.", "the figures go the other way"),
        ("Membership fell slightly from 1,200 to 1,450.", "the figures go the other way"),
        ("It sold between 900 and 700 tickets.", "From the lower"),
    ],
)
def test_broken_ranges(text: str, case: str, find: Find) -> None:
    (finding,) = find("N110", text)
    assert case in finding.message or case in ("joint", "magnitude")


@pytest.mark.parametrize(
    "text",
    [
        "Repairs will take 6-8 weeks.",
        "The ferry sails between 6am and 8pm.",
        "Rovers came from 2-0 down.",
        "The lead fell from 12 to 7.",
        "It is a range between 5-10 and 15-20.",
        "The town rose from 12 to 3 in the table.",
        "Prices rose from about 90p to 88p.",         # about 90p may be 85p
        "“Between 5-10 weeks,” she said.",
        "The 2,000-3,000 who came went home.",
    ],
)  # fmt: skip
def test_sound_ranges(text: str, find: Find) -> None:
    assert find("N110", text) == []


@given(low=st.integers(1, 90), more=st.integers(1, 90))
@FAST
def test_a_mended_range_is_found_no_more_and_says_the_same(low: int, more: int, find: Find, read: Read) -> None:
    text = f"Repairs will take between {low}-{low + more} weeks."
    (finding,) = find("N110", text)
    assert finding.fix is not None
    better = mended(text, finding.fix)
    assert find("N110", better) == []
    assert [one.value for one in read(better).all(Quantity)] == [one.value for one in read(text).all(Quantity)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most of those asked – 43 per cent – wanted it.", ["43 per cent"]),
        ("Almost a third of drivers (24%) had been fined.", ["24%"]),
        ("Over half (44%) of households have a dog.", ["44%"]),
        ("The vast majority, 52%, agreed.", ["52%"]),
        ("A handful, 30%, agreed.", ["30%"]),
        ("Most of those asked – 49.9 per cent – wanted it.", ["49.9 per cent"]),
        ("Most of those asked – about 48 per cent – wanted it.", []),
        ("Most of those asked – 50 per cent – wanted it.", []),
        ("Almost a third of drivers (29%) had been fined.", []),
        ("About half, 48%, of the beds are free.", []),
        ("The most, 45%, came from Kelso.", []),
        ("Most people blamed the council, 45% the mayor.", []),
        ("Most rose, 45% of them sharply.", []),
    ],
)
def test_words_beside_a_percentage(text: str, found: list[str], find: Find) -> None:
    assert [finding.span.of(text) for finding in find("N115", text)] == found


@given(share=st.integers(1, 99))
@FAST
def test_most_is_half_or_more(share: int, find: Find) -> None:
    assert bool(find("N115", f"Most voters, {share}%, agreed.")) == (share < 50)


@given(number=st.integers(1, 99))
@FAST
def test_a_number_written_otherwise_is_the_same_number(number: int, read: Read) -> None:
    text = f"Police met {number} men."
    (match,) = styled(read, text, spell_out_below=100)
    assert match.fix is not None
    assert match.fix.safe
    words = mended(text, match.fix)
    assert [int(one.value[0]) for one in read(words).all(Quantity)] in ([number], [])  # "one man" counts nothing
    back = styled(read, words, spell_out_below=2)
    assert [each.fix.edits[0].text for each in back if each.fix] == ([str(number)] if number > 1 else [])


@pytest.mark.parametrize(
    ("text", "options", "better"),
    [
        ("Police met 11 men.", {"spell_out_below": 13}, ["eleven"]),
        ("Police met eleven men.", {"spell_out_below": 11}, ["11"]),
        ("Police met about twenty men.", {}, ["20"]),
        ("Police met about twenty men.", {"approximate_in_words": True}, []),
        ("11 men were met.", {"sentence_start": False}, []),
        ("It cost $21.1 million.", {"million": "m"}, ["21.1m"]),
        ("It cost £3bn.", {"million": "million"}, ["3 billion"]),
        ("It cost £3bn.", {}, []),
        ("It rose 5 percent.", {"percent": "per cent"}, ["5 per cent"]),
        ("It rose 5 per cent.", {"percent": "%"}, ["5%"]),
        ("It rose five per cent.", {"percent": "%"}, []),
        ("Over 300 men came.", {"over": "more than"}, ["More than"]),
        ("They met over lunch.", {"over": "more than"}, []),
        ("The town has 41000 voters.", {}, ["41,000"]),
        ("The town has 41000 voters.", {"separators": False}, []),
        ("It was founded with the chip 80486 in 1989.", {}, []),
    ],
)
def test_house_style(text: str, options: dict[str, Any], better: list[str], read: Read) -> None:
    assert [match.slots["better"] for match in styled(read, text, **options)] == better


def test_fit_of_a_first_that_is_dated_twice(find: Find) -> None:
    text = "It was the first strike in {} years, since 1998, the union said."
    found = {years for years in range(20, 35) if find("N105", text.format(years), published="2025-08-15")}
    assert found == set(range(20, 35)) - {26, 27, 28}
    assert find("N105", text.format(20)) == []  # nothing says when it was written


def test_what_is_counted_elsewhere_is_not_vague(find: Find) -> None:
    assert [finding.message for finding in find("N114", "Dozens of people were hurt.")] == [
        "“Dozens of people”: how many, and who counted?"
    ]
    assert find("N114", "Dozens of people were hurt. Doctors counted 47 people.") == []
    assert len(find("N114", "Dozens of people were hurt. Doctors counted 4,700 people.")) == 1


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("The club has 3 boats.", True),
        ("He won in 3 NH towns.", False),                      # may be how the desk writes it
        ("He shared the prize with Labour 4 times.", False),
        ("THE CLUB HAS 3 BOATS.", False),
    ],
)  # fmt: skip
def test_figures_beside_capitals_are_not_mended_unasked(text: str, safe: bool, find: Find) -> None:
    assert all(found.fix is None or found.fix.safe is safe for found in find("N108", text))


def test_figures_in_a_headline_are_not_mended_unasked(find: Find) -> None:
    text = "Quay closed to 12345 boats\n\nThe quay in Kelso is closed to 12345 boats, the harbour board said on Monday.\n"
    assert [found.fix.safe for found in find("N108", text) if found.fix] == [False, True]

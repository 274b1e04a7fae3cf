from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.dates import dates
from newslint.annotate.dates.frame import written
from newslint.annotate.ignores import ignores
from newslint.checks.weekday import DAYS, Weekday
from newslint.document import Document, Dossier
from newslint.mentions import Block, DateMention, Ignore, Written
from newslint.rule import Match, RuleContext

TODAY = dt.date(2026, 1, 1)
FORMS: list[Callable[[str, dt.date], str]] = [
    lambda weekday, day: f"{weekday} {day.day} {day:%B %Y}",
    lambda weekday, day: f"{weekday}, {day:%B} {day.day}, {day.year}",
    lambda weekday, day: f"{weekday} the {day.day}th of {day:%B}, {day.year}".replace("1th", "1st"),
    lambda weekday, day: f"{weekday[:3]}. {day:%b}. {day.day}, {day.year}",
    lambda weekday, day: f"{day.day} {day:%B %Y} ({weekday})",
    lambda weekday, day: f"{day:%B} {day.day}, {day.year}, a {weekday}",
    lambda weekday, day: f"{weekday} {day:%Y-%m-%d}",
]


def found(text: str, published: dt.date | None = None) -> list[Match]:
    draft = Document(
        "draft.txt", text, published=published, makers={Block: blocks, Ignore: ignores, DateMention: dates, Written: written}
    )
    return list(Weekday().find(RuleContext(Dossier(draft), TODAY)))


@given(st.dates(dt.date(1901, 1, 1), dt.date(2060, 12, 31)), st.sampled_from(FORMS), st.integers(0, 6))
def test_found_where_and_only_where_it_is_wrong(day: dt.date, form: Callable[[str, dt.date], str], weekday: int) -> None:
    printed = form(DAYS[weekday], day)
    matches = found(f"The hall was opened on {printed} by the mayor.")
    assert [match.span.of(f"The hall was opened on {printed} by the mayor.") for match in matches] == (
        [] if weekday == day.weekday() else [printed]
    )
    assert all(match.slots["actual"] == DAYS[day.weekday()] for match in matches)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31)), st.integers(-300, 300))
def test_a_right_weekday_near_the_publication_date_is_never_found(published: dt.date, away: int) -> None:
    day = published + dt.timedelta(days=away)
    assert found(f"The hall was opened on {DAYS[day.weekday()]}, {day.day} {day:%B}.", published) == []


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("It opens on Friday 12 August.", ["no-year"]),
        ("It opens on Wednesday 12 August.", []),  # 2026
        ("It opens on Tuesday 12 August.", []),  # 2025
        ("It opens on Friday 29 February.", []),  # none in 2025, 2026 and 2027
        ("In 2022 it opened, on Friday 12 August.", []),
        ("In 2021 it opened, on Friday 12 August.", ["no-year"]),
    ],
)
def test_without_a_publication_date(text: str, cases: list[str]) -> None:
    assert [match.case for match in found(text)] == cases

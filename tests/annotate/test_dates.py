from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.dates import dates
from newslint.annotate.ignores import ignores
from newslint.document import Document
from newslint.mentions import Block, DateMention, Ignore

FRIDAY = "2025-08-15"


def found(text: str, published: str | None = FRIDAY, language: str = "en") -> list[DateMention]:
    day = dt.date.fromisoformat(published) if published else None
    makers = {Block: blocks, Ignore: ignores, DateMention: dates}
    doc = Document("draft.txt", text, published=day, language=language, makers=makers)
    return [replace(mention, span=doc.reading.placed(mention.span)) for mention in doc.reading.all(DateMention)]


def shown(text: str, published: str | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(mention.span.of(text), mention.type, mention.value) for mention in found(text, published)]


def days(text: str, published: str | None = FRIDAY) -> list[str]:
    return [f"{mention.earliest} {mention.latest}" if mention.earliest else "" for mention in found(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opened on 12 August 2025.", "12 August 2025", "2025-08-12"),
        ("It opened on August 12, 2025.", "August 12, 2025", "2025-08-12"),
        ("It opened on the 12th of August, 2025.", "12th of August, 2025", "2025-08-12"),
        ("It opened on Aug. 12, 2025, at last.", "Aug. 12, 2025", "2025-08-12"),
        ("It opened on 2025-08-12.", "2025-08-12", "2025-08-12"),
        ("It opened on 12-Aug-2025.", "12-Aug-2025", "2025-08-12"),
        ("It opened on 31/08/2025.", "31/08/2025", "2025-08-31"),
        ("It opened on 08/31/2025.", "08/31/2025", "2025-08-31"),
        ("It opened on 04/05/2025.", "04/05/2025", "2025-XX-XX"),
        ("It opened on 2025/08/12.", "2025/08/12", "2025-08-12"),
        ("It opened on 2025 - 08 - 12.", "2025 - 08 - 12", "2025-08-12"),
        ("It opened on 31 / 08 / 2025.", "31 / 08 / 2025", "2025-08-31"),
        ("It opened on 31–08–2025.", "31–08–2025", "2025-08-31"),
        ("It opened on 4. 5. 2025.", "4. 5. 2025", "2025-05-04"),
        ("It opened on March 01, 2008.", "March 01, 2008", "2008-03-01"),
        ("It opened on Tuesday 12 August 2025.", "Tuesday 12 August 2025", "2025-08-12"),
        ("It opened on 12 August 2025 (Tuesday).", "12 August 2025 (Tuesday)", "2025-08-12"),
        ("It ran from 3-5 March 2020.", "3-5 March 2020", "2020-03-03/2020-03-05"),
        ("It opened in July 1988.", "July 1988", "1988-07"),
        ("It opened in early 1990.", "early 1990", "1990"),
        ("It opened by the end of 1990.", "the end of 1990", "1990"),
        ("The 2010 report was thin.", "2010", "2010"),
        ("The 2012-13 budget was thin.", "2012-13", "2012/2013"),
        ("Born (1922) in Leeds.", "1922", "1922"),
        ("It was in the 1990s that he left.", "the 1990s", "199"),
        ("A poet of the 19th century.", "the 19th century", "18"),
        ("In the summer of 1976 it was hot.", "the summer of 1976", "1976-SU"),
        ("Sales in the third quarter of 2004 fell.", "the third quarter of 2004", "2004-Q3"),
        ("Sales in Q3 2004 fell.", "Q3 2004", "2004-Q3"),
        ("Sales in the first half of 2005 fell.", "the first half of 2005", "2005-H1"),
        ("Sales in H1 2005 fell.", "H1 2005", "2005-H1"),
        ("It lay there (2006-2010) in the mud.", "2006-2010", "2006/2010"),
        ("Born on 2.5.1934 in Leeds.", "2.5.1934", "1934-05-02"),
        ("A guild of the 1500s.", "the 1500s", "15"),
        ("It closed on Christmas Day 2024.", "Christmas Day 2024", "2024-12-25"),
        ("It closed at Easter 2019.", "Easter 2019", "2019-04-21"),
        ("It closed on the second Tuesday of November 2024.", "second Tuesday of November 2024", "2024-11-12"),
        ("It closed in the first week of May 2024.", "the first week of May 2024", "2024-05"),
    ],
)
def test_dates_that_say_their_year(text: str, words: str, value: str) -> None:
    assert shown(text) == [(words, "DATE", value)]
    assert not found(text)[0].relative


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He said so on Friday.", "Friday", "2025-08-15"),
        ("He said so on Monday.", "Monday", "2025-08-11"),
        ("He will say so on Monday.", "Monday", "2025-08-18"),
        ("The court is set to rule on Monday.", "Monday", "2025-08-18"),
        ("Ahead of his talks with her on Monday he flew home.", "Monday", "2025-08-18"),
        ("He said last Monday that it was over.", "last Monday", "2025-08-11"),
        ("He will say so next Monday.", "next Monday", "2025-08-18"),
        ("He left yesterday.", "yesterday", "2025-08-14"),
        ("He leaves tomorrow.", "tomorrow", "2025-08-16"),
        ("He leaves today.", "today", "2025-08-15"),
        ("He left last week.", "last week", "2025-W32"),
        ("He left earlier this week.", "earlier this week", "2025-W33"),
        ("He left last month.", "last month", "2025-07"),
        ("He leaves next month.", "next month", "2025-09"),
        ("He left last year.", "last year", "2024"),
        ("He left earlier this year.", "earlier this year", "2025"),
        ("He left earlier this summer.", "earlier this summer", "2025-SU"),
        ("He left last June.", "last June", "2025-06"),
        ("He left in June.", "June", "2025-06"),
        ("He left in June last year.", "June last year", "2024-06"),
        ("He leaves on the 4th of next month.", "4th of next month", "2025-09-04"),
        ("He left in January this year.", "January this year", "2025-01"),
        ("He left on Tuesday last week.", "Tuesday last week", "2025-08-05"),
        ("He leaves next week on Tuesday.", "next week on Tuesday", "2025-08-19"),
        ("He left on 24 July.", "24 July", "2025-07-24"),
        ("He was due to leave on 1 October.", "1 October", "2025-10-01"),
        ("He left on Tuesday, Aug. 12.", "Tuesday, Aug. 12", "2025-08-12"),
        ("He left 10 days ago.", "10 days ago", "2025-08-05"),
        ("He left two weeks ago.", "two weeks ago", "2025-08-01"),
        ("He left five years ago.", "five years ago", "2020"),
        ("He left the day before yesterday.", "day before yesterday", "2025-08-13"),
        ("This year's third quarter was poor.", "This year's third quarter", "2025-Q3"),
        ("The vote is on Thursday.", "Thursday", "2025-08-21"),
        ("Ministers meet Monday in Oslo.", "Monday", "2025-08-18"),
        ("The talks, set to resume Monday, are late.", "Monday", "2025-08-18"),
        ("He could not be reached on Monday.", "Monday", "2025-08-11"),
        ("He could have been killed on Monday.", "Monday", "2025-08-11"),
        ("He did not speak until Monday.", "Monday", "2025-08-11"),
        ("Monday's attack will be investigated.", "Monday", "2025-08-11"),
        ("The shop will close. Monday's sales were poor.", "Monday", "2025-08-11"),
        ("He left the year before last.", "the year before last", "2023"),
        ("He leaves in two weeks' time.", "two weeks' time", "2025-08-29"),
        ("It opens in the spring of next year.", "the spring of next year", "2026-SP"),
        ("Sales in the second half of last year fell.", "the second half of last year", "2024-H2"),
        ("A March survey found little.", "March", "2025-03"),
        ("He died on Good Friday.", "Good Friday", "2025-04-18"),
        ("He sang last Christmas.", "last Christmas", "2024-12-25"),
        ("He will sing at Easter.", "Easter", "2026-04-05"),
        ("The Thanksgiving holiday was quiet.", "Thanksgiving", "2024-11-28"),
        ("He may have to shut the shop by Christmas.", "Christmas", "2025-12-25"),
        ("He may have to shut the shop by Xmas.", "Xmas", "2025-12-25"),
        ("He may have shut the shop by Christmas.", "Christmas", "2024-12-25"),
        ("Taxes will rise after a vote on Thursday.", "Thursday", "2025-08-14"),
        ("Taxes will rise on Thursday.", "Thursday", "2025-08-21"),
        ("He left on Christmas Eve last year.", "Christmas Eve last year", "2024-12-24"),
        ("It has grown since year-end.", "year-end", "2024-12-31"),
    ],
)
def test_dates_that_count_from_the_day_of_writing(text: str, words: str, value: str) -> None:
    assert shown(text) == [(words, "DATE", value)]
    mention = found(text)[0]
    assert mention.relative
    assert mention.anchored
    lone = found(text, published=None)[0]
    assert not lone.anchored
    assert lone.relative


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("For 24 years he sang.", "24 years", "DURATION", "P24Y"),
        ("For a decade he sang.", "a decade", "DURATION", "P10Y"),
        ("A three-day strike began.", "three-day", "DURATION", "P3D"),
        ("For more than four hours he sang.", "more than four hours", "DURATION", "PT4H"),
        ("For an hour and a half he sang.", "an hour and a half", "DURATION", "PT1H30M"),
        ("For several months he sang.", "several months", "DURATION", "PXM"),
        ("For years he sang.", "years", "DURATION", "PXY"),
        ("Over the last five years he sang.", "the last five years", "DURATION", "P5Y"),
        ("In the first nine months sales fell.", "the first nine months", "DURATION", "P9M"),
        ("He sang every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("He sang on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
        ("He sang each July.", "each July", "SET", "XXXX-07"),
        ("It is held annually.", "annually", "SET", "P1Y"),
        ("It costs $33m a year.", "a year", "SET", "P1Y"),
        ("He sings now.", "now", "DATE", "PRESENT_REF"),
        ("He recently sang.", "recently", "DATE", "PAST_REF"),
        ("He will soon sing.", "soon", "DATE", "FUTURE_REF"),
        ("He left on Friday night.", "Friday night", "TIME", "2025-08-15TNI"),
        ("He left at 2:15am Sunday.", "2:15am Sunday", "TIME", "2025-08-10T02:15"),
        ("He left at 7 p.m. on 4 May 2025.", "7 p.m. on 4 May 2025", "TIME", "2025-05-04T19:00"),
        ("He left on Thursday, 5 May 2022, at 10pm.", "Thursday, 5 May 2022, at 10pm", "TIME", "2022-05-05T22:00"),
        ("He left at 0800 UTC.", "0800 UTC", "TIME", "2025-08-15T08:00Z"),
        ("He left last night.", "last night", "TIME", "2025-08-14TNI"),
        ("He left at half past nine.", "half past nine", "TIME", "2025-08-15T09:30"),
        ("He left at a quarter to ten in the evening.", "quarter to ten in the evening", "TIME", "2025-08-15T21:45"),
        ("He left at nine-thirty on Monday.", "nine-thirty on Monday", "TIME", "2025-08-11T09:30"),
        ("He left at 9:30 a.m. EST.", "9:30 a.m. EST", "TIME", "2025-08-15T09:30-05:00"),
        ("He left at 18:40 (GMT+8).", "18:40 (GMT+8)", "TIME", "2025-08-15T18:40+08:00"),
        ("The shop is open 5-7pm.", "5-7pm", "TIME", "2025-08-15T17:00/19:00"),
        ("The shop was open 11-1.30pm on Monday.", "11-1.30pm on Monday", "TIME", "2025-08-11T11:00/13:30"),
        ("He left early (0800 UTC) and alone.", "0800 UTC", "TIME", "2025-08-15T08:00Z"),
        ("Four men were hurt overnight.", "overnight", "TIME", "2025-08-14TNI"),
        ("For a couple of years he sang.", "a couple of years", "DURATION", "P2Y"),
        ("For two and a half years he sang.", "two and a half years", "DURATION", "P2.5Y"),
        ("It takes three to five years.", "three to five years", "DURATION", "PXY"),
        ("He sang hours before the vote.", "hours", "DURATION", "PTXH"),
        ("He sang every other day.", "every other day", "SET", "P2D"),
        ("He sang at weekends.", "weekends", "SET", "XXXX-WXX-WE"),
        ("It made me what I am today.", "today", "DATE", "PRESENT_REF"),
        ("He compared them to today.", "today", "DATE", "PRESENT_REF"),
        ("He sang for the people of tomorrow.", "tomorrow", "DATE", "FUTURE_REF"),
        ("It pays $5.15 (£3.90) an hour.", "an hour", "SET", "PT1H"),
        ("He will one day sing.", "one day", "DATE", "FUTURE_REF"),
        ("He sang for just one day.", "one day", "DURATION", "P1D"),
        ("One day after the vote he sang.", "One day", "DURATION", "P1D"),
        ("He wants to sing in the long term.", "the long term", "DATE", "FUTURE_REF"),
        ("Most people today own a phone.", "today", "DATE", "PRESENT_REF"),
        ("In today's world he sang.", "today", "DATE", "PRESENT_REF"),
        ("He left on the night before.", "the night before", "TIME", "XXXX-XX-XXTNI"),
    ],
)
def test_lengths_sets_times_and_the_vague(text: str, words: str, kind: str, value: str) -> None:
    assert shown(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "She may leave; they march on Rome; the sat-nav fell silent.",
        "Theresa May spoke. The letter from May was read by June Brown.",
        "The second vote and a second later the third.",
        "In the days of the war the day was long.",
        "Leeds won 3-2, then 25-61; the odds were 2/1 and 9/11 of it was gone.",
        "Version 1.2.2020 and section 31.6.2025 replace release 12.1.",
        "It cost £1998 and $2,010; 2,000 men and 2000 troops came on flight 1999.",
        "He is 52 years old, she a 9-year-old girl, aged 24.",
        "Black Monday, Fat Tuesday and the Sunday Times.",
        "The Edmonton Sun and Saturday Night Live.",
        "A quarter of the town and three quarters of the rest.",
        "The fall of the wall; the spring of the clock.",
        "She is player of the year and man of the moment.",
        "USA Today and Are You Lonesome Tonight sold well.",
        "In the fourth quarter the quarterback scored.",
        "See https://example.org/2025/08/12/story and #1998.",
        "They lost 6 - 4 - 12 and 6–4–12; see /2025/08/12 and 3. 4. 12.",
        "The Christmas tree, the Easter eggs and Easter Island.",
        "The song Last Christmas and the overnight train.",
        "Ten to fifteen people, and a quarter to each.",
        "She may survey the field; they march in step.",
        "A previously unknown group stayed overnight.",
        "One day he left; one night she did.",
    ],
)
def test_other_things_than_times(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "words", "fault"),
    [
        ("It closes on 31 June.", "31 June", "June has 30 days"),
        ("It closes on June 31, 2025.", "June 31, 2025", "June has 30 days"),
        ("It closed on 29 February 2023.", "29 February 2023", "February 2023 has 28 days"),
        ("It closes at 25:10.", "25:10", "a day has 24 hours"),
        ("It closes at 14pm.", "14pm", "pm goes with hours up to 12"),
        ("It closes on Friday 31 September.", "Friday 31 September", "September has 30 days"),
    ],
)
def test_what_does_not_exist(text: str, words: str, fault: str) -> None:
    (mention,) = found(text)
    assert (mention.span.of(text), mention.value, mention.fault) == (words, "", fault)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("He said so on Monday.", ["2025-08-11 2025-08-11"]),
        ("Unlike Monday's strike.", ["2025-08-11 2025-08-11"]),  # the past where no verb tells
        ("Results for February.", ["2025-02-01 2026-02-28"]),  # half a year either way
        ("It opened on 04/05/2025.", ["2025-04-05 2025-05-04"]),
        ("He left last week.", ["2025-08-03 2025-08-10"]),  # weeks may start on Sunday
        ("He left last Sunday.", ["2025-08-10 2025-08-10"]),
        ("He left last Monday.", ["2025-08-04 2025-08-11"]),  # of this week or the one before
        ("He left this past Monday.", ["2025-08-11 2025-08-11"]),
        ("He left this past June.", ["2025-06-01 2025-06-30"]),
        ("He left last June.", ["2024-06-01 2025-06-30"]),
        ("He leaves next Tuesday.", ["2025-08-19 2025-08-19"]),
        ("He leaves next Sunday.", ["2025-08-17 2025-08-24"]),
        ("He left at the start of this year.", ["2025-01-01 2025-07-02"]),
        ("He left in early 1990.", ["1990-01-01 1990-07-02"]),
        ("He left in mid-2015.", ["2015-04-02 2015-10-01"]),
        ("He left in the late 1990s.", ["1994-12-31 1999-12-31"]),
        ("He leaves by the end of this month.", ["2025-08-16 2025-08-31"]),
        ("He leaves by the end of the year.", ["2025-07-02 2025-12-31"]),
        ("He leaves early next week.", ["2025-08-17 2025-08-21"]),
        ("He left earlier this year.", ["2025-01-01 2025-12-31"]),
        ("He leaves in three business days' time.", ["2025-08-16 2025-08-20"]),
        ("In 1944 he was in France. On 6 June he landed.", ["1944-01-01 1944-12-31", "1944-06-06 2025-06-06"]),
        ("It lasted from 28 December to 3 January 2020.", ["2019-12-28 2019-12-28", "2020-01-03 2020-01-03"]),
        ("The following day he left.", [""]),
        ("After the September 11 attacks he left.", [""]),
        ("Over the last five years he sang.", ["2020-08-15 2025-08-15"]),
        (
            "In 2024 it grew; sales in the 12 months to June fell.",
            ["2024-01-01 2024-12-31", "2024-07-01 2025-06-30", "2024-06-01 2025-06-30"],
        ),
        ("Sales in the 12 months to June fell.", ["2024-07-01 2025-06-30", "2025-06-01 2025-06-30"]),
        ("Sales in the year ended 30 June fell.", ["2024-07-01 2025-06-30", "2025-06-30 2025-06-30"]),
        ("Of sales in the 12 months to May.", ["", "2025-05-01 2026-05-31"]),  # which May is open
    ],
)
def test_the_days_that_may_be_meant(text: str, bounds: list[str]) -> None:
    assert days(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "Friday, January 4, 2019\n\nA house fell on Monday.",
        "LONDON, 4 January 2019 (Reuters) - A house fell on Monday.",
        "News release, 4 January 2019\n\nA house fell on Monday.",
        "Published: 4 January 2019, 10:30\n\nA house fell on Monday.",
        "House falls in Leeds\n\nBy Ann Lee\n\n4 January 2019 | Leeds\n\nA house fell on Monday.",
    ],
)
def test_a_dateline_is_the_time_frame(text: str) -> None:
    assert days(text, published=None)[-1] == "2018-12-31 2018-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "The house was built before 4 January 2019.\n\nIt fell on Monday.",
        "A house that was built on 4 January 2019\n\nIt fell on Monday.",
    ],
)
def test_a_date_told_is_no_time_frame(text: str) -> None:
    assert days(text, published=None)[-1] == ""


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("It opened on 04/05/2025.", "en", ["2025-XX-XX"]),
        ("It opened on 04/05/2025.", "en-GB", ["2025-05-04"]),
        ("It opened on 04/05/2025.", "en_US", ["2025-04-05"]),
        ("It ran from 04/05/2025 to 31/05/2025.", "en", ["2025-05-04", "2025-05-31"]),
        ("It ran from 04/05/2025 to 05/31/2025.", "en", ["2025-04-05", "2025-05-31"]),
        ("It ran from 04/05/2025 to 31/05/2025, then 06/30/2025.", "en", ["2025-XX-XX", "2025-05-31", "2025-06-30"]),
    ],
)
def test_day_and_month_in_figures(text: str, language: str, values: list[str]) -> None:
    assert [mention.value for mention in found(text, language=language)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the third quarter of 2024 it made $5m, up from $4m a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("In the quarter ended 30 June 2025 it made $5m. In the year-ago quarter it lost.", ["2025-Q2", "2025-06-30", "2024-Q2"]),
        ("In the third quarter of 2024 it shrank. He had joined a year earlier.", ["2024-Q3", "2024"]),
    ],
)
def test_results_count_from_the_quarter_told(text: str, values: list[str]) -> None:
    assert [mention.value for mention in found(text)] == values


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("On 4 May 2025.", (2025, 5, 4)),
        ("On 3-5 March 2020.", (2020, 3, 3)),
        ("At 10pm on 4 May 2025.", (2025, 5, 4)),
        ("In May 2025.", (2025, 5, None)),
        ("In 2012-13 it rose.", (2012, None, None)),
        ("Last week he left.", (2025, None, None)),
        ("In the 1990s.", (None, None, None)),
        ("For 1,998 days.", (None, None, None)),
    ],
)
def test_year_month_and_day_of_a_value(text: str, parts: tuple[int | None, ...]) -> None:
    (mention,) = found(text)
    assert (mention.year, mention.month, mention.day) == parts


def test_a_day_without_a_year_has_month_and_day() -> None:
    (mention,) = found("On 4 May.", published=None)
    assert (mention.year, mention.month, mention.day) == (None, 5, 4)


def test_a_line_may_break_inside_a_date() -> None:
    text = "The old hall was opened by the mayor on Monday 4\nMay 2026 and then it was\nclosed again by the same mayor.\n"
    assert [words.replace("\n", " ") for words, _, _ in shown(text)] == ["Monday 4 May 2026"]


def test_a_lead_is_not_taken_from_the_date_before() -> None:
    assert [words for words, _, _ in shown("Sales by year-end of May fell.")] == ["year-end", "May"]


def test_both_weekday_and_date_are_kept() -> None:
    (mention,) = found("It opened on Monday, 12 August 2025.")
    assert (mention.weekday, mention.value) == (0, "2025-08-12")


PIECES = """
    Monday, Friday 4 31 May June 2025 1998 2000 the last next this of to - – at 7pm 25:61 12/08/2025 2025-02-30 years weeks ago
    every in on Easter Christmas before year-end overnight H1 (2006-2010) ' ’90s 1st quarter half an hour and a half noon morning early end decade 9999 0 Feb. Sat (Tuesday) İ é $ 10 days
    one day people tomorrow today compared with past coming start late mid business days' time about
"""
WORDS = st.sampled_from([*re.findall(r"\S+", PIECES), "\n", "  "])


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.dates())
def test_any_text_gives_mentions_in_order_that_can_be_read_back(text: str, day: dt.date) -> None:
    mentions = found(text, day.isoformat())
    for one, two in pairwise(mentions):
        assert one.end <= two.start
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert (mention.earliest is None) == (mention.latest is None)
        assert mention.earliest is None or mention.latest is None or mention.earliest <= mention.latest
        assert bool(mention.value) != bool(mention.fault)


@given(
    st.dates(dt.date(1901, 1, 1), dt.date(2060, 12, 31)),
    st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%A, %-d %B %Y", "%a. %b. %-d, %Y", "%Y-%m-%d"]),
)
def test_every_day_is_read_back(day: dt.date, form: str) -> None:
    text = f"It was on {day.strftime(form)} that it began."
    (mention,) = found(text)
    assert mention.earliest == mention.latest == day
    assert mention.value == day.isoformat()
    assert mention.weekday in (None, day.weekday())
    assert re.search(r"\d{4}", mention.span.of(text))

"""Dates and time in the draft alone: what is found, what is not, and what the options change."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.anniversary import Anniversary
from newslint.checks.dateline_time import DatelineTime
from newslint.checks.duration import Duration
from newslint.checks.event_dates import EventDates
from newslint.checks.event_order import EventOrder
from newslint.checks.impossible_date import ImpossibleDate
from newslint.checks.perishable_time import PerishableTime
from newslint.checks.tense_time import TenseTime
from newslint.checks.unanchored_time import UnanchoredTime
from newslint.checks.weekday import Weekday
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.mentions import DateMention, LegalStatus, Name, Quantity, Quote, Sentence
from newslint.rule import Check, RuleContext
from tests.conftest import Read
from tests.growth import calls

FAST = settings(max_examples=40, deadline=None)
WRITTEN = "2025-08-15"  # a Friday


@pytest.fixture(scope="module")
def found(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``found(check, text)``: the case of each match of a check, with its words."""

    def found(check: Check, text: str, published: str | None = WRITTEN) -> list[tuple[str, str]]:
        draft = read(text, published=published)
        ctx = RuleContext(Dossier(draft, makers=linter.makers), dt.date(2025, 8, 15))
        return [(match.case, match.span.of(text)) for match in check.find(ctx)]

    return found


@pytest.fixture(scope="module")
def says(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``says("age-mismatch", text)``: what one rule says of a text."""
    rules = {rule.id: rule for rule in linter.rules}

    def says(rule: str, text: str, published: str | None = WRITTEN) -> list[str]:
        dossier = Dossier(read(text, published=published), makers=linter.makers)
        return [finding.message for finding in linter.check(dossier, rules=[rules[rule]], strict=True).findings]

    return says


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("The mill closed on Friday and the pit on Monday.", "days"),
        ("The mill closed yesterday.", "day"),
        ("The mill will close tonight, and the pit on Monday.", "days"),
        ("The mill closed on Friday, and on Friday the pit closed.", "many"),
        ("The mill closed on Friday.", "one"),
        ("The mill closed last year.", "one"),
        ("The mill closed last year, in June, after a strike on Friday.", "many"),
    ],
)
def test_an_unanchored_time_is_a_warning_only_where_days_cannot_be_put_in_order(found: Any, text: str, case: str) -> None:
    assert [each for each, _ in found(UnanchoredTime(), text, None)] == [case]


@pytest.mark.parametrize(
    ("require", "published", "text", "count"),
    [
        ("either", WRITTEN, "It closed on Friday.", 0),
        ("dateline", WRITTEN, "It closed on Friday.", 1),
        ("dateline", WRITTEN, "LEEDS, Aug 15 (Reuters) - It closed on Friday.", 0),
        ("date", None, "LEEDS, Aug 15 (Reuters) - It closed on Friday.", 1),
        ("either", None, "LEEDS, Aug 15 (Reuters) - It closed on Friday.", 0),
    ],
)
def test_what_anchors_is_the_desks_choice(found: Any, require: Any, published: str | None, text: str, count: int) -> None:
    assert len(found(UnanchoredTime(require=require), text, published)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Two men <<have been charged on Tuesday>>.",
        "The airline <<has cancelled 40 flights last week>>.",
        "A nurse <<has died in Bradford yesterday>>, her family said.",
        "The star <<has sold her house on Monday>> to a friend.",
        "The court <<has heard the case two weeks ago>>.",
        "They <<have left Friday>>.",
    ],
)
def test_a_perfect_with_a_time_that_is_over(found: Any, text: str) -> None:
    words = text.partition("<<")[2].partition(">>")[0]
    assert found(TenseTime(), text.replace("<<", "").replace(">>", "")) == [("default", words)]


@pytest.mark.parametrize(
    "text",
    [
        "She has worked there since Friday.",
        "They have waited until Tuesday.",
        "They may have left on Friday.",
        "He is said to have met her last week.",
        "The court has heard the case this week.",
        "She has condemned last week's raid.",
        "The man has admitted killing his wife on Friday.",
        "She has Monday off and had a rest on Friday.",
        "The club has won this year, as in 2019.",
        "Nobody has yet said what happened on Friday.",
        "The firm has denied that it lied on Friday.",
    ],
)
def test_a_perfect_that_may_stand(found: Any, text: str) -> None:
    assert found(TenseTime(unless=("set",)), text) == []


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("The shop will reopen on 1 August.", "past"),
        ("The firm plans to open the mine last year.", "past"),
        ("The players are set to fly home on August 11.", "past"),
        ("The council met on 19 August.", "ahead"),
        ("The duke died on 3 September 2025.", "ahead"),
        ("The judge sat tomorrow.", "ahead"),
    ],
)
def test_a_tense_against_its_day(found: Any, text: str, case: str) -> None:
    assert [each for each, _ in found(DatelineTime(), text)] == [case]


@pytest.mark.parametrize(
    "text",
    [
        "The shop will reopen on 20 August.",
        "The shop reopened on 1 August.",
        "The hearing was adjourned until 20 August.",
        "The match, planned for 20 August, was called off.",
        "The judge set a hearing on 20 August.",
        "The plan will undo the law of 2019.",
        "He will mark what he lost on 1 August.",
        "The shop will reopen on Friday.",
        "The council agreed to meet on 20 August.",
    ],
)
def test_a_tense_that_goes_with_its_day(found: Any, text: str) -> None:
    assert found(DatelineTime(), text) == []


@pytest.mark.parametrize(
    ("options", "text", "found_words"),
    [
        ({"relative_words": "weekday"}, "It closed today.", ["today"]),
        ({"relative_words": "weekday"}, "It closed on 12 August 2025.", ["12 August 2025"]),
        ({"relative_words": "weekday"}, "It closed on Tuesday and on 2 May 2025.", []),
        ({"relative_words": "today"}, "It closed on Friday.", ["Friday"]),
        ({"relative_words": "today"}, "It closed on Tuesday, not today.", []),
        ({"relative_words": "date"}, "It closed on Tuesday, or yesterday.", ["Tuesday", "yesterday"]),
        ({"relative_words": "date"}, "It closed on Tuesday 12 August.", []),
        ({"relative_words": "any"}, "It closed today, or on Tuesday.", []),
        ({"on_before_day": "required"}, "She resigned Tuesday.", ["Tuesday"]),
        ({"on_before_day": "required"}, "She resigned on Tuesday.", []),
        ({"on_before_day": "avoid"}, "She resigned on Tuesday.", ["Tuesday"]),
        ({"on_before_day": "avoid"}, "She resigned Tuesday.", []),
    ],
)
def test_house_style_for_days(found: Any, options: Any, text: str, found_words: list[str]) -> None:
    matches = found(DatelineTime(**options), text)
    assert [words for case, words in matches if case in ("house", "on")] == found_words


@pytest.mark.parametrize(
    ("published", "text", "count"),
    [
        ("2025-09-01", "Prices rose last month.", 1),
        ("2025-08-31", "Prices rose this month.", 1),
        ("2025-09-02", "Prices rose last month.", 0),
        ("2025-01-01", "Prices will rise this year.", 1),
        ("2025-09-01", "Prices will rise this year.", 0),
    ],
)
def test_a_month_that_has_just_turned(found: Any, published: str, text: str, count: int) -> None:
    assert len(found(DatelineTime(), text, published)) == count


@pytest.mark.parametrize(
    "text",
    [
        "He led the union <<2003 to 2011, twelve years>>.",
        "She has run the school for <<25 years, since 2010>>.",
        "The pit closed in <<1985, thirty years ago>>.",
        "<<Fifty years ago, in 1990>>, it was a farm.",
        "In <<1998 she joined. Twenty years later, in 2011>>, she left.",
        "He came to Leeds in <<1990, nine years after his birth in 1985>>.",
        "She served <<six years as mayor from 2008 to 2016>>.",
        "It is a <<100-year-old pub, built in 1960>>, he said.",
        "The strike lasted from <<3 May to 9 May 2025, twelve days>>.",
        "<<Ten years after the 1998 flood, in 2003>>, a dam was built.",
        "It was closed for <<five years (2001-2012>>).",
    ],
)
def test_a_length_that_does_not_fit_its_dates(found: Any, text: str) -> None:
    text = text.replace("led the union <<", "led the union from <<")
    words = text.partition("<<")[2].partition(">>")[0]
    assert found(Duration(), text.replace("<<", "").replace(">>", "")) == [("default", words)]


@pytest.mark.parametrize(
    "text",
    [
        "He led the union from 2003 to 2011, eight years.",
        "He led the union from 2003 to 2011, some nine years.",
        "She has run the school for 15 years, since 2010.",
        "She has run the school for more than a decade, since 2010.",
        "She had run the school for three years, since 2010.",
        "The pit closed in 1985, forty years ago.",
        "The pit closed in 1984, about forty years ago.",
        "In 1998 she joined. Twenty years later she left for good, and in 2011 came back.",
        "Five years ago, in 2019 money, it cost more.",
        "He served ten years of a sentence handed down in 2001.",
        "The strike lasted from 3 May to 9 May 2025, seven days.",
        "The strike lasted from 3 May to 9 May 2025, six days.",
        "The 100-year-old man, who built boats in 1960, is well.",
        "He spent three weeks there between 2001 and 2004.",
        "“From 2003 to 2011, twelve years,” he said.",
    ],
)
def test_a_length_that_fits(found: Any, text: str) -> None:
    assert [case for case, _ in found(Duration(), text) if case == "default"] == []


@FAST
@given(start=st.integers(1950, 2020), years=st.integers(1, 40), off=st.integers(-30, 30))
def test_a_length_is_found_only_where_no_reading_of_its_years_fits(found: Any, start: int, years: int, off: int) -> None:
    text = f"She led the club from {start} to {start + years}, {years + off} years."
    if years + off < 2:
        return
    cases = [case for case, _ in found(Duration(), text)]
    assert abs(off) == 2 or cases == ([] if abs(off) < 2 else ["default"])


def test_how_far_a_length_may_be_off_is_the_desks_choice(found: Any) -> None:
    text = "He led it from 2003 to 2011, eleven years."
    assert found(Duration(), text) == [("default", "2003 to 2011, eleven years")]
    assert found(Duration(tolerance=Decimal(3)), text) == []
    days = "The fair ran from 3 May to 10 May 2025, an eight-day feast."
    assert found(Duration(), days) == []
    assert len(found(Duration(inclusive="off"), days)) == 1


def test_an_audit_prints_the_year_that_a_length_implies(found: Any) -> None:
    text = "The queen came in June 2024, her first visit in 24 years."
    assert found(Duration(), text) == [("implied", "24 years")]
    assert found(Duration(audit=False), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The 50th anniversary of the 1969 landing drew a crowd in 2018.", "From 1969 to 2018 it is the 49th, not “50th”."),
        ("In 2012 they kept the tenth anniversary of the 2001 attacks.", "From 2001 to 2012 it is the 11th, not “tenth”."),
        ("Leeds marked the 90th anniversary of a fire in 1925.", "From 1925 to 2025 it is the 100th, not “90th”."),
        ("The town marked the bicentenary of its founding in 1812.", "From 1812 to 2025 it is the 213th, not “bicentenary”."),
        ("The town marked the 225th anniversary of its 1800 charter.", ""),
        ("The town will mark the 226th anniversary of its 1800 charter next year.", ""),
        ("The town is planning for the 50th anniversary of its 1977 fair.", ""),
        ("The town marked the 90th anniversary of the club.", ""),
    ],
)
def test_anniversaries(says: Any, text: str, message: str) -> None:
    assert says("anniversary-mismatch", text) == ([message] if message else [])


@FAST
@given(event=st.integers(1901, 2020), nth=st.integers(1, 120))
def test_the_year_of_marking_is_the_year_and_the_number(found: Any, event: int, nth: int) -> None:
    right = f"The {nth}-year anniversary of the {event} fire was kept in {event + nth}."
    wrong = f"The {nth}-year anniversary of the {event} fire was kept in {event + nth + 1}."
    if event + nth < 2060:
        assert found(Anniversary(), right) == []
        assert len(found(Anniversary(), wrong)) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Maria Lopez, 54, was arrested on Friday. She was born in Leeds in 1990.",
            "Maria Lopez, born 1990, was 34 or 35 on 15 August 2025, not 54.",
        ),
        (
            "John Carter, who was born on 3 May 1950, died on Tuesday aged 81.",
            "John Carter, born 3 May 1950, was 75 at death (12 August 2025), not 81.",
        ),
        (
            "Peter Hall celebrated his 80th birthday on Sunday. He was born in 1940.",
            "Peter Hall, born 1940, was 84 or 85 on 10 August 2025, not 80.",
        ),
        ("Maria Lopez, 34, was arrested on Friday. She was born in Leeds in 1990.", ""),
        ("Maria Lopez, 35, was arrested on Friday. She was born in Leeds in 1990.", ""),
        ("John Carter, who was born on 3 May 1950, died on Tuesday aged 75.", ""),
        ("Maria Lopez, 54, was arrested on Friday. Her son was born in Leeds in 1990.", ""),
        ("Maria Lopez, then 12, left Leeds, where her brother Juan Lopez was born in 1990.", ""),
        ("Maria Lopez, 54, spoke with Anna Field. She was born in Leeds in 1990.", ""),
    ],
)
def test_ages(says: Any, text: str, message: str) -> None:
    assert says("age-mismatch", text) == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Between 2011 and 2003 the price fell.", "range"),
        ("The fair runs from May 10 to May 3.", "range"),
        ("The pit was opened in 1990 but closed in 1985.", "ended"),
        ("He ran the pit from 2011 until 2003.", "range"),
        ("They met on Monday. The following day, Friday, they left.", "next"),
    ],
)
def test_events_out_of_order(found: Any, text: str, case: str) -> None:
    assert [each for each, _ in found(EventOrder(), text)] == [case]


@pytest.mark.parametrize(
    "text",
    [
        "The fair was brought forward from May 10 to May 3.",
        "The plan cuts emissions from 2019 to 2005 levels.",
        "It is open from November to March.",
        "Prices went from 2,011 to 2,003.",
        "The pit closed in 1985 and opened again in 1990.",
        "They met on Monday. The following day, Tuesday, they left.",
        "They met on Monday. On Friday they left.",
    ],
)
def test_events_in_order(found: Any, text: str) -> None:
    assert found(EventOrder(), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It starts at 6 p.m. Kyiv time (1300 GMT).", "6 p.m. Kyiv time is 15:00 or 16:00 GMT, not 1300 GMT."),
        ("It starts at 9am EDT (1pm BST).", "9am EDT is 14:00 BST, not 1pm BST."),
        ("It starts at 6 p.m. Kyiv time (1500 GMT).", ""),
        ("It starts at 9am EDT (2pm BST).", ""),
        ("It starts at 11pm in Tokyo (1400 GMT).", ""),
        ("It starts at 9am and ends at 5pm GMT.", ""),
        ("It starts at 6 p.m. local time (1300 GMT), wherever that is.", ""),
    ],
)
def test_clocks(says: Any, text: str, message: str) -> None:
    assert says("clock-mismatch", text) == ([message] if message else [])


EVENTS = EventDates(events=("vote", "funeral", "match"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The budget vote on 3 May is near. All wait for the budget vote on 5 May.", 1),
        ("The funeral on Monday was long. After the funeral on Tuesday, he left.", 0),
        ("The funeral on Monday was long. He sang at the funeral on Tuesday.", 1),
        ("The first match on Monday was lost, the second match on Tuesday won.", 0),
        ("The budget vote on 3 May is near. All wait for the union vote on 5 May.", 0),
        ("The budget vote on 3 May is near. All wait for the budget vote on 3 May.", 0),
    ],
)
def test_one_event_with_two_dates(found: Any, text: str, count: int) -> None:
    assert len(found(EVENTS, text, None)) == count


def test_a_running_story_is_of_its_hour(found: Any) -> None:
    text = "The queen is currently in Leeds."
    assert found(PerishableTime(), text) == [("live", "currently")]
    assert found(PerishableTime(live_story=True), text) == []


@pytest.mark.parametrize(
    ("assume", "published", "text", "count"),
    [
        ("nearest", "2025-12-20", "It opens on Monday 12 January.", 0),  # 2026
        ("dateline", "2025-12-20", "It opens on Monday 12 January.", 1),  # a Sunday in 2025
        ("dateline", None, "It opens on Monday 12 January.", 0),
        ("off", "2025-12-20", "It opens on Friday 12 January.", 0),
        ("off", "2025-12-20", "It opens on Friday 12 January 2026.", 1),
    ],
)
def test_which_year_a_weekday_is_held_against(found: Any, assume: Any, published: str | None, text: str, count: int) -> None:
    assert len(found(Weekday(assume_year=assume), text, published)) == count


@FAST
@given(years=st.integers(-100, 74))
def test_a_day_far_ahead_is_asked_about(found: Any, years: int) -> None:
    matches = found(ImpossibleDate(), f"It was signed on 12 May {2025 + years}.")
    assert [case for case, _ in matches] == (["far"] if years > 30 else [])
    assert not found(ImpossibleDate(future_years=80), f"It was signed on 12 May {2025 + years}.")


def test_a_life_that_ends_before_it_starts(found: Any) -> None:
    assert found(ImpossibleDate(), "John Poe (1997-1913) was a miner.") == [("default", "1997-1913")]
    assert found(ImpossibleDate(), "John Poe (1913-1997) was a miner. Call (2011-2003-11) or 2011-2003.") == []


STORY = (
    "On Monday the council has said it will vote on 3 May. From 2003 to 2011, eight years, she led it. The 75th anniversary of "
    "the 1950 fire is over. It starts at 8pm Moscow time (1700 GMT). Ana Ruiz, 43, was born in Leeds in 1982. Joe Poe died in 1997 "
    "at 81. The pit opened in 1985 and closed in 1990. "
)


def test_work_grows_with_the_text_alone(linter: Linter, read: Read) -> None:
    layers = (DateMention, Quantity, Sentence, Quote, Name, LegalStatus)

    def steps(times: int) -> int:
        draft = read(STORY * times, published=WRITTEN)
        for layer in layers:
            draft.all(layer)
        rules = [rule for rule in linter.rules if rule.code.startswith("D1")]
        return calls(lambda: linter.check(Dossier(draft, makers=linter.makers), rules=rules, strict=True)).total()

    steps(1)  # what is made once
    assert steps(40) < 2.6 * steps(20)


@pytest.mark.parametrize(
    "text",
    [
        "The pair wed in 1980 and separated in 1975.",
        "She was reported missing on 16 January and was last seen at 7.40am on 17 January.",
        "He was charged with fraud in May 2024, pleaded guilty in April 2024 and was jailed in June 2024.",
        "The mill opened in 1990. It closed in 1985.",
        "The firm was founded in 2004, listed in 2010 and dissolved in 2002.",
        "He was elected in 2012 and sworn in in 2010.",
    ],
)
def test_stages_that_run_backwards(says: Any, text: str) -> None:
    assert len(says("events-out-of-order", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed in 2011, released in 2017 and charged with theft in 2019.",
        "Roe wed in 1956; he had divorced his first wife in 1951.",
        "Roe died in 1925. His son, who was born in 1934, became a priest.",
        "She was born in 1934 to a farmer who died in 1925.",
        "He was convicted in 2019, and a friend was charged in 2021.",
        "He was arrested in 2019 and charged in a separate case in 2017.",
    ],
)
def test_stages_of_others_or_of_other_cases(says: Any, text: str) -> None:
    assert says("events-out-of-order", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The band formed in 1990. Their album is marking its 20th anniversary.",
        "The firm, which opened its first shop in 1998, is marking its 50th anniversary.",
        "The centre opened in 1990 to mark the council's 100th anniversary.",
        "The school opened in 1990. It celebrated its 30th anniversary with a fair six years ago.",
        "The club, founded in 1878, will celebrate its 150th birthday in 2028.",
    ],
)
def test_anniversaries_of_other_things(says: Any, text: str) -> None:
    assert says("anniversary-mismatch", text) == []

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint import facts
from newslint.errors import InputError
from newslint.facts import Event, When

EVENTS = facts.load(()).events


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2022-02-24", "2022-02-24", "2022-02-24", "on 24 February 2022"),
        ("2014-03", "2014-03-01", "2014-03-31", "in March 2014"),
        ("1969", "1969-01-01", "1969-12-31", "in 1969"),
        ("1912-04-14/1912-04-15", "1912-04-14", "1912-04-15", "on 14-15 April 1912"),
        ("2003-03-20/2003-05-01", "2003-03-20", "2003-05-01", "from 20 March 2003 to 1 May 2003"),
        ("2008/2009", "2008-01-01", "2009-12-31", "from 2008 to 2009"),
    ],
)
def test_dates_of_a_table(text: str, earliest: str, latest: str, words: str) -> None:
    when = When.of(text)
    assert (str(when.earliest), str(when.latest), when.words) == (earliest, latest, words)


@pytest.mark.parametrize("text", ["24 February 2022", "2022-13", "2022-02-30", "2009/2008", ""])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        When.of(text)


def test_phrases_are_spelt_out() -> None:
    event = Event("war", "the war", "2022", "a book", told=("Russia|Red_Army invaded |all_of Ukraine",))
    assert {phrase.words for phrase in event.phrases} == {
        "russia invaded ukraine", "russia invaded all of ukraine", "red army invaded ukraine", "red army invaded all of ukraine",
    }  # fmt: skip
    assert all(phrase.longest in phrase.words.split() for phrase in event.phrases)


def test_a_day_more_or_less_fits() -> None:
    event = Event("raid", "the raid", "2011-05-02", "a speech", called=("raid",), also=("1999",))
    assert event.fits(dt.date(2011, 5, 1), dt.date(2011, 5, 1))
    assert event.fits(dt.date(2011, 1, 1), dt.date(2011, 12, 31))
    assert event.fits(dt.date(1999, 7, 1), dt.date(1999, 7, 1))
    assert not event.fits(dt.date(2011, 5, 4), dt.date(2011, 5, 4))


def test_the_shipped_table_is_in_order() -> None:
    assert len(EVENTS) >= 300
    assert len({event.id for event in EVENTS}) == len(EVENTS)
    for event in EVENTS:
        assert event.source
        assert event.fits(event.when.earliest, event.when.latest)


def test_no_phrase_speaks_of_two_events() -> None:
    owners: dict[str, str] = {}
    for event in EVENTS:
        for phrase in event.phrases:
            if phrase.kind != "dated":
                assert owners.setdefault(phrase.words, event.id) == event.id, phrase.words


def test_an_entry_of_the_house_replaces_the_shipped_one(tmp_path: Path) -> None:
    table = tmp_path / "house.yaml"
    table.write_text("events:\n  - {id: chernobyl, name: the accident, date: 1986-04-26, source: ours, called: the accident}\n")
    loaded = facts.load([table])
    assert len(loaded.events) == len(EVENTS)
    assert next(event for event in loaded.events if event.id == "chernobyl").source == "ours"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("events:\n  - id: x\n    name: y\n    date: 2022-02-30\n    source: z\n    called: w\n", 2, "day is out of range"),
        ("events:\n  - id: x\n    name: y\n    date: 2022\n    source: z\n", 2, "no phrase to know it by"),
        ("events:\n  - id: x\n    name: y\n    date: 2022\n    source: z\n    called: a|\n", 2, "may come out empty"),
        ("events:\n  - id: x\n    named: y\n", 3, "unknown key 'named'"),
        ("event: []\n", 1, "did you mean 'events'?"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, text: str, line: int, says: str) -> None:
    table = tmp_path / "house.yaml"
    table.write_text(text)
    with pytest.raises(InputError, match=says) as fault:
        facts.load([table])
    assert str(fault.value).startswith(f"{table}:{line}:")

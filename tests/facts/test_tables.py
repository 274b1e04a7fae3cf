"""People, places and bodies of the tables, and that only what is asked for is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint import facts
from newslint.config import Config
from newslint.document import Dossier
from newslint.facts import Country, Facts, PlaceGroup, Places, Term
from newslint.linter import Linter

SHIPPED = facts.load(())


def test_a_run_reads_the_tables_of_its_rules_alone() -> None:
    linter = Linter.made(Config(select=("D203",)), third_party=False)
    draft = linter.parse(Path("draft.txt"), b"The Berlin Wall fell in 1991. Kursk, Ukraine, was calm.")
    outcome = linter.check(Dossier.of(draft, (), makers=linter.makers), strict=True)
    assert [finding.code for finding in outcome.findings] == ["D203"]
    (known,) = draft.all(Facts)
    assert "events" in vars(known)
    assert not {"places", "offices", "bodies", "abbreviations", "outlets", "nouns"} & vars(known).keys()


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        ("2001-01-20", "2009-01-20", "2005-05-05", True),
        ("2001-01-20", "2009-01-20", "2009-01-20", True),
        ("2001-01-20", "2009-01-20", "2009-02-25", False),
        ("2001-01-20", "2009-01-20", "2009-02-10", True),  # within the slack of 30 days
        ("2001-01-20", "", "2099-01-01", True),
        ("2001-01-20", "", "2000-05-05", False),
    ],
)
def test_terms(since: str, until: str, day: str, held: bool) -> None:
    date = dt.date.fromisoformat(day)
    assert Term("Ana Ruiz", since, until).held(date, date, dt.timedelta(30)) is held


def test_an_office_knows_nothing_of_other_times() -> None:
    office = next(office for office in SHIPPED.offices.all if office.id == "uk-prime-minister")
    assert office.knows(dt.date(1997, 6, 1))
    assert not office.knows(dt.date(1941, 6, 1))
    assert not office.knows(dt.date(2099, 6, 1))
    assert [term.first.year for term in office.terms("HAROLD WILSON")] == [1964, 1974]


def test_offices_by_person_and_by_people() -> None:
    assert {office.id for office in SHIPPED.offices.held_by("Vladimir Putin")} == {"russian-president", "russian-prime-minister"}
    assert {office.id for office in SHIPPED.offices.of("French")} == {"french-president"}
    assert list(SHIPPED.offices.held_by("Nobody Atall")) == []


def test_places() -> None:
    places = Places(
        [Country("Upland", "x", capital="Harbour Town", people=("Uplander",))],
        [PlaceGroup("Upland", ("Westshire",), "x", kind="region"), PlaceGroup("Westshire", ("Milltown",), "x")],
    )
    assert places.around("Milltown") == {"Westshire", "Upland"}
    assert places.around("Harbour Town") == {"Upland"}
    assert places.container("Westshire") == "Westshire"
    assert places.container("Milltown") == ""
    assert places.longest("Harbour Town Hall") == "Harbour Town"
    found = places.of_people("Uplander")
    assert found
    assert found.name == "Upland"


@pytest.mark.parametrize(
    ("town", "around"),
    [("Kursk", "Russia"), ("Houston", "Texas"), ("Houston", "United States"), ("Perth", "Scotland"), ("Perth", "Australia")],
)
def test_shipped_places(town: str, around: str) -> None:
    assert around in SHIPPED.places.around(town)


def test_a_desk_replaces_an_entry(tmp_path: Path) -> None:
    table = tmp_path / "house.yaml"
    table.write_text(
        "bodies:\n  - {name: NATO, since: 1950, source: ours}\n"
        "abbreviations:\n  - {letters: WHO, stands-for: [Wool and Hemp Office], source: ours}\n",
        encoding="utf-8",
    )
    house = facts.load([table])
    assert [body.source for body in house.bodies if body.name == "NATO"] == ["ours"]
    assert len(house.bodies) == len(SHIPPED.bodies)
    assert house.abbreviations["WHO"].stands_for == ("Wool and Hemp Office",)

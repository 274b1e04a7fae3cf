"""Names against the tables of facts, and people in the draft: what examples of the rules do not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.checks.ambiguous_short_form import AmbiguousShortForm
from newslint.checks.anachronism import Anachronism
from newslint.checks.title_changes import TitleChanges
from newslint.checks.uneven_honorific import UnevenHonorific
from newslint.checks.unintroduced_name import UnintroducedName
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Check, Rule
from tests.conftest import Read


@pytest.fixture(scope="module")
def found(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``found(rule, text, check)``: the words that a rule, with this check, marks."""
    rules: dict[str, Rule] = {rule.id: rule for rule in linter.rules}

    def found(rule: str, text: str, check: Check | None = None, *, published: str | None = None) -> list[str]:
        asked = replace(rules[rule], check=check) if check else rules[rule]
        outcome = linter.check(Dossier(read(text, published=published), makers=linter.makers), rules=[asked], strict=True)
        return [finding.span.of(text) for finding in outcome.findings]

    return found


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Police in Seattle, Oregon, said so.", ["Seattle, Oregon"]),
        ("Police in Portland, Maine, said so.", []),  # there are two
        ("Police in Vancouver, Washington, said so.", []),
        ("Navalny was flown from Omsk in Siberia to Berlin.", []),  # of a region within the country no table tells
        ("She has lived in Rome, Georgia, for years.", []),  # the state
        ("They went from London in France's colours.", []),
        ("Firms in Milan, France and Spain shut.", []),
        ("The Bolivian capital La Paz was calm.", []),
        ("The Chinese city of Osaka was dark.", ["Chinese city of Osaka"]),
        ("“I was born in Aleppo, Iraq,” he said.", []),
    ],
)
def test_places(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("place-in-wrong-place", text) == marked


@pytest.mark.parametrize(
    ("text", "day", "marked"),
    [
        ("President Barack Obama will speak.", "2016-05-02", []),
        ("President Barack Obama will speak.", "2017-02-01", []),  # within the slack
        ("President Barack Obama will speak.", "2018-05-02", ["President Barack Obama"]),
        ("President Barack Obama signed it.", "2018-05-02", []),  # a history
        ("President Barack Obama will speak.", None, []),
        ("Then-President Barack Obama has spoken.", "2018-05-02", []),
        ("Polish Prime Minister Donald Tusk will speak.", "2099-05-02", []),  # the table was not checked then
        ("French Prime Minister Jacques Chirac will speak.", "1986-05-02", []),  # an office of which no table tells
        ("Russian President Emmanuel Macron arrived.", None, ["President Emmanuel Macron"]),
    ],
)
def test_offices(found, text: str, day: str | None, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("title-changes", text, published=day) == marked


def test_the_slack_of_a_term(found) -> None:  # type: ignore[no-untyped-def]
    text = "President Barack Obama will speak."
    assert found("title-changes", text, TitleChanges(slack=0), published="2017-02-01") == ["President Barack Obama"]


HONORIFIC = (
    "Ingrid Halvorsen, the mayor, came late. Ms Halvorsen spoke. Ms Halvorsen was cheered. Halvorsen left. Halvorsen wept."
)


def test_how_often_the_rarer_form_of_address_may_stand(found) -> None:  # type: ignore[no-untyped-def]
    assert found("uneven-honorific", HONORIFIC) == ["Halvorsen"]
    assert found("uneven-honorific", HONORIFIC, UnevenHonorific(most=0)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Neil Bratley, 55, farms here. Mr Bratley will be paid. On Monday Bratley said that he was glad.", ["Bratley"]),
        ("Neil Bratley, 55, farms here. Mr Bratley is well. Mr Bratley left. The Bratley farm is shut.", []),
        ("Neil Bratley, 55, and Ann Bratley farm here. Mr Bratley is well. Mr Bratley left. Bratley wept.", []),
        ("Neil Bratley, 55, farms here. Mr Bratley is well. Mr Bratley left. “Bratley is ill,” she said.", []),
    ],
)
def test_mr_here_and_not_there(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("uneven-honorific", text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ana Ruiz, 61, came late. Ruiz, 34, left soon.", ["Ruiz"]),
        ("Ana Ruiz, now 61, came late. “No,” said Ruiz, who is 34.", ["Ruiz"]),
        ("The 61-year-old Ana Ruiz came late. “No,” said Ana Ruiz, aged 34.", ["Ana Ruiz"]),
        ("Ana Ruiz, now 61, came late. Ruiz, aged 34, left soon.", ["Ruiz"]),
        ("Ana Ruiz, 61, came late. Ruiz, then 34, was away at the time.", []),
        ("Ana Ruiz, 61, and her daughter, Ana Ruiz, 34, came late.", []),
        ("Ana Ruiz, 61, came. Her daughter, Ana Ruiz, 34, left. Ruiz, 34, is well.", []),
        ("Ana Ruiz, 61, and Eva Ruiz, 34, came late. Ruiz, 34, left soon.", []),
        ("Ana Ruiz, 61, came late. In the semi-final Ruiz (34) scored.", []),
        ("Chief executive Dana Whitcomb said so. Whitcomb, the chairman, joined in 2019.", ["Whitcomb"]),
        ("Dana Whitcomb, the chairman and chief executive, said so. Whitcomb, the chairman, joined in 2019.", []),
        ("Dana Whitcomb, the former chief executive, said so. Whitcomb, the chairman, joined in 2019.", []),
        ("Inspector Ruth Adeyemi asked for help. Then Chief Inspector Adeyemi left.", ["Adeyemi"]),
        ("Detective Inspector Ruth Adeyemi asked for help. Det Insp Adeyemi left.", []),
        ("Andre Mallory, the deputy mayor, spoke. The mayor, Andre Mallory, left.", ["Andre Mallory"]),
    ],
)
def test_two_ages_and_two_ranks(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    again = {"Chief Inspector Adeyemi", "Inspector Adeyemi", "chairman, joined"}
    assert [words for words in found("title-changes", text) if words not in again] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It was felt as far away as Aleppo, in Iraq.", ["Aleppo, in Iraq"]),
        ("Aleppo, a city in northern Iraq, was dark.", ["Aleppo, a city in northern Iraq"]),
        ("They met in Mosul in the north of Syria.", ["Mosul in the north of Syria"]),
        ("It hung in Rotterdam, in Belgium, for years.", ["Rotterdam, in Belgium"]),
        ("They have plants in Aleppo, in Iraq and in Spain.", []),
        ("They have plants in Lyon, in Germany, in Spain and in Italy.", []),
        ("The aim is to beat Moscow in Ukraine.", []),
        ("Aleppo, in Syria, and Mosul, a city in northern Iraq, were dark.", []),
    ],
)
def test_a_clause_between_a_town_and_its_country(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("place-in-wrong-place", text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Russia, which invaded Ukraine in February 2021, would not stop.", ["February 2021"]),
        ("Russia, which in February 2021 invaded Ukraine, would not stop.", ["February 2021"]),
        ("She left school five years after the Second World War ended in 1946.", ["1946"]),
        ("Ten years after the Berlin Wall fell in 1999 he was there.", []),
        ("If Russia invaded Ukraine in February 2021, it would lose.", []),
        ("The Titanic, which sank in 1913, was new.", ["1913"]),
        ("The Titanic, which sank in 1912, was new.", []),
        ("The bombing of the Manchester Arena in 2018 killed 22 people.", ["2018"]),
    ],
)
def test_a_clause_between_an_event_and_its_date(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("known-date-wrong", text) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It sold a chip for €2 in 1984, and got grants in 2019.", ["€2"]),
        ("A pint was worth €2 in 1984 at the later rate.", []),
        ("The trust got a grant from the Soviet Union in 1999, and was founded in 2000.", ["Soviet Union"]),
        ("The former Soviet Union in 1999 was poor.", []),
        ("After the fall of the Soviet Union in 1999 he left.", []),
    ],
)
def test_before_and_after_its_time(found, text: str, marked: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("anachronism", text) == marked


UNKNOWN = "The letter went to Ingrid Halvorsen on Monday. Nothing was heard of Halvorsen for a week. Then Halvorsen wrote back."


def test_whom_every_reader_knows(found) -> None:  # type: ignore[no-untyped-def]
    assert found("unintroduced-name", UNKNOWN, UnintroducedName(often=3)) == ["Ingrid Halvorsen"]
    assert found("unintroduced-name", UNKNOWN, UnintroducedName(no_intro=frozenset({"Halvorsen"}))) == []
    assert found("unintroduced-name", UNKNOWN, UnintroducedName(min_mentions=4)) == []


def test_words_of_a_short_form(found) -> None:  # type: ignore[no-untyped-def]
    text = "North Uplanders met South Uplanders. The Upland team won the Upland Cup."
    forms = {"Upland": ("North Upland|North Uplanders", "South Upland|South Uplanders")}
    assert found("ambiguous-short-form", text, AmbiguousShortForm(forms=forms)) == ["Upland"]
    text = text.replace("The Upland team", "They")
    assert found("ambiguous-short-form", text, AmbiguousShortForm(forms=forms, fixed=frozenset({"Upland Cup"}))) == []


def test_years_of_grace(found) -> None:  # type: ignore[no-untyped-def]
    text = "The EU sent its ministers to Lisbon in May 1990."
    assert found("anachronism", text, Anachronism()) == ["EU"]
    assert found("anachronism", text, Anachronism(grace=3)) == []


@pytest.mark.parametrize("form", ["Kim", "Mr Kim"])
def test_a_surname_that_comes_first(found, form: str) -> None:  # type: ignore[no-untyped-def]
    text = f"A letter came for Kim Jong-un. Mr Kim was away. Mr Kim will answer. Then {form} left, and Mr Kim wrote."
    assert found("uneven-honorific", text) == (["Kim"] if form == "Kim" else [])

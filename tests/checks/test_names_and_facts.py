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


def test_the_majority_of_a_form_of_address(found) -> None:  # type: ignore[no-untyped-def]
    assert found("uneven-honorific", HONORIFIC, UnevenHonorific(majority=1, least=2)) == ["Halvorsen"]
    assert found("uneven-honorific", HONORIFIC, UnevenHonorific()) == []


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

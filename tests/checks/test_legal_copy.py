"""Copy about crime: what is said of people before a verdict, and who must be asked or left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Rule
from tests.conftest import Read


@pytest.fixture(scope="module")
def found(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``found("crime-verb", text, option=...)``: the words that one rule finds, in text order."""
    rules: dict[str, Rule] = {rule.id: rule for rule in linter.rules}

    def found(rule: str, text: str, **options: object) -> list[str]:
        one = replace(rules[rule], check=replace(rules[rule].check, **options))
        notes = replace(linter, config=replace(linter.config, min_severity="info"))
        outcome = notes.check(Dossier(read(text), makers=linter.makers), rules=[one], strict=True)
        return [finding.span.of(text) for finding in outcome.findings]

    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two men were accused with arson.", ["accused with"]),
        ("Police accused Ana Lund with theft.", ["accused Ana Lund with"]),
        ("He was charged of stealing a boat.", ["charged of"]),
        ("She was convicted for armed robbery.", ["convicted for"]),
        ("He was acquitted from two counts of fraud.", ["acquitted from"]),
        ("He pleaded not guilty of murder.", ["pleaded not guilty of"]),
        ("Police charged him for theft.", ["charged him for"]),
        ("He was convicted last year for fraud.", ["convicted last year for"]),
        ("He was charged, police said, for the murder of a guard.", ["charged, police said, for"]),
        # other senses
        ("He was convicted on Monday for the third time of fraud.", []),
        ("He was charged for the repairs.", []),
        ("She was accused with her two brothers of theft.", []),
        ("He was convicted for the third time.", []),
        ("The hotel charged her for stolen towels.", []),
        ("“They accused him with theft,” she said.", []),
    ],
)
def test_prepositions(found, text: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("crime-verb", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Leo Hart was arrested on Friday. Hart stabbed two shoppers in the arcade.", ["stabbed"]),
        ("Leo Hart is on trial for murder. Hart had murdered his aunt.", ["murdered"]),
        ("Ana Lund was acquitted of theft. The thief Lund works in Oslo.", ["thief"]),
        ("Leo Hart, 34, was charged with fraud. Hart, 34, a swindler, lives in Bonn.", ["swindler"]),
        ("The rapist was arrested near the station.", ["rapist"]),
        ("Leo Hart was charged with murder. The killer, who is 34, had fled to Bonn.", ["killer"]),
        ("The thief, named as Leo Hart, 34, a driver, was charged with theft.", ["thief"]),
        # the court has spoken, or somebody says so
        ("Leo Hart was charged with murder. Police said the killer had fled to Bonn.", []),
        ("Leo Hart met Kai Berg, who was charged with murder. He shot the dog.", []),
        ("Leo Hart was jailed for life. Hart stabbed two shoppers.", []),
        ("Leo Hart pleaded guilty. Hart stabbed two shoppers.", []),
        ("Leo Hart was charged with murder. Hart stabbed two shoppers, police say.", []),
        ("Leo Hart was charged with murder. Hart allegedly stabbed two shoppers.", []),
        # nobody accused, or nothing done
        ("Leo Hart was shot dead after he stabbed two shoppers.", []),
        ("Leo Hart was arrested. Hart shot the film in Paris.", []),
        ("Leo Hart, who wrote “The Thief”, was arrested.", []),
        ("Leo Hart was charged with murder. Hart stabbed himself in his cell.", []),
    ],
)
def test_guilt_before_verdict(found, text: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("guilt-before-verdict", text) == words


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Former staff accuse Ana Lund of bullying. The museum opened in 1990.", True),
        ("The union has accused the chief executive, Ana Lund, of lying. Talks go on.", True),
        ("A complaint against Ana Lund says that she forged the minutes.", True),
        ("Tenants are suing Ana Lund over mould in their flats.", True),
        ("Former staff accuse Ana Lund of bullying. Her lawyer declined to comment.", False),
        ("Former staff accuse Ana Lund of bullying. The fair opens on Monday.\n\nLund could not be reached.", False),
        ("Former staff accuse Ana Lund of bullying. Lund said staff had liked her.", False),
        ("Ana Lund, who ran the fund, has left. She is alleged to have lent to friends.", True),
        ("The fund lent to Ana Lund and Kai Berg. He is accused of lying.", False),
        ("Former staff accuse the museum of bullying.", False),
        ("Brazil accuses France of dumping.", False),
        ("Ana Lund was charged with theft. Neighbours accuse Ana Lund of more.", False),
    ],
)
def test_allegation_without_reply(found, text: str, hit: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(found("allegation-without-reply", text)) is hit


def test_a_reply_is_what_the_desk_says_it_is(found) -> None:  # type: ignore[no-untyped-def]
    text = "Former staff accuse Ana Lund of bullying. Lund shook her head."
    assert found("allegation-without-reply", text) == ["accuse Ana Lund"]
    assert found("allegation-without-reply", text, replies=("shook her head",)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tom Marsh, 14, was arrested for arson.", ["Tom Marsh"]),
        ("Tom Marsh (15) pleaded guilty to theft.", ["Tom Marsh"]),
        ("The 17-year-old Tom Marsh was convicted on Friday.", ["Tom Marsh"]),
        ("Rape victim Ana Lund told the inquiry of it.", ["Ana Lund"]),
        ("Ana Lund told police she was groped on the train.", ["Ana Lund"]),
        ("Tom Marsh, of Bonn, aged 14, was arrested for arson.", ["Tom Marsh"]),
        ("A boy of 14, Tom Marsh, was arrested for arson.", ["Tom Marsh"]),
        ("Ana Lund, whom he raped in May, was in court.", ["Ana Lund"]),
        ("Ana Lund, a friend of a woman who was raped, was in court.", []),
        ("Tom Marsh, 18, was arrested for arson.", []),
        ("Tom Marsh, 14, said he saw two men being arrested.", []),
        ("Kai Berg is accused of raping two students.", []),
        ("Ana Lund, who waived her anonymity, was raped in May.", []),
    ],
)
def test_protected_identity(found, text: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found("protected-identity", text) == words


def test_the_age_of_an_adult_is_the_country_s(found) -> None:  # type: ignore[no-untyped-def]
    text = "Tom Marsh, 18, was arrested for arson."
    assert found("protected-identity", text, adult_age=21) == ["Tom Marsh"]

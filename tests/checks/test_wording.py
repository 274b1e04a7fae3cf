"""Words of the desk's lists, questions, quotation marks and spelling: what the examples of the rules cannot show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.listed import Listed
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Check, Rule
from tests.conftest import Read

FAST = settings(max_examples=30, deadline=None)


@pytest.fixture(scope="module")
def found(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``found("said-verb", text, option=...)``: the words that one rule finds, with the severity of each."""
    rules: dict[str, Rule] = {rule.id: rule for rule in linter.rules}

    def found(rule: str, text: str, **options: object) -> list[tuple[str, str]]:
        check: Check = replace(rules[rule].check, **options)
        notes = replace(linter, config=replace(linter.config, min_severity="info"))
        outcome = notes.check(Dossier(read(text), makers=linter.makers), rules=[replace(rules[rule], check=check)], strict=True)
        return [(finding.span.of(text), finding.severity) for finding in outcome.findings]

    return found


def test_a_pattern_that_does_not_compile_is_refused() -> None:
    with pytest.raises(ValueError, match="does not compile"):
        Listed(patterns={"(": "is open"})


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Two firemen came.", True),
        ("Firemen came.", True),
        ("FIREMEN CAME", True),
        ("The band played Firemen in Leeds.", False),
        ("The Third World Congress met in Leeds.", True),
    ],
)
def test_a_listed_word_with_a_capital_is_a_name(found, text: str, hit: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(found("dated-term", text)) is hit


def test_a_word_is_told_once(found) -> None:  # type: ignore[no-untyped-def]
    text = "The mayor claimed that it was safe. The driver claims that it was not. The union stressed that it was old."
    assert [words for words, _ in found("said-verb", text)] == ["claimed", "stressed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor revealed on Friday that the bridge is unsafe.", ["revealed"]),
        ("“It is safe,” the mayor insisted.", ["insisted"]),
        ("The tide went out and revealed a wreck.", []),
        ("The firm claimed a rebate.", []),
        ("The mayor did not admit that it was unsafe.", []),
        ("The book of Revelation was read out.", []),
    ],
)
def test_verbs_of_saying(found, text: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [word for word, _ in found("said-verb", text)] == words


NEWS = (
    "The mayor said on Monday that the bridge was safe. An engineer told members that he had warned her, and a clerk said so too."
)


@pytest.mark.parametrize(
    ("question", "found_as"),
    [
        ("Was it a swipe at the mayor?", "warning"),
        ("Was it meant for Leeds?", "warning"),
        ("Her songs include Is It You, and Who is Sylvia?", ""),
        ("Was it a swipe at the mayor? Her office would not say.", "info"),
        ("What was it for, after all?", "info"),
        ("Will you cross it?", ""),
        ("Was it a swipe? Is that so?", ""),
    ],
)
def test_only_a_question_that_hangs_in_the_air_of_news_is_a_warning(found, question: str, found_as: str) -> None:  # type: ignore[no-untyped-def]
    severities = {severity for _, severity in found("question-in-copy", f"{NEWS}\n\nThe letter came at noon. {question}")}
    assert severities == ({found_as} if found_as else set())


def test_a_house_settles_the_spelling(found) -> None:  # type: ignore[no-untyped-def]
    text = "The harbor was closed by the defence force."
    assert found("mixed-spelling", text) == []
    assert found("mixed-spelling", text, house="British") == [("harbor", "info")]
    assert found("mixed-spelling", text, house="American") == [("defence", "info")]


PAIRS = [("harbour", "harbor"), ("neighbours", "neighbors"), ("theatre", "theater"), ("grey", "gray"), ("rumour", "rumor")]


@FAST
@given(st.lists(st.tuples(st.sampled_from(PAIRS), st.booleans()), min_size=1, max_size=8))
def test_what_is_found_is_never_of_the_majority(found, words: list[tuple[tuple[str, str], bool]]) -> None:  # type: ignore[no-untyped-def]
    text = "They wrote " + ", then ".join(pair[american] for pair, american in words) + "."
    american = sum(one for _, one in words)
    british = len(words) - american
    hits = [word for word, _ in found("mixed-spelling", text)]
    if max(american, british) < max(2, 2 * min(american, british)) or not min(american, british):
        assert hits == []
    else:
        rarer = 0 if american > british else 1
        assert len(hits) == 1
        assert hits[0] in {pair[rarer] for pair in PAIRS}


def test_marks_on_a_word_that_is_named_are_left_alone(found) -> None:  # type: ignore[no-untyped-def]
    assert found("scare-quotes", "The “temporary” fence has stood for years.") == [("“temporary”", "info")]
    assert found("scare-quotes", "The fence nicknamed “temporary” has stood for years.") == []
    assert found("scare-quotes", "Two “special envoys” have come.") == [("“special envoys”", "info")]
    assert found("scare-quotes", "Two “special envoys” have come.", words=1) == []

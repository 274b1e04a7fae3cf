"""Parts and totals, percentages and their figures: the arithmetic, over many figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Rule
from tests.conftest import Read

FAST = settings(max_examples=30, deadline=None)


@pytest.fixture(scope="module")
def messages(linter: Linter, read: Read):  # type: ignore[no-untyped-def]
    """``messages("percent-mismatch", text)``: what one rule says of a text."""
    rules: dict[str, Rule] = {rule.id: rule for rule in linter.rules}

    def messages(rule: str, text: str) -> list[str]:
        outcome = linter.check(Dossier(read(text), makers=linter.makers), rules=[rules[rule]], strict=True)
        return [finding.message for finding in outcome.findings]

    return messages


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Twelve people were killed, eight men and three women.", "eight men + three women = 11, not twelve people."),
        ("The 30 pupils, 14 boys and 15 girls, were unhurt.", "14 boys + 15 girls = 29, not 30 pupils."),
        (
            "The 20 members voted: 12 for, seven against and two abstentions.",
            "12 for + seven against + two abstentions = 21, not 20 members.",
        ),
        (
            "Five people died – a man, a woman and two children – on Monday.",
            "a man + a woman + two children = 4, not five people.",
        ),
        ("The crash killed 1,250 people: 700 men and 600 women.", "700 men + 600 women = 1,300, not 1,250 people."),
    ],
)
def test_parts_that_miss_the_total(messages, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    assert messages("parts-miss-total", text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed, eight of them men.",
        "Twelve people died: eight men and at least three women.",
        "Twelve people died: about eight men and three women.",
        "Twelve people died: eight men, three women and an unidentified victim.",
        "Twelve people died: eight men and three women. The last victim was a baby.",
        "Twelve people died: eight men and some women.",
        "Twelve people met two men and three women.",
        "Two people died. Eight men and three women were hurt.",
        "Twelve nurses, eight men and three women, left.",          # nurses are not on the list
        "In 20 games: nine wins and nine defeats.",
    ],
)  # fmt: skip
def test_sums_left_alone(messages, text: str) -> None:  # type: ignore[no-untyped-def]
    assert messages("parts-miss-total", text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It kept 5% of the $40m prize, or $20m.", "5% of $40m is $2m, not $20m."),
        (
            "It kept 5% of the 4 billion euro prize, worth 2 billion euros.",
            "5% of 4 billion euro is 200 million euros, not 2 billion euros.",
        ),
        ("Just 18 of the 24 judges (65%) agreed.", "18 of 24 is 75%, not 65%."),
        ("Some 65 per cent, or 18 of 24, agreed.", "18 of 24 is 75 per cent, not 65 per cent."),
        ("Visits rose 40% from 2,000 to 3,000.", "From 2,000 to 3,000 is 50%, not 40%."),
        ("Visits fell from 3,000 to 2,000, a drop of 50%.", "From 3,000 to 2,000 is 33%, not 50%."),
        ("Profit grew to $3.1bn from $2.0bn, or 20%.", "From $2.0bn to $3.1bn is 55%, not 20%."),
    ],
)
def test_percentages_that_do_not_fit(messages, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    assert messages("percent-mismatch", text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It kept 5% of the $40m prize, or £1.6m.",
        "It kept 5% of the $40m prize, $20m more than expected.",
        "Visits rose 40% year on year to 3,000 from 2,900 in May.",
        "Of 24 judges 18 agreed, and 65% of voters.",
        "The tax rose from 4% to 5%, a 1% rise.",
        "Some 18 of 24 agreed, or more than half.",
        "About 18 of about 24 agreed, or 70%.",
        "Visits rose from 2,000 to 3,000, 40% of them by train.",
    ],
)
def test_percentages_left_alone(messages, text: str) -> None:  # type: ignore[no-untyped-def]
    assert messages("percent-mismatch", text) == []


COUNT = st.integers(2, 99)


@FAST
@given(men=COUNT, women=COUNT, off=st.integers(-1, 1))
def test_a_sum_is_reported_exactly_when_it_is_wrong(messages, men: int, women: int, off: int) -> None:  # type: ignore[no-untyped-def]
    total = men + women + off
    text = f"The ferry carried {total} people: {men} men and {women} women."
    exact = total < 100 or total % 10
    assert bool(messages("parts-miss-total", text)) == (off != 0) or not exact


@FAST
@given(part=st.integers(1, 99), base=st.integers(100, 999), up=st.booleans())
def test_a_share_that_is_rounded_or_cut_off_is_right(messages, part: int, base: int, up: bool) -> None:  # type: ignore[no-untyped-def]
    stated = round(100 * part / base, 1) if up else 100 * part // base
    if stated:
        assert messages("percent-mismatch", f"Only {part} of the {base} schools, or {stated}%, replied.") == []


@FAST
@given(old=st.integers(100, 999), new=st.integers(100, 999))
def test_a_change_that_is_rounded_is_right(messages, old: int, new: int) -> None:  # type: ignore[no-untyped-def]
    change = round(abs(100 * (new - old) / old))
    if change:
        verb = "rose" if new > old else "fell"
        assert messages("percent-mismatch", f"Visits {verb} {change}% to {new} from {old}.") == []

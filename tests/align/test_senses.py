from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.align.opposites import SIDES, alike, in_turn, opposite
from newslint.comparisons import SenseMatch
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read

BY_VOTES = "The motion to close the library was carried by 22 votes to 18."


Found = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def reversals(read: Read, linter: Linter) -> Found:
    """What the draft turns round, as (how, words here, words there)."""

    def found(draft: str, *sources: str) -> list[tuple[str, str, str]]:
        docs = [Source(read(text, name=f"s{at}.txt"), f"s{at}") for at, text in enumerate(sources)]
        held = Dossier(read(draft), tuple(docs), makers=linter.makers).reading
        texts = {source.id: source.doc.text for source in held.sources}
        return [(one.how, one.ours.of(held.draft.text), one.theirs.of(texts[one.source or ""])) for one in held.all(SenseMatch)]

    return found


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("The harbour master has resigned.", "The harbour master has not resigned.", ("denied", "resigned", "not resigned")),
        ("The ferry was not insured.", "The ferry was insured.", ("denied", "not insured", "insured")),
        ("The unions agreed a deal.", "The unions failed to agree a deal.", ("denied", "agreed", "failed to agree")),
        ("Divers found traces of oil.", "Divers found no traces of oil.", ("denied", "traces", "no traces")),
        ("Crews have used the road.", "Crews have not used the road.", ("denied", "used the road", "not used the road")),
        (BY_VOTES, BY_VOTES.replace("carried", "lost"), ("opposite", "carried", "lost")),
        ("The ferry is unsafe, inspectors said.", "The ferry is safe, inspectors said.", ("opposite", "unsafe", "safe")),
        ("Bookings rose 6% to £2.3m.", "Bookings fell 6% to £2.3m.", ("opposite", "rose", "fell")),
        ("Bookings did not rise in May.", "Bookings grew in May.", ("denied", "not rise", "grew")),
        (
            "The council voted for the bridge.",
            "The council voted against the bridge.",
            ("opposite", "voted for", "voted against"),
        ),
        (
            "The council approved plans for a bridge.",
            "Plans for a bridge were rejected by the council.",
            ("opposite", "approved", "rejected"),
        ),
        (
            "The survey proves that the bridge is sound.",
            "The survey cannot show that the bridge is sound.",
            ("denied", "proves", "cannot show"),
        ),
        ("Profit rose to £4m from £5m.", "Profit rose to £5m from £4m.", ("exchanged", "£4m from £5m", "£5m from £4m")),
        ("Profit rose from £5m to £4m.", "Profit was £5m, up from £4m.", ("exchanged", "£5m to £4m", "£5m, up from £4m")),
        ("Orlo beat Kelso 3-2.", "Orlo lost 3-2 to Kelso.", ("exchanged", "Orlo beat Kelso", "Orlo lost 3-2 to Kelso")),
        (
            "The ram hit the tractor.",
            "The tractor hit the ram.",
            ("exchanged", "The ram hit the tractor", "The tractor hit the ram"),
        ),
        (
            "Kelso Mills bought Orlo Foods.",
            "Kelso Mills was bought by Orlo Foods.",
            ("exchanged", "Kelso Mills bought Orlo Foods", "Kelso Mills was bought by Orlo Foods"),
        ),
    ],
)
def test_what_is_turned_round(draft: str, source: str, expected: tuple[str, str, str], reversals: Found) -> None:
    assert reversals(draft, source) == [expected]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Bookings did not rise.", "Bookings were unchanged."),
        ("The bill was not rejected.", "The bill was approved."),
        ("The drug was not found to be effective.", "The drug was found to be ineffective."),
        ("He denied that the harbour master had resigned.", "The harbour master had resigned."),
        ("The ferry is safe, the builders said.", "The ferry is not safe, Ana Roe said."),
        ("If the ferry is not safe, it stays in port.", "The ferry is safe."),
        ("Is the ferry not safe?", "The ferry is safe."),
        ("The ferry may not be safe.", "The ferry may be safe."),
        ("The ferry is not only safe but cheap.", "The ferry is safe and cheap."),
        ("It wasn't until May that the ferry sailed.", "The ferry sailed in May."),
        ("Bookings in Kelso rose 3%.", "Bookings in Orlo fell 3%."),
        ("Bookings rose in 2024.", "Bookings fell in 2023."),
        ("Bookings rose 3% in May.", "Bookings fell 8% in May."),
        ("Roe won the first race.", "Roe lost the second race."),
        ("Sales rose while costs fell.", "Costs fell while sales rose."),
        ("Kelso won the match after losing the first set.", "Kelso lost the first set and won the match."),
        ("The school opened in 1990.", "The school closed in 2010."),
        ("He left the party.", "He joined the party."),  # and both are true
        ("The school will not close.", "The school closed."),
        ("The plant is no longer open.", "The plant was open."),
        ("The unions have agreed a deal.", "The unions have not yet agreed a deal."),
        ("“The ferry is not safe,” he read.", "The ferry is safe."),
        ("Roe was charged with theft.", "Roe has not been charged with theft."),  # another rule's
        ("Profit rose to £5m from £4m.", "Profit rose from £4m to £5m."),
        ("Profit rose to £5m from £4m.", "Rent rose to £4m from £5m."),
        ("Kelso beat Orlo 3-2.", "Orlo lost 3-2 to Kelso."),
        ("Kelso was beaten by Orlo.", "Orlo beat Kelso."),
        ("Kelso beat Orlo 3-2 in 2024.", "Orlo beat Kelso 1-0 in 2023."),
        ("If Kelso beat Orlo, they go up.", "Orlo beat Kelso."),
        ("Roe met Poe.", "Poe met Roe."),
    ],
)
def test_what_may_both_be_true(draft: str, source: str, reversals: Found) -> None:
    assert reversals(draft, source) == []


def test_one_source_that_has_it_clears_the_draft(reversals: Found) -> None:
    draft = "The council approved the plan for a new bridge."
    assert reversals(draft, "The council rejected the plan for a new bridge.")
    assert not reversals(
        draft, "The council rejected the plan for a new bridge.", "On a second vote the council approved the plan."
    )


def test_two_that_undo_one_another(reversals: Found) -> None:
    assert not reversals("The ferry is not unsafe for use.", "The ferry is safe for use.")


def test_a_word_is_not_its_own_opposite() -> None:
    assert not [word for word in SIDES if opposite(word, word)]
    assert not [(one, other) for one in SIDES for other in SIDES if opposite(one, other) != opposite(other, one)]
    assert (opposite("won", "lost"), opposite("carried", "lost"), opposite("won", "carried")) == (True, True, False)
    assert (alike("rose", "grew"), in_turn("opened", "closed"), in_turn("safe", "unsafe")) == (True, True, False)


SENTENCES = (
    "The ferry is not safe and rose 3% from £4m to £5m.",
    "Kelso beat Orlo 3-2, but lost to Hale.",
    "Sales rose while costs fell, and the council rejected no offer.",
    "If the harbour master has not resigned, he will.",
    "More boats left before noon than after it; fewer came back.",
)


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_a_text_never_says_the_reverse_of_itself(reversals: Found, sentences: list[str]) -> None:
    assert reversals(" ".join(sentences), " ".join(sentences[::-1])) == []

"""What the draft makes of who says so, and of how sure it is, against its sources."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint.checks.attribution_dropped import AttributionDropped
from newslint.checks.attribution_shifted import AttributionShifted
from newslint.checks.cause_overstated import CauseOverstated
from newslint.checks.certainty_changed import CertaintyChanged
from newslint.document import Dossier, Source
from newslint.linter import Linter
from newslint.rule import Check, RuleContext


def found(linter: Linter, check: Check, draft: str, source: str, **about: str) -> list[tuple[str, str]]:
    """The case and the words of every match."""
    doc = linter.parse(Path("wire.txt"), source.encode())
    text = linter.parse(Path("draft.txt"), draft.encode())
    held = Dossier(text, (Source(doc, "wire", outlet=about.get("outlet", "")),), makers=linter.makers).reading
    return [(match.case, match.span.of(held.draft.text)) for match in check.find(RuleContext(held, dt.date(2026, 1, 1)))]


CRACKS = "Engineers found cracks in three pillars of the bridge, according to the port authority."


@pytest.mark.parametrize(
    ("draft", "source", "hit"),
    [
        ("Engineers found cracks in three pillars of the bridge.", CRACKS, True),
        ("Engineers found cracks in three pillars of the bridge, the port authority said.", CRACKS, False),
        ("“Engineers found cracks in three pillars of the bridge,” she read.", CRACKS, False),
        ("Three pillars of the bridge had cracks that engineers found.", CRACKS, True),
        ("Engineers found cracks in three pillars.", CRACKS.split(",")[0] + ".", False),  # nobody was named
        ("Engineers found cracks in three pillars of the bridge, and the road, police said, is shut.", CRACKS, False),
        # a subordinate clause is told on the way
        ("Traffic stopped after engineers found cracks in three pillars of the bridge.", CRACKS, False),
        # the speaker's own affairs
        ("The port authority will close the bridge in May.", "The port authority said it would close the bridge in May.", False),
        ("The bridge will close in May.", "The mayor announced that the bridge will close in May.", False),
        ("The striker is out for the season.", "The team said the striker is out for the season.", False),
        ("The striker broke a leg in training.", "The coach said the striker broke a leg in training.", True),
        # another statement of the same people
        (
            "Over two million people were eligible to vote.",
            "Two million people eligible cast their ballots, reports said.",
            False,
        ),
        ("Dozens came to remember the clerk Ann Roe.", "Police said a robber shot the clerk Ann Roe.", False),
        # no telling
        (
            "The raiders attacked a freighter off Dover.",
            "The navy threatened that the raiders attacked a freighter off Dover.",
            False,
        ),
        # hedged, or told, elsewhere in the sentence
        (
            "Of the nine found cracks in the bridge, six are reportedly deep.",
            "Engineers found nine cracks in the bridge, Roe said.",
            False,
        ),
        ("Engineers found cracks in three pillars of the bridge, said the port’s head Ann Roe.", CRACKS, False),
    ],
)
def test_attribution_dropped(linter: Linter, draft: str, source: str, hit: bool) -> None:
    assert bool(found(linter, AttributionDropped(), draft, source)) == hit


@pytest.mark.parametrize(
    ("carry", "hit"),
    [("none", True), ("sentence", True), ("paragraph", False)],
)
def test_how_far_an_attribution_carries(linter: Linter, carry: str, hit: bool) -> None:
    draft = "The port authority said the bridge was shut. Engineers found cracks in three pillars of the bridge."
    assert bool(found(linter, AttributionDropped(carry=carry), draft, CRACKS)) == hit  # type: ignore[arg-type]


LATER = "The port authority said the road was shut."
FLAT = "Engineers found cracks in three pillars of the bridge."


@pytest.mark.parametrize(
    ("draft", "hit"),
    [
        (f"{FLAT} {LATER}", False),  # a lead may leave its source to what follows
        (f"{FLAT}\n\n{LATER}", False),
        (f"Bridge shut in Orlo\n\n{FLAT}\n\n{LATER}", False),  # nor is a headline the lead
        (f"{LATER}\n\n{FLAT}", False),  # what follows a paragraph of the same source
        (f"{FLAT}\n\nThe harbour master said the road was shut.", True),
        (f"Traffic was slow on Monday.\n\n{FLAT} {LATER}", True),  # no lead
        (f"{LATER}\n\nTraffic was slow on Monday.\n\n{FLAT}", True),
    ],
)
def test_the_paragraphs_beside_it(linter: Linter, draft: str, hit: bool) -> None:
    assert bool(found(linter, AttributionDropped(), draft, CRACKS)) == hit


def test_two_statements_of_a_sentence_are_one_finding(linter: Linter) -> None:
    draft = "The train left the rails and hit a shed."
    text = "The train left the rails and hit a shed, according to the port authority."
    assert [words for _, words in found(linter, AttributionDropped(), draft, text)] == [draft.rstrip(".")]


@pytest.mark.parametrize(
    ("draft", "teller", "hit"),
    [
        ("A woman of 40 has been arrested over the blaze", "police said", False),
        ("A woman of 40 lit the blaze with petrol", "police said", True),
        ("A woman of 40 has been arrested over the blaze", "neighbours said", True),
        ("The ring road is closed to lorries", "police said", False),
        ("A clerk of 30 was charged with theft of cash", "prosecutors said", False),
        ("The clerk stole £3m of cash over ten years", "prosecutors said", True),
        ("Rain fell on the hills overnight", "the weather service said", False),
        ("Shares in Brightwater fell 3% on Friday", "the exchange said", False),
        ("Sales at Brightwater rose 3% last year", "the chief executive said", False),
        ("Brightwater was close to collapse last year", "the bank said", True),
        ("Five engines were sent to the mill", "the fire service said", False),
        ("Half of the roof of the mill collapsed in the blaze", "fire crews said", False),
        ("Faulty wires started the blaze at the mill", "the fire service said", True),
        ("Soldiers arrested 30 teachers in the capital", "opposition leaders said", True),
    ],
)
def test_the_records_of_a_body_need_no_name(linter: Linter, draft: str, teller: str, hit: bool) -> None:
    assert bool(found(linter, AttributionDropped(), f"{draft}.", f"{draft}, {teller}.")) == hit


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Brightwater expects sales of £3bn this year.",
            "“We expect sales of £3bn this year,” said Ann Roe, head of Brightwater.",
        ),
        ("Roe won the prize for his work on solar storms.", "Roe won the prize for his work in predicting solar storms."),
        ("We saw engineers find cracks in three pillars.", "We saw engineers find cracks in three pillars, the mayor said."),
    ],
)
def test_no_claim_of_another(linter: Linter, draft: str, source: str) -> None:
    assert not found(linter, AttributionDropped(), draft, source)


SAID = "{} that the army crossed the northern border at dawn."


@pytest.mark.parametrize(
    ("draft", "source", "case"),
    [
        ("Reports said", "The Orlo Herald said", "default"),
        ("The Orlo Herald said", "Reports said", None),  # naming somebody is no fault
        ("The minister confirmed", "The minister claimed", "firmer"),
        ("The minister confirmed", "The minister said", "firmer"),
        ("The minister said", "The minister claimed", None),
        ("The minister claimed", "The minister confirmed", None),
        ("Ann Roe said", "Bob Poe said", None),  # the source does not know Ann Roe
        ("Bob Poe of the Orlo Herald said", "The Orlo Herald said", None),
        ("Reports said", "Ann Roe denied", None),  # the opposite
        ("It has not been confirmed", "The Orlo Herald said", None),  # nobody tells it
        ("Ann Roe confirmed", "Bob Poe said", None),  # a source of the reporter's own
    ],
)
def test_attribution_shifted(linter: Linter, draft: str, source: str, case: str | None) -> None:
    cases = found(linter, AttributionShifted(), SAID.format(draft), SAID.format(source))
    assert [one for one, _ in cases] == ([case] if case else [])


@pytest.mark.parametrize(
    ("draft", "source", "case"),
    [
        ("Ann Roe said", "Bob Poe said", "speaker"),
        ("The Labour Ministry said", "The Red Cross said", "moved"),
    ],
)
def test_another_mouth(linter: Linter, draft: str, source: str, case: str) -> None:
    text = SAID.format(source) + " Neither Ann Roe nor the Labour Ministry gave figures."
    assert [one for one, _ in found(linter, AttributionShifted(), SAID.format(draft), text)] == [case]


def test_an_outlet_that_passes_it_on_is_no_other_mouth(linter: Linter) -> None:
    text = SAID.format("The Red Cross said") + " The Orlo Herald has more."
    assert not found(linter, AttributionShifted(), SAID.format("The Orlo Herald reported"), text)


def test_credit_to_the_outlet_of_the_source(linter: Linter) -> None:
    text = SAID.format("The Red Cross said") + " The Orlo Herald has more."
    draft = SAID.format("The Orlo Herald said")
    assert found(linter, AttributionShifted(), draft, text)
    assert not found(linter, AttributionShifted(), draft, text, outlet="The Orlo Herald")


@pytest.mark.parametrize(
    ("draft", "source", "hit"),
    [
        ("The tax will cost shops £3m.", "The tax may cost shops £3m.", True),
        ("The tax could cost shops £3m.", "The tax may cost shops £3m.", False),
        ("The tax will cost shops £3m.", "The tax is set to cost shops £3m.", False),
        ("The tax will cost shops £3m.", "The tax is expected to cost shops £3m.", True),
        ("The tax will not cost shops £3m.", "The tax may cost shops £3m.", False),
        ("The clerk stole cash from the shop.", "The clerk allegedly stole cash from the shop.", True),
        ("The clerk stole cash from the shop, police said.", "The clerk allegedly stole cash from the shop.", False),
        ("The clerk stole cash from the shop, police said.", "The clerk may have stolen cash from the shop, police said.", True),
        ("The clerk reportedly claims he stole cash from the shop.", "The clerk allegedly stole cash from the shop.", False),
        ("The clerk left the shop in Leeds.", "The clerk left the shop in Leeds, reportedly for good.", False),  # another scope
        ("“The tax will cost shops £3m,” it says.", "The tax may cost shops £3m.", False),
        # what is hedged is not what the draft says
        ("A grey van was found.", "A grey van believed to be the robber’s was found.", False),
        (
            "Roe, who missed the cup with a bad knee, ends the year.",
            "Apparently a bad knee will cost Roe the cup this year.",
            False,
        ),
        ("It was one of the biggest raids on a bank.", "It was possibly the biggest raid on a bank.", False),
        ("Deputy Ann Roe of the Leeds police", "He apparently surprised Deputy Ann Roe of the Leeds police.", False),
        (
            "The chief five times ordered Roe to quit.",
            "The chief suspected him of theft and five times ordered Roe to quit.",
            False,
        ),
        # hedged, or told, elsewhere in the sentence
        ("The firms (six offers, £3m) reportedly have made bids.", "The firms reportedly have made six bids of £3m.", False),
        (
            "The man was shot after, police say, pointing a gun at them.",
            "Officers shot the man, who allegedly pointed a gun.",
            False,
        ),
        # conditional, undecided, guessed: no surer
        ("The ferry will stop unless the county finds £2m.", "The ferry could stop unless the county finds £2m.", False),
        ("If no buyer comes he will have to sell the mill.", "He may have to sell the mill if no buyer comes.", False),
        ("He fears he will have to sell the mill.", "He thinks he may have to sell the mill.", False),
        ("The mill will not shut before May.", "The mill may shut, but not before May.", False),
        ("The board will vote on whether to sell the mill.", "The board could sell the mill after a vote.", False),
        ("The mill forecasts sales of £3m in May.", "The mill expects sales of £3m in May.", False),
        ("The mill’s sales will reach £3m in May.", "The mill’s sales could reach £3m in May, the owner fears.", True),
        ("Orlo mill to shut its doors in May", "The Orlo mill is expected to shut its doors in May.", False),
        ("The Orlo mill will shut its doors in May.", "The Orlo mill is expected to close its doors in May.", True),
        ("Two of the six mills in the town will be shut.", "Two of the town’s six mills could close.", True),
        # the court answers for it
        ("The clerk stole cash from the shop, the court heard.", "The clerk allegedly stole cash from the shop.", False),
        ("The clerk stole cash from the shop, the jury was told.", "The clerk allegedly stole cash from the shop.", False),
        # of two hedges one is gone
        (
            "Roe wrote about moving the vote in May for fear of potential fraud.",
            "Roe wrote about possibly moving the vote in May for fear of potential fraud.",
            True,
        ),
    ],
)
def test_hedge_dropped(linter: Linter, draft: str, source: str, hit: bool) -> None:
    assert bool(found(linter, CertaintyChanged(), draft, source)) == hit


@pytest.mark.parametrize(
    ("draft", "source", "hit"),
    [
        ("The clerk allegedly stole cash from the shop.", "The clerk stole cash from the shop.", True),
        ("The clerk allegedly stole cash from the shop.", "The rebels claimed the clerk stole cash from the shop.", False),
        ("The clerk stole cash from the shop.", "The clerk stole cash from the shop.", False),
    ],
)
def test_hedge_added(linter: Linter, draft: str, source: str, hit: bool) -> None:
    assert bool(found(linter, CertaintyChanged(change="added"), draft, source)) == hit


@pytest.mark.parametrize(
    ("draft", "source", "hit"),
    [
        ("Green tea cuts heart attacks in women.", "Green tea was linked to fewer heart attacks in women.", True),
        ("Green tea may help to cut heart attacks in women.", "Green tea was linked to fewer heart attacks in women.", False),
        ("Green tea cuts heart attacks in women.", "Green tea cut heart attacks in women by a tenth.", False),
        ("“Green tea cuts heart attacks in women.”", "Green tea was linked to fewer heart attacks in women.", False),
        (
            "The study does not show that tea prevents heart attacks.",
            "Tea was linked to fewer heart attacks, the study said.",
            False,
        ),
        ("There is no proof that tea prevents heart attacks.", "Tea was linked to fewer heart attacks in women.", False),
        ("Women who drink tea had a reduced risk of heart attacks.", "Tea was linked to a lower risk of heart attacks.", False),
        ("Tea reduced the risk of heart attacks in women.", "Tea was linked to a lower risk of heart attacks in women.", True),
        ("Tea may reduce the risk of heart attacks.", "Tea was linked to a lower risk of heart attacks.", False),
        ("The cause of the attack was not given.", "The cause of the attack was unknown.", False),
        ("It proves tea is to blame for heart attacks.", "It cannot show that tea is to blame for heart attacks.", True),
        ("The mill cuts timber for the town.", "Green tea was linked to fewer heart attacks in women.", False),
    ],
)
def test_cause_overstated(linter: Linter, draft: str, source: str, hit: bool) -> None:
    assert bool(found(linter, CauseOverstated(), draft, source)) == hit

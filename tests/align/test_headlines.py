from __future__ import annotations

import pytest

from newslint.comparisons import Retold
from tests.conftest import Read

BODY = {
    "mill": "A fire at the old mill killed 13 people on Monday, the fire service said.\n\nThe mill had stood empty for many years.",
    "prices": "House prices in Kelso fell sharply last month, the biggest bank said.\n\nIt blamed dear money and little else.",
    "drug": "A new drug may halt the spread of liver cancer, a small study found.\n\nThe study looked at 30 patients in two towns.",
    "profits": "Profits at the maker of pumps rose to £2m in May, while its sales fell by a tenth.\n\nThe firm did not say why.",
}


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Fire at the old mill kills 19", "mill", [("figure", "19", "13")]),
        ("House prices in Kelso rise sharply", "prices", [("direction", "rise", "fell")]),
        (
            "New drug halts the spread of liver cancer",
            "drug",
            [("certainty", "New drug halts the spread of liver cancer", "may")],
        ),
        ("Fire at the old mill costs £3.2m", "mill", [("missing", "£3.2m", "")]),
        ("Fire at the old mill: 340 workers out of a job", "mill", [("missing", "340", "")]),
        ("Maker of pumps earns £20m", "profits", [("figure", "£20m", "£2m")]),  # said once
        ("Fire at the old mill after three years", "mill", []),
        ("Fire at the old mill kills 13", "mill", []),
        ("Fire at the old mill kills more than a dozen", "mill", []),
        ("House prices in Kelso fall sharply", "prices", []),
        ("Prices of boats in Kelso rise", "prices", []),  # other prices
        ("New drug may halt the spread of liver cancer", "drug", []),
        ("Does a new drug halt the spread of liver cancer?", "drug", []),
        ("Profits rise at maker of pumps as sales fall", "profits", []),
    ],
)
def test_headline_and_body(headline: str, body: str, found: list[tuple[str, str, str]], read: Read) -> None:
    doc = read(f"{headline}\n\n{BODY[body]}")
    having = [(one.what, one.span.of(doc.text), one.other.of(doc.text) if one.other else "") for one in doc.all(Retold)]
    assert having == found


LEAD = "{} on Monday, the police said.\n\nThe road along the harbour was closed all day."


@pytest.mark.parametrize(
    ("headline", "lead", "found"),
    [
        ("Four killed in quay crash", "Two people were killed when a lorry left the quay", ["Four"]),
        ("Two killed in quay crash", "Three people were killed when a lorry left the quay", ["Two"]),
        ("Blast kills five at mill", "An explosion at the mill in Kelso killed three workers", ["five"]),
        ("Six arrested over false tickets", "Eight people were arrested for selling false tickets", ["Six"]),
        ("Four killed in two crashes", "Three people were killed near Kelso and a man died near Hawick", []),
        ("Five killed in two crashes", "Three people were killed near Kelso and two were killed near Hawick", []),
        ("Two killed as gunman opens fire", "Three people, including the gunman, died in a shooting in Kelso", []),
        ("Two children killed in fire", "A fire in Kelso killed 12 people, two of them children,", []),
        ("Six arrested over false tickets", "Four men and two women were arrested for selling false tickets", []),
        ("Bank raises rates", "The bank kept its main interest rate where it was", ["raises"]),
        ("Council rejects plan for quay", "Kelso council voted by 12 to nine to approve a plan for a quay", ["rejects"]),
        ("Mayor cleared of fraud", "The mayor of Kelso was found guilty of fraud", ["cleared"]),
        ("Union keeps pressure on board", "The union cut short its talks with the board of the yard", []),
        ("Bank cuts rates", "The bank, which had kept its main rate for a year, cut it", []),
        ("Council may reject plan for quay", "Kelso council approved the first part of a plan for a quay", []),
        ("Rovers beat City", "City lost to Rovers in front of 3,000 people", []),
    ],
)
def test_headline_and_lead(headline: str, lead: str, found: list[str], read: Read) -> None:
    doc = read(f"{headline}\n\n{LEAD.format(lead)}")
    assert [one.span.of(doc.text) for one in doc.all(Retold)] == found


@pytest.mark.parametrize(
    ("headline", "body", "missing"),
    [
        ("Quay to cost £46m", "The quay will cost £42m. Of the £42m the state pays £30m, the county £8m and the town £4m.", True),
        ("Quay to cost £42m", "The state pays £30m for the quay, the county £8m and the town £4m.", False),
        ("Quay to cost £6m", "The quay will cost £600,000 a year for ten years, the harbour board of Kelso said.", False),
        ("Rate cut to 3.75%", "The bank cut its main rate by a quarter of a point from 4% on Thursday.", False),
    ],
)
def test_sums_of_a_headline(headline: str, body: str, missing: bool, read: Read) -> None:
    doc = read(f"{headline}\n\n{body}\n\nWork begins in May.")
    assert any(one.what == "missing" for one in doc.all(Retold)) is missing


def test_offsets_are_into_the_whole_draft(read: Read) -> None:
    doc = read(f"Fire at the old mill kills 19\n\n{BODY['mill']}")
    (one,) = doc.all(Retold)
    assert one.other is not None
    assert (one.span.of(doc.text), one.other.of(doc.text)) == ("19", "13")
    assert one.other.start > doc.text.index("\n\n")


def test_nothing_to_say_without_a_headline(read: Read) -> None:
    assert read(BODY["mill"]).all(Retold) == ()


@pytest.mark.parametrize("text", ["# Kim has met Putin in Moscow\n", "# Fire kills 300\n\n## Army says 40 were hurt on 3 May\n"])
def test_nothing_to_say_without_a_body(text: str, read: Read) -> None:
    """As a draft is when its headline has just been typed."""
    assert read(text, name="draft.md").all(Retold) == ()

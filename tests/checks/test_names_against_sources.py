"""What is said of names that no source has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from newslint.checks.name_differs import NameDiffers
from newslint.checks.name_unsupported import NameUnsupported
from newslint.document import Document, Dossier, Source, SourceKind
from newslint.linter import Linter
from newslint.mentions import Entity, NameLabel
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from tests.conftest import Read

WIRE = "The ferry was built in Norway, at the yard of the Fisheries Board, and the ministers met there. Roe was there too."


def found(check: Check, draft: Document, source: str, read: Read, linter: Linter, kind: SourceKind = "outlet") -> list[Match]:
    dossier = Dossier(draft, (Source(read(source), "wire", kind),), makers=linter.makers)
    return list(check.find(RuleContext(dossier, dt.date(2026, 1, 1))))


def seen(draft: Document, names: Sequence[tuple[str, NameLabel]]) -> Document:
    """The draft as a model might have seen it: each of these words a name wherever it stands."""
    entities = sorted(
        (Entity(Span(at, at + len(name)), label) for name, label in names for at in _places(draft.text, name)),
        key=lambda entity: entity.start,
    )
    return replace(draft, makers={**draft.makers, Entity: lambda doc: tuple(entities)})


def _places(text: str, name: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(name, at)]


def no_model(doc: Document) -> tuple[Entity, ...]:
    raise AssertionError("the model was asked")


@pytest.mark.parametrize(
    ("text", "name", "label", "case"),
    [
        ("It was built at the yard, said Ada Quist, a historian.", "Ada Quist", "PERSON", "person"),
        ("It was built at the yard, President Ada Quist said.", "Ada Quist", "PERSON", "known"),
        ("The ministers met in Bergen.", "Bergen", "GPE", "place"),
        ("The ministers have the Bergen line.", "Bergen", "GPE", "mentioned"),
        ("She was seen in Bergen.", "Bergen", "GPE", "mentioned"),  # of which the source tells nothing
        ("The ministers wrote to Quist Shipping.", "Quist Shipping", "ORG", "body"),
    ],
)
def test_a_name_in_no_source(text: str, name: str, label: NameLabel, case: str, read: Read, linter: Linter) -> None:
    (match,) = found(NameUnsupported(), seen(read(text), [(name, label)]), WIRE, read, linter)
    assert (match.span.of(text), match.case) == (name, case)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was built at the yard, said Jane Roe.", [("Jane Roe", "PERSON")]),  # the source has the surname
        ("It was built, Quist said. Ada Roe Quist and Roe met.", [("Roe", "PERSON")]),
        ("“It was built by Ada Quist,” they said.", [("Ada Quist", "PERSON")]),
        ("It went to the Quist Award.", [("Quist Award", "PERSON")]),
        ("They met in Ada Quist.", [("Ada Quist", "PERSON")]),  # a hall or a ship
        ("Quist was late.", [("Quist", "PERSON")]),  # one word, of which nothing is said
        ("The FB replied.", [("FB", "ORG")]),
        ("It was Norwegian.", [("Norwegian", "GPE")]),
        ("Paris and the UN replied.", [("Paris", "GPE"), ("UN", "ORG")]),
    ],
)
def test_a_name_that_needs_no_source(text: str, names: Sequence[tuple[str, NameLabel]], read: Read, linter: Linter) -> None:
    assert found(NameUnsupported(), seen(read(text), names), WIRE, read, linter) == []


def test_many_people_are_one_finding(read: Read, linter: Linter) -> None:
    people = ["Ada Quist", "Bo Lund", "Cy Marsh", "Di Holm"]
    text = " ".join(f"It was built, {name} said." for name in people)
    draft = seen(read(text), [(name, "PERSON") for name in people])
    (match,) = found(NameUnsupported(), draft, WIRE, read, linter)
    assert match.span.of(text) == "Ada Quist"
    assert match.slots == {"number": 4, "others": "Bo Lund, Cy Marsh, Di Holm"}
    assert [one.span.of(text) for one in match.evidence] == people[1:]
    assert len(found(NameUnsupported(most=4), draft, WIRE, read, linter)) == 4


@pytest.mark.parametrize("kind", ["notes", "interview"])
def test_own_notes_stand_behind_names(kind: SourceKind, read: Read, linter: Linter) -> None:
    draft = seen(read("It was built, Ada Quist said."), [("Ada Quist", "PERSON")])
    assert found(NameUnsupported(), draft, WIRE, read, linter, kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was built in Norway. Later the Board met, Roe said, and the Fisheries Board’s ministers did.",
        "However, it was built. There, on Monday in May, Britain and Washington met.",
        "“It was built by Ada Quist,” they said.",
    ],
)
def test_a_draft_whose_names_are_in_its_sources_asks_no_model(text: str, read: Read, linter: Linter) -> None:
    draft = read(text)
    assert found(NameUnsupported(), replace(draft, makers={**draft.makers, Entity: no_model}), WIRE, read, linter) == []


def test_a_part_of_a_place(read: Read, linter: Linter) -> None:
    draft = read("It sailed to northern Norway, and northern Norway is far.")
    (match,) = found(NameUnsupported(), draft, WIRE, read, linter)
    assert (match.span.of(draft.text), match.slots, match.case) == ("northern Norway", {"other": "Norway"}, "part")
    assert found(NameUnsupported(), draft, "It sailed to the north of Norway.", read, linter) == []


def test_a_misspelling_is_told_once_and_may_be_allowed(read: Read, linter: Linter) -> None:
    draft = read("Olaf Brandvlod came. Then Olaf Brandvlod went.")
    source = "Olaf Brandvold came and went."
    (match,) = found(NameDiffers(), draft, source, read, linter)
    assert (match.span.start, match.case, match.slots) == (0, "swapped", {"other": "Olaf Brandvold"})
    assert match.evidence[0].source == "wire"
    assert found(NameDiffers(allow=frozenset(["Olaf Brandvlod"])), draft, source, read, linter) == []


def test_a_name_in_the_headline_too_is_no_source(read: Read, linter: Linter) -> None:
    draft = seen(
        read("Ada Quist wins prize\n\nIt was built at the yard, Ada Quist said. “Ada Quist it is,” they said."),
        [("Ada Quist", "PERSON")],
    )
    (match,) = found(NameUnsupported(), draft, WIRE, read, linter)
    assert match.span.start > len("Ada Quist wins prize")


def test_a_city_that_the_gazetteer_knows_asks_no_model(read: Read, linter: Linter) -> None:
    draft = read("The ministers met in Bergen, after World War II.")
    (match,) = found(NameUnsupported(), replace(draft, makers={**draft.makers, Entity: no_model}), WIRE, read, linter)
    assert (match.span.of(draft.text), match.case) == ("Bergen", "place")


def test_a_finding_speaks_for_the_places_that_are_right(read: Read, linter: Linter) -> None:
    draft = read("The skipper, Olaf Brandvlod, came late. Friends of Olaf Brandvold were there. Olaf Brandvold sat down.")
    (match,) = found(NameDiffers(), draft, "Olaf Brandvold came late.", read, linter)
    assert match.span.of(draft.text) == "Olaf Brandvlod"
    assert [span.of(draft.text) for span in match.reach] == ["Olaf Brandvold"] * 2
    assert found(NameDiffers(), draft, "Olaf Brandvold and Olaf Brandvlod came late.", read, linter) == []
    assert found(NameDiffers(), draft, "Nobody came.", read, linter) == []


@pytest.mark.parametrize(
    ("source", "case", "other"),
    [
        ("He lives with his wife, Annike.", "near", "Annike"),
        ("He lives with his wife, Ingrid.", "kin", "Ingrid"),
        ("He lives with Ingrid (wife).", "kin", "Ingrid"),
    ],
)
@pytest.mark.parametrize("kind", ["notes", "outlet"])
def test_kin_of_another_name(kind: SourceKind, source: str, case: str, other: str, read: Read, linter: Linter) -> None:
    (match,) = found(NameDiffers(), read("He sailed with his wife, Annika."), source, read, linter, kind)
    assert (match.case, match.slots["other"]) == (case, other)


def test_a_name_that_is_another_is_not_in_no_source_too(read: Read, linter: Linter) -> None:
    draft = seen(read("The ferry was built at the yard of the Harbour Board."), [("Harbour Board", "ORG")])
    assert [match.case for match in found(NameDiffers(), draft, WIRE, read, linter)] == ["other"]
    assert found(NameUnsupported(), draft, WIRE, read, linter) == []


@pytest.mark.parametrize(
    "text", ["{} came late. Friends of Martin Brandvlod were there.", "{} came. Then Martin Brandvlod left, and {} stayed."]
)
def test_two_spellings_of_which_a_source_has_one_are_one_finding(text: str, read: Read, linter: Linter) -> None:
    draft = read(text.replace("{}", "The skipper Martin Brandvold"))
    source = Source(read("It was the skipper, Martin Brandvold, who came late."), "wire")
    told = linter.check(Dossier(draft, (source,), makers=linter.makers), strict=True).told
    assert [finding.code for finding in told if finding.code in ("P101", "P201")] == ["P201"]
    alone = linter.check(Dossier(draft, makers=linter.makers), strict=True).told
    assert [finding.code for finding in alone if finding.code in ("P101", "P201")] == ["P101"]

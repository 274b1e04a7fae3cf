from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.names import names
from newslint.document import Document
from newslint.mentions import Block, Entity, Ignore, Name, NameLabel
from newslint.spans import Span


def seen(text: str, entities: Mapping[str, NameLabel]) -> list[Name]:
    """The names of a text in which a model took each of these words for a name, at its first place after the one before."""
    found, at = [], 0
    for words, label in entities.items():
        at = text.index(words.rstrip("~"), at)
        found.append(Entity(Span(at, at + len(words.rstrip("~"))), label))
        at = found[-1].end
    layers = {Block: lambda doc: (), Ignore: lambda doc: (), Entity: lambda doc: tuple(found)}
    return list(names(Document("draft.txt", text, makers=layers)))


def people(text: str, *entities: str) -> list[tuple[str, str]]:
    """Each mention with its bearer; a ``~`` makes a second mention of the same words."""
    return [(name.span.of(text), name.id) for name in seen(text, dict.fromkeys(entities, "PERSON"))]


@pytest.mark.parametrize(
    ("text", "entities", "bearers"),
    [
        ("Ana Ruiz won. Ruiz wept.", ["Ana Ruiz", "Ruiz"], ["Ana Ruiz", "Ana Ruiz"]),
        ("Mr Putin met Vladimir Putin.", ["Putin", "Vladimir Putin"], ["Vladimir Putin", "Vladimir Putin"]),
        ("Donald Trump and Donald J. Trump.", ["Donald Trump", "Donald J. Trump"], ["Donald J. Trump", "Donald J. Trump"]),
        ("Kim Jong Un came. Kim left Kim Jong-un.", ["Kim Jong Un", "Kim", "Kim Jong-un"], ["Kim Jong Un"] * 3),
        ("Robert Weller Jr. sat. Weller rose.", ["Robert Weller Jr.", "Weller"], ["Robert Weller Jr", "Robert Weller Jr"]),
        ("Ana Ruiz and Eva Ruiz. Ruiz left.", ["Ana Ruiz", "Eva Ruiz", "Ruiz"], ["Ana Ruiz", "Eva Ruiz", "Eva Ruiz"]),
        ("Ana Ruiz met Eva Weller.", ["Ana Ruiz", "Eva Weller"], ["Ana Ruiz", "Eva Weller"]),
    ],
)
def test_bearers(text: str, entities: list[str], bearers: list[str]) -> None:
    assert [bearer for _, bearer in people(text, *entities)] == bearers


def test_a_surname_the_model_missed_or_took_for_something_else() -> None:
    text = "Amy Klobuchar spoke. Klobuchar left. Then Klobuchar slept in the Klobuchar Building."
    found = [(name.span.start, name.label, name.id) for name in seen(text, {"Amy Klobuchar": "PERSON", "Klobuchar": "GPE"})]
    assert found == [(0, "PERSON", "Amy Klobuchar"), (21, "PERSON", "Amy Klobuchar"), (42, "PERSON", "Amy Klobuchar")]


@pytest.mark.parametrize(
    ("text", "entity", "words"),
    [
        ("for the Soviet Red Army’s men", "the Soviet Red Army’s", "Soviet Red Army"),
        ("in South Korea's south", "South Korea's", "South Korea"),
        ("of Associated Press (AP", "Associated Press (", "Associated Press"),
        ("by the U.S. Navy.", "the U.S. Navy.", "U.S. Navy"),
        ("of Ruiz Weller Jr.", "Ruiz Weller Jr.", "Ruiz Weller Jr"),
    ],
)
def test_trimmed(text: str, entity: str, words: str) -> None:
    assert [name.span.of(text) for name in seen(text, {entity: "ORG"})] == [words]


def test_a_title_is_a_role_and_no_part_of_the_name() -> None:
    (name,) = seen("It was President Ana Ruiz.", {"President Ana Ruiz": "PERSON"})
    assert (name.id, name.role) == ("Ana Ruiz", "President")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Russian President Ana Ruiz left", "Russian President"),
        ("the North Korean leader Ana Ruiz left", "North Korean leader"),
        ("with Lt. Gov. Ana Ruiz", "Lt. Gov."),
        ("with Mr Ana Ruiz", "Mr"),
        ("said finance minister Ana Ruiz", "finance minister"),
        ("Ana Ruiz, the chair of the council, left", "the chair of the council"),
        ("Ana Ruiz, chief economist at Weller, left", "chief economist at Weller"),
        ("Ana Ruiz, who leads, left", ""),
        ("On Monday Ana Ruiz left", ""),
        ("the presidency of Ana Ruiz", ""),
    ],
)
def test_role(text: str, role: str) -> None:
    assert [name.role for name in seen(text, {"Ana Ruiz": "PERSON"}) if name.label == "PERSON"] == [role]


@pytest.mark.parametrize(
    ("text", "entities", "found"),
    [
        ("Kyiv’s men near Kursk", {"Kyiv": "PERSON", "Kursk": "PRODUCT"}, [("Kyiv", "GPE"), ("Kursk", "GPE")]),
        ("KCNA and the Duma", {}, [("KCNA", "ORG"), ("Duma", "ORG")]),
        ("the Korean Central News Agency", {"the Korean Central News Agency": "ORG"}, [("Korean Central News Agency", "ORG")]),
        ("in North Korea today", {"Korea": "PERSON"}, [("North Korea", "GPE")]),
        ("the dumas of old, and us", {}, []),
    ],
)
def test_gazetteer(text: str, entities: dict[str, NameLabel], found: list[tuple[str, str]]) -> None:
    assert [(name.span.of(text), name.label) for name in seen(text, entities)] == found


def test_abbreviations_join_the_names_they_stand_for() -> None:
    text = "The US and the United States. The Weller Housing Trust (WHT) paid. The WHT, and EPP (Elder Pine Party), agreed."
    found = seen(text, {"Weller Housing Trust": "ORG", "WHT": "ORG", "WHT~": "ORG", "EPP": "ORG", "Elder Pine Party": "ORG"})
    assert [name.id for name in found] == [
        "United States", "United States", *["Weller Housing Trust"] * 3, "Elder Pine Party", "Elder Pine Party",
    ]  # fmt: skip


WORDS = st.sampled_from(["Ana", "Ruiz", "President", "Kyiv", "the", "'s", "’s", "(", ")", ".", "\n", " ", "NATO", "J.", "-", "é"])


@given(st.lists(WORDS, max_size=14), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=4))
def test_any_text(words: list[str], places: list[tuple[int, int]]) -> None:
    text = " ".join(words)
    entities = tuple(Entity(Span(at, at + long), "PERSON") for at, long in sorted(places) if at + long <= len(text))
    layers = {Block: lambda doc: (), Ignore: lambda doc: (), Entity: lambda doc: entities}
    found = names(Document("draft.txt", text, makers=layers))
    for name, after in zip_longest(found, found[1:]):
        assert name.span.of(text).strip()
        assert name.id
        assert after is None or name.end <= after.start

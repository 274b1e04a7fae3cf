from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.names import names
from newslint.document import Document
from newslint.facts.gazetteer import SHORT_FORMS
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
        ("Ana Ruiz met Ana Weller. Ana left.", ["Ana Ruiz", "Ana Weller", "Ana~"], ["Ana Ruiz", "Ana Weller", "Ana"]),
        ("Ana Ruiz left. Ana slept.", ["Ana Ruiz", "Ana~"], ["Ana Ruiz", "Ana Ruiz"]),
        ("Ana Ruiz left. Mrs Ana slept.", ["Ana Ruiz", "Ana~"], ["Ana Ruiz", "Ana"]),
        ("A. Ruiz, or Ana Ruiz, left.", ["A. Ruiz", "Ana Ruiz"], ["Ana Ruiz", "Ana Ruiz"]),
        ("A. Ruiz met Ana Ruiz and Abe Ruiz.", ["A. Ruiz", "Ana Ruiz", "Abe Ruiz"], ["Ana Ruiz", "Ana Ruiz", "Abe Ruiz"]),
        ("Joe Ruiz, or Joseph Ruiz, left.", ["Joe Ruiz", "Joseph Ruiz"], ["Joseph Ruiz", "Joseph Ruiz"]),
        ("Rolf Petrenko and Rolf Petrenkov.", ["Rolf Petrenko", "Rolf Petrenkov"], ["Rolf Petrenkov", "Rolf Petrenkov"]),
        ("Rolf Ivanov and Rolf Ivanova.", ["Rolf Ivanov", "Rolf Ivanova"], ["Rolf Ivanov", "Rolf Ivanova"]),
        ("Rolf T. Ruiz and Rolf B. Ruiz.", ["Rolf T. Ruiz", "Rolf B. Ruiz"], ["Rolf T. Ruiz", "Rolf B. Ruiz"]),
        ("Rolf Ruiz and Ed Dean Ruiz.", ["Rolf Ruiz", "Ed Dean Ruiz"], ["Rolf Ruiz", "Ed Dean Ruiz"]),
        ("Eva Dora Ruiz is E.D. Ruiz.", ["Eva Dora Ruiz", "E.D. Ruiz"], ["Eva Dora Ruiz", "Eva Dora Ruiz"]),
        ("Kim Jong Un is K.J. Kim.", ["Kim Jong Un", "K.J. Kim"], ["Kim Jong Un", "Kim Jong Un"]),
        ("Rolf Ruiz and his son Rolf T. Ruiz Jr.", ["Rolf Ruiz", "Rolf T. Ruiz Jr"], ["Rolf Ruiz", "Rolf T. Ruiz Jr"]),
        (
            f"Ana Ruiz ran. Ruiz won. Her cousin, Eva Ruiz, watched. Ruiz slept.{' It was late.' * 20} Ruiz woke.",
            ["Ana Ruiz", "Ruiz", "Eva Ruiz", "Ruiz~", "Ruiz~"],
            ["Ana Ruiz", "Ana Ruiz", "Eva Ruiz", "Eva Ruiz", "Eva Ruiz"],
        ),
        (
            f"Ana Ruiz ran. Ruiz won. Her cousin, Eva Ruiz, watched.{' It was late.' * 20} Ruiz woke.",
            ["Ana Ruiz", "Ruiz", "Eva Ruiz", "Ruiz~"],
            ["Ana Ruiz", "Ana Ruiz", "Eva Ruiz", "Ana Ruiz"],
        ),
        ("Mr Ruiz met Mrs Ruiz.", ["Ruiz", "Ruiz~"], ["Ruiz", "Mrs Ruiz"]),
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
        ("of Weller Press (WPX", "Weller Press (", "Weller Press"),
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
        ("Ana Ruiz, who runs the harbour, left", "runs the harbour"),
        ("Ana Ruiz, who ran for mayor, left", ""),
        ("Ana Ruiz – the harbour master’s lawyer – left", "the harbour master’s lawyer"),
        ("The head of the harbour, Ana Ruiz, left", "head of the harbour"),
        ("Leeds mayor Ana Ruiz left", "Leeds mayor"),
        ("the council met the mayor, Ana Ruiz, twice", "mayor"),
        ("the mayor said, Ana Ruiz left", ""),
        ("Ana Ruiz, the council and the mayor left", ""),
        ("Ana Ruiz, a former adviser to Mr. Weller, left", "a former adviser"),
        ("Ana Ruiz, in short, left", ""),
        ("On Monday Ana Ruiz left", ""),
        ("the presidency of Ana Ruiz", ""),
        ("former Bank of England governor Ana Ruiz left", "former Bank of England governor"),
        ("the Office for Budget Responsibility chair Ana Ruiz", "Office for Budget Responsibility chair"),
        ("the University of Weller professor Ana Ruiz", "University of Weller professor"),
        ("a crowd of Weller fans, and of Weller captain Ana Ruiz", "Weller captain"),
        ("the Office of Prime Minister Ana Ruiz", "Prime Minister"),
        ("the Church of Father Ana Ruiz", "Father"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert [name.role for name in seen(text, {"Ana Ruiz": "PERSON"}) if name.span.of(text) == "Ana Ruiz"] == [role]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ana Ruiz, 43, left", 43),
        ("Ana Ruiz, now 43, left", 43),
        ("Ana Ruiz, aged 43, left", 43),
        ("Ana Ruiz, 101, and others left", 101),
        ("Ana Ruiz (43), from Leeds, left", 43),
        ("the 43-year-old Ana Ruiz left", 43),
        ("Six-year-old Ana Ruiz left", 6),
        ("Ana Ruiz, 43 minutes late, left", None),
        ("Ana Ruiz, 1.5 seconds behind, left", None),
        ("Ana Ruiz (43) and Eva (51) scored", 43),
        ("Weller (4), Ana Ruiz (43)", None),
        ("Ana Ruiz, 2019, oil on wood", None),
        ("the father of 43-year-old twins and Ana Ruiz left", None),
    ],
)
def test_age(text: str, age: int | None) -> None:
    assert [name.age for name in seen(text, {"Ana Ruiz": "PERSON"}) if name.span.of(text) == "Ana Ruiz"] == [age]


@pytest.mark.parametrize(
    ("text", "entity", "label", "found"),
    [
        ("at St Weller Street.", "St Weller Street", "PERSON", "FAC"),
        ("the Weller Trust", "Weller Trust", "PERSON", "ORG"),
        ("Lake Weller", "Lake Weller", "ORG", "LOC"),
        ("Weller County", "Weller County", "ORG", "GPE"),
        ("the Weller Festival", "Weller Festival", "ORG", "EVENT"),
        ("with Helen Ruiz", "Helen Ruiz", "ORG", "PERSON"),
        ("with R. T. Ruiz", "R. T. Ruiz", "ORG", "PERSON"),
        ("with Ruiz & Weller", "Ruiz & Weller", "ORG", "ORG"),
    ],
)
def test_the_words_tell_the_label(text: str, entity: str, label: NameLabel, found: NameLabel) -> None:
    assert [name.label for name in seen(text, {entity: label})] == [found]


@pytest.mark.parametrize(
    ("text", "entities", "found"),
    [
        ("Kyiv’s men near Kursk", {"Kyiv": "PERSON", "Kursk": "PRODUCT"}, [("Kyiv", "GPE"), ("Kursk", "GPE")]),
        ("KCNA and the Duma", {}, [("KCNA", "ORG"), ("Duma", "ORG")]),
        ("the Korean Central News Agency", {"the Korean Central News Agency": "ORG"}, [("Korean Central News Agency", "ORG")]),
        ("in North Korea today", {"Korea": "PERSON"}, [("North Korea", "GPE")]),
        ("the dumas of old, and us", {}, []),
        ("the Guardian’s man", {}, [("Guardian", "ORG")]),
        ("a Guardian angel, the Guardian Angels", {}, []),
        ("the singer Rosa London, in London", {"Rosa London": "PERSON"}, [("Rosa London", "PERSON"), ("London", "GPE")]),
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


@pytest.mark.parametrize(("short", "full"), SHORT_FORMS.items())
def test_short_forms_need_no_gloss(short: str, full: str) -> None:
    assert [name.id for name in seen(f"Later the {short} left.", {short: "ORG"})] == [full]


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

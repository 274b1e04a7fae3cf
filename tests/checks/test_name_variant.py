from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from newslint.checks.name_variant import NameVariant
from newslint.document import Document, Dossier
from newslint.mentions import Entity, NameLabel
from newslint.rule import Match, RuleContext
from newslint.spans import Span
from tests.conftest import Read


def found(draft: Document, **options: frozenset[str]) -> list[Match]:
    return list(NameVariant(**options).find(RuleContext(Dossier(draft), dt.date(2026, 1, 1))))


def with_entities(draft: Document, *names: str, label: NameLabel = "PERSON") -> Document:
    """The draft as a model might have seen it: each of these words a name wherever it stands."""
    entities = [
        Entity(Span(at, at + len(name)), label)
        for name in names
        for at in range(len(draft.text))
        if draft.text.startswith(name, at)
    ]
    return replace(draft, makers={**draft.makers, Entity: lambda doc: tuple(sorted(entities, key=lambda entity: entity.start))})


def no_model(doc: Document) -> tuple[Entity, ...]:
    raise AssertionError("the model was asked")


@pytest.mark.parametrize(
    ("text", "rarer", "usual"),
    [
        ("He met Kim Jong Un. Later Kim Jong-un left.", "Kim Jong-un", "Kim Jong Un"),
        ("It was Erdoğan. It was for Erdogan. It was Erdogan’s.", "Erdoğan", "Erdogan"),
        ("It was Geert Supré. So said Supré. And Geert Supre.", "Supre", "Supré"),
    ],
)
def test_shape_needs_no_model(text: str, rarer: str, usual: str, read: Read) -> None:
    draft = read(text)
    (match,) = found(replace(draft, makers={**draft.makers, Entity: no_model}))
    assert match.span.of(text) == rarer
    assert match.slots["other"] == usual
    assert match.evidence[0].span == Span(text.index(usual), text.index(usual) + len(usual))
    assert (match.case, match.confidence) == ("default", "high")


def test_a_draft_without_candidates_asks_no_model(read: Read) -> None:
    draft = read("North Korea and South Korea met. Mr Kim Jong Un spoke, and the Democrats of the Democratic Party sang.")
    assert found(replace(draft, makers={**draft.makers, Entity: no_model})) == []


def test_letters_need_two_names(read: Read) -> None:
    draft = read("It was Vladimir Petrenko who came. Then Vladmir Petrenko went.")
    (match,) = found(with_entities(draft, "Vladimir Petrenko", "Vladmir Petrenko"))
    assert match.span.of(draft.text) == "Vladmir Petrenko"
    assert (match.case, match.confidence) == ("letters", "medium")
    assert found(with_entities(draft)) == []
    firm = read("It was Petrenkov Glass that won. Then Petrnkov Glass lost.")
    assert found(with_entities(firm, "Petrenkov Glass", "Petrnkov Glass", label="PERSON"))
    assert found(with_entities(firm, "Petrenkov Glass", "Petrnkov Glass", label="ORG")) == []


def test_two_people_with_like_surnames(read: Read) -> None:
    draft = read("It was Ola Hansson who met Pauline Hanson. Later Hansson spoke. So did Hanson.")
    assert found(with_entities(draft, "Ola Hansson", "Pauline Hanson", "Hansson", "Hanson")) == []


def test_forms_in_quotations_count_and_are_not_reported(read: Read) -> None:
    text = "Kim Jong Un spoke. “I saw Kim Jong-un,” she said. “It was Kim Jong-un.” Nobody asked Kim Jong Un. Kim Jong Un left."
    assert found(read(text)) == []
    (match,) = found(read(f"{text} For Kim Jong-un it was late."))
    assert match.span.start > len(text)


def test_names_of_which_both_forms_are_right(read: Read) -> None:
    draft = read("An African-American writer met an African American.")
    assert found(draft)
    assert found(draft, allow=frozenset({"African American"})) == []

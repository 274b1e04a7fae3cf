from __future__ import annotations

import pytest

from newslint.facts.gazetteer import GAZETTEER, SHORT_FORMS, WITH_ARTICLE


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Kyiv", "GPE"),
        ("Ukraine", "GPE"),
        ("Black Sea", "LOC"),
        ("Russians", "NORP"),
        ("Bank of England", "ORG"),
        ("New York Times", "ORG"),
        ("World Cup", "EVENT"),
        ("Xi Jinping", "PERSON"),
    ],
)
def test_known(name: str, label: str) -> None:
    assert GAZETTEER[name] == label


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Chad", "Washington", "Guardian", "Times", "Scotsman", "Apple", "May", ""])
def test_what_may_be_something_else_is_left_out(name: str) -> None:
    assert name not in GAZETTEER


def test_names_are_clean() -> None:
    for name in [*GAZETTEER, *WITH_ARTICLE, *SHORT_FORMS, *SHORT_FORMS.values()]:
        assert name == " ".join(name.split())
        assert name.lower() != name


def test_short_forms_stand_for_full_ones() -> None:
    assert not SHORT_FORMS.keys() & set(SHORT_FORMS.values())

"""The text of a new rule file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.rules.draft import Draft, named, next_code, scalar
from newslint.typedyaml import Place, SequenceNode, parse

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
TEXTS = st.text(LETTERS, max_size=30) | st.text("abc :#-?'\"[]{},&*!|>%@`“”\\~=<", max_size=12)


@given(TEXTS, TEXTS)
def test_every_text_comes_back_as_it_was(key: str, value: str) -> None:
    root = parse(f"- {scalar(key)}: {scalar(value)}\n- {scalar(value)}\n", Place("rule.yaml"))
    assert isinstance(root, SequenceNode)
    [(key_node, value_node)], item = root.value[0].value, root.value[1]
    assert (key_node.value, value_node.value, item.value) == (key, value, value)


@pytest.mark.parametrize("text", ["a plain text", "“quoted” here", "don't", "prior to", "007"])
def test_quotation_marks_only_where_they_are_needed(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("A loaded word in our own voice", (), "loaded-word-own-voice"),
        ("“Reportedly”: says who?", (), "reportedly-says-who"),
        ("The reader’s verdict", (), "readers-verdict"),
        ("A word", ("word",), "word-2"),
        ("A word", ("word", "word-2"), "word-3"),
        ("24 hours", (), "hours"),
        ("?!", (), "house-rule"),
        ("Là-bas – ici", (), "la-bas-ici"),
    ],
)
def test_an_id_from_a_title(title: str, taken: tuple[str, ...], name: str) -> None:
    assert named(title, taken) == name


@pytest.mark.parametrize(
    ("taken", "first", "code"),
    [
        ((), 901, "W901"),
        (("W901", "W903", "D905"), 901, "W904"),
        (("W101", "W109", "W201"), 101, "W110"),
        (("D201",), 201, "W201"),
    ],
)
def test_the_next_code_of_a_family(taken: tuple[str, ...], first: int, code: str) -> None:
    assert next_code("W", taken, first) == code


def test_what_is_not_set_stands_there_as_a_comment() -> None:
    draft = Draft("x", "W901", "X", "hedge", "m", unset=("words: Those looked for.",), options={"reports": []})
    assert "options:\n  reports: []\n  # words: Those looked for.\n" in draft.text()

"""Long lists of different names: what is done for them grows as they do. Calls are counted, so that no clock is needed."""

from __future__ import annotations

import re
from itertools import product

import pytest

from newslint.annotate.names import names
from newslint.document import Document
from newslint.mentions import Block, Entity, Ignore, NameLabel
from newslint.spans import Span
from tests.growth import calls

SYLLABLES = ("ba", "co", "di", "fu", "ge", "ho", "ki", "lu", "ma", "ne", "po", "ra", "si", "to", "va", "we")
WORDS = ["".join(word).title() for word in product(SYLLABLES, repeat=3)]
"""Words that no table knows, in an order in which neighbours are alike."""

LISTS: list[tuple[str, NameLabel]] = [
    ("[{0} {1}] left. ", "PERSON"),
    ("[{0} Weller] left. ", "PERSON"),
    ("Mr [{0}] left. ", "PERSON"),
    ("Mr [{0} Weller] left. [Weller] won. ", "PERSON"),
    ("“We will see,” [{0} {1}] said.\n", "PERSON"),
    ("[{0} {1}]: We will see.\n", "PERSON"),
    ("[{0} {1} {2}] left. [{1}] won. ", "PERSON"),
    ("[{0} van der {1}] left. ", "PERSON"),
    ("[Weller {0} {1}] left. ", "ORG"),
    ("[{0} {1}] left. [{0}] won. ", "ORG"),
    ("[{0} Force] left. [France {0} Force] won. ", "ORG"),
    ("[{0} {1} Trust] ([{0[0]}{1[0]}T]) left. ", "ORG"),
]


def document(row: str, label: NameLabel, rows: int) -> Document:
    """Rows of different names, each of which a model has found, those in brackets."""
    marked = "".join(row.format(WORDS[at * 7], WORDS[-1 - at * 5], WORDS[at * 3]) for at in range(rows))
    marks = [mark.start() - before for before, mark in enumerate(re.finditer(r"[\[\]]", marked))]
    entities = tuple(Entity(Span(start, end), label) for start, end in zip(marks[::2], marks[1::2], strict=True))
    layers = {Block: lambda doc: (), Ignore: lambda doc: (), Entity: lambda doc: entities}
    return Document("draft.txt", re.sub(r"[\[\]]", "", marked), makers=layers)


@pytest.mark.parametrize(("row", "label"), LISTS)
def test_four_times_the_names_are_four_times_the_calls(row: str, label: NameLabel) -> None:
    few, many = document(row, label, 100), document(row, label, 400)
    assert calls(lambda: names(many)).total() < 5 * calls(lambda: names(few)).total()

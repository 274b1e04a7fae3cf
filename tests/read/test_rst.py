"""reStructuredText: what of it is prose, each letter at its own place."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from newslint.errors import InputError
from newslint.linter import Linter
from newslint.mentions import Link

STORY = """\
Ferry fares rise
================

:Author: Jane Doe
:Date: 2025-08-15

The *ministry* said on Monday that **fares** would rise
by 5 per cent, `a report <https://www.example.org/report>`__ says [1]_.

.. A note to the desk: nobody said "Tuesday".

* An item of ``code``
* Another one

    A quotation of some words.

.. code:: python

   print("no prose")

.. [1] The figures are those of 2024.

.. include:: /etc/passwd
"""


def test_blocks_and_words(linter: Linter) -> None:
    doc = linter.parse(Path("story.rst"), STORY.encode())
    shown = [(block.kind, " ".join(block.span.of(doc.prose).replace("\x1f", "").split())) for block in doc.markup]
    assert shown == [
        ("headline", "Ferry fares rise"),
        ("byline", "Jane Doe"),
        ("dateline", "2025-08-15"),
        ("paragraph", "The ministry said on Monday that fares would rise by 5 per cent, a report says ."),
        ("list-item", "An item of \ufffc"),
        ("list-item", "Another one"),
        ("quote-block", "A quotation of some words."),
        ("code", 'print("no prose")'),
        ("list-item", "The figures are those of 2024."),
    ]
    assert doc.published == dt.date(2025, 8, 15)
    assert len(doc.prose) == len(doc.text)
    assert all(seen in ("\x1f", "\ufffc", " ", letter) for seen, letter in zip(doc.prose, doc.text, strict=True))
    assert [(link.url, link.span.of(doc.text)) for link in doc.all(Link) if link.kind == "link"] == [
        ("https://www.example.org/report", "a report")
    ]


@pytest.mark.parametrize("name", ["000_009268604145ada5", "003_bc68657364e0548b"])
def test_plain_prose_is_read_whole(name: str, linter: Linter) -> None:
    text = (Path(__file__).parents[2] / "seeds" / f"{name}.txt").read_text()
    apart = "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
    doc = linter.parse(Path("story.rst"), apart.encode())
    assert doc.prose.replace("\x1f", " ").split() == apart.split()


SUBSTITUTED = """\
.. |op| replace:: Kalmar Lines

The operator |op| said that 12 men of |op| came
from Kalmar, where |op| has its seat.

The second one.
"""


def test_what_is_put_in_from_elsewhere_does_not_lead_the_text_astray(linter: Linter) -> None:
    doc = linter.parse(Path("story.rst"), SUBSTITUTED.encode())
    assert [" ".join(block.span.of(doc.prose).replace("\x1f", "").split()) for block in doc.markup] == [
        "The operator \ufffc said that 12 men of \ufffc came from Kalmar, where \ufffc has its seat.",
        "The second one.",
    ]


@pytest.mark.parametrize(
    "definitions",
    [
        ".. |a| replace:: |b|\n.. |b| replace:: |a| |a|",
        "\n".join(f".. |{one}| replace:: {f'|{two}| ' * 10}" for one, two in pairwise("abcdefghi")) + "\n.. |i| replace:: ten",
    ],
)
def test_substitutions_that_would_fill_the_memory(definitions: str, linter: Linter) -> None:
    doc = linter.parse(Path("story.rst"), f"It was |a| day.\n\n{definitions}\n".encode())
    assert [" ".join(block.span.of(doc.prose).replace("\x1f", "").split()) for block in doc.markup] == ["It was \ufffc day."]


def test_the_title_of_a_table_is_no_headline(linter: Linter) -> None:
    text = "Fares\n=====\n\n.. list-table:: The dead by deck\n\n   * - Top\n     - 3\n\n.. topic:: Beside\n\n   It rained.\n"
    doc = linter.parse(Path("story.rst"), text.encode())
    assert [(block.kind, block.span.of(doc.text)) for block in doc.markup] == [
        ("headline", "Fares"),
        ("caption", "The dead by deck"),
        ("list-item", "Top"),
        ("list-item", "3"),
        ("boilerplate", "Beside"),
        ("boilerplate", "It rained."),
    ]


@pytest.mark.parametrize(
    ("text", "said"), [("- " * 9000 + "one", "nested too deeply"), ("one " * 250_001, "a line longer than 1000000 letters")]
)
def test_what_is_not_read(text: str, said: str, linter: Linter) -> None:
    with pytest.raises(InputError, match=said):
        linter.parse(Path("story.rst"), text.encode())

"""Work of checks and of the layers that they share grows with a draft, and no faster."""

from __future__ import annotations

import pytest

from newslint.document import Dossier
from newslint.linter import Linter
from newslint.mentions import Variant
from tests.conftest import Read
from tests.growth import calls

MORE = 4


def surname(number: int) -> str:
    """Names that begin with one letter and are no letter apart."""
    return "B" + "".join("aeioukmn"[number // 8**at % 8] * 2 for at in range(4))


def named(many: int) -> str:
    return "\n\n".join(
        f"Anna {surname(number)} spoke. Then {surname(2000 + number)} said {number} boats were lost." for number in range(many)
    )


def test_rare_names_are_not_held_against_all_surnames(read: Read) -> None:
    def work(size: int) -> int:
        text = named(size)
        return calls(lambda: read(text).reading.all(Variant)).total()

    work(MORE)  # what is read once is read
    few = work(50)
    assert work(50 * MORE) < 1.25 * MORE * few


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("anachronism", "The European Union sent {n} ships to the town of Lund in 19{y:02}, it was said."),
        ("allegation-without-reply", "Olaf {name} is accused of fraud. He denied it, said Ada {name}."),
    ],
)
def test_work_of_a_rule(linter: Linter, read: Read, rule: str, sentence: str) -> None:
    one = next(each for each in linter.rules if each.id == rule)

    def work(size: int) -> int:
        rows = (sentence.format(n=number + 20, y=94 + number % 6, name=surname(number)) for number in range(size))
        draft = read("\n\n".join(rows))
        for layer in one.check.needs:
            draft.reading.all(layer)
        return calls(lambda: linter.check(Dossier.of(draft, (), makers=linter.makers), rules=[one])).total()

    work(MORE)  # what is read once is read
    few = work(40)
    assert work(40 * MORE) < 1.25 * MORE * few

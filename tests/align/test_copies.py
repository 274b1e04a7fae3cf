"""Close copies: what is found, how it is joined, and that work grows with the texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.comparisons import Copy
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read
from tests.growth import calls

MILL = "the old mill has ground flour for the bakers of the town since before the railway came up the valley"


def copies(draft: str, source: str, read: Read, linter: Linter) -> list[str]:
    dossier = Dossier(read(draft), (Source(read(source), "s"),), makers=linter.makers)
    return [copy.span.of(draft) for copy in dossier.all(Copy)]


@pytest.mark.parametrize(
    ("draft", "source", "found"),
    [
        (f"He said {MILL}.", f"Everybody knows {MILL}, he says.", [MILL]),
        ("He said the mill has ground flour for bakers.", f"He said {MILL}.", []),                          # short runs
        (f"He said “{MILL}”.", f"Everybody knows {MILL}, he says.", []),                                # quoted here
        (f"He said {MILL}.", f"“{MILL.capitalize()}”, he says.", []),                                   # quoted there
        ("It was the mill’s owner who ground flour for the old bakers.", "the mill's owner who ground flour for the old bakers",
         ["the mill’s owner who ground flour for the old bakers"]),
        (f"He said {MILL.replace('bakers of', 'bakers in')}.", f"He said {MILL}.", [f"He said {MILL.replace('bakers of', 'bakers in')}"]),
        ("In a letter to the Royal Society for the Protection of Old Mills in Orlo", "The Royal Society for the Protection of Old Mills in Orlo",
         []),
    ],
)  # fmt: skip
def test_copies(draft: str, source: str, found: list[str], read: Read, linter: Linter) -> None:
    assert copies(draft, source, read, linter) == found


def test_pieces_put_in_another_order(read: Read, linter: Linter) -> None:
    draft = "The key was handed over by the wife of the old miller, who met the bakers during a feast in Porto on Sunday."
    source = "The wife of the old miller, it is said, carried the key when she met the bakers in Porto on Sunday during a feast."
    dossier = Dossier(read(draft), (Source(read(source), "s"),), makers=linter.makers)
    (copy,) = dossier.all(Copy)
    assert copy.reordered
    assert copy.share >= 0.6


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["mill", "flour", "baker", "town", "river", "owner", "close", "sold", "heir", "stone", "grain"]),
        min_size=8,
        max_size=30,
    )
)
def test_a_text_is_a_copy_of_itself(words: list[str], read: Read, linter: Linter) -> None:
    text = " ".join(words)
    assert copies(text, text, read, linter) == [text]


def test_work_grows_with_the_texts(read: Read, linter: Linter) -> None:
    def work(times: int) -> int:
        text = " ".join(f"Mill {n} has ground flour for baker {n} in town {n % 7} since year {n}." for n in range(times))
        dossier = Dossier(read(text), (Source(read(text), "s"),), makers=linter.makers)
        dossier.all(Copy)
        dossier._made.pop(Copy)
        return sum(calls(lambda: dossier.all(Copy)).values())

    assert work(120) < 3 * work(60)

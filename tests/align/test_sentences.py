"""Which passages a sentence is held against, and which words count as one."""

from __future__ import annotations

import pytest

from newslint.align.wording import content, stem
from newslint.comparisons import Alignment
from newslint.document import Dossier, Source
from newslint.linter import Linter
from newslint.spans import Span
from tests.conftest import Read
from tests.growth import calls


@pytest.mark.parametrize(
    "words",
    [
        "plan plans planned planning",
        "Kim Kim's Kim’s KIM",
        "kill killed killing dead died",
        "bought buys purchase purchased",
        "home houses property",
        "Korea Korean DPRK",
        "France French",
        "sold sell selling",
        "injured wounds",
    ],
)
def test_words_that_count_as_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["kill wound", "Korea Kenya", "buy sell", "rise fall", "son sun", "bus business", "ally alley"])
def test_words_that_do_not(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


def test_what_a_sentence_says_is_without_small_words_and_figures() -> None:
    text = "According to Mr Otto, the US sold 14 of the boats."
    said = {place.of(text) for _, place in content(text, Span(0, len(text)))}
    assert said == {"Otto", "US", "sold", "boats"}


SOURCE = """The harbour at Brack was closed on Monday after a fishing vessel ran aground.

The council will meet next week. The council said so on Tuesday.

Otto Brandt, who led the rescue, said the crew of nine had been very lucky.
"""


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("Brack harbour shut when a fishing boat ran aground.", "The harbour at Brack"),
        ("The crew were lucky, said Otto Brandt.", "Otto Brandt, who led"),
        ("The council is meeting soon.", "The council will meet"),
    ],
)
def test_the_nearest_passage_comes_first(sentence: str, passage: str, read: Read, linter: Linter) -> None:
    source = read(SOURCE)
    found = Dossier(read(sentence), (Source(source, "s"),), makers=linter.makers).all(Alignment)
    assert found[0].source_span.of(source.text).startswith(passage)
    assert found[0].score > 0.3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_grounds_name_the_words_that_both_have(read: Read, linter: Linter) -> None:
    found = Dossier(read("Otto Brandt saved the crew."), (Source(read(SOURCE), "s"),), makers=linter.makers).all(Alignment)
    assert found[0].grounds[0].what == "both have Otto, Brandt, crew"


def test_nothing_is_near_without_a_word_in_common(read: Read, linter: Linter) -> None:
    assert Dossier(read("Snow fell in Norway."), (Source(read(SOURCE), "s"),), makers=linter.makers).all(Alignment) == ()


def test_the_work_grows_with_the_source_and_no_faster(read: Read, linter: Linter) -> None:
    def work(times: int) -> int:
        source = read("\n\n".join(f"Ship{n} left port{n} for island{n} with grain." for n in range(100 * times)))
        draft = read("\n\n".join(f"Ship{n} sailed to island{n}." for n in range(100)))
        dossier = Dossier(draft, (Source(source, "s"),), makers=linter.makers)
        return calls(lambda: dossier.all(Alignment)).total()

    assert work(4) < 6 * work(1)

"""Several sources: their order decides nothing, one more that is about other things adds nothing, and work grows with them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.align.occasions import Occasions, occasions
from newslint.align.wording import content, stem, stemmed
from newslint.comparisons import Alignment, DateMatch, Origin
from newslint.document import Document, Dossier, Source
from newslint.ledger import ledger
from newslint.linter import Linter
from newslint.mentions import Credit, DateMention
from tests.conftest import Read
from tests.growth import calls

DRAFT = """The old harbour mill was bought by a brewer in May 2012, and 45 people lost their jobs.

The council closed the library by the river on Tuesday, Mayor Anna Holt said.

Some 120 boats left the port of Brack after the storm warning.
"""
STORIES = (
    "The old harbour mill was bought by a brewer in June 2013, and 48 people lost their jobs.",
    "The old harbour mill was bought by a brewer in July 2014, and 52 people lost their jobs. It is empty.",
    "The council closed the library by the river on Wednesday, Mayor Anna Hold said. Some 130 boats left the port of Brack.",
    "The council closed the library by the river on Thursday, Mayor Anne Holt said. Some 140 boats left the port of Brack.",
    "Some 140 boats left the port of Brack after the storm warning. The council closed the library by the river on Thursday.",
)
UNRELATED = (
    "A violinist from Lund plays three evenings of chamber music in March, and 900 seats are sold.",
    "Wheat prices fell by 4 per cent on Monday as traders waited for the harvest report.",
    "Two climbers were flown off a glacier in 2009 after a night in a crevasse.\n\nThey had left on Friday.",
    "Officials met early yesterday morning. The judge will hear 14 witnesses in May.",
)


def sources(read: Read, texts: list[tuple[str, str]], published: str | None = "2025-03-05") -> list[Source]:
    return [Source(read(text, published=published), id_) for id_, text in texts]


def told(linter: Linter, draft: Document, given: list[Source]) -> list[object]:
    return [
        (one.code, one.span, one.message, one.evidence)
        for one in linter.check(Dossier.of(draft, given, makers=linter.makers)).findings
    ]


def fresh(work: Callable[[], object]) -> int:
    """How many steps it takes, nothing remembered."""
    content.cache_clear()
    stemmed.cache_clear()
    stem.cache_clear()
    return calls(work).total()


@pytest.mark.parametrize("published", ["2025-03-05", None])
def test_the_order_of_the_sources_decides_nothing(published: str | None, read: Read, linter: Linter) -> None:
    draft = read(DRAFT, published="2025-03-05")
    given = sources(read, [(f"s{at}", text) for at, text in enumerate(STORIES)], published)
    first = told(linter, draft, given)
    assert first
    for order in list(permutations(given))[7::23]:
        assert told(linter, draft, [*order]) == first


def test_reports_keep_the_order_that_was_given(read: Read, linter: Linter) -> None:
    draft = read(DRAFT, published="2025-03-05")
    given = sources(read, [("z", STORIES[0]), ("a", STORIES[2]), ("m", UNRELATED[0])])
    rows = ledger(linter.check(Dossier.of(draft, given, makers=linter.makers)))
    assert [row["id"] for row in rows["sources"]] == ["z", "a", "m"]
    assert [row["name"] for row in rows["origins"]] == ["z", "a", "m"]


def test_of_two_that_say_the_same_the_first_to_appear_is_named(read: Read, linter: Linter) -> None:
    draft = read("The old harbour mill was bought by a brewer in May 2012.", published="2025-03-05")
    text = "The old harbour mill was bought by a brewer in June 2013."
    given = [
        Source(read(text, published="2025-03-02"), "archived", kind="archive"),
        Source(read(text), "undated"),
        Source(read(text, published="2025-03-04"), "later"),
        Source(read(text, published="2025-03-03"), "sooner"),
    ]
    (match,) = Dossier(draft, tuple(given), makers=linter.makers).reading.all(DateMatch)
    assert (match.verdict, match.source) == ("differs", "sooner")


@settings(max_examples=15, deadline=None)
@given(more=st.lists(st.sampled_from(UNRELATED), min_size=1, max_size=3, unique=True), story=st.sampled_from(STORIES))
def test_an_unrelated_source_adds_no_difference(more: list[str], story: str, read: Read, linter: Linter) -> None:
    def differing(texts: list[str]) -> set[object]:
        given = sources(read, [(f"s{at}", text) for at, text in enumerate(texts)])
        found = linter.check(Dossier.of(draft, given, makers=linter.makers)).findings
        return {(one.code, one.span) for one in found if one.code.endswith("201")}

    draft = read(DRAFT, published="2025-03-05")
    assert differing([story, *more]) <= differing([story])


@pytest.mark.parametrize("fillers", [1, 5, 60])
def test_what_a_word_tells_is_counted_in_its_own_source(fillers: int, read: Read) -> None:
    """However many other sentences there are, "mill" and "bought" are as telling in the source that has them."""
    (date,) = occasions(read("The mill was bought by a brewer of Brack, in poor health, in May 2012."))
    story = "A brewer bought the mill in June 2013. The brewer of the town bought barley. The mill was cold."
    filler = "\n\n".join(f"Choir{at} sang of winter in hall{at} on {1 + at % 28} March 2011." for at in range(fillers))
    alone = Occasions(sources(read, [("s", story)])).likeness(date)
    assert 0 < alone[0] < 1
    assert Occasions(sources(read, [("s", story), ("filler", filler)])).likeness(date) == alone


LINES = {
    "each its own": lambda at: f"Choir{at} sang of winter{at} in hall{at} on {1 + at % 28} March.",
    "much alike": lambda at: f"The council said {at} people were hurt in Jarrow on Friday at the bridge.",
    "the same": lambda at: "The council said that people were hurt in Jarrow on Friday at the bridge by the old mill.",
    "one line in all": lambda at: f"Choir{at} sang.\n\nSign up now to get the latest of our news by post at breakfast.",
}


@pytest.mark.parametrize("layer", [Alignment, DateMatch, Origin])
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_work_grows_with_the_number_of_sources(layer: type, line: object, read: Read, linter: Linter) -> None:
    def work(count: int) -> int:
        given = sources(read, [(f"s{at}", line(at)) for at in range(count)])  # type: ignore[operator]
        dossier = Dossier(read(DRAFT), tuple(given), makers=linter.makers)
        for doc in (dossier.draft, *(source.doc for source in given)):
            doc.all(DateMention), doc.all(Credit)
        return fresh(lambda: dossier.all(layer))

    work(5)
    assert work(160) < 2.6 * work(80)


def test_work_grows_with_one_sentence_of_dates(read: Read, linter: Linter) -> None:
    def work(count: int) -> int:
        text = "They met " + " ".join(f"on {('Monday', 'Friday', 'Sunday')[at % 3]}" for at in range(count))
        dossier = Dossier(read(text), (Source(read(text), "s"),), makers=linter.makers)
        for doc in (dossier.draft, dossier.sources[0].doc):
            doc.all(DateMention)
        return fresh(lambda: dossier.all(DateMatch))

    assert work(400) < 2.6 * work(200)


def test_work_grows_with_both_texts_and_not_with_their_product(read: Read, linter: Linter) -> None:
    """Every line has the same common words, so that each would be near to each."""

    def work(count: int) -> int:
        text = "\n\n".join(f"The council of the town met on road{at}." for at in range(count))
        dossier = Dossier(read(text), (Source(read(text), "s"),), makers=linter.makers)
        return fresh(lambda: dossier.all(Alignment))

    assert work(2400) < 2.6 * work(1200)


def test_files_of_one_name_are_told_apart_in_few_steps(read: Read, linter: Linter) -> None:
    def work(count: int) -> int:
        given = sources(read, [("wire", f"The mill of town{at} closed.") for at in range(count)])
        return calls(lambda: Dossier.of(given[0].doc, given, makers=linter.makers)).total()

    assert work(400) < 2.4 * work(200)
    ids = [one.id for one in Dossier.of(read("A."), sources(read, [("wire", "One."), ("wire", "Two.")]), makers={}).sources]
    assert len(set(ids)) == 2

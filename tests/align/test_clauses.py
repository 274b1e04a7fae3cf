"""Clauses of a draft and the clauses of its sources that speak of the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.comparisons import ClauseMatch
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.growth import calls


def dossier(linter: Linter, draft: str, *sources: str) -> Dossier:
    texts = [Source(linter.parse(Path(f"s{at}"), text.encode()), f"s{at}") for at, text in enumerate(sources)]
    return Dossier(linter.parse(Path("draft"), draft.encode()), tuple(texts), makers=linter.makers).reading


def nearest(linter: Linter, draft: str, *sources: str) -> list[str | None]:
    """Of every clause of the draft, the likest of the sources."""
    held = dossier(linter, draft, *sources)
    texts = {source.id: source.doc.text for source in held.sources}
    best: dict[object, str | None] = {}
    for match in held.all(ClauseMatch):
        best.setdefault(match.clause, match.other.words(texts[match.source or ""]) if match.other else None)
    return list(best.values())


WIRE = (
    "The chairman of the council, Ann Roe, carried the letter to York on Monday, when she met the bishop. "
    "Fourteen people were killed in the mill fire and thirty were hurt, police said."
)


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (
            "The letter was carried to York by Ann Roe, chairman of the council.",
            ["The chairman of the council, Ann Roe, carried the letter to York on Monday"],
        ),
        (
            "Ann Roe met the bishop in York on Monday.",
            ["when she met the bishop"],  # not "Ann Roe carried the letter to York on Monday"
        ),
        ("The mill fire killed fourteen people.", ["Fourteen people were killed in the mill fire"]),
        ("The mill fire injured thirty people.", [None]),  # hurt is not killed
        ("Prices of wheat rose again.", [None]),
        ("Wheat rose, and the mill fire killed fourteen.", [None, "Fourteen people were killed in the mill fire"]),
    ],
)
def test_the_likest_clause(linter: Linter, draft: str, found: list[str | None]) -> None:
    assert nearest(linter, draft, WIRE) == found


def test_one_that_denies_the_other(linter: Linter) -> None:
    held = dossier(linter, "The bishop of York did not meet Ann Roe.", "The bishop of York met Ann Roe.")
    assert [match.opposed for match in held.all(ClauseMatch)] == [True]


def test_an_article_against_itself_is_the_likest_of_all(linter: Linter) -> None:
    matches = dossier(linter, WIRE, WIRE).all(ClauseMatch)
    assert matches
    for match in matches:
        assert match.score == 1 or match.clause.words(WIRE) != (match.other and match.other.words(WIRE))


def test_small_clauses_need_the_same_words(linter: Linter) -> None:
    assert nearest(linter, "It could be years. The mill is old.", "It will be years. The mill is old.")[0] == "It will be years"
    assert nearest(linter, "It was a while. The mill is old.", "It will be years. The mill is old.")[0] is None


def test_work_grows_with_the_text_alone(linter: Linter) -> None:
    def steps(times: int) -> int:
        text = " ".join(f"The keeper of lighthouse{at} lost barrel{at} in storm{at}." for at in range(times))
        held = dossier(linter, text, text)
        return calls(lambda: held.all(ClauseMatch)).total()

    steps(2)  # what is imported and compiled once
    assert steps(120) < 2.6 * steps(60)

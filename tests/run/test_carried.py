"""What was found of one sentence stays while the next is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Document, Dossier
from newslint.linter import Linter
from newslint.run.carried import carried

FIRST = "The library had 48,000 visitors, critics say."
STORY = f"A headline\n\n{FIRST} It may reportedly close in May. Nobody asked the staff.\n\nThe end.\n"
HEDGE, SAY = "reportedly", "critics say"


@pytest.mark.parametrize(
    ("change", "still"),
    [
        (("staff.", "staff. And"), {HEDGE, SAY}),
        (("staff.", "staff or"), {HEDGE, SAY}),
        (("A headline", "A longer headline"), {HEDGE, SAY}),
        ((FIRST, f"Well. {FIRST}"), {HEDGE, SAY}),
        (("48,000", "49,000"), {HEDGE}),
        (("in May", "in June"), {SAY}),
        (("\n\nThe end", " The end"), {HEDGE, SAY}),
        ((f"{FIRST} It may", f"{FIRST}\n\nIt may"), {HEDGE, SAY}),
        (("say. It", "say: It"), set()),
        ((FIRST, f"{FIRST} {FIRST}"), {HEDGE}),
        ((FIRST, ""), {HEDGE}),
        ((STORY, ""), set()),
    ],
)
def test_what_is_found_holds_in_the_sentences_that_are_the_same(linter: Linter, change: tuple[str, str], still: set[str]) -> None:
    for name in ("draft.txt", "draft.html"):
        before, after = (drafted(linter, name, text) for text in (STORY, STORY.replace(*change)))
        found = linter.check(Dossier(before))
        assert {HEDGE, SAY} <= {one.span.of(before.text) for one in found.findings}
        held = {one.span.of(after.text) for one in carried(found, after, without=())}
        assert held & {HEDGE, SAY} == still, name


def drafted(linter: Linter, name: str, text: str) -> Document:
    """The text, its paragraphs marked up as the name has it."""
    marked = text if name.endswith(".txt") else "".join(f"<p>{one}</p>\n" for one in text.split("\n\n"))
    return linter.parse(Path(name), marked.encode())

"""Who rests on whom in the end, and which sources the draft uses."""

from __future__ import annotations

import pytest

from newslint.comparisons import Origin, Use
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read

WIRE = "The mill will close, the Guardian reported on Friday, citing North Korean state media. It is old, according to KCNA."


def origins(read: Read, linter: Linter, draft: str, *sources: Source) -> dict[str, tuple[str, ...]]:
    dossier = Dossier(read(draft), sources, makers=linter.makers)
    found = dossier.all(Origin)
    texts = {None: dossier.draft.text} | {source.id: source.doc.text for source in sources}
    assert all(span.of(texts[text]).strip() for origin in found for text, span in origin.places)
    return {origin.voice: origin.roots for origin in found}


def test_a_chain_ends_at_its_root(read: Read, linter: Linter) -> None:
    draft = "According to more via The Guardian: the mill is old."
    assert origins(read, linter, draft, Source(read(WIRE), "wire")) == {"wire": ("KCNA",), "The Guardian": ("KCNA",)}


@pytest.mark.parametrize(
    ("text", "more", "roots"),
    [
        ("The mill will close, the owner said.", {}, ("s",)),
        ("The mill will close, TMZ reported. It is old.", {}, ("TMZ",)),
        ("LONDON (Reuters) - The mill will close, the owner said. It is old, the mayor said.", {}, ("Reuters",)),
        ("TMZ reported it. The owner said so. The mayor said so. The baker said so too.", {}, ("s", "TMZ")),
        ("The mill will close, the owner told TMZ.", {}, ("s",)),                       # the owner answers for it
        ("The mill will close, the Guardian reported.", {"outlet": "Guardian"}, ("s",)),  # itself
        ("The mill will close, the Guardian reported.", {"url": "https://www.theguardian.com/a"}, ("s",)),
        ("The mill will close, TMZ reported.", {"kind": "notes"}, ("s", "TMZ")),
        ("TMZ reported it, citing Le Monde. It is old.", {}, ("Le Monde",)),
        ("The mill will close, the news agency QVA reported.", {"outlet": "Quayside Village Agency"}, ("s",)),  # its initials
        ("The mill will close, the news agency QVA reported.", {"outlet": "Quayside Gazette"}, ("QVA",)),
    ],
)  # fmt: skip
def test_a_source_and_its_roots(text: str, more: dict[str, str], roots: tuple[str, ...], read: Read, linter: Linter) -> None:
    source = Source(read(text), "s", **more)  # type: ignore[arg-type]
    assert origins(read, linter, "The mill is old.", source) == {"s": roots}


def test_two_that_cite_each_other(read: Read, linter: Linter) -> None:
    one = Source(read("It is old, TMZ reported, citing Le Monde."), "one")
    two = Source(read("It is old, Le Monde reported, citing TMZ."), "two")
    found = origins(read, linter, "The mill is old.", one, two)
    assert all(roots for roots in found.values())


def test_the_same_text_twice(read: Read, linter: Linter) -> None:
    text = "The old mill by the river has ground flour for three centuries, and it will close in May since its owner has no heir."
    dossier = Dossier(read("It is old."), (Source(read(text), "a"), Source(read(text), "b")), makers=linter.makers)
    assert [(origin.source, origin.alike, origin.roots) for origin in dossier.all(Origin)] == [
        ("a", "", ("a",)),
        ("b", "a", ("a",)),
    ]


def test_a_source_pushed_aside_by_others_is_used(read: Read, linter: Linter) -> None:
    draft = read("The old mill by the river will close in May, its owner said on Monday.")
    many = [
        Source(read(f"The old mill by the river will close in May, its owner said on Monday. No. {n}"), f"s{n}") for n in range(9)
    ]
    scores = [use.score for use in Dossier(draft, tuple(many), makers=linter.makers).all(Use)]
    assert len(scores) == 9
    assert min(scores) > 0.5

"""Quotations that a source gives to somebody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from newslint.checks.quote_speaker import QuoteSpeaker
from newslint.document import Document, Dossier, Source
from newslint.linter import Linter
from newslint.mentions import Entity
from newslint.rule import RuleContext
from newslint.spans import Span
from tests.conftest import Read

PEOPLE = ("Ada Quist", "Quist", "Bo Lund", "Lund")
QUOTE = "“The old harbour wall is lost to us,”"


def seen(doc: Document) -> Document:
    """The text as a model might have seen it: these people, each by the longest name that stands there."""
    taken: list[Span] = []
    for name in PEOPLE:
        spans = [Span(at, at + len(name)) for at in range(len(doc.text)) if doc.text.startswith(name, at)]
        taken += [span for span in spans if not any(span.overlaps(other) for other in taken)]
    entities = tuple(Entity(span, "PERSON") for span in sorted(taken))
    return replace(doc, makers={**doc.makers, Entity: lambda _: entities})


@pytest.mark.parametrize(
    ("text", "source", "speakers"),
    [
        (f"{QUOTE} Ada Quist said.", f"{QUOTE} Bo Lund said.", ("Ada Quist", "Bo Lund")),
        (f"{QUOTE} Quist said.", f"{QUOTE} Lund said. Bo Lund left. Ada Quist stayed.", ("Quist", "Bo Lund")),
        (f"{QUOTE} Quist said. Ada Quist left.", f"{QUOTE} Bo Lund said.", ("Ada Quist", "Bo Lund")),
        (f"{QUOTE} Quist said.", f"{QUOTE} Lund said. Bo Lund left.", None),  # Quist may be a firm
        (f"{QUOTE} Quist said.", f"{QUOTE} Ada Quist said. Bo Lund left.", None),
        (f"{QUOTE} Lund told Quist.", f"{QUOTE} Ada Quist said. Bo Lund left.", None),  # which of the two?
        (f"Bo Lund left. {QUOTE} he said.", f"{QUOTE} Quist said. The wall was old. Ada Quist left.", ("Bo Lund", "Ada Quist")),
    ],
)
def test_another_speaker(text: str, source: str, speakers: tuple[str, str] | None, read: Read, linter: Linter) -> None:
    dossier = Dossier(seen(read(text)), (Source(seen(read(source)), "s"),), makers=linter.makers)
    found = list(QuoteSpeaker().find(RuleContext(dossier, dt.date(2026, 1, 1))))
    assert [(match.slots["ours"], match.slots["theirs"]) for match in found] == ([speakers] if speakers else [])

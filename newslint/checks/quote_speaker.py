"""Quotations that a source gives to somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Name
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded

SLOTS = frozenset({"ours", "theirs"})


@dataclass(frozen=True)
class QuoteSpeaker(Check):
    """The words of one person given to another; both are named in full by their texts.

    A phrase of fewer than ``min-words`` words may be anybody's, and words that are only alike
    two people's lines. The model is asked who is a person only where two speakers seem to differ.
    """

    name: ClassVar[str] = "quote-speaker"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"verbatim": SLOTS, "alike": SLOTS}

    min_words: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc for source in ctx.sources}
        for match in ctx.dossier.all(QuoteMatch):
            if match.speakers != "different" or match.theirs is None or match.source is None or match.source_span is None:
                continue
            if len(match.quote.span.of(ctx.draft.text).split()) < self.min_words:
                continue
            if not (_person(match.quote.speaker_name, ctx.draft) and _person(match.theirs.speaker_name, texts[match.source])):
                continue
            yield Match(
                match.quote.outer,
                {"ours": match.quote.speaker_name, "theirs": match.theirs.speaker_name},
                case="verbatim" if match.verdict == "same" else "alike",
                evidence=(Evidence(match.source, match.source_span, match.theirs.speaker_name),),
                grounds=match.grounds,
            )


def _person(speaker: str, doc: Document) -> bool:
    """Whether this speaker is a person whom the text names, and no firm or place."""
    return any(name.label == "PERSON" and folded(name.id) in folded(speaker) for name in doc.all(Name))

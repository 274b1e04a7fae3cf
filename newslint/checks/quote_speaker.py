"""Quotations that a source gives to somebody else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Name, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import masked
from newslint.words import folded

SLOTS = frozenset({"ours", "theirs"})


@dataclass(frozen=True)
class QuoteSpeaker(Check):
    """The words of one person given to another; both are named in full by the draft or a source.

    A phrase of fewer than ``min-words`` words may be anybody's, and words that are only alike
    two people's lines. The model is asked who is a person only where two speakers seem to differ.
    """

    name: ClassVar[str] = "quote-speaker"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch, Name, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"verbatim": SLOTS, "alike": SLOTS}

    min_words: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc for source in ctx.sources}
        for match in ctx.dossier.all(QuoteMatch):
            if match.speakers != "different" or match.theirs is None or match.source is None or match.source_span is None:
                continue
            if len(match.quote.span.of(ctx.draft.text).split()) < self.min_words:
                continue
            docs = (ctx.draft, *texts.values())
            ours, theirs = match.quote.speaker_name, match.theirs.speaker_name
            if not (_person(ours, ctx.draft, docs) and _person(theirs, texts[match.source], docs)):
                continue
            if _doubtful(match.quote, theirs, ctx.draft) or _doubtful(match.theirs, ours, texts[match.source]):
                continue
            yield Match(
                match.quote.outer,
                {"ours": ours, "theirs": theirs},
                case="verbatim" if match.verdict == "same" else "alike",
                evidence=(Evidence(match.source, match.source_span, theirs),),
                grounds=match.grounds,
            )


def _doubtful(quote: Quote, other: str, doc: Document) -> bool:
    """Whether it is not plain who speaks: the other is named in the sentence too ("Smith told Jones"), or
    is known by the surname alone while this one is "he"."""
    if quote.speaker and " " not in other and quote.speaker.of(doc.text).lower() in ("he", "she", "they"):
        return True
    sentences = doc.all(Sentence)
    at = bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    around = masked(doc.text, [quote.span])[sentences[at].start : sentences[at].end] if at >= 0 else ""
    return re.search(rf"\b{re.escape(other.split()[-1])}\b", around) is not None


def _person(speaker: str, doc: Document, docs: Sequence[Document]) -> bool:
    """Whether this speaker is a person whom the text names, or another names in full, and no firm or place."""
    people = (name.id for name in doc.all(Name) if name.label == "PERSON")
    if any(folded(person) in folded(speaker) for person in people):
        return True
    full = (name.id.split() for other in docs for name in other.all(Name) if name.label == "PERSON")
    return any(len(words) > 1 and folded(words[-1]) == folded(speaker.split()[-1]) for words in full)

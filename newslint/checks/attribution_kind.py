"""Attributions to nobody in particular."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import ClassVar

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, AttributionKind, Sentence
from newslint.pieces import places, stands
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import lemma

NEAR = 16
"""Characters at most between a source and its cue: room for "have now also"."""

_WORD = compiled(r"[^\W\d_]+")
_QUANTIFIERS = frozenset({"some", "many"})
_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document"})
_JOINED = compiled(r"\b(?:and|or)\s+$")
_SUPPOSED = compiled(
    r"\b(?:if|whether|unless|once|long|previously|formerly|originally|initially|wrongly|mistakenly)\b[^,;:.()]*$", re.IGNORECASE
)
_IDIOM = compiled(r"\b(?:must|should|could|can|may|has\sto|cannot|can\snot)\s(?:also\s)?be\ssaid\b", re.IGNORECASE)
_LONG_AGO = compiled(
    r"""\bcentur(?:y|ies)\b|\bB\.?C\.?E?\b|\bA\.?D\.?\b|\bancient\b|\bmedieval\b|\bVikings?\b|\bRomans?\b|\bprehistoric|\bdinosaurs?\b
    |\bmillenni|\bmillion\syears\b|\b\d+,\d{3}\syears\b|\b(?:in|around|about|circa|from|to|since)\s(?:[5-9]\d\d|1[0-8]\d\d)\b""",
    re.VERBOSE,
)
"""What is believed of the distant past has no author that readers would miss."""

_AMONG = compiled(r"\b(?:among\sthem|one\sof\sthem)\b|,\s(?:such\sas|including|led\sby|another,)\b", re.IGNORECASE)
_WORK = compiled(
    r"\b(?:stud(?:y|ies)|research(?:ers?)?|papers?|review|trial|survey|university|journal|professor|published)\b|\bOne\b", re.I
)
_PRINTED = compiled(
    r"\b(?:journal|published\s(?:\w+\s)?in|the\sstudy|lead\sauthor|co-authors?|authors?\sof\sthe\s(?:study|paper|report))\b", re.I
)
_AT_WORK = frozenset({"researchers", "scientists"})
_TRADES = frozenset({"experts", "analysts", "economists", "scientists", "researchers"})
_WORKS = frozenset({"studies", "research"})
_FELT = compiled(r"\b(?:was|were|is|are|be)\b")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_MARKS = ("“", '"', "‘", "''", "„", "«")
_UNTOLD = compiled(r"no\b", re.IGNORECASE)


@dataclass(frozen=True)
class AttributionKinds(Check):
    """An attribution of one of ``kinds`` that nothing near it makes good.

    Only those are found whose source or cue has one of ``words`` and none of ``unless``, and
    of several with the same nameless source the first, since one remedy serves for all. A
    source that is named in the same sentence makes it good; where the source has one of
    ``introduces`` ("Experts say"), so does one of them who is named in the next ``window`` sentences: who is
    quoted there at once and is none of ``officials``, or is of the ``trade`` ("Professor Ruiz"). So does one of their
    calling anywhere in the draft ("Ana Ruiz, an expert on dams"), or the journal that printed it. ``unspecified`` are the
    words that may stand before reports and still say nothing of whose they are. What a market's ``consensus`` says is found
    with low confidence. A passive is none where the sentences on both sides have somebody speak.
    """

    name: ClassVar[str] = "attribution-kind"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Sentence)

    kinds: frozenset[AttributionKind]
    words: frozenset[str]
    unless: frozenset[str] = frozenset()
    introduces: frozenset[str] = frozenset()
    unspecified: frozenset[str] = frozenset()
    consensus: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    window: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        sentences = draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        named = (attribution for attribution in draft.all(Attribution) if attribution.kind in _NAMING)
        sources = sorted(named, key=lambda source: source.cue.start)  # the layer is in the order of its spans
        called = self._called(draft)
        seen: set[frozenset[str]] = set()
        for attribution in draft.all(Attribution):
            if attribution.kind not in self.kinds or _apart(attribution, draft.text):
                continue
            span = attribution.cue.through(attribution.source) if attribution.source else attribution.cue
            said = self._said(attribution, span.of(draft.text))
            here = bisect_right(starts, attribution.cue.start) - 1
            if not said or said in seen or here < 0 or _supposed(draft, sentences[here], attribution, span):
                continue
            last = min(here + (self.window if said & self.introduces else 0), len(sentences) - 1)
            if (
                said & called
                or (said <= _AT_WORK and stands(_PRINTED, draft.body))
                or _told_beside(attribution, sentences[here], sources)
            ):
                continue
            if said & self.introduces and self._introduced(draft, sentences[here : last + 1], said, sources):
                continue
            if attribution.source is None and _told_around(
                sentences, here, sources, untold=bool(_UNTOLD.match(draft.text, span.start))
            ):
                continue
            if attribution.source:
                seen.add(said)
            yield Match(span, confidence="low" if said & self.consensus else "high")

    def _said(self, attribution: Attribution, words: str) -> frozenset[str]:
        """The words that make it nameless; "some" and "many" only where they stand alone ("Some say")."""
        said = {word.lower() for word in _WORD.findall(words)}
        if said & self.unless or self._specified(attribution):
            return frozenset()
        return self.words & (said - _QUANTIFIERS if " " in attribution.source_name else said)

    def _specified(self, attribution: Attribution) -> bool:
        """Whether the words before "reports" say which: "fundraising reports", not "local media reports"."""
        words = [word.lower() for word in _WORD.findall(attribution.source_name)]
        head = next((at for at, word in enumerate(words) if word in self.words - self.introduces), None)
        if head is None or not self.unspecified:
            return False
        before = words[:head]
        return words[head + 1 : head + 2] == ["by"] or any(
            word not in self.unspecified and not word.endswith("ly") for word in before
        )

    def _introduced(
        self, draft: Document, here: Sequence[Sentence], said: frozenset[str], sources: Sequence[Attribution]
    ) -> bool:
        """Whether one of them is named behind it: quoted at once, of the trade, or said to be among them."""
        if _AMONG.search(here[0].span.of(draft.body)):
            return True
        quoted = False
        for sentence in here[1:]:
            words = sentence.span.of(draft.text)
            quoted |= any(mark in words for mark in _MARKS)
            first = bisect_left(sources, sentence.start, key=lambda one: one.cue.start)
            for source in islice(sources, first, None):
                if source.cue.start >= sentence.end:
                    break
                if any(letter.isupper() for letter in source.source_name) and self._is_one(
                    draft, sentence, source, said, quoted=quoted
                ):
                    return True
        return False

    def _is_one(self, draft: Document, sentence: Sentence, source: Attribution, said: frozenset[str], *, quoted: bool) -> bool:
        words = sentence.span.of(draft.body)
        if said & _WORKS:
            return bool(_WORK.search(words))
        if _AMONG.search(words):
            return True
        span = source.source or source.cue
        around = draft.own_words[max(sentence.start, span.start - 40) : min(sentence.end, span.end + 80)]
        described = {word.lower() for word in _WORD.findall(around)}
        if described & self.officials or span.of(draft.text).lower() in _PRONOUNS:
            return False
        return quoted or bool(said & _TRADES and described & self.trade)

    def _called(self, draft: Document) -> frozenset[str]:
        """Those of ``introduces`` of whom the draft calls somebody one: "Ana Ruiz, an analyst at"."""
        found = places(self._one_of_them, draft.body) if self._singles else ()
        return frozenset(self._singles[place.of(draft.body).lower()] for place in found)

    @cached_property
    def _singles(self) -> Mapping[str, str]:
        return {single: word for word in self.introduces if (single := lemma(word)) != word}

    @cached_property
    def _one_of_them(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(sorted(self._singles))})\b", re.IGNORECASE)


def _supposed(draft: Document, sentence: Sentence, attribution: Attribution, span: Span) -> bool:
    """Whether it is only supposed or was once thought ("if it is said to be"), or goes with a name ("Dr Roe and others")."""
    before = draft.text[sentence.start : span.start]
    if attribution.source:
        return bool(_JOINED.search(before))
    if _IDIOM.search(span.of(draft.text)) or _LONG_AGO.search(draft.text, sentence.start, sentence.end):
        return True
    return bool(_SUPPOSED.search(before) or _SUPPOSED.search(span.of(draft.text)))


def _told_around(sentences: Sequence[Sentence], here: int, sources: Sequence[Attribution], *, untold: bool) -> bool:
    """Whether somebody speaks in the sentences on both sides, in one paragraph: then the passage is theirs.

    Who told so much and no more ("no details were given") may have spoken anywhere before.
    """
    block = sentences[here].block
    if untold:
        return _told(Span(block.start, sentences[here].end), sources)
    beside = [one for one in (*sentences[max(0, here - 1) : here], *sentences[here + 1 : here + 2]) if one.block == block]
    return len(beside) == 2 and all(_told(one.span, sources) for one in beside)


def _told(span: Span, sources: Sequence[Attribution]) -> bool:
    at = bisect_left(sources, span.start, key=lambda source: source.cue.start)
    return at < len(sources) and sources[at].cue.start < span.end


def _told_beside(attribution: Attribution, first: Sentence, sources: Sequence[Attribution]) -> bool:
    """Whether the sentence has a source of its own."""
    at = bisect_left(sources, first.start, key=lambda source: source.cue.start)
    hidden = attribution.content if attribution.source else None
    for source in islice(sources, at, None):
        if source.cue.start >= first.end:
            return False
        if not (hidden and hidden.covers(source.cue)):
            return True
    return False


def _apart(attribution: Attribution, text: str) -> bool:
    """Whether source and cue belong together only at a distance ("Analysts welcomed the move, saying"), or nothing is said."""
    source, cue = attribution.source, attribution.cue
    if source and _FELT.search(text, source.end, cue.end):
        return True  # "activists were hopeful"
    return source is not None and max(cue.start - source.end, source.start - cue.end) > NEAR

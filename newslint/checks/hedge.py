"""Hedges that hide who reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, AttributionKind, Block, Credit, Hedge, Link, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.words import word_set

_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document", "anonymous"})
_WORD = compiled(r"[\w’'-]+")
_DETERMINER = compiled(r"\b(?:a|an|the|his|her|its|their|some|of|on|by|in|for|involving|\w+['’]s)\s$", re.I)
"""Before "allegedly", it belongs to a name for a thing ("an allegedly forged passport"), as "alleged" would."""

_UNSAID = compiled(r"\b(?:declined|refused|unable|failed|not|n['’]t|never|without)\s(?:to\s)?$", re.I)
"""Before a cue: it tells of nothing that was said ("declined to say whether")."""

_GOES_ON = compiled(
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|both|neither"
    r"|the\s(?:pair|two|three|man|woman|men|women|couple|group|move|incident|attack|news|claims?|allegations?))\b",
    re.I,
)
_OF_THEM = compiled(r"[“\"‘']+(?:he|she|they|his|her|their)\b", re.I)
_NAME, _SHORT, _STEM = 3, 5, 6
"""Letters: the least of a name and of a word, and what is compared of it."""

_COMMON = word_set(
    """the and but his her its she they this that for not with from when what all one two new mrs sir
    about after again against allegedly already among another around because before being between could during every first
    found going government having including itself later might monday month months never other others people place police
    purportedly reportedly report reported right second several should since still their there these thing things think third
    those three through today together toward towards tuesday twice under until wednesday thursday friday saturday sunday weeks
    where which while whose within without would years year yesterday times according added announced claimed confirmed told
    saying statement spokesman spokeswoman newspaper"""
)


@dataclass(frozen=True)
class Hedges(Check):
    """One of ``words`` with nobody near who reports; one match a paragraph.

    A source with one of the cues in ``reporting`` makes it good in the same sentence, and earlier in the
    paragraph or in the next sentence, or the first of the next paragraph, where it speaks of the same: of a name or an
    uncommon word of the hedged sentence, or as "he" or "it". Not so the source whose own cue is hedged ("the minister
    reportedly said"). So does an outlet that is credited, or a link, in the same sentence. For
    "allegedly" it is enough that one of ``lawful`` ("charged", "prosecutors") stands in the
    paragraph or the one before: it is then theirs.
    """

    name: ClassVar[str] = "hedge"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Credit, Hedge, Link, Sentence)

    words: frozenset[str]
    reporting: frozenset[str]
    lawful: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        hedges = [hedge for hedge in ctx.draft.all(Hedge) if hedge.span.of(text).lower() in self.words]
        if not hedges:
            return
        sentences = ctx.draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        named = (a for a in ctx.draft.all(Attribution) if a.kind in _NAMING and a.cue.of(text).lower() in self.reporting)
        sources = sorted(named, key=lambda source: source.cue.start)  # the layer is in the order of its spans
        outlets = [credit.start for credit in ctx.draft.all(Credit) if credit.form != "tag"]
        links = sorted([*outlets, *(link.start for link in ctx.draft.all(Link))])
        courts = _Paragraphs(ctx, self.lawful)
        unnamed: list[tuple[Sentence, Hedge]] = []
        for hedge in hedges:
            here = bisect_right(starts, hedge.start) - 1
            if any(
                _reports(source, hedge) and _of_same(ctx, source, sentences, here)
                for source in _between(sources, sentences, here)
            ):
                continue
            credited = bisect_left(links, sentences[here].end) > bisect_left(links, sentences[here].start)
            if not credited and not (hedge.kind == "legal" and courts.answer_for(hedge)):
                unnamed.append((sentences[here], hedge))
        for _, group in groupby(unnamed, key=lambda pair: pair[0].block):
            first, *others = (hedge for _, hedge in group)
            yield Match(first.span, evidence=tuple(Evidence(None, other.span) for other in others))


@dataclass(frozen=True)
class _Paragraphs:
    """Which paragraphs are about a case before the law."""

    ctx: RuleContext
    lawful: frozenset[str]

    def answer_for(self, hedge: Hedge) -> bool:
        """Whether "allegedly" is the word of those who bring the case, or part of a name for a thing."""
        text = self.ctx.draft.body
        if _DETERMINER.search(text, max(0, hedge.start - 20), hedge.start):
            return True
        blocks = self.ctx.draft.all(Block)
        at = bisect_right(blocks, hedge.start, key=lambda block: block.start) - 1
        near = " ".join(block.span.of(text).lower() for block in blocks[max(0, at - 1) : at + 1])
        return not self.lawful.isdisjoint(_WORD.findall(near))


def _between(sources: Sequence[Attribution], sentences: Sequence[Sentence], here: int) -> Sequence[Attribution]:
    """The sources from the start of the paragraph to the end of the next sentence, and of the first of the next paragraph."""
    block = sentences[here].block
    after = next((at for at in range(here + 1, len(sentences)) if sentences[at].block != block), here + 1)
    end = sentences[min(after, len(sentences) - 1)].end
    first = bisect_left(sources, sentences[here].block.start, key=lambda source: source.cue.start)
    last = bisect_left(sources, end, key=lambda source: source.cue.start)
    return sources[first:last]


def _reports(source: Attribution, hedge: Hedge) -> bool:
    return source.source is None or not source.source.end <= hedge.start < source.cue.start


def _of_same(ctx: RuleContext, source: Attribution, sentences: Sequence[Sentence], here: int) -> bool:
    """Whether a source in another sentence speaks of what is hedged."""
    text = ctx.draft.body
    there = bisect_right(sentences, source.cue.start, key=lambda one: one.start) - 1
    if there == here:
        return not _UNSAID.search(text, max(0, source.cue.start - 25), source.cue.start)
    hedged, other = sentences[here], sentences[there]
    if here + 1 < there and other.block == hedged.block:
        return False
    if source.carried and source.carried.covers(hedged.span):
        return True
    words = hedged.span.of(text)
    later = other if there > here else hedged
    if _GOES_ON.match(later.span.of(text)) or (there > here and _OF_THEM.match(_content(source, text))):
        return True
    return not _stems(words).isdisjoint(_stems(other.span.of(text)))


def _content(source: Attribution, text: str) -> str:
    return source.content.of(text) if source.content else ""


def _stems(words: str) -> frozenset[str]:
    """The uncommon words and names, without their endings."""
    long = (word for word in _WORD.findall(words) if len(word) >= (_NAME if word[0].isupper() else _SHORT))
    return frozenset(word.lower()[:_STEM] for word in long if word.lower() not in _COMMON)

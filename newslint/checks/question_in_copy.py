"""Questions that the writer asks the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Attribution, Block, Quote, Sentence
from newslint.rule import Check, Match, RuleContext

_MARK = re.compile(r"\?[\s)\"'”’]*$")
_SPEAKER = re.compile(r"(?:\(\(|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s?:|Q\b|\*\*)")
_YES_OR_NO = re.compile(
    r"(?:(?:But|And|Or|So|Then)\s)?(?:Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Has|Have|Had|Might|May|Should)(?:n['’]t)?\s"
)
_READER = re.compile(r"\b(?:you|your|we|us|our|I|me|my)\b")


@dataclass(frozen=True)
class QuestionInCopy(Check):
    """A question outside quotations that nobody in the copy asks.

    The case ``hint`` is one to be answered by yes or no that nothing follows in its paragraph, so that it hangs in
    the air, in a draft that reports: at least ``attributions`` of them, one within the first ``lead`` paragraphs, and no more
    than ``most`` such questions, none of them to the reader. Writers of features ask and answer: all others are the
    case ``default``. Interviews are left alone: paragraphs that open with the name of a speaker, and questions that are a paragraph.
    """

    name: ClassVar[str] = "question-in-copy"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "hint": frozenset()}

    attributions: int = 3
    lead: int = 2
    most: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        asked = list(self._asked(ctx))
        news = 0 < len(asked) <= self.most and self._reports(ctx)
        text = ctx.draft.body
        for sentence in asked:
            words = sentence.span.of(text)
            last = not text[sentence.end : sentence.block.end].strip()
            hint = news and last and _YES_OR_NO.match(words) and not _READER.search(words)
            yield Match(sentence.span, case="hint" if hint else "default")

    def _reports(self, ctx: RuleContext) -> bool:
        cues = [one.cue.start for one in ctx.draft.all(Attribution)]
        paragraphs = [block for block in ctx.draft.all(Block) if block.kind == "paragraph"][: self.lead]
        return len(cues) >= self.attributions and any(block.start <= cue < block.end for block in paragraphs for cue in cues)

    def _asked(self, ctx: RuleContext) -> Iterator[Sentence]:
        own, text = ctx.draft.own_words, ctx.draft.text
        attributed: Sequence[Attribution] = [one for one in ctx.draft.all(Attribution) if one.content]
        for sentence in ctx.draft.all(Sentence):
            words = sentence.span.of(own)
            if sentence.block.kind != "paragraph" or not _MARK.search(words) or len(words.split()) < 3:
                continue
            block = sentence.block.span
            interview = _SPEAKER.match(text, block.start) or sentence.span.end >= block.stripped(text).end == block.start
            alone = sentence.span == block.stripped(text)
            said = any(one.span.overlaps(sentence.span) for one in attributed)
            if not interview and not alone and not said:
                yield sentence

"""Questions that the writer asks the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover

_MARK = compiled(r"\?[\s)\"'”’]*$")
_SPEAKER = compiled(r"(?:\(\(|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s?:|Q\b|A:|\*\*)")
_YES_OR_NO = compiled(
    r"(?:(?:But|And|Or|So|Then)\s)?(?:Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Has|Have|Had|Might|May|Should)(?:n['’]t)?\s"
)
_READER = compiled(r"\b(?:you|your|we|us|our|I|me|my)\b")
_ASKED = compiled(r"\basked\b")
_TITLE = compiled(r"[a-z,] (?:Who|What|Why|Where|When|How|Is|Are|Do|Does)\b[^?]*\?")
"""A question with a capital in the midst of a sentence is the name of a song or a play."""


@dataclass(frozen=True)
class QuestionInCopy(Check):
    """A question outside quotations that nobody asks, in copy that reports.

    Copy reports where there are at least ``attributions`` of them, one within the first ``lead`` paragraphs, and no more than
    ``most`` such questions: features and comment ask and answer. A question to be answered by yes or no that
    nothing follows in its paragraph, so that it hangs in the air, is the case ``hint``, any other the case ``default``. Questions
    to the reader and interviews are left alone: paragraphs that open with the name of a speaker, questions that are a paragraph.
    """

    name: ClassVar[str] = "question-in-copy"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "hint": frozenset()}

    attributions: int = 3
    lead: int = 2
    most: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        asked = list(self._asked(ctx))
        if not 0 < len(asked) <= self.most or not self._reports(ctx):
            return
        text = ctx.draft.body
        for sentence in asked:
            words = sentence.span.of(text)
            if not _READER.search(words) and not _ASKED.search(text, sentence.start, min(sentence.end + 40, len(text))):
                last = not text[sentence.end : sentence.block.end].strip()
                yield Match(sentence.span, case="hint" if last and _YES_OR_NO.match(words) else "default")

    def _reports(self, ctx: RuleContext) -> bool:
        cues = [one.cue.start for one in ctx.draft.all(Attribution)]
        paragraphs = [block for block in ctx.draft.all(Block) if block.kind == "paragraph"]
        if any(_SPEAKER.match(ctx.draft.text, block.start) for block in paragraphs):
            return False
        return len(cues) >= self.attributions and any(
            block.start <= cue < block.end for block in paragraphs[: self.lead] for cue in cues
        )

    def _asked(self, ctx: RuleContext) -> Iterator[Sentence]:
        own = ctx.draft.own_words
        said = Cover(one.content for one in ctx.draft.all(Attribution) if one.content)
        for sentence in ctx.draft.all(Sentence):
            words = sentence.span.of(own)
            if sentence.block.kind != "paragraph" or not _MARK.search(words) or len(words.split()) < 3:
                continue
            alone = sentence.span == sentence.block.span.stripped(ctx.draft.text)
            if not alone and not said.touches(sentence.span) and not _TITLE.search(words):
                yield sentence

"""Long quotations whose speaker comes last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_END = compiled(r"[.!?…]+[\s\"'”’)]*\s(?=[\"'“‘(\[]?[A-Z])")
_WORD = compiled(r"\S+")

NEAR = 250
"""Characters before a quotation in which its speaker may have been named."""


@dataclass(frozen=True)
class LateAttribution(Check):
    """A quotation of more than ``sentences`` sentences and ``words`` words before the speaker, in a paragraph that it opens.

    Readers hear out the first sentence, then want to know whose voice it is. A quotation that goes on with
    the speaker of the paragraph before is left out.
    """

    name: ClassVar[str] = "late-attribution"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"speaker", "words"})}

    sentences: int = 2
    words: int = 40

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        starts = [block.start for block in draft.all(Block)]
        speaker = ""  # of the quotation before
        for quote in draft.all(Quote):
            before, speaker = speaker, quote.speaker_name or speaker
            if quote.kind != "speech" or quote.speaker is None or quote.cue is None or quote.continued:
                continue
            opening = starts[bisect_right(starts, quote.outer.start) - 1]
            late = quote.cue.start >= quote.outer.end and not draft.text[opening : quote.outer.start].strip()
            length = len(_WORD.findall(quote.span.of(draft.text)))
            count = 1 + len(_END.findall(quote.span.of(draft.text)))
            known = _named_before(draft.text, quote)
            if late and not known and length > self.words and count > self.sentences and quote.speaker_name != before:
                first = _END.search(draft.text, quote.start, quote.end)
                slots = {"speaker": one_line(quote.speaker.of(draft.text), 60), "words": length}
                yield Match(Span(quote.outer.start, first.end() if first else quote.end).stripped(draft.text), slots)


def _named_before(text: str, quote: Quote) -> bool:
    """Whether the lines before name the speaker, so that readers expect the voice; a pronoun says that they do."""
    name = _WORD.findall(quote.speaker_name)[-1:]
    before = text[max(0, quote.outer.start - NEAR) : quote.outer.start]
    return not name or name[0].islower() or len(name[0]) < 3 or name[0] in before

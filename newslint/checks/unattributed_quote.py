"""Quotations that nobody says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.mentions import Attribution, Block, Quote
from newslint.rule import Check, Match, RuleContext

REACH = 3
"""Paragraphs back in which readers still remember who was speaking."""

LEAD = 80
"""Characters before a quotation that may say where it comes from."""

JOINED = 8
"""Characters between quotations that are read together ("signs such as “...” and “...”")."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"‘'])")
_DOING = re.compile(r"\b(?:to|will|would|must|should|could|cannot|can|not)\s+$", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:the|a|an|his|her|its|their|our|this|that|these|those|all|any|every|each|him|them|it|us)\b")
_CREDIT = re.compile(r"[.,]?\s*(?:[-–—―~]+|[(\[]|by\b)\s*@?[A-Z]")
_ASKED = re.compile(
    r"\b(?:calls?|appeals?|pleas?|demands?|pledges?|promises?|vows?|requests?|orders?|invitations?)\s+(?:for|on|to)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b[a-z]{3,}(?:ed|ing)\s+$")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


@dataclass(frozen=True)
class UnattributedQuote(Check):
    """A quotation with no speaker or cue in its paragraph.

    Phrases of fewer than ``min_words`` words may be terms or scare quotes and are left out,
    but for a quoted verb with its object ("to “reaffirm” their ties"): that is somebody's
    account of what was done. One of ``bearers`` before it in its sentence says what the
    quotation comes from ("the headline “...”"). ``plain`` is the case of a whole paragraph of
    speech, or part of a sentence, beside paragraphs whose speaker is known.
    """

    name: ClassVar[str] = "unattributed-quote"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "plain": frozenset()}

    bearers: frozenset[str]
    min_words: int = 5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        doc = ctx.draft
        blocks = [block for block in doc.all(Block) if block.kind not in ("front-matter", "boilerplate", "code")]
        starts = [block.start for block in blocks]
        voiced = _voiced(doc, starts)
        settled = -LEAD  # the end of the last quotation that somebody says
        for quote in doc.all(Quote):
            at = bisect_right(starts, quote.outer.start) - 1
            alone = not doc.text[starts[at] : min(quote.outer.start, starts[at] + LEAD)].strip()
            lead_in = doc.text[max(starts[max(0, at - alone)], quote.outer.start - LEAD) : quote.outer.start].rstrip()
            lead_in = _SENTENCE_END.split(lead_in)[-1]
            joined = quote.outer.start - settled < JOINED
            if at in voiced or quote.continued or joined or self._borne(lead_in) or _CREDIT.match(doc.text, quote.outer.end):
                settled = quote.outer.end
            elif quote.outer.end > quote.end and self._spoken(doc.text, quote):
                plain = (alone or quote.kind == "partial") and any(near in voiced for near in range(at - REACH, at + 2))
                yield Match(quote.outer, case="plain" if plain else "default")
                if plain:
                    voiced.add(at)

    def _spoken(self, text: str, quote: Quote) -> bool:
        """Whether these are somebody's words, not a title, a term or a scare quote."""
        words = _WORD.findall(quote.span.of(text))
        before = text[max(0, quote.outer.start - 16) : quote.outer.start]
        if quote.kind in ("speech", "partial"):
            return len(words) >= self.min_words and not _DONE.search(before)
        verb = quote.kind == "scrap" and len(words) == 1 and words[0].islower()
        return verb and bool(_DOING.search(before) and _OBJECT.match(text, quote.outer.end))

    def _borne(self, lead_in: str) -> bool:
        """Whether the words before say where the quotation comes from."""
        bearers = self.bearers & {word.lower() for word in _WORD.findall(lead_in)}
        return bool(bearers or _ASKED.search(lead_in)) or lead_in.endswith((":", "—", "–", "-"))


def _voiced(doc: Document, starts: Sequence[int]) -> set[int]:
    """The numbers of the blocks in which somebody speaks."""
    cues = [attribution.cue for attribution in doc.all(Attribution) if attribution.kind != "agentless"]
    cues += [quote.cue for quote in doc.all(Quote) if quote.cue]
    return {bisect_right(starts, cue.start) - 1 for cue in cues}

"""Quotations that nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Quote, Voice
from newslint.rule import Check, Match, RuleContext

JOINED = 8
"""Characters between quotations that are read together ("signs such as “...” and “...”")."""

_DOING = compiled(r"\b(?:to|will|would|must|should|could|cannot|can|not)\s+$", re.IGNORECASE)
_OBJECT = compiled(r"\s+(?:the|a|an|his|her|its|their|our|this|that|these|those|all|any|every|each|him|them|it|us)\b")
_ASKED = compiled(
    r"\b(?:calls?|appeals?|pleas?|demands?|pledges?|promises?|vows?|requests?|orders?|invitations?)\s+(?:for|on|to)\b",
    re.IGNORECASE,
)
_DONE = compiled(r"\b[a-z]{3,}(?:ed|ing)\s+$")
_MINDED = compiled(
    r"\b(?:is|are|was|were|remains?|felt|feels?)\s+[\"“'‘]{1,2}(?:(?:very|deeply|quite|not|so)\s)?(?:confident|proud|pleased|happy|sorry|certain|sure|glad|aware|open|ready|\w{3,}ed)\b"
)
_WORD = compiled(r"[A-Za-z][\w'’-]*")


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
    needs: ClassVar[tuple[type, ...]] = (Voice,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "plain": frozenset()}

    bearers: frozenset[str]
    min_words: int = 5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        settled = -JOINED  # the end of the last quotation that somebody says
        before: Voice | None = None
        told: set[int] = set()  # blocks whose speaker a finding asks for, so that it is not asked for twice
        for voice in ctx.draft.all(Voice):
            outer = voice.quote.outer
            if before and before.block != voice.block and not text[before.quote.start].isupper():
                settled = -JOINED  # part of a sentence at a paragraph's end goes on in no other
            before = voice
            if voice.heard or voice.block in told or outer.start - settled < JOINED or self._borne(voice.lead_in.of(text)):
                settled = outer.end
            elif outer.end > voice.quote.end and self._spoken(text, voice.quote):
                plain = (voice.alone or voice.quote.kind == "partial") and (voice.near or self._near(voice, told))
                yield Match(outer, case="plain" if plain else "default")
                if plain:
                    told.add(voice.block)

    def _near(self, voice: Voice, told: set[int]) -> bool:
        """Whether a finding just before has asked for this speaker."""
        return any(block in told for block in range(voice.block - 3, voice.block))

    def _spoken(self, text: str, quote: Quote) -> bool:
        """Whether these are somebody's words, not a title, a term or a scare quote."""
        words = _WORD.findall(quote.span.of(text))
        before = text[max(0, quote.outer.start - 16) : quote.outer.start]
        if quote.kind in ("speech", "partial"):
            minded = _MINDED.search(text, max(0, quote.outer.start - 16), quote.end)
            return len(words) >= self.min_words and not _DONE.search(before) and not minded
        verb = quote.kind == "scrap" and len(words) == 1 and words[0].islower()
        return verb and bool(_DOING.search(before) and _OBJECT.match(text, quote.outer.end))

    def _borne(self, lead_in: str) -> bool:
        """Whether the words before say where the quotation comes from."""
        bearers = self.bearers & {word.lower() for word in _WORD.findall(lead_in)}
        return bool(bearers or _ASKED.search(lead_in)) or lead_in.endswith((":", "—", "–", "-"))

"""Sentences of which the source answers for the tail alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Quantity, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_TAIL = compiled(r",\s(?P<what>an?\s(?:[\w-]+\s){0,3}?[\w-]+|something|and\sone)\s(?:that\s|which\s)?$")
_TOLD = compiled(
    r"sa(?:y|ys|id)|believes?|thinks?|claims?|claimed|insists?|insisted|argues?|argued|estimates?|reckons?|expects?|alleges?|fears?|warn(?:s|ed)?"
)
_PRONOUN = frozenset({"it", "he", "she", "they", "we", "i"})
_SAYING = frozenset({"named", "body", "document", "anonymous", "vague"})


@dataclass(frozen=True)
class HalfAttributed(Check):
    """A sentence whose only source stands behind its main statement: "He agreed to go, a move that aides believe ...".

    The main statement must be ``words`` long and have a figure or an act of ``acts`` to answer for.
    """

    name: ClassVar[str] = "half-attributed"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Quantity, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"source", "what"})}

    acts: frozenset[str] = frozenset()
    words: int = 8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        cues = sorted(draft.all(Attribution), key=lambda attribution: attribution.cue)
        starts = [attribution.cue.start for attribution in cues]
        figures = [one.start for one in draft.all(Quantity) if one.kind != "ordinal"]
        carried = [attribution.carried for attribution in cues if attribution.carried]
        for sentence in draft.all(Sentence):
            inside = cues[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if len(inside) != 1 or inside[0].source is None or inside[0].kind not in _SAYING:
                continue
            source = inside[0].source
            told_so = _TOLD.fullmatch(inside[0].cue.of(draft.text)) and source.of(draft.text).lower() not in _PRONOUN
            tail = _TAIL.search(draft.text, sentence.start, source.start)
            if not told_so or source.start > inside[0].cue.start or not tail or any(one.covers(sentence.span) for one in carried):
                continue
            main = Span(sentence.start, tail.start())
            told = re.findall(r"[a-z]+", main.of(draft.own_words).lower())
            counted = bisect_left(figures, main.end) > bisect_left(figures, main.start)
            if len(told) >= self.words and (counted or not self.acts.isdisjoint(told)):
                yield Match(main, {"source": one_line(source.of(draft.text), 60), "what": tail["what"]})

"""Two hedges where one is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Attribution, Hedge, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_WORD = re.compile(r"\w[\w'’-]*")
_BREAK = re.compile(r"[;:?!—]|\s[–-]\s|,\s(?:but|while|although|though|because|who|which|where|when|after|before|as|so)\b")


@dataclass(frozen=True)
class StackedHedges(Check):
    """Two cues or more that soften one proposition.

    ``reports`` ("reportedly") or ``beliefs`` ("suggests") with one of ``doubts`` ("may")
    within ``reach`` and ``near`` words; two doubts side by side; one of ``accusing`` with
    "allegedly" (case ``stacked``). A doubt before one of ``states`` ("potentially ready")
    is the case ``state``; one of ``reports`` in the sentence after an attribution to nobody
    in particular the case ``again``.
    """

    name: ClassVar[str] = "stacked-hedge"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Hedge, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "stacked": frozenset({"first", "second"}),
        "state": frozenset({"first", "second"}),
        "again": frozenset({"first"}),
    }

    reports: frozenset[str]
    doubts: frozenset[str]
    beliefs: frozenset[str]
    accusing: frozenset[str]
    states: frozenset[str]
    reach: int = 8
    near: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        doc = ctx.draft
        for sentence, hedges in _by_sentence(doc):
            yield from self._stacked(doc, sentence, hedges)
            yield from self._states(doc, hedges)
        yield from self._again(doc)

    def _stacked(self, doc: Document, sentence: Sentence, hedges: Sequence[Hedge]) -> Iterator[Match]:
        found: list[tuple[Hedge, Hedge]] = []
        for first, second in pairwise(self._cues(doc, sentence, hedges)):
            if not self._together(doc.own_words, first, second, hedges):
                continue
            if found and found[-1][1] == first:
                found[-1] = (found[-1][0], second)
            else:
                found.append((first, second))
        for first, second in found:
            slots = {"first": first.span.of(doc.text), "second": second.span.of(doc.text)}
            yield Match(first.span.through(second.span), slots, case="stacked")

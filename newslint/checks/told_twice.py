"""A sentence told a second time in other words, or in the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD

_MOST_COMMON = 40
"""Sentences that a word may stand in and still say which sentences are alike; keeps long drafts linear."""

_RARE = 3
"""How many of a sentence's rarest words are looked up: two that are alike share most of their words."""


@dataclass(frozen=True)
class ToldTwice(Check):
    """Two sentences of the body that share nearly all their words, figures included; the later one is reported.

    ``alike`` is the share of the words that the two have between them which both must have, ``least`` the
    fewest words that tell something (stop words left out) of a sentence. Quotations may be repeated; so may a
    refrain that stands more than twice.
    """

    alike: float = 0.8
    least: int = 6

    name: ClassVar[str] = "told-twice"
    needs: ClassVar[tuple[type, ...]] = (Sentence, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"same": frozenset(), "alike": frozenset()}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        told = self._told(ctx.draft)
        common = Counter(word for _, words in told for word in words)
        by_word: dict[str, list[int]] = defaultdict(list)
        twins: dict[int, int] = {}
        for at, (_, words) in enumerate(told):
            rare = sorted(words, key=lambda word: (common[word], word))
            near = {other for word in rare[:_RARE] for other in by_word[word]}
            alike = [other for other in sorted(near) if self._alike(words, told[other][1])]
            if alike:
                twins[at] = alike[0]
            for word in rare:
                if common[word] <= _MOST_COMMON:
                    by_word[word].append(at)
        repeats = Counter(twins.values())
        for at, first in twins.items():
            if repeats[first] == 1:
                case = "same" if told[at][1] == told[first][1] else "alike"
                yield Match(told[at][0], case=case, evidence=(Evidence(None, told[first][0], "told before"),))

    def _told(self, draft: Document) -> list[tuple[Span, frozenset[str]]]:
        """The sentences of the body that tell something, each with its words."""
        own, found = draft.own_words, []
        for sentence in draft.all(Sentence):
            if sentence.block.kind != "paragraph":
                continue
            words = {word.lower() for word in WORD.findall(sentence.span.of(own))} - STOP_WORDS
            if len(words) >= self.least:
                found.append((sentence.span, frozenset(words)))
        return found

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        return len(one & other) >= self.alike * len(one | other)

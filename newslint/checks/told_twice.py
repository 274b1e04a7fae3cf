"""A sentence told a second time in other words, or in the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD, word_set

_MOST_COMMON = 40
"""Sentences that a word may stand in and still say which sentences are alike; keeps long drafts linear."""

_LONG = 7
"""Words that tell something; a sentence with more may begin with a name in the place of "the company"."""

_RARE = 3
"""How many of a sentence's rarest words are looked up: two that are alike share most of their words."""

_PART = compiled(r"[£$€]?\d(?:[\d,.]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLURAL = compiled(r"(?<=[^\W\d_]{3})(?<!s)s$")
_OWNER = compiled(r"['’]s?$")
_COUNTS = word_set(
    """two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty
    hundred thousand million billion half third quarter"""
)


@dataclass(frozen=True)
class ToldTwice(Check):
    """Two sentences of the body that share nearly all their words, figures included; the later one is reported.

    ``alike`` is the share of the words that the two have between them which both must have, ``least`` the
    fewest words that tell something (stop words left out) of a sentence. Quotations may be repeated; so may a
    refrain that stands more than twice. The case ``again`` is a sentence with a figure whose every word stands in
    one paragraph before: it may begin with a name where that has "the company".
    """

    alike: float = 0.8
    least: int = 6

    name: ClassVar[str] = "told-twice"
    needs: ClassVar[tuple[type, ...]] = (Sentence, Quote, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"same": frozenset(), "alike": frozenset(), "again": frozenset()}

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
        twice = {told[at][0] for at in twins}
        for sentence, before in self._again(ctx.draft):
            if sentence not in twice:
                yield Match(sentence, case="again", evidence=(Evidence(None, before, "told here"),))

    def _again(self, draft: Document) -> Iterator[tuple[Span, Span]]:
        """The sentences that tell nothing new, each with the paragraph before that has all of it."""
        own, earlier = draft.own_words, list[tuple[Span, frozenset[str]]]()
        by_word: dict[str, list[int]] = defaultdict(list)
        sentences = [one for one in draft.all(Sentence) if one.block.kind == "paragraph"]
        for block, inside in groupby(sentences, lambda sentence: sentence.block):
            for sentence in inside:
                words = _telling(sentence.span.of(own))
                if len(words) < self.least or not _exact(sentence.span.of(own)):
                    continue
                near = by_word[min(words[1:], key=lambda word: len(by_word[word]))][:_MOST_COMMON]
                before = next((at for at in near if _covered(words, earlier[at][1])), None)
                if before is not None:
                    yield sentence.span, earlier[before][0]
            all_told = frozenset(_telling(block.span.of(own)))
            for word in all_told:
                by_word[word].append(len(earlier))
            earlier.append((block.span, all_told))

    def _told(self, draft: Document) -> list[tuple[Span, frozenset[str]]]:
        """The sentences of the body that tell something, each with its words."""
        own, found = draft.own_words, []
        for sentence in draft.all(Sentence):
            if sentence.block.kind != "paragraph":
                continue
            words = _words(sentence.span.of(own))
            if len(words) >= self.least:
                found.append((sentence.span, words))
        return found

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> bool:
        return len(one & other) >= self.alike * len(one | other)


@lru_cache(maxsize=4096)
def _words(words: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(words)) - STOP_WORDS


@lru_cache(maxsize=4096)
def _telling(words: str) -> tuple[str, ...]:
    """The different words that tell something, in order: in small letters, without endings, the parts of compounds apart."""
    return tuple(dict.fromkeys(bare for part in _PART.findall(words) if (bare := _bare(part.lower()))))


@lru_cache(maxsize=16_384)
def _bare(word: str) -> str:
    """A word without its ending; none of one that tells nothing."""
    if "'" in word or "’" in word:
        word = _OWNER.sub("", word)
    return "" if word in STOP_WORDS else _PLURAL.sub("", word)


def _exact(words: str) -> bool:
    """Whether a sentence has a figure, and another or a name."""
    parts = _PART.findall(words)
    figures = {part for part in parts if _figure(part.lower())}
    names = {part for part in parts[1:] if part[0].isupper()}
    return bool(figures) and len(figures | names) > 1


def _covered(words: tuple[str, ...], told: frozenset[str]) -> bool:
    """Whether all of it was told, but perhaps for the name that a longer sentence begins with."""
    rest = words[1:] if len(words) > _LONG and not _figure(words[0]) else words
    return told.issuperset(rest)


def _figure(word: str) -> bool:
    return word[-1].isdigit() or word in _COUNTS

"""Reading grade: how many years of school a draft asks of its readers."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar, Literal

from newslint.document import Document
from newslint.kept.lasting import lasting
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Sentence
from newslint.rule import Check, Match, RuleContext

NLTK_DATA = Path(__file__).parent.parent / "data" / "nltk"
"""The folder that holds the CMU Pronouncing Dictionary as nltk expects it."""

Formula = Literal["flesch-kincaid", "gunning-fog"]

FEWEST_WORDS = 25
"""A shorter paragraph has hardly a grade, and is named only where all are shorter."""

_ROUGH_MARGIN = 3.0
"""Grades by which the rough grade may be too low; 2.2 was the most in 566 news stories, 0.9 in 99 of 100."""

_STOP = compiled(r"[.!?]")
_NO_LETTER = compiled(r"[^\w'\s]")
_VOWELS = compiled(r"[aeiouy]+")
_MUTE = compiled(r"(?:[^l]e|[^cgs]es|[^dt]ed)$")


@dataclass(frozen=True)
class Readability(Check):
    """The reading grade of an article's own paragraphs, quotations included, by one ``formula``.

    ``limit`` is the highest grade that passes, and drafts of fewer than ``min_words`` words
    have none. The place is the paragraph that is hardest to read.
    """

    formula: Formula = "flesch-kincaid"
    limit: float = 18.0
    min_words: int = 100

    name: ClassVar[str] = "readability"
    needs: ClassVar[tuple[type, ...]] = (Block, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"grade", "limit", "paragraph"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        by_block = _paragraphs(ctx.draft)
        article = [sentence for sentences in by_block.values() for sentence in sentences]
        if _words(article) < self.min_words:
            return
        if self.formula == "flesch-kincaid" and _rough_grade(article) < self.limit - _ROUGH_MARGIN:
            return
        grade = self._grade(article)
        if grade <= self.limit:
            return
        worst = max(by_block, key=lambda block: (_words(by_block[block]) >= FEWEST_WORDS, self._grade(by_block[block])))
        slots = {"grade": f"{grade:.1f}", "limit": f"{self.limit:g}", "paragraph": f"{self._grade(by_block[worst]):.1f}"}
        yield Match(worst.span, slots)

    def grades(self, draft: Document) -> Iterator[tuple[Block, int, float]]:
        """Each paragraph of a reading copy, with its words and its reading grade."""
        for block, sentences in _paragraphs(draft).items():
            yield block, _words(sentences), self._grade(sentences)

    def _grade(self, sentences: Sequence[str]) -> float:
        text = ". ".join(sentences) + "."
        score = _textstat().gunning_fog if self.formula == "gunning-fog" else _textstat().flesch_kincaid_grade
        return float(score(text))


def _paragraphs(draft: Document) -> dict[Block, list[str]]:
    """The sentences of each of the draft's own paragraphs."""
    by_block: dict[Block, list[str]] = {}
    for sentence in draft.all(Sentence):
        if sentence.block.kind == "paragraph":
            by_block.setdefault(sentence.block, []).append(_bare(sentence.span.of(draft.body)))
    return by_block


@cache
def _textstat() -> Any:
    """textstat, with our dictionary in reach: it would look for it on the network otherwise.

    It would have nltk read it, which takes half a second to import and to do so.
    """
    if "textstat" in sys.modules:  # a plugin has imported it, with nltk as it is
        import nltk as used

        used.data.path.insert(0, str(NLTK_DATA))
        return sys.modules["textstat"]
    nltk: Any = ModuleType("nltk")
    nltk.data = SimpleNamespace(find=str)
    nltk.corpus = SimpleNamespace(cmudict=SimpleNamespace(dict=_Sounds))
    real = sys.modules.get("nltk")
    sys.modules["nltk"] = nltk
    try:
        import textstat
    finally:
        del sys.modules["nltk"]
        if real:
            sys.modules["nltk"] = real
    with lasting():
        textstat.flesch_kincaid_grade("Loaded.")
    return textstat


class _Sounds:
    """The dictionary as textstat asks it. Of what a word sounds like it has the stress of each vowel alone."""

    def __init__(self) -> None:
        self._lines = (NLTK_DATA / "corpora" / "cmudict" / "cmudict").read_text(encoding="ascii").splitlines()

    def __getitem__(self, word: str) -> list[list[str]]:
        """The ways to say a word; raises KeyError or IndexError where it is not there."""
        entry = f"{word.upper()} 1"
        line = self._lines[bisect_left(self._lines, entry)]
        if not line.startswith(entry) or not line.lower().startswith(word):
            raise KeyError(word)
        return [line[len(entry) :].split()]


def _bare(sentence: str) -> str:
    """A sentence without stops: textstat ends one at each, in "$1.13bn" and "U.S." too."""
    return " ".join(_STOP.sub("", sentence).split())


def _words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _rough_grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade with syllables guessed from vowels.

    It spares the ordinary draft the half second and more that textstat and its dictionary
    take to load.
    """
    words = _NO_LETTER.sub("", " ".join(sentences)).lower().split()
    syllables = sum(map(_rough_syllables, words))
    long_enough = sum(len(sentence.split()) > 2 for sentence in sentences)  # as textstat counts sentences
    return 0.39 * len(words) / max(1, long_enough) + 11.8 * syllables / max(1, len(words)) - 15.59


@lru_cache(maxsize=16_384)
def _rough_syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(word)) - bool(_MUTE.search(word)))

"""Quoted scraps: a word or two in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import folded

_WORD = compiled(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class ScrapQuote(Check):
    """A speaker's words of fewer than ``min_words``, once for each; those of ``allow`` may stand.

    ``within`` is a scrap that a longer quotation of the draft holds beside another word: readers may
    think that it was said of something else. Names, nicknames and terms are nobody's words.
    """

    name: ClassVar[str] = "scrap-quote"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"words"}), "within": frozenset({"words", "whole"})}

    min_words: int = 2
    allow: tuple[str, ...] = ()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        quotes = ctx.draft.all(Quote)
        seen = {folded(word) for word in self.allow}
        within = _within(text, quotes)
        for quote in quotes:
            words = _WORD.findall(quote.span.of(text))
            key = folded(quote.span.of(text))
            if quote.kind != "scrap" or quote.speaker is None or not 0 < len(words) < self.min_words or key in seen:
                continue
            if not all(word.islower() for word in words):
                continue
            seen.add(key)
            scrap = quote.span.of(text)
            whole = within.get(words[0].lower())
            slots = {"words": scrap} | ({"whole": one_line(whole.span.of(text), 80)} if whole else {})
            evidence = (Evidence(None, whole.outer, "the whole"),) if whole else ()
            yield Match(quote.outer, slots, case="within" if whole else "default", evidence=evidence)


def _within(text: str, quotes: Sequence[Quote]) -> dict[str, Quote]:
    """For each word of the longer quotations, but the last of each, the first that has it."""
    found: dict[str, Quote] = {}
    for quote in quotes:
        words = [word.lower() for word in _WORD.findall(quote.span.of(text))]
        for word in words[:-1] if len(words) > 3 else ():
            found.setdefault(word, quote)
    return found

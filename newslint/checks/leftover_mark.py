"""Marks that writers leave for themselves and forget: TK, XXX, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quote
from newslint.pieces import piece, places
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_TWICE = compiled(r"(?<![\w'’.@#/-])(?P<word>[A-Za-zÀ-ɏ]++)(?P<gap>\s++)(?P<again>(?i:(?P=word)))(?![\w\u0300-\u036f'’@/-])")
_TWO_SPACES = compiled(r"(?<=[^\s|])  (?=[^\s|])")


@dataclass(frozen=True)
class LeftoverMark(Check):
    """Notes to oneself, doubled words and double spaces.

    ``marks`` are looked for everywhere, ``own_marks`` outside quotations only. ``twice`` are
    words that may stand twice in a row; so may names ("Duran Duran").
    """

    marks: tuple[re.Pattern[str], ...] = ()
    own_marks: tuple[re.Pattern[str], ...] = ()
    twice: frozenset[str] = frozenset()

    name: ClassVar[str] = "leftover-mark"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset(),
        "doubled-word": frozenset({"word"}),
        "two-spaces": frozenset({"count"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        for patterns, text in ((self.marks, draft.body), (self.own_marks, draft.own_words)):
            for pattern in patterns:
                yield from (Match(place) for place in places(pattern, text) if place)
        yield from self._doubled(draft)
        yield from _two_spaces(draft)

    def _doubled(self, draft: Document) -> Iterator[Match]:
        for block in draft.all(Block):
            if block.kind in ("boilerplate", "front-matter", "code", "quote-block"):
                continue
            for twice, space in piece(block.span.of(draft.own_words)).once(_twice):
                span, gap = twice.moved(block.start), space.moved(block.start)
                word, again = draft.own_words[span.start : gap.start], draft.own_words[gap.end : span.end]
                # what was blanked between the two parts them
                if word.lower() in self.twice or again[0].isupper() or not gap.of(draft.text).isspace():
                    continue
                fix = Fix((Edit(Span(gap.start, span.end), ""),), f"Leave out the second “{again}”", safe=True)
                yield Match(span, {"word": again}, case="doubled-word", fix=fix)


def _twice(block: str) -> Sequence[tuple[Span, Span]]:
    """The words that stand twice in a row in a block, each pair with the space in it."""
    return [(Span(*match.span()), Span(*match.span("gap"))) for match in _TWICE.finditer(block)]


def _two_spaces(draft: Document) -> Iterator[Match]:
    """One finding for the whole draft, at the first place, that mends them all."""
    body = draft.body
    found = [place for place in places(_TWO_SPACES, draft.text) if body[place.start - 1].strip() and body[place.end].strip()]
    if found:
        fix = Fix(tuple(Edit(place, " ") for place in found), "Make each one space", safe=True)
        yield Match(found[0], {"count": len(found)}, case="two-spaces", fix=fix)

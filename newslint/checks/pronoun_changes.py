"""He for Mrs Ruiz."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Name, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, starting_in

_TITLE = compiled(r"\b(?:(?P<m>Mr|Sir|Lord)|(?P<f>Mrs|Ms|Miss|Dame|Lady))\.?\s$")
_ANY = compiled(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Lord|Dame|Lady)\b\.?\s[A-Z]")
_PRONOUN = compiled(r"\b(?:(?P<m>he|him|his|himself)|(?P<f>she|her|hers|herself))\b", re.IGNORECASE)


@dataclass(frozen=True)
class PronounChanges(Check):
    """A pronoun of the other sex in a paragraph that names one person alone, called Mr, Mrs or Ms.

    ``others`` are words that somebody else may stand in: wife, mother, woman. A paragraph with any of them is left alone.
    """

    others: frozenset[str] = frozenset()

    name: ClassVar[str] = "pronoun-changes"
    needs: ClassVar[tuple[type, ...]] = (Block, Name, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"name"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        for block in ctx.draft.all(Block):
            words = block.span.of(text)
            if block.kind != "paragraph" or not _ANY.search(words):
                continue
            kinds = {found.lastgroup for found in _PRONOUN.finditer(words)}
            if len(kinds) != 1 or self._another.search(words):
                continue
            here = starting_in(ctx.draft.all(Name), block.start, block.end)
            names = [name for name in here if name.label == "PERSON" and block.span.covers(name.span)]
            titles = {found.lastgroup for name in names if (found := _TITLE.search(text, max(0, name.start - 6), name.start))}
            if len({name.id for name in names}) != 1 or len(titles) != 1 or titles == kinds:
                continue
            pronoun = next(_PRONOUN.finditer(words))
            if block.start + pronoun.start() > names[0].end:
                span = Span(block.start + pronoun.start(), block.start + pronoun.end())
                yield Match(
                    span, {"name": names[0].id}, confidence="medium", evidence=(Evidence(None, names[0].span, "named here"),)
                )

    @cached_property
    def _another(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(map(re.escape, sorted(self.others))) or '(?!)'})\b", re.IGNORECASE)

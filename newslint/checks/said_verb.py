"""Verbs and nouns of saying that do more than say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from newslint.inflections import forms
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Quote
from newslint.needles import each
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_CLAUSE = compiled(
    r"^[\"'“‘]|^[Tt]hat\b|\b(?:he|she|it|they|we|there|is|was|are|were|has|have|had|will|would|can|could|may|might|should|did|does|do|\w{3,}ed)\b"
)
"""What a reported clause shows itself by, and a mere object ("claimed the prize") does not."""

_NOT = compiled(r"(?:\bnot|n['’]t|\bworth)\s$")
_OWNER = r"(?:[\w-]+['’]s?\s)?"


@dataclass(frozen=True)
class SaidVerb(Check):
    """One of ``verbs`` at the head of what somebody is reported to say, outside quotations, or one of ``nouns``.

    Both pair a word with what it implies, which is ``{implies}``; a verb of two words ("point out") is
    found in all its forms too. Those of ``active`` also do other things than speak ("claimed the prize"), and want a
    clause or a quotation to go with them. Each is told once, where it first stands.
    """

    name: ClassVar[str] = "said-verb"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"implies"})}

    verbs: Mapping[str, str]
    nouns: Mapping[str, str] = field(default_factory=dict)
    active: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        told: set[str] = set()
        for place, word, implies in sorted([*self._verbs(ctx), *self._nouns(ctx)]):
            if word not in told:
                told.add(word)
                yield Match(place, {"implies": implies})

    def _verbs(self, ctx: RuleContext) -> Iterator[tuple[Span, str, str]]:
        for one in ctx.draft.all(Attribution):
            words = " ".join(one.cue.of(ctx.draft.text).lower().split())
            lemma = self._lemmas.get(words)
            if not lemma or not one.content or not one.source or ctx.draft.quoted(one.cue) or words == "states":
                continue  # "states" is mostly a noun
            if _NOT.search(ctx.draft.body, max(0, one.cue.start - 12), one.cue.start):
                continue
            if lemma not in self.active or one.content < one.cue or _CLAUSE.search(one.content.of(ctx.draft.text)):
                yield one.cue, lemma, self.verbs[lemma]

    def _nouns(self, ctx: RuleContext) -> Iterator[tuple[Span, str, str]]:
        for noun, pattern in self._owned:
            for found in each(pattern, ctx.draft.own_words):
                yield Span(*found.span()), noun, self.nouns[noun]

    @cached_property
    def _owned(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(noun, compiled(rf"(?<![\w-]){_OWNER}(?:{'|'.join(forms(noun))})(?![\w-])")) for noun in self.nouns]

    @cached_property
    def _lemmas(self) -> dict[str, str]:
        return {form: verb for verb in self.verbs for form in forms(verb)}

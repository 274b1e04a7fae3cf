"""Words that one side coined, in the writer's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from newslint.mentions import Attribution, Block, Quote
from newslint.phrases import Found, Phrases
from newslint.rule import Match, RuleContext
from newslint.wording import Wording


@dataclass(frozen=True)
class BorrowedLanguage(Wording):
    """A side's own words outside quotation marks: ``{plain}`` is what the words mean, or who says so.

    ``terms`` (case ``slogan``) are names for what others call a war, an attack or torture; ``names`` (case
    ``name``) what a state or a group calls itself. Both pair a phrase with plain words, and are told once
    each. Lists, ``unless``, ``in-quotes`` and ``attributed`` are as in the check ``pattern``.
    """

    terms: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    name: ClassVar[str] = "borrowed-language"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"slogan": frozenset({"plain"}), "name": frozenset({"plain"})}

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases((*self.terms, *self.names), self.lists)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        first: dict[str, Found] = {}
        for found in self.wanted(ctx.draft, self._phrases.find(self.text(ctx.draft))):
            first.setdefault(found.phrase, found)
        for phrase, found in first.items():
            plain = {**self.names, **self.terms}[phrase]
            yield Match(found.span, {"plain": plain}, case="slogan" if phrase in self.terms else "name")

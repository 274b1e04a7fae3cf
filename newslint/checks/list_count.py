"""Lists that have more or fewer items than announced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Quote
from newslint.reckonings import Enumeration
from newslint.rule import Check, Match, RuleContext
from newslint.words import lemma


@dataclass(frozen=True)
class ListCount(Check):
    """Four priorities are followed by four: items in a row, under a colon, or numbered down the page.

    ``nouns`` are what is counted in such lists; in other words a list may well name some of them only.
    """

    nouns: frozenset[str] = frozenset()

    name: ClassVar[str] = "list-count"
    needs: ClassVar[tuple[type, ...]] = (Enumeration, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"listed"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for found in ctx.draft.all(Enumeration):
            stated = int(found.count.value[0])
            noun = lemma(found.span.of(ctx.draft.body).split()[-1])
            fits = found.least <= stated <= found.most
            if not fits and noun in self.nouns and not ctx.draft.quoted(found.span):
                listed = str(found.least) if found.closed else f"at least {found.least}"
                yield Match(found.span, {"listed": listed}, evidence=(Evidence(None, found.items),))

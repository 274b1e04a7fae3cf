"""Abbreviations that a draft never spells out, or too late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Abbreviation as Mention
from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext

_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class Abbreviation(Check):
    """An abbreviation used in the writer's own words before the draft has spelled it out.

    One finding for each, where it is first used. ``known`` need no explanation; neither do
    those that a word describes ("the KCNA news agency"), with ``accept_descriptor``. Those
    used fewer than ``min_uses`` times, quotations included, are left alone. ``near`` is how
    many characters after the first use the explanation may begin. What never has an article
    may well be a firm's name: the case ``name``.
    """

    known: frozenset[str] = frozenset()
    accept_descriptor: bool = True
    min_uses: int = 1
    near: int = 160

    name: ClassVar[str] = "abbreviation"
    needs: ClassVar[tuple[type, ...]] = (Mention, Quote, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"letters"}),
        "late": frozenset({"letters"}),
        "name": frozenset({"letters"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        uses: dict[str, list[Mention]] = {}
        for mention in draft.all(Mention):
            if mention.letters not in self.known:
                uses.setdefault(mention.letters, []).append(mention)
        spoken = [block.span for block in draft.all(Block) if block.kind == "quote-block"]
        for letters, mentions in uses.items():
            own = (m for m in mentions if not draft.quoted(m.span) and not any(block.covers(m.span) for block in spoken))
            first = next(own, None)
            if first is None or len(mentions) < self.min_uses or (self.accept_descriptor and any(m.descriptor for m in mentions)):
                continue
            places = [mention.expansion for mention in mentions if mention.expansion]
            if any(place.start < first.end + self.near for place in places):
                continue
            evidence = (Evidence(None, min(places), "spelled out here"),) if places else ()
            case = "late" if places else "default" if any(_has_article(m, draft.body) for m in mentions) else "name"
            yield Match(first.span, {"letters": letters}, case=case, evidence=evidence)


def _has_article(mention: Mention, body: str) -> bool:
    """Whether it stands after "the", "a" or "an", as bodies and things do and firms do not."""
    return _ARTICLE.search(body[max(0, mention.start - 5) : mention.start]) is not None

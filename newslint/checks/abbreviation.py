"""Abbreviations that a draft never spells out, or too late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import ne
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Abbreviation as Mention
from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_WORD = compiled(r"[\w'’-]+")
_ARTICLE = compiled(r"\b(?:the|an?)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class Abbreviation(Check):
    """An abbreviation used in the writer's own words before the draft has spelled it out.

    One finding for each, where it is first used. ``known`` need no explanation; neither do
    those that a word describes ("the KCNA news agency"), with ``accept_descriptor``. Those
    used fewer than ``min_uses`` times, quotations included, are left alone. ``near`` is how
    many characters after the first use the explanation may begin. What never has an article
    may well be a firm's name: the case ``name``. The case ``expansion`` is one spelled out nearly, and not quite, as the
    facts tables know it.
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
        "expansion": frozenset({"letters", "printed", "known"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        yield from _misspelt_out(ctx)
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


_SMALL = frozenset(["the", "of", "and", "for", "in", "on", "to", "a", "an"])
_HOUSE = (("isation", "ization"), ("centre", "center"), ("labour", "labor"), ("defence", "defense"), ("programme", "program"))


def _misspelt_out(ctx: RuleContext) -> Iterator[Match]:
    """Full names beside their abbreviation that differ in one word from what the tables have for it."""
    draft, told = ctx.draft, set[str]()
    for mention in draft.all(Mention):
        place = mention.expansion
        if place is None or mention.letters in told or draft.quoted(place) or not 0 <= mention.start - place.end <= _BRACKET:
            continue
        known = ctx.facts.abbreviations.get(mention.letters)
        known = ctx.facts.abbreviations.get(mention.letters)
        if known and (near := _nearly(_words_of(place.of(draft.text)), known.stands_for)):
            told.add(mention.letters)
            words = list(_WORD.finditer(draft.text, place.start, place.end))
            named = [word for word in words if word[0].lower() not in _SMALL][-len(_words_of(near)) :]
            span = Span(named[0].start(), place.end)
            slots = {"letters": mention.letters, "printed": " ".join(span.of(draft.text).split()), "known": near}
            yield Match(span, slots, case="expansion")


_BRACKET = 3
"""Characters between a name and its abbreviation: a space and a bracket."""


def _nearly(words: Sequence[str], names: Sequence[str]) -> str:
    """The name that these words are but for one; empty where they are one of them, or none, or the letters are two bodies'."""
    rights = [_words_of(name) for name in names]
    if any(list(words[-len(right) :]) == right for right in rights) or any(not set(right) & set(rights[0]) for right in rights):
        return ""
    for name, right in zip(names, rights, strict=True):
        tail = words[-len(right) :]
        if len(right) > _TWO and len(tail) == len(right) and sum(map(ne, tail, right)) == 1:
            return name
    return ""


_TWO = 2


def _words_of(name: str) -> list[str]:
    low = name.lower().replace("’", "'")
    for british, american in _HOUSE:
        low = low.replace(british, american)
    return [word for word in _WORD.findall(low) if word not in _SMALL]

"""Short names that may mean either of two that the draft names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})


@dataclass(frozen=True)
class AmbiguousShortForm(Check):
    """A short form that may stand for either of two names, where the draft has both of them.

    ``forms`` has for each short form the names that it may stand for, of which at least two must be in the draft,
    each written with any of its forms ("South Korea|South Korean"). ``fixed`` are names in which it is no short form
    ("Korean War"). Reported once, at its first place.
    """

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()

    name: ClassVar[str] = "ambiguous-short-form"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"short", "names"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        text, running = draft.own_words, [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        for short, names in self.forms.items():
            if short not in text:
                continue
            meant = [found for name in names if (found := _first(name, text))]
            if len(meant) < min(2, len(names)):
                continue
            whole = "|".join(re.escape(form) for name in names for form in name.split("|"))
            inside = re.compile(rf"\b(?:{whole}|{'|'.join(map(re.escape, sorted(self.fixed))) or '(?!)'})\b")
            covered = [Span(*found.span()) for found in inside.finditer(text)]
            bare = [Span(*found.span()) for found in re.finditer(rf"(?<![\w’'-]){re.escape(short)}(?![\w’'-])", text)]
            places = [
                span for span in bare if any(b.covers(span) for b in running) and not any(c.overlaps(span) for c in covered)
            ]
            if places:
                evidence = (
                    *(Evidence(None, span, "one") for span in meant),
                    *(Evidence(None, span, "and here") for span in places[1:]),
                )
                yield Match(
                    places[0], {"short": short, "names": " and ".join(span.of(text) for span in meant)}, evidence=evidence
                )


def _first(name: str, text: str) -> Span | None:
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, name.split('|')))})\b", text)
    return Span(*found.span()) if found else None

"""Wording that should not occur: phrases and patterns, with their exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from newslint.mentions import Attribution, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, Span

_PART = re.compile(r"\{(?P<slot>[\w-]+)(?P<maybe>\?)?\}\s*|(?P<apostrophe>['’])|(?P<space>\s+)")


@dataclass(frozen=True)
class Pattern(Check):
    """Phrases (whole words, capitals as may be) and regular expressions that are not wanted.

    In a phrase ``{be}`` stands for any of the words listed as ``be`` in ``lists``, and
    ``{degree?}`` for one of them or none. ``unless`` are phrases of the same kind: what one
    of them touches is left alone. Quotations are left out unless ``in_quotes``, and what the
    draft has somebody say in other words unless ``attributed``.
    """

    phrases: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    in_quotes: bool = False
    attributed: bool = True

    name: ClassVar[str] = "pattern"
    needs: ClassVar[tuple[type, ...]] = (Quote, Attribution)

    def __post_init__(self) -> None:
        for phrase in (*self.phrases, *self.unless):
            for part in _PART.finditer(phrase):
                if part["slot"] and not self.lists.get(part["slot"]):
                    raise ValueError(f"{phrase!r} names the list {part['slot']!r}, which 'lists' does not hold")

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        text = draft.body if self.in_quotes else draft.own_words
        spans = sorted({Span(*match.span()) for pattern in self._wanted for match in pattern.finditer(text) if match[0].strip()})
        if not spans:
            return
        spared = Cover(Span(*match.span()) for match in (self._spared.finditer(text) if self._spared else ()))
        said = Cover(() if self.attributed else (one.content for one in draft.all(Attribution) if one.content))
        end = 0
        for span in spans:
            if span.start >= end and not spared.touches(span) and not said.touches(span):
                yield Match(span)
                end = span.end

    @cached_property
    def _wanted(self) -> tuple[re.Pattern[str], ...]:
        return (*([self._any(self.phrases)] if self.phrases else []), *self.patterns)

    @cached_property
    def _spared(self) -> re.Pattern[str] | None:
        return self._any(self.unless) if self.unless else None

    def _any(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        # the longest first, so that of two that begin alike the fuller is found
        words = "|".join(self._regex(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def _regex(self, phrase: str) -> str:
        made, at = "", 0
        for part in _PART.finditer(phrase):
            made += re.escape(phrase[at : part.start()])
            at = part.end()
            if part["slot"]:
                words = "|".join(self._regex(word) for word in sorted(self.lists[part["slot"]], key=len, reverse=True))
                space = r"\s+" if part[0][-1].isspace() else ""
                made += f"(?:(?:{words}){space}){part['maybe'] or ''}"
            else:
                made += "['’]" if part["apostrophe"] else r"\s+"
        return made + re.escape(phrase[at:])

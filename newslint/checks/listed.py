"""Words on a list, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote
from newslint.phrases import Phrases
from newslint.rewording import opens
from newslint.rule import Match, RuleContext
from newslint.spans import Span
from newslint.wording import Wording


@dataclass(frozen=True)
class Listed(Wording):
    """Words and phrases that a desk has reasons against: ``terms`` pairs each with its own, which is ``{reason}``.

    ``patterns`` pairs regular expressions with reasons. A term is told once, where it first stands; with a capital
    that nothing but a name gives it, it is a name ("Brutal Honesty", a song).
    Lists, ``unless``, ``in-quotes`` and ``attributed`` are as in the check ``pattern``.
    """

    terms: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)

    name: ClassVar[str] = "listed"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"reason"})}

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases
        try:
            _ = self._patterns
        except re.error as fault:
            raise ValueError(f"the regular expression {fault.pattern!r} does not compile: {fault}") from None

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(tuple(self.terms), self.lists)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {pattern: compiled(pattern) for pattern in self.patterns}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = self.text(ctx.draft)
        term = {found.span: found.phrase for found in self._phrases.find(text)}
        for written, pattern in self._patterns.items():
            for place in pattern.finditer(text):
                term.setdefault(Span(*place.span()), written)
        told: set[str] = set()
        for span in self.wanted(ctx.draft, term):
            if term[span] not in told and not _is_name(text, span, term[span]):
                told.add(term[span])
                yield Match(span, {"reason": self.terms.get(term[span]) or self.patterns[term[span]]})


def _is_name(text: str, span: Span, term: str) -> bool:
    """Whether a term written in small letters begins with a capital here, and opens no sentence."""
    words = span.of(text)
    return term[0].islower() and words[0].isupper() and not words.isupper() and not opens(text, span.start)

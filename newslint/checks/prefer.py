"""Words for which the house has better ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal

from newslint.finding import Fix
from newslint.mentions import Attribution, Block, Quote, Sentence
from newslint.needles import each
from newslint.phrases import Found, Phrases, lemmas, slots
from newslint.rewording import advice, inflected_like, opens, recased, reworded, stopped
from newslint.rule import Match, RuleContext
from newslint.spans import Span
from newslint.typedyaml.patterns import compiled
from newslint.wording import Wording

AVOIDED = "?"
"""On the side of the better words: there are none."""

Fixed = Literal["safe", "offered", "none"]


@dataclass(frozen=True)
class Prefer(Wording):
    """Words and phrases with what the house writes for them; ``{use}`` is that, ``{advice}`` says what to do.

    ``words`` pairs phrases with better ones (``prior to: before``), with nothing where they are to be dropped, or with
    "?" where they are only to be avoided.
    Capitals are kept, "a" and "an" are mended. Where both sides name a ``{lemma:}``, the form is kept:
    ``"{lemma:utilise}": "{lemma:use}"`` makes "used" of "utilised". ``patterns`` pairs regular expressions with
    what to write, in which ``\\1`` stands for the first group. Lists, ``unless``, ``in-quotes`` and ``attributed``
    are as in the check ``pattern``. ``fix`` says whether the better words are put in (``safe``), ``offered``, or ``none``.
    Without ``capitals``, words with a capital letter are left alone, which may be names.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    fix: Fixed = "offered"
    capitals: bool = True

    name: ClassVar[str] = "prefer"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"use", "advice"})}

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases
        for phrase, better in self.words.items():
            if better and len(lemmas(better)) not in (0, len(lemmas(phrase))):
                raise ValueError(f"{better!r} inflects other words than {phrase!r}")
            if slots(better):
                raise ValueError(f"{better!r} names a list; only a {{lemma:}} can stand on this side")
        for pattern, better in self._patterns:
            try:
                pattern.sub(better, "")  # reads the template
            except re.error as fault:
                raise ValueError(f"{better!r}: {fault}") from None

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(tuple(self.words), self.lists)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        try:
            return [(compiled(pattern), better) for pattern, better in self.patterns.items()]
        except re.error as fault:
            raise ValueError(f"the regular expression {fault.pattern!r} does not compile: {fault}") from None

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text, draft = self.text(ctx.draft), ctx.draft.text
        better: dict[Span, tuple[str, bool]] = {}
        for found in self._phrases.find(text):
            better[found.span] = self._better(found, draft)
        for pattern, template in self._patterns:
            for place in each(pattern, text):
                if place[0].strip():
                    better.setdefault(Span(*place.span()), (place.expand(template), True))
        sentences = {sentence.end: sentence.start for sentence in ctx.draft.all(Sentence)} if better else {}
        for span in self.wanted(ctx.draft, better):
            old, (new, sure) = span.of(draft), better[span]
            if new == AVOIDED:
                yield Match(span, {"use": "", "advice": f"Avoid “{old}”"})
                continue
            new = stopped(draft, span, new, sentences)
            if new != old and (self.capitals or old == old.lower()):
                yield Match(span, {"use": new, "advice": advice(old, new)}, fix=self._fix(draft, span, new, sure=sure))

    def _better(self, found: Found, text: str) -> tuple[str, bool]:
        phrase = self.words[found.phrase]
        if phrase == AVOIDED:
            return phrase, False
        new, sure = inflected_like(text, found, phrase) if lemmas(phrase) else (phrase, True)
        opening = opens(text, found.span.start)
        return recased(found.span.of(text), new, written=found.phrase, opening=opening) if new else "", sure

    def _fix(self, text: str, span: Span, new: str, *, sure: bool) -> Fix | None:
        if self.fix == "none":
            return None
        return Fix(reworded(text, span, new), advice(span.of(text), new), safe=self.fix == "safe" and sure)

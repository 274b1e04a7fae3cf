"""Capitals that speak: "Seoul said"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.facts.common import CAPITALS
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Quantity, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import word_set

_NO_NAME = word_set("The In From But And New While As If When To For With At By On After Before Since Both East West North South")
_ARTICLE = compiled(r"^the\s", re.IGNORECASE)


@dataclass(frozen=True)
class Metonym(Check):
    """A capital city as the source of a statement, but for the seats of ``allow``.

    Where it is all the authority that a sentence has for a figure or for one of the ``grave`` words, it is a case of its own. A
    capital that is somebody's surname in the draft ("Denzel Washington") is no capital.
    """

    name: ClassVar[str] = "metonym"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Quantity, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"capital"}), "sole": frozenset({"capital", "what"})}

    allow: frozenset[str] = frozenset()
    grave: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        sentences = draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        cues = sorted(one.cue.start for one in draft.all(Attribution) if one.source)
        figures = [one.span for one in draft.all(Quantity) if one.kind != "ordinal" and not draft.quoted(one.span)]
        seen: set[str] = set()
        for attribution in draft.all(Attribution):
            source = attribution.source
            capital = _ARTICLE.sub("", source.of(draft.text)) if source else ""
            if source is None or capital not in CAPITALS or capital in self.allow or draft.quoted(source):
                continue
            what = self._what(draft, attribution, figures)
            here = sentences[max(0, bisect_right(starts, source.start) - 1)]
            alone = bisect_right(cues, here.end) - bisect_left(cues, here.start) == 1
            case = "sole" if what and alone else "default"
            if f"{capital} {case}" in seen or _surname(draft, capital):
                continue
            seen.add(f"{capital} {case}")
            slots = {"capital": capital} | ({"what": what} if case == "sole" else {})
            yield Match(source.through(attribution.cue), slots, case=case)

    def _what(self, draft: Document, attribution: Attribution, figures: Sequence[Span]) -> str:
        """The figure, or else the grave word, that hangs on this source; empty where there is none."""
        content = attribution.content
        if content is None:
            return ""
        first = bisect_left(figures, content.start, key=lambda span: span.start)
        if first < len(figures) and content.covers(figures[first]):
            return figures[first].of(draft.text)
        told = re.findall(r"[a-z]+", content.of(draft.own_words).lower())
        return next((word for word in told if word in self.grave), "")


def _surname(draft: Document, capital: str) -> bool:
    """Whether a title or a given name stands before it somewhere in the draft: "Denzel Washington"."""
    called = re.finditer(rf"\b(?:(?:Mr|Mrs|Ms|Dr)\. |(?P<before>[A-Z][a-z]+) ){capital}\b", draft.body)
    return any(match["before"] not in _NO_NAME for match in called)

"""Quotations that were spoken in another language, and a draft that does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.rule import Check, Match, RuleContext

_WORD = compiled(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class TranslationUndeclared(Check):
    """Quotations in a draft whose front matter says, by ``key``, what language its speakers used, without one of ``declared``.

    The front matter speaks for the whole draft ("interviews: Korean"); where it says nothing, or names the draft's own
    language (``own``), nothing is found. ``min_words`` is the length from which words in quotation marks are speech.
    """

    name: ClassVar[str] = "translation-undeclared"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"language"})}

    declared: tuple[str, ...]
    key: str = "spoken"
    own: frozenset[str] = frozenset({"english", "en", "en-gb", "en-us"})
    min_words: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        language = str(draft.meta.get(self.key, "")).strip()
        if not language or language.lower() in self.own:
            return
        said = "|".join(re.escape(phrase) for phrase in self.declared)
        if re.search(rf"\b(?:{said})\b|\bin\s{re.escape(language)}\b", draft.own_words, re.IGNORECASE):
            return
        spoken = [quote for quote in draft.all(Quote) if quote.kind in ("speech", "partial")]
        long = [quote.outer for quote in spoken if len(_WORD.findall(quote.span.of(draft.text))) >= self.min_words]
        if long:
            yield Match(long[0], {"language": language}, evidence=tuple(Evidence(None, span, "and here") for span in long[1:]))

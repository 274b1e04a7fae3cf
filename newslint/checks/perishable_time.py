"""Words that are true for an hour: "currently", "hours away"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.pieces import places
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_IS = r"\b(?:is|are|[’']s|[’']re|am)\s(?:also\s|still\s|both\s)?"
_WHERE = (
    r"\s(?:in|at|near|outside|inside|aboard|on\sboard)\s(?!(?:[A-Z][\w’'-]+\s)?(?:[Jj]ail|[Pp]rison|[Pp]ower|[Oo]ffice|[Cc]ourt)\b)(?:the\s)?[A-Z][\w’'-]+"
    r"|\s(?:on\s(?:(?:his|her|its|their)\sway|the\s(?:way|run|ground\sin|scene))|en\sroute|aboard|airborne|under\s?way|in\sthe\sair|trapped|"
    r"heading|flying|travell?ing|driving|marching|meeting|speaking\s(?:to|at|in)|addressing|landing|boarding|surrounded|burning|evacuating)\b"
)


@dataclass(frozen=True)
class PerishableTime(Check):
    """``words`` that hold for an hour in a text that is read for years: the first of them, with the others as evidence.

    Those beside where somebody is just now, or what is just going on ("is currently in Anchorage", "hours away from
    landing"), are a case of their own, ``live``. ``live_story`` silences all: a running story is of its hour.
    """

    name: ClassVar[str] = "perishable-time"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "live": frozenset()}

    words: tuple[str, ...] = ("currently", "at present", "at the moment", "right now", "as we speak")
    live_story: bool = False

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        if self.live_story:
            return
        found = [*places(self._any, text)]
        live = {span for span in found if self._live(span, text)}
        for case, spans in (("live", sorted(live)), ("default", [span for span in found if span not in live])):
            if spans:
                yield Match(spans[0], case=case, evidence=tuple(Evidence(None, span) for span in spans[1:]))

    def _live(self, span: Span, text: str) -> bool:
        """Whether it tells of somebody's whereabouts, or of what goes on as it is written."""
        before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 60]
        if _AWAY.match(text, span.start):
            return bool(_FROM_DOING.match(after))
        return bool(re.search(rf"{_IS}$", before) and re.match(_WHERE, after))

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return compiled(rf"(?<![\w-])(?:{'|'.join(map(re.escape, self.words))})(?![\w-])", re.IGNORECASE)


_AWAY = compiled(r"(?:just\s)?(?:minutes|hours)\saway\b", re.IGNORECASE)
_FROM_DOING = compiled(r"\sfrom\s(?:[a-z]+ing\b|an?\s|the\s|(?:his|her|its|their)\s)")

"""Figures in words and words in figures, against the house's style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import plural


def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONES = _row(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
_TENS = _row("twenty thirty forty fifty sixty seventy eighty ninety")
_MOST_IN_WORDS = 99
_YEARS = range(1000, 2200)

_LEFT = compiled(
    r"""[#(\[/:.$£€@+-]$
    |(?:\b(?!(?:About|And|At|But|By|For|From|In|On|Over|The|With)\b)[A-Z][\w’']*|\b[nN]o\.?|\bnumber|\bpage)\s$""",
    re.VERBOSE,
)
"""Before a figure, they make it part of a name or a label."""

_ROUND_WORDS = compiled(r"\b(?:an?\s|dozen|score|million|billion|trillion|lakh|crore|half)", re.IGNORECASE)
"""Words that are seldom written in figures: "a hundred", "two dozen"."""
_MILLION = compiled(r"\s?(?:(?P<long>million|billion|trillion)|(?P<short>m|bn|tn|mn))\b")
_SHORT = {"million": "m", "billion": "bn", "trillion": "tn"}
_LONG = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_PERCENT = compiled(r"\s?(?:%|per\s?cent\b|pct\b)")
_REACH = 20
_COPY = frozenset({"paragraph", "dateline"})
_CAPITAL_BEFORE = compiled(r"\b[A-Z][\w'’-]*\s$")
_CAPITAL_BEHIND = compiled(r"[\s-][A-Z]")


@dataclass(frozen=True)
class NumberStyle(Check):
    """Small numbers in words, greater ones in figures, as most newspapers have it; quotations are left alone, and so are
    ages, sums, units, percentages, scores, dates, ratios, round millions and series that mix small and great.

    ``spell_out_below`` is the first number in figures, ``approximate_in_words`` leaves "about twenty" alone, and
    ``sentence_start`` asks for words there. ``separators`` puts commas between thousands. ``million`` and ``percent``
    choose one way to write these, ``over`` another word for "over 10,000"; empty, all are let pass.
    """

    spell_out_below: int = 10
    approximate_in_words: bool = False
    sentence_start: bool = True
    separators: bool = True
    million: Literal["", "m", "million"] = ""
    percent: Literal["", "%", "per cent", "percent"] = ""
    over: Literal["", "more than"] = ""

    name: ClassVar[str] = "number-style"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Sentence, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"better"}),
        "start": frozenset(),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft, text = ctx.draft, ctx.draft.own_words
        sentences = draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        figures = [one for one in draft.all(Quantity) if not draft.quoted(one.span)]
        for at, row in groupby(figures, key=lambda one: bisect_right(starts, one.start) - 1):
            group = list(row)
            for one in group:
                edit = self._mended(text, one, sentences[at], group)
                if edit and edit.text:
                    fix = Fix((edit,), f"Write “{edit.text}”", safe=_plain(text, edit.span, sentences[at]))
                    yield Match(edit.span, {"better": edit.text}, fix=fix)
                elif edit:
                    yield Match(edit.span, case="start")

    def _mended(self, text: str, one: Quantity, sentence: Sentence, group: Sequence[Quantity]) -> Edit | None:
        """What to write instead; with no text where the sentence has to be written anew."""
        if one.kind == "count" and len(one.value) == 1 and sentence.block.kind in _COPY:
            edit = self._start(text, one, sentence) or self._words(text, one, group) or self._figures(text, one, sentence, group)
            if edit:
                return edit
        ways: tuple[Callable[[str, Quantity], Edit | None], ...] = (self._separated, self._scaled, self._percent, self._over)
        return next((edit for way in ways if (edit := way(text, one))), None)

    def _start(self, text: str, one: Quantity, sentence: Sentence) -> Edit | None:
        figure = one.figure
        if (
            not self.sentence_start
            or figure.start != sentence.start
            or not figure.of(text)[:1].isdigit()
            or not _counts(text, one)
        ):
            return None
        small = one.value[0] <= _MOST_IN_WORDS and figure.of(text).isdecimal()
        return Edit(figure, _in_words(int(one.value[0])).capitalize() if small else "")

    def _words(self, text: str, one: Quantity, group: Sequence[Quantity]) -> Edit | None:
        """A small number in figures."""
        figure = one.figure.of(text)
        if not figure.isdecimal() or figure.startswith("0") or not 0 < int(figure) < self.spell_out_below:
            return None
        if not _counts(text, one):
            return None
        series = any(other is not one and other.figure.of(text)[:1].isdigit() for other in group)
        return None if series else Edit(one.figure, _in_words(int(figure)))

    def _figures(self, text: str, one: Quantity, sentence: Sentence, group: Sequence[Quantity]) -> Edit | None:
        """A greater number in words."""
        words, value = one.figure.of(text), one.value[0]
        if value < self.spell_out_below or value != value.to_integral_value() or not words[:1].isalpha():
            return None
        if words[0].isupper() or one.start == sentence.start or _ROUND_WORDS.search(words):
            return None
        if not (_counts(text, one) or "thousand" in words) or (self.approximate_in_words and one.approximation == "about"):
            return None
        series = any(other is not one and other.kind == "count" and other.figure.of(text)[:1].isalpha() for other in group)
        return None if series and value < 1000 else Edit(one.figure, f"{int(value):,}")

    def _separated(self, text: str, one: Quantity) -> Edit | None:
        figure = one.figure.of(text)
        if not self.separators or one.kind not in ("count", "money") or not figure.isdecimal() or len(figure) < 4:
            return None
        if figure.startswith("0") or not (one.unit or _counts(text, one)):
            return None
        if len(figure) == 4 and int(figure) in _YEARS and not one.unit and int(figure) % 50:
            return None
        return Edit(one.figure, f"{int(figure):,}")

    def _scaled(self, text: str, one: Quantity) -> Edit | None:
        """Sums in millions and billions: "$21.1m", or "$21.1 million". Of people and things the same house may write another."""
        if not self.million or one.kind != "money" or len(one.value) > 1 or not one.figure.of(text)[:1].isdigit():
            return None
        found = _MILLION.search(text, one.figure.start, one.figure.end)
        if not found or bool(found["long"]) == (self.million == "million"):
            return None
        word = f" {_LONG[found['short']]}" if found["short"] else _SHORT[found["long"]]
        return Edit(one.figure, text[one.figure.start : found.start()] + word)

    def _percent(self, text: str, one: Quantity) -> Edit | None:
        found = _PERCENT.match(text, one.figure.end) if self.percent and one.unit == "%" else None
        wanted = self.percent if self.percent == "%" else f" {self.percent}"
        if not found or not one.figure.of(text)[:1].isdigit() or found[0] == wanted:
            return None
        return Edit(Span(one.figure.start, found.end()), one.figure.of(text) + wanted)

    def _over(self, text: str, one: Quantity) -> Edit | None:
        word = text[one.start : one.start + len("over ")]
        if not self.over or one.approximation != "more-than" or word.lower() != "over ":
            return None
        return Edit(Span(one.start, one.start + len("over")), self.over.capitalize() if word[0].isupper() else self.over)


def _plain(text: str, span: Span, sentence: Sentence) -> bool:
    """Whether the figure stands in running copy with no capitals beside it: in a headline, or before "NH towns" and
    "Music", it may be part of a name or a house style of its own."""
    before = _CAPITAL_BEFORE.search(text, sentence.start, span.start)
    beside = (before and before.start() > sentence.start) or _CAPITAL_BEHIND.match(text, span.end)
    return sentence.block.kind in _COPY and not beside and not sentence.span.of(text).isupper()


def _counts(text: str, one: Quantity) -> bool:
    """Whether what is counted follows at once, and the figure is no part of a name ("8 Simple Rules", "TWA 800")."""
    if one.noun_span is None or one.per is not None or not text[one.figure.end : one.noun_span.start].isspace():
        return False
    if _LEFT.search(text, max(0, one.figure.start - _REACH), one.figure.start) or not plural(one.noun_span.of(text).split()[-1]):
        return False
    return text[one.noun_span.start].islower() or any(word.islower() for word in one.noun_span.of(text).split()[1:])


def _in_words(number: int) -> str:
    """Such as "twenty-one", for numbers below a hundred."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = _TENS[number // 10 - 2], number % 10
    return f"{tens}-{_ONES[ones]}" if ones else tens

"""Dates that are not written as the house writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.finding import Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Quote, Sentence
from newslint.rewording import advice, reworded, stopped
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
SHORT = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.", "November": "Nov.",
         "December": "Dec."}  # fmt: skip
"""The months that American wire copy shortens beside a day; the short ones it spells out."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:the\s)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<to>[0-3]?\d)(?:st|nd|rd|th)?)?"
_WEEKDAY = r"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s(?:the\s)?)?"
_SHAPES = (
    compiled(rf"{_WEEKDAY}{_MONTH}\s{_DAY}(?:,?\s(?P<year>\d{{4}}))?"),
    compiled(rf"{_WEEKDAY}{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s(?P<year>\d{{4}}))?"),
    compiled(rf"{_MONTH},?\s(?P<year>\d{{4}})"),
)
_JOINED = compiled(
    r"\s?(?:[-–/]|(?:to|and|or|until|through)\s)\s?\d|[-–/\w]|,\s\d|,?\s(?:[12]\d{3}\b|AD|BC)|\s\([A-Z][\w ]+\)"
)  # or a dateline: "Dec 29 (Reuters)"
_LIST = compiled(r"(?:\d(?:st|nd|rd|th)?(?:,| and| or| to|\s?[-–])|[-–/])\s?$")
_THE = compiled(r"^the\s\d+(?:st|nd|rd|th)\s")  # "the 15th August", whose article would be left over
_NAME = compiled(r"\s[A-Z]")


@dataclass(frozen=True)
class DateStyle(Check):
    """A day of a month, a month of a year: ``order`` is ``month-day`` (August 15, 2025) or ``day-month`` (15 August 2025).

    ``months`` says whether they are spelled out (``full``) or, beside a day, shortened as American agencies do
    (``short``: Aug. 15, but March 15). ``names`` are dates that have become names and are left as they stand.
    A date beside a capital, or before a comma that may belong to it, is offered, not mended.
    """

    order: Literal["month-day", "day-month"] = "day-month"
    months: Literal["full", "short"] = "full"
    names: tuple[str, ...] = ()

    name: ClassVar[str] = "date-style"
    needs: ClassVar[tuple[type, ...]] = (Block, DateMention, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"use", "advice"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        away = [block.span for block in draft.all(Block) if block.kind in ("dateline", "byline")]
        sentences = {sentence.end: sentence.start for sentence in draft.all(Sentence)}
        for date in draft.all(DateMention):
            old = date.span.of(draft.own_words)
            if old != date.span.of(draft.text) or any(span.overlaps(date.span) for span in away):
                continue
            new = self._written(date.span, draft.text)
            new = stopped(draft.text, date.span, new, sentences) if new else old
            if new != old:
                safe = self._sure(date.span, draft.text)
                fix = Fix(reworded(draft.text, date.span, new), advice(old, new), safe=safe)
                yield Match(date.span, {"use": new, "advice": advice(old, new)}, fix=fix)

    def _written(self, span: Span, text: str) -> str:
        """The date as the house writes it; empty where it is left alone, such as one of a list of days."""
        words = span.of(text)
        found = next((found for shape in _SHAPES if (found := shape.fullmatch(words))), None)
        listed = _JOINED.match(text, span.end) or _LIST.search(text[max(0, span.start - 8) : span.start])
        if not found or listed or _THE.search(text[max(0, span.start - 4) : span.start] + words) or words in self.names:
            return ""
        part = {name: value or "" for name, value in found.groupdict().items()}
        month = MONTHS[part["month"].lower()]
        if not part.get("day"):
            return f"{month} {part['year']}"
        return self._day(part, month, text[span.end :])

    def _day(self, part: Mapping[str, str], month: str, after: str) -> str:
        days = str(int(part["day"])) + (f"-{int(part['to'])}" if part["to"] else "")
        weekday = next((day for day in _DAYS if part["weekday"] and day.startswith(part["weekday"])), "")
        if self.order == "day-month":
            return " ".join(word for word in (weekday, days, month, part["year"]) if word)
        month = SHORT.get(month, month) if self.months == "short" else month
        year = f", {part['year']}" + ("," if re.match(r"\s\w", after) else "") if part["year"] else ""
        return (f"{weekday}, " if weekday else "") + f"{month} {days}{year}"

    def _sure(self, span: Span, text: str) -> bool:
        words, after = span.of(text), text[span.end : span.end + 2]
        turned = bool(re.match(r"\D*[A-Z][a-z]+\.?\s\d", words)) and self.order == "day-month"
        opens = re.search(
            r"(?:^|[.!?\n]\s*)(?:On|By|In|From|Since|Until|After|Before)\s$", text[max(0, span.start - 12) : span.start]
        )
        return not _NAME.match(after) and (not turned or not after.startswith(",") or bool(opens))

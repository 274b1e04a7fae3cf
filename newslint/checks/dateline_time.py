"""Times held against the day of writing: tense, months that have just turned, house style for days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Timing, Written
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_NAMED = (
    r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)"
)
_OVER = compiled(
    rf"(?:late\s|early\s)?(?:yesterday|last\s(?:night|week|month|year|weekend|{_NAMED}))\b|.*\bago$", re.IGNORECASE | re.DOTALL
)
_TO_COME = compiled(rf"(?:late\s|early\s)?(?:tomorrow|next\s(?:week|month|year|weekend|{_NAMED}))\b", re.IGNORECASE)
_MONTH = compiled(r"(?:earlier\s|later\s)?(?:last|this|next)\s(?P<unit>month|year)$", re.IGNORECASE)
_WHICH = compiled(r"(?:last|next)\s", re.IGNORECASE)
_ON = compiled(r"\bon\s$")
_BARE_VERB = compiled(r"(?:[a-z]+ed|said|told|met|died|won|lost|left|came|held|made|took|went|fell|rose|began)\s$")
_CLOSED = compiled(r"\s*(?:[.,;:)”\"\n]|$)|\s(?:at|in|after|near|when|while|to|and|but|with|where)\b")
_BE = compiled(r"\b(?:be|been|being|get|gets|getting)\s(?:\w+ly\s)?$")
_UNTIL = compiled(
    r"\b(?P<verb>(?:will|is\sto|are\sto|remains?)\s\w+|(?:has|have)\sbeen\s[a-z]+ed)\b(?:\s(?!who|which|that)[\w’'-]+){0,6}?\suntil\s$"
)
_TELLING = compiled(r"\b(?:said|told|announced|thought|knew|read|heard|understood|added|warned|hoped|expected|set|put)$")
_DONE_VERBS = (
    r"(?:held|hosted|staged|attended|visited|met|chaired|died|resigned|arrested|charged|jailed|sentenced|arrived|landed|crashed|killed|"
    r"appeared|performed|beat|beaten|scored|spoke|opened|closed|unveiled|buried|cremated|elected|sworn\sin|demolished|evacuated)"
)
_DONE = compiled(rf"\b{_DONE_VERBS}$")
_THEN_DONE = compiled(
    rf",?\s(?:(?:the|a|an|its|his|her|their)\s)?[\w’'-]+(?:\s[\w’'-]+){{0,3}}?(?<!that)(?<!who)(?<!which)(?:,[^,.;\n]{{2,40}},)?\s"
    rf"(?P<verb>{_DONE_VERBS})\s(?:the|an?|his|her|its|their|(?-i:[A-Z])\w+)\b"
)
_STARTS = compiled(r"(?:^|\n|[.!?]\s|[”\"]\s)$")
_YEAR, _CLOSE = 365, 31
"""In days: the bounds of a date that may be of two years, and how near one of them is meant whatever the tense."""
_PLANNED = compiled(
    r"\b(?:scheduled|planned|set|due|expected|announced|agreed|postponed|delayed|moved|extended|adjourned|booked|slated|called|fixed|"
    r"remanded|bailed|rescheduled|ordered|promised|proposed|pledged|vowed|predicted|forecast|projected|estimated|based|dated|named|listed|ended|ending)\b"
)


@dataclass(frozen=True)
class DatelineTime(Check):
    """Times that do not go with the day of writing.

    ``past`` and ``ahead`` are a tense against its day ("will open on 12 August" in a story of the 15th), ``turned`` "last
    month" in the first or last ``turn_days`` days of a month and "this year" in those of a year, ``far`` a "next Friday" that
    is more than ``window_days`` away, or may be. Without a day of writing, ``both`` is one weekday that is over here and to
    come there.

    ``relative_words`` is the house style for near days: ``weekday`` (AP, Reuters) wants "Friday" for "today" and for a date
    within ``window_days``, ``today`` (print) for a weekday of the day itself, ``date`` for both; ``any`` asks for nothing.
    ``on_before_day`` is ``required`` (Reuters), to ``avoid`` (AP) straight behind a verb, or ``any``.
    """

    name: ClassVar[str] = "dateline-time"
    needs: ClassVar[tuple[type, ...]] = (Timing, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "past": frozenset({"verb", "time", "meant", "written"}),
        "ahead": frozenset({"verb", "time", "meant", "written"}),
        "turned": frozenset({"meant", "written"}),
        "far": frozenset({"meant"}),
        "both": frozenset({"here", "there"}),
        "house": frozenset({"wanted"}),
        "on": frozenset({"wanted"}),
    }

    relative_words: Literal["any", "weekday", "today", "date"] = "any"
    on_before_day: Literal["any", "required", "avoid"] = "any"
    window_days: int = 7
    turn_days: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        timings = [timing for timing in ctx.draft.all(Timing) if not timing.date.fault]
        text = ctx.draft.body
        for timing in timings:
            if self.on_before_day != "any" and (wanted := self._on(timing, text)):
                yield Match(timing.date.span, {"wanted": wanted}, "on")
            if now and (match := _clash(timing, text, now) or self._turned(timing.date, text, now)):
                yield match
            elif now and (wanted := self._house(timing.date, text, now)):
                yield Match(timing.date.span, {"wanted": wanted}, "house")
            elif now and (meant := self._far(timing.date, text, now)):
                yield Match(timing.date.span, {"meant": meant}, "far")
        if not now:
            yield from _both(timings)

    def _turned(self, date: DateMention, text: str, now: dt.date) -> Match | None:
        """A month or year named from the day of writing when it has only just begun, or is about to end."""
        said = _MONTH.match(date.span.of(text))
        tomorrow = now + dt.timedelta(days=self.turn_days)
        month = now.day <= self.turn_days or tomorrow.month != now.month
        turned = month and (said["unit"].lower() == "month" or tomorrow.month == 1 or now.month == 1) if said else False
        if not turned or not date.earliest:
            return None
        meant = f"{date.earliest:%B %Y}" if date.grain == "month" else f"{date.earliest.year}"
        return Match(date.span, {"meant": meant, "written": _day(now)}, "turned")

    def _far(self, date: DateMention, text: str, now: dt.date) -> str:
        """What "next Friday" or "last Friday" means, where that is either of two or further off than the window."""
        if (
            date.weekday is None
            or not date.relative
            or not date.earliest
            or not date.latest
            or not _WHICH.match(date.span.of(text))
        ):
            return ""
        if date.earliest != date.latest:
            return f"{date.earliest.day} {date.earliest:%B} or {_day(date.latest)}"
        away = abs((date.earliest - now).days)
        return f"{_day(date.earliest)}, {away} days off" if away > self.window_days else ""

    def _house(self, date: DateMention, text: str, now: dt.date) -> str:
        """What the house would write for a day near by; nothing where the draft has it so."""
        if date.grain != "day" or date.earliest is None or date.earliest != date.latest or self.relative_words == "any":
            return ""
        away, word = abs((date.earliest - now).days), date.span.of(text).lower().split()[0]
        deictic = word in ("today", "yesterday", "tomorrow")
        if self.relative_words == "weekday":
            near = date.weekday is None and away < self.window_days
            return f"{date.earliest:%A}" if deictic or near else ""
        if self.relative_words == "date":
            bare = date.weekday is not None and not re.search(r"\d", date.span.of(text))
            return _day(date.earliest) if deictic or bare else ""
        return {0: "today", 1: "tomorrow" if date.earliest > now else "yesterday"}.get(away, "") if not deictic else ""

    def _on(self, timing: Timing, text: str) -> str:
        """The weekday behind a verb with or without "on", whichever the house wants."""
        date, before = timing.date, text[max(0, timing.date.start - 16) : timing.date.start]
        if date.weekday is None or _WHICH.match(date.span.of(text)):
            return ""
        words = one_line(date.span.of(text))
        if self.on_before_day == "required":
            return f"on {words}" if _BARE_VERB.search(before) else ""
        return words if _ON.search(before) and timing.bare else ""


def _clash(timing: Timing, text: str, now: dt.date) -> Match | None:
    """A tense against its time: what is over is still to come, or the other way round."""
    date, words = timing.date, timing.date.span.of(text)
    if not timing.verb:
        return _opening(date, text, now) or _until(date, text, now)
    if not date.earliest or not date.latest or text.startswith(("'s", "’s"), date.end):
        return None
    meant = date
    over = bool(_OVER.match(words)) or (not date.relative and date.latest < now)
    ahead = bool(_TO_COME.match(words)) or (not date.relative and date.earliest > now)
    if date.relative and date.month and date.day and date.weekday is None and (other := _other_year(date, now)):
        over, ahead = other < now, other > now
        meant = DateMention(date.span, "DATE", other.isoformat(), "day", other, other)
    verb = one_line(timing.verb.of(text))
    slots = {"verb": verb, "time": one_line(words), "meant": _said(meant), "written": _day(now)}
    if timing.tense == "future" and over and not (timing.far and date.relative is False) and not timing.happening:
        return Match(timing.span, slots, "past", "high" if meant is date else "medium")
    happened = timing.tense == "past" and not _PLANNED.search(text[max(0, timing.start - 40) : timing.date.start])
    deictic = date.weekday is not None or date.grain not in ("day", "time")
    if happened and ahead and (_done(timing, text) if deictic or timing.far else date.grain in ("day", "time")):
        return Match(timing.span, slots, "ahead", "high" if meant is date else "medium")
    return None


def _done(timing: Timing, text: str) -> bool:
    """Whether "next week" goes with a verb of what has been done, and not with a thing to come: "announced a fair next week"."""
    verb = timing.verb.of(text) if timing.verb else ""
    if (
        not _CLOSED.match(text, timing.date.end)
        or _TELLING.search(verb)
        or _BE.search(text, max(0, timing.start - 20), timing.start)
    ):
        return False
    if timing.bare:
        return bool(_DONE.search(verb)) or (timing.date.weekday is not None and verb.startswith(("was ", "were ")))
    return bool(_DONE.search(verb)) and timing.happening != "behind"


def _opening(date: DateMention, text: str, now: dt.date) -> Match | None:
    """As in "Next March the minister visited the school"."""
    words = date.span.of(text)
    hit = (
        _THEN_DONE.match(text, date.end)
        if _TO_COME.match(words) and _STARTS.search(text, max(0, date.start - 3), date.start)
        else None
    )
    if not hit or not date.earliest or date.earliest <= now:
        return None
    slots = {"verb": hit["verb"], "time": one_line(words), "meant": _said(date), "written": _day(now)}
    return Match(Span(date.start, hit.end("verb")), slots, "ahead")


def _until(date: DateMention, text: str, now: dt.date) -> Match | None:
    """As in "has been released on bail until last June"."""
    words = date.span.of(text)
    hit = _UNTIL.search(text, max(0, date.start - 90), date.start) if _OVER.match(words) else None
    if not hit or "\n" in hit[0]:
        return None
    slots = {"verb": hit["verb"], "time": one_line(words), "meant": _said(date), "written": _day(now)}
    return Match(Span(hit.start(), date.end), slots, "past")


def _other_year(date: DateMention, now: dt.date) -> dt.date | None:
    """The day near by, where the tense of the sentence fits only the same day of another year."""
    if not date.year or not date.earliest or not date.latest or (date.latest - date.earliest).days < _YEAR:
        return None
    day = dt.date(date.year, date.month or 1, date.day or 1)
    return day if abs((day - now).days) <= _CLOSE else None


def _both(timings: list[Timing]) -> Iterator[Match]:
    """A bare weekday that is over in one sentence and to come in another: fine only on the day itself."""
    told: dict[int, Timing | None] = {}
    for timing in timings:
        day = timing.date
        if day.weekday is None or day.day is not None or not timing.lean or day.grain != "day" or day.anchored:
            continue
        first = told.setdefault(day.weekday, timing)
        if first and first.lean != timing.lean:
            here, there = ("to come", "over") if timing.lean > 0 else ("over", "to come")
            yield Match(day.span, {"here": here, "there": there}, "both", evidence=(Evidence(None, first.date.span),))
            told[day.weekday] = None


def _said(date: DateMention) -> str:
    if not date.earliest or not date.latest:
        return ""
    if date.earliest == date.latest:
        return _day(date.earliest)
    if (date.earliest.year, date.earliest.month) == (date.latest.year, date.latest.month) and date.grain == "month":
        return f"{date.earliest:%B %Y}"
    if date.grain == "year" and date.earliest.year == date.latest.year:
        return f"{date.earliest.year}"
    return f"{_day(date.earliest)} to {_day(date.latest)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"

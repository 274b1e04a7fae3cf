"""Ranges whose words do not fit one another: "between 5-10", "10-12,000", "rose from 40 to 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_OPENS = compiled(r"\b(between|from)\s$", re.IGNORECASE)
_JOINT = compiled(r"(?<=[\w%])\s?[-–—]\s?(?=[$£€¥]?\d)|\sto\s")
_DASH = compiled(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_SEASON = compiled(r"\b\d{4}[-–/]\d\d(?!\d)")
"""A winter or a year of accounts ("from 2025-26"), or a date in figures: no range of which "from" is a part."""
_BEHIND = {"between": compiled(r"\sand\s(?:\w+\s)?[$£€¥]?\d"), "from": compiled(r"\sto\b")}
"""Go on with what the opening asks for, so that the range is one end of another."""
_ELIDED_THOUSANDS = compiled(
    r"(?<![\d.,])(?P<low>[1-9]\d{0,2})\s?(?:[-–]|to)\s?[$£€¥]?(?P<high>[1-9]\d{0,2})(?P<zeros>(?:,000)+)"
)
_MAGNITUDE = r"(?:\s?(?:[kmb]n?|tn|thousand|million|billion|trillion)\b)"
_ELIDED_MAGNITUDE = compiled(rf"(?P<low>[\d.,]+)(?P<joint>\sand\s\D{{0,3}})(?P<high>[\d.,]+)(?P<scale>{_MAGNITUDE})")
_UP = r"""(?:climb(?:ed|s|ing)|gr(?:ew|own|owing)|increas(?:ed?|es|ing)|jump(?:ed|s|ing)?|raised|ris(?:en?|es|ing)|rose
    |soar(?:ed|s)|surg(?:ed|es))"""
_DOWN = r"""(?:declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|fall(?:s|en|ing)?|fell|plung(?:ed|es)
    |reduc(?:ed|es|ing)|shr[au]nk|slid|slump(?:ed|s)|tumbl(?:ed|es))"""
_MOVE = compiled(
    rf"""\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))
    (?:\s(?:again|dramatically|sharply|slightly|slowly|steadily))?\sfrom\s(?:just\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TO = compiled(r"(?:\s[\w'’-]+){0,3}\sto\s(?:just\s|only\s)?")
_AND = compiled(r"(?:\s[\w'’-]+){0,2}\sand\s")
_RANKED = compiled(r"\b(?:rank|place|position|spot|list|table|chart|seed|league|handicap|deficit|loss)", re.IGNORECASE)
_BACKWARDS = compiled(r"\b(?:BC|BCE|ago|before|earlier|[ap]\.?m)\b|\b0\d|o['’]clock|(?i:\bminus)")
"""Years before Christ, times reckoned back, and hours of the night go the other way."""
_APART = compiled(
    r"""\b(?:break|choice|choos(?:e|ing)|chose|compar\w+|contest|differ\w*|distin\w+|divi\w+|gap|game|link|margin|match|pick|ratio
    |relation\w*|shared?|space|split|switch\w*|time|torn)\b[^,.;]*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before "between", they set one against the other."""
_HOURS = 24
_REACH, _NEXT = 60, 12


@dataclass(frozen=True)
class BrokenRange(Check):
    """A range opened by "between" goes on with "and", one opened by "from" with "to"; both its ends have the
    magnitude that is meant, and what rises ends higher than it began."""

    name: ClassVar[str] = "broken-range"
    needs: ClassVar[tuple[type, ...]] = (Quantity, DateMention, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "joint": frozenset({"opening", "joint", "better"}),
        "magnitude": frozenset({"low", "better"}),
        "elided": frozenset({"low", "better"}),
        "backwards": frozenset({"verb", "low", "high"}),
        "reversed": frozenset({"low", "high"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft, text = ctx.draft, ctx.draft.own_words
        figures = [one for one in draft.all(Quantity) if not draft.quoted(one.span)]
        dates = (one for one in draft.all(DateMention) if not _SEASON.search(one.span.of(text)) and not draft.quoted(one.span))
        found = [match for span, dated in _spans(figures, dates) for match in _one(text, span, dated=dated)]
        found += [match for one, other in pairwise(figures) for match in _two(text, one, other)]
        yield from sorted(found, key=lambda match: match.span)


def _spans(figures: list[Quantity], dates: Iterator[DateMention]) -> Iterator[tuple[Span, bool]]:
    yield from ((one.span, False) for one in figures if len(one.value) == 2)
    yield from ((one.span, True) for one in dates)


def _one(text: str, span: Span, *, dated: bool) -> Iterator[Match]:
    """What is wrong with the words of one range."""
    words = span.of(text)
    opening = _OPENS.search(text, max(0, span.start - _REACH), span.start)
    word = opening[1].lower() if opening else ""
    whole = Span(opening.start(), span.end) if opening and word == "between" else span
    joint = _JOINT.search(words) if word == "between" else _DASH.search(words) if dated and word else None
    if thousands := _ELIDED_THOUSANDS.search(words):
        yield _told(whole, span, words, "magnitude", thousands, thousands["zeros"], thousands.end("low"))
    elif opening and joint and not _BEHIND[word].match(text, span.end):
        better = " and " if word == "between" else " to "
        fix = Fix(
            (Edit(Span(span.start + joint.start(), span.start + joint.end()), better),), f"Write “{better.strip()}”", safe=True
        )
        slots = {"opening": word, "better": f"{word} {words[: joint.start()]}{better}{words[joint.end() :]}", "joint": "“to”"}
        slots |= {} if "to" in joint[0] else {"joint": "a dash"}
        yield Match(Span(opening.start(), span.end), slots, "joint", fix=fix)
    elif word == "between" and (elided := _ELIDED_MAGNITUDE.search(words)):
        yield _told(whole, span, words, "elided", elided, elided["scale"], elided.end("low"))


def _told(whole: Span, span: Span, words: str, case: str, found: re.Match[str], scale: str, at: int) -> Match:
    """Not mended by itself: whether the first end is meant in the magnitude of the second, the writer knows."""
    better = words[:at] + scale + words[at:]
    fix = Fix((Edit(Span(span.start + at, span.start + at), scale),), title=f"Write “{one_line(better)}”")
    return Match(whole, {"low": found["low"], "better": one_line(better)}, case, fix=fix)


def _two(text: str, one: Quantity, other: Quantity) -> Iterator[Match]:
    """A change or a range told as two figures whose order is the wrong way round."""
    gap = text[one.end : other.start]
    bare = gap == " and " and (one.kind, one.unit, one.noun) == ("count", None, None)  # "between 75 and 50 minutes"
    if (
        len(gap) > _REACH
        or len(one.value) + len(other.value) > 2
        or not (bare or (one.kind, one.unit) == (other.kind, other.unit))
    ):
        return
    slots = {"low": one_line(one.span.of(text)), "high": one_line(other.span.of(text))}
    a, b = one.value[0], other.value[0]
    move = _MOVE.search(text, max(0, one.start - _REACH), one.start)
    if move and _TO.fullmatch(gap) and one.kind in ("count", "money", "percent", "measure") and a > 0 and b > 0:
        wrong = a > b if move["up"] else a < b
        if wrong and _apart(one, other) and not _RANKED.search(text, max(0, one.start - _REACH), other.end + _REACH):
            yield Match(Span(move.start(), other.end), slots | {"verb": (move["up"] or move["down"]).lower()}, "backwards")
        return
    opening = _OPENS.search(text, max(0, one.start - _REACH), one.start)
    if not opening or opening[1].lower() != "between" or a <= 0 or b <= 0:
        return
    if gap == " to " and a < b and not _BEHIND["between"].match(text, other.end):
        fix = Fix((Edit(Span(one.end, other.start), " and "),), "Write “and”", safe=True)
        slots = {"opening": "between", "better": f"between {slots['low']} and {slots['high']}", "joint": "“to”"}
        yield Match(Span(opening.start(), other.end), slots, "joint", fix=fix)
    elif a > b and _AND.fullmatch(gap) and not _other_way(text, opening.start(), one, other):
        if bare and other.unit:
            slots = {"low": one_line(slots["low"] + text[other.figure.end : other.end]), "high": one_line(other.figure.of(text))}
        yield Match(Span(opening.start(), other.end), slots, "reversed")


def _other_way(text: str, opening: int, one: Quantity, other: Quantity) -> bool:
    """Whether the two may stand so on purpose: years ago, hours of the clock, the gap between this and that."""
    clock = one.noun is other.noun is None and one.unit is other.unit is None and one.value[0] <= _HOURS
    return (
        clock
        or one.noun_span is not None
        or _APART.search(text, max(0, opening - _REACH), opening) is not None
        or _BACKWARDS.search(text, one.start, other.end + _NEXT) is not None
    )


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether no rounding makes the two the same."""
    low, high = sorted((one, other), key=lambda quantity: quantity.value[0])
    return low.high is not None and high.low is not None and low.high < high.low

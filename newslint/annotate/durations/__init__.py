"""Lengths of time and the two dates that each must run between. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from newslint.annotate.durations.lengths import Length, lengths
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Sentence
from newslint.reckonings import Elapsed

_FINER = {"day": 0, "week": 1, "month": 2, "season": 2, "year": 3}
_WORDS = r"(?:\s(?!who\b|which\b|that\b|and\b|but\b|was\b|were\b|is\b)[\w’'-]+)"
_TO = compiled(r"\s(?:to|until|till|through|and)\s|\s?[-–—]\s?")
_FROM = compiled(r"(?:\b(?:from|between)\s|\()$", re.IGNORECASE)
_HELD = compiled(
    r"\b(?:served|spent|ruled|led|worked|lived|reigned|played|ran|taught|governed)\s(?:for\s|another\s|a\stotal\sof\s)?$"
)
_UNTIL_FROM = compiled(r"(?:\s(?!of\b|who\b|which\b|and\b|but\b|then\b|before\b|after\b)[\w’'-]+){0,9}?,?\s(?:from|between)\s")
_LENGTH_AFTER = compiled(
    r"\)?,?\s(?:a\speriod\sof\s|a\stotal\sof\s|(?:or|spanning|lasting|lasted|totall?ing|for|the|his|her|its|their|an?|just|only)\s){0,3}"
)
_RANGE_AFTER = compiled(
    rf"{_WORDS}{{0,5}}?,\s(?:from|between)\s|{_WORDS}{{0,4}}?\s?\(|(?!\sof\b)(?:\s[\w’'-]+){{0,2}}?\s(?:period|reign|term|tenure|stint|spell|career|run|span|stretch|"
    r"rule|presidency|premiership|war|conflict|era|contract|deal|tour|trip|visit|strike|festival|break)\s(?:from|between)\s|\s(?:from|between)\s"
)
_AGO_AFTER = compiled(r",?\s(?:or\s|just\s|only\s)?|\s\(|\s[–—-]\s")
_AGO_BEFORE = compiled(r",?\s(?:back\s)?(?:in|on|since)\s|\s\((?:in\s|on\s)?")
_DATED = compiled(r"\b(?:in|since|from|on|of)\s(?:early\s|late\s)?$", re.IGNORECASE)
_SINCE = compiled(r",?\s(?:ever\s)?since\s")
_FOR = compiled(r"\bfor\s(?:the\s(?:last|past)\s)?$", re.IGNORECASE)
_STILL = compiled(
    r"\b(?:has|have|[’']s|[’']ve)\s(?:\w+ly\s|now\s|also\s|not\s)?(?:been|\w+ed|run|led|held|kept|known|worn|sat|taught)\b"
)
_LATER = compiled(r"(?:\slater|\son|\safterwards)?,\s(?:in|on)\s(?:early\s|late\s)?")
_IS_LATER = compiled(r"\s(?:later|afterwards)\b|[\w\s-]+\bearlier$")
_AFTER = compiled(rf"\s(?:after|before){_WORDS}{{0,8}}?\s(?:(?:in|on|of|the|its|his|her)\s)?")
_OPENING = compiled(r",?\s")
_CLOSED_IN = compiled(rf"\)?{_WORDS}{{0,3}}?,\sin\s")
_MADE = compiled(
    r"(?:,\s(?:which\s)?|\b(?:was|were)\s|\s)(?:first\s|originally\s)?(?:founded|built|opened|established|set\sup|launched|created|formed|completed|"
    r"unveiled|installed|erected|constructed|planted|incorporated|started)\s(?:\w+\s\w+\s)?(?:back\s)?(?:in|on)\s$"
)
_THING = compiled(
    r"\s(?:[\w’'-]+\s){0,2}?(?:company|firm|business|bridge|building|house|school|church|club|festival|stadium|tower|factory|plant|"
    r"pub|charity|organi[sz]ation|institution|museum|theatre|theater|hospital|university|college|newspaper|magazine|agency|"
    r"party|league|ship|ferry|dam|tree|hotel|shop|store|mill|brewery|railway|restaurant|chain|union|bank|airline|"
    r"venue|cinema|statue|monument|start-?up|law|treaty|station|prison|reactor|tradition|programme|program|award|prize)\b"
)
_FIRST_IN = compiled(
    r"\b(?:first|last|only|worst|best|biggest|largest|highest|lowest)\b[^.;\n]{0,60}\sin\s(?:more\sthan\s|nearly\s|over\s|about\s)?$"
)
_HELD_FOR = compiled(
    rf",?\s(?:and|but|then|where\s(?:he|she|it|they)){_WORDS}{{0,2}}?\s(?:stayed|served|remained|held|led|ran|worked|kept|lived|played|taught|reigned|"
    rf"ruled|governed|edited|chaired|coached|managed){_WORDS}{{0,6}}?\s(?:for|as\s\w+\sfor)\s$"
)
_UNTIL = compiled(r"(?:\s(?:in|as|at|there)(?:\s(?!and\b|but\b|who\b|which\b)[\w’'-]+){0,4}?)?,?\suntil\s(?:early\s|late\s)?")
_CAME = compiled(
    rf"\b(?:joined|appointed|elected|hired|founded|opened|established|launched|started|began|moved\s(?:in|there)|arrived|signed|became|"
    rf"took\s(?:over|office)){_WORDS}{{0,6}}?\s(?:in|on)\s(?:early\s|late\s)?$"
)
_AND_WENT = compiled(
    rf",?\s(?:and|but|then|before){_WORDS}{{0,2}}?\s(?:left|leaving|retired|retiring|resigned|resigning|closed|closing|quit|departed|ended|stepped\sdown|stepping\sdown)"
    rf"{_WORDS}{{0,4}}?\s(?:in|on)\s(?:early\s|late\s)?"
)
_RUN_OF = compiled(r",\s(?:an?\s(?:unbroken\s|record\s)?(?:run|reign|spell|stretch|span|period|stint|total|tenure)\sof|for)\s")
_SENTENCE_END = compiled(r"\s*(?:[.,;:)”\"\n]|$)")
_REACH = 90


def elapsed(doc: Document) -> tuple[Elapsed, ...]:
    """The lengths of a document that stand with the dates they run between, in text order."""
    text = doc.own_words
    dates = [date for date in doc.all(DateMention) if _fixed(date) and not date.span.of(text).isspace()]
    if not dates:
        return ()
    told = [length for length in lengths(doc) if not length.span.of(text).isspace()]
    starts = [date.start for date in dates]
    found = []
    for length in told:
        at = bisect_right(starts, length.start)
        near = _Near(
            doc, text, length, dates[max(0, at - 2) : at], [date for date in dates[at : at + 2] if date.start >= length.end]
        )
        found += [next(near.forms(), None)]
    return tuple(each for each in found if each)


def _fixed(date: DateMention) -> bool:
    return (
        date.type == "DATE"
        and date.anchored
        and not date.fault
        and (not date.relative or (date.day is not None and date.weekday is None))
    )


@dataclass(frozen=True, slots=True)
class _Near:
    """A length with the nearest dates on either side of it."""

    doc: Document
    text: str
    length: Length
    before: Sequence[DateMention]
    after: Sequence[DateMention]

    def forms(self) -> Iterator[Elapsed]:
        """The ways in which the dates bound the length, the surest first."""
        if self.length.age:
            yield from self._thing()
        elif self.length.ago:
            yield from self._ago()
        else:
            yield from self._range()
            yield from self._since()
            yield from self._later()
            yield from self._held()
            yield from self._open()

    def _range(self) -> Iterator[Elapsed]:
        """Two dates joined by "to", right before the length or behind it."""
        one, two = _ends(self.before[-1:]) or _two(self.before[-2:])
        if (
            one
            and two
            and self._joined(one, two)
            and _LENGTH_AFTER.fullmatch(self.text, two.end, self.length.start)
            and not self._goes_on()
        ):
            yield self._made("range", one, two)
        one, two = _ends(self.after[:1]) or _two(self.after[:2])
        held = _HELD.search(self.text, max(0, self.length.start - 24), self.length.start)
        if not one or not two or not self._joined(one, two):
            return
        gap = self.text[self.length.end : one.start]
        if _RANGE_AFTER.fullmatch(gap) or (held and _UNTIL_FROM.fullmatch(gap)):
            yield self._made("range", one, two)

    def _ago(self) -> Iterator[Elapsed]:
        if (
            self.before
            and (date := self.before[-1])
            and _AGO_AFTER.fullmatch(self.text, date.end, self.length.start)
            and self._led(date)
        ):
            yield self._made("since", date, None)
        if self.after and _AGO_BEFORE.fullmatch(self.text, self.length.end, self.after[0].start):
            yield self._made("since", self.after[0], None)

    def _since(self) -> Iterator[Elapsed]:
        if not self.after or not _SINCE.fullmatch(self.text, self.length.end, self.after[0].start):
            return
        lead = self.text[max(0, self.length.start - _REACH) : self.length.start]
        if _FOR.search(lead) and _STILL.search(lead):
            yield self._made("since", self.after[0], None)

    def _held(self) -> Iterator[Elapsed]:
        """As in "Appointed in 2011 and stayed for nine years, until 2016", "joined in 2004 and left in 2012 after 15 years"."""
        one, two = _two(self.before[-2:])
        last = self.before[-1] if self.before else None
        if last and self.after and _UNTIL.fullmatch(self.text, self.length.end, self.after[0].start):
            gap = self.text[last.end : self.length.start]
            came = _CAME.search(self.text, max(0, last.start - _REACH), last.start)
            if len(gap) < _REACH and _HELD_FOR.fullmatch(gap) and came:
                yield self._made("range", last, self.after[0])
        elif (
            last and _RUN_OF.fullmatch(self.text, last.end, self.length.start) and _SENTENCE_END.match(self.text, self.length.end)
        ):
            if re.search(r"\bsince\s$", self.text[max(0, last.start - 6) : last.start]):
                yield self._made("since", last, None)
        elif (
            one
            and two
            and self.text[two.end : self.length.start] == " after "
            and _SENTENCE_END.match(self.text, self.length.end)
        ):
            came = _CAME.search(self.text, max(0, one.start - _REACH), one.start)
            if came and _AND_WENT.fullmatch(self.text, one.end, two.start):
                yield self._made("range", one, two)

    def _later(self) -> Iterator[Elapsed]:
        """As in "In 1998 … Twenty years later, in 2011", "in 2009, ten years after he left in 1998"."""
        first, then = self.before[-1] if self.before else None, self.after[0] if self.after else None
        if not then:
            return
        if (
            first
            and _IS_LATER.match(self.text, self.length.end - 8 * self.text[: self.length.end].endswith("earlier"))
            and self._next_to(first)
        ):
            if _LATER.fullmatch(self.text, self.length.end, then.start):
                yield self._made("later", first, then)
        elif _AFTER.fullmatch(self.text, self.length.end, then.start):
            if first and _OPENING.fullmatch(self.text, first.end, self.length.start) and self._led(first):
                yield self._made("later", first, then)
            elif len(self.after) > 1 and _CLOSED_IN.fullmatch(self.text, then.end, self.after[1].start):
                yield self._made("later", then, self.after[1])

    def _thing(self) -> Iterator[Elapsed]:
        """As in "The 50-year-old bridge, built in 1980"."""
        if not self.after or not _THING.match(self.text, self.length.end):
            return
        gap = self.text[self.length.end : self.after[0].start]
        if len(gap) < _REACH and _MADE.search(gap) and not re.search(r"\bwho\b|[.;\n]", gap):
            yield self._made("age", self.after[0], None)

    def _open(self) -> Iterator[Elapsed]:
        """As in "In June 2024, his first visit in 24 years": what it implies can only be printed."""
        lead = self.text[max(0, self.length.start - _REACH) : self.length.start]
        told = (
            self.before[-1]
            if self.before and not re.search(r"\bsince\s$", self.text[max(0, self.before[-1].start - 7) : self.before[-1].start])
            else None
        )
        if told and self.length.unit == "year" and _FIRST_IN.search(lead) and self._next_to(told):
            yield self._made("open", told, None)

    def _joined(self, one: DateMention, two: DateMention) -> bool:
        if _FINER[self.length.unit] < _FINER.get(one.grain, 9):
            return False  # "four months at sea between 2015 and 2017"
        if one.span == two.span:
            return True
        led = _FROM.search(self.text, max(0, one.start - 9), one.start)
        return bool(_TO.fullmatch(self.text, one.end, two.start) and led)

    def _goes_on(self) -> bool:
        return bool(re.match(r"\s(?:after|before|later|ago|earlier|of|in)\b", self.text[self.length.end : self.length.end + 9]))

    def _led(self, date: DateMention) -> bool:
        return bool(_DATED.search(self.text, max(0, date.start - 14), date.start))

    def _next_to(self, date: DateMention) -> bool:
        """Whether the date stands in the sentence of the length or in the one before."""
        sentences = self.doc.all(Sentence)
        at = bisect_right(sentences, self.length.start, key=lambda sentence: sentence.start) - 1
        return at >= 0 and date.start >= sentences[max(0, at - 1)].start and "\n" not in self.text[date.end : self.length.start]

    def _made(
        self, form: Literal["range", "since", "later", "age", "open"], one: DateMention, two: DateMention | None
    ) -> Elapsed:
        start, end = (two, one) if two and two.earliest and one.earliest and two.earliest < one.earliest else (one, two)
        span = self.length.span.through(one.span).through(two.span) if two else self.length.span.through(one.span)
        each = self.length
        return Elapsed(span, each.span, each.least, each.most, each.unit, start, end, form)


def _two(dates: Sequence[DateMention]) -> tuple[DateMention | None, DateMention | None]:
    return (dates[0], dates[1]) if len(dates) == 2 else (None, None)


def _ends(dates: Sequence[DateMention]) -> tuple[DateMention, DateMention] | None:
    """Both ends of "1990-2002", which is one mention."""
    last = dates[-1] if dates else None
    if not last or last.grain != "year" or not last.earliest or not last.latest or last.earliest.year == last.latest.year:
        return None
    first = replace(last, latest=last.earliest.replace(month=12, day=31))
    return first, replace(last, earliest=last.latest.replace(month=1, day=1))

"""Text into readings: each word looks up the patterns that may start with it; neighbours are joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from newslint.annotate.dates import clock, days, lengths, months, relative, years
from newslint.annotate.dates.reading import Pattern, Reading

_TOKEN = re.compile(r"[^\W\d_]+|\d+|['’](?=\d\d(?!\d))")
_NO_START = "$£€¥#/\\=@&_~^+"

_BY_START: dict[str, list[Pattern]] = defaultdict(list)
for _pattern in (*days.PATTERNS, *months.PATTERNS, *clock.PATTERNS, *lengths.PATTERNS, *relative.PATTERNS, *years.PATTERNS):
    for _start in _pattern.starts:
        _BY_START[_start].append(_pattern)


def readings(text: str) -> list[Reading]:
    """Every time expression of a text, in order and without overlap."""
    strong = [reading for reading in _joined(text, list(_atoms(text))) if not reading.weak]
    return [_with_lead(text, reading) for reading in _with_shared_year(text, strong)]


def _atoms(text: str) -> Iterator[Reading]:
    """The longest reading at each place, left to right."""
    at = 0
    for token in _TOKEN.finditer(text):
        start, word = token.start(), token[0]
        if start < at:
            continue
        figure = word[0].isdigit()
        found = _BY_START.get("#" if figure else "'" if len(word) == 1 and word in "'’" else word.lower())
        if not found or (start and _glued(text, start, figure)):
            continue
        read = [reading for pattern in found if (hit := pattern.regex.match(text, start)) and (reading := pattern.read(hit))]
        if read:
            best = max(read, key=lambda reading: reading.end)
            yield best
            at = best.end


def _glued(text: str, start: int, figure: bool) -> bool:
    """Whether what stands just before makes this a price, a path, a version or part of a word."""
    last = text[start - 1]
    if last in _NO_START:
        return True
    if not figure:
        return last.isdigit()
    return (
        last.isalpha()
        or last.isdigit()
        or (last in ".,:-–" and start > 1 and text[start - 2].isdigit() and not text[start - 2 : start].endswith("–"))
    )


_NEXT = re.compile(r"(?:,?[ \t\xa0]{1,2}|,?[ \t\xa0]on[ ]|,?[ \t\xa0]\(|[ ]on[ ]the[ ]|,?[ ]the[ ])")
_AT = re.compile(r",?[ \t\xa0](?:at[ ])?(?:about[ ]|around[ ])?")
_OF = re.compile(r"[ \t\xa0](?:of[ ](?:the[ ])?)?")
_SPACED = re.compile(r"[ \t\xa0]")
_A_WEEKDAY = re.compile(r",[ ]a[ ]|[ \t\xa0]\(")


def _joined(text: str, atoms: list[Reading]) -> list[Reading]:
    """Neighbours that make one expression: weekday and date, clock and day, month and "last year"."""
    out: list[Reading] = []
    for atom in atoms:
        if out and _belong(out[-1], atom, text[out[-1].end : atom.start]):
            bracket = text[atom.end : atom.end + 1] == ")" and "(" in text[out[-1].end : atom.start]
            out[-1] = replace(out[-1].with_(atom), end=atom.end + bracket)
        else:
            out.append(atom)
    return out


def _belong(one: Reading, two: Reading, gap: str) -> bool:
    if gap in ("'s ", "’s ") and one.unit == "year" and one.shift is not None and two.bare_month:
        return True
    if len(gap) > 12 or (one.fault and two.fault) or one.value or two.value:
        return False
    dated = two.day is not None and two.type == "DATE"
    if one.bare_weekday and one.shift is None and dated and two.weekday is None and two.until_day is None:
        return bool(_NEXT.fullmatch(gap))
    if (
        one.day is not None
        and one.weekday is None
        and one.type == "DATE"
        and two.bare_weekday
        and two.shift is None
        and not one.until_day
    ):
        return bool(_A_WEEKDAY.fullmatch(gap))
    if one.bare_clock and one.part == "" and two.has_day and two.type == "DATE":
        return not two.weak and bool(_NEXT.fullmatch(gap)) and not gap.endswith("the ")
    if one.has_day and one.type == "DATE" and two.bare_clock and two.clock:
        return bool(_AT.fullmatch(gap)) and not one.weak
    if (
        (one.bare_month or (one.month and one.day and one.year is None))
        and one.shift is None
        and two.unit == "year"
        and two.shift is not None
    ):
        return not two.rough and not two.story and bool(_OF.fullmatch(gap))
    return (
        one.bare_weekday
        and one.shift is None
        and two.unit == "week"
        and not two.rough
        and not two.story
        and bool(_OF.fullmatch(gap))
    )


_THROUGH = re.compile(r"[ ]?[-–—][ ]?|[ ](?:to|and|until|till|through)[ ]")


def _with_shared_year(text: str, found: list[Reading]) -> list[Reading]:
    """The year said once for both ends: "from 28 December to 3 January 2020"."""
    for i in range(len(found) - 2, -1, -1):
        one, two = found[i], found[i + 1]
        if one.month and one.bare_month and two.month and two.year and _THROUGH.fullmatch(text[one.end : two.start]):
            found[i] = replace(one, year=two.year - (one.month > two.month))
    return found


_PART_OF = r"(?:(?:the\s)?(?:very\s)?(?:beginning|start|end|middle|rest|remainder|close|latter\spart|early\spart|second\shalf|first\shalf)\sof\s)?"
_LEAD_DAY = re.compile(r"\b(?:early|late|earlier|later|sometime|mid)[ -]$", re.IGNORECASE)
_LEAD_DATE = re.compile(r"\b(?:early|late|sometime|about|around)[ -]$", re.IGNORECASE)
_LEAD_PERIOD = re.compile(
    rf"\b(?:{_PART_OF}(?:the\s)?(?:(?:earlier|later|early|late|mid|sometime|about|around|nearly|almost)[ -](?:in\s|on\s)?)?(?:the\s|this\s|its\s)?(?:fiscal\s|same\s)?)$",
    re.IGNORECASE,
)
_LEAD_YEAR = re.compile(
    rf"\b{_PART_OF}(?:the\s(?=(?:early|late|mid)))?(?:(?:early|late|mid|fiscal|about|around)[ -])?$", re.IGNORECASE
)
_LEAD_LENGTH = re.compile(
    r"\b(?:(?:no\s)?(?:more|less|fewer)\sthan|at\s(?:least|most)|up\sto|as\slong\sas|nearly|almost|about|around|roughly|approximately|some|another)\s(?:the\s)?$"
    r"|\b(?:well\s|just\s)?(?:over|under)\s$|\bthe\s$",
    re.IGNORECASE,
)


def _adjectival(words: str) -> bool:
    """ "the third-quarter results": the article belongs to the noun."""
    return ("-" in words and not words.endswith(("quarter", "period", "month"))) or bool(re.fullmatch(r"\w+-quarter", words))


def _with_lead(text: str, reading: Reading) -> Reading:
    """The words just before that belong to the expression as TIMEX3 has it: "early", "the end of", "nearly"."""
    window = text[max(0, reading.start - 36) : reading.start]
    if reading.type == "SET" or reading.value.endswith("_REF"):
        return reading
    if reading.type == "DURATION" or (reading.rough and reading.unit):
        lead = _LEAD_LENGTH.search(window)
        if lead and lead[0].lower().endswith("the ") and "-" in text[reading.start : reading.end]:
            return reading  # "the eight-year war"
    elif reading.has_day or reading.type == "TIME":
        leads = (
            _LEAD_DATE
            if reading.day or reading.clock
            else _LEAD_PERIOD
            if reading.story and reading.shift is not None
            else _LEAD_DAY
        )
        lead = leads.search(window)
    elif reading.years > 1 or reading.unit or reading.shift is not None or reading.quarter or reading.season or reading.half:
        lead = _LEAD_PERIOD.search(window)
        if (
            lead
            and re.search(r"(?:the|its|this) (?:fiscal )?$", lead[0], re.IGNORECASE)
            and _adjectival(text[reading.start : reading.end])
        ):
            return reading
    else:
        lead = _LEAD_YEAR.search(window)
    return replace(reading, start=reading.start - len(lead[0])) if lead else reading

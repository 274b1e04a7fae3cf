"""Lengths of time: "24 years", "three-day", "the last five years"; and what they measure off: "two weeks ago"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import COUNT, MONTH, NUMBER_WORDS, OF_A_DAY, SPACE, UNIT, UNITS, either, number, timex, unit
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern
from newslint.kept.regexes import compiled

_LASTING_THING = either(
    """
    truce ceasefire war conflict dispute strike siege blockade ban law deal agreement company firm business building house
    marriage tradition record mystery rivalry feud campaign project programme policy row
    """
)
_NO_LENGTH = compiled(
    rf"-old(?!\s(?:\w+\s)?(?:{_LASTING_THING})\b)|[ ]olds?\b|-olds\b|,\solds?\b"
    r"|\sof age\b|\sand (?:older|over|up|younger)\b|['’]?[- ]Wars?\b|-(?:earlier|ago)\b"
)
"""What makes it an age or part of a name."""
_THAN = compiled(r"\sthan\b")
_IN = compiled(r"\bin\s(?:about\s|around\s)?$", re.IGNORECASE)
_MONEY = compiled(r"[$£€]\s?\d|\d\s?(?:million|billion|m|bn|cents)\b")
"""Figures that make "a year earlier" a comparison of results."""
_ROUGH = compiled(rf"\b(?:{either('about around nearly almost some over roughly')}|more than|or so)\b", re.IGNORECASE)
_COARSER = {"night": "day", "fortnight": "week", "weekend": "week", "decade": "year", "century": "year"}


_SOMEDAY = compiled(r"one\s(?:day|night)", re.IGNORECASE)
_COUNTED_ONE = compiled(
    rf"\s(?:{either('a after ago apart away before each every later longer of per short to')})\b", re.IGNORECASE
)


def _length(hit: re.Match[str]) -> Reading | None:
    word, words = unit(hit["unit"]), hit["count"]
    singular = not (hit["unit"] + hit["s"]).endswith("s") and not hit["tail"]
    count = number(words)
    count = None if hit["upper"] else count + 0.5 if count is not None and hit["half"] else count
    if _NO_LENGTH.match(hit.string, hit.end()) or (singular and word == "second" and "-" not in hit[0]):
        return None
    if singular and re.fullmatch(r"(?:19|20)\d\d", words):
        return None  # "the 2018 day of action"
    if word == "quarter" and not hit["adj"] and (count == 3 or singular):
        return None  # "three quarters of"
    if words.lower() == "one" and word in ("day", "night") and _SOMEDAY.fullmatch(hit[0]) and not _is_counted(hit):
        return None  # "one day he left"
    if (hit["tail"] and not _THAN.match(after(hit))) or (hit["time"] and _IN.search(before(hit))):
        return _away(hit, count, word)
    return Reading(*hit.span(), "DURATION", value=timex(count, word))


def _is_counted(hit: re.Match[str]) -> bool:
    """Whether "one day" is a length here."""
    return bool(_LASTING.search(before(hit)) or _COUNTED_ONE.match(after(hit)))


def _away(hit: re.Match[str], count: float | None, word: str) -> Reading:
    """So long before or after the day of writing, or, with "earlier", before what was told."""
    tail = (hit["tail"] or "time").lower()
    sign = 1 if tail.endswith(("now", "today", "hence")) or tail == "time" else -1
    if count is None or word in OF_A_DAY:
        return Reading(*hit.span(), "TIME" if word in OF_A_DAY else "DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    name = word if word in ("decade", "century") else _COARSER.get(word, word)
    rough = name != "day" or count != int(count) or bool(_ROUGH.search(before(hit) + hit[0])) or _of_work(hit)
    shift = sign * count * (2 if word == "fortnight" else 1)
    story = tail in ("earlier", "previously")
    results = name == "year" and count == 1 and bool(_MONEY.search(before(hit, 70)) or _MONEY.search(after(hit, 50)))
    return Reading(*hit.span(), unit=name, shift=shift, rough=rough, story=story, results=results)


def _of_work(hit: re.Match[str]) -> bool:
    """Whether the days counted are working days, which run over weekends."""
    return (hit.groupdict().get("adj") or "").lower() in ("business", "trading", "working")


_ENOUGH = either(
    "hundred thousand million billion trillion m bn times once twice dollars pounds euros "
    "one two three four five six seven eight nine ten"
)
_NOT_THE_NOUN = either("for in within over after than about nearly by and or to from of")
_RATE = compiled(rf"(?:[\d%][\w.,]*|\b(?:{_ENOUGH}))(?:\s(?!(?:{_NOT_THE_NOUN})\b)[a-z]+)?\)?\s$")
_LASTING = compiled(
    r"\b(?:for|within|in|than|last(?:ed|ing)?|about|nearly|almost|just|only|least|another|took|takes|after|over)\s$",
    re.IGNORECASE,
)


def _one(hit: re.Match[str]) -> Reading | None:
    """One of a unit: "a year", "an hour"; after a figure ("$33m a year") it says how often."""
    word = unit(hit["unit"])
    if hit["s"] or word in ("second", "min", "hr", "quarter", "weekend") or _NO_LENGTH.match(hit.string, hit.end()):
        return None
    if (hit["tail"] and not _THAN.match(after(hit))) or (hit["time"] and _IN.search(before(hit))):
        return _away(hit, 1.0, word)
    if _RATE.search(before(hit)):
        return Reading(*hit.span(), "SET", value=timex(1.0, word))
    if hit["half"]:
        return Reading(*hit.span(), "DURATION", value={"hour": "PT1H30M", "minute": "PT1M30S"}.get(word) or timex(1.5, word))
    if word in ("day", "night", "minute") and not _LASTING.search(before(hit)):
        return None  # "a day when nothing went right"
    return Reading(*hit.span(), "DURATION", value=timex(1.0, word))


def _year_to(hit: re.Match[str]) -> Reading:
    """A length of one with its end: "the year to June"."""
    return Reading(*hit.span(), "DURATION", value=timex(1.0, unit(hit["unit"])))


def _half(hit: re.Match[str]) -> Reading:
    word = unit(hit["unit"])
    return Reading(*hit.span(), "DURATION", value={"hour": "PT30M", "minute": "PT30S"}.get(word) or timex(0.5, word))


_WHICH = {"last": -1, "past": -1, "next": 1, "coming": 1} | dict.fromkeys(
    ["previous", "preceding", "following", "first", "final", "opening", "closing"], 0
)
"""Words before a length, and which way from the day of writing it lies; 0 where the story tells."""


def _which(hit: re.Match[str]) -> Reading | None:
    """Lengths with a place: "the last five years", "the next few weeks", "the first nine months", "the past decade"."""
    which, word, words = hit["which"].lower(), unit(hit["unit"]), hit["count"]
    if _NO_LENGTH.match(hit.string, hit.end()) or (word == "quarter" and not words):
        return None
    if not words and (hit["s"] or which not in ("past", "coming") or word in ("second", "minute", "night", "weekend")):
        return None
    count = number(words) if words else 1.0
    count = count + 0.5 if count is not None and hit["half"] else count
    of_something = re.match(r"\sof\b", after(hit))  # "the last three months of 2004"
    if count is None or not _WHICH[which] or of_something or word in OF_A_DAY:
        return Reading(*hit.span(), "DURATION", value=timex(count, word))
    shift = _WHICH[which] * count * UNITS[word][0]
    return Reading(*hit.span(), "DURATION", value=timex(count, word), unit=_COARSER.get(word, word), shift=shift)


_LEADS = either("for in within over after takes? took taken lasted lasting spent spend spends spending many last")
_BARE_LEAD = compiled(rf"\b(?:{_LEADS})\s$", re.IGNORECASE)
_OF_WHAT = compiled(r"\sof\s(?!our|my|his|her|the|yore|old)[a-z]")
_THE = compiled(r"\bthe\s(?:\w+\s)?$", re.IGNORECASE)


def _bare(hit: re.Match[str]) -> Reading | None:
    """Lengths without a number: "for years", "within weeks", "years of war", "decades-long", "months ago"."""
    if hit["tail"]:
        return Reading(*hit.span(), value="PAST_REF")
    measured = _OF_WHAT.match(after(hit)) and not _THE.search(before(hit))  # not "the days of sail"
    lasting = _BARE_LEAD.search(before(hit)) and not re.match(r"\s(?:of|like)\b", after(hit))
    before_it = re.match(r"\s(?:before|after)\b", after(hit))  # "hours after the vote"
    if not (hit["long"] or measured or lasting or before_it):
        return None
    return Reading(*hit.span(), "DURATION", value=timex(None, unit(hit["unit"])))


def _recent(hit: re.Match[str]) -> Reading:
    return Reading(*hit.span(), "DURATION", value=timex(None, hit["unit"].lower()))


_TAIL = (
    rf"(?:{SPACE}or{SPACE}(?:so|more))?"
    rf"(?:{SPACE}(?P<tail>ago|earlier|from{SPACE}(?:now|today)|hence|previously)\b|['’]s?{SPACE}(?P<time>time)\b)?"
)
_MORE = either(
    "more consecutive straight full whole long trading business working successive calendar further additional extra other"
)
_ADJECTIVE = rf"(?P<adj>{_MORE})[ -]"
_SECOND_COUNT = COUNT.replace("?P<count>", "?P<upper>")
_PLURALS = ("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries")

PATTERNS: tuple[Pattern, ...] = (
    pattern(
        ["#", *NUMBER_WORDS, "several", "few", "couple", "dozens", "hundreds", "many", "a", "an"],
        rf"{COUNT}(?:(?:[- ](?:to|or)[- ]|[-–]){_SECOND_COUNT}|(?P<half>[- ]and[- ]a[- ]half))?"
        rf"[- ](?:{_ADJECTIVE})?{UNIT}{_TAIL}",
        _length,
    ),
    pattern(
        ["a", "an", "one"],
        rf"(?:an?|one)[ -](?:(?:full|whole){SPACE})?{UNIT}(?P<half>{SPACE}and{SPACE}a{SPACE}half)?{_TAIL}",
        _one,
    ),
    pattern(["half"], rf"half(?:{SPACE}an?{SPACE}|-an?-|-){UNIT}", _half),
    pattern(
        _WHICH,
        rf"(?P<which>{'|'.join(_WHICH)}){SPACE}(?:{COUNT}(?P<half>{SPACE}and{SPACE}a{SPACE}half)?{SPACE})?(?:{_ADJECTIVE})?{UNIT}(?:{SPACE}or{SPACE}so)?",
        _which,
    ),
    pattern(
        _PLURALS,
        rf"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s(?:{SPACE}(?P<tail>ago|earlier)|(?P<long>-long))?\b",
        _bare,
    ),
    pattern(
        ["year", "month", "week"],
        rf"(?P<unit>year|month|week)(?={SPACE}(?:to|ended|ending){SPACE}(?:the{SPACE}end{SPACE}of{SPACE})?(?:{MONTH}|\d))",
        _year_to,
    ),
    pattern(["recent"], rf"recent{SPACE}(?P<unit>day|week|month|quarter|year|decade)s\b", _recent),
)

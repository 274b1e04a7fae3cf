"""Lengths of time and what comes again: "24 years", "three-day", "two weeks ago", "every Monday", "annually"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import (
    COUNT,
    DAYPARTS,
    FULL_WEEKDAY,
    MONTH,
    NUMBER_WORDS,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    UNITS,
    month,
    number,
    unit,
    weekday,
)  # fmt: skip
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern

_AGE = re.compile(r"(?:[- ]|,\s)olds?\b|\sof age\b|\sand (?:older|over|up|younger)\b|['’]?[- ]Wars?\b|-(?:earlier|ago)\b")
_TAIL = rf"(?:{SPACE}or{SPACE}(?:so|more))?(?:{SPACE}(?P<tail>ago|earlier|from{SPACE}now|hence|previously)\b)?"
_MANY = rf"(?P<adj>more|consecutive|straight|full|whole|long|trading|business|working|successive|calendar|further|additional|extra|other){SPACE}"
_RATE = re.compile(
    r"(?:[\d%][\w.,]*|\b(?:hundred|thousand|million|billion|trillion|m|bn|times|once|twice|dollars|pounds|euros|one|two|three|four|five|six|seven"
    r"|eight|nine|ten))(?:\s(?!for\b|in\b|within\b|over\b|after\b|than\b|about\b|nearly\b|by\b|and\b|or\b|to\b|from\b|of\b)[a-z]+)?\s$"
)


def timex(count: float | None, word: str) -> str:
    """A length as TIMEX3 writes it: P24Y, PT10H, PXD where the number is left open."""
    per, letter = UNITS[word]
    figure = "X" if count is None else f"{count * per:g}" if count * per < 1e5 else str(int(count * per))
    return f"P{'T' if word in ('second', 'minute', 'min', 'hour', 'hr') else ''}{figure}{letter}"


def _length(hit: re.Match[str]) -> Reading | None:
    word, words, tail = unit(hit["unit"]), hit["count"], hit["tail"]
    plural = hit[0].lower().rstrip().endswith("s") or tail
    if _AGE.match(hit.string, hit.end()) or (word == "second" and not plural and "-" not in hit[0]):
        return None
    count = number(words)
    if re.fullmatch(r"(?:19|20)\d\d", words) and not plural:
        return None  # "the 2018 day of action"
    if word == "quarter" and not hit["adj"] and (count == 3 or not plural):
        return None  # "three quarters of"
    if tail and not re.match(r"\sthan\b", after(hit)):
        return _away(hit, count, word)
    return Reading(*hit.span(), "DURATION", value=timex(count, word))


def _away(hit: re.Match[str], count: float | None, word: str) -> Reading | None:
    """So long before or after the day of writing, or, with "earlier", before what was told."""
    tail = hit["tail"].lower()
    sign = 1 if tail in ("from now", "hence") else -1
    if count is None:
        return Reading(*hit.span(), value="PAST_REF" if sign < 0 else "FUTURE_REF")
    kind = "TIME" if word in ("second", "minute", "min", "hour", "hr") else "DATE"
    if kind == "TIME":
        return Reading(*hit.span(), "TIME", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    per = {"night": 1, "fortnight": 2, "weekend": 1}.get(word, 1)
    name = {"night": "day", "fortnight": "week", "weekend": "week"}.get(word, word)
    rough = count != int(count) or bool(
        re.search(r"\b(?:about|around|nearly|almost|some|over|more than|roughly|or so)\b", before(hit) + hit[0], re.IGNORECASE)
    )
    return Reading(
        *hit.span(),
        unit=name,
        shift=sign * count * per,
        rough=True if rough else name not in ("day",),
        story=tail in ("earlier", "previously"),
    )


def _one(hit: re.Match[str]) -> Reading | None:
    """ "a year", "an hour"; after a figure ("$33m a year") it says how often."""
    word, tail, lead = unit(hit["unit"]), hit["tail"], before(hit)
    if hit[0].lower().endswith("s") or word in ("second", "min", "hr", "quarter", "weekend") or _AGE.match(hit.string, hit.end()):
        return None
    if tail and not re.match(r"\sthan\b", after(hit)):
        return _away(hit, 1.0, word)
    if _RATE.search(lead):
        return Reading(*hit.span(), "SET", value=timex(1.0, word))
    if (
        word in ("day", "night", "minute")
        and not hit["half"]
        and not re.search(r"\b(?:for|within|in|than|last(?:ed|ing)?|about|nearly|almost)\s$", lead, re.IGNORECASE)
    ):
        return None
    if hit["half"]:
        return Reading(*hit.span(), "DURATION", value={"hour": "PT1H30M", "minute": "PT1M30S"}.get(word) or timex(1.5, word))
    return Reading(*hit.span(), "DURATION", value=timex(1.0, word))


def _half(hit: re.Match[str]) -> Reading | None:
    word = unit(hit["unit"])
    return Reading(*hit.span(), "DURATION", value={"hour": "PT30M", "minute": "PT30S"}.get(word) or timex(0.5, word))


def _deictic(hit: re.Match[str]) -> Reading | None:
    """ "the last five years", "the next few weeks", "the first nine months", "the past decade"."""
    which, word, words = hit["which"].lower(), unit(hit["unit"]), hit["count"]
    plural = hit[0].lower().endswith("s")
    if _AGE.match(hit.string, hit.end()) or (word == "quarter" and not words):
        return None
    if not words and (plural or which not in ("past", "coming") or word in ("second", "minute", "night", "weekend")):
        return None
    count = number(words) if words else 1.0
    sign = {"last": -1, "past": -1, "previous": 0, "preceding": 0, "next": 1, "coming": 1, "following": 0, "recent": -1}.get(
        which, 0
    )
    inside = re.match(r"\sof\b", after(hit))  # "the last three months of 2004"
    size = (
        None
        if count is None or not sign or inside or word in ("second", "minute", "hour", "min", "hr")
        else sign * count * UNITS[word][0]
    )
    name = {"decade": "year", "century": "year", "fortnight": "week", "night": "day", "weekend": "week"}.get(word, word)
    return Reading(*hit.span(), "DURATION", value=timex(count, word), unit=name if size else "", shift=size)


_BARE_LEAD = re.compile(
    r"\b(?:for|in|within|over|after|takes?|took|taken|lasted|lasting|spent|spend|spends|spending|many|last)\s$", re.IGNORECASE
)


def _bare(hit: re.Match[str]) -> Reading | None:
    """ "for years", "within weeks", "months ago"."""
    if hit["tail"]:
        return Reading(*hit.span(), value="PAST_REF")
    if (
        hit["long"]
        or (re.match(r"\sof\s(?!our|my|his|her|the|yore|old)[a-z]", after(hit))
        and not re.search(r"\bthe\s(?:\w+\s)?$", before(hit)))
    ):
        return Reading(*hit.span(), "DURATION", value=timex(None, unit(hit["unit"])))
    if not _BARE_LEAD.search(before(hit)) or re.match(
        r"\s(?:of|like)\b" if hit["unit"].lower() == "day" else r"\slike\b", after(hit)
    ):
        return None
    return Reading(*hit.span(), "DURATION", value=timex(None, unit(hit["unit"])))


def _every(hit: re.Match[str]) -> Reading | None:
    groups = hit.groupdict()
    if name := groups.get("weekday"):
        return Reading(*hit.span(), "SET", value=f"XXXX-WXX-{weekday(name) + 1}")
    if name := groups.get("month"):
        return Reading(*hit.span(), "SET", value=f"XXXX-{month(name):02}") if name[0].isupper() else None
    if name := groups.get("season"):
        return Reading(*hit.span(), "SET", value=f"XXXX-{SEASONS[name.lower()]}")
    if name := groups.get("part"):
        return Reading(*hit.span(), "SET", value=f"XXXX-XX-XXT{DAYPARTS[name.lower()]}")
    word = unit(hit["unit"])
    return Reading(*hit.span(), "SET", value=timex(number(hit["count"]) if hit["count"] else 1.0, word))


_OFTEN = {
    "annually": "P1Y",
    "yearly": "P1Y",
    "monthly": "P1M",
    "weekly": "P1W",
    "daily": "P1D",
    "hourly": "PT1H",
    "fortnightly": "P2W",
    "nightly": "P1D",
}


def _often(hit: re.Match[str]) -> Reading | None:
    """ "weekly", not the "Daily" of a newspaper's name."""
    if hit[0][0].isupper() and not re.search(r"(?:^|[.!?]\s+)$", before(hit)):
        return None
    return Reading(*hit.span(), "SET", value=_OFTEN[hit[0].lower()])


_WHICH = ["last", "past", "previous", "preceding", "next", "coming", "following", "first", "final", "opening", "recent", "closing"]
_SECOND_COUNT = COUNT.replace("?P<count>", "?P<upper>")
_COUNT_STARTS = ("#", *NUMBER_WORDS, "several", "few", "couple", "dozens", "hundreds", "many", "a", "an")
_UNIT_PLURALS = "|".join(["minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "generations"])

PATTERNS: tuple[Pattern, ...] = (
    pattern(
        _COUNT_STARTS,
        rf"{COUNT}(?:(?:[- ](?:to|or)[- ]|[-–]){_SECOND_COUNT})?(?:[- ]{_MANY.replace(SPACE, '(?:[ -])')}|[- ]){UNIT}{_TAIL}",
        _length,
    ),
    pattern(
        ["a", "an", "one"],
        rf"(?:an?|one)[ -](?:full{SPACE}|whole{SPACE})?{UNIT}(?P<half>{SPACE}and{SPACE}a{SPACE}half)?{_TAIL}",
        _one,
    ),
    pattern(["half"], rf"half(?:{SPACE}an?{SPACE}|-an?-|-){UNIT}", _half),
    pattern(
        _WHICH, rf"(?P<which>{'|'.join(_WHICH)}){SPACE}(?:{COUNT}{SPACE})?(?:{_MANY})?{UNIT}(?:{SPACE}or{SPACE}so)?", _deictic
    ),
    pattern(
        _UNIT_PLURALS.split("|"),
        rf"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s(?:{SPACE}(?P<tail>ago|earlier)|(?P<long>-long))?\b",
        _bare,
    ),
    pattern(
        ["every", "each"],
        rf"(?:every|each){SPACE}(?:single{SPACE})?(?:{FULL_WEEKDAY}\b|{MONTH}|{SEASON}|(?P<part>{'|'.join(DAYPARTS)})\b|(?:{COUNT}{SPACE})?{UNIT})",
        _every,
    ),
    pattern(_OFTEN, rf"(?:{'|'.join(_OFTEN)})\b", _often),
)

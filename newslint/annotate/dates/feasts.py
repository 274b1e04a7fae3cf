"""Days that a calendar must be asked for: "Christmas Eve", "last Easter", "the first Monday of May"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from newslint.annotate.dates.lexicon import FULL_WEEKDAY, MONTH, SPACE, YEAR, either, month, weekday
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern
from newslint.kept.regexes import compiled

OnDay = Callable[[int], dt.date]


def _fixed(month_: int, day: int) -> tuple[OnDay, str]:
    return partial(dt.date, month=month_, day=day), f"XXXX-{month_:02}-{day:02}"


def _nth(nth: int, weekday_: int, month_: int, plus: int = 0) -> tuple[OnDay, str]:
    """The nth of a weekday in a month, -1 for the last, and so many days more."""
    return partial(_nth_in, nth=nth, weekday=weekday_, month=month_, plus=plus), "XXXX-XX-XX"


def _nth_in(year: int, nth: int, weekday: int, month: int, plus: int) -> dt.date:
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    return dt.date(year, month, days[nth if nth < 0 else nth - 1]) + dt.timedelta(days=plus)


def _easter(plus: int) -> tuple[OnDay, str]:
    return partial(_after_easter, plus=plus), "XXXX-XX-XX"


def _after_easter(year: int, plus: int) -> dt.date:
    """So many days from Easter Sunday, by the anonymous Gregorian algorithm (Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month_, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month_, day + 1) + dt.timedelta(days=plus)


_FEASTS: dict[str, tuple[OnDay, str]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "xmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "twelfth night": _fixed(1, 5),
    "burns night": _fixed(1, 25),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "st george's day": _fixed(4, 23),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "canada day": _fixed(7, 1),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "st andrew's day": _fixed(11, 30),
    "martin luther king day": _nth(3, 0, 1),
    "presidents' day": _nth(3, 0, 2),
    "memorial day": _nth(-1, 0, 5),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "remembrance sunday": _nth(2, 6, 11),
    "thanksgiving day": _nth(4, 3, 11),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, 1),
    "cyber monday": _nth(4, 3, 11, 4),
    "shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter saturday": _easter(-1),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "ascension day": _easter(39),
    "whit monday": _easter(50),
}
"""Each feast and how the day is found; those that the moon or a government moves are left out."""
_SEASONS = frozenset({"christmas", "xmas", "easter", "thanksgiving", "halloween"})
"""Feasts that are words for much else too: cards, cakes, islands."""

_LEADS = compiled(
    rf"\b(?:{either('at on over before after by since until till during around every of to for from')}"
    r"|(?:week|weekend|day|days|weeks)\s(?:before|after|of))\s(?:the\s)?$",
    re.IGNORECASE,
)
_HOLIDAY = compiled(rf"\s(?:{either('weekend holiday holidays break period')})\b")
_THINGS = either(
    """
    tree trees card cards cake dinner lunch market markets party parties present presents gift gifts shopping carol carols song
    songs single jumper lights decorations message broadcast speech concert film movie story egg eggs bunny bonnet parade sales
    season trading bonus special album truce pudding turkey pageant
    """
)
_THING = compiled(rf"\s(?:[A-Z]|(?:{_THINGS})\b)|['’]s\s|-")
_OPENING = compiled(r"(?:^|[.!?:]['’”\")]?\s+|\n|[\"“])$")
_APOSTROPHES = str.maketrans("’", "'", ".")


def _meant(hit: re.Match[str]) -> bool:
    """Whether "Easter" is the time of year here, and no card, cake or island."""
    led = hit["which"] or _HOLIDAY.match(after(hit)) or _LEADS.search(before(hit, 30))
    title = hit["which"] and hit["which"][0].isupper() and not _OPENING.search(before(hit))  # the song "Last Christmas"
    return bool(led) and not title and not _THING.match(after(hit))


def _feast(hit: re.Match[str]) -> Reading | None:
    name = " ".join(hit["feast"].lower().translate(_APOSTROPHES).split())
    name = {"new years eve": "new year's eve", "new years day": "new year's day"}.get(name, name)
    if not hit["feast"][0].isupper() or name not in _FEASTS:
        return None
    year = int(hit["year"]) if hit["year"] else None
    if name in _SEASONS and not year and not _meant(hit):
        return None
    falls, falls_as = _FEASTS[name]
    shift = {"last": -1, "this": 0, "next": 1}.get((hit["which"] or "").lower())
    return Reading(*hit.span(), year=year, falls=falls, falls_as=falls_as, shift=shift)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def _weekday_of(hit: re.Match[str]) -> Reading | None:
    """A weekday counted in its month: "the second Tuesday of November 2024"."""
    if not (hit["weekday"][0].isupper() and hit["month"][0].isupper()):
        return None
    month_, year = month(hit["month"]), int(hit["year"]) if hit["year"] else None
    falls, _ = _nth(_NTH[hit["nth"].lower()], weekday(hit["weekday"]), month_)
    return Reading(*hit.span(), year=year, falls=falls, falls_as=f"XXXX-{month_:02}-XX")


_NAMES = "|".join(
    re.escape(name).replace("'", "['’]?").replace("\\ ", SPACE).replace("st" + SPACE, rf"st\.?{SPACE}") for name in _FEASTS
)
_STARTS = {name.split()[0].split("'")[0] for name in _FEASTS} | {"last", "this", "next"}
_THEN_YEAR = rf"(?:,?{SPACE}(?:(?:of|in){SPACE})?{YEAR}(?!,\d{{3}}|[-–]\w))?"

PATTERNS: tuple[Pattern, ...] = (
    pattern(_STARTS, rf"(?:(?P<which>last|this|next){SPACE})?(?P<feast>{_NAMES})(?![\w-]){_THEN_YEAR}", _feast),
    pattern(
        _NTH,
        rf"(?P<nth>{'|'.join(_NTH)}){SPACE}{FULL_WEEKDAY}{SPACE}(?:of|in){SPACE}{MONTH}{_THEN_YEAR}",
        _weekday_of,
    ),
)

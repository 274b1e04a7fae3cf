"""Words of time and the numbers behind them, and the pieces of pattern built from them."""

from __future__ import annotations

from newslint.kept.regexes import compiled


def either(words: str) -> str:
    """The words of a list as alternatives of a pattern."""
    return "|".join(words.split())


MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {"morning": "MO", "lunchtime": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
UNITS: dict[str, tuple[int, str]] = {
    "second": (1, "S"),
    "minute": (1, "M"),
    "min": (1, "M"),
    "hour": (1, "H"),
    "hr": (1, "H"),
    "day": (1, "D"),
    "night": (1, "D"),
    "weekend": (1, "WE"),
    "week": (1, "W"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (1, "Q"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
"""Unit word to its TIMEX3 letter and how many of that letter it is."""
OF_A_DAY = frozenset({"second", "minute", "min", "hour", "hr"})
"""Units shorter than a day."""

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = (*_ONES, *_TEENS, *_TENS)
_VALUES = {word: n for n, word in enumerate([*_ONES, *_TEENS], 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_VALUES["couple"] = 2
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_OPEN = frozenset({"few", "several", "many", "dozens", "hundreds", "thousands"})


def _abbreviated(names: tuple[str, ...], more: dict[str, str]) -> str:
    """Alternatives for names in full or, with or without a full stop, cut to three letters or to those in ``more``."""
    return "|".join(rf"{name}|(?:{more.get(name, name[:3])})(?:\.|(?![^\W_]))" for name in names)


_LETTER_OR_DIGIT = r"[^\W_]"
_TEEN_OR_ONE = "|".join(sorted([*_ONES, *_TEENS], key=len, reverse=True))
_WORD_NUMBER = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{_TEEN_OR_ONE})"

SPACE = r"[ \t\xa0]{1,3}"
MONTH = rf"(?P<month>{_abbreviated(MONTHS, {'september': 'sept?'})})(?!{_LETTER_OR_DIGIT})"
_MORE_WEEKDAYS = {"tuesday": "tues?", "wednesday": "weds?", "thursday": "thur?s?"}
WEEKDAY = rf"(?P<weekday>{_abbreviated(WEEKDAYS, _MORE_WEEKDAYS)})(?!{_LETTER_OR_DIGIT})"
FULL_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
YEAR = r"(?P<year>1\d{3}|20\d\d|2100)(?!\d)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
NTH_DAY = DAY.replace("(?:st|nd|rd|th)?", "(?:st|nd|rd|th)")
SEASON = rf"(?P<season>{'|'.join(SEASONS)})\b"
DAYPART = rf"(?P<part>{'|'.join(DAYPARTS)})"
ORDINAL = rf"(?P<nth>{'|'.join(ORDINALS)})"
UNIT = rf"(?P<unit>{'|'.join(name for name in UNITS if name != 'century')}|centur(?:y|ie))(?P<s>s?)\b"
NUMBER = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?"
    rf"|(?:(?:{_WORD_NUMBER}|an?)[- ](?:hundred|thousand)(?:{SPACE}(?:and{SPACE})?{_WORD_NUMBER})?|{_WORD_NUMBER})\b)"
)
_OPEN_NUMBER = r"(?:several|(?:a[ ])?few|many|dozens[ ]of|hundreds[ ]of|thousands[ ]of)"
COUNT = rf"(?P<count>{NUMBER}|{_OPEN_NUMBER}|(?:a[ ])?(?:couple|dozen)(?:[ ]of)?)"
ZONE = f"(?:{either('GMT UTC BST CES?T EES?T ES?D?T CDT CST MDT MST PDT PST AES?D?T JST KST IST HKT SGT NZD?T MSK WIB PKT')})"

_WORD = compiled(r"[^\W\d_]+|\d[\d,]*(?:\.\d+)?")


def month(word: str) -> int:
    """1 for January or any way to shorten it."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))


def weekday(word: str) -> int:
    """0 for Monday or any way to shorten it."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:3]))


def number(words: str) -> float | None:
    """The number said in digits or words; None for "several", "a few" and their like."""
    total = 0.0
    for word in _WORD.findall(words.lower()):
        if word[0].isdigit():
            total = float(word.replace(",", ""))
        elif word in _OPEN:
            return None
        elif word in _SCALES:
            total = (total or 1) * _SCALES[word]
        else:
            total += _VALUES.get(word, 0)
    return total


def unit(word: str) -> str:
    """The unit as UNITS has it: "centurie", cut from "centuries", is "century"."""
    word = word.lower()
    return "century" if word.startswith("centur") else word


def timex(count: float | None, word: str) -> str:
    """A length as TIMEX3 writes it: P24Y, PT10H, PXD where the number is left open."""
    per, letter = UNITS[word]
    figure = "X" if count is None else f"{count * per:.15g}"
    return f"P{'T' if word in OF_A_DAY else ''}{figure}{letter}"

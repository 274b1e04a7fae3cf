"""Months and seasons, with a year or alone: "June 2024", "in May", "the summer of 1976"."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.annotate.dates.lexicon import MONTH, MONTHS, SEASON, SEASONS, SPACE, YEAR, either, month
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern
from newslint.kept.regexes import compiled

_SURE = "in since until till during throughout late early between each every"
_SURE_LEADS = compiled(rf"\b(?:{either(_SURE)})\s$|\bmid[-–]$", re.IGNORECASE)
_LEADS = compiled(
    rf"\b(?:{either(_SURE)}|{either('by from to through of before after for around and or the')}|as of)\s$"
    rf"|\b(?:{either('mid pre post early late end')})[-–]$",
    re.IGNORECASE,
)
_MONTH_BEFORE = compiled(rf"\b(?:{'|'.join(MONTHS)}),?(?:\s(?:and|or|to))?\s$", re.IGNORECASE)
_NAME_BEFORE = compiled(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+\s$")
_NAME_AFTER = compiled(r"\s[A-Z][a-z]{2,}")
_NOUNS = either(
    """
    survey poll report meeting vote election elections referendum budget deadline statement ruling attack summit figures data
    sales results forecast forecasts quarter issue edition interview speech hearing trial date contract futures conference
    launch release revision estimate estimates deal agreement primary by-election festival fair letter study index
    """
)
_SOMETHING = compiled(rf"\s(?:{_NOUNS})\b")
_ITS = compiled(rf"(?:\b(?:{either('a an its his her their our this last next latest')})\s|['’]s\s)$", re.IGNORECASE)
"""What makes "a March survey" a month: an article and a thing that months have."""
_WALK = compiled(r"\s(?:on|for|of|against|through|past|in|to(?!\s[A-Z]))\b")
_PEOPLE = either("Theresa Mrs Mr Ms Miss Dr Sir Dame Lord Lady Baroness Brian James Jonny Minister Elaine Robert Peter")
_PERSON_MAY = compiled(rf"\b(?:{_PEOPLE}) May\b")
_PAGE = 10_000
"""How far on either side, in characters, a person called May makes "by May" doubtful."""


def _month_year(hit: re.Match[str]) -> Reading | None:
    if not hit["month"][0].isupper():
        return None
    return Reading(*hit.span(), month=month(hit["month"]), year=int(hit["year"]))


def _month(hit: re.Match[str]) -> Reading | None:
    """A month alone; the names that are also words or people only where the words around speak of time."""
    name, lead = hit["month"], before(hit)
    if not name[0].isupper() or (name.isupper() and len(name) > 3 and not lead.strip().isupper()):
        return None
    word = name.lower().rstrip(".")
    noun = bool(_SOMETHING.match(after(hit)))
    if word in ("march", "may") and noun and _ITS.search(lead):
        return Reading(*hit.span(), month=month(name))
    sure = bool(_SURE_LEADS.search(lead) or _MONTH_BEFORE.search(lead))
    led = sure or bool(_LEADS.search(lead))
    if word == "may":
        meant = (sure or (led and not _may_is_on(hit.start() // _PAGE, hit.string))) and not after(hit).startswith(("'s ", "’s "))
    elif word == "march":
        meant = sure or (led and not _WALK.match(after(hit)))
    elif word in ("april", "june", "august"):
        meant = sure or not (_NAME_AFTER.match(after(hit)) or (_NAME_BEFORE.search(lead) and not led))
    else:
        meant = word in MONTHS or (led and word not in ("jan", "mar", "jun"))
    sentence_end = name.endswith(".") and not after(hit).strip()
    return Reading(hit.start(), hit.end() - sentence_end, month=month(name)) if meant else None


@lru_cache(maxsize=1)
def _may_is_on(page: int, text: str) -> bool:
    """Whether a person called May is on this page of the text or half a page around it."""
    return bool(_PERSON_MAY.search(text, max(0, page * _PAGE - _PAGE // 2), (page + 1) * _PAGE + _PAGE // 2))


def _season(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), season=SEASONS[hit["season"].lower()], year=int(hit["year"]))


def _season_of_year(hit: re.Match[str]) -> Reading:
    """The season of a year counted from now: "spring of next year"."""
    return Reading(*hit.span(), season=SEASONS[hit["season"].lower()], unit="year", shift=_WHICH_YEAR[hit["which"].lower()])


_WHICH_YEAR = {"last": -1, "this": 0, "next": 1}
_SEASON_LEADS = compiled(
    rf"\b(?:{either('in over during by since until through throughout into before after')})\s(?:the\s)?"
    r"(?:(?:early|late|mid|coming|past)[- ])?$|\b(?:mid|early|late)[- ]$",
    re.IGNORECASE,
)
_NO_SEASON = {
    "spring": compiled(r"\s(?:training|from|of|out)\b", re.IGNORECASE),
    "fall": compiled(r"\s(?:from|of|for|in|to)\b", re.IGNORECASE),
}


def _season_alone(hit: re.Match[str]) -> Reading | None:
    """A season alone: "in the summer"; "fall" only with its article, and not the fall of anything."""
    word = hit["season"].lower()
    if not _SEASON_LEADS.search(before(hit, 40)) or (word in _NO_SEASON and _NO_SEASON[word].match(after(hit))):
        return None
    if word == "fall" and not re.search(r"\bthe\s(?:\w+\s)?$", before(hit)):
        return None
    return Reading(*hit.span(), season=SEASONS[word])


_MONTH_STARTS = {*MONTHS, *(name[:3] for name in MONTHS), "sept"}

PATTERNS: tuple[Pattern, ...] = (
    pattern(_MONTH_STARTS, rf"{MONTH}(?:,|{SPACE}of)?{SPACE}{YEAR}(?![\w%]|,\d{{3}}|[.:]\d)", _month_year),
    pattern(_MONTH_STARTS, MONTH, _month),
    pattern(SEASONS, rf"{SEASON}(?:{SPACE}of)?{SPACE}{YEAR}\b", _season),
    pattern(SEASONS, rf"{SEASON}{SPACE}(?:of{SPACE})?(?P<which>last|this|next){SPACE}year\b", _season_of_year),
    pattern(SEASONS, SEASON, _season_alone),
)

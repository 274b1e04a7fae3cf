"""Sums: figures in a row and the total that the words make of them. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.annotate.remainders import handed_out
from newslint.annotate.shares import shares
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.reckonings import Sum, SumKind

_WORD = r"[\w'’-]+"
_WORDS = rf"(?:\s+(?!(?:and|but|including|of\s+which|plus|while)\b){_WORD})"
_AND = r"(?:,|,?\s+(?:and|plus)|;)\s+"
_END = rf"(?:\s+(?!(?:a|after|by|each|over|per|since|so|this|with)\b){_WORD}){{0,2}}?\s*(?:[.,;:)–—]|$)"
_ENDS = compiled(r"\s*(?:[.;:)]|$)")

_LISTED = compiled(rf"{_WORDS}{{0,6}}?{_AND}(?:another\s+|a\s+further\s+)?")
_TOTAL_OF = compiled(
    rf"{_WORDS}{{0,6}}?(?:,\s+(?:making\s+|giving\s+(?:it\s+|them\s+)?|for\s+)?|\s+[–—-]\s+|\s?—\s?|\s+for\s+|\s+making\s+)an?\s+(?:\w+\s+)?total\s+of\s+"
)
_THEN = compiled(rf"{_WORDS}{{0,6}}?(?:,|\s+[–—-]|\s?—|\s*\()\s*(?:(?:making|raising|costing|giving\s+(?:it|them)|or)\s+)?")
_IN_ALL = compiled(
    rf"(?:\s+{_WORD}){{0,2}}?\s+(?:in\s+all|in\s+total|altogether|all\s+told|overall|combined)(?=\s*(?:[.,;:)–—]|$|\s(?:were|was)\b))"
)
_TOTAL_ENDS = compiled(_END)

_MORE = compiled(r"\s+(?:additional|extra|further|more|new)\b", re.IGNORECASE)
_ANOTHER = compiled(r"\b(?:additional|another|extra|further)\s+$", re.IGNORECASE)
_BRINGING = compiled(
    r"[^.;]{0,90}?,\s+(?:bringing|lifting|pushing|raising|taking)\s+(?:his|her|its|the|their)\s[^.,;]{0,50}?\bto\s+"
)
_FROM = compiled(rf"(?:\s+{_WORD}){{0,3}}?,?\s+(?:up\s+)?from\s+")

_EACH = compiled(r"\s+(?:each|apiece|a\s+head|per\s+head)\b")
_EACH_FOR = compiled(r"\s+(?:each|apiece|a\s+head|per\s+head)\s+(?:for|to|from)\s+(?:the\s+|all\s+)?")
_FOR = compiled(r"\s+for\s+(?:the\s+|all\s+)?")
_OR_AT = compiled(rf"{_WORDS}{{0,3}}?,?\s+(?:or|at)\s+")
_AT = compiled(rf"{_WORDS}{{0,4}}?\s+(?:at|for|of|paid|pay|were\s+paid|will\s+pay|got|will\s+get|received|cost)\s+")
_MAKING = compiled(
    r"\s+(?:each|apiece|a\s+head|per\s+head),?\s+(?:and\s+)?(?:(?:costing|making|raising|worth|or|for)\s+)?(?:an?\s+total\s+of\s+)?"
)

_OF_WHICH = compiled(rf"(?:\s+{_WORD}){{0,3}}?,?\s+of\s+(?:which|whom)\s+(?:about\s+|some\s+)?")
_ALL_LINK = compiled(
    rf"(?:\s+{_WORD}){{0,3}}?,?\s+(?:(?:is|are|was|were)\s+)?(?:made\s+up\s+of|compris(?:e[ds]?|ing)|consist(?:s|ed|ing)\s+of|composed\s+of)\s+"
)
_COLON = compiled(rf"(?:\s+{_WORD}){{0,5}}?(?::|\s[–—-]|—)\s*")
_PLACED = compiled(r"(?:\s+[a-z]+)?\s+(?P<how>at|for|from|in|on|to)\s+[^,;.:()\d]{2,40}?(?:,|,?\s+and)\s+")
_LAST_PLACED = compiled(r"(?:\s+[a-z]+)?\s+(?P<how>at|for|from|in|on|to)\s+[^,;.:()\d]{2,40}?(?:\.\s*|$)")
_NAMED = compiled(rf"(?:\s+(?!and\b){_WORD}){{1,3}}?(?:,|,?\s+and)\s+")
_LAST_NAMED = compiled(rf"(?:\s+(?!(?:and|or|plus)\b){_WORD}){{1,3}}?\s*(?:[.;)]|$)")
_RESULTS = (
    compiled(r"\bw(?:on|inning)\s+$"),
    compiled(r"\b(?:drew|drawn|drawing|tied|tying)\s+$"),
    compiled(r"\blos(?:t|ing)\s+$"),
)
_OF_GAMES = compiled(r"\s+(?:of|in|from|out\s+of)\s+(?:(?:the|its|their|his|her)\s+)?(?:(?:first|last|past|opening|league)\s+)?")
_PLAYED = {"bout", "fight", "fixture", "game", "match", "race", "test"}
_REST = compiled(r"\b(?:another|others?|rest|remaining|remainder|several|some|unidentified|unknown)\b", re.IGNORECASE)

_MOST = 12
"""Figures in one row that are looked at."""


def sums(doc: Document) -> tuple[Sum, ...]:
    """Every row of figures in a sentence with their total, in text order."""
    text = doc.body
    quantities = [
        one for one in doc.all(Quantity) if len(one.value) == 1 and one.kind in ("count", "measure", "money", "percent")
    ]
    starts = [quantity.start for quantity in quantities]
    found: dict[int, Sum] = {}
    before: list[Quantity] = []
    for sentence in doc.all(Sentence):
        last, before = before, []
        row = quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for parts in shares(text, [one for one in row if one.unit == "%"], sentence.end):
            found.setdefault(parts[0].start, _made("shares", parts, parts[0]))
        before = row
        for kind, several, total in handed_out(text, last, row, sentence.span):
            found.setdefault(total.start, _made(kind, several, total))
        if len(row) < 3:
            continue
        for each in (*_threes(text, row), *_totals_behind(text, row), *_totals_before(text, row, sentence), *_records(text, row)):
            found.setdefault(each.total.start, each)
    return tuple(sorted(found.values(), key=lambda each: each.start))


def _made(kind: SumKind, parts: Sequence[Quantity], total: Quantity) -> Sum:
    return Sum(parts[0].span.through(parts[-1].span).through(total.span), kind, tuple(parts), total)


def _alike(one: Quantity, other: Quantity) -> bool:
    return (
        one.kind == other.kind and one.kind in ("count", "money", "measure") and one.unit == other.unit and one.per == other.per
    )


def _threes(text: str, row: Sequence[Quantity]) -> Iterator[Sum]:
    """What came on top of what there was, and so many at so much each."""
    for one, other, last in zip(row, row[1:], row[2:], strict=False):
        gaps = text[one.end : other.start], text[other.end : last.start]
        if one.kind == other.kind == last.kind == "count":
            more = _MORE.match(text, one.end) or _ANOTHER.search(text, max(0, one.start - 20), one.start)
            if more and _BRINGING.fullmatch(gaps[0]) and _FROM.fullmatch(gaps[1]):
                yield _made("added", (one, last), other)
        elif one.kind == last.kind == "money" and other.kind == "count" and _EACH.match(text, last.end):
            if _FOR.fullmatch(gaps[0]) and _OR_AT.fullmatch(gaps[1]):
                yield _made("each", (other, last), one)
        elif last.kind == "money" and last.unit in (one.unit, other.unit) and {one.kind, other.kind} == {"count", "money"}:
            said = _IN_ALL.match(text, last.end) or gaps[1].endswith("total of ")
            priced = (
                one.kind == "money"
                and _EACH_FOR.fullmatch(gaps[0])
                and _THEN.fullmatch(gaps[1].removesuffix("a total of "))
                and said
            )
            sold = one.kind == "count" and _AT.fullmatch(gaps[0]) and _MAKING.fullmatch(gaps[1])
            if (priced or sold) and (said or _TOTAL_ENDS.match(text, last.end)):
                yield _made("each", (one, other), last)


def _totals_behind(text: str, row: Sequence[Quantity]) -> Iterator[Sum]:
    """Such as "£3m on roads and £2m on rail, a total of £5m", "12 buses and nine trams, 21 in all"."""
    for at in range(2, len(row)):
        total, last = row[at], row[at - 1]
        gap = text[last.end : total.start]
        named = _TOTAL_OF.fullmatch(gap) and _TOTAL_ENDS.match(text, total.end)
        if not named and not (_THEN.fullmatch(gap) and _IN_ALL.match(text, total.end)):
            continue
        first = at - 1
        while (
            first
            and at - first < _MOST
            and _LISTED.fullmatch(text, row[first - 1].end, row[first].start)
            and _alike(row[first - 1], total)
        ):
            first -= 1
        parts = row[first:at]
        apart = any(_EACH.match(text, one.end) for one in parts) or any(_alike(one, total) for one in row[:first])
        if len(parts) > 1 and not apart and _alike(last, total):
            yield _made("all", parts, total)


def _totals_before(text: str, row: Sequence[Quantity], sentence: Sentence) -> Iterator[Sum]:
    """Such as "12 people: five in Leeds and seven in Hull", "a fleet of 20, made up of 12 ferries and eight tugs"."""
    rest = _REST.search(text, sentence.start, sentence.end) is not None
    for at, total in enumerate(row[:-2]):
        parts = row[at + 1 :]
        if len(parts) > _MOST or not all(_alike(part, total) for part in parts):
            continue
        gap = text[total.end : parts[0].start]
        if _OF_WHICH.fullmatch(gap) and all(_LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(parts)):
            yield _made("some", parts, total)
        elif not rest and (
            (_COLON.fullmatch(gap) and _in_places(text, parts, sentence))
            or (_ALL_LINK.fullmatch(gap) and _all_match(text, parts, _NAMED, _LAST_NAMED, sentence.end))
            or (total.noun in _PLAYED and len(parts) == len(_RESULTS) and _by_result(text, parts))
        ):
            yield _made("all", parts, total)


def _records(text: str, row: Sequence[Quantity]) -> Iterator[Sum]:
    """Matches won, drawn and lost, and then all: "won six, drawn two and lost three of their 10 games"."""
    for at, total in enumerate(row):
        parts = row[max(0, at - len(_RESULTS)) : at]
        played = total.noun in _PLAYED and len(parts) == len(_RESULTS) and _OF_GAMES.fullmatch(text, parts[-1].end, total.start)
        if played and _by_result(text, parts):
            yield _made("all", parts, total)


def _by_result(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether these are the matches won, drawn and lost, in any order."""
    leads = [text[max(0, part.start - 12) : part.start] for part in parts]
    return all(any(result.search(lead) for lead in leads) for result in _RESULTS)


def _in_places(text: str, parts: Sequence[Quantity], sentence: Sentence) -> bool:
    """Whether each part is told by its place, or by what it is for, with the same preposition."""
    gaps = [_PLACED.fullmatch(text, one.end, other.start) for one, other in pairwise(parts)]
    last = _LAST_PLACED.fullmatch(text, parts[-1].end, sentence.end)
    return last is not None and all(gap is not None and gap["how"] == last["how"] for gap in gaps)


def _all_match(text: str, parts: Sequence[Quantity], between: re.Pattern[str], behind: re.Pattern[str], end: int) -> bool:
    gaps = (between.fullmatch(text, one.end, other.start) for one, other in pairwise(parts))
    return behind.match(text, parts[-1].end, end) is not None and all(gaps)

"""Wholes that are shared out, and what is left: "35,000 of the 80,000, the other 45,000", "of the £42m the town pays £30m"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.annotate.shares import kinds_apart
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.reckonings import SumKind
from newslint.spans import Span
from newslint.words import word_set

Shared = tuple[SumKind, Sequence[Quantity], Quantity]

_OTHER = r"(?!(?:including|of\s+which|plus|than|more|up|down|compared|another|earlier|last|by)\b)"
_NEXT = compiled(
    rf"(?:\s+{_OTHER}[\w'’&.-]+){{0,9}}?(?:,\s+(?:and\s+|with\s+|while\s+)?|\s+and\s+|;\s+)(?:{_OTHER}[\w'’&-]+\s+){{0,8}}?"
)
_OF_THE = compiled(r"\bof\s+(?:the|its|this|that|their|his|her|those)\s+(?:[\w-]+['’]s?\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_PART_OF = compiled(r"(?:\s+[\w-]+)?\s+of\s+(?:the|its|their|his|her|all)\s+(?:[\w-]+['’]s?\s+)?(?:[\w-]+\s+)?")
_OF_THAT = compiled(r"(?:\s+[\w-]+)?\s+of\s+(?:that|this|it|the\s+(?:total|sum|money|amount|cost))\b")
_OF_THIS = compiled(r"\bOf\s+(?:that|this|it|these|those)(?:\s+\w+)?,\s+[^.,;]{0,40}$")
_OF_IT = compiled(r"(?:\s+[\w-]+)?\s+of\s+(?:it|that|them|these|this|those|which|whom)\b")
_STANDS_ALONE = compiled(
    r"\s*(?:[.,;:)–—]|$)|\s+(?:by|came|comes?|coming|could|for|from|had|has|in|is|may|must|of|on|to|was|went|were|will|with|would)\b"
)
"""Behind a sum that is left, where no noun follows that it only describes: "the other £4m scheme"."""
_LEFT = compiled(r"\b(?:the\s+(?:other|remaining)|the\s+(?:rest|remainder|balance)(?:,|\s+(?:of|is|was)))\s+$", re.IGNORECASE)
_AT_START = 60
_MOST = 8
# What is held or handed out whole: nothing counts twice.
_DEALT = word_set("ballot delegate hectare home house job job medal place point post seat share ticket vote ward")
_BODY = word_set("councillor delegate deputy juror justice lawmaker legislator member mp person senator state voter")
_DEALT_BY = compiled(
    r"\b(?:win|wins|won|take|takes|took|hold|holds|held|has|have|had|get|gets|got|keep|keeps|kept|go|goes|went|going)(?:\s+(?:to|just|only))?\s+$"
)


def handed_out(text: str, before: Sequence[Quantity], row: Sequence[Quantity], sentence: Span) -> Iterator[Shared]:
    """The wholes of a sentence, or the one before it, with what is made of them; both by their figures."""
    yield from shared_out(text, row, sentence.start)
    yield from left_over(text, [*before, *row])
    yield from of_that(text, before, row)
    yield from by_kind(text, row, sentence.end)


def shared_out(text: str, row: Sequence[Quantity], start: int) -> Iterator[Shared]:
    """What a sentence that starts here, with these figures, shares out."""
    if not 3 <= len(row) <= _MOST:
        return
    total, parts = row[0], row[1:]
    opens = total.start - start < _AT_START and _OF_THE.search(text, start, total.start)
    if opens and all(alike(part, total) for part in parts) and _listed(text, parts):
        if _is_left(text, parts[-1]):
            yield "rest", parts, total
        elif total.kind in ("money", "measure") or (total.noun in _DEALT and _DEALT_BY.search(text, total.end, parts[0].start)):
            yield "some", parts, total


def by_kind(text: str, row: Sequence[Quantity], end: int) -> Iterator[Shared]:
    """Votes for and against, men and women: "25 of the 27 voted in favour and four against", "of the 27, 25 ..."."""
    for at, one in enumerate(row[:-2]):
        other, rest = row[at + 1], list(row[at + 2 : at + 4])
        if one.kind != "count" or not alike(one, other):
            continue
        if _PART_OF.fullmatch(text, one.end, other.start):
            total, parts, places = other, [one, *rest], [_behind(other), *(_behind(part) for part in rest)]
        elif _OF_THE.search(text, max(0, one.start - _AT_START), one.start):
            total, parts, places = one, [other, *rest], [_behind(part) for part in (other, *rest)]
        else:
            continue
        if all(alike(part, total) or part.noun is None for part in parts) and kinds_apart(text, places, end):
            yield "some", parts, total


def _behind(one: Quantity) -> int:
    """Where a figure ends with the noun that it counts, if that is a body's: "27 member states"."""
    return one.noun_span.end if one.noun_span and one.noun in _BODY else one.end


def left_over(text: str, row: Sequence[Quantity]) -> Iterator[Shared]:
    """A part of a whole, and the other of the two: "35,000 of the 80,000 ... the other 45,000"."""
    for at, (part, total) in enumerate(pairwise(row if len(row) <= 2 * _MOST else ())):
        if not alike(part, total) or not _PART_OF.fullmatch(text, part.end, total.start):
            continue
        behind = [one for one in row[at + 2 :] if alike(one, total)]
        alone = len(behind) == 1 and (total.kind == "count" or _STANDS_ALONE.match(text, behind[0].end))
        if alone and part.value[0] < total.value[0] and _is_left(text, behind[0]):
            yield "rest", (part, behind[0]), total


def of_that(text: str, before: Sequence[Quantity], row: Sequence[Quantity]) -> Iterator[Shared]:
    """A sum in one sentence and its parts in the next: "£18m. £9m of that is for roads and the remaining £9m for rail"."""
    if not before or not 2 <= len(row) <= _MOST:
        return
    totals = [one for one in before if alike(one, row[0])]
    said = _OF_THAT.match(text, row[0].end) or _OF_THIS.search(text, max(0, row[0].start - _AT_START), row[0].start)
    if len(totals) == 1 and all(alike(one, row[0]) for one in row) and said and _listed(text, row):
        yield ("rest" if _is_left(text, row[-1]) else "some"), row, totals[0]


def alike(one: Quantity, total: Quantity) -> bool:
    """Whether one figure may be a part of the other."""
    if one.kind != total.kind or one.kind not in ("count", "money", "measure") or one.unit != total.unit or one.per != total.per:
        return False
    return one.noun is None or total.noun is None or one.noun == total.noun


def _listed(text: str, row: Sequence[Quantity]) -> bool:
    within = any(_OF_IT.match(text, one.end) for one in row[1:])
    return not within and all(_NEXT.fullmatch(text, one.end, other.start) for one, other in pairwise(row))


def _is_left(text: str, one: Quantity) -> bool:
    lead = text[max(0, one.start - 40) : one.start]
    return _LEFT.search(lead) is not None

"""Breakdowns: a total and the lists behind it that may name its parts. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, cast

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.reckonings import Breakdown, Listing, Part
from newslint.spans import Span

_LINK = compiled(
    r"""
      (?P<some> ,?\s+ (?:including|among\ (?:them|whom)|of\ (?:them|whom)) \b \s* )
    | (?P<all> : \s* | \s* \( | \s?[—–]\s? | \s-\s | ,?\s+ (?:are|comprising|consisting\ of|made\ up\ of|namely|were) \b \s* )
    | (?P<comma> , \s* )
    | (?P<end> [.;)] )
    """,
    re.VERBOSE,
)
_REACH = 100
_MOST = 12
"""Things counted in one list that are looked at."""
_AND = compiled(r"\s*(?:,\s*(?:and|plus)\b|,|;|\band\b|\bplus\b|&)\s*")
_SINGLE = compiled(r"(?:an?|one|another)((?:\s+(?!(?:and|plus)\b)[\w-]+){1,4})", re.IGNORECASE)
_WORD = compiled(r"[\w-]+")
_NAMED_AFTER = compiled(
    r"(?:\s+(?:votes?|were|was|are))?\s+(in\ favou?r|(?!(?:and|plus)\b)[\w-]+)(?=\s*(?:[,;:.)\]—–]|and\b|plus\b|$))"
)
_CLOSED = compiled(r"\s*(?:[)\]—–]|\s-\s|[.!?]?\s*$)")
_GOES_ON = compiled(r"\s*,?\s*(?:and|or|plus|as well as|along with|together with)\b")
_MORE = compiled(
    r"\b(?:an?other|others?|rest|remaining|remainder|several|some|many|unidentified|unknown|last|also)\b", re.IGNORECASE
)
_FATE = compiled(r"\s+(?:\w+ed|hurt|missing|shot|dead|ill)\b")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence to read lists in, up to ``end``: the counts in it by their starts, and what may add to a list.

    ``last`` is where the last count or word like "others" starts; ``goes_on`` is true where
    the sentence behind has such a word.
    """

    text: str
    end: int
    counts: Mapping[int, Quantity]
    last: int
    goes_on: bool


def breakdowns(doc: Document) -> tuple[Breakdown, ...]:
    """Every count with a list behind it in its sentence, in text order."""
    counts = [quantity for quantity in doc.all(Quantity) if quantity.kind == "count"]
    starts = [quantity.start for quantity in counts]
    found: list[Breakdown] = []
    for sentence, following in pairwise((*doc.all(Sentence), None)):
        if sentence is None:
            continue
        here = counts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if here:
            found += _broken_down(_stretch(doc.body, sentence, following, here), here)
    return tuple(found)


def _stretch(text: str, sentence: Sentence, following: Sentence | None, counts: list[Quantity]) -> _Stretch:
    more = max((word.start() for word in _MORE.finditer(text, sentence.start, sentence.end)), default=0)
    goes_on = following is not None and _MORE.search(text, following.start, following.end) is not None
    return _Stretch(text, sentence.end, {count.start: count for count in counts}, max(more, counts[-1].start), goes_on)


def _broken_down(stretch: _Stretch, counts: list[Quantity]) -> Iterator[Breakdown]:
    for total, following in zip(counts, [*counts[1:], None], strict=True):
        name = total.span.through(total.noun_span) if total.noun_span else total.span
        lists = tuple(_lists(stretch, name.end, following.start if following else stretch.end))
        if lists:
            yield Breakdown(name.through(lists[-1].span), total, name, lists)


def _lists(stretch: _Stretch, at: int, following: int) -> Iterator[Listing]:
    """The lists tied to a total that ends here; none starts behind the count that follows."""
    for link in _LINK.finditer(stretch.text, at, min(stretch.end, at + _REACH)):
        if link["end"] or following < link.end():
            return
        parts = tuple(_parts(stretch, link.end()))
        if parts:
            kind = cast(Literal["all", "comma", "some"], link.lastgroup)
            yield Listing(parts[0][0].span.through(parts[-1][-1].span), kind, parts)


def _parts(stretch: _Stretch, at: int) -> Iterator[tuple[Part, ...]]:
    """The things counted in a row from here on."""
    for _ in range(_MOST):
        count = stretch.counts.get(at)
        readings = tuple(_counted(stretch, count) if count else _single(stretch, at))
        if readings:
            yield readings
        joint = _AND.match(stretch.text, readings[-1].end, stretch.end) if readings else None
        if joint is None:
            return
        at = joint.end()


def _counted(stretch: _Stretch, count: Quantity) -> Iterator[Part]:
    """Such as "14 boys", "80 against", "five men dead"."""
    if count.low is None or len(count.value) > 1:
        return
    figures = count.value[0], count.low, count.high
    last = count.end
    if count.noun_span:
        last = count.noun_span.end
        names = reversed(_WORD.findall(count.noun_span.of(stretch.text)))
        yield _part(stretch, Span(count.start, last), tuple(names), *figures)
    if after := _NAMED_AFTER.match(stretch.text, last, stretch.end):
        yield _part(stretch, Span(count.start, after.end()), (" ".join(after[1].split()),), *figures)


def _single(stretch: _Stretch, at: int) -> Iterator[Part]:
    """Such as "a woman", "one elderly man"; any of the words may be the name."""
    if match := _SINGLE.match(stretch.text, at, stretch.end):
        for word in _WORD.finditer(stretch.text, match.start(1), match.end()):
            yield _part(stretch, Span(at, word.end()), (word[0],), _ONE, _ONE, _ONE)


def _part(stretch: _Stretch, span: Span, names: tuple[str, ...], value: Decimal, low: Decimal, high: Decimal | None) -> Part:
    fate = _FATE.match(stretch.text, span.end) is not None
    return Part(span, names, value, low, high, _behind(stretch, span.end), fate)


def _behind(stretch: _Stretch, at: int) -> Span | None:
    """The words that may belong to a list that ends here; None where it does not."""
    if stretch.goes_on:
        return None
    if _CLOSED.match(stretch.text, at, stretch.end):
        return Span(at, at)
    if at <= stretch.last or _GOES_ON.match(stretch.text, at, stretch.end):
        return None
    return Span(at, stretch.end)

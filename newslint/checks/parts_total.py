"""Parts that do not add up to their total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from newslint.document import Document
from newslint.mentions import Quantity, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import lemma

ZERO, ONE = Decimal(0), Decimal(1)
_LINK = re.compile(
    r"""
      (?P<most> ,?\s+ (?:including|among\ (?:them|whom)|of\ (?:them|whom)) \b \s* )
    | (?P<all> : \s* | \s* \( | \s?[—–]\s? | \s-\s | ,?\s+ (?:are|comprising|consisting\ of|made\ up\ of|namely|were) \b \s* )
    | (?P<comma> , \s* )
    | (?P<end> [.;)] )
    """,
    re.VERBOSE,
)
_REACH = 100
_MOST = 12
_AND = re.compile(r"\s*(?:,\s*(?:and|plus)\b|,|;|\band\b|\bplus\b|&)\s*")
_SINGLE = re.compile(r"(?:an?|one|another)((?:\s+[\w-]+){1,4})", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_NAMED_AFTER = re.compile(r"(?:\s+(?:votes?|were|was|are))?\s+(in\ favou?r|[\w-]+)(?=\s*(?:[,;:.)\]—–]|and\b|plus\b|$))")
_CLOSED = re.compile(r"\s*(?:[)\]—–]|\s-\s|[.!?]?\s*$)")
_GOES_ON = re.compile(r"\s*,?\s*(?:and|or|plus|as well as|along with|together with)\b")
_MORE = re.compile(
    r"\b(?:an?other|others?|rest|remaining|remainder|several|some|many|unidentified|unknown|last|also)\b", re.IGNORECASE
)
_OTHER_FATE = re.compile(r"\s+(?:\w+ed|hurt|missing|shot|dead|ill)\b")


@dataclass(frozen=True)
class Partition:
    """A whole and its kinds, no two of which overlap: people are men, women or children.

    ``of`` are names of the whole, ``parts`` the kinds, each with its other names after a bar.
    With ``every``, a sum that falls short counts only where all the kinds are named.
    """

    of: frozenset[str]
    parts: tuple[str, ...]
    every: bool = False

    def kind(self, word: str) -> str | None:
        """The part that a word names."""
        names = {lemma(word), word.lower()}
        return next((part for part in self.parts if names & set(part.split("|"))), None)


@dataclass(frozen=True)
class _Part:
    kind: str
    span: Span
    value: Decimal
    low: Decimal
    high: Decimal | None


@dataclass(frozen=True)
class PartsTotal(Check):
    """Parts listed behind a total must add up to it, or, after "including", not exceed it.

    ``tolerance`` is how far the sum may be off beyond the rounding that the figures allow.
    """

    name: ClassVar[str] = "parts-total"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"sum", "total"}), "over": frozenset({"sum", "total"})}

    pairs: tuple[Partition, ...] = ()
    tolerance: Decimal = ZERO

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        counts = [quantity for quantity in draft.all(Quantity) if quantity.kind == "count"]
        starts = [quantity.start for quantity in counts]
        sentences = draft.all(Sentence)
        for sentence, following in pairwise((*sentences, None)):
            if sentence is None:
                continue
            here = counts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            for place, total in enumerate(here):
                for pair in self.pairs:
                    if total.noun is None or total.noun in pair.of:
                        after = following.span.of(draft.body) if following else ""
                        yield from self._judged(draft, pair, total, here[place + 1 : place + 1 + _MOST], sentence.end, after)

    def _judged(
        self, draft: Document, pair: Partition, total: Quantity, rest: list[Quantity], end: int, following: str
    ) -> Iterator[Match]:
        name = total.span.through(total.noun_span) if total.noun_span else total.span
        link, parts, at = _listed(draft.body, pair, rest, name.end, end)
        if not parts or len({part.kind for part in parts}) < len(parts) or (total.noun is None and link != "most"):
            return
        low = sum((part.low for part in parts), ZERO) - self.tolerance
        high = None if any(part.high is None for part in parts) else sum((part.high or ZERO for part in parts), self.tolerance)
        over = total.high is not None and low > total.high
        short = total.low is not None and high is not None and high < total.low
        span = name.through(parts[-1].span)
        if not (over or short) or draft.quoted(span):
            return
        slots = {"sum": _sum(draft.body, parts), "total": _small(name.of(draft.body))}
        if link == "most":
            if over:
                yield Match(span, slots, "over")
            return
        if len(parts) < 2 or (link == "comma" and _OTHER_FATE.match(draft.body, at)):
            return
        if pair.every and len(parts) < len(pair.parts):
            short = False
        if over or (short and _ends(draft.body, pair, rest[len(parts) :], at, end) and not _MORE.search(following)):
            yield Match(span, slots)


def _listed(text: str, pair: Partition, counts: list[Quantity], at: int, end: int) -> tuple[str, list[_Part], int]:
    """How the parts are tied to a total that ends here, the parts, and where they end."""
    for link in _LINK.finditer(text, at, min(end, at + _REACH)):
        if link["end"] or (counts and counts[0].start < link.end()):
            break
        parts, after = _parts(text, pair, counts, link.end(), end)
        if parts:
            return str(link.lastgroup), parts, after
    return "", [], at


def _parts(text: str, pair: Partition, counts: list[Quantity], at: int, end: int) -> tuple[list[_Part], int]:
    """The parts listed from here on, and where the list ends."""
    found: list[_Part] = []
    by_start = {quantity.start: quantity for quantity in counts}
    place = at
    while place < end:
        part = _counted(text, pair, by_start[place], end) if place in by_start else _single(text, pair, place, end)
        if part is None:
            break
        found.append(part)
        at = part.span.end
        joint = _AND.match(text, at, end)
        if not joint:
            break
        place = joint.end()
    return found, at


def _counted(text: str, pair: Partition, quantity: Quantity, end: int) -> _Part | None:
    if quantity.low is None or len(quantity.value) > 1:
        return None
    last = quantity.end
    if quantity.noun_span:
        last = quantity.noun_span.end
        for word in reversed(_WORD.findall(quantity.noun_span.of(text))):
            if kind := pair.kind(word):
                return _Part(kind, Span(quantity.start, last), quantity.value[0], quantity.low, quantity.high)
    after = _NAMED_AFTER.match(text, last, end)
    if after and (kind := pair.kind(" ".join(after[1].split()))):
        return _Part(kind, Span(quantity.start, after.end()), quantity.value[0], quantity.low, quantity.high)
    return None


def _single(text: str, pair: Partition, at: int, end: int) -> _Part | None:
    """Such as "a woman", "one elderly man"."""
    match = _SINGLE.match(text, at, end)
    for word in _WORD.finditer(text, match.start(1), match.end()) if match else ():
        if kind := pair.kind(word[0]):
            return _Part(kind, Span(at, word.end()), ONE, ONE, ONE)
    return None


def _ends(text: str, pair: Partition, counts: list[Quantity], at: int, end: int) -> bool:
    """Whether nothing after the list may belong to it."""
    if _CLOSED.match(text, at, end):
        return True
    if counts or _GOES_ON.match(text, at, end) or _MORE.search(text, at, end):
        return False
    return not any(pair.kind(word[0]) for word in _WORD.finditer(text, at, end))


def _sum(text: str, parts: list[_Part]) -> str:
    """The addition in the draft's own words: "eight men + three women = 11"."""
    words = " + ".join(one_line(part.span.of(text)) for part in parts)
    return f"{words} = {sum(part.value for part in parts):,f}" if len(parts) > 1 else words


def _small(words: str) -> str:
    """With a small letter, unless the first word is a name or figure."""
    words = one_line(words)
    return words[0].lower() + words[1:] if words[:1].isalpha() else words

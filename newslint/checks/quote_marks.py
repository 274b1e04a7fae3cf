"""Quotation marks and apostrophes typed in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from newslint.finding import Edit, Evidence, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, Span

# marks behind a figure are feet and inches
_TYPED = {
    "apostrophe": compiled(r"(?<![^\W\d_])[^\W\d_]+(?:(?P<straight>')|(?P<curly>’))[^\W\d_]+"),
    "mark": compiled(r"(?P<straight>(?<![\d\"=])\"(?![\">]))|(?P<curly>[“”])"),
}
_MARKS = {"apostrophe": "'’", "mark": '"“”'}
MOST_SHOWN = 20

_SHOWN = {
    "straight apostrophe": "'", "curly apostrophe": "’", "straight mark": '"', "curly mark": "“ ”",
    "single quotation": "single marks", "double quotation": "double marks",
}  # fmt: skip

_RETYPED: Mapping[str, Callable[[str], str]] = {
    "straight apostrophe": lambda words: words.replace("’", "'"),
    "curly apostrophe": lambda words: words.replace("'", "’"),
    "straight mark": lambda words: '"',
}


class _Sign(NamedTuple):
    """A mark that can be typed in more than one way; ``way`` is a key of ``_SHOWN``."""

    way: str
    span: Span


class _Odd(NamedTuple):
    """The marks of one kind that are not typed as ``most`` are."""

    spans: Sequence[Span]
    way: str
    usual: str
    most: int


@dataclass(frozen=True)
class QuoteMarks(Check):
    """Straight beside curly marks or apostrophes, single beside double quotation marks: the way of the fewer is found, once.

    The headline is left out, where single marks are usual. ``least`` marks of the usual way must stand in the draft.
    """

    name: ClassVar[str] = "quote-marks"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"here", "rest", "places", "most"})}

    least: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        blocks = [block for block in draft.all(Block) if block.kind in ("paragraph", "list-item")]
        typed = [[sign for block in blocks for sign in _signs(kind, draft.body, block)] for kind in _TYPED]
        yield from self._found(draft.text, [odd for signs in typed if (odd := self._odd(signs))])
        body = Cover(block.span for block in blocks)
        quotations = [_quotation(draft.text, quote) for quote in draft.all(Quote) if _whole(quote) and body.touches(quote.outer)]
        yield from self._found(draft.text, [odd] if (odd := self._odd(quotations)) else [])

    def _odd(self, signs: Sequence[_Sign]) -> _Odd | None:
        """The marks of the rarer way, where there are two and one is usual."""
        counts = Counter(sign.way for sign in signs).most_common()
        if len(counts) != 2 or counts[0][1] < self.least or counts[0][1] == counts[1][1]:
            return None
        (usual, most), (odd, _) = counts
        return _Odd([sign.span for sign in signs if sign.way == odd], odd, usual, most)

    def _found(self, text: str, odd: Sequence[_Odd]) -> Iterator[Match]:
        """One finding for all of them, at the first: who types curly marks types curly apostrophes too."""
        if not odd:
            return
        first = min(odd, key=lambda each: each.spans[0])
        places = "once" if len(first.spans) == 1 else f"{len(first.spans)} times"
        slots = {"here": _SHOWN[first.way], "rest": _SHOWN[first.usual], "most": first.most, "places": places}
        others = sorted(span for each in odd for span in each.spans)[1:]
        evidence = tuple(Evidence(None, span, "and here") for span in others[:MOST_SHOWN])
        yield Match(first.spans[0], slots, evidence=evidence, fix=_retyped(text, odd))


def _retyped(text: str, odd: Sequence[_Odd]) -> Fix | None:
    """All of them as the others are typed; none where a straight mark would have to be told open or closed."""
    edits = [Edit(span, _RETYPED[each.usual](span.of(text))) for each in odd if each.usual in _RETYPED for span in each.spans]
    return Fix(tuple(sorted(edits, key=lambda edit: edit.span)), title="Type them as elsewhere", safe=True) if edits else None


def _signs(kind: str, body: str, block: Block) -> Iterator[_Sign]:
    if all(body.find(mark, block.start, block.end) < 0 for mark in _MARKS[kind]):
        return
    for match in _TYPED[kind].finditer(body, block.start, block.end):
        yield _Sign(f"{match.lastgroup} {kind}", Span(*match.span()))


def _whole(quote: Quote) -> bool:
    """Whether it has both marks and is speech: of titles and terms each house has a way of its own."""
    return quote.outer.start < quote.start and quote.outer.end > quote.end and quote.kind in ("speech", "partial")


def _quotation(text: str, quote: Quote) -> _Sign:
    single = text[quote.outer.start] in "'‘’‚‛" and text[quote.outer.start : quote.outer.start + 2] not in ("''", "‘‘")
    return _Sign("single quotation" if single else "double quotation", quote.outer)

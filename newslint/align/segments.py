"""What is said of each figure of a sentence: its own stretch, from the figure before it to the figure behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.align.events import events
from newslint.align.places import Place
from newslint.align.wording import content
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.spans import Span

Figure = Place[Quantity]

NEAR = 50
"""How many characters from a sum what it measures may stand."""

# What money measures, in the words of accounts; the words of a row stand for one another.
_MEASURED = {
    word: name
    for name, words in {
        "profit": "profit profits earnings income",
        "loss": "loss losses deficit",
        "revenue": "revenue revenues sales turnover takings",
        "debt": "debt debts borrowing borrowings",
        "dividend": "dividend dividends",
    }.items()
    for word in words.split()
}
_HEAD = compiled(rf"\b(?:(net|gross)(?:[ -][\w-]+){{0,2}}? )?({'|'.join(_MEASURED)})\b", re.IGNORECASE)
_OF = compiled(rf"\s(?:in|of) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(_MEASURED)})\b", re.IGNORECASE)
"""Behind a sum, says what it is: "£3m in net profit"."""

_PART = compiled(r"\b(first|second|third|fourth|final)[ -](quarter|half)\b", re.IGNORECASE)


class Segments:
    """The stretches of the sentences of some texts, between their figures."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._spans: defaultdict[tuple[int, Span], list[Span]] = defaultdict(list)
        for figure in figures:
            self._spans[id(figure.doc), figure.sentence].append(figure.mention.span)
        self._measured: dict[tuple[int, Span], tuple[str, str, str]] = {}

    def spans(self, figure: Figure) -> Sequence[Span]:
        """Where the figures of its sentence stand, itself among them."""
        return self._spans[id(figure.doc), figure.sentence]

    def ahead(self, figure: Figure) -> Span:
        """From the figure before it, or the start of the sentence."""
        spans, span = self._spans[id(figure.doc), figure.sentence], figure.mention.span
        at = bisect_left(spans, span)
        start = spans[at - 1].end if at else figure.sentence.start
        return Span(min(start, span.start), span.start)

    def behind(self, figure: Figure) -> Span:
        """As far as the figure behind it, or the end of the sentence."""
        spans, span = self._spans[id(figure.doc), figure.sentence], figure.mention.span
        at = bisect_left(spans, span) + 1
        end = spans[at].start if at < len(spans) else figure.sentence.end
        return Span(span.end, max(span.end, end))

    def events(self, figure: Figure) -> frozenset[str]:
        """The classes of event that its own stretch names, near it."""
        ahead, behind = self.ahead(figure), self.behind(figure)
        near = (Span(max(ahead.start, ahead.end - NEAR), ahead.end), Span(behind.start, min(behind.end, behind.start + NEAR)))
        return events(" ".join(span.of(figure.doc.body) for span in near))

    def exchanged(self, pair: tuple[Figure, Figure], others: tuple[Figure, Figure]) -> bool | None:
        """Whether each of two figures is told of what the other is told of there; None where nothing says.

        ``others`` are the figures of a sentence elsewhere that say the same as those of ``pair``.
        """
        verdicts = {_crossed(self._own(pair, way), self._own(others, way)) for way in (Segments.ahead, Segments.behind)}
        return None if verdicts == {None} else False not in verdicts

    def _own(self, pair: tuple[Figure, Figure], way: Callable[[Segments, Figure], Span]) -> tuple[frozenset[str], frozenset[str]]:
        """What is said of each of the two and not of the other."""
        one, two = (frozenset(stem for stem, _ in content(figure.doc.body, way(self, figure))) for figure in pair)
        return one - two, two - one

    def apart(self, one: Figure, other: Figure) -> bool:
        """Whether the two measure different things: net and gross, profit and loss, the first quarter and the second."""
        if one.mention.kind != "money" or other.mention.kind != "money":
            return False
        return any(a and b and a != b for a, b in zip(self._measure(one), self._measure(other), strict=True))

    def _measure(self, figure: Figure) -> tuple[str, str, str]:
        at = id(figure.doc), figure.mention.span
        if at not in self._measured:
            self._measured[at] = next(filter(any, self._read(figure)), ("", "", ""))
        return self._measured[at]

    def _read(self, figure: Figure) -> Iterator[tuple[str, str, str]]:
        text = figure.doc.body
        ahead, behind = self.ahead(figure).of(text)[-NEAR:], self.behind(figure).of(text)[:NEAR]
        of = _OF.match(behind)
        for words in (ahead, behind[: of.end()] if of else ""):
            head = next(reversed(list(_HEAD.finditer(words))), None)
            part = _PART.search(words)
            yield (
                (head[1] or "").lower() if head else "",
                _MEASURED[head[2].lower()] if head else "",
                " ".join(part.groups()).lower() if part else "",
            )


def _crossed(pair: tuple[frozenset[str], frozenset[str]], others: tuple[frozenset[str], frozenset[str]]) -> bool | None:
    (a, b), (c, d) = pair, others
    if a & c or b & d:
        return False
    return True if a & d and b & c else None

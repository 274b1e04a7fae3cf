"""Numerals that count nothing ("Article 5", "Interstate 75", "number 3 in the charts"), held against those of the sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property

from newslint.align.places import Place, within
from newslint.align.slots import Likeness
from newslint.comparisons import Ground, QuantityMatch
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity
from newslint.spans import Cover, Span
from newslint.words import STOP_WORDS, word_set

_NUMERAL = compiled(r"(?<![\w.,:/’'=&-])(?<!: )(?<!/ )\d+(?:,\d{3})*(?:\.\d+)?(?!\w| ?[:/]|[.,]\d|-\w)")
_ANY = compiled(r"\d+(?:,\d{3})*(?:\.\d+)?")
_BEFORE = compiled(r"(#|\b(?:[nN]umber|[nN]os?\.|[A-Z][^\W\d_]+))[ -]?$")
_AFTER = compiled(r" ?([A-Z]{2,})\b")
_NO_LABELS = word_set(
    "january february march april may june july august september october november december am pm week day night round game"
)
_REACH = 30

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_ONES.split(), 1)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_IN_WORDS = compiled(
    rf"\b(?=[efnost])(?:({_TENS.replace(' ', '|')})[ -])?({'|'.join(_VALUES)})(?: ({'|'.join(_SCALES)}))?\b", re.IGNORECASE
)

ALONE = 10
"""Smallest numeral that is asked after though no source has its label."""

FEW = 100
"""Below this a numeral stands in any text for something else."""

LIKE = 0.25
"""Share of the words round it that the other numeral of the same label must have."""


class Numerals:
    """The numerals of the sources, by what they say and by their labels."""

    def __init__(self, dossier: Dossier, likeness: Likeness) -> None:
        self._dossier, self._likeness = dossier, likeness

    @cached_property
    def _labelled(self) -> Mapping[str, Sequence[tuple[str, Place[Quantity]]]]:
        labelled: dict[str, list[tuple[str, Place[Quantity]]]] = defaultdict(list)
        for source in self._dossier.sources:
            for place in source.doc.once(_places):
                for label in _labels(place):
                    labelled[label].append((source.id, place))
        return labelled

    def stray(self, quantity: Quantity) -> bool:
        """Whether a source has the figure where no quantity was read: "last year 1,018 were active"."""
        return quantity.unit is None and any(quantity.value[0] in source.doc.once(_stray) for source in self._dossier.sources)

    def _having(self, value: Decimal) -> bool:
        """Whether a source has this figure anywhere."""
        return any(value in source.doc.once(_values) for source in self._dossier.sources)

    def matches(self) -> Iterator[QuantityMatch]:
        """Every labelled numeral of the draft, neither quantity nor date, that no source has with its label."""
        for place in self._dossier.draft.once(_places):
            labels, value = list(_labels(place)), place.mention.value[0]
            known = any(other.mention.value[0] == value for label in labels for _, other in self._labelled.get(label, ()))
            if labels and not known and not place.doc.quoted(place.mention.span):
                yield from self._match(place, labels)

    def _match(self, place: Place[Quantity], labels: list[str]) -> Iterator[QuantityMatch]:
        rivals = (
            (self._likeness.shared(place, other), source, other)
            for label in labels
            for source, other in self._labelled.get(label, ())
        )
        shared, source, other = max(rivals, key=lambda found: found[0], default=(0.0, "", None))
        quantity = place.mention
        small = quantity.value[0] < FEW
        if other and shared >= LIKE and (small or not self._having(quantity.value[0])):
            grounds = (Ground("the same label, and the words round it", round(shared, 2)),)
            yield QuantityMatch(
                quantity.span, "differs", shared, source, other.mention.span, quantity, other.mention, grounds=grounds
            )
        elif quantity.value[0] >= ALONE and not self._having(quantity.value[0]):
            yield QuantityMatch(quantity.span, "unsupported", 0.0, None, None, quantity)


def _values(doc: Document) -> frozenset[Decimal]:
    """Every figure of a text, those with decimals as they are and as whole numbers: 63.4, 63 and 64."""
    figures = {Decimal(figure.replace(",", "")) for figure in _ANY.findall(doc.body)}
    whole = (figure.to_integral_value(way) for figure in figures for way in (ROUND_FLOOR, ROUND_CEILING))
    return frozenset((*figures, *whole, *(value for quantity in doc.all(Quantity) for value in quantity.value)))


def _stray(doc: Document) -> frozenset[Decimal]:
    """The figures that stand where no quantity or date was read."""
    read = doc.once(_read)
    words = (found.groups() for found in _IN_WORDS.finditer(doc.body) if not read.touches(Span(*found.span())))
    return frozenset((*(place.mention.value[0] for place in doc.once(_places)), *(_value(*parts) for parts in words)))


def _value(*parts: str | None) -> Decimal:
    ten, one, scale = (part.lower() if part else "" for part in parts)
    return Decimal((_VALUES.get(ten, 0) + _VALUES[one]) * _SCALES.get(scale, 1))


def _read(doc: Document) -> Cover:
    return Cover(mention.span for kind in (Quantity, DateMention) for mention in doc.all(kind))


def _places(doc: Document) -> Sequence[Place[Quantity]]:
    """The numerals that were not read."""
    read = doc.once(_read)
    numerals = (found for found in _NUMERAL.finditer(doc.body) if not read.touches(Span(*found.span())))
    return tuple(within(doc, (_bare(found) for found in numerals)))


def _bare(found: re.Match[str]) -> Quantity:
    span, value = Span(*found.span()), Decimal(found[0].replace(",", ""))
    return Quantity(span, span, (value,), value, value, "count")


def _labels(place: Place[Quantity]) -> Iterator[str]:
    """The word before it and the word behind, which may be what it numbers."""
    text, span = place.doc.body, place.mention.span
    before, after = _BEFORE.search(text, max(0, span.start - _REACH), span.start), _AFTER.match(text, span.end)
    if before and before[1].lower() not in _NO_LABELS | STOP_WORDS:
        yield f"{before[1].lower()} N"
    if after and after[1].lower() not in _NO_LABELS:
        yield f"N {after[1].lower()}"

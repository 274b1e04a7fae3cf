"""Whether two figures stand in the same slot: counted, measured and told of in the same way.

A handful of features, each a plain reason, weighed by a logistic model whose weights stand in the
table below. None of them looks at the figures themselves.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from newslint.align.places import Place
from newslint.align.values import same_noun
from newslint.align.wording import content, counts
from newslint.comparisons import Ground
from newslint.document import Document, Dossier, Source
from newslint.facts import Facts
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.spans import Span
from newslint.words import word_set

WIDE, CLOSE = 70, 28
"""Characters either side of a figure that say what it is about, and those that say what it is of."""

SHARES = 4_000
"""Pairs of wordings of which is kept how much the one has of the other."""

BIAS = -3.28
# How much each speaks for one slot or against it, and in what words; fitted on texts held against
# their sources, where figures that agree mostly stand in the same slot; "told" was set by hand.
WEIGHTS: dict[str, tuple[float, str]] = {
    "ahead": (2.56, "the words before it"),
    "wide": (1.91, "the words round it"),
    "wording": (1.42, "the same approximator"),
    "names": (0.98, "the names near it"),
    "noun": (0.99, "both count {noun}"),
    "fate": (0.87, "both are {fate}"),
    "counted": (0.83, "what is counted is said in the same words"),
    "told": (1.4, "all that is said of those counted"),
    "aligned": (0.79, "the two sentences are alike"),
    "lead": (0.67, "both follow “{lead}”"),
    "behind": (0.58, "the words behind it"),
    "unit": (1.50, "both are in {unit}"),
    "kind": (-0.43, "another kind of figure"),
    "other noun": (-0.29, "one counts {noun}, one {other}"),
    "back": (-0.95, "the words round the other are all here"),
    "per": (-3.06, "only one is a rate, or of another sort"),
}
_LEADS = word_set("from to of by at than after in for over between since with on into until within as about")
_LEAD = compiled(r"([a-z]+) (?:(?:an?|the|just|only|its|his|her|their) )*$", re.IGNORECASE)
LEAD_REACH = 30


class Rarity:
    """How much a word tells: the rarer it is in the sources, the more."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._seen: Counter[str] = Counter()
        self._passages = 0
        self._share = lru_cache(SHARES)(self._part)
        for source in sources:
            self._passages += len(source.doc.all(Sentence))
            self._seen.update(counts(source.doc))

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of what the first says the second has, from 0 to 1."""
        if not one or one.isdisjoint(other):
            return 0.0
        return 1.0 if one <= other else self._share(one, other)

    def _part(self, one: frozenset[str], other: frozenset[str]) -> float:
        return self._sum(one & other) / self._sum(one)

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._of(stem) for stem in sorted(stems))

    def _of(self, stem: str) -> float:
        return math.log(1 + (self._passages + 1) / (self._seen[stem] + 0.5))


@dataclass(frozen=True)
class Slot:
    """What the words round a figure say of it."""

    place: Place[Quantity]

    @cached_property
    def wide(self) -> frozenset[str]:
        return self._stems(WIDE, 0) | self._stems(0, WIDE)

    @cached_property
    def ahead(self) -> frozenset[str]:
        return self._stems(CLOSE, 0)

    @cached_property
    def behind(self) -> frozenset[str]:
        return self._stems(0, CLOSE)

    @cached_property
    def close(self) -> frozenset[str]:
        return self.ahead | self.behind

    @cached_property
    def counted(self) -> frozenset[str]:
        span = self.place.mention.noun_span
        return frozenset(stem for stem, _ in content(self.place.doc.body, span)) if span else frozenset()

    @cached_property
    def lead(self) -> str:
        """The preposition before it: "rose to 40" is not "rose from 40"."""
        text, start = self.place.doc.body, self.place.mention.start
        found = _LEAD.search(text[max(0, start - LEAD_REACH) : start])
        return found[1].lower() if found and found[1].lower() in _LEADS else ""

    @cached_property
    def names(self) -> frozenset[str]:
        text, opening = self.place.doc.body, self.place.sentence.start
        near = (pair for part in self._parts(2 * WIDE, 2 * WIDE) for pair in content(text, part))
        return frozenset(stem for stem, word in near if text[word.start].isupper() and word.start != opening)

    def _stems(self, before: int, after: int) -> frozenset[str]:
        parts = self._parts(before, after)
        return frozenset(stem for part in parts for stem, _ in content(self.place.doc.body, part))

    def _parts(self, before: int, after: int) -> Iterator[Span]:
        within, span = self.place.sentence, self.place.mention.span
        yield Span(min(span.start, max(within.start, span.start - before)), span.start)
        yield Span(span.end, max(span.end, min(within.end, span.end + after)))


def _slots(_: Document) -> dict[Span, Slot]:
    """The slots of a text as they are asked for."""
    return {}


class Likeness:
    """How likely it is that two figures stand in the same slot."""

    def __init__(self, dossier: Dossier) -> None:
        self._rarity = dossier.together(Rarity)
        self.nouns = next(iter(dossier.all(Facts)), Facts()).nouns

    def of(self, one: Place[Quantity], two: Place[Quantity], aligned: float) -> float:
        """The likelihood, from 0 to 1, where ``aligned`` says how near the two sentences are."""
        weight = sum(WEIGHTS[name][0] * value for name, value in self._features(one, two, aligned).items())
        return 1 / (1 + math.exp(-BIAS - weight))

    def grounds(self, one: Place[Quantity], two: Place[Quantity], aligned: float) -> tuple[Ground, ...]:
        """Why it is so likely: what each feature adds, as a share of all that was added and taken away."""
        weighed = {name: WEIGHTS[name][0] * value for name, value in self._features(one, two, aligned).items()}
        whole = sum(map(abs, weighed.values())) or 1.0
        a, b = one.mention, two.mention
        words = {"noun": a.noun, "other": b.noun, "unit": a.unit, "fate": a.fate, "lead": self._slot(one).lead}
        telling = sorted(weighed.items(), key=lambda pair: -abs(pair[1]))
        return tuple(Ground(WEIGHTS[name][1].format(**words), round(weight / whole, 2)) for name, weight in telling)

    def shared(self, one: Place[Quantity], two: Place[Quantity]) -> float:
        """How much of what stands round the first stands round the second, from 0 to 1."""
        return self._rarity.share(self._slot(one).wide, self._slot(two).wide)

    def words(self, place: Place[Quantity]) -> int:
        """How many words say what a figure is about."""
        return len(self._slot(place).wide)

    def told(self, one: Place[Quantity], two: Place[Quantity]) -> bool:
        """Whether all that the one says of what it counts ("North Korean troops") stands round the other."""
        pair = self._slot(one), self._slot(two)
        return any(len(a.counted) > 1 and a.counted <= b.wide for a, b in (pair, pair[::-1]))

    def _slot(self, place: Place[Quantity]) -> Slot:
        slots = place.doc.once(_slots)
        slot = slots.get(place.mention.span)
        if slot is None:
            slot = slots[place.mention.span] = Slot(place)
        return slot

    def _features(self, one: Place[Quantity], two: Place[Quantity], aligned: float) -> dict[str, float]:
        """What speaks for and against the two being one slot, each from 0 to 1."""
        here, there, share = self._slot(one), self._slot(two), self._rarity.share
        a, b = one.mention, two.mention
        noun = same_noun(a, b, self.nouns)
        found = {
            "aligned": aligned,
            "wide": share(here.wide, there.wide),
            "ahead": share(here.ahead, there.close),
            "behind": share(here.behind, there.close),
            "back": share(there.close, here.wide),
            "counted": share(here.counted, there.counted),
            "told": self.told(one, two),
            "names": share(here.names, there.names),
            "noun": noun is True and a.unit is None,
            "other noun": noun is False and a.unit is None,
            "unit": a.unit is not None and a.unit == b.unit,
            "per": a.per != b.per,
            "fate": bool(a.fate) and a.fate == b.fate,
            "lead": bool(here.lead) and here.lead == there.lead,
            "wording": a.approximation is not None and a.approximation == b.approximation,
            "kind": a.kind != b.kind,
        }
        return {name: float(value) for name, value in found.items() if value}

"""The names of the sources, by their words, by what stands beside them and by their letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.align.capitals import TITLES, Word, words
from newslint.align.likeness import derived, house_forms, one_name, shortened, slip
from newslint.align.offices import another
from newslint.align.places import share
from newslint.comparisons import NameDifference
from newslint.document import Source
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Spelling
from newslint.spans import Span
from newslint.words import folded, word_set

_WORD = compiled(r"[^\W_]+")
SMALL = compiled(r"(?<![\w'’-])[a-z]{2,}")
CALENDAR = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)

_SHORTEST_ALONE, _SHORTEST_EXCHANGED = 5, 7
"""Letters of the shortest surname that is compared with no word beside it; and where a letter is another."""

_SAME_TALE = 0.25
"""Share of the words round a lone surname that the source must have round its own."""

_CROWD = 200
"""Words with one neighbour above which they are a list."""


@dataclass(frozen=True)
class Found:
    """A word of a source that a word of the draft may have been; and the word beside each that is the same."""

    source: str
    word: Word
    by: NameDifference
    ours: Spelling | None = None
    theirs: Spelling | None = None


_Place = tuple[str, Word]
"""The id of a source, and a word of it."""


class KnownNames:
    """The words of the sources: all of them, and the capitalised ones by what stands beside them and by their letters."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.words: set[str] = set()
        self._keys: set[str] = set()
        self.small: set[str] = set()
        self._beside: defaultdict[tuple[bool, str, str], dict[str, tuple[_Place, Spelling]]] = defaultdict(dict)
        self._surnames: defaultdict[str, list[_Place]] = defaultdict(list)
        self._called: defaultdict[str, list[_Place]] = defaultdict(list)
        self._first: dict[str, tuple[str, Span]] = {}
        for source in sources:
            self._add(source)

    def _add(self, source: Source) -> None:
        text = "\n".join([source.doc.body, source.outlet, *map(str, source.doc.meta.values())])
        self.words.update(map(folded, _WORD.findall(text)))
        self.small.update(SMALL.findall(text))
        for spelling in source.doc.all(Spelling):
            self._first.setdefault(spelling.key, (source.id, spelling.span))
        for word in words(source.doc):
            self._keys.add(word.key)
            place = source.id, word
            if word.last and len(word.key) >= _SHORTEST_ALONE - 1:
                self._surnames[word.key].append(place)
            if len(word.run) > 1:
                for away, other in word.beside:
                    self._beside[away < 0, other.key, word.key[:1]].setdefault(word.key, (place, other))
                if word.last and word.given:
                    self._called[word.key].append(place)

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[str]]:
        """The surnames by what is left of them without one of their letters."""
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._surnames:
            for short in shortened(key):
                alike[short].append(key)
        return alike

    @cached_property
    def _forms(self) -> dict[str, set[str]]:
        """The capitalised words by the forms that they share with other ways to write them."""
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for key in self._keys:
            for form in house_forms(key):
                forms[form].add(key)
        return dict(forms)

    def known(self, word: Word) -> bool:
        """Whether a source has the word, or every piece of it, perhaps as another house writes it; an initial tells nothing."""
        if (
            len(word.key) < 2
            or word.key in self.words
            or all(folded(piece) in self.words for piece in _WORD.findall(word.span.of(word.doc.body)))
        ):
            return True
        beside = ["", *(other.key for _, other in word.beside)]
        others = {other for form in house_forms(word.key) for other in self._forms.get(form, ())}
        return any(one_name(word.key, other, next_to) for other in others for next_to in beside)

    def surname(self, key: str) -> bool:
        return key in self._called

    def has(self, key: str) -> bool:
        """Whether a source has this word with a capital, or these words as one name."""
        return key in self._first

    def place(self, key: str) -> tuple[str, Span]:
        """The first place of a name that a source has."""
        return self._first[key]

    def pair(self, one: str, other: str) -> bool:
        """Whether these two capitalised words stand side by side in a source."""
        return one + other in self._first

    def beside(self, word: Word) -> Found | None:
        """The word that stands beside the same word in a source, and is a slip away."""
        for away, ours in sorted(word.beside, key=lambda pair: (_says_little(pair[1]), abs(pair[0]))):
            crowd = self._beside.get((away < 0, ours.key, word.key[:1]), {})
            for (source, other), theirs in crowd.values() if len(crowd) <= _CROWD else ():
                by = _slip(word, other, ours.key)
                if by and (not _says_little(ours) or (abs(away) == 1 and _same_tale(word, other, by))):
                    return Found(source, other, by, ours, theirs)
        return None

    def alone(self, word: Word, in_draft: Collection[str]) -> Found | None:
        """The surname that is a slip away, and of which the same is told."""
        if len(word.key) < _SHORTEST_ALONE or word.spelling.opening or word.spelling.printed in GAZETTEER or not word.last:
            return None
        near = {key for short in shortened(word.key) for key in self._alike.get(short, ())}
        for key, places in ((key, self._surnames[key]) for key in sorted(near)):
            by = _slip(word, places[0][1])
            if not by or key in in_draft or key in CALENDAR or {key, word.key} & self.small:
                continue
            if by == "exchanged" and (len(key) < _SHORTEST_EXCHANGED or key[0] != word.key[0]):
                continue
            fitting = [
                (share(word.context, other.context), source, other)
                for source, other in places
                if not (word.given and other.given)
            ]
            alike, source, other = max(fitting, key=lambda one: one[0], default=(0.0, "", word))
            if alike >= _SAME_TALE:
                return Found(source, other, by)
        return None

    def called(self, word: Word, in_draft: Collection[tuple[str, str]]) -> Found | None:
        """A bearer of the surname who holds the office under another given name; or the same bearer with another office."""
        offices: dict[str, _Place] = {}
        others: list[_Place] = []
        for place in self._called.get(word.key, ())[:_CROWD]:
            given = place[1].given
            if any(one_name(one, other, word.key) or _initial(one, other) for one in word.given for other in given):
                offices.setdefault(place[1].office, place)
            elif place[1].office == word.office and not any((name, word.key) in in_draft for name in given):
                others.append(place)
        if not offices:
            return Found(*others[0], "given") if others else None
        said = [office for office in offices if office]
        if said and all(another(word.office, office) for office in said):
            return Found(*offices[said[0]], "office")
        return None


def _says_little(beside: Spelling) -> bool:
    """Whether it stands beside many names: a title, a nation or a party."""
    return beside.key in TITLES or GAZETTEER.get(beside.printed) == "NORP"


def _same_tale(word: Word, other: Word, by: NameDifference) -> bool:
    """Senator Clarke and Senator Clark are one; Senator Rooney and Senator Romney where the same is told of them."""
    return by in ("swapped", "letters") or share(word.context, other.context) >= _SAME_TALE


def _initial(one: str, other: str) -> bool:
    return one[:1] == other[:1] and min(len(one), len(other)) < 3


def _slip(word: Word, other: Word, beside: str = "") -> NameDifference | None:
    by = slip(word.key, other.key)
    return by if by and not derived(word.key, other.key) and not one_name(word.key, other.key, beside) else None

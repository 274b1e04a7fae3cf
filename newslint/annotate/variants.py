"""Variants: pairs of spellings that may be one name. No model is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from newslint.annotate.surnames import second_references
from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Spelling, Variant
from newslint.words import folded

_Forms = Mapping[str, Sequence[Spelling]]
"""The places of each printed form, in text order."""

_SHORTEST = 5
"""Letters of the shortest name, or word of a name, that is compared."""

_LONG = 8
"""Letters of a word from which two of them may differ."""

_LONE = 7
"""Letters of the shortest word that is compared with no other word beside it."""

_VERY_LONG = 10
"""Letters of a lone word from which one may be another letter."""

_TITLES = frozenset({
    "King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Duke", "Duchess", "Lord", "Lady", "Baroness", "President",
    "Chancellor", "Premier", "Minister", "Senator", "Governor", "Mayor", "Judge", "General", "Colonel", "Major", "Captain",
    "Sergeant", "Officer", "Detective", "Saint",
})  # fmt: skip
"""Words that two people share and that make no name: King Harold met King Harald."""

_SHORTEST_SURNAME = 6
"""Letters of the shortest surname that is compared with a word that stands alone."""

_MANY = 2_000
"""Capitalised words above which a text is a list of names."""

_PLACE = compiled(r"\b(?:in|at|near|from|to|into|around|outside|across|through|of)\s(?:the\s)?$")
_VOWELS = compiled(r"[aeiouy]|(.)(?=\1)")
"""What is taken from a word to leave its consonants, each once in a row."""

_ENDING = compiled(r"(?:ie|ey|y)$")
_CROWD = 60
"""Names that share all but one word, above which they are a list and not one name."""


def variants(doc: Document) -> tuple[Variant, ...]:
    """Pairs that differ in shape, and pairs that differ in letters."""
    by_key: dict[str, dict[str, list[Spelling]]] = defaultdict(lambda: defaultdict(list))
    for spelling in doc.all(Spelling):
        if len(spelling.key) >= _SHORTEST - 1 and not _shouted(spelling.printed):
            by_key[spelling.key][spelling.printed].append(spelling)
    every = {form: places for forms in by_key.values() for form, places in forms.items()}
    groups = [forms for key, forms in by_key.items() if len(key) >= _SHORTEST]
    shapes = [pair for forms in groups if len(forms) > 1 for pair in _shapes(forms)]
    forms = {form: places for forms in groups for form, places in forms.items()}
    alone = (_pair(every[name], every[word], "surname") for name, word in second_references(every, doc.body))
    letters = {(pair.usual, pair.rarer): pair for pair in (*_letters(forms), *_surnames(forms, doc.body), *alone)}
    return tuple(sorted([*shapes, *letters.values()], key=lambda pair: (pair.span, pair.rank)))


def _shouted(printed: str) -> bool:
    """In capitals throughout, as in a headline or an abbreviation."""
    return any(len(word) > 2 and word.isupper() for word in printed.split())


def _pair(one: Sequence[Spelling], other: Sequence[Spelling], by: Literal["shape", "letters", "surname"]) -> Variant:
    usual, rarer = sorted((one, other), key=lambda places: (places[0].printed not in GAZETTEER, -len(places), places[0].start))
    return Variant(rarer[0].span, tuple(usual), tuple(rarer), by)


# --- the same letters, another shape --------------------------------------------------------------


def _shapes(forms: _Forms) -> Iterator[Variant]:
    if not any(" " in form for form in forms):  # the capital that opens a sentence makes no name
        forms = {form: kept for form, places in forms.items() if (kept := [place for place in places if not place.opening])}
    for one, other in combinations(forms, 2):
        if not _run_together(one, other) or (_whole(forms[one]) and _whole(forms[other]) and _parts_are_words(one, other)):
            yield _pair(forms[one], forms[other], "shape")


def _run_together(one: str, other: str) -> bool:
    """Whether they differ in a space alone, as in "Time Warner" and "TimeWarner"."""
    return one.replace(" ", "").lower() == other.replace(" ", "").lower() and one.count(" ") != other.count(" ")


def _whole(places: Sequence[Spelling]) -> bool:
    """Whether it stands by itself somewhere: "Air Lines" in "Delta Air Lines" is only part of a name."""
    return any(place.alone for place in places)


def _parts_are_words(*forms: str) -> bool:
    return all(len(part) > 2 for form in forms for part in form.split())


# --- other letters --------------------------------------------------------------------------------


def _letters(forms: _Forms) -> Iterator[Variant]:
    """Names that share all but one word, and that word but for a letter or two."""
    crowds: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for form in forms:
        words = form.split()
        if len(words) == 1 and (not form.isalpha() or not _stands_alone(forms[form])):
            continue
        for at, word in enumerate(words):
            if len(word) >= (_SHORTEST if len(words) > 1 else _LONE):
                crowds[*words[:at], word[:1] + "*", *words[at + 1 :]].append((folded(word), form))
    for rest, crowd in crowds.items():
        if not 1 < len(crowd) <= _CROWD or (len(rest) > 1 and all(word in _TITLES or word.endswith("*") for word in rest)):
            continue
        slip = _lone_slip if len(rest) == 1 else _given_slip if rest[0].endswith("*") else _slip
        for (word, one), (near, other) in combinations(crowd, 2):
            if min(len(forms[one]), len(forms[other])) <= 2 and slip(word, near):
                yield _pair(forms[one], forms[other], "letters")


def _surnames(forms: _Forms, body: str) -> Iterator[Variant]:
    """Surnames of full names, and words that stand for no other name and are all but such a surname: Anna Leyburn, Laybrun."""
    taken = {word for form in forms if " " in form for word in form.split()}
    if len(taken) > _MANY:
        return
    surnames = dict.fromkeys(form.split()[-1] for form in forms if " " in form and _whole(forms[form]))
    lone: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if form.isalpha() and form not in taken and form not in GAZETTEER and _stands_alone(forms[form]):
            lone[form[0]].append(form)
    for surname in surnames:
        words = lone.get(surname[0], ()) if surname in forms and surname not in GAZETTEER else ()
        for word in words if len(words) <= _MANY else ():
            rare = min(len(forms[surname]), len(forms[word])) <= 2
            if rare and _miswritten(folded(surname), folded(word)) and not any(_in_place(place, body) for place in forms[word]):
                yield _pair(forms[surname], forms[word], "letters")


def _in_place(place: Spelling, body: str) -> bool:
    """Whether a preposition of place stands before it."""
    return _PLACE.search(body, max(0, place.start - 12), place.start) is not None


def _miswritten(surname: str, word: str) -> bool:
    """Whether these are one but for letters changed about, left out or doubled; and for vowels too where they are long.

    Marten and Martin, Andersen and Anderson are two names.
    """
    if min(len(surname), len(word)) < _SHORTEST_SURNAME or surname[-1] != word[-1] or not _slip(surname, word, most=2):
        return False
    if not _exchanged(surname, word):
        return (len(surname) == len(word) >= _LONG) or _slip(surname, word, most=1)
    alike = sorted(_VOWELS.sub("", surname)) == sorted(_VOWELS.sub("", word))
    moved = [bool(_VOWELS.match(letter)) for letter in surname] != [bool(_VOWELS.match(letter)) for letter in word]
    return alike and (moved or len(surname) >= _VERY_LONG)


def _stands_alone(places: Sequence[Spelling]) -> bool:
    """Whether it is a whole name somewhere, its capital no sentence's."""
    return any(place.alone and not place.opening for place in places)


def _slip(word: str, near: str, most: int | None = None) -> bool:
    """Whether one word may be the other misspelt, and not another name, a plural or a derived word."""
    if word != near and _ENDING.sub("i", word) == _ENDING.sub("i", near):  # Petty and Pettie
        return True
    if word == near or word.startswith(near) or near.startswith(word) or abs(len(word) - len(near)) > 2:
        return False
    from rapidfuzz.distance import OSA

    most = most or (2 if min(len(word), len(near)) >= _LONG else 1)
    return OSA.distance(word, near, score_cutoff=most) <= most


def _given_slip(word: str, near: str) -> bool:
    """Brothers and sisters share a surname: Hilary and Hillary may be one, Marion and Marian, Christian and Christina not."""
    return word[-2:] == near[-2:] and not _exchanged(word, near) and _slip(word, near)


def _lone_slip(word: str, near: str) -> bool:
    """A word with no other beside it must be like the other but for one letter, and in its ending."""
    if word[-2:] != near[-2:] or abs(len(word) - len(near)) > 1 or (_exchanged(word, near) and len(word) < _VERY_LONG):
        return False
    from rapidfuzz.distance import OSA

    return 0 < OSA.distance(word, near, score_cutoff=1) <= 1


def _exchanged(word: str, near: str) -> bool:
    """Whether a letter stands in place of another, rather than being left out, put in or changed about."""
    return len(word) == len(near) and sorted(word) != sorted(near)

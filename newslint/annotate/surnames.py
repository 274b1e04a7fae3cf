"""Surnames that stand alone and are a letter away from that of somebody named in full: Colin Meers, Mears. No model is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from newslint.annotate.names.vocabulary import is_role
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Spelling
from newslint.words import STOP_WORDS, folded, lemma, word_set

_Forms = Mapping[str, Sequence[Spelling]]

_SHORTEST = 4
"""Letters of the shortest surname."""

_VERBS = (
    "said|says|told|added|had|has|is|was|will|would|could|did|does|faces|wants|made|took|went|came|gave|left|beat|won|lost|ran|met|spoke|wrote|put|cut|hit|held|led"
    r"|[a-z]{2,}(?:ed|ould)"
)
_SPEAKS = r"said|says|told|added|asked|wrote|joked|insisted"
_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame"
_CALLED = compiled(rf"\b(?:(?:{_TITLES})\.?|{_SPEAKS})\s(?:[A-Z][\w’'-]+\s)?\Z")
_SPEAKING = compiled(rf",\s(?:\d\d\b|who\b|aged\b)|\s\(\d\d\)|,?\s(?:{_SPEAKS})\b")
_OPENS = compiled(
    r"(?:^|[.!?”\"]\s|\n|[Oo]n\s[A-Z][a-z]+day,?\s|\b(?:[Bb]ut|[Tt]hat|[Aa]nd|[Aa]s|[Ww]hen|[Aa]fter|[Bb]efore|[Ww]hile|[Ii]f)\s)"
    r"(?:[A-Z][\w’-]+\s)?\Z",
    re.MULTILINE,
)
_DOES = compiled(rf"[’']s?\s[a-z]|\s(?:{_VERBS})\b")
"""How a surname stands that is a person's: "Mr Meers", "Meers, 58", "said Meers", or it opens a sentence and does something."""

_CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September"
    " October November December"
)
_REACH = 120
"""Characters before a word that may say that it is a person's surname."""

_WORD = compiled(r"\w+")
_PLACE = compiled(r"\b(?:in|at|near|to|into|around|outside|across|through|of)\s(?:the\s)?$|\bthe\s$", re.IGNORECASE)


def second_references(forms: _Forms, body: str) -> Iterator[tuple[str, str]]:
    """Pairs of a usual surname and a rare one like it that belongs to nobody else."""
    full = [form for form in forms if " " in form and any(place.alone for place in forms[form]) and _names_somebody(form)]
    taken = {word for form in forms if " " in form and _of_one_name(form) for word in form.split()}
    rare = [form for form, places in forms.items() if len(places) == 1 and _may_be_surname(form) and form not in taken]
    near = _Near(rare)
    words = _Words(body)
    for surname in dict.fromkeys(form.split()[-1] for form in full):
        for word in near.to(surname):
            if (
                surname[0] == word[0]
                and _like(surname, word)
                and words.person(surname)
                and words.person(word)
                and not words.common(word)
                and not _in_place(forms[word][0], body)
            ):
                yield surname, word


class _Near:
    """Words by what is left of them without a letter: two that are a letter apart share it, so that none is held against all."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._by_rest: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            for rest in _rests(word):
                self._by_rest[rest].append(at)

    def to(self, word: str) -> Iterator[str]:
        """Every word that may be a letter away from this one, in their order."""
        return (self._words[at] for at in sorted({at for rest in _rests(word) for at in self._by_rest.get(rest, ())}))


def _rests(word: str) -> set[str]:
    word = folded(word)
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


class _Words:
    """Where each word of a text stands, and what can be seen there."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._known: dict[str, bool] = {}

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self.body):
            places[word[0]].append(word.start())
        return places

    def person(self, word: str) -> bool:
        """Whether it stands somewhere as a person's surname does."""
        if word not in self._known:
            self._known[word] = any(self._of_person(at, at + len(word)) for at in self._places.get(word, ()))
        return self._known[word]

    def _of_person(self, start: int, end: int) -> bool:
        before = self.body, max(0, start - _REACH), start
        if _CALLED.search(*before) or _SPEAKING.match(self.body, end):
            return True
        return _DOES.match(self.body, end) is not None and _OPENS.search(*before) is not None

    def common(self, word: str) -> bool:
        """Whether the text has it as an ordinary word too."""
        plain = lemma(word.lower())
        return plain in self._places or f"{plain}s" in self._places


def _may_be_surname(form: str) -> bool:
    word = form.isalpha() and len(form) >= _SHORTEST and form not in GAZETTEER and not form.isupper()
    return word and not is_role(form) and form.lower() not in STOP_WORDS


def _names_somebody(form: str) -> bool:
    last = form.split()[-1]
    return (
        last.isalpha()
        and len(last) >= _SHORTEST
        and GAZETTEER.get(last, "PERSON") == "PERSON"
        and GAZETTEER.get(form, "PERSON") == "PERSON"
    )


def _of_one_name(form: str) -> bool:
    """Whether these words are one name, or a title and a name: "Monday Meers" and "But Meers" are none."""
    return not any(word.lower() in STOP_WORDS or word in _CALENDAR for word in form.split())


def _like(surname: str, word: str) -> bool:
    """Whether one letter is another, left out, doubled or put in, but for plurals and what is made from a name."""
    one, other = folded(surname), folded(word)
    if one == other or abs(len(one) - len(other)) > 1 or one.startswith(other) or other.startswith(one):
        return False
    if {one, other} == {f"{one.rstrip('s')}", f"{one.rstrip('s')}s"}:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _in_place(place: Spelling, body: str) -> bool:
    return _PLACE.search(body, max(0, place.start - 12), place.start) is not None

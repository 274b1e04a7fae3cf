"""Surnames that stand alone and are a letter away from that of somebody named in full: Colin Meers, Mears. No model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
_PERSON = (
    rf"(?:\b(?:{_TITLES})\.?\s(?:[A-Z][\w’'-]+\s)?%s\b|\b%s(?:,\s(?:\d\d\b|who\b|aged\b)|\s\(\d\d\)|,?\s(?:{_SPEAKS})\b)|\b(?:{_SPEAKS})\s(?:[A-Z][\w’'-]+\s)?%s\b"
    rf"|(?:^|[.!?”\"]\s|\n|[Oo]n\s[A-Z][a-z]+day,?\s|\b(?:[Bb]ut|[Tt]hat|[Aa]nd|[Aa]s|[Ww]hen|[Aa]fter|[Bb]efore|[Ww]hile|[Ii]f)\s)(?:[A-Z][\w’-]+\s)?%s(?:[’']s?\s[a-z]|\s(?:{_VERBS})\b))"
)
"""How a surname stands that is a person's: "Mr Meers", "Meers, 58", "said Meers", or it opens a sentence and does something."""

_CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September"
    " October November December"
)
_PLACE = compiled(r"\b(?:in|at|near|to|into|around|outside|across|through|of)\s(?:the\s)?$|\bthe\s$", re.IGNORECASE)


def second_references(forms: _Forms, body: str) -> Iterator[tuple[str, str]]:
    """Pairs of a usual surname and a rare one like it that belongs to nobody else."""
    full = [form for form in forms if " " in form and any(place.alone for place in forms[form]) and _names_somebody(form)]
    taken = {word for form in forms if " " in form and _of_one_name(form) for word in form.split()}
    rare: dict[str, list[str]] = {}
    for form, places in forms.items():
        if len(places) == 1 and _may_be_surname(form) and form not in taken:
            rare.setdefault(form[0], []).append(form)
    for surname in dict.fromkeys(form.split()[-1] for form in full):
        for word in rare.get(surname[0], ()):
            if (
                _like(surname, word)
                and _person(surname, body)
                and _person(word, body)
                and not _common(word, body)
                and not _in_place(forms[word][0], body)
            ):
                yield surname, word


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


def _person(word: str, body: str) -> bool:
    said = re.escape(word)
    return re.search(_PERSON.replace("%s", said), body, re.MULTILINE) is not None


def _common(word: str, body: str) -> bool:
    """Whether the text has it as an ordinary word too."""
    return re.search(rf"\b{re.escape(lemma(word.lower()))}s?\b", body) is not None


def _in_place(place: Spelling, body: str) -> bool:
    return _PLACE.search(body, max(0, place.start - 12), place.start) is not None

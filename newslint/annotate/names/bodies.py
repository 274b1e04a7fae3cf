"""Bodies and places: which mentions are one bearer's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.annotate.names.glosses import initials
from newslint.facts.gazetteer import GAZETTEER, SHORT_FORMS
from newslint.mentions import Entity
from newslint.words import folded, word_set

_FIRM = word_set(
    "inc corp corporation ltd limited plc llc co company companies group holding holdings spa sa ag se nv gmbh bv ab asa oyj llp"
)
"""What a firm's name may end in, or not."""

_SMALL = word_set("the of for and de la du & on in to")

_COMMON = word_set(
    """
    air american bank british central city college council court county department east european federal first global great
    high house international labour metropolitan ministry national new north northern office party people police red
    republican democratic royal saint school south southern st state states supreme union united university us west western
    white world institute centre center church general public free green social financial daily sunday times news
    """
)
"""Words that are no short form of the names that they begin."""

_SHORTEST = 4
_JOINED = ("ORG", "FAC", "PRODUCT")


def bearers(found: Sequence[Entity], glossed: Mapping[str, str], body: str) -> dict[str, str]:
    """For each name of a body, a place or a thing, as printed, the fullest form of it in the text.

    ``glossed`` are the short forms that the text explains, and what they stand for.
    """
    labels: dict[str, str] = {}
    for entity in found:
        labels.setdefault(printed(entity, body), entity.label)
    full = {form: SHORT_FORMS.get(form) or glossed.get(_letters(form), form) for form in labels}
    full |= _from_initials(full, labels)
    groups: dict[str, list[str]] = {}
    for form in labels:
        groups.setdefault(_key(full[form]), []).append(full[form])
    joined = dict(_shortened([form for form in labels if labels[form] in _JOINED], full, groups))
    return {form: max(groups[_key(joined.get(form, full[form]))], key=_fullness) for form in labels}


def _fullness(form: str) -> tuple[int, bool, int]:
    return len(_letters(form)), not form.isupper(), -len(form)


def printed(entity: Entity, body: str) -> str:
    return " ".join(entity.span.of(body).split())


def _letters(form: str) -> str:
    return form.replace(".", "")


def _content(form: str) -> list[str]:
    """The words that count, folded: not "the", "of" or "Inc"."""
    words = [word for word in (folded(word) for word in form.split()) if word and word not in _SMALL]
    while len(words) > 1 and words[-1] in _FIRM:
        words.pop()
    return words


def _key(form: str) -> str:
    """One for "Ministry of Defence" and "Defence Ministry"."""
    words = _content(form)
    turned = "ministry" in words or "department" in words
    return "".join(sorted(words) if turned else words) or form


def _from_initials(full: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names in capitals that are the initials of one longer name."""
    by_letters: dict[str, set[str]] = {}
    for form, label in labels.items():
        if " " in form and label != "NORP":
            for letters in {
                *initials(form),
                *(all_but[:-1] for all_but in initials(form) if " and " in form and len(all_but) > 3),
            }:
                by_letters.setdefault(letters, set()).add(full[form])
    for form in full:
        longer = by_letters.get(_letters(form), set())
        if full[form] == form and form.isupper() and len({_key(name) for name in longer}) == 1:
            yield form, max(longer, key=len)


def _shortened(forms: Sequence[str], full: Mapping[str, str], groups: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Names cut short behind the one longer name that they begin, or that has a country before them.

    "Northrop" after "Northrop Grumman"; "Air Force" and "U.S. Air Force".
    """
    words = {form: tuple(_content(full[form])) for form in forms}
    begun: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    owned: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for form in forms:
        for behind in _behind_a_country(full[form], words[form]):
            owned[behind].add(full[form])
    for form in forms:
        mine = words[form]
        if full[form] == form and len(groups[_key(form)]) == 1 and not _says_little(form, mine):
            longer = begun.get(mine) or owned.get(mine, set())
            if len({_key(name) for name in longer}) == 1:
                yield form, max(longer, key=len)
        for most in range(1, len(mine)):
            begun[mine[:most]].add(full[form])


def _says_little(form: str, words: Sequence[str]) -> bool:
    return len(words) == 1 and (words[0] in _COMMON or len(words[0]) < _SHORTEST or form in GAZETTEER)


def _behind_a_country(name: str, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name, two at least, that stand behind a country."""
    for more in range(1, len(words) - 1):
        if " ".join(name.split()[:more]) in GAZETTEER:
            yield tuple(words[more:])

"""What befell those counted, so that "39 dead", "39 people were killed" and "killed 39" count the same."""

from __future__ import annotations

from newslint.annotate.quantities.pieces import Pieces, at
from newslint.mentions import Fate
from newslint.words import word_set

# Of those counted before them: "39 dead", "39 people have been killed", "39 deaths".
_BEHIND: dict[Fate, frozenset[str]] = {
    "killed": word_set("dead death deaths die died dies drowned fatalities fatality killed murdered perished slain"),
    "hurt": word_set("hospital hospitalised hospitalized hurt injured injuries injury wounded"),
    "missing": word_set("missing unaccounted"),
    "held": word_set("arrested arrests detained jailed"),
}
# Of those counted after them: "killed 39 people", "injuring at least 12".
_BEFORE: dict[Fate, frozenset[str]] = {
    "killed": word_set("kill killed killing kills"),
    "hurt": word_set("hurt hurting injure injured injures injuring wound wounded wounding wounds"),
    "missing": frozenset(),
    "held": word_set("arrest arrested arresting detain detained detaining"),
}
_BY_WORD_BEHIND = {word: fate for fate, words in _BEHIND.items() for word in words}
_BY_WORD_BEFORE = {word: fate for fate, words in _BEFORE.items() for word in words}
# May stand between those counted and the word for what befell them.
_BETWEEN = word_set(
    """
    also already are be been being confirmed feared had has have in is more others reported reportedly rushed still taken to was
    were who
    """
)
_REACH = 5
_INSERTION, _SUBJECT = 9, 7
_TOLL = word_set("at of reached rises rose stands stood to was is now has risen climbed")


def fate(row: Pieces, first: int, after: int) -> Fate | None:
    """What befell those that ``row[first:after]`` counts, noun included; None where nothing near says."""
    if found := _behind(row, after - 1, after) or _behind(row, inserted := _past_insertion(row, after), inserted):
        return found
    return _BY_WORD_BEFORE.get(at(row, first - 1).lower) or _tolls(row, first - 1)


def _behind(row: Pieces, start: int, after: int) -> Fate | None:
    """What is said behind those counted, who end before ``row[after]``."""
    for place in range(start, after + _REACH):
        word = at(row, place).lower
        if found := _BY_WORD_BEHIND.get(word):
            return found
        if place >= after and word not in _BETWEEN:
            break
    return None


def _past_insertion(row: Pieces, after: int) -> int:
    """Behind an insertion between commas: "37 people, three of them children, died"."""
    if at(row, after).text != ",":
        return after
    return next((place + 1 for place in range(after + 1, after + _INSERTION) if at(row, place).text == ","), after)


def _tolls(row: Pieces, place: int) -> Fate | None:
    """What "the death toll stands at" or "the number of people injured has risen to" is the end of."""
    end = place
    while at(row, place).lower in _TOLL:
        place -= 1
    if place == end:
        return None
    for back in range(place, max(-1, place - _SUBJECT), -1):
        word = at(row, back)
        if word.lower == "toll":
            return "killed"
        if word.kind not in ("word", "number") or word.lower in _TOLL:
            return None
        if (found := _BY_WORD_BEHIND.get(word.lower)) and "number" in {one.lower for one in row[max(0, back - 4) : back]}:
            return found
    return None

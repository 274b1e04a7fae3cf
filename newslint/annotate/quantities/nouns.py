"""The noun that a figure counts, by surface rules: "15,000 [North Korean troops]"."""

from __future__ import annotations

from typing import NamedTuple

from newslint.annotate.quantities.pieces import Piece, Pieces, at, is_hyphen
from newslint.words import STOP_WORDS, lemma, plural, word_set

_MOST = 5  # four words before the head

# May stand between the figure and what it counts.
_SKIPPED = word_set("more other further additional extra")
_ARTICLES = word_set("the its their his her our these those all")
# Never part of the noun phrase: verbs and adverbs that follow a count in news copy.
_STOPS = (STOP_WORDS - _SKIPPED) | word_set(
    """
    according accounted across adding ahead alone already altogether amid annually apart arrested as attended aged began
    behind believe believed belong came cast charged claimed combined compared daily dated died each earlier either
    elsewhere escaped estimated every everyday except expected face faced fell fled following gathered hourly including
    injured involved joined killed later left live lived living lost monthly nationwide needed never nor old older owned
    people's per plus remain remained remaining reported required respectively resigned rose said say signed since so
    survived than think took took-part total totalling totaling turned unlike versus voted want wanted weekly went whereas
    whether won worked worldwide worth yearly yesterday today tomorrow tonight
    """
)
# Adjectives that stand for people after a figure. A noun or plural after them takes over: "12 dead soldiers".
_PEOPLE = word_set("dead elderly homeless hostage injured jobless killed missing poor unemployed wounded")
_PERSONS = word_set(
    """
    adult aide arrest attack baby bomb bomber boy candidate case child citizen civilian death driver employee fatality
    firefighter girl goal gunman hostage house injury journalist judge lawmaker man member militant minister mp officer
    official passenger patient pedestrian person pilot player point police-officer policeman prisoner protester resident
    seat ship soldier student suspect teacher teenager troop vehicle victim villager vote voter woman worker
    """
)

_OCCASIONS = word_set("anniversary birthday century")


class Counted(NamedTuple):
    """The lemma of the head and the pieces ``row[first:after]`` of the phrase."""

    noun: str
    first: int
    after: int


def noun_after(row: Pieces, i: int, *, one: bool = False) -> Counted | None:
    """What is counted by a figure that ends before ``row[i]``."""
    if is_hyphen(at(row, i)):
        return _hyphened(row, i)
    while at(row, i).lower in _SKIPPED:
        i += 1
    if at(row, i).lower in ("others", "ones"):
        return Counted("other", i, i + 1)
    heads = _phrase(row, i)
    if one:
        return next(
            (Counted(lemma(row[place].text), i, place + 1) for place in heads if lemma(row[place].text) in _PERSONS), None
        )
    return _plural_head(row, i, heads)


def noun_of(row: Pieces, i: int, *, mass: bool) -> Counted | None:
    """What a part is taken of: "76% of [registered voters]", "half the [victims]".

    ``mass`` says that a singular may be meant: a tenth of [revenue].
    """
    if at(row, i).lower == "of":
        i += 1
    elif at(row, i - 1).lower != "half":
        return None
    if at(row, i).lower in _ARTICLES:
        i += 1
    if at(row, i).kind == "number":
        i += 1
    owner = next((place for place in range(i, i + 3) if at(row, place).lower.endswith(("'s", "’s"))), None)
    heads = _phrase(row, i if owner is None else owner + 1)
    found = _plural_head(row, i, heads)
    return found or (_singular_head(row, i, heads) if mass else None)


def word_after(row: Pieces, i: int) -> Counted | None:
    """The next word, where an ordinal stands: "80th [anniversary]"."""
    return _singular_head(row, i, _phrase(row, i))


def _phrase(row: Pieces, i: int) -> list[int]:
    """The places of the words that may belong to one noun phrase."""
    places: list[int] = []
    while len(places) < _MOST:
        piece = at(row, i)
        if piece.kind != "word" or _stops(piece):
            break
        places.append(i)
        i += 1
        while is_hyphen(at(row, i)) and at(row, i).glued and at(row, i + 1).glued and at(row, i + 1).kind == "word":
            places[-1] = i + 1
            i += 2
        if piece.lower.endswith(("'s", "’s")):
            break
    return places


def _stops(piece: Piece) -> bool:
    """Whether a noun phrase ends before this word; "US" and "IT" are no pronouns."""
    if len(piece.text) > 1 and piece.text.isupper():
        return False
    return piece.lower in _STOPS and piece.lower not in _PEOPLE


def _singular_head(row: Pieces, first: int, heads: list[int]) -> Counted | None:
    """The second of two words, as in "annual income", else the first."""
    heads = [place for place in heads if row[place].text.islower()]
    if not heads:
        return None
    place = heads[0]
    if len(heads) == 2 and row[place].lower not in _OCCASIONS and not row[heads[1]].lower.endswith(("ed", "ing")):
        place = heads[1]
    return Counted(lemma(row[place].text), first, place + 1)


def _plural_head(row: Pieces, first: int, heads: list[int]) -> Counted | None:
    """The first plural; a plural right after it wins, as in "five sports stars"."""
    for order, place in enumerate(heads):
        word = row[place].lower
        if word in _PEOPLE and order + 1 < len(heads) and _has_plural(row, heads[order + 1 :]):
            continue
        if word == "times":
            return Counted("time", first, place + 1)
        if word in _PEOPLE or plural(word):
            after = heads[order + 1] if order + 1 < len(heads) else None
            if after is not None and word not in _PEOPLE and plural(row[after].lower) and row[after].lower not in _PEOPLE:
                place = after
            return Counted(lemma(row[place].text), first, place + 1)
    return None


def _has_plural(row: Pieces, places: list[int]) -> bool:
    return any(plural(row[place].lower) for place in places)


def _hyphened(row: Pieces, i: int) -> Counted | None:
    """Such as "A 12-page report", "six-party talks"."""
    word = at(row, i + 1)
    if not (row[i].glued and word.glued) or word.kind != "word" or word.lower in _STOPS or len(word.text) < 3:
        return None
    return Counted(lemma(word.text), i + 1, i + 2)

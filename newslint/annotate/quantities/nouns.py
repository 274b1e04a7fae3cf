"""The noun that a figure counts, by surface rules: "15,000 [North Korean troops]"."""

from __future__ import annotations

from itertools import dropwhile
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
_PEOPLE = word_set("dead elderly homeless hostage hurt injured jobless killed missing poor unemployed wounded")
# Of these the noun is "person"; what befell them is the quantity's fate.
_BEFALLEN = word_set("dead hurt injured killed missing wounded")
_PERSONS = word_set(
    """
    adult aide arrest attack baby bomb bomber boy candidate case child citizen civilian count death driver employee fatality
    firefighter girl goal gunman hostage house injury journalist judge lawmaker man member militant minister mp officer
    official passenger patient pedestrian person pilot player point police-officer policeman prisoner protester resident
    seat ship soldier student suspect teacher teenager troop vehicle victim villager vote voter woman worker
    """
)

_OCCASIONS = word_set("anniversary birthday century")
# Verbs that look like plurals; they end a noun phrase, and none is what is counted first in one.
_VERBS_IN_S = word_set(
    """
    agrees allows appears asks becomes begins believes brings calls comes continues covers depends exists expects gives goes
    happens has includes involves keeps knows lets lives makes means needs owns pays plays remains represents requires runs
    says seems sells shows sits stands starts takes tells thinks uses wants works
    """
)
# What is counted is told before these: "3% of output last year".
_BEHIND_THINGS = _VERBS_IN_S | {"last", "next"}
# Adjectives and adverbs that may stand alone behind a figure: "finished on 12 under".
_ADJECTIVES = ("able", "al", "ed", "est", "ic", "il", "ing", "ive", "ly", "ous")
# Letters that stand for a noun: 3% of GDP.
_LETTERS = word_set("CO GDP GNI GNP LNG LPG VAT")
_NO_SINGULAR = word_set(
    """
    am available back behind better big bigger clear cooler east eu ever fewer foreign full good greater harder heavier high
    higher hotter however large larger last later left less long longer low lower midnight military new next noon north old
    older open over pm ready right round short shorter shy small smaller south straight strong tall taller together top total
    true uk un under unique up us west wide wins worse wrong young younger
    """
)


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
        return _one(row, i, heads)
    found = _plural_head(row, i, heads) or _plural_beyond(row, i, heads) or _lone(row, i, heads)
    return found._replace(first=i - 1) if found and at(row, i - 1).lower == "other" else found


def noun_of(row: Pieces, i: int, *, mass: bool) -> Counted | None:
    """What a part is taken of: "76% of [registered voters]", "half the [victims]".

    ``mass`` says that a singular may be meant: a tenth of [revenue].
    """
    if at(row, i).lower == "of":
        i += 1
    elif at(row, i - 1).lower != "half":
        return None
    if at(row, i).lower in _ARTICLES or (mass and at(row, i).lower in ("a", "an")):
        i += 1
    if at(row, i).kind == "number":
        i += 1
    owner = next((place for place in range(i, i + 3) if at(row, place).lower.endswith(("'s", "’s"))), None)
    start = i if owner is None else owner + 1
    if owner is not None and at(row, start).kind == "number":  # of Acme's 1,774,326 shares
        start += 1
    heads = _phrase(row, start)
    found = _plural_head(row, i, heads) or (None if mass else _plural_beyond(row, i, heads))
    return found or (_singular_head(row, i, heads) if mass else None)


def word_after(row: Pieces, i: int) -> Counted | None:
    """The next word, where an ordinal stands: "80th [anniversary]"."""
    return _singular_head(row, i, _phrase(row, i))


def _phrase(row: Pieces, i: int) -> list[int]:
    """The places of the words that may belong to one noun phrase."""
    places: list[int] = []
    while len(places) < _MOST:
        piece = at(row, i)
        if _numbered_name(row, i):  # "new 737 Max jets", "Model 3 sedans"
            i += 1
            continue
        model = len(piece.text) == 1 and piece.text.isupper() and at(row, i + 1).glued and at(row, i + 1).kind == "number"  # A320
        if piece.kind != "word" or (_stops(piece) and not model) or (places and piece.lower in _BEHIND_THINGS):
            break
        places.append(i)
        i += 1
        while is_hyphen(at(row, i)) and at(row, i).glued and at(row, i + 1).glued and at(row, i + 1).kind == "word":
            places[-1] = i + 1
            i += 2
        if piece.lower.endswith(("'s", "’s")):
            break
    return places


def _numbered_name(row: Pieces, i: int) -> bool:
    """Whether the figure here is part of a name inside a noun phrase, in capitals on one side."""
    piece, before, behind = at(row, i), at(row, i - 1), at(row, i + 1)
    if piece.kind != "number" or before.kind != "word" or behind.kind != "word" or not piece.text.isdecimal():
        return False
    return before.text[0].isupper() or behind.text[0].isupper()


def _stops(piece: Piece) -> bool:
    """Whether a noun phrase ends before this word; "US" and "IT" are no pronouns."""
    if len(piece.text) > 1 and piece.text.isupper():
        return False
    return piece.lower in _STOPS and piece.lower not in _PEOPLE


def _singular_head(row: Pieces, first: int, heads: list[int]) -> Counted | None:
    """The second of two words, as in "annual income", else the first that is no adjective."""
    heads = [place for place in heads if row[place].text.islower() or row[place].text in _LETTERS]
    heads = list(dropwhile(lambda place: _describes(row[place]), heads)) or heads[:1]
    if not heads or row[heads[0]].lower.endswith("ed"):
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
            noun = "person" if row[place].lower in _BEFALLEN else lemma(row[place].text)
            return Counted(noun, first, place + 1)
    return None


def _plural_beyond(row: Pieces, first: int, heads: list[int]) -> Counted | None:
    """The plural behind an "and" between two words that describe it: "digital and physical sales"."""
    place = heads[-1] + 1 if heads else first
    if not heads or at(row, place).lower not in ("and", "or"):
        return None
    found = _plural_head(row, first, _phrase(row, place + 1))
    return found if found and not any(row[head].lower.endswith("ed") for head in heads) else None


def _one(row: Pieces, i: int, heads: list[int]) -> Counted | None:
    """What "one" counts: a person or thing that is counted in news, or whatever follows "just one"."""
    just = at(row, i - 2).lower in ("exactly", "just", "least", "only")
    for place in heads:
        noun = lemma(row[place].text)
        if noun in _PERSONS or (just and not _describes(row[place])):
            return Counted(noun, i, place + 1)
    return None


def _lone(row: Pieces, first: int, heads: list[int]) -> Counted | None:
    """A singular right behind a figure: "an 11 member panel", "0.5 point", "(15.3 ppg)"."""
    word = row[heads[0]] if heads else None
    if word is None or heads[0] != first or not (word.text.islower() or word.text.isupper()):
        return None
    if _describes(word):
        return None
    return Counted(lemma(word.text), first, first + 1)


def _describes(word: Piece) -> bool:
    """Whether the word is more likely an adjective, adverb or participle than a noun."""
    return word.lower in _NO_SINGULAR or word.lower in _PEOPLE or word.lower.endswith(_ADJECTIVES)


def _has_plural(row: Pieces, places: list[int]) -> bool:
    return any(plural(row[place].lower) for place in places)


def _hyphened(row: Pieces, i: int) -> Counted | None:
    """Such as "A 12-page report", "six-party talks"."""
    i = _shared_hyphen(row, i)
    word = at(row, i + 1)
    if not (row[i].glued and word.glued) or word.kind != "word" or word.lower in _STOPS | _NO_SINGULAR or len(word.text) < 3:
        return None
    return Counted(lemma(word.text), i + 1, i + 2)


def _shared_hyphen(row: Pieces, i: int) -> int:
    """The hyphen before the word that several figures share: "two- and three-bedroom homes"."""
    place = i
    while is_hyphen(at(row, place)):
        link = place + 1
        link += at(row, link).text == ","
        link += at(row, link).lower in ("and", "or", "to")
        if link == place + 1:
            return place
        place = link + 1  # past the next figure
    return i

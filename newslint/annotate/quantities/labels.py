"""Figures that count nothing: parts of names, addresses, labels, years, idioms."""

from __future__ import annotations

from newslint.annotate.quantities.figures import CARDINALS, Figure
from newslint.annotate.quantities.namesakes import airliner, in_a_name
from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen, joined
from newslint.words import STOP_WORDS, plural, word_set

# "Channel 4", "Boeing 737", "FTSE 100": the figure belongs to the word before it.
_LABELS = word_set(
    """
    account act agenda airbus annex apartment apollo appendix apt area article assembly bbc bedlam block boeing box
    brigade building bus case category catch cctv chapter channel clause code codex committee cup day district division
    domain dow downing draft ebola edition episode euro exhibit exit falcon figure file flight floor form formula fortune galaxy
    ftse gate gen generation grade group hall highway home id interstate iphone item judge junction lane league level line
    lot mark measure mig mission model nasdaq news nikkei no no. nos number numbers numero nr office operation order page
    pages para paragraph part patient phase pier pixel platform playstation point pole president prop proposition protocol psalm
    psalms q question radio resolution road room round route row rule russell s&p schedule season seat section
    series seal ship size soyuz sq stage step stoxx strand studio suite system table task team terminal test title top
    tier tower tranche treaty tube type unit verse version vol volume war ward week windows world xbox year zone
    """
)
_ALWAYS_LABELS = word_set("call called calling dial dialed dialing dialled dialling phoned phoning rang top")
_EMERGENCIES = word_set("000 911 999 112")
_CALLS = word_set("call caller callers calls centre dispatcher dispatchers emergency hotline operator operators service system")
_AFTER_A_HYPHEN = word_set("by fold for on time way")
_STREETS = word_set(
    "ave avenue blvd boulevard close court crescent drive hill lane park place rd road row square st street terrace way"
)
_IDIOMS = frozenset(
    {"9 / 11", "7 / 7", "24 / 7", "50 / 50", "50 - 50", "20 / 20", "9 - to", "nine - to", "nine to five", "9 to 5"}
)
_REFERS_BACK = word_set("the these those his her its their our my your this that other both all last same every each no")
_NOT_NAMES = STOP_WORDS | word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december yesterday today tomorrow
    """
)
_PEOPLE = word_set(
    "children civilians homes houses jobs men migrants passengers patients people prisoners soldiers troops voters women"
)
_CLOCK = word_set("am pm a.m. p.m. a.m p.m o'clock o’clock gmt bst est edt pst utc")
_JOINTS = frozenset("_/#@&'’:.")
_BEFORE_A_HYPHEN = frozenset(CARDINALS) | {"sub", "minus", "plus", "to"}
_AROUND = 30
_YEARS = range(1100, 2200)
_RECENT = range(1900, 2100)  # "the party's 2019 losses" have a year before the noun, "1140 parts" none
_BEFORE_A_YEAR = word_set("the in since by until till from of during before after between and late early mid its their his her")
_NEVER_BEFORE_A_YEAR = word_set("least most than some nearly almost roughly approximately totalling totaling")


def labels(row: Pieces, found: Figure) -> bool:
    """Whether this bare figure, with no unit, is part of a name, label or address rather than a count."""
    return (
        in_a_code(row, found)
        or _glued_on(row, found)
        or at(row, found.after).lower in _CLOCK
        or joined(row, found.first, found.first + 3) in _IDIOMS
        or joined(row, found.first, found.first + 2) in _IDIOMS
        or _after_label(row, found)
        or in_a_name(row, found)
        or _shirt_number(row, found)
        or _adjective(row, found)
        or _list_number(row, found)
        or _address(row, found)
        or _name_in_words(row, found)
        or _pronoun(row, found)
        or _year(row, found)
    )


def labels_score(row: Pieces, found: Figure) -> bool:
    """Whether what looks like a score is a label: "Boeing 747-400"; but "Lions 18-12 Bears" is one."""
    named = at(row, found.first - 1)
    label = named.lower in _LABELS and named.text[0].isupper()
    year = row[found.first].text.isdecimal() and found.value >= 1000
    return label or year or in_a_code(row, found) or airliner(row, found)


def in_a_code(row: Pieces, found: Figure) -> bool:
    """Whether letters run into this figure, whatever follows: "G7", "Covid-19", "H5N1", "10:30"."""
    piece, before = row[found.first], at(row, found.first - 1)
    if piece.kind != "number" or not piece.glued:
        return False
    if is_hyphen(before) and before.glued:
        return at(row, found.first - 2).kind in ("word", "skip") and at(row, found.first - 2).lower not in _BEFORE_A_HYPHEN
    return before.kind in ("word", "skip") or before.text in _JOINTS


def _glued_on(row: Pieces, found: Figure) -> bool:
    """Such as "5G", "1990s", "10:30", "4x4"."""
    after = at(row, found.after)
    if row[found.after - 1].kind != "number" or not after.glued:
        return False
    return after.kind == "word" or (
        after.text in _JOINTS and at(row, found.after + 1).glued and at(row, found.after + 1).kind != "sign"
    )


def _after_label(row: Pieces, found: Figure) -> bool:
    before = at(row, found.first - 1)
    if before.text == "." and at(row, found.first - 2).lower in ("no", "nos", "vol", "fig", "art", "ch", "p", "pp", "op", "sec"):
        return True
    if joined(row, found.first - 2, found.first) == "group of" and row[found.first].text[:1].isupper():
        return True
    if row[found.first].text in _EMERGENCIES and at(row, found.after).lower in _CALLS:
        return True
    if before.kind != "word" or row[found.first].glued:
        return False
    if before.lower in _ALWAYS_LABELS:
        return True
    follows = _counts_something(row, found.after)
    if before.lower in _LABELS and (not before.text.islower() or not follows) and not _sentence_start(row, found.first - 1):
        return True
    bare = row[found.first].kind == "number" and found.after == found.first + 1 and row[found.first].text.isdecimal()
    named = before.text[0].isupper() and before.lower not in _NOT_NAMES and not before.text.endswith(("'s", "’s"))
    return bare and named and not follows


def _adjective(row: Pieces, found: Figure) -> bool:
    """Such as "two-handed", "two-way", "3-for-1": a hyphen that counts nothing worth comparing."""
    word = at(row, found.after + 1).lower
    return is_hyphen(at(row, found.after)) and row[found.after].glued and (word.endswith("ed") or word in _AFTER_A_HYPHEN)


def _list_number(row: Pieces, found: Figure) -> bool:
    """Such as "7. How police work" at the head of a sentence."""
    piece, stop = row[found.first], at(row, found.after)
    opens = found.first == 0 or (found.first == 1 and row[0].text == "(")
    return opens and piece.kind == "number" and len(piece.text) < 3 and stop.text in (".", ")") and stop.glued


def _shirt_number(row: Pieces, found: Figure) -> bool:
    """Such as "Ruiz (4)": a short figure by itself in brackets behind a name; or the number of a note: "map[3]"."""
    before, opens, closes = at(row, found.first - 2), at(row, found.first - 1), at(row, found.after)
    if opens.text == "[" and closes.text == "]" and opens.glued:
        return len(row[found.first].text) <= 3
    if opens.text != "(" or closes.text != ")" or found.after != found.first + 1 or len(row[found.first].text) > 2:
        return False
    return row[found.first].kind == "number" and before.kind == "word" and before.text[0].isupper()


def _counts_something(row: Pieces, i: int) -> bool:
    """Whether a plural follows soon: "In Syria 40 people died"."""
    for place in range(i, i + 3):
        piece = at(row, place)
        if piece.kind != "word":
            return False
        if plural(piece.text):
            return True
    return False


def _counts_people(row: Pieces, i: int) -> bool:
    return at(row, i).lower in _PEOPLE


def names_street(row: Pieces, i: int) -> bool:
    """Such as "Street" behind "71st"."""
    return at(row, i).lower in _STREETS and at(row, i).text[0].isupper()


def _address(row: Pieces, found: Figure) -> bool:
    """Such as "10 Downing Street", "1600 Pennsylvania Avenue"."""
    if row[found.first].kind != "number":
        return False
    for place in range(found.after, found.after + 5):
        piece = at(row, place)
        if piece.kind == "number" or piece.lower in ("st", "nd", "rd", "th"):  # 9 East 71st Street
            if place == found.after and at(row, place + 1).text[:1].islower():
                return False
        elif piece.kind != "word" or not piece.text[0].isupper():
            return False
        if names_street(row, place):
            return place > found.after or at(row, place + 1).text[:1].isupper()  # 22 Avenue Foch
    return False


def _name_in_words(row: Pieces, found: Figure) -> bool:
    """Such as "World War Two", "the Big Four", "Six Nations": a capital inside a sentence that has few."""
    piece = row[found.first]
    if piece.kind != "word" or not piece.text[0].isupper() or _sentence_start(row, found.first):
        return False
    around = row[max(0, found.first - _AROUND) : found.after + _AROUND]
    words = [each for each in around if each.kind == "word" and len(each.text) > 3]
    capitals = sum(word.text[0].isupper() for word in words)
    return capitals * 3 < len(words) * 2


def _sentence_start(row: Pieces, i: int) -> bool:
    return i == 0 or at(row, i - 1).text in (":", '"', "“", "‘", "'", "•", "*", "—", "–", "|", "?", "!")


def _pronoun(row: Pieces, found: Figure) -> bool:
    """Such as "One" mostly stands for a person or thing; "the two leaders" refers back, "the big four" are known."""
    word, before = row[found.first].lower, at(row, found.first - 1).lower
    if before == "big" and found.after == found.first + 1 and not _counts_something(row, found.after):
        return True
    if found.after != found.first + 1 or word not in ("one", "two"):
        return False
    return before in _REFERS_BACK or (
        word == "one" and before == "at" and at(row, found.after).lower in ("point", "stage", "time")
    )


def _year(row: Pieces, found: Figure) -> bool:
    """A bare figure like 1066 or 2024; a round one may count: "2000 people"."""
    piece = row[found.first]
    if piece.kind != "number" or not piece.text.isdecimal() or len(piece.text) != 4 or found.after != found.first + 1:
        return False
    if int(piece.text) not in _YEARS:
        return False
    before = at(row, found.first - 1).lower
    if joined(row, found.first - 2, found.first) in ("average of", "total of") or before in _NEVER_BEFORE_A_YEAR:
        return False
    if not _counts_something(row, found.after) or not at(row, found.after).text[0].islower() or before in _BEFORE_A_YEAR:
        return before != "of" or int(piece.text) in _RECENT or not _counts_something(row, found.after)
    return int(piece.text) % 50 != 0 and int(piece.text) in _RECENT and not _counts_people(row, found.after)

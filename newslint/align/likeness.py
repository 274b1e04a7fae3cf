"""Whether two words may be one name: written by another house, misspelt, or sounding alike."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Literal

from newslint.kept.regexes import compiled

Slip = Literal["swapped", "letters", "exchanged", "sound"]
"""Two letters changed about; letters left out or put in; one in place of another; or nothing but the same sound."""

_ROWS = """
    kyiv kiev, kharkiv kharkov, lviv lvov, odesa odessa, luhansk lugansk, mykolaiv nikolaev, chernobyl chornobyl, donbas
    donbass, hezbollah hizbollah hizbullah hezbullah, qaeda qaida qaedah, alqaeda alqaida elqaeda, koran quran, mecca makkah,
    houthi huthi, houthis huthis, gaddafi qaddafi gadhafi kadafi kaddafi gadafi, tehran teheran, lyon lyons, marseille
    marseilles, albaradei elbaradei, alsisi elsisi, alassad elassad, albashir elbashir, alshabaab alshabab, basel basle,
    romania rumania, muslim moslem, muslims moslems, shia shiite, shias shiites, taliban taleban, osama usama, saeed said
    sayed syed, khaled khalid, yousef yusuf youssef yousuf yussuf, abdullah abdallah, abdul abdel abd, fatima fatema, aisha
    aysha ayesha, omar umar, sergei sergey serhiy, alexei aleksei alexey aleksey, andrei andrey andriy, dmitry dmitri dmitriy
    dmytro, yulia julia iuliia, yuri yury yuriy, volodymyr vladimir, alexander aleksandr oleksandr, robert bob rob bobby bert,
    william bill billy will willie, edward ted ed eddie ned, richard dick rick rich, james jim jimmy jamie, anthony tony, john
    jack johnny jon, henry harry hal, margaret peggy maggie meg, elizabeth liz beth betty lizzie eliza, charles chuck charlie,
    francis frank, michael mike mick, patrick paddy, katherine kate kathy katie catherine cathy, joseph joe, thomas tom,
    theodore ted theo, lawrence larry, alexander sandy alex sasha, stephen steve steven, andrew drew andy, eugene gene, gerald
    jerry, albert bert al, susan sue, deborah debbie, dorothy dot, rebecca becky, harold hal harry, mount mt, saint st, fort ft
"""
"""Names that one house, or one friend, writes so and another so."""


def _rows_by_word() -> dict[str, list[int]]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(_ROWS.split(",")):
        for word in row.split():
            rows[word].append(at)
    return dict(rows)


_BY_WORD = _rows_by_word()
_ROW, _BARE = "=", "~"
"""What marks a row of the table, and the bare consonants of a name, among the forms of a word."""

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "þ": "th"})
"""What stands for a letter that has no other form without its stroke."""

_HOUSE = (
    (compiled(r"(?<=[a-z]{2})our(?=s?$|ed|ing|ite)"), "or"),  # Labour, Labor
    (compiled(r"(?<=[a-z]{3})tre(?=s?$)"), "ter"),  # Centre, Center
    (compiled(r"is(?=ation|ations|e|ed|ing|er)"), "iz"),  # Organisation
    (compiled(r"(?<=efen)ce|(?<=icen)ce"), "se"),  # Defence
    (compiled(r"(?<=gram)me(?=s?$)"), ""),  # Programme
    (compiled(r"logue(?=s?$)"), "log"),
    (compiled(r"([aou])e(?=[bcdfghjklmnpqrstvwxz])"), r"\1"),  # Mueller, Müller; Gruenwald
    (compiled(r"^(h?)aa"), r"\1a"),  # Aarhus, Århus; Haakon
    (compiled(r"(?:iy|yy|ii|ij|iyy|y|ie)$"), "i"),  # Zelensky, Zelenskyy, Zelenskiy
)
"""How one and the same name differs from house to house, in this order."""

_ROMANISED = compiled(
    r"""abd | abu$ | ibn$ | bin$ | m[ou]ham|ah?m[ae]d|mahm[ou]+d|mustaf|m[ou]staf|hus+[ae][iy]n|has+an|ibrah
    | ali$|[oa]mar$|fais|fatim|khal|yous|rash[ie]d|sal[ei]h|nas+[ei]r|sale[hm]|tariq|kar[ei]m|jam[ai]l|ham[ie]d|zein|zain
    | .*(?:ull?ah|[ue]d+[ie]n|zad[ea]h?|sk[iy]+|enko|[oe]v|[oe]va|vich|yev|yan|shvili|dze|khan|oglu|bek|bay)$""",
    re.VERBOSE,
)
"""Names, or words beside names, of scripts that are put into Latin letters in more than one way."""

_ALTERNATES = (
    (compiled(r"[kgqh]+"), "k"),
    (compiled(r"dh|dj|zh|dzh|j"), "j"),
    (compiled(r"ts|tz|z"), "s"),
    (compiled(r"[vw]"), "v"),
    (compiled(r"(.)\1+"), r"\1"),
    (compiled(r"[aeiouy]+"), "a"),
)
"""Letters that stand for one another in such names; what is left are the consonants and where a vowel stands."""

_SOUNDS = (
    (compiled(r"ph|v"), "f"),
    (compiled(r"(?<=[a-z])gh"), ""),
    (compiled(r"ck|c(?![eiyh])|q"), "k"),
    (compiled(r"c(?=[eiy])|z"), "s"),
    (compiled(r"^(?:kn|gn)"), "n"),
    (compiled(r"th"), "t"),
    (compiled(r"(?<=[a-z]{2})e$"), ""),
    (compiled(r"[aou]*[eiy][aeiouy]*"), "i"),
    (compiled(r"(.)\1+"), r"\1"),
)
"""Letters that sound alike in English: Leigh and Lee, Clark and Clarke, Stephen and Steven."""

_ENDINGS = compiled(r"(?:es|s|n|an|ian|ean|i|ese|ish|r|rs|d|er|or|ers|ors|ry|ries|ist|ists|ism|ic|al|ed|ing|ion|ary|y|ies)$")
"""What makes another word of a word: Korean, Ministry and Minister, Democrats."""

_SHORTEST, _SHORTEST_EXCHANGED, _LONG = 4, 5, 8


def one_name(one: str, other: str, beside: str = "") -> bool:
    """Whether these folded words are one name as two houses write it; ``beside`` is a word that stands next to both."""
    common = house_forms(one) & house_forms(other)
    if one != other and (sorted(one) == sorted(other) or not any(map(_ROMANISED.match, (one, other, beside)))):
        return any(not form.startswith(_BARE) for form in common)  # letters changed about are a slip in any script
    return bool(common)


@lru_cache(maxsize=20_000)
def house_forms(word: str) -> frozenset[str]:
    """Forms of a folded word of which it has one in common with every other way to write the name."""
    word = word.translate(_LETTERS)
    return frozenset((_put(word, _HOUSE), _BARE + _put(word, _ALTERNATES), *(f"{_ROW}{row}" for row in _BY_WORD.get(word, ()))))


def derived(one: str, other: str) -> bool:
    """Whether one is the plural of the other, or made of it or with it of a third: Korea, Korean; Minister, Ministry."""
    return any(len(stem) > 3 for stem in _stems(one) & _stems(other))


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """The word, and what is left of it without each of its endings."""
    return frozenset((word, *(word[: found.start()] for found in _endings(word))))


def slip(one: str, other: str) -> Slip | None:
    """How one folded word may have come of the other by mistake; None where they are too far apart for that."""
    shorter = min(len(one), len(other))
    if one == other or shorter < 3:
        return None
    if shorter >= _SHORTEST:
        from rapidfuzz.distance import OSA

        distance = OSA.distance(one, other, score_cutoff=2)
        if distance == 1 and sorted(one) == sorted(other):
            return "swapped"
        if distance == 1 and len(one) != len(other):
            return "letters"
        if (distance == 1 and shorter >= _SHORTEST_EXCHANGED) or (distance == 2 and shorter >= _LONG):
            return "exchanged"
    return "sound" if one[0] == other[0] and sounds(one) == sounds(other) else None


def sounds(word: str) -> str:
    """The sound of a folded word, roughly, as English speakers say it."""
    return _put(word, _SOUNDS)


def shortened(word: str) -> set[str]:
    """The word, and the word with each of its letters left out in turn: two words that are a letter apart share one of these."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


def _put(word: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, by in table:
        word = pattern.sub(by, word)
    return word


def _endings(word: str) -> list[re.Match[str]]:
    """Every ending that the word has, however long."""
    found = (_ENDINGS.search(word, at) for at in range(max(0, len(word) - 4), len(word)))
    return [one for one in found if one]

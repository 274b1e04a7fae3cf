"""Words as quotations are compared: without case, marks, house spelling and ums; contractions as the two words that they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import STOP_WORDS, word_set

FILLERS = word_set("um er uh erm mm mmm hmm ah eh")
_TEENS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "1st first, 2nd second, 3rd third, 4th fourth, 5th fifth, 6th sixth, 7th seventh, 8th eighth, 9th ninth, 10th tenth"
_SPELLINGS = """
    colour color, grey gray, defence defense, offence offense, licence license, pretence pretense, practise practice,
    programme program, programmes programs, cheque check, tyre tire, tyres tires, kerb curb, catalogue catalog, mum mom,
    towards toward, afterwards afterward, whilst while, amongst among, learnt learned, learned learned, burnt burned,
    spelt spelled, dreamt dreamed, sceptical skeptical, sceptics skeptics, aluminium aluminum, ageing aging, judgement
    judgment, jewellery jewelry, manoeuvre maneuver, plough plow, pyjamas pajamas, fulfil fulfill, enrol enroll, skilful
    skillful, ok okay, adviser advisor, acknowledgement acknowledgment
"""
HOUSE_STYLE = {word: str(number) for number, word in enumerate(_TEENS.split())}
HOUSE_STYLE |= {word: str(10 * tens) for tens, word in enumerate(_TENS.split(), 2)}
HOUSE_STYLE |= {word: figure for figure, word in (pair.split() for pair in _ORDINALS.split(","))}
HOUSE_STYLE |= dict(pair.split() for pair in _SPELLINGS.split(","))
HOUSE_STYLE |= {"percent": "%", "ca": "can", "wo": "will", "sha": "shall"}
AMERICAN = {"our": "or", "ise": "ize", "isi": "izi", "isa": "iza", "yse": "yze", "tre": "ter", "lled": "led", "lling": "ling"}
"""British spellings inside longer words, by their American ones; both sides of a comparison are folded."""

_BRITISH = compiled(r"our|is[eia](?=\w*$)|yse|tre$|ll(?:ed|ing)$")
NEGATIONS = word_set("no not never nor none nobody nothing neither without n't")
"""Small words that a quotation must not lose."""

FULL = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "n't": "not"}
"""What a contraction stands for, where it stands for one thing."""

_WORD = compiled(r"\bper\scent\b|[^\W_]+(?:['’][^\W_]+)*|(?<=\d)%|(?<=\s)['’](?:s|re|ve|ll|d|m)\b", re.IGNORECASE)
_CONTRACTED = compiled(r"(?P<head>.+?)(?P<tail>n't|'(?:s|re|ve|ll|d|m)|(?<=can)not)")
_MISTYPED = compiled(r"(?P<head>ca|do|did|does|is|was|are|were|would|could|should|has|have|had)(?P<tail>nt)")
_ASIDES = word_set("yes no well yeah")
_PAUSES = tuple(",.!?…")
_INSERTION = compiled(r"\[[^\[\]\n]{0,300}\]|\([^()\n]{0,40}\?\)")
_CUT_BRACKET = compiled(r"[^\[\]\n]{0,60}\]")
_ELLIPSIS = compiled(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|(?:…|\.\s?\.\s?\.)")
_GAP = compiled(f"(?P<ellipsis>{_ELLIPSIS.pattern})|(?P<bracket>{_INSERTION.pattern})")

_GAP_OR_ROUND = compiled(rf"(?P<ellipsis>{_ELLIPSIS.pattern})|(?P<bracket>{_INSERTION.pattern}|\([^()\n]{{0,60}}\))")


class Word(NamedTuple):
    """A word as quotations are compared, and where it stands."""

    start: int
    end: int
    form: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def stem(self) -> str:
        """Five letters: enough to tell words apart in one passage, few enough to see military in militant."""
        return self.form[:5]

    @property
    def negates(self) -> bool:
        return self.form in NEGATIONS

    @property
    def content(self) -> bool:
        return self.negates or (self.form not in STOP_WORDS and "'" not in self.form)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation between its own gaps; ``gap`` is the ellipsis or the insertion before it."""

    words: tuple[Word, ...]
    gap: Span | None = None
    sign: Literal["", "ellipsis", "bracket"] = ""


def words(text: str, span: Span) -> Iterator[Word]:
    """The words of a stretch as a quotation is compared: no case, marks, insertions or fillers."""
    return _words(without_insertions(span.of(text)), span.start)


def parts(text: str, span: Span, *, round_brackets: bool = False) -> tuple[Part, ...]:
    """The stretches between ellipses and insertions; a source must have each of them, in this order.

    Words in ``round_brackets`` may be the speaker's or the writer's.
    """
    gaps = _GAP_OR_ROUND if round_brackets else _GAP
    found: list[Part] = []
    cut = _CUT_BRACKET.match(text, span.start, span.end)
    at, gap, sign = cut.end() if cut else span.start, None, ""
    for mark in (*gaps.finditer(text, at, span.end), None):
        end = mark.start() if mark else span.end
        here = tuple(_words(text[at:end], at))
        if here:
            found.append(Part(here, gap if found else None, sign if found else ""))  # type: ignore[arg-type]
        if mark:
            elided = _ELLIPSIS.search(mark[0]) or (sign == "ellipsis" and not here)
            kept = "ellipsis" if elided else "bracket"
            at, gap, sign = mark.end(), Span(gap.start if gap and not here else mark.start(), mark.end()).stripped(text), kept
    return tuple(found)


def insertions(text: str, span: Span) -> list[Span]:
    """What stands in square brackets: words of the writer's inside those of the speaker."""
    found = (Span(*mark.span()) for mark in _INSERTION.finditer(text, span.start, span.end))
    return [one for one in found if text[one.start] == "[" and not _ELLIPSIS.fullmatch(one.of(text))]


def without_insertions(text: str) -> str:
    """The text with "[our own words]" blanked; "[...]" stays, since it says that theirs are missing."""
    return _INSERTION.sub(lambda found: found[0] if _ELLIPSIS.fullmatch(found[0]) else " " * len(found[0]), text)


def _words(text: str, offset: int) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        if found[0].lower() in _ASIDES and text[found.end() : found.end() + 1] in _PAUSES:
            continue
        at = offset + found.start()
        for form, length in _forms(found[0]):
            yield Word(at, at + length, form)
            at += length


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[tuple[str, int], ...]:
    """What a word is compared as, and how many letters that is: a contraction as two words, a filler as none."""
    form = plain(word)
    if form in FILLERS:
        return ()
    two = _CONTRACTED.fullmatch(form) or _MISTYPED.fullmatch(form)
    if not two or len(form) != len(word):  # a letter with its accent fell into two
        return ((form, len(word)),)
    head, tail, middle = two["head"], two["tail"], two.start("tail")
    return (HOUSE_STYLE.get(head, head), middle), ("n't" if tail == "nt" else tail, len(word) - middle)


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as house styles agree on it: no case, diacritics or shape of apostrophe, small numbers
    in figures, and British endings as American ones.
    """
    word = unicodedata.normalize("NFKD", word.replace("’", "'").replace("per cent", "percent").lower())
    word = "".join(letter for letter in word if not unicodedata.combining(letter))
    if word in HOUSE_STYLE:
        return HOUSE_STYLE[word]
    return _BRITISH.sub(lambda found: AMERICAN[found[0]], word) if len(word) > 5 else word

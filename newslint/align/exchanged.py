"""Figures and actors that stand in one another's place: "from 5 to 3" for "from 3 to 5", and who beat whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from newslint.align.wording import stem
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import WORD, word_set

_FIGURE = r"[£$€]?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per\scent|percent|bn|m|k|million|billion|trillion|thousand)(?!\w))?"
_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4}"
_FROM_TO = (
    compiled(rf"\b[Ff]rom\s+(?P<first>{_FIGURE}|{_NAME})(?:\s+[a-z]+){{0,4}}?,?\s+to\s+(?P<second>{_FIGURE}|{_NAME})"),
    compiled(
        rf"""\b(?:to|was|were|of|at|totalled|reached)\s+(?P<second>{_FIGURE}|{_NAME})(?:,?\s+[a-z]+){{0,5}}?,?
        \s+(?:from|compared\s(?:with|to)|against|versus)\s+(?P<first>{_FIGURE}|{_NAME})""",
        re.VERBOSE,
    ),
)
"""Where something was and where it has come to."""

_BEATEN = word_set(
    "beat beats beaten beating defeat defeats defeated thrash thrashed edge edged overcame outclassed trounced hammered"
)
_DOES = word_set(
    """
    kill killed kills shoot shot stab stabbed attack attacked attacks invade invaded sue sued sues buy bought buys acquire
    acquired acquires accuse accused accuses criticise criticised criticises criticize criticized praise praised praises blame
    blamed blames replace replaced replaces succeed succeeded succeeds overtake overtook overtakes overtaken murder murdered
    hit struck injured sack sacked fired hire hired appoint appointed pay paid lend lent owe owes owed fine fined back backed
    backs endorse endorsed endorses warn warned warns urge urged urges thank thanked outsold outbid follow followed lead led
    leads arrest arrested bit bombed shelled robbed rescued saved tackled fouled sent gave taught raped abused punched
    assaulted
    """
)
"""What somebody does to somebody else, and not the two to one another."""

_LOWER = r"[a-z][\w’'-]*"
_WHO = rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts)\s+(?:{_LOWER}\s+)?{_LOWER}|(?:[Tt]he\s+)?{_NAME})"
_SOFT = r"(?:\s+(?:has|have|had|also|later|then|narrowly|comfortably|easily|finally|just|twice|already|publicly|again))*"
_VERB = "|".join(sorted(_BEATEN | _DOES, key=lambda word: (-len(word), word)))
_ACTIVE = compiled(rf"(?P<agent>{_WHO}){_SOFT}\s+(?P<verb>{_VERB})\s+(?P<patient>{_WHO})")
_PASSIVE = compiled(
    rf"(?P<patient>{_WHO}){_SOFT}\s+(?:was|were|is|are|been)\s+(?:\w+ly\s+)?(?P<verb>{_VERB})(?:\s+\d+[-–]\d+)?\s+by\s+(?P<agent>{_WHO})"
)
_LOST = compiled(rf"(?P<patient>{_WHO}){_SOFT}\s+(?:lost|lose|loses)(?:\s+\d+[-–]\d+)?\s+to\s+(?P<agent>{_WHO})")
_UNSURE = compiled(r"\b(?:if|unless|whether|may|might|could|would|not|never|or)\b|\w+n['’]t\b|\?", re.IGNORECASE)
_VERBS = frozenset(word for word in _BEATEN | _DOES)


@dataclass(frozen=True)
class Roles:
    """Two things and what each is to the other: who did it to whom, or from what to what."""

    span: Span
    deed: str
    first: frozenset[str]
    second: frozenset[str]
    words: tuple[Span, Span]

    def reverses(self, other: Roles) -> bool:
        """Whether the other has them the other way round."""
        same = self.deed == other.deed and self.first & other.second and self.second & other.first
        return bool(same) and not self.first & other.first and not self.second & other.second

    def moved(self, by: int) -> Roles:
        """The same, so much further on in a text."""
        one, two = self.words
        return replace(self, span=self.span.moved(by), words=(one.moved(by), two.moved(by)))

    def repeats(self, other: Roles) -> bool:
        return self.deed == other.deed and bool(self.first & other.first and self.second & other.second)


def roles(text: str, sentence: Span) -> tuple[Roles, ...]:
    """What a sentence plainly says of two things."""
    start = max(0, sentence.start - 1)  # a word may have begun there
    return tuple(one.moved(start) for one in _roles(text[start : sentence.end], sentence.start - start))


@lru_cache(maxsize=4096)
def _roles(text: str, start: int) -> tuple[Roles, ...]:
    """The same of a sentence alone, which is there again when another is changed."""
    sentence = Span(start, len(text))
    if _UNSURE.search(text, start):
        return ()
    return tuple(_moves(text, sentence)) + tuple(_deeds(text, sentence))


def _moves(text: str, sentence: Span) -> Iterator[Roles]:
    for pattern in _FROM_TO:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield Roles(
                Span(*found.span()), "from to", _key(found["first"]), _key(found["second"]), _places(found, "first", "second")
            )


def _deeds(text: str, sentence: Span) -> Iterator[Roles]:
    for pattern in (_ACTIVE, _PASSIVE, _LOST):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            verb = found["verb"] if "verb" in pattern.groupindex else "beat"
            deed = "beat" if verb in _BEATEN else stem(verb)
            agent, patient = _key(found["agent"]), _key(found["patient"])
            if agent and patient and not agent & patient:
                yield Roles(Span(*found.span()), deed, agent, patient, _places(found, "agent", "patient"))


def _places(found: re.Match[str], one: str, other: str) -> tuple[Span, Span]:
    return Span(*found.span(one)), Span(*found.span(other))


def _key(words: str) -> frozenset[str]:
    """What two mentions of one thing share: a figure as a whole, of a name any word."""
    if any(letter.isdigit() for letter in words):
        return frozenset(("".join(words.lower().replace("million", "m").replace("billion", "bn").replace(",", "").split()),))
    small = {"the", "a", "an", "his", "her", "its"} | _VERBS
    return frozenset(stem(word) for word in WORD.findall(words) if word.lower() not in small)

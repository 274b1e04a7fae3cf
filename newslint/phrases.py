"""Phrases as rule files write them, looked for in a text.

A phrase is found as whole words with any capitals, any spaces and either kind of apostrophe.
``{be}`` stands for one of the words listed under ``be``, ``{degree?}`` for one of them or
none, ``{lemma:say}`` for any inflection of a verb or noun: say, says, said, saying.
Words of a list may hold slots of their own.
"""

from __future__ import annotations

import re
from _blake2 import blake2b
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newslint.inflections import forms
from newslint.kept.bytecode import KEPT
from newslint.kept.regexes import compiled
from newslint.pieces import by_line, piece
from newslint.spans import Span

Lists = Mapping[str, tuple[str, ...]]

_SLOT = compiled(r"\{(?P<lemma>lemma:)?(?P<name>[^{}?]+)(?P<maybe>\?)?\}")
_PLAIN = compiled(r"(?P<apostrophe>['’])|(?P<space>\s+)")
_WORD = compiled(r"\w+")
_FIRST = compiled(r"(?<![\w-])\w+")
_END = r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a phrase stands; ``lemmas`` are the words that its ``{lemma:}`` slots stand for there."""

    span: Span
    phrase: str
    lemmas: tuple[Span, ...] = ()

    @property
    def end(self) -> int:
        return self.span.end

    def moved(self, by: int) -> Found:
        return Found(self.span.moved(by), self.phrase, tuple(lemma.moved(by) for lemma in self.lemmas))


@dataclass(frozen=True)
class Phrases:
    """Phrases to look for together. Where several begin at one place, the longest as written is found.

    They are sorted by their first word, and made into a regular expression when a text holds that word:
    a thousand of them cost a text no more than a look at each of its words.
    """

    phrases: tuple[str, ...]
    lists: Lists

    def __post_init__(self) -> None:
        for phrase in self.phrases:
            _refuse(phrase, self.lists, ())

    def find(self, text: str) -> Iterator[Found]:
        """Every place where one of them stands, in text order, none inside another."""
        return by_line(_found, self, text) if self.phrases else iter(())

    def within(self, text: str, start: int, stop: int) -> Iterator[Found]:
        """Those that begin in this stretch of a text."""
        end = start
        for at, first in self._places(text, start, stop):
            found = self._at(first).match(text, at) if at >= end else None
            if found and found.lastgroup:
                end = found.end()
                yield Found(Span(at, end), self.phrases[int(found.lastgroup[1:])], tuple(_inflected(found)))

    def _places(self, text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
        """Where a phrase may begin, and the word that it begins with: none for one that begins with a sign."""
        words = _words_of(text, start, stop)
        places = [(at, first) for first in self._by_first.keys() & words.keys() for at in words[first]]
        if self._by_first.get(""):
            places += ((found.start(), "") for found in self._at("").finditer(text, start) if found.start() < stop)
        return iter(sorted(places))

    @cached_property
    def _by_first(self) -> dict[str, list[int]]:
        """The places in ``phrases`` of those that may begin with a word, the longest first."""
        made: dict[str, list[int]] = {}
        for i in sorted(range(len(self.phrases)), key=lambda i: len(self.phrases[i]), reverse=True):
            for first in _firsts(self.phrases[i], self.lists):
                made.setdefault(first, []).append(i)
        return made

    @cached_property
    def _made(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _at(self, first: str) -> re.Pattern[str]:
        """The phrases that may begin with this word, as one expression."""
        if first not in self._made:
            written = KEPT.made(f"{__name__} {self._digest} {first}", lambda: self._written(first))
            self._made[first] = compiled(written, re.IGNORECASE)
        return self._made[first]

    def _written(self, first: str) -> str:
        parts = (f"(?P<_{i}>{_regex(self.phrases[i], self.lists, lemma='(')})" for i in self._by_first[first])
        return rf"(?<![\w-])(?:{'|'.join(parts)}){_END}"

    @cached_property
    def _digest(self) -> str:
        """Stands for these phrases among all those whose expressions are kept."""
        return blake2b(repr((self.phrases, sorted(self.lists.items()))).encode("utf-8", "surrogatepass")).hexdigest()


def _words_of(text: str, start: int, stop: int) -> dict[str, list[int]]:
    """Where each word of a stretch begins, by the word in small letters: looked up once for all rules that have phrases."""
    return piece(text, start, stop).once(_words_in, start, stop)


def _words_in(text: str, start: int, stop: int) -> dict[str, list[int]]:
    words: dict[str, list[int]] = {}
    for word in _FIRST.finditer(text, start, stop):
        words.setdefault(word[0].lower(), []).append(word.start())
    return words


def _found(text: str, phrases: Phrases, start: int, stop: int) -> list[Found]:
    return list(phrases.within(text, start, stop))


def _inflected(found: re.Match[str]) -> Iterator[Span]:
    """Where the inflected words stand: the groups inside the one that was found."""
    for group in range((found.lastindex or 0) + 1, found.re.groups + 1):
        if found.start(group) < 0 or found.end(group) > found.end():
            break
        yield Span(*found.span(group))


def lemmas(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that are written ``{lemma:word}``."""
    return tuple(slot["name"] for slot in _SLOT.finditer(phrase) if slot["lemma"])


def filled(phrase: str, words: Iterable[str]) -> str:
    """A phrase with these words in the place of its inflected ones, in their order."""
    left = iter(words)
    return _SLOT.sub(lambda slot: next(left, slot["name"]) if slot["lemma"] else slot[0], phrase)


def slots(phrase: str) -> tuple[str, ...]:
    """The lists that a phrase names."""
    return tuple(slot["name"] for slot in _SLOT.finditer(phrase) if not slot["lemma"])


def _words(slot: re.Match[str], lists: Lists) -> tuple[str, ...]:
    """What may stand for a slot, the longest first, so that of two that begin alike the fuller is found."""
    words = forms(slot["name"]) if slot["lemma"] else lists[slot["name"]]
    return tuple(sorted(words, key=len, reverse=True))


def _refuse(phrase: str, lists: Lists, seen: tuple[str, ...]) -> None:
    """Raises ValueError for a phrase that cannot be followed."""
    if not phrase.strip():
        raise ValueError("a phrase is empty")
    for slot in _SLOT.finditer(phrase):
        name = slot["name"]
        if slot["lemma"] and not re.fullmatch(r"[a-z]+(?: [a-z]+)*", name):
            raise ValueError(f"{phrase!r}: {{lemma:}} takes a word in small letters as a dictionary has it, not {name!r}")
        if slot["lemma"]:
            continue
        if not lists.get(name):
            raise ValueError(f"{phrase!r} names the list {name!r}, which 'lists' does not hold")
        if name in seen:
            raise ValueError(f"the list {name!r} holds itself")
        for word in lists[name]:
            _refuse(word, lists, (*seen, name))


def _firsts(phrase: str, lists: Lists) -> set[str]:
    """The words, in small letters, that a phrase may begin with; the empty word for one that begins with a sign."""
    slot = _SLOT.match(phrase)
    if not slot:
        word = _WORD.match(phrase)
        return {word[0].lower() if word else ""}
    found = {first for word in _words(slot, lists) for first in _firsts(word, lists)}
    rest = phrase[slot.end() :].lstrip()
    return found | _firsts(rest, lists) if slot["maybe"] and rest else found


def _regex(phrase: str, lists: Lists, *, lemma: str = "(?:") -> str:
    """A phrase as a regular expression; ``lemma`` is how the group of an inflected word opens."""
    made, at = "", 0
    for slot in _SLOT.finditer(phrase):
        before, at = phrase[at : slot.start()], slot.end()
        words = "|".join(_regex(word, lists) for word in _words(slot, lists))
        words = f"{lemma if slot['lemma'] else '(?:'}{words})"
        if not slot["maybe"]:
            made += _escaped(before) + words
        elif before != before.rstrip():  # its space comes and goes with it
            made += f"{_escaped(before.rstrip())}(?:\\s+{words})?"
        else:
            rest = phrase[at:]
            at += len(rest) - len(rest.lstrip())
            made += f"{_escaped(before)}(?:{words}\\s+)?" if rest[:1].isspace() else f"{_escaped(before)}{words}?"
    return made + _escaped(phrase[at:])


def _escaped(words: str) -> str:
    if "  " not in words and words.replace(" ", "").isalnum():  # most of them
        return words.replace(" ", r"\s+")
    made, at = "", 0
    for sign in _PLAIN.finditer(words):
        made += re.escape(words[at : sign.start()]) + ("['’]" if sign["apostrophe"] else r"\s+")
        at = sign.end()
    return made + re.escape(words[at:])

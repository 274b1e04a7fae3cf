"""What a text must hold for an expression to be found in it: a short look that spares most expressions a long one.

Of an expression's own letters those are taken that stand in everything that it finds: of ``\\b(?:accus|alleg)ed\\b`` either
"accused" or "alleged". A text that has none of them, whatever its capitals and line ends, need not be looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from newslint.kept.bytecode import KEPT
from newslint.kept.regexes import compiled
from newslint.words import word_set

_MOST = 64
"""Words that a part of an expression may stand for, and still be joined with the next."""

_NEEDLES = 128
"""Needles of an expression; one that would have more has none."""

_GRAM = 3
_BY_FREQUENCY = "etaoinsrhldcumfpgwybvkxjqz"
_EVERYWHERE = word_set(
    """
    about after also and are been for from had has have her his its more not other said than that the their this was were what
    when which who will with would year
    """
)

Words = frozenset[str]

_BLANK: Words = frozenset((" ",))
_SPACE = "CATEGORY_SPACE"
_BLANKS = compiled(r" {2,}")


class _Seen(NamedTuple):
    """A text in small letters, with one space between words, and every three letters that stand side by side in a word of it."""

    letters: str
    grams: frozenset[str]


class _Sought(NamedTuple):
    """An expression and its needles, by three letters in a row of each."""

    pattern: re.Pattern[str]
    grams: frozenset[str]
    needles: Mapping[str, Sequence[str]]


_known: dict[int, _Sought] = {}
"""By the id of the expression, since to hash one takes long."""


def may_stand(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the expression may be found anywhere in a text; where not, it is found nowhere in it."""
    sought = _known.get(id(pattern))
    if sought is None or sought.pattern is not pattern:
        sought = _learnt(pattern)
    if not sought.grams:
        return True
    seen = _seen(text)
    for gram in sought.grams & seen.grams:
        for needle in sought.needles[gram]:
            if needle in seen.letters:
                return True
    return False


def each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """``pattern.finditer(text)``, sooner."""
    return pattern.finditer(text) if may_stand(pattern, text) else iter(())


def first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """``pattern.search(text)``, sooner."""
    return pattern.search(text) if may_stand(pattern, text) else None


def _learnt(pattern: re.Pattern[str]) -> _Sought:
    words: list[str] = KEPT.made(f"{__name__} {pattern.flags} {pattern.pattern}", lambda: sorted(needles(pattern)))
    by_gram: dict[str, list[str]] = {}
    for word in words:
        by_gram.setdefault(_rarest(word), []).append(word)
    if len(_known) > 10_000:  # rules that were read again and again
        _known.clear()
    _known[id(pattern)] = made = _Sought(pattern, frozenset(by_gram), by_gram)
    return made


def _rarest(needle: str) -> str:
    """Of the letters in a row that a needle has, those that words have least; none for a short one."""
    grams = [word[at : at + _GRAM] for word in needle.split() for at in range(len(word) - _GRAM + 1)]
    return max(grams, key=lambda gram: sum(_BY_FREQUENCY.find(letter) % 30 for letter in gram), default="")


@lru_cache(maxsize=64)
def _seen(text: str) -> _Seen:
    letters = text.casefold()
    if not text.isascii():  # an I with a dot and an i without are the same as i to an expression that knows no capitals
        letters = letters.replace("\u0307", "").replace("ı", "i")
    words = letters.split()
    return _Seen(f" {' '.join(words)} ", frozenset(("",)).union(*map(_grams, {*words})))


@lru_cache(maxsize=16_384)
def _grams(word: str) -> Sequence[str]:
    return [word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1)]


def needles(pattern: re.Pattern[str]) -> Words:
    """Words, in small letters, one of which stands wherever the expression is found; none where that cannot be said."""
    return _sequence(_parser.parse(pattern.pattern, pattern.flags))[1]


Held = tuple[Words | None, Words]
"""What a part of an expression stands for, if that is a few words and nothing else; words one of which it holds."""


def _sequence(parts: Iterable[tuple[Any, Any]]) -> Held:
    best: Words = frozenset()
    run, whole = frozenset(("",)), True
    for kind, given in parts:
        exact, held = _part(str(kind), given)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = _joined((run, exact))
            best = max(best, held, key=_worth)
        else:
            whole = False
            best = max(best, run, held, key=_worth)
            run = exact if exact is not None else frozenset(("",))
    best = max(best, run, key=_worth)
    return (run if whole else None), _least(best) if _worth(best) > 0 else frozenset()


def _part(kind: str, given: Any) -> Held:
    nothing: Words = frozenset()
    if kind == "LITERAL":
        return _letter(given), nothing
    if kind == "IN" and len(given) <= 8:
        letters = [_letter(code) if str(one) == "LITERAL" else _BLANK if str(code) == _SPACE else None for one, code in given]
        return (frozenset[str]().union(*filter(None, letters)) if None not in letters else None), nothing
    if kind == "BRANCH":
        return _branches([_sequence(branch) for branch in given[1]])
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _sequence(given[3] if kind == "SUBPATTERN" else given)
    if kind.endswith("_REPEAT"):
        return _repeated(given[0], given[1], _sequence(given[2]))
    if kind == "ASSERT" and given[0] > 0:  # what stands before may not be in the part of a text that is looked at
        exact, held = _sequence(given[1])
        return frozenset(("",)), max(held, exact or nothing, key=_worth)
    return (frozenset(("",)) if kind in ("AT", "ASSERT", "ASSERT_NOT") else None), nothing


def _least(words: Words) -> Words:
    """Without those that hold another."""
    return frozenset(word for word in words if not any(other in word and other != word for other in words))


def _joined(parts: Sequence[Words]) -> Words:
    return frozenset(_BLANKS.sub(" ", "".join(words)) for words in product(*parts))


def _letter(code: int) -> Words | None:
    """A letter in small, white space as a blank; none for one of which it is not plain what is the same as it."""
    letter = chr(code)
    if letter.isspace():
        return _BLANK
    if letter.isascii() or (not letter.isalpha() and letter.casefold() == letter != "\u0307"):
        return frozenset((letter.lower(),))
    return None


def _branches(branches: Sequence[Held]) -> Held:
    nothing: Words = frozenset()
    exact = nothing.union(*(one or () for one, _ in branches))
    every = [max(held, one or nothing, key=_worth) for one, held in branches]
    held = _least(nothing.union(*every)) if all(_worth(one) > 0 for one in every) else nothing
    whole = len(exact) <= _MOST and all(one is not None for one, _ in branches)
    return (exact if whole else None), held if len(held) <= _NEEDLES else nothing


def _repeated(least: int, most: int, inside: Held) -> Held:
    exact, held = inside
    if not least:
        return (exact | {""} if exact is not None and (most == 1 or exact == _BLANK) else None), frozenset()
    if exact is None or len(exact) ** least > _MOST:
        return None, held
    run = _joined([exact] * least)
    return (run if least == most or exact == _BLANK else None), max(held, run, key=_worth)


def _worth(words: Words) -> float:
    """How much is spared by a look for these words: the more, the rarer each of them is."""
    if not words:
        return 0
    return min(map(_rarity, words)) - len(words) / 100


def _rarity(word: str) -> float:
    letters = sum(1 if letter.isalnum() or letter == "-" else 0.4 if letter in " .,'’" else 1.5 for letter in word)
    return min(letters, 8) - 1.2 - 3 * (word.strip() in _EVERYWHERE)

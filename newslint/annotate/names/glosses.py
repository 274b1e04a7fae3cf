"""Glosses: short forms that the text itself explains, "Ministry of Defence (MoD)", "MoD (Ministry of Defence)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Entity
from newslint.spans import Span

_BRACKETED = compiled(r"(?<=[\w'’”\"]) \((?:the |or )?[\"“'‘]?(?P<short>[A-Z][A-Za-z&.]{1,9})[\"”'’]?\)")
_EXPLAINED = compiled(r"(?<![\w.-])(?P<short>[A-Z][A-Za-z&.]{1,9}),? [(\[](?:the )?(?P<full>[A-Z][^()\[\]\n]{4,80})[)\]]")
_WORD = compiled(r"[^\W\d_][\w'’]*")
_MOST_CHARACTERS = 110


def glosses(found: Sequence[Entity], body: str) -> Iterator[tuple[Span, Span]]:
    """Pairs of a short form and the name beside it that it stands for."""
    by_end = {entity.end: entity for entity in found}
    for match in _BRACKETED.finditer(body):
        short = match["short"]
        if not _short(short):
            continue
        if full := _spelled_before(short, match.start(), body):
            yield Span(*match.span("short")), full
        elif (entity := by_end.get(match.start())) and entity.label == "ORG" and short.isupper() and short not in GAZETTEER:
            yield Span(*match.span("short")), entity.span
    for match in _EXPLAINED.finditer(body):
        full = Span(*match.span("full"))
        if _short(match["short"]) and _spelled(match["short"], full.of(body)):
            yield Span(*match.span("short")), full


def _short(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _spelled_before(short: str, end: int, body: str) -> Span | None:
    """The words up to ``end`` whose capitals are these letters."""
    words = list(_WORD.finditer(body, max(0, end - _MOST_CHARACTERS), end))[-len(short) - 4 :]
    for word in reversed(words):
        if word[0][0].isupper() and _spelled(short, body[word.start() : end]) and "\n" not in body[word.start() : end]:
            return Span(word.start(), end)
    return None


def _spelled(short: str, words: str) -> bool:
    letters = "".join(char for char in short if char.isalpha()).upper()
    return letters in initials(words)


def initials(words: str) -> tuple[str, str]:
    """The first letters of the words with a capital, and those of all words."""
    found = [word for word in _WORD.findall(words) if word != "s"]
    capitals = [char for word in found for char in (word if word.isupper() and len(word) < 4 else word[:1]) if char.isupper()]
    return "".join(capitals), "".join(word[0] for word in found).upper()

"""What the language model made of paragraphs, kept by their words' digest, in rows that hold none of these words.

A word is its place in the paragraph; its lemma is coded as stretches of the word.
"""

from __future__ import annotations

import marshal
import sys
import zlib
from _blake2 import blake2b
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newslint.kept import code, looks
from newslint.kept.store import shared

TIER = "paragraph"
FORMAT = 2

Rows = tuple[Any, ...]


class Keeper:
    """The kept rows of one model, of ``words`` or of ``names``, as ``nlp`` wants them; ``model`` is its name or folder."""

    def __init__(self, model: str) -> None:
        installed = [(folder, looks.taken(looks.STAMP, folder)) for folder in sys.path if folder]
        parts = (FORMAT, code.stamp(), sys.version, model, looks.taken(looks.STAMP, f"{model}/meta.json"), installed)
        self._base = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()

    def get(self, kind: str, texts: Iterable[str]) -> dict[str, Rows]:
        """The rows of those of these paragraphs that are known."""
        keys = {self._key(kind, text): text for text in texts}
        found = {}
        for key, value in shared().get_many(TIER, keys).items():
            text = keys[key]
            try:
                found[text] = _DECODED[kind](marshal.loads(zlib.decompress(value)), text)
            except (ValueError, TypeError, EOFError, IndexError, zlib.error):
                continue
        return found

    def put(self, kind: str, made: Mapping[str, Rows]) -> None:
        """Keep the rows of these paragraphs."""
        values = {}
        for text, rows in made.items():
            coded = _CODED[kind](rows, text)
            if _DECODED[kind](coded, text) == rows:  # a model whose words are no stretches of the text is not kept
                values[self._key(kind, text)] = zlib.compress(marshal.dumps(coded), 1)
        shared().put_many(TIER, values)

    def _key(self, kind: str, text: str) -> bytes:
        return blake2b(f"{kind}\0{text}".encode("utf-8", "surrogatepass"), digest_size=32, key=self._base).digest()


def _coded_words(rows: Rows, _: str) -> Any:
    return [(start, length, head, _coded_lemma(said[0], said[1]), *said[2:]) for start, length, head, said in rows]


def _words(coded: Any, text: str) -> Rows:
    rows = []
    for start, length, head, lemma, pos, tag, dep in coded:
        word = text[start : start + length]
        rows.append((start, length, head, (word, _lemma(word, lemma), pos, tag, dep)))
    return tuple(rows)


def _coded_lemma(word: str, lemma: str) -> Any:
    """0 for the word itself, 1 for its small letters, else stretches of these and the numbers of other letters."""
    low = word.lower()
    if lemma in (word, low):
        return int(lemma != word)
    parts: list[Any] = []
    at = 0
    while at < len(lemma):
        end = next((end for end in range(len(lemma), at, -1) if lemma[at:end] in low), at)
        start = low.find(lemma[at:end])
        parts.append((start, start + end - at) if end > at else ord(lemma[at]))
        at = max(end, at + 1)
    return parts


def _lemma(word: str, coded: Any) -> str:
    low = word.lower()
    if isinstance(coded, int):
        return low if coded else word
    return "".join(chr(part) if isinstance(part, int) else low[part[0] : part[1]] for part in coded)


def _as_it_is(rows: Rows, _: str) -> Rows:
    return tuple(rows)


_CODED: dict[str, Callable[[Any, str], Any]] = {"words": _coded_words, "names": _as_it_is}
_DECODED: dict[str, Callable[[Any, str], Rows]] = {"words": _words, "names": _as_it_is}

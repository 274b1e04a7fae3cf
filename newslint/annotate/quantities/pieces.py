"""The pieces of a sentence: figures, words and signs, each with its offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newslint.kept.regexes import compiled

_PIECE = compiled(
    r"""
    (?P<word> (?!https?://|www\.) (?: (?:[^\W\d_]\.){2,} | [^\W\d_]+(?:['’][^\W\d_]+)* ) )
  | (?P<skip> https?://\S+ | www\.\S+ | [#@]\w+                       # addresses and handles
            | \d+(?:\.\d+){2,}                                        # versions
            | \d{21,}                                                 # what nobody counts
            | \+\d[\d ()-]{7,20}\d | \(?0\d{2,4}\)?\ \d{3,4}\ \d{3,4} | \d{3}-\d{3}-\d{4} )  # telephones
  | (?P<number> \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?
              | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)? | \d{1,3}(?:\ 000)+(?![\d,.]\d|\d)
              | \d+(?:\.\d+)?
              | (?<![\w.])\.\d+ )
  | (?P<sign> [^\w\s] | _ )
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A figure, word or sign; ``glued`` says that no white space stands before it."""

    kind: Literal["number", "word", "sign", "skip"]
    text: str
    lower: str
    start: int
    end: int
    glued: bool


Pieces = Sequence[Piece]
NOTHING = Piece("skip", "", "", -1, -1, False)


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of ``text[start:end]``, with offsets into the whole text."""
    out, last = [], -1
    for match in _PIECE.finditer(text, start, end):
        word = match.group()
        out.append(Piece(match.lastgroup, word, word.lower(), match.start(), match.end(), match.start() == last))  # type: ignore[arg-type]
        last = match.end()
    return out


def at(row: Pieces, index: int) -> Piece:
    """The piece at this index; an empty one before the first and after the last."""
    return row[index] if 0 <= index < len(row) else NOTHING


def joined(row: Pieces, first: int, after: int) -> str:
    """The pieces as lower-case words with single spaces: the key of phrase tables; empty past either end."""
    return " ".join(piece.lower for piece in row[first:after]) if first >= 0 and after <= len(row) else ""


def is_hyphen(piece: Piece) -> bool:
    return piece.text in ("-", "‑", "‐")


def is_dash(piece: Piece) -> bool:
    return piece.text in ("-", "‑", "‐", "–", "—", "−")

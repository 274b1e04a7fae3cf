"""A sentence cut at its joints, and the pieces put together to clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from newslint.annotate.clauses.vocabulary import (
    AFTER_PARTICIPLE,
    CONJUNCTIONS,
    FINITE,
    IRREGULAR,
    MARKS,
    NO_PARTICIPLE,
    NO_SUBJECT,
    NO_VERB,
    PRESENT,
    RELATIVES,
    SOME,
    SUBORDINATORS,
)
from newslint.annotate.speech.frames import FILLER, TITLE
from newslint.kept.regexes import compiled
from newslint.mentions import ClauseKind
from newslint.spans import Span

_WORD = compiled(
    rf"""[^\W\d_](?:[\w’'.&/-]*\w)? | [$£€]?\d[\d.,]*(?<=\d)\w* | {FILLER}+ | {TITLE}+
    | [,;()\[\]—] | :(?=\s|$) | (?<=\s)[–-](?=\s)""",
    re.VERBOSE,
)
_MOST = 400
"""Words of a sentence that are read; the rest goes with the last clause."""

Group = tuple[ClauseKind, list["Piece"]]

_LINKS = SUBORDINATORS - {"whether", "if"}
_NO_CLAUSE = frozenset(("to", "of", "well", "part", "many", "much", "a", "an", "soon", "long"))  # "as well", "as a doctor"
_MARKS = MARKS | {","}
_JOINING = RELATIVES | SUBORDINATORS | CONJUNCTIONS | {"that"}
_SPOKEN = 20  # characters of a quotation that may well hold a verb
_EARLY = 3  # words within which the verb of a predicate stands: "then also made"


@dataclass
class Piece:
    """A stretch between two joints; ``kind`` says how it is joined, ``verb`` is its first verb's place among its words."""

    first: int
    last: int
    kind: ClauseKind
    verb: int = -1
    joined: bool = False
    """Whether a comma or a mark alone stands before it."""


@dataclass
class Words:
    """The words of a sentence and its marks."""

    starts: list[int]
    ends: list[int]
    lows: list[str]
    capitals: list[bool]

    @classmethod
    def of(cls, text: str, sentence: Span) -> Words:
        found = list(islice(_WORD.finditer(text, sentence.start, sentence.end), _MOST))
        words = [match[0] for match in found]
        starts = [match.start() for match in found]
        ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        return cls(starts, ends, [word.lower() for word in words], [word[0].isupper() for word in words])

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def verb(self, at: int) -> bool:
        """Whether the word here makes a clause: a finite verb, or a participle that may be one."""
        low = self.lows[at]
        if low in FINITE:
            return True
        if self.capitals[at] and at:
            return False
        if low in IRREGULAR or (low.endswith("ed") and len(low) > 3 and low not in NO_VERB):
            before = self.low(at - 1)
            after = self.low(at + 1)
            counted = before in SOME or before[:1].isdigit()
            return not (counted or before in NO_SUBJECT) or (counted and (not after.isalpha() or after in AFTER_PARTICIPLE))
        if low[0] == FILLER:
            return self.ends[at] - self.starts[at] > _SPOKEN
        return low in PRESENT and self.low(at - 1) not in NO_SUBJECT

    def participle(self, at: int) -> bool:
        """Whether a participle that goes with the clause before opens here: ", leaving two dead", ", founded in 1990"."""
        low = self.low(at)
        if self.capitals[at] or low in NO_PARTICIPLE:
            return False
        if low.endswith("ing") and len(low) > 4:
            return True
        return (low.endswith("ed") or low in IRREGULAR) and low not in NO_VERB and self.low(at + 1) in AFTER_PARTICIPLE


def pieces(words: Words, forced: frozenset[int]) -> list[Piece]:
    """The sentence between its joints; ``forced`` are words that one begins at."""
    found: list[Piece] = []
    begin, kind, joined = 0, _opening(words, 0), True
    for at, (before, low) in enumerate(pairwise(words.lows), 1):
        if low not in _JOINING and before not in _MARKS and at not in forced:
            continue
        joint = _joint(words, at)
        if at in forced:
            joint = _opening(words, at), words.low(at - 1) in _MARKS
        if joint is None:
            continue
        found.append(_piece(words, begin, at - 1, kind, joined=joined))
        begin, (kind, joined) = at, joint
    found.append(_piece(words, begin, len(words.lows) - 1, kind, joined=joined))
    return _kept(words, found, forced)


def _opening(words: Words, at: int) -> ClauseKind:
    """How the piece that opens with this word is joined to what is before it."""
    low = words.low(at)
    if (
        low in RELATIVES
        or words.low(at + 1) in ("which", "whom")
        or (words.low(at + 1) == "of" and words.low(at + 2) in ("which", "whom"))
    ):
        return "relative"
    if low in SUBORDINATORS:
        return "subordinate"
    if at < len(words.lows) and words.participle(at):
        return "participle"
    return "main"


def _joint(words: Words, at: int) -> tuple[ClauseKind, bool] | None:
    """Whether a piece begins at this word, how it is joined, and whether marks alone stand before it."""
    low, before = words.lows[at], words.lows[at - 1]
    if low in MARKS or low == ",":
        return None
    if before in MARKS or before == ",":
        return _opening(words, at), True
    if low in RELATIVES and before not in ("of", "in", "on", "at", "to", "for", "with", "by", "from"):
        return "relative", False
    if low == "that" and at + 1 < len(words.lows) and words.verb(at + 1) and words.lows[at + 1] not in PRESENT:
        return "relative", False
    if low in _LINKS and before not in FINITE and not (low == "as" and words.low(at + 1) in _NO_CLAUSE):
        return "subordinate", False
    if low in CONJUNCTIONS - {"then", "so", "yet"}:
        return "main", False
    return None


def _piece(words: Words, first: int, last: int, kind: ClauseKind, *, joined: bool) -> Piece:
    while first <= last and (words.lows[last] in MARKS or words.lows[last] == ","):
        last -= 1
    verb = next((at for at in range(first, last + 1) if words.verb(at)), -1)
    return Piece(first, last, kind, verb, joined)


def _kept(words: Words, found: Sequence[Piece], forced: frozenset[int]) -> list[Piece]:
    """Without the joints that part no clauses: "men and women", "after the match"."""
    kept: list[Piece] = []
    for piece in found:
        loose = not piece.joined and piece.first not in forced
        if kept and loose and kept[-1].verb < 0 and piece.kind == "main" and piece.verb > piece.first + 1:
            kept[-1] = _piece(words, kept[-1].first, piece.last, kept[-1].kind, joined=kept[-1].joined)
        else:
            kept.append(piece)
    whole: list[Piece] = []
    for piece in kept:
        if whole and piece.verb < 0 and piece.kind != "relative" and not piece.joined and piece.first not in forced:
            whole[-1] = _piece(words, whole[-1].first, piece.last, whole[-1].kind, joined=whole[-1].joined)
        else:
            whole.append(piece)
    return [piece for piece in whole if piece.first <= piece.last]


def grouped(words: Words, found: Sequence[Piece], said: Sequence[Span], opens: frozenset[int]) -> Iterator[Group]:
    """The pieces that make up each clause; ``said`` are the words of who says it, at ``opens`` begins what is said."""
    made: list[Group] = []
    waiting: Group | None = None  # what has no verb yet: "The firm", "On Thursday"
    last: Group | None = None
    teller: Span | None = None
    for piece in found:
        start = Span(words.starts[piece.first], words.ends[piece.first])
        within = next((span for span in said if span.overlaps(start)), None)
        if within:
            if within == teller and last:
                last[1].append(piece)
            else:
                made.append(last := ("attribution", [piece]))
                teller = within
        elif piece.verb < 0 and (piece.kind not in ("relative", "participle") or piece.first in opens):
            home = None if piece.first in opens else (waiting if piece.joined else None) or last
            if home:
                home[1].append(piece)
            else:
                made.append(last := ("main", [piece]))
                waiting = last
        elif (
            waiting
            and (piece.first not in opens or piece.verb == piece.first)
            and (piece.kind == "main" or _predicate(words, piece, found))
        ):
            waiting[1].append(piece)
            last, waiting = waiting, None
        else:
            made.append(last := (piece.kind, [piece]))
    yield from made


def _predicate(words: Words, piece: Piece, found: Sequence[Piece]) -> bool:
    """Whether a piece that opens with a past form is what a subject before it did, not what describes that subject."""
    if piece.kind != "participle" or words.lows[piece.first].endswith("ing"):
        return False
    later = (other for other in found if other.first > piece.last)
    return not any(other.kind == "main" and 0 <= other.verb - other.first < _EARLY for other in later)

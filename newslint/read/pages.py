"""Lines of printed pages as paragraphs: by their places, their size, their hyphens and their stops."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from newslint.kept.regexes import compiled
from newslint.mentions import BlockKind

_NUMBER = compiled(r"\W*(?:page|seite|p\.)?\s*\d{1,4}\s*(?:(?:of|/|von|sur)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = compiled(r"\d+")
_HYPHEN = compiled(r"[^\W\d_]{2,}(?:-|\u2010|\u00ad)$")
_LAST_WORD, _FIRST_WORD = compiled(r"[^\W\d_]+(?=\W$)"), compiled(r"[^\W\d_]+")
_ENDED = compiled(r"[.!?:;][\"'”’)\]»]*$")
_ITEM = compiled(r"(?:[-*•‣◦▪●–]|\d{1,2}[.)]|[a-z]\))\s+\S")
_MARK = compiled(r"\s*(?:\d{1,3}|[*†‡])\s*")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\0": ""}
)

NOTE: BlockKind = "list-item"
"""What a note at the foot of a page is called."""

_LETTER_WIDTH = 0.6  # of the size of the type; few letters are wider
_CELL_GAP = 1.5
_MARK_SIZE = 0.75
_NOTE_SIZE = 0.93
_TITLE_SIZE = 1.15
_TITLE = 200
_OTHER_SIZE = 0.06
_WIDE_GAP = 1.25
_INDENT = 0.8
_ROOM, _MUCH_ROOM = 0.93, 0.8
_AROUND, _COLUMN = 8, 4


@dataclass
class Line:
    """A line of a page while it is put together: where it begins, and the size of its type, both in points; ``untold`` are
    letters that nothing says what they are."""

    page: int
    words: str = ""
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    row: bool = False
    untold: int = 0
    _end: float = 0.0

    def add(self, words: str, x: float, y: float, size: float) -> None:
        """Put letters at the end; marks of notes are left out, and a wide gap parts two cells of a table."""
        if not words.strip():
            self.words += " " if words and self.words else ""
            return
        if not self.words.strip():
            self.words, self.x, self.y, self.size = "", x, y, size
        elif size < _MARK_SIZE * self.size and _MARK.fullmatch(words):
            return
        elif x - self._end > _CELL_GAP * size and abs(y - self.y) < size:
            self.words, self.row = f"{self.words.rstrip()}\t", True
        self.words += words.translate(_LIGATURES)
        self._end = x + _LETTER_WIDTH * size * len(words)


Told = tuple[str, BlockKind]


def paragraphs(lines: Sequence[Line]) -> tuple[list[Told], list[str]]:
    """The paragraphs of some pages with their kinds, notes last; and the lines that the pages have for furniture, each once."""
    away = _furniture(lines)
    kept = [line for at, line in enumerate(lines) if at not in away]
    frame = [words for at in sorted(away) if not _NUMBER.fullmatch(words := lines[at].words.strip())]
    # a line that is the same but for the number of the page is one
    furniture = [*{_DIGITS.sub("0", words): words for words in reversed(frame)}.values()][::-1]
    if not kept:
        return [], furniture
    sizes = Counter[float]()
    for line in kept:
        sizes[round(line.size, 1)] += len(line.words)
    usual = sizes.most_common(1)[0][0]
    notes = [*_notes(kept, usual)]
    apart = {id(line) for line in notes}
    body = _joined([line for line in kept if id(line) not in apart], usual)
    return [*body, *((words, NOTE) for words, _ in _joined(notes, usual))], furniture


def _furniture(lines: Sequence[Line]) -> set[int]:
    """The lines at the head or foot of a page that number it, or that other pages have in the same place."""
    rims: list[int] = []
    for _, page in groupby(range(len(lines)), lambda at: lines[at].page):
        order = sorted(page, key=lambda at: -lines[at].y)
        rims += {*order[:2], *order[-2:]} if len(order) > 4 else {order[0], order[-1]}
    places = {at: (_DIGITS.sub("0", lines[at].words.strip()), round(lines[at].y / 4)) for at in rims}
    same = Counter(places.values())
    return {at for at, place in places.items() if same[place] > 1 or _NUMBER.fullmatch(lines[at].words.strip())}


def _notes(lines: Sequence[Line], usual: float) -> Iterator[Line]:
    """The lines in smaller type below all others of their page."""
    for _, group in groupby(lines, lambda line: line.page):
        page = [*group]
        lowest = min((line.y for line in page if line.size >= _NOTE_SIZE * usual), default=0.0)
        yield from (line for line in page if line.size < _NOTE_SIZE * usual and line.y < lowest)


def _joined(lines: Sequence[Line], usual: float) -> Iterator[Told]:
    """The paragraphs of lines in reading order."""
    leading, widths = _leading(lines), [*_widths(lines)]
    known = {word.lower() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.words)}
    held: list[Line] = []
    for line, width in zip(lines, [0, *widths], strict=False):
        if held and _parted(held[-1], line, leading, width):
            yield _told(held, usual, known)
            held = []
        held.append(line)
    if held:
        yield _told(held, usual, known)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, in sizes of their type."""
    gaps = [
        (one.y - two.y) / one.size
        for one, two in pairwise(lines)
        if one.page == two.page and one.size == two.size and 0 < one.y - two.y < 4 * one.size
    ]
    return median(gaps) if gaps else 1.2


def _widths(lines: Sequence[Line]) -> Iterator[int]:
    """For each line the letters of the longest in its column around it."""
    for at, line in enumerate(lines):
        around = lines[max(0, at - _AROUND) : at + _AROUND + 1]
        yield max(len(one.words) for one in around if abs(one.x - line.x) < _COLUMN * line.size)


def _parted(one: Line, two: Line, leading: float, width: int) -> bool:
    """Whether a paragraph ends between two lines; ``width`` is how long the first could have been."""
    if one.row or two.row or abs(one.size - two.size) > _OTHER_SIZE * one.size or _ITEM.match(two.words):
        return True
    ended = _ENDED.search(one.words.strip()) is not None
    goes_on = two.words.lstrip()[:1].islower()
    # the next word would have fitted: whoever wrote it began a new line
    short = len(one.words.strip()) + 1 + len(two.words.split(maxsplit=1)[0]) < (_ROOM if ended else _MUCH_ROOM) * width
    if one.page != two.page or two.y > one.y:  # another column or page
        return ended or (short and not goes_on)
    if one.y - two.y > _WIDE_GAP * leading * one.size:
        return True
    return (ended and (short or two.x - one.x > _INDENT * one.size)) or (short and not goes_on)


def _told(lines: Sequence[Line], usual: float, known: set[str]) -> Told:
    words = ""
    for line in lines:
        words = _with(words, " ".join(line.words.split()), known)
    if any(line.row for line in lines):
        return words, "list-item"
    if lines[0].size > _TITLE_SIZE * usual and len(words) < _TITLE:
        return words, "headline"
    return words, "list-item" if _ITEM.match(words) else "paragraph"


def _with(words: str, line: str, known: Iterable[str]) -> str:
    """The words with one more line; a word that was parted by a hyphen is one again, unless it is written with one elsewhere."""
    if not words:
        return line
    first = _FIRST_WORD.match(line)
    if not _HYPHEN.search(words) or not first or not first[0][:1].islower():
        return f"{words} {line}"
    last = _LAST_WORD.search(words)
    compound = f"{last[0]}-{first[0]}".lower() if last else ""
    return words + line if compound in known and not words.endswith("\u00ad") else words[:-1] + line

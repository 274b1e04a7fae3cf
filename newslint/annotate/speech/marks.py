"""Quotation marks: which marks of a paragraph open, which close, and which are apostrophes or inches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from newslint.kept.regexes import compiled
from newslint.spans import Span

Family = Literal["double", "single", "angle", "corner", "white"]

# Two single marks (''...'' or ``...'') or two commas are how some archives type a double one.
_MARK = compiled(
    r"""(?P<double>``|''(?!')|‘‘|’’|,,(?=[^\W\d_])|["“”„‟＂〝〞〟❝❞″])|(?P<single>['‘’‚‛])|(?P<angle>[«»‹›])
    |(?P<corner>[「」])|(?P<white>[『』])""",
    re.VERBOSE,
)
_FREE_BEFORE = frozenset(" \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200b\u202f([{<–—/:;,*_>|“\"‘'")
_WORD_START = frozenset("$£€¥#@([{…«“\"‘'")
_ALWAYS_OPEN, _ALWAYS_CLOSE = (
    frozenset(("“", "„", "‟", "``", "‘‘", ",,", "〝", "❝", "«", "‹", "「", "『")),
    frozenset(("”", "’’", "〞", "〟", "❞")),
)
_POINTING = frozenset("«‹")
_EAST_ASIAN = frozenset("「『")
_CUT_WORD = compiled(r"(?:\d0s|\d\d|tis|twas|em|til|n|bout|cos)\b", re.IGNORECASE)
_CLIPPED = compiled(r"[sSzZx]$|\w\win$")  # "the players' den", "goin' home"
_FEET = compiled(r"\d\s?['’′]\s?\d{1,2}$")
_REACH = 400  # marks; no quotation holds more, and a page of unclosed marks must not be slow
_WEAK_LIMIT = 8  # words; 'the old boys' network': a mark after "s" may be a possessive, so such a quotation must be short


class Pair(NamedTuple):
    """A quotation in one paragraph: the words, and the words with their marks.

    ``open_end`` says that the closing mark is missing, ``open_start`` that the opening
    one is, because the paragraph goes on with the quotation of the one before.
    """

    span: Span
    outer: Span
    family: Family
    open_end: bool = False
    open_start: bool = False

    def moved(self, by: int) -> Pair:
        return self._replace(span=self.span.moved(by), outer=self.outer.moved(by))


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    family: Family
    opens: bool
    closes: bool


def pairs(text: str, start: int, end: int, *, carried: bool = False) -> Iterator[Pair]:
    """The outermost quotations of the paragraph ``text[start:end]``.

    ``carried`` says that the paragraph before left a quotation open. A mark that is never
    closed reaches to the next opening mark, or to the end of the paragraph.
    """
    marks = list(_marks(text, start, end))
    index = 0
    if carried and marks and marks[0].closes and not marks[0].opens and marks[0].family != "single":
        if text[start : marks[0].start].strip():
            yield Pair(Span(start, marks[0].start), Span(start, marks[0].end), marks[0].family, open_start=True)
        index = 1
    while index < len(marks):
        mark = marks[index]
        if not mark.opens:
            index += 1
            continue
        close = _close_single(text, marks, index) if mark.family == "single" else _close(marks, index)
        if close is not None:
            last = marks[close]
            if words := Span(mark.end, last.start).stripped(text):
                yield Pair(words, Span(mark.start, last.end), mark.family)
            index = close + 1
            continue
        index += 1
        if text[mark.end : mark.end + 1].isspace():  # « Page » in a row of links, not the start of a quotation
            continue
        if mark.family != "single" or (index == 1 and not text[start : mark.start].strip()):
            index = next((k for k in range(index, len(marks)) if marks[k].opens and marks[k].family == mark.family), len(marks))
            words = Span(mark.end, marks[index].start if index < len(marks) else end).stripped(text)
            if words:
                yield Pair(words, Span(mark.start, words.end), mark.family, open_end=True)


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether the paragraph begins with an opening mark."""
    first = next(_marks(text, start, end), None)
    return first is not None and first.opens and not text[start : first.start].strip()


def closing(text: str, start: int, end: int) -> Iterator[Span]:
    """The double and angular marks of the paragraph that can only close."""
    for mark in _marks(text, start, end):
        if mark.closes and not mark.opens and mark.family != "single":
            yield Span(mark.start, mark.end)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    straight, even = 0, text.count('"', start, end) % 2 == 0
    primed = False
    for found in _MARK.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        if found.group() == '"' and before.isdigit() and _FEET.search(text, max(start, found.start() - 8), found.start()):
            continue
        if found.group() == "″":  # inches and seconds, but for one before a word and the next
            if not primed and (before.isalnum() or before in "½¼¾"):
                continue
            primed = not primed
        family = cast(Family, found.lastgroup)
        opens, closes = _single_role(text, found, before, after) if family == "single" else _role(found.group(), before, after)
        if found.group() == '"':
            if even and before.isspace() and after.isspace():  # " spaced ", as some archives print them: every other one opens
                opens, closes = straight % 2 == 0, straight % 2 == 1
            straight += 1
        if opens or closes:
            yield _Mark(found.start(), found.end(), found.group(), family, opens, closes)


def _role(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a double or angular mark may open and may close, given its neighbours."""
    if mark in "「」『』":
        return mark in _EAST_ASIAN, mark not in _EAST_ASIAN
    if mark in "«»‹›":
        return _pointing_role(mark, before, after)
    if mark in _ALWAYS_OPEN:
        wrong_way_round = mark == "“" and not before.isspace() and not after.isalnum()
        return not after.isspace() and not wrong_way_round, wrong_way_round
    opening = before in _FREE_BEFORE and (after.isalnum() or after in _WORD_START)
    if mark in _ALWAYS_CLOSE:
        return opening and mark == "”", True
    return opening, (not before.isspace() or after.isspace()) and not (opening and before not in ",:;/")


def _pointing_role(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """«French», « French » with spaces, or »German«."""
    if mark in _POINTING:
        closes = (before not in _FREE_BEFORE or before == ",") and not after.isalnum()
        return not closes, closes
    opens = before in _FREE_BEFORE and (after.isalnum() or after in _WORD_START)
    return opens, not opens


def _single_role(text: str, found: re.Match[str], before: str, after: str) -> tuple[bool, bool]:
    """The same for a single mark, which is an apostrophe more often than not."""
    opening = (
        found.group() != "’" and before in _FREE_BEFORE and before not in "'-/" and (after.isalnum() or after in _WORD_START)
    )
    if opening and not _CUT_WORD.match(text, found.end()):
        return True, False
    return False, not before.isspace() and not opening and not after.isalnum() and found.group() not in "‚‛"


def _close(marks: list[_Mark], opening: int) -> int | None:
    """The mark that closes a double or angular one; nested pairs of curly marks are stepped over."""
    first, depth = marks[opening], 0
    for index in range(opening + 1, min(len(marks), opening + _REACH)):
        mark = marks[index]
        if mark.family != first.family:
            continue
        if mark.closes:
            if depth == 0:
                return index
            depth -= 1
        elif mark.text == first.text and mark.text not in _ALWAYS_OPEN:
            return None
        else:
            depth += 1
    return None


def _close_single(text: str, marks: list[_Mark], opening: int) -> int | None:
    """The mark that closes a single one: not a possessive, if there is a better one before the next opening."""
    first, weak, inside = marks[opening], None, False
    for index in range(opening + 1, min(len(marks), opening + _REACH)):
        mark = marks[index]
        if mark.family != "single":
            inside = not inside
        elif inside:
            continue
        elif mark.opens:
            break
        elif _CLIPPED.search(text, first.end, mark.start) and text[mark.end : mark.end + 2].strip()[:1].isalnum():
            weak = index if weak is None else weak
        else:
            return index
    if weak is not None and len(text[first.end : marks[weak].start].split()) <= _WEAK_LIMIT:
        return weak
    return None

"""Lines of plain text as paragraphs: a line each, or hard-wrapped lines joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.kept.regexes import compiled
from newslint.spans import Span

LIST_ITEM = compiled(r"(?:[-*•‣◦▪●]|\d{1,2}[.)]|[a-z]\))\s+\S")
QUOTED_LINE = compiled(r">\s?")

PAGE_BREAK = "\f"

_LINE = compiled(r"[^\r\n\f]+")
_LINE_END = compiled(r"\r\n|\r|\n")
_WORD = compiled(r"\S+")
# nobody wraps wider: 72 to 80 is the custom, 100 the longest seen
_WIDEST = 120


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, in order, stripped; a blank line or page break always parts two of them."""
    lines = [Span(match.start(), match.end()).stripped(text) for match in _LINE.finditer(text) if not match[0].isspace()]
    pairs = list(pairwise(lines))
    near = [not _parted(text, one.end, two.start) for one, two in pairs]
    width = _wrapped_at(text, [pair for pair, is_near in zip(pairs, near, strict=True) if is_near])
    if not width:
        return lines
    out = lines[:1]
    for (before, line), is_near in zip(pairs, near, strict=True):
        if is_near and _goes_on(text, before, line, width):
            out[-1] = out[-1].through(line)
        else:
            out.append(line)
    return out


def _parted(text: str, start: int, end: int) -> bool:
    return text.find(PAGE_BREAK, start, end) >= 0 or len(_LINE_END.findall(text, start, end)) > 1


def _wrapped_at(text: str, pairs: Sequence[tuple[Span, Span]]) -> int:
    """The width at which the whole text is wrapped, 0 where a line is a paragraph.

    A line break inside a sentence is mostly followed by a small letter (three words of four
    in English), a break between paragraphs hardly ever.
    """
    broken = [len(one) for one, two in pairs if text[two.start].islower()]
    if not broken or len(broken) < 0.35 * len(pairs) or max(broken) > _WIDEST:
        return 0
    return max(broken)


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph of ``before``, in a text wrapped at ``width``."""
    if text[line.start].islower():
        return True
    if LIST_ITEM.match(text, line.start, line.end) or QUOTED_LINE.match(text, line.start, line.end):
        return False
    word = _WORD.match(text, line.start, line.end)
    # the next word would have fitted: the writer broke the line on purpose
    return len(before) + 1 + len(word[0] if word else "") >= 0.8 * width

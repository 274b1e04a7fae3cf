"""Blocks: the layout of a text, from its markup or guessed from its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.annotate import furniture
from newslint.annotate.lines import LIST_ITEM, QUOTED_LINE, paragraphs
from newslint.document import Document
from newslint.mentions import Block, BlockKind, Ignore
from newslint.spans import Span, masked

_ENDED = re.compile(r"[.!?…:;,][\"'”’)\]»*_]*$")
_STOPPED = re.compile(r"[.…:;,][\"'”’)\]»*_]*$")
_INNER_STOP = re.compile(r"[a-z][.!?]\s")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")

_HEADLINE = 120
_CROSSHEAD = 60
_LINK = 140
_TOP = 8


def blocks(doc: Document) -> tuple[Block, ...]:
    """Every block in order; each character that is no white space lies in exactly one."""
    prose = masked(doc.prose, (ignore.span for ignore in doc.all(Ignore)))
    known = list(_known(doc.markup, prose))
    rest = masked(prose, (block.span for block in known))
    bare = not any(block.kind in ("headline", "paragraph") for block in known)
    guessed = list(_guessed(rest, paragraphs(rest), bare=bare))
    found = sorted([*known, *guessed], key=lambda block: block.start)
    return tuple(_boilerplate_named(prose, found))


def _known(markup: Sequence[Block], prose: str) -> Iterator[Block]:
    """The blocks that the markup names, without white space and without overlap."""
    at = 0
    for block in sorted(markup, key=lambda block: block.start):
        end = min(block.end, len(prose))
        span = Span(min(max(at, block.start), end), end).stripped(prose)
        if span.start < span.end:
            yield Block(span, block.kind)
            at = span.end


def _guessed(text: str, spans: Sequence[Span], *, bare: bool) -> Iterator[Block]:
    """Plain paragraphs as blocks; in a bare text the top is searched for headline, byline and date."""
    top, headline = bare, False
    for i, span in enumerate(spans):
        words = span.of(text)
        kind = _top_kind(words, spans[i + 1 : i + 1 + _TOP], headline=headline) if top and i < _TOP else None
        if kind:
            headline = headline or kind == "headline"
            yield Block(span, kind)
        elif bare and i < _TOP // 2 and (length := furniture.dateline_length(words)):
            yield Block(Span(span.start, span.start + length), "dateline")
            if length < len(words):
                yield Block(Span(span.start + length, span.end).stripped(text), "paragraph")
            top = False
        else:
            top = top and furniture.is_boilerplate(words)
            yield Block(span, _body_kind(text, spans, i, bare=bare))


def _top_kind(words: str, later: Sequence[Span], *, headline: bool) -> BlockKind | None:
    """What a line above the story is, None where the story begins."""
    if furniture.is_date_line(words):
        return "dateline"
    if furniture.is_byline(words):
        return "byline"
    if furniture.is_boilerplate(words) or LIST_ITEM.match(words):
        return None
    longer = any(len(span) > max(len(words), 60) for span in later)
    if longer and _title_like(words, _HEADLINE):
        return "standfirst" if headline else "headline"
    return None


def _title_like(words: str, width: int) -> bool:
    """One short line that is no sentence."""
    return (
        len(words) <= width
        and "\n" not in words
        and words[:1] not in "-–—"
        and not words[:1].islower()
        and not _STOPPED.search(words)
        and not _INNER_STOP.search(words)
        and any(letter.isalpha() for letter in words)
    )


def _body_kind(text: str, spans: Sequence[Span], i: int, *, bare: bool) -> BlockKind:
    words = spans[i].of(text)
    if LIST_ITEM.match(words):
        return "list-item"
    if QUOTED_LINE.match(words):
        return "quote-block"
    if furniture.is_sign_off(words):
        return "byline"
    if furniture.is_caption(words) and not furniture.is_boilerplate(words):
        return "caption"
    if bare and 0 < i < len(spans) - 1 and _title_like(words, _CROSSHEAD) and not _ENDED.search(words):
        # a crosshead stands between two paragraphs; a list of short lines has none of them
        around = (spans[i - 1], spans[i + 1])
        if all(len(span) > 80 and _ENDED.search(span.of(text)) for span in around) and not spans[i - 1].of(text).endswith(":"):
            return "headline"
    return "paragraph"


def _boilerplate_named(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks, with what was left in from a web page named boilerplate."""
    out = list(found)
    links = False
    for i, block in enumerate(found):
        words = block.span.of(text)
        if block.kind not in ("paragraph", "list-item", "caption", "headline"):
            links = False
        elif furniture.is_boilerplate(words):
            out[i] = Block(block.span, "boilerplate")
            links = furniture.opens_links(words)
        elif links and _link_like(words):
            out[i] = Block(block.span, "boilerplate")
        else:
            links = False
    first = _tail_of_links(text, out)
    return [block if i < first else Block(block.span, "boilerplate") for i, block in enumerate(out)]


def _link_like(words: str) -> bool:
    return _title_like(words, _LINK) and any(word.islower() for word in words.split())


def _tail_of_links(text: str, found: Sequence[Block]) -> int:
    """Where the headlines of other stories begin at the foot of this one; past the end for nowhere."""
    first = len(found)
    while first and (found[first - 1].kind == "boilerplate" or (
        found[first - 1].kind in ("paragraph", "headline") and _link_like(found[first - 1].span.of(text)))):
        first -= 1
    lines = [block.span.of(text) for block in found[first:] if block.kind != "boilerplate"]
    if not first or len(lines) < 3 or found[first - 1].span.of(text).endswith(":"):
        return len(found)
    if sum(len(line.split()) for line in lines) < 5 * len(lines):
        return len(found)
    story = set(_CONTENT_WORD.findall(text[: found[first].start].lower()))
    shares = [_shared(line, story) for line in lines]
    # a summary at the foot repeats the words of the story, links bring in others
    return first if sum(shares) < 0.6 * len(shares) and min(shares) < 0.35 else len(found)


def _shared(line: str, story: set[str]) -> float:
    words = _CONTENT_WORD.findall(line.lower())
    return sum(word in story for word in words) / len(words) if words else 1.0

"""Blocks: the layout of a text, from its markup or guessed from its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.annotate import furniture
from newslint.annotate.lines import LIST_ITEM, PAGE_BREAK, QUOTED_LINE, paragraphs
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind, Ignore
from newslint.spans import GONE, Span, masked

_ENDED = compiled(r"[.!?…:;,][\"'”’)\]»*_]*$")
_STOPPED = compiled(r"[.…:;,][\"'”’)\]»*_]*$")
_INNER_STOP = compiled(r"[a-z]{2}(?<!\bvs)[.!?]\s")
_SMALL = compiled(r"[a-z](?![A-Z])")
_LETTER = compiled(r"\S")
_CONTENT_WORD = compiled(r"[^\W\d_]{4,}")

_CREDIT = compiled(r"(?:[—–-]|--)\s?[A-Z][^.!?]{2,80}$")

_HEADLINE = 160
_SECOND_LINE = 120
_STANDFIRST = 250
_SENTENCE = 5
_CROSSHEAD = 60
_LINK = 140
_TOP = 8
_FEWEST_TURNS = 3


def blocks(doc: Document) -> tuple[Block, ...]:
    """Every block in order; each character that is no white space lies in exactly one."""
    prose = masked(doc.prose, (ignore.span for ignore in doc.all(Ignore)))
    known = list(_credited(prose, list(_known(doc.markup, prose))))
    rest = _without(prose, known)
    bare = not any(block.kind in ("headline", "paragraph") for block in known)
    laid_out = sorted([*known, *(Block(span, "paragraph") for span in paragraphs(rest))], key=lambda block: block.start)
    named = _turns_named(prose, list(_named(prose, laid_out, bare=bare)))
    return tuple(_boilerplate_named(prose, list(_plugs_parted(prose, named))))


def _shown(prose: str, span: Span) -> str:
    """The words of a stretch as its reader sees them: on one line where markup is gone from it."""
    words = span.of(prose)
    return " ".join(words.replace(GONE, "").split()) if GONE in words else words


def _length(prose: str, span: Span, shown: int) -> int:
    """How much of a stretch the first ``shown`` letters that a reader sees of it are."""
    letters = len("".join(_shown(prose, span)[:shown].split()))
    return next(islice(_LETTER.finditer(prose, span.start, span.end), letters - 1, None)).end() - span.start


def _known(markup: Sequence[Block], prose: str) -> Iterator[Block]:
    """The blocks that the markup names, without white space and without overlap."""
    at = 0
    for block in sorted(markup, key=lambda block: block.start):
        end = min(block.end, len(prose))
        span = Span(min(max(at, block.start), end), end).stripped(prose)
        if span.start < span.end:
            yield Block(span, block.kind)
            at = span.end


def _credited(prose: str, known: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the line below a block quotation that says whose it is named for what it is."""
    for before, block in zip([None, *known], known, strict=False):
        below = before and before.kind == block.kind == "quote-block"
        yield Block(block.span, "byline") if below and _CREDIT.match(_shown(prose, block.span)) else block


def _without(prose: str, known: Sequence[Block]) -> str:
    """The prose with page breaks in place of these blocks, so that nothing is joined across one."""
    parts, at = [], 0
    for block in known:
        parts += [prose[at : block.start], PAGE_BREAK * len(block.span)]
        at = block.end
    return "".join([*parts, prose[at:]])


def _named(text: str, found: Sequence[Block], *, bare: bool) -> Iterator[Block]:
    """Plain paragraphs by what they are; bare text (without markup) may have its headline at the top, too."""
    top = True
    headline = not bare
    first = next((i for i, block in enumerate(found) if block.kind != "front-matter"), 0)
    for i, block in enumerate(found):
        words = _shown(text, block.span)
        near = top and i < first + _TOP
        if block.kind == "headline" and i == first + 1 and found[first].kind == "headline" and len(words.split()) >= _SENTENCE:
            yield Block(block.span, "standfirst")
        elif block.kind != "paragraph":
            yield block
        elif near and (kind := _top_kind(text, found, i, bare=bare, headline=headline)):
            headline = headline or kind == "headline"
            yield Block(block.span, kind)
        elif (length := furniture.dateline_length(words)) and (i < first + _TOP // 2 or "(" in words[:length]):
            yield from _parted(text, block.span, _length(text, block.span, length))
            top = False
        else:
            top = top and furniture.is_boilerplate(words)
            yield Block(block.span, _body_kind(text, found, i, bare=bare))


def _parted(text: str, span: Span, length: int) -> Iterator[Block]:
    """An agency's dateline and the paragraph that it opens."""
    yield Block(Span(span.start, span.start + length), "dateline")
    if span.start + length < span.end:
        yield Block(Span(span.start + length, span.end).stripped(text), "paragraph")


def _top_kind(text: str, found: Sequence[Block], i: int, *, bare: bool, headline: bool) -> BlockKind | None:
    """What a line above the story is, None where the story begins."""
    words = _shown(text, found[i].span)
    if furniture.is_date_line(words):
        return "dateline"
    if furniture.is_byline(words):
        return "byline"
    if furniture.is_boilerplate(words) or LIST_ITEM.match(words):
        return None
    later = found[i + 1 : i + 1 + _TOP]
    if i and headline and len(words) <= _STANDFIRST and later and _signed(_shown(text, later[0].span)):
        return "standfirst"
    longer = any(len(block.span) > max(len(words), 60) for block in later)
    if bare and longer and _title_like(words, _SECOND_LINE if headline else _HEADLINE):
        return "standfirst" if headline else "headline"
    return None


def _signed(words: str) -> bool:
    """A byline or a date: what stands above it is no part of the story's text."""
    return furniture.is_byline(words) or furniture.is_date_line(words)


def _title_like(words: str, width: int) -> bool:
    """One short line that is no sentence."""
    return (
        len(words) <= width
        and "\n" not in words
        and words[:1] not in "-–—"
        and not _SMALL.match(words)
        and not _STOPPED.search(words)
        and not _INNER_STOP.search(words)
        and any(letter.isalpha() for letter in words)
    )


def _body_kind(text: str, found: Sequence[Block], i: int, *, bare: bool) -> BlockKind:
    words = _shown(text, found[i].span)
    if LIST_ITEM.match(words):
        return "list-item"
    if QUOTED_LINE.match(words):
        return "quote-block"
    if furniture.is_sign_off(words):
        return "byline"
    if furniture.is_caption(words) and not furniture.is_boilerplate(words):
        return "caption"
    return "headline" if bare and _crosshead(text, found, i) else "paragraph"


def _crosshead(text: str, found: Sequence[Block], i: int) -> bool:
    """A short title between two whole paragraphs; a list of short lines has none of them around it."""
    words = _shown(text, found[i].span)
    if not 0 < i < len(found) - 1 or not _title_like(words, _CROSSHEAD) or _ENDED.search(words):
        return False
    above, below = _shown(text, found[i - 1].span), _shown(text, found[i + 1].span)
    return all(len(near) > 80 and _ENDED.search(near) for near in (above, below)) and not above.endswith(":")


def _turns_named(text: str, found: list[Block]) -> list[Block]:
    """The blocks, with the turns of an interview named quotations: they are somebody's own words."""
    speakers = [furniture.speaker(_shown(text, block.span)) if block.kind == "paragraph" else "" for block in found]
    counts = Counter(speakers)
    if sum(count for name, count in counts.items() if name and count > 1) < _FEWEST_TURNS:
        return found
    turns = [i for i, name in enumerate(speakers) if name and counts[name] > 1]
    first = turns[0]
    while first and speakers[first - 1]:  # the first turns may have the names in full, those after it letters
        first -= 1
    # what stands between two of them goes on with the answer
    spoken = range(first, turns[-1] + 1)
    return [
        Block(block.span, "quote-block") if i in spoken and block.kind in ("paragraph", "list-item") else block
        for i, block in enumerate(found)
    ]


def _plugs_parted(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the plugs that were run into the end of a paragraph as blocks of their own."""
    for block in found:
        words = block.span.of(text)
        length = furniture.plug_length(words) if block.kind == "paragraph" and GONE not in words else 0
        if length:
            yield Block(Span(block.start, block.end - length).stripped(text), block.kind)
            yield Block(Span(block.end - length, block.end), "boilerplate")
        else:
            yield block


def _boilerplate_named(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks, with what was left in from a web page named boilerplate."""
    out = list(found)
    links = False
    for i, block in enumerate(found):
        words = _shown(text, block.span)
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
    while first and _no_story(text, found[first - 1]):
        first -= 1
    lines = [_shown(text, block.span) for block in found[first:] if block.kind != "boilerplate"]
    if not first or len(lines) < 3 or _shown(text, found[first - 1].span).endswith(":"):
        return len(found)
    if sum(len(line.split()) for line in lines) < 5 * len(lines):
        return len(found)
    story = set(_CONTENT_WORD.findall(text[: found[first].start].lower()))
    shares = [_shared(line, story) for line in lines]
    # a summary at the foot repeats the words of the story, links bring in others
    return first if sum(shares) < 0.6 * len(shares) and min(shares) < 0.35 else len(found)


def _no_story(text: str, block: Block) -> bool:
    return block.kind == "boilerplate" or (block.kind in ("paragraph", "headline") and _link_like(_shown(text, block.span)))


def _shared(line: str, story: set[str]) -> float:
    words = _CONTENT_WORD.findall(line.lower())
    return sum(word in story for word in words) / len(words) if words else 1.0

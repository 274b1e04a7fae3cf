"""Markdown: the blocks that its lines make, and everything that is not prose blanked."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind
from newslint.read.code import ITEM, LINE, NOTE, code
from newslint.read.decode import decoded
from newslint.read.elements import CODE, mark_quotations
from newslint.read.front_matter import front_matter
from newslint.spans import GONE, Span, blank

_QUOTATION = compiled(
    r"<blockquote\b[^<>]{0,500}>(?P<words>(?:(?!</?blockquote\b).)*)</blockquote\s*>", re.IGNORECASE | re.DOTALL
)
_HEADING = compiled(r" {0,3}(?P<open>#{1,6})(?=\s|$)")
_HEADING_CLOSED = compiled(r"[ \t]#+\s*$")
_UNDERLINE = compiled(r" {0,3}(?:=+|-+)\s*$")
_RULE = compiled(r" {0,3}([-*_])(?:[ \t]*\1){2,}\s*$")
_QUOTE = compiled(r" {0,3}>[ \t]?(?:>[ \t]?)*")
_DEFINITION = compiled(r" {0,3}\[(?P<label>[^\]\r\n]+)\]:[ \t]*(?P<url>\S+)[^\r\n]*")
_ROW = compiled(r"\s*\|.*\|\s*$")
_ROW_RULE = compiled(r"[\s|:-]+$")
_BAR = compiled(r"(?<!\\)\|")
_IMAGES = compiled(r"(?:\s*!\[[^\]\r\n]{0,500}\]\([^()\r\n]{0,2000}\))+\s*")
_EMPHASISED = compiled(r"([*_])(?![*_\s])[^*_\r\n]{3,400}\1\s*")

_COMMENT = compiled(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = compiled(
    r"""
      (?P<escape> \\ (?=[!-/:-@[-`{-~\r\n]) .? )
    | (?P<code> (?<!`)(?P<ticks>`{1,8})(?!`) [^`]{1,500} (?<!`)(?P=ticks)(?!`) )
    | (?P<image> !\[ [^\]\r\n]{0,500} \]
        (?: \( [^()\r\n]{0,2000} (?:\([^()\r\n]{0,500}\)[^()\r\n]{0,500})? \) | \[ [^\]\r\n]{0,200} \] ) )
    | (?P<footnote> \[\^ [^\]\s]{1,100} \] )
    | (?P<autolink> < (?:https?://|mailto:) [^<>\s]{1,2000} > )
    | (?P<coded> <(?P<element>[cC][oO][dD][eE]|kbd|samp|tt)> [^<]{0,500} </(?P=element)> )
    | (?P<tag> </? [A-Za-z][\w-]{0,30} (?:\s[^<>]{0,2000})? /?> )
    | (?P<link> \[ (?P<words> (?: [^\[\]] | \[ [^\[\]]{0,200} \] ){1,500} ) \]
        (?: \( \s? (?P<url> <[^<>\r\n]{0,2000}> | [^\s()]{0,2000} (?:\([^\s()]{0,500}\)[^\s()]{0,500})? )
               (?: \s+ (?:"[^"\r\n]{0,300}"|'[^'\r\n]{0,300}') )? \s? \)
          | \[ (?P<label> [^\]\r\n]{0,200} ) \] ) )
    | (?P<entity> & (?: \#\d{1,7} | \#[xX][\da-fA-F]{1,6} | [A-Za-z]\w{1,30} ) ; )
    """,
    re.VERBOSE | re.DOTALL,
)
_SPOKEN = compiled(r"<(?P<close>/?)[qQ]\b")
_EMPHASIS = compiled(r"\*{1,3}|_{1,3}|~~")
_NOTHING = Block(Span(0, 0), "paragraph")


@dataclass
class _Page:
    """A Markdown text while it is read: its prose so far, its blocks, its links."""

    text: str
    prose: list[str]
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    marks: list[tuple[int, bool]] = field(default_factory=list)

    def mask(self, start: int, end: int, shown: str = "") -> None:
        """Blank a stretch; ``shown``, if it fits, is what a reader sees in its place."""
        self.prose[start:end] = blank(self.text[start:end], GONE)
        if 0 < len(shown) <= end - start and "\n" not in shown and "\r" not in shown:
            self.prose[start : start + len(shown)] = shown


def read(path: Path, raw: bytes) -> Document:
    """The document in a Markdown file."""
    text, encoding = decoded(path, raw)
    return markdown(str(path), text, encoding=encoding)


def markdown(name: str, text: str, *, encoding: str = "utf-8") -> Document:
    """The document of a Markdown text; its prose is as long as the text, line ends in the same places."""
    head = front_matter(name, text)
    page = _Page(text, list(text))
    for comment in _COMMENT.finditer(text, head.end):
        page.mask(comment.start(), comment.end())
    bare = "".join(page.prose)
    page.labels |= {found["label"].casefold(): found["url"] for found in _definitions(bare, head.end)}
    for block in _captioned(bare, _quoted(bare, _blocks(page, bare, head.end))):
        if block.kind != "code":
            _mask_inline(page, bare, block.span)
        if note := NOTE.match(bare, block.span.start, block.span.end):
            page.notes.append((note.end(), block.span.end))
        page.blocks.append(block)
    mark_quotations(page.prose, page.marks)
    meta = {**head.meta, "encoding": encoding, "links": tuple(page.links), "notes": tuple(page.notes)}
    markup = (*head.blocks, *page.blocks)
    return Document(name, text, prose="".join(page.prose), published=head.published, markup=markup, meta=meta)


def _captioned(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a line in italics under a picture is its caption."""
    pictured = False
    for block in blocks:
        words = block.span.of(text)
        images = _IMAGES.match(words)
        rest = words[images.end() :] if images else words
        caption = block.kind == "paragraph" and (pictured or images) and _EMPHASISED.fullmatch(rest)
        yield Block(block.span, "caption") if caption else block
        pictured = images is not None and not rest


def _quoted(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; what stands in a <blockquote> is one of its own, or several."""
    inside = [Span(*found.span("words")) for found in _QUOTATION.finditer(text)]
    for block in blocks:
        at, first = block.start, bisect_right(inside, block.start, key=lambda span: span.end)
        for quotation in islice(inside, first, None) if block.kind in ("paragraph", "list-item") else ():
            if quotation.start >= block.end:
                break
            start, end = max(at, quotation.start), min(block.end, quotation.end)
            yield from _worded(text, Block(Span(at, start), block.kind))
            yield from _worded(text, Block(Span(start, end), "quote-block"))
            at = end
        yield block if at == block.start else Block(Span(at, block.end), block.kind)


def _worded(text: str, block: Block) -> Iterator[Block]:
    if block.span.of(text).strip():
        yield block


def _definitions(text: str, start: int) -> Iterator[re.Match[str]]:
    for line in LINE.finditer(text, start):
        if not NOTE.match(line[0]) and (found := _DEFINITION.match(text, line.start(), line.end())):
            yield found


def _blocks(page: _Page, text: str, start: int) -> Iterator[Block]:
    """The blocks of the text from ``start`` on, their markers blanked."""
    open_block, past = _NOTHING, start
    coded = {span.start: span for span in code(text, start)}
    for line in LINE.finditer(text, start):
        at, end = line.span()
        words = line[0].rstrip("\r\n")
        if at in coded and words:
            yield from _closed(open_block)
            yield Block(coded[at], "code")
            open_block, past = _NOTHING, coded[at].end
        elif at < past:
            continue
        elif open_block.kind == "paragraph" and len(open_block.span) and _UNDERLINE.match(words):
            page.mask(at, end)
            yield Block(open_block.span, "headline")
            open_block = _NOTHING
        elif not words.strip() or _no_prose(page, words, at):
            yield from _closed(open_block)
            open_block = _NOTHING
        elif (alone := _line_blocks(page, words, at)) is not None:
            yield from _closed(open_block)
            yield from alone
            open_block = _NOTHING
        else:
            kind, marker = _marked(words, inside=open_block)
            page.mask(at, at + marker)
            if not words[marker:].strip() or (marker and kind != open_block.kind) or (kind == "list-item" and marker):
                yield from _closed(open_block)
                open_block = _NOTHING
            if words[marker:].strip():
                open_block = Block(open_block.span.through(Span(at, end)) if len(open_block.span) else Span(at, end), kind)
    yield from _closed(open_block)


def _closed(block: Block) -> Iterator[Block]:
    if len(block.span):
        yield block


def _no_prose(page: _Page, words: str, at: int) -> bool:
    """Whether a line is all markup: a rule, the definition of a link; it is blanked then."""
    if _RULE.match(words) or (_DEFINITION.match(words) and not NOTE.match(words)):
        page.mask(at, at + len(words))
        return True
    return False


def _line_blocks(page: _Page, words: str, at: int) -> list[Block] | None:
    """The blocks that a line makes by itself, as a heading or the row of a table; None for any other line."""
    if heading := _HEADING.match(words):
        page.mask(at, at + heading.end())
        if closed := _HEADING_CLOSED.search(words, heading.end()):
            page.mask(at + closed.start(), at + closed.end())
        return [Block(Span(at, at + len(words)), "headline")]
    if _ROW.match(words):
        return list(_cells(page, words, at))
    return None


def _cells(page: _Page, words: str, at: int) -> Iterator[Block]:
    """The cells of a row, each a block; the rule under the head of a table has none."""
    if _ROW_RULE.match(words):
        page.mask(at, at + len(words))
        return
    bars = [bar.start() for bar in _BAR.finditer(words)]
    for bar in bars:
        page.mask(at + bar, at + bar + 1, " ")
    for start, end in pairwise([-1, *bars, len(words)]):
        if words[start + 1 : end].strip():
            yield Block(Span(at + start + 1, at + end), "list-item")


def _marked(words: str, *, inside: Block) -> tuple[BlockKind, int]:
    """The kind that a line's marker names and the marker's length; 0 for a line that goes on."""
    if quote := _QUOTE.match(words):
        return "quote-block", quote.end()
    if note := NOTE.match(words):
        return "list-item", note.end()
    item = ITEM.match(words)
    # a wrapped line may begin with a figure and a full stop; a list in a paragraph begins with 1
    if item and not (len(inside.span) and inside.kind == "paragraph" and (item["number"] or "1") != "1"):
        return "list-item", item.end()
    return inside.kind if len(inside.span) else "paragraph", 0


def _mask_inline(page: _Page, text: str, span: Span) -> None:
    """Blank what stands inside a block: links' targets, images, code, tags, emphasis; entities become letters."""
    for found in _INLINE.finditer(text, span.start, span.end):
        start, end = found.span()
        if found["link"] is not None:
            _mask_link(page, text, found)
        elif found["escape"] is not None:
            page.mask(start, end, found["escape"][1:].strip())
        elif found["entity"] is not None:
            letter = html.unescape(found["entity"])
            page.mask(start, end, letter if letter != found["entity"] else found["entity"])
        elif found["code"] is not None or found["coded"] is not None:
            page.mask(start, end, CODE)
        elif found["tag"] is not None and (spoken := _SPOKEN.match(found["tag"])):
            page.mask(start, end, "“")
            page.marks.append((start, not spoken["close"]))
        elif found["tag"] is not None and found["tag"].lower().startswith("<br"):
            page.mask(start, end, " ")
        else:
            page.mask(start, end)
    _mask_emphasis(page, span)


def _mask_link(page: _Page, text: str, found: re.Match[str]) -> None:
    label = found["label"]
    url = found["url"] if label is None else page.labels.get((label or found["words"]).casefold())
    words = Span(*found.span("words"))
    if url is not None:
        page.mask(found.start(), words.start)
        page.mask(words.end, found.end())
        page.links.append((url.strip("<>"), words.start, words.end))
    _mask_inline(page, text, words)


def _mask_emphasis(page: _Page, span: Span) -> None:
    """Blank marks of emphasis that come in pairs around words, or round letters of one word ("**Adey**emi");
    "s**t" and "5 * 3" stay."""
    prose = "".join(page.prose[span.start : span.end])
    opened: dict[str, int] = {}
    for run in _EMPHASIS.finditer(prose):
        before, after = prose[run.start() - 1 : run.start()], prose[run.end() : run.end() + 1]
        marks, first = run[0], opened.get(run[0])
        if first is not None and before.strip() and _pair(prose, first, run):
            for at in (first, run.start()):
                page.mask(span.start + at, span.start + at + len(marks))
            del opened[marks]
        elif after.strip() and not (before.isalnum() and "_" in marks):  # names in code have underscores
            opened[marks] = run.start()


def _pair(prose: str, first: int, closing: re.Match[str]) -> bool:
    """Whether two runs of marks belong together: round whole words, or round letters and nothing else."""
    whole = not prose[first - 1 : first].isalnum() and not prose[closing.end() : closing.end() + 1].isalnum()
    return whole or ("_" not in closing[0] and prose[first + len(closing[0]) : closing.start()].isalpha())

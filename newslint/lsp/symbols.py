"""The outline of a draft: its blocks, and in them the quotations with who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import DocumentSymbol, FoldingRange, FoldingRangeKind, Location, SymbolInformation, SymbolKind

from newslint.document import Document
from newslint.lsp.client import Client
from newslint.lsp.view import View
from newslint.mentions import Block, BlockKind, Quote, starting
from newslint.spans import GONE, one_line

KINDS: dict[BlockKind, SymbolKind] = {
    "front-matter": SymbolKind.Key,
    "headline": SymbolKind.Class,
    "standfirst": SymbolKind.Interface,
    "byline": SymbolKind.Variable,
    "dateline": SymbolKind.Event,
    "paragraph": SymbolKind.String,
    "quote-block": SymbolKind.Constant,
    "list-item": SymbolKind.Array,
    "caption": SymbolKind.Field,
    "boilerplate": SymbolKind.Null,
    "code": SymbolKind.Function,
}
"""The nearest of the protocol's kinds, which were made for programs; editors show them as icons."""

FIRST_WORDS = 60
"""Letters of a block or quotation that name it."""

SAID = ("speech", "partial")
"""The kinds of quotation that are somebody's words."""


def symbols(view: View, client: Client) -> list[DocumentSymbol] | list[SymbolInformation]:
    """The outline, nested where the editor can show it so."""
    nested = [_block(view, block) for block in view.outcome.draft.reading.all(Block)]
    if client.nested:
        return nested
    return [
        SymbolInformation(Location(view.buffer.uri, one.range), one.name, one.kind, container_name=holder)
        for block in nested
        for one, holder in ((block, None), *((child, block.name) for child in block.children or ()))
    ]


def folds(view: View) -> list[FoldingRange]:
    """The parts of a draft that are not read: its front matter and the furniture under it."""
    blocks = [block for block in view.outcome.draft.all(Block) if block.kind in ("front-matter", "boilerplate", "code")]
    ranges = [view.range(block.span) for block in blocks]
    return [
        FoldingRange(where.start.line, where.end.line, kind=FoldingRangeKind.Region)
        for where in ranges
        if where.start.line < where.end.line
    ]


def _block(view: View, block: Block) -> DocumentSymbol:
    doc = view.outcome.draft.reading
    where = view.range(doc.placed(block.span))
    quotes = [_quote(view, doc, quote) for quote in _quotes(doc, block)]
    return DocumentSymbol(_words(doc, block), KINDS[block.kind], where, where, detail=block.kind, children=quotes)


def _quotes(doc: Document, block: Block) -> Iterator[Quote]:
    return (quote for quote in starting(doc.all(Quote), block.start, block.end) if quote.kind in SAID)


def _quote(view: View, doc: Document, quote: Quote) -> DocumentSymbol:
    who = quote.speaker_name or (quote.speaker.of(doc.text) if quote.speaker else "nobody named")
    where = view.range(doc.placed(quote.outer))
    words = one_line(quote.span.of(doc.text), FIRST_WORDS)
    return DocumentSymbol(f"{one_line(who)}: “{words}”", SymbolKind.Constant, where, where, detail=quote.kind)


def _words(doc: Document, block: Block) -> str:
    return one_line(block.span.of(doc.text).replace(GONE, ""), FIRST_WORDS) or block.kind

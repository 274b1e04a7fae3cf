"""The pieces of the draft's sentences: figures, dates, quotations and names, each with what the sources have of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.align.sentences import Passages
from newslint.align.wording import content
from newslint.comparisons import Comparison, DateMatch, NameMatch, Piece, PieceKind, QuantityMatch, QuoteMatch
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Quantity, Quote, Sentence, Spelling
from newslint.spans import Cover, Span

COMPARED: tuple[tuple[type[Comparison], PieceKind], ...] = (
    (QuantityMatch, "figure"),
    (DateMatch, "date"),
    (QuoteMatch, "quotation"),
)
RUNNING = ("paragraph", "standfirst", "caption", "list-item")
"""Blocks in which a capital says that a word is a name; headlines may have nothing but capitals."""

LARGE = 20
"""The smallest figure that is no likely coincidence, of what is counted and measured."""

_CLOCK = compiled(r"T\d\d:\d\d")
_ADDRESS = compiled(r"(?<![\w.,:/-])(\d+[A-Za-z]?) ((?:[A-Z][\w’'-]+ ?){1,3})")


def compared(dossier: Dossier) -> Iterator[Piece]:
    """What other layers have held against the sources; a figure that is part of a date is that date. The number of a
    house, which counts nothing, is there where a source has it before the same name."""
    days = Cover(match.span for match in dossier.all(DateMatch))
    for layer, kind in COMPARED:
        for match in dossier.all(layer):
            if kind != "figure" or not days.touches(match.span):
                yield Piece(match.span, kind, match.verdict, match.source, match.source_span)
    known = {key: (source.id, place) for source in dossier.sources for key, place in _addresses(source.doc)}
    for key, place in _addresses(dossier.draft):
        if key in known:
            yield Piece(place, "figure", "same", *known[key])


def _addresses(doc: Document) -> Iterator[tuple[tuple[str, str], Span]]:
    """Numbers before a name ("18 Canal Street"): the number and the name, and the place of the number."""
    apart = Cover(one.span for kind in (Quantity, DateMention) for one in doc.all(kind))
    for found in _ADDRESS.finditer(doc.body):
        number = Span(*found.span(1))
        if not apart.touches(number):
            yield (found[1].lower(), found[2].strip()), number


def placing(dossier: Dossier) -> Mapping[Span, bool]:
    """The places of the draft that say what it speaks of, since a figure or a time of a source agrees with them that could
    hardly do so by chance: whether that alone is enough, or a word must be shared besides."""
    found = {}
    for match in dossier.all(DateMatch):
        clock, other = _CLOCK.search(match.date.value), _CLOCK.search(match.other.value if match.other else "")
        if match.verdict == "same" and clock and other and clock[0] == other[0]:
            found[match.span] = True
        elif match.verdict == "same" and match.date.grain in ("day", "time") and not match.date.relative:
            found[match.span] = False
    for figure in dossier.all(QuantityMatch):
        exact = figure.quantity.kind in ("money", "percent", "age", "score") or max(figure.quantity.value) >= LARGE
        if figure.verdict == "same" and exact:
            found[figure.span] = False
    return found | {place: True for _, place in _addresses(dossier.draft)}


def named(dossier: Dossier, passages: Passages) -> Iterator[Piece]:
    """The names of the draft: as a source has them, otherwise, or not at all. Those whose last word a source
    has are there; so is Japan, where a source has "Japanese"."""
    bodies = {source.id: source.doc.body for source in dossier.sources}
    matches = dossier.all(NameMatch)
    starts = [match.start for match in matches]
    for name in _names(dossier.draft):
        inside = matches[bisect_left(starts, name.start) : bisect_left(starts, name.end)]
        differing = next((match for match in inside if match.verdict == "differs"), None)
        stems = [stem for stem, _ in content(dossier.draft.body, name)]
        having = (passages.having(stems) or passages.having(stems[-1:])) if stems else None
        last = name.of(dossier.draft.body).split()[-1]
        if differing:
            yield Piece(name, "name", "differs", differing.source, differing.source_span)
        elif inside and inside[-1].end == name.end and not (having and last in having.span.of(bodies[having.source])):
            yield Piece(name, "name", "unsupported")
        elif having:
            yield Piece(name, "name", "same", having.source, having.span)


def _names(draft: Document) -> Iterator[Span]:
    """Runs of capitals in sentence case, outside quotations and dates; a lone capital that opens a
    sentence is a name where the draft has it elsewhere too."""
    away = [block.span for block in draft.all(Block) if block.kind not in RUNNING]
    apart = Cover([*away, *(quote.outer for quote in draft.all(Quote)), *(date.span for date in draft.all(DateMention))])
    alone = [one for one in draft.all(Spelling) if one.alone and "'s " not in one.printed and not apart.touches(one.span)]
    known = {one.key for one in alone if not one.opening}
    for one in alone:
        if len(one.key) > 1 and (not one.opening or one.key in known or " " in one.printed):
            yield one.span


def by_sentence(pieces: Iterable[Piece], sentences: Sequence[Sentence]) -> Mapping[Span, Sequence[Piece]]:
    """The pieces that reach into each sentence; a quotation of two sentences is a piece of both."""
    ends = [sentence.end for sentence in sentences]
    found: dict[Span, list[Piece]] = defaultdict(list)
    for piece in pieces:
        at = bisect_right(ends, piece.start)
        while at < len(sentences) and sentences[at].start < piece.end:
            found[sentences[at].span].append(piece)
            at += 1
    return found

"""What is behind a draft, sentence by sentence, as plain values: the output of ``newslint sources``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from newslint.comparisons import Alignment, Ground, Origin, Piece, Support, SupportVerdict
from newslint.document import Document, Dossier, Source
from newslint.spans import Span

VERDICTS: tuple[SupportVerdict, ...] = get_args(SupportVerdict)
"""From good to bad, as they are counted and shown."""

Texts = Mapping[str, Document]


def ledger(dossier: Dossier) -> dict[str, Any]:
    """A draft held against its sources, in the shape that ``--format json`` promises; offsets are into the files."""
    dossier = dossier.reading
    draft, texts = dossier.draft, {source.id: source.doc for source in dossier.sources}
    supports = dossier.all(Support) if dossier.sources else ()
    origins = dossier.all(Origin) if dossier.sources else ()
    counts = Counter(support.verdict for support in supports)
    carried = (support for support in supports if support.verdict != "unsupported")
    behind = Counter(source for support in carried for source in {one.source for one in support.passages})
    roots = {origin.source: origin.roots for origin in origins}
    return {
        "id": draft.name,
        "published": _day(draft),
        "counts": {"sentences": len(supports)} | {verdict: counts[verdict] for verdict in VERDICTS},
        "sources": [_source(source, behind[source.id], roots[source.id]) for source in dossier.sources],
        "credited": [_credited(origin, draft) for origin in origins if origin.source is None],
        "origins": _origins(origins),
        "sentences": [_sentence(support, draft, texts) for support in supports],
    }


def _day(doc: Document) -> str | None:
    return str(doc.published) if doc.published else None


def _place(span: Span, doc: Document) -> dict[str, Any]:
    """Where a span of the reading copy stands in the file, and its words there, markup and all."""
    place = doc.placed(span)
    line, column = doc.position(span.start)
    text = place.of(doc.original.text if doc.original else doc.text)
    return {"start": place.start, "end": place.end, "line": line, "column": column, "text": text}


def _source(source: Source, sentences: int, roots: Sequence[str]) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.doc.name,
        "kind": source.kind,
        "outlet": source.outlet or None,
        "url": source.url or None,
        "published": _day(source.doc),
        "translated": source.translated,
        "sentences": sentences,
        "roots": list(roots),
    }


def _credited(origin: Origin, draft: Document) -> dict[str, Any]:
    """An outlet that the draft leans on and nobody supplied, at the place where it is first named."""
    place = next(span for text, span in origin.places if text is None)
    return {"name": origin.voice, "roots": list(origin.roots)} | _place(place, draft)


def _origins(origins: Iterable[Origin]) -> list[dict[str, Any]]:
    """Where the sources have it from in the end: each root with the sources that rest on it."""
    resting: dict[str, list[str]] = defaultdict(list)
    for origin in origins:
        for root in origin.roots if origin.source is not None else ():
            resting[root].append(str(origin.source))
    return [{"name": root, "sources": sources} for root, sources in resting.items()]


def _sentence(support: Support, draft: Document, texts: Texts) -> dict[str, Any]:
    return _place(support.span, draft) | {
        "verdict": support.verdict,
        "score": support.score,
        "passages": [_passage(passage, texts) for passage in support.passages],
        "pieces": [_piece(piece, draft, texts) for piece in support.pieces],
        "grounds": _grounds(support.grounds),
    }


def _passage(passage: Alignment, texts: Texts) -> dict[str, Any]:
    place = _place(passage.source_span, texts[passage.source])
    return {"source": passage.source} | place | {"score": passage.score, "grounds": _grounds(passage.grounds)}


def _piece(piece: Piece, draft: Document, texts: Texts) -> dict[str, Any]:
    there = None
    if piece.source is not None and piece.source_span is not None and piece.verdict != "unsupported":
        there = {"source": piece.source} | _place(piece.source_span, texts[piece.source])
    return _place(piece.span, draft) | {"kind": piece.kind, "verdict": piece.verdict, "passage": there}


def _grounds(grounds: Iterable[Ground]) -> list[dict[str, Any]]:
    return [{"what": ground.what, "weight": ground.weight} for ground in grounds]

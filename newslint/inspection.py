"""What the linter sees in a document, as plain values: the output of ``newslint inspect``."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any

from newslint.document import Document
from newslint.mentions import (
    Attribution,
    Block,
    Claim,
    Clause,
    DateMention,
    Hedge,
    Link,
    Mention,
    Name,
    Quantity,
    Quote,
    Sentence,
)
from newslint.spans import Span


def inspection(doc: Document, layers: Collection[str] | None = None) -> dict[str, Any]:
    """What ``newslint inspect`` promises, in its shape; offsets are into the file.

    ``layers`` are the ones to show, all of ``LAYERS`` where it is None. The model is loaded
    for names alone.
    """
    doc = doc.reading
    head = {"id": doc.name, "published": str(doc.published) if doc.published else None, "language": doc.language}
    shown = {layer: how for layer, how in _ROWS.items() if layers is None or layer in layers}
    return head | {layer: [row(mention, doc) for mention in doc.all(kind)] for layer, (kind, row) in shown.items()}


def _at(span: Span, doc: Document) -> dict[str, Any]:
    place = doc.placed(span)
    return {"start": place.start, "end": place.end}


def _words(span: Span | None, doc: Document) -> dict[str, Any] | None:
    return _at(span, doc) | {"text": _written(span, doc)} if span else None


def _written(span: Span, doc: Document) -> str:
    """The words as the file has them, markup and all."""
    return doc.placed(span).of(doc.original.text if doc.original else doc.text)


def _said(mention: Mention, doc: Document) -> dict[str, Any]:
    return _at(mention.span, doc) | {"text": _written(mention.span, doc)}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _date(date: DateMention, doc: Document) -> dict[str, Any]:
    return _said(date, doc) | {
        "type": date.type,
        "value": date.value,
        "earliest": str(date.earliest) if date.earliest else None,
        "latest": str(date.latest) if date.latest else None,
        "anchored": date.anchored,
    }


def _quantity(quantity: Quantity, doc: Document) -> dict[str, Any]:
    values = [_number(value) for value in quantity.value]
    return _said(quantity, doc) | {
        "value": values[0] if len(values) == 1 else values,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "unit_text": quantity.unit_text(doc.text),
        "noun": quantity.noun,
        "kind": quantity.kind,
        "approximation": quantity.approximation,
    }


def _quote(quote: Quote, doc: Document) -> dict[str, Any]:
    speaker = _words(quote.speaker, doc)
    if speaker:
        speaker["name"] = quote.speaker_name or speaker["text"]
    return _said(quote, doc) | {"kind": quote.kind, "speaker": speaker, "cue": _words(quote.cue, doc)}


def _attribution(attribution: Attribution, doc: Document) -> dict[str, Any]:
    source = _words(attribution.source, doc)
    if source:
        source["name"] = attribution.source_name or source["text"]
    return _at(attribution.span, doc) | {
        "source": source,
        "cue": _words(attribution.cue, doc),
        "content": _words(attribution.content, doc),
        "carried": _words(attribution.carried, doc),
        "kind": attribution.kind,
    }


def _claim(claim: Claim, doc: Document) -> dict[str, Any]:
    return _said(claim, doc) | {"score": round(claim.score, 3), "attributed": claim.attributed, "kinds": list(claim.kinds)}


def _name(name: Name, doc: Document) -> dict[str, Any]:
    return _said(name, doc) | {"label": name.label, "id": name.id, "role": name.role or None, "age": name.age}


def _clause(clause: Clause, doc: Document) -> dict[str, Any]:
    parts = [_words(part, doc) for part in clause.parts]
    return _said(clause, doc) | {"kind": clause.kind, "parts": parts, "attributed": bool(clause.attributions)}


_ROWS: dict[str, tuple[type[Mention], Callable[[Any, Document], dict[str, Any]]]] = {
    "blocks": (Block, lambda block, doc: _at(block.span, doc) | {"kind": block.kind}),
    "sentences": (Sentence, lambda sentence, doc: _at(sentence.span, doc)),
    "dates": (DateMention, _date),
    "quantities": (Quantity, _quantity),
    "quotes": (Quote, _quote),
    "attributions": (Attribution, _attribution),
    "names": (Name, _name),
    "hedges": (Hedge, lambda hedge, doc: _said(hedge, doc) | {"kind": hedge.kind, "scope": _words(hedge.scope, doc)}),
    "claims": (Claim, _claim),
    "clauses": (Clause, _clause),
    "links": (Link, lambda link, doc: _said(link, doc) | {"url": link.url, "title": link.title, "kind": link.kind}),
}
LAYERS = tuple(_ROWS)
"""The layers that ``inspection`` knows, in the order in which it shows them."""

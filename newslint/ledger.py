"""What is behind a draft, sentence by sentence, as plain values: the output of ``newslint sources``.

Support tells where the words of a sentence are; whether they say the same is for the rules that compare. The
ledger joins the two, so that it never calls supported what ``check`` reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from newslint.comparisons import Alignment, Ground, Origin, Piece, Support, SupportVerdict, Verdict
from newslint.document import Document, Source
from newslint.finding import IN_NO_SOURCE, Finding, Outcome, at_least
from newslint.rule import Rule
from newslint.spans import Span

VERDICTS: tuple[SupportVerdict, ...] = get_args(SupportVerdict)
"""From good to bad, as they are counted and shown."""

OF_KIND = {"N": "figure", "D": "date", "P": "name", "Q": "quotation"}
"""The kind of piece that a family of rules speaks of."""

ABOUT_SOURCES = "S"
"""The family of rules that judge the sources as a whole, not what a sentence makes of them."""

Texts = Mapping[str, Document]
Row = dict[str, Any]


def asked(rules: Iterable[Rule]) -> list[Rule]:
    """Of these rules those whose findings the ledger tells."""
    return [rule for rule in rules if rule.check.compares() and not rule.code.startswith(ABOUT_SOURCES)]


def ledger(outcome: Outcome) -> Row:
    """A draft held against its sources, in the shape that ``--format json`` promises; offsets are into the files."""
    dossier = outcome.dossier.reading
    draft, texts = dossier.draft, {source.id: source.doc for source in dossier.sources}
    origins = dossier.all(Origin) if dossier.sources else ()
    said = [one for finding in outcome.findings if at_least(finding.severity, "warning") for one in _said(finding)]
    earlier = {source.id for source in dossier.sources if source.kind == "archive"}
    sentences = [_sentence(support, said, draft, texts, earlier) for support in (dossier.all(Support) if dossier.sources else ())]
    counts = Counter(sentence["verdict"] for sentence in sentences)
    carried = (sentence for sentence in sentences if sentence["verdict"] != "unsupported")
    behind = Counter(source for sentence in carried for source in {one["source"] for one in sentence["passages"]})
    roots = {origin.source: origin.roots for origin in origins}
    return {
        "id": draft.name,
        "published": _day(draft),
        "counts": {"sentences": len(sentences)} | {verdict: counts[verdict] for verdict in VERDICTS},
        "sources": [_source(source, behind[source.id], roots[source.id]) for source in outcome.dossier.sources],
        "credited": [_credited(origin, draft) for origin in origins if origin.source is None],
        "origins": _origins(origins, [source.id for source in outcome.dossier.sources]),
        "sentences": sentences,
        "crashed": [{"rule": rule, "reason": reason} for rule, reason in outcome.crashed],
    }


def _day(doc: Document) -> str | None:
    return str(doc.published) if doc.published else None


def _place(span: Span, doc: Document) -> Row:
    """Where a span of the reading copy stands in the file, and its words there, markup and all."""
    return _at(doc.placed(span), doc)


def _at(place: Span, doc: Document) -> Row:
    """A span of the file as a place: ``doc`` is the reading copy."""
    original = doc.original
    line, column = (original.lines if original else doc.lines).position(place.start)
    text = place.of(original.text if original else doc.text)
    return {"start": place.start, "end": place.end, "line": line, "column": column, "text": text}


def _source(source: Source, sentences: int, roots: Sequence[str]) -> Row:
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


def _credited(origin: Origin, draft: Document) -> Row:
    """An outlet that the draft leans on and nobody supplied, at the place where it is first named."""
    place = next(span for text, span in origin.places if text is None)
    return {"name": origin.voice, "roots": list(origin.roots)} | _place(place, draft)


def _origins(origins: Iterable[Origin], order: Sequence[str]) -> list[Row]:
    """Where the sources have it from in the end: each root with the sources that rest on it, as these were given."""
    resting: dict[str, list[str]] = defaultdict(list)
    roots = {origin.source: origin.roots for origin in origins}
    for source in order:
        for root in roots[source]:
            resting[root].append(source)
    return [{"name": root, "sources": sources} for root, sources in resting.items()]


@dataclass(frozen=True)
class _Said:
    """What a rule has to say of a place of the file; ``message`` is empty where it says it at another place too."""

    finding: Finding
    verdict: Verdict
    span: Span
    message: str


def _said(finding: Finding) -> Iterator[_Said]:
    """A finding that compares, at its place; people named together are in no source each at a place of their own."""
    missing = finding.code in IN_NO_SOURCE
    if finding.code.startswith(ABOUT_SOURCES) or not (missing or any(one.source for one in finding.evidence)):
        return
    yield _Said(finding, "unsupported" if missing else "differs", finding.span, finding.message)
    if missing:
        others = [*finding.reach, *(one.span for one in finding.evidence if one.source is None)]
        yield from (_Said(finding, "unsupported", span, "") for span in others)


def _sentence(support: Support, said: Iterable[_Said], draft: Document, texts: Texts, earlier: Collection[str]) -> Row:
    whole = draft.placed(support.span)
    here = [one for one in said if one.span.overlaps(whole)]
    pieces = _pieces(support, here, draft, texts)
    for piece in pieces:  # an earlier story has much otherwise that is no fault of the draft: the rules judge which
        there = piece["passage"]
        if piece["code"] is None and piece["verdict"] == "differs" and there and there["source"] in earlier:
            piece |= {"verdict": "unsupported", "passage": None}
    verdict = _verdict(support, {one.verdict for one in here})
    told = any(piece["verdict"] == "differs" for piece in pieces)
    return _place(support.span, draft) | {
        "verdict": "partly" if verdict == "differs" and not told else verdict,
        "score": support.score,
        "passages": [_passage(passage, texts) for passage in support.passages],
        "pieces": pieces,
        "grounds": _grounds(support.grounds),
    }


def _verdict(support: Support, found: Collection[Verdict]) -> SupportVerdict:
    """Words that the sources have are not enough where a rule finds them said otherwise, or one of them in no source."""
    if "differs" in found:
        return "differs"
    return "partly" if support.verdict == "supported" and found else support.verdict


def _pieces(support: Support, said: Iterable[_Said], draft: Document, texts: Texts) -> list[Row]:
    """The pieces of a sentence, each with the rule that speaks of it; what a rule says of no single piece is one of its own."""
    pieces = [_piece(piece, draft, texts) for piece in support.pieces]
    for one in said:
        told = {"code": one.finding.code, "message": one.message or None}
        piece = next((piece for piece in pieces if _speaks_of(one, piece)), None)
        if piece is None:
            pieces.append(_found(one, draft, texts) | told)
        else:
            piece.update(told)
    return sorted(pieces, key=lambda piece: (piece["start"], piece["end"]))


def _speaks_of(one: _Said, piece: Row) -> bool:
    same = (piece["kind"], piece["verdict"]) == (OF_KIND.get(one.finding.code[0]), one.verdict)
    return same and piece["code"] is None and one.span.overlaps(Span(piece["start"], piece["end"]))


def _passage(passage: Alignment, texts: Texts) -> Row:
    place = _place(passage.source_span, texts[passage.source])
    return {"source": passage.source} | place | {"score": passage.score, "grounds": _grounds(passage.grounds)}


def _piece(piece: Piece, draft: Document, texts: Texts) -> Row:
    there = None
    if piece.source is not None and piece.source_span is not None and piece.verdict != "unsupported":
        there = {"source": piece.source} | _place(piece.source_span, texts[piece.source])
    return _place(piece.span, draft) | {
        "kind": piece.kind,
        "verdict": piece.verdict,
        "passage": there,
        "code": None,
        "message": None,
    }


def _found(one: _Said, draft: Document, texts: Texts) -> Row:
    """The words that a rule speaks of as a piece, with its first evidence."""
    there = None
    if one.verdict == "differs":
        evidence = next(evidence for evidence in one.finding.evidence if evidence.source is not None)
        there = {"source": evidence.source} | _at(evidence.span, texts[str(evidence.source)])
    return _at(one.span, draft) | {"kind": "finding", "verdict": one.verdict, "passage": there}


def _grounds(grounds: Iterable[Ground]) -> list[Row]:
    return [{"what": ground.what, "weight": ground.weight} for ground in grounds]

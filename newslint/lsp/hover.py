"""What an editor shows over a place of the draft: why something is a finding, or else what the sentence rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import Hover, Position

from newslint.comments import comment
from newslint.document import Document
from newslint.finding import Evidence, Finding, Outcome
from newslint.lsp.client import Client
from newslint.lsp.markup import Markup
from newslint.lsp.view import View
from newslint.manual import address
from newslint.mentions import DateMention, Mention, Quantity
from newslint.report.explained import explained, passage
from newslint.report.lsp import in_marks
from newslint.spans import Span, one_line

MOST = 2
"""How many findings at one place are told in full."""

WHY = 400
"""Letters of a rule's reasons that are told; its page has the rest."""

VERDICTS = {
    "supported": "Supported by",
    "partly": "Supported in part by",
    "differs": "Said otherwise in",
    "unsupported": "No source has this",
}


def hover(view: View, position: Position, client: Client) -> Hover | None:
    """The findings at a position, those told one by one first; over none, a date or figure and the sentence's support."""
    here = view.offset(position)
    paint = Markup(client.markdown)
    found = sorted((one for one in view.within(Span(here, here)) if _holds(one.span, here)), key=_rank)
    if found:
        shown = [*(_told(view, one, paint) for one in found[:MOST]), *(_short(one, paint) for one in found[MOST:])]
        return Hover(paint.content(shown), view.range(found[0].span))
    value = _value(view, here, paint)
    sentence = _sentence(view, here) if view.depth == "all" else None  # the sources have not been asked yet
    parts = [value[0] if value else "", _rests(view, sentence, paint) if sentence else ""]
    if not any(parts):
        return None
    span = value[1] if value else Span(sentence["start"], sentence["end"]) if sentence else Span(here, here)
    return Hover(paint.content([paint.joined(parts)]), view.range(span))


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end or (not span and place == span.start)


def _rank(finding: Finding) -> tuple[bool, int]:
    """One of those told one by one before those under another; then the nearest round the place."""
    return bool(finding.gathered), len(finding.span)


# --- a finding --------------------------------------------------------------------------


def _told(view: View, finding: Finding, paint: Markup) -> str:
    outcome = view.outcome
    rule = outcome.rules.get(finding.rule)
    why = one_line(rule.why, WHY) if rule else ""
    page = paint.link("more", address(rule)) if rule else ""
    return paint.joined(
        [
            _short(finding, paint),
            *(_evidence(outcome, one, paint) for one in finding.evidence),
            *_grounds(outcome, finding, paint),
            f"{why} {page if paint.rich else ''}".strip(),
            f"To silence it: {paint.code(_silenced(outcome, finding))}",
        ]
    )


def _short(finding: Finding, paint: Markup) -> str:
    sure = "" if finding.confidence == "high" else f", {finding.confidence} confidence"
    under = "; told with another finding" if finding.gathered else ""
    return f"{paint.bold(finding.code)} {paint.plain(finding.message)} ({finding.rule}, {finding.severity}{sure}{under})"


def _evidence(outcome: Outcome, evidence: Evidence, paint: Markup) -> str:
    """The sentence round a piece of evidence, its words set off."""
    doc = outcome.document(evidence)
    before, words, after = passage(doc, evidence.span)
    set_off = f"{paint.plain(before)}{paint.bold(words)}{paint.plain(after)}"
    return paint.quoted(
        set_off, _place(doc, evidence.span, paint) + (paint.plain(f" ({evidence.note})") if evidence.note else "")
    )


def _place(doc: Document, span: Span, paint: Markup) -> str:
    line, column = doc.lines.position(span.start)
    return paint.file(f"{doc.name}:{line}:{column}", doc.path, line)


def _grounds(outcome: Outcome, finding: Finding, paint: Markup) -> Iterator[str]:
    for label, place, words in explained(outcome, finding):
        if label == "nearest":
            yield paint.quoted(paint.plain(words), paint.plain(f"the nearest passage, {place}")) if place else paint.plain(words)
    because = [words for label, _, words in explained(outcome, finding) if label == "because"]
    if because:
        yield paint.plain(f"Because {'; '.join(because)}.")


def _silenced(outcome: Outcome, finding: Finding) -> str:
    return " ".join(comment(finding, outcome.draft, "why").text.split())


# --- a sentence without one ---------------------------------------------------------------


def _sentence(view: View, place: int) -> dict[str, Any] | None:
    rows = view.ledger["sentences"] if view.outcome.dossier.sources else ()
    return next((row for row in rows if row["start"] <= place < row["end"]), None)


def _rests(view: View, row: dict[str, Any], paint: Markup) -> str:
    """What a sentence rests on: the passages that carry it, the best first."""
    docs = {source.id: source.doc for source in view.outcome.dossier.sources}
    if row["verdict"] == "unsupported":
        return paint.plain(f"{VERDICTS['unsupported']}.")
    places = [(docs[one["source"]], Span(one["start"], one["end"]), one["text"]) for one in row["passages"]]
    head = ", ".join(dict.fromkeys(_place(doc, span, paint) for doc, span, _ in places))
    missing = [
        in_marks(piece["text"]) for piece in row["pieces"] if piece["kind"] != "words" and piece["verdict"] == "unsupported"
    ]
    return paint.joined(
        [
            f"{VERDICTS[row['verdict']]} {head}",
            *(paint.quoted(paint.plain(" ".join(text.split())), _place(doc, span, paint)) for doc, span, text in places),
            paint.plain(f"In no source: {', '.join(missing)}.") if missing else "",
        ]
    )


# --- dates and figures --------------------------------------------------------------------


def _value(view: View, place: int, paint: Markup) -> tuple[str, Span] | None:
    """What a date or a figure at a place was read as."""
    doc = view.draft.reading
    for kind, told in ((DateMention, _date), (Quantity, _figure)):
        mentions: tuple[Mention, ...] = doc.all(kind)
        for mention in mentions:
            span = doc.placed(mention.span)
            if span.start <= place < span.end and (words := told(mention, doc)):
                return f"{paint.bold(in_marks(span.of(view.buffer.text)))}: {paint.plain(words)}", span
    return None


def _date(date: Any, doc: Document) -> str:
    if date.fault:
        return str(date.fault)
    if date.earliest is None or date.latest is None:
        return "not resolved: the draft has no date of publication" if date.relative and not doc.published else ""
    days = str(date.earliest) if date.earliest == date.latest else f"{date.earliest} to {date.latest}"
    return f"{days}, reckoned from {doc.published}" if date.relative and doc.published else days


def _figure(quantity: Any, doc: Document) -> str:
    low, high = (None if one is None else f"{one.normalize():,f}" for one in (quantity.low, quantity.high))
    values = " to ".join(f"{value.normalize():,f}" for value in quantity.value)
    unit = quantity.unit or quantity.noun or ""
    wide = low != high or len(quantity.value) > 1
    bounds = f"; the wording allows {low or 'anything'} to {high or 'anything above'}" if wide and quantity.approximation else ""
    return f"{values} {unit}".strip() + (f" per {quantity.per}" if quantity.per else "") + bounds

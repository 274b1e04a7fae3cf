"""Edits that only a person may choose: the wording of the source, and a place to say who says so.

They are made of what a source has, or leave a mark that ``leftover-mark`` finds; nobody is invented.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import escape

from newslint.comparisons import Alignment
from newslint.document import Document
from newslint.finding import Edit, Evidence, Finding, Fix, Outcome
from newslint.mentions import Attribution, DateMention, Sentence
from newslint.report.explained import passage
from newslint.spans import Span, one_line

WORDINGS = frozenset({"D201", "N201", "P201", "Q201"})
"""Codes of findings whose words can stand in each other's place."""

NOBODY_SAYS = frozenset({"A101", "A102", "A106", "A201", "A202"})
QUOTED_BY_NOBODY = "Q103"

WHO = "[SOURCE?]"
"""What stands for a name that is to be found out."""

NEAR = 0.5
"""Likeness of a passage from which who tells it there may be the one."""

MARKED_UP = (".html", ".htm", ".xhtml")

_NAMED = ("named", "body", "document")
_MARKS = "\"“”„«»‘’'"
_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_ACCORDING = "according to "


def offers(outcome: Outcome, finding: Finding) -> Iterator[Fix]:
    """What may be put in a finding's place or behind it."""
    if finding.code in WORDINGS:
        yield from _wording(outcome, finding)
    if finding.code in NOBODY_SAYS:
        yield from _attribution(outcome, finding)
    if finding.code == QUOTED_BY_NOBODY:
        yield from _speaker(outcome, finding)


def _wording(outcome: Outcome, finding: Finding) -> Iterator[Fix]:
    evidence = next((one for one in finding.evidence if one.source is not None), None)
    if evidence is None or _relative(outcome, evidence):
        return
    text, doc = outcome.draft.text, outcome.document(evidence)
    read = passage(doc, evidence.span)[1]
    span = _inside(finding.span, text)
    ours, theirs = span.of(text), " ".join(_inside(Span(0, len(read)), read).of(read).split())
    if finding.code == "N201" and ours[:1].isupper():
        theirs = theirs[:1].upper() + theirs[1:]
    if theirs and theirs != ours and not set(theirs) & set('"“”„«»'):
        where = f"{doc.name}:{doc.lines.position(evidence.span.start)[0]}"
        written = escape(theirs, quote=False) if outcome.draft.name.endswith(MARKED_UP) else theirs
        yield Fix((Edit(span, written),), f"Write “{one_line(theirs)}”, as {where} has it, for “{one_line(ours)}”")


def _relative(outcome: Outcome, evidence: Evidence) -> bool:
    """Whether the words mean another day in another text: "on Friday"."""
    doc = outcome.document(evidence).reading
    return any(date.relative and doc.placed(date.span).overlaps(evidence.span) for date in doc.all(DateMention))


def _inside(span: Span, text: str) -> Span:
    """Without the quotation marks at either end, and the comma or stop beside them."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    end = len(words.rstrip(_MARKS))
    end -= end < len(words) and words[:end].endswith((",", "."))
    return Span(start, max(start, span.start + end))


def _attribution(outcome: Outcome, finding: Finding) -> Iterator[Fix]:
    who, where = _teller(outcome, finding)
    words = f"{_ACCORDING}{who}"
    title = f"Add “, {words}”" + (f", as {where} has it" if where else "")
    found = finding.span.of(outcome.draft.text)
    if where and found.startswith(_ACCORDING):
        yield Fix((Edit(finding.span, words),), f"Write “{words}”, as {where} has it")
        return
    at = _before_the_stop(outcome.draft, finding.span)
    if at is not None:
        yield Fix((Edit(Span(at, at), f", {words}"),), title)


def _before_the_stop(draft: Document, span: Span) -> int | None:
    """Where the sentence of a span ends but for its stop; None where its last words are quoted."""
    reading = draft.reading
    sentence = _sentence(reading, max(span.start, span.end - 1))
    if sentence is None:
        return None
    words = sentence.span.of(reading.text)
    end = sentence.start + len(words.rstrip(".!?… "))
    if words[-1:] in _MARKS or reading.text[end - 1] in _MARKS or end <= sentence.start:
        return None
    return reading.placed(Span(end - 1, end)).end


def _sentence(reading: Document, place: int) -> Sentence | None:
    """The sentence round a place of the file."""
    sentences = reading.all(Sentence)
    at = bisect_right(sentences, place, key=lambda one: reading.placed(one.span).start) - 1
    return sentences[at] if at >= 0 and place < reading.placed(sentences[at].span).end else None


def _teller(outcome: Outcome, finding: Finding) -> tuple[str, str]:
    """Who says it in a source, and where; a mark where no source names anybody."""
    for evidence in finding.evidence:
        if evidence.source is not None:
            return _named(outcome, evidence.source, evidence.span)
    reading = outcome.dossier.reading
    here = _sentence(reading.draft, finding.span.start)
    if here is not None and outcome.dossier.sources:
        near = (one for one in reading.all(Alignment) if one.span == here.span and one.score >= NEAR)
        best = max(near, key=lambda one: one.score, default=None)
        if best:
            doc = next(source.doc for source in reading.sources if source.id == best.source)
            return _named(outcome, best.source, doc.placed(best.source_span))
    return WHO, ""


def _named(outcome: Outcome, source: str, place: Span) -> tuple[str, str]:
    """Who is named by an attribution of a source that has its cue or its source at this place of the file."""
    doc = next(one.doc for one in outcome.dossier.sources if one.id == source)
    reading = doc.reading
    for told in reading.all(Attribution):
        if told.source and told.kind in _NAMED and reading.placed(told.cue.through(told.source)).overlaps(place):
            words = one_line(told.source.of(reading.text))
            name = told.source_name if words.lower() in _PRONOUNS else words
            if name and name.lower() not in _PRONOUNS:
                return _mid_sentence(name), f"{doc.name}:{doc.lines.position(reading.placed(told.source).start)[0]}"
    return WHO, ""


def _mid_sentence(name: str) -> str:
    """A name as it stands within a sentence: "the council"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("The", "A", "An") else name


def _speaker(outcome: Outcome, finding: Finding) -> Iterator[Fix]:
    text, end = outcome.draft.text, finding.span.end
    stopped = text[end - 2 : end - 1] == "." and text[end - 1 : end] in set(_MARKS)
    edits = (Edit(Span(end - 2, end - 1), ","), Edit(Span(end, end), f" {WHO} said.")) if stopped else ()
    yield Fix(edits or (Edit(Span(end, end), f" {WHO} said"),), f"Add “{WHO} said”")

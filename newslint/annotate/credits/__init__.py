"""Document -> credits: where a text leans on an outlet or an agency."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newslint.annotate.credits.named import Named, named, only_describes
from newslint.annotate.credits.vocabulary import AFTER, BEFORE, LISTED, REPORTS, TAGGED, TAGS, TOLD
from newslint.document import Document
from newslint.facts import Facts
from newslint.facts.outlets import Outlets
from newslint.mentions import Attribution, Block, Credit, CreditForm, Sentence
from newslint.spans import Span

_REACH = 90
"""Characters before a name that may say how it is credited."""

_BUCKET = 64
"""Characters that one entry of the index of sources stands for."""


def credited(doc: Document) -> tuple[Credit, ...]:
    """Every credit outside quotation marks, in text order."""
    outlets = next(iter(doc.all(Facts)), Facts()).outlets
    found: dict[Span, Credit] = {}
    sentences = [sentence.span for sentence in doc.all(Sentence)]
    said = _sayings(doc)
    before: Credit | None = None
    for name in named(doc.body, outlets):
        if doc.quoted(name.span):
            continue
        sentence = _around(sentences, name.span)
        credit = _tagged(doc, name) or _attributed(doc, name, said) or _beside(doc.body, name, sentence, before)
        if credit:
            found[credit.span] = before = credit
    for credit in _pronouns(doc, outlets):
        found.setdefault(credit.span, credit)
    return tuple(_with_cited(sorted(found.values(), key=lambda credit: credit.span), sentences))


def _sayings(doc: Document) -> Mapping[int, list[Attribution]]:
    """The attributions with a source, by where in the text it stands."""
    buckets: dict[int, list[Attribution]] = {}
    for attribution in doc.all(Attribution):
        if attribution.source:
            for bucket in range(attribution.source.start // _BUCKET, attribution.source.end // _BUCKET + 1):
                buckets.setdefault(bucket, []).append(attribution)
    return buckets


def _attributed(doc: Document, name: Named, said: Mapping[int, list[Attribution]]) -> Credit | None:
    """A source that is nothing but this outlet: "the Guardian reported", "according to the state-run KCNA news agency"."""
    for attribution in said.get(name.span.start // _BUCKET, ()):
        source = attribution.source
        if source and source.overlaps(name.span):
            whole = source.through(name.span)
            before, after = Span(whole.start, name.span.start), Span(name.span.end, whole.end)
            if only_describes(f"{before.of(doc.body)} {after.of(doc.body)}"):
                heard = name.span.start >= attribution.cue.end and TOLD.search(attribution.cue.of(doc.body))
                form = "told" if heard else _form(attribution.cue.of(doc.body))
                return _credit(name, form, attribution.cue.through(name.span))
    return None


def _form(cue: str) -> CreditForm:
    low = cue.lower()
    if low.startswith(("according", "per")):
        return "according"
    if low.startswith(("citing", "quoting")):
        return "cited"
    return "reported" if REPORTS.search(low) else "said"


def _beside(text: str, name: Named, sentence: Span, before: Credit | None) -> Credit | None:
    """What the words next to the name say: "told the BBC", "via The Guardian", "an interview with Bild"."""
    start = max(sentence.start, name.span.start - _REACH)
    words = text[start : name.span.start]
    for form, cue in BEFORE:
        found = cue.search(words)
        if found and only_describes(found["rest"]):
            at = start + found.start() + (0 if words[found.start()].isalnum() else 1)
            return _credit(name, form, Span(at, name.span.end))
    after = AFTER.match(text, name.span.end, min(sentence.end, name.span.end + _REACH))
    if after and only_describes(re.split(r"[,\s]+(?=\S+$)", after[0])[0]):
        return _credit(name, "reported", Span(name.span.start, after.end()))
    if before and before.span.end <= name.span.start and LISTED.fullmatch(text, before.span.end, name.span.start):
        return _credit(name, before.form, before.phrase.through(name.span))
    return None


def _credit(name: Named, form: CreditForm, phrase: Span) -> Credit:
    return Credit(name.span, name.name, name.kind, name.root, form, phrase.through(name.span))


def _tagged(doc: Document, name: Named) -> Credit | None:
    """An agency or outlet in a byline or dateline, in a credit line, or in brackets at the end of a line."""
    text, span = doc.body, name.span
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1
    opens = start > 0 or span.start <= _REACH
    names = [tag.match(text, start) for tag in TAGS] if opens else []
    named_there = any(tag and tag.start("at") <= span.start and span.end <= tag.end("at") for tag in names)
    bracketed = text[span.start - 1 : span.start] == "(" and bool(re.match(r"\)\s*(?:\n|$)", text[span.end : span.end + 3]))
    if named_there or bracketed or TAGGED.search(text[max(start, span.start - _REACH) : span.start]) or _in_byline(doc, span):
        return _credit(name, "tag", span)
    return None


def _in_byline(doc: Document, span: Span) -> bool:
    blocks = doc.all(Block)
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return at >= 0 and blocks[at].kind == "byline" and span.end <= blocks[at].end


def _pronouns(doc: Document, outlets: Outlets) -> Iterator[Credit]:
    """Where "it" reports something and is an outlet that was named before."""
    for attribution in doc.all(Attribution):
        source = attribution.source
        if source and source.of(doc.body).lower() == "it" and (outlet := outlets.named(attribution.source_name)):
            name = Named(source, outlet.name, outlet.kind, outlet.state or outlet.name)
            yield _credit(name, _form(attribution.cue.of(doc.body)), source.through(attribution.cue))


def _around(sentences: Sequence[Span], span: Span) -> Span:
    """The sentence round a span."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[at] if at >= 0 and sentences[at].end >= span.end else span


def _with_cited(found: Sequence[Credit], sentences: Sequence[Span]) -> Iterator[Credit]:
    """Each credit with those that it cites in the same sentence: "the Guardian reported, citing KCNA"."""
    for at, credit in enumerate(found):
        cited: list[Credit] = []
        sentence = _around(sentences, credit.span)
        if credit.form in ("reported", "said", "according", "carried", "via"):
            for other in found[at + 1 : at + 6]:
                if other.form != "cited" or other.span.end > sentence.end:
                    break
                cited.append(other)
        roots = tuple(dict.fromkeys(other.root for other in cited if other.root != credit.root))
        if roots:
            phrase = credit.span.through(credit.phrase).through(cited[-1].span)
            credit = replace(credit, cites=roots, phrase=phrase)
        yield credit

"""Outlets and pages that a draft credits and that nobody gave as a source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document, Source
from newslint.facts.outlets import goes_by
from newslint.finding import Evidence
from newslint.mentions import Credit, CreditForm, Link, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import content_words, folded

_Theirs = tuple[Source, Credit, frozenset[str]]
_MOST = 50
"""Credits of one outlet in the sources that one of the draft's is held against."""

_CREDITED: frozenset[CreditForm] = frozenset({"reported", "according", "via", "carried", "told"})


@dataclass(frozen=True)
class CreditedMissing(Check):
    """An outlet that is credited, or a page linked to, though its text is none of the sources; each once.

    It is among them by its name or the initials of that, its address, the tag that opens its text, or the id or
    file of a source. The case ``passed-on`` is one
    that a source credits too, so that its text shows at least how it was used; a credit that a source
    gives for the same thing passes (``shared`` is the part of its words that must be the same), and so do agencies and the
    media of a state that a source credits anywhere, since their copy is handed on. ``ours`` are the house's own.
    """

    name: ClassVar[str] = "credited-missing"
    needs: ClassVar[tuple[type, ...]] = (Credit, Link, Sentence, Source)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"outlet"}),
        "passed-on": frozenset({"outlet", "source"}),
        "link": frozenset({"page"}),
        "footnote": frozenset({"page"}),
    }

    ours: frozenset[str] = frozenset()
    shared: float = 0.3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        seen = {folded(known.name if (known := ctx.facts.outlets.named(name)) else name) for name in self.ours}
        theirs: defaultdict[str, list[_Theirs]] = defaultdict(list)
        for source in ctx.sources:
            for credit in source.doc.all(Credit):
                theirs[folded(credit.root)].append((source, credit, _about(source.doc, credit)))
        for credit in ctx.draft.all(Credit):
            key = folded(credit.name)
            if credit.form not in _CREDITED or key in seen:
                continue
            others = theirs.get(folded(credit.root), [])
            if any(other.kind != "outlet" for _, other, _ in others[:1]) or self._given(credit, ctx):
                seen.add(key)
                continue
            mine = _about(ctx.draft, credit)
            if any(_same(mine, about, self.shared) for _, _, about in others[:_MOST]):
                continue
            seen.add(key)
            slots = {"outlet": credit.name}
            if others:
                source, other, _ = others[0]
                evidence = (Evidence(source.id, other.phrase, f"leans on {credit.name} itself"),)
                yield Match(credit.span, {**slots, "source": source.id}, case="passed-on", evidence=evidence)
            else:
                yield Match(credit.span, slots)
        yield from self._links(ctx, seen)

    def _given(self, credit: Credit, ctx: RuleContext) -> bool:
        """Whether the outlet itself is one of the sources."""
        return any(_is(source, credit.name, ctx) for source in ctx.sources)

    def _links(self, ctx: RuleContext, seen: set[str]) -> Iterator[Match]:
        """Pages that are no source's; one of each outlet or site."""
        addresses = {Link(Span(0, 0), source.url, "", "link").address for source in ctx.sources if source.url}
        for link in ctx.draft.all(Link):
            if not link.page or link.address in addresses:
                continue
            outlet = ctx.facts.outlets.at(link.url)
            key = folded(outlet.name) if outlet else link.address.partition("/")[0]
            if key not in seen and not (outlet and any(_is(source, outlet.name, ctx) for source in ctx.sources)):
                seen.add(key)
                yield Match(link.span, {"page": link.address}, case="footnote" if link.kind == "footnote" else "link")


def _is(source: Source, name: str, ctx: RuleContext) -> bool:
    """Whether a source is from this outlet: by what its manifest says, its address, its id or its file."""
    outlets = ctx.facts.outlets
    wanted = outlets.named(name)
    stem = source.doc.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    given = (source.outlet, source.id, stem)
    if goes_by(source, name):
        return True
    if wanted and (wanted == outlets.at(source.url) or any(outlets.named(word) == wanted for word in given if word)):
        return True
    known = {folded(other.removeprefix("The ")) for other in ((wanted.name, *wanted.also) if wanted else (name,))}
    return any(len(other) > 3 and other in folded(word) for other in known for word in given)


def _about(doc: Document, credit: Credit) -> frozenset[str]:
    """The content of the sentence of a credit, without the words that credit."""
    sentences = doc.all(Sentence)
    at = bisect_right(sentences, credit.start, key=lambda sentence: sentence.start) - 1
    sentence = sentences[at].span if at >= 0 else credit.span
    before, after = Span(sentence.start, min(sentence.end, credit.phrase.start)), Span(credit.phrase.end, sentence.end)
    words = f"{before.of(doc.body)} {after.of(doc.body)}" if credit.phrase.end <= sentence.end else before.of(doc.body)
    return frozenset(word[:5] for word in content_words(words))


def _same(one: frozenset[str], other: frozenset[str], share: float) -> bool:
    """Whether two sentences speak of the same, by their content."""
    both = len(one & other)
    return both >= 3 and both >= share * min(len(one), len(other))

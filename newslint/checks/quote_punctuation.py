"""Quotation marks without their other half, and stops on the wrong side of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.document import Document
from newslint.finding import Edit, Evidence, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Quote, QuoteStop, Slip
from newslint.pieces import places
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_INTRO = compiled(r"[,:]\s$")
_BROKEN_OFF = compiled(r"\s[^.!?:“\"'‘\n]{3,60},\s[\"“'‘]")
_FEW = 3  # one in so many is a slip, more are a way of setting
_WHERE = {True: "inside", False: "outside"}
_AMERICAN = compiled(
    r"\b\w{3,}(?:iz(?:ed?|es|ing|ations?)|lyz(?:ed?|ing))\b|\b(?:colou?r|favou?r|labou?r|honou?r)\w*\b|\bdefen[cs]e\b|\bcent(?:er|re)s?\b"
)
_BRITISH = compiled(r"our|ence$|ntre")


@dataclass(frozen=True)
class QuotePunctuation(Check):
    """Marks that are missing, and the two ways to put a stop beside a closing mark.

    American copy keeps commas and full stops inside the marks, British copy puts them outside a
    quoted part of a sentence. ``punctuation`` is the house's way (us or uk); without one the
    draft's own is taken, which most of its quotations show. ``intro`` is the mark before a quoted sentence
    (colon or comma). ``multi_paragraph: open-each`` wants a mark before each paragraph of a quotation.
    """

    name: ClassVar[str] = "quote-punctuation"
    needs: ClassVar[tuple[type, ...]] = (Quote, QuoteStop, Slip)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "unclosed": frozenset(),
        "unopened": frozenset(),
        "unreopened": frozenset(),
        "unstopped": frozenset(),
        "unstopped-said": frozenset(),
        "unparted": frozenset(),
        "mixed": frozenset({"here", "there"}),
        "house": frozenset({"here", "there"}),
        "intro": frozenset({"mark"}),
    }

    punctuation: Literal["us", "uk", "any"] = "any"
    intro: Literal["colon", "comma", "any"] = "any"
    multi_paragraph: Literal["open-each", "any"] = "open-each"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for slip in ctx.draft.all(Slip):
            if slip.kind != "unreopened" or self.multi_paragraph == "open-each":
                yield Match(slip.span, case="unstopped-said" if slip.cue else slip.kind, fix=_stop(slip) if slip.cue else None)
        stops = ctx.draft.all(QuoteStop)
        yield from self._against_house(stops, ctx.draft.text) if self.punctuation != "any" else _mixed(ctx.draft, stops)
        if self.intro != "any":
            yield from self._introduced(ctx.draft.text, ctx.draft.all(Quote))

    def _against_house(self, stops: Sequence[QuoteStop], text: str) -> Iterator[Match]:
        inside = self.punctuation == "us"
        for stop in stops:
            if stop.inside != inside and (inside or stop.fragment):
                slots = {"here": _WHERE[stop.inside], "there": _WHERE[inside]}
                yield Match(stop.span, slots, case="house", fix=_moved(stop, text))

    def _introduced(self, text: str, quotes: Sequence[Quote]) -> Iterator[Match]:
        wanted = {"colon": ":", "comma": ","}[self.intro]
        for quote in quotes:
            before = _INTRO.search(text, max(0, quote.outer.start - 2), quote.outer.start)
            sentence = quote.kind == "speech" and text[quote.start].isupper()
            if sentence and before and quote.cue and quote.cue.end == before.start() and before.group()[0] != wanted:
                yield Match(Span(before.start(), before.start() + 1), {"mark": self.intro}, case="intro")


def _moved(stop: QuoteStop, text: str) -> Fix:
    """The stop put on the other side of the closing mark."""
    said, closed = stop.quote.end, stop.quote.outer.end
    if stop.inside:
        edit = Edit(Span(said - 1, closed), text[said:closed] + text[said - 1])
    else:
        edit = Edit(Span(said, closed + 1), text[closed] + text[said:closed])
    plain = text[said - 1 - stop.inside].isalnum() and edit.span.of(text).strip() == edit.span.of(text)
    return Fix((edit,), f"Put the stop {_WHERE[not stop.inside]} the marks", safe=plain)


def _stop(slip: Slip) -> Fix:
    return Fix((Edit(Span(slip.end, slip.end), "."),), title="Put a full stop", safe=True)


def _mixed(draft: Document, stops: Sequence[QuoteStop]) -> Iterator[Match]:
    """The first stop beside a quoted part of a sentence that stands on the other side than most.

    A stop inside the marks of a whole sentence says nothing, since both ways put it there, but in a
    draft with American spellings, or where the stop of another whole sentence stands outside.
    """
    own = draft.own_words
    voting = _sentences(draft.text, stops) or [stop for stop in stops if stop.fragment or not stop.inside]
    american = _american(own)
    if american:
        voting = list(stops)
    inside = sum(stop.inside for stop in voting)
    if not 0 < inside < len(voting):
        return
    usual = 2 * inside > len(voting) or (american and any(stop.inside for stop in stops))
    odd = [stop for stop in voting if stop.inside != usual]
    other = next(stop for stop in voting if stop.inside == usual)
    evidence = [Evidence(None, stop.span, "and here") for stop in odd[1:]]
    shown = Evidence(None, other.span, f"{_WHERE[usual]} here")
    yield Match(odd[0].span, {"here": _WHERE[not usual], "there": _WHERE[usual]}, case="mixed", evidence=(shown, *evidence))


def _sentences(text: str, stops: Sequence[QuoteStop]) -> list[QuoteStop]:
    """The stops of whole sentences, where one of a few stands outside; “It”, he said, “is over” is British as well."""
    whole = [stop for stop in stops if not stop.fragment and stop.quote.kind != "scrap" and text[stop.quote.start].isupper()]
    whole = [stop for stop in whole if stop.inside or not _BROKEN_OFF.match(text, stop.span.end)]
    outside = sum(not stop.inside for stop in whole)
    return whole if 0 < outside * _FEW <= len(whole) else []


def _american(own: str) -> bool:
    """Whether the spelling is American, or Oxford's, and nowhere British."""
    words = [place.of(own).lower() for place in places(_AMERICAN, own)]
    return bool(words) and not any(_BRITISH.search(word) for word in words)

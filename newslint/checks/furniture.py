"""What stands round a story: headline, standfirst, byline, dateline, date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from newslint.document import Document
from newslint.mentions import Block, DateMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import listed

Piece = Literal["headline", "standfirst", "byline", "dateline", "date"]

_IN_FRONT_MATTER: Mapping[Piece, tuple[str, ...]] = {
    "headline": ("headline", "title"),
    "standfirst": ("standfirst", "description", "summary", "subtitle", "deck"),
    "byline": ("byline", "author", "authors", "by"),
    "dateline": ("dateline", "location"),
    "date": ("date", "published"),
}


@dataclass(frozen=True)
class Furniture(Check):
    """The pieces of furniture that a draft has not; one finding, at its very beginning
    (at the first sentence, for what a desk requires).

    ``require`` are those that the desk wants of every draft. Where it requires none, a draft is reported
    that has none of a headline, a byline, a dateline and a date: it is ``undated`` where it names
    different weekdays, which nobody can then place, and otherwise ``bare``, as copy is whose furniture is
    kept in other fields. Drafts of fewer than ``min_words`` words are notes.
    """

    require: tuple[Piece, ...] = ()
    min_words: int = 40

    name: ClassVar[str] = "furniture"
    needs: ClassVar[tuple[type, ...]] = (Block, DateMention)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "missing": frozenset({"missing"}),
        "undated": frozenset({"days"}),
        "bare": frozenset(),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        if len(draft.body.split()) < self.min_words:
            return
        there = {piece for piece in get_args(Piece) if _has(draft, piece)}
        missing = [piece for piece in self.require if piece not in there]
        if missing:
            yield Match(ctx.opening, {"missing": listed([f"no {piece}" for piece in missing])}, "missing")
        elif not self.require and not there - {"standfirst"}:
            days = _weekdays(draft)
            yield Match(Span(0, 0), {"days": listed(days)}, "undated") if len(days) > 1 else Match(Span(0, 0), case="bare")


def _has(draft: Document, piece: Piece) -> bool:
    if any(draft.meta.get(key) for key in _IN_FRONT_MATTER[piece]):
        return True
    blocks = [block for block in draft.all(Block) if block.kind not in ("front-matter", "boilerplate")]
    if piece != "date":
        return any(block.kind == piece for block in blocks)
    if draft.published:
        return True
    ends = [block.span for block in (*blocks[:3], *blocks[-1:]) if block.kind != "paragraph" or block.span == blocks[0].span]
    dates = (mention for mention in draft.all(DateMention) if mention.type in ("DATE", "TIME") and mention.earliest)
    full = (mention.span for mention in dates if not mention.relative and mention.earliest == mention.latest)
    return any(end.covers(span) for span in full for end in ends)


def _weekdays(draft: Document) -> list[str]:
    """The different weekdays that the draft counts from a day of its own, in text order, as it writes them."""
    own = draft.own_words
    relative = [mention for mention in draft.all(DateMention) if mention.relative and mention.weekday is not None]
    named = {mention.weekday: mention for mention in reversed(relative) if not mention.span.of(own).isspace()}
    found = sorted(named.values(), key=lambda mention: mention.start)
    return [f"“{' '.join(mention.span.of(own).split())}”" for mention in found]

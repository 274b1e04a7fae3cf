"""What an earlier story of the house is good for: whether a difference from it is worth telling, and what to call the story.

Such a story was right in its own day. Since then figures have moved, cases have gone on and the next of a series has come, so
that most of what it has otherwise is no fault of the draft: only passages that plainly tell of the same are compared.
"""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator

from newslint.align.wording import stemmed
from newslint.document import Document, Source
from newslint.mentions import Block, DateMention, LegalStage, LegalStatus, Quantity, Quote, Sentence, Spelling
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import WORD, folded, word_set

ALIKE = 0.6
"""Share of their words that two sentences have in common from which they may tell of the same."""

RETOLD = 0.7
"""Share from which one is the other told again, as the background of a story is."""

QUOTED = 0.7
"""Share of the words of a quotation that the other has, and the fewest of them that make it the same quotation."""
FEWEST = 6

RUNNING = 7
"""Days in which a story is the same story still, so that what was counted goes on being counted."""

CONTEXT = 2
"""Sentences before one that names nobody, in which the names stand."""

NEAR_NAMES = frozenset({"swapped", "near", "sound", "alone", "kin"})
"""Cases of a name that differs by its letters, or is somebody's kin; another name in the same place is another story's."""

OPPOSED: frozenset[tuple[LegalStage, LegalStage]] = frozenset(
    {
        *(("convicted", "acquitted"), ("acquitted", "convicted"), ("sentenced", "acquitted"), ("acquitted", "sentenced")),
        ("not-guilty-plea", "guilty-plea"),  # the other way about a plea has changed
    }
)
"""Stages of the law in a draft and in an earlier story, of which the first seldom follows the second as a case goes on."""

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

_NO_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mr mrs ms dr president minister prime senator government party state states national new
    """
)
_HEADLINE = 80
_ASIDE, _BESIDE = 100, 6
"""Letters, and words of these, in which a speaker is named before or behind a quotation."""


def called(source: Source) -> str:
    """What to call an earlier story: "your own story of 1 July 2025, “Bridge shut after cracks”"."""
    day = source.doc.published
    when = f" of {day.day} {calendar.month_name[day.month]} {day.year}" if day else ""
    if source.doc.meta.get("earlier-version"):
        name = f"the version of this story{when}" if day else "an earlier version of this story"
    else:
        name = f"your own story{when}" if day else "an earlier story of your own"
    found = next((block.span.of(source.doc.text) for block in source.doc.all(Block) if block.kind == "headline"), "")
    headline = one_line(" ".join((source.doc.meta.get("headline") or found).split()))
    short = headline if len(headline) <= _HEADLINE else f"{headline[:_HEADLINE].rsplit(' ', 1)[0]} …"
    return f"{name}, “{short}”" if short else name


def worth_telling(match: Match, check: Check, ctx: RuleContext) -> bool:
    """Whether to tell of a match: one that rests on earlier stories alone must tell of the same as its draft."""
    sources = {source.id: source for source in ctx.sources}
    places = [(sources[one.source], one.span) for one in match.evidence if one.source in sources and one.source is not None]
    if not places or any(source.kind != "archive" for source, _ in places):
        return True
    source, place = places[0]
    judge = _JUDGES.get(check.name)
    return bool(judge and check.archive and judge(match, place, ctx.draft, source.doc))


def _figure(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """A figure that is told again; not one that has grown since, or that belongs to a later day."""
    alike = _alike(match.span, place, draft, story)
    ours, theirs = _days(match.span, draft), _days(place, story)
    if ours | theirs and not ours & theirs:  # the price of another day
        return False
    if not ours and alike < RETOLD:
        return False
    mine, other = _quantity(match.span, draft), _quantity(place, story)
    if alike < ALIKE or mine is None or other is None or mine.kind == "ordinal":
        return False
    if mine.kind == "percent" and not ours & theirs:  # each quarter has its own
        return False
    grown = max(mine.value) > max(other.value)
    old = draft.published and story.published and (draft.published - story.published).days > RUNNING
    return not grown or bool(old and ours & theirs)


def _date(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """The day of what is told again; not the next day of a series, nor what happened after the story."""
    ours, theirs = _mention(match.span, draft), _mention(place, story)
    if ours is None or theirs is None or _alike(match.span, place, draft, story, dates=False) < RETOLD - 0.1:
        return False
    if _open(ours, draft) or _open(theirs, story) or _same_weekday(ours, theirs, draft, story) or not _as_exact(ours, theirs):
        return False
    if ours.earliest and theirs.latest and story.published and draft.published:
        over = theirs.latest <= story.published and ours.earliest > story.published
        next_one = theirs.latest < draft.published < ours.earliest
        return not over and not next_one
    return True


def _name(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """A name that differs by its letters, unless most stories of the house spell it as the draft does."""
    ours, theirs = ({folded(word[0]) for word in WORD.finditer(words)} for words in (_at(match.span, draft), _at(place, story)))
    if match.case not in NEAR_NAMES:
        return False
    usual = story.meta.get("usual")  # what an index knows, and a folder does not
    counts = usual(ours ^ theirs, draft) if usual else {}
    mine, others = (min((counts.get(word, 0) for word in words), default=0) for words in (ours - theirs, theirs - ours))
    return not usual or others > mine


def _quotation(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """A quotation that is the other, give or take some words; what the story told in its own is none."""
    if not any(quote.span.covers(place) or place.covers(quote.span) for quote in story.all(Quote)):
        return False
    ours, theirs = (
        {found[0].lower() for found in WORD.finditer(words)} for words in (match.span.of(draft.text), place.of(story.text))
    )
    return len(ours & theirs) >= max(FEWEST, QUOTED * len(ours))


def _speaker(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """Another speaker; none where the same words stand before and behind, so that one of the two was misread."""
    return _quotation(match, place, draft, story) and _around(match.span, draft) != _around(place, story)


def _around(span: Span, doc: Document) -> tuple[list[str], list[str]]:
    text = doc.text
    before, behind = text[max(0, span.start - _ASIDE) : span.start], text[span.end : span.end + _ASIDE]
    return WORD.findall(before)[-_BESIDE:], WORD.findall(behind)[:_BESIDE]


def _at(span: Span, doc: Document) -> str:
    return span.of(doc.text)


def _status(match: Match, place: Span, draft: Document, story: Document) -> bool:
    """A stage of the law that no later one explains."""
    ours, theirs = (
        {one.stage for one in doc.all(LegalStatus) if one.span == at} for doc, at in ((draft, match.span), (story, place))
    )
    return any((mine, other) in OPPOSED for mine in ours for other in theirs)


_JUDGES = {
    "differs": _figure,
    "date-differs": _date,
    "name-differs": _name,
    "quote-altered": _quotation,
    "quote-negated": _quotation,
    "quote-speaker": _speaker,
    "legal-status": _status,
}


def _alike(span: Span, place: Span, draft: Document, story: Document, *, dates: bool = True) -> float:
    """How much of their words the two sentences share, 0 where each names what the other text does not know, or they
    share no name; of a version of the draft only what has changed is there, and it is about the same."""
    ours, theirs = _sentence(span, draft), _sentence(place, story)
    words, other = _stems(ours, draft, dates=dates), _stems(theirs, story, dates=dates)
    share = 2 * len(words & other) / (len(words) + len(other) or 1)
    return share if story.meta.get("earlier-version") or _same_names(ours, theirs, draft, story) else 0.0


def _same_names(ours: Span, theirs: Span, draft: Document, story: Document) -> bool:
    mine, others = _named(ours, draft), _named(theirs, story)
    if not (mine and others):  # "the dock": its name stands before
        mine, others = _named(_before(ours, draft), draft), _named(_before(theirs, story), story)
    return bool(mine & others) and not (mine - _known(story) and others - _known(draft))


def _sentence(span: Span, doc: Document) -> Span:
    sentences = doc.all(Sentence)
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[at].span if at >= 0 else span


def _before(sentence: Span, doc: Document) -> Span:
    """The sentence with those before it that say of what it speaks."""
    sentences = doc.all(Sentence)
    at = bisect_right(sentences, sentence.start, key=lambda one: one.start) - 1
    return sentences[max(0, at - CONTEXT)].span.through(sentence) if at >= 0 else sentence


def _stems(span: Span, doc: Document, *, dates: bool) -> set[str]:
    text = span.of(doc.body)
    if not dates:
        for date in doc.all(DateMention):
            if span.covers(date.span):
                text = text.replace(date.span.of(doc.body), " ")
    return {stem for stem, _, _ in stemmed(text)}


def _names(doc: Document) -> Iterator[Spelling]:
    return (one for one in doc.all(Spelling) if " " not in one.printed and one.key not in _NO_NAMES)


def _named(span: Span, doc: Document) -> set[str]:
    """The words of names in a sentence; the one that opens it counts where it stands elsewhere, too."""
    known = _known(doc)
    return {one.key for one in _names(doc) if span.covers(one.span) and (not one.opening or one.key in known)}


def _known(doc: Document) -> frozenset[str]:
    return doc.once(_all_names)


def _all_names(doc: Document) -> frozenset[str]:
    return frozenset(one.key for one in _names(doc) if not one.opening)


def _mention(span: Span, doc: Document) -> DateMention | None:
    return next((one for one in doc.all(DateMention) if one.span.overlaps(span)), None)


def _open(date: DateMention, doc: Document) -> bool:
    """Whether nobody can say which day is meant: "Monday", "last month" in a text without a day of its own."""
    return date.relative and not doc.published and not any(map(str.isdigit, date.span.of(doc.text)))


def _as_exact(ours: DateMention, theirs: DateMention) -> bool:
    """Whether both name a day, or a week, or a year; "last week" is often another happening's than "Wednesday"."""
    mine, other = ("weekend" if date.value.endswith("-WE") else date.grain for date in (ours, theirs))
    return mine == other or {mine, other} == {"day", "time"}


def _same_weekday(ours: DateMention, theirs: DateMention, draft: Document, story: Document) -> bool:
    """Whether both say "Monday" within a week: whether the last or the next was meant is the reader's guess alone."""
    named = [WEEKDAYS & {*_at(date.span, doc).lower().split()} for date, doc in ((ours, draft), (theirs, story))]
    days = (draft.published - story.published).days if draft.published and story.published else 0
    return bool(named[0] & named[1]) and days < RUNNING


def _days(span: Span, doc: Document) -> set[tuple[dt.date, dt.date]]:
    """The times that a sentence speaks of, each from its first day to its last."""
    within = _sentence(span, doc)
    dates = (one for one in doc.all(DateMention) if within.covers(one.span) and one.type == "DATE")
    return {(one.earliest, one.latest) for one in dates if one.earliest and one.latest}


def _quantity(span: Span, doc: Document) -> Quantity | None:
    return next((one for one in doc.all(Quantity) if one.span.overlaps(span)), None)

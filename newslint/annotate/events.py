"""Events of the facts tables where a text speaks of them, and the dates that it gives them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from newslint.annotate.names.vocabulary import addresses
from newslint.document import Document
from newslint.facts import Event, Facts, Phrase
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Mention, Sentence
from newslint.pieces import lines
from newslint.reckonings import EventMention
from newslint.spans import Span

_WORD = compiled(r"[^\W_]+")
_TOWN = r"(?:(?:in|at|near|off|over)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s)?"
_AGE = r"(?:aged\s\d+,?\s|at\s(?:the\sage\sof\s)?\d+,?\s)?"
_IN = compiled(
    rf"""(?:,?\s(?:first|back|late|early|itself|began|started|happened|occurred|took\splace|came|suddenly|officially|formally|finally
    |that\s(?:began|started|happened)|which\s(?:began|started|happened|took\splace)))*
    ,?\s{_TOWN}{_AGE}(?:in|on|of)\s(?:the\s|early\s|late\s|mid-)?|\s\((?:in\s|on\s)?|,\s""",
    re.VERBOSE,
)
_WHEN = compiled(r",?\s(?:when|as|the\s(?:day|year|month|night)\s(?:that\s|when\s)?)\s?(?:the\s)?")
_SUBJECT = compiled(
    r"(?:^|\b(?:[Ss]ince|until|from|between)\s)(?:the\s|a\s|an\s|its\s|his\s|their\s)?"
    r"(?-i:[A-Z][\w’'-]+\s){0,2}(?:first\s|so-called\s)?$",
    re.IGNORECASE,
)
_OPENING = compiled(r"\W*(?:[Ii]n|[Oo]n|[Ss]ince)\s(?:the\s)?(?:early\s|late\s)?")
_RELATIVE = r"(?:\s|,?\s(?:which|who|that)\s(?:finally\s|eventually\s|first\s)?)"
"""Between the words that tell an event: "the Titanic, which sank"."""

_INSIDE = compiled(r"(?:,?\s(?:which|who|that)|[A-Z][\w’'-]+)\s(?:first\s|finally\s)?(?:in|on)\s(?:the\s)?(?:early\s|late\s)?$")
"""Before a date in the midst of a telling: "Russia, which in 2022 invaded Ukraine"."""

_OWNER = compiled(r"\b(?:the|its|his|their|[A-Z]\w+['’]s?)\s$", re.IGNORECASE)
_GAP = compiled(r"\s(?:[A-Z][\w’'-]+\s){0,2}")
_COMMA_GAP = compiled(r",?\s(?:the\s)?(?:[A-Z][\w’'-]+\s){0,2}")
# behind the event's name, another noun that it only describes: "the 2014 factory collapse fund"
_COMPOUND = compiled(
    r"\s(?:fund|funds|appeal|inquiry|anniversary|report|trial|survivors?|victims?|memorial|law|bill|commission|museum|film|book"
    r"|documentary|series|case|hearing|settlement|compensation|relief|response|investigation|aftermath|lawsuit|review)\b"
)
_WORD_BEFORE = compiled(r"(?<![\w.])([A-Z][\w’'.-]*)\s$")


def events(doc: Document) -> tuple[EventMention, ...]:
    """Every event that the writer's own words speak of, each place once."""
    text = doc.own_words
    low = text.replace("’", "'").lower()
    low = low if len(low) == len(text) else text
    known = next(iter(doc.all(Facts)), Facts()).phrases
    dates: list[DateMention] | None = None
    found: dict[tuple[Span, str], EventMention] = {}
    words = {word for _, line in lines(low) for word in line.once(_words)}
    told = (pair for word in sorted(words & known.keys()) for pair in known[word])
    for event, phrase in (pair for pair in told if words.issuperset(_parts(pair[1].words))):
        for place in _places(event, phrase, low, text):
            if dates is None:
                dates = [date for date in doc.all(DateMention) if date.anchored and not date.relative]
            sentence = _around(place, doc.all(Sentence))
            its = tuple(date for date in _within(sentence, dates) if _joined(event, phrase, place, date, sentence, text))
            if its or phrase.kind != "dated":
                mention = EventMention(place, event.id, event.when.earliest, event.when.latest, its)
                found.setdefault((place, event.id), mention)
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=4096)
def _parts(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words))


def _places(event: Event, phrase: Phrase, low: str, text: str) -> Iterator[Span]:
    """Where the words of a phrase stand as whole words."""
    first, pattern = _sought(phrase.words, told=phrase.kind == "told")
    at = low.find(first)
    while at >= 0:
        hit = pattern.match(low, at)
        if hit:
            place = Span(*hit.span())
            of_a_person = phrase.kind == "told" or "'s " in phrase.words
            if not of_a_person or not _another(event, text, place):
                yield place
        at = low.find(first, hit.end() if hit else at + 1)


@lru_cache(maxsize=4096)
def _sought(words: str, *, told: bool) -> tuple[str, re.Pattern[str]]:
    """A phrase's first word, or the phrase itself, to look for where it may stand, and what must stand there."""
    pattern = re.escape(words)
    if told:
        pattern = pattern.replace(r"\ ", _RELATIVE)
    return words.split()[0] if told else words, re.compile(rf"(?<!\w){pattern}(?!\w|-\w)")


def _another(event: Event, text: str, place: Span) -> bool:
    """Whether the words begin in the middle of somebody else's name: "Cynthia Nixon resigned", "Mary Einstein's death";
    a title before it makes no other of it."""
    if not text[place.start].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, place.start - 30), place.start)
    return (
        before is not None
        and not addresses(before[1])
        and before[1] not in event.name
        and before[1] not in ("When", "After", "Before", "Since", "The", "As", "Until")
    )


def _around(place: Span, sentences: Sequence[Sentence]) -> Span:
    """The sentence that a place lies in, or the place itself where none covers it."""
    at = bisect_right(sentences, place.start, key=_start) - 1
    return sentences[at].span if at >= 0 and sentences[at].span.covers(place) else place


def _within(sentence: Span, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    at = bisect_left(dates, sentence.start, key=_start)
    return takewhile(lambda date: date.end <= sentence.end, islice(dates, at, None))


def _start(mention: Mention) -> int:
    return mention.start


def _joined(event: Event, phrase: Phrase, place: Span, date: DateMention, sentence: Span, text: str) -> bool:
    """Whether the words say that this date is the event's.

    A date before the event needs only to stand beside it: nothing follows from an event
    before it happens. A later one may date something else in the sentence ("wrote about the
    fall of the Wall in 1995"), unless the event has a verb of its own or is the subject.
    """
    if place.end <= date.start:
        return _follows(event, phrase, place, date, sentence, text)
    gap, lead = text[date.end : place.start], text[sentence.start : date.start]
    if phrase.kind == "dated":
        return _same_day(event, date) and bool(_COMMA_GAP.fullmatch(gap))
    if phrase.kind == "told":
        return bool(
            (_OPENING.fullmatch(lead) and _COMMA_GAP.fullmatch(gap))
            or _WHEN.fullmatch(gap)
            or (gap == " " and _INSIDE.search(lead))
        )
    return bool(_OWNER.search(lead) and _GAP.fullmatch(gap) and not _COMPOUND.match(text, place.end))


def _follows(event: Event, phrase: Phrase, place: Span, date: DateMention, sentence: Span, text: str) -> bool:
    gap = text[place.end : date.start]
    if not _IN.fullmatch(gap) or (gap == ", " and date.grain != "day"):
        return False
    if phrase.kind == "dated":
        return _same_day(event, date) and " of " in gap + " "
    early = date.latest is not None and date.latest < event.when.earliest
    return early or phrase.kind == "told" or "(" in gap or bool(_SUBJECT.search(text[sentence.start : place.start]))


def _same_day(event: Event, date: DateMention) -> bool:
    """Whether the day and month, at least, are the event's."""
    day = event.when.earliest
    return date.grain == "day" and date.earliest is not None and (date.earliest.month, date.earliest.day) == (day.month, day.day)

"""What the words round two figures of one draft say of whether both are meant for the same."""

from __future__ import annotations

import re
from itertools import takewhile

from newslint.align.places import Place
from newslint.align.values import WELL_ABOVE, agree, allows, rounds_to
from newslint.align.wording import content
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity
from newslint.words import word_set

Figure = Place[Quantity]

TELLING = 2
"""Words that must say what is counted, for two counts of it to be of the same: "registered voters"."""

FAR = 4
"""How many times greater one of two figures may be that were meant to be the same."""

NEAR = 60
"""How many characters either side say that a figure is another one on purpose, or what it measures."""

_OTHER = compiled(
    r"""\b(?:add(?:ed|ing|itional)|again|another|also|average|back|before|between|by\sthen|climb(?:ed|s|ing)|could|expected
    |(?:down|up)\s(?:by|from|on|to)|each|earlier|else(?:where)?|every|fall(?:en|ing|s)?|fell|first|forecast|former(?:ly)?|further
    |gr(?:ew|own|owing)|increas(?:ed|es|ing)|initial(?:ly)?|last|later|latest|more|next|now|of\s(?:them|these|those|whom)
    |others?|predict(?:ed|s)?|previous(?:ly)?|projected|remain(?:ed|ing|s)?|revis(?:ed|ing)|ris(?:en?|es|ing)|rose|same|second|separate(?:ly)?
    |similar(?:ly)?|since|so\sfar|still|than|third|total|until|was\sput|would|worst|year)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say of a figure that it is of another time, another part or another event."""

_PART = compiled(r"(?:\s[\w'’-]+){0,2}?\sof\s(?:the|these|those|its|their)\b")
"""Behind a figure, makes it a part of the whole: "12 of those hurt"."""

ATTRIBUTIVE = compiled(r"[ -](?:[a-z]+[ -])??(?P<noun>[a-z]{4,})\b")
COMPOUND = compiled(r"-[a-z]+\s(?P<noun>(?!index)[a-z]{4,})\b")
BEFORE_ONE = compiled(r"\b(?:an?|the|its|his|her|their|this)\s$", re.IGNORECASE)
"""A sum that says which one is meant: "the £3m scheme"."""

_SOME = compiled(r"\s(?:not|still|that|which|who|whose|with|without)\b")
_DEFINITE = compiled(r"(?:\b(?:all|its|our|the|their|these|those)|['’]s)\s$", re.IGNORECASE)

SOME_ALIKE, REPEATED, LONGEST, REACH = 2, 4, 8, 24
"""Words in a row that make a figure the same as another; and characters before a count that name it one of another lot."""

_WORD = compiled(r"[a-z][\w'’-]*")
_BREAK = compiled(r"[:;()“”\"]|\bfrom\s$|\bto\s$|\bby\s$")
_BEHIND = compiled(r"(?:\s(?:were|was|are|have been|had been|being))?\s(?P<words>[a-zA-Z]+(?:\s[a-zA-Z]+){0,11})\b")
_WHOSE = compiled(r"(?:The|This|Its|Their)\s(?P<thing>[a-z]{4,}),?\s(?:with|of|has|had|contains|carries|holds)\s(?:its\s)?")
_GOES_ON = compiled(
    r"is|are|was|were|has|have|had|will|would|can|could|do|does|did|include[sd]?|say|said|at|by|on|in|for|to|from|with|after|and|[a-z]+ed"
)
COST = compiled(r"\bthe\s(?:[a-z]+\s)?([a-z]{4,})\s(?:will|would|is to|is expected to|was to|could)\s+cost")
_FROM = compiled(
    r"\b(?:up|down|fall|fell|risen?|rose|compared|against|fallen)\s(?:from|to|with)?\s?$|\b(?:up|down)\sfrom\s$", re.I
)
_BREAK_OFF = compiled(r"[;:()“”\"]|\d")
_LONG_AGO = compiled(
    r"\bwhen\b|\bat (?:its|the) (?:launch|start)|\bfound|\bdecade|\byears\s(?:ago|earlier|before)|\b(?:19|20)\d\d\b"
)
MOVED = 100
_DEEDS = {
    "loss": "los[te]", "profit": "profit|made|earned", "gift": "g[ai]ve", "debt": "ow[ei]", "fine": "fine", "grant": "g[ai]ve",
    "investment": "invest", "donation": "donat|g[ai]ve", "payment": "pa(?:id|y)", "settlement": "pa(?:id|y)|settle",
    "purchase": "b(?:ought|uy)", "takeover": "b(?:ought|uy)|take|took", "theft": "st[eo]l", "spending": "spen[dt]",
}  # fmt: skip
"""Nouns for what is done with money, and how their verbs begin."""
_THE = compiled(r"\b(?:all(?:\sthe)?|the|these|those)\s$", re.IGNORECASE)
_MORE = compiled(
    r"\b(?:other|others|another|more|further|additional|extra|remaining|rest|new|first|second|last|next|previous|former|average)\b",
    re.I,
)
_BEFORE_PART = compiled(r"\b(?:of|among|than|with|including)\s(?:all\s|the\s)+$", re.IGNORECASE)

_CALENDAR = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December
    """
)
_NAME = compiled(r"(?<=[\w,;:–—\"“'‘(-] )[A-Z][\w'’-]{2,}|(?<=[\w,;:–—(-] )[A-Z]{2,}\b")


def others(one: Figure, other: Figure) -> bool:
    """Whether both say more closely what they count, and not the same: weapons sites and presidential sites."""
    here, there = (stems(figure) for figure in (one, other))
    shared = here & there
    return bool(here - shared) and bool(there - shared)


def stems(figure: Figure) -> frozenset[str]:
    span = figure.mention.noun_span
    return frozenset(stem for stem, _ in content(figure.doc.body, span)) if span else frozenset()


def elsewhere(figure: Figure) -> bool:
    """Whether the words round it say that it is another figure on purpose, or a part."""
    part = _PART.match(figure.doc.body, figure.mention.end)
    return part is not None or _OTHER.search(figure.around(NEAR, NEAR // 2)) is not None


def told_apart(one: Figure, other: Figure) -> bool:
    """Whether the words behind begin alike and end otherwise: competing in the new drama, and in the new comedy, section."""
    here, there = words_behind(one), words_behind(other)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    return same >= SOME_ALIKE and len(here) > same and len(there) > same and not _described_alike(one, other)


def refers_back(figure: Figure, to: Figure | None = None) -> bool:
    """Whether it counts those that were told of before ("the 340 jobs"), and not some of many ("the four who left"); or what
    a thing has that the other's sentence speaks of: "the petition, with 7,100 signatures"."""
    start = figure.sentence.start
    thing = _WHOSE.match(figure.doc.body, start, figure.mention.end)
    if to and thing and thing.end() == figure.mention.start and thing["thing"] in to.sentence.of(to.doc.body):
        return True
    text, span, last = figure.doc.body, figure.mention.span, figure.mention.noun_span or figure.mention.span
    if (text[span.end : span.end + 1] == "-" and not COMPOUND.match(text, span.end)) or _SOME.match(text, last.end):
        return False
    return _DEFINITE.search(text, max(0, span.start - NEAR), span.start) is not None


def words_before(figure: Figure) -> tuple[str, ...]:
    """The words from the start of the sentence to the figure, where they are few."""
    text = figure.doc.body[figure.sentence.start : figure.mention.start].lower()
    words = tuple(_WORD.findall(text))
    return words if REPEATED <= len(words) <= LONGEST and not _BREAK.search(text) else ()


def words_behind(figure: Figure) -> tuple[str, ...]:
    """The words behind those counted, up to a comma or stop, without "were": "treated for the effects of smoke"."""
    start = figure.mention.noun_span.end if figure.mention.noun_span else figure.mention.end
    found = _BEHIND.match(figure.doc.body, start, figure.sentence.end)
    return tuple(found["words"].lower().split()) if found else ()


def _described_alike(one: Figure, other: Figure) -> bool:
    """Whether the same words say of both which are counted, and nothing behind these tells them apart."""
    here, there = words_behind(one), words_behind(other)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    behind = (words[same] for words in (here, there) if len(words) > same)
    return same >= REPEATED and all(map(_GOES_ON.fullmatch, behind))


def again(one: Figure, other: Figure) -> bool:
    """Whether the other counts just those that the one did, in the same words: "the 1,500 rescue workers", "the 93 people
    treated for the effects of smoke"; what is said round them does not matter then."""
    text, at, noun = other.doc.body, other.mention.start, other.mention.noun_span
    if not noun or not _THE.search(text, max(0, at - NEAR), at) or _MORE.search(text, max(0, at - REACH), noun.end):
        return False
    if any(_PART.match(text, figure.mention.end) for figure in (one, other)):
        return False
    counted = stems(other)
    if not counted or counted != stems(one) or _BEFORE_PART.search(text, max(0, at - REACH), at):
        return False
    return _described_alike(one, other) or (len(counted) >= TELLING and not _SOME.match(text, noun.end))


def room(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other rounded, or leaves room for it: "more than 9,000" for 9,400, but not "at least 66" for 93."""
    if a.approximation or b.approximation:
        return allows(a, b) and max(a.value[0], b.value[0]) <= WELL_ABOVE * min(a.value[0], b.value[0])
    return agree(a, b) or agree(b, a)


def zeros_apart(a: Quantity, b: Quantity) -> bool:
    """Whether the one is the other with three or six zeros more, or rounds to it: £3,469,800 and £3.47bn."""
    low, high = sorted((abs(a.value[0]), abs(b.value[0])))
    raised = (low.scaleb(step) for step in (3, 6))
    return any(rounds_to(one, high) or rounds_to(high, one) for one in raised)


def moved(one: Figure, other: Figure) -> bool:
    """Whether something went from the one to the other, but for some zeros: "7.31 billion, down from 7.37 million"."""
    a, b = one.mention, other.mention
    if one.sentence != other.sentence or (a.kind, a.unit) != (b.kind, b.unit) or b.noun not in (None, a.noun):
        return False
    low, high = sorted((abs(a.value[0]), abs(b.value[0])))
    alike = any(low.scaleb(step) / 2 <= high <= low.scaleb(step) * 2 for step in (3, 6))
    gap = one.doc.body[max(a.end, a.noun_span.end if a.noun_span else 0) : b.start]
    then = _LONG_AGO.search(one.doc.body, b.end, min(one.sentence.end, b.end + NEAR))
    return alike and len(gap) <= MOVED and _FROM.search(gap) is not None and not _BREAK_OFF.search(gap) and not then


def named_after(one: Figure, other: Figure) -> bool:
    """Whether the other is the noun for what befell the one: lost $310 million, the $310 billion loss."""
    b = other.mention
    article = BEFORE_ONE.search(other.doc.body, max(0, b.start - NEAR), b.start)
    noun = ATTRIBUTIVE.match(other.doc.body, b.end)
    verb = _DEEDS.get(noun["noun"]) if article and noun else None
    return verb is not None and re.search(rf"\b(?:{verb})", one.around(NEAR, 0)) is not None


def near(a: Quantity, b: Quantity) -> bool:
    low, high = sorted((abs(a.value[0]), abs(b.value[0])))
    return high <= FAR * low


def overlap(one: DateMention, other: DateMention) -> bool:
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.earliest <= other.latest and other.earliest <= one.latest
    return one.value == other.value


def other_place(one: Figure, other: Figure) -> bool:
    """Whether each is told with names, and none is in both."""
    here, there = (_names(figure) for figure in (one, other))
    return bool(here) and bool(there) and not here & there


def _names(figure: Figure) -> frozenset[str]:
    return frozenset(name[:5] for name in _NAME.findall(figure.sentence.of(figure.doc.body)) if name not in _CALENDAR)

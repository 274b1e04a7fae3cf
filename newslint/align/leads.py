"""The headline held against the first sentences of its own story, which tell the same news: how many were killed, which way
a thing went, and in what country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from newslint.align.events import events
from newslint.align.opposites import DIRECTION, pattern
from newslint.align.places import keys
from newslint.comparisons import Retold
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.spans import Span
from newslint.words import word_set

if TYPE_CHECKING:
    from newslint.facts.places import Country, Places

LEAD, WORDS = 2, 6
"""Sentences at the top that tell the news, and the fewest words of one that does: a byline or a date has fewer."""

SHORT = 5
"""Letters of a country's name that must all stand in the body; of a longer one the last may be another: Germany, German."""

CERTAIN = 1.0
"""The score of what needs no likeness of sentences."""

_NUMBERS = {
    word: Decimal(at)
    for at, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)})"
_FATES = {
    "killed": (r"killed|dead|die[sd]?|drown(?:ed)?|murdered", r"kill(?:s|ed)?"),
    "hurt": (r"injured|hurt|wounded", r"injures?|injured|hurts?|wounds?"),
    "missing": (r"missing", r"(?!)"),
    "held": (r"arrested|held|detained", r"arrests?|arrested|detains?"),
}
"""What is said behind those counted, and before them."""

_COUNTED = {
    fate: compiled(
        rf"\b{_NUMBER}(?:\s[a-z]+){{0,2}}?\s(?:{behind})\b|\b(?:{before})\s{_NUMBER.replace('number', 'after')}\b", re.I
    )
    for fate, (behind, before) in _FATES.items()
}
_LEFT_OPEN = compiled(r"\b(?:at least|more than|over|up to|nearly|almost|about|some|feared|another|more)\s$", re.I)
_UNCOUNTED = compiled(
    r"""\b(?:(?:an?|another|his|her|their|the)\s(?:[\w-]+\s){0,2}?(?:(?:wo)?man|boy|girl|child|baby|teenager|student|driver|pilot
    |passenger|pedestrian|cyclist|officer|soldier|son|daughter|(?:grand)?(?:mother|father)|brother|sister|wife|husband|worker
    |civilian|suspect|friend|couple)|another|third|fourth|fifth|sixth|later|also|more(?!\sthan)|toll)\b[^.;]{0,60}?
    \b(?:killed|dea[dt]hs?|died|injured|hurt|wounded|missing|arrested|held|detained)\b
    |\b(?:including|among|gunm[ae]n|attackers?|bombers?|himself|herself)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""One whom no figure of the body counts, or a toll that the headline may count without the killer."""


class Turn(NamedTuple):
    """Verbs of sides that shut each other out. ``about`` says what must be the same for them to do so: who does it
    ("subject"), who and to what ("both"), or nothing more, the two being said of whoever stands in the dock."""

    sides: tuple[re.Pattern[str], ...]
    about: Literal["subject", "both", "nothing"]


def _turn(about: Literal["subject", "both", "nothing"], *sides: str) -> Turn:
    return Turn(tuple(compiled(rf"\b(?:{side})\b", re.I | re.X) for side in sides), about)


TURNS = (
    Turn((pattern(DIRECTION, True), pattern(DIRECTION, False)), "subject"),
    _turn(
        "both",
        r"rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|hik(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|put(?:s|ting)?\sup",
        r"cut(?:s|ting)?(?!\sshort)|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|slash(?:es|ed)?|trim(?:s|med)?",
        r"hold(?:s|ing)?|held|keep(?:s|ing)?|kept|lea(?:ves?|ving)|left",
    ),
    _turn(
        "both",
        r"back(?:s|ed|ing)|(?<=[A-Za-z]s\s)back(?!\s(?:to|in|from|at|on|down|up|for)\b)|approv(?:e[sd]?|ing)|pass(?:e[sd])|adopt(?:s|ed)?|agree[sd]?\sto|accept(?:s|ed)?|endors(?:e[sd]?)"
        r"|vot(?:e[sd]?|ing)(?:\s(?!against)[\w,–-]+){0,4}?\s(?:to\s(?!(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)[a-z]+|for|in\sfavou?r)",
        r"reject(?:s|ed|ing)?|thr(?:ow|ew)[sn]?\sout|turn(?:s|ed)?\sdown|refus(?:e[sd]?)|veto(?:es|ed)?|block(?:s|ed)"
        r"|vot(?:e[sd]?|ing)(?:\s[\w,–-]+){0,7}?\s(?:down|against)|defeat(?:s|ed)?|oppos(?:e[sd]?)|scrap(?:s|ped)?",
    ),
    _turn("subject", r"w[io]ns?|winning|beats?", r"los(?:e[sd]?|ing)|lost|beaten|defeated"),
    _turn(
        "nothing",
        r"(?<!not\s)(?<!n’t\s)(?<!n't\s)(?:guilty|convicted)|jailed|admit(?:s|ted)",
        r"not\sguilty|cleared|acquitted|freed|quashed|overturned",
    ),
)
_UNSURE = compiled(
    r"\b(?:not?|never|(?-i:may)|might|could|fails?|urged?|calls?|wants?|if|why|how|no longer)\b|n['’]t\b|[?‘'“\"]", re.I
)
_CAPITAL, _TWO = compiled(r"\b[A-Z][\w-]+"), compiled(r"[A-Z][\w-]+\s[A-Z][\w-]+")
_LINKS = word_set("on in at to by for from with over after as amid while despite until")
_BEFORE, _BEHIND = 9, 6
"""Words of the story before a verb, and behind it, that say whose it is."""


def against_lead(story: Dossier) -> Iterator[Retold]:
    """What the headline says that the story's first sentences say otherwise."""
    body = story.sources[0].doc
    lead = [one.span for one in body.all(Sentence) if len(one.span.of(body.body).split()) >= WORDS][:LEAD]
    if lead:
        yield from _tolls(story.draft, body, lead)
        yield from _turns(story.draft, body, lead)
        yield from _lands(story, body, lead)


def _tolls(head: Document, body: Document, lead: Sequence[Span]) -> Iterator[Retold]:
    """Another number of dead, hurt, missing or arrested than the lead's, which nothing in the body comes to."""
    counts = [one for one in body.all(Quantity) if one.kind == "count" and one.unit is None]
    for fate, counted in _COUNTED.items():
        same = [one for one in counts if one.fate == fate]
        told = [one for one in same if any(span.covers(one.span) for span in lead)]
        for span, value in _counted(head, fate, counted):
            others = [one.value[0] for one in counts if one.fate == fate or (one.fate is None and tells(body, one, fate))]
            sums = {sum(some) for few in (1, 2, 3) for some in combinations(others[:12], few)}
            if not told or value in sums or any(_may_be(value, one) for one in same):
                continue
            if not uncounted(body, value, told[0]):
                yield Retold(span, "figure", told[0].span, CERTAIN)


def uncounted(body: Document, value: Decimal, other: Quantity) -> bool:
    """Whether the body may tell of one more than the other figure counts, or count one who is not the headline's."""
    sentences = body.all(Sentence)
    last = sentences[-1] if value > other.value[0] else next(one for one in sentences if one.end >= other.end)
    return _UNCOUNTED.search(body.body, sentences[0].start, last.end) is not None


def _counted(head: Document, fate: str, counted: re.Pattern[str]) -> Iterator[tuple[Span, Decimal]]:
    for one in head.all(Quantity):
        if one.fate == fate and one.kind == "count" and len(one.value) == 1 and not one.approximation:
            yield one.span, one.value[0]
    for found in counted.finditer(head.own_words):
        number = "number" if found["number"] else "after"
        span = Span(*found.span(number))
        known = any(one.span.overlaps(span) for one in head.all(Quantity))
        if not known and not _LEFT_OPEN.search(head.body, max(0, span.start - 12), span.start):
            yield span, _NUMBERS[found[number].lower()]


def tells(body: Document, one: Quantity, fate: str) -> bool:
    """Whether the sentence of a figure tells of those who met the fate."""
    sentence = next((each.span for each in body.all(Sentence) if each.start <= one.start < each.end), one.span)
    return fate in events(sentence.of(body.body))


def _may_be(value: Decimal, other: Quantity) -> bool:
    """Whether the figure of the body leaves room for the headline's: "at least 46" for 50."""
    least, most = other.value[0], other.value[-1]
    if other.approximation in ("at-least", "more-than"):
        return least <= value <= least * Decimal("1.5")
    if other.approximation or len(other.value) > 1:
        return (other.low is None or value >= other.low) and (other.high is None or value <= other.high)
    return value == most


def _turns(head: Document, body: Document, lead: Sequence[Span]) -> Iterator[Retold]:
    """One side of a turn in the headline, and in the lead only the other, of the same."""
    top = lead[0].through(lead[-1])
    for sentence in head.all(Sentence):
        if _UNSURE.search(head.own_words, sentence.start, sentence.end):
            continue
        for turn in TURNS:
            said = [side.search(head.own_words, sentence.start, sentence.end) for side in turn.sides]
            told = [side.search(body.own_words, top.start, top.end) for side in turn.sides]
            here = [at for at, found in enumerate(said) if found]
            if len(here) != 1 or told[here[0]]:
                continue
            for other in (found for found in told if found):
                verb = said[here[0]]
                if verb and _same(
                    turn,
                    _round(head, sentence.span, verb, own=turn.about == "both"),
                    _round(body, _of(lead, other.start()), other),
                ):
                    yield Retold(Span(*verb.span()), "direction", Span(*other.span()), CERTAIN)
                    break


class _Round(NamedTuple):
    """The content of the words before a verb, and of those behind it."""

    before: frozenset[str]
    behind: frozenset[str]


def _of(lead: Sequence[Span], at: int) -> Span:
    return next(span for span in lead if span.start <= at < span.end)


def _round(doc: Document, sentence: Span, verb: re.Match[str], *, own: bool = False) -> _Round:
    """Those in the sentence; ``own`` leaves out what is behind the verb's own object: "keeps pressure on the board"."""
    before, behind = doc.body[sentence.start : verb.start()].split(), doc.body[verb.end() : sentence.end].split()
    if own:
        behind = list(takewhile(lambda word: word.lower() not in _LINKS, behind)) or behind
    return _Round(keys(" ".join(before[-_BEFORE:])), keys(" ".join(behind[:_BEHIND])))


def _same(turn: Turn, here: _Round, there: _Round) -> bool:
    if turn.about == "nothing":
        return True
    who, what = _shared(here.before, there.before), _shared(here.behind, there.behind)
    if turn.about == "both":
        return bool(what) and (bool(who) or len(what) > 1)
    return bool(who) and (who == here.before or bool(what))


def _shared(here: frozenset[str], there: frozenset[str]) -> frozenset[str]:
    """The words of the headline that the story has too, if only as the start of one: rate, rates; Fed, Federal Reserve."""
    return frozenset(one for one in here if any(word.startswith(one) or one.startswith(word) for word in there))


def _lands(story: Dossier, body: Document, lead: Sequence[Span]) -> Iterator[Retold]:
    """A country that the body never names, where its lead names one other."""
    from newslint.facts import Facts

    places = next(iter(story.all(Facts)), Facts()).places
    named = list(_named(story.draft.body, places))
    known = {country.name for _, country in named}
    there = [(at, other) for at, other in _named(lead[0].of(body.body), places) if other.name not in known]
    if len({other.name for _, other in there}) != 1:
        return
    for span, country in named:
        if not _mentions(body.body, country):
            at, _ = there[0]
            yield Retold(span, "name", Span(lead[0].start + at.start, lead[0].start + at.end), CERTAIN)


def _named(text: str, places: Places) -> Iterator[tuple[Span, Country]]:
    """Countries and peoples that the words name, the longer name first: "South Korea"."""
    taken = 0
    for word in _CAPITAL.finditer(text):
        for found in (_TWO.match(text, word.start()), word):
            country = found and word.start() >= taken and (places.country(found[0]) or _people(places, found[0]))
            if found and country:
                taken = found.end()
                yield Span(*found.span()), country
                break


def _people(places: Places, word: str) -> Country | None:
    return places.of_people(word) or places.of_people(word.removesuffix("s"))


def _mentions(text: str, country: Country) -> bool:
    return any(
        re.search(rf"\b{re.escape(name if len(name) <= SHORT else name[:-1])}", text)
        for name in (*country.names, *country.people, *country.capitals)
    )

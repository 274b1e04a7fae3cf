"""Timings: time expressions with the verb that takes them, "has revealed Friday", "will meet the mayor on 12 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from newslint.annotate.dates.lexicon import either
from newslint.annotate.dates.tense import lean
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Tense, Timing
from newslint.spans import Span

_REACH = 110
"""How far before a time, in characters, its verb may stand."""

_MODAL_REACH = 24

_PAST_AND_PARTICIPLE = either(
    """
    bought brought built caught cut dealt fed felt fought found had heard held hit hurt kept laid led left lost made met paid
    put quit read said sat sent set shot shut slept sold spent split spoken spread stood struck taught told thought understood won
    """
)
_PAST = either(
    """
    beat became began blew broke came chose drew drove fell flew gave went grew knew ran rose saw shook sang sank spoke stole
    swore threw took tore woke wore withdrew wrote
    """
)
_PARTICIPLE = either(
    """
    beaten become begun been blown broken come chosen drawn driven fallen flown given gone grown known run risen seen shaken
    shown sung sunk stolen sworn thrown taken torn worn withdrawn written
    """
)
_REGULAR = r"(?!need\b|aged\b|speed\b|exceed\b|indeed\b|feed\b|seed\b|hundred\b|embed\b|shed\b)[a-z]{2,}ed"
_ADVERBS = r"(?:\s(?:also|now|since|then|last|even|yet|not|never|again|both|all|finally|already|[a-z]+ly))*"
_PLANS = r"(?:due|set|expected|scheduled|planned|slated|likely)"
_VERB = compiled(
    rf"""\b(?:
      (?P<perfect>(?:has|have|[’']ve){_ADVERBS}\s(?:been{_ADVERBS}\s)?(?:{_REGULAR}|{_PAST_AND_PARTICIPLE}|{_PARTICIPLE})\b)
    | (?P<future>(?:will|shall|won[’']t|[’']ll|(?:is|are)(?:\s{_PLANS})?\sto|(?:plans?|hopes?|intends?|aims?)\sto){_ADVERBS}
        \s[a-z]+\b(?:\s(?:{_REGULAR}|{_PAST_AND_PARTICIPLE}|{_PARTICIPLE})\b)?)
    | (?P<past>(?:(?:was|were)(?:n[’']t)?{_ADVERBS}\s(?:being\s)?)?
        (?:{_REGULAR}|{_PAST_AND_PARTICIPLE}|{_PAST}|(?:(?<=was\s)|(?<=were\s))(?:{_PARTICIPLE}))\b)
    )""",
    re.VERBOSE,
)
_MODAL = compiled(
    r"\b(?:would|could|should|might|may|must|can(?:not)?|will|shall|to|[’']d|does|did|do|n[’']t|having|had)\s(?:[a-z]+ly\s|not\s|also\s)?$"
)
"""What makes "have left" no perfect of the telling, "could have left", and "planned" no past, "to have planned"."""
_CLAUSES = either(
    """
    that who which whom whose what where when while why how if after before since until till but than as despite because is are
    was were be been being has have had will would can could may might must should through throughout amid following pending
    not saying
    """
)
_ACTIONS = either(
    "meeting building hearing briefing wedding king thing training evening morning spring wing sitting reading gathering"
)
_FAR = compiled(
    rf"""(?:
      (?:\s(?!(?:{_CLAUSES})\b|to\s[a-z]+\b(?<!to\sthe)(?<!to\sa)(?<!to\san)(?<!to\sits)(?<!to\shis)(?<!to\sher)(?<!to\stheir)
        |(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\d\s)(?!(?:{_ACTIONS})\b)[a-z’'-]+(?:ed|ing|n[’']t)\b|(?:{_PARTICIPLE})\b)[£$€]?[\w’'-]+(?:[.,]\d[\w-]*)*%?)
      |,\s(?:by\s|aged\s|all\s)?[\d£$€][^;.()\n]{{0,28}}?,
      |\s\([^()\n]{{1,30}}\)
    ){{1,10}}?(?:\s(?:late|early))?(?:\s(?:on|in))?\s""",
    re.VERBOSE,
)
"""A longer object, a vote, ages: words of which the time may also be, but no clause."""
_BETWEEN = compiled(
    rf"""(?:\s(?!(?:{
        either('''
        that who which whom whose what where when while why how if to after before since until till from and but or for about
        over against than as with without during despite because into by is are was were be been being has have had will would
        can could may might must should through throughout amid ahead following pending not
        ''')
    })\b|[a-z’'-]+(?:ed|ing|n[’']t)\b)[\w’'-]+){{0,4}}?
    (?:\s(?:in|at|near|outside)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?
    (?:\s(?:late|early))?(?:\s(?:on|in|at))?\s""",
    re.VERBOSE,
)
"""A short object, a place and a preposition: nothing that brings a verb or a clause of its own."""


_WITH = compiled(
    r"\s(?:of|from|for|to|with|by|over|about|against|into|on|in|at|between|under|ahead|before)\s(?!(?:it|them|him|her|this|that)\b)"
)
_HAPPENINGS = compiled(
    r"\b(?:attack|bombing|blast|explosion|shooting|killing|murder|crash|fire|storm|earthquake|quake|flood|death|ruling|decision|verdict|"
    r"announcement|arrest|raid|defeat|victory|loss|clash|win|draw|match|game|race|final|election|vote|primary|primarie|caucus|poll|"
    r"referendum|debate|speech|meeting|talk|hearing|trial|session|summit|conference|interview|protest|rall(?:y|ie)|march|strike|concert|"
    r"ceremony|ceremonie|funeral|launch|event|incident|visit|performance|show|festival|wedding|deadline|appearance|figure|result|data|"
    r"tour|budget)(?:s|es)?\b",
    re.IGNORECASE,
)
"""What has times of its own: "has released images of the attack on Monday"."""


def timings(doc: Document) -> tuple[Timing, ...]:
    """The days, weeks, months and years that the writer tells, in text order."""
    own = doc.own_words
    dates = [date for date in doc.all(DateMention) if date.type in ("DATE", "TIME") and not date.span.of(own).isspace()]
    return tuple(sorted((_timing(own, date) for date in dates), key=lambda timing: timing.span))


def _timing(text: str, date: DateMention) -> Timing:
    way = lean(text, date.start, date.end)
    verbs = _verbs(text, date)
    for verb, tense in verbs:
        between = text[verb.end : date.start]
        if _BETWEEN.fullmatch(between) and not between.endswith(" of "):  # "the law of 2019"
            return Timing(
                verb.through(date.span), date, way, verb, tense, between in (" ", " on "), happening=_happening(between)
            )
    for verb, tense in verbs[:1]:
        between = text[verb.end : date.start]
        if _FAR.fullmatch(between) and not between.endswith((" of ", " from ", " to ", " for ", " by ")):
            return Timing(verb.through(date.span), date, way, verb, tense, far=True, happening=_happening(between))
    return Timing(date.span, date, way)


def _happening(between: str) -> Literal["", "object", "behind"]:
    between = re.sub(r"\s(?:on|in)\s$", " ", between)
    if not _HAPPENINGS.search(between):
        return ""
    other = _WITH.search(between)
    return "behind" if other and _HAPPENINGS.search(between, other.start()) else "object"


def _verbs(text: str, date: DateMention) -> list[tuple[Span, Tense]]:
    """The verbs before a time in its sentence, the nearest first."""
    at = max(0, date.start - _REACH - _MODAL_REACH)
    return [(verb.moved(at), tense) for verb, tense in _before(text[at : date.start])]


@lru_cache(maxsize=4096)
def _before(words: str) -> Sequence[tuple[Span, Tense]]:
    """The verbs at the end of these words, the nearest first."""
    start = max(0, len(words) - _REACH)
    start = max(words.rfind("\n", start) + 1, start)
    found: list[tuple[Span, Tense]] = []
    for hit in _VERB.finditer(words, start):
        if not _MODAL.search(words[max(0, hit.start() - _MODAL_REACH) : hit.start()]):
            tense: Tense = "perfect" if hit["perfect"] else "future" if hit["future"] else "past"
            found.append((Span(*hit.span()), tense))
    return found[::-1]

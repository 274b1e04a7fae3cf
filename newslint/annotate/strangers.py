"""People of whom a text never says who they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from newslint.annotate.names.vocabulary import HONORIFICS, addresses, is_role
from newslint.document import Document
from newslint.facts import Facts, Offices
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Name, PasserBy, Sentence, Spelling, Stranger
from newslint.spans import Span
from newslint.words import STOP_WORDS, lemma, plural, word_set

_BEHIND = compiled(
    r"""\s\([^()\n]{2,80}\) | ,?\s(?:who|whose)\s
    | (?:,|\s[–—-])\s(?:an?|the|his|her|their|our|my|of|from|\d|then|now|one\sof|formerly|former|also)\b
    | ,\s[A-Z][\w’']+['’]s\s | ,\s\w+\s(?:of|at|for|with)\b | \sof\s
    | \s(?:from|at)\s(?:the\s)?[A-Z] | ,\s[a-z]+[\w\s-]{2,40},""",
    re.VERBOSE,
)
_ENTITLED = word_set(
    """
    nominee candidate contender frontrunner front-runner rival opponent running-mate hopeful maintainer founder developer parent
    survivor victim suspect defendant killer gunman attacker convict inmate client customer employee staffer colleague friend
    neighbour neighbor boy girl man woman baby toddler family couple brother sister twin star hero legend celebrity socialite
    billionaire millionaire businessman businesswoman heir campaign ticket team-mate teammate no1 seed seeds band group duo trio
    company firm office department author pioneer expert critic supporter backer opponent loyalist dictator ruler king queen
    congressman senator judge mp lawmaker host anchor correspondent aide secretary
    """
)
"""What else says who somebody is, in the singular: near a name it is taken to introduce its bearer."""

_DEFINITE = compiled(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s(?P<words>(?:[\w’'-]+\s){0,5}?(?P<noun>[a-z][\w-]+))\b")
_WORD = compiled(r"[\w-]+")
_WORKS = compiled(
    r"""\b(?:career|tenure|job|post|spell|stint)\s(?:at|as|with|in)\b | \bwork(?:s|ed|ing)\s(?:at|as|for|with)\b
    | \bplay(?:s|ed|ing)\sfor\b | \bmarr(?:y|ied|ies)\b
    | \b(?:is|was|are|were|including|like|person|man|woman|named|called)\s$""",
    re.VERBOSE,
)
_NEAR = 110
"""Characters on either side of a name, in its sentence, in which a word may say who its bearer is."""

_TWICE = 2
_BESIDE = 30
"""Characters before a name in which its role stands right before it."""

_NEXT = 2
"""Sentences behind the first mention in which "the minister" may say who it was."""


def strangers(doc: Document) -> tuple[Stranger, ...]:
    """Everybody whom the text names and does not introduce, in order of first mention."""
    if not _possible(doc):
        return ()
    named: defaultdict[str, list[Name]] = defaultdict(list)
    for name in doc.all(Name):
        if name.label == "PERSON":
            named[name.id].append(name)
    offices = next(iter(doc.all(Facts)), Facts()).offices if named else Offices()
    known = {id_: [people for office in offices.held_by(id_) for people in (*office.people, office.of)] for id_ in named}
    return tuple(Stranger(names[0].span, id_, tuple(names)) for id_, names in named.items() if not _introduced(names, known, doc))


def passers_by(doc: Document) -> tuple[PasserBy, ...]:
    """Full names beside which no role or apposition stands, nor beside the surname anywhere. No model is asked."""
    body = doc.body
    places: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in doc.all(Spelling):
        places[spelling.printed].append(spelling)
    found: list[PasserBy] = []
    for printed, full in places.items():
        if " " not in printed or not any(place.alone for place in full) or any(_entitled(place.span, doc) for place in full):
            continue
        first, *_, last = printed.split(" ")
        for surname in (last, first):  # "Kim" is said of Kim Jong-un
            alone = places.get(surname, [])
            if len(alone) > _TWICE and surname not in GAZETTEER and not any(_role_beside(place, body) for place in alone):
                found.append(PasserBy(full[0].span, len(alone)))
                break
    return tuple(found)


def _possible(doc: Document) -> bool:
    """Whether a capitalised word that may be a surname comes back and never stands beside a role; no model is asked."""
    body = doc.body
    places: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in doc.all(Spelling):
        if " " not in spelling.printed:
            places[spelling.printed].append(spelling)
    return any(
        len(found) > _TWICE and not addresses(word) and not any(_role_beside(place, body) for place in found)
        for word, found in places.items()
        if GAZETTEER.get(word, "PERSON") == "PERSON" and word not in _WITHIN
    )


_WITHIN = word_set("North South East West New Great United Saint San Los Las")
"""Words that begin the names of places."""


def _role_beside(place: Spelling, body: str) -> bool:
    """Whether a role stands among the few words before, or right behind, as in "North Korean leader Kim Jong Un"."""
    before = re.split(r"[.!?\n]\s", body[max(0, place.start - _BESIDE) : place.start])[-1]
    return any(map(is_role, map(lemma, _WORD.findall(before)))) or _BEHIND.match(body, place.end) is not None


def _introduced(names: Sequence[Name], known: dict[str, list[str]], doc: Document) -> bool:
    """Whether the text says who somebody is, beside a mention or in the sentences behind the first."""
    body = doc.body
    for name in names:
        near = name is names[0] or " " in name.span.of(body)
        if name.age is not None or _says(name.role) or _BEHIND.match(body, name.end) or (near and _entitled(name.span, doc)):
            return True
    return _definite(names[0], known, doc)


def _entitled(name: Span, doc: Document) -> bool:
    """Whether a role stands anywhere near by in its sentence; whose it is would take more to tell."""
    sentence = _sentence(name, doc)
    before = doc.body[max(sentence.start, name.start - _NEAR) : name.start]
    behind = doc.body[name.end : min(sentence.end, name.end + _NEAR)]
    if _WORKS.search(before) or _WORKS.search(behind) or _apposed(before):
        return True
    return any(is_role(word) or word in _ENTITLED for word in map(lemma, _WORD.findall(f"{before} {behind}")))


def _sentence(name: Span, doc: Document) -> Span:
    sentences = doc.all(Sentence)
    at = bisect_right(sentences, name.start, key=lambda sentence: sentence.start) - 1
    return sentences[at].span if at >= 0 else name


def _says(role: str) -> bool:
    return any(
        token.rstrip(".") not in HONORIFICS or token in ("Dr", "King", "Queen", "Pope", "Prince", "Princess")
        for token in role.split()
    )


def _apposed(before: str) -> bool:
    """Whether the word right before a name is a noun for its bearer, as "criminalist" and "DJ" are, or says whose it is."""
    last = _LAST.search(before)
    if last is None:
        return False
    word = last[1]
    noun = word.islower() and word not in STOP_WORDS and not word.endswith(("ed", "ing", "ly"))
    return noun or word.endswith(("'s", "’s", "s’", "s'")) or (word.isupper() and len(word) > 1)


_LAST = compiled(r"([\w’'-]+)\s$")


def _definite(first: Name, known: dict[str, list[str]], doc: Document) -> bool:
    """Whether "the minister" is said soon after the first mention, and not of somebody else whose office the tables know."""
    sentences = doc.all(Sentence)
    at = max(0, bisect_right(sentences, first.start, key=lambda sentence: sentence.start) - 1)
    others = {people for id_, all_people in known.items() if id_ != first.id for people in all_people}
    for sentence in islice(sentences, at, at + 1 + _NEXT):
        for found in _DEFINITE.finditer(doc.body, max(sentence.start, first.end), sentence.end):
            if (
                is_role(lemma(found["noun"]))
                and not plural(found["noun"])
                and not any(people in found["words"] for people in others)
            ):
                return True
    return False

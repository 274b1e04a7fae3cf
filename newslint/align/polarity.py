"""What a clause says term by term, and which of its terms are denied."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from newslint.align.opposites import SIDES, alike, opposite
from newslint.align.wording import FORMAL, PASTS, stem
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Clause
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD, word_set

_TOKEN = compiled(
    rf"""[£$€]?\d[\d.,]*(?<=\d)(?:%|bn|m|k)? | (?:voted\s)?in\sfavou?r\sof\b | voted\s(?:for|against)\b
    | not\s(?:only|just|merely|simply|least|alone|surprisingly|unlike|until|before)\b | \w+n['’]t\s(?:until|before|only|just)\b
    | no\s(?:more|less|fewer|later|doubt|matter|wonder|sooner)\b
    | No\.?\s\d+ | {WORD.pattern}""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT = word_set("not never cannot can’t no")
_UNDONE = compiled(r"(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|unable|unwilling)\s+(?=to\b)", re.IGNORECASE)
"""What denies the verb behind it: "failed to agree"."""

_REACH = 5
"""How many tokens behind a "not" the word may stand that it denies."""

_BLURS = compiled(
    r"""\b(?:if|unless|whether|(?-i:may)|might|could|should|would|hardly|barely|scarcely|little|few|nearly|almost|nobody|none|neither|nor
    |nothing|without|den(?:y|ies|ied|ying)|doubts?|doubted|only|instead|rather|far\sfrom|no\s(?:longer|one)|un(?:til|less)|yet|stop(?:ped|s)?
    |prevent(?:ed|s)?|avoid(?:ed|s)?|not\s(?:all|every|everyone|always|necessarily|entirely|fully|because|quite|so)|but|despite|although
    |lack(?:s|ed)?|absence|partly|some|half|wrongly|falsely|untrue|myth|rumou?rs?)\b|\?""",
    re.IGNORECASE | re.VERBOSE,
)
"""What bends the sense of a clause by other means than a plain "not": two clauses are compared that have the same of it."""

_DENIED = compiled(
    r"\b(?:not|never|den(?:y|ies|ied|ying|ial)|reject\w*|refut\w*|dismiss\w*|disput\w*|doubt\w*|no|false\w*|untrue|wrong\w*|\w+n['’]t|if|whether)\b",
    re.IGNORECASE,
)
_OPENS_WITHIN = compiled(r"(?:that|whether|if|to)\b|(?<=\bthat )", re.IGNORECASE)
_FUTURE = compiled(
    r"\b(?:will|won['’]t|shall|going\sto|plans?\sto|expected\sto|due\sto|set\sto|about\sto|would)\b", re.IGNORECASE
)
_WAS = compiled(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_BY = compiled(r"\s+by\b", re.IGNORECASE)
_BACK = 24
"""Characters before a participle in which the passive's "was" stands."""

_OPEN = compiled(r"\b(?:(?-i:may)|might|could|perhaps|possibly|maybe)\b", re.IGNORECASE)
_TIMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december today yesterday tomorrow tonight week weeks month months year years day days morning afternoon evening
    night last next previous recent recently earlier ago annual annually
    """
)


LEGAL = word_set(
    "charge charged charges convicted acquitted arrested sentenced cleared guilty bailed remanded pleaded jailed indicted"
)
"""How far the law has got with somebody is compared elsewhere (``align.statuses``)."""

ROOT = 5
"""Letters by which the forms of a word are known."""


@dataclass(frozen=True)
class Term:
    """A word of content, a figure or a word of opposite sense; ``denied`` is the word that denies it."""

    span: Span
    low: str
    stem: str
    denied: Span | None = None

    @property
    def figure(self) -> bool:
        return any(letter.isdigit() for letter in self.low) or self.low in _ORDINALS

    @property
    def small(self) -> bool:
        """Whether it links words, and says nothing without its neighbours: "before", "more"."""
        return self.low in _LINKS

    @property
    def tells(self) -> bool:
        """Whether it tells what a clause is about."""
        return not self.small and self.low not in _TIMES

    @property
    def reach(self) -> Span:
        """The word, with the one that denies it."""
        return self.denied.through(self.span) if self.denied else self.span


_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth")
_LINKS = word_set(
    "before after more fewer less most least against north south east west high low better worse right wrong earlier later"
)


@dataclass(frozen=True)
class Sense:
    """A clause as its sense is compared."""

    doc: Document
    clause: Clause

    @cached_property
    def words(self) -> str:
        return self.clause.words(self.doc.own_words)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for part in self.clause.parts for term in _terms(self.doc.own_words, part))

    @cached_property
    def turning(self) -> tuple[Term, ...]:
        """The terms by which it may be the reverse of another clause: those that are denied, and those that have opposites."""
        return tuple(term for term in self.terms if term.denied or term.low in SIDES)

    @cached_property
    def stems(self) -> Counter[str]:
        return Counter(term.stem for term in self.terms if term.tells)

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(term.low for term in self.terms if term.figure)

    @cached_property
    def bent(self) -> Counter[str]:
        """What else bends its sense, and what stands over it: "denied that", "if"."""
        before = self.doc.own_words[self.clause.sentence.start : self.clause.start]
        within = _OPENS_WITHIN.match(self.doc.own_words, self.clause.start) or self.clause.attributions
        over = _DENIED.findall(before) if within else []
        sources = [word for each in self.clause.attributions for word in _DENIED.findall(self._cue(each.cue))]
        last = self.clause.sentence.of(self.doc.own_words).rstrip()[-1:]
        asked = ["?"] if last == "?" else []
        return Counter(word.lower() for word in (*_BLURS.findall(self.words), *{*over, *sources}, *asked))

    def _cue(self, cue: Span) -> str:
        return self.doc.own_words[max(0, cue.start - 12) : cue.end]

    @cached_property
    def open(self) -> bool:
        """Whether it only says what may be, so that its opposite may be too."""
        return bool(_OPEN.search(self.words))

    @cached_property
    def future(self) -> bool:
        return bool(_FUTURE.search(self.words))

    def sides(self, term: Term) -> tuple[list[Term], list[Term]]:
        """What tells before a term and behind it, the doer first in a passive: "rejected by the council"."""
        before = [one for one in self.terms if one.tells and one.span.start < term.span.start]
        after = [one for one in self.terms if one.tells and one.span.start > term.span.start]
        return (after[::-1], before[::-1]) if self._passive(term) else (before, after)

    def _passive(self, term: Term) -> bool:
        text = self.doc.own_words
        return bool(_BY.match(text, term.span.end) and _WAS.search(text, max(0, term.reach.start - _BACK), term.span.start))

    @cached_property
    def lead(self) -> list[Term]:
        """What tells in the sentence before the clause."""
        return self._telling(self.clause.sentence.start, self.clause.start)

    @cached_property
    def trail(self) -> list[Term]:
        """What tells in the sentence behind the clause."""
        return self._telling(self.clause.end, self.clause.sentence.end)

    @property
    def everything(self) -> list[Term]:
        """What tells in its whole sentence."""
        return [*self.lead, *self.terms, *self.trail]

    def _telling(self, start: int, end: int) -> list[Term]:
        return [term for term in _terms(self.doc.own_words, Span(start, end)) if term.tells]

    @cached_property
    def negators(self) -> int:
        return sum(term.denied is not None for term in self.terms)


def contrary(one: Term, other: Term) -> bool:
    """Whether one denies what the other states, or states the opposite."""
    if one.low in LEGAL or other.low in LEGAL:
        return False
    if bool(one.denied) != bool(other.denied):
        return like(one, other)
    return not one.denied and opposite(one.low, other.low)


def like(one: Term, other: Term) -> bool:
    """Whether two terms are forms of one word, or say the same in the table: "agreed" is "agree" and no "deal"."""
    irregular = one.stem == other.stem and (one.low in PASTS or other.low in PASTS)
    same = one.low == other.low or irregular or (min(len(one.low), len(other.low)) > 3 and one.low[:ROOT] == other.low[:ROOT])
    return (same and not opposite(one.low, other.low)) or alike(one.low, other.low)


def _terms(text: str, part: Span) -> Iterator[Term]:
    start = max(0, part.start - 1)  # a word may have begun there
    for term in _terms_alone(text[start : part.end], part.start - start):
        yield Term(term.span.moved(start), term.low, term.stem, term.denied and term.denied.moved(start))


@lru_cache(maxsize=8192)
def _terms_alone(text: str, start: int) -> tuple[Term, ...]:
    """The terms of a stretch alone, which is there again when another is changed."""
    return tuple(_read(text, Span(start, len(text))))


def _read(text: str, part: Span) -> Iterator[Term]:
    undone = {found.start() for found in _UNDONE.finditer(text, part.start, part.end)}
    waiting: Span | None = None
    left = 0
    for found in _TOKEN.finditer(text, part.start, part.end):
        low, span = " ".join(found[0].lower().split()), Span(*found.span())
        if low in _NOT or low.endswith(("n't", "n’t")) or span.start in undone:
            waiting, left = span, _REACH
            continue
        left -= 1
        if left < 0:
            waiting = None
        if low in SIDES or (low not in STOP_WORDS and low not in FORMAL) or low[0].isdigit():
            if low.endswith("ly") or (" " in low and low not in SIDES):
                continue
            yield Term(span, low, low if low[0] in "£$€0123456789" else stem(low), waiting)
            waiting = None

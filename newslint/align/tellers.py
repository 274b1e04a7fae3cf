"""Who tells a statement in the draft, and who in the sources: nobody in particular, another, or the same more firmly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newslint.align.records import OWN_ACT, OWN_BODY, routine
from newslint.comparisons import ClauseMatch, Ground, QuantityMatch, TellerChange, TellerMatch
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Clause
from newslint.spans import Span
from newslint.words import content_words, folded, word_set

ALIKE = 0.6
"""Likeness from which two clauses are one statement."""

FLAT, WITHIN = 0.7, 0.2
"""The same where the draft names nobody; of several source clauses those count that are as alike, within so much."""

NOBODY = ("vague", "agentless")
NAMED = ("named", "body", "document")
TELLERS = (*NAMED, "anonymous", "vague")
NO_TELLING = OWN_ACT - word_set("confirm confirms confirmed admit admits admitted announce announces announced announcing")
PASSING_ON = word_set("report reports reported reporting")
"""What an outlet does with what another has told it."""

DOUBT = word_set(
    """
    claim claims claimed claiming allege alleges alleged alleging purport purports purported suspect suspects suspected believe
    believes believed think thinks thought speculate speculates speculated suggest suggests suggested insist insists insisted
    """
)
STRONG = word_set(
    """
    confirm confirms confirmed confirming prove proves proved proven admit admits admitted admitting concede concedes conceded
    acknowledge acknowledges acknowledged demonstrate demonstrates demonstrated establish established
    """
)
STRONGER_THAN_DOUBT = STRONG | word_set("show shows showed shown reveal reveals revealed find finds found know knows knew")

COMMON = word_set(
    """
    The A An He She It They I We You Who Some Many His Her Their Its Police Officials Witnesses Experts Authorities Sources
    Investigators Prosecutors Doctors Scientists Researchers Lawmakers Critics Neighbours Neighbors Relatives Residents
    """
)
_NOT = compiled(r"(?:\bnot|\bnever|n['’]t|\bcannot|\bneither|\bnor)(?:\s\w+){0,2}\s$", re.IGNORECASE)

_INSISTING = compiled(r"insist\w*\son\s", re.IGNORECASE)
_PREPOSITION = compiled(r"\b(?:in|for|of|by|from|at|with|about)\s(?:\w+ly\s)?$", re.IGNORECASE)
_FIRST_PERSON = compiled(r"(?<![\w’'])(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")

Near = tuple[str, Clause, float, tuple[Ground, ...]]
"""A source, a clause of it, how alike it is, and why it speaks of the same."""


@dataclass(frozen=True)
class Told:
    """An attribution and the text that it stands in."""

    each: Attribution
    doc: Document

    @property
    def who(self) -> Span:
        """The words of who tells it, with the cue."""
        return self.each.cue.through(self.each.source) if self.each.source else self.each.cue

    @property
    def cue(self) -> frozenset[str]:
        return frozenset(self.each.cue.of(self.doc.text).lower().split())

    @property
    def verb(self) -> str:
        return self.each.cue.of(self.doc.text).lower().split()[-1]

    @property
    def words(self) -> str:
        """The source's full name and the words that stand for it."""
        return f"{self.each.source_name} {self.each.source.of(self.doc.text) if self.each.source else ''}".strip()

    @property
    def idle(self) -> bool:
        """Whether nothing is told after all: "that has not been confirmed", "Roe insisted on staying", "work in predicting"."""
        cue = self.each.cue
        return bool(
            (self.verb.endswith("ing") and _PREPOSITION.search(self.doc.text[max(0, cue.start - 30) : cue.start]))
            or _NOT.search(self.doc.text[max(0, cue.start - 30) : cue.end - len(self.verb)])
            or _INSISTING.match(self.doc.text, cue.start)
        )

    def same(self, other: Told) -> bool:
        """Whether both name the same person or body: a word in common, or the initials of one in the other."""
        first, second = self.words, other.words
        if stems(first) & stems(second):
            return True
        return any(
            "".join(word[0] for word in long.split() if word[0].isupper()) in short.split()
            for long, short in ((first, second), (second, first))
        )


def stems(words: str) -> frozenset[str]:
    """The content of a name or a clause, as names are compared here."""
    return frozenset(word.lower()[:5] for word in content_words(words))


def teller_matches(dossier: Dossier) -> tuple[TellerMatch, ...]:
    """Every statement of the draft whose teller is another than in all the sources that have it, at most one for each teller."""
    docs = {source.id: source.doc for source in dossier.sources}
    found: dict[Span, TellerMatch] = {}
    for clause, near in _stated(dossier):
        if match := (_compared if clause.attributions else _dropped)(clause, near, dossier, docs):
            found.setdefault(match.span, match)
    for clause, near in _counted(dossier, docs):
        if (match := _compared(clause, near, dossier, docs)) and match.how == "vaguer":
            found.setdefault(match.span, replace(match, counted=True))
    return tuple(found[span] for span in sorted(found))


def _stated(dossier: Dossier) -> Iterator[tuple[Clause, list[Near]]]:
    """The clauses of the draft with those of the sources that state the same."""
    for clause, group in groupby(dossier.all(ClauseMatch), key=lambda match: match.clause):
        alike = [match for match in group if match.score >= ALIKE and not match.opposed]
        yield clause, [(each.source, each.other, each.score, each.grounds) for each in alike if each.source and each.other]


def _counted(dossier: Dossier, docs: Mapping[str, Document]) -> Iterator[tuple[Clause, list[Near]]]:
    """The clauses of the draft that give a figure for what a clause of a source counts too."""
    for match in dossier.all(QuantityMatch):
        noun = match.quantity.noun
        if not match.source or not match.source_span or not match.other or not noun or match.other.noun != noun:
            continue
        here, there = _around(dossier.draft, match.span), _around(docs[match.source], match.source_span)
        if here and there:
            yield here, [(match.source, there, match.score, match.grounds)]


def _around(doc: Document, span: Span) -> Clause | None:
    """The clause that a place stands in."""
    clauses = doc.all(Clause)
    last = bisect_right(clauses, span.start, key=lambda clause: clause.start)
    return next((one for one in reversed(clauses[max(0, last - 4) : last]) if any(part.covers(span) for part in one.parts)), None)


def _compared(clause: Clause, near: Sequence[Near], dossier: Dossier, docs: Mapping[str, Document]) -> TellerMatch | None:
    here = [Told(each, dossier.draft) for each in clause.attributions]
    if not here or not near or not all(other.attributions for _, other, _, _ in near):
        return None
    there = [Told(each, docs[source]) for source, other, _, _ in near for each in other.attributions]
    if any(told.idle or told.cue & NO_TELLING for told in (*here, *there)):
        return None
    how = _change(here, there, dossier)
    if how is None:
        return None
    told = next(told for told in there if how != "vaguer" or told.each.kind in NAMED)
    source = next(id_ for id_, text in docs.items() if text is told.doc)
    _, _, score, grounds = near[0]
    return TellerMatch(here[0].who, "differs", score, source, told.who, clause, how, told.each, grounds=grounds)


def _dropped(clause: Clause, near: Sequence[Near], dossier: Dossier, docs: Mapping[str, Document]) -> TellerMatch | None:
    """Who tells in the nearest source what the draft states flat, where every source that has it gives it to somebody."""
    words = clause.words(dossier.draft.text)
    if _FIRST_PERSON.search(words):
        return None
    alike = [one for one in near if one[2] >= max(FLAT, near[0][2] - WITHIN)]
    told = [_teller(other, docs[source], words) for source, other, _, _ in alike]
    if not told or not all(told) or not told[0]:
        return None
    source, _, score, grounds = alike[0]
    return TellerMatch(clause.span, "differs", score, source, told[0].who, clause, "dropped", told[0].each, grounds=grounds)


def _teller(clause: Clause, doc: Document, draft: str) -> Told | None:
    """Who tells the clause in the source, unless it is the speaker's own act or record, or everybody's knowledge."""
    opening = {word[:5] for word in content_words(draft)[:3]}
    if _FIRST_PERSON.match(clause.words(doc.body).lstrip("\"“'‘")) and opening & stems(clause.sentence.of(doc.body)):
        return None  # "We expect growth," said the head of the firm
    for told in (Told(each, doc) for each in clause.attributions):
        who = set(content_words(told.words)) if told.each.source else set()
        own = told.cue & OWN_ACT or who <= OWN_BODY or {word[:5] for word in who} & opening
        if told.each.kind in TELLERS and not own and not told.idle and not routine(doc.body, clause.span, told.words):
            return told
    return None


def _change(here: Sequence[Told], there: Sequence[Told], dossier: Dossier) -> TellerChange | None:
    """How the draft's attributions differ from all the sources', if they do."""
    if {_verbatim(told) for told in here} & {_verbatim(told) for told in there}:
        return None
    if any("expected" in told.each.cue.of(told.doc.text) for told in here if told.each.kind == "agentless"):
        return None  # a forecast, not hearsay
    if all(told.each.kind in NOBODY for told in here):
        vague = any(told.each.kind not in NAMED for told in there)
        return None if vague or not any(_capital(told.words) for told in there) else "vaguer"
    if _firmer(here, there):
        return "firmer"
    return _moved(here, there, dossier)


def _firmer(here: Sequence[Told], there: Sequence[Told]) -> bool:
    """Whether the same source, or one that neither text names, vouches here for what it only said there."""
    named = [told for told in (*here, *there) if told.each.kind in NAMED and _capital(told.words)]
    if len(named) > 1 and not any(one.same(two) for one in here for two in there):
        return False
    cues, before = [told.verb for told in here], [told.verb for told in there]
    if all(cue in DOUBT for cue in before):
        return any(cue in STRONGER_THAN_DOUBT for cue in cues)
    return any(cue in STRONG for cue in cues) and not any(cue in STRONGER_THAN_DOUBT for cue in before)


def _moved(here: Sequence[Told], there: Sequence[Told], dossier: Dossier) -> TellerChange | None:
    """Another person or body, known to the source, tells it; "the ministry" for its spokesman is nobody else, and no more is an
    outlet that passes on what either said.
    """
    own, others = [told for told in here if told.each.kind in NAMED], [told for told in there if told.each.kind in NAMED]
    if not own or not others or len(others) < len(there):
        return None
    if not all(_capital(told.each.source.of(told.doc.text)) for told in (*own, *others) if told.each.source):
        return None
    if any(told.cue & PASSING_ON for told in (*own, *others)) or any(_outlet(told, dossier) for told in own):
        return None
    if any(one.same(two) for one in own for two in others):
        return None
    known = any(folded(told.each.source_name or told.words) in folded(other.doc.text) for told in own for other in others)
    if not known:
        return None
    return "moved" if all(told.each.kind == "body" for told in (*own, *others)) else "speaker"


def _outlet(told: Told, dossier: Dossier) -> bool:
    """Whether the draft credits the source itself."""
    words = folded(told.words)
    names = (folded(name) for source in dossier.sources for name in (source.outlet, source.id.partition(".")[0]))
    return any(name and (name in words or words in name) for name in names)


def _verbatim(told: Told) -> str:
    return " ".join(told.who.of(told.doc.text).lower().split())


def _capital(words: str) -> bool:
    return any(word[0].isupper() for word in words.split() if word not in COMMON)

"""Every clause of the draft and the clauses of the sources that speak of the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.align.actors import Actors
from newslint.align.events import conflict, events
from newslint.align.happenings import verbs
from newslint.align.lately import Lately
from newslint.align.places import keys
from newslint.comparisons import Alignment, ClauseMatch, Ground
from newslint.document import Document, Dossier, Source
from newslint.kept.regexes import compiled
from newslint.mentions import Certainty, Clause
from newslint.spans import Span
from newslint.words import WORD, word_set

MOST = 3
"""How many source clauses are kept for one of the draft."""

FLOOR = 0.35
"""Likeness below which two clauses have nothing to do with each other."""

LEAST = 2
"""Content words that a clause needs to be looked up, and that two must share."""

_FEW, _SAME = 4, 0.6
"""Words that a clause of no content needs to be looked up, and the share of their words that two of little content share."""

_ENOUGH, _VERBATIM = 4, 0.95
"""Shared words that settle it, and the likeness from which fewer will do."""

_SURE = 0.5
"""Likeness from which it is asked whether both clauses speak of the same people."""

DENYING = word_set("deny denies denied denying reject rejects rejected dispute disputes disputed refute refutes refuted")

_OTHER_VERB = 0.15  # what two verbs weigh that are not the same
_NAMES_ALONE = 0.2  # what it weighs that only names are shared
_FIGURES = 0.15  # what a shared figure weighs
_ONE_WORD = {
    other: row.split()[0]
    for row in (
        "close shut", "cut reduc slash", "scrap cance axe axed aband", "buy acqui purch", "sell sold", "sack fire fired dismi",
        "quit resig", "jail impri", "postp delay", "start begin began begun", "end ended finis",
    )
    for other in row.split()
}  # fmt: skip
"""Verbs that news copy uses for one another, by the five letters that words are compared by."""

_MODALS = word_set("will would may might could can shall should")  # how sure a clause is makes it no other clause
_POSSESSIVE = compiled(r"['’]s?\b(?=\s|$)")
_FIGURE = compiled(r"\d+(?:[.,]\d+)*")
_NAME = compiled(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")


@dataclass(frozen=True)
class Stated:
    """A clause with what it is compared by."""

    doc: Document
    certainty: Certainty

    @property
    def clause(self) -> Clause:
        return self.certainty.clause

    @cached_property
    def text(self) -> str:
        return self.clause.words(self.doc.body)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(_ONE_WORD.get(key, key) for key in keys(_POSSESSIVE.sub("", self.text)))

    @cached_property
    def wording(self) -> frozenset[str]:
        """Every word, for clauses of little content: "it could be years"."""
        return frozenset(match.group().lower() for match in WORD.finditer(self.text)) - _MODALS

    @cached_property
    def names(self) -> frozenset[str]:
        return keys(" ".join(_NAME.findall(self.text)))

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(_FIGURE.findall(self.text))

    @property
    def mention(self) -> Clause:
        return self.clause

    @property
    def sentence(self) -> Span:
        return self.clause.sentence

    @cached_property
    def verbs(self) -> frozenset[str]:
        return frozenset(verb for part in self.clause.parts for verb in verbs(self.doc.body, part))

    @cached_property
    def denied(self) -> bool:
        """Whether it says no, or who tells it does: "Roe denied that ..."."""
        told = (each.cue.of(self.doc.text).lower().rpartition(" ")[2] for each in self.clause.attributions)
        return self.certainty.negated != any(cue in DENYING for cue in told)

    @cached_property
    def events(self) -> frozenset[str]:
        return events(self.text)


def clause_matches(dossier: Dossier) -> tuple[ClauseMatch, ...]:
    """The matches of every clause of the draft's own, in text order, the likest first."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[ClauseMatch]:
    having, weights = dossier.together(_having)
    actors = Actors()
    near: defaultdict[Span, list[tuple[str, Span]]] = defaultdict(list)
    for alignment in dossier.all(Alignment):
        near[alignment.span].append((alignment.source, alignment.source_span))
    for sentence, group in dossier.draft.once(_by_sentence).items():
        candidates = [(source, other) for source, place in near[sentence] for other in having.get((source, place), ())]
        for stated in group:
            yield from _nearest(stated, candidates, weights, actors)


def _having(sources: Sequence[Source]) -> tuple[Mapping[tuple[str, Span], Sequence[Stated]], _Weights]:
    """The clauses of the sources, by sentence, and what their words weigh."""
    having = {(source.id, span): group for source in sources for span, group in source.doc.once(_by_sentence).items()}
    return having, _Weights([stated for group in having.values() for stated in group])


def _by_sentence(doc: Document) -> Mapping[Span, list[Stated]]:
    """The clauses to compare: not those who only say who says it, nor what is quoted, nor shreds."""
    found: dict[Span, list[Stated]] = {}
    for certainty in doc.all(Certainty):
        stated = Stated(doc, certainty)
        if stated.keys or len(stated.wording) >= _FEW:
            found.setdefault(certainty.clause.sentence, []).append(stated)
    return found


class _Weights:
    """How much a content word says: the rarer in the sources' clauses, the more (inverse document frequency)."""

    def __init__(self, clauses: Sequence[Stated]) -> None:
        count = Counter(word for stated in clauses for word in stated.keys)
        self._each = {word: math.log(1 + (len(clauses) + 1) / (times + 0.5)) for word, times in count.items()}
        self._unseen = math.log(1 + 2 * (len(clauses) + 1))
        self._whole = Lately[float]()

    def of(self, words: frozenset[str]) -> float:
        """What some words weigh together; asked for again and again of the same clause."""
        return self._whole.of(words, lambda: sum(self._each.get(word, self._unseen) for word in sorted(words)))


def _nearest(
    stated: Stated, candidates: Sequence[tuple[str, Stated]], weights: _Weights, actors: Actors
) -> Iterator[ClauseMatch]:
    clause = stated.clause
    found = []
    for source, other in candidates:
        score, grounds = likeness(stated, other, weights)
        if score >= FLOOR and not (_SURE <= score < _VERBATIM and actors.apart(stated, other)):
            found.append((score, source, other, grounds))
    found.sort(key=lambda one: -one[0])
    for score, source, other, grounds in found[:MOST]:
        opposed = stated.denied != other.denied
        yield ClauseMatch(clause.span, "same", score, source, other.clause.span, clause, other.clause, opposed, grounds=grounds)
    if not found:
        yield ClauseMatch(clause.span, "unsupported", 0.0, None, None, clause)


def likeness(one: Stated, other: Stated, weights: _Weights) -> tuple[float, tuple[Ground, ...]]:
    """How alike two clauses are: the share of what they say that both say, most of it asked of the draft's."""
    shared = one.keys & other.keys
    if len(one.keys) < LEAST or len(other.keys) < LEAST:
        return _worded(one, other)
    if len(shared) < LEAST:
        return 0.0, ()
    both, whole, there = weights.of(shared), weights.of(one.keys), weights.of(other.keys)
    score = 0.6 * both / whole + 0.4 * both / there
    if score < FLOOR - _FIGURES or conflict(one.events, other.events):
        return 0.0, ()
    if score < _VERBATIM and one.verbs and other.verbs and not one.verbs & other.verbs:
        score -= _OTHER_VERB
    if score < _VERBATIM and shared <= one.names | other.names:
        score -= _NAMES_ALONE
    if score < _VERBATIM:  # three words may meet by chance
        score *= 1 - 0.1 * max(0, _ENOUGH - len(shared))
    grounds = [Ground(f"both have {', '.join(_printed(one, shared))}", round(score, 2))]
    if one.figures & other.figures:
        score = min(1.0, score + _FIGURES)
        grounds.append(Ground("the same figure", _FIGURES))
    if one.names and other.names and not one.names & other.names:
        score -= 0.15
        grounds.append(Ground("no name in common", -0.15))
    return score, tuple(grounds)


def _worded(one: Stated, other: Stated) -> tuple[float, tuple[Ground, ...]]:
    """How alike two clauses of little content are: only nearly the same words will do."""
    alike = len(one.wording & other.wording) / max(1, len(one.wording | other.wording))
    return (alike, (Ground("nearly the same words", round(alike, 2)),)) if alike >= _SAME else (0.0, ())


def _printed(stated: Stated, shared: frozenset[str]) -> list[str]:
    """The shared words as the draft has them, each once."""
    found = {word[:5].lower(): word for word in reversed(WORD.findall(stated.text)) if word[:5].lower() in shared}
    return list(found.values())[::-1][:6]

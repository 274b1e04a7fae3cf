"""Clauses of the draft that say the reverse of what a source says of the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from newslint.align.exchanged import Roles, roles
from newslint.align.opposites import in_turn
from newslint.align.polarity import Sense, Term, contrary, like
from newslint.comparisons import Alignment, Ground, SenseMatch
from newslint.document import Document, Dossier
from newslint.mentions import Clause, DateMention
from newslint.spans import Span
from newslint.words import WORD

ENOUGH = 0.6
"""How much of what the two clauses say both must say."""

NEAR = 2
"""How many words of content before two that are opposite, and behind, are looked at for one that is the same."""

LEAST = 2
"""Words of content that both must have, besides those that are opposite."""

ALIKE = 0.3
"""How much of the draft's sentence that of the source must have in which two things stand the other way round."""


@dataclass(frozen=True)
class Pair:
    """A term of the draft and one of the source that are opposite, and how much of the rest both clauses have."""

    here: Term
    there: Term
    score: float
    shared: tuple[str, ...]


Having = Mapping[str, tuple[Document, Mapping[Span, Sequence[Sense]]]]
"""Every source, and the clauses of its sentences."""


def sense_matches(dossier: Dossier) -> tuple[SenseMatch, ...]:
    """The reversals of the draft, in text order: one for each clause."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[SenseMatch]:
    having = {source.id: (source.doc, source.doc.once(senses)) for source in dossier.sources}
    near: defaultdict[Span, list[Alignment]] = defaultdict(list)
    for alignment in dossier.all(Alignment):
        near[alignment.span].append(alignment)
    for sentence, group in dossier.draft.once(senses).items():
        told = [(place.source, one) for place in near[sentence] for one in having[place.source][1].get(place.source_span, ())]
        found = [match for sense in group for match in _reversed(sense, told)]
        yield from found or _exchanged(dossier.draft, sentence, near[sentence], having)


def senses(doc: Document) -> Mapping[Span, Sequence[Sense]]:
    """The clauses that state something, by sentence."""
    found: defaultdict[Span, list[Sense]] = defaultdict(list)
    for clause in doc.all(Clause):
        found[clause.sentence].append(Sense(doc, clause))
    return found


def _reversed(sense: Sense, told: Sequence[tuple[str, Sense]]) -> Iterator[SenseMatch]:
    found = [(source, other, pair) for source, other in told for pair in _pairs(sense, other)]
    if not found:
        return
    source, other, pair = max(found, key=lambda one: one[2].score)
    if any(_agrees(sense, one, pair) for _, one in told):
        return
    grounds = (Ground(f"both have {', '.join(pair.shared)}", round(pair.score, 2)),)
    yield SenseMatch(
        sense.clause.span,
        "differs",
        pair.score,
        source,
        other.clause.span,
        "denied" if pair.here.denied or pair.there.denied else "opposite",
        _shown(pair.here, sense, pair.there, other),
        _shown(pair.there, other, pair.here, sense),
        grounds=grounds,
    )


def _exchanged(draft: Document, sentence: Span, near: Sequence[Alignment], having: Having) -> Iterator[SenseMatch]:
    """What the sentence says of two things that the sources have the other way round."""
    mine = roles(draft.own_words, sentence)
    told = [(place, one) for place in near for one in roles(having[place.source][0].own_words, place.source_span)] if mine else []
    for one in mine:
        reverse = [(place, other) for place, other in told if one.reverses(other) and place.score >= ALIKE]
        if not reverse or any(one.repeats(other) for _, other in told):
            continue
        place, other = reverse[0]
        here, there = Sense(draft, _whole(sentence)), Sense(having[place.source][0], _whole(place.source_span))
        if _comparable(here, there) and (one.deed != "from to" or _one_subject(here, one, there, other)):
            ours, theirs = one.words[0].through(one.words[1]), other.words[0].through(other.words[1])
            yield SenseMatch(
                one.span, "differs", place.score, place.source, other.span, "exchanged", ours, theirs, grounds=place.grounds
            )


def _whole(sentence: Span) -> Clause:
    return Clause(sentence, sentence, "main", (sentence,))


def _one_subject(here: Sense, one: Roles, there: Sense, other: Roles) -> bool:
    """Whether the same stands before the two figures."""
    mine, theirs = (
        {term.stem for term in sense.terms if term.tells and term.span.end <= role.span.start and not term.figure}
        for sense, role in ((here, one), (there, other))
    )
    return mine <= theirs or theirs <= mine


def _pairs(one: Sense, other: Sense) -> Iterator[Pair]:
    """The terms of two clauses that are opposite where all the rest is the same."""
    if not (one.turning or other.negators) or one.future != other.future or one.open or other.open:
        return
    found = list(_turned(one, other))
    if len({here for here, _ in found}) != 1 or len({there for _, there in found}) != 1:
        return  # none, or two that undo one another
    here, there = found[0]
    if one.bent - Counter([here.low]) != other.bent - Counter([there.low]):
        return
    if one.negators - bool(here.denied) != other.negators - bool(there.denied) or not _comparable(one, other):
        return
    if not _same_subject(one, here, other, there):
        return
    pair = _weighed(one, here, other, there)
    if _enough(pair, in_turn=_in_turn(one, here, other, there)):
        yield pair


def _turned(one: Sense, other: Sense) -> Iterator[tuple[Term, Term]]:
    """The terms of the two that are opposite and stand near the same words."""
    mine = one.terms if other.negators else one.turning
    theirs = other.terms if one.negators else other.turning
    for here in mine:
        for there in theirs:
            if contrary(here, there) and _beside(one, here, other, there):
                yield here, there


def _enough(pair: Pair, *, in_turn: bool) -> bool:
    """Whether so much of the rest is the same that the two cannot both be true: all of it, where they might be in turn."""
    several, whole = len(pair.shared) >= LEAST, pair.score == 1
    return several and whole if in_turn else whole or (several and pair.score >= ENOUGH)


def _in_turn(one: Sense, here: Term, other: Sense, there: Term) -> bool:
    """Whether each may be true: of another thing in the sentence ("sales rose while costs fell"), or at another time."""
    both = _has(other.everything, here) or _has(one.everything, there)
    return both or (in_turn(here.low, there.low) and not (_dates(one) and _dates(other)) and not one.figures & other.figures)


def _has(terms: Sequence[Term], wanted: Term) -> bool:
    return any(like(term, wanted) and bool(term.denied) == bool(wanted.denied) for term in terms)


def _beside(one: Sense, here: Term, other: Sense, there: Term) -> bool:
    """Whether the same word stands near the two, before them or behind; for words that link two, next to them on both sides."""
    (before, after), (prior, later) = one.sides(here), other.sides(there)
    front, back = (one.lead + before, other.lead + prior), (after + one.trail, later + other.trail)
    if here.small or there.small:
        if not before and not prior and _stems(one.lead) != _stems(other.lead):
            return False  # "X, after Y": another X
        return _common(front[0][-1:], front[1][-1:]) and _common(back[0][:1], back[1][:1])
    return _common(front[0][-NEAR:], front[1][-NEAR:]) or _common(back[0][:NEAR], back[1][:NEAR])


def _common(one: Sequence[Term], other: Sequence[Term]) -> bool:
    return bool(_stems(one) & _stems(other))


def _stems(terms: Sequence[Term]) -> frozenset[str]:
    return frozenset(term.stem for term in terms)


def _comparable(one: Sense, other: Sense) -> bool:
    """Whether figures, days and speakers allow that they speak of the same."""
    if one.figures and other.figures and not one.figures & other.figures:
        return False
    names = [{each.source_name.split()[-1] for each in sense.clause.attributions if each.source_name} for sense in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    days, dates = _dates(one), _dates(other)
    return not days or not dates or not all(_apart(day, date) for day in days for date in dates)


def _dates(sense: Sense) -> list[DateMention]:
    return [
        date for date in sense.doc.all(DateMention) if sense.clause.sentence.covers(date.span) and date.type in ("DATE", "TIME")
    ]


def _apart(one: DateMention, other: DateMention) -> bool:
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.latest < other.earliest or other.latest < one.earliest
    return one.value != other.value and one.grain == other.grain


def _same_subject(one: Sense, here: Term, other: Sense, there: Term) -> bool:
    """Whether what stands before the two is one thing: the same words, or fewer of them on one side."""
    mine, theirs = ([term.stem for term in sense.sides(term_)[0]] for sense, term_ in ((one, here), (other, there)))
    if not mine or not theirs:
        return not mine and not theirs
    few, many = sorted((set(mine), set(theirs)), key=len)
    return few <= many or (mine[-1] == theirs[-1] and len(few & many) * 2 >= len(few))


def _weighed(one: Sense, here: Term, other: Sense, there: Term) -> Pair:
    mine, theirs = one.stems.copy(), other.stems.copy()
    mine.subtract([here.stem] if not here.small else [])
    theirs.subtract([there.stem] if not there.small else [])
    both, whole = sum((mine & theirs).values()), sum((+mine).values()) + sum((+theirs).values())
    same = {term.stem: term.span.of(one.doc.text) for term in one.terms if (mine & theirs)[term.stem] > 0}
    return Pair(here, there, (2 * both + 2) / (whole + 2), tuple(same.values())[:6])


def _shown(term: Term, sense: Sense, other: Term, there: Sense) -> Span:
    """The word and what denies it; or, of "used" against "not used the road", the words that the other denies."""
    if term.denied or not other.denied:
        return term.reach
    denied = {match[0].lower() for match in WORD.finditer(there.doc.own_words, other.denied.end, other.span.end)}
    words = list(WORD.finditer(sense.doc.own_words, sense.clause.start, term.span.start))
    inside = list(takewhile(lambda match: match[0].lower() in denied, reversed(words)))
    return Span(inside[-1].start(), term.span.end) if inside else term.span


def _agrees(sense: Sense, other: Sense, pair: Pair) -> bool:
    """Whether a clause of a source has it as the draft has, and speaks of the same."""
    rest = sense.stems - Counter([pair.here.stem])
    return 2 * sum((rest & other.stems).values()) >= sum(rest.values()) and _has(other.terms, pair.here)

"""The headline, standfirst and captions held against the body of their own story, as a draft is against its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from newslint.align.leads import against_lead, tells, uncounted
from newslint.align.places import keys
from newslint.align.values import FAR_ABOVE, ROUNDING, agree, allows, rounds_to, same_kind, same_noun
from newslint.comparisons import Alignment, ClauseMatch, DateMatch, QuantityMatch, Retold, StatusMatch
from newslint.document import Document, Dossier, Source
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind, Certainty, Clause, Quantity, Sentence
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.facts.nouns import Nouns

DISPLAY: frozenset[BlockKind] = frozenset({"headline", "standfirst", "caption"})
"""What is written last, often by another hand, and read first."""

COPY: frozenset[BlockKind] = frozenset({"paragraph", "quote-block", "list-item", "dateline"})

SURE = 0.6
"""How alike the two places of a figure, or two clauses, must be: headlines are short, and speak of several things at once."""

ALIKE = 0.5
"""The same for two dates, whose places share less, and for sentences of which one goes up and the other down."""

TELLS = 0.4
"""How much of the headline's content the sentence must have that tells its news."""

STEP = 1.5
"""By how much firmer than the body, on the scale of ``Certainty``, a headline must be: a fact for a likelihood."""

SOFTENED = 0.5
"""How much of what both clauses say must stand in the scope of the body's hedge."""

NEWS = 3
"""Sentences of the body that tell the headline's news; further down the same words may be of something else."""

IN_A_ROW, TIMES = 5, 60
"""How many sums in a row are added up, and how many times one is paid: for ten years, in 52 weeks."""

SMALL = 13
"""Counts below this are told one by one: a body that names two banks need not say "two"."""

_POINT = compiled(r"\b(?:(?P<quarter>(?:a |one )?quarter)|half)(?: of)?[ -](?:an? |of )?(?:percentage )?point", re.I)
_AGE = compiled(r"\b(?:at|aged?|,)\s$", re.I)
_REACH = 10

_HEADLINESE = compiled(
    r"\b(?:to\s[a-z]|may|might|could|can|would|plans?|likely|possibl[ey]|alleged|suspected|suspects?|feared|accused|reported|said|seeks?|eyes?)\b|[?'‘]",
    re.I,
)
"""A headline's own hedges: a future ("PM to resign"), a question, words in marks, and those that its capitals hide."""


def retold(doc: Document) -> tuple[Retold, ...]:
    """What the display type of a draft says that its own body says otherwise, in text order."""
    head, body = doc.part(DISPLAY), doc.part(COPY)
    if not head.all(Block) or not body.all(Sentence):
        return ()
    story = Dossier(head, (Source(body, "body"),), makers=doc.makers)
    found = (*_mentions(story), *_unmatched(story), *_statuses(story), *against_lead(story), *_certainties(story))
    return tuple(sorted({one.span.start: one for one in reversed(found)}.values(), key=lambda one: one.span))


def _mentions(story: Dossier) -> Iterator[Retold]:
    """Figures and dates that the body gives otherwise."""
    near = _near(story)
    for figure in story.all(QuantityMatch):
        if figure.verdict == "differs" and figure.other and figure.score >= SURE:
            there = _first(figure, story) or figure.other
            if not _explained(figure.quantity, there, story):
                yield Retold(figure.span, "figure", there.span, figure.score, figure.grounds)
        elif figure.verdict == "unsupported" or (figure.verdict == "differs" and figure.score < SURE):
            other = tuple(_counterpart(figure, near, story))
            yield from other or _missing(figure, story)
    for date in story.all(DateMatch):
        if date.verdict == "differs" and date.source_span and date.score >= ALIKE:
            yield Retold(date.span, "date", date.source_span, date.score, date.grounds)


def _first(figure: QuantityMatch, story: Dossier) -> Quantity | None:
    """The figure of its kind that stands first in the body, in the sentences that tell the news."""
    body = story.sources[0].doc
    end = body.all(Sentence)[:NEWS][-1].end
    same = (one for one in body.all(Quantity) if one.end <= end and _of_a_kind(figure.quantity, one, _nouns(story)))
    return next(same, None)


def _explained(one: Quantity, other: Quantity, story: Dossier) -> bool:
    """Whether the body leaves room for both: one more died, or the rate of 4% was cut by a quarter of a point."""
    body = story.sources[0].doc
    if one.fate:
        some = any(each.value[0] == one.value[0] and tells(body, each, one.fate) for each in body.all(Quantity))
        return some or uncounted(body, one.value[0], other)
    if one.kind == "money":
        return _added_up(one, body.all(Quantity))
    values = [each.value[0] for each in body.all(Quantity) if each.kind == one.kind]
    told = {a + b * sign for a, b in pairwise(values) for sign in (1, -1)}
    told |= {a + step * sign for a in values for step in _points(body.body) for sign in (1, -1)}
    return one.kind == "percent" and one.value[0] in told


def _points(text: str) -> Iterator[Decimal]:
    """By how much a rate is said to have moved, where that is told in parts of a point."""
    for found in _POINT.finditer(text):
        yield Decimal("0.25") if found["quarter"] else Decimal("0.5")


def _counterpart(figure: QuantityMatch, near: Mapping[Span, Sequence[Alignment]], story: Dossier) -> Iterator[Retold]:
    """The only figure of its kind in the sentence that tells the headline's news, where no sentence has the headline's own."""
    sentence = next((one.span for one in story.draft.all(Sentence) if one.start <= figure.start < one.end), None)
    for place in near.get(sentence, ())[:1] if sentence else ():
        inside = [one for one in story.sources[0].doc.all(Quantity) if place.source_span.covers(one.span)]
        same = [one for one in inside if _of_a_kind(figure.quantity, one, _nouns(story))]
        if (
            place.score >= TELLS
            and len(same) == 1
            and not (agree(figure.quantity, same[0]) or _explained(figure.quantity, same[0], story))
        ):
            yield Retold(figure.span, "figure", same[0].span, place.score, place.grounds)


def _missing(figure: QuantityMatch, story: Dossier) -> Iterator[Retold]:
    """A figure that the body has in no form. Left alone are small counts, which a body tells one by one, ages and measures,
    whose units headlines leave out or cut short, words like "dozens", and what any of its figures can be rounded to."""
    one, text = figure.quantity, story.draft.body
    if figure.verdict == "differs" or one.kind not in ("count", "money", "percent") or "dozen" in one.span.of(text).lower():
        return
    if one.unit is None and (abs(one.value[0]) < SMALL or _AGE.search(text, max(0, one.start - _REACH), one.start)):
        return
    if (one.kind == "percent" and _explained(one, one, story)) or (one.kind == "money" and _reckoned(one, story)):
        return
    if len(one.value) == 1 and not any(_like(one, other) for other in story.sources[0].doc.all(Quantity)):
        yield Retold(figure.span, "missing", None, figure.score, figure.grounds)


def _unmatched(story: Dossier) -> Iterator[Retold]:
    """A sum of money that the body has only where any of its sums may be added up: £42m and a part of it, £4m. Here
    they must stand in a row, as the parts of a whole do, or be one that is paid so many times."""
    matched = {one.span for one in story.all(QuantityMatch)}
    for one in story.draft.all(Quantity):
        if one.kind != "money" or len(one.value) > 1 or one.span in matched:
            continue
        if not any(_like(one, other) for other in story.sources[0].doc.all(Quantity)) and not _reckoned(one, story):
            yield Retold(one.span, "missing", None, SURE)


def _reckoned(one: Quantity, story: Dossier) -> bool:
    """Whether it is what sums of the body come to, or one of them paid so many times."""
    body = story.sources[0].doc.all(Quantity)
    times = {other.value[0] for other in body if other.kind in ("count", "measure") and other.value[0] <= TIMES}
    paid = (value * each for value in set(_sums(one, body)) for each in times)
    return _added_up(one, body) or any(rounds_to(each, one.value[0]) for each in paid)


def _added_up(one: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether it is what some sums in a row come to, or by how much each is more than the one before."""
    values = _sums(one, body)
    rows = (sum(values[at : at + few], Decimal(0)) for at in range(len(values)) for few in range(2, IN_A_ROW + 1))
    apart = (abs(first - second) for first, second in pairwise(values))
    return any(rounds_to(each, one.value[0]) for each in chain(rows, apart))


def _sums(one: Quantity, body: Sequence[Quantity]) -> list[Decimal]:
    return [other.value[0] for other in body if (other.kind, other.unit) == ("money", one.unit)]


def _like(one: Quantity, other: Quantity) -> bool:
    """Whether the two may be one figure for all that their units say, which headlines leave out: their first digits
    are the same, or one allows the other."""
    if one.kind == "money" and other.kind not in ("money", "count"):
        return False
    here, there = (quantity.value[0].normalize().as_tuple().digits[:2] for quantity in (one, other))
    near = abs(one.value[0] - other.value[0]) <= ROUNDING * abs(other.value[0])
    if other.high is None and one.value[0] > FAR_ABOVE * other.value[0]:  # "at least 66" is not 19,000
        return False
    return (
        (here == there and (other.noun is None or one.value[0].adjusted() == other.value[0].adjusted()))
        or near
        or allows(one, other)
    )


def _of_a_kind(one: Quantity, other: Quantity, nouns: Nouns) -> bool:
    return same_kind(one, other, strict=True) and same_noun(one, other, nouns) is True


def _nouns(story: Dossier) -> Nouns:
    from newslint.facts import Facts

    return next(iter(story.all(Facts)), Facts()).nouns


def _near(story: Dossier) -> Mapping[Span, Sequence[Alignment]]:
    near: defaultdict[Span, list[Alignment]] = defaultdict(list)
    for one in story.all(Alignment):
        near[one.span].append(one)
    return near


def _statuses(story: Dossier) -> Iterator[Retold]:
    """A stage of the law that the body has not reached: "Mayor jailed" over a charge."""
    for match in story.all(StatusMatch):
        if match.verdict == "differs" and match.source_span:
            yield Retold(match.span, "status", match.source_span, match.score, match.grounds)


def _certainties(story: Dossier) -> Iterator[Retold]:
    """What the headline states flatly, and the body nowhere does."""
    sure = {one.clause: one for doc in (story.draft, story.sources[0].doc) for one in doc.all(Certainty)}
    told: defaultdict[Clause, list[ClauseMatch]] = defaultdict(list)
    for match in story.all(ClauseMatch):
        told[match.clause].append(match)
    news = story.sources[0].doc.all(Sentence)[:NEWS][-1].start if told else 0
    for clause, matches in told.items():
        stated = sure[clause]
        like = [match for match in matches if match.other and match.score >= SURE]
        words = clause.words(story.draft.body)
        if not like or clause.attributions or stated.negated or _HEADLINESE.search(clause.sentence.of(story.draft.body)):
            continue
        best = max(like, key=lambda match: sure[match.other].level)  # type: ignore[index]
        other = sure[best.other]  # type: ignore[index]
        if best.other and best.other.sentence.start > news:
            continue
        firmer = other.cue and not other.negated and stated.level - other.level >= STEP
        if firmer and other.cue and _softened(words, other, story.sources[0].doc):
            yield Retold(clause.span, "certainty", other.cue, best.score, best.grounds)


def _softened(words: str, other: Certainty, body: Document) -> bool:
    """Whether the hedge softens what the headline took over, and not something else in the clause."""
    shared = keys(words) & keys(other.clause.words(body.body))
    scope = keys(other.scope.of(body.body)) if other.scope else frozenset()
    return len(shared & scope) >= SOFTENED * len(shared)

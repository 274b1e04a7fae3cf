"""Statements that the draft puts in another mouth than the sources do, or has said more firmly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newslint.comparisons import ClauseMatch, Ground, QuantityMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Attribution, Clause
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import content_words, folded, word_set

NOBODY = ("vague", "agentless")
NAMED = ("named", "body", "document")
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

Near = tuple[str, Clause, tuple[Ground, ...]]
"""A source, a clause of it, and why that clause speaks of the same."""

Pair = tuple[Clause, list[Near], str]
"""A clause of the draft, those of the sources, and whether they state the same or only count the same."""

Told = tuple[Attribution, Document]


@dataclass(frozen=True)
class AttributionShifted(Check):
    """A statement that draft and source both attribute, but not alike.

    ``vaguer``: nobody in particular stands where the source names somebody; ``firmer``: what somebody claimed or said is
    confirmed or proved; ``moved``: another body; ``speaker``: another person. ``alike`` is the
    likeness from which two clauses are one statement.
    """

    name: ClassVar[str] = "attribution-shifted"
    needs: ClassVar[tuple[type, ...]] = (ClauseMatch, QuantityMatch, Clause)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"who"}),
        "firmer": frozenset({"who"}),
        "moved": frozenset({"who"}),
        "speaker": frozenset({"who"}),
    }

    alike: float = 0.6
    least: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        docs = {source.id: source.doc for source in ctx.sources}
        seen: set[Span] = set()
        for clause, near, how in (*self._stated(ctx), *_counted(ctx, docs)):
            own = content_words(clause.words(ctx.draft.own_words))
            if not clause.attributions or len(own) < self.least or not all(other.attributions for _, other, _ in near):
                continue
            here = [(each, ctx.draft) for each in clause.attributions]
            there = [(each, docs[source]) for source, other, _ in near for each in other.attributions]
            case, place = _shift(here, there, ctx), _who(here[0][0])
            if case and place not in seen and (how == "stated" or case == "default"):
                seen.add(place)
                told, doc = next(told for told in there if case != "default" or told[0].kind in NAMED)
                source = next(id_ for id_, text in docs.items() if text is doc)
                slots = {"who": one_line(_who(told).of(doc.text))}
                yield Match(place, slots, case, "medium", (Evidence(source, _who(told)),), grounds=near[0][2])

    def _stated(self, ctx: RuleContext) -> Iterator[Pair]:
        """The clauses of the draft with those of the sources that state the same."""
        for clause, group in groupby(ctx.dossier.all(ClauseMatch), key=lambda match: match.clause):
            alike = [match for match in group if match.score >= self.alike and not match.opposed]
            near = [(match.source, match.other, match.grounds) for match in alike if match.source and match.other]
            if near:
                yield clause, near, "stated"


def _counted(ctx: RuleContext, docs: Mapping[str, Document]) -> Iterator[Pair]:
    """The clauses of the draft that give a figure for what a clause of a source counts too."""
    for match in ctx.dossier.all(QuantityMatch):
        noun = match.quantity.noun
        if not match.source or not match.source_span or not match.other or not noun or match.other.noun != noun:
            continue
        here, there = _around(ctx.draft, match.span), _around(docs[match.source], match.source_span)
        if here and there:
            yield here, [(match.source, there, match.grounds)], "counted"


def _around(doc: Document, span: Span) -> Clause | None:
    """The clause that a place stands in."""
    clauses = doc.all(Clause)
    last = bisect_right(clauses, span.start, key=lambda clause: clause.start)
    return next((one for one in reversed(clauses[max(0, last - 4) : last]) if any(part.covers(span) for part in one.parts)), None)


def _shift(here: Sequence[Told], there: Sequence[Told], ctx: RuleContext) -> str | None:
    """How the draft's attributions differ from all the sources', if they do."""
    if {_verbatim(told) for told in here} & {_verbatim(told) for told in there}:
        return None
    if any("expected" in each.cue.of(doc.text) for each, doc in here if each.kind == "agentless"):
        return None  # a forecast, not hearsay
    if all(each.kind in NOBODY for each, _ in here):
        vague = any(each.kind not in NAMED for each, _ in there)
        return None if vague or not any(_capital(_words(told)) for told in there) else "default"
    if _firmer(here, there):
        return "firmer"
    return _moved(here, there, ctx)


def _firmer(here: Sequence[Told], there: Sequence[Told]) -> bool:
    cues = [_verb(told) for told in here]
    before = [_verb(told) for told in there]
    if all(cue in DOUBT for cue in before):
        return any(cue in STRONGER_THAN_DOUBT for cue in cues)
    return any(cue in STRONG for cue in cues) and not any(cue in STRONGER_THAN_DOUBT for cue in before)


def _moved(here: Sequence[Told], there: Sequence[Told], ctx: RuleContext) -> str | None:
    """Another person or body, known to the source, says it; "the ministry" for its spokesman is nobody else."""
    own, others = [told for told in here if told[0].kind in NAMED], [told for told in there if told[0].kind in NAMED]
    if not own or not others or len(others) < len(there):
        return None
    if not all(_capital(told[0].source.of(told[1].text)) for told in (*own, *others) if told[0].source):
        return None
    if any(_same(one, two) for one in own for two in others) or any(_outlet(told, ctx) for told in own):
        return None
    known = any(folded(_names(told)) in folded(doc.text) for told in own for _, doc in others)
    if not known:
        return None
    return "moved" if all(told[0].kind == "body" for told in (*own, *others)) else "speaker"


def _same(one: Told, two: Told) -> bool:
    first, second = _words(one), _words(two)
    if {word.lower()[:5] for word in content_words(first)} & {word.lower()[:5] for word in content_words(second)}:
        return True
    return any(
        "".join(word[0] for word in long.split() if word[0].isupper()) in short.split()
        for long, short in ((first, second), (second, first))
    )


def _outlet(told: Told, ctx: RuleContext) -> bool:
    """Whether the draft credits the source itself."""
    words = folded(_words(told))
    names = (folded(name) for source in ctx.sources for name in (source.outlet, source.id.partition(".")[0]))
    return any(name and (name in words or words in name) for name in names)


def _verbatim(told: Told) -> str:
    return " ".join(_who(told[0]).of(told[1].text).lower().split())


def _verb(told: Told) -> str:
    return told[0].cue.of(told[1].text).lower().split()[-1]


def _names(told: Told) -> str:
    return told[0].source_name or _words(told)


def _words(told: Told) -> str:
    each, doc = told
    return f"{each.source_name} {each.source.of(doc.text) if each.source else ''}".strip()


def _capital(words: str) -> bool:
    return any(word[0].isupper() for word in words.split() if word not in COMMON)


def _who(told: Attribution) -> Span:
    return told.cue.through(told.source) if told.source else told.cue

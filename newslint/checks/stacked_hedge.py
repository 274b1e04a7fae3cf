"""Two hedges where one is enough."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar, Literal

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Attribution, Hedge, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_WORD = re.compile(r"\w[\w'’-]*")
_OWN = re.compile(r"\b(?:I|we|you|do|not|to|never|n['’]t|don['’]t)\s(?:\w+ly\s)?$", re.IGNORECASE)
_ABLE = re.compile(r"\s(?:that\s)?(?:he|she|they)\scould", re.IGNORECASE)
_BREAK = re.compile(r"[;:?!—]|\s[–-]\s|,\s(?:but|while|although|though|because|who|which|where|when|after|before|as|so)\b")

_RELATIVE = frozenset({"who", "which", "whose", "where"})

Sort = Literal["report", "doubt", "belief"]


@dataclass(frozen=True)
class StackedHedges(Check):
    """Two cues or more that soften one proposition: the case ``stacked``.

    One of ``reports`` ("reportedly") followed by one of ``doubts`` ("possibly") within
    ``reach`` words; one of ``beliefs`` ("suggests") with a doubt right behind it, or within
    twice ``reach`` where a vague figure stands between; two doubts side by side;
    "allegedly" under one of ``accusing``, or at most ``near`` words behind the cue (one of
    ``saying``) of the source that says so, unless that is one of ``lawful``. A doubt before one of ``states`` ("potentially
    ready") is the case ``state``, a report in the sentence after an attribution to nobody
    in particular the case ``again``.
    """

    name: ClassVar[str] = "stacked-hedge"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Hedge, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "stacked": frozenset({"first", "second"}),
        "state": frozenset({"first", "second"}),
        "again": frozenset({"first"}),
    }

    reports: frozenset[str]
    doubts: frozenset[str]
    beliefs: frozenset[str]
    accusing: frozenset[str]
    saying: frozenset[str]
    states: frozenset[str]
    lawful: frozenset[str] = frozenset()
    reach: int = 8
    near: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        doc = ctx.draft
        starts = [sentence.start for sentence in doc.all(Sentence)]
        for _, hedges in groupby(doc.all(Hedge), key=lambda hedge: bisect_right(starts, hedge.start)):
            yield from self._stacked(doc, list(hedges))
        for hedge in doc.all(Hedge):
            yield from self._single(doc, hedge)
        yield from self._sourced(doc)
        yield from self._again(doc)

    def _sort(self, doc: Document, hedge: Hedge) -> Sort | None:
        word = hedge.span.of(doc.text).lower()
        sorts: dict[Sort, frozenset[str]] = {"report": self.reports, "doubt": self.doubts, "belief": self.beliefs}
        return next((sort for sort, words in sorts.items() if word in words), None)

    def _stacked(self, doc: Document, hedges: Sequence[Hedge]) -> Iterator[Match]:
        """The hedges of one sentence, those that soften the same proposition as one match."""
        cues = [index for index, hedge in enumerate(hedges) if self._sort(doc, hedge)]
        runs: list[list[Hedge]] = []
        for one, two in pairwise(cues):
            if not self._one_proposition(doc, hedges[one : two + 1]):
                continue
            if runs and runs[-1][-1] is hedges[one]:
                runs[-1].append(hedges[two])
            else:
                runs.append([hedges[one], hedges[two]])
        for run in runs:
            slots = {"first": run[0].span.of(doc.text), "second": run[-1].span.of(doc.text)}
            yield Match(run[0].span.through(run[-1].span), slots, case="stacked")

    def _one_proposition(self, doc: Document, hedges: Sequence[Hedge]) -> bool:
        """Whether the first and the last of these hedges soften the same thing."""
        first, *inner, second = hedges
        words = doc.own_words
        between = words[first.end : second.start]
        if _BREAK.search(between) or _ABLE.fullmatch(words, first.end, second.end):
            return False
        if _OWN.search(words, max(0, first.start - 20), first.start):
            return False
        figure = any(hedge.kind == "approximator" for hedge in inner)
        kinds = self._sort(doc, first), self._sort(doc, second)
        if "report" in kinds and {first.kind, second.kind} & {"modal"}:  # "could reportedly carry ten": it is able to
            return False
        limits: dict[tuple[Sort | None, Sort | None], int] = {
            ("report", "doubt"): self.reach,
            ("belief", "doubt"): 2 * self.reach if figure else 0,
            ("doubt", "report"): 1,
            ("doubt", "doubt"): 0,
            ("report", "report"): 0,
        }
        return len(_WORD.findall(between)) <= limits.get(kinds, -1)

    def _single(self, doc: Document, hedge: Hedge) -> Iterator[Match]:
        text, word = doc.own_words, hedge.span.of(doc.text)
        after = _WORD.match(text, hedge.end + 1)
        if hedge.kind == "epistemic" and word.lower() in self.doubts and after and after.group().lower() in self.states:
            yield Match(Span(hedge.start, after.end()), {"first": word, "second": after.group()}, case="state")
        before = list(_WORD.finditer(text, max(0, hedge.start - 40), hedge.start))[-4:]
        if word.lower() in self.reports and before and before[-1].group() in ("of", "with"):
            charge = next((found for found in before if found.group().lower() in self.accusing), None)
            if charge:
                yield Match(Span(charge.start(), hedge.end), {"first": charge.group(), "second": word}, case="stacked")

    def _sourced(self, doc: Document) -> Iterator[Match]:
        """A legal hedge on what a source already answers for: "police say he allegedly fled"."""
        legal = [hedge for hedge in doc.all(Hedge) if hedge.kind == "legal" and self._sort(doc, hedge) == "report"]
        starts = [hedge.start for hedge in legal]
        for source in doc.all(Attribution):
            after = bisect_left(starts, source.cue.end)
            if after == len(legal) or not source.content or source.cue.of(doc.text).lower() not in self.saying:
                continue
            hedge = legal[after]
            between = doc.own_words[source.cue.end : hedge.start]
            words = _WORD.findall(between)
            parted = _BREAK.search(between) or _RELATIVE.intersection(words)
            who = source.source.of(doc.text).lower() if source.source else ""
            if self.lawful.intersection(_WORD.findall(who)):
                continue  # of a charge before the court "allegedly" is asked for
            if source.content.covers(hedge.span) and len(words) <= self.near and not parted:
                slots = {"first": source.cue.of(doc.text), "second": hedge.span.of(doc.text)}
                yield Match(source.cue.through(hedge.span), slots, case="stacked")

    def _again(self, doc: Document) -> Iterator[Match]:
        """A report in the sentence after one that is laid to nobody in particular."""
        sentences = doc.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        vague = {bisect_right(starts, a.cue.start): a for a in doc.all(Attribution) if a.kind == "vague"}
        for hedge in doc.all(Hedge):
            earlier = vague.get(bisect_right(starts, hedge.start) - 1)
            if earlier and earlier.source and hedge.kind == "evidential" and self._sort(doc, hedge) == "report":
                span = earlier.cue.through(earlier.source)
                yield Match(hedge.span, {"first": span.of(doc.text)}, case="again", evidence=(Evidence(None, span),))

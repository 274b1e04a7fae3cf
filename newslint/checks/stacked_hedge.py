"""Two hedges where one is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Stack
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

Sort = Literal["report", "doubt", "belief", "seeming", "hearsay", ""]

_HEARSAY = compiled(
    r"(?:it\s)?(?:(?:is|are|was|were|been|being|be)\s)?(?:\w+ly\s)?(?:thought|believed|understood|presumed|said|reported|alleged|rumou?red)"
    r"(?:\s(?:to|that))?$",
    re.IGNORECASE,
)
_BE = compiled(r"\b(?:is|are|was|were|been|be)\s$", re.IGNORECASE)
_MODALS = frozenset({"may", "might", "could"})


@dataclass(frozen=True)
class StackedHedges(Check):
    """Two cues or more that soften one proposition: the case ``stacked``.

    One of ``reports`` ("reportedly") followed by one of ``doubts`` ("possibly") within
    ``reach`` words; one of ``seeming`` ("apparently") or a report before or behind a passive of believing ("is thought to"),
    or a doubt behind that; one of ``beliefs`` ("suggests") with a doubt right behind it, or one that is no auxiliary within
    twice ``reach`` where a vague figure stands between; two doubts side by side; "allegedly" at most ``near`` words behind
    the cue (one of ``saying``) of the source that says so, unless that is one of ``lawful``. "Allegedly" under one of
    ``accusing`` is the case ``legal``, a doubt before one of ``states`` ("potentially ready") the case ``state``, a report in
    the sentence after an attribution to nobody in particular the case ``again``.
    """

    name: ClassVar[str] = "stacked-hedge"
    needs: ClassVar[tuple[type, ...]] = (Stack,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "stacked": frozenset({"first", "second"}),
        "legal": frozenset({"first", "second"}),
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
    seeming: frozenset[str] = frozenset()
    reach: int = 8
    near: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        run: list[Stack] = []
        for stack in ctx.draft.all(Stack):
            first, second = stack.first.of(text), stack.second.of(text)
            if stack.form == "beside":
                aside = text[stack.first.end] == "," and self._sort(first) == "belief"  # "some believe, could be"
                if not aside and self._beside(stack, first.lower(), second.lower()):
                    if run and run[-1].second != stack.first:
                        yield _together(run, text)
                        run = []
                    run.append(stack)
            elif stack.form == "again":
                if "evidential" in stack.kinds and self._sort(second) == "report":
                    yield Match(stack.span, {"first": first}, case="again", evidence=(Evidence(None, stack.first),))
            elif case := self._case(stack, first.lower(), second.lower(), text):
                yield Match(stack.span, {"first": first, "second": second}, case=case)
        if run:
            yield _together(run, text)

    def _sort(self, word: str) -> Sort:
        sorts: dict[Sort, frozenset[str]] = {
            "report": self.reports,
            "doubt": self.doubts,
            "belief": self.beliefs,
            "seeming": self.seeming,
        }
        listed = next((sort for sort, words in sorts.items() if word.lower() in words), None)
        return listed or ("hearsay" if _HEARSAY.match(word) else "")

    def _beside(self, stack: Stack, first: str, second: str) -> bool:
        """Whether two hedges soften the same thing."""
        sorts = self._sort(first), self._sort(second)
        if "report" in sorts and "modal" in stack.kinds:  # "could reportedly carry ten": it is able to
            return "could" not in (first, second) and "doubt" in sorts and stack.apart == 0
        limits: dict[tuple[Sort, Sort], int] = {
            ("report", "doubt"): self.reach,
            ("belief", "doubt"): 2 * self.reach if stack.vague and "modal" not in stack.kinds else 0,
            ("doubt", "report"): 1,
            ("doubt", "doubt"): 0 if (first, second) != ("could", "probably") else -1,  # it is able to
            ("report", "report"): 0,
            ("report", "hearsay"): 0,
            ("seeming", "hearsay"): 0,
            ("seeming", "doubt"): 0 if "could" not in (first, second) else -1,
            ("seeming", "seeming"): 0,
            ("hearsay", "report"): 2,
            ("hearsay", "seeming"): 2,
            ("hearsay", "doubt"): self.near
            if second in _MODALS and first.startswith("it ")
            else 2
            if second not in _MODALS and second != "potentially"
            else -1,
        }
        return stack.apart <= limits.get(sorts, -1)

    def _case(self, stack: Stack, first: str, second: str, text: str) -> str:
        """The case of a hedge and a word that is none; none where they go together."""
        if stack.form == "before":
            return "state" if "epistemic" in stack.kinds and first in self.doubts and second in self.states else ""
        if stack.form == "under":
            return "legal" if second in self.reports and first in self.accusing else ""
        who = re.findall(r"[\w’'-]+", stack.source.of(text).lower()) if stack.source else ()
        said = first in self.saying and second in self.reports and stack.apart <= self.near
        return "stacked" if said and self.lawful.isdisjoint(who) else ""  # of a charge before the court it is asked for


def _together(run: list[Stack], text: str) -> Match:
    """A chain of hedges of one statement as one match."""
    span = Span(run[0].first.start, run[-1].second.end)
    auxiliary = _BE.search(text, max(0, span.start - 6), span.start)  # "is" of "is apparently thought to"
    reach = (Span(auxiliary.start(), span.end),) if auxiliary else ()
    return Match(span, {"first": run[0].first.of(text), "second": run[-1].second.of(text)}, case="stacked", reach=reach)

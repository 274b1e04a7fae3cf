"""Mr Kim here, Kim there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Quote
from newslint.reckonings import SurnameUse
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span


@dataclass(frozen=True)
class UnevenHonorific(Check):
    """A surname now with Mr, Mrs or Ms and now without, for one person; the rarer way is reported, once.

    Where one person is called both ways as often, the way of the draft's other people decides, and then the first. The rarer
    way must not stand more than ``most`` times: what goes to and fro is two passages, or two writers. A surname that two
    people of the draft share, a name before a noun ("the Kim regime") and quotations do not count. No model is asked.
    """

    most: int = 2

    name: ClassVar[str] = "uneven-honorific"
    needs: ClassVar[tuple[type, ...]] = (SurnameUse, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"name", "usual", "times"}),
        "with": frozenset({"name", "usual", "times"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        uses: defaultdict[str, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
        for one in draft.all(SurnameUse):
            uses[one.surname][0 if one.honorific else 1].append(one.span)
        all_titled, all_bare = (sum(len(ways[way]) for ways in uses.values()) for way in (0, 1))
        for surname, (titled, bare) in uses.items():
            if not titled or not bare or min(len(titled), len(bare)) > self.most:
                continue
            lead = (len(titled) - len(bare)) or (all_titled - all_bare) or (bare[0].start - titled[0].start)
            odd, usual, case = (bare, titled, "default") if lead > 0 else (titled, bare, "with")
            evidence = (Evidence(None, usual[0], "the other way"), *(Evidence(None, span, "and here") for span in odd[1:]))
            slots = {"name": surname, "usual": usual[0].of(draft.text), "times": _times(len(usual))}
            yield Match(odd[0], slots, case=case, evidence=evidence)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

"""Figures that a draft gives twice, and not alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Recount
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class NumberChanges(Check):
    """What is counted twice comes to the same: 12 hurt at the top are not 15 further down.

    ``attributed_disagreement`` says whether two figures that two speakers give are noted.
    """

    attributed_disagreement: bool = True

    name: ClassVar[str] = "number-changes"
    needs: ClassVar[tuple[type, ...]] = (Recount,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"other"}),
        "attributed": frozenset({"other", "teller", "other_teller"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        for found in ctx.draft.all(Recount):
            if found.how != "differs" or (found.tellers and not self.attributed_disagreement):
                continue
            slots = {"other": one_line(found.other.span.of(text))}
            if found.tellers:
                other, teller = (one_line(span.of(text)) for span in found.tellers)
                slots |= {"teller": teller, "other_teller": other}
            case = "attributed" if found.tellers else "default"
            yield Match(found.span, slots, case, evidence=(Evidence(None, found.other.span),))

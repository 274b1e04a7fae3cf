"""One open draft, linted again and again as it is typed.

What is found is what ``newslint check`` finds. It is found sooner, since nothing is worked out twice that did not change: sources
stay read, with their layers, and so does a draft between a quick look and a full one; the model does not read a
paragraph again (``nlp``).
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from newslint.comparisons import Recount, Retold, Wavering
from newslint.document import Document, Dossier, Layered, Maker, Source
from newslint.errors import NewslintError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.mentions import (
    Abbreviation,
    Certainty,
    Clause,
    Entity,
    LegalStatus,
    Name,
    PasserBy,
    Spelling,
    Stranger,
    Token,
    Variant,
)
from newslint.reckonings import Breakdown, Described, LifeFact, Multiple, Proportion, SurnameUse
from newslint.rule import Check
from newslint.run.carried import carried
from newslint.run.files import excluded
from newslint.run.keeping import Texts

Depth = Literal["quick", "all"]

SLOW_LAYERS: frozenset[type] = frozenset(
    {
        *(Token, Entity, Name, Stranger, PasserBy, LifeFact),  # what the model makes, and what is made of that
        *(Abbreviation, Certainty, Clause, Described, LegalStatus, Recount, Retold, Spelling, SurnameUse, Variant, Wavering),
        *(Breakdown, Multiple, Proportion),
    }
)
SOURCES = 50_000
"""Characters of sources that are kept with their layers beside those of the last check: stories of an archive come and go
with every name that is typed."""

SLOW_CHECKS = frozenset({"anachronism", "misplaced", "paste-seam", "readability", "told-twice"})
"""What no keystroke waits for: checks that look at the whole draft, and layers that these need. They were chosen by what they
cost: of the time that all rules take on a draft alone, these and the model take the most."""


class Stopped(BaseException):
    """A newer state of the draft is waiting. It is no Exception, so that nobody who guards against faults takes it for one."""


def never() -> bool:
    return False


@dataclass(frozen=True)
class Checked:
    """What came of one state of a draft; ``outcome`` is None where the draft is excluded.

    ``complaints`` is what the user should be told besides.
    """

    outcome: Outcome | None
    complaints: tuple[str, ...] = ()


def is_quick(check: Check) -> bool:
    """Whether a check is soon done: it needs neither the sources nor the model, nor looks at all of a draft."""
    return not check.compares() and SLOW_LAYERS.isdisjoint(check.needs) and check.name not in SLOW_CHECKS


class Session:
    """One open draft; used by one thread at a time."""

    def __init__(self, linter: Linter, path: Path) -> None:
        self.linter = linter
        self.path = path
        self._makers: dict[type, Maker] = {kind: self._asking(maker) for kind, maker in linter.makers.items()}
        self._stop: Callable[[], bool] = never
        self._draft: Document | None = None
        self._texts = Texts(SOURCES)
        self._last: Outcome | None = None
        """What the last full check found."""

    def check(self, text: str, *, depth: Depth = "all", stop: Callable[[], bool] = never) -> Checked:
        """What ``newslint check`` finds in this text.

        At depth "quick" only rules run that are soon done; the findings of the others are those
        of the last full check, where nothing changed that they speak of. ``stop`` is asked between rules and
        layers; where it says so, Stopped is raised. Raises NewslintError.
        """
        self._stop = stop
        self._ask()
        if excluded(self.path, self.linter.config):
            return Checked(None)
        draft = self._draft = self._read(text)
        return self._quick(draft) if depth == "quick" else self._whole(draft)

    def _whole(self, draft: Document) -> Checked:
        complaints = [*map(str, self.linter.problems)]
        try:
            dossier, problems = self.linter.dossier(draft, kept=self._kept)
            complaints += map(str, problems)
        except Exception as fault:  # the draft alone can still be linted
            if not isinstance(fault, NewslintError):
                traceback.print_exc()
            complaints.append(f"{self.path.name}: its sources could not be gathered: {type(fault).__name__}: {fault}")
            dossier = Dossier(draft)
        self._texts.rest()
        outcome = self._last = self.linter.check(replace(dossier, makers=self._makers), ask=self._ask)
        return Checked(outcome, tuple(complaints))

    def _quick(self, draft: Document) -> Checked:
        last = self._last
        dossier = replace(last.dossier, draft=draft) if last else Dossier(draft, makers=self._makers)
        rules = [rule for rule in self.linter.active(draft.name) if is_quick(rule.check)]
        still = carried(last, draft, without={rule.id for rule in rules}) if last else ()
        outcome = self.linter.check(dossier, rules=rules, ask=self._ask, still=still)
        return Checked(replace(outcome, rules={**last.rules, **outcome.rules}) if last else outcome)

    def _read(self, text: str) -> Document:
        """The draft, dated; that of the last check where it is the same, with the layers that it has."""
        doc = self.linter.parse(self.path, text.encode("utf-8-sig", "surrogatepass"))
        doc = self.linter.dated(replace(doc, path=self.path, makers=self._makers))
        return self._draft if doc == self._draft else doc

    def _kept(self, source: Source) -> Source:
        """The source of the last check where it is the same, with the layers that it has."""
        return self._texts.same(replace(source, doc=replace(source.doc, makers=self._makers)))

    def _ask(self) -> None:
        if self._stop():
            raise Stopped

    def _asking(self, maker: Maker) -> Maker:
        def made(text: Layered) -> tuple[Any, ...]:
            self._ask()
            return maker(text)

        return made

"""One open draft, linted again and again as it is typed."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from newslint.document import Dossier
from newslint.errors import NewslintError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.mentions import Entity, Token
from newslint.run.files import excluded

Depth = Literal["quick", "all"]


class Stopped(BaseException):
    """A newer state of the draft is waiting. No ``Exception``, so that nobody who guards against faults takes it for one."""


def never() -> bool:
    return False


@dataclass(frozen=True)
class Checked:
    """What came of one state of a draft; ``outcome`` is None where the draft is excluded.

    ``complaints`` is what the user should be told besides.
    """

    outcome: Outcome | None
    complaints: tuple[str, ...] = ()


class Session:
    """One open draft; used by one thread at a time."""

    def __init__(self, linter: Linter, path: Path) -> None:
        self.linter = linter
        self.path = path

    def check(self, text: str, *, depth: Depth = "all", stop: Callable[[], bool] = never) -> Checked:
        """What ``newslint check`` finds in this text; at depth "quick" without what needs the model or the sources.

        ``stop`` is asked now and again; where it says so, Stopped is raised. Raises NewslintError.
        """
        if excluded(self.path, self.linter.config):
            return Checked(None)
        if stop():
            raise Stopped
        complaints = [*map(str, self.linter.problems)]
        doc = self.linter.parse(self.path, text.encode("utf-8-sig", "surrogatepass"))
        draft = replace(doc, path=self.path)
        try:
            dossier, problems = self.linter.dossier(draft)
            complaints += map(str, problems)
        except Exception as fault:  # the draft alone can still be linted
            if not isinstance(fault, NewslintError):
                traceback.print_exc()
            complaints.append(f"{self.path.name}: its sources could not be gathered: {type(fault).__name__}: {fault}")
            dossier = Dossier(self.linter.dated(draft), makers=self.linter.makers)
        rules = self.linter.active(dossier.draft.name)
        if depth == "quick":
            rules = [rule for rule in rules if not rule.check.compares() and not {Token, Entity} & {*rule.check.needs}]
        return Checked(self.linter.check(dossier, rules=rules), tuple(complaints))

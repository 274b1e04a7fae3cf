"""A draft with its safe fixes, looked at anew after each round of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newslint import fixes
from newslint.document import Dossier
from newslint.finding import Outcome
from newslint.linter import Linter


def mended(linter: Linter, outcome: Outcome) -> fixes.Mended:
    """What comes of a draft when its safe fixes are made, and those that these bring about."""
    dossier = outcome.dossier
    # no rule that compares has a safe fix, so that the sources need not be held against every state
    rules = [rule for rule in linter.active(dossier.draft.name) if not rule.check.compares()]
    return fixes.mended(outcome, lambda text: linter.check(with_text(linter, dossier, text), rules=rules))


def with_text(linter: Linter, dossier: Dossier, text: str) -> Dossier:
    """The dossier with this text as its draft."""
    old = dossier.draft
    path = Path(old.name)
    new = linter.parse(path, text.encode("utf-8", "surrogatepass"), published=old.published)
    return replace(dossier, draft=replace(new, path=old.path))

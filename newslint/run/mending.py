"""A draft with its safe fixes, looked at anew after each round of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from newslint import fixes
from newslint.document import Dossier
from newslint.finding import Outcome
from newslint.linter import Linter


@dataclass(frozen=True)
class Looked:
    """What came of a draft; where that was asked for, its text when mended, and what then came of that."""

    outcome: Outcome
    mended: fixes.Mended | None = None
    after: Outcome | None = None


Check = Callable[[Linter, Dossier], Outcome]


def looked(check: Check, linter: Linter, dossier: Dossier, *, mend: bool = False, again: bool = False) -> Looked:
    """What comes of this draft; with ``mend`` its safe fixes are made, and with ``again`` the mended draft is checked, too.

    A draft whose text was taken out of its file cannot be mended. ``check`` is ``Linter.check``, or remembers what that found.
    """
    outcome = check(linter, dossier)
    if not mend or dossier.draft.meta.get("extracted"):
        return Looked(outcome)
    made = mended(linter, outcome)
    if not again or made.text == dossier.draft.text:
        return Looked(outcome, made)
    return Looked(outcome, made, check(linter, with_text(linter, dossier, made.text)))


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

"""A check alone on a draft, for tests that show what rule files cannot."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Check, Match, RuleContext


def matches(linter: Linter, check: Check, draft: str) -> tuple[str, list[Match]]:
    doc = linter.parse(Path("draft.txt"), draft.encode())
    held = Dossier(doc, (), makers=linter.makers).reading
    return held.draft.text, list(check.find(RuleContext(held, dt.date(2026, 1, 1))))


def found(linter: Linter, check: Check, draft: str) -> list[tuple[str, str]]:
    """The case and the words of every match."""
    text, hits = matches(linter, check, draft)
    return [(hit.case, hit.span.of(text)) for hit in hits]

"""Ignore comments that an editor offers: all but the reason, which only the writer knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newslint.comments import comment
from newslint.finding import Edit, Finding, Outcome
from newslint.mentions import Block
from newslint.report.lsp import in_marks
from newslint.spans import Span

_HOLE = "\ue000"
"""Where the reason goes. A comment without one silences nothing, and is reported itself."""


def comments(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, Edit, int]]:
    """A title, the edit that puts the comment in, and how many letters into its text the reason goes."""
    draft = outcome.draft
    words = f" {in_marks(finding.span.of(draft.text))}" if finding.span else ""
    if finding.span:
        yield f"Ignore {finding.code}{words} here: write why", *_holed(comment(finding, draft, _HOLE))
    rule = outcome.rules.get(finding.rule)
    if finding.span and rule and rule.check.compares():
        return  # who would be deaf to every wrong figure of a draft?
    first = next((block.start for block in draft.all(Block) if block.kind != "front-matter"), 0)
    whole = replace(finding, span=Span(first, first))
    yield f"Ignore {finding.code} ({finding.rule}) in the whole file: write why", *_holed(comment(whole, draft, _HOLE))


def _holed(edit: Edit) -> tuple[Edit, int]:
    return replace(edit, text=edit.text.replace(_HOLE, "")), edit.text.index(_HOLE)

"""What features look at: one state of an open draft, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lsprotocol import types

from newslint.document import Document
from newslint.finding import Finding, Outcome
from newslint.ledger import ledger
from newslint.linter import Linter
from newslint.lsp.buffer import Buffer
from newslint.report.lsp import Units
from newslint.run.session import Depth
from newslint.spans import LineIndex, Span


@dataclass(frozen=True)
class View:
    """An open draft with what was found in this very state of it; positions are counted in ``encoding``.

    ``outcome`` is that of a document made from ``buffer.text``, so that its offsets are offsets into the buffer. At ``depth``
    "quick" it may lack what the model and the sources have to say.
    """

    buffer: Buffer
    outcome: Outcome
    linter: Linter
    encoding: str = "utf-16"
    depth: Depth = "all"

    @property
    def draft(self) -> Document:
        return self.outcome.draft

    @cached_property
    def units(self) -> Units:
        return Units(LineIndex(self.buffer.text), self.encoding)

    @cached_property
    def ledger(self) -> dict[str, Any]:
        """What each sentence rests on, as ``newslint sources`` has it; worked out when first asked for."""
        return ledger(self.outcome)

    def offset(self, position: types.Position) -> int:
        """The code point that a client's position stands before."""
        return self.units.offset(position.line, position.character)

    def span(self, place: types.Range) -> Span:
        """The code points of a client's range; one that runs backwards is turned round."""
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(min(start, end), max(start, end))

    def range(self, span: Span) -> types.Range:
        """A span of the draft as the client counts."""
        start, end = self.units.position(span.start), self.units.position(span.end)
        return types.Range(types.Position(**start), types.Position(**end))

    def within(self, span: Span) -> tuple[Finding, ...]:
        """The findings that touch this span, in text order; one that ends or begins at its very edge counts."""
        return tuple(one for one in self.outcome.findings if one.span.start <= span.end and span.start <= one.span.end)

    def finding(self, key: Any) -> Finding | None:
        """The finding that a diagnostic, its ``data`` or a fingerprint means; None where this state has it no more."""
        data = key.data if isinstance(key, types.Diagnostic) else key
        print_ = data.get("fingerprint") if isinstance(data, dict) else data
        return self._printed.get(print_) if isinstance(print_, str) else None

    @cached_property
    def _printed(self) -> dict[str, Finding]:
        return {finding.fingerprint: finding for finding in self.outcome.findings}

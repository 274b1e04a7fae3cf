"""Outcomes as the Language Server Protocol has them: a ``PublishDiagnosticsParams`` for each document."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

from newslint.document import Document
from newslint.finding import Evidence, Finding, Outcome
from newslint.report import Style
from newslint.spans import LineIndex, Span, one_line

SEVERITY = {"error": 1, "warning": 2, "info": 3}

_WIDE = {"utf-8": re.compile(r"[^\x00-\x7f]"), "utf-16": re.compile(r"[^\x00-\uffff]"), "utf-32": re.compile(r"(?!)")}


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    del style
    for outcome in outcomes:
        out.write(json.dumps(params(outcome), ensure_ascii=False) + "\n")


def params(outcome: Outcome, uri: str = "", version: int | None = None, encoding: str = "utf-16") -> dict[str, Any]:
    """The diagnostics of one document, under the ``uri`` and ``version`` that the editor knows it by.

    ``encoding`` is the unit that characters of a line are counted in: utf-8, utf-16 or utf-32.
    """
    uri = uri or Path(outcome.draft.name).absolute().as_uri()
    places = {id(outcome.draft): (uri, Units(outcome.draft.lines, encoding))}

    def place(doc: Document, span: Span) -> dict[str, Any] | None:
        if id(doc) not in places:
            if doc.path is None:
                return None
            places[id(doc)] = doc.path.absolute().as_uri(), Units(doc.lines, encoding)
        where, units = places[id(doc)]
        return {"uri": where, "range": units.range(span)}

    made = {"uri": uri, "diagnostics": [_diagnostic(outcome, finding, place) for finding in outcome.findings]}
    return made if version is None else made | {"version": version}


def _diagnostic(outcome: Outcome, finding: Finding, place: Any) -> dict[str, Any]:
    here = place(outcome.draft, finding.span)
    made = {
        "range": here["range"],
        "severity": SEVERITY[finding.severity],
        "code": finding.code,
        "source": "newslint",
        "message": finding.message,
        "data": {"rule": finding.rule, "fingerprint": finding.fingerprint},
    }
    related = [
        {"location": place(outcome.document(evidence), evidence.span) or here, "message": _passage(outcome, evidence)}
        for evidence in finding.evidence
    ]
    return made | {"relatedInformation": related} if related else made


def _passage(outcome: Outcome, evidence: Evidence) -> str:
    doc = outcome.document(evidence)
    words = one_line(evidence.span.of(doc.text))
    where = f"{evidence.source}: " if evidence.source else ""
    return f"{where}{words} ({evidence.note})" if evidence.note else f"{where}{words}"


class Units:
    """Positions as a client counts them, lines and characters from 0, for one text."""

    def __init__(self, lines: LineIndex, encoding: str = "utf-16") -> None:
        self.lines = lines
        self.encoding = encoding

    @cached_property
    def _extra(self) -> list[int]:
        """The offset of each character that takes more than one unit, as often as it takes more."""
        return [
            match.start()
            for match in _WIDE[self.encoding].finditer(self.lines.text)
            for _ in range((len(match[0].encode("utf-8", "surrogatepass")) if self.encoding == "utf-8" else 2) - 1)
        ]

    def position(self, offset: int) -> dict[str, int]:
        line, column = self.lines.position(offset)
        start = self.lines.starts[line - 1]
        end = start + column - 1
        return {"line": line - 1, "character": end - start + bisect_left(self._extra, end) - bisect_left(self._extra, start)}

    def range(self, span: Span) -> dict[str, dict[str, int]]:
        return {"start": self.position(span.start), "end": self.position(span.end)}

    def offset(self, line: int, character: int) -> int:
        """The offset of a client's position; one past the end of its line or of the text is put there."""
        if line >= len(self.lines.starts):
            return len(self.lines.text)
        start = self.lines.starts[line]
        offset = start + character
        for wide in self._extra[bisect_left(self._extra, start) :]:
            if wide >= offset:
                break
            offset -= 1
        return min(offset, self.lines.line_span(line + 1).end)

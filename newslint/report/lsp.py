"""Outcomes as the Language Server Protocol has them: a ``PublishDiagnosticsParams`` for each document."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

from newslint.document import Document
from newslint.finding import Evidence, Finding, Outcome
from newslint.kept.regexes import compiled
from newslint.manual import address
from newslint.read import EXTRACTED
from newslint.report import LINES, Style
from newslint.spans import LineIndex, Span, masked, one_line

SEVERITY = {"error": 1, "warning": 2, "info": 3}
"""Information and not Hint: the desk has asked to hear it, and half of all editors hide a hint."""

UNNECESSARY = 1
"""The tag of words that should go; editors fade them."""

BOILERPLATE = "T101"

ABOUT_SOURCES = "S"
"""The family of rules that judge the sources as a whole, not one wording by another."""

SHOWN = Style()

MOST = 60
"""Letters of a passage that are repeated beside one another."""

Place = Callable[[Document, Span], "dict[str, Any] | None"]

_WIDE = {"utf-8": compiled(r"[^\x00-\x7f]"), "utf-16": compiled(r"[^\x00-\uffff]"), "utf-32": compiled(r"(?!)")}
_MARKS = '"“”„«»'


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    for outcome in outcomes:
        out.write(json.dumps(params(outcome, style=style), ensure_ascii=False) + "\n")


def params(
    outcome: Outcome, uri: str = "", version: int | None = None, encoding: str = "utf-16", style: Style = SHOWN
) -> dict[str, Any]:
    """The diagnostics of one document, under the ``uri`` and ``version`` that the editor knows it by.

    ``encoding`` is the unit that characters of a line are counted in: utf-8, utf-16 or utf-32. They are those
    that people are told one by one: one fault is one squiggle, and names the places of its repeats.
    """
    uri = uri or Path(outcome.draft.name).absolute().as_uri()
    places = {id(outcome.draft): (uri, Units(outcome.draft.lines, encoding))}

    def place(doc: Document, span: Span) -> dict[str, Any] | None:
        if id(doc) not in places:
            if doc.path is None:
                return None
            places[id(doc)] = doc.path.absolute().as_uri(), Units(doc.lines, encoding)
        where, units = places[id(doc)]
        return {"uri": where, "range": units.range(Span(0, 0) if extracted(doc) else span)}

    made = {"uri": uri, "diagnostics": [_diagnostic(outcome, finding, place, style) for finding in style.shown(outcome)]}
    return made if version is None else made | {"version": version}


def _diagnostic(outcome: Outcome, finding: Finding, place: Place, style: Style) -> dict[str, Any]:
    here = place(outcome.draft, finding.span) or {}
    rule = outcome.rules.get(finding.rule)
    page = address(rule) if rule else ""
    related = list(_related(outcome, finding, place, here, style))
    extra = {
        "codeDescription": {"href": page} if page else None,
        "tags": [UNNECESSARY] if unnecessary(finding, outcome.draft.text) else None,
        "relatedInformation": related or None,
    }
    return {
        "range": here["range"],
        "severity": SEVERITY[finding.severity],
        "code": finding.code,
        "source": "newslint",
        "message": style.message(outcome, finding),
        "data": {"rule": finding.rule, "fingerprint": finding.fingerprint},
    } | {key: value for key, value in extra.items() if value}


def extracted(doc: Document) -> bool:
    """Whether no editor can show the text at its offsets: it was taken out of a Word file or the like."""
    return doc.path is not None and doc.path.suffix.lower() in EXTRACTED


def unnecessary(finding: Finding, text: str) -> bool:
    """Whether the words found should go: they are furniture, or what its fix leaves of them is said twice ("the the")."""
    if finding.code == BOILERPLATE:
        return True
    edits = finding.fix.edits if finding.fix else ()
    if not edits or any(edit.text.strip() for edit in edits):
        return False
    away = {word for edit in edits for word in edit.span.of(text).casefold().split()}
    kept = masked(text[: finding.span.end], (edit.span for edit in edits))[finding.span.start :]
    return bool(away) and away.issuperset(kept.casefold().split())


def _related(outcome: Outcome, finding: Finding, place: Place, here: Any, style: Style) -> Iterator[dict[str, Any]]:
    """The passages behind a finding, at their places in the sources or the draft, and the repeats it speaks for."""
    for evidence in finding.evidence:
        where = place(outcome.document(evidence), evidence.span) or here
        yield {"location": where, "message": _passage(outcome, finding, evidence)}
    for one in () if style.every else outcome.more_like(finding)[:LINES]:
        words = in_marks(one.span.of(outcome.draft.text))
        yield {"location": place(outcome.draft, one.span), "message": f"{words}: the same here"}


def _passage(outcome: Outcome, finding: Finding, evidence: Evidence) -> str:
    """Both wordings, so that they can be compared without going there."""
    doc = outcome.document(evidence)
    note = f" ({evidence.note})" if evidence.note else ""
    words = in_marks(evidence.span.of(doc.text))
    if evidence.source is None:
        return f"{words}{note}"
    here = "" if finding.code.startswith(ABOUT_SOURCES) else f"; here {in_marks(finding.span.of(outcome.draft.text))}"
    return f"{words} in {doc.name}{note}{here}"


def in_marks(words: str) -> str:
    """Words on one line, in quotation marks of ours."""
    words = one_line(words, MOST)
    bare = words.strip(_MARKS)
    return f"“{bare}”" if bare else words


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

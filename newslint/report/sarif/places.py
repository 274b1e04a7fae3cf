"""Texts and passages as SARIF has them: artifacts, regions."""

from __future__ import annotations

from typing import Any

from newslint.document import Document
from newslint.finding import Outcome
from newslint.report import places
from newslint.spans import Span

Node = dict[str, Any]

BASE = "%SRCROOT%"
BASES = {BASE: {"description": {"text": "The folder of the project."}}}
LONGEST = 1000
"""Characters of a passage that are carried along: a whole story may stand on one line."""


class Files:
    """The artifacts of a run, each once, in the order in which they came."""

    def __init__(self) -> None:
        self.all: dict[str, Node] = {}

    def artifact(self, uri: str, role: str) -> Node:
        """The place of an artifact, which is put in where it is new."""
        location = named(uri)
        entry = self.all.setdefault(uri, {"location": location, "index": len(self.all)})
        if role:
            entry["roles"] = [role]
        return location | {"index": entry["index"]}

    @property
    def listed(self) -> list[Node]:
        return [{key: value for key, value in entry.items() if key != "index"} for entry in self.all.values()]


class Places:
    """Passages of a draft and its sources."""

    def __init__(self, outcome: Outcome, files: Files) -> None:
        self.files = files
        self.draft = outcome.draft
        self._sources = {id(source.doc): source for source in outcome.dossier.sources}
        self.artifact(outcome.draft)

    def artifact(self, doc: Document) -> Node:
        """Where a text lies; nothing of one that has neither file nor address."""
        uri = places.address(doc, self._sources.get(id(doc)))
        return self.files.artifact(uri, "analysisTarget" if doc is self.draft else "") if uri else {}

    def physical(self, doc: Document, span: Span, *, context: bool = False) -> Node:
        """A passage in its file, with its ``context``, the lines it stands on; nothing where there is no file."""
        if not (artifact := self.artifact(doc)):
            return {}
        made = {"artifactLocation": artifact, "region": region(doc, span, quoted=True)}
        lines = _lines(doc, span)
        if context and len(span) < len(lines) <= LONGEST:
            made["contextRegion"] = region(doc, lines, quoted=True)
        return made


def region(doc: Document, span: Span, *, quoted: bool = False) -> Node:
    """A span in lines and columns, and as an offset; with its words where it is ``quoted``."""
    (line, column), (end_line, end_column) = doc.lines.position(span.start), doc.lines.position(span.end)
    made: Node = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    made |= {"charOffset": span.start, "charLength": len(span)}
    return made | ({"snippet": {"text": span.of(doc.text)}} if quoted and 0 < len(span) <= LONGEST else {})


def named(uri: str) -> Node:
    return {"uri": uri} | ({"uriBaseId": BASE} if places.relative(uri) else {})


def _lines(doc: Document, span: Span) -> Span:
    first, last = (doc.lines.position(at)[0] for at in (span.start, span.end))
    return doc.lines.line_span(first).through(doc.lines.line_span(last))

"""Drafts as an editor holds them, saved or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial, TextDocumentItem
from pygls.uris import to_fs_path

from newslint.report.lsp import Units
from newslint.spans import LineIndex

SUFFIX = {"markdown": ".md", "html": ".html"}


@dataclass(frozen=True)
class Buffer:
    """One state of an open document. ``path`` says its format, configuration and sources.

    pygls keeps documents too, but it parts lines at U+2028, form feeds and whatever else
    ``str.splitlines`` knows, and misplaces every edit after one; the protocol has three line ends.
    """

    uri: str
    path: Path
    text: str
    version: int

    @classmethod
    def opened(cls, item: TextDocumentItem) -> Buffer:
        file = to_fs_path(item.uri)
        path = Path(file) if file else Path.cwd() / f"untitled{SUFFIX.get(item.language_id, '.txt')}"
        return cls(item.uri, path, item.text, item.version)

    def changed(self, change: TextDocumentContentChangeEvent, version: int, encoding: str) -> Buffer:
        if not isinstance(change, TextDocumentContentChangePartial):
            return replace(self, text=change.text, version=version)
        units = Units(LineIndex(self.text), encoding)
        start = units.offset(change.range.start.line, change.range.start.character)
        end = units.offset(change.range.end.line, change.range.end.character)
        return replace(self, text=self.text[:start] + change.text + self.text[end:], version=version)

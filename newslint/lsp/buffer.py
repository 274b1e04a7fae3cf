"""Drafts as an editor holds them, saved or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial, TextDocumentItem
from pygls.uris import to_fs_path

from newslint.manual import PAGES
from newslint.read import EXTRACTED
from newslint.report.lsp import Units
from newslint.spans import LineIndex

SUFFIX = {"markdown": ".md", "html": ".html"}
_DRAFTS = ("file", "untitled")
"""Schemes of what a person writes; an editor opens other things too, such as the older side of a comparison."""


@dataclass(frozen=True)
class Buffer:
    """One state of an open document. ``path`` says its format, configuration and sources."""

    uri: str
    path: Path
    text: str
    version: int

    @classmethod
    def opened(cls, item: TextDocumentItem) -> Buffer:
        path = cls.path_of(item.uri) or Path.cwd() / f"untitled{SUFFIX.get(item.language_id, '.txt')}"
        return cls(item.uri, path, item.text, item.version)

    @staticmethod
    def path_of(uri: str) -> Path | None:
        """The file that this is the address of."""
        file = to_fs_path(uri)
        return Path(file) if file and "\0" not in file else None

    @property
    def stands_for_file(self) -> bool:
        """Whether the file, to whoever reads it, should have this text."""
        return self.uri.startswith("file:") and self.path.suffix.lower() not in EXTRACTED

    @property
    def lintable(self) -> bool:
        """Whether this is a draft: no source that lies in a folder of sources, no page of our manual, nor a version of another."""
        named = any(parent.name.endswith(".sources") or parent == PAGES for parent in self.path.parents)
        return self.uri.split(":")[0] in _DRAFTS and self.path.suffix.lower() not in EXTRACTED and not named

    def changed(self, change: TextDocumentContentChangeEvent, version: int, encoding: str) -> Buffer:
        if not isinstance(change, TextDocumentContentChangePartial):
            return replace(self, text=change.text, version=version)
        units = Units(LineIndex(self.text), encoding)
        start = units.offset(change.range.start.line, change.range.start.character)
        end = units.offset(change.range.end.line, change.range.end.character)
        return replace(self, text=self.text[:start] + change.text + self.text[end:], version=version)

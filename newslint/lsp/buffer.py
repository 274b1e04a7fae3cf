"""Drafts as an editor holds them, saved or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol.types import Position, TextDocumentContentChangeEvent, TextDocumentContentChangePartial, TextDocumentItem
from pygls.uris import to_fs_path

from newslint.manual import PAGES
from newslint.read import EXTRACTED
from newslint.report.lsp import Units
from newslint.spans import LineIndex

SUFFIX = {"markdown": ".md", "html": ".html"}
_DRAFTS = ("file", "untitled")
"""Schemes of what a person writes; an editor opens other things too, such as the older side of a comparison."""

Edit = tuple[int, int, str]
"""Where it begins and ends, and what takes its place."""


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
        """Whether this is a draft: not a source in a folder of sources, a page of our manual, or a version of another."""
        named = any(parent.name.endswith(".sources") or parent == PAGES for parent in self.path.parents)
        return self.uri.split(":")[0] in _DRAFTS and self.path.suffix.lower() not in EXTRACTED and not named

    def changed(self, changes: Iterable[TextDocumentContentChangeEvent], version: int, encoding: str) -> Buffer:
        """After these changes, each of them to the text that those before it left."""
        return replace(self, text=_after(self.text, changes, encoding), version=version)


def _after(text: str, changes: Iterable[TextDocumentContentChangeEvent], encoding: str) -> str:
    """The text after these changes. Those that go up the page, as when a word is replaced everywhere, are looked
    up in one index and put in together: a thousand of them in a long draft take no longer than one."""
    units = Units(LineIndex(text), encoding)
    falling: list[Edit] = []
    above: Position | None = None  # changes up to there can join those that wait
    for change in changes:
        if not isinstance(change, TextDocumentContentChangePartial):
            text, falling, above = change.text, [], None
            units = Units(LineIndex(text), encoding)
            continue
        start, end = change.range.start, change.range.end
        if falling and not (above and _fits(start, end, above)):
            text, falling = _with(text, falling), []
            units = Units(LineIndex(text), encoding)
        place, until = units.offset(start.line, start.character), units.offset(end.line, end.character)
        falling.append((place, until, change.text))
        above = start if place <= until and units.position(place) == {"line": start.line, "character": start.character} else None
    return _with(text, falling)


def _fits(start: Position, end: Position, above: Position) -> bool:
    """Whether a change lies where one that begins at ``above`` has moved nothing."""
    lines_above = max(start.line, end.line) < above.line
    return lines_above or (start.line <= end.line == above.line and max(end.character, 1) <= above.character and start <= end)


def _with(text: str, falling: Sequence[Edit]) -> str:
    """A text with these edits in it, none of which begins before the next one ends; a single one may run backwards."""
    parts, rest = [], len(text)
    for start, end, words in falling:
        parts += [text[end:rest], words]
        rest = start
    return "".join([text[:rest], *reversed(parts)])

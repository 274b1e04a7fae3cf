"""A manifest: the sources of a draft as a desk writes them down, in a file of its own or in the draft's front matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from newslint.document import Document, SourceKind
from newslint.errors import SourceError
from newslint.paths import is_there
from newslint.read.front_matter import day
from newslint.typedyaml import MappingNode, Node, Place, ScalarNode, SequenceNode, nearest, parse, read_text, typed
from newslint.urls import is_url


@dataclass(frozen=True)
class Entry:
    """One source of a manifest; ``file`` is relative to the manifest. ``line`` is where it stands."""

    id: str = ""
    file: Path | None = None
    url: str = ""
    outlet: str = ""
    published: dt.date | None = None
    kind: SourceKind = "outlet"
    translated: bool = False
    licensed: bool = False
    line: int = 0

    def __post_init__(self) -> None:
        if self.file is None and not self.url:
            raise ValueError("a source needs 'file' or 'url'")
        if "\0" in f"{self.file or ''}{self.url}":
            raise ValueError("a name holds a NUL character, which none can have")
        if self.file and str(self.file).startswith(("http:/", "https:/")):
            raise ValueError("'file' names a page of the web; name it with 'url'")

    def joined(self, other: Entry) -> Entry:
        """The same source named twice: what this entry leaves open is as the other has it."""
        open_ = [field.name for field in fields(self) if getattr(self, field.name) == field.default]
        return replace(self, **{name: getattr(other, name) for name in open_})


@dataclass(frozen=True)
class Manifest:
    """The sources of a draft, and its time frame."""

    published: dt.date | None = None
    timezone: str = ""
    sources: tuple[Entry, ...] = ()


def load(path: Path) -> Manifest:
    """The manifest in this file; raises SourceError with the place of the fault."""
    place = Place(path, SourceError)
    root = parse(read_text(path, SourceError), place)
    if isinstance(root, SequenceNode):
        return Manifest(sources=_entries(root, place))
    _refuse_unknown_zone(root, place)
    listed = _value(root, "sources")
    rest = _without(root, "sources")
    _in_iso(rest)
    manifest: Manifest = typed(rest, Manifest, place)
    sources = _entries(listed, place) if listed else ()
    if not sources and not manifest.published and not manifest.timezone:
        raise place.complaint("names no source", listed)
    return replace(manifest, sources=sources)


def in_front_matter(draft: Document) -> Manifest:
    """What the front matter says of sources; its other keys belong to whoever wrote them."""
    place = Place(draft.path or draft.name, SourceError, first_line=2)
    root = parse(draft.meta["front_matter"], place)
    _refuse_unknown_zone(root, place)
    listed = _value(root, "sources")
    return Manifest(sources=_entries(listed, place)) if listed else Manifest()


def beside(draft: Document) -> Iterator[Path]:
    """The manifests that lie beside a draft: ``draft.sources.yml`` or ``draft.sources.yaml`` for ``draft.txt``."""
    if draft.name:
        for suffix in (".yml", ".yaml"):
            path = Path(draft.name).with_suffix(f".sources{suffix}")
            if is_there(path):
                yield path


def _entries(listed: Node, place: Place) -> tuple[Entry, ...]:
    """The sources of a list, each with its keys or as a mere name; no two by one id."""
    if isinstance(listed, MappingNode) or not listed.value:
        return tuple(typed(listed, tuple[Entry, ...], place))  # which says that it is no list
    nodes = [_spelt_out(node) for node in (listed.value if isinstance(listed, SequenceNode) else [listed])]
    for node in nodes:
        _in_iso(node)
    entries: list[Entry] = [typed(node, Entry, place) for node in nodes]
    first: dict[str, int] = {}
    for entry in entries:
        if entry.id in first:
            fault = f"two sources are called {entry.id!r}, the first on line {first[entry.id]}"
            raise place.error(fault, path=place.path, line=entry.line)
        if entry.id:
            first[entry.id] = entry.line
    return tuple(entries)


def _spelt_out(node: Node) -> Node:
    """A source that is written as a name alone, with the key that it has in full."""
    if not isinstance(node, ScalarNode) or not node.value:
        return node
    key = ScalarNode(node.tag, "url" if is_url(node.value) else "file", node.start_mark)
    return MappingNode(node.tag, [(key, node)], node.start_mark)


def _in_iso(node: Node | None) -> None:
    """A day that is written as in a letter ("15 August 2025") in the form of a table."""
    written = _value(node, "published")
    if isinstance(written, ScalarNode) and (found := day(written.value)):
        written.value = found.isoformat()


def _value(root: Node | None, name: str) -> Node | None:
    pairs = root.value if isinstance(root, MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _without(root: Node | None, name: str) -> Node | None:
    """The same keys but for this one; a key that stands twice stays, to be refused."""
    if not isinstance(root, MappingNode) or sum(key.value == name for key, _ in root.value) > 1:
        return root
    return MappingNode(root.tag, [pair for pair in root.value if pair[0].value != name], root.start_mark)


def _refuse_unknown_zone(root: Node | None, place: Place) -> None:
    node = _value(root, "timezone")
    if node is None or not node.value:
        return
    if not isinstance(node, ScalarNode):
        raise place.complaint("a time zone is a name such as Europe/London", node)
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(str(node.value))
    except (KeyError, ValueError, OSError):  # KeyError: not found; the others: no name of a zone, but of something on disk
        if known := available_timezones():  # where the system has no table, no name is refused
            raise place.complaint(f"no time zone is called {node.value!r}{nearest(str(node.value), known)}", node) from None

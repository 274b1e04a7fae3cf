"""A manifest: the sources of a draft as a desk writes them down, in a file of its own or in the draft's front matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import yaml

from newslint.document import Document, SourceKind
from newslint.errors import SourceError
from newslint.typedyaml import Place, nearest, parse, read_text, typed


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
    manifest: Manifest = typed(root, Manifest, place)
    _refuse_unknown_zone(root, place)
    return manifest


def in_front_matter(draft: Document) -> Manifest:
    """What the front matter says of sources; its other keys belong to whoever wrote them."""
    place = Place(draft.path or draft.name, SourceError, first_line=2)
    root = parse(draft.meta["front_matter"], place)
    if not isinstance(root, yaml.MappingNode):
        return Manifest()
    _refuse_unknown_zone(root, place)
    node = next((value for key, value in root.value if key.value == "sources"), None)
    return Manifest(sources=typed(node, tuple[Entry, ...], place)) if node else Manifest()


def beside(draft: Document) -> Iterator[Path]:
    """The manifests that lie beside a draft: ``draft.sources.yml`` or ``draft.sources.yaml`` for ``draft.txt``."""
    if draft.name:
        for suffix in (".yml", ".yaml"):
            path = Path(draft.name).with_suffix(f".sources{suffix}")
            if path.is_file():
                yield path


def _refuse_unknown_zone(root: yaml.Node | None, place: Place) -> None:
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    node = next((value for key, value in pairs if key.value == "timezone"), None)
    if node is None or not node.value:
        return
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(str(node.value))
    except (KeyError, ValueError, OSError):  # KeyError: not found; the others: no name of a zone, but of something on disk
        if known := available_timezones():  # where the system has no table, no name is refused
            raise place.complaint(f"no time zone is called {node.value!r}{nearest(str(node.value), known)}", node) from None

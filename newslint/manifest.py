"""How a draft names its sources: the command line, its front matter, a manifest or a folder beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newslint.config import Config
from newslint.document import Document, Source, SourceKind
from newslint.errors import InputError, SourceError
from newslint.typedyaml import Place, load, parse, typed

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
"""What a folder of drafts or of sources is searched for."""

NOT_READ = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages"})
"""Texts that a reporter may well lay among the sources, and that must not be passed over in silence."""

Read = Callable[[Path], Document]


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


@dataclass(frozen=True)
class Manifest:
    """The sources of a draft, and its time frame."""

    published: dt.date | None = None
    timezone: str = ""
    sources: tuple[Entry, ...] = ()


def sources(draft: Document, read: Read, config: Config) -> Iterator[Source | SourceError]:
    """Every source this draft names, in the order of the ways to name one."""
    for path in config.sources:
        yield from _one(path, read, Entry(file=path), draft)
    if config.sources_dir:
        yield from _folder(config.sources_dir, read, draft)
    for manifest in (config.manifest, beside(draft)):
        if manifest:
            try:
                yield from _listed(load(manifest, Manifest, error=SourceError), manifest, read, draft)
            except SourceError as problem:
                yield problem
    if draft.meta.get("front_matter"):
        path = Path(draft.name)
        try:
            yield from _listed(_front_matter(draft), path, read, draft)
        except SourceError as problem:
            yield problem
    folder = Path(draft.name).with_suffix(".sources")
    if folder.is_dir():
        yield from _folder(folder, read, draft)


def beside(draft: Document) -> Path | None:
    """The manifest that lies beside a draft: ``draft.sources.yml`` for ``draft.txt``."""
    if not draft.name:
        return None
    paths = (Path(draft.name).with_suffix(f".sources{suffix}") for suffix in (".yml", ".yaml"))
    return next((path for path in paths if path.is_file()), None)


def published(draft: Document, config: Config) -> dt.date | None:
    """The day of publication that the manifest gives; None where it gives none or is at fault."""
    for path in (config.manifest, beside(draft)):
        try:
            if path and (day := load(path, Manifest, error=SourceError).published):
                return day
        except SourceError:
            continue  # said when its sources are read
    return None


def _front_matter(draft: Document) -> Manifest:
    """The ``sources:`` of the front matter; its other keys belong to whoever wrote them."""
    import yaml

    place = Place(draft.name, SourceError, first_line=2)
    root = parse(draft.meta["front_matter"], place)
    if not isinstance(root, yaml.MappingNode):
        return Manifest()
    node = next((value for key, value in root.value if key.value == "sources"), None)
    return Manifest(sources=typed(node, tuple[Entry, ...], place)) if node else Manifest()


def _listed(manifest: Manifest, path: Path, read: Read, draft: Document) -> Iterator[Source | SourceError]:
    for entry in manifest.sources:
        if entry.file is None:
            yield SourceError(
                f"source {entry.url!r} is only a link; save its text and name it with 'file'", path=path, line=entry.line
            )
        else:
            yield from _one(path.parent / entry.file, read, entry, draft, by=(path, entry.line))


def _folder(folder: Path, read: Read, draft: Document) -> Iterator[Source | SourceError]:
    if not folder.is_dir():
        yield SourceError("is not a folder", path=folder)
        return
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in files:
        if path.suffix.lower() in NOT_READ:
            yield SourceError("is in a format that is not read; save it as text", path=path)
    texts = [path for path in files if path.suffix.lower() in SUFFIXES]
    if not texts:
        yield SourceError(f"holds no text to compare with ({' '.join(sorted(SUFFIXES))})", path=folder)
    for path in texts:
        if not _same_file(path, draft):
            yield from _one(path, read, Entry(file=path), draft)


def _same_file(path: Path, draft: Document) -> bool:
    return draft.path is not None and path.resolve() == draft.path.resolve()


def _one(
    path: Path, read: Read, entry: Entry, draft: Document, by: tuple[Path, int] | None = None
) -> Iterable[Source | SourceError]:
    if _same_file(path, draft):
        yield SourceError("the draft cannot be its own source", path=by[0] if by else path, line=by[1] if by else None)
        return
    try:
        doc = read(path)
    except InputError as fault:
        if by:
            yield SourceError(f"source {fault.path} {fault.message}", path=by[0], line=by[1])
        else:
            yield SourceError(fault.message, path=fault.path, line=fault.line)
        return
    yield Source(
        doc.named(path.name, entry.published or doc.published),
        entry.id or path.stem,
        entry.kind,
        entry.outlet,
        entry.translated,
        entry.licensed,
    )

"""A source as it was named, and the way from there to its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from newslint.config import Config
from newslint.document import Document, Source
from newslint.errors import FetchError, InputError, LinkError, Note, SourceError
from newslint.paths import real, same
from newslint.sources.manifest import Entry
from newslint.urls import address

_LONGEST = 60


@dataclass(frozen=True)
class Named:
    """An entry, and the file and line that it stands in, if any; ``credited`` where it is a link of the draft."""

    entry: Entry
    by: Path | None = None
    line: int | None = None
    credited: bool = False

    @property
    def file(self) -> Path | None:
        if self.entry.file is None:
            return None
        return self.by.parent / self.entry.file if self.by else self.entry.file

    @property
    def keys(self) -> Iterator[str]:
        """What tells that two entries mean one source."""
        if self.file:
            yield str(real(self.file))
        if self.entry.url:
            yield address(self.entry.url)

    def sources(self, draft: Document, read: Callable[[Path], Document], config: Config) -> Iterator[Source | InputError]:
        """The source itself, or why it cannot be had; both, where an older copy has to do."""
        if self.file is None:
            yield from self._page(read, config)
        elif same(self.file, draft.path):
            yield SourceError("the draft cannot be its own source", path=self.by or self.file, line=self.line)
        else:
            try:
                doc = read(self.file)
            except InputError as fault:
                yield self._complaint(f"{fault.path} {fault.message}", fault)
            else:
                yield from (note for note in doc.meta.get("problems", ()) if isinstance(note, Note))
                yield self._source(doc, self.file.name, self.file.stem)

    def _page(self, read: Callable[[Path], Document], config: Config) -> Iterator[Source | InputError]:
        from newslint.sources.web import page

        url = self.entry.url
        try:
            path, fault = page(url, config)
            if fault:
                yield self._complaint(f"{url}: {fault}; the copy that was kept is used")
            doc = read(path)
        except FetchError as fault:
            yield self._complaint(f"{url}: {fault}")
        except InputError as fault:
            yield self._complaint(f"{url}: {fault}")
        else:
            parts = urlsplit(url)
            host = (parts.hostname or "").removeprefix("www.")
            yield self._source(doc, f"{host}{parts.path}".rstrip("/")[:_LONGEST], host)

    def _source(self, doc: Document, name: str, id_: str) -> Source:
        entry = self.entry
        return Source(
            doc.named(name, entry.published or doc.published),
            entry.id or id_,
            entry.kind,
            entry.outlet or _said(doc, "outlet"),
            entry.translated,
            entry.licensed,
            entry.url or _said(doc, "url"),
        )

    def _complaint(self, message: str, fault: InputError | None = None) -> SourceError | LinkError:
        kind = LinkError if self.credited else SourceError
        if self.by:
            return kind(f"source {message}", path=self.by, line=self.line)
        return kind(fault.message, path=fault.path, line=fault.line) if fault else kind(f"source {message}")


def joined(named: Iterable[Named]) -> list[Named]:
    """Each source once, in the order in which they were first named, with all that is said of it."""
    kept: list[Named] = []
    at: dict[str, int] = {}
    for item in named:
        keys = [*item.keys]
        i = next((at[key] for key in keys if key in at), len(kept))
        if i == len(kept):
            kept.append(item)
        else:
            kept[i] = _joined(kept[i], item)
        for key in keys:
            at.setdefault(key, i)
    return kept


def _joined(first: Named, other: Named) -> Named:
    if first.entry.file is None and other.file:
        return replace(other, entry=first.entry.joined(other.entry), credited=False)
    return replace(first, entry=replace(first.entry.joined(other.entry), file=first.entry.file))


def _said(doc: Document, key: str) -> str:
    """What the head of a file says of itself."""
    said = doc.meta.get(key, "")
    return said if isinstance(said, str) else ""

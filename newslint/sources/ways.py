"""The ways to name a source, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from newslint.config import Config
from newslint.document import Document
from newslint.errors import InputError, LinkError, SourceError
from newslint.mentions import Link
from newslint.paths import is_file, is_folder, is_there, real, same
from newslint.read import SUFFIXES
from newslint.sources import manifest
from newslint.sources.manifest import Entry, Manifest
from newslint.sources.named import Named
from newslint.urls import is_url
from newslint.words import word_set

NOT_READ = word_set(".doc .rtf .pages .epub .ppt .pptx .odp .msg .xls .xlsx .ods .numbers .csv .tsv .json .srt .vtt")
"""Texts that a reporter may well lay among the sources, and that must not be passed over in silence."""

MOST_LINKS = 20
"""Links of one draft that are fetched."""


def ways(draft: Document, config: Config) -> Iterator[Named | InputError]:
    """Every source as it is named, and what is wrong with some ways; a source may come by more than one."""
    for word in config.sources:
        if word and "\0" not in word:
            yield Named(Entry(url=word) if is_url(word) else Entry(file=Path(word)))
        else:
            yield SourceError(f"--source {word!r}: name a file or the address of a page")
    if config.manifest:
        yield from _listed(config.manifest, manifest.load)
    if config.sources_dir:
        yield from _folder(config.sources_dir, draft)
    if draft.meta.get("front_matter"):
        yield from _listed(Path(draft.name), lambda _: manifest.in_front_matter(draft))
    for path in manifest.beside(draft):
        yield from _listed(path, manifest.load)
    folder = Path(draft.name).with_suffix(".sources") if draft.name else None
    if folder and is_there(folder):
        yield from _folder(folder, draft)
    if config.fetch != "no":
        yield from _linked(draft)


def _listed(path: Path, load: Callable[[Path], Manifest]) -> Iterator[Named | InputError]:
    try:
        listed = load(path)
    except SourceError as problem:
        yield problem
        return
    for entry in listed.sources:
        yield Named(entry, path, entry.line)


def _folder(folder: Path, draft: Document) -> Iterator[Named | InputError]:
    if not is_folder(folder):
        yield SourceError("is not a folder", path=folder)
        return
    files = [path for path in sorted(folder.rglob("*")) if _is_text(path)]
    for path in files:
        if path.suffix.lower() in NOT_READ:
            yield SourceError("is in a format that is not read; save it as text, Word or PDF", path=path)
        elif not is_file(path):
            yield SourceError("is a link that leads nowhere", path=path)
        elif not path.suffix:
            yield SourceError(f"has no ending that says its format; call it {path.name}.txt", path=path)
    texts = [path for path in files if is_file(path) and path.suffix.lower() in SUFFIXES]
    if not texts:
        yield SourceError(f"holds no text to compare with ({' '.join(sorted(SUFFIXES))})", path=folder)
    for path in texts:
        if not same(path, draft.path):
            yield Named(Entry(file=path))


def _is_text(path: Path) -> bool:
    """Whether somebody may have laid this there as a source: a file, or a link that should be one."""
    return not path.name.startswith(".") and (is_file(path) or (path.is_symlink() and not is_folder(path)))


def _linked(draft: Document) -> Iterator[Named | InputError]:
    """What a draft links to: texts beside it, and pages of the web, each once; home pages are no sources."""
    for link in draft.all(Link):
        if link.file and _lies_beside(link.file, draft):
            yield Named(Entry(file=Path(link.file)), Path(draft.name), draft.position(link.start)[0], credited=True)
    lines = {link.address: link for link in reversed(draft.all(Link)) if link.page}
    links = sorted(lines.values(), key=lambda link: link.start)
    for link in links[:MOST_LINKS]:
        yield Named(Entry(url=link.url), Path(draft.name), draft.position(link.start)[0], credited=True)
    if len(links) > MOST_LINKS:
        yield LinkError(f"links to {len(links)} pages; the first {MOST_LINKS} are fetched", path=draft.name)


def _lies_beside(file: str, draft: Document) -> bool:
    """Whether it is a text in the draft's own folder or below: a link is no way to read what lies elsewhere."""
    if not draft.path:
        return False
    path, folder = real(draft.path.parent / file), real(draft.path.parent)
    return path.suffix.lower() in SUFFIXES and path.is_relative_to(folder) and is_file(path) and not same(path, draft.path)

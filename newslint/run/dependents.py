"""The drafts that rest on a source: when the source changes, they want to be looked at again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from newslint.errors import InputError
from newslint.paths import is_file, same
from newslint.read import SUFFIXES
from newslint.sources import manifest
from newslint.typedyaml import read_text

_BESIDE = ".sources"


def drafts(words: Iterable[str]) -> Iterator[str]:
    """These names of files, each once; in place of a source or a manifest, the drafts that rest on it.

    A source is known by the folder or the manifest ``draft.sources`` that it lies in, or that lists it; a manifest is
    looked for everywhere below here, and in the folders above the source. A source that a manifest lists may be a draft
    of its own, and is named too.
    """
    seen: dict[str, None] = {}
    manifests = _Manifests()
    for word in words:
        seen.update(dict.fromkeys(_of(word, manifests) if word != "-" else [word]))
    yield from seen


def _of(word: str, manifests: _Manifests) -> Iterator[str]:
    path = Path(word)
    folders = [parent for parent in path.parents if parent.suffix == _BESIDE]
    if path.suffix.lower() in (".yml", ".yaml"):
        if path.with_suffix("").suffix == _BESIDE:
            yield from _named(path.with_suffix(""))
        return
    if folders:
        yield from _named(folders[-1])
    else:
        yield word
    for listing in manifests.listing(path):
        yield from _named(listing.with_suffix(""))


def _named(stem: Path) -> Iterator[str]:
    """The drafts whose sources are called this: ``flood.txt`` for ``flood.sources``."""
    for suffix in sorted(SUFFIXES):
        if is_file(draft := stem.with_suffix(suffix)):
            yield str(draft)


class _Manifests:
    """The manifests that may list a source, each read once."""

    def __init__(self) -> None:
        self._text, self._files = cache(_text), cache(_files)

    def listing(self, source: Path) -> Iterator[Path]:
        """Those that list this file."""
        near = (path for folder in source.parents for path in sorted(filter(_is_manifest, folder.glob(f"*{_BESIDE}.*"))))
        for path in dict.fromkeys([*near, *self._below]):
            text = self._text(path)
            named = source.name in text or "\\" in text  # to read them all as YAML takes long
            if named and any(same(path.parent / name, source) for name in self._files(path)):
                yield path

    @cached_property
    def _below(self) -> list[Path]:
        """All in the folder where we are and below it, but for hidden folders."""
        found = []
        for folder, inside, names in os.walk("."):
            inside[:] = [name for name in inside if not name.startswith(".")]
            found += [path for path in (Path(folder, name) for name in names) if _is_manifest(path)]
        return sorted(found)


def _is_manifest(path: Path) -> bool:
    return path.suffix in (".yml", ".yaml") and path.with_suffix("").suffix == _BESIDE


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except InputError:  # said when its draft is checked
        return ""


def _files(path: Path) -> list[Path]:
    """The files that a manifest lists."""
    try:
        return [entry.file for entry in manifest.load(path).sources if entry.file]
    except InputError:
        return []

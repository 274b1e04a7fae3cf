"""The drafts that rest on a source: when the source changes, they want to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newslint.errors import InputError
from newslint.paths import is_file, same
from newslint.read import SUFFIXES
from newslint.sources import manifest

_BESIDE = ".sources"


def drafts(words: Iterable[str]) -> Iterator[str]:
    """These names of files, each once; in place of a source or a manifest, the drafts that rest on it.

    A source is known by the folder or the manifest ``draft.sources`` that it lies in, or that lists it; a manifest is
    looked for in the folder of the source and above it, as far as here. A source that a manifest lists may be a draft
    of its own, and is named too.
    """
    seen: dict[str, None] = {}
    for word in words:
        seen.update(dict.fromkeys(_of(word) if word != "-" else [word]))
    yield from seen


def _of(word: str) -> Iterator[str]:
    path = Path(word)
    folders = [parent for parent in path.parents if parent.suffix == _BESIDE]
    if path.suffix.lower() in (".yml", ".yaml"):
        if path.with_suffix("").suffix == _BESIDE:
            yield from _named(path.with_suffix(""))
    elif folders:
        yield from _named(folders[-1])
    else:
        yield word
        for listing in _listings(path):
            yield from _named(listing.with_suffix(""))


def _named(stem: Path) -> Iterator[str]:
    """The drafts whose sources are called this: ``flood.txt`` for ``flood.sources``."""
    for suffix in sorted(SUFFIXES):
        if is_file(draft := stem.with_suffix(suffix)):
            yield str(draft)


def _listings(source: Path) -> Iterator[Path]:
    """The manifests that list this file."""
    for folder in source.parents:
        for path in sorted([*folder.glob(f"*{_BESIDE}.yml"), *folder.glob(f"*{_BESIDE}.yaml")]):
            with suppress(InputError):  # said when its draft is checked
                if any(entry.file and same(path.parent / entry.file, source) for entry in manifest.load(path).sources):
                    yield path

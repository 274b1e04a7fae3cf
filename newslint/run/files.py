"""Which files a command line means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from newslint.errors import InputError
from newslint.manifest import SUFFIXES


def drafts(words: Iterable[str]) -> Iterator[Path | InputError | None]:
    """The files named, the texts in folders named (hidden ones and ``*.sources`` folders left out),
    and the matches of globs; each once, in the order given. None stands for standard input; what
    is not there comes back as its error."""
    seen: set[Path] = set()
    for word in words:
        path = Path(word)
        if word == "-":
            yield None
            continue
        if path.is_dir():
            found = sorted(item for item in path.rglob("*") if _is_draft(item, path))
            if not found:
                yield InputError(f"holds no text to lint ({' '.join(sorted(SUFFIXES))})", path=path)
        elif not path.exists() and any(letter in word for letter in "*?["):
            from glob import glob

            found = sorted(Path(item) for item in glob(word, recursive=True) if Path(item).is_file())
            if not found:
                yield InputError("fits no file", path=word)
        else:
            found = [path]
        for item in found:
            if item not in seen:
                seen.add(item)
                yield item


def _is_draft(item: Path, folder: Path) -> bool:
    inside = item.relative_to(folder).parts
    hidden = any(part.startswith(".") or part.endswith(".sources") for part in inside)
    return item.suffix.lower() in SUFFIXES and not hidden and item.is_file()


def excluded(path: Path, patterns: Iterable[str]) -> bool:
    """Whether a pattern fits this path, its end, or one of the folders it lies in."""
    return any(
        fnmatch(str(path), pattern) or fnmatch(str(path), f"*/{pattern}") or any(fnmatch(part, pattern) for part in path.parts)
        for pattern in patterns
    )

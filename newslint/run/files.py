"""Which files a command line means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from newslint.config import Config
from newslint.errors import InputError, UsageError
from newslint.paths import is_file, is_folder, is_there, real
from newslint.read import SUFFIXES


def drafts(words: Iterable[str]) -> Iterator[Path | InputError | None]:
    """The files named, the texts in folders named (hidden ones and ``*.sources`` folders left out),
    and the matches of globs; each once, in the order given. None stands for standard input; what
    is not there comes back as its error."""
    seen: set[Path] = set()
    for word in words:
        if not word:
            raise UsageError("a file name is empty")
        path = Path(word)
        if word == "-":
            yield None
            continue
        if is_folder(path):
            found = sorted(item for item in path.rglob("*") if _is_draft(item, path))
            if not found:
                yield InputError(f"holds no text to lint ({' '.join(sorted(SUFFIXES))})", path=path)
        elif not is_there(path) and any(letter in word for letter in "*?["):
            from glob import glob

            found = sorted(Path(item) for item in glob(word, recursive=True) if is_file(Path(item)))
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
    return item.suffix.lower() in SUFFIXES and not hidden and is_file(item)


def excluded(path: Path, config: Config) -> bool:
    """Whether a pattern of ``exclude`` fits this path, or a folder that it lies in: its name, or the end of its path.

    What lies above the configuration file is not looked at: that is nobody's choice.
    """
    path, root = real(path), real(config.path).parent if config.path else Path.cwd()
    inside = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    places = [str(place) for place in (inside, *inside.parents)]
    patterns = [pattern.rstrip("/") for pattern in config.exclude]
    return any(fnmatch(place, pattern) or fnmatch(place, f"*/{pattern}") for place in places for pattern in patterns)

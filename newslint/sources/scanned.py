"""A folder of earlier stories: all are scanned for the draft's words, as bytes are, in one pass.

What is rare in the archive tells most. Only the few that are nearest are read as documents.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newslint.document import Document, Source
from newslint.errors import InputError
from newslint.kept import looks
from newslint.kept.regexes import compiled
from newslint.paths import is_file, same
from newslint.read import TEXTS
from newslint.words import STOP_WORDS

FLOOR = 0.2
"""Likeness that a story must have: two stories of one event mostly have it, two of one subject (another earthquake,
another trial) mostly have not."""

SHARE = 0.35
"""Share of the weight of the draft's words that does, too: of a summary a long story has nearly all."""

SAME = 0.85
"""Share from which, both ways, a story is an earlier version of the draft, and no evidence for it."""

MOST_BYTES = 256 * 1024
"""What is scanned of one file; a story is shorter."""

_WORD = compiled(rb"[a-z\x80-\xff]{4,40}")
_PUNCTUATION = compiled(rb"\xe2\x80.|<[^<>]{1,2000}>", re.DOTALL)
"""Curly quotation marks and dashes as UTF-8 writes them, and tags."""

_STOP_WORDS = frozenset(word.encode() for word in STOP_WORDS)


@dataclass(frozen=True)
class Index:
    """Which files hold which words: an inverted index. ``sizes`` are the numbers of different words in each."""

    files: tuple[Path, ...]
    postings: Mapping[bytes, list[int]]
    sizes: tuple[int, ...]

    def weight(self, word: bytes) -> float:
        """How much a word tells: the rarer in the archive, the more."""
        return math.log(1 + len(self.files) / (1 + len(self.postings.get(word, ()))))

    def nearest(self, words: Iterable[bytes]) -> Iterator[Path]:
        """The files that are about what these words are about, the nearest first; versions of the same text left out.

        A file is the more alike the greater the shares are that it has of these words, and they of its.
        """
        weights = {word: self.weight(word) for word in words}
        total = sum(weights.values())
        shared: dict[int, float] = defaultdict(float)
        common = Counter[int]()
        for word in sorted(weights):
            for at in self.postings.get(word, ()):
                shared[at] += weights[word]
                common[at] += 1
        found = []
        for at, weight in shared.items():
            share, theirs = weight / total, common[at] / self.sizes[at]
            alike = share * math.sqrt(len(weights) / self.sizes[at])
            if (alike >= FLOOR or share >= SHARE) and min(share, theirs) < SAME:
                found.append((alike, at))
        yield from (self.files[at] for _, at in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def nearest(draft: Document, read: Callable[[Path], Document], folders: Iterable[Path]) -> Iterator[Source]:
    """The stories of these folders that are nearest to the draft, as sources of kind archive; none that appeared later."""
    files = [path for folder in folders for path in texts(folder)]
    if not files:
        return
    index = _index(tuple((path, looks.taken(looks.STAMP, str(path))) for path in files))
    for path in index.nearest(_words(draft.body.encode("utf-8", "replace"))):
        if same(path, draft.path):
            continue
        try:
            doc = read(path)
        except InputError:
            continue  # nobody named it
        if draft.published and doc.published and doc.published > draft.published:
            continue
        yield Source(doc.named(path.name, doc.published), path.stem, "archive")


def texts(folder: Path) -> list[Path]:
    """The files of a folder that may be stories, in order."""
    return sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in TEXTS and not path.name.startswith(".") and is_file(path)
    )


def forget() -> None:
    """Forget what is kept by path: the process is in another folder now."""
    _index.cache_clear()


@lru_cache(maxsize=2)
def _index(files: tuple[tuple[Path, object], ...]) -> Index:
    """The index of these files; made anew where one of them changed."""
    postings: dict[bytes, list[int]] = defaultdict(list)
    sizes = []
    for at, (path, _) in enumerate(files):
        words = _words(_scanned(path))
        sizes.append(len(words) or 1)
        for word in words:
            postings[word].append(at)
    return Index(tuple(path for path, _ in files), postings, tuple(sizes))


def _scanned(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return b""


def _words(raw: bytes) -> set[bytes]:
    """Its words in small letters, without stop words; bytes, since that is twice as fast, and the same for draft and archive."""
    return set(_WORD.findall(_PUNCTUATION.sub(b" ", raw).lower())) - _STOP_WORDS

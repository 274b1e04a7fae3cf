"""The archive of a house: of its thousands of stories, the few that are nearest to a draft.

An index (``newslint corpus index``) is asked for them, the files of a folder are looked through (``scanned``). What
appeared after the draft is left out. Of an earlier version of the draft itself only what has changed since is given: what
has not would speak for the draft as if somebody else had said so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from newslint.archive import file, search
from newslint.archive.search import Sought
from newslint.archive.stories import SUFFIXES, Kept, Story
from newslint.archive.terms import headline, terms
from newslint.document import Document, Source
from newslint.errors import InputError, SourceError
from newslint.kept.regexes import compiled
from newslint.mentions import Sentence
from newslint.paths import is_folder, real
from newslint.read import read as read_as
from newslint.sources import scanned
from newslint.spans import GONE

NEAREST = 5
"""Stories of the archive that one draft is held against."""

_LETTER = compiled(r"[^\n]")


def nearest(draft: Document, read: Callable[[Path], Document], archives: Iterable[Path]) -> Iterator[Source | SourceError]:
    """The stories of these folders and indexes that are nearest to the draft, as sources of kind archive; an index that
    cannot be used is given back as its error."""
    archives = dict.fromkeys(archives)
    folders = [path for path in archives if is_folder(path)]
    indexes = [path for path in archives if path not in folders]
    kept = 0
    for found in (*_indexed(draft, indexes), *islice(scanned.nearest(draft, read, folders), NEAREST)):
        if isinstance(found, SourceError) or found.doc.meta.get("earlier-version"):
            yield found
        elif kept < NEAREST:
            kept += 1
            yield found


def signature(path: Path) -> str:
    """What changes whenever this archive would give another answer: a number that an index keeps; of a folder, the names,
    times and sizes of its files. Raises SourceError for an index that cannot be used."""
    if not is_folder(path):
        return file.signature(path)
    hashed = blake2b(digest_size=16)
    for text in scanned.texts(path):
        state = text.stat()
        hashed.update(f"{text}\0{state.st_mtime_ns}\0{state.st_size}\0".encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


@dataclass(frozen=True)
class Usual:
    """How the stories of these indexes, each with its signature, spell a name. It says no word of its own, and
    is equal to that of another draft, so that a story keeps its layers while a draft is typed."""

    indexes: tuple[tuple[Path, str], ...]

    def __call__(self, names: Collection[str], draft: Document) -> Counter[str]:
        """How many stories have each of these names, folded, beside the draft itself."""
        counts = Counter[str]()
        for path, _ in self.indexes:
            with suppress(SourceError), file.opened(path) as db:
                counts.update(search.spelling(db, names, _names(draft)))
        return counts


def _indexed(draft: Document, indexes: Collection[Path]) -> Iterator[Source | SourceError]:
    """What the indexes have, the nearest first."""
    found: list[Kept] = []
    asked: list[tuple[Path, str]] = []
    sought = Sought(terms(draft), draft.published, _names(draft), headline(draft)) if indexes else Sought(())
    for path in indexes:
        try:
            with file.opened(path) as db:
                found += islice(search.nearest(db, sought), NEAREST + 1)
                asked.append((path, file.about(db, "signature")))
        except SourceError as fault:
            yield fault
    usual = Usual(tuple(asked))
    found.sort(key=lambda kept: (-kept.score, kept.story.key))
    versions = sorted((kept for kept in found if kept.version), key=lambda kept: str(kept.story.published or ""))
    for kept in (*versions[-1:], *[kept for kept in found if not kept.version][:NEAREST]):
        story = kept.story
        try:
            doc = _changed(story, draft) if kept.version else document(story)
        except InputError:
            continue  # nobody named it
        if doc:
            meta = {**doc.meta, "usual": usual, "earlier-version": kept.version, "headline": kept.headline}
            yield Source(replace(doc, name=story.key, makers=draft.makers, meta=meta), story.key, "archive", story.outlet)


def _changed(story: Story, draft: Document) -> Document | None:
    """Those sentences of an earlier version that the draft has not, all else blank; None where there is none."""
    doc = replace(document(story), makers=draft.makers)
    ours, theirs = draft.reading, doc.reading
    same = {_plain(one.span.of(ours.text)) for one in ours.all(Sentence)}
    prose, changed = doc.prose, False
    for sentence in theirs.all(Sentence):
        if _plain(sentence.span.of(theirs.text)) in same:
            span = theirs.placed(sentence.span)
            prose = f"{prose[: span.start]}{_LETTER.sub(GONE, span.of(prose))}{prose[span.end :]}"
        else:
            changed = True
    return replace(doc, prose=prose) if changed else None


def _plain(words: str) -> str:
    return " ".join(words.split())


def document(story: Story) -> Document:
    """The document that a story of an index is; raises InputError where it cannot be read any more."""
    path = Path(f"text{SUFFIXES[story.format]}")
    doc = read_as(path, story.text.encode("utf-8", "surrogatepass"))
    if doc is None:
        raise InputError("is in a format that is not read", path=story.key)
    return replace(doc, published=story.published or doc.published)


def _names(draft: Document) -> frozenset[str]:
    """What the draft itself may be called in an index."""
    names = {draft.name, *(str(draft.meta[key]) for key in ("id", "url") if key in draft.meta)}
    if draft.path:
        parts = real(draft.path).parts  # an index names a file from some folder on
        names |= {str(draft.path), *("/".join(parts[-many:]) for many in range(1, len(parts)))}
    return frozenset(names)

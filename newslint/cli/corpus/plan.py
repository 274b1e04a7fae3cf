"""What an archive looks like before it is linted: its files, how they are read, and the first document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.cli.progress import counted
from newslint.corpus.inputs import Inputs
from newslint.corpus.shapes import Item
from newslint.errors import one_line

_SHOWN = 300
"""Letters of the first document."""

_OTHERS = 12
"""Columns that are named though nothing is taken from them."""


def plan(archive: Inputs) -> Iterator[str]:
    """The lines of ``--plan``."""
    files = Counter(kind for _, kind in archive.files)
    sizes = Counter[str]()
    for place, kind in archive.files:
        sizes[kind] += place.size
    for kind, number in sorted(files.items()):
        yield f"{kind:<10}{counted(number, 'file'):>16}{sized(sizes[kind]):>14}"
    yield f"{'':<10}{counted(len(archive.shards()), 'part'):>16}"
    yield from columns(archive)
    first = archive.first()
    if first is None:
        yield "no document"
    elif isinstance(first, Item):
        told = {
            "id": first.id,
            "published": first.published or "unknown",
            "outlet": first.outlet or "unknown",
            "format": first.filename or first.format,
            "sources": str(len(first.sources)),
            "place": first.place,
        }
        yield "first document"
        yield from (f"  {name:<10} {one_line(words)}" for name, words in told.items())
        text = first.text if first.raw is None else first.raw[:_SHOWN].decode("utf-8", "replace")
        yield f"  text       {one_line(text[:_SHOWN])}{'...' if len(text) > _SHOWN else ''}"
    else:
        yield f"the first record is no document: {first.place}: {first.error}"


def columns(archive: Inputs) -> Iterator[str]:
    """What is taken from which column, for each kind of file that has some."""
    for kind, noted in archive.columns().items():
        told = [", ".join(f"{what} from {name!r}" for what, name in noted.columns.items())]
        if "text" not in noted.columns:
            told.append("no text is found: name its column with --text-field")
        if noted.others:
            more = f" and {len(noted.others) - _OTHERS} more" if len(noted.others) > _OTHERS else ""
            told.append(f"not used: {', '.join(map(repr, noted.others[:_OTHERS]))}{more}")
        yield f"{kind}: {one_line('; '.join(filter(None, told)))}"


def sized(size: int) -> str:
    """``12.3 MB``, or ``0.4 kB``."""
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.1f} kB"

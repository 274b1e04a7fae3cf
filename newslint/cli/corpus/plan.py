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


def plan(archive: Inputs) -> Iterator[str]:
    """The lines of ``--plan``."""
    files = Counter(kind for _, kind in archive.files)
    sizes = Counter[str]()
    for place, kind in archive.files:
        sizes[kind] += place.size
    for kind, number in sorted(files.items()):
        yield f"{kind:<10}{counted(number, 'file'):>16}{sizes[kind] / 1e6:>14,.1f} MB"
    yield f"shards    {len(archive.shards()):>11,}"
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
    for kind, mapping in archive.mapping().items():
        yield f"{kind}: " + (", ".join(f"{what} from {name!r}" for what, name in mapping.items()) or "no column is known")

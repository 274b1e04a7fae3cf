"""Where the sources of a draft come from: all the ways to name one, in their order, and the text behind each.

The command line; the draft's front matter; a manifest or a folder beside it; its links and
footnotes, where ``--fetch`` asks for them; the archive of the house.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from newslint.config import Config
from newslint.document import Document, Source
from newslint.errors import InputError, SourceError
from newslint.sources import manifest
from newslint.sources.named import Named, joined
from newslint.sources.ways import ways

Read = Callable[[Path], Document]


def sources(draft: Document, read: Read, config: Config) -> Iterator[Source | InputError]:
    """Every source that this draft names, each once, then what the archive has on its subject.

    One that cannot be had is given back as its error. A draft does not rest on the archive: where there is nothing else,
    the engine runs only the rules that hold a draft against earlier stories.
    """
    named: list[Named] = []
    for item in ways(draft, config):
        if isinstance(item, InputError):
            yield item
        else:
            named.append(item)
    for item in joined(named):
        yield from item.sources(draft, read, config)
    if config.archive:
        from newslint.sources import archive

        yield from archive.nearest(draft, read, config.archive)


def published(draft: Document, config: Config) -> dt.date | None:
    """The day of publication that a manifest gives; None where none gives one or it is at fault."""
    for path in (config.manifest, *manifest.beside(draft)):
        try:
            if path and (day := manifest.load(path).published):
                return day
        except SourceError:
            continue  # said when its sources are read
    return None

"""The stories of an archive, as an index takes them: whatever its readers know to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from newslint.archive.stories import SUFFIXES, Story
from newslint.corpus.inputs.days import day
from newslint.corpus.shapes import Archive, Failure, Item
from newslint.document import Document
from newslint.errors import InputError
from newslint.linter import MAX_SOURCE, Linter
from newslint.read import EXTRACTED

FORMATS = {suffix: name for name, suffix in SUFFIXES.items()} | {".markdown": "markdown", ".htm": "html", ".xhtml": "html"}
"""Formats of files whose text is kept as it stands; of all others the text that was taken out is."""


@dataclass
class Stories:
    """All stories of an archive, and how far one has got with them.

    ``faults`` are the documents that could not be read, a line each; an archive that cannot be read at all raises InputError.
    """

    archive: Archive
    linter: Linter
    faults: list[str] = field(default_factory=list)
    done: int = 0
    total: int = 0

    def __iter__(self) -> Iterator[Story]:
        shards = self.archive.shards()
        self.total = sum(shard.weight for shard in shards)
        for shard in shards:
            for one in shard.items():
                try:
                    if isinstance(one, Failure):
                        raise InputError(one.error)
                    yield self._story(one)
                except InputError as fault:
                    self.faults.append(f"{one.place or one.id}: {fault.message}")
            self.done += shard.weight

    def parse(self, story: Story) -> Document:
        """The document that a story is; raises InputError."""
        path = Path(f"text{SUFFIXES[story.format]}")
        return self.linter.fitting(path, story.text.encode("utf-8", "surrogatepass"), most=MAX_SOURCE)

    def _story(self, item: Item) -> Story:
        said = day(item.published) if item.published else None
        published = dt.date.fromisoformat(said) if said else None
        story = Story(item.id, item.text, item.format, published, item.outlet, item.place)
        if item.raw is None:
            return story
        path = Path(item.filename)
        doc = self.linter.fitting(path, item.raw, most=MAX_SOURCE)
        suffix = path.suffix.lower()
        kept = "plain" if suffix in EXTRACTED else FORMATS.get(suffix, "plain")
        return replace(story, text=doc.text, format=kept, published=published or doc.published)

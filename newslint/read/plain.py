"""Plain text, with or without front matter."""

from __future__ import annotations

from pathlib import Path

from newslint.document import Document
from newslint.read.decode import decoded
from newslint.read.front_matter import front_matter


def read(path: Path, raw: bytes) -> Document:
    """The document in a file of plain text."""
    text, encoding = decoded(path, raw)
    return plain(str(path), text, encoding=encoding)


def plain(name: str, text: str, *, encoding: str = "utf-8") -> Document:
    """The document of a plain text."""
    head = front_matter(name, text)
    return Document(name, text, published=head.published, markup=head.blocks, meta={**head.meta, "encoding": encoding})

"""Bytes into documents, offsets kept: markup is blanked, never stripped."""

from __future__ import annotations

from pathlib import Path

from newslint.document import Document

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
"""What a folder of drafts or of sources is searched for."""


def read(path: Path, raw: bytes) -> Document | None:
    """The document in these bytes, by the ending of its name; what has no known ending is plain text."""
    suffix = path.suffix.lower()
    if suffix in (".md", ".markdown"):
        from newslint.read.markdown import read as reader
    elif suffix in (".html", ".htm", ".xhtml"):
        from newslint.read.html import read as reader
    else:
        from newslint.read.plain import read as reader
    return reader(path, raw)

"""Bytes into documents, offsets kept: markup is blanked, never stripped; of packed files the text is taken out."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from newslint.document import Document
from newslint.errors import Note
from newslint.read.kinds import ENDINGS, NAMES, PACKED, ending, kind

EXTRACTED = frozenset(suffix for suffix, kind in ENDINGS.items() if kind in PACKED or kind == "eml")
"""Endings of files whose text is taken out: no editor shows it by the same lines."""

TEXTS = frozenset(ENDINGS) - EXTRACTED - {".xhtml"}
"""Endings of drafts that are text: what an editor can open, and what a search can look through."""

SUFFIXES = TEXTS | EXTRACTED
"""What a folder of drafts or of sources is searched for."""


def read(path: Path, raw: bytes) -> Document | None:
    """The document in these bytes, by what they are and by the ending of the name; what has no known ending is plain text."""
    found = kind(path, raw)
    doc: Document = import_module(f"newslint.read.{found}").read(path, raw)
    if found == ending(path) or path.suffix.lower() not in ENDINGS:
        return doc
    note = Note(f"is {NAMES[found]}, whatever its ending says, and read as one", path=path)
    return replace(doc, meta={**doc.meta, "problems": (*doc.meta.get("problems", ()), note)})

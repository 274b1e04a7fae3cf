"""Plain text."""

from __future__ import annotations

from pathlib import Path

from newslint.document import Document


def read(path: Path, raw: bytes) -> Document | None:
    return Document(str(path), raw.decode("utf-8"))

"""What a file is, by how it begins and then by its ending; and what to do with one that is not read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from newslint.errors import InputError
from newslint.kept.regexes import compiled

Kind = Literal["plain", "markdown", "html", "rst", "eml", "docx", "odt", "pdf"]

ENDINGS: dict[str, Kind] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".eml": "eml",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".fodt": "odt",
    ".pdf": "pdf",
}

PACKED: frozenset[Kind] = frozenset({"docx", "odt", "pdf"})
"""Kinds whose files are no text, so that their size says nothing of how much there is to read."""

NAMES: dict[Kind, str] = {
    "plain": "plain text",
    "html": "an HTML page",
    "docx": "a Word file",
    "odt": "an OpenDocument text",
    "pdf": "a PDF",
}
"""What to call the kinds that a file may be whatever its ending says."""

_WORD = "save it as .docx"
_NOT_READ = {
    ".doc": ("an old Word file", _WORD),
    ".dot": ("an old Word file", _WORD),
    ".rtf": ("an RTF file", _WORD),
    ".pages": ("a Pages file", "export it as Word"),
    ".msg": ("an Outlook message", "save it as .eml, or print it to a PDF"),
    ".epub": ("an e-book", "save the chapter that you mean as text"),
    ".xls": ("an old Excel file", "save what you need of it as text"),
    ".xlsx": ("a spreadsheet", "save what you need of it as text"),
    ".ods": ("a spreadsheet", "save what you need of it as text"),
    ".ppt": ("an old PowerPoint file", "save it as a PDF"),
    ".pptx": ("a presentation", "save it as a PDF"),
    ".odp": ("a presentation", "save it as a PDF"),
    ".zip": ("an archive", "unpack it"),
}
"""What some endings say, and what to do with such a file."""

_MEMBERS = {"word/": "docx", "xl/": ".xlsx", "ppt/": ".pptx", "Index/": ".pages", "index.xml": ".pages"}
_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "application/epub+zip": ".epub",
}
_HTML = compiled(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html[\s>])", re.I | re.S
)
_FLAT = compiled(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\?>\s*<office:document\b", re.IGNORECASE)
_PDF_HEAD = 1024


def kind(path: Path, raw: bytes) -> Kind:
    """What to read a file as; raises InputError for one that is not read, with what to do about it.

    What a file holds decides, where it can be told for certain; for the rest, its ending.
    """
    found = _signed(path, raw)
    if found in _NOT_READ:
        name, cure = _NOT_READ[found]
        raise InputError(f"is {name}, which is not read; {cure}", path=path)
    if found:
        return found  # type: ignore[return-value]
    given = ENDINGS.get(path.suffix.lower(), "plain")
    if given not in PACKED:
        return given
    if not raw.strip():
        raise InputError("is empty", path=path)
    if b"\0" in raw[:_PDF_HEAD]:
        raise InputError(f"is damaged, or no {path.suffix} file at all: it does not begin as one", path=path)
    return "html" if _HTML.match(raw) else "plain"


def ending(path: Path) -> Kind:
    """The kind of file that its ending promises."""
    return ENDINGS.get(path.suffix.lower(), "plain")


def _signed(path: Path, raw: bytes) -> str:
    """The kind of file, or the ending of one that is not read, by the first bytes; empty where they say nothing."""
    if raw.startswith(b"PK\x03\x04"):
        return _packed(path, raw)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_office(path, raw)
    if raw.startswith(b"{\\rtf"):
        return ".rtf"
    if b"%PDF-" in raw[:_PDF_HEAD] and (raw.startswith(b"%PDF-") or ending(path) == "pdf"):
        return "pdf"
    return "odt" if _FLAT.match(raw) else ""


def _packed(path: Path, raw: bytes) -> str:
    import io
    import zipfile  # 20 ms, which no run on texts shall pay

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            names = file.namelist()
            if "mimetype" in names and file.getinfo("mimetype").file_size < 200:
                said = file.read("mimetype").decode("ascii", "replace").strip()
                if said in _MIMETYPES:
                    return _MIMETYPES[said]
    except Exception:  # damaged in one of many ways: whoever reads it says how
        return ending(path) if ending(path) in ("docx", "odt") else ".zip"
    for start, found in _MEMBERS.items():
        if any(name.startswith(start) for name in names):
            return found
    return "docx" if "_rels/.rels" in names else "odt" if "content.xml" in names else ".zip"


def _old_office(path: Path, raw: bytes) -> str:
    """A container of the years before 2007; an encrypted file of today is in one, too."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise InputError("is encrypted; save it without a password", path=path)
    if "__substg1.0".encode("utf-16-le") in raw:
        return ".msg"
    for stream, found in (("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt")):
        if stream.encode("utf-16-le") in raw:
            return found
    return path.suffix.lower() if path.suffix.lower() in _NOT_READ else ".doc"

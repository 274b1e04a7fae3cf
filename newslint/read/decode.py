"""Bytes as text: UTF-8 first, then what Windows wrote; never a guess that garbles silently."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from pathlib import Path

from newslint.errors import InputError
from newslint.kept.regexes import compiled

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # it begins as the next one does
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WIDE = ("utf-16", "utf-32")
# what curly quotation marks, dashes and pounds become when UTF-8 is read as Windows-1252
_GARBLED = ("â€", "Ã©", "Â£", "Ã¼")


_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_SIGNATURES: dict[bytes, str] = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "a packed file, such as a .docx",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\xff\xd8\xff": "a picture",
    b"\x89PNG": "a picture",
    b"GIF87a": "a picture",
    b"GIF89a": "a picture",
    b"ID3\x03": "a recording",
    b"ID3\x04": "a recording",
    b"\x1f\x8b": "a packed file",
}
"""How files begin that are no text, whatever they are called."""

_CHARSET = compiled(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,80}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.ASCII | re.IGNORECASE
)
_HEAD = 8192
_NO_CHARSET = frozenset({"punycode", "idna", "undefined", "unicode_escape", "raw_unicode_escape"})
_CALLED = {
    "ascii": "",
    "iso8859-1": "",
    "cp1252": "",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What some charsets are called and what is meant; Windows' own is tried last, with more care."""

_FEW = 100
"""Control characters that may have come into any text."""

_SMALL = 20
"""Characters that a text is taken to have at least: a short one may hold an odd one, too."""


def decoded(path: Path, raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; raises InputError for what is no text.

    A byte order mark is no part of the text. Half a surrogate pair, which JSON can hold,
    is kept, so that offsets stay right.
    """
    kind = next((kind for mark, kind in _SIGNATURES.items() if raw.startswith(mark)), "")
    if kind:
        raise InputError(f"is {kind}, not text; save its text in a file", path=path)
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "utf-8")
    if encoding not in _WIDE and b"\0" in raw:
        raise InputError("is not text: it holds NUL bytes", path=path)
    try:
        text = raw.decode(encoding, "surrogatepass" if encoding not in _WIDE else "strict")
    except UnicodeDecodeError as fault:
        if encoding == "utf-8" and (known := _declared(raw)):
            with suppress(ValueError, LookupError):  # or it is no charset at all
                return raw.decode(known), known
        return _windows(path, raw, fault), "cp1252"
    if encoding == "utf-8" and _controls(text) > max(_FEW, len(text) / 20):  # a mark says that it is meant as text
        raise InputError("is not text: it is full of control characters", path=path)
    return text, encoding


def _declared(raw: bytes) -> str:
    """The charset that a page says it is written in, as browsers take it; empty where it says none of letters."""
    said = _CHARSET.search(raw, 0, _HEAD)
    try:
        codec = codecs.lookup(said[1].decode() if said else "")
    except (LookupError, ValueError):
        return ""
    if codec.name in _NO_CHARSET or codec.name.startswith("utf"):
        return ""
    return _CALLED.get(codec.name, codec.name)


def _windows(path: Path, raw: bytes, fault: UnicodeDecodeError) -> str:
    """The text of a file from an old Windows desk, unless it is UTF-8 with a broken byte in it."""
    line = raw.count(b"\n", 0, fault.start) + 1
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    foreign = sum(letter >= "\x80" for letter in text) > max(_SMALL, len(text)) / 2
    if not text or foreign or _controls(text) > len(text) / 200 or any(marks in text for marks in _GARBLED):
        raise InputError(f"is not UTF-8 text: byte 0x{raw[fault.start]:02x}", path=path, line=line)
    return text


def _controls(text: str) -> int:
    """The characters that no text has, such as those that ring a bell."""
    return len(_CONTROL.findall(text))

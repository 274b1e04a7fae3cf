"""Bytes as text: UTF-8 first, then what Windows wrote; never a guess that garbles silently."""

from __future__ import annotations

import codecs
from pathlib import Path

from newslint.errors import InputError

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# what curly quotation marks, dashes and pounds become when UTF-8 is read as Windows-1252
_GARBLED = ("â€", "Ã©", "Â£", "Ã¼")


def decoded(path: Path, raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; raises InputError for what is no text.

    A byte order mark is no part of the text. Half a surrogate pair, which JSON can hold,
    is kept, so that offsets stay right.
    """
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in raw:
        raise InputError("is not text: it holds NUL bytes", path=path)
    try:
        return raw.decode(encoding, "surrogatepass" if encoding != "utf-16" else "strict"), encoding
    except UnicodeDecodeError as fault:
        return _windows(path, raw, fault), "cp1252"


def _windows(path: Path, raw: bytes, fault: UnicodeDecodeError) -> str:
    """The text of a file from an old Windows desk, unless it is UTF-8 with a broken byte in it."""
    line = raw.count(b"\n", 0, fault.start) + 1
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    control = sum(letter < " " and letter not in "\t\n\r\f" for letter in text)
    if not text or control > len(text) / 200 or any(marks in text for marks in _GARBLED):
        raise InputError(f"is not UTF-8 text: byte 0x{raw[fault.start]:02x}", path=path, line=line)
    return text

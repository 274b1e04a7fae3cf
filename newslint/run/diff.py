"""A unified diff in the bytes of a file, as patch and git apply take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.kept.regexes import compiled

_LINE = compiled(rb"[^\n]*\n|[^\n]+")
_ODD = compiled(rb"[\x00-\x1f\x7f\"\\\\]")
_ESCAPES = {b"\a": b"a", b"\b": b"b", b"\t": b"t", b"\n": b"n", b"\v": b"v", b"\f": b"f", b"\r": b"r", b'"': b'"', b"\\": b"\\"}


def diff(name: bytes, before: bytes, after: bytes) -> Iterator[bytes]:
    """Its lines; only a line feed ends a line, and the last may have none."""
    from difflib import diff_bytes, unified_diff

    old, new = (_LINE.findall(text) for text in (before, after))
    for at, line in enumerate(diff_bytes(unified_diff, old, new, lineterm=b"\n")):
        if at < 2:
            yield (b"--- ", b"+++ ")[at] + quoted(name) + b"\n"
        else:
            yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def quoted(name: bytes) -> bytes:
    """A name as git writes it: quoted where it holds what would end it, with a tab behind it where it holds a space."""
    if _ODD.search(name):
        return b'"' + _ODD.sub(_escaped, name) + b'"'
    return name + b"\t" if b" " in name else name


def _escaped(found: re.Match[bytes]) -> bytes:
    letter = found[0]
    return b"\\" + (_ESCAPES.get(letter) or b"%03o" % ord(letter))

"""A text as it can be shown: nothing in it steers a terminal or a page."""

from __future__ import annotations

from newslint.kept.regexes import compiled
from newslint.spans import GONE

# what moves a cursor, and what turns the direction of writing about
_CONTROL = compiled(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def readable(text: str) -> str:
    """A text without what stands for markup, and with signs for characters that would steer a terminal or a page."""
    return _CONTROL.sub(lambda found: _sign(ord(found[0])), text.replace(GONE, ""))


def _sign(code: int) -> str:
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"

"""Scripts: the words to be read, with directions in [square brackets] and a few headers between them."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.document import Document
from newslint.errors import InputError
from newslint.spans import Span, masked

NOT_READ_OUT = re.compile(r"\[[^\[\]]*\] | ^(?:SLUG|READER|DURATION):.*$", re.VERBOSE | re.MULTILINE)


def read(path: Path, raw: bytes) -> Document:
    """The whole text as it is, and as prose the same with the directions blanked: every offset stays right."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("is not UTF-8 text", path=path) from None
    directions = (Span(*match.span()) for match in NOT_READ_OUT.finditer(text))
    return Document(str(path), text, prose=masked(text, directions))

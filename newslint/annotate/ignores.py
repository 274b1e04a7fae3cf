"""Ignores: wishes to silence findings, written into the text as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.mentions import Ignore
from newslint.spans import Span

_DIRECTIVE = re.compile(
    r"""
    (?P<opener> <!--[ \t]* | (?:\#|%%|//)[ \t]* )?
    newslint:[ \t]* ignore (?P<file>-file)?
    \[ (?P<codes> (?: "[^"\r\n]{0,200}" | “[^”\r\n]{0,200}” | [^\]"“\r\n] ){0,400} ) \]
    (?P<reason> (?: (?!--!?>) [^\r\n] )* )
    (?P<closer> --!?> )?
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"""(?P<code> [A-Za-z][\w*/-]* ) \s* (?: : \s* ["“] (?P<words> [^"”]* ) ["”] )?""", re.VERBOSE)


def ignores(doc: Document) -> tuple[Ignore, ...]:
    """Every ignore comment, its span the whole comment, in any of the three forms."""
    return tuple(_found(doc.text))


def _found(text: str) -> Iterator[Ignore]:
    if "newslint:" not in text:
        return
    for match in _DIRECTIVE.finditer(text):
        line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        alone = not text[line_start : match.start()].strip()
        if not alone and not match["opener"]:
            continue
        codes = tuple((code["code"], (code["words"] or "").strip()) for code in _CODE.finditer(match["codes"]))
        # in a "#" comment a closing "-->" belongs to the reason, but nobody writes that
        reason = match["reason"].strip().lstrip(":–—-").strip()
        span = Span(match.start(), match.end()).stripped(text)
        yield Ignore(span, codes, reason, "file" if match["file"] else "block" if alone else "line")

"""The ignore comment that silences a finding, in the form that fits its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from newslint.document import Document
from newslint.finding import Edit, Finding
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.spans import Span

_UNFIT = compiled(r"""["“”\r\n\]]|--|\s{2,}""")
"""What may not stand among the words of a comment."""
_LONGEST = 60
_MARKUP = ("<!-- ", " -->", 1)
_FORMS = {"": ("", "", 1), ".txt": ("", "", 1), ".text": ("", "", 1), ".rst": (".. ", "", 2)}
"""What stands before and behind a comment, and the line ends between it and its paragraph."""


def comment(finding: Finding, doc: Document, reason: str) -> Edit:
    """The edit that puts an ignore comment for this finding into its draft.

    It stands on a line of its own before the paragraph, or at the end of the line where another paragraph shares it, or
    where a line between would break a list, a table or the front matter; at the top for what is wrong with the whole.
    Raises ValueError where no reason is given, since without one nothing is silenced.
    """
    why = " ".join(re.sub(r"--+!?>?", "–", reason).split())
    if not why:
        raise ValueError("an ignore comment needs a reason")
    reach = "ignore" if finding.span else "ignore-file"
    directive = f"newslint: {reach}[{_codes(finding, doc)}] {why}"
    line, newline = doc.lines.line_span(doc.lines.position(finding.span.start)[0]), "\r\n" if "\r\n" in doc.text else "\n"
    at, block = _block(finding.span or _top(doc), doc)
    if block is not None and block.kind == "front-matter":
        return _at(line.end, f" # {directive}")
    open_, close, between = _FORMS.get(Path(doc.name).suffix.lower(), _MARKUP)
    if at is not None:
        return _at(at, f"{open_}{directive}{close}{newline * between}")
    return _at(line.end, f" {open_ or '# '}{directive}{close}")


def _at(place: int, text: str) -> Edit:
    return Edit(Span(place, place), text)


def _codes(finding: Finding, doc: Document) -> str:
    """The code, and as many of the words found as a comment can hold."""
    pieces = [piece.strip() for piece in _UNFIT.split(finding.span.of(doc.text))]
    words = max(pieces, key=len, default="")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0]
    return f'{finding.code}: "{words}"' if re.search(r"\w", words) else finding.code


def _top(doc: Document) -> Span:
    return next((block.span for block in doc.all(Block) if block.kind != "front-matter"), Span(0, 0))


def _block(span: Span, doc: Document) -> tuple[int | None, Block | None]:
    """Where a line of its own can stand for the block that this span begins in, and that block."""
    blocks = doc.all(Block)
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    if at < 0 or span.start >= blocks[at].end:
        return None, None
    block = blocks[at]
    start = doc.lines.line_span(doc.lines.position(block.start)[0]).start
    shared = at > 0 and blocks[at - 1].end > start
    markdown = doc.text[start : block.start].strip() and not doc.text[start : block.start].lstrip().startswith("<")
    return (None if shared or markdown or block.kind in ("list-item", "quote-block", "code") else start), block

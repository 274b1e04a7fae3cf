"""Findings as comments in the file that they were found in; whatever else it holds stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from newslint.document import Document
from newslint.errors import InputError
from newslint.finding import Finding, Outcome
from newslint.read.package import Package
from newslint.spans import Span, one_line

AUTHOR, INITIALS = "newslint", "nl"
MARK = b"newslint"
"""What is written at the end of a packed file that we made: whoever saves it after us takes it away."""

_PASSAGE = 240


@dataclass(frozen=True, slots=True)
class Comment:
    """Lines of a comment, and the words of the text that it is on."""

    span: Span
    lines: tuple[str, ...]


def comments(outcome: Outcome, findings: Iterable[Finding]) -> list[Comment]:
    """A comment for each finding: what is wrong, the passages that say so, what would mend it."""
    return [Comment(finding.span, (*_lines(outcome, finding),)) for finding in findings]


def commented(draft: Document, raw: bytes, notes: Sequence[Comment]) -> bytes:
    """The file ``raw``, which is the draft's, with these comments in it.

    Raises InputError where the draft is of a kind that holds none, or ``raw`` no longer is the draft.
    """
    kind = draft.meta.get("extracted")
    path = Path(draft.name)
    if kind == "docx":
        from newslint.run.comments.docx import put
    elif kind == "odt":
        from newslint.run.comments.odt import put
    else:
        raise InputError("is neither a Word file nor an OpenDocument text: there is no place for comments in it", path=path)
    return put(path, raw, draft.text, notes)


def _lines(outcome: Outcome, finding: Finding) -> Iterable[str]:
    yield f"{finding.code} {finding.message} ({finding.rule})"
    for evidence in finding.evidence:
        doc = outcome.document(evidence)
        line, column = doc.lines.position(evidence.span.start)
        where = doc.name if evidence.source else "this draft"
        note = f" ({evidence.note})" if evidence.note else ""
        yield f"{where}:{line}:{column}: “{one_line(evidence.span.of(doc.text), _PASSAGE)}”{note}"
    if finding.fix and finding.fix.title:
        yield f"Fix: {finding.fix.title}"


def changed(path: Path) -> InputError:
    """What is said where the file is not what was read."""
    return InputError("has changed meanwhile; nothing was written", path=path)


def refuse_unless_utf8(path: Path, raw: bytes) -> None:
    """Places in the bytes are known for one encoding, which all programs of today write."""
    head = raw[:200].lower()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"encoding=" in head and b"utf-8" not in head):
        raise InputError("is not written in UTF-8 inside; save it anew, then its comments can be placed", path=path)


def day_of(package: Package | None, part: str, element: str) -> str:
    """When a file says that it was last saved, as XML writes a time; empty where it does not say. No clock is asked, so
    that the same file comes out on every day."""
    raw = package.part(part) if package else b""
    found = re.search(rb"<%s[^>]{0,200}>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)" % element.encode(), raw)
    return found[1].decode() if found else ""


def xml(words: str) -> str:
    """Words as XML can hold them."""
    return escape("".join(letter for letter in words if letter >= " " and letter not in "\ufffe\uffff" and not _half(letter)))


def attribute(words: str) -> str:
    """The same, in quotation marks."""
    return quoteattr(words)


def _half(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff"


def spliced(raw: bytes, inserted: dict[int, bytes]) -> bytes:
    """The bytes with others put in at these places."""
    parts, at = [], 0
    for place in sorted(inserted):
        parts += [raw[at:place], inserted[place]]
        at = place
    return b"".join([*parts, raw[at:]])

"""E-mail: what its sender wrote; what is quoted from earlier mails and the signature are boilerplate."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from newslint.document import Document
from newslint.errors import InputError, Note
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind
from newslint.read.decode import decoded
from newslint.read.extract import Extract, Paragraph
from newslint.spans import GONE, Span, masked

_HEADER = compiled(rb"(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?[!-9;-~]{1,76}:[ \t\r\n]")
_REPLY = compiled(r"\s*(?:(?:re|aw|sv|fwd?|wg|tr)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = compiled(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_QUOTED = compiled(r"\s{0,3}>")
_WROTE = compiled(r"(?:On\b.{5,200}\bwrote|Am\b.{5,200}\bschrieb\b.{0,80}|Le\b.{5,200}\ba écrit\s?):\s*$")
_WROTE_ON = compiled(r"On\b[^:]{5,120}(?:,|at \d\d?:\d\d[^:]{0,80})\s*$|On\b.{5,200}>\s*$")
_EARLIER = compiled(r"\s*-{2,}\s*(?:Original Message|Ursprüngliche Nachricht)\s*-{2,}", re.IGNORECASE)
_PASSED_ON = compiled(
    r"\s*(?:-{2,}\s*Forwarded message\s*-{2,}|(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht):)", re.IGNORECASE
)
_HEAD = compiled(
    r"(?:From|Von|De)\s?:.{1,300}?\b(?:Sent|Date|Gesendet|Datum|Envoyé)\s?:.{1,300}?\b(?:To|An|À|Subject|Betreff)\s?:"
)
"""The head of an earlier mail, where a page has all of it in one paragraph."""

_SENT_WITH = compiled(r"\s*(?:Sent from my\b|Get Outlook for\b|Von meinem\b.{2,40}\bgesendet).{0,60}$")
_RULED_OFF = compiled(r"\s*_{5,}\s*$")
_NOTICE = compiled(
    r"""(?:.{0,60}\b)?(?:this|the[ ]information[ ](?:contained[ ])?in[ ]this)[ ](?:e-?mail|message|communication|transmission)\b
    .{0,200}\b(?:confidential|legally[ ]privileged
    |intended[ ](?:solely|only)[ ]for[ ]the[ ](?:use|addressee|recipient|named|person))""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELD = compiled(r"\s*\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|An|Gesendet|Betreff):\*?\s", re.IGNORECASE)
_NO_BASE64 = compiled(r"[^A-Za-z0-9+/]")
_LINE = compiled(r"[^\r\n]+")
_NO_CHARSET = frozenset({"punycode", "idna", "undefined", "unicode_escape", "raw-unicode-escape"})
_FIELDS = 3
_MOST_NAMED = 8
_ONE_QUOTED = compiled(r"^\s{0,3}> ?")
_FRAME = (_QUOTED, _PASSED_ON, _SENT_WITH, _RULED_OFF, _HEAD)
_PARAGRAPH: BlockKind = "paragraph"

Row = tuple[str, BlockKind]
"""A line of a mail, or a block of one that is a page."""


def read(path: Path, raw: bytes) -> Document:
    """The document in a saved mail, dated by its Date header; raises InputError where nothing of it is text."""
    if not _HEADER.match(raw):
        return _without_headers(path, raw)
    try:
        mail = message_from_bytes(raw, policy=policy.default)
        return _Mail(path, _forwarded_whole(mail)).document()
    except RecursionError:
        raise InputError(
            "cannot be read as a mail: its parts lie too deep inside each other; save its text in a file", path=path
        ) from None
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError) as fault:
        raise InputError(
            f"cannot be read as a mail ({type(fault).__name__}: {fault}); save its text in a file", path=path
        ) from None


def _without_headers(path: Path, raw: bytes) -> Document:
    from newslint.read.plain import plain

    text, encoding = decoded(path, raw)
    doc = plain(str(path), text, encoding=encoding)
    note = Note("has no head of a mail; it is read as plain text", path=path)
    return Document(doc.name, text, published=doc.published, markup=doc.markup, meta={**doc.meta, "problems": (note,)})


def _forwarded_whole(mail: EmailMessage) -> EmailMessage:
    """The mail that another one carries, where that says nothing itself."""
    body = mail.get_body(("plain", "html"))
    inner = next((part for part in mail.walk() if part.get_content_type() == "message/rfc822"), None)
    if inner and (body is None or not _content(body).strip()):
        carried = inner.get_payload(0)
        if isinstance(carried, EmailMessage):
            return carried
    return mail


def _content(part: MIMEPart) -> str:
    """The text of a part, as far as it can be decoded."""
    coded = _header(part, "content-transfer-encoding").lower()
    raw = _from_base64(part) if coded == "base64" else part.get_payload(decode=True)
    return _text(raw, _charset(part)) if isinstance(raw, bytes) else ""


def _text(raw: bytes, charset: str) -> str:
    """Letters of this charset; what calls itself Latin-1 or ASCII is often Windows', which has curly marks there."""
    if charset == "ascii":
        with suppress(UnicodeDecodeError):
            return raw.decode()
    try:
        return raw.decode("cp1252" if charset in ("ascii", "iso8859-1") else charset, "replace")
    except (LookupError, ValueError):  # it is no charset of letters
        return raw.decode("utf-8", "replace")


def _from_base64(part: MIMEPart) -> bytes:
    """What base64 stands for; where it breaks off, up to there, while the library gives the letters themselves."""
    letters = _NO_BASE64.sub("", str(part.get_payload()))
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    return b64decode(whole + "=" * (-len(whole) % 4))


def _charset(part: MIMEPart) -> str:
    name = part.get_content_charset() or "utf-8"
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if found in _NO_CHARSET else found


class _Mail:
    """A mail on its way to a document."""

    def __init__(self, path: Path, mail: EmailMessage) -> None:
        self.path, self.mail = path, mail
        self.extract = Extract()
        self.subject = _header(mail, "subject")

    def document(self) -> Document:
        sender = self._sender()
        if subject := _REPLY.sub("", self.subject, count=1):
            self._add(subject, "headline")
        if sender:
            self._add(sender, "byline")
        body = self.mail.get_body(("plain", "html"))
        if body is None:
            raise InputError("has no text, only attachments; save what you need of them", path=self.path)
        html = body.get_content_type() == "text/html"
        rows = [*_html(self.path, _content(body))] if html else [(line, _PARAGRAPH) for line in self._plain(body)]
        for words, kind in _told_apart(_unquoted(rows), forwarded=bool(_FORWARDED.match(self.subject)), wrapped=not html):
            self._add(words, kind)
        doc = self.extract.document(self.path, "eml", problems=tuple(self._attachments()), outlet=sender)
        # a mail has its lines as they were wrapped: plain ones are joined by whoever looks at lines
        kept = tuple(block for block in doc.markup if html or block.kind != "paragraph")
        return Document(doc.name, doc.text, published=self._sent(), markup=kept, meta=doc.meta)

    def _add(self, words: str, kind: BlockKind) -> None:
        paragraph = Paragraph(kind)
        paragraph.add(words)
        self.extract.add(paragraph)

    def _sender(self) -> str:
        addresses = getattr(self.mail["from"], "addresses", ())
        return " ".join(addresses[0].display_name.split()) if addresses else ""

    def _sent(self) -> dt.date | None:
        sent = getattr(self.mail["date"], "datetime", None)
        return sent.date() if sent else None

    def _attachments(self) -> Iterator[Note]:
        names = [part.get_filename() or part.get_content_type() for part in self.mail.iter_attachments()]
        if names:
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            yield Note(f"has attachments, which are not read: {', '.join(names[:_MOST_NAMED])}{more}", path=self.path)

    def _plain(self, body: MIMEPart) -> list[str]:
        lines = _content(body).splitlines()
        flowed = body.get_param("format") == "flowed"
        return [*_unflowed(lines, delete=body.get_param("delsp") == "yes")] if flowed else lines


def _header(mail: MIMEPart, name: str) -> str:
    return " ".join(str(mail[name] or "").split())


def _unflowed(lines: list[str], *, delete: bool) -> Iterator[str]:
    """Lines as their writer typed them: one that ends with a space goes on in the next (RFC 3676)."""
    held = ""
    for line in lines:
        flows = line.endswith(" ") and line != "-- " and not _QUOTED.match(line)
        held += line.removeprefix(" ")
        if flows:
            held = held[:-1] if delete else held
            continue
        yield held
        held = ""
    if held:
        yield held


def _unquoted(rows: list[Row]) -> list[Row]:
    """The rows with what is passed on as its own sender had it, where the mail quotes it as it would an earlier one."""
    at = next((at for at, (words, _) in enumerate(rows) if _PASSED_ON.match(words)), len(rows))
    first = next((row for row in rows[at + 1 :] if row[0].strip()), ("", _PARAGRAPH))
    if not _QUOTED.match(first[0]) and first[1] != "quote-block":
        return rows
    passed_on = ((_ONE_QUOTED.sub("", words), _PARAGRAPH if kind == "quote-block" else kind) for words, kind in rows[at:])
    return [*rows[:at], *passed_on]


def _told_apart(rows: list[Row], *, forwarded: bool, wrapped: bool) -> Iterator[Row]:
    """Each row, and whether the sender wrote it; ``forwarded`` where an earlier mail is what the mail is about, ``wrapped``
    where a row is a line."""
    rest = head = notice = False
    for at, (line, kind) in enumerate(rows):
        rest = rest or line.rstrip() == "--"
        forwarded = forwarded or _PASSED_ON.match(line) is not None
        if _begins_head(rows, at):
            head, rest = True, not forwarded
        head = head and bool(_FIELD.match(line) or _EARLIER.match(line))
        notice = _NOTICE.match(line) is not None or (notice and wrapped and bool(line.strip()))
        theirs = rest or head or notice or kind == "quote-block" or _announces(rows, at) or any(odd.match(line) for odd in _FRAME)
        yield line, "boilerplate" if theirs else kind


def _begins_head(rows: list[Row], at: int) -> bool:
    """Whether the head of an earlier mail begins here."""
    line = rows[at][0]
    if _EARLIER.match(line) or _HEAD.match(line):
        return True
    return bool(_FIELD.match(line)) and sum(bool(_FIELD.match(one)) for one, _ in rows[at : at + 6]) >= _FIELDS


def _announces(rows: list[Row], at: int) -> bool:
    """Whether this is a line, or half of one, that says who wrote what is quoted below."""
    line = rows[at][0]
    if _WROTE.match(line):
        return True
    if _WROTE_ON.match(line):
        return at + 1 < len(rows) and rows[at + 1][0].rstrip().endswith("wrote:")
    return at > 0 and line.rstrip().endswith("wrote:") and _WROTE_ON.match(rows[at - 1][0]) is not None


def _html(path: Path, words: str) -> Iterator[Row]:
    """Each block of a page; what stands in <pre> has lines instead of blocks."""
    from newslint.read.html import html

    page = html(str(path), words)
    typed = masked(page.prose, (block.span for block in page.markup))
    lines = [(Block(Span(*line.span()), _PARAGRAPH), typed) for line in _LINE.finditer(typed)]
    for block, prose in sorted([*((block, page.prose) for block in page.markup), *lines], key=lambda pair: pair[0].start):
        if shown := " ".join(block.span.of(prose).replace(GONE, "").split()):
            yield shown, block.kind

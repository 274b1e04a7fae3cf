"""Files that are made to break a reader, or that broke on their way: ten of each kind, and what is said of each.

A maker gives the bytes; what follows are the exit status and words that standard error, or a finding, must hold.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable

from tests.office import flat, lines, odt, p, pdf, word, zipped

Hostile = tuple[Callable[[], bytes], int, str]

SAID = "It was a very unique day for the the town."
_DTD = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>'
)
_BULK = 50 * 1024 * 1024


def _with_part(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A packed file with one part changed."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return zipped({one: change(file.read(one)) if one == name else file.read(one) for one in file.namelist()})


def _declared(xml: bytes) -> bytes:
    """XML with a document type of its own, whose entities its text asks for."""
    return xml.replace(b"?>", b"?>" + _DTD.encode(), 1).replace(SAID.encode(), b"&b;&e;")


def _deep(tag: str) -> str:
    return f"<{tag}>" * 20_000 + f"</{tag}>" * 20_000


def _locked(raw: bytes) -> bytes:
    """A packed file whose members say that they are encrypted."""
    return raw.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def _old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(4096)


def _bulk() -> bytes:
    """50 MB that cannot be packed any smaller, the same on every day."""
    seed = zlib.compress(bytes(range(256)) * 16, 9)
    block = b"".join(struct.pack(">I", zlib.crc32(seed, number)) for number in range(16384))
    return block * (_BULK // len(block))


def _mail(body: str, *head: str) -> bytes:
    return "\r\n".join(["From: A <a@example.org>", "Subject: A day", *head, "", body]).encode()


def _nested(depth: int) -> bytes:
    out = "Content-Type: text/plain\r\n\r\n" + SAID
    for level in range(depth):
        out = f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n{out}\r\n--b{level}--"
    return ("Subject: A day\r\n" + out).encode()


_DOCX, _ODT = word(p(SAID)), odt(f"<text:p>{SAID}</text:p>")
_ROW = lines((50, 700, 10, SAID))
_PDF = pdf([_ROW])
_PICTURE = {"word/media/image1.png": b""}

DOCX: dict[str, Hostile] = {
    "truncated": (lambda: _DOCX[: len(_DOCX) // 2], 2, "is damaged"),
    "zip bomb": (lambda: word(p("a" * 30_000_000)), 2, "is packed as no text is"),
    "zip bomb beyond 32 MB": (lambda: word(p("a" * 40_000_000)), 2, "unpacks to more than 32 MB"),
    "entities": (lambda: _with_part(_DOCX, "word/document.xml", _declared), 2, "has a document type of its own"),
    "nested deeply": (lambda: word(_deep("w:sdt")), 2, "is nested too deeply"),
    "not XML": (lambda: _with_part(_DOCX, "word/document.xml", lambda xml: xml[:-40]), 2, "is damaged (word/document.xml:"),
    "macros": (lambda: word(p(SAID), more={"word/vbaProject.bin": b"Sub AutoOpen()"}), 1, "holds macros"),
    "encrypted": (lambda: _old_office("EncryptedPackage"), 2, "is encrypted; save it without a password"),
    "no document in it": (lambda: zipped({"_rels/.rels": "<Relationships/>", "../../etc/passwd": "x"}), 2, "is no Word file"),
    "really a page": (
        lambda: f"<html><body><p>{SAID}</p></body></html>".encode(),
        1,
        "is an HTML page, whatever its ending says",
    ),
}

ODT: dict[str, Hostile] = {
    "truncated": (lambda: _ODT[: len(_ODT) // 2], 2, "is damaged"),
    "zip bomb": (lambda: odt(f"<text:p>{'a' * 30_000_000}</text:p>"), 2, "is packed as no text is"),
    "bomb of spaces": (lambda: odt(f"<text:p>{SAID}<text:s text:c='999999999'/></text:p>"), 1, "T"),
    "entities": (lambda: _with_part(_ODT, "content.xml", _declared), 2, "has a document type of its own"),
    "nested deeply": (lambda: odt(_deep("text:span")), 2, "is nested too deeply"),
    "not XML": (lambda: _with_part(_ODT, "content.xml", lambda xml: xml + b"<"), 2, "is damaged (content.xml:"),
    "encrypted": (lambda: odt("", more={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), 2, "is encrypted"),
    "encrypted members": (lambda: _locked(_ODT), 2, "encrypted"),
    "another encoding": (lambda: _with_part(_ODT, "content.xml", lambda xml: xml.replace(b"UTF-8", b"KLINGON")), 2, "is damaged"),
    "really a spreadsheet": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": flat("")}),
        2,
        "is a spreadsheet, which is not read; save what you need of it as text",
    ),
}

PDF: dict[str, Hostile] = {
    "truncated": (lambda: _PDF[: len(_PDF) // 2], 2, "is damaged, or no PDF at all"),
    "bomb": (lambda: pdf([b"BT " + b" " * 40_000_000], packed=True), 2, "has a page that unpacks to more than any text would"),
    "bomb of operators": (lambda: pdf([b"q Q " * 1_000_000], packed=True), 2, "unpacks to more"),
    "pages in a circle": (lambda: _PDF.replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"), 2, "is damaged"),
    "encrypted": (
        lambda: pdf(
            [_ROW], more=f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1/O<{'61' * 32}>/U<{'62' * 32}>>>/ID[<00><00>]"
        ),
        2,
        "is encrypted; save it without a password",
    ),
    "pictures for text": (lambda: pdf(["q 100 0 0 100 0 0 cm Q"]), 2, "have it recognised (OCR) first"),
    "a script": (lambda: _PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), 1, "T"),
    "a form that draws itself": (lambda: pdf([_ROW + " /F Do " * 2000]), 1, "T"),
    "no end": (lambda: b"%PDF-1.7\n" + b"1 0 obj<<" * 100_000, 2, "is damaged"),
    "really a Word file": (lambda: _DOCX, 1, "is a Word file, whatever its ending says, and read as one"),
}

HTML: dict[str, Hostile] = {
    "truncated": (lambda: f"<html><body><p>{SAID}</p><p cla".encode(), 1, "T"),
    "nested deeply": (lambda: f"{'<div>' * 40_000}<p>{SAID}</p>".encode(), 1, "T"),
    "entities": (lambda: f"{_DTD}<p>{SAID} &b;&e;</p>".encode(), 1, "T"),
    "lone brackets": (lambda: f"<p>{SAID}</p>{'<' * 200_000}".encode(), 1, "T"),
    "an attribute of 1 MB": (lambda: f"<p>{SAID}</p><img src='data:{'a' * 1_000_000}'>".encode(), 1, "T"),
    "scripts never closed": (lambda: f"<p>{SAID}</p>{'<script>' * 50_000}".encode(), 1, "T"),
    "figures that are no letters": (lambda: f"<p>{SAID}</p><p>{'&#9999999;&#xD800;' * 9999}</p>".encode(), 1, "T"),
    "no text": (lambda: b"<html><body><script>x</script></body></html>", 0, ""),
    "noise": (lambda: bytes(range(256)) * 400, 2, "is not text"),
    "really a PDF": (lambda: _PDF, 1, "is a PDF, whatever its ending says, and read as one"),
}

EML: dict[str, Hostile] = {
    "truncated": (lambda: _mail(base64.b64encode(SAID.encode() * 50).decode()[:-3], "Content-Transfer-Encoding: base64"), 1, "T"),
    "nested deeply": (lambda: _nested(1000), 2, "cannot be read as a mail"),
    "a charset that nobody knows": (lambda: _mail(SAID, "Content-Type: text/plain; charset=klingon"), 1, "T"),
    "no such coding": (lambda: _mail(SAID, "Content-Transfer-Encoding: x-none"), 1, "T"),
    "a header without end": (lambda: _mail(SAID, "X-A: " + "a" * 3_000_000), 1, "T"),
    "100,000 headers": (lambda: _mail(SAID, *["X-A: a"] * 100_000), 1, "T"),
    "a boundary that never comes": (lambda: _mail(SAID, "Content-Type: multipart/mixed; boundary=zz"), 2, "has no text"),
    "attachments alone": (lambda: _mail("x", "Content-Type: application/zip; name=a.zip"), 2, "has no text, only attachments"),
    "a day that is none": (lambda: _mail(SAID, "Date: Thu, 99 Foo 2025 99:99:99 +9999"), 1, "T"),
    "no mail at all": (lambda: SAID.encode(), 1, "has no head of a mail; it is read as plain text"),
}

ALL = {"docx": DOCX, "odt": ODT, "pdf": PDF, "html": HTML, "eml": EML}

LARGE: dict[str, Callable[[], bytes]] = {
    "docx": lambda: word(p(SAID), more={"word/media/image1.png": _bulk()}),
    "odt": lambda: odt(f"<text:p>{SAID}</text:p>", more={"Pictures/a.png": _bulk()}),
    "pdf": lambda: pdf([_ROW, b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"]) + _bulk(),
    "html": lambda: b"<p>" + SAID.encode() + b"</p><img src='data:" + b"a" * _BULK + b"'>",
    "eml": lambda: (
        b"Subject: A day\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
        + SAID.encode()
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\n"
        + (b"a" * 75 + b"\r\n") * (_BULK // 77)
        + b"--b--"
    ),
}
"""50 MB of each kind, which would cost every run of the tests too much; measured by hand."""

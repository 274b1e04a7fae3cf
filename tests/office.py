"""Word files, OpenDocument texts and PDFs made of a few words, for tests of what is read of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
    for id_, name, more in (
        ("Normal", "Normal", ""),
        ("Titel", "Title", ""),
        ("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Unter", "Subtitle", ""),
        ("Zitat", "Quote", ""),
        ("Bild", "caption", ""),
        ("Punkt", "List Bullet", ""),
        ("Eigen", "House Head", '<w:basedOn w:val="berschrift1"/>'),
        ("Inhalt", "toc 1", ""),
    )
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A packed file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2025, 8, 15, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def p(words: str, style: str = "", *, properties: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def word(
    body: str, *, comments: str = "", footnotes: str = "", header: str = "", more: Mapping[str, bytes] | None = None
) -> bytes:
    """A Word file with this body."""
    named = {"comments": comments, "footnotes": footnotes, "header": header, "styles": STYLES}
    root = {"comments": "comments", "footnotes": "footnotes", "header": "hdr", "styles": "styles"}
    given = {kind: xml for kind, xml in named.items() if xml}
    relations = "".join(f'<Relationship Id="r{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for kind in given)
    link = f'<Relationship Id="rlink" Type="{_R}/hyperlink" Target="https://www.example.org/report" TargetMode="External"/>'
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((kind, kind) for kind in given)]
    )
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    namespaces = (
        f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return zipped(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
            "word/document.xml": f"{_HEAD}<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}{link}</Relationships>',
            **{f"word/{kind}.xml": f"{_HEAD}<w:{root[kind]} {namespaces}>{xml}</w:{root[kind]}>" for kind, xml in given.items()},
            **(more or {}),
        }
    )


def flat(body: str, *, styles: str = "") -> str:
    """An OpenDocument text in one piece of XML."""
    spaces = " ".join(f'xmlns:{name}="{_OASIS}{where}:1.0"' for name, where in _SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


_SPACES = {"office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing"}


def odt(body: str, *, styles: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with this body."""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3"><manifest:file-entry '
        'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": flat(body, styles=styles)}
    return zipped({**parts, "META-INF/manifest.xml": manifest, **(more or {})})


def pdf(pages: Sequence[str | bytes], *, packed: bool = False, more: str = "") -> bytes:
    """A PDF whose pages are drawn by these operators."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for page in pages:
        drawn = page.encode("cp1252") if isinstance(page, str) else page
        drawn = zlib.compress(drawn) if packed else drawn
        filtered = "/Filter/FlateDecode" if packed else ""
        at = len(objects) + 1
        kids.append(f"{at} 0 R")
        where = f"/Contents {at + 1} 0 R/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]"
        objects.append(f"<</Type/Page/Parent 2 0 R{where}>>".encode())
        objects.append(f"<</Length {len(drawn)}{filtered}>>stream\n".encode() + drawn + b"\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj".encode() + body + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n".encode()


def lines(*rows: tuple[float, float, float, str]) -> str:
    """The operators that draw lines of text, each at x and y in a size."""
    said = (f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET" for x, y, size, words in rows)
    return "\n".join(said)

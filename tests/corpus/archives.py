"""The same documents in every kind of archive that newslint reads."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from fastwarc.warc import WarcRecord, WarcRecordType

Row = dict[str, str]


def rows(number: int = 20) -> list[Row]:
    """Stories in each of which a weekday is wrong and a word doubled."""
    return [
        {
            "id": f"story-{at}",
            "headline": f"Bridge {at} is closed",
            "text": f'The the bridge, "old & tired", was shut on Monday 1 July 2025.\n\nSome {at + 2} people — at the café — left.\n',
            "published": f"2025-07-{at % 28 + 1:02}",
            "outlet": "The Post" if at % 2 else "Courier",
        }
        for at in range(number)
    ]


def _lines(some: Sequence[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some).encode()


def _csv(some: Sequence[Row], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*some[0]], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(some)
    return out.getvalue().encode()


def _parquet(some: Sequence[Row]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([*some]), out, row_group_size=7)
    return out.getvalue()


def _paragraphs(row: Row) -> str:
    return "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in row["text"].strip().split("\n\n"))


def zstd(data: bytes) -> bytes:
    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as stream:
        stream.write(data)
    return bytes(out.getvalue())


def nitf(row: Row) -> str:
    day = row["published"].replace("-", "")
    return (
        f'<nitf><head><docdata><doc-id id-string="{row["id"]}"/><date.issue norm="{day}T120000Z"/></docdata>'
        f'<pubdata name="{row["outlet"]}"/></head><body><body.head><hedline><hl1>{row["headline"]}</hl1></hedline></body.head>'
        f"<body.content><block>{_paragraphs(row)}</block></body.content></body></nitf>"
    )


def newsml(row: Row) -> str:
    return (
        f'<newsItem guid="{row["id"]}"><itemMeta><itemClass qcode="ninat:text"/><provider literal="{row["outlet"]}"/>'
        f"<versionCreated>{row['published']}T09:00:00+01:00</versionCreated></itemMeta><contentMeta><headline>{row['headline']}"
        '</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_paragraphs(row)}</body></html></inlineXML></contentSet></newsItem>'
    )


def _news(some: Sequence[Row], item: Callable[[Row], str]) -> bytes:
    inside = "\n".join(map(item, some))
    return f'<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\n{inside}\n</itemSet></newsMessage>'.encode()


def page(row: Row) -> bytes:
    head = f'<meta charset="utf-8"><meta property="article:published_time" content="{row["published"]}">'
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{row['headline']}</h1>\n{_paragraphs(row)}</article></body></html>".encode()


def record(row: Row, body: bytes | None = None, kind: str = "text/html; charset=utf-8") -> bytes:
    """A response of a crawl."""
    body = page(row) if body is None else body
    made = WarcRecord()
    made.init_headers(WarcRecordType.response)
    made.headers["WARC-Target-URI"] = f"https://www.example.org/{row['id']}"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def _zip(some: Sequence[Row]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for row in some:
            file.writestr(f"{row['id']}.xml", nitf(row))
    return out.getvalue()


def _tar(some: Sequence[Row]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as file:
        for row in some:
            entry = tarfile.TarInfo(f"wire/{row['id']}.xml")
            data = nitf(row).encode()
            entry.size = len(data)
            file.addfile(entry, io.BytesIO(data))
    return out.getvalue()


KINDS: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "a.jsonl": _lines,
    "a.jsonl.gz": lambda some: gzip.compress(_lines(some)),
    "a.jsonl.zst": lambda some: zstd(_lines(some)),
    "a.json": lambda some: json.dumps(some, indent=1).encode(),
    "a.csv": _csv,
    "a.csv.gz": lambda some: gzip.compress(_csv(some)),
    "a.tsv": lambda some: _csv(some, "\t"),
    "a.parquet": _parquet,
    "nitf.xml": lambda some: _news(some, nitf),
    "newsml.xml": lambda some: _news(some, newsml),
    "a.zip": _zip,
    "a.tar.gz": _tar,
}
"""Files whose documents come out alike, letter for letter."""

CRAWLS: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "a.warc": lambda some: b"".join(map(record, some)),
    "a.warc.gz": lambda some: b"".join(gzip.compress(record(row)) for row in some),
    "whole.warc.gz": lambda some: gzip.compress(b"".join(map(record, some))),
}
"""Files whose documents are pages."""


def written(folder: Path, name: str, some: Sequence[Row]) -> Path:
    """An archive of this kind."""
    path = folder / name
    path.write_bytes({**KINDS, **CRAWLS}[name](some))
    return path

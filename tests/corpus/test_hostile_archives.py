"""What is broken, hostile or huge costs its own records and nothing else."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from newslint.corpus.inputs import Inputs
from newslint.corpus.inputs.packing import TooLong, lines
from newslint.corpus.shapes import Failure
from newslint.errors import InputError
from tests.corpus.archives import zstd

OK = b'{"id": "a", "text": "Fine."}\n'
MANY = b"".join(json.dumps({"id": str(at), "text": os.urandom(20).hex()}).encode() + b"\n" for at in range(3000))
ITEM = b"<nitf><body><body.content><p>One</p></body.content></body></nitf>"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", b"\0" * (70 << 20))
        file.writestr("b.txt", "Fine.")
    return out.getvalue()


TABLE: list[tuple[str, bytes, int, str]] = [
    ("bad.jsonl", OK + b'{"text": "caf\xe9"}\n' + OK, 2, "not UTF-8 text: byte 0xe9"),
    ("nul.jsonl", OK + b"\0\0\n" + OK, 2, "not JSON"),
    ("list.jsonl", OK + b"[1]\n" + OK, 2, "a record is an object"),
    ("deep.jsonl", OK + b"[" * 100_000 + b"\n" + OK, 2, "not JSON: too deep"),
    ("long.jsonl", OK + b'{"id": ' + b"9" * 5000 + b"}\n" + OK, 2, "not JSON"),
    ("no-text.jsonl", OK + b'{"id": "b"}\n' + OK, 2, "no text in text, body, content"),
    ("number.jsonl", OK + b'{"text": 5}\n' + OK, 2, "its text is int"),
    ("format.jsonl", OK + b'{"text": "x", "format": "docx"}\n' + OK, 2, "no format is called 'docx'"),
    ("cut.jsonl.zst", zstd(MANY)[:-500], -1, "cannot be read any further"),
    ("cut.jsonl.gz", gzip.compress(MANY)[:-500], -1, "cannot be read any further"),
    ("cut.json", b'[{"text": "x"}, {"text": "y"}, {"te', 2, "not JSON"),
    ("open.csv", b'id,text\n1,"a\nb ""q"""\n2,"open\n3,never closed\n', 2, ""),
    ("wide.csv", b"id,text\n1,a,b\n2,x\n\n4,y\n", 2, "has 3 fields, the first line 2"),
    ("bytes.csv", b"id,text\n1,\x81\x8d\x8f\n2,x\n", 1, "not UTF-8 text"),
    ("bomb.xml", b'<!DOCTYPE n [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', 0, "declares entities"),
    ("outside.xml", b'<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', 0, "declares entities"),
    ("half.xml", b"<r>" + ITEM + b"<nitf><body><p>tw", 1, "not XML"),
    ("deep.xml", b"<nitf>" + b"<p>" * 100_000, 0, "nested too deeply"),
    ("tag.xml", b"<nitf a='" + b"x" * (6 << 20), 0, "a tag of it has no end"),
    ("empty.xml", b"", 0, "not XML: no element found"),
    ("other.xml", b"<rss/>", 0, "holds no item of NITF"),
    ("junk.zip", b"PK\x03\x04" + b"x" * 500, 0, "cannot be read any further"),
    ("junk.tar", b"x" * 2000, 0, "cannot be read any further"),
    ("bomb.zip", bomb(), 1, "is larger than 64 MB"),
    ("empty.jsonl", b"", 0, ""),
    ("empty.csv", b"", 0, ""),
    ("empty.json", b"", 0, ""),
    ("empty.jsonl.gz", b"", 0, ""),
    ("empty.warc.gz", b"", 0, ""),
    ("junk.warc", b"WARC/1.0\r\njunk junk\r\n\r\n" + b"\x01\x02" * 900, 0, "cannot be read any further"),
]


@pytest.mark.parametrize(("name", "data", "good", "told"), TABLE, ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("size", [1, 200])
def test_a_bad_record_is_told_and_the_others_are_read(
    tmp_path: Path, name: str, data: bytes, good: int, told: str, size: int
) -> None:
    (tmp_path / name).write_bytes(data)
    found = [one for part in Inputs((str(tmp_path / name),), size=size).shards() for one in part.items()]
    faults = [one for one in found if isinstance(one, Failure)]
    if good >= 0 and name != "open.csv":
        assert len(found) - len(faults) == good, found
    assert len(faults) == (1 if told else 0), faults
    assert all(told in one.error and "\n" not in one.error and one.place.startswith(name) for one in faults), faults
    assert len({one.id for one in found}) == len(found) or size == 1


@pytest.mark.parametrize(
    ("name", "data"), [("a.parquet", b"PAR1" + b"x" * 200 + b"PAR1"), ("b.parquet", b""), ("c.csv", "id,text\n".encode("utf-16"))]
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=name):
        [one for part in Inputs((str(tmp_path / name),)).shards() for one in part.items()]


def test_a_line_without_end_fills_no_memory() -> None:
    class Endless(io.RawIOBase):
        left = 200 << 20

        def readable(self) -> bool:
            return True

        def readinto(self, into: memoryview) -> int:  # type: ignore[override]
            self.left -= len(into)
            into[:] = b"x" * len(into) if self.left > 0 else b"\n" * len(into)
            return len(into) if self.left > -len(into) else 0

    tracemalloc.start()
    found = [*lines(io.BufferedReader(Endless(), 1 << 16), 1 << 20)]  # type: ignore[arg-type]
    assert isinstance(found[0], TooLong)
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()

"""Archives of every kind hold the same documents, however they are parted."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import fsspec
import pytest

from newslint.corpus.inputs import Inputs
from newslint.corpus.inputs.days import day, months
from newslint.corpus.inputs.fields import Fields
from newslint.corpus.shapes import Failure, Item
from newslint.errors import InputError, NewslintError
from tests.corpus.archives import CRAWLS, KINDS, newsml, nitf, record, rows, written


def read(*words: Path | str, **how: object) -> list[Item | Failure]:
    return [one for part in Inputs(tuple(map(str, words)), **how).shards() for one in part.items()]  # type: ignore[arg-type]


def items(*words: Path | str, **how: object) -> list[Item]:
    found = read(*words, **how)
    assert all(isinstance(one, Item) for one in found), found
    return found  # type: ignore[return-value]


def only(*words: Path | str, **how: object) -> Item:
    (one,) = items(*words, **how)
    return one


@pytest.mark.parametrize("size", [1, 6, 200])
@pytest.mark.parametrize("name", KINDS)
def test_all_kinds_hold_the_same_documents(tmp_path: Path, name: str, size: int) -> None:
    found = items(written(tmp_path, name, rows()), size=size)
    told = [(one.id, one.text.strip(), one.published, one.outlet) for one in found]
    assert told == [(row["id"], f"{row['headline']}\n\n{row['text']}".strip(), row["published"], row["outlet"]) for row in rows()]


@pytest.mark.parametrize("size", [6, 200])
@pytest.mark.parametrize("name", CRAWLS)
def test_pages_of_a_crawl(tmp_path: Path, name: str, size: int) -> None:
    found = items(written(tmp_path, name, rows()), size=size)
    assert [one.id for one in found] == [f"https://www.example.org/{row['id']}" for row in rows()]
    assert {one.outlet for one in found} == {"example.org"}
    assert all("café" in one.text and one.format == "html" for one in found)


@pytest.mark.parametrize("name", [*KINDS, *CRAWLS])
def test_a_file_is_parted_so_that_no_record_is_lost_or_doubled(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, rows(150))
    archive = Inputs((str(path),), size=1)
    parts = archive.shards()
    assert len({part.name for part in parts}) == len(parts)
    assert len(parts) <= 151
    ids = [one.id for part in parts for one in part.items()]
    assert len(ids) == len({*ids}) == 150
    assert [one.id for one in parts[-1].items()] == ids[-len([*parts[-1].items()]) :]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet", "a.warc.gz", "folder"])
def test_parts_get_smaller_towards_the_end(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
        for at in range(150):
            (path / f"{at:03}.txt").write_text("A text.")
    else:
        path = written(tmp_path, name, rows(150))
    parts = Inputs((str(path),), size=24).shards()
    sizes = [len([*part.items()]) for part in parts]
    assert sum(sizes) == 150
    assert 18 <= max(sizes) <= 24
    assert max(sizes[-10:]) <= 3
    weights = [part.weight / sum(other.weight for other in parts) for part in parts]
    assert all(abs(weight - size / 150) < 0.03 for weight, size in zip(weights, sizes, strict=True))


def test_a_folder_with_many_kinds_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    (folder / "b" / ".git").mkdir(parents=True)
    (folder / "story.sources").mkdir()
    (folder / "a.txt").write_text("A text.")
    (folder / "b" / "c.html").write_text("<p>A page.</p>")
    (folder / "b" / "item.xml").write_text(nitf(rows()[0]))
    (folder / "b" / "d.jsonl").write_text('{"id": "line", "text": "A line."}\n')
    for hidden in ("b/.git/x.txt", "story.sources/y.txt", "b/picture.jpg", "old.txt"):
        (folder / hidden).write_text("not this")
    found = items(folder, left_out=lambda name: name.endswith("old.txt"))
    assert [one.id for one in found] == ["wire/a.txt", "wire/b/c.html", "line", "story-0"]
    assert next(one for one in found if one.id == "wire/a.txt").raw == b"A text."
    assert [one.id for one in items(str(tmp_path / "wire" / "*" / "*.html"))] == ["b/c.html"]


def test_stores_are_read_as_files_are(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl.gz", rows())
    with fsspec.open("memory://bucket/in/a.jsonl.gz", "wb") as out:
        out.write(path.read_bytes())
    with fsspec.open("memory://bucket/in/b.parquet", "wb") as out:
        out.write(KINDS["a.parquet"](rows()))
    expected = [one.text.strip() for one in items(path)]
    assert [one.text.strip() for one in items("memory://bucket/in/a.jsonl.gz")] == expected
    assert [one.text.strip() for one in items("memory://bucket/in", size=3)] == expected * 2
    assert [one.text.strip() for one in items("memory://bucket/in/*.parquet")] == expected


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("s3://bucket/x.jsonl", "needs another package"),
        ("nowhere://x/y.jsonl", "no store is called nowhere://"),
        ("memory://no/such.jsonl", "is not there"),
        ("no-such.jsonl", "cannot be read"),
        ("*.nothing", "holds no file of an archive"),
    ],
)
def test_what_is_not_there_is_said(url: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(url)


def test_a_row_may_call_its_columns_what_it_likes(tmp_path: Path) -> None:
    path = tmp_path / "cms.jsonl"
    row = {"key": 7, "fields": {"body": "<p>One.</p>"}, "webTitle": "Two & two", "at": 1720000000, "source": {"name": "The Post"}}
    path.write_text(json.dumps(row) + "\n")
    named = {"id": "key", "text": "fields.body", "headline": "webTitle", "published": "at"}
    found = only(path, fields=Fields(named))
    assert found == Item("7", "<h1>Two &amp; two</h1>\n<p>One.</p>", "html", "2024-07-03", "The Post", place="cms.jsonl:1")
    noted = Inputs((str(path),), Fields(named)).columns()["jsonl"]
    assert (noted.columns["text"], noted.others) == ("fields.body", [])
    assert Inputs((str(path),)).columns()["jsonl"].others == ["key", "fields", "webtitle", "at"]


def test_ids_are_made_where_they_are_missing_or_doubled(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "a"}\n\n{"id": "b", "text": "b"}\n{"id": "b", "text": "c"}\n{"ID": "b", "Body": "d"}\n')
    assert [one.id for one in items(path)] == ["x.jsonl:1", "b", "b#2", "b#3"]


def test_sources_come_with_a_row(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "a", "sources": [{"name": "wire", "text": "b", "url": null}]}\n{"text": "a", "sources": ["AP"]}\n')
    one, other = items(path)
    assert one.sources == ({"name": "wire", "text": "b"},)
    assert other.sources == ()


def test_a_limit_and_a_sample(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", rows(100))
    assert [one.id for one in items(path, limit=7, size=5)] == [f"story-{at}" for at in range(7)]
    some = items(path, sample=0.3)
    assert 10 < len(some) < 60
    assert some == items(path, sample=0.3, size=200)
    assert Inputs((str(path),), limit=7).fingerprint != Inputs((str(path),)).fingerprint


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", rows())
    before = Inputs((str(path),)).fingerprint
    assert Inputs((str(path),)).fingerprint == before
    written(tmp_path, "a.csv", rows(21))
    assert Inputs((str(path),)).fingerprint != before


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("2025-08-15", "2025-08-15"), ("2025-08-15T23:30:00-05:00", "2025-08-15"), ("20250815", "2025-08-15"),
        ("20250815T120000Z", "2025-08-15"), ("Fri, 15 Aug 2025 10:00:00 GMT", "2025-08-15"), ("15 August 2025", "2025-08-15"),
        ("August 15th, 2025", "2025-08-15"), ("15-Aug-2025", "2025-08-15"), ("15/08/2025", "2025-08-15"),
        ("08/15/2025", "2025-08-15"), ("2025/8/5", "2025-08-05"), (1755216000, "2025-08-15"), (1755216000000, "2025-08-15"),
        ("1755216000", "2025-08-15"), ("03/04/2025", None), ("2025-13-01", None), ("yesterday", None), ("", None), (None, None),
        (True, None), ("2025", None), (float("nan"), None), ([], None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_a_day_in_many_forms(given: object, found: str | None) -> None:
    assert day(given) == found


def test_months_are_counted_over_the_year() -> None:
    assert [*months("2024-11", "2025-02")] == ["2024-11", "2024-12", "2025-01", "2025-02"]


def test_nitf_in_all_its_parts(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf-3-4.dtd"><nitf><head><title>T</title><docdata>'
        '<doc-id regsrc="AP" id-string="x1"/></docdata></head><body><body.head><hedline><hl1>Bridge &amp; road&nbsp;shut</hl1>'
        "<hl2>Again</hl2></hedline><byline>By Ann <person>Lee</person></byline><dateline><location>HULL</location>"
        '<story.date norm="20250701"/></dateline><abstract><p>In short.</p></abstract></body.head><body.content><block><p>One\n two.</p>'
        "<media><media-caption>A picture</media-caption></media><ul><li>three</li></ul></block></body.content></body></nitf>"
    )
    found = only(tmp_path / "a.xml")
    assert found.text == "Bridge & road shut\n\nAgain\n\nIn short.\n\nBy Ann Lee\n\nHULL\n\nOne two.\n\nthree\n"
    assert (found.id, found.published, found.outlet) == ("x1", "2025-07-01", "AP")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<inlineData contenttype="text/plain">One.\n\nTwo\nlines.</inlineData>', "Bridge 0 is closed\n\nOne.\n\nTwo lines.\n"),
        (f"<inlineXML>{nitf(rows()[1])}</inlineXML>", "Bridge 0 is closed\n\nBridge 1 is closed\n\n"),
    ],
)
def test_newsml_with_other_contents(tmp_path: Path, content: str, text: str) -> None:
    whole = newsml(rows()[0])
    start, end = whole.index("<inlineXML"), whole.index("</contentSet>")
    (tmp_path / "a.xml").write_text(whole[:start] + content + whole[end:])
    assert only(tmp_path / "a.xml").text.startswith(text)


def test_a_crawl_has_more_than_pages(tmp_path: Path) -> None:
    row = rows()[0]
    latin = "<p>caf\xe9</p>".encode("latin-1")
    parts = record(row, b"\x89PNG", "image/png"), record(row), record(row, latin, "text/html; charset=iso-8859-1")
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    assert [one.text[-12:] for one in items(tmp_path / "a.warc")] == ["body></html>", "<p>café</p>"]


def test_old_tables_of_windows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("id;text\r\n1;“Quoted” words — by a desk in the old days\r\n".encode("cp1252"))
    assert only(tmp_path / "a.csv").text == "“Quoted” words — by a desk in the old days"


def test_a_kind_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "export.dat").write_text('{"text": "a"}\n')
    assert only(tmp_path / "export.dat").text == "a"  # by what it holds
    (tmp_path / "table.dat").write_text("text\na\n")
    with pytest.raises(NewslintError, match="--input-format"):
        read(tmp_path / "table.dat")
    assert only(tmp_path / "table.dat", given="csv").text == "a"


def test_a_zip_holds_texts_and_news(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for name, words in (("a/one.txt", "One."), ("two.xml", nitf(rows()[2])), ("__MACOSX/x.txt", "x"), ("y.exe", "y")):
            file.writestr(name, words)
    assert [one.id for one in items(tmp_path / "a.zip")] == ["a.zip/a/one.txt", "story-2"]

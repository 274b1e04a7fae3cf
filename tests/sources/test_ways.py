"""All the ways to name a source, in their order, and what is known of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.document import Source
from newslint.errors import InputError
from newslint.linter import Linter

DRAFT = """\
---
published: 2025-08-15
sources:
  - {file: front.txt, id: front, kind: transcript, translated: true, licensed: true}
  - {file: wire.txt, outlet: The Harbour Gazette, url: "https://example.org/wire", published: 2025-08-13}
---
The bridge was closed.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft with sources named in every way, ``wire.txt`` in several."""
    for name in ("option", "wire", "listed", "dir/deep", "front", "beside", "draft.sources/a", "draft.sources/b"):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"What {name} says.\n")
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "list.yml").write_text("sources: [{file: listed.txt}, {file: wire.txt, kind: agency}]\n")
    (tmp_path / "draft.sources.yml").write_text("sources: [{file: beside.txt}, {file: wire.txt, kind: data, id: w}]\n")
    return tmp_path


def gathered(draft: Path, **settings: object) -> tuple[list[Source], list[InputError]]:
    linter = Linter.made(Config(**settings), third_party=False)  # type: ignore[arg-type]
    dossier, problems = linter.dossier(linter.read(draft))
    return list(dossier.sources), problems


def test_all_of_them_in_their_order(desk: Path) -> None:
    given = (str(desk / "option.txt"), str(desk / "wire.txt"))
    sources, problems = gathered(desk / "draft.md", sources=given, manifest=desk / "list.yml", sources_dir=desk / "dir")
    assert [source.id for source in sources] == ["option", "w", "listed", "deep", "front", "beside", "a", "b"]
    assert problems == []


def test_what_is_said_of_one_source_in_several_places(desk: Path) -> None:
    sources, _ = gathered(desk / "draft.md", sources=(str(desk / "wire.txt"),), manifest=desk / "list.yml")
    wire = sources[0]
    assert (wire.id, wire.kind, wire.outlet, wire.url) == ("w", "agency", "The Harbour Gazette", "https://example.org/wire")
    assert wire.doc.published == dt.date(2025, 8, 13)
    front = next(source for source in sources if source.id == "front")
    assert (front.kind, front.translated, front.licensed) == ("transcript", True, True)
    assert len(sources) == len({source.doc.path for source in sources})


def test_a_page_whose_text_was_saved_is_no_page_to_fetch(desk: Path) -> None:
    (desk / "list.yml").write_text("sources: [{url: 'http://www.example.org/wire/?utm_source=mail'}]\n")
    sources, problems = gathered(desk / "draft.md", manifest=desk / "list.yml")
    assert problems == []
    assert (sources[0].doc.name, sources[0].url) == ("wire.txt", "http://www.example.org/wire/?utm_source=mail")


def test_a_source_says_of_itself_where_it_is_from(desk: Path) -> None:
    (desk / "wire.txt").write_text("---\noutlet: The Port Courier\nurl: https://example.org/x\ndate: 2025-08-01\n---\nText.\n")
    sources, _ = gathered(desk / "option.txt", sources=(str(desk / "wire.txt"),))
    wire = sources[0]
    assert (wire.outlet, wire.url, wire.doc.published) == ("The Port Courier", "https://example.org/x", dt.date(2025, 8, 1))


def test_both_endings_of_a_manifest(desk: Path) -> None:
    (desk / "draft.sources.yaml").write_text("sources: [{file: option.txt}]\n")
    assert "option" in [source.id for source in gathered(desk / "draft.md")[0]]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("talk.rtf", "is in a format that is not read; save it as text, Word or PDF"),
        ("MAIL.MSG", "is in a format that is not read; save it as text, Word or PDF"),
        ("table.csv", "is in a format that is not read; save it as text, Word or PDF"),
        ("talk.pdf", "is plain text, whatever its ending says, and read as one"),
        ("notes", "has no ending that says its format; call it notes.txt"),
        (".DS_Store", ""),
        ("bridge.jpg", ""),
        ("talk.mp3", ""),
    ],
)
def test_what_lies_in_a_folder_of_sources(desk: Path, name: str, said: str) -> None:
    (desk / "draft.sources" / name).write_bytes(b"?")
    _, problems = gathered(desk / "draft.md")
    assert [str(problem) for problem in problems] == ([f"{desk / 'draft.sources' / name}: {said}"] if said else [])


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("timezone: Europe/Lndon", "1:11: no time zone is called 'Europe/Lndon'; did you mean 'Europe/London'?"),
        ("published: 2025-08-15\ntimezone: ../../etc/passwd", "2:11: no time zone is called '../../etc/passwd'"),
        ("timezone: Europe", "1:11: no time zone is called 'Europe'"),
        ("timezone: Europe/London", ""),
        ("timezone: [Europe]", "1:11: a time zone is a name such as Europe/London"),
        ("timezone:", " names no source"),
        ("", " names no source"),
        ("# later", " names no source"),
        ("sources: []", "1:10: names no source"),
        ("sources:", "1:9: expected a list, not nothing"),
        ("sources: [{file: option.txt, licensed: perhaps}]", "1:40: expected true or false, not 'perhaps'"),
        ("sources: [option.txt]", ""),
        ("sources: option.txt", ""),
        ("sources: {file: option.txt}", "1:10: expected a list, not keys with values"),
        ("sources: [{file: ''}]", "1:18: expected a path, not ''"),
        ("sources: [{file: 'https://example.org/a'}]", "1:11: 'file' names a page of the web; name it with 'url'"),
        ("sources: [{file: option.txt, published: 5 March 2025}]", ""),
        ("sources: [{file: option.txt, published: 'Sept. 5th, 2025'}]", ""),
        ("sources: [{file: option.txt, published: 5 March}]", "1:41: expected a date such as 2025-08-15, not '5 March'"),
        ('sources:\n- url: "http://ex\\0ample.org/"', "2:3: a name holds a NUL character, which none can have"),
        ('sources:\n- file: "a\\0.txt"', "2:9: expected a path, not 'a\\x00.txt'"),
        ('sources:\n- file: "a\\nb.txt"', "2: source {desk}/a\\nb.txt cannot be read: No such file or directory"),
        ("sources:\n- file: " + 5000 * "a", "2: source {desk}/a"),
        ("sources:\n- file: loop.txt", "2: source {desk}/loop.txt cannot be read: Too many levels of symbolic links"),
        (
            "sources:\n- {id: a, file: option.txt}\n- {id: a, file: wire.txt}",
            "3: two sources are called 'a', the first on line 2",
        ),
        ("sources:\n\t- file: option.txt", "2:1: a tab stands here; YAML is indented with spaces"),
        ("? [a, b]\n: c", "1:3: a key is a word, not a list"),
        ("hello", "1:1: expected keys with values, not 'hello'"),
        ("sources: [{file: .}]", "1: source {desk} cannot be read: Is a directory"),
        ("sources:\n- file: a.txt\n  file: b.txt", "3:3: key 'file' stands twice, first on line 2"),
        (
            "sources:\n- file: option.txt\n- file: nul.txt\n- file: wire.txt",
            "3: source {desk}/nul.txt is not text: it holds NUL bytes",
        ),
        ("sources: [{url: 'ftp://example.org/a'}]", "1: source ftp://example.org/a: only http and https are fetched"),
        ("- option.txt\n- {file: listed.txt, kind: agency}", ""),
        ("- option.txt\n- {kind: agency}", "2:3: a source needs 'file' or 'url'"),
    ],
)
def test_what_is_wrong_with_a_manifest_is_said_and_the_rest_is_read(desk: Path, manifest: str, said: str) -> None:
    (desk / "nul.txt").write_bytes(b"a\0b")
    (desk / "loop.txt").symlink_to("loop.txt")
    (desk / "draft.sources.yml").write_text(manifest)
    sources, problems = gathered(desk / "draft.md")
    where = f"{desk / 'draft.sources.yml'}:"
    assert all("\n" not in str(problem) for problem in problems)
    assert [str(problem)[: len(where) + len(said.format(desk=desk))] for problem in problems] == (
        [where + said.format(desk=desk)] if said else []
    )
    assert {"front", "wire", "a", "b"} <= {source.id for source in sources}


def test_front_matter_with_a_fault(desk: Path) -> None:
    (desk / "draft.md").write_text(DRAFT.replace("published:", "timezone: Mars/Base\npublished:", 1))
    sources, problems = gathered(desk / "draft.md")
    assert [str(problem).partition(";")[0] for problem in problems] == [
        f"{desk / 'draft.md'}:2:11: no time zone is called 'Mars/Base'"
    ]
    assert [source.id for source in sources] == ["beside", "w", "a", "b"]

"""Drafts and sources of every kind: found, read, and compared as plain text would be."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.office import lines, odt, p, pdf, word, zipped
from tests.tools import program

SEEDS = Path(__file__).parents[2] / "seeds"
SAID = "The ministry said over 20,000 soldiers had come to the town."
DRAFT = "The ministry said around 15,000 soldiers had come to the town.\n"

SOURCES = {
    "report.docx": word(p(SAID)),
    "report.docm": word(p(SAID)),
    "report.odt": odt(f"<text:p>{SAID}</text:p>"),
    "report.pdf": pdf([lines((50, 700, 10, SAID))]),
    "report.eml": f"Subject: A statement\n\n{SAID}\n".encode(),
    "report.rst": f"A report\n========\n\n{SAID}\n".encode(),
    "report.md": SAID.encode(),
    "report.html": f"<p>{SAID}</p>".encode(),
}


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("way", ["option", "folder", "manifest", "draft"])
def test_a_source_of_any_kind(name: str, way: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / ("draft.sources" if way == "folder" else ".") / name).write_bytes(SOURCES[name])
    if way != "folder":
        (tmp_path / "draft.sources").rmdir()
    if way == "manifest":
        (tmp_path / "draft.sources.yml").write_text(f"sources: [{{file: {name}, outlet: The ministry}}]\n")
    words = ("draft.txt", "--source", name) if way == "option" else ("draft.txt",)
    if way == "draft":  # the other way round
        words = (name, "--source", "draft.txt")
    done = run(*words, "--isolated", "--select", "N201")
    assert (done.status, len(done.lines)) == (1, 1), done


def test_a_folder_of_drafts_holds_all_kinds(run: Run, tmp_path: Path) -> None:
    for name, raw in SOURCES.items():
        (tmp_path / name).write_bytes(raw.replace(b"over", b"a very unique") if b"over" in raw else raw)
    done = run("inspect", ".", "--isolated", "--text")
    assert done.status == 0
    assert done.out.count("20,000 soldiers") == len(SOURCES)


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
            "is an old Word file, which is not read; save it as .docx",
        ),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
            "is an old Word file, which is not read; save it as .docx",
        ),
        ("a.rtf", b"{\\rtf1 x}", "is an RTF file, which is not read; save it as .docx"),
        (
            "a.msg",
            b"\xd0\xcf\x11\xe0" + "__substg1.0".encode("utf-16-le"),
            "is an Outlook message, which is not read; save it as .eml",
        ),
        ("a.pages", zipped({"Index/Document.iwa": "x"}), "is a Pages file, which is not read; export it as Word"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), "is an e-book, which is not read"),
        ("a.xlsx", zipped({"xl/workbook.xml": "x"}), "is a spreadsheet, which is not read"),
        ("a.zip", zipped({"a.txt": "x"}), "is an archive, which is not read; unpack it"),
        ("a.docx", b"", "is empty"),
        ("a.docx", b"\0\1\2", "is damaged, or no .docx file at all"),
    ],
)
def test_what_is_not_read_is_refused_with_advice(name: str, raw: bytes, said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    done = run(name, "--isolated")
    assert (done.status, done.err.count("\n"), f"newslint: {name}: {said}" in done.err) == (2, 1, True), done.err


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.txt", SOURCES["report.docx"], "a Word file"),
        ("a.md", SOURCES["report.pdf"], "a PDF"),
        ("a.docx", SOURCES["report.odt"], "an OpenDocument text"),
        ("a.docx", SAID.encode(), "plain text"),
        ("a.odt", SOURCES["report.html"].replace(b"<p>", b"<html><p>"), "an HTML page"),
    ],
)
def test_an_ending_that_is_wrong_is_said_and_the_file_read(name: str, raw: bytes, what: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    done = run("inspect", name, "--isolated", "--text")
    assert "20,000" in done.out
    done = run(name, "--isolated", "--select", "T")
    assert (done.status, done.err) == (0, f"newslint: {name}: is {what}, whatever its ending says, and read as one\n")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_seed_saved_by_libreoffice_has_the_same_findings(kind: str, run: Run, tmp_path: Path) -> None:
    office = program("soffice")
    seed, source = SEEDS / "000_009268604145ada5.txt", SEEDS / "003_bc68657364e0548b.txt"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [office, "--headless", profile, "--convert-to", kind, "--outdir", str(tmp_path), str(seed)]
    subprocess.run(call, check=True, capture_output=True, timeout=250)
    (tmp_path / seed.name).write_bytes(seed.read_bytes())
    options = ("--isolated", "--published", "2025-08-15", "--source", str(source), "--format", "json", "--ignore", "T105")
    found = [_found(run(name, *options).out) for name in (seed.name, f"{seed.stem}.{kind}")]
    assert found[0] == found[1]
    assert found[0].total() > 10


def _found(printed: str) -> Counter[tuple[str, str]]:
    answer = json.loads(printed)
    answer = answer[0] if isinstance(answer, list) else answer
    return Counter((finding["code"], finding["text"]) for finding in answer["findings"])

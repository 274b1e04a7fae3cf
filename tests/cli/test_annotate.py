"""``--annotate``: what it writes, and what it never writes over."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.office import odt, p, word

DRAFT = word(p("The ministry said around 15,000 soldiers had come to the town.") + p("It was a very unique day."))
SOURCE = "The ministry said over 20,000 soldiers had come to the town.\n"
WORDS = ("draft.docx", "--isolated", "--source", "report.txt", "--select", "N201", "--annotate", "out.docx")


@pytest.fixture(autouse=True)
def desk(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "draft.docx").write_bytes(DRAFT)
    (tmp_path / "report.txt").write_text(SOURCE)
    return tmp_path


def test_a_word_file_with_its_findings(run: Run, desk: Path) -> None:
    done = run(*WORDS)
    assert (done.status, done.err) == (1, "newslint: out.docx: 1 comment on draft.docx\n")
    assert done.lines[0].startswith("draft.docx:1:19: N201 ")
    comment = next(iter(docx.Document(io.BytesIO((desk / "out.docx").read_bytes())).comments))
    assert comment.text.splitlines()[0] == done.lines[0].removeprefix("draft.docx:1:19: ")
    assert comment.text.splitlines()[1].startswith("report.txt:1:19: “over 20,000")
    assert (desk / "draft.docx").read_bytes() == DRAFT


def test_ours_is_written_anew_and_what_somebody_saved_is_not(run: Run, desk: Path) -> None:
    assert run(*WORDS).status == 1
    assert run(*WORDS).status == 1
    opened = docx.Document(io.BytesIO((desk / "out.docx").read_bytes()))
    opened.save(str(desk / "out.docx"))
    kept = (desk / "out.docx").read_bytes()
    done = run(*WORDS)
    assert (done.status, "somebody may have worked in it" in done.err) == (2, True)
    assert (desk / "out.docx").read_bytes() == kept


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("draft.docx", "--annotate", "draft.docx"), "is the draft itself"),
        (("draft.docx", "--annotate", "."), "is a folder"),
        (("draft.docx", "--annotate", "report.txt"), "is there already"),
        (("draft.docx", "--fix", "--annotate", "out.docx"), "--annotate changes no draft"),
        (("report.txt", "--annotate", "out.docx"), "report.txt: is neither a Word file nor an OpenDocument text"),
        (("draft.docx", "draft.docx", "report.txt", "--annotate", "out.docx"), "--annotate takes one draft"),
        (("draft.docx", "--annotate", "no/out.docx"), "cannot be written: No such file"),
        (("draft.docx", "--annotate", "out.odt"), "give it the ending .docx"),
        (("--batch", "-", "--annotate", "out.docx"), "leave out --fix, --diff and --annotate"),
    ],
)
def test_what_is_refused(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, "--isolated", "--select", "T")
    assert done.status == 2
    assert said in done.err
    assert (desk / "draft.docx").read_bytes() == DRAFT


def test_an_opendocument_text(run: Run, desk: Path) -> None:
    (desk / "draft.odt").write_bytes(odt("<text:p>The ministry said around 15,000 soldiers had come to the town.</text:p>"))
    done = run("draft.odt", *WORDS[1:-1], "out.odt")
    assert (done.status, done.err) == (1, "newslint: out.odt: 1 comment on draft.odt\n")


def test_fixes_are_not_made_in_word(run: Run, desk: Path) -> None:
    (desk / "draft.docx").write_bytes(word(p("He went to the the market on Monday morning.")))
    done = run("draft.docx", "--isolated", "--fix")
    assert done.status == 2
    assert "is no text file, so 1 safe fix was not made; --annotate FILE writes a copy" in done.err


def test_standard_input(run: Run, desk: Path) -> None:
    done = run("-", *WORDS[1:], "--stdin-display-name", "mine.docx", given=DRAFT)
    assert "newslint: out.docx: 1 comment on mine.docx" in done.err

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from newslint.checks.readability import NLTK_DATA, Readability, _rough_grade, _textstat
from newslint.document import Dossier
from newslint.rule import Match, RuleContext
from tests.conftest import Read

Found = Callable[..., list[Match]]
HARD = (
    "Intergovernmental organisations representing predominantly industrial municipalities recommended comprehensive "
    "environmental legislation, notwithstanding considerable parliamentary opposition and administrative difficulties. "
)
EASY = "The town has a new park. It cost two million pounds and took a year to build. People like it a lot. "


@pytest.fixture
def found(read: Read) -> Callable[..., list[Match]]:
    def found(text: str, **options: Any) -> list[Match]:
        return list(Readability(**options).find(RuleContext(Dossier(read(text)), dt.date(2026, 1, 1))))

    return found


def test_the_hardest_paragraph_is_named(found: Found) -> None:
    text = "\n\n".join([EASY * 2 + HARD * 2, HARD * 4, EASY * 2])
    (match,) = found(text, limit=12)
    assert match.span.of(text) == (HARD * 4).strip()
    assert float(str(match.slots["paragraph"])) > float(str(match.slots["grade"])) > 12


@pytest.mark.parametrize(
    "text",
    [
        EASY * 10,
        HARD * 3,  # fewer than 100 words have no grade
        "",
        "Shares in the U.S. firm fell 3.5 per cent to $1.13bn at 3 p.m. on Friday. " * 12,
    ],
)
def test_ordinary_news_passes(text: str, found: Found) -> None:
    assert not found(text)


def test_another_formula_and_limit(found: Found) -> None:
    assert found(EASY * 10, limit=0)
    assert not found(EASY * 10, formula="gunning-fog", limit=4)
    assert found(HARD * 10, formula="gunning-fog", limit=17)


def test_a_lower_minimum_of_words(found: Found) -> None:
    assert found(HARD * 3, min_words=40)


def test_an_easy_draft_never_loads_textstat(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(EASY * 20)
    assert _python(RUN, os.environ, str(tmp_path / "draft.txt")) == "[]"


def test_the_rough_grade_is_near_the_true_one() -> None:
    for text in (HARD * 2, EASY * 3, HARD + EASY):
        sentences = [sentence.strip() for sentence in text.split(".") if sentence.strip()]
        assert _rough_grade(sentences) == pytest.approx(_textstat().flesch_kincaid_grade(text), abs=3)


RUN = """
import sys
from newslint.__main__ import main
sys.argv[1:] = ["check", "--isolated", "--quiet", "--select", "R101", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(sorted({"textstat", "nltk", "spacy"} & set(sys.modules)))
"""
SCORES = """
import socket
def closed(*args, **kwargs): raise OSError("the network is closed")
socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = closed
{reach}
texts = ["The dog ran to the old house. It was very happy there.", "Unemployment figures disappointed economists.", {hard!r}]
print([(round(textstat.flesch_kincaid_grade(text), 6), round(textstat.flesch_reading_ease(text), 6)) for text in texts])
"""
OURS = "from newslint.checks.readability import _textstat; textstat = _textstat()"


def _python(code: str, env: Mapping[str, str], *args: str) -> str:
    run = subprocess.run([sys.executable, "-c", code, *args], env=dict(env), capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_scores_need_no_network_and_are_those_of_textstat(tmp_path: Path) -> None:
    """Kincaid and others (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59; Flesch (1948)."""
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "bare"), "PYTHONPATH": str(Path.cwd())}
    ours = _python(SCORES.format(reach=OURS, hard=HARD), bare)

    (dog, dog_ease), (jobs, _), _ = eval(ours)
    assert dog == pytest.approx(0.39 * 12 / 2 + 11.8 * 14 / 12 - 15.59)
    assert dog_ease == pytest.approx(206.835 - 1.015 * 12 / 2 - 84.6 * 14 / 12)
    assert jobs == pytest.approx(0.39 * 4 + 11.8 * 14 / 4 - 15.59)

    assert _python(SCORES.format(reach=f"import textstat; {OURS}", hard=HARD), bare) == ours, "a plugin had imported it"

    home = tmp_path / "home"
    shutil.copytree(NLTK_DATA, home / "nltk_data")
    assert _python(SCORES.format(reach="import textstat", hard=HARD), bare | {"HOME": str(home)}) == ours

"""A run imports what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[1] / "seeds" / "000_009268604145ada5.txt"
HEAVY = (
    "spacy",
    "textstat",
    "nltk",
    "rich",
    "pygls",
    "lsprotocol",
    "numpy",
    "httpcore",
    "trafilatura",
    "shtab",
    "ssl",
    "zipfile",
    "lxml",
    "docx",
    "odfdo",
    "pypdf",
    "docutils",
    "email.parser",
)


def imported(*words: str) -> set[str]:
    """The heavy packages in ``sys.modules`` after this command line."""
    code = "import sys; from newslint.cli import run; run(sys.argv[1:]); print('\\n' + ' '.join(sys.modules), file=sys.stdout)"
    run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(HEAVY) & set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("select", ["T,W", "D,N,Q", "A102,A106,H", "P105"])
def test_rules_without_a_model_load_none(select: str) -> None:
    assert imported("check", "--isolated", "--select", select, str(SEED)) == set()


def test_the_default_run_loads_no_model_for_this_story() -> None:
    assert not imported("check", "--isolated", str(SEED)) & {"spacy", "rich", "pygls"}


def test_the_terminal_report_is_the_one_that_pays_for_rich() -> None:
    assert imported("check", "--isolated", "--select", "T", "--format", "terminal", str(SEED)) == {"rich"}


def test_listing_rules_is_cheap() -> None:
    assert imported("rules", "list") == set()
    assert imported("explain", "R101") == set()

"""Front matter in TOML, as Hugo's writers have it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint.linter import Linter

HEAD = '+++\ntitle = "Ferry fares"\ndate = {}\nsources = ["wire.txt"]\n+++\n\nFares rise on Monday.\n'


@pytest.mark.parametrize("date", ["2025-08-15", "2025-08-15T09:30:00Z", '"15 August 2025"'])
def test_the_day_and_the_sources(date: str, linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(HEAD.format(date))
    (tmp_path / "wire.txt").write_text("Fares rise on Monday, says the wire.\n")
    doc = linter.read(tmp_path / "story.md")
    dossier, problems = linter.dossier(doc)
    assert (doc.published, doc.meta["title"], problems) == (dt.date(2025, 8, 15), "Ferry fares", [])
    assert [source.id for source in dossier.sources] == ["wire"]
    assert doc.body.split() == ["Fares", "rise", "on", "Monday."]


def test_what_is_no_toml_is_said_and_the_text_read(linter: Linter) -> None:
    doc = linter.parse(Path("story.md"), b"+++\ntitle = = 1\n+++\n\nFares rise.\n")
    assert [str(one).startswith("story.md:1: the front matter is no TOML") for one in doc.meta["problems"]] == [True]
    assert doc.body.split() == ["Fares", "rise."]


def test_plus_signs_without_an_end_are_text(linter: Linter) -> None:
    assert linter.parse(Path("story.txt"), b"+++\nFares rise.\n").body.startswith("+++")

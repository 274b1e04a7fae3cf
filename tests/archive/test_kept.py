"""A run against an index is kept like any other, and never with a word of the index, nor beyond its state."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from newslint.archive import build
from newslint.archive.stories import Story
from newslint.config import Config
from newslint.document import Source
from newslint.kept import looks
from newslint.linter import Linter
from newslint.sources.archive import nearest
from tests.kept.desk import Desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs are kept on POSIX systems alone")

DRAFT = "The flood at Zogfort began in March, and the mayor, Quentin Zognak, said that the bridge over the river was shut.\n"
STORY = "The flood at Zogfort began, and Quentin Zognak, the mayor, said that the old bridge over the river was not open.\n"
RUN = ("draft.txt", "--select", "D201,N201,P201,T101", "--archive", "house.newslint-index")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.made(Config(), third_party=False)


def made(path: Path, linter: Linter, text: str, others: int = 0) -> None:
    rng = random.Random(3)
    letters = [chr(rng.randrange(0x4E00, 0x9000)) for _ in range(4_000)]  # they take room, and are no terms
    stories = [Story("old", text), *(Story(f"{at}", "".join(rng.choices(letters, k=4_000))) for at in range(others))]
    build.build(path, stories, lambda story: linter.parse(Path("text.txt"), story.text.encode()))


def desk_at(folder: Path) -> Desk:
    desk = Desk(folder, tick=0)
    desk.write("draft.txt", DRAFT)
    shutil.rmtree(desk.folder / "draft.sources")
    return desk


@pytest.mark.parametrize("others", [0, 60])
def test_it_is_kept_until_the_index_changes(tmp_path: Path, linter: Linter, others: int) -> None:
    desk = desk_at(tmp_path)
    index = desk.folder / "house.newslint-index"
    made(index, linter, STORY, others)
    assert looks.is_database(str(index)) == bool(others)  # such a one is known by its stamp
    first = desk.run(*RUN)
    assert desk.hits() == 0
    assert desk.run(*RUN) == first
    assert desk.hits() == 1
    made(index, linter, STORY.replace("Zognak", "Zognack"), others)
    changed = desk.run(*RUN)
    assert desk.hits() == 1
    assert (b"Zognack" in changed.out) > (b"Zognack" in first.out)


def test_a_name_that_is_typed_costs_no_story_its_layers(tmp_path: Path, linter: Linter) -> None:
    index = tmp_path / "house.newslint-index"
    made(index, linter, STORY)
    drafts = [linter.parse(Path("draft.txt"), f"{DRAFT}{more}".encode()) for more in ("", "Ann Roe came later.\n")]
    (one,), (other,) = (nearest(draft, linter.read_source, [index]) for draft in drafts)
    assert isinstance(one, Source)
    assert one == other
    assert "zognak" not in str(one.doc.meta).lower()  # what stands there is taken for known
    made(index, linter, STORY.replace("shut", "open") + "It rained.")
    assert [*nearest(drafts[0], linter.read_source, [index])] != [one]


def test_no_word_of_the_index_is_kept(tmp_path: Path, linter: Linter) -> None:
    desk = desk_at(tmp_path)
    made(desk.folder / "house.newslint-index", linter, STORY.replace("Zognak", "Zognack"))
    assert b"Zognack" in desk.run(*RUN).out
    assert b"Zognack" in desk.run(*RUN).out
    assert not [path for path in desk.store.rglob("*") if path.is_file() and b"ognack" in path.read_bytes()]

"""An index of an archive: built, brought up to date, killed, read meanwhile."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.archive import file, search
from newslint.archive.build import Changes, build
from newslint.archive.search import Sought
from newslint.archive.stories import SUFFIXES, Kept, Story
from newslint.archive.terms import headline as headline_of
from newslint.archive.terms import sought, terms
from newslint.config import Config
from newslint.document import Document
from newslint.errors import SourceError
from newslint.linter import Linter
from newslint.sources import archive

LINTER = Linter.made(Config(), third_party=False)

FIRE = "A fire at Leith Dock killed two men on Monday. Inspector Ann Carruthers said that the warehouse held coffee."
LATER = "Inspector Ann Carruthers said that arson caused the fire at Leith Dock. The warehouse of coffee burned for three days."
OTHERS = [
    "Bakers in Fife warned that bread would cost more since flour prices rose again.",
    "The museum in Perth shows two hundred paintings from its cellar.",
    "A late goal by Joao Porto won the match for the football club on Saturday.",
]


def parse(story: Story) -> Document:
    return LINTER.parse(Path(f"text{SUFFIXES[story.format]}"), story.text.encode(), published=story.published)


def story(key: str, text: str, day: str = "2025-07-01") -> Story:
    return Story(key, text, published=dt.date.fromisoformat(day) if day else None)


def made(path: Path, stories: Iterable[Story], *, update: bool = False) -> Changes:
    return build(path, stories, parse, update=update)


def nearest(path: Path, text: str, day: str = "2025-07-10", without: Sequence[str] = ()) -> list[Kept]:
    draft = parse(story("draft", text, day))
    with file.opened(path) as db:
        return list(search.nearest(db, Sought(terms(draft), draft.published, frozenset(without))))


def keys(path: Path, text: str, day: str = "2025-07-10", without: Sequence[str] = ()) -> list[str]:
    return [kept.story.key for kept in nearest(path, text, day, without) if not kept.version]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "house.newslint-index"
    made(path, [story("fire", FIRE), *(story(f"other-{at}", f"{OTHERS[at % 3]} Report {at}.") for at in range(30))])
    return path


def test_what_is_about_the_same_is_found(index: Path) -> None:
    (kept,) = nearest(index, LATER)
    assert (kept.story, kept.headline) == (story("fire", FIRE), "")
    assert search.FLOOR < kept.score < 1


def test_nothing_is_better_than_something(index: Path) -> None:
    assert keys(index, "A comet will be seen in the southern sky tonight, astronomers at the observatory say.") == []


@pytest.mark.parametrize(
    ("text", "day", "without"),
    [
        (LATER, "2025-06-30", ()),  # the story is younger than the draft
        (LATER, "2025-07-10", ("fire",)),  # it is the draft
        (FIRE.replace("Monday", "Tuesday"), "2025-07-10", ()),  # it is an earlier version of the draft
    ],
)
def test_what_is_left_out(index: Path, text: str, day: str, without: Sequence[str]) -> None:
    assert keys(index, text, day, without) == []


@pytest.mark.parametrize(
    ("day", "headline", "without", "version"),
    [
        ("2025-07-01", "Two die at dock", (), True),
        ("2025-07-02", "Two die at dock", (), False),  # the report of every day, made after the same pattern
        ("2025-07-01", "Three die at dock", (), False),
        ("2025-07-01", "Two die at dock\n\nThey came from Fife, their families told the council on Tuesday.", ("fire",), True),
    ],
)
def test_a_version_is_known_by_its_name_or_by_headline_and_day(
    tmp_path: Path, day: str, headline: str, without: Sequence[str], version: bool
) -> None:
    made(tmp_path / "index", [story("fire", f"Two die at dock\n\n{FIRE}")])
    draft = parse(story("draft", f"{headline}\n\n{FIRE.replace('two', 'nine')}", day))
    asked = Sought(terms(draft), draft.published, frozenset(without), headline_of(draft))
    with file.opened(tmp_path / "index") as db:
        assert [kept.version for kept in search.nearest(db, asked)] == [True] * version


def test_of_two_alike_the_one_that_is_nearer_in_time_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "index"
    days = {"a": "2019-07-01", "b": "2025-06-20", "c": "", "d": "2025-07-02"}
    made(path, [story(key, f"{FIRE} Number {key}.", day) for key, day in days.items()])
    assert keys(path, LATER) == ["d", "b", "c", "a"]


def test_it_is_for_its_owner_alone_and_stands_alone(index: Path) -> None:
    assert stat.S_IMODE(index.stat().st_mode) == 0o600
    assert [path.name for path in index.parent.iterdir()] == [index.name]


@pytest.mark.parametrize(
    ("words", "found"),
    [("coffee fires", ["fire"]), ("painting", [f"other-{at}" for at in (1, 10, 13)]), ("comet", []), ("the", [])],
)
def test_words_are_looked_for_in_any_form(index: Path, words: str, found: list[str]) -> None:
    with file.opened(index) as db:
        assert [kept.story.key for kept in search.having(db, sought(words), 3)] == found


# --- up to date -------------------------------------------------------------------------

TEXTS = [FIRE, LATER, *OTHERS]
STATES = st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.sampled_from(TEXTS), st.sampled_from(["", "2025-07-01"])))


def contents(path: Path) -> tuple[object, ...]:
    """All that an index says, but for the order in which its stories came."""
    with file.opened(path) as db:
        rows = db.execute("SELECT key, digest, published, headline, text, terms FROM stories ORDER BY key").fetchall()
        counts = db.execute("SELECT term, stories FROM terms ORDER BY term").fetchall()
        of = dict(db.execute("SELECT id, key FROM stories").fetchall())
        found = []
        for term, number in counts:
            ids = [row[0] for row in db.execute("SELECT rowid FROM found WHERE found MATCH ?", (f'"{term}"',))]
            assert len(ids) == number
            found.append((term, sorted(of[id_] for id_ in ids)))
    return rows, counts, found, file.signature(path)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STATES, min_size=1, max_size=4))
def test_any_updates_come_to_what_a_new_index_is(tmp_path: Path, states: list[dict[str, tuple[str, str]]]) -> None:
    path, fresh = tmp_path / "updated", tmp_path / "fresh"
    path.unlink(missing_ok=True)
    before: dict[str, tuple[str, str]] = {}
    for state in states:
        changes = made(path, [story(key, *given) for key, given in state.items()], update=True)
        assert changes.added == len(state.keys() - before.keys())
        assert changes.dropped == len(before.keys() - state.keys())
        assert changes.same == sum(before.get(key) == given for key, given in state.items())
        before = state
    made(fresh, [story(key, *given) for key, given in sorted(states[-1].items(), reverse=True)])
    assert contents(path) == contents(fresh)
    assert keys(path, LATER, "") == keys(fresh, LATER, "")


def test_a_key_that_is_there_twice(tmp_path: Path) -> None:
    changes = made(tmp_path / "index", [story("a", FIRE), story("a", LATER)])
    assert (changes.added, changes.failed) == (1, ["a: 'a' is there twice; the first is kept"])


BUILDER = """
import sys, time
from pathlib import Path
from newslint.archive import build as building
from tests.archive.test_index import FIRE, OTHERS, made, story

building.BATCH = 5
index, how, rows = sys.argv[1:]
def stories():
    for at in range(60):
        yield story(f"{at:02}", f"{FIRE} {OTHERS[at % 3]} Report {at}.")
        if at == int(rows):
            print("here", flush=True)
            time.sleep(600)
made(Path(index), stories(), update=how == "update")
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal")
@pytest.mark.parametrize("how", ["new", "update"])
def test_a_build_that_is_killed_costs_nothing(tmp_path: Path, index: Path, how: str) -> None:
    before = file.signature(index)
    for rows in (12, 33):
        words = [sys.executable, "-c", BUILDER, str(index), how, str(rows)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stdout.readline() == "here\n"
            process.send_signal(signal.SIGKILL)
        assert (file.signature(index), keys(index, LATER)) == (before, ["fire"])
    done = subprocess.run([sys.executable, "-c", BUILDER, str(index), how, "-1"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    made(tmp_path / "fresh", [story(f"{at:02}", f"{FIRE} {OTHERS[at % 3]} Report {at}.") for at in range(60)])
    assert contents(index) == contents(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", index.name]


def test_it_is_read_while_it_is_written(index: Path) -> None:
    over = threading.Event()

    def read() -> Iterator[tuple[str, ...]]:
        while not over.is_set():
            yield tuple(sorted(keys(index, LATER)))

    with ThreadPoolExecutor(1) as pool:
        answers = pool.submit(lambda: {*read()})
        try:
            for day in range(1, 6):
                made(index, [story("fire", FIRE), story("later", f"{FIRE} On day {day} it burned.")], update=True)
        finally:
            over.set()
    assert answers.result() <= {("fire",), ("fire", "later")}


def test_two_do_not_write_at_once(index: Path) -> None:
    def stories() -> Iterable[Story]:
        yield story("fire", FIRE)
        with pytest.raises(SourceError, match="is being written by another process"):
            made(index, [story("other", LATER)], update=True)

    assert made(index, stories(), update=True).same == 1


# --- what is no index ------------------------------------------------------------------


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (word)")


def newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")


def broken(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xff" * (len(raw) - 4096))


BAD = [
    (lambda path: path.write_text("Dear diary"), "is neither a folder nor an index made by 'newslint corpus index'"),
    (lambda path: path.write_bytes(b""), "is neither a folder nor an index made by 'newslint corpus index'"),
    (lambda path: path.unlink(), "is not there; 'newslint corpus index' makes one"),
    (foreign, "is a database, but no index made by 'newslint corpus index'"),
    (newer, "was made by a newer newslint (version 99, not 2); make it anew with 'newslint corpus index'"),
    (broken, "is broken (database disk image is malformed); make it anew with 'newslint corpus index'"),
]


@pytest.mark.parametrize(("spoil", "said"), BAD, ids=range(len(BAD)))
def test_one_that_cannot_be_used_is_said_in_a_line(index: Path, spoil: object, said: str) -> None:
    assert callable(spoil)
    spoil(index)
    draft = LINTER.parse(Path("draft.txt"), LATER.encode())
    config = replace(LINTER.config, archive=(index,))
    dossier, problems = Linter.made(config, third_party=False).dossier(draft)
    assert ([str(problem) for problem in problems], dossier.sources) == ([f"{index}: {said}"], ())
    with pytest.raises(SourceError):
        archive.signature(index)


def test_a_broken_one_is_not_brought_up_to_date(index: Path) -> None:
    raw = index.read_bytes()
    index.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(SourceError, match="is broken"):
        made(index, [story("fire", FIRE)], update=True)
    assert made(index, [story("fire", FIRE)]).stories == 1
    assert [path.name for path in index.parent.iterdir()] == [index.name]


def test_its_signature_is_that_of_its_stories(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    made(one, [story("a", FIRE), story("b", LATER)])
    made(two, [story("b", LATER), story("a", FIRE)])
    assert archive.signature(one) == archive.signature(two)
    made(two, [story("b", LATER), story("a", FIRE, "2025-07-02")], update=True)
    assert archive.signature(one) != archive.signature(two)

"""A run that was kept is told again, byte by byte, and never where anything it looked at has changed."""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.kept.store import Store
from newslint.linter import Linter
from tests.kept.desk import DRAFT, SOURCE, Desk, Ran, warmed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs are kept on POSIX systems alone")

QUICK = ("--select", "T,X,N201,S1,D101,Q2")
"""Rules enough, without the language model."""

RULE = """id: zog-word
code: T901
title: a word
why: For tests.
check: pattern
severity: warning
message: "“{found}” is a word"
options:
  phrases: [WORD]
examples:
  - bad: "It is <<WORD>>."
  - good: "It is."
"""


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with what is kept of newslint itself, and no run."""
    warmed(Linter.made(Config(quick=True), third_party=False))
    desk = Desk(tmp_path_factory.mktemp("warm"))
    desk.run("draft.txt", *QUICK, "--no-cache")
    Store(desk.store).clear()
    return desk.store


@pytest.fixture
def desk(tmp_path: Path, warm: Path) -> Desk:
    return Desk(tmp_path, warm=warm)


def same_bytes(path: Path, text: str) -> None:
    """Another text of the same length in the same file, at what looks the same time."""
    state = path.stat()
    path.write_text(text.ljust(state.st_size), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def in_place(name: str, old: str, new: str) -> Callable[[Desk], object]:
    """A change that leaves size and time of the file as they were."""
    assert len(old.encode()) == len(new.encode())

    def change(desk: Desk) -> None:
        path = desk.folder / name
        same_bytes(path, path.read_text(encoding="utf-8").replace(old, new))

    return change


def wrote(name: str, text: str) -> Callable[[Desk], object]:
    return lambda desk: desk.write(name, text)


def gone(name: str) -> Callable[[Desk], object]:
    return lambda desk: (desk.folder / name).unlink()


def linked(name: str, to: str) -> Callable[[Desk], object]:
    def change(desk: Desk) -> None:
        (desk.folder / name).unlink(missing_ok=True)
        (desk.folder / name).symlink_to(to)

    return change


FACTS = "- rule: T101\n  words: told told\n  who: Ann\n  when: 2025-08-01\n"
EARLIER = "Published 2025-08-02\n\nThe flood killed 22 people, the mayor, Quentin Zognak, said in Zogfort. 9,000 people were in danger.\n"
CONFIG = "rules-path: [rules]\nextends: [base.yaml]\n"

BEFORE: dict[str, str] = {
    "../.newslint.yaml": CONFIG,
    "../base.yaml": "min-severity: info\n",
    "../rules/zog-word.yaml": RULE.replace("WORD", "mayor"),
    "draft.sources.yml": "published: 2025-08-13\nsources:\n  - id: post\n    file: post.txt\n    outlet: The Post\n",
    "post.txt": SOURCE.replace("30", "35"),
    ".newslint-confirmed.yml": FACTS,
    "../archive/old.txt": EARLIER,
}
"""What lies at the desk when the first run is kept."""

CHANGES: dict[str, Callable[[Desk], object]] = {
    "draft": wrote("draft.txt", DRAFT.replace("told told", "said said")),
    "draft, same size and time": in_place("draft.txt", "12 August", "13 August"),
    "draft gone": gone("draft.txt"),
    "draft a folder": lambda desk: ((desk.folder / "draft.txt").unlink(), (desk.folder / "draft.txt").mkdir()),
    "draft a link": lambda desk: (desk.write("other.txt", "It is very unique.\n"), linked("draft.txt", "other.txt")(desk)),
    "ignore comment": wrote("draft.txt", DRAFT + "\nnewslint: ignore[T901] so it is\n"),
    "front matter": wrote("draft.txt", "---\npublished: 2025-08-14\nsources:\n  - file: extra.txt\n---\n" + DRAFT),
    "source": in_place("draft.sources/herald.txt", "200", "250"),
    "source gone": gone("draft.sources/herald.txt"),
    "source new": wrote("draft.sources/tribune.txt", SOURCE.replace("30 ", "33 ")),
    "source renamed": lambda desk: (desk.folder / "draft.sources/herald.txt").rename(desk.folder / "draft.sources/times.txt"),
    "source of the manifest": in_place("post.txt", "200", "300"),
    "manifest": wrote("draft.sources.yml", "published: 2025-08-20\n"),
    "manifest broken": wrote("draft.sources.yml", "sources: [\n"),
    "manifest gone": gone("draft.sources.yml"),
    "config": wrote("../.newslint.yaml", CONFIG + "ignore: [T901]\n"),
    "config broken": wrote("../.newslint.yaml", CONFIG + "ignore: 3: 4\n"),
    "config gone": gone("../.newslint.yaml"),
    "config nearer": wrote(".newslint.yaml", "min-severity: info\n"),
    "config nearer, in TOML": wrote("pyproject.toml", '[tool.newslint]\nmin-severity = "error"\n'),
    "config farther": wrote("../../.newslint.yaml", "ignore: [T]\n"),
    "extended config": wrote("../base.yaml", "min-severity: error\n"),
    "profile": wrote("../.newslint.yaml", CONFIG + "profile: strict\n"),
    "rule": in_place("../rules/zog-word.yaml", "mayor", "flood"),
    "rule new": wrote(
        "../rules/zog-two.yaml", RULE.replace("WORD", "flood").replace("zog-word", "zog-two").replace("T901", "T902")
    ),
    "rule gone": gone("../rules/zog-word.yaml"),
    "rule broken": wrote("../rules/zog-word.yaml", "id: [\n"),
    "pack": wrote("../.newslint.yaml", CONFIG.replace("base.yaml", "pack:uk-daily")),
    "confirmed": in_place(".newslint-confirmed.yml", "told told", "told mold"),
    "confirmed gone": gone(".newslint-confirmed.yml"),
    "archive": wrote("../.newslint.yaml", CONFIG + "archive: [archive]\n"),
    "baseline": lambda desk: desk.run("draft.txt", *QUICK, "--baseline", "base.json", "--update-baseline"),
    "facts": wrote("../.newslint.yaml", CONFIG + "facts: [facts.yaml]\n"),
    "nothing": lambda desk: None,
    "touched": lambda desk: (desk.folder / "draft.txt").touch(),
    "written anew": wrote("draft.txt", DRAFT),
    "something beside": wrote("notes.txt", "It was very unique.\n"),
}
SAME = ("nothing", "touched", "written anew")


def laid(desk: Desk) -> None:
    for name, text in BEFORE.items():
        desk.write(name, text)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory, warm: Path) -> tuple[Desk, Path, Ran]:
    """A desk where one run is kept, a copy of it as it was then, and what the run said."""
    desk = Desk(tmp_path_factory.mktemp("begun") / "now", warm=warm)
    laid(desk)
    first = desk.run("draft.txt", *QUICK)
    assert b"T901" in first.out
    before = tmp_path_factory.mktemp("before") / "then"
    shutil.copytree(desk.store.parent, before)
    return desk, before, first


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(begun: tuple[Desk, Path, Ran], change: str) -> None:
    desk, before, first = begun
    while desk.store.parent.exists():  # SQLite takes its files away when the last process closes them, perhaps now
        with suppress(FileNotFoundError):
            shutil.rmtree(desk.store.parent)
    shutil.copytree(before, desk.store.parent)
    assert desk.run("draft.txt", *QUICK) == first
    assert desk.hits() == 1, "the second run was kept"
    CHANGES[change](desk)
    fresh = desk.run("draft.txt", *QUICK, "--no-cache")
    assert desk.run("draft.txt", *QUICK) == fresh
    assert desk.run("draft.txt", *QUICK) == fresh
    if change in SAME:
        assert fresh == first
        assert desk.hits() == 3


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("tick", [2_000_000_000, 0], ids=["as it is", "with files trusted at once"])
def test_whatever_changes_in_whatever_order(tmp_path: Path, warm: Path, seed: int, tick: int) -> None:
    walk(Desk(tmp_path, tick=tick, warm=warm), random.Random(seed), steps=4)


def walk(desk: Desk, chance: random.Random, steps: int) -> None:
    """Change anything, one thing after the other, and hold every answer against one that nothing was kept for."""
    laid(desk)
    more = [
        *(
            "draft.txt",
            "draft.txt post.txt",
            ". ../archive",
            "*.txt --format json",
            "draft.txt --explain --every",
            "draft.txt --count",
        ),
        *(
            "draft.txt --format html",
            "draft.txt --color always --format terminal",
            "draft.txt none.txt",
            "draft.txt --baseline base.json",
        ),
    ]
    for step in range(steps):
        words = [*chance.choice(more).split(), *QUICK]
        name = chance.choice([*CHANGES, *BEFORE])
        try:
            CHANGES[name](desk) if name in CHANGES else desk.write(name, BEFORE[name])
        except OSError:
            continue
        fresh = desk.run(*words, "--no-cache")
        for _ in range(chance.choice([1, 2])):
            assert desk.run(*words) == fresh, (step, name, words)


ENVIRONMENTS = {
    "day": {},
    "color": {"FORCE_COLOR": "1"},
    "width": {"COLUMNS": "44"},
    "plugins": {"NEWSLINT_PLUGINS": "off"},
}


@pytest.mark.parametrize("which", ENVIRONMENTS)
def test_what_else_matters_is_seen(desk: Desk, which: str) -> None:
    desk.write(
        "draft.txt",
        "The flood came today, on Monday, and it was very very unique and long enough a line for any terminal there is.\n",
    )
    words = ("draft.txt", "--format", "terminal", *QUICK)
    first = desk.run(*words)
    assert desk.run(*words) == first
    other = ENVIRONMENTS[which] or {"TZ": "UTC-14" if dt.datetime.now(dt.UTC).hour >= 12 else "UTC+14"}  # another day than here
    fresh = desk.run(*words, "--no-cache", environment=other)
    assert desk.run(*words, environment=other) == fresh
    assert desk.hits() == 1
    assert desk.run(*words) == first


def test_both_streams_in_one_place_are_mixed_as_they_were(desk: Desk) -> None:
    desk.write("empty.txt", "")
    words = ("draft.txt", "empty.txt", "none.txt", *QUICK, "-v")
    fresh = desk.run(*words, "--no-cache", together=True)
    assert desk.run(*words, together=True) == fresh
    assert desk.run(*words, together=True) == fresh
    assert desk.hits() == 1
    assert desk.run(*words) == desk.run(*words, "--no-cache") != fresh


def test_another_folder_is_another_run(desk: Desk) -> None:
    first = desk.run("draft.txt", *QUICK)
    other = desk.folder.parent / "other"
    shutil.copytree(desk.folder, other)
    (other / "draft.txt").write_text("Nothing.\n", encoding="utf-8")
    assert desk.run("draft.txt", *QUICK, folder=other) != first
    shutil.rmtree(desk.folder)
    other.rename(desk.folder)
    assert desk.run("draft.txt", *QUICK) == desk.run("draft.txt", *QUICK, "--no-cache") != first


def test_a_link_that_leads_elsewhere_is_seen(desk: Desk) -> None:
    desk.write("one/draft.txt", DRAFT)
    desk.write("two/draft.txt", "It is very very unique.\n")
    linked("now", "one")(desk)
    first = desk.run("now/draft.txt", *QUICK)
    assert desk.run("now/draft.txt", *QUICK) == first
    linked("now", "two")(desk)
    assert desk.run("now/draft.txt", *QUICK) == desk.run("now/draft.txt", *QUICK, "--no-cache") != first


def test_a_copy_that_becomes_a_link_is_no_other_draft(desk: Desk) -> None:
    desk.write("copy.txt", DRAFT)
    words = ("draft.txt", "copy.txt", *QUICK, "--baseline", "base.json")
    desk.run("draft.txt", *QUICK, "--baseline", "base.json", "--update-baseline")
    first = desk.run(*words)
    assert desk.run(*words) == first
    (desk.folder / "copy.txt").unlink()
    linked("copy.txt", "draft.txt")(desk)
    fresh = desk.run(*words, "--no-cache")
    assert fresh != first
    assert desk.run(*words) == fresh


def test_a_draft_that_a_fact_names_and_that_goes_is_missed(tmp_path: Path, warm: Path) -> None:
    desk = Desk(tmp_path, tick=0, warm=warm)  # or the draft would be looked at anew, since its rules are so fresh
    desk.write("sub/draft.txt", "Nothing.\n")
    desk.write(".newslint-confirmed.yml", FACTS + "  draft: sub/draft.txt\n")
    assert not desk.run("draft.txt", *QUICK).err
    gone("sub/draft.txt")(desk)
    fresh = desk.run("draft.txt", *QUICK, "--no-cache")
    assert b"no draft is called 'sub/draft.txt'" in fresh.err
    assert desk.run("draft.txt", *QUICK) == fresh


@pytest.mark.parametrize(
    "words",
    [
        "draft.txt --diff",
        "draft.txt --fix",
        "draft.txt --output-file out.txt",
        "draft.txt --no-cache",
        "-",
        "sources draft.txt",
        "inspect draft.txt",
        "--bad",
    ],
)
def test_what_writes_or_reads_elsewhere_is_not_kept(desk: Desk, words: str) -> None:
    for _ in range(2):
        desk.run(
            *words.split(), *QUICK if "draft.txt" in words and not words.startswith(("sources", "inspect")) else "--isolated"
        )
    assert not Store(desk.store).status().tiers.get("run", (0,))[0]


def test_where_the_configuration_says_so_nothing_is_kept(desk: Desk) -> None:
    desk.write(".newslint.yaml", "cache: false\n")
    for _ in range(2):
        desk.run("draft.txt", *QUICK)
    tiers = Store(desk.store).status().tiers
    assert not any(tier.entries for tier in tiers.values())


PLUGIN = """from newslint.hookspecs import hookimpl
{says}
@hookimpl
def newslint_checks():
    import secret
    return []
"""


@pytest.mark.parametrize(("says", "hits"), [("", 0), ("newslint_cache = True", 1)])
def test_a_run_with_a_plugin_is_kept_where_the_plugin_says_so(desk: Desk, says: str, hits: int) -> None:
    desk.write(".newslint.yaml", "plugins: [desk.py]\n")
    desk.write("desk.py", PLUGIN.format(says=says).replace("import secret", "open('said').read()"))
    desk.write("said", "one")
    first = desk.run("draft.txt", *QUICK)
    assert first.status == 1, first.err
    assert desk.run("draft.txt", *QUICK) == first
    assert desk.hits() == hits
    desk.write("said", "two")
    desk.write("desk.py", "raise ValueError('two')\n")
    assert desk.run("draft.txt", *QUICK) == desk.run("draft.txt", *QUICK, "--no-cache") != first


def words_in(path: Path) -> set[str]:
    return set(re.findall(rb"[a-z]{3,}", b"".join(file.read_bytes() for file in path.iterdir()).lower()))


@pytest.mark.parametrize("format_", ["flake8", "json", "html", "terminal"])
def test_no_word_of_a_text_lies_on_the_disk(desk: Desk, format_: str) -> None:
    unusual = ["quimbly", "zognak", "vrandorf", "blythwick", "ostrabad", "pellucidar"]
    draft = f"The mayor, {unusual[0].title()} {unusual[1].title()}, told told 15,000 {unusual[2]} on Monday 12 August 2025 that it was.\n"
    desk.write("draft.txt", draft + f"\n“We have 300 {unusual[3]},” he said in in {unusual[4].title()}.\n")
    desk.write(
        "draft.sources/herald.txt",
        f"“We have 200 {unusual[3]},” {unusual[1].title()} said, of {unusual[5]}. 10,000 {unusual[2]}.\n",
    )
    for words in (("draft.txt",), ("draft.txt", "--explain", "--every")):
        first = desk.run(*words, "--format", format_, *QUICK, "--min-severity", "info", "--min-confidence", "low")
        assert any(word in first.out.decode().lower() for word in unusual)
        assert desk.run(*words, "--format", format_, *QUICK, "--min-severity", "info", "--min-confidence", "low") == first
    assert desk.hits() == 2
    store = desk.store / "kept"
    there = {word for word in unusual if word.encode() in b"".join(file.read_bytes().lower() for file in store.iterdir())}
    assert not there


def test_a_store_that_is_wrong_is_not_believed(desk: Desk) -> None:
    first = desk.run("draft.txt", *QUICK)
    store = Store(desk.store)
    keys = store._done(lambda db: [key for (key,) in db.execute("SELECT key FROM kept WHERE tier='run'")], write=False)
    assert keys
    for value in (b"", b"junk", b"\xe9\x00", store.get("run", keys[0])[:-9]):  # type: ignore[index]
        store.put("run", keys[0], value)
        store.close()
        assert desk.run("draft.txt", *QUICK) == first

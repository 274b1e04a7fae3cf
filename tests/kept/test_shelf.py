"""What was made of files is kept, and is never anything else than what the files say now."""

from __future__ import annotations

import marshal
import os
import pickle
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from newslint import config, facts
from newslint.config import Config
from newslint.errors import RuleFileError
from newslint.kept import code, shelf
from newslint.kept.shelf import Shelf
from newslint.kept.store import Store
from newslint.linter import Linter
from newslint.rule import Rule

posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX")

RULE = """\
id: {id}
code: Z{number}
title: A word of the house
why: The house says so.
check: pattern
options: {{phrases: [{word}]}}
message: The house avoids "{{found}}"
severity: warning
examples: [{{bad: A <<{word}>>.}}, {{good: Another.}}]
"""
CHILD = """\
id: child
code: Z900
extends: parent
severity: error
examples: [{bad: An <<apple>>.}, {good: Another.}]
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))


def write(path: Path, text: str, *, like: os.stat_result | None = None) -> os.stat_result:
    """A file with this text, its times those of another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if like:
        os.utime(path, ns=(like.st_atime_ns, like.st_mtime_ns))
    return path.stat()


def old(path: Path) -> None:
    """As if it had been written an hour ago; its entry on the disk is still new."""
    os.utime(path, ns=(path.stat().st_mtime_ns - 3600 * 10**9,) * 2)


def made(path: Path, calls: list[str]) -> str:
    """The words of a file by way of a shelf that is read anew; ``calls`` tells when the file was."""
    kept = Shelf()

    def make() -> str:
        calls.append(path.name)
        return path.read_text(encoding="utf-8")

    value = kept.made("words", path, make)
    kept.save()
    return value


def linter(*folders: Path) -> Linter:
    """The shipped rules with those of these folders, by a process that begins now."""
    shelf._at.cache_clear()
    return Linter.made(Config(rules_path=folders), third_party=False)


def house(*folders: Path) -> dict[str, Rule | RuleFileError]:
    """The rules in these folders, or what is wrong with each; kept for the next."""
    found = linter(*folders)
    rules = {
        head.id or head.path.stem: rule for head, rule in found._all if any(head.path.is_relative_to(one) for one in folders)
    }
    shelf.shared().save()
    return rules


def phrases(rule: Rule | RuleFileError) -> tuple[str, ...]:
    assert isinstance(rule, Rule), rule
    return tuple(rule.check.phrases)  # type: ignore[attr-defined]


# --- a file that has not changed is not read ---------------------------------------------


def test_a_file_is_read_once(tmp_path: Path) -> None:
    calls: list[str] = []
    path = tmp_path / "a.txt"
    write(path, "apple")
    assert [made(path, calls) for _ in range(4)] == ["apple"] * 4
    assert calls == ["a.txt"]


def test_every_rule_and_table_is_what_its_file_says() -> None:
    first = linter()
    read = first.rules
    tables = facts.load(()), facts.load(())
    _ = [getattr(tables[0], kind) for kind in ("events", "offices", "places", "bodies", "abbreviations")]
    shelf.shared().save()
    kept = linter()
    assert kept.rules == read
    assert [type(rule.check) for rule in kept.rules] == [type(rule.check) for rule in read]
    assert [rule.examples for rule in kept.rules] == [rule.examples for rule in read]
    assert kept.heads == first.heads
    for kind in ("events", "bodies", "abbreviations"):
        assert getattr(tables[0], kind) == getattr(tables[1], kind)


def test_a_second_run_needs_no_yaml(tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", "Alice walked  home on Tuesday, 15 August 2025.\n\nShe was very unique.\n")
    write(tmp_path / ".newslint.yaml", "rules-path: [house]\nmin-severity: info\nrules: {parent: {options: {phrases: [home]}}}\n")
    write(tmp_path / "house" / "parent.yaml", RULE.format(id="parent", number=100, word="apple"))
    program = (
        "import sys; from newslint.cli import run; status = run(sys.argv[1:]);"
        "print('yaml' in sys.modules, status, file=sys.stderr)"
    )
    words = [sys.executable, "-c", program, "check", "--ignore", "A,P,R", "draft.txt"]
    runs = [subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True) for _ in range(3)]
    assert [run.stderr for run in runs] == ["True 1\n", "False 1\n", "False 1\n"]
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
    assert "Z100" in runs[0].stdout


# --- one that has is -------------------------------------------------------------------


@pytest.mark.parametrize("wait", ["young", "old"])
def test_a_change_of_the_same_size_at_the_same_time_is_seen(tmp_path: Path, wait: str) -> None:
    path, calls = tmp_path / "a.txt", list[str]()
    state = write(path, "apple")
    if wait == "old":
        old(path)
        state = path.stat()
    assert made(path, calls) == "apple"
    write(path, "melon", like=state)
    assert made(path, calls) == "melon"
    assert made(path, calls) == "melon"
    assert len(calls) == 2


def test_within_one_tick_the_words_decide(tmp_path: Path) -> None:
    """A file written again with all that the disk says of it as before: as where its clock ticks slowly."""
    path = tmp_path / "a.txt"
    write(path, "apple")
    ((name, *same, looked, _),) = shelf.states_of([path])
    write(path, "melon")
    ((_, *now, _, digest),) = shelf.states_of([path])
    apple = shelf.as_it_was((name, *now, looked, b"another digest.."))  # type: ignore[arg-type]
    assert apple is None
    assert shelf.as_it_was((name, *now, looked, digest))  # type: ignore[arg-type]
    assert len(same) == len(now)


def test_a_file_whose_times_alone_changed_is_not_read_again(tmp_path: Path) -> None:
    path, calls = tmp_path / "a.txt", list[str]()
    write(path, "apple")
    made(path, calls)
    old(path)
    assert (made(path, calls), calls) == ("apple", ["a.txt"])


def test_a_file_that_is_gone_or_back(tmp_path: Path) -> None:
    path, calls = tmp_path / "a.txt", list[str]()
    write(path, "apple")
    made(path, calls)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        made(path, calls)
    write(path, "melon")
    assert made(path, calls) == "melon"


def test_what_changed_while_it_was_read_is_not_kept(tmp_path: Path) -> None:
    path, kept = tmp_path / "a.txt", Shelf()
    write(path, "apple")

    def make() -> str:
        words = path.read_text(encoding="utf-8")
        write(path, "melon")
        return words

    assert kept.made("words", path, make) == "apple"
    kept.save()
    assert made(path, []) == "melon"


def test_a_rule_follows_its_file_and_the_one_that_it_extends(tmp_path: Path) -> None:
    write(tmp_path / "parent.yaml", RULE.format(id="parent", number=100, word="apple"))
    write(tmp_path / "child.yaml", CHILD)
    assert {name: phrases(rule) for name, rule in house(tmp_path).items()} == {"parent": ("apple",), "child": ("apple",)}
    write(tmp_path / "parent.yaml", RULE.format(id="parent", number=100, word="melon"))
    assert {name: phrases(rule) for name, rule in house(tmp_path).items()} == {"parent": ("melon",), "child": ("melon",)}


def test_a_rule_extends_the_file_that_has_the_id_now(tmp_path: Path) -> None:
    write(tmp_path / "b" / "parent.yaml", RULE.format(id="parent", number=100, word="apple"))
    write(tmp_path / "b" / "child.yaml", CHILD)
    assert phrases(house(tmp_path)["child"]) == ("apple",)
    write(tmp_path / "a" / "parent.yaml", RULE.format(id="parent", number=101, word="melon"))
    assert phrases(house(tmp_path)["child"]) == ("melon",)


def test_a_new_rule_is_found(tmp_path: Path) -> None:
    write(tmp_path / "parent.yaml", RULE.format(id="parent", number=100, word="apple"))
    assert house(tmp_path).keys() == {"parent"}
    write(tmp_path / "other.yaml", RULE.format(id="other", number=101, word="melon"))
    assert house(tmp_path).keys() == {"parent", "other"}


def test_a_broken_rule_is_told_alike_each_time(tmp_path: Path) -> None:
    write(tmp_path / "parent.yaml", RULE.format(id="parent", number=100, word="apple").replace("severity: warning", "severty: x"))
    told = [str(house(tmp_path)["parent"]) for _ in range(3)]
    assert told[0] == told[1] == told[2]
    assert f"{tmp_path / 'parent.yaml'}:8:1: unknown key 'severty'" in told[0]


def test_a_configuration_is_told_alike_each_time(tmp_path: Path) -> None:
    path = tmp_path / ".newslint.yaml"
    write(path, "min-severity: info\nrules:\n  wrong-weekday: {options: {nothing: 1}}\n")
    told = []
    for _ in range(3):
        shelf._at.cache_clear()
        with pytest.raises(config.ConfigError) as fault:
            Linter.made(config.load(path), third_party=False).active("a.txt")
        told.append(str(fault.value))
        shelf.shared().save()
    assert told[0] == told[1] == told[2]
    assert f"{path}:3:" in told[0]


def test_shelves_of_newslints_that_have_gone_are_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("words")
    one = Shelf(tmp_path / "cache")
    one.made("words", tmp_path / "file.txt", lambda: (1,))
    one.save()
    folder = tmp_path / "cache" / "kept"
    gone, other = folder / "shelf-cpython-399-00000000", folder / "shelf-cpython-311-00000001"
    for path in (gone, other):
        path.write_bytes(b"")
    os.utime(gone, (0, 0))
    one.made("more words", tmp_path / "file.txt", lambda: (2,))
    one.save()
    assert not gone.exists()
    assert other.exists()
    assert Path(one.path).exists()


# --- whatever happens to the shelf ------------------------------------------------------


def damaged(change: Callable[[Path], object], tmp_path: Path) -> list[str]:
    """Which files were read after this happened to the shelf."""
    path, calls = tmp_path / "a.txt", list[str]()
    write(path, "apple")
    made(path, [])
    change(Path(Shelf().path))
    assert made(path, calls) == "apple"
    return calls


def _flipped(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 255
    path.write_bytes(raw)


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-5]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff" * 4000),
        lambda path: path.write_bytes(crc32(raw := marshal.dumps([1, 2])).to_bytes(4, "big") + raw),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
        _flipped,
    ],
)
def test_a_damaged_shelf_is_an_empty_one(change: Callable[[Path], object], tmp_path: Path) -> None:
    assert damaged(change, tmp_path) == ["a.txt"]


@posix
@pytest.mark.parametrize("mode", [0o644, 0o602, 0o660])
def test_a_shelf_that_others_may_touch_is_not_read(tmp_path: Path, mode: int) -> None:
    assert damaged(lambda path: path.chmod(mode), tmp_path) == ["a.txt"]
    assert damaged(lambda path: path.parent.chmod(mode | 0o111), tmp_path) == ["a.txt"]


@posix
def test_only_this_user_may_read_it(tmp_path: Path) -> None:
    damaged(lambda path: None, tmp_path)
    path = Path(Shelf().path)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)] == [0o600, 0o700]
    assert [*path.parent.iterdir()] == [path]


def test_another_version_has_a_shelf_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert damaged(lambda path: None, tmp_path) == []
    monkeypatch.setattr(code, "stamp", lambda: "another")
    assert damaged(lambda path: None, tmp_path) == []
    monkeypatch.undo()


class _Evil:
    def __init__(self, call: Callable[..., object], *given: object) -> None:
        self.call = call, given

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call


@pytest.mark.parametrize("call", ["os.system", "builtins.eval", "newslint.paths.write", "newslint.kept.shelf.os.system"])
def test_nothing_that_lies_in_it_is_run(tmp_path: Path, call: str) -> None:
    path, ran = tmp_path / "a.txt", tmp_path / "ran"
    write(path, "apple")
    module, _, name = call.rpartition(".")
    if call.startswith("newslint.kept"):
        module, name = "newslint.kept.shelf", "os.system"
    planted(path, f"c{module}\n{name}\n(V{f'touch {ran}'}\ntR.".encode())
    assert made(path, []) == "apple"
    assert not ran.exists()


def test_no_dataclass_is_made_that_could_be_called(tmp_path: Path) -> None:
    path, ran = tmp_path / "a.txt", tmp_path / "ran"
    write(path, "apple")
    given = pickle.dumps(_Evil(os.mkdir, str(ran)))  # what a worker of --jobs unpickles when it is called
    planted(path, b"cnewslint.cli.jobs\nWork\n(NNNtR(B" + len(given).to_bytes(4, "little") + given + b"tR.")
    assert made(path, []) == "apple"
    assert not ran.exists()


def planted(path: Path, value: bytes) -> None:
    """Put this on the shelf in the place of what was made of the file."""
    raw = marshal.dumps((code.stamp(), {("words", str(path)): (shelf.states_of([path]), value)}))
    made(path, [])
    Path(Shelf().path).write_bytes(crc32(raw).to_bytes(4, "big") + raw)


def test_what_would_have_to_be_run_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, "apple")
    assert pickle.dumps(_Evil(print, "x"))
    assert isinstance(Shelf().made("words", path, lambda: _Evil(print, "x")), _Evil)
    assert not Path(Shelf().path).exists()


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root writes everywhere")
def test_a_home_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _no_place(tmp_path, monkeypatch, lambda folder: folder.chmod(0o500))


def test_a_home_that_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _no_place(tmp_path, monkeypatch, lambda folder: (folder.rmdir(), folder.write_text("")))


def _no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]) -> None:
    home = tmp_path / "home"
    home.mkdir()
    change(home)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(home / "cache"))
    path, calls = tmp_path / "a.txt", list[str]()
    write(path, "apple")
    assert [made(path, calls), made(path, calls), len(calls)] == ["apple", "apple", 2]


def test_many_processes_at_once(tmp_path: Path) -> None:
    """Each reads its own files and one that is shared, whose words go to and fro; none gets another's words."""
    shared = tmp_path / "shared.txt"
    write(shared, "apple")
    program = """
import sys
from pathlib import Path
from newslint.kept.shelf import Shelf
from newslint.kept.store import Store
own, shared = Path(sys.argv[1]), Path(sys.argv[2])
for turn in range(40):
    own.write_text(f"{sys.argv[1]} {turn % 2}")
    kept = Shelf()
    for path in (own, shared):
        value = kept.made("words", path, path.read_text)
        assert path == shared or value == own.read_text(), (value, own.read_text())
        assert path == own or value in ("apple", "melon"), value
    kept.save()
"""
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path / f"{at}.txt"), str(shared)]) for at in range(4)]
    while any(one.poll() is None for one in running):
        new = tmp_path / "new.txt"
        write(new, "melon" if shared.read_text(encoding="utf-8") == "apple" else "apple")
        new.replace(shared)
    assert [one.returncode for one in running] == [0] * 4
    calls: list[str] = []
    last = shared.read_text(encoding="utf-8")
    assert [made(shared, calls), made(shared, calls)] == [last, last]
    assert len(calls) <= 1


def test_a_shelf_that_grew_too_large_holds_what_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "BOUND", 2000)
    for at in range(30):
        write(tmp_path / f"{at}.txt", f"{at}" * 200)
        made(tmp_path / f"{at}.txt", [])
        assert Path(Shelf().path).stat().st_size < 4000


def test_clearing_the_store_clears_the_shelf(tmp_path: Path) -> None:
    path, calls = tmp_path / "a.txt", list[str]()
    write(path, "apple")
    made(path, calls)
    Store().clear()
    assert not Path(Shelf().path).exists()
    assert made(path, calls) == "apple"
    assert len(calls) == 2

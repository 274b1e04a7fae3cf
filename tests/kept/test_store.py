"""What is kept, whatever happens to the file."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.kept import store as kept
from newslint.kept.store import Store
from tests.waiting import until

posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX")


def file_of(folder: Path) -> Path:
    return Path(Store(folder).path)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get("run", b"a") is None
    store.put("run", b"a", b"1")
    store.put_many("draft", {b"a": b"2", b"b": b""})
    store.put("run", b"a", b"3")
    store.close()
    again = Store(tmp_path)
    assert (again.get("run", b"a"), again.get("draft", b"a"), again.get("draft", b"b")) == (b"3", b"2", b"")
    assert again.get_many("draft", [b"a", b"c", b"b", b"a"]) == {b"a": b"2", b"b": b""}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["run", "draft"]), st.binary(max_size=3), st.binary(max_size=400)), max_size=20))
def test_it_is_a_mapping(tmp_path_factory: pytest.TempPathFactory, puts: list[tuple[str, bytes, bytes]]) -> None:
    store, model = Store(tmp_path_factory.mktemp("store")), {}
    for tier, key, value in puts:
        store.put(tier, key, value)
        model[tier, key] = value
    assert {(tier, key): store.get(tier, key) for tier, key in model} == model
    store.close()


def test_many_keys_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    values = {str(at).encode(): bytes(at % 7) for at in range(2500)}
    store.put_many("paragraph", values)
    assert store.get_many("paragraph", [*values, b"none"]) == values
    assert store.status().tiers["paragraph"][0::2] == (2500, 2500)


def test_hits_and_misses_are_counted_over_runs(tmp_path: Path) -> None:
    for _ in range(3):
        store = Store(tmp_path)
        store.get("run", b"a")
        store.put("run", b"a", b"1")
        store.get("run", b"a")
        store.close()
    assert Store(tmp_path).status().tiers["run"] == (1, 1, 5, 1)


def test_the_oldest_goes_first_and_the_bound_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    store = Store(tmp_path, bound=400_000)
    for at in range(200):
        now[0] += 5000
        store.put("run", str(at).encode(), os.urandom(10_000))
        assert store.get("run", b"0"), "what is used stays"
    store.close()
    assert file_of(tmp_path).stat().st_size < 500_000
    there = Store(tmp_path).get_many("run", [str(at).encode() for at in range(200)])
    assert set(there) == {b"0"} | {str(at).encode() for at in range(201 - len(there), 200)}


def test_a_value_that_would_fill_it_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path, bound=80_000)
    store.put("run", b"a", bytes(10_001))
    assert store.get("run", b"a") is None


@pytest.mark.parametrize(
    ("word", "size"),
    [
        ("", kept.BOUND),
        ("5000", 5000),
        ("10k", 10_240),
        ("2 MB", 2 << 20),
        ("1G", 1 << 30),
        ("much", kept.BOUND),
        ("-1", kept.BOUND),
    ],
)
def test_the_bound_is_the_users(word: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_SIZE", word)
    assert kept.limit() == size


@posix
def test_it_is_for_this_user_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "folder")
    store.put("run", b"a", b"1")
    for path in file_of(tmp_path / "new" / "folder").parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(store.path).parent.stat().st_mode) == 0o700


@posix
def test_a_folder_that_others_may_write_to_is_closed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir(mode=0o777)
    (tmp_path / "kept").chmod(0o777)
    Store(tmp_path).put("run", b"a", b"1")
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("which", ["kept", "kept/store-1.sqlite"])
def test_what_belongs_to_another_is_not_used(tmp_path: Path, which: str) -> None:
    store = Store(tmp_path)
    store.put("run", b"a", b"planted")
    store.close()
    os.chown(tmp_path / which, 12345, -1)
    other = Store(tmp_path)
    other.put("run", b"a", b"mine")
    assert other.get("run", b"a") is None


@posix
@pytest.mark.parametrize("which", ["kept", "kept/store-1.sqlite"])
def test_a_link_is_not_followed(tmp_path: Path, which: str) -> None:
    store = Store(tmp_path / "real")
    store.put("run", b"a", b"planted")
    store.close()
    link = tmp_path / "own" / which
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "real" / which)
    assert Store(tmp_path / "own").get("run", b"a") is None


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "other schema", "no table", "folder", "torn wal", "zeros"])
def test_a_damaged_file_is_an_empty_one_and_heals(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path)
    store.put_many("run", {str(at).encode(): os.urandom(5000) for at in range(50)})
    path = Path(store.path)
    if damage == "torn wal":
        wal = path.with_name(path.name + "-wal").read_bytes()
        store.close()
        path.with_name(path.name + "-wal").write_bytes(wal[: len(wal) // 2] + os.urandom(9000))
    store.close()
    whole = path.read_bytes() if path.is_file() else b""
    match damage:
        case "garbage":
            path.write_bytes(os.urandom(20_000))
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(whole[: len(whole) // 2])
        case "zeros":
            path.write_bytes(whole[:20_000] + bytes(len(whole) - 20_000))
        case "folder":
            path.unlink()
            path.mkdir()
        case "other schema" | "no table":
            with sqlite3.connect(path) as db:
                db.execute("DROP TABLE kept")
                if damage == "other schema":
                    db.execute("CREATE TABLE kept (id INTEGER)")
            db.close()
    for _ in range(3):
        store = Store(tmp_path)
        found = store.get_many("run", [str(at).encode() for at in range(50)])
        assert all(len(value) == 5000 for value in found.values())
        store.put("run", b"new", b"1")
        store.close()
    if damage != "folder":
        assert Store(tmp_path).get("run", b"new") == b"1"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 255))
def test_a_byte_that_fell_over_gives_nothing_else(tmp_path_factory: pytest.TempPathFactory, at: int, byte: int) -> None:
    folder = tmp_path_factory.mktemp("store")
    values = {f"key {at}".encode(): f"value {at}".encode() * at for at in range(60)}
    store = Store(folder)
    store.put_many("run", values)
    store.close()
    raw = bytearray(Path(store.path).read_bytes())
    raw[at % len(raw)] = byte
    Path(store.path).write_bytes(raw)
    for _ in range(2):
        again = Store(folder)
        found = again.get_many("run", values)
        assert found.items() <= values.items()
        again.status()
        again.put_many("run", values)
        again.close()


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    store = Store(tmp_path)
    store.put("run", b"a", b"1")
    assert store.get("run", b"a") is None
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/deeper", "/proc/none", "no\0name", "x" * 5000])
def test_a_place_where_nothing_can_lie_is_no_error(folder: str) -> None:
    store = Store(folder)
    store.put("run", b"a", b"1")
    assert store.get("run", b"a") is None
    assert store.status().tiers == {}
    store.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="ulimit -f, as Linux has it")
def test_a_full_disk_is_no_error(tmp_path: Path) -> None:
    code = (
        "import resource, signal, os; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000));"
        "from newslint.kept.store import Store; s = Store(os.environ['AT']);"
        "[s.put('run', str(n).encode(), os.urandom(9000)) for n in range(30)];"
        "print(sum(len(v) == 9000 for v in s.get_many('run', [str(n).encode() for n in range(30)]).values()))"
    )
    env = {**os.environ, "AT": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    store = Store(tmp_path)
    store.put("run", b"new", b"1")
    assert store.get("run", b"new") == b"1"


def test_a_locked_file_is_waited_for_and_then_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_PATIENCE", 0.05)
    store = Store(tmp_path)
    store.put("run", b"a", b"1")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put("run", b"b", b"2")
    assert (store.get("run", b"a"), store.get("run", b"b")) == (b"1", None)
    other.close()
    store.put("run", b"b", b"2")
    assert store.get("run", b"b") == b"2"


def test_threads_share_it(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def work(name: int) -> list[bytes]:
        wrong = []
        for at in range(40):
            key = f"{name} {at}".encode()
            store.put("run", key, key * 9)
            if store.get("run", key) != key * 9:
                wrong.append(key)
        return wrong

    with ThreadPoolExecutor(6) as pool:
        assert [*pool.map(work, range(6))] == [[]] * 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_has_a_connection_of_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("run", b"a", b"1")
    child = os.fork()
    if not child:
        fine = store.get("run", b"a") == b"1"
        store.put("run", b"b", b"2")
        store.close()
        os._exit(0 if fine else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert store.get("run", b"b") == b"2"
    store.put("run", b"c", b"3")
    assert Store(tmp_path).get("run", b"c") == b"3"


WRITER = """
import os, sys
from newslint.kept.store import Store
at = 0
while True:
    store = Store(os.environ["AT"], bound=2_000_000)
    for _ in range(20):
        key = b"%d" % (at % 97)
        found = store.get("run", key)
        assert found is None or found == key * (1000 + int(key)), "wrong"
        store.put("run", key, key * (1000 + int(key)))
        at += 1
        if at == int(sys.argv[1]): sys.exit()
    store.close()
"""


def test_many_processes_some_of_them_killed(tmp_path: Path) -> None:
    env = {**os.environ, "AT": str(tmp_path)}
    start = [sys.executable, "-c", WRITER]
    killed = [subprocess.Popen([*start, "0"], env=env, stderr=subprocess.PIPE) for _ in range(4)]
    steady = [subprocess.Popen([*start, "150"], env=env, stderr=subprocess.PIPE) for _ in range(4)]
    keys = [b"%d" % at for at in range(97)]
    assert until(lambda: len(Store(tmp_path).get_many("run", keys)) > 20)  # they are at it
    for process in killed:
        time.sleep(0.05)
        process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    for process in (*killed, *steady):
        assert process.communicate(timeout=200)[1] == b""
    assert [process.returncode for process in steady] == [0] * 4
    store = Store(tmp_path)
    found = store.get_many("run", keys)
    assert len(found) > 20
    assert all(value == key * (1000 + int(key)) for key, value in found.items())


def test_clear_leaves_nothing_of_any_version(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("run", b"a", b"1")
    (tmp_path / "kept" / "store-99.sqlite").write_bytes(b"of a later newslint")
    store.clear()
    assert [*(tmp_path / "kept").iterdir()] == []
    store.put("run", b"a", b"2")
    assert store.get("run", b"a") == b"2"


def test_to_look_makes_no_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")
    assert store.get("run", b"a") is None
    assert store.status()[1:2] == (0,)
    store.clear()
    assert not (tmp_path / "none").exists()

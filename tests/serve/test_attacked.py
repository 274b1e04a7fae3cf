"""Whatever happens to the warm process, the client answers as if there were none, and soon."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from newslint.serve.wire import HEAD, RUN, head, packed
from tests.serve.server import NEWSLINT, PATIENT, Warm, gone, lives
from tests.waiting import until

TEXT = "The council voted on Tuesday. It was the first vote of of it's history.\n"
WORDS = "draft.txt", "--select", "T", "--min-severity", "info", "--no-cache"
"""Nothing that needs the language model, which a run without the server would have to load."""
ROOT = os.name == "posix" and os.geteuid() == 0


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def assert_served(warm: Warm, desk: Path) -> None:
    """It answers, and rightly."""
    assert warm.served(*WORDS, cwd=desk) == warm.cold(*WORDS, cwd=desk)


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other side closes it."""
    said = b""
    try:
        while got := connection.recv(1000):
            said += got
    except ConnectionError:
        pass
    return said


def killed(processes: Iterable[int], number: signal.Signals = signal.SIGKILL) -> None:
    for process in processes:
        with suppress(ProcessLookupError):  # renewed meanwhile
            os.kill(process, number)


# --- what comes over the socket ------------------------------------------------------------


def test_garbage_on_the_socket_harms_nobody(own: Warm, desk: Path) -> None:
    chance = random.Random(1)
    garbage = [chance.randbytes(size) for size in (1, 9, 10, 11, 100, 5000)]
    garbage += [b"", head(RUN)[:5], head(RUN), head(RUN) + b"\xff" * 8, head(RUN) + (1 << 30).to_bytes(8, "big")]
    garbage += [head(RUN) + packed(b"nobody", b"", b"", b"", b""), head(RUN) + packed(), b"newslint\x02R" + packed(b"x")]
    garbage += [head(RUN) + (40).to_bytes(8, "big") + chance.randbytes(40) for _ in range(20)]
    silent: list[socket.socket] = []
    assert own.idle()
    failed = own.state()["failed"]
    with ExitStack() as all_of_them:
        for words in garbage:
            connection = all_of_them.enter_context(own.connected())
            connection.sendall(words)
            connection.shutdown(socket.SHUT_WR)
            silent.append(connection)
        assert not b"".join(map(heard, silent)).strip(b".A")
    assert_served(own, desk)
    assert own.state()["failed"] == failed


def test_half_a_request_and_then_silence_holds_nobody_up(own: Warm, desk: Path) -> None:
    silent = [own.connected() for _ in range(20)]
    for at, connection in enumerate(silent):
        connection.sendall(head(RUN)[: at % (HEAD + 1)] if at % 2 else head(RUN) + (500).to_bytes(8, "big"))
    assert own.said(*WORDS, cwd=desk) == own.cold(*WORDS, cwd=desk)
    for connection in silent:
        heard(connection)  # to its end
    assert_served(own, desk)


def test_a_gigabyte_that_is_announced_is_not_waited_for(own: Warm) -> None:
    with own.connected() as connection:
        here = os.open("/", os.O_RDONLY)
        socket.send_fds(connection, [head(RUN) + (1 << 30).to_bytes(8, "big") + b"x" * 100], [1, 1, 2, here])
        os.close(here)
        assert not heard(connection).strip(b".A")  # which ends
    assert own.state()["memory"] < 1e9


@pytest.mark.skipif(not ROOT, reason="only root can be another user")
def test_another_user_is_not_let_in(own: Warm, desk: Path) -> None:
    for path in (own.folder, own.place.parent, own.place):
        path.chmod(0o777)  # as if nobody had been careful
    code = f"import os, socket; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.connect({str(own.place)!r}); "
    code += f"s.sendall({head(b'S')!r}); print(s.recv(100))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"reset" in said.stderr.lower() or b"Broken" in said.stderr or said.stdout.strip() == b"b''", said
    assert own.said(*WORDS, cwd=desk) == own.cold(*WORDS, cwd=desk)  # which asks no socket that others may use
    own.place.chmod(0o600)
    own.place.parent.chmod(0o700)
    assert_served(own, desk)


@pytest.mark.skipif(not ROOT, reason="only root can be another user")
@pytest.mark.parametrize("planted", ["folder", "socket", "server"])
def test_a_socket_that_another_user_has_planted_is_not_asked(desk: Path, planted: str, tmp_path: Path) -> None:
    warm = Warm(Path("/tmp") / f"planted-{os.getpid()}-{planted}")
    folder = warm.place.parent
    folder.mkdir(parents=True, mode=0o700)
    warm.folder.chmod(0o777)
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX):
        listener.bind(str(warm.place))
        warm.place.chmod(0o600)
        said = tmp_path / "said"
        said.touch(mode=0o666)
        said.chmod(0o666)
        process = os.fork()
        if process == 0:  # the other user, who answers to all that is asked
            try:
                os.setuid(65534)
                listener.listen()  # whoever listens is whom the system names
                connection, _ = listener.accept()
                connection.settimeout(5)
                said.write_bytes(connection.recv(1 << 20))
            finally:
                os._exit(0)
        for path in {"folder": [folder], "socket": [warm.place], "server": []}[planted]:
            os.chown(path, 65534, -1)
        listening = until(lambda: _listens(str(warm.place)))
        answer = warm.said(*WORDS, cwd=desk)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    assert listening
    assert said.read_bytes() == b""
    assert answer == warm.cold(*WORDS, cwd=desk)
    warm.place.unlink()
    subprocess.run(["rm", "-rf", str(warm.folder)], check=True)


def _listens(path: str) -> bool:
    """Whether somebody waits at the socket, as the system has it: to connect would use up the one whom it lets in."""
    found = [line.split() for line in Path("/proc/net/unix").read_text(encoding="utf-8").splitlines() if line.endswith(path)]
    return any(int(flags, 16) & 0x10000 for _, _, _, flags, *_ in found)


# --- what happens to it ------------------------------------------------------------------


def test_many_clients_at_once_are_all_answered(own: Warm, desk: Path) -> None:
    expected = own.cold(*WORDS, cwd=desk)
    before = own.requests
    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda _: own.said(*WORDS, cwd=desk), range(40)))
    assert answers == [expected] * 40
    assert own.requests > before
    assert len(own.workers) <= 2


def test_a_server_that_is_killed_leaves_the_client_alone(own: Warm, desk: Path) -> None:
    server, workers = own.state()["process"], own.workers
    os.kill(server, signal.SIGKILL)
    assert own.said(*WORDS, cwd=desk) == own.cold(*WORDS, cwd=desk)
    assert all(map(gone, workers))  # they see that nobody is there
    own.start()  # over a socket that nobody answers
    assert_served(own, desk)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV])
def test_a_worker_that_dies_or_hangs_costs_one_request(own: Warm, desk: Path, number: signal.Signals) -> None:
    expected = own.cold(*WORDS, cwd=desk)
    assert own.idle()
    workers = own.workers
    killed(workers, number)
    assert own.said(*WORDS, cwd=desk) == expected
    assert until(lambda: not all(map(lives, workers)))  # the one that was asked
    assert_served(own, desk)


def test_a_server_that_hangs_does_not_hang_the_client(own: Warm, desk: Path) -> None:
    expected, server = own.cold(*WORDS, cwd=desk), own.state()["process"]
    os.kill(server, signal.SIGSTOP)
    assert own.said(*WORDS, cwd=desk) == expected
    os.kill(server, signal.SIGCONT)
    assert_served(own, desk)


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.3])
def test_killed_in_the_middle_of_an_answer_nothing_is_printed_twice(own: Warm, desk: Path, wait: float) -> None:
    (desk / "draft.txt").write_text(TEXT * 400, encoding="utf-8")
    expected = own.cold(*WORDS, cwd=desk)
    before = own.requests
    with subprocess.Popen(
        [*NEWSLINT, *WORDS], cwd=desk, env=own.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as client:
        assert until(lambda: own.requests > before or client.poll() is not None)
        time.sleep(wait)
        killed(own.workers)
        assert (*client.communicate(), client.returncode) == (*expected[1:], expected[0])


def test_ctrl_c_stops_the_work_too(own: Warm, desk: Path) -> None:
    (desk / "draft.txt").write_text("\n\n".join(f"{TEXT} In {n} they said {n}." for n in range(3000)), encoding="utf-8")
    assert own.idle()
    failed = own.state()["failed"]
    words = "draft.txt", "--profile", "strict", "--no-cache"
    with subprocess.Popen([*NEWSLINT, *words], cwd=desk, env=own.environment, stdout=subprocess.PIPE) as client:
        assert until(lambda: any(one["busy"] for one in own.state()["workers"]) or client.poll() is not None)
        client.send_signal(signal.SIGINT)
        assert client.wait() == 130
    assert own.idle()
    assert own.state()["failed"] == failed


def test_stopped_while_it_answers(own: Warm, desk: Path) -> None:
    """Who is being answered goes on alone, and nothing is left behind."""
    (desk / "draft.txt").write_text("\n\n".join(f"{TEXT} In {n} they said {n}." for n in range(1000)), encoding="utf-8")
    server, words = own.state()["process"], ("draft.txt", "--select", "T,W", "--no-cache")
    before, expected = own.requests, own.cold("draft.txt", "--select", "T,W", "--no-cache", cwd=desk)
    with subprocess.Popen([*NEWSLINT, *words], cwd=desk, env=own.environment, stdout=subprocess.PIPE) as client:
        assert until(lambda: own.requests > before or client.poll() is not None)
        workers = own.workers
        own.stop()
        assert client.communicate()[0] == expected[1]
        assert client.returncode == expected[0]
    assert all(map(gone, [server, *workers]))


def test_its_socket_removed_it_ends(own: Warm, desk: Path) -> None:
    server = own.state()["process"]
    own.place.unlink()
    assert own.said(*WORDS, cwd=desk) == own.cold(*WORDS, cwd=desk)
    assert gone(server)


def test_another_newslint_in_its_place_and_it_ends(desk: Path, tmp_path: Path) -> None:
    """An upgrade underneath: the old process answers nothing more."""
    from tests.project import ROOT as HERE

    tree = tmp_path / "tree"
    tree.mkdir()
    for part in ("newslint", "rules"):
        subprocess.run(["cp", "-rp", str(HERE / part), str(tree)], check=True)
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        warm = Warm(Path(folder), environment={"PYTHONPATH": str(tree)}).start()
        server = warm.state()["process"]
        assert_served(warm, desk)
        module = tree / "newslint" / "report" / "flake8.py"
        module.write_text(module.read_text(encoding="utf-8") + "\n# another version\n", encoding="utf-8")
        assert warm.said(*WORDS, cwd=desk) == warm.cold(*WORDS, cwd=desk)
        assert gone(server)


# --- who asks, and from where --------------------------------------------------------------


def test_a_folder_that_is_gone_and_streams_that_are_closed(own: Warm, desk: Path, tmp_path: Path) -> None:
    draft = desk / "draft.txt"
    line = " ".join([*NEWSLINT, str(draft), *WORDS[1:]])
    lines = [
        f"mkdir {tmp_path}/away && cd {tmp_path}/away && rmdir {tmp_path}/away && {line}; echo $?",
        f"{line} | head -c 1; echo",
        f"{line} > /dev/full; echo $?",
        f"{line} >&-; echo $?",
        f"{line} 2>&-; echo $?",
        f"{line} <&-; echo $?",
    ]
    for one in lines:
        said = [
            subprocess.run(["bash", "-c", one], env=own.environment | more, capture_output=True, check=False)
            for more in ({}, {"NEWSLINT_SERVE": "off"})
        ]
        assert (said[0].returncode, said[0].stdout) == (said[1].returncode, said[1].stdout), one
        assert said[0].stderr == said[1].stderr, one
        assert b"Traceback" not in said[0].stderr


@pytest.mark.parametrize("what", ["link", "file", "wide", "missing", "long"])
def test_a_runtime_folder_that_will_not_do(desk: Path, tmp_path: Path, what: str) -> None:
    warm = Warm(tmp_path)
    folder = warm.place.parent
    if what == "link":
        (tmp_path / "real").mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "real")
    elif what == "file":
        folder.write_text("", encoding="utf-8")
    elif what == "wide":
        folder.mkdir()
        folder.chmod(0o777)
    elif what == "missing":
        warm.environment["NEWSLINT_RUNTIME_DIR"] = "/proc/nowhere/run"
    else:
        warm.environment["NEWSLINT_RUNTIME_DIR"] = str(tmp_path / ("x" * 120))
    status, _, said = warm.said("serve")
    assert status == 2, said
    assert said.startswith(b"newslint: ")
    assert said.count(b"\n") == 1
    assert warm.said(*WORDS, cwd=desk) == warm.cold(*WORDS, cwd=desk)


def test_two_servers_cannot_race(own: Warm) -> None:
    server = own.state()["process"]
    began = [subprocess.Popen([*NEWSLINT, "serve"], env=own.environment, stderr=subprocess.PIPE) for _ in range(4)]
    said = [one.communicate()[1] for one in began]
    assert all(b"is there already" in one for one in said)
    assert own.state()["process"] == server


# --- as long as it lives -----------------------------------------------------------------


ASKING = """
import sys
from pathlib import Path
from newslint.serve.door import _request, asked
place, first, last, patient, text, *words = sys.argv[1:]
for number in range(int(first), int(last)):
    Path("draft.txt").write_text(f"{text}It was number {number}.\\n", encoding="utf-8")
    request = _request(words, b"")
    assert any(asked(place, request) for _ in range(int(patient)))
"""


def test_nothing_grows(own: Warm, desk: Path) -> None:
    def ask(first: int, last: int) -> None:
        words = [str(own.place), str(first), str(last), str(PATIENT), TEXT, *WORDS, "--isolated"]
        subprocess.run([sys.executable, "-c", ASKING, *words], cwd=desk, env={**os.environ, **own.environment}, check=True)

    def handles(process: int) -> int:
        """The fewest of a while: a server closes a connection a moment after its client has read the answer."""
        fewest = 1000
        for _ in range(20):
            fewest = min(fewest, len([*Path(f"/proc/{process}/fd").iterdir()]))
            time.sleep(0.02)
        return fewest

    def held(process: int) -> tuple[int, int]:
        return handles(process), int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])

    ask(0, 60)
    assert own.idle()
    server = own.state()["process"]
    before = {process: held(process) for process in (server, *own.workers)}
    ask(60, 200)
    assert own.idle()
    after = {process: held(process) for process in (server, *own.workers) if process in before}  # one of several may have left
    assert len(after) > 1
    assert {process: now for process, (now, _) in after.items()} == {process: before[process][0] for process in after}
    assert all(now - before[process][1] < 5000 for process, (_, now) in after.items())  # pages, of mostly 4 kB


def test_status_and_stop(tmp_path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        warm = Warm(Path(folder))
        assert warm.said("serve", "status")[:2] == (1, b"no warm process; 'newslint serve' starts one\n")
        assert json.loads(warm.said("serve", "status", "--format", "json")[1]) == {"running": False}
        assert warm.said("serve", "stop")[0] == 1
        warm.start()
        process = warm.state()["process"]
        assert f"warm process {process}".encode() in warm.said("serve", "status")[1]
        assert json.loads(warm.said("serve", "status", "--format", "json")[1])["running"]
        assert warm.said("serve", "stop")[0] == 0
        assert gone(process)
        assert not warm.place.exists()


def test_the_configuration_may_start_one_for_the_next_run(desk: Path) -> None:
    import tempfile

    (desk / ".newslint.yaml").write_text("serve: auto\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        warm = Warm(Path(folder))
        warm.said(*WORDS, cwd=desk, NEWSLINT_SERVE="off")
        warm.said(*WORDS, cwd=desk, CI="true")
        assert not warm.place.parent.exists()
        first = warm.said(*WORDS, cwd=desk)
        assert until(warm.answers)
        assert warm.served(*WORDS, cwd=desk) == first
        os.kill(warm.state()["process"], signal.SIGKILL)  # which leaves its socket
        assert warm.said(*WORDS, cwd=desk) == first
        assert until(warm.answers)
        warm.stop()


def test_it_ends_when_nothing_is_asked() -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        warm = Warm(Path(folder))
        status, _, said = warm.said("serve", "--idle", "0")
        assert (status, b"warm after" in said) == (0, True)
        assert until(lambda: not warm.place.exists())

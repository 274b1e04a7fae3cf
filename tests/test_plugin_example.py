"""The example of a plugin, built, installed and used as a stranger would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT, install

SCRIPT = """\
SLUG: BRIDGE 4,583,212 pounds
[CAM 2: wide shot, 1,234 people]
Good evening.
😋 The council will spend 4,583,212 pounds on the bridge.
The two firms bid 12 and 14 million pounds respectively.
"""
FOUND = [
    "six.script:4:26: B101 “4,583,212 pounds” is lost on a listener; say “about 4.6 million”. (figure-hard-to-hear)",
    "six.script:5:44: B102 A listener cannot look back or across for “respectively”. (only-for-the-eye)",
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugin")
    unwanted = shutil.ignore_patterns("__pycache__")
    sources = shutil.copytree(ROOT / "examples" / "newslint-broadcast", folder / "sources", ignore=unwanted)
    return install(sources, folder / "installed")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "six.script"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def run(installed: Path, folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEWSLINT")}
    env = own | {"PYTHONPATH": str(installed)} | environment
    command = [sys.executable, "-P", "-m", "newslint", *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


def test_its_reader_check_and_rules_are_used(installed: Path, script: Path) -> None:
    done = run(installed, script.parent, "--select", "B", "six.script")
    assert done.stdout.splitlines() == FOUND
    assert (done.returncode, done.stderr) == (1, "")


def test_its_report_is_used(installed: Path, script: Path) -> None:
    done = run(installed, script.parent, "--select", "B102", "--format", "csv", "six.script")
    assert done.stdout.splitlines() == [
        "file,line,column,severity,code,rule,message",
        "six.script,5,44,warning,B102,only-for-the-eye,A listener cannot look back or across for “respectively”.",
    ]


def test_its_examples_pass(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "rules", "test", str(installed / "newslint_broadcast" / "rules"))
    assert done.stdout == "2 rules, 10 examples, 0 failed\n"
    assert done.returncode == 0


def test_what_it_adds_is_listed(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, tmp_path, "plugins").stdout
    own = listed[listed.index("broadcast  (") :].split("\nbuiltin")[0]
    assert str(installed / "newslint_broadcast" / "__init__.py") in own
    assert "figure-hard-to-hear, only-for-the-eye" in own
    assert "hard-to-hear" in own
    assert "csv" in own
    assert "reader" in own
    assert "Two digits are heard and kept" in run(installed, tmp_path, "explain", "B101").stdout


@pytest.mark.parametrize(
    ("words", "environment"),
    [(["--no-plugins"], {}), ([], {"NEWSLINT_PLUGINS": "off"}), ([], {"NEWSLINT_PLUGINS": "another"})],
)
def test_it_can_be_left_out(installed: Path, script: Path, words: list[str], environment: dict[str, str]) -> None:
    assert "broadcast" not in run(installed, script.parent, "plugins", *words, **environment).stdout
    done = run(installed, script.parent, "--select", "B", *words, "six.script", **environment)
    assert done.returncode == 2
    assert "no rule fits 'B'" in done.stderr


def test_one_that_a_folder_configures_is_left_out_with_the_others(installed: Path, tmp_path: Path) -> None:
    """A draft sent by a stranger may come with a configuration that names Python of theirs."""
    (tmp_path / "theirs.py").write_text("from pathlib import Path\nPath(__file__).with_name('ran').touch()\n")
    (tmp_path / ".newslint.yaml").write_text("plugins: [theirs.py]\n")
    (tmp_path / "draft.txt").write_text("A note.\n")
    assert run(installed, tmp_path, "--no-plugins", "--select", "X", "draft.txt").returncode == 0
    assert not (tmp_path / "ran").exists()
    assert run(installed, tmp_path, "--select", "X", "draft.txt").returncode == 0
    assert (tmp_path / "ran").exists()


def test_it_can_be_chosen(installed: Path, script: Path) -> None:
    assert run(installed, script.parent, "--select", "B", "six.script", NEWSLINT_PLUGINS="broadcast").stdout.splitlines() == FOUND


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("newslint_checks", "newslint_cheques", "newslint: plugin: unknown hook 'newslint_cheques' in plugin"),
        (
            "config: Config)",
            "konfig: Config)",
            "newslint: plugin 'broadcast' cannot be loaded: PluginValidationError: Plugin 'broadcast' for hook 'newslint_read'",
        ),
        (
            "import script",
            "import skript",
            "newslint: plugin 'broadcast' cannot be loaded: ImportError: cannot import name 'skript'",
        ),
        ("LARGE", "1 / 0\nLARGE", "newslint: plugin 'broadcast' cannot be loaded: ZeroDivisionError: division by zero"),
    ],
)
def test_a_mistake_in_it_is_said(installed: Path, tmp_path: Path, old: str, new: str, complaint: str) -> None:
    broken = shutil.copytree(installed, tmp_path / "broken")
    name = "figures.py" if old == "LARGE" else "__init__.py"
    module = broken / "newslint_broadcast" / name
    module.write_text(module.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    done = run(broken, tmp_path, "plugins")
    assert done.returncode == 2
    assert done.stderr.startswith(complaint), done.stderr

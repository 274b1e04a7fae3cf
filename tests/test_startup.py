"""A run imports what it needs, and no more."""

from __future__ import annotations

import argparse
import os
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
    "pluggy",  # where there is no plugin
    "inspect",  # for a dataclass without a docstring
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


DEAR = (
    *("tempfile", "shutil", "random", "hashlib", "json", "multiprocessing", "pickle", "socket", "subprocess", "yaml", "zoneinfo"),
    *("newslint.facts", "newslint.reckonings", "newslint.comparisons.matches", "newslint.comparisons.reliance"),
    *("newslint.baseline", "newslint.earlier", "newslint.align", "newslint.report.explained", "newslint.cli.arguments.rules"),
    *("newslint.annotate.names", "newslint.annotate.quantities", "newslint.lsp", "newslint.corpus"),
    *("sqlite3", "newslint.kept.store", "newslint.view.marks"),
)
"""What a run of pattern rules on a draft without sources has no use for, and pays for with a tenth of its time or a hundredth."""

COUNTED = """
import sys
from newslint.__main__ import main
status = main()
from newslint.kept.bytecode import KEPT
print(status, len(KEPT.new), *sys.modules)
"""


def test_pattern_rules_import_and_compile_next_to_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(SEED.read_bytes())
    words = ("check", "--no-cache", "--isolated", "--no-plugins", "--select", "T,W", str(draft))
    env = {**os.environ, "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")}
    runs = [
        subprocess.run([sys.executable, "-c", COUNTED, *words], capture_output=True, text=True, encoding="utf-8", env=env)
        for _ in range(2)
    ]
    assert runs[0].stdout.splitlines()[:-1] == runs[1].stdout.splitlines()[:-1], "what is kept changes no finding"
    status, new, *modules = runs[1].stdout.splitlines()[-1].split()
    assert (status, new) == ("1", "0"), "nothing is compiled that an earlier run has compiled"
    assert set(DEAR) & set(modules) == set()
    assert sum(name.startswith("newslint") for name in modules) < 190


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("explain", "R101")])
def test_what_looks_at_no_draft_imports_no_grammar(words: tuple[str, ...]) -> None:
    run = subprocess.run([sys.executable, "-c", COUNTED, *words], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = run.stdout.splitlines()[-1].split()
    assert not [name for name in modules if name.startswith(("newslint.annotate.", "newslint.align."))]


def test_what_stands_in_quotation_marks_is_known_without_reading_who_speaks(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Floods\n\nBy Ana Ruiz\n\n“It is over,” said Ana Ruiz, 43. The the river fell.\n", encoding="utf-8")
    words = ("check", "--no-cache", "--isolated", "--no-plugins", "--select", "T", str(draft))
    run = subprocess.run([sys.executable, "-c", COUNTED, *words], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = run.stdout.splitlines()[-1].split()
    assert "newslint.annotate.quoted" in modules
    assert "newslint.annotate.quotes" not in modules
    assert "newslint.annotate.speech.speakers" not in modules


def test_only_the_parser_of_the_command_is_made() -> None:
    from newslint.cli.arguments import COMMANDS, parser

    assert _commands(parser("check", alone=True)) == ["check"]
    assert _commands(parser()) == [*COMMANDS]


def test_every_command_is_known_wherever_they_are_told_apart() -> None:
    from newslint import cli
    from newslint.cli.arguments import COMMANDS
    from newslint.kept import runs
    from newslint.serve import door

    assert {*cli._FUNCTIONS} == {*COMMANDS}
    assert {word for word in (*door.SERVED, "rules", *door.COMMANDS_ALONE) if not word.startswith("-")} == {*COMMANDS}
    assert {*COMMANDS} - runs.OTHERS == {"check"}


def test_what_only_unix_has_is_imported_where_it_is_used() -> None:
    """Else ``serve: auto`` in a configuration, say, would end every run on Windows."""
    missing = "import sys; sys.modules.update(dict.fromkeys(('fcntl', 'resource', 'termios')))"
    modules = ("cli.check", "cli.serve", "cli.cache", "cli.jobs", "run.parallel", "serve.door", "serve.starting", "lsp.server")
    imported = "; ".join(f"import newslint.{module}" for module in modules)
    subprocess.run([sys.executable, "-c", f"{missing}; {imported}"], check=True)


@pytest.mark.parametrize("runtime", ["", "/r"])
@pytest.mark.parametrize("xdg", ["", "/x", "relative"])
@pytest.mark.parametrize("cache", ["", "/c"])
@pytest.mark.parametrize("kept", ["", "/k", "relative"])
def test_client_and_server_look_for_the_socket_in_the_same_place(
    runtime: str, xdg: str, cache: str, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client works it out by itself: to import what the server asks would cost it more than the rest of its work."""
    from newslint.kept import folders
    from newslint.serve import wire

    names = ("NEWSLINT_RUNTIME_DIR", "XDG_RUNTIME_DIR", "NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME")
    for name, value in zip(names, (runtime, xdg, cache, kept), strict=True):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
    assert wire.folder() == str(folders.runtime())


def _commands(top: argparse.ArgumentParser) -> list[str]:
    return [name for action in top._actions if isinstance(action.choices, dict) for name in action.choices]

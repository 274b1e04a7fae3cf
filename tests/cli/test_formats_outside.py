"""Reports as the programs they are made for read them: Microsoft's SARIF validator, vim."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_formats import ODD, SEED, SOURCE, story
from tests.tools import package, program

__all__ = ["story"]

VIM = """\
set encoding=utf-8
let &errorformat = $ERRORFORMAT
cgetfile report.txt
call writefile([json_encode(map(getqflist(), {_, one -> extend(one, {'file': bufname(one.bufnr)})}))], 'read.json')
qall!
"""

FLAKE8 = {"vim": "%f:%l:%c: %m", "reviewdog": "%f:%l:%c: %t%n %m"}
"""How flake8's lines are read: by vim users, and by reviewdog, which writes its formats in vim's language."""


@pytest.fixture(scope="module")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in the npm package, which installs it without the right to be run by all."""
    at = package("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"
    if os.access(at, os.X_OK):
        return at
    copy = tmp_path_factory.mktemp("multitool") / at.name
    shutil.copy(at, copy)
    copy.chmod(copy.stat().st_mode | stat.S_IXUSR)
    return copy


def validated(multitool: Path, report: Path) -> list[tuple[str, str]]:
    """What the validator says of a report, as pairs of level and rule, by the rules of the standard and of GitHub."""
    out = report.with_suffix(".validated.sarif")
    words = ["validate", report, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--output", out]
    env = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run([multitool, *words], env=env, capture_output=True, text=True, check=False, timeout=120)
    assert "Analysis completed successfully" in done.stdout, done.stdout + done.stderr
    (run,) = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
    return sorted({(result.get("level", "warning"), result["ruleId"].split("/")[0]) for result in run["results"]})


KNOWN = [
    ("note", "SARIF2002"),  # messages from a table: ours are made of the draft's own words
    ("note", "SARIF2003"),  # the revision: newslint knows of no repository
    ("note", "SARIF2006"),  # the schema's address, which no test may look up
    ("note", "SARIF2011"),  # no lines round a finding that is whole lines, or stands on one too long to carry along
    ("note", "SARIF2012"),  # a web page for each rule
    ("note", "SARIF2013"),  # the whole text of each file
    ("warning", "SARIF2005"),  # a web page of newslint
]
"""What the validator suggests and we do not do; nothing else may come up."""


@pytest.mark.parametrize("words", [(SEED, SOURCE, "gone.txt", ODD), (ODD, "--isolated", "--ignore", "ALL")])
def test_sarif_is_valid_by_the_standard_and_for_github(words: tuple[str, ...], multitool: Path, run: Run, story: Path) -> None:
    (story / ODD).write_text("“Sure,” he said on on 31 June 2025.\r\rIt \x1b[1m cost 5 percent percent 🚀.\r\n", encoding="utf-8")
    run(*words, "--format", "sarif", "--output-file", "report.sarif")
    assert set(validated(multitool, story / "report.sarif")) <= set(KNOWN)


def test_the_validator_finds_what_is_wrong(multitool: Path, run: Run, story: Path) -> None:
    run(SEED, "--format", "sarif", "--output-file", "report.sarif")
    log = json.loads((story / "report.sarif").read_text(encoding="utf-8"))
    for result in log["runs"][0]["results"]:
        del result["locations"]
        result["ruleIndex"] = 1000
    (story / "report.sarif").write_text(json.dumps(log))
    assert {rule for level, rule in validated(multitool, story / "report.sarif") if level == "error"} >= {"GH1015", "SARIF1009"}


@pytest.mark.parametrize("reader", FLAKE8)
def test_vim_jumps_to_every_finding(reader: str, run: Run, story: Path) -> None:
    vim = program("vim")
    (story / "a b 🚀.txt").write_text("He said on on 31 June 2025.\n", encoding="utf-8")
    found = json.loads(run(SEED, SOURCE, "a b 🚀.txt", "--format", "json").out)
    run(SEED, SOURCE, "a b 🚀.txt", "--format", "flake8", "--every", "--output-file", "report.txt")
    (story / "read.vim").write_text(VIM)
    env = os.environ | {"ERRORFORMAT": FLAKE8[reader]}
    subprocess.run([vim, "-Nu", "NONE", "-i", "NONE", "-es", "-S", "read.vim"], cwd=story, env=env, check=False, timeout=60)
    read = json.loads((story / "read.json").read_text(encoding="utf-8"))
    expected = [(draft["id"], finding) for draft in found for finding in draft["findings"]]
    assert len(expected) > 20
    assert [(one["file"], one["lnum"], one["col"]) for one in read] == [
        (name, one["line"], one["column"]) for name, one in expected
    ]
    for one, (_, finding) in zip(read, expected, strict=True):
        assert one["valid"]
        code = f"{one['type']}{one['nr']}" if reader == "reviewdog" else one["text"].split()[0]
        assert code == finding["code"]
        assert f"{finding['message']} ({finding['rule']})" in one["text"]

"""The formats that other programs read: their documented fields, whatever stands in a draft or its name."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import junitparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import converters, types

from newslint.document import Document, Dossier
from newslint.errors import InputError
from newslint.finding import Finding, Outcome
from newslint.report import Style, github, gitlab, junit, sarif
from newslint.report.places import path as in_project
from newslint.report.sarif import linked
from newslint.spans import Span
from tests.cli.conftest import Run

MACHINES = ("sarif", "junit", "github", "gitlab")
SEEDS = Path(__file__).parents[2] / "seeds"
SEED, SOURCE = "000_009268604145ada5.txt", "003_bc68657364e0548b.txt"
ODD = "a: 100%, naïve 🚀 [x](1) <&>.txt"

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                    "positions": {"type": "object", "required": ["begin", "end"]},
                },
            },
        },
    },
}
"""Code quality as GitLab documents it."""

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:\r\n]*)::(?P<message>[^\r\n]*)")
"""A workflow command: what ends its parts is escaped inside them."""


def command(line: str) -> dict[str, str]:
    """A workflow command as GitHub's runner reads it."""
    found = COMMAND.fullmatch(line)
    assert found, line
    read = dict(pair.split("=", 1) for pair in found["properties"].split(","))
    for escaped, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        read = {key: value.replace(escaped, letter) for key, value in read.items()}
    message = found["message"].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    return {"command": found["name"], **read, "message": message}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A real story with its source, in a folder of its own."""
    for name in (SEED, SOURCE, SEED.replace(".txt", ".sources.yml")):
        (tmp_path / name).write_bytes((SEEDS / name).read_bytes())
    return tmp_path


# --- all of them ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", MACHINES)
def test_a_report_is_the_same_wherever_the_project_lies(name: str, run: Run, desk: Path) -> None:
    first = run("draft.txt", "--format", name)
    assert first.status == 1
    assert str(desk) not in first.out
    assert run("draft.txt", "--format", name).out == first.out
    assert run("./draft.txt", "--format", name).out.replace("./", "") == first.out
    run("draft.txt", "--format", name, "--output-file", "report")
    assert (desk / "report").read_text() == first.out


@pytest.mark.parametrize("name", MACHINES)
def test_a_file_that_could_not_be_read_never_looks_clean(name: str, run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("omega\n")
    done = run("draft.txt", "gone.txt", "--format", name)
    assert done.status == 2
    assert done.err == "newslint: gone.txt: cannot be read: No such file or directory\n"
    assert "gone.txt" in done.out
    assert "cannot be read: No such file or directory" in done.out
    assert "gone.txt" not in run("draft.txt", "--format", name).out


@pytest.mark.parametrize("name", MACHINES)
def test_what_a_graver_finding_speaks_for_is_told_with_it(name: str, run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("beta here.\n\nbeta there.\n\nbeta.\n\nbeta again.\n\nbeta last.\n")
    shown, every = (run("draft.txt", "--format", name, *more).out for more in ((), ("--every",)))
    assert "[2 more, lines 7, 9]" in shown
    assert every.count("was found.") > shown.count("was found.")
    assert "more, lines" not in every


@pytest.mark.parametrize("name", MACHINES)
def test_counts_stay_out_of_what_programs_read(name: str, run: Run, desk: Path) -> None:
    plain, counted = run("draft.txt", "--format", name), run("draft.txt", "--format", name, "--count", "--statistics")
    assert counted.out == plain.out
    assert counted.err.splitlines() == ["1       Z101 The word alpha", "1       Z102 The word beta", "2"]


def test_paths_hang_on_the_folder_of_the_job(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "desk").mkdir()
    monkeypatch.chdir(desk / "desk")
    assert command(run("../draft.txt", "--format", "github").lines[0])["file"] == str(desk / "draft.txt")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        with monkeypatch.context() as patch:
            patch.setenv(variable, str(desk))
            assert in_project("x.txt") == "desk/x.txt"
            assert command(run("../draft.txt", "--format", "github").lines[0])["file"] == "draft.txt"


# --- one by one ------------------------------------------------------------------------------


def test_github(run: Run, desk: Path) -> None:
    (desk / ODD).write_text("\nalpha gamma\n", encoding="utf-8")
    alpha, gamma = map(command, run(ODD, "--format", "github", "--min-severity", "info").lines)
    where = {"file": ODD, "line": "2", "endLine": "2"}
    message = f"{ODD}:2:1: Z101 The word “alpha” was found. (alpha)"
    assert alpha == {"command": "error", **where, "col": "1", "endColumn": "6", "title": "Z101 alpha", "message": message}
    assert gamma["command"] == "notice"
    assert run("draft.txt", "--format", "github", "--ignore", "Z").out == ""


def test_github_gives_no_columns_for_what_spans_lines() -> None:
    told = command(reported(github, "one\ntwo", Span(0, 7)).split("\n")[0])
    assert (told["line"], told["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & set(told)


def test_gitlab(run: Run, desk: Path) -> None:
    (desk / ODD).write_text("alpha beta. alpha beta.\n", encoding="utf-8")
    issues = json.loads(run(ODD, "draft.txt", "--format", "gitlab", "--every").out)
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 6
    assert issues[0] == {
        "description": "Z101 The word “alpha” was found.",
        "check_name": "alpha",
        "fingerprint": issues[0]["fingerprint"],
        "severity": "critical",
        "location": {
            "path": ODD,
            "lines": {"begin": 1, "end": 1},
            "positions": {"begin": {"line": 1, "column": 1}, "end": {"line": 1, "column": 6}},
        },
    }
    assert json.loads(run("draft.txt", "--format", "gitlab", "--ignore", "Z").out) == []


def test_a_fingerprint_for_gitlab_lives_when_lines_move(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("It was alpha beta gamma\n")
    before = json.loads(run("draft.txt", "--format", "gitlab").out)
    (desk / "draft.txt").write_text("Omega.\n\nIt was alpha beta gamma\n")
    after = json.loads(run("draft.txt", "--format", "gitlab").out)
    assert [issue["fingerprint"] for issue in after] == [issue["fingerprint"] for issue in before]
    assert [issue["location"]["lines"]["begin"] for issue in after] == [3, 3]


def test_junit(run: Run, desk: Path, story: Path) -> None:
    (desk / ODD).write_text("alpha \x1b[31m\x07 beta ]]> <b>\n", encoding="utf-8")
    (desk / "clean.txt").write_text("omega\n")
    done = run(ODD, "clean.txt", "gone.txt", "--format", "junit", "--output-file", "junit.xml")
    assert done.status == 2
    odd, clean, unread = junitparser.JUnitXml.fromfile(str(desk / "junit.xml"))
    assert (odd.name, odd.tests, odd.failures, odd.errors) == (ODD, 2, 2, 0)
    first = next(iter(odd))
    assert (first.name, first.classname) == ("Z101 alpha 1:1", ODD)
    assert (first.result[0].message, first.result[0].type) == ("The word “alpha” was found.", "error")
    assert "␛[31m␇" in first.result[0].text
    assert (clean.tests, clean.failures, [case.is_passed for case in clean]) == (1, 0, [True])
    assert (unread.name, unread.errors, next(iter(unread)).name) == ("newslint", 1, "gone.txt")


def test_junit_says_which_rules_did_not_run(run: Run, story: Path) -> None:
    (story / "alone.txt").write_text("The mayor spoke.\n")
    (suite,) = junitparser.JUnitXml.fromstring(run("alone.txt", "--isolated", "--format", "junit").out.encode())
    skipped = [case for case in suite if case.is_skipped]
    assert [case.result[0].message for case in skipped] == ["no sources given"]
    assert "number-unsupported" in skipped[0].result[0].text


def test_lsp_is_what_the_protocol_says(run: Run, story: Path) -> None:
    rows = run(SEED, SOURCE, "--isolated", "--format", "lsp").lines
    converter = converters.get_converter()
    for row in rows:
        raw = json.loads(row)
        params = converter.structure(raw, types.PublishDiagnosticsParams)
        assert len(params.diagnostics) > 10
        again = converter.unstructure(params)
        assert subset(again, raw), "a field that the protocol does not know, or of another type"
    assert any("relatedInformation" in diagnostic for diagnostic in json.loads(rows[0])["diagnostics"])


def subset(known: Any, raw: Any) -> bool:
    """Whether all that was written came back through the protocol's own types."""
    if isinstance(raw, dict):
        return isinstance(known, dict) and all(key in known and subset(known[key], value) for key, value in raw.items())
    if isinstance(raw, list):
        return isinstance(known, list) and len(known) == len(raw) and all(map(subset, known, raw))
    return bool(known == raw)


# --- SARIF -------------------------------------------------------------------------------------


def log(done: Any) -> dict[str, Any]:
    (made,) = json.loads(done.out)["runs"]
    return made


def test_sarif_places_are_those_of_the_file(run: Run, story: Path) -> None:
    made = log(run(SEED, "--isolated", "--format", "sarif"))
    texts = {name: (story / name).read_text(encoding="utf-8") for name in (SEED, SOURCE)}
    places = [place for result in made["results"] for place in (*result["locations"], *result.get("relatedLocations", ()))]
    assert {place["physicalLocation"]["artifactLocation"]["uri"] for place in places} == set(texts)
    for place in (place["physicalLocation"] for place in places):
        text, region = texts[place["artifactLocation"]["uri"]], place["region"]
        start = region["charOffset"]
        words = text[start : start + region["charLength"]]
        assert region.get("snippet", {"text": words})["text"] == words
        before = text[:start].split("\n")
        assert (region["startLine"], region["startColumn"]) == (len(before), len(before[-1]) + 1)
        assert place["artifactLocation"]["uriBaseId"] in made["originalUriBaseIds"]
        assert made["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"] == place["artifactLocation"]["uri"]
        if context := place.get("contextRegion"):
            assert words in context["snippet"]["text"]


def test_sarif_rules_carry_why_and_examples(run: Run, story: Path) -> None:
    made = log(run(SEED, "--isolated", "--format", "sarif"))
    rules = made["tool"]["driver"]["rules"]
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    altered = next(rule for rule in rules if rule["id"] == "Q201")
    assert (altered["name"], altered["properties"]["id"]) == ("QuoteAltered", "quote-altered")
    assert altered["fullDescription"]["text"] in altered["help"]["text"]
    assert "**Reported**" in altered["help"]["markdown"]
    assert {rule["properties"].get("precision") for rule in rules} <= {None, "very-high", "high", "medium", "low"}


def test_sarif_messages_link_to_the_passages(run: Run, story: Path) -> None:
    results = log(run(SEED, "--isolated", "--format", "sarif"))["results"]
    altered = next(result for result in results if result["ruleId"] == "Q201")
    assert f"in [{SOURCE}:4:15](1)" in altered["message"]["text"]
    assert altered["relatedLocations"][0]["id"] == 1
    for result in results:
        ids = {int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])}
        assert ids == {place["id"] for place in result.get("relatedLocations", ())}


@pytest.mark.parametrize(
    ("message", "links", "expected"),
    [
        ("10 here, 12 in a.txt:1:5", [("a.txt:1:5", 1)], "10 here, 12 in [a.txt:1:5](1)"),
        ("10 here", [("line 5", 1)], "10 here (See [line 5](1).)"),
        ("a.txt:1:50 and a.txt:1:5.", [("a.txt:1:5", 1)], "a.txt:1:50 and [a.txt:1:5](1)."),
        ("in a.txt:1:5", [("a.txt:1:5", 1), ("a.txt:1:5", 2)], "in [a.txt:1:5](1) (See [a.txt:1:5](2).)"),
        ("“[sic](2)” [2 more]", [], r"“\[sic](2)” [2 more]"),
    ],
)
def test_links_stand_where_the_message_names_the_place(message: str, links: list[tuple[str, int]], expected: str) -> None:
    assert linked(message, links) == expected


def test_sarif_carries_fixes_that_change_no_fact(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text("🚀 The the mayor  spoke.\n\nIt rose by 5 percent percent.\n", encoding="utf-8")
    found = json.loads(run("draft.txt", "--isolated", "--format", "json").out)[0]["findings"]
    results = log(run("draft.txt", "--isolated", "--format", "sarif", "--every"))["results"]
    safe = {finding["fingerprint"]: finding["fix"] for finding in found if finding["fix"] and finding["fix"]["safe"]}
    assert safe
    for result in results:
        fix = safe.get(result["partialFingerprints"]["newslint/v1"])
        assert bool(fix) == ("fixes" in result)
        for edit, new in zip(fix["edits"], result["fixes"][0]["artifactChanges"][0]["replacements"], strict=True) if fix else ():
            region = new["deletedRegion"]
            assert (region["charOffset"], region["charLength"]) == (edit["start"], edit["end"] - edit["start"])
            assert new.get("insertedContent", {"text": ""})["text"] == edit["text"]


def test_sarif_tells_what_did_not_run_and_what_is_wrong_with_the_settings(run: Run, desk: Path) -> None:
    (desk / "rules" / "broken.yaml").write_text("id: broken\ncode: Z999\n")
    (invocation,) = log(run("draft.txt", "gone.txt", "--format", "sarif"))["invocations"]
    assert invocation["executionSuccessful"] is False
    (unread,) = invocation["toolExecutionNotifications"]
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "gone.txt"
    assert invocation["toolConfigurationNotifications"][0]["level"] == "error"
    alone = log(run("draft.txt", "--isolated", "--format", "sarif"))["invocations"][0]
    assert alone["executionSuccessful"] is True
    assert alone["toolExecutionNotifications"][0]["message"]["text"].startswith("Did not run, no sources given: ")


# --- whatever is written -------------------------------------------------------------------------


def reported(form: Any, text: str, span: Span, name: str = "draft.txt", message: str = "") -> str:
    draft = Document(name, text)
    finding = Finding("some-rule", "Z101", "warning", "high", span, message or span.of(text) or "here", fingerprint="0" * 16)
    outcome = Outcome(Dossier.of(draft, (), makers={}), (finding,), crashed=(("other-rule", message),))
    out = io.StringIO()
    form.report([outcome], out, Style(faults=(InputError(message or "gone", path=name),)))
    return out.getvalue()


TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n\t\x00\x1b\x1f\ufffe\ud800%:,;<>&]['\"🚀")), max_size=30)
NAMES = TEXTS.filter(lambda name: name.strip("\x00") and "\x00" not in name and "/" not in name)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(bool), NAMES, TEXTS, st.data())
def test_every_report_is_well_formed_whatever_is_in_it(text: str, name: str, message: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    made = {form: reported(form, text, span, name, message) for form in (github, gitlab, junit, sarif)}
    finding, crash, fault = (command(line) for line in made[github].split("\n")[:-1])
    assert (finding["title"], crash["title"], fault["title"]) == ("Z101 some-rule", "other-rule", "newslint")
    jsonschema.validate(json.loads(made[gitlab]), GITLAB)
    (result,) = json.loads(made[sarif])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["charOffset"] == start
    root = ElementTree.fromstring(made[junit].encode("utf-8"))
    assert [len(root.findall(f".//{how}")) for how in ("failure", "error")] == [1, 2]

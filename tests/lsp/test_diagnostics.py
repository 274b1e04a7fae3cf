"""What is squiggled in an editor, and what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lsprotocol.converters import get_converter
from lsprotocol.types import PublishDiagnosticsParams

from newslint.finding import Outcome
from newslint.report import Style
from newslint.report.lsp import params, report
from tests.lsp.views import view

DRAFT = """\
The council spent $40 million on the bridge over the Tarn.

A farmer in Orlo has sold 14 steam engines to the museum of clocks.
"""
SOURCE = "\r\nThe 😋 council spent $35 million on the bridge over the Tarn.\n"


DAYS = ["first", "second", "third", "fourth", "last"]


def shown(outcome: Outcome, **more: Any) -> list[dict[str, Any]]:
    made = params(outcome, **more)
    get_converter().structure(made, PublishDiagnosticsParams)
    return list(made["diagnostics"])


def test_a_finding_points_into_its_source_with_both_wordings() -> None:
    found = shown(view(DRAFT, select="N201", paper=SOURCE).outcome)
    related = found[0]["relatedInformation"]
    assert [one["message"] for one in related] == ["“$35 million” in paper.txt; here “$40 million”"]
    where = related[0]["location"]
    assert where["uri"] == "file:///desk/paper.txt"
    assert where["range"] == {"start": {"line": 1, "character": 21}, "end": {"line": 1, "character": 32}}


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 23), ("utf-16", 21), ("utf-32", 20)])
def test_places_in_sources_are_counted_as_the_client_counts(encoding: str, start: int) -> None:
    found = shown(view(DRAFT, select="N201", paper=SOURCE).outcome, encoding=encoding)
    assert found[0]["relatedInformation"][0]["location"]["range"]["start"]["character"] == start


def test_a_source_that_no_editor_can_show_is_opened_at_its_beginning() -> None:
    outcome = view(DRAFT, select="N201", paper=SOURCE).outcome
    source = outcome.dossier.sources[0]
    packed = replace(source, doc=replace(source.doc, path=Path("/desk/paper.docx")))
    found = shown(replace(outcome, dossier=replace(outcome.dossier, sources=(packed,))))
    where = found[0]["relatedInformation"][0]["location"]
    assert where["uri"] == "file:///desk/paper.docx"
    assert where["range"] == {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


def test_one_fault_is_one_squiggle() -> None:
    outcome = view(DRAFT, select="N202 S111", paper=SOURCE).outcome
    assert {one.code for one in outcome.findings} == {"N202", "S111"}
    assert [one["code"] for one in shown(outcome)] == ["S111"]
    assert len(shown(outcome, style=Style(every=True))) == len(outcome.findings)


def test_repeats_are_named_where_the_last_is_told() -> None:
    made = view("\n\n".join(f"It was the the {day} day." for day in DAYS) + "\n", select="T108")
    found = shown(made.outcome)
    assert len(made.outcome.findings) == 5
    assert [one["range"]["start"]["line"] for one in found] == [0, 2, 4]
    assert found[2]["message"].endswith("[2 more, lines 7, 9]")
    related = found[2]["relatedInformation"]
    assert [one["location"]["range"]["start"]["line"] for one in related] == [6, 8]
    assert {one["location"]["uri"] for one in related} == {"file:///desk/draft.txt"}


def test_every_code_leads_to_its_page() -> None:
    found = shown(view(DRAFT, select="N201", paper=SOURCE).outcome)
    assert found[0]["codeDescription"]["href"].endswith("/number-differs-from-source.md")


UNNECESSARY = (
    ("T108", "It was the the end.", [1]),
    ("T108", "It was [TK] the end.", None),
    ("T104", "It was - at last - the end. It is - not – so.", None),
    ("T101", "The bridge is shut.\n\nSign up to our newsletter\n", [1]),
)


@pytest.mark.parametrize(("code", "text", "tags"), UNNECESSARY)
def test_what_should_go_is_faded(code: str, text: str, tags: list[int] | None) -> None:
    found = shown(view(text, select=code).outcome)
    assert found
    assert {tuple(one.get("tags", ())) for one in found} == {tuple(tags or ())}


def test_what_is_merely_noted_is_no_warning() -> None:
    outcome = view("It has 300  lamps.", select="T108").outcome
    assert [one["severity"] for one in shown(outcome)] == [3]


def test_the_report_is_the_same() -> None:
    outcome = view(DRAFT, select="N202 S111", paper=SOURCE).outcome
    for every in (False, True):
        out = StringIO()
        report([outcome], out, Style(every=every))
        assert json.loads(out.getvalue())["diagnostics"] == shown(outcome, style=Style(every=every))

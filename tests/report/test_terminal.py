"""The report for people at a terminal: what fits, what is marked, what is said last."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document import Dossier, Source
from newslint.finding import Evidence, Finding, Fix, Outcome
from newslint.linter import Linter
from newslint.report import Style
from newslint.report.terminal import report
from newslint.spans import Span
from tests.conftest import Read
from tests.report.conftest import Check
from tests.view.conftest import LETTERS

ESCAPES = re.compile(r"\x1b\[[\d;]*m")
UNDERLINED = re.compile(r"\x1b\[[\d;]*\b4(?:;\d+)*m([^\x1b]*)\x1b\[0m")


def shown(monkeypatch: pytest.MonkeyPatch, *outcomes: Outcome, width: int = 80, **style: bool) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    report(outcomes, out, Style(**style))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(check: Check, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    lines = shown(monkeypatch, check(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines if "says why" not in line and "shows what" not in line)


def test_what_differs_is_underlined_in_both_wordings(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    told = UNDERLINED.findall(shown(monkeypatch, check(), color=True, width=120))
    assert {"5", "3"} <= set(told)


def test_without_colour_signs_tell_what_was_found(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(monkeypatch, check(), width=120)
    assert "\x1b" not in told
    assert "The harbour earns the town ‹$5 million› a year" in told
    assert "The harbour earns the town ‹$3 million› a year." in " ".join(told.split())
    assert re.search(r"^\d+:\d+ +[■▲○] N201  ", told, re.MULTILINE)


def test_findings_of_the_same_words_show_them_once(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = Dossier(read("The mill closed.\n"), (), makers={})
    one = Finding("a-rule", "Z101", "warning", "high", Span(4, 8), "One.", fingerprint="f")
    told = shown(monkeypatch, Outcome(dossier, (one, replace(one, code="Z102", message="Two.", severity="info"))))
    assert told.splitlines() == [
        "draft.txt", "1:5     ▲ Z101  One.  a-rule", "        The ‹mill› closed.", "1:5     ○ Z102  Two.  a-rule", "",
        "1 warning, 1 note", "newslint explain Z101 says why; --explain shows what each rests on; --format ", "html makes a page",
    ]  # fmt: skip


def test_the_last_words_name_the_next_step(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = Dossier(read("The mill closed.\n"), (), makers={})
    warning = Finding("a-rule", "Z101", "warning", "high", Span(4, 8), "One.", fingerprint="f", fix=Fix((), "Mend it", safe=True))
    outcome = Outcome(dossier, (warning, replace(warning, code="Z102", severity="error", span=Span(9, 15), fix=None)))
    told = shown(monkeypatch, outcome, width=120)
    assert "1 error, 1 warning; 1 can be mended with --fix\n" in told
    assert "newslint explain Z102 says why" in told.splitlines()[-1]
    assert shown(monkeypatch, Outcome(dossier)) == "Nothing to report\n"


def test_a_long_passage_is_cut_and_its_beginning_and_place_stay(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The mill " + "word " * 400 + "closed.\n"
    finding = Finding("a-rule", "Z101", "warning", "high", Span(0, len(text) - 1), "Long.")
    lines = shown(monkeypatch, Outcome(Dossier(read(text), (), makers={}), (finding,))).splitlines()
    assert lines[2].startswith("        ‹The mill word")
    assert len(lines) < 12


PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@settings(max_examples=40, deadline=None)
@given(text=LETTERS, other=LETTERS, here=PLACES, there=PLACES, color=st.booleans())
def test_nothing_in_a_text_steers_the_terminal(
    text: str, other: str, here: Span, there: Span, color: bool, read: Read, linter: Linter
) -> None:
    draft, source = (read(one.replace("\0", "")) for one in (text, other))
    span, place = (
        Span(min(one.start, len(doc.text)), min(one.end, len(doc.text))) for one, doc in ((here, draft), (there, source))
    )
    finding = Finding("a-rule", "Z101", "warning", "high", span, text, (Evidence("s", place, other),), Fix((), text))
    out = io.StringIO()
    report([Outcome(Dossier(draft, (Source(source, "s"),), makers=linter.makers), (finding,))], out, Style(color=color))
    told = ESCAPES.sub("", out.getvalue()) if color else out.getvalue()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)

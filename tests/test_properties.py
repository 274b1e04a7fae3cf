"""What holds for every text, whatever is in it."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.document import Document, Dossier, Source
from newslint.inspection import inspection
from newslint.linter import Linter
from newslint.mentions import Name, Token
from newslint.report import Style
from newslint.report import flake8 as flake8_report
from newslint.report.json import as_dict

PIECES = [
    "The minister said on Friday", "“We will", "rebuild”", '"never"', "he said.", "More than 15,000 troops", "were killed", "in June 2024",
    "£4.5m", "reportedly", "possibly", "12 per cent", "of the", "KCNA", "Kim Jong-un", "Kim Jong Un", "31 June", "Monday 12 August 2025",
    "TK", "the the", "Read more", "is interesting", "according to reports", "no details were given", "’", "—", "😀", "\u00a0", "\t", "'90s",
    "newslint: ignore[D101] why", "<!-- newslint: ignore[H] -->", "---", "- item", "# Head", "> quoted", "&amp;", "<p>", "</p>", "5'11\"", "…",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\r\n", " ", ". "]), max_size=40).map(" ".join) | st.text(max_size=80)
WIDE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def parse(text: str, suffix: str, linter: Linter) -> Document:
    return linter.parse(Path(f"draft{suffix}"), text.encode("utf-8", "replace"), published=dt.date(2025, 8, 15))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@WIDE
@given(text=TEXTS)
def test_layers_lie_in_the_text_in_order(linter: Linter, suffix: str, text: str) -> None:
    doc = parse(text.replace("\0", ""), suffix, linter)
    assert len(doc.prose) == len(doc.text)
    doc = doc.reading
    for kind in linter.makers:
        if kind in (Token, Name) or not hasattr(kind, "start"):
            continue
        if kind.__module__.startswith("newslint.comparisons") or kind.__name__ == "Entity":  # of a dossier; of the model
            continue
        spans = [mention.span for mention in doc.all(kind)]
        assert all(0 <= span.start <= span.end <= len(doc.text) for span in spans), kind
        assert [span.start for span in spans] == sorted(span.start for span in spans), kind


@WIDE
@given(text=TEXTS, other=TEXTS)
def test_findings_quote_the_text_they_stand_in(linter: Linter, text: str, other: str) -> None:
    draft, source = parse(text.replace("\0", ""), ".txt", linter), parse(other.replace("\0", ""), ".txt", linter)
    rules = [rule for rule in linter.rules if rule.id != "name-variant"]  # may load the model
    outcome = linter.check(Dossier(draft, (Source(source, "s"),), makers=linter.makers), rules=rules, strict=True)
    shown = as_dict(outcome)
    for finding in shown["findings"]:
        assert finding["text"] == draft.text[finding["start"] : finding["end"]]
        assert "\n" not in finding["message"]
        for evidence in finding["evidence"]:
            text_of = source.text if evidence["source"] else draft.text
            assert evidence["text"] == text_of[evidence["start"] : evidence["end"]]
    assert json.loads(json.dumps(shown)) == shown
    again = linter.check(
        Dossier(parse(text.replace("\0", ""), ".txt", linter), (Source(source, "s"),), makers=linter.makers), rules=rules
    )
    assert again.findings == outcome.findings
    lines = io.StringIO()
    flake8_report.report([outcome], lines, Style(show_source=True))
    assert lines.getvalue().count("(") >= len(outcome.told)


@WIDE
@given(text=TEXTS)
def test_a_draft_agrees_with_itself(linter: Linter, text: str) -> None:
    doc = parse(text.replace("\0", ""), ".txt", linter)
    compared = [rule for rule in linter.rules if rule.check.compares() and rule.id != "close-copy"]  # which it is
    outcome = linter.check(Dossier(doc, (Source(doc, "itself"),), makers=linter.makers), rules=compared, strict=True)
    assert outcome.findings == ()


def test_inspection_gives_words_as_they_stand(linter: Linter) -> None:
    story = Path(__file__).parents[1] / "seeds" / "003_bc68657364e0548b.txt"
    doc = linter.read(story)
    seen = inspection(doc)
    assert set(seen) == {
        "id", "published", "language", "blocks", "sentences", "dates", "quantities", "quotes", "attributions", "names", "hedges", "claims",
        "clauses", "links",
    }  # fmt: skip
    for layer in seen.values():
        for item in layer if isinstance(layer, list) else ():
            for part in (item, *(value for value in item.values() if isinstance(value, dict))):
                if "text" in part:
                    assert part["text"] == doc.text[part["start"] : part["end"]]
    assert {name["text"] for name in seen["names"]} >= {"Vladimir Putin", "Donald Trump"}

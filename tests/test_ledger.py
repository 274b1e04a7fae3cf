"""The ledger as plain values: what it counts, where its places are, whose word the sources take."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.document import Document, Dossier, Source
from newslint.finding import IN_NO_SOURCE, Evidence, Finding, Outcome
from newslint.ledger import VERDICTS, asked, ledger
from newslint.linter import Linter
from newslint.spans import Span
from tests.conftest import Read

DRAFT = """# Harbour at Brack shut

The harbour at *Brack* was closed on **Monday** after a [vessel](https://example.org) ran aground &amp; sank. The harbour earns the
town $5 million a year.

Farmers drove tractors through the capital.
"""
WIRE = "The harbour at Brack was closed on Monday after a fishing vessel ran aground and sank, Reuters reported.\n"
COUNCIL = "# Notice\n\nThe harbour earns the *town* $3 million a year.\n"


@pytest.fixture
def rows(read: Read, linter: Linter) -> dict[str, Any]:
    sources = (
        Source(read(WIRE, name="wire.txt", published="2025-08-05"), "wire", outlet="The Gazette"),
        Source(read(COUNCIL, name="council.md"), "council", kind="press-release"),
        Source(read("Whales were painted in the museum.", name="museum.txt"), "museum", kind="archive"),
    )
    return held_against(linter, read(DRAFT, name="draft.md", published="2025-08-06"), *sources)


def held_against(linter: Linter, draft: Document, *sources: Source) -> dict[str, Any]:
    """The ledger with what the shipped rules find."""
    return ledger(linter.check(Dossier(draft, sources, makers=linter.makers), rules=asked(linter.active("")), strict=True))


def places(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value:
            yield value
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from places(one)


def test_it_counts_its_sentences(rows: dict[str, Any]) -> None:
    found = Counter(sentence["verdict"] for sentence in rows["sentences"])
    assert rows["counts"] == {"sentences": 4} | {verdict: found[verdict] for verdict in VERDICTS}
    assert [sentence["verdict"] for sentence in rows["sentences"]] == ["supported", "differs", "differs", "unsupported"]
    assert {piece["code"] for piece in rows["sentences"][1]["pieces"] if piece["code"]} == {"A201"}  # Reuters is left out


def test_every_place_is_one_in_the_file(rows: dict[str, Any]) -> None:
    texts = {None: DRAFT, "wire": WIRE, "council": COUNCIL}
    found = list(places(rows["sentences"]))
    assert len(found) > 10
    for place in found:
        text = texts[place.get("source")]
        assert place["text"] == text[place["start"] : place["end"]]
        assert (place["line"], place["column"]) == _position(text, place["start"])


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def test_a_sentence_with_its_passage_and_both_wordings(rows: dict[str, Any]) -> None:
    sentence = rows["sentences"][2]
    (piece,) = [piece for piece in sentence["pieces"] if piece["kind"] == "figure"]
    assert (piece["text"], piece["verdict"]) == ("$5 million", "differs")
    assert (piece["passage"]["source"], piece["passage"]["text"]) == ("council", "$3 million")
    assert sentence["passages"][0]["text"] == "The harbour earns the *town* $3 million a year."
    assert sentence["grounds"][0]["what"].startswith("the passages have harbour, earns")


def test_what_the_sources_are_and_whether_they_are_used(rows: dict[str, Any]) -> None:
    assert [(source["id"], source["name"], source["kind"], source["sentences"]) for source in rows["sources"]] == [
        ("wire", "wire.txt", "outlet", 2),
        ("council", "council.md", "press-release", 1),
        ("museum", "museum.txt", "archive", 0),
    ]
    assert rows["sources"][0]["outlet"] == "The Gazette"
    assert rows["sources"][0]["published"] == "2025-08-05"
    assert "Reuters" in rows["sources"][0]["roots"]
    assert "Reuters" in [origin["name"] for origin in rows["origins"]]


def test_credited_outlets_that_nobody_supplied(read: Read, linter: Linter) -> None:
    draft = read("The harbour was closed on Monday, Reuters reported.\n")
    rows = held_against(linter, draft, Source(read(COUNCIL), "council"))
    assert [(credit["name"], credit["line"], credit["text"]) for credit in rows["credited"]] == [("Reuters", 1, "Reuters")]


def test_without_sources_there_is_nothing_to_say(read: Read, linter: Linter) -> None:
    rows = held_against(linter, read(DRAFT))
    assert rows["sources"] == rows["sentences"] == rows["origins"] == []
    assert rows["counts"]["sentences"] == 0


def test_it_goes_through_json(rows: dict[str, Any]) -> None:
    assert json.loads(json.dumps(rows)) == rows


def test_without_a_finding_no_model_is_loaded(read: Read, linter: Linter) -> None:
    from newslint.mentions import Entity, Name, Token

    draft, source = read(DRAFT, name="draft.md"), read(WIRE)
    ledger(Outcome(Dossier(draft, (Source(source, "wire"),), makers=linter.makers)))
    assert not {Name, Token, Entity} & {*draft.reading._made, *source.reading._made}


@pytest.mark.parametrize(
    ("sentence", "source", "verdict", "code"),
    [
        # how far the law has got
        ("Otto Brandt has been convicted of arson.", "Otto Brandt was arrested on suspicion of arson.", "differs", "L201"),
        ("Otto Brandt was arrested on suspicion of arson.", "Otto Brandt was arrested on suspicion of arson.", "supported", None),
        # whose words they are
        ("“The quay is safe and dry,” said Otto Brandt.", "“The quay is safe and dry,” said Nora Lind. Otto Brandt left.", "differs", "Q203"),
        ("“The quay is safe and dry,” said Otto Brandt.", "“The quay is safe and dry,” said Otto Brandt. Nora Lind left.", "supported", None),
        # how sure
        ("A lamp caused the fire on the quay.", "A lamp may have caused the fire on the quay.", "differs", "H201"),
        ("A lamp may have caused the fire on the quay.", "A lamp may have caused the fire on the quay.", "supported", None),
        # one thing in no source
        ("The harbour at Brack, 84 years old, was closed after a vessel ran aground.", "The harbour at Brack was closed after a vessel ran aground.", "partly", "N202"),
        ("Whales were painted.", "The harbour at Brack was closed.", "unsupported", None),
    ],
)  # fmt: skip
def test_what_check_reports_is_not_supported(
    sentence: str, source: str, verdict: str, code: str | None, read: Read, linter: Linter
) -> None:
    rows = held_against(linter, read(f"{sentence}\n"), Source(read(f"{source}\n"), "wire"))
    (row,) = rows["sentences"]
    assert row["verdict"] == verdict, row["pieces"]
    told = [(piece["code"], piece["message"]) for piece in row["pieces"] if piece["code"]]
    assert [code for code, _ in told] == ([code] if code else [])
    assert all(message for _, message in told)


SEEDS = [path.with_suffix("").with_suffix(".txt") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.sources.yml"))]


@pytest.mark.parametrize("story", SEEDS, ids=lambda path: path.stem)
def test_the_ledger_and_check_never_disagree(story: Path, linter: Linter) -> None:
    dossier, _ = linter.dossier(linter.read(story))
    found = [one for one in linter.check(dossier).findings if one.code in {rule.code for rule in asked(linter.active(""))}]
    sentences = ledger(linter.check(dossier, rules=asked(linter.active(""))))["sentences"]
    assert found
    for finding in found:
        row = next(row for row in sentences if row["start"] <= finding.span.start < row["end"])
        assert (finding.code, finding.message) in [(piece["code"], piece["message"]) for piece in row["pieces"]]
        assert row["verdict"] in (("partly", "differs", "unsupported") if finding.code in IN_NO_SOURCE else ("differs",))


def test_a_finding_joins_its_piece_or_is_one(read: Read, linter: Linter, rows: dict[str, Any]) -> None:
    (figure,) = [piece for piece in rows["sentences"][2]["pieces"] if piece["code"]]
    assert (figure["kind"], figure["code"], figure["text"]) == ("figure", "N201", "$5 million")
    assert "$3 million" in figure["message"]
    text, source = "A lamp caused the fire on the quay.\n", "A lamp may have caused the fire on the quay.\n"
    (row,) = held_against(linter, read(text), Source(read(source), "wire"))["sentences"]
    (piece,) = [piece for piece in row["pieces"] if piece["kind"] == "finding"]
    assert (piece["verdict"], piece["code"], piece["passage"]["source"]) == ("differs", "H201", "wire")


@pytest.mark.parametrize(
    ("code", "severity", "evidence", "verdict"),
    [
        ("N201", "warning", "wire", "differs"),
        ("N201", "info", "wire", "supported"),  # a note, which reports hide too
        ("N202", "warning", "wire", "partly"),  # the same figure for something else
        ("N202", "error", "", "partly"),
        ("N101", "warning", "", "supported"),  # of the draft alone
        ("S106", "warning", "wire", "supported"),  # of the sources as a whole
    ],
)
def test_which_findings_count(code: str, severity: Any, evidence: str, verdict: str, read: Read, linter: Linter) -> None:
    text = "The harbour at Brack was closed after a vessel ran aground.\n"
    found = Finding("rule", code, severity, "high", Span(4, 11), "Said.", (Evidence("wire", Span(4, 11)),) if evidence else ())
    dossier = Dossier(read(text), (Source(read(text), "wire"),), makers=linter.makers)
    rows = ledger(Outcome(dossier, (found,)))
    assert [row["verdict"] for row in rows["sentences"]] == [verdict]
    assert rows["counts"][verdict] == 1


def test_people_named_together_are_missing_each_in_their_sentence(read: Read, linter: Linter) -> None:
    text = "The harbour at Brack was closed.\n\nThe harbour at Brack was closed.\n"
    second = text.rindex("harbour")
    found = Finding("rule", "P202", "warning", "high", Span(4, 11), "Two.", (Evidence(None, Span(second, second + 7)),))
    dossier = Dossier(read(text), (Source(read(text), "wire"),), makers=linter.makers)
    rows = ledger(Outcome(dossier, (found,)))
    assert [row["verdict"] for row in rows["sentences"]] == ["partly", "partly"]
    assert [[piece["message"] for piece in row["pieces"] if piece["code"]] for row in rows["sentences"]] == [["Two."], [None]]


def test_a_rule_that_broke_off_is_named(read: Read, linter: Linter) -> None:
    rows = ledger(Outcome(Dossier(read(DRAFT), makers=linter.makers), crashed=(("some-rule", "why"),)))
    assert rows["crashed"] == [{"rule": "some-rule", "reason": "why"}]


def test_the_rules_that_are_asked_compare_what_a_sentence_says(linter: Linter) -> None:
    codes = {rule.code for rule in asked(linter.active(""))}
    assert {"N201", "N202", "D201", "D202", "P201", "P202", "Q201", "Q202", "Q203", "A201", "H201", "H203", "L201"} <= codes
    assert not {code for code in codes if code[0] in "SRTWX"}

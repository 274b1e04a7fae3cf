"""The ledger as plain values: what it counts, where its places are, whose word the sources take."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from newslint.document import Dossier, Source
from newslint.ledger import VERDICTS, ledger
from newslint.linter import Linter
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
    return ledger(Dossier(read(DRAFT, name="draft.md", published="2025-08-06"), sources, makers=linter.makers))


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
    assert [sentence["verdict"] for sentence in rows["sentences"]] == ["supported", "supported", "differs", "unsupported"]


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
    rows = ledger(Dossier(draft, (Source(read(COUNCIL), "council"),), makers=linter.makers))
    assert [(credit["name"], credit["line"], credit["text"]) for credit in rows["credited"]] == [("Reuters", 1, "Reuters")]


def test_without_sources_there_is_nothing_to_say(read: Read, linter: Linter) -> None:
    rows = ledger(Dossier(read(DRAFT), (), makers=linter.makers))
    assert rows["sources"] == rows["sentences"] == rows["origins"] == []
    assert rows["counts"]["sentences"] == 0


def test_it_goes_through_json(rows: dict[str, Any]) -> None:
    assert json.loads(json.dumps(rows)) == rows


def test_no_model_is_loaded(read: Read, linter: Linter) -> None:
    from newslint.mentions import Entity, Name, Token

    draft, source = read(DRAFT, name="draft.md"), read(WIRE)
    ledger(Dossier(draft, (Source(source, "wire"),), makers=linter.makers))
    assert not {Name, Token, Entity} & {*draft.reading._made, *source.reading._made}

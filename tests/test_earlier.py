"""What of an earlier story is held against a draft, and what is passed over."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.document import Dossier, Source
from newslint.finding import Finding
from newslint.linter import Linter

STORY = """\
Two men die in fire at Leith Dock

A fire at Leith Dock killed two men on Monday, the harbour police said. The dock, which opened in 1931, was closed.

Inspector Ann Carruthers of the harbour police said that the cause was not known. “We shall look at every inch of that warehouse
before anybody goes back to work,” she said. The warehouse at Leith Dock holds 430 tonnes of coffee, its owner said.
"""


@cache
def linter() -> Linter:
    return Linter.made(Config(), third_party=False)


def found(draft: str, story: str = STORY, *, published: str = "2025-07-03", earlier: str = "2025-07-01") -> list[Finding]:
    texts = linter().parse(Path("d.txt"), draft.encode()), linter().parse(Path("s.txt"), story.encode())
    days = (dt.date.fromisoformat(day) if day else None for day in (published, earlier))
    doc, old = (text.named(name, day) for text, name, day in zip(texts, ("draft", "fire"), days, strict=True))
    dossier = Dossier.of(doc, [Source(old, "fire", "archive")], makers=linter().makers)
    rules = [rule for rule in linter().active("draft") if rule.check.compares()]
    return list(linter().check(dossier, rules=rules, strict=True).findings)


@pytest.mark.parametrize(
    ("draft", "code", "words"),
    [
        ("A fire at Leith Dock killed two men on Tuesday, the harbour police said.", "D201", "Tuesday"),
        ("There was a fire at Leith Dock. The dock, which opened in 1913, was closed.", "D201", "1913"),
        ("The warehouse at Leith Dock holds 340 tonnes of coffee, its owner said.", "N201", "340"),
        ("“We shall look at every corner of that warehouse before anybody goes back to work,” she said.", "Q201", "corner"),
        ("Inspector Ann Carurthers of the harbour police said that arson was likely.", "P201", "Carurthers"),
    ],
)
def test_what_is_told_otherwise(draft: str, code: str, words: str) -> None:
    (finding,) = found(draft)
    assert (finding.code, words in finding.span.of(draft)) == (code, True)
    assert "your own story of 1 July 2025, “Two men die in fire at Leith Dock” (fire:" in finding.message


@pytest.mark.parametrize(
    "draft",
    [
        "A fire at Leith Dock killed two men on Monday, the harbour police said.",
        "A fire at Leith Dock killed 19 men on Monday, the harbour police said.",  # the toll has risen
        "A fire at Leith Dock killed two men on Wednesday, the harbour police said.",  # after the story had appeared
        "A fire at Granton Mill killed nine men on Monday, the harbour police said.",  # another fire
        "The warehouse at Leith Dock holds 520 tonnes of coffee, its owner said.",  # more has come since
        "The warehouse at Granton Mill holds 340 tonnes of coffee, its owner said.",  # another warehouse
        "Chief Inspector Ann Carruthers of the harbour police said that arson was likely.",  # her title has changed
        "The harbour police have ruled out arson, and the dock opens again on Friday.",
        "Sales of coffee rose by 8% this year, traders said.",  # nothing of it is there: no reason to say so
        "“It was a terrible night for all of us,” said Ben Poe, whose boat lay there.",
        "A year ago a fire at Leith Dock killed two men.",
        "A fire at Leith Dock killed two men last week, the harbour police said.",  # less exact, and perhaps another happening
    ],
)
def test_what_is_passed_over(draft: str) -> None:
    assert found(draft) == []


def test_an_anniversary() -> None:
    assert found("A fire at Leith Dock killed two men on 30 June 2025, the harbour police said.", published="2026-06-30") == []
    (finding,) = found(
        "A fire at Leith Dock killed two men on 30 July 2025, the police said.",
        published="2026-07-30",
        earlier="2025-08-01",
        story=STORY.replace("on Monday", "on 29 July 2025"),
    )
    assert finding.code == "D201"


def test_a_weekday_that_both_name() -> None:
    """A wrong guess at which Monday was meant is the linter's fault, not the draft's."""
    draft, story = "John Roe called the police in Leith on Monday.", "John Roe will call the police in Leith on Monday."
    assert found(draft, f"The police in Leith said that {story}", published="2025-07-02") == []


def test_a_column_may_quote_the_old_story() -> None:
    draft = "“A fire at Leith Dock killed two men on Monday, the harbour police said,” we wrote last week. It was more than that."
    assert found(draft, published="2025-07-08") == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("convicted of", "acquitted of", True),
        ("charged with", "arrested for", False),
        ("convicted of", "charged with", False),
        ("said to have pleaded not guilty to", "said to have pleaded guilty to", True),
        ("said to have pleaded guilty to", "said to have pleaded not guilty to", False),
    ],
)
def test_a_case_goes_on(ours: str, theirs: str, told: bool) -> None:
    seen = found(f"John Roe was {ours} fraud.", f"John Roe was {theirs} fraud.")
    assert [(one.code, one.severity) for one in seen] == ([("L201", "warning")] if told else [])


def test_what_the_story_told_in_its_own_words_is_no_quotation() -> None:
    draft = "“The cause of the fire at the dock was not known to anybody,” said Ben Poe of the harbour police."
    told = "The cause of the fire at the dock is not known to anybody"
    assert found(draft, f"There was a fire at Leith Dock. {told}, the harbour police said.") == []
    assert [one.code for one in found(draft, f"There was a fire at Leith Dock. “{told},” the harbour police said.")] == ["Q201"]


def test_a_story_without_a_day() -> None:
    (finding,) = found("The warehouse at Leith Dock holds 340 tonnes of coffee, its owner said.", earlier="")
    assert "in an earlier story of your own, “Two men die in fire at Leith Dock” (fire:" in finding.message


def test_it_is_nothing_that_a_draft_rests_on() -> None:
    """By itself it would make everything "unsupported" that is new."""
    draft = linter().parse(Path("draft.txt"), b"Ferries to Burntisland carried 12,431 people on Sunday.")
    old = Source(linter().parse(Path("s.txt"), STORY.encode()), "fire", "archive")
    outcome = linter().check(Dossier.of(draft, [old], makers=linter().makers))
    assert ("number-unsupported", "no sources given but earlier stories") in outcome.skipped
    assert not [one for one in outcome.findings if one.evidence]

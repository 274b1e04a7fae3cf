"""Facts that the desk has confirmed: what they silence, how they are written down, what is said of faults."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import confirmed
from newslint.config import Config
from newslint.confirmed import Fact
from newslint.document import Document
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.keys import Keys
from newslint.linter import Linter
from newslint.run.session import Session
from newslint.spans import Span
from newslint.suppress import confirmed as answered

DAY = dt.date(2025, 8, 15)
TEXT = "Around 15,000 soldiers went. The ministry had said 15,000.\n\nKim Jong-un praised them.\n"


def finding(doc: Document, words: str, rule: str = "N201", nth: int = 0) -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(words, at + 1)
    return Finding("number-differs-from-source", rule, "warning", "high", Span(at, at + len(words)), "it differs")


@pytest.fixture
def doc(tmp_path: Path, linter: Linter) -> Document:
    draft = tmp_path / "stories" / "draft.txt"
    draft.parent.mkdir()
    draft.write_text(TEXT)
    return linter.read(draft)


@pytest.mark.parametrize(
    ("fact", "silent"),
    [
        ({}, True),
        ({"words": "15,000"}, True),
        ({"words": "Around  15,000\nsoldiers"}, True),
        ({"words": "about Around 15,000 soldiers"}, False),
        ({"words": "Around 15,000 horses"}, False),
        ({"words": "5,000"}, False),
        ({"words": "15"}, False),
        ({"words": "Around"}, True),
        ({"rule": ("number-differs-from-source",)}, True),
        ({"rule": ("N202", "N201")}, True),
        ({"rule": ("N2",)}, False),
        ({"rule": ("n201",)}, False),
        ({"until": DAY}, True),
        ({"when": DAY - dt.timedelta(2), "until": DAY - dt.timedelta(1)}, False),
        ({"sentence": "Around 15,000 soldiers went."}, True),
        ({"sentence": "The ministry had said 15,000."}, False),
    ],
)
def test_what_a_fact_answers(fact: dict[str, object], silent: bool, doc: Document) -> None:
    one = replace(Fact(("N201",), "Around 15,000", "Ann", DAY), **fact)  # type: ignore[arg-type]
    kept, hidden, used = answered([finding(doc, "Around 15,000")], [one], Keys(doc), DAY)
    assert bool(hidden) is silent
    assert bool(kept) is not silent
    assert bool(used) is (silent or one.expired(DAY))


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("", "stories/draft.txt", True),
        ("stories/draft.txt", "stories/draft.txt", True),
        ("stories/draft*.txt", "stories/draft-2.txt", True),
        ("stories/draft.txt", "draft.txt", False),
        ("[a].txt", "[a].txt", True),
        ("./stories/draft.txt", "stories/draft.txt", True),
        ("stories\\draft.txt", "stories/draft.txt", True),
        ("stories", "stories/draft.txt", True),
        ("stories/", "stories/deep/draft.txt", True),
        ("stories/", "stories-2/draft.txt", False),
        ("stories/**/draft.txt", "stories/draft.txt", True),
        ("stories/**/draft.txt", "stories/deep/draft.txt", True),
    ],
)
def test_which_drafts_it_speaks_of(pattern: str, name: str, holds: bool) -> None:
    assert Fact(("N201",), "15,000", "Ann", DAY, draft=pattern).holds_for(name) is holds


def test_quotation_marks_may_be_of_either_kind(linter: Linter) -> None:
    for typed, found in (("“Never,” she", '"Never," she'), ('"Never," she', "“Never,” she")):
        doc = linter.parse(Path("draft.txt"), f"{found} said.\n".encode())
        fact = Fact(("N201",), typed, "Ann", DAY, sentence=f"{typed} said.")
        assert answered([finding(doc, found)], [fact], Keys(doc), DAY)[2] == {fact}


def test_a_new_file_lies_beside_the_configuration(tmp_path: Path) -> None:
    draft = tmp_path / "stories" / "draft.txt"
    draft.parent.mkdir()
    (tmp_path / ".newslint.yaml").touch()
    assert confirmed.home(draft) == tmp_path / confirmed.NAMES[0]
    assert confirmed.home(draft, tmp_path / "cq.yml") == tmp_path / "cq.yml"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", 2),
        ("# ours\n\n- rule: P101 # a comment\n  words: Kim\n  who: Bob\n  when: 2025-01-01\n\n# the end\n", 9),
        ("  - rule: P101\n    words: Kim\n    who: Bob\n    when: 2025-01-01\n", 5),
        ("- rule: P101\r\n  words: Kim\r\n  who: Bob\r\n  when: 2025-01-01\r\n", 5),
        ("# nothing yet\n", 2),
    ],
)
def test_adding_keeps_what_stands_there(before: str, line: int, doc: Document, tmp_path: Path) -> None:
    path = tmp_path / confirmed.NAMES[0]
    if before:
        path.write_bytes(before.encode())
    confirmed.add(path, finding(doc, "Kim Jong-un", "P101"), doc, "Ann: Perkins # desk", DAY, "yes")
    after = path.read_bytes().decode()
    assert after.startswith(before.rstrip())
    assert ("\r\n" in before) == ("\r\n" in after)
    facts = confirmed.load(path)
    assert not facts.faults
    assert facts.facts[-1] == Fact(("P101",), "Kim Jong-un", "Ann: Perkins # desk", DAY, "yes", "stories/draft.txt", line=line)
    assert {path.name for path in tmp_path.iterdir()} == {"stories", path.name}


def test_words_that_stand_twice_are_pinned_to_their_sentence(doc: Document, tmp_path: Path) -> None:
    path = tmp_path / confirmed.NAMES[0]
    confirmed.add(path, finding(doc, "15,000", nth=1), doc, "Ann", DAY)
    (fact,) = confirmed.load(path).facts
    assert fact.sentence == "The ministry had said 15,000."
    kept, hidden, _ = answered([finding(doc, "15,000", nth=0), finding(doc, "15,000", nth=1)], [fact], Keys(doc), DAY)
    assert ([one.span for one in kept], [one.finding.span for one in hidden]) == (
        [finding(doc, "15,000").span],
        [finding(doc, "15,000", nth=1).span],
    )


@given(who=st.text(min_size=1).filter(str.strip), how=st.text())
def test_whatever_is_said_is_read_again(who: str, how: str, linter: Linter, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("facts")
    doc = replace(linter.parse(Path("draft.txt"), TEXT.encode()), path=folder / "draft.txt")
    path = folder / "facts.yml"
    try:
        confirmed.add(path, finding(doc, "Kim Jong-un"), doc, who, DAY, how)
    except InputError:
        assert not path.exists()
        return
    (fact,) = confirmed.load(path).facts
    assert (fact.who, fact.how) == (" ".join(who.split()), " ".join(how.split()))


@pytest.mark.parametrize(
    "text",
    [
        "[{rule: N201, words: x, who: Ann, when: 2025-08-15}]\n",
        "rule: N201\n",
        "- rule: [N201\n",
        "- rule: N201\n  words: {",
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(text: str, doc: Document, tmp_path: Path) -> None:
    path = tmp_path / confirmed.NAMES[0]
    path.write_text(text)
    with pytest.raises(InputError, match="newslint-confirmed"):
        confirmed.add(path, finding(doc, "Kim Jong-un"), doc, "Ann", DAY)
    assert path.read_text() == text


def test_a_faulty_entry_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / confirmed.NAMES[0]
    path.write_text(
        "- {rule: N201, words: x, who: Ann, when: 2025-08-15}\n"
        "- {rule: N201, words: x, who: Ann, when: yesterday}\n"
        "- {rule: N201, word: x, who: Ann, when: 2025-08-15}\n"
        "- {rule: N201, words: ' ', who: Ann, when: 2025-08-15}\n"
        "- {rule: N201, words: x, who: Ann}\n"
        "- {rule: N201, words: x, who: Ann, when: 2025-08-15, until: 2025-08-14}\n"
    )
    facts = confirmed.load(path)
    assert len(facts.facts) == 1
    assert [fault.line for fault in facts.faults] == [2, 3, 4, 5, 6]
    assert "'until' (2025-08-14) lies before 'when' (2025-08-15)" in str(facts.faults[-1])


def test_the_nearest_file_holds_and_isolated_asks_none(doc: Document, tmp_path: Path) -> None:
    assert doc.path is not None
    entry = "- {rule: D101, words: Monday 12 August 2025, who: Ann, when: 2025-08-15}\n"
    (tmp_path / confirmed.NAMES[0]).write_text(entry)
    doc.path.write_text("It was on Monday 12 August 2025.\n")

    def codes(**settings: object) -> list[str]:
        linter = Linter.made(Config(select=("D101",), **settings), third_party=False)  # type: ignore[arg-type]
        return [one.code for one in linter.check(linter.dossier(linter.read(doc.path or Path()))[0]).findings]

    assert confirmed.home(doc.path) == tmp_path / confirmed.NAMES[0]
    assert codes() == []
    typed = Session(Linter.made(Config(select=("D101",)), third_party=False), doc.path).check(doc.path.read_text())
    assert typed.outcome is not None
    assert [(one.finding.code, one.by) for one in typed.outcome.hidden] == [("D101", "confirmed")]
    assert codes(isolated=True) == ["D101"]
    (doc.path.parent / confirmed.NAMES[1]).write_text("")
    assert codes() == ["D101"]
    assert codes(confirmed=tmp_path / confirmed.NAMES[0]) == []

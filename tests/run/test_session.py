"""A draft that is linted as it is typed gets what a draft gets that is linted once."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import mentions
from newslint.config import Config
from newslint.document import Dossier
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.mentions import Block, Entity, Quantity, Token
from newslint.run.session import Session, Stopped, is_quick
from tests.growth import calls

SEEDS = [path for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")) if ".expected" not in path.name]
LAYERS = {name for name in mentions.__all__ if isinstance(getattr(mentions, name), type)}

MADE_UP = """\
Two held after blast at Leeds plant

LEEDS (AP) — Two men were arrested on Friday after a blast killed 12 workers, police said.

Ana Ruiz, 43, the mayor, said: “We will rebuild it, and we will do it by May.”

The plant, which opened in 1998, employed 300 people. It made 40% of the region’s glass, up from 30% a year before.

John Smith, 51, was charged with manslaughter on Saturday. Smith denies it. He will appear before magistrates on 31 June.

Mr Ruiz said the very unique plant will be rebuilt at a cost of $4.5 million in order to save 200 jobs.
"""
PIECES = [
    "\n\n", "\n", " ", ". ", "“", "”", '"', "’", "12", " 15,000 troops", " on Friday", " Ana Ruiz said", " reportedly", " $5m", " 31 June 2025",
    "\n\nKim Jong Un’s envoy, Vyacheslav Volodin, met “the heroes” in Pyongyang on Thursday.\n\n", " in order to", " very unique",
    "---\npublished: 2024-02-03\nsources: [nothing.txt]\n---\n", "newslint: ignore[D,N,Q,W] asked the desk\n\n", "# newslint: ignore[W] meant",
    "newslint: ignore-file[T108]\n", " the the", "😀", "\u00a0", "\r\n", "(Reuters) -", " John Smith, 34,", " who was born in 1912", "",
]  # fmt: skip


@st.composite
def edits(draw: st.DrawFn) -> tuple[float, float, str]:
    """Where a stretch begins, as a share of the text, how long it is, and what takes its place."""
    length = draw(st.sampled_from([0, 0, 0, 1, 5, 60, 400]))
    return draw(st.floats(0, 1)), length, draw(st.sampled_from(PIECES))


def edited(text: str, edit: tuple[float, float, str]) -> str:
    at = int(edit[0] * len(text))
    return text[:at] + edit[2] + text[at + int(edit[1]) :]


def moved(text: str, at: int) -> str:
    """With a paragraph taken out and put at the end."""
    parts = text.split("\n\n")
    return "\n\n".join([*parts[: at % len(parts)], *parts[at % len(parts) + 1 :], parts[at % len(parts)]])


def anew(path: Path, text: str) -> Outcome:
    """What a linter finds that remembers nothing that it has read."""
    for memo in memos():
        memo.cache_clear()
    FRESH.makers[Entity].__self__._lately.clear()  # type: ignore[attr-defined]
    draft = replace(FRESH.parse(path, text.encode("utf-8-sig", "surrogatepass")), path=path)
    return FRESH.check(FRESH.dossier(draft)[0])


def memos() -> Iterator[Any]:
    """What is kept of texts, and of parts of them, wherever they stand."""
    for name, module in sorted(sys.modules.items()):
        for one in vars(module).values() if name.startswith("newslint.") else ():
            if hasattr(one, "cache_parameters") and one.cache_parameters()["maxsize"] is not None:
                yield one


FRESH = Linter.made(Config(), third_party=False)
"""Another than the one under test, with a model of its own."""


def said(outcome: Outcome | None) -> Any:
    assert outcome is not None
    return outcome.findings, outcome.skipped, outcome.crashed, outcome.hidden, [str(one) for one in outcome.problems]


@pytest.fixture(scope="module")
def shipped() -> Linter:
    return Linter.made(Config(), third_party=False)


@pytest.mark.parametrize(("name", "story"), [(SEEDS[0], None), (SEEDS[1], None), (Path("made-up.txt"), MADE_UP)], ids=str)
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    series=st.lists(edits() | st.integers(0, 30), min_size=1, max_size=5), quick=st.lists(st.booleans(), min_size=5, max_size=5)
)
def test_after_any_edits_all_that_is_found_is_what_a_new_linter_finds(
    shipped: Linter, name: Path, story: str | None, series: list[Any], quick: list[bool]
) -> None:
    text = story if story is not None else name.read_text(encoding="utf-8")
    session = Session(shipped, name)
    session.check(text)
    for edit, look in zip(series, quick, strict=False):
        text = moved(text, edit) if isinstance(edit, int) else edited(text, edit)
        if look:
            session.check(text, depth="quick")
    twice = [said(session.check(text).outcome) for _ in range(2)]
    assert twice == [said(anew(name, text))] * 2


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_markup_too(shipped: Linter, suffix: str) -> None:
    path = Path(f"story{suffix}")
    session = Session(shipped, path)
    for story in (MADE_UP, "# Blast\n\n" + MADE_UP, MADE_UP.replace("Friday", "<b>Fri</b>day"), MADE_UP):
        session.check(story, depth="quick")
        assert said(session.check(story).outcome) == said(anew(path, story))


# --- quick ----------------------------------------------------------------------------------------


def test_quick_rules_ask_for_no_model(shipped: Linter) -> None:
    """Told by what checks say that they need; here they are seen not to."""

    def refused(_: object) -> Any:
        raise AssertionError("the model")

    rules = [rule for rule in shipped.active("draft.txt") if is_quick(rule.check)]
    assert len(rules) > 40
    makers = {**shipped.makers, Token: refused, Entity: refused}
    texts = [example.bad or example.good for rule in shipped.rules for example in rule.examples]
    for text in [*(re.sub("<<|>>", "", text) for text in texts[::7]), MADE_UP, *(seed.read_text("utf-8") for seed in SEEDS)]:
        draft = replace(shipped.parse(Path("draft.txt"), text.encode()), makers=makers)
        outcome = shipped.check(Dossier(draft, makers=makers), rules=rules, strict=True)
        assert not outcome.crashed


def test_what_was_found_of_a_paragraph_stays_while_another_is_typed(shipped: Linter) -> None:
    session = Session(shipped, SEEDS[0])
    story = SEEDS[0].read_text("utf-8")
    full = session.check(story).outcome
    assert full
    slow = [one for one in full.findings if not is_quick(shipped.rule(one.rule).check)]
    assert len(slow) > 3
    paragraphs = [block.span for block in full.draft.all(Block)]
    for at, words in ((0, "A new first line\n\n"), (len(story), "\n\nA new last line.\n"), (paragraphs[3].end, " More of it.")):
        quick = session.check(story[:at] + words + story[at:], depth="quick").outcome
        assert quick
        typed = next((span for span in paragraphs if span.start < at <= span.end), None)
        for one in slow:
            spans = [one.span, *one.reach, *(shown.span for shown in one.evidence if shown.source is None)]
            if typed and any(typed.overlaps(span) for span in spans):
                continue  # there it hangs on the sentence: test_carried
            place = one.span.moved(len(words) if at <= one.span.start else 0)
            still = [other for other in quick.findings if (other.rule, other.span) == (one.rule, place)]
            if not re.search(r"\bline|\d:\d", one.message):
                assert still, one
            assert all(other.message == one.message and other.severity == one.severity for other in still)


SWAPPED = (
    "Ana Ruiz, the mayor, met Tom Roe on Monday in Leeds.\n\nMayor Ana Ruiz told the council that it was over for good.\n\n"
    "Ana Ruis is 43. Ms Ruis said so, and everybody in the room agreed.\n"
)


def test_nothing_stale_is_told_of_a_paragraph_that_was_typed_in(shipped: Linter) -> None:
    session = Session(shipped, SEEDS[1])
    story = SEEDS[1].read_text("utf-8")
    full = session.check(story).outcome
    assert full
    for one in full.findings:
        block = next((block.span for block in full.draft.all(Block) if block.span.covers(one.span)), None)
        if block is None or is_quick(shipped.rule(one.rule).check):
            continue
        text = story[: block.start] + "Nobody knows." + story[block.end :]
        quick = session.check(text, depth="quick").outcome
        assert quick
        assert not [other for other in quick.findings if other.rule == one.rule and other.span.start == block.start], one
        for other in quick.findings:
            assert other.span.end <= len(text)


def test_of_two_paragraphs_alike_nobody_knows_which_one_is_gone(shipped: Linter) -> None:
    from newslint.run.carried import carried

    once = "A man called Kai Roe left for Paris.\n\n"
    session = Session(shipped, Path("twice.txt"))
    outcome = session.check(f"{once}Then came Ann Poe.\n\n{once}").outcome
    assert outcome
    first, _, last = outcome.draft.all(Block)
    assert first.span.of(outcome.draft.text) == last.span.of(outcome.draft.text)
    draft = shipped.parse(Path("twice.txt"), f"Then came Ann Poe.\n\n{once}".encode())
    of_the_twins = [one for one in outcome.findings if first.span.covers(one.span) or last.span.covers(one.span)]
    assert of_the_twins
    held = [*carried(outcome, draft, without=())]
    assert not [one for one in held if "Kai Roe left" in draft.text[one.span.start : one.span.start + 40]]


def test_a_comment_silences_what_is_still_shown(shipped: Linter) -> None:
    session = Session(shipped, SEEDS[0])
    story = SEEDS[0].read_text("utf-8")
    session.check(story)
    shown = session.check(story, depth="quick").outcome
    silent = session.check("newslint: ignore-file[N,D,Q,P,S,A,W,L,H,T,R] asked the desk\n\n" + story, depth="quick").outcome
    assert shown
    assert silent
    assert len(silent.findings) <= 1 < len(shown.findings)


# --- what is kept ----------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft with two sources in a folder beside it."""
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "wire.txt").write_text(MADE_UP.replace("12 workers", "14 workers"), encoding="utf-8")
    (tmp_path / "draft.sources" / "local.txt").write_text(
        MADE_UP.replace("300", "320").replace("12 workers", "14 workers"), encoding="utf-8"
    )
    return tmp_path / "draft.txt"


def counted(linter: Linter) -> tuple[Linter, Counter[tuple[type, str]]]:
    """A linter that counts which layers it makes, and of which text."""
    counts = Counter[tuple[type, str]]()

    def counting(kind: type, maker: Any) -> Any:
        def made(text: Any) -> Any:
            counts[kind, getattr(text, "name", "")] += 1
            return maker(text)

        return made

    other = replace(linter)
    other.__dict__["makers"] = {kind: counting(kind, maker) for kind, maker in linter.makers.items()}
    return other, counts


def test_sources_are_read_and_annotated_once(shipped: Linter, desk: Path) -> None:
    linter, counts = counted(shipped)
    session = Session(linter, desk)
    session.check(MADE_UP)
    assert counts[Quantity, "wire.txt"] == 1
    counts.clear()
    session.check(MADE_UP + "\nOne more.\n")
    assert not [(kind, name) for kind, name in counts if name in ("wire.txt", "local.txt")]
    assert counts[Quantity, str(desk)]


def test_a_source_that_changes_is_read_again(shipped: Linter, desk: Path) -> None:
    session = Session(shipped, desk)
    first = session.check(MADE_UP).outcome
    wire = desk.with_suffix(".sources") / "wire.txt"
    wire.write_text(MADE_UP, encoding="utf-8")
    second = session.check(MADE_UP).outcome
    assert said(second) == said(anew(desk, MADE_UP)) != said(first)
    wire.unlink()
    third = session.check(MADE_UP).outcome
    assert third
    assert [source.id for source in third.dossier.sources] == ["local"]
    assert said(third) == said(anew(desk, MADE_UP))
    desk.with_name("draft.sources.yml").write_text(
        "published: 2024-03-01\nsources: [draft.sources/local.txt]\n", encoding="utf-8"
    )
    dated = session.check(MADE_UP).outcome
    assert dated
    assert dated.draft.published == dt.date(2024, 3, 1)
    assert said(dated) == said(anew(desk, MADE_UP))


def test_a_full_look_after_a_quick_one_takes_over_its_layers(shipped: Linter) -> None:
    session = Session(shipped, Path("draft.txt"))
    quick = session.check(MADE_UP, depth="quick").outcome
    whole = session.check(MADE_UP).outcome
    assert quick
    assert whole
    assert quick.draft is whole.draft
    assert quick.draft.reading.all(Quantity) is whole.draft.reading.all(Quantity)


def test_an_edit_costs_the_model_one_paragraph(shipped: Linter) -> None:
    """Of the tokens and names of the other paragraphs nothing is worked out anew, however long the draft."""
    story = "\n\n".join(f"Ana Ruiz, who runs plant {n} in Leeds, met Tom Roe of Hull there on Monday." for n in range(60))
    session = Session(shipped, Path("long.txt"))
    session.check(story)
    doc = shipped.parse(Path("long.txt"), story.replace("plant 30", "plant 30, the last one,").encode())
    assert calls(lambda: doc.all(Entity))["_entities"] == 1
    assert calls(lambda: shipped.parse(Path("long.txt"), story.encode()).all(Entity))["_entities"] == 0


# --- stopping -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("depth", "last"), [("quick", 45), ("all", 90)])
def test_stopped_anywhere_it_finds_the_same_afterwards(shipped: Linter, desk: Path, depth: Any, last: int) -> None:
    want = said(anew(desk, MADE_UP))
    for after in (0, 1, 2, 5, 20, last):
        session = Session(shipped, desk)
        asked = Counter[str]()

        def stop(asked: Counter[str] = asked, after: int = after) -> bool:
            asked["times"] += 1
            return asked["times"] > after

        with pytest.raises(Stopped):
            session.check(MADE_UP, depth=depth, stop=stop)
        assert asked["times"] == after + 1
        assert said(session.check(MADE_UP).outcome) == want


def test_an_excluded_draft_has_no_outcome() -> None:
    session = Session(Linter.made(Config(exclude=("*.txt",)), third_party=False), Path("draft.txt"))
    assert session.check(MADE_UP).outcome is None

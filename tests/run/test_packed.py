"""Outcomes as bytes: nothing is lost, and no word of a text is in them."""

from __future__ import annotations

import datetime as dt
import json
import marshal
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import config
from newslint.comparisons import Ground
from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.errors import ConfigError, InputError, LinkError, NewslintError, SourceError
from newslint.finding import Edit, Evidence, Finding, Fix, Hidden, Outcome
from newslint.kept.wordless import Text, Texts
from newslint.linter import Linter
from newslint.run.packed import PackedError, literals, pack, unpack
from newslint.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"
STRICT = replace(config.load(None, "strict"), min_severity="info", min_confidence="low", today=dt.date(2025, 9, 1))


@pytest.fixture(scope="module")
def strict() -> Linter:
    return Linter.made(STRICT, third_party=False)


def alike(one: Outcome, other: Outcome) -> None:
    assert one == replace(other, problems=one.problems)
    assert [*one.rules] == [*other.rules]
    assert [*map(told, one.problems)] == [*map(told, other.problems)]


def told(fault: NewslintError) -> object:
    """All that an error holds."""
    return type(fault), str(fault), {**vars(fault), "others": [*map(told, getattr(fault, "others", ()))]}


def words_of(outcome: Outcome) -> set[str]:
    """Words of the texts, three letters or more."""
    texts = " ".join([outcome.draft.text, *(source.doc.text for source in outcome.dossier.sources)])
    return set(re.findall(r"[^\W_]{3,}", texts.lower()))


def assert_wordless(data: bytes, outcome: Outcome, linter: Linter) -> None:
    ids = {source.id for source in outcome.dossier.sources} | {rule.id for rule in linter.active(outcome.draft.name)}
    prints = {one.fingerprint for one in outcome.findings} | {one.gathered for one in outcome.findings}
    prints |= {one.finding.fingerprint for one in outcome.hidden} | {"comment", "confirmed", "baseline"}
    told = {word for text in literals(data) if text not in ids | prints for word in re.findall(r"[^\W_]{3,}", text.lower())}
    assert not told & words_of(outcome)


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*[0-9a-f].txt")), ids=lambda path: path.stem)
def test_a_story_comes_back_as_it_was(strict: Linter, seed: Path) -> None:
    dossier, _ = strict.dossier(strict.read(seed))
    outcome = strict.check(dossier)
    assert len(outcome.findings) > 5
    assert any(one.evidence for one in outcome.findings)
    data = pack(outcome, strict)
    again, _ = strict.dossier(strict.read(seed))
    alike(unpack(data, again, strict), outcome)
    assert_wordless(data, outcome, strict)
    assert len(data) < 400 * (len(outcome.findings) + len(outcome.hidden) + 5)


def test_every_kind_of_markup_comes_back(strict: Linter) -> None:
    texts = {
        "a.html": "<p>Caf&eacute; <b>Quim</b>bly&rsquo;s said 15,000 on Mon<i>day</i> 12 August 2025. He resignd.</p>",
        "b.md": "# Quimbly *out*\n\nZog\\*nak said “we will will go” on Monday 12\nAugust 2025, and that that was it.\n",
    }
    for name, text in texts.items():
        outcome = strict.check(strict.dossier(strict.parse(Path(name), text.encode()))[0])
        assert outcome.findings
        data = pack(outcome, strict)
        alike(unpack(data, strict.dossier(strict.parse(Path(name), text.encode()))[0], strict), outcome)
        assert_wordless(data, outcome, strict)


letters = st.text(alphabet='abcAB éßİı15,.’"\n-Ωω\ud800', max_size=60)


@st.composite
def outcomes(draw: st.DrawFn) -> tuple[str, list[str], list[tuple[str, str]]]:
    return draw(letters), draw(st.lists(letters, max_size=2)), draw(st.lists(st.tuples(letters, letters), min_size=1, max_size=3))


@settings(max_examples=150, deadline=None)
@given(outcomes())
def test_whatever_is_said_comes_back(linter: Linter, made: tuple[str, list[str], list[tuple[str, str]]]) -> None:
    text, sources, said = made
    rules = linter.active("draft.txt")
    draft = Document("draft.txt", text, makers=linter.makers)
    given_ = tuple(Source(Document(f"s{at}", words, makers=linter.makers), f"s{at}") for at, words in enumerate(sources))
    dossier = Dossier(draft, given_, makers=linter.makers)
    findings = tuple(
        Finding(
            rules[at].id, rules[at].code, "info", "low", Span(0, len(text)), message,
            (Evidence(given_[-1].id if given_ else None, Span(0, 0), note),), Fix((Edit(Span(0, 0), note),), message, True),
            "12ab", (Ground(note, 0.5), Ground(message)), (Span(0, 1),), "",
        )
        for at, (message, note) in enumerate(said)
    )  # fmt: skip
    other = InputError(said[0][0], path="x", line=1)
    fault = ConfigError(said[0][1], path=Path("y"), line=2, column=3)
    fault.others = (other,)
    problems = (fault, NewslintError(said[0][0]), SourceError("gone"), LinkError("page", path="z"))
    hidden = (Hidden(findings[0], "comment", said[0][0]),)
    outcome = Outcome(
        dossier, findings, ((rules[3].id, said[0][0]),), (), problems, {rule.id: rule for rule in rules[:4]}, hidden
    )
    alike(unpack(pack(outcome, linter), dossier, linter), replace(outcome, problems=problems))


@settings(max_examples=200, deadline=None)
@given(letters, letters, st.data())
def test_no_word_of_a_text_is_left_in_a_string(text: str, more: str, data: st.DataObject) -> None:
    texts = Texts([Text(text)])
    start = data.draw(st.integers(0, len(text)))
    string = more + text[start : data.draw(st.integers(start, len(text)))] + more[:3]
    coded = texts.coded(string)
    assert texts.said(coded) == string
    left = " ".join(piece for piece in coded if isinstance(piece, str))
    assert not set(re.findall(r"[^\W_]{3,}", left)) & set(re.findall(r"[^\W_]{3,}", text))


@pytest.mark.parametrize("string", ["Quimblys", "QUIMBLY", "Quimbly’s", "quimbly", "Quimbly-Zognak", "Zognakian quimblyness"])
def test_forms_of_a_word_are_not_left_either(string: str) -> None:
    texts = Texts([Text("Quimbly met Zognak.")])
    coded = texts.coded(string)
    assert texts.said(coded) == string
    assert not re.search("quimb|zogn", json.dumps([piece for piece in coded if isinstance(piece, str)]).lower())


def test_other_texts_or_rules_are_refused(linter: Linter, strict: Linter) -> None:
    draft = linter.parse(Path("a.txt"), b"He said on Monday 12 August 2025 that that was it.")
    outcome = linter.check(Dossier(draft, makers=linter.makers))
    data = pack(outcome, linter)
    longer = linter.parse(Path("a.txt"), b"He said on Monday 12 August 2025 that that was it. No.")
    with pytest.raises(PackedError):
        unpack(data, Dossier(longer, makers=linter.makers), linter)
    none = Linter.made(Config(select=("X101",)), third_party=False)
    with pytest.raises(PackedError):
        unpack(data, outcome.dossier, none)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=40) | st.recursive(st.integers() | st.text(), st.lists, max_leaves=20).map(marshal.dumps))
def test_no_bytes_do_harm(linter: Linter, data: bytes) -> None:
    with pytest.raises(PackedError):
        unpack(data, Dossier(Document("a.txt", "One."), makers={}), linter)

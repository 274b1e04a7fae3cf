from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import pytest

from newslint import engine
from newslint.comparisons import QuoteMatch
from newslint.document import Dossier, Source
from newslint.finding import Evidence, Outcome, fingerprints
from newslint.linter import Linter
from newslint.rule import Check, Match, Rule, RuleContext
from newslint.spans import Span
from tests.conftest import Read

TODAY = dt.date(2025, 8, 15)


@dataclass(frozen=True)
class Finds(Check):
    """Every place of a word."""

    name: ClassVar[str] = "finds"
    word: str = "mill"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        at = ctx.draft.text.find(self.word)
        while at >= 0:
            yield Match(Span(at, at + len(self.word)), {"word": self.word}, evidence=(Evidence(None, Span(0, 3)),))
            at = ctx.draft.text.find(self.word, at + 1)


@dataclass(frozen=True)
class Breaks(Check):
    """A check with a fault of its own."""

    name: ClassVar[str] = "breaks"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        raise KeyError("no such thing")


@dataclass(frozen=True)
class Compares(Check):
    """A check that needs sources."""

    name: ClassVar[str] = "compares"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        return iter(())


def rule(check: Check, message: str = "{found} after {place}", **more: object) -> Rule:
    given: Mapping[str, object] = {"id": check.name, "code": "Z901", "severity": {"default": "warning"}, **more}
    return Rule(title="", why="", check=check, message={"default": message}, **given)  # type: ignore[arg-type]


def run(text: str, rules: list[Rule], read: Read, linter: Linter, **more: bool) -> Outcome:
    return engine.check(Dossier(read(text), makers=linter.makers), rules, today=TODAY, **more)


def test_findings_come_in_text_order_in_the_rule_s_words(read: Read, linter: Linter) -> None:
    outcome = run("The mill by\nthe other mill.", [rule(Finds())], read, linter)
    assert [finding.message for finding in outcome.findings] == ["mill after 1:1", "mill after 1:1"]
    assert [finding.span.start for finding in outcome.findings] == [4, 22]


def test_one_broken_check_does_not_silence_the_rest(read: Read, linter: Linter) -> None:
    outcome = run("The mill.", [rule(Breaks()), rule(Finds())], read, linter)
    assert len(outcome.findings) == 1
    assert outcome.crashed == (("breaks", "KeyError: 'no such thing'"),)
    with pytest.raises(KeyError):
        run("The mill.", [rule(Breaks())], read, linter, strict=True)


def test_without_sources_a_comparison_is_skipped_and_said(read: Read, linter: Linter) -> None:
    assert run("The mill.", [rule(Compares())], read, linter).skipped == (("compares", "no sources given"),)


def test_where_limits_a_rule_to_some_blocks(read: Read, linter: Linter) -> None:
    text = "Old mill burns down\n\nThe mill by the river burned down on Monday and nobody was hurt, the police said."
    assert len(run(text, [rule(Finds(), where=frozenset({"headline"}))], read, linter).findings) == 1
    assert len(run(text, [rule(Finds())], read, linter).findings) == 2


def test_long_stretches_are_cut_in_messages(read: Read, linter: Linter) -> None:
    long = "mill " * 60
    outcome = run(long, [rule(Finds(word=long.strip()), "{found}")], read, linter)
    assert len(outcome.findings[0].message) <= 100
    assert outcome.findings[0].message.endswith("…")


def test_the_order_of_rules_does_not_matter(read: Read, linter: Linter) -> None:
    rules = [rule(Finds()), rule(Finds(word="river"), id="other", code="Z902")]
    text = "The mill by the river."
    assert run(text, rules, read, linter).findings == run(text, rules[::-1], read, linter).findings


def test_fingerprints_survive_edits_elsewhere() -> None:
    one = "The mill by the river burned. The mill was old."
    two = "First, a word. " + one
    at = one.index("mill was")
    assert fingerprints(one, [("r", Span(at, at + 4))]) == fingerprints(two, [("r", Span(at + 15, at + 19))])
    other = one.replace("was old", "is old")
    assert fingerprints(one, [("r", Span(at, at + 4))]) != fingerprints(other, [("r", Span(at, at + 4))])
    assert len(set(fingerprints("mill mill mill mill mill mill", [("r", Span(10, 14)), ("r", Span(15, 19))]))) == 2


def test_evidence_in_a_source_is_placed_there(read: Read, linter: Linter) -> None:
    draft, source = (
        read("“We will later rebuild this town,” he said."),
        read("Yes.\n“We will rebuild this town.”", name="speech.txt"),
    )
    outcome = linter.check(Dossier(draft, (Source(source, "speech"),), makers=linter.makers))
    found = next(finding for finding in outcome.findings if finding.code == "Q201")
    assert "speech.txt:2:2" in found.message
    assert outcome.document(found.evidence[0]) is source

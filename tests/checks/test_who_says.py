"""Sources that a draft names too little or too late: shapes and options beside the examples of the rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint.checks.anonymous_source import AnonymousSource
from newslint.checks.attribution_kind import AttributionKinds
from newslint.checks.half_attributed import HalfAttributed
from newslint.checks.metonym import Metonym
from newslint.checks.open_attribution import OpenAttribution
from newslint.checks.unattributed_claim import UnattributedClaims
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Check, RuleContext
from tests.checks.alone import found, matches
from tests.growth import calls

VAGUE = AttributionKinds(
    kinds=frozenset({"vague"}),
    words=frozenset({"reports", "experts", "sources", "analysts", "critics"}),
    introduces=frozenset({"experts", "sources", "analysts", "critics"}),
    unspecified=frozenset({"media", "local", "some"}),
    consensus=frozenset({"analysts"}),
    officials=frozenset({"mayor"}),
    trade=frozenset({"dr"}),
)


@pytest.mark.parametrize(
    ("draft", "shown"),
    [
        ("The dam will not last, according to reports.", ["according to reports"]),
        ("The dam will not last, according to local media reports.", ["according to local media reports"]),
        ("The dam will not last, according to inspection reports.", []),
        ("The dam will not last, according to annual reports.", []),
        ("Reports by two inspectors say the dam will not last.", []),
        ("Some reports suggest the dam will not last.", ["Some reports suggest"]),
        ("Experts say the dam will not last.", ["Experts say"]),
        ("Dr Ruiz and other experts say the dam will not last.", []),
        ("Experts say the dam will not last. Dr Ana Ruiz said it was cracked.", []),
        ("Ana Ruiz, an expert on dams, came. It rained. It rained again. Nobody was hurt. Experts say it will not last.", []),
        ("Experts say the dam will not last. The mayor, Ana Ruiz, said it was sound.", ["Experts say"]),
        ("Experts say the dam will not last. “It is cracked,” said Ana Ruiz.", []),
        ("Critics say the dam will not last. “It is cracked.”", ["Critics say"]),
        ("Critics say the dam will not last. “It is sound,” said the mayor, Ana Ruiz.", ["Critics say"]),
        ("Critics say the dam will not last. Ana Ruiz said the sun was out.", ["Critics say"]),
        ("Critics were glad that the dam would not last.", []),
        ("The mayor said the dam was sound. Critics say it will not last.", ["Critics say"]),
        ("“Experts say it will not last,” the mayor wrote.", []),
    ],
)
def test_nobody_in_particular(draft: str, shown: list[str], linter: Linter) -> None:
    assert [words for _, words in found(linter, VAGUE, draft)] == shown


def test_what_a_market_thinks_is_found_with_low_confidence(linter: Linter) -> None:
    hits = [matches(linter, VAGUE, f"{who} say the sale will fail.")[1] for who in ("Analysts", "Critics")]
    assert [[hit.confidence for hit in each] for each in hits] == [["low"], ["high"]]


AGENTLESS = AttributionKinds(
    kinds=frozenset({"agentless"}), words=frozenset({"said", "thought", "believed", "given", "released"})
)


@pytest.mark.parametrize(
    ("draft", "shown"),
    [
        ("The keeper is thought to be ill.", ["is thought to"]),
        ("It is believed that the keeper is ill.", ["It is believed that"]),
        ("If the keeper is thought to be ill, he may go.", []),
        ("Whether the keeper is said to be ill depends on whom you ask.", []),
        ("The boat, once thought to be lost, came in.", []),
        ("The boat, long believed to have sunk, came in.", []),
        ("The keeper is thought to be ill, said Ana Ruiz.", []),
        ("Ana Ruiz said the wall fell. The keeper is said to be ill. He left, said Piet Vos.", []),
        ("Ana Ruiz said the wall fell. The keeper is said to be ill. He left.", ["is said to"]),
        ("The wall fell. No details were given.", ["No details were given"]),
        ("The council said that the wall had fallen. No details were given.", []),
        ("The council said that the wall had fallen.\n\nNo details were given.", ["No details were given"]),
    ],
)
def test_nobody_at_all(draft: str, shown: list[str], linter: Linter) -> None:
    assert [words for _, words in found(linter, AGENTLESS, draft)] == shown


SOURCES = frozenset({"source", "sources", "official", "officials", "aide", "aides"})
EMPTY = frozenset({"a", "an", "one", "unnamed", "two"})


def anonymous(**options: object) -> Check:
    return AnonymousSource(SOURCES, EMPTY, **{"persons": frozenset({"person"}), "papers": frozenset({"assessments"})} | options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "draft", "hits"),
    [
        ({}, "A source said the wall would go.", [("bare", "A source")]),
        ({}, "The wall would go, an unnamed official said.", [("bare", "an unnamed official")]),
        ({}, "A source told the Herald that the wall would go.", [("no-reason", "A source")]),
        ({}, "A senior official at the ministry said the wall would go.", [("no-reason", "A senior official at the ministry")]),
        ({"require_reason": False}, "A senior official at the ministry said the wall would go.", []),
        ({}, "A person familiar with it, who feared for her job, said the wall would go because it leaks.", []),
        ({}, "One person said the wall would go.", []),
        ({}, "An aide, Ana Ruiz, said the wall would go.", []),
        ({}, "His aide said the wall would go.", []),
        ({}, "A spokesman said the wall would go.", []),
        ({}, "The wall is lost, according to French assessments.", [("nation", "French assessments")]),
        ({}, "The wall is lost, according to assessments by the French navy.", []),
        (
            {"ban": ("sources close to",)},
            "Sources close to the mayor said the wall would go.",
            [("banned", "Sources close to the mayor")],
        ),
    ],
)
def test_sources_without_a_name(options: dict[str, object], draft: str, hits: list[tuple[str, str]], linter: Linter) -> None:
    assert found(linter, anonymous(**options), draft) == hits


THREE = "A source said it would go. An official at the port said it would stay. Two officials at the mill said it would fall."


@pytest.mark.parametrize(
    ("most", "cases"),
    [(2, ["bare", "no-reason", "many"]), (1, ["bare", "many", "no-reason"]), (3, ["bare", "no-reason", "no-reason"])],
)
def test_how_many_may_stay_unnamed(most: int, cases: list[str], linter: Linter) -> None:
    assert [case for case, _ in found(linter, anonymous(max=most), THREE)] == cases


CAPITAL = Metonym(allow=frozenset({"Brussels"}), grave=frozenset({"killed", "hacked"}))


@pytest.mark.parametrize(
    ("draft", "hits"),
    [
        ("Seoul said 600 soldiers had been killed.", [("sole", "Seoul said")]),
        ("Washington has accused the firm of having hacked its ships.", [("sole", "Washington has accused")]),
        ("Tehran has denied that it will leave the talks.", [("default", "Tehran has denied")]),
        ("Seoul said 600 soldiers had been killed, the Herald reported.", [("default", "Seoul said")]),
        ("Seoul said 600 had been killed. Seoul said 700 had been hurt.", [("sole", "Seoul said")]),
        ("Brussels said 600 boats had been lost.", []),
        ("The Kremlin said 600 boats had been lost.", []),
        ("The play was by Ana London. London said 600 came.", []),
        ("He flew to Moscow. Moscow said 600 came.", [("sole", "Moscow said")]),
        ("The navy in Seoul said 600 soldiers had been killed.", []),
    ],
)
def test_capitals(draft: str, hits: list[tuple[str, str]], linter: Linter) -> None:
    assert found(linter, CAPITAL, draft) == hits


OPEN = OpenAttribution(cues=("according to", "via", "reports"))


@pytest.mark.parametrize(
    ("draft", "hit"),
    [
        ("More via the Herald:\n\nThe wall fell at noon. Nobody was hurt.", True),
        ("According to the Herald:\n\nThe wall fell at noon.", True),
        ("According to the Herald:\n\n“The wall fell at noon.”", False),
        ("According to the Herald:\n\n> The wall fell at noon.", False),
        ("According to the Herald:\n\n- The wall fell at noon.", False),
        ("According to the Herald, the wall fell at noon:\n\nNobody", True),
        ("What we know:\n\nThe wall fell at noon.", False),
        ("According to the Herald:\n\nRUIZ: The wall fell at noon.", False),
        (
            "The council met for nine hours to speak of the wall, the light, the ferry and, according to the Herald, the mill:\n\nIt fell.",
            False,
        ),
        ("According to the Herald:", False),
    ],
)
def test_attributions_without_an_end(draft: str, hit: bool, linter: Linter) -> None:
    assert bool(found(linter, OPEN, draft)) == hit


@pytest.mark.parametrize(("paragraphs", "hits"), [(0, 2), (1, 1), (2, 2), (9, 2)])
def test_how_far_down_claims_are_looked_at(paragraphs: int, hits: int, linter: Linter) -> None:
    draft = "More than 200 people were killed when the dam at Orlo burst in May.\n\nMore than 600 people were killed in Vantry in June."
    assert len(found(linter, UnattributedClaims(min_score=0.6, paragraphs=paragraphs), draft)) == hits


HALF = HalfAttributed(acts=frozenset({"agreed"}), words=6)


@pytest.mark.parametrize(
    ("draft", "hit"),
    [
        ("The yard has agreed to give up its oldest crane, a step the union says is wrong.", True),
        ("The yard has given up 12 of its oldest cranes, a step the union says is wrong.", True),
        ("The yard has given up its very oldest crane, a step the union says is wrong.", False),  # nothing to answer for
        ("The yard has agreed to give up its oldest crane, a step it says is right.", False),
        ("The mayor said the yard had agreed to give up its crane, a step the union says is wrong.", False),
        ("The yard has agreed to give up its oldest crane, the union says.", False),
        ("The yard agreed, a step the union says is wrong.", False),
    ],
)
def test_half_of_a_sentence(draft: str, hit: bool, linter: Linter) -> None:
    assert bool(found(linter, HALF, draft)) == hit


@pytest.mark.parametrize("check", [VAGUE, AGENTLESS, CAPITAL, OPEN, HALF, anonymous()])
def test_work_grows_with_the_draft(check: Check, linter: Linter) -> None:
    line = (
        "Seoul said {0} soldiers had been killed. A source at mill {0} said so. Experts say it is {0}. The keeper is thought to be {0}. "
        "The yard has sold {0} cranes of its own in May, a step union {0} says is wrong.\n\n"
    )

    def steps(times: int) -> int:
        text = "".join(line.format(number) for number in range(times))
        held = Dossier(linter.parse(Path("draft.txt"), text.encode()), (), makers=linter.makers).reading
        context = RuleContext(held, dt.date(2026, 1, 1))
        list(check.find(context))  # the layers are measured elsewhere
        return sum(calls(lambda: list(check.find(context))).values())

    assert steps(60) < 3 * steps(30) + 200

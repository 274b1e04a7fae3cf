"""Rules on the sources themselves: options, and what a rule's examples cannot show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newslint.document import Dossier, Source
from newslint.linter import Linter
from newslint.rule import Rule
from tests.conftest import Read


def messages(linter: Linter, rule: str, dossier: Dossier, **options: object) -> list[str]:
    found: Rule = linter.rule(rule)
    if options:
        found = replace(found, check=replace(found.check, **options))
    everything = replace(linter, config=replace(linter.config, min_severity="info"))
    return [finding.message for finding in everything.check(dossier, rules=[found], strict=True).findings]


def test_an_unreadable_source_is_in_the_report(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The mill will close in May.\n")
    (tmp_path / "draft.sources.yml").write_text("sources:\n  - file: gone.txt\n")
    dossier, problems = linter.dossier(linter.read(tmp_path / "draft.txt"))
    assert len(problems) == 1
    (message,) = messages(linter, "S101", dossier)
    assert message.startswith("A source was not compared: ")
    assert "gone.txt cannot be read" in message


def test_a_draft_without_words(linter: Linter, read: Read) -> None:
    source = Source(read("12", published="2025-01-01"), "s")
    dossier = Dossier.of(read("", published="2024-01-01"), (source,), makers=linter.makers)
    for code in ("S101", "S102", "S103", "S104", "S105", "S106", "S107", "S108", "S109", "S110"):
        assert len(messages(linter, code, dossier)) == (code == "S101"), code


def test_a_source_without_words_is_not_compared_with(linter: Linter, read: Read) -> None:
    scan = replace(Source(read("12 - 14"), "scan"), doc=read("12 - 14").named("scan.txt", None))
    dossier = Dossier.of(read("The vote was in 2019."), (scan, Source(read("It rained."), "s")), makers=linter.makers)
    assert ([source.id for source in dossier.sources], dossier.empty) == (["s"], ("scan.txt",))
    assert messages(linter, "S101", dossier) == ["There are no words in scan.txt: nothing was compared with it."]


def test_no_two_sources_by_one_id(linter: Linter, read: Read) -> None:
    sources = (Source(read("It rained."), "s"), Source(read("It snowed."), "s"))
    with pytest.raises(ValueError, match="an id of its own"):
        Dossier(read("It rained."), sources)
    assert [source.id for source in Dossier.of(read("It rained."), sources, makers=linter.makers).sources] == ["s", "s-2"]


def test_what_is_wrong_ends_in_one_stop(linter: Linter, read: Read) -> None:
    dossier = Dossier(
        read("It rained."), unread=("m.yml:1: unknown key 'x'; did you mean 'y'?", "a.txt: is empty"), makers=linter.makers
    )
    assert messages(linter, "S101", dossier) == [
        "A source was not compared: a.txt: is empty.",
        "A source was not compared: m.yml:1: unknown key 'x'; did you mean 'y'?",
    ]


@pytest.mark.parametrize(
    ("rule", "option"),
    [("S105", {"ours": frozenset({"Guardian"})}), ("S105", {"agencies_ok": frozenset({"The Guardian"})}), ("S103", {"ours": frozenset({"the Guardian"})})],
)  # fmt: skip
def test_the_house_itself(rule: str, option: dict[str, object], linter: Linter, read: Read) -> None:
    draft = read("The mill will close, the Guardian reported. The owner said so.")
    dossier = Dossier(draft, (Source(read("The mill will close."), "s"),), makers=linter.makers)
    assert len(messages(linter, rule, dossier)) == 1
    assert messages(linter, rule, dossier, **option) == []


def test_a_link_to_no_source(linter: Linter, read: Read) -> None:
    text = "The mill [will close](https://www.lemonde.fr/a) in May, [it says](https://www.ft.com/mill), [again](https://lemonde.fr/b)."
    draft = read(text, name="draft.md")
    source = Source(read("The mill will close in May."), "s", url="https://ft.com/mill")
    assert messages(linter, "S103", Dossier(draft, (source,), makers=linter.makers)) == [
        "The draft links to lemonde.fr/a, but none of the sources is that page."
    ]


def test_whole_and_licensed(linter: Linter, read: Read) -> None:
    text = " ".join(
        f"Mill {n} has ground its flour for the bakers of that town." for n in ("one", "two", "three", "four", "five")
    )
    source = Source(read(text), "pa", outlet="PA Media")
    dossier = Dossier(read(text), (source,), makers=linter.makers)
    assert messages(linter, "S106", dossier) == ["100 % of the draft is “pa” word for word."]
    assert messages(linter, "S106", dossier, licensed=frozenset({"Press Association"})) == []
    bought = Dossier(read(text), (replace(source, licensed=True),), makers=linter.makers)
    assert messages(linter, "S106", bought) == []

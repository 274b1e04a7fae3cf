"""The manual page of a rule says all that its file says."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import ClassVar

import pytest

from newslint import docs
from newslint.rule import Check, Measured, Rule
from newslint.rulefile import load
from tests.test_rules import LINTER

PUBLISHED = Path(__file__).parents[1] / "docs" / "rules"


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_its_options(rule: Rule) -> None:
    page = docs.page(rule)
    assert rule.why in page
    assert "\n## Reported\n" in page
    assert "\n## Not reported\n" in page
    for option in fields(rule.check):
        assert f"\n- `{option.name.replace('_', '-')}` (" in page


WHOLE = """\
id: desk-term
code: Z901
title: A loaded word
check: pattern
status: draft
severity: info
where: [paragraph]
gathered-under: [other-term]
links: [https://example.org/style]
measured: {stories: 2000, hits: 30, judged: 20, right: 19}
options: {phrases: [strongman, "{who} of"], lists: {who: [a, b]}, unless: [no *a*]}
message: “{found}” takes a side.
why: The reader judges.
examples:
  - bad: "The <<strongman>> of *Ruritania*\\nspoke."
    says: “strongman” takes a side.
    given: {published: 2025-08-15}
    sources: {wire: {text: A <<strongman>> spoke., kind: agency, outlet: KNA, published: 2025-08-14}}
  - bad: The <<junta>> fell.
    todo: not in the list
  - good: "# He spoke"
  - good: She spoke.
    fixed: She said.
"""
PAGE = """\
# Z901 desk-term: A loaded word

Severity: info. A draft: it does not run yet. It looks at: paragraph. Not said where one of these says it: `other-term`.

The reader judges.

## Reported

> The **strongman** of \\*Ruritania\\*\\
> spoke.

- published 2025-08-15
- source wire (agency, KNA, 2025-08-14): A **strongman** spoke.
- says: “strongman” takes a side.

## Not reported

> \\# He spoke

> She spoke.

- becomes: She said.

## Known misses

> The **junta** fell.

- why not yet: not in the list

## Options of the check `pattern`

"""


@pytest.fixture
def whole(tmp_path: Path) -> Rule:
    path = tmp_path / "desk-term.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return load(path, LINTER.checks)


def test_a_page_has_all_that_the_file_has(whole: Rule) -> None:
    page = docs.page(whole)
    assert page.startswith(PAGE)
    for line in (
        "- `lists` (table): who: a, b (default: none).",
        "## Measured",
        "On 2,000 published stories: 30 hits (15.0 in 1,000 stories); of 20 that were judged, 19 were right.",
        "See also: <https://example.org/style>",
    ):
        assert line in page


def test_a_page_for_a_terminal_has_no_backslashes(whole: Rule) -> None:
    assert "\\" not in docs.page(whole, plain=True)


def test_severity_by_case(whole: Rule) -> None:
    graded = replace(whole, severity={"default": "error", "earlier": "info"})
    assert "Severity: default error, earlier info." in docs.page(graded)


@dataclass(frozen=True)
class Base(Check):
    """``limit`` is the most; one of ``names`` is left out. The ``names`` are not read aloud."""

    limit: int = 3
    names: tuple[str, ...] = ()

    name: ClassVar[str] = "base"


@dataclass(frozen=True)
class Derived(Base):
    """Finds something. ``limit`` is the least, and ``in_quotes`` says where."""

    in_quotes: bool = False


def test_what_an_option_does_stands_in_the_docstring() -> None:
    said = "`limit` is the least, and `in-quotes` says where."
    assert docs.words_of(Derived) == {"limit": said, "in-quotes": said, "names": "One of `names` is left out."}


def test_the_list_has_what_a_rule_costs_and_how_it_fared(whole: Rule) -> None:
    lines = docs.listed([whole], "text").splitlines()
    assert lines[0].split() == ["code", "severity", "id", "needs", "right", "/1,000", "title"]
    assert lines[1].split(maxsplit=6) == ["Z901", "info*", "desk-term", "none", "19/20", "15.0", "A loaded word"]
    assert docs.listed([whole], "markdown").splitlines()[2] == (
        "| Z901 | info* | desk-term | none | 19/20 | 15.0 | A loaded word |"
    )
    [row] = json.loads(docs.listed([whole], "json"))
    assert row["measured"] == {"stories": 2000, "hits": 30, "judged": 20, "right": 19}
    assert (row["severities"], row["gathered-under"]) == ({"default": "info"}, ["other-term"])


@pytest.mark.parametrize(("code", "needs"), [("D101", "none"), ("P101", "names"), ("N201", "sources"), ("P202", "names+sources")])
def test_what_a_rule_needs(code: str, needs: str) -> None:
    assert docs.cost(LINTER.rule(code)) == needs


def test_pages_are_written_and_brought_up_to_date(whole: Rule, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    other = replace(whole, id="other-term", code="Z902", measured=Measured(10, 1, 1, 1))
    assert docs.write(folder, docs.pages([other, whole])) == ["README.md", "desk-term.md", "other-term.md"]
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert index.index("desk-term.md") < index.index("other-term.md")
    assert [*docs.differing(folder, docs.pages([whole, other]))] == []
    (folder / "own.md").write_text("ours", encoding="utf-8")
    assert [*docs.differing(folder, docs.pages([whole]))] == ["README.md", "other-term.md"]
    docs.write(folder, docs.pages([whole]))
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "desk-term.md", "own.md"]


def test_pages_are_the_same_in_every_process() -> None:
    """Sets have an order of their own in each; none may show."""
    page = docs.page(LINTER.rule("N101"))
    assert "frozenset" not in page
    assert "{of: " in page


def test_the_published_pages_are_current() -> None:
    assert [*docs.differing(PUBLISHED, docs.pages(LINTER.rules))] == []


@pytest.mark.parametrize("check", LINTER.checks.values(), ids=lambda check: check.name)
def test_every_option_is_explained(check: type[Check]) -> None:
    assert {option.name.replace("_", "-") for option in fields(check)} - docs.words_of(check).keys() == set()

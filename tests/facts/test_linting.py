"""Facts tables: the shipped ones are in order, and what is wrong with one is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import facts, typedyaml
from newslint.facts import Table


def test_the_shipped_tables_are_in_order() -> None:
    assert list(facts.lint(facts.shipped())) == []


@pytest.mark.parametrize("path", facts.shipped(), ids=lambda path: path.stem)
def test_a_shipped_table_holds_one_kind(path: Path) -> None:
    table = typedyaml.load(path, Table)
    assert [kind for kind, entries in vars(table).items() if entries] == [path.stem]


OFFICE = "offices:\n  - id: mayor\n    of: Harbour Town\n    titles: [Mayor]\n    source: the town hall\n    holders:\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            "bodies:\n  - {name: Acme, since: 1990, source: x}\n  - {name: Acme, since: 1991, source: x}\n",
            3,
            "'Acme' stands twice, first at",
        ),
        (
            "bodies:\n  - {name: Acme, since: 1990, source: x}\n  - {name: Bolt, also: [Acme], since: 1991, source: x}\n",
            3,
            "'Bolt' and 'Acme' are both called 'Acme'",
        ),
        ("bodies:\n  - {name: Acme, since: 1990, source: ' '}\n", 2, "no source"),
        ("bodies:\n  - {name: Acme, since: 1990, until: 1980, source: x}\n", 2, "ends before it starts"),
        ("places:\n  - {in: Atlantis, names: [Harbour Town], source: x}\n", 2, "'Atlantis' is no country, state or region"),
        ("places:\n  - {in: France, names: [France], source: x}\n", 2, "is its own container"),
        (
            "places:\n  - {in: Utah, kind: region, names: [Upland], source: x}\n  - {in: Upland, kind: region, names: [Utah], source: x}\n",
            2,
            "'Upland' lies in 'Utah', which lies in 'Upland'",
        ),
        (
            OFFICE + "      - {name: Ana Ruiz, since: 2001, until: 2010}\n      - {name: Eva Roe, since: 2009}\n",
            8,
            "'Eva Roe' holds 'mayor' while 'Ana Ruiz' does",
        ),
        (OFFICE + "      - {name: Ana Ruiz, since: 2011, until: 2010}\n", 7, "ends before it starts"),
        (
            """events:
  - {id: a, name: x, date: 2001, source: s, called: the flood}
  - {id: b, name: y, date: 2002, source: s, called: the flood}
""",
            3,
            "'the flood' speaks of 'b' and of 'a'",
        ),
        ("abbreviations:\n  - {letters: gpsu, stands-for: [Gas Union], source: x}\n", 2, "no abbreviation in capitals"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    table = tmp_path / "house.yaml"
    table.write_text(text, encoding="utf-8")
    complaints = list(facts.lint([table]))
    assert any(complaint.startswith(f"{table}:{line}:") and says in complaint for complaint in complaints), complaints


@pytest.mark.parametrize(
    "text",
    [
        "places:\n  - {in: Texas, names: [Harbour Town], source: x}\n",  # a shipped container
        "bodies:\n  - {name: NATO, since: 1950, source: ours}\n",  # the house knows better
        OFFICE + "      - {name: Ana Ruiz, since: 2001-05-01, until: 2010-05-01}\n      - {name: Eva Roe, since: 2010-05-01}\n",
    ],
)
def test_nothing_is_wrong(tmp_path: Path, text: str) -> None:
    table = tmp_path / "house.yaml"
    table.write_text(text, encoding="utf-8")
    assert list(facts.lint([table])) == []

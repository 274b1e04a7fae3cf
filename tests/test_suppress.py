"""Ignore comments against the whole linter."""

from __future__ import annotations

import pytest

from newslint.document import Dossier
from newslint.linter import Linter
from tests.conftest import Read

WRONG = "The vote was held on Monday 12 August 2025, the court said."


def codes(text: str, read: Read, linter: Linter) -> list[str]:
    draft = read(text, published="2025-08-20")
    rules = [rule for rule in linter.rules if rule.code in ("D101", "X101")]
    return [finding.code for finding in linter.check(Dossier(draft, makers=linter.makers), rules=rules).findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (WRONG, ["D101"]),
        (f"newslint: ignore[D101] court list checked\n{WRONG}", []),
        (f"newslint: ignore[wrong-weekday] court list checked\n{WRONG}", []),
        (f"newslint: ignore[D] court list checked\n{WRONG}", []),
        (f"<!-- newslint: ignore[D101] court list checked -->\n{WRONG}", []),
        (f"{WRONG} # newslint: ignore[D101] court list checked", []),
        (f"{WRONG} %% newslint: ignore[D101] court list checked", []),
        (f'newslint: ignore[D101: "Monday 12 August"] checked\n{WRONG}', []),
        (f'newslint: ignore[D101: "Friday 12 August"] checked\n{WRONG}', ["X101", "D101"]),
        (f"newslint: ignore-file[D101] a spoof calendar\n{WRONG}\n\n{WRONG}", []),
        (f"newslint: ignore[D101] court list checked\n{WRONG}\n\n{WRONG}", ["D101"]),
        (f"newslint: ignore[D101]\n{WRONG}", ["X101", "D101"]),
        (f"newslint: ignore[N201] not asked to run here\n{WRONG}", ["D101"]),
        (f"newslint: ignore[d101] no such code\n{WRONG}", ["X101", "D101"]),
        (f"newslint: ignore[D999] no such rule\n{WRONG}", ["X101", "D101"]),
        ("newslint: ignore[D101] nothing wrong here\nThe vote was held on Tuesday.", ["X101"]),
    ],
)
def test_ignoring(text: str, left: list[str], read: Read, linter: Linter) -> None:
    assert codes(text, read, linter) == left

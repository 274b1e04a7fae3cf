"""Whole stories: every finding on the seed articles, alone and against each other, as text to be read in review.

After a change that is meant, ``NEWSLINT_ACCEPT=1 python -m pytest tests/test_seeds.py`` writes
the expected files anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.document import Dossier
from newslint.finding import Outcome
from newslint.linter import Linter

SEEDS = Path(__file__).parents[1] / "seeds"
DRAFTS = sorted(path for path in SEEDS.glob("*.txt") if ".expected" not in path.name)


@pytest.mark.parametrize("mode", ["alone", "with-source"])
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem[:3])
def test_findings(draft: Path, mode: str, linter: Linter) -> None:
    everything = replace(linter, config=replace(linter.config, min_severity="info"))
    dossier, problems = everything.dossier(everything.read(draft))
    assert problems == []
    if mode == "alone":
        dossier = Dossier(dossier.draft.named(draft.name, None), makers=linter.makers)
    outcome = everything.check(dossier, strict=True)
    expected = SEEDS / f"{draft.stem}.{mode}.expected.txt"
    if os.environ.get("NEWSLINT_ACCEPT"):
        expected.write_text(shown(outcome), encoding="utf-8")
    assert shown(outcome) == expected.read_text(encoding="utf-8")


def shown(outcome: Outcome) -> str:
    """A finding a line: severity, place, code and id, message."""
    lines = []
    for finding in outcome.findings:
        line, column = outcome.draft.lines.position(finding.span.start)
        lines.append(f"{finding.severity:<8}{f'{line}:{column}':<8}{finding.code} {finding.rule:<28}{finding.message}\n")
    return "".join(lines)


def test_every_seed_is_a_dossier() -> None:
    assert len(DRAFTS) == 2
    for draft in DRAFTS:
        assert draft.with_suffix(".sources.yml").is_file()

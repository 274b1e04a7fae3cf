"""The desk that editors are tried at."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
SEED = "000_009268604145ada5.txt"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft with its source, in a folder of its own."""
    for file in SEEDS.glob("*.*"):
        copy(file, tmp_path)
    with (tmp_path / SEED).open("a") as draft:
        draft.write("\n")  # editors end a file so
    return tmp_path / SEED

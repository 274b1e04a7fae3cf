"""What a server has read before the first request: all modules that a run may need, the rules, and the language model."""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path

import newslint
from newslint.config import load
from newslint.document import Dossier, Source
from newslint.run.keeping import Kept, freeze, plugged

ELSEWHERE = ("corpus", "docs", "fetch", "lsp", "serve", "testing", "__main__")
"""Modules that no answer needs."""

DRAFT = """\
Bridge closed after crash

ELMSTEAD, 12 March 2024 - The mayor, Ann Smith, said on Tuesday that about 1,200 people had to leave their homes.

"We could not wait any longer," Smith told the Elmstead Gazette. The repairs will cost £2.5m, 15% more than in 2022, she said.

Police said a man, 34, was arrested on Monday 11 March at 11pm. According to the report, it was the first such closure
since 1987. The company allegedly ignored two warnings.
"""

SOURCE = """\
Ann Smith, the mayor of Elmstead, said on 12 March 2024: "We could not wait for longer." About 1,500 people left their homes.

The repairs will cost £2.8m. Police arrested a man aged 35 on Sunday. The bridge was last closed in 1987.
"""


def preload() -> Kept:
    """What the workers begin with. Nothing is printed, and whatever fails here fails again where somebody is told."""
    kept = Kept()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        _modules()
        with suppress(Exception):  # such as a model that is not installed
            _story(kept)
            plugged()  # a look into the folders of packages
    freeze()
    return kept


def _modules() -> None:
    for module in pkgutil.walk_packages(newslint.__path__, "newslint.", onerror=lambda _: None):
        if module.name.split(".")[1] not in ELSEWHERE:
            try:
                importlib.import_module(module.name)
            except Exception:  # an extra that is not installed
                continue


def _story(kept: Kept) -> None:
    """Lint a small story of our own, with every rule, so that all patterns are compiled and all tables read."""
    everything = replace(load(None, "strict"), min_severity="info", min_confidence="low")
    for config in (everything, load(None, "desk")):
        linter = kept.linter(config, third_party=False)
        source = Source(linter.parse(Path("source.txt"), SOURCE.encode()), "source")
        dossier = Dossier.of(linter.parse(Path("draft.txt"), DRAFT.encode()), [source], makers=linter.makers)
        linter.check(dossier)

"""The language model, loaded before a draft needs it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.linter import Linter
from newslint.lsp.garbage import keep
from newslint.mentions import Entity, Name, PasserBy, Stranger, Token
from newslint.reckonings import LifeFact

if TYPE_CHECKING:
    from newslint.lsp.server import Server

MODELLED: frozenset[type] = frozenset({Token, Entity, Name, Stranger, PasserBy, LifeFact})
"""Layers that the language model makes, or that are made of what it says."""


class Warming:
    """Loads each model once, in a thread, while nothing else is to be done; until then only quick rules run."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._models: set[str | None] = set()

    def warm(self, linter: Linter) -> None:
        """Load the model of this configuration, if one of its rules may ask for it."""
        if linter.config.nlp.model not in self._models:
            self._models.add(linter.config.nlp.model)
            self.server.background(self._warm(linter))

    async def _warm(self, linter: Linter) -> None:
        if not await self.server.aside(needs_model, linter):
            await self.server.aside(keep)
            return
        self.server.schedule.wait(True)
        try:
            async with self.server.telling.progress("loading the language model"):
                await self.server.aside(load, linter)
                await self.server.aside(keep)
        finally:
            self.server.schedule.wait(False)


def needs_model(linter: Linter) -> bool:
    """Whether a rule of this configuration may ask for the language model."""
    return any(not MODELLED.isdisjoint(rule.check.needs) for rule in linter.active(""))


def load(linter: Linter) -> None:
    """Load the language model; one that is not there is said when a draft needs it."""
    doc = linter.parse(Path("warm.txt"), b"The mayor, Ann Smith, spoke in Paris on Monday.")
    try:
        doc.all(Entity)
        doc.all(Token)
    except NewslintError:
        pass

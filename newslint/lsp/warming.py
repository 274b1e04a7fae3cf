"""The language model, loaded before a draft needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.linter import Linter
from newslint.run.keeping import freeze, load_model, needs_model

if TYPE_CHECKING:
    from newslint.lsp.server import Server


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
            await self.server.aside(freeze)
            return
        self.server.schedule.wait(True)
        try:
            async with self.server.telling.progress("loading the language model"):
                await self.server.aside(load_model, linter)
                await self.server.aside(freeze)
        finally:
            self.server.schedule.wait(False)

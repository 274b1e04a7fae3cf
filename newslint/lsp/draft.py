"""Open drafts, as the server keeps them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from newslint.lsp.buffer import Buffer
from newslint.lsp.diagnosing import Found
from newslint.paths import same


@dataclass(eq=False)
class Draft:
    """An open draft: its newest state, and what was last found, be it in an older one."""

    buffer: Buffer
    found: Found | None = None
    waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def current(self) -> Found | None:
        """What was found in the newest state; None while that is still to be linted."""
        return self.found if self.found and self.found.buffer is self.buffer else None

    def rests_on(self, path: Path) -> bool:
        """Whether this file was among its sources when it was last linted."""
        view = self.found.view if self.found else None
        return view is not None and any(same(path, source.doc.path) for source in view.outcome.dossier.sources)

    def news(self) -> None:
        """Wake whoever waits: there is another state, or more was found in this one."""
        waiting, self.waiting = self.waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

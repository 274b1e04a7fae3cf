"""Rules tried on their own examples: used by pytest and by ``newslint rules test``."""

from __future__ import annotations

from newslint.testing.coverage import remarks
from newslint.testing.examples import failure, failures
from newslint.testing.mending import mended
from newslint.testing.running import PREAMBLE, Trial, marked

__all__ = ["PREAMBLE", "Trial", "failure", "failures", "marked", "mended", "remarks"]

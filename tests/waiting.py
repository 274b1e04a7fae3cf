"""What comes about in other processes and threads is waited for; no test counts on the clock."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(holds: Callable[[], object], within: float = 60.0) -> bool:
    """Wait until something holds; False where it does not in a time that is long even on a busy machine."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True

"""How much memory this process takes, as far as its system says."""

from __future__ import annotations

import os
import sys


def resident() -> int:
    """Bytes that it has in memory now; where only Linux would say, the most that it ever had."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return most()


def most() -> int:
    """The most bytes that it has had in memory; 0 where nobody can say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024

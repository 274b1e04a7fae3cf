"""How work grows with a text: steps are counted, so that no clock is needed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

TABLE = 100
"""Results up to which a memo holds tables, which are read once whatever the text."""


def calls(work: Callable[[], object]) -> Counter[str]:
    """How often each function is called, those of C and the steps of generators included."""
    _forget()
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, arg: object) -> None:
        if event == "call":
            counts[frame.f_code.co_name] += 1
        elif event == "c_call":
            counts[getattr(arg, "__name__", "")] += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counts


def _forget() -> None:
    """Empty what newslint keeps of words and sentences, so that what one text taught is no saving for the next."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("newslint"):
            for memo in vars(module).values():
                if hasattr(memo, "cache_parameters") and (memo.cache_parameters()["maxsize"] or 0) > TABLE:
                    memo.cache_clear()

"""How complaints help: the word that was meant, or those that may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST_SHOWN = 12
"""How many allowed words a complaint lists."""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """``; did you mean 'x'?``, or the list of what is allowed where that is short enough to be of use."""
    allowed = sorted(allowed)
    if close := closest(word, allowed):
        return f"; did you mean {close!r}?"
    return f"; allowed: {', '.join(allowed)}" if 0 < len(allowed) <= MOST_SHOWN else ""


def closest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that this one is a slip for, if any."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(allowed), n=1, cutoff=0.6)), None)


def absent(keys: Sequence[str]) -> str:
    """``'why' is missing``, ``'id' and 'code' are missing``."""
    return f"{' and '.join(map(repr, keys))} {'is' if len(keys) == 1 else 'are'} missing"

"""What is loaded once and stays for good, such as a language model: kept from the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Without looking for garbage while it is loaded, nor ever after in what was: to go through half a million
    objects again and again was a twentieth of a long run."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was:
            gc.enable()

"""Rule files: YAML into rules, every complaint with file and line."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newslint.rulefile.heads import Head, files
from newslint.rulefile.keeping import heads, kept, unique

if TYPE_CHECKING:
    from newslint.rulefile.loading import AUTOMATIC_SLOTS, load, slots_of
    from newslint.rulefile.options import with_options
    from newslint.rulefile.text import RuleText

__all__ = ["AUTOMATIC_SLOTS", "Head", "RuleText", "files", "heads", "kept", "load", "slots_of", "unique", "with_options"]

_READING = {"AUTOMATIC_SLOTS": "loading", "load": "loading", "slots_of": "loading", "with_options": "options", "RuleText": "text"}
"""What only a run needs that reads a rule file, or changes a rule."""


def __getattr__(name: str) -> Any:
    if name not in _READING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_READING[name]}"), name)

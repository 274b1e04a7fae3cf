"""Rule files: YAML into rules, every complaint with file and line."""

from __future__ import annotations

from newslint.rulefile.heads import Head, files
from newslint.rulefile.keeping import heads, kept, unique
from newslint.rulefile.loading import AUTOMATIC_SLOTS, load, slots_of
from newslint.rulefile.options import with_options
from newslint.rulefile.text import RuleText

__all__ = ["AUTOMATIC_SLOTS", "Head", "RuleText", "files", "heads", "kept", "load", "slots_of", "unique", "with_options"]

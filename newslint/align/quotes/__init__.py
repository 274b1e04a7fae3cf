"""Every quotation of the draft, and the words of the sources that are the same or come nearest."""

from __future__ import annotations

from newslint.align.quotes.matching import quote_matches

__all__ = ["quote_matches"]

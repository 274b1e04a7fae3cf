"""Rules in print: a page for each, an index, a list; and what plugins added."""

from __future__ import annotations

from newslint.docs.listing import FORMATS, cost, listed
from newslint.docs.options import Option, options, words_of
from newslint.docs.pages import differing, pages, write
from newslint.docs.plugins import added
from newslint.docs.rulepage import page

__all__ = ["FORMATS", "Option", "added", "cost", "differing", "listed", "options", "page", "pages", "words_of", "write"]

"""What a clause says word by word, and which of its words are denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.align.opposites import SIDES
from newslint.align.wording import FORMAL, PASTS, stem
from newslint.document import Document
from newslint.mentions import Clause
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD, word_set

_PHRASES = {
    found.group(): word.replace("-", " ")
    for word in ()
    for found in ()
}

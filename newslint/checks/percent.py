"""Percentages that do not fit the figures beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.mentions import Quantity, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_WORDS = r"(?:\s+[\w'’-]+)"
_THE = r"(?:\s+(?:the|its|an?|his|her|their|all|those))?(?:\s+(?:total|estimated|original|full|overall|entire|planned|reported))?\s*"
_OR = r"(?:,?\s+or|,?\s+(?:which\s+is|that\s+is|equal\s+to|equivalent\s+to|amounting\s+to|worth)|\s*\(|\s+[–—-]|\s*—)"
_ROSE = re.compile(
    r"""\b(?:climb(?:ed|s|ing)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|dropp?(?:ed|s|ing)?|fall(?:en|s|ing)?|fell|gr[eo]w(?:n|s|ing)?
    |increas(?:ed?|es|ing)|jump(?:ed|s|ing)?|plung(?:ed?|es|ing)|ris(?:en?|es|ing)|rose|sank|shr[aiu]nk|slid|slip(?:ped|s)?|slump(?:ed|s)?
    |soar(?:ed|s)?|surg(?:ed?|es)|tumbl(?:ed?|es)|up|down|cut|rais(?:ed?|es|ing)|reduc(?:ed?|es|ing))
    (?:\s+(?:by|of|sharply|steadily|slightly))?(?:\s+(?P<from>from))?\s*$""",
    re.VERBOSE,
)

"""What a draft says in two ways: its own statements held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.comparisons.base import Ground
from newslint.mentions import Mention, Quantity
from newslint.spans import Span


@dataclass(frozen=True, slots=True)
class Wavering(Mention):
    """A statement as fact of what the same draft only reports or alleges elsewhere, by the words ``hedge``.

    ``score`` is how much of what the hedge softens is stated, ``lead`` whether the lead states it and the body behind hedges it.
    """

    hedge: Span
    score: float
    lead: bool


@dataclass(frozen=True, slots=True)
class Retold(Mention):
    """Words of the headline, standfirst or a caption (``span``) that the body of the same draft has otherwise
    (``other``), or a figure that it has not at all (``missing``)."""

    what: Literal["figure", "missing", "date", "direction", "certainty", "status", "name"]
    other: Span | None
    score: float
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Recount(Mention):
    """A figure of the draft that counts again what an earlier one did (``other``), and says otherwise.

    ``how`` is "zeros" where the two have the same digits, a thousand or a million times apart. ``tellers`` are who tells
    the one and who the other, where these are not the same.
    """

    quantity: Quantity
    other: Quantity
    how: Literal["differs", "zeros"]
    tellers: tuple[Span, Span] | None = None

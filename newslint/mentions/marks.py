"""How speech is marked: quotation marks that miss their other half, stops beside them, and who is heard in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.mentions.layout import Mention
from newslint.mentions.statements import Quote
from newslint.spans import Span

SlipKind = Literal["unclosed", "unopened", "unreopened", "unstopped", "unparted"]


@dataclass(frozen=True, slots=True)
class Slip(Mention):
    """A mark that is missing.

    ``unclosed`` is an opening quotation mark that nothing closes, ``unopened`` a closing one alone,
    ``unreopened`` a paragraph that goes on with a quotation without a mark of its own, ``unstopped``
    the last words of a paragraph without a stop behind them (``cue`` says that these are "he said"), ``unparted``
    the end of a quoted sentence that no comma parts from who said it.
    """

    kind: SlipKind
    cue: bool = False


@dataclass(frozen=True, slots=True)
class QuoteStop(Mention):
    """A comma or full stop beside a closing mark; the span has the quotation too.

    ``inside`` says that it stands before the mark, ``fragment`` that only part of a sentence is quoted.
    """

    quote: Quote
    inside: bool
    fragment: bool


@dataclass(frozen=True, slots=True)
class Voice(Mention):
    """A quotation, and what its surroundings tell of its speaker.

    ``heard`` says that its paragraph has a speaker, that it goes on with a quotation that has one, or that a
    credit follows; ``near`` that a paragraph close by has one. ``alone`` is a quotation that opens its
    paragraph, ``lead_in`` the words before it in its sentence.
    """

    quote: Quote
    block: int
    lead_in: Span
    heard: bool
    near: bool
    alone: bool

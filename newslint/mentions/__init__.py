"""What the layers of a document hold: plain values, each with its span.

Annotators make them, checks read them; neither needs to know the other. Names follow
the field: TIMEX3 (TimeML), attribution source, cue and content (PARC, PolNeAR).
"""

from __future__ import annotations

from newslint.mentions.figures import Approximation, DateMention, DateType, Fate, Grain, Quantity, QuantityKind, Scale, Tense, Timing, Written
from newslint.mentions.layout import Block, BlockKind, Ignore, Link, LinkKind, Mention, Sentence, Token
from newslint.mentions.marks import QuoteStop, Slip, SlipKind, Voice
from newslint.mentions.names import (
    Abbreviation,
    Accusation,
    Credit,
    CreditForm,
    CreditKind,
    Entity,
    LegalStage,
    LegalStatus,
    Name,
    NameLabel,
    Person,
    Spelling,
    Variant,
)
from newslint.mentions.statements import (
    Attribution,
    AttributionKind,
    Certainty,
    Claim,
    ClaimKind,
    Clause,
    ClauseKind,
    Hedge,
    HedgeKind,
    Quote,
    QuoteKind,
    Softener,
)

__all__ = [
    "Abbreviation",
    "Accusation",
    "Approximation",
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Certainty",
    "Claim",
    "ClaimKind",
    "Clause",
    "ClauseKind",
    "Credit",
    "CreditForm",
    "CreditKind",
    "DateMention",
    "DateType",
    "Entity",
    "Fate",
    "Grain",
    "Hedge",
    "HedgeKind",
    "Ignore",
    "LegalStage",
    "LegalStatus",
    "Link",
    "LinkKind",
    "Mention",
    "Name",
    "NameLabel",
    "Person",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteKind",
    "QuoteStop",
    "Scale",
    "Sentence",
    "Slip",
    "SlipKind",
    "Softener",
    "Spelling",
    "Tense",
    "Timing",
    "Token",
    "Variant",
    "Voice",
    "Written",
]

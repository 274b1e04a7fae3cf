"""Names of coins that several currencies share: "kroner" alone may be Norwegian or Danish."""

from __future__ import annotations

from dataclasses import replace

from newslint.align.places import Place
from newslint.mentions import Quantity
from newslint.words import lemma, word_set

# By the last word of the unit, in the singular; a code or a nation before it says which.
_SHARED = {
    "krone": word_set("NOK DKK"),
    "kroner": word_set("NOK DKK"),
    "krona": word_set("SEK ISK"),
    "kronor": word_set("SEK"),
    "kronur": word_set("ISK"),
    "crown": word_set("NOK DKK SEK CZK ISK"),
    "dollar": word_set("USD AUD CAD NZD HKD SGD TWD JMD ZWL"),
    "franc": word_set("CHF FRF BEF XOF"),
    "peso": word_set("MXN ARS CLP COP PHP"),
    "rupee": word_set("INR PKR NPR LKR IDR"),
    "dinar": word_set("IQD KWD"),
    "pound": word_set("GBP EGP IEP LBP SDG SYP"),
    "shilling": word_set("KES UGX"),
    "rial": word_set("IRR QAR SAR"),
    "riyal": word_set("QAR SAR"),
}


def as_money_of(one: Place[Quantity], other: Place[Quantity]) -> Quantity:
    """The first figure, in the currency of the other where the name of its coin may be meant for it too."""
    quantity, unit = one.mention, other.mention.unit
    if quantity.kind != "money" or other.mention.kind != "money" or quantity.unit == unit or unit is None:
        return quantity
    named = " ".join(span.of(one.doc.body) for span in quantity.unit_spans).split()
    name = lemma(named[0].lower()) if len(named) == 1 else ""
    return replace(quantity, unit=unit, scale=other.mention.scale) if unit in _SHARED.get(name, ()) else quantity

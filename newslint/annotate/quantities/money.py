"""Money: currency signs, codes and coins as ISO 4217 codes."""

from __future__ import annotations

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen
from newslint.annotate.quantities.units import Unit
from newslint.words import lemma, word_set

_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
} | {
    "฿": "THB",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
}
# Letters before a dollar sign: US$40, C$5.
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD",
    "s": "SGD", "nt": "TWD", "r": "BRL", "z": "ZWL", "j": "JMD",
}  # fmt: skip
_SPACED = {"S": "SGD", "A": "AUD", "C": "CAD"}
_LETTERS = {"US": "USD", "U.S.": "USD", "CDN": "CAD", "Cdn": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD"}
_BEHIND_LETTERS = word_set("a an and at by for from in of on or per since to")
_BEHIND_PENCE = word_set("a and at from on or per to")
_CODES = word_set(
    """
    AED ARS AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IRR ISK JPY KES KRW MXN NGN NOK NZD PHP PKR PLN
    RUB SAR SEK SGD THB TRY TWD UAH USD ZAR
    """
)
_WRITTEN = {"Rs": "INR", "Rs.": "INR", "RMB": "CNY", "SFr": "CHF", "RM": "MYR", "Dh": "AED", "Dhs": "AED", "N": "NGN"}


def _table(rows: str) -> dict[str, str]:
    """The code of each name, from rows of "CODE: name, name"."""
    parts = (row.split(": ") for row in " ".join(rows.split()).split(" | "))
    return {name: code for code, names in parts for name in names.split(", ")}


# A coin's currency where nothing else is said.
_COINS = _table("""
    USD: dollar, buck | EUR: euro | JPY: yen | CNY: yuan, renminbi, rmb, 元 | INR: rupee | RUB: rouble, ruble | ZAR: rand | CHF:
    franc | SEK: krona, kronor | NOK: krone, kroner | TRY: lira | ILS: shekel | AED: dirham | SAR: riyal | IRR: rial |
    NGN: naira | KES: shilling | THB: baht | MYR: ringgit | IDR: rupiah | PLN: zloty | HUF: forint | UAH: hryvnia | MXN:
    peso | BRL: reais | bitcoin: bitcoin | cent: cent | penny: penny, pence
""")
# Words too common to be money unless millions of them are counted: "5 million won".
_OF_MANY = {"won": "KRW", "mark": "DEM", "crown": "SEK", "real": "BRL", "dinar": "IQD"}
_NATIONAL = _table("""
    cent: american cent, u.s. cent, us cent | euro cent: euro cent | Australian cent: australian cent | Canadian cent:
    canadian cent |
    USD: american dollar, u.s. dollar, us dollar | AUD: australian dollar | CAD: canadian dollar | HKD: hong kong dollar |
    JMD: jamaican dollar | NZD: new zealand dollar | SGD: singapore dollar | TWD: taiwan dollar | ZWL: zimbabwean dollar |
    BEF: belgian franc | XOF: cfa franc | FRF: french franc | CHF: swiss franc | DKK: danish crown, danish krone, danish
    kroner | NOK: norwegian crown, norwegian kroner | SEK: swedish crown, swedish krona | CZK: czech crown, czech koruna |
    ISK: icelandic krona | KRW: korean won, south korean won | ARS: argentine peso | CLP: chilean peso | COP: colombian
    peso | MXN: mexican peso | PHP: philippine peso | INR: indian rupee | NPR: nepali rupee | PKR: pakistani rupee | LKR:
    sri lankan rupee | GBP: british pound | EGP: egyptian pound | IEP: irish pound | LBP: lebanese pound | SDG: sudanese
    pound | SYP: syrian pound | ITL: italian lira | TRY: turkish lira | IRR: iranian rial | QAR: qatari riyal | SAR: saudi
    riyal | DEM: deutsche mark, german mark | KES: kenyan shilling | UGX: ugandan shilling | IQD: iraqi dinar | KWD:
    kuwaiti dinar | CNY: chinese yuan | JPY: japanese yen | RUB: russian rouble, russian ruble | ZAR: south african rand
""")
STARTS = frozenset({*_SIGNS, *_CODES, *_WRITTEN, *(letters.upper() for letters in _DOLLARS)})
_HEAVY = word_set("heavier heavy lbs lighter overweight lose losing lost weigh weighed weighing weighs weight")


def currency_before(row: Pieces, i: int) -> tuple[str, int] | None:
    """The currency written before a figure, and where the figure starts: "US$ 40", "EUR5m", "Rs 200"."""
    piece, second = row[i], at(row, i + 1)
    if piece.text == "$" and second.lower in _DOLLARS and second.glued and at(row, i + 2).glued:  # $US113
        return _DOLLARS[second.lower], i + 2
    if piece.text in _SIGNS:
        return _SIGNS[piece.text], i + 1
    if piece.lower in _DOLLARS and second.text == "$" and (second.glued or (len(piece.text) > 1 and piece.text.isupper())):
        return _DOLLARS[piece.lower], i + 2
    if second.text == "$" and _is_spaced(row, i):  # S $1mil
        return _SPACED[piece.text], i + 2
    if (piece.text in _CODES or piece.text in _WRITTEN) and not (piece.glued and at(row, i - 1).kind != "sign"):
        start = i + 2 if piece.text == "Rs" and second.text == "." else i + 1
        if at(row, start).kind == "number" and (len(piece.text) > 1 or at(row, start).glued):
            return _WRITTEN.get(piece.text, piece.text), start
    return None


def _is_spaced(row: Pieces, i: int) -> bool:
    """Whether a letter apart from its dollar sign belongs to it; "A $2m deal" opens with an article."""
    piece, before, figure = row[i], at(row, i - 1), at(row, i + 2)
    if piece.text not in _SPACED or piece.glued or figure.kind != "number" or not figure.glued:
        return False
    return piece.text != "A" or before.text.islower() or before.text == "("


def nation_after(row: Pieces, i: int) -> str:
    """The code that letters behind a sum in dollars give it: "$76 US", "$50 Cdn", but not "a $5bn US deal"."""
    piece, follows = at(row, i), at(row, i + 1)
    ends = follows.kind != "word" or follows.lower in _BEHIND_LETTERS
    return "" if piece.glued or not ends else _LETTERS.get(piece.text, "")


def coin_after(row: Pieces, i: int, *, many: bool, sterling: bool) -> Unit | None:
    """The currency named after a figure: "five dollars", "7.5 million Danish crowns", "20p".

    ``many`` says that millions are counted, ``sterling`` that the text writes pound signs.
    """
    if is_hyphen(at(row, i)) and at(row, i).glued:
        i += 1
    piece = at(row, i)
    for length in (3, 2):
        words = [each.lower for each in row[i : i + length]]
        if words and (code := _NATIONAL.get(" ".join([*words[:-1], lemma(words[-1])]))):
            return Unit(code, "money", i, i + len(words))
    if piece.text in _CODES:
        return Unit(piece.text, "money", i, i + 1)
    if piece.kind == "sign" and at(row, i + 1).kind != "number" and (code := _SIGNS.get(piece.text)):  # 1,200€
        return Unit(code, "money", i, i + 1)
    if piece.kind != "word":
        return Unit("cent", "money", i, i + 1) if piece.text == "¢" else None
    coin = lemma(piece.lower)
    if coin in _COINS or (many and coin in _OF_MANY):
        return Unit(_COINS.get(coin) or _OF_MANY[coin], "money", i, i + 1)
    if piece.text == "p" and at(row, i - 1).kind == "number" and (piece.glued or _pence(row, i + 1, sterling=sterling)):
        return Unit("penny", "money", i, i + 1)
    return _pounds(row, i, many=many, sterling=sterling) if coin == "pound" else None


def _pence(row: Pieces, i: int, *, sterling: bool) -> bool:
    """Whether a p apart from its figure, which ends before ``row[i]``, is pence: "68 p at the close", not "8 p.m"."""
    follows = at(row, i)
    return (sterling and not follows.glued) or follows.text in (",", ";", ")") or follows.lower in _BEHIND_PENCE


def _pounds(row: Pieces, i: int, *, many: bool, sterling: bool) -> Unit:
    """Pounds are money in the millions or where the text writes £, else a weight."""
    if at(row, i + 1).lower == "sterling":
        return Unit("GBP", "money", i, i + 2)
    weighs = any(piece.lower in _HEAVY for piece in row[max(0, i - 15) : i + 15]) or at(row, i + 1).lower == "of"
    if many or (sterling and not weighs):
        return Unit("GBP", "money", i, i + 1)
    return Unit("pound", "measure", i, i + 1)

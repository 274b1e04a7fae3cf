"""Money: currency signs, codes and coins as ISO 4217 codes."""

from __future__ import annotations

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen
from newslint.annotate.quantities.units import Unit
from newslint.words import lemma, word_set

_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₪": "ILS", "₺": "TRY", "₴": "UAH"} | {
    "฿": "THB",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
}
# Letters before a dollar sign: US$40, C$5.
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    "nt": "TWD", "r": "BRL", "z": "ZWL", "j": "JMD",
}  # fmt: skip
_CODES = word_set(
    """
    AED ARS AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IRR ISK JPY KES KRW MXN NGN NOK NZD PHP PKR PLN RUB SAR SEK
    SGD THB TRY TWD UAH USD ZAR
    """
)
_WRITTEN = {"Rs": "INR", "Rs.": "INR", "RMB": "CNY", "SFr": "CHF", "RM": "MYR", "Dh": "AED", "Dhs": "AED", "N": "NGN"}
# A coin's currency where nothing else is said.
_COINS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rouble": "RUB",
    "ruble": "RUB", "rand": "ZAR", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "lira": "TRY",
    "shekel": "ILS", "dirham": "AED", "riyal": "SAR", "rial": "IRR", "naira": "NGN", "shilling": "KES", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "zloty": "PLN", "forint": "HUF", "hryvnia": "UAH", "peso": "MXN", "reais": "BRL",
    "bitcoin": "bitcoin", "cent": "cent", "penny": "penny", "pence": "penny",
}  # fmt: skip
# Words too common to be money unless millions of them are counted: "5 million won".
_OF_MANY = {"won": "KRW", "mark": "DEM", "crown": "SEK", "real": "BRL", "dinar": "IQD"}
_NATIONAL = {
    "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD", "jamaican dollar": "JMD",
    "new zealand dollar": "NZD", "singapore dollar": "SGD", "taiwan dollar": "TWD", "u.s. dollar": "USD", "us dollar": "USD",
    "zimbabwean dollar": "ZWL", "belgian franc": "BEF", "cfa franc": "XOF", "french franc": "FRF", "swiss franc": "CHF",
    "danish crown": "DKK", "danish krone": "DKK", "danish kroner": "DKK", "norwegian crown": "NOK", "norwegian kroner": "NOK",
    "swedish crown": "SEK", "swedish krona": "SEK", "czech crown": "CZK", "czech koruna": "CZK", "icelandic krona": "ISK",
    "korean won": "KRW", "south korean won": "KRW", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "mexican peso": "MXN", "philippine peso": "PHP", "indian rupee": "INR", "nepali rupee": "NPR", "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR", "british pound": "GBP", "egyptian pound": "EGP", "irish pound": "IEP", "lebanese pound": "LBP",
    "sudanese pound": "SDG", "syrian pound": "SYP", "italian lira": "ITL", "turkish lira": "TRY", "iranian rial": "IRR",
    "qatari riyal": "QAR", "saudi riyal": "SAR", "deutsche mark": "DEM", "german mark": "DEM", "kenyan shilling": "KES",
    "ugandan shilling": "UGX", "iraqi dinar": "IQD", "kuwaiti dinar": "KWD", "chinese yuan": "CNY", "japanese yen": "JPY",
    "russian rouble": "RUB", "russian ruble": "RUB", "south african rand": "ZAR",
}  # fmt: skip
_HEAVY = word_set("heavier heavy lbs lighter overweight lose losing lost weigh weighed weighing weighs weight")


def currency_before(row: Pieces, i: int) -> tuple[str, int] | None:
    """The currency written before a figure, and where the figure starts: "US$ 40", "EUR5m", "Rs 200"."""
    piece, second = row[i], at(row, i + 1)
    if piece.text in _SIGNS:
        return _SIGNS[piece.text], i + 1
    if piece.lower in _DOLLARS and second.text == "$" and second.glued:
        return _DOLLARS[piece.lower], i + 2
    if piece.text in _CODES or piece.text in _WRITTEN:
        start = i + 2 if piece.text == "Rs" and second.text == "." else i + 1
        if at(row, start).kind == "number" and (len(piece.text) > 1 or at(row, start).glued):
            return _WRITTEN.get(piece.text, piece.text), start
    return None


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
            return Unit(code, "money", i + length)
    if piece.text in _CODES:
        return Unit(piece.text, "money", i + 1)
    if piece.kind != "word":
        return Unit("cent", "money", i + 1) if piece.text == "¢" else None
    coin = lemma(piece.lower)
    if coin in _COINS or (many and coin in _OF_MANY):
        return Unit(_COINS.get(coin) or _OF_MANY[coin], "money", i + 1)
    if piece.text == "p" and piece.glued and row[i - 1].kind == "number":
        return Unit("penny", "money", i + 1)
    return _pounds(row, i, many=many, sterling=sterling) if coin == "pound" else None


def _pounds(row: Pieces, i: int, *, many: bool, sterling: bool) -> Unit:
    """Pounds are money in the millions or where the text writes £, else a weight."""
    if at(row, i + 1).lower == "sterling":
        return Unit("GBP", "money", i + 2)
    weighs = any(piece.lower in _HEAVY for piece in row) or at(row, i + 1).lower == "of"
    if many or (sterling and not weighs):
        return Unit("GBP", "money", i + 1)
    return Unit("pound", "measure", i + 1)

"""A gazetteer: names in the news that mean one thing, and what they are.

Georgia, Jordan, Chad or Washington are left to the model, which sees the words around them.
"""

from __future__ import annotations

from newslint.facts import names
from newslint.mentions import NameLabel

SHORT_FORMS = {
    "al-Qaida": "al-Qaeda",
    "Burma": "Myanmar",
    "Czech Republic": "Czechia",
    "DPRK": "North Korea",
    "EU": "European Union",
    "Fed": "Federal Reserve",
    "First World War": "World War I",
    "Holland": "Netherlands",
    "ISIL": "Islamic State",
    "ISIS": "Islamic State",
    "Kharkov": "Kharkiv",
    "Kiev": "Kyiv",
    "Met": "Metropolitan Police",
    "Met Police": "Metropolitan Police",
    "Metropolitan Police Service": "Metropolitan Police",
    "Nato": "NATO",
    "Odessa": "Odesa",
    "Second World War": "World War II",
    "U.K.": "United Kingdom",
    "U.N.": "United Nations",
    "U.S.": "United States",
    "U.S.A.": "United States",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "US": "United States",
    "United States of America": "United States",
    "USA": "United States",
    "WHO": "World Health Organization",
    "World Health Organisation": "World Health Organization",
    "World War One": "World War I",
    "World War Two": "World War II",
}
"""Short and other forms that need no gloss, and the names they stand for."""


def _names(table: str) -> list[str]:
    return [" ".join(name.split()) for name in table.split(",")]


def _table() -> dict[str, NameLabel]:
    columns: tuple[tuple[str, NameLabel], ...] = (
        (names.COUNTRIES, "GPE"),
        (names.CITIES, "GPE"),
        (names.REGIONS, "LOC"),
        (names.DEMONYMS, "NORP"),
        (names.BODIES, "ORG"),
        (names.EVENTS, "EVENT"),
        (names.PEOPLE, "PERSON"),
    )
    return {name: label for table, label in columns for name in _names(table)}


GAZETTEER = _table()
WITH_ARTICLE = frozenset(_names(names.WITH_ARTICLE))

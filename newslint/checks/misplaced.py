"""Towns put into the wrong country or state, and towns called a capital that they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.facts import Places
from newslint.mentions import Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NAME = r"(?:(?:St\.|San|Santa|El|Al|La|Los|New|Port|Addis|[A-ZÀ-Ž][\w’'-]+)(?:\s(?:de|da|do|of|upon|[A-ZÀ-Ž][\w’'-]+))*)"
_IN = re.compile(
    rf"\b(?:in|at|near|to|from|around|outside|of|reached|visited|left)\s(?P<town>{_NAME})(?P<link>,\s|\sin\s)(?:the\s|northern\s|southern\s|eastern\s|western\s|central\s)?"
    rf"(?P<around>{_NAME})(?P<behind>[’']s?\b|,|\.|;|\s|$)"
)
_CITY_OF = re.compile(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)?(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:(?:port|border|coastal|resort|industrial)\s)?(?:city|town|port|village)\s(?:of\s)(?P<town>{_NAME})"
)
_CAPITAL = re.compile(
    rf"\b(?:[Tt]he\s)(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\scapital,?\s(?:of\s)?(?P<town>{_NAME})(?!\s[a-z]+ing\b)"
)
_CAPITAL_OF = re.compile(rf"\b(?P<town>{_NAME}),\sthe\scapital\sof\s(?:the\s)?(?P<country>{_NAME})")
_ROW = re.compile(r",?\s(?:and|or)\s[A-Z]|,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?:,|\s(?:and|or)\s)")
_ROW_BEFORE = re.compile(r"[A-Z][\w’'-]*,\s(?:[\w]+\s){0,2}$|\b(?:and|or|between|from)\s$")


@dataclass(frozen=True)
class Misplaced(Check):
    """A town that the draft puts into a country or state in which the facts tables do not have it.

    The case ``capital`` is a town called a country's capital that is not. A town that the tables have in several
    places may be in any of them; a region of another country may have a namesake of every town, so that only countries,
    and states of the same country, are told wrong.
    """

    name: ClassVar[str] = "misplaced"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"town", "around", "known"}),
        "capital": frozenset({"town", "country", "known"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text, places = ctx.draft.own_words, ctx.facts.places
        for found in _IN.finditer(text):
            town, container = places.longest(found["town"]), places.container(places.longest(found["around"]))
            lone = town == found["town"] and places.longest(found["around"]) == found["around"]
            if lone and not _row(found, text) and _wrong(town, container, places):
                span = Span(found.start("town"), found.end("around"))
                yield Match(span, {"town": town, "around": found["around"], "known": _known(town, places)})
        for found in _CITY_OF.finditer(text):
            country = places.of_people(found["people"])
            town = found["town"]
            if country and places.known(town) and _wrong(town, country.name, places):
                span = Span(found.start("people"), found.end("town"))
                yield Match(span, {"town": town, "around": country.name, "known": _known(town, places)})
        yield from _capitals(text, places)


def _capitals(text: str, places: Places) -> Iterator[Match]:
    for found in (*_CAPITAL.finditer(text), *_CAPITAL_OF.finditer(text)):
        groups = found.groupdict()
        country = places.of_people(groups["people"]) if groups.get("people") else places.country(groups["country"])
        town = places.longest(found["town"])
        if country and country.capital and town == found["town"] and places.known(town) and town not in country.capitals:
            if town in places.regions or country.name == town:
                continue
            slots = {"town": town, "country": country.name, "known": country.capital}
            yield Match(Span(found.start("town"), found.end("town")), slots, case="capital")


def _row(found: re.Match[str], text: str) -> bool:
    """Whether the two stand in a list of places: "in London, France and Spain"."""
    if found["link"] != ", ":
        return found["behind"].startswith(("’", "'"))
    ended = found["behind"] in (",", ".", ";")
    behind = text[found.end("around") : found.end("around") + 60]
    return (
        not ended
        or _ROW.match(behind) is not None
        or _ROW_BEFORE.search(text, max(0, found.start() - 40), found.start()) is not None
    )


def _wrong(town: str, container: str, places: Places) -> bool:
    """Whether the tables have the town, and not there."""
    if not container or not places.known(town) or town in places.regions or places.country(town):
        return False
    around = places.around(town)
    if not around or container in around:
        return False
    if places.country(container) and container not in places.regions:  # Georgia is a state too
        return True
    country = set(places.within(container))
    return any(country & set(places.within(region)) for region in around & places.regions)  # its state is known, and is another


def _known(town: str, places: Places) -> str:
    """Where it is: "Russia", "Texas"."""
    return " or ".join(dict.fromkeys(places.within(town)))

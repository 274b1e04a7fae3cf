"""Towns put into the wrong country or state, and towns called a capital that they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.facts import Places
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.needles import each
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NAME = r"(?:(?:St\.|San|Santa|El|Al|La|Los|New|Port|Addis|[A-ZÀ-Ž][\w’'-]+)(?:\s(?:de|da|do|of|upon|[A-ZÀ-Ž][\w’'-]+)){0,5})"
_TOWN_WORD = r"(?:city|town|port|village|resort|suburb|district|capital|borough|island)"
_PART = (
    r"(?:the\s)?(?:(?:far\s|deep\s)?(?:(?:north|south)(?:[-\s]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|rural|mainland|war-torn|neighbouring|nearby)\s"
    r"|(?:(?:far\s)?(?:north|south)(?:[-\s]?(?:east|west))?|east|west|centre|heart|middle|coast)\sof\s(?:the\s)?)?"
)
"""Which part of a country: "northern", "the south-west of"."""

_IN = compiled(
    rf"\b(?:in|at|near|to|from|around|outside|of|reached|visited|left)\s(?P<town>{_NAME})(?P<link>,\s|\sin\s){_PART}"
    rf"(?P<around>{_NAME})(?P<behind>[’']s?\b|,|\.|;|\s|$)"
)
_IN_COMMA = compiled(
    rf"(?P<town>{_NAME})(?P<link>,\sin\s|\sin\s|\s\((?:in\s)?|,\san?\s(?:[a-z-]+\s){{0,3}}?{_TOWN_WORD}\s(?:of\s[\d,]+\s(?:people\s)?)?(?:in|on\sthe\scoast\sof)\s){_PART}"
    rf"(?P<around>{_NAME})(?P<behind>\)|[,.;](?!\sin\s[A-Z](?![a-z]+\s\d))|\s(?!(?:and|or)\s(?:in\s)?[A-Z])|[’']s?\b|$)"
)
"""Without a preposition before the town: "Aleppo, in Iraq", "Aleppo, a city in northern Iraq"."""

_CITY_OF = compiled(
    rf"\b(?:[Tt]he\s|[Aa]n?\s)?(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:[a-z][a-z-]*\s){{0,2}}?{_TOWN_WORD}(?:\sof|,)?\s(?P<town>{_NAME})"
)
_CITY_BEHIND = compiled(
    rf"\b(?P<town>{_NAME}),\s(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)[’']s\s(?:[a-z][a-z-]*\s){{0,2}}?{_TOWN_WORD}\b"
)
_CAPITAL = compiled(
    rf"\b(?:[Tt]he\s)(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\scapital,?\s(?:of\s)?(?P<town>{_NAME})(?!\s[a-z]+ing\b)"
)
_CAPITAL_OF = compiled(rf"\b(?P<town>{_NAME}),\sthe\scapital\sof\s(?:the\s)?(?P<country>{_NAME})")
_WITH_ARTICLE = compiled(
    r"^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles)|\b(?:Republic|Islands|Emirates|Territory)\b"
)
_ROW = compiled(r",?\s(?:and|or)\s[A-Z]|,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?:,|\s(?:and|or)\s)")
_ROW_BEFORE = compiled(r"[A-Z][\w’'-]*,\s(?:[\w]+\s){0,2}$|\b(?:and|or|between|from)\s$")


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
        told: list[Span] = []
        for town, around, span in _placed(text, places):
            if _wrong(town, around, places) and not any(span.overlaps(one) for one in told):
                told.append(span)
                yield Match(span, {"town": town, "around": around, "known": _known(town, places)})
        yield from _capitals(text, places)


def _placed(text: str, places: Places) -> Iterator[tuple[str, str, Span]]:
    """Towns and the countries or states that the text puts them in, and where it says so."""
    for found in (*each(_IN, text), *each(_IN_COMMA, text)):
        town, around = found["town"], found["around"]
        lone = places.longest(town) == town and places.longest(around) == around
        if found.re is _IN_COMMA:
            lone = lone and not _speaks_for(found, places)
        elif lone:
            lone = not _row(found, text)
        if lone and (container := places.container(around)):
            yield town, container, Span(found.start("town"), found.end("around") + (found["behind"] == ")"))
    for found in (*each(_CITY_OF, text), *each(_CITY_BEHIND, text)):
        country = places.of_people(found["people"]) or places.country(found["people"])
        if country and places.known(found["town"]):
            yield found["town"], country.name, Span(*sorted((*found.span("people"), *found.span("town")))[::3])


def _speaks_for(found: re.Match[str], places: Places) -> bool:
    """Whether it is a capital that may stand for its government ("to beat Moscow in Ukraine"), or a possessive follows."""
    if found["behind"].startswith(("’", "'")):
        return True
    capital = any(found["town"] in country.capitals for country in places.countries)
    return capital and found["link"] == " in "


def _capitals(text: str, places: Places) -> Iterator[Match]:
    for found in (*each(_CAPITAL, text), *each(_CAPITAL_OF, text)):
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
    return " or ".join(dict.fromkeys(f"the {where}" if _WITH_ARTICLE.search(where) else where for where in places.within(town)))

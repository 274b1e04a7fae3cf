"""Places within places: which country or state a town lies in, and which town is a country's capital."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Country:
    """A country, its ``people`` ("French") and its ``capital``; ``seats`` are other towns that copy calls capitals too."""

    name: str
    source: str
    capital: str = ""
    seats: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.also

    @property
    def capitals(self) -> tuple[str, ...]:
        return (self.capital, *self.seats) if self.capital else self.seats


@dataclass(frozen=True)
class PlaceGroup:
    """Places that lie ``in`` a state, a region or a country. A name that stands in two groups may be either.

    ``kind`` is "region" for what contains towns itself: a state, a province, a part of a country.
    ``also_in`` are others to whom a town is ascribed: a disputed town, a river between two states.
    """

    in_: str
    names: tuple[str, ...]
    source: str
    kind: str = "town"
    also_in: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if self.in_ in self.names:
            raise ValueError(f"{self.in_!r} is its own container")


class Places:
    """All of them, to be looked up by name."""

    def __init__(self, countries: Iterable[Country] = (), groups: Iterable[PlaceGroup] = ()) -> None:
        self.countries = tuple(countries)
        self._country = {name: country for country in self.countries for name in country.names}
        self._people = {people: country for country in self.countries for people in country.people}
        self._in: defaultdict[str, list[str]] = defaultdict(list)
        self._regions: set[str] = set()
        for group in groups:
            self._regions.update(group.names if group.kind == "region" else ())
            for name in group.names:
                self._in[name] += [group.in_, *group.also_in]
        for country in self.countries:
            for town in country.capitals:
                self._in[town].append(country.name)

    def country(self, name: str) -> Country | None:
        """The country of this name."""
        return self._country.get(name)

    def of_people(self, adjective: str) -> Country | None:
        """The country whose people this is: "French"."""
        return self._people.get(adjective)

    def container(self, name: str) -> str:
        """The name under which other places lie in it; empty for what is no country, state or region."""
        if country := self._country.get(name):
            return country.name
        return name if name in self._regions else ""

    def known(self, name: str) -> bool:
        """Whether it is a town, or a region, of the tables."""
        return name in self._in

    @property
    def regions(self) -> frozenset[str]:
        """Every state, province and part of a country."""
        return frozenset(self._regions)

    def longest(self, words: str) -> str:
        """The longest name of the tables that these words begin with, else the words."""
        parts = words.split()
        forms = (" ".join(parts[:end]) for end in range(len(parts), 0, -1))
        return next((form for form in forms if form in self._in or form in self._country), words)

    def within(self, name: str) -> Sequence[str]:
        """What it lies in directly."""
        return self._in.get(name, ())

    def around(self, name: str) -> frozenset[str]:
        """Everything that it lies in: of "Houston" Texas and the United States."""
        found: set[str] = set()
        left = list(self.within(name))
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.within(one)
        return frozenset(found)

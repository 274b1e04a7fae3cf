"""House facts: what a desk knows to be so, as plain data, and the tables that ship."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint import typedyaml
from newslint.facts.bodies import Body
from newslint.facts.events import Event, Phrase, PhraseKind, When
from newslint.facts.holders import Office, Offices, Term
from newslint.facts.nouns import NounGroup, Nouns
from newslint.facts.outlets import Outlet, Outlets
from newslint.facts.places import Country, PlaceGroup, Places
from newslint.facts.shortforms import ShortForm

__all__ = [
    "Body", "Country", "Event", "Facts", "NounGroup", "Office", "Offices", "Outlet", "Outlets", "Phrase", "PhraseKind",
    "PlaceGroup", "Places", "ShortForm", "Table", "Term", "When", "lint", "load", "shipped",
]  # fmt: skip

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class Table:
    """The keys of a facts table."""

    abbreviations: tuple[ShortForm, ...] = field(default_factory=tuple)
    bodies: tuple[Body, ...] = field(default_factory=tuple)
    countries: tuple[Country, ...] = field(default_factory=tuple)
    events: tuple[Event, ...] = field(default_factory=tuple)
    nouns: tuple[NounGroup, ...] = field(default_factory=tuple)
    offices: tuple[Office, ...] = field(default_factory=tuple)
    outlets: tuple[Outlet, ...] = field(default_factory=tuple)
    places: tuple[PlaceGroup, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Facts:
    """Everything the facts tables say; empty where none was given.

    A table is read when its kind is first asked for. Of ``house``, the tables of the desk, an entry replaces
    the shipped one with its id, name or letters; groups of nouns and of places are added to.
    """

    house: tuple[Table, ...] = ()
    ships: bool = False

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple({event.id: event for event in self._entries("events")}.values())

    @cached_property
    def phrases(self) -> Mapping[str, Sequence[tuple[Event, Phrase]]]:
        """The phrases of all events by the longest word of each."""
        index: dict[str, list[tuple[Event, Phrase]]] = {}
        for event in self.events:
            for phrase in event.phrases:
                index.setdefault(phrase.longest, []).append((event, phrase))
        return index

    @cached_property
    def offices(self) -> Offices:
        return Offices({office.id: office for office in self._entries("offices")}.values())

    @cached_property
    def places(self) -> Places:
        countries = {country.name: country for country in self._entries("countries")}
        return Places(countries.values(), self._entries("places"))

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        return tuple({body.name: body for body in self._entries("bodies")}.values())

    @cached_property
    def abbreviations(self) -> dict[str, ShortForm]:
        return {short.letters: short for short in self._entries("abbreviations")}

    @cached_property
    def outlets(self) -> Outlets:
        return Outlets({outlet.name: outlet for outlet in self._entries("outlets")}.values())

    @cached_property
    def nouns(self) -> Nouns:
        return Nouns(list(self._entries("nouns")))

    def _entries(self, kind: str) -> Iterator[Any]:
        """The entries of one kind, the desk's last."""
        own = [typedyaml.load(TABLES / f"{kind}.yaml", Table)] if self.ships else []
        return (entry for table in (*own, *self.house) for entry in getattr(table, kind))


def load(paths: Iterable[Path]) -> Facts:
    """The shipped tables and the house's own, which are read at once.

    Raises InputError with file and line for a table that cannot be used.
    """
    return Facts(tuple(typedyaml.load(path, Table) for path in paths), ships=True)


def shipped() -> list[Path]:
    """The tables that come with newslint, each named as the kind it holds."""
    return [TABLES / f"{kind.name}.yaml" for kind in fields(Table)]


def lint(paths: Iterable[Path]) -> Iterator[str]:
    """What is wrong with these tables, each as "file:line: what"; the shipped ones are known to it."""
    from newslint.facts.linting import complaints

    return complaints(paths)

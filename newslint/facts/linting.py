"""What is wrong with facts tables: faults that each entry alone cannot show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from newslint import typedyaml
from newslint.errors import InputError
from newslint.facts import Table, shipped
from newslint.facts.holders import Office
from newslint.facts.places import Country, PlaceGroup

_Entries = list[tuple[Path, Any]]


def complaints(paths: Iterable[Path]) -> Iterator[str]:
    """Each fault of these tables as "file:line: what is wrong"; a container of places may stand in a shipped table."""
    tables: list[tuple[Path, Table]] = []
    for path in paths:
        try:
            tables.append((path, typedyaml.load(path, Table)))
        except InputError as fault:
            yield from map(str, fault.every)
    entries = {kind: [(path, entry) for path, table in tables for entry in getattr(table, kind)] for kind in _KEYS}
    for kind, key in _KEYS.items():
        yield from _twice(entries[kind], key)
        yield from _unsourced(entries[kind])
    for kind in ("countries", "bodies", "outlets"):
        yield from _shared(entries[kind])
    for path, office in entries["offices"]:
        yield from _overlapping(path, office)
    yield from _phrases(entries["events"])
    if entries["places"]:
        yield from _containers(entries["places"], [country for _, country in entries["countries"]])


_KEYS = {
    "abbreviations": "letters",
    "bodies": "name",
    "countries": "name",
    "events": "id",
    "offices": "id",
    "outlets": "name",
    "places": "",
}
"""The kinds of entries, and what each is known by."""


def _said(path: Path, entry: Any, what: str) -> str:
    return f"{path}:{getattr(entry, 'line', 0) or 1}: {what}"


def _twice(entries: _Entries, key: str) -> Iterator[str]:
    seen: dict[str, tuple[Path, Any]] = {}
    for path, entry in entries if key else ():
        name = getattr(entry, key)
        if name in seen:
            first, other = seen[name]
            yield _said(path, entry, f"{name!r} stands twice, first at {_said(first, other, '').rstrip(': ')}")
        seen.setdefault(name, (path, entry))


def _unsourced(entries: _Entries) -> Iterator[str]:
    return (
        _said(path, entry, "no source: say where this can be looked up")
        for path, entry in entries
        if not getattr(entry, "source", "outlet").strip()
    )


def _shared(entries: _Entries) -> Iterator[str]:
    """Names that two entries have: nobody could say which is meant."""
    owner: dict[str, str] = {}
    for path, entry in entries:
        for name in dict.fromkeys((entry.name, *entry.also)):
            if owner.setdefault(name, entry.name) != entry.name:
                yield _said(path, entry, f"{entry.name!r} and {owner[name]!r} are both called {name!r}")


def _phrases(entries: _Entries) -> Iterator[str]:
    """Phrases that speak of two events."""
    owner: dict[str, str] = {}
    for path, event in entries:
        for phrase in event.phrases:
            if phrase.kind != "dated" and owner.setdefault(phrase.words, event.id) != event.id:
                yield _said(path, event, f"{phrase.words!r} speaks of {event.id!r} and of {owner[phrase.words]!r}")


def _overlapping(path: Path, office: Office) -> Iterator[str]:
    """Two holders of one sole office on one day; the day on which one follows the other is both's."""
    for one, other in combinations(office.holders if office.sole else (), 2):
        first, second = sorted((one, other), key=lambda term: term.first)
        if second.first < first.last:
            yield _said(path, second, f"{second.name!r} holds {office.id!r} while {first.name!r} does")


def _containers(groups: _Entries, countries: Iterable[Country]) -> Iterator[str]:
    """Places that lie in something no table has, or in themselves by way of others."""
    ours = shipped()
    known_groups: list[PlaceGroup] = [group for _, group in groups]
    known = {name for country in countries for name in country.names}
    for path in ours:
        if path.stem in ("countries", "places"):
            table = typedyaml.load(path, Table)
            known |= {name for country in table.countries for name in country.names}
            known_groups += table.places
    known |= {name for group in known_groups if group.kind == "region" for name in group.names}
    inside = {(name, group.in_) for group in known_groups for name in group.names}
    for path, group in groups:
        for container in (group.in_, *group.also_in):
            if container not in known:
                yield _said(path, group, f"{container!r} is no country, state or region of the tables")
        for name in group.names:
            if (group.in_, name) in inside:
                yield _said(path, group, f"{name!r} lies in {group.in_!r}, which lies in {name!r}")

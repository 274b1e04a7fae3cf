"""Outlets and agencies: by what names copy credits them, and where they publish."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from newslint.document import Source
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import folded

OutletKind = Literal["agency", "outlet", "state-media"]
_CAPITAL = compiled(r"(?<![\w’'.])(?:[A-ZÀ-ÞČŠŽ][A-Z.]*[\w’'-]*|[\d][\w]*|dpa|tele\w+)")
_HOST = compiled(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?:www\.|m\.|edition\.|amp\.)?([^/:?#\s]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Outlet:
    """Somebody who publishes news; ``of`` are the country and people of a state whose voice it is.

    Copy knows it by its ``name`` and by what it is ``also`` called; "The" in front of either means that
    the article must be there. ``hosts`` are where it publishes.
    """

    name: str
    kind: OutletKind = "outlet"
    also: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(folded(name) for name in (self.name, *self.also)):
            raise ValueError(f"the outlet {self.name!r} has a name without letters")

    @property
    def state(self) -> str:
        """The country whose voice it is, if any."""
        return self.of[0] if self.kind == "state-media" and self.of else ""


class Outlets:
    """All of them, to be looked up by name, by host, and in a text."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self.all = tuple(outlets)
        self._by_name: dict[str, Outlet] = {}
        self._by_host: dict[str, Outlet] = {}
        self._states: dict[str, str] = {}
        self._openings: defaultdict[str, list[tuple[str, bool, Outlet]]] = defaultdict(list)
        for outlet in self.all:
            for name in (outlet.name, *outlet.also):
                bare = name.removeprefix("The ")
                self._by_name.setdefault(folded(bare), outlet)
                opening = _CAPITAL.match(bare)
                self._openings[opening[0] if opening else bare.split()[0]].append((bare, bare != name, outlet))
            self._by_host.update(dict.fromkeys(outlet.hosts, outlet))
            self._states.update(dict.fromkeys(outlet.of, outlet.state))
        for known in self._openings.values():
            known.sort(key=lambda entry: (-len(entry[0]), entry[1]))  # the longest name wins

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name, whatever its article, capitals and hyphens."""
        return self._by_name.get(folded(re.sub(r"^the\s", "", name.strip(), flags=re.IGNORECASE)))

    def at(self, url: str) -> Outlet | None:
        """The outlet that publishes at this address."""
        found = _HOST.match(url.strip())
        host = found[1].lower() if found else ""
        while host:
            if host in self._by_host:
                return self._by_host[host]
            host = host.partition(".")[2]
        return None

    def state(self, people: str) -> str:
        """The country that this country or people is: "North Korean" gives "North Korea"; itself where no table says."""
        return self._states.get(people, people)

    def mentions(self, text: str, begin: int = 0, until: int = sys.maxsize) -> Iterator[tuple[Span, Outlet]]:
        """Every name of an outlet that begins in this stretch of a text, with its article."""
        end = begin
        for word in _CAPITAL.finditer(text, begin, until):
            if word.start() < end:
                continue
            for name, article, outlet in self._candidates(word[0]):
                stop = word.start() + len(name)
                if text.startswith(name, word.start()) and not text[stop : stop + 1].isalnum():
                    start = word.start()
                    if text[max(0, start - 4) : start] in ("the ", "The ") and not text[max(0, start - 5) : start - 4].isalnum():
                        start -= 4
                    elif article:
                        continue
                    end = stop
                    yield Span(start, stop), outlet
                    break

    def _candidates(self, word: str) -> list[tuple[str, bool, Outlet]]:
        """What may start with this word, its possessive and other tails taken off."""
        found = self._openings.get(word, [])
        bare = re.split(r"['’]s?$|-", word)[0].rstrip(".")
        return found if bare == word else [*found, *self._openings.get(bare, [])]


_OPENING = 200
"""Characters of a text in which an agency signs it: "HARBOUR TOWN (QNA) -"."""


def goes_by(source: Source, name: str) -> bool:
    """Whether a source is called so: its outlet, the initials of that, its id or file, or the tag that opens its text."""
    short = folded(name)
    letters = [word[0] for word in source.outlet.split()]
    initials = {"".join(letters), "".join(letter for letter in letters if letter.isupper())}
    stem = source.doc.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    if short in {folded(called) for called in (source.outlet, source.id, stem, *initials) if called}:
        return True
    return re.search(rf"\({re.escape(name)}\)\s*[-–—:.]", source.doc.body[:_OPENING]) is not None

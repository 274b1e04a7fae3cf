"""Counted nouns that news copy uses for one another, and those broad enough to stand for many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newslint.words import lemma


@dataclass(frozen=True)
class NounGroup:
    """Nouns that may count the same; ``broad`` ones ("people", "others") may each stand for any narrower noun too."""

    same: tuple[str, ...]
    broad: bool = False

    def __post_init__(self) -> None:
        wrong = next((noun for noun in self.same if not noun.replace("-", "").isalpha()), None)
        if wrong is not None:
            raise ValueError(f"{wrong!r} is no noun: give single words, such as soldier or by-election")
        if len(self.same) < 2 and not self.broad:
            raise ValueError("a group has two nouns or more, unless it is broad")


class Nouns:
    """All groups, to be asked whether two nouns may count the same."""

    def __init__(self, groups: Iterable[NounGroup] = ()) -> None:
        self._groups: defaultdict[str, set[int]] = defaultdict(set)
        self._broad: set[str] = set()
        for at, group in enumerate(groups):
            words = [lemma(noun) for noun in group.same]
            if group.broad:
                self._broad.update(words)
            for word in words:
                self._groups[word].add(at)

    def same(self, one: str, other: str) -> bool | None:
        """Whether two lemmas may count the same; None where one is too broad to tell."""
        if one == other or self._groups.get(one, set()) & self._groups.get(other, set()):
            return True
        return None if {one, other} & self._broad else False

"""Abbreviations, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ShortForm:
    """An abbreviation and the names that it may stand for; the first is the one to print."""

    letters: str
    stands_for: tuple[str, ...]
    source: str
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not self.letters.isupper() or not self.stands_for:
            raise ValueError(f"{self.letters!r} is no abbreviation in capitals, or stands for nothing")

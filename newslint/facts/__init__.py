"""House facts: what a desk knows to be so, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Everything the facts tables say; empty where none was given."""


def load(paths: object) -> Facts:
    return Facts()

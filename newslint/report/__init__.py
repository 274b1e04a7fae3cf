"""Outcomes as text: one module a format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """What a report is asked to show."""

    color: bool = False
    show_source: bool = False
    quiet: bool = False

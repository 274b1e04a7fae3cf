"""How a severity is told to people: a word, a sign and a colour, so that none of them is the only one."""

from __future__ import annotations

from typing import NamedTuple

from newslint.finding import Severity


class Look(NamedTuple):
    """``style`` is for a terminal; yellow is not bold there, since bold yellow is lost on white."""

    word: str
    sign: str
    style: str


LOOKS: dict[Severity, Look] = {
    "error": Look("error", "■", "bold red"),
    "warning": Look("warning", "▲", "yellow"),
    "info": Look("note", "○", "magenta"),
}

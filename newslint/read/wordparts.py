"""The parts of a Word file beside its text: what points to what, comments, styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.read.styles import Style
from newslint.read.tags import Visitor


def on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("w:val", "1") not in ("0", "false", "off")


class Relations(Visitor):
    """What a part points to, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, str, bool]] = {}

    def _relation(self, given: dict[str, str]) -> None:
        kind = given.get("Type", "").rpartition("/")[2]
        self.found[given.get("Id", "")] = kind, given.get("Target", ""), given.get("TargetMode") == "External"

    opens = {"rel:Relationship": _relation}  # noqa: RUF012  a table that nobody changes


class Comments(Visitor):
    """The words of each comment, by its id."""

    def __init__(self, element: str) -> None:
        super().__init__()
        self.element, self.found, self.id = element, dict[str, str](), ""

    def open(self, name: str, attributes: dict[str, str]) -> None:
        super().open(name, attributes)
        if name == self.element:
            self.id = attributes.get("w:id", "")
            self.found[self.id] = ""
        elif name == "w:p" and self.found.get(self.id):
            self.found[self.id] += " "

    def said(self, words: str) -> None:
        if self.path[-1] == "w:t" and self.id in self.found:
            self.found[self.id] += words


class StyleSheet(Visitor):
    """The styles of a file, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Style] = {}
        self.id = ""
        self.said_of: dict[str, Any] = {}

    def _style(self, given: dict[str, str]) -> None:
        self.id, self.said_of = given.get("w:styleId", ""), {}

    def _close(self) -> None:
        self.found[self.id] = Style(**self.said_of)

    opens = {  # noqa: RUF012
        "w:style": _style,
        "w:name": lambda self, given: self.said_of.update(name=given.get("w:val", "")),
        "w:basedOn": lambda self, given: self.said_of.update(based_on=given.get("w:val", "")),
        "w:outlineLvl": lambda self, given: self.said_of.update(outlined=given.get("w:val", "9") != "9"),
        "w:numId": lambda self, given: self.said_of.update(listed=given.get("w:val", "0") != "0"),
        "w:vanish": lambda self, given: self.said_of.update(hidden=on(given)),
    }
    closes = {"w:style": _close}  # noqa: RUF012

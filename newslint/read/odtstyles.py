"""The styles of an OpenDocument text, and what stands at the head and foot of its pages."""

from __future__ import annotations

from newslint.read.styles import Style
from newslint.read.tags import Visitor


class Styled(Visitor):
    """What is read of styles, in whatever part they stand."""

    def __init__(self, known: dict[str, Style]) -> None:
        super().__init__()
        self.known = known
        self.id = ""

    def _style(self, given: dict[str, str]) -> None:
        self.id = given.get("style:name", "")
        outlined = given.get("style:default-outline-level", "") not in ("", "0")
        listed = bool(given.get("style:list-style-name"))
        name = given.get("style:display-name") or self.id.replace("_20_", " ")
        automatic = "office:automatic-styles" in self.path
        self.known[self.id] = Style("" if automatic else name, given.get("style:parent-style-name", ""), outlined, listed)

    def _hidden(self, given: dict[str, str]) -> None:
        style = self.known.get(self.id)
        if style and given.get("text:display") == "none":
            self.known[self.id] = Style(style.name, style.based_on, style.outlined, style.listed, hidden=True)

    opens = {"style:style": _style, "style:text-properties": _hidden, "style:section-properties": _hidden}  # noqa: RUF012


class Pages(Styled):
    """The styles of a text, and what stands at the head and foot of its pages."""

    def __init__(self, known: dict[str, Style]) -> None:
        super().__init__(known)
        self.lines: list[str] = []

    def _line(self, _: dict[str, str]) -> None:
        if "office:master-styles" in self.path:
            self.lines.append("")

    def said(self, words: str) -> None:
        if self.lines and "office:master-styles" in self.path and "text:p" in self.path:
            self.lines[-1] += words

    opens = {**Styled.opens, "text:p": _line}  # noqa: RUF012

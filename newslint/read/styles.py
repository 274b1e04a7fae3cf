"""What a paragraph is, by the name of its style in Word or LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newslint.kept.regexes import compiled
from newslint.mentions import BlockKind

_NAMED: dict[BlockKind, str] = {
    "standfirst": r"sub-?title|sub-?headline|sub-?heading$|standfirst|dek\b|deck\b|(?:article )?summary",
    "headline": r"title|headline|heading|kopje|rubrik|überschrift|titre|título",
    "byline": r"by-?line|author",
    "dateline": r"date-?line|date$",
    "quote-block": r"(?:intense |block |pull )?-?quot|block ?quot|block text|zitat|citation",
    "caption": r"caption|cutline|photo|illustration|figure|drawing",
    "list-item": r"list(?:e|a)? |bullet|numbering|aufzählung",
    "boilerplate": r"toc\b|toc ?\d|contents|table of |index\b|header\b|footer\b|page number|signature",
    "code": r"source code|code\b|html code",
}
_KINDS = {kind: compiled(pattern, re.IGNORECASE) for kind, pattern in _NAMED.items()}


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file defines it: its name, the one that it is based on, and what it says itself.

    ``outlined`` where it has a level in the outline, ``listed`` where it numbers or marks its paragraphs.
    """

    name: str = ""
    based_on: str = ""
    outlined: bool = False
    listed: bool = False
    hidden: bool = False


def kind(name: str) -> BlockKind | None:
    """The kind of block that a style of this name is for; None where its name says nothing."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(name)), None)


@dataclass
class Styles:
    """All styles of a file by their ids."""

    known: Mapping[str, Style]

    def kind(self, id_: str) -> BlockKind | None:
        """What a paragraph of this style is: as its own name says, or that of a style it is based on."""
        styles = [*self._chain(id_)]
        named = next((found for style in styles if style.name and (found := kind(style.name))), None)
        if named:
            return named
        if any(style.outlined for style in styles):
            return "headline"
        return "list-item" if any(style.listed for style in styles) else None

    def hidden(self, id_: str) -> bool:
        return any(style.hidden for style in self._chain(id_))

    def _chain(self, id_: str) -> Iterable[Style]:
        seen = set[str]()
        while id_ in self.known and id_ not in seen:
            seen.add(id_)
            yield self.known[id_]
            id_ = self.known[id_].based_on

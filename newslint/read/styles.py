"""What a paragraph is, by the name of its style in Word or LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newslint.mentions import BlockKind

_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"sub-?title|sub-?headline|sub-?heading$|standfirst|dek\b|deck\b|(?:article )?summary", "standfirst"),
        (r"title|headline|heading|kopje|rubrik|überschrift|titre|título", "headline"),
        (r"by-?line|author", "byline"),
        (r"date-?line|date$", "dateline"),
        (r"(?:intense |block |pull )?-?quot|block ?quot|block text|zitat|citation", "quote-block"),
        (r"caption|cutline|photo|illustration|figure|drawing", "caption"),
        (r"list(?:e|a)? |bullet|numbering|aufzählung", "list-item"),
        (r"toc\b|toc ?\d|contents|table of |index\b|header\b|footer\b|page number|signature", "boilerplate"),
        (r"source code|code\b|html code", "code"),
    )
)


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
    return next((kind for pattern, kind in _KINDS if pattern.match(name)), None)


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

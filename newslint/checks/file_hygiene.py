"""What is wrong with a file and cannot be seen in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.pieces import places
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

# UTF-8 read as Windows-1252: curly quotation marks and dashes, and letters with accents
_GARBLED = compiled(r"â€(?:™|œ|\x9d|˜|“|”|¦|¢|\x94|\x93)|Ã[©¨¼¶¤±§¡³º«®¢ª´]|Â[£°§©®«»½ ]|\ufffd")
_INVISIBLE = compiled(r"[\u200b\u2060\u202a-\u202e\x00-\x08\x0b\x0e-\x1f]|(?<!\A)\ufeff")
_SOFT = compiled(r"\u00ad|\A\ufeff")
_TRAILING = compiled(r"[ \t]+(?=\r?\n|\Z)")


@dataclass(frozen=True)
class FileHygiene(Check):
    """Garbled letters, characters that cannot be seen, spaces at the ends of lines, no line end at the end.

    One finding a kind, at its first place, which mends them all; what garbled letters stood for is not guessed.
    A soft hyphen, and the mark that some programs put before a file's first letter, are the case ``soft``.
    """

    name: ClassVar[str] = "file-hygiene"
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "garbled": frozenset({"among"}),
        "invisible": frozenset({"among", "character"}),
        "soft": frozenset({"among", "character"}),
        "trailing": frozenset({"count"}),
        "no-line-end": frozenset(),
    }
    as_written: ClassVar[bool] = True

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        garbled = [*places(_GARBLED, text)]
        if garbled:
            yield Match(garbled[0], {"among": _among(garbled)}, "garbled")
        for case, pattern in (("invisible", _INVISIBLE), ("soft", _SOFT)):
            unseen = [*places(pattern, text)]
            if unseen:
                slots = {"among": _among(unseen), "character": f"U+{ord(unseen[0].of(text)):04X}"}
                yield Match(unseen[0], slots, case, fix=_without(unseen, "Leave them out"))
        if ctx.draft.prose != text:
            return  # in markup, spaces at the end of a line may mean something
        trailing = [*places(_TRAILING, text)]
        if trailing:
            yield Match(trailing[0], {"count": len(trailing)}, "trailing", fix=_without(trailing, "Take the spaces away"))
        if text and not text.endswith(("\n", "\r")):
            end = Span(len(text), len(text))
            yield Match(end, case="no-line-end", fix=Fix((Edit(end, "\n"),), "End the last line", safe=True))


def _among(spans: list[Span]) -> str:
    """How many there are, for a message; empty where there is only one."""
    return f", one of {len(spans)}" if len(spans) > 1 else ""


def _without(spans: list[Span], title: str) -> Fix:
    return Fix(tuple(Edit(span, "") for span in spans), title, safe=True)

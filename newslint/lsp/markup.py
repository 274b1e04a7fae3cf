"""Text for hovers, in Markdown or, for editors that show none, plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol.types import MarkupContent, MarkupKind

from newslint.kept.regexes import compiled

_SPECIAL = compiled(
    r"""[\\`*<\[\]] | (?<!\w)_ | _(?!\w) | ~(?=~) | &(?=\#?\w+;) | ^\s*[-+\#=>](?=\s) | (?<=^\d)[.)](?=\s)""", re.VERBOSE
)
"""What Markdown would take for markup; no more, since some editors show the backslashes."""


@dataclass(frozen=True)
class Markup:
    """How words are set: ``rich`` in Markdown. What comes from a draft or source is escaped, and never taken for markup."""

    rich: bool = True

    def plain(self, words: str) -> str:
        """Words as they are."""
        return _SPECIAL.sub(lambda found: f"\\{found[0]}", words) if self.rich else words

    def bold(self, words: str) -> str:
        return f"**{self.plain(words)}**" if self.rich and words else words

    def code(self, words: str) -> str:
        """Words to be typed as they stand."""
        if not self.rich:
            return words
        fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
        return f"{fence} {words} {fence}" if fence != "`" else f"`{words}`"

    def link(self, words: str, address: str, line: int = 0) -> str:
        """Words that lead to an address, at a line of it; where links cannot be shown, the words alone."""
        place = f"#L{line}" if line else ""
        return (
            f"[{self.plain(words)}]({address.replace('(', '%28').replace(')', '%29')}{place})" if self.rich and address else words
        )

    def file(self, words: str, path: Path | None, line: int) -> str:
        return self.link(words, path.absolute().as_uri() if path else "", line)

    def quoted(self, words: str, place: str) -> str:
        """A passage and where it stands; ``words`` and ``place`` are set already."""
        return f"> {words}\n> — {place}" if self.rich else f"    {words}\n    — {place}"

    def joined(self, parts: Iterable[str]) -> str:
        return "\n\n".join(filter(None, parts))

    def content(self, parts: Iterable[str]) -> MarkupContent:
        rule = "\n\n---\n\n" if self.rich else "\n\n" + "-" * 20 + "\n\n"
        return MarkupContent(MarkupKind.Markdown if self.rich else MarkupKind.PlainText, rule.join(parts))

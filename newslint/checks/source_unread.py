"""Sources that nothing could be read of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Source
from newslint.rule import Check, Match, RuleContext

_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class SourceUnread(Check):
    """A source that could not be read, or that has no words once read (``empty``), as a scanned page has none.

    What was wrong is said on standard error too; a report that is read without it must not look as if all had been compared.
    """

    name: ClassVar[str] = "source-unread"
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"problem"}), "empty": frozenset({"source"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for problem in ctx.dossier.unread:
            yield Match(ctx.opening, {"problem": problem})
        for source in ctx.sources:
            if not _readable(source):
                yield Match(ctx.opening, {"source": source.doc.name}, case="empty")


def _readable(source: Source) -> bool:
    return bool(_WORDS.search(source.doc.body))

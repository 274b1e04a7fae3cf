"""Titles given again, and titles and ages of one person that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Block, Name, Person, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})
_NO_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Rev|King|Queen|Prince|Princess|Pope|Judge|Justice)\b")
_THEN = re.compile(r"\b(?:then|was|were|when|former|formerly|ex|late|turned|turns|at\sthe\stime|aged?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TitleChanges(Check):
    """The title of somebody given again after the draft has introduced them; or two ages of one person.

    The case ``again`` is a title before the name of somebody who had it, with the full name, before. The
    case ``age`` are two ages of one person.
    """

    name: ClassVar[str] = "title-changes"
    needs: ClassVar[tuple[type, ...]] = (Person, Name, Quote, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "again": frozenset({"name", "title"}),
        "age": frozenset({"name", "age", "other"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        running = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        for person in draft.all(Person):
            own = [n for n in person.names if not draft.quoted(n.span) and any(block.covers(n.span) for block in running)]
            yield from _again(own, draft)
            yield from _ages(own, draft)


def _again(names: Sequence[Name], draft: Document) -> Iterator[Match]:
    """The first title behind a first reference with full name and title."""
    first = next((at for at, name in enumerate(names) if " " in name.span.of(draft.text)), None)
    if first is None or not (before := _before(names[first], draft)):
        return
    again = [(name, span) for name in names[first + 1 :] if (span := _before(name, draft))]
    if again:
        name, span = again[0]
        title = Span(span.start, name.start).of(draft.text).strip()
        others = tuple(Evidence(None, place, "and here") for _, place in again[1:])
        yield Match(span, {"name": name.id, "title": title}, case="again", evidence=(Evidence(None, before, "given here"), *others))


def _before(name: Name, draft: Document) -> Span | None:
    """The title right before a name, with the name."""
    start = name.start - len(name.role) - 1
    if not name.role or start < 0 or _NO_TITLE.match(name.role) or draft.body[start : name.start - 1] != name.role:
        return None
    return Span(start, name.end)


def _ages(names: Sequence[Name], draft: Document) -> Iterator[Match]:
    aged = [name for name in names if name.age is not None]
    for name in aged[1:]:
        if name.age != aged[0].age and not _THEN.search(draft.body[max(0, name.start - 60) : name.end + 40]):
            yield Match(
                name.span,
                {"name": name.id, "age": name.age, "other": aged[0].age},
                case="age",
                evidence=(Evidence(None, aged[0].span, "the other age"),),
            )
            return

"""People of whom the draft never says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER
from newslint.finding import Evidence
from newslint.mentions import Block, Name, PasserBy, Quote, Stranger
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import STOP_WORDS, folded, word_set

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Yesterday", "Today")
_TITLES = "Mr|Mrs|Ms|Miss|Mx"
_NO_PERSON = word_set("Bancorp Image Telescope Shuttle Patrol Corp Inc Ltd Group Fund Bank Company Partners Capital Holdings")
_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})


@dataclass(frozen=True)
class UnintroducedName(Check):
    """A person named in full of whom no mention says who it is, or a surname of nobody named in full.

    ``no_intro`` are people whom every reader knows. The case ``surname`` is a surname that the draft uses before, or
    without, the full name; ``lead`` somebody who stands in the lead and is spoken of throughout: ``often`` times or
    more. Those mentioned fewer than ``min_mentions`` times in the draft's own words are left alone, and unless
    ``passing`` everybody but those of the lead. Headlines, captions and quotations introduce nobody and need no
    introduction.
    """

    no_intro: frozenset[str] = frozenset()
    passing: bool = True
    min_mentions: int = 3
    often: int = 5

    name: ClassVar[str] = "unintroduced-name"
    needs: ClassVar[tuple[type, ...]] = (Stranger, PasserBy, Name, Quote, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"name"}),
        "lead": frozenset({"name"}),
        "surname": frozenset({"name"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        running = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        if not self.passing and not self._often_named(draft, running[:1]):
            return
        known = {folded(name) for name in self.no_intro}
        for person in draft.all(Stranger):
            own = [n for n in person.names if not draft.quoted(n.span) and any(block.covers(n.span) for block in running)]
            if len(own) < self.min_mentions or known & {folded(person.id), folded(person.id.split()[-1])}:
                continue
            if _of_a_person(person, own, draft):
                evidence = tuple(Evidence(None, name.span, "and here") for name in own[1:3])
                lead = bool(running) and running[0].covers(own[0].span) and len(own) >= self.often
                if not lead and not self.passing:
                    continue
                case = "surname" if " " not in person.id else "lead" if lead else "default"
                yield Match(own[0].span, {"name": person.id}, case=case, evidence=evidence)

    def _often_named(self, draft: Document, lead: Sequence[Span]) -> bool:
        """Whether the lead has a full name that nothing introduces and that comes back often enough; no model is asked."""
        return any(one.times >= self.often and any(block.covers(one.span) for block in lead) for one in draft.all(PasserBy))


def _of_a_person(person: Stranger, names: Sequence[Name], draft: Document) -> bool:
    """Whether it surely is a person's name: called by one word of it later; a surname: with no other word before it anywhere."""
    surname = person.id.split()[-1]
    if " " in person.id:
        if person.id.split()[-1] in _NO_PERSON or draft.body[names[0].end : names[0].end + 1] in ("-", ":"):
            return False
        words = [name.span.of(draft.text) for name in names]
        return words[0] == person.id and any(word in person.id.split() for word in words[1:])
    before = re.findall(rf"\b([A-Z][\w’'.-]*)\s{re.escape(surname)}\b", draft.body)
    fuller = any(word.lower() not in STOP_WORDS and word.rstrip(".") not in (*_TITLES.split("|"), *_DAYS) for word in before)
    speaks = rf"\b(?:{_TITLES})\.?\s{re.escape(surname)}\b|\b{re.escape(surname)}\s(?:said|says|told|added)\b"
    spoken = re.search(speaks, draft.own_words)
    return not fuller and spoken is not None and surname not in GAZETTEER

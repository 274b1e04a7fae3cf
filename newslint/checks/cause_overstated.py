"""Links that the draft turns into causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newslint.comparisons import ClauseMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Clause
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_LINK = compiled(
    r"""\b(?:(?:is|are|was|were|been|be|being)\s(?:\w+ly\s)?)?(?:linked\s(?:to|with)|associated\swith|correlate[sd]?\swith|tied\sto|connected\s(?:to|with))\b
    | \b(?:may|might|could|can)\s(?:\w+ly\s)?(?:contribute\sto|play\sa\s(?:role|part)\sin|be\sa\sfactor\sin|be\slinked|help)\b
    | \b(?:contributes?d?\sto|played?\sa\s(?:role|part)\sin|(?:a|an)\s(?:link|association|correlation)\s(?:between|with))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CAUSE = compiled(
    r"""\b(?:causes?d?|causing|boost(?:s|ed|ing)?|prevent(?:s|ed|ing)?|cuts?|cutting|leads?\sto|led\sto|leading\sto|trigger(?:s|ed|ing)?
    |reduc(?:es?|ed|ing)|increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|lower(?:s|ed|ing)|protects?|protected|protecting|cures?d?
    |makes?\s(?:you|people|them|children|women|men)|results?\sin|resulted\sin|halv(?:es?|ed)|doubl(?:es?|ed)|kills?|improv(?:es?|ed|ing)
    |slows?|slowed|harms?|harmed|damag(?:es?|ed)|stops?|(?:is|are|was|were|be)\s(?:to\sblame|responsible)\sfor|due\sto)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ADJECTIVE = compiled(r"(?:\b(?:an?|the|their|his|her|its|any|no|for|of|with|at|and|or)|\w{3,}ly)\s$", re.IGNORECASE)
"""What stands before a participle that describes a noun: "an increased risk"."""

_DENIED = compiled(
    r"""\b(?:cannot|could\snot|can['’]t|couldn['’]t|(?:does|do|did)(?:\snot|n['’]t))\s(?:\w+\s)?(?:show|prove|establish|say|mean|tell)\b
    | \bno\s(?:\w+\s){0,2}(?:proof|evidence|sign|suggestion)\b
    | \bnot\s(?:\w+\s)?(?:proof|proven?|proved|shown|known|clear|evidence|a\scause)\b
    | \b(?:unclear|unknown|unproven|whether|nor|never)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where a sentence says that nothing is proved."""

_SOFT = compiled(r"\b(?:may|might|could|possibl[ey]|appears?\sto|seems?\sto|not|n['’]t|perhaps)\b", re.IGNORECASE)


@dataclass(frozen=True)
class CauseOverstated(Check):
    """A clause of the draft that makes a cause of what the sources call a link. ``alike`` is the likeness of the two clauses."""

    name: ClassVar[str] = "cause-overstated"
    needs: ClassVar[tuple[type, ...]] = (ClauseMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"link"})}

    alike: float = 0.4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        docs = {source.id: source.doc for source in ctx.sources}
        for clause, group in groupby(ctx.dossier.all(ClauseMatch), key=lambda match: match.clause):
            cause = _cause(clause, ctx.draft)
            near = [match for match in group if match.source and match.other and match.score >= self.alike]
            if not cause or not near or _stands(_LINK, clause, ctx.draft) or _denied(clause, ctx.draft):
                continue
            links = [_linked(match, docs) for match in near]
            first = next((link for link in links if link), None)
            if not first or any(_causes(match, docs) for match in near):
                continue
            match, link = first
            slots = {"link": one_line(link.of(docs[match.source or ""].text))}
            yield Match(cause, slots, evidence=(Evidence(match.source, link),), grounds=match.grounds)


def _cause(clause: Clause, doc: Document) -> Span | None:
    """The verb by which one thing does another, no participle that describes a noun, and nothing that only may be."""
    for part in clause.parts:
        for found in _CAUSE.finditer(doc.own_words, part.start, part.end):
            before = doc.own_words[part.start : found.start()]
            if _SOFT.search(before):
                return None
            if not (found[0].lower().endswith(("ed", "cause", "causes", "cut", "cuts")) and _ADJECTIVE.search(before)):
                return Span(*found.span())
    return None


def _denied(clause: Clause, doc: Document) -> Span | None:
    found = _DENIED.search(doc.own_words, clause.sentence.start, clause.sentence.end)
    return Span(*found.span()) if found else None


def _linked(match: ClauseMatch, docs: Mapping[str, Document]) -> tuple[ClauseMatch, Span] | None:
    """The words of the source that make it a link, or that say no cause is proved."""
    if not match.other or not match.source:
        return None
    doc = docs[match.source]
    link = _stands(_LINK, match.other, doc) or (_denied(match.other, doc) if _cause(match.other, doc) else None)
    return (match, link) if link else None


def _causes(match: ClauseMatch, docs: Mapping[str, Document]) -> bool:
    """Whether the source itself speaks of a cause in this clause, and of no mere link."""
    if not match.other or not match.source:
        return False
    doc = docs[match.source]
    return bool(_cause(match.other, doc)) and not _stands(_LINK, match.other, doc) and not _denied(match.other, doc)


def _stands(pattern: re.Pattern[str], clause: Clause, doc: Document) -> Span | None:
    for part in clause.parts:
        if found := pattern.search(doc.own_words, part.start, part.end):
            return Span(*found.span())
    return None

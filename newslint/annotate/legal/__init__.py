"""Where people stand before the law: arrested, charged, on trial, convicted, cleared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.annotate.legal.people import Person, behind, people
from newslint.annotate.legal.stages import ANY, PASSIVE, STAGE, left_open
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, LegalStage, LegalStatus, Sentence
from newslint.needles import may_stand
from newslint.spans import Span

_PRONOUN = compiled(r"\b(?:he|she)\s(?:\w+\s){0,4}$", re.I)
_NOT_CHARGED = compiled(r"\b(?:not|\w+n['’]t)\s(?:yet\s)?(?:been\s)?charged$", re.I)
_APPEARED = compiled(r"\bappear(?:s|ed|ing)?\b[^,.;]{0,60}$", re.I)
"""Court copy goes on without an auxiliary: "Roe appeared before magistrates on Monday charged with theft"."""

_REACH = 160
"""How far before the verb its subject may stand, in characters."""


def statuses(doc: Document) -> tuple[LegalStatus, ...]:
    """Every statement that a person was arrested, charged, tried, convicted, sentenced or cleared."""
    sentences = doc.all(Sentence) if may_stand(ANY, doc.body) else ()
    worth = (pair for pair in enumerate(sentences) if may_stand(ANY, pair[1].span.of(doc.body)))
    told = [(at, match) for at, one in worth for match in ANY.finditer(doc.body, one.start, one.end)]
    told = [(at, match) for at, match in told if not doc.quoted(Span(*match.span()))]
    if not told:
        return ()
    near = sorted({place for at, _ in told for place in (max(0, at - 1), at)})
    everybody = people(doc, [sentences[at].span for at in near])
    headlines = {block.start for block in doc.all(Block) if block.kind == "headline"}
    found = []
    for at, match in told:
        stage: LegalStage = STAGE[match.lastgroup or ""]  # type: ignore[assignment]
        sentence = sentences[at]
        if left_open(stage, doc.body[sentence.start : match.start()]):
            continue
        before = sentences[at - 1].span if at else None
        headline = sentence.block.start in headlines
        if person := _whose(match, doc.body, sentence.span, before, everybody, headline=headline):
            words = _words(match, doc.body, sentence.start)
            found.append(LegalStatus(words, stage, person.span, person.key, person.named))
    return tuple(found)


def _words(match: re.Match[str], body: str, start: int) -> Span:
    """The words that say so: "found Mr Roe guilty" and "not been charged" whole."""
    end = match.end() if match[0].lower() != "found" else body.index("guilty", match.end()) + len("guilty")
    denied = _NOT_CHARGED.search(body, start, match.end()) if match[0].lower() == "charged" else None
    return Span(denied.start() if denied else match.start(), end)


def _whose(
    match: re.Match[str], body: str, sentence: Span, before: Span | None, everybody: Sequence[Person], *, headline: bool
) -> Person | None:
    """The person it befell: the subject of a passive, the object of an active, whoever pleads."""
    lead = body[sentence.start : match.start()]
    if (match.lastgroup or "").startswith("p") and not PASSIVE.search(lead):
        if person := behind(body, Span(match.end(), sentence.end), everybody):
            return person
        if not (headline or lead.rstrip().endswith((",", "—", "–")) or _APPEARED.search(lead)):
            return None
    near = [one for one in everybody if sentence.start <= one.span.start and one.before(match.start(), _REACH)]
    said_of = _PRONOUN.search(lead)
    if near and not (said_of and said_of.start() + sentence.start >= near[-1].span.end):
        return near[-1]
    if said_of and near:  # "Roe said that he would plead not guilty"
        return near[-1] if len({one.key for one in near}) == 1 else None
    if before and said_of:
        earlier = {one.key: one for one in everybody if one.sure and before.start <= one.span.start < before.end}
        return next(iter(earlier.values())) if len(earlier) == 1 else None
    return None

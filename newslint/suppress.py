"""Ignore comments: which findings they silence, and which silence nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable

from newslint.comments import comment as comment
from newslint.document import Document
from newslint.finding import Finding
from newslint.mentions import Block, Ignore
from newslint.spans import Span


def settle(
    findings: Iterable[Finding], draft: Document, ran: Collection[str], known: Collection[str] = ()
) -> tuple[list[Finding], tuple[Ignore, ...]]:
    """The findings that stay, and the ignores that silenced none.

    ``ran`` are the ids and codes of the rules that ran: an ignore for a rule that did not
    run may well be needed another time, so only those are called unused whose every code
    ran, or by ``known`` belongs to no rule at all. One without a reason silences nothing.
    """
    ignores = draft.all(Ignore)
    if not ignores:
        return list(findings), ()
    scopes = [(ignore, scope(ignore, draft)) for ignore in ignores]
    kept, used = [], set[int]()
    for finding in findings:
        silencers = [at for at, (ignore, where) in enumerate(scopes) if silences(ignore, where, finding, draft)]
        used.update(silencers)
        if not silencers:
            kept.append(finding)
    idle = [ignore for at, ignore in enumerate(ignores) if at not in used]
    unused = tuple(
        ignore for ignore in idle if all(_fits(code, ran) or (known and not _fits(code, known)) for code, _ in ignore.codes)
    )
    return kept, unused


def scope(ignore: Ignore, draft: Document) -> Span:
    """The part of the draft that an ignore speaks for."""
    if ignore.reach == "file":
        return Span(0, len(draft.text))
    if ignore.reach == "line":
        return draft.lines.line_span(draft.lines.position(ignore.start)[0])
    blocks = draft.all(Block)
    after = bisect_left([block.start for block in blocks], ignore.end)
    return blocks[after].span if after < len(blocks) else Span(ignore.end, ignore.end)


def silences(ignore: Ignore, where: Span, finding: Finding, draft: Document) -> bool:
    if not ignore.reason or not (where.overlaps(finding.span) or where.covers(finding.span)):
        return False
    found = finding.span.of(draft.text)
    return any(_names(code, finding) and words in found for code, words in ignore.codes)


def _names(code: str, finding: Finding) -> bool:
    return code == finding.rule or finding.code.startswith(code)


def _fits(code: str, keys: Collection[str]) -> bool:
    return any(key == code or key.startswith(code) for key in keys)

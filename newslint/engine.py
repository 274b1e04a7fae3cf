"""The engine: a dossier and rules in, an outcome out. No file, clock, network or terminal."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from newslint.document import Document, Dossier
from newslint.errors import NewslintError
from newslint.finding import IN_NO_SOURCE, Edit, Evidence, Finding, Fix, Hidden, Outcome, fingerprints
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind, Ignore, Quote
from newslint.rule import Check, Match, Rule, RuleContext
from newslint.spans import Span, one_line
from newslint.suppress import settle

_WORDS = compiled(r"\w(?:.*\w)?", re.DOTALL)
_TURN = compiled(
    r"\W{0,4}(?:[QA]\d{0,2}[.:)][*_]*\s+(?![A-Z]\.)|\(\([^()\n]{1,40}\)\)"
    r"|[^\W\d_a-z][\w.'’-]*(?:,?\s(?:[^\W\d_a-z][\w.'’-]*|of|the|for|and|de|van|von|al|el|bin|\([^()\n]{1,40}\))){0,6}\s?:[*_]*(?:\s|$))"
)
"""What may be the label of somebody's turn to speak; that it may be another here ("Note:") does no harm."""
_LABEL = compiled(r"\W{0,4}(?:(?P<letter>[QA])\d{0,2}[.:)](?!\s[A-Z]\.)|(?:[A-Z][A-Z.'’-]+\s?){1,5}:)[*_]*\s")
"""One whose turn may go on in the next paragraph."""
_BOLD = compiled(r"\s*(?:\*\*|__|<(?:b|strong)\b[^<>]*>)", re.IGNORECASE)
_INNER_END = compiled(r"[.!?]\W")
_TAGS = 60
_ANSWER = 6
"""Paragraphs that an answer may run to."""


class Run(Protocol):
    """What runs a rule, and gives what it finds."""

    def __call__(self, rule: Rule, unused: tuple[Ignore, ...] = ()) -> list[Finding]: ...


def check(
    dossier: Dossier,
    rules: Sequence[Rule],
    *,
    today: dt.date,
    known: Collection[str] = (),
    strict: bool = False,
    ask: Callable[[], object] = lambda: None,
    still: Iterable[Finding] = (),
    timed: Callable[[Run], Run] = lambda run: run,
) -> Outcome:
    """Everything these rules find in a draft, in text order.

    ``known`` are the ids and codes of all rules there are, so that an ignore comment for a rule
    that is not running is told from one for a rule that does not exist. A check that raises
    costs its own rule alone and is named in ``Outcome.crashed``; with ``strict`` it raises.
    ``ask`` is called before each rule, and may raise to end it all. ``still`` are findings of rules that do
    not run now, known to hold still. ``timed`` is given what runs a rule, and gives what to call in its place.
    """
    reading, as_written = RuleContext(dossier.reading, today), RuleContext(dossier, today)
    skipped = tuple((rule.id, why) for rule in rules if (why := _without(rule.check, dossier)))
    gone = {rule for rule, _ in skipped}
    crashed: list[tuple[str, str]] = []
    problems: list[NewslintError] = []

    def found_by(rule: Rule, unused: tuple[Ignore, ...] = ()) -> list[Finding]:
        ask()
        ctx = replace(as_written, unused=unused) if rule.check.as_written else reading
        try:
            return [worded(match, rule, ctx) for match in rule.check.find(ctx) if _wanted(match, rule, ctx)]
        except NewslintError as fault:  # such as a model that is not installed: the user's to mend
            problems.append(fault)
            return []
        except Exception as fault:
            if strict:
                raise
            crashed.append((rule.id, f"{type(fault).__name__}: {fault}"))
            return []

    run = timed(found_by)
    ready = [rule for rule in rules if rule.id not in gone]
    found = [*still, *(finding for rule in ready if not rule.check.after for finding in run(rule))]
    failed = {rule for rule, _ in crashed}
    ran = [key for rule in ready if rule.id not in failed for key in (rule.id, rule.code)]
    kept, hidden, unused = settle(found, dossier.draft, ran, known)
    last = [finding for rule in ready if rule.check.after for finding in run(rule, unused)]
    findings = tuple(_finished([*kept, *last], dossier.draft))
    silenced = tuple(_silenced(hidden, dossier.draft))
    return Outcome(dossier, findings, skipped, tuple(crashed), tuple(problems), {rule.id: rule for rule in ready}, silenced)


def worded(match: Match, rule: Rule, ctx: RuleContext) -> Finding:
    """A match in the rule's words and at its place in the file. Two slots are filled here:
    ``{found}`` are the words of the draft, ``{place}`` says where the first evidence stands
    (``guardian.txt:8:46``, or ``4:150`` in the draft itself)."""
    slots = {"found": one_line(match.span.of(ctx.draft.text)), "place": _place(match.evidence, ctx), **match.slots}
    message = rule.message[match.case].format_map({name: str(value) for name, value in slots.items()})
    return Finding(
        rule.id,
        rule.code,
        rule.severity[match.case],
        match.confidence,
        ctx.draft.placed(match.span),
        " ".join(message.split()),
        tuple(replace(evidence, span=_doc(evidence, ctx).placed(evidence.span)) for evidence in match.evidence),
        _placed(match.fix, ctx.draft),
        grounds=match.grounds,
        reach=tuple(map(ctx.draft.placed, match.reach)),
    )


def _place(evidence: tuple[Evidence, ...], ctx: RuleContext) -> str:
    if not evidence:
        return ""
    first = evidence[0]
    doc = _doc(first, ctx)
    line, column = doc.position(first.span.start)
    if first.source is None:
        return f"{line}:{column}"
    place = f"{doc.name}:{line}:{column}"
    source = next(source for source in ctx.sources if source.id == first.source)
    if source.kind != "archive":
        return place
    from newslint import earlier

    return f"{earlier.called(source)} ({place})"


def _doc(evidence: Evidence, ctx: RuleContext) -> Document:
    if evidence.source is None:
        return ctx.draft
    return next(source.doc for source in ctx.sources if source.id == evidence.source)


def _placed(fix: Fix | None, draft: Document) -> Fix | None:
    """A fix at its place in the file; none where markup stands between the words that it would change, or
    where it would change what somebody is quoted as saying."""
    if fix is None or not all(_leaves_quotations(edit, draft) for edit in fix.edits):
        return None
    if draft.original is None:
        return fix
    if not all(draft.original.same(edit.span, edit.span.of(draft.text)) for edit in fix.edits):
        return None
    return replace(fix, edits=tuple(replace(edit, span=draft.placed(edit.span)) for edit in fix.edits))


def _leaves_quotations(edit: Edit, draft: Document) -> bool:
    """Whether quotations say the same after an edit; their marks, and a comma or stop beside these, are nobody's words."""
    if not draft.quoted(edit.span):
        return not _may_be_said(edit.span, draft)
    if _WORDS.search(edit.span.of(draft.text)) or _WORDS.search(edit.text):
        return False
    said = (_WORDS.search(draft.text, quote.start, quote.end) for quote in draft.all(Quote))
    return not any(words and words.start() < edit.span.end and edit.span.start < words.end() for words in said)


def _may_be_said(span: Span, draft: Document) -> bool:
    """Whether somebody may be speaking there without marks: in a block quotation, the turn of an interview, an answer."""
    blocks, at = draft.all(Block), _block(span, draft)
    if at is None:
        return False
    if blocks[at].kind == "quote-block" or _TURN.match(draft.text, blocks[at].start, blocks[at].end):
        return True
    for back, block in enumerate(reversed(blocks[max(0, at - _ANSWER) : at])):
        if block.kind not in ("paragraph", "list-item", "quote-block"):
            return False
        label = _LABEL.match(draft.text, block.start, block.end)
        if (label and (not back or label["letter"])) or _asks(block, draft, in_bold=back > 0):
            return True
    return False


def _asks(block: Block, draft: Document, *, in_bold: bool) -> bool:
    """Whether a paragraph is a question put to somebody: one in bold or, unless it must be ``in_bold``, one question alone."""
    words = block.span.of(draft.text).rstrip("*_ ")
    if not words.endswith("?"):
        return False
    file, start = (draft.original.text if draft.original else draft.text), draft.placed(block.span).start
    if _BOLD.search(file, max(file.rfind("\n", 0, start) + 1, start - _TAGS), start + 2):
        return True
    return not in_bold and words[0] not in "\"'“‘" and not _INNER_END.search(words[:-1])


def _without(check: Check, dossier: Dossier) -> str:
    """Why a check that compares cannot: there is nothing to compare with, or nothing but stories that no draft rests on."""
    if not check.compares():
        return ""
    if not dossier.sources:
        return "no sources given"
    if not check.archive and all(source.kind == "archive" for source in dossier.sources):
        return "no sources given but earlier stories"
    return ""


def _wanted(match: Match, rule: Rule, ctx: RuleContext) -> bool:
    if rule.where and _kind(match.span, ctx.draft) not in rule.where:
        return False
    if rule.code in IN_NO_SOURCE or all(source.kind != "archive" for source in ctx.sources):
        return True
    from newslint import earlier

    return earlier.worth_telling(match, rule.check, ctx)


def _kind(span: Span, draft: Document) -> BlockKind | None:
    """The kind of the block that a span begins in."""
    at = _block(span, draft)
    return None if at is None else draft.all(Block)[at].kind


def _block(span: Span, draft: Document) -> int | None:
    """Which block a span begins in."""
    blocks = draft.all(Block)
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return at if at >= 0 and span.start < blocks[at].end else None


def gathered(findings: Sequence[Finding], rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings, each with the first that speaks for it: of a rule that its own is gathered under, and round it."""
    under = {rule.id: rule.gathered_under for rule in rules if rule.gathered_under}
    speakers = [finding for finding in findings if any(finding.rule in names for names in under.values())]

    def speaker(finding: Finding) -> str:
        names = under.get(finding.rule, ())
        return next((one.fingerprint for one in speakers if one.rule in names and reached(one, finding.span)), "")

    def reached(one: Finding, span: Span) -> bool:
        return any(part.covers(span) for part in (one.span, *one.reach))

    return tuple(replace(finding, gathered=speaker(finding)) for finding in findings)


def capped(findings: Sequence[Finding], rules: Sequence[Rule], most: int) -> tuple[Finding, ...]:
    """The findings, those of a rule beyond the first ``most`` gathered under the last of these; 0 for no limit.

    An error is always told, and so is what was held against the sources: each of those is a fact of its own.
    """
    repeats = {rule.id for rule in rules if not rule.check.compares()}
    last: dict[str, list[str]] = {}
    kept = []
    for finding in findings:
        if most and finding.rule in repeats and finding.severity != "error" and not finding.gathered:
            told = last.setdefault(finding.rule, [])
            if len(told) < most:
                told.append(finding.fingerprint)
            else:
                finding = replace(finding, gathered=told[-1])
        kept.append(finding)
    return tuple(kept)


def _silenced(hidden: Iterable[Hidden], draft: Document) -> Iterator[Hidden]:
    """What was hidden, in text order and each with its fingerprint."""
    by = {one.finding: one for one in reversed([*hidden])}
    for finding in _finished(by, draft):
        yield replace(by[replace(finding, fingerprint="")], finding=finding)


def _finished(findings: Iterable[Finding], draft: Document) -> Iterator[Finding]:
    ordered = sorted(set(findings), key=lambda finding: finding.order)
    prints = fingerprints(draft.text, ((finding.rule, finding.span) for finding in ordered))
    for finding, print_ in zip(ordered, prints, strict=True):
        yield replace(finding, fingerprint=print_)

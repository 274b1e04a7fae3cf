"""Finding and Outcome: what a run has to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from newslint.comparisons import Ground
from newslint.document import Document, Dossier
from newslint.errors import NewslintError
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.rule import Rule

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]

IN_NO_SOURCE = frozenset({"D202", "N202", "P202", "Q202"})
"""Codes of the rules that find what no source has; the others that compare find what differs."""


def at_least(level: str, floor: str) -> bool:
    """Whether a severity (or a confidence) is as grave (as sure) as ``floor``."""
    scale = get_args(Severity) if floor in get_args(Severity) else get_args(Confidence)
    return scale.index(level) <= scale.index(floor)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears the finding out: in the source with this id, or in the draft itself (None)."""

    source: str | None
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for a span of the draft."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; ``safe`` where they change no fact. Others are offered, never applied."""

    edits: tuple[Edit, ...]
    title: str = ""
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, as a person reads it; ``grounds`` are what it rests on, for ``--explain``.

    ``reach`` is what it speaks for beside its own place; ``gathered`` is the fingerprint of the
    finding that speaks for it, in reports for people.
    """

    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: str
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    grounds: tuple[Ground, ...] = ()
    reach: tuple[Span, ...] = ()
    gathered: str = ""

    @property
    def order(self) -> tuple[int, int, str, str]:
        return self.span.start, self.span.end, self.code, self.message


@dataclass(frozen=True, slots=True)
class Hidden:
    """A finding that nobody is told of, by what, and the reason that was given for it."""

    finding: Finding
    by: Literal["comment", "confirmed", "baseline"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that came of one draft: findings in text order, and what did not run and why.

    ``skipped`` and ``crashed`` pair a rule id with the reason: silence must not look like
    approval. ``problems`` are what the user can mend, such as a model that is not installed.
    ``hidden`` are findings that the desk has silenced.
    ``rules`` are those that ran, by id, for what a report says of a rule: its title, why, its links.
    """

    dossier: Dossier
    findings: tuple[Finding, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    crashed: tuple[tuple[str, str], ...] = ()
    problems: tuple[NewslintError, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict, repr=False, compare=False)
    hidden: tuple[Hidden, ...] = ()

    @property
    def draft(self) -> Document:
        return self.dossier.draft

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings that people are told one by one; the others are gathered under one of them."""
        return tuple(finding for finding in self.findings if not finding.gathered)

    def more_like(self, finding: Finding) -> tuple[Finding, ...]:
        """The findings of the same rule that this one speaks for: repeats that nobody is told one by one."""
        return tuple(one for one in self.findings if one.gathered == finding.fingerprint and one.rule == finding.rule)

    def document(self, evidence: Evidence) -> Document:
        """The text that a piece of evidence lies in."""
        if evidence.source is None:
            return self.draft
        return next(source.doc for source in self.dossier.sources if source.id == evidence.source)


def fingerprints(text: str, keyed: Iterable[tuple[str, Span]]) -> list[str]:
    """A short hash for each (rule id, span) that survives edits elsewhere in the text.

    It is made of the rule, the words found, two words on either side and a running number
    for those that would be alike, and dies when the sentence changes.
    """
    from _blake2 import blake2b  # hashlib would load all of OpenSSL

    seen: dict[str, int] = {}
    made = []
    for rule, span in keyed:
        before = text[max(0, span.start - 60) : span.start].split()[-2:]
        after = text[span.end : span.end + 60].split()[:2]
        key = "\x1f".join([rule, *before, " ".join(span.of(text)[:400].split()), *after])
        seen[key] = seen.get(key, 0) + 1
        made.append(blake2b(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())
    return made

"""Rule and Check: the editor's words, and the code that finds.

A rule is a YAML file: id, message, severity, examples, and the name of a check with its
options. A check is a frozen dataclass whose fields are those options. A check never sees
its rule's id, severity or wording; one check may serve many rules.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from newslint.comparisons import Comparison, Ground
from newslint.document import Document, Dossier, Source, SourceKind
from newslint.finding import Confidence, Evidence, Fix, Severity
from newslint.mentions import BlockKind, Ignore, Sentence
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.facts import Facts


@dataclass(frozen=True, slots=True)
class Match:
    """What a check yields: a place, the slots of the message, and which of the rule's messages.

    ``reach`` is all that the finding speaks for, where that is more than its place: every sentence
    of a passage that is reported at its first.
    """

    span: Span
    slots: Mapping[str, object] = field(default_factory=dict)
    case: str = "default"
    confidence: Confidence = "high"
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    grounds: tuple[Ground, ...] = ()
    reach: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Everything a check may see. ``unused`` are ignore comments that silenced nothing."""

    dossier: Dossier
    today: dt.date
    unused: tuple[Ignore, ...] = ()

    @property
    def draft(self) -> Document:
        return self.dossier.draft

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.dossier.sources

    @property
    def opening(self) -> Span:
        """The first sentence of the draft: the place for what has none of its own, such as a fault of a manifest."""
        first = next(iter(self.draft.all(Sentence)), None)
        return first.span if first else Span(0, 0)

    @property
    def facts(self) -> Facts:
        """What the desk knows to be so; its tables are read when first asked for."""
        from newslint.facts import Facts

        return next(iter(self.dossier.all(Facts)), Facts())


@dataclass(frozen=True)
class Check:
    """Base of all checks. Subclasses are frozen dataclasses; their fields are the options of rule files.

    ``needs`` are the layers it asks for, ``cases`` the messages a rule must word, each with
    the slots it may use. ``after`` marks a check that runs once the others' findings have
    been silenced; ``as_written`` one that sees the file as it is, markup and all, and not the reading copy.
    ``archive`` marks one that also holds a draft against earlier stories of the house, which no draft rests on.
    """

    name: ClassVar[str]
    needs: ClassVar[tuple[type, ...]] = ()
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset()}
    after: ClassVar[bool] = False
    as_written: ClassVar[bool] = False
    archive: ClassVar[bool] = False

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        raise NotImplementedError

    @classmethod
    @cache
    def compares(cls) -> bool:
        """Whether it holds the draft against its sources, so that it cannot run without one: it needs
        a comparison, or asks for the ``Source`` itself."""
        return any(issubclass(need, (Comparison, Source)) for need in cls.needs)


@dataclass(frozen=True)
class Given:
    """What an example takes for granted."""

    published: dt.date | None = None
    today: dt.date | None = None


@dataclass(frozen=True)
class SourceText:
    """A source of an example, with what a manifest would say of it."""

    text: str
    published: dt.date | None = None
    kind: SourceKind = "outlet"
    outlet: str = ""
    translated: bool = False
    licensed: bool = False
    url: str = ""


@dataclass(frozen=True)
class Example:
    """A text that must, or must not, be found; ``<<`` and ``>>`` mark the places."""

    bad: str = ""
    good: str = ""
    says: str | tuple[str, ...] = ()
    fixed: str | None = None
    sources: Mapping[str, str | SourceText] = field(default_factory=dict)
    given: Given = field(default_factory=Given)
    todo: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        if bool(self.bad) == bool(self.good):
            raise ValueError("an example has either 'bad' or 'good'")

    @property
    def messages(self) -> tuple[str, ...]:
        return (self.says,) if isinstance(self.says, str) else self.says


@dataclass(frozen=True)
class Measured:
    """How a rule fared on published stories: what it said there, how much of that an editor judged, and how much was right."""

    stories: int
    hits: int
    judged: int
    right: int

    def __post_init__(self) -> None:
        if min(self.stories, self.hits, self.judged, self.right) < 0 or not self.stories:
            raise ValueError("measured: counts of stories and of what was found there, none below 0")
        if not self.right <= self.judged <= self.hits:
            raise ValueError("measured: no more can be right than were judged, nor judged than were hits")

    @property
    def rate(self) -> float:
        """Hits in a thousand stories."""
        return 1000 * self.hits / self.stories


@dataclass(frozen=True)
class Rule:
    """A check with an editor's words. ``message`` and ``severity`` have an entry for each case.

    ``gathered_under`` are rules whose findings speak for those of this one that lie inside them: a
    figure with no source, in a passage with no source. ``extends`` is the rule that this one is, with changes.
    """

    id: str
    code: str
    title: str
    why: str
    check: Check
    message: Mapping[str, str]
    severity: Mapping[str, Severity]
    examples: tuple[Example, ...] = ()
    status: Literal["live", "draft"] = "live"
    where: frozenset[BlockKind] = frozenset()
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    gathered_under: tuple[str, ...] = ()
    extends: str = ""
    measured: Measured | None = None
    path: Path | None = None

    @property
    def gravest(self) -> Severity:
        """The gravest that any of its cases can be."""
        return min(self.severity.values(), key=get_args(Severity).index)

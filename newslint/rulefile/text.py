"""The keys of a rule file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from newslint.finding import Severity
from newslint.mentions import BlockKind
from newslint.rule import Example, Measured
from newslint.typedyaml import Raw, absent

OWN = ("title", "why", "check", "message", "severity")
"""What a rule says itself, unless it extends another."""


@dataclass(frozen=True)
class RuleText:
    """What stands in a rule file, key by key.

    ``id`` is the file's name and names the fault. ``code`` is the letter of a family and three digits. ``title`` is the fault
    in a few words. ``why`` is the reason, in a sentence that an editor would nod at. ``check`` is the name of the code that
    finds it. ``options`` are what that check lets a desk choose. ``message`` is what readers of a report are told, or a message
    for each case of the check; ``{found}`` stands for the words found. ``severity`` is error, warning or info, or one for each
    case. ``examples`` are texts that must and must not be found: its tests and its manual page. ``extends`` is the id of a rule
    that this one is, but for what stands here. ``status`` is draft for a rule that is not run yet. ``where`` are the kinds of
    block that it looks at. ``tags`` are words to group rules by. ``links`` are pages of a style guide. ``gathered-under`` are
    rules whose findings speak for those of this one. ``measured`` is how it fared on published stories.
    """

    id: str
    code: str
    examples: tuple[Example, ...]
    title: str = ""
    why: str = ""
    check: str = ""
    message: str | Mapping[str, str] = ""
    severity: Severity | Mapping[str, Severity] | None = None
    extends: str = ""
    options: Raw | None = None
    status: Literal["live", "draft"] = "live"
    where: frozenset[BlockKind] = frozenset()
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = field(default_factory=tuple)
    gathered_under: tuple[str, ...] = ()
    measured: Measured | None = None

    def __post_init__(self) -> None:
        if blank := [key for key in ("title", "why", "check", "message") if _blank(getattr(self, key))]:
            raise ValueError(f"{blank[0]!r} is empty")
        if self.extends and self.check:
            raise ValueError("a rule that extends another has that one's check; take 'check' away")
        if not self.extends and (missing := [key for key in OWN if not getattr(self, key)]):
            raise ValueError(absent(missing))


def _blank(words: object) -> bool:
    """Whether a text was given that says nothing."""
    return isinstance(words, str) and bool(words) and not words.strip()

"""What files beside the drafts silence: facts that the desk has confirmed, and what a baseline has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import confirmed, suppress
from newslint.config import Config
from newslint.confirmed import Fact, Facts
from newslint.document import Document
from newslint.errors import ConfigError, InputError
from newslint.finding import Outcome
from newslint.kept import looks
from newslint.keys import Keys
from newslint.paths import is_file, real

if TYPE_CHECKING:
    from newslint.baseline import Baseline


def silenced(outcome: Outcome, config: Config, *, today: dt.date, known: Collection[str]) -> Outcome:
    """The outcome without the findings that files silence, which are ``hidden``; what is wrong with a file is a problem of it."""
    draft = outcome.draft
    keys, findings, hidden = Keys(draft), list(outcome.findings), list(outcome.hidden)
    problems: list[InputError] = []
    if facts := facts_for(draft, config):
        problems += [*facts.faults, *_strangers(facts, known), *_astray(facts, draft)]
        findings, silent, _ = suppress.confirmed(findings, spoken(facts, draft), keys, today)
        hidden += silent
    try:
        before = baseline_of(config)
    except InputError as fault:
        problems.append(fault)
    else:
        if before:
            findings, silent, _ = suppress.before(findings, before.known(path(draft)), keys)
            hidden += silent
    return replace(outcome, findings=tuple(findings), hidden=tuple(hidden), problems=(*outcome.problems, *problems))


def path(draft: Document) -> Path:
    """Where a draft lies, or would."""
    return draft.path or Path(draft.name)


def facts_for(draft: Document, config: Config) -> Facts | None:
    """The facts that the desk has confirmed, from the file that holds for this draft, if there is one."""
    file = config.confirmed or (None if config.isolated else confirmed.find(path(draft)))
    return _facts(file, looks.taken(looks.STAMP, str(file))) if file else None


def baseline_of(config: Config) -> Baseline | None:
    """The baseline, if one is chosen; raises ConfigError where it cannot be read."""
    if config.baseline is None:
        return None
    if not is_file(config.baseline):
        raise ConfigError("does not exist; --update-baseline writes it", path=config.baseline)
    return _baseline(config.baseline, looks.taken(looks.STAMP, str(config.baseline)))


def spoken(facts: Facts, draft: Document) -> list[Fact]:
    """The facts that speak of this draft."""
    name = facts.name(path(draft))
    return [fact for fact in facts.facts if fact.holds_for(name)]


def whereabouts(draft: Document, config: Config) -> tuple[object, ...]:
    """What silencing hangs on beside the words of draft and files: where each lies, and whether a draft that is named does."""
    facts = facts_for(draft, config)
    files = (path(draft), facts and facts.path, config.baseline)
    return *(file and real(file) for file in files), *(str(fault) for fault in (_astray(facts, draft) if facts else ()))


def _strangers(facts: Facts, known: Collection[str]) -> Iterator[InputError]:
    """Facts that name no rule there is."""
    for fact in facts.facts:
        for rule in fact.rule:
            if known and rule not in known:
                yield InputError(suppress.stranger(rule, known), path=facts.path, line=fact.line)


def _astray(facts: Facts, draft: Document) -> Iterator[InputError]:
    """Facts that name no draft there is, and seem to mean this one."""
    name = facts.name(path(draft))
    alike = [fact for fact in facts.facts if re.split(r"[/\\]", fact.draft)[-1] == name.rpartition("/")[2]]
    for fact in alike:
        if not fact.holds_for(name) and not is_file(facts.path.parent / fact.draft):
            message = f"no draft is called {fact.draft!r}; from here this one is {name!r}"
            yield InputError(message, path=facts.path, line=fact.line)


def forget() -> None:
    """Forget what is kept by path: the process is in another folder now."""
    _facts.cache_clear()
    _baseline.cache_clear()


@lru_cache(maxsize=32)
def _facts(path: Path, stamp: tuple[int, ...]) -> Facts:
    del stamp
    return confirmed.load(path)


@lru_cache(maxsize=8)
def _baseline(path: Path, stamp: tuple[int, ...]) -> Baseline:
    del stamp
    from newslint import baseline

    return baseline.load(path)

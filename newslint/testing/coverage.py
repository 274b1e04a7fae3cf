"""What the examples of a rule leave unsaid: a case that none shows, an option that changes nothing in any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, replace
from typing import Any

from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.rule import Check, Rule
from newslint.testing.running import Trial, marked


def remarks(rule: Rule, linter: Linter) -> Iterator[str]:
    """What an author may want to add examples for; none of it is a failure."""
    trials = [*_trials(rule, linter)]
    try:
        whole = [_said(trial.outcome(rule)) for trial in trials]
    except Exception:  # the examples say so themselves
        return
    if not rule.extends and (unshown := _unshown(rule, trials)):
        yield f"{rule.path}: no example shows {_listed('case', unshown)}"
    own = () if rule.extends else _without(rule.check)
    if unused := [name for name, check in own if _alike(replace(rule, check=check), trials, whole)]:
        yield f"{rule.path}: no example needs {_listed('option', unused)}"


def _trials(rule: Rule, linter: Linter) -> Iterator[Trial]:
    for example in rule.examples:
        try:
            text = marked(example.bad or example.good)[0]
        except ValueError:
            continue
        if not example.todo:
            yield Trial.of(example, text, linter)


def _unshown(rule: Rule, trials: Sequence[Trial]) -> list[str]:
    """The cases of the check that no finding is of, sure or not; told by wording each case as its own name."""
    named = replace(rule, message={case: case for case in rule.message})
    shown = {finding.message for trial in trials for finding in trial.unsure.outcome(named).findings}
    return [case for case in rule.message if case not in shown]


def _without(check: Check) -> Iterator[tuple[str, Check]]:
    """The check, once without each option that was set."""
    for field in fields(check):
        value, bare = getattr(check, field.name), _bare(field, getattr(check, field.name))
        if bare is MISSING or value == bare:
            continue
        try:
            yield field.name.replace("_", "-"), replace(check, **{field.name: bare})
        except (TypeError, ValueError):  # the others need it
            continue


def _bare(field: Field[Any], value: object) -> Any:
    """An option as it is when nobody sets it; empty, for a list that must be set."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    if field.default is MISSING and isinstance(value, tuple | frozenset | Mapping):
        return type(value)()
    return field.default


def _alike(rule: Rule, trials: Sequence[Trial], whole: Sequence[object]) -> bool:
    """Whether a rule says of every example what it said before."""
    try:
        return all(_said(trial.outcome(rule)) == said for trial, said in zip(trials, whole, strict=True))
    except Exception:  # it cannot do without
        return False


def _said(outcome: Outcome) -> object:
    return [(finding.span, finding.message, finding.confidence, finding.fix) for finding in outcome.findings]


def _listed(what: str, names: Sequence[str]) -> str:
    return f"the {what}{'s' if len(names) > 1 else ''} {', '.join(names)}"

"""What the examples of a rule complain of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.mentions import Name, Token
from newslint.rule import Example, Rule
from newslint.spans import Span
from newslint.testing.mending import unmended
from newslint.testing.running import PREAMBLE, Trial, marked

DEAR = (Token, Name)
"""Layers that cost a model; a check that reaches for one must say so in ``needs``."""


def failures(rule: Rule, linter: Linter) -> Iterator[str]:
    """What the examples of a rule complain of, each with the line of its example."""
    working = [example for example in rule.examples if not example.todo]
    if not any(example.bad for example in working) or sum(bool(example.good) for example in working) < 2:
        yield f"{rule.path}: needs at least one bad and two good examples, one of them a near miss"
    for example in rule.examples:
        wrong = failure(rule, example, linter)
        if wrong and not example.todo:
            yield f"{rule.path}:{example.line}: {wrong}"
        if example.todo and not wrong:
            yield f"{rule.path}:{example.line}: passes now; take its 'todo' away"


def failure(rule: Rule, example: Example, linter: Linter) -> str | None:
    """What is wrong with one example; None if it does what it says."""
    try:
        text, spans = marked(example.bad or example.good)
    except ValueError as fault:
        return str(fault)
    if bool(spans) != bool(example.bad):
        return "a bad example marks what must be found with <<…>>, a good one marks nothing"
    try:
        trial = Trial.of(example, text, linter)
        outcome = trial.outcome(rule)
    except Exception as fault:
        return f"the check broke off: {type(fault).__name__}: {fault}"
    return (
        _misplaced(outcome, spans)
        or _misworded(outcome, example)
        or _unproved(outcome, trial)
        or _undeclared(rule, outcome)
        or unmended(rule, example, outcome, linter)
        or _moved(rule, example, text, spans, linter)
    )


def _unproved(outcome: Outcome, trial: Trial) -> str | None:
    """The evidence must be what the sources mark."""
    shown: dict[str, set[Span]] = {}
    for finding in outcome.findings:
        for evidence in finding.evidence:
            shown.setdefault(evidence.source or "", set()).add(evidence.span)
    for name, spans in trial.evidence.items():
        found = sorted(shown.get(name, ()))
        if found != spans:
            text = next(source.doc.text for source in trial.dossier.sources if source.id == name)
            return f"the evidence in {name!r} is {_quoted(span.of(text) for span in found)}, not what is marked"
    return None


def _misplaced(outcome: Outcome, spans: list[Span]) -> str | None:
    text = outcome.draft.text
    found = sorted(finding.span for finding in outcome.findings)
    if found == spans:
        return None
    said = "; ".join(finding.message for finding in outcome.findings)
    found_words, marked_words = (_quoted(span.of(text) for span in spans) for spans in (found, spans))
    return f"found {found_words}, not {marked_words}" + (f" ({said})" if said else "")


def _quoted(words: Iterable[str]) -> str:
    """Words for a person to read: “15,000” and “in June”, or nothing."""
    return " and ".join(f"“{' '.join(one.split())}”" for one in words) or "nothing"


def _misworded(outcome: Outcome, example: Example) -> str | None:
    messages = tuple(finding.message for finding in outcome.findings)
    if example.messages and messages != example.messages:
        return f"says {_quoted(messages)}, not {_quoted(example.messages)}"
    return None


def _undeclared(rule: Rule, outcome: Outcome) -> str | None:
    for layer in DEAR:
        if layer in outcome.draft.reading._made and layer not in rule.check.needs:
            return f"the check {rule.check.name!r} asked for {layer.__name__}, which its 'needs' do not name"
    return None


def _moved(rule: Rule, example: Example, text: str, spans: list[Span], linter: Linter) -> str | None:
    if text.startswith("---"):
        return None  # front matter must come first
    outcome = Trial.of(example, PREAMBLE + text, linter).outcome(rule)
    wrong = _misplaced(outcome, [span.moved(len(PREAMBLE)) if span.end else span for span in spans])
    return f"with a paragraph before it: {wrong}" if wrong else None

"""The examples of a rule, run: used by pytest and by ``newslint rules test``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from newslint.document import Document, Dossier, Source
from newslint.finding import Finding, Fix, Outcome
from newslint.linter import Linter
from newslint.mentions import Name, Token
from newslint.rule import Example, Rule, SourceText
from newslint.spans import Span

_MARK = re.compile(r"<<|>>")
PREAMBLE = "An old mill by the river burned down and nobody was hurt.\n\n"
"""Put before every example once more: offsets must shift, findings must not."""

DEAR = (Token, Name)
"""Layers that cost a model; a check that reaches for one must say so in ``needs``."""


def marked(text: str) -> tuple[str, list[Span]]:
    """A text without its ``<<`` and ``>>``, and the spans they marked."""
    plain, spans, opened, at = "", [], [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[0] == "<<":
            opened.append(len(plain))
        elif not opened:
            raise ValueError("'>>' without '<<'")
        else:
            spans.append(Span(opened.pop(), len(plain)))
    if opened:
        raise ValueError("'<<' without '>>'")
    return plain + text[at:], sorted(spans)


def failures(rule: Rule, linter: Linter) -> Iterator[str]:
    """What the examples of a rule complain of, each with the line of its example."""
    if not any(example.bad for example in rule.examples) or sum(bool(example.good) for example in rule.examples) < 2:
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
        outcome, wrong = _run(rule, example, text, linter)
    except Exception as fault:
        return f"the check broke off: {type(fault).__name__}: {fault}"
    return (
        _misplaced(outcome, spans)
        or _misworded(outcome, example)
        or wrong
        or _undeclared(rule, outcome)
        or _unmended(rule, example, outcome, linter)
        or _moved(rule, example, text, spans, linter)
    )


def _run(rule: Rule, example: Example, text: str, linter: Linter) -> tuple[Outcome, str | None]:
    given = example.given
    wanted: dict[str, list[Span]] = {}
    sources = []
    for name, source in example.sources.items():
        source = SourceText(source) if isinstance(source, str) else source
        words, spans = marked(source.text)
        if spans:
            wanted[name] = spans
        doc = linter.parse(Path(name), words.encode(), published=source.published or given.published)
        sources.append(Source(doc, name, source.kind, source.outlet, source.translated, source.licensed, source.url))
    draft = linter.parse(Path("draft.txt"), text.encode(), published=given.published)
    if given.today:
        linter = replace(linter, config=replace(linter.config, today=given.today))
    live = replace(linter, config=replace(linter.config, min_severity="info", min_confidence="medium"))
    outcome = live.check(Dossier.of(draft, sources, makers=linter.makers), rules=[rule], strict=True)
    shown: dict[str, list[Span]] = {}
    for finding in outcome.findings:
        for evidence in finding.evidence:
            if evidence.source in wanted:
                shown.setdefault(evidence.source, []).append(evidence.span)
    for name, spans in wanted.items():
        if sorted(set(shown.get(name, []))) != spans:
            found = [span.of(next(s.doc.text for s in sources if s.id == name)) for span in sorted(set(shown.get(name, [])))]
            return outcome, f"the evidence in {name!r} is {_quoted(found)}, not what is marked"
    return outcome, None


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


def _unmended(rule: Rule, example: Example, outcome: Outcome, linter: Linter) -> str | None:
    if example.fixed is None:
        return None
    text = mended(outcome.draft, outcome.findings)
    if text != example.fixed:
        return f"the fixes give {text!r}, not {example.fixed!r}"
    again, _ = _run(rule, replace(example, sources={}), text, linter)
    return f"the fixed text is found again: {again.findings[0].message}" if again.findings else None


def mended(draft: Document, findings: tuple[Finding, ...]) -> str:
    """The text with every fix of these findings applied, from the end backwards."""
    fixes: list[Fix] = [finding.fix for finding in findings if finding.fix]
    text = draft.text
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _moved(rule: Rule, example: Example, text: str, spans: list[Span], linter: Linter) -> str | None:
    if text.startswith("---"):
        return None  # front matter must come first
    outcome, _ = _run(rule, example, PREAMBLE + text, linter)
    wrong = _misplaced(outcome, [span.moved(len(PREAMBLE)) if span.end else span for span in spans])
    return f"with a paragraph before it: {wrong}" if wrong else None

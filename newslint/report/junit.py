"""JUnit's XML, which every CI system shows: a suite for each draft, in it a failed test for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from newslint.errors import InputError, NewslintError, Note
from newslint.finding import Finding, Outcome
from newslint.report import Style, explained, flake8, places

UNREAD = "newslint"
"""The suite of what could not be read."""


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint">\n')
    for outcome in outcomes:
        out.writelines(_suite(places.path(outcome.draft.name), list(_cases(outcome, style))))
    faults = [_fault(fault) for fault in style.faults if not isinstance(fault, Note)]
    out.writelines(_suite(UNREAD, faults) if faults else ())
    out.write("</testsuites>\n")


Case = tuple[str, str]
"""How it went (``failure``, ``error``, ``skipped``, or nothing for a test that passed), and its lines of XML."""


def _suite(name: str, cases: list[Case]) -> Iterator[str]:
    went = [how for how, _ in cases]
    counts = {"tests": len(cases), "failures": went.count("failure"), "errors": went.count("error")}
    numbers = "".join(f' {key}="{value}"' for key, value in (counts | {"skipped": went.count("skipped")}).items())
    yield f' <testsuite name={_attribute(name)}{numbers} time="0">\n'
    yield from (xml for _, xml in cases)
    yield " </testsuite>\n"


def _cases(outcome: Outcome, style: Style) -> Iterator[Case]:
    file = places.path(outcome.draft.name)
    findings = style.shown(outcome)
    for finding in findings:
        yield _finding(outcome, finding, file, style)
    for rule, reason in outcome.crashed:
        yield _case("error", rule, file, f"broke off: {reason}")
    if not findings and not outcome.crashed:
        yield _case("", "newslint", file)
    for reason in sorted({reason for _, reason in outcome.skipped}):
        rules = [rule for rule, why in outcome.skipped if why == reason]
        counted = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
        yield _case("skipped", f"{counted} did not run", file, reason, body=", ".join(rules))


def _finding(outcome: Outcome, finding: Finding, file: str, style: Style) -> Case:
    line, column = outcome.draft.lines.position(finding.span.start)
    body = [flake8.line(outcome, finding, style), flake8.pointed(outcome, finding)]
    if style.explain:
        body += explained.lines(outcome, finding)
    name, message = f"{finding.code} {finding.rule} {line}:{column}", style.message(outcome, finding)
    return _case("failure", name, file, message, kind=finding.severity, body="\n".join(body))


def _fault(fault: NewslintError) -> Case:
    path = places.path(fault.path) if isinstance(fault, InputError) and fault.path else UNREAD
    return _case("error", path, path, str(fault))


def _case(how: str, name: str, file: str, message: str = "", *, kind: str = "", body: str = "") -> Case:
    """A test; where it is stands in its name and words, since Jenkins' schema has no attribute for it."""
    head = f'  <testcase name={_attribute(name)} classname={_attribute(file)} time="0"'
    if not how:
        return how, head + "/>\n"
    type_ = "" if how == "skipped" else f" type={_attribute(kind or how)}"
    return how, f"{head}>\n   <{how} message={_attribute(message)}{type_}>{escape(_allowed(body))}</{how}>\n  </testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """The text without what XML 1.0 cannot hold, which is written as Python writes it."""
    return "".join(letter if _in_xml(ord(letter)) else repr(letter)[1:-1] for letter in text)


def _in_xml(point: int) -> bool:
    return point in (0x9, 0xA, 0xD) or 0x20 <= point <= 0xD7FF or 0xE000 <= point <= 0xFFFD or point >= 0x10000

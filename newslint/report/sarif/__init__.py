"""SARIF 2.1.0, which code scanning and many editors take.

Results are written as they come, in front of what is known in full only at the end: the rules that spoke, the files, what
could not be read. Columns and offsets are code points, and files are named from the project's folder, so that a report is
the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from newslint.errors import ConfigError, InputError, NewslintError, Note, RuleFileError
from newslint.finding import Edit, Evidence, Finding, Fix, Outcome
from newslint.kept.regexes import compiled
from newslint.read import EXTRACTED
from newslint.report import Style
from newslint.report.places import uri
from newslint.report.sarif.places import BASES, Files, Places, named, region
from newslint.report.sarif.rules import LEVEL, Rules, driver
from newslint.spans import one_line

Node = dict[str, Any]

HEAD = '{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"results": ['

_BRACKET = compiled(r"\[(?=[^][]*\]\()")


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    run = _Run(style)
    before = HEAD + "\n"
    for outcome in outcomes:
        for result in run.results(outcome):
            out.write(before + json.dumps(result, ensure_ascii=False))
            before = ",\n"
    out.write(before.rstrip(",\n") + "\n]")
    for key, value in run.rest().items():
        out.write(f',\n"{key}": {json.dumps(value, ensure_ascii=False)}')
    out.write("\n}]}\n")


class _Run:
    """A run as it goes on: what its results have named so far."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.rules = Rules()
        self.files = Files()
        self.notes: list[Node] = []

    def results(self, outcome: Outcome) -> Iterable[Node]:
        """The findings of one draft; what did not run on it is kept for the end."""
        places = Places(outcome, self.files)
        self.notes += _not_run(outcome, places)
        return [self._result(outcome, finding, places) for finding in self.style.shown(outcome)]

    def rest(self) -> Node:
        """The other properties of the run, once all its results are written."""
        execution = [*self.notes, *(_fault(one) for one in self.style.faults if not _of_settings(one))]
        settings = [_fault(one) for one in self.style.faults if _of_settings(one)]
        well = all(note["level"] != "error" for note in (*execution, *settings))
        notes = {"toolExecutionNotifications": execution, "toolConfigurationNotifications": settings}
        return {
            "tool": {"driver": driver(self.rules)},
            "invocations": [{"executionSuccessful": well} | {key: told for key, told in notes.items() if told}],
            "artifacts": self.files.listed,
            "originalUriBaseIds": BASES,
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
        }

    def _result(self, outcome: Outcome, finding: Finding, places: Places) -> Node:
        related = [_related(evidence, at, outcome, places) for at, evidence in enumerate(finding.evidence, 1)]
        links = [(_label(evidence, outcome), at) for at, evidence in enumerate(finding.evidence, 1)]
        made = {
            "ruleId": finding.code,
            "ruleIndex": self.rules.index(finding, outcome),
            "level": LEVEL[finding.severity],
            "message": {"text": linked(self.style.message(outcome, finding), links)},
            "locations": [{"physicalLocation": places.physical(outcome.draft, finding.span, context=True)}],
        }
        if related:
            made["relatedLocations"] = related
        if finding.fix and finding.fix.safe and _replaceable(outcome):
            made["fixes"] = [_fix(finding.fix, finding, outcome, places)]
        marks = {"partialFingerprints": {"newslint/v1": finding.fingerprint}}
        return made | marks | {"properties": {"confidence": finding.confidence}}


def linked(message: str, links: Sequence[tuple[str, int]]) -> str:
    """The message with links to related locations: at the place that names one, else behind it.

    Brackets of the message's own that would make a link are written with a backslash.
    """
    text, behind = _BRACKET.sub(r"\\[", message), []
    for label, at in links:
        link = f"[{label}]({at})"
        text, found = re.subn(rf"(?<![\w.:/\[-]){re.escape(label)}(?!\w|:\d)", link, text, count=1)
        behind += [] if found else [link]
    return f"{text} (See {', '.join(behind)}.)" if behind else text


def _label(evidence: Evidence, outcome: Outcome) -> str:
    """A passage as messages name it: ``guardian.txt:8:46``, in the draft itself ``line 5``."""
    doc = outcome.document(evidence)
    line, column = doc.lines.position(evidence.span.start)
    label = f"{doc.name}:{line}:{column}" if evidence.source else f"line {line}"
    return label.replace("[", "(").replace("]", ")").replace("\\", "/")


def _related(evidence: Evidence, at: int, outcome: Outcome, places: Places) -> Node:
    doc = outcome.document(evidence)
    words = one_line(evidence.span.of(doc.text))
    note = f" ({evidence.note})" if evidence.note else ""
    place = places.physical(doc, evidence.span)
    return {"id": at, **({"physicalLocation": place} if place else {}), "message": {"text": f"{words}{note}"}}


def _fix(fix: Fix, finding: Finding, outcome: Outcome, places: Places) -> Node:
    def replacement(edit: Edit) -> Node:
        return {"deletedRegion": region(outcome.draft, edit.span)} | (
            {"insertedContent": {"text": edit.text}} if edit.text else {}
        )

    change = {"artifactLocation": places.artifact(outcome.draft), "replacements": [replacement(edit) for edit in fix.edits]}
    return {"description": {"text": fix.title or finding.message}, "artifactChanges": [change]}


def _replaceable(outcome: Outcome) -> bool:
    """Whether offsets into the draft are offsets into its file."""
    return Path(outcome.draft.path or outcome.draft.name).suffix.lower() not in EXTRACTED


def _not_run(outcome: Outcome, places: Places) -> list[Node]:
    """The rules that broke off, and those that had nothing to go by: silence is not approval."""
    where = [{"physicalLocation": {"artifactLocation": places.artifact(outcome.draft)}}]
    crashed = [_note("error", f"{rule} broke off: {reason}", where) for rule, reason in outcome.crashed]
    skipped = []
    for reason in sorted({reason for _, reason in outcome.skipped}):
        rules = ", ".join(rule for rule, why in outcome.skipped if why == reason)
        skipped.append(_note("note", f"Did not run, {reason}: {rules}", where))
    return crashed + skipped


def _fault(fault: NewslintError) -> Node:
    where = []
    if isinstance(fault, InputError) and fault.path:
        line = {"startLine": fault.line} | ({"startColumn": fault.column} if fault.column else {}) if fault.line else None
        where = [{"physicalLocation": {"artifactLocation": named(uri(fault.path))} | ({"region": line} if line else {})}]
    text = fault.message if isinstance(fault, InputError) else str(fault)
    return _note("warning" if isinstance(fault, Note) else "error", text, where)


def _note(level: str, text: str, where: list[Node]) -> Node:
    return {"level": level, "message": {"text": text if text.endswith(".") else text + "."}} | (
        {"locations": where} if where else {}
    )


def _of_settings(fault: NewslintError) -> bool:
    return isinstance(fault, ConfigError | RuleFileError)

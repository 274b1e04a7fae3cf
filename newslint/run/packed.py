"""An outcome as bytes that hold no word of the draft or its sources: to be kept, or handed from one process to another.

Its strings are coded by ``wordless``, its rules by their number. Whoever unpacks has the same texts, and the same rules.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from typing import Any, get_args

from newslint import errors
from newslint.comparisons import Ground
from newslint.document import Document, Dossier
from newslint.errors import InputError, NewslintError
from newslint.finding import Confidence, Edit, Evidence, Finding, Fix, Hidden, Outcome, Severity
from newslint.kept.wordless import Text, Texts
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.spans import Span

FORMAT = 1
"""Of the bytes; belongs into the key of whatever keeps them."""

_SEVERITIES, _CONFIDENCES = get_args(Severity), get_args(Confidence)
_FAULTS = {name: one for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, NewslintError)}


class PackedError(ValueError):
    """These bytes are no outcome of this draft, its sources and these rules."""


def pack(outcome: Outcome, linter: Linter) -> bytes:
    """The outcome in offsets into its texts and in numbers of its rules, those of the linter for this draft."""
    packer = _Packer(outcome, linter)
    return marshal.dumps(
        (
            FORMAT,
            _sizes(outcome.dossier),
            [packer.finding(finding) for finding in outcome.findings],
            [packer.pair(pair) for pair in outcome.skipped],
            [packer.pair(pair) for pair in outcome.crashed],
            [packer.problem(problem) for problem in outcome.problems],
            [packer.rule(rule) for rule in outcome.rules],
            [(packer.finding(one.finding), one.by, packer.pieces(one.reason)) for one in outcome.hidden],
        )
    )


def unpack(data: bytes, dossier: Dossier, linter: Linter) -> Outcome:
    """The outcome again; raises PackedError where these bytes speak of other texts or rules."""
    try:
        format_, sizes, findings, skipped, crashed, problems, rules, hidden = marshal.loads(data)
        if format_ != FORMAT or sizes != _sizes(dossier):
            raise PackedError
        unpacker = _Unpacker(dossier, linter)
        return Outcome(
            dossier,
            tuple(map(unpacker.finding, findings)),
            tuple(map(unpacker.pair, skipped)),
            tuple(map(unpacker.pair, crashed)),
            tuple(map(unpacker.problem, problems)),
            {rule.id: rule for rule in map(unpacker.active, rules)},
            tuple(Hidden(unpacker.finding(finding), by, unpacker.said(reason)) for finding, by, reason in hidden),
        )
    except (ValueError, TypeError, EOFError, IndexError, KeyError) as fault:
        raise PackedError from fault


class _Packer:
    def __init__(self, outcome: Outcome, linter: Linter) -> None:
        self.pieces = texts_of(outcome.dossier).coded
        active = linter.active(outcome.draft.name)
        self._rules = {rule.id: at for at, rule in enumerate(active)}
        self._codes = {rule.id: rule.code for rule in active}
        self._sources = {source.id: at for at, source in enumerate(outcome.dossier.sources)}

    def rule(self, id_: str) -> int | str:
        return self._rules.get(id_, id_)

    def pair(self, pair: tuple[str, str]) -> Any:
        return self.rule(pair[0]), self.pieces(pair[1])

    def finding(self, finding: Finding) -> Any:
        return (
            self.rule(finding.rule),
            None if self._codes.get(finding.rule) == finding.code else finding.code,
            _SEVERITIES.index(finding.severity),
            _CONFIDENCES.index(finding.confidence),
            _ends(finding.span),
            self.pieces(finding.message),
            [(self._source(one.source), _ends(one.span), self.pieces(one.note)) for one in finding.evidence],
            self._fix(finding.fix),
            finding.fingerprint,
            [(self.pieces(ground.what), ground.weight) for ground in finding.grounds],
            [*map(_ends, finding.reach)],
            finding.gathered,
        )

    def problem(self, problem: NewslintError) -> Any:
        name = next(one.__name__ for one in type(problem).__mro__ if one.__name__ in _FAULTS)
        if not isinstance(problem, InputError):
            return name, self.pieces(str(problem.args[0]) if problem.args else "")
        path = None if problem.path is None else (isinstance(problem.path, str), str(problem.path))
        others = [self.problem(other) for other in problem.others]
        return name, self.pieces(problem.message), path, problem.line, problem.column, others

    def _source(self, id_: str | None) -> int | None:
        return None if id_ is None else self._sources[id_]

    def _fix(self, fix: Fix | None) -> Any:
        if fix is None:
            return None
        return [(_ends(edit.span), self.pieces(edit.text)) for edit in fix.edits], self.pieces(fix.title), fix.safe


class _Unpacker:
    def __init__(self, dossier: Dossier, linter: Linter) -> None:
        self.said = texts_of(dossier).said
        self._active = linter.active(dossier.draft.name)
        self._sources = [source.id for source in dossier.sources]

    def active(self, coded: int | str) -> Rule:
        if isinstance(coded, str):
            raise PackedError
        return self._active[coded]

    def pair(self, coded: Any) -> tuple[str, str]:
        return self._id(coded[0]), self.said(coded[1])

    def finding(self, coded: Any) -> Finding:
        rule, code, severity, confidence, span, message, evidence, fix, fingerprint, grounds, reach, gathered = coded
        return Finding(
            self._id(rule),
            self.active(rule).code if code is None else code,
            _SEVERITIES[severity],
            _CONFIDENCES[confidence],
            Span(*span),
            self.said(message),
            tuple(Evidence(self._source(source), Span(*ends), self.said(note)) for source, ends, note in evidence),
            fix and Fix(tuple(Edit(Span(*ends), self.said(text)) for ends, text in fix[0]), self.said(fix[1]), fix[2]),
            fingerprint,
            tuple(Ground(self.said(what), weight) for what, weight in grounds),
            tuple(Span(*ends) for ends in reach),
            gathered,
        )

    def problem(self, coded: Any) -> NewslintError:
        kind: Any = _FAULTS[coded[0]]
        if len(coded) == 2:
            plain: NewslintError = kind(self.said(coded[1]))
            return plain
        _, message, path, line, column, others = coded
        where = None if path is None else _path(*path)
        fault: InputError = kind(self.said(message), path=where, line=line, column=column)
        fault.others = tuple(other for other in map(self.problem, others) if isinstance(other, InputError))
        return fault

    def _id(self, coded: int | str) -> str:
        return coded if isinstance(coded, str) else self._active[coded].id

    def _source(self, number: int | None) -> str | None:
        return None if number is None else self._sources[number]


class _Read(Text):
    """The text of a document, as it is written or as it is read."""

    def __init__(self, doc: Document, *, reading: bool) -> None:
        super().__init__("")
        self._doc = doc
        self._reading = reading

    @property
    def text(self) -> str:
        return self._doc.reading.text if self._reading else self._doc.text

    @property
    def again(self) -> bool:  # type: ignore[override]
        return self._reading and self._doc.reading is self._doc


def texts_of(dossier: Dossier) -> Texts:
    """Whatever a message may show words of: a draft, its sources, and all of them as they are read."""
    return Texts([_Read(doc, reading=reading) for reading in (False, True) for doc in _docs(dossier)])


def _docs(dossier: Dossier) -> list[Document]:
    return [dossier.draft, *(source.doc for source in dossier.sources)]


def _sizes(dossier: Dossier) -> list[int]:
    return [len(doc.text) for doc in _docs(dossier)]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _path(is_text: bool, path: str) -> Any:
    from pathlib import Path

    return path if is_text else Path(path)


def literals(data: bytes) -> Iterator[str]:
    """Every string that stands in packed bytes as it is."""
    waiting = [marshal.loads(data)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, (list, tuple)):
            waiting += one

"""One draft of the page: its words with the marks in them, the notes beside them, and what was not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, get_args

from newslint.document import Document
from newslint.finding import Finding, Outcome, Severity
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.report import Style
from newslint.report.html.notes import Note, counted
from newslint.report.html.plot import plot
from newslint.report.looks import LOOKS
from newslint.spans import GONE, Span
from newslint.view.marks import Laid, Seen, Segment, laid
from newslint.view.markup import escaped
from newslint.view.readable import readable

_BLANK = f" \t\r\n{GONE}"
_UNREAD = ("", "boilerplate", "front-matter", "code")
_LEVELS = get_args(Severity)
_MARKED = compiled(r"(?:[-–—*•·‣▪]|\w{1,3}[.)])\s")
"""The mark of an item of a list, where the text has it itself."""

_CELL = compiled(r"\|[ \t*_`~]*\Z|<t[dh]\b[^<>]*>(?:\s|<[^<>]*>)*\Z", re.IGNORECASE)
"""What stands in a file before a cell of a table."""

_NEAR = 400
"""Letters before a passage in which its cell begins."""

_ROW = {"|": compiled(r"\n"), "<": compiled(r"<tr\b", re.IGNORECASE)}
"""What begins a row of a table, by what its cells begin with."""

_HELD = 12
"""Letters of a word that a number hangs on, at most: a longer word may still be broken."""


class Article:
    """A draft and what was found in it; its ids begin with its number on the page."""

    def __init__(self, at: int, outcome: Outcome, style: Style) -> None:
        self.at, self.outcome = at, outcome
        self.findings: Sequence[Finding] = style.shown(outcome)
        self.notes = [Note(f"{at}-{number}", number, outcome, one, style) for number, one in enumerate(self.findings, 1)]

    @property
    def counts(self) -> str:
        """``1 error, 3 warnings``."""
        numbers = {level: sum(one.severity == level for one in self.findings) for level in _LEVELS}
        told = [counted(number, LOOKS[level].word) for level, number in numbers.items() if number]
        return ", ".join(told) or "no finding"

    def text(self) -> str:
        at, name = self.at, escaped(self.outcome.draft.name)
        notes = "".join(note.text(self._first(note.number)) for note in self.notes)
        aside = (
            f'<aside class="notes" aria-label="Findings in {name}">\n<div class="bar"><b>Findings</b> '
            '<span class="at"></span> <button type="button" class="back" hidden>Previous <kbd>k</kbd></button> '
            f'<button type="button" class="on" hidden>Next <kbd>j</kbd></button></div>\n<ol>\n{notes}</ol>\n</aside>\n'
        )
        return (
            f'<article id="draft-{at}" aria-label="{name}" tabindex="-1">\n<h2>{name}</h2>\n{self._about()}'
            f'<div class="proof{"" if notes else " clean"}">\n<section class="draft" aria-label="Draft" '
            f'lang="{escaped(self.outcome.draft.language)}">\n{"".join(self._rows())}</section>\n'
            f"{aside if notes else ''}</div>\n{plot(self.outcome, at, self._paragraphs)}</article>"
        )

    # --- what stands above it -------------------------------------------------------------

    def _about(self) -> str:
        outcome = self.outcome
        ran = len(outcome.rules) - len(outcome.skipped) - len(outcome.crashed)
        sources = [
            f"{source.doc.name} ({', '.join(filter(None, (source.kind, source.outlet, _day(source.doc))))})"
            for source in outcome.dossier.sources
        ]
        rows = [
            ("published", _day(outcome.draft) or "no date is known, so that “Friday” cannot be counted"),
            ("against", "; ".join(sources) or "no source: nothing was compared"),
            *(
                [("asked", f"{counted(ran, 'rule')}; where nothing is marked they found nothing, which is no proof")]
                if ran > 0
                else []
            ),
        ]
        told = "".join(f"<div><dt>{label}</dt><dd>{escaped(words)}</dd></div>" for label, words in rows)
        return f'<p class="sum">{self.counts}</p>\n<dl class="about">{told}</dl>\n{self._unsaid()}'

    def _unsaid(self) -> str:
        """What was not looked at, so that silence does not look like approval."""
        outcome = self.outcome
        reasons = groupby(sorted((reason, rule) for rule, reason in outcome.skipped), key=itemgetter(0))
        told = [f"{counted(len(rules), 'rule')} did not run, {reason}: {', '.join(rules)}"
                for reason, rules in ((reason, [rule for _, rule in group]) for reason, group in reasons)]  # fmt: skip
        broken: dict[str, list[str]] = {}
        for rule, fault in outcome.crashed:
            broken.setdefault(str(fault), []).append(rule)
        told += [f"{', '.join(rules)} broke off: {fault}" for fault, rules in broken.items()]
        told += [f"a source was not read: {fault}" for fault in outcome.dossier.unread]
        told += [f"a source has no words: {name}" for name in outcome.dossier.empty]
        told += [str(problem) for problem in outcome.problems]
        if not told:
            return ""
        rows = "".join(f"<li>{escaped(one)}</li>" for one in dict.fromkeys(told))
        return f'<details class="unsaid" open><summary>Not looked at</summary><ul>{rows}</ul></details>\n'

    # --- the draft ------------------------------------------------------------------------

    @cached_property
    def _seen(self) -> Seen:
        draft = self.outcome.draft
        reading = draft.reading
        blocks = [(reading.placed(block.span), block.kind) for block in reading.all(Block)]
        rows: dict[str, Any] = {
            "id": draft.name,
            "blocks": [{"start": span.start, "end": span.end, "kind": kind} for span, kind in blocks],
            "findings": [_visible(one.span, draft.prose) for one in self.findings],
        }
        return Seen(rows, draft.prose)

    @cached_property
    def _laid(self) -> list[Laid]:
        return list(laid(self._seen, ["findings"]))

    @cached_property
    def _paragraphs(self) -> dict[int, str]:
        """The id of each passage, by the offset where it begins in the file."""
        return {part.passage.start: f"p{self.at}-{part.passage.start}" for part in self._laid}

    @cached_property
    def _opening(self) -> dict[int, int]:
        """For each finding, by number, the offset of the segment that its mark begins with."""
        found: dict[int, int] = {}
        for segment in (segment for part in self._laid for segment in part.segments):
            for mark in segment.marks:
                found.setdefault(mark.item.at + 1, segment.start)
        return found

    def _first(self, number: int) -> str:
        """The id of the mark of a finding, or of the draft where it has none."""
        return f"m{self.at}-{self._opening[number]}" if number in self._opening else f"draft-{self.at}"

    def _rows(self) -> Iterator[str]:
        """The passages; the cells of a row of a table stand beside each other."""
        row: list[str] = []
        start = 0
        for part in self._laid:
            if not (shown := self._passage(part)):
                continue
            if row and not _beside(self.outcome.draft.text[start : part.passage.start]):
                yield _row(row)
                row = []
            row.append(shown)
            start = part.passage.start
        yield _row(row)

    def _passage(self, part: Laid) -> str:
        passage = part.passage
        blank = not readable(self.outcome.draft.prose[passage.start : passage.end]).strip()
        if blank and not any(segment.marks for segment in part.segments):
            return ""
        kind = passage.kind or "gap"
        tag = "h3" if kind == "headline" else "p"
        words = "".join(self._segment(segment) for segment in part.segments).lstrip("\n").rstrip()
        own = _MARKED.match(self._seen.text[passage.start : passage.end].lstrip(_BLANK))
        bullet = " bullet" if kind == "list-item" and not own else ""
        unread = f'<p class="why-faint">not read: {kind}</p>\n' if kind in _UNREAD else ""
        return (
            f'<div class="passage {kind}{bullet}{" unread" if unread else ""}" id="{self._paragraphs[passage.start]}" '
            f'data-line="{self._seen.line(passage)}">\n{unread}<{tag} class="words">{words}</{tag}>\n</div>\n'
        )

    def _segment(self, segment: Segment) -> str:
        draft = self.outcome.draft
        plain = draft.prose[segment.start : segment.end]
        words = escaped(plain)
        if not segment.marks:
            return words
        numbers = [mark.item.at + 1 for mark in reversed(segment.marks)]  # the narrowest first
        ends = sorted(mark.item.at + 1 for mark in segment.marks if mark.end == segment.end)
        opens = any(self._opening[number] == segment.start for number in numbers)
        gravest = min((self.findings[number - 1].severity for number in numbers), key=_LEVELS.index)
        first = f"{self.at}-{numbers[0]}"
        inside = f'class="mark {gravest}" data-of="{" ".join(map(str, numbers))}"'
        if not words.strip():
            return f"<span {inside}>{words}</span>"
        told = f' id="m{self.at}-{segment.start}" aria-describedby="t{first}"' if opens else ' tabindex="-1"'
        return f'<a {inside} href="#n{first}"{told}>{_numbered(plain, ends) if ends else words}</a>'


def _beside(between: str) -> bool:
    """Whether what lies between the first letters of two passages, the former one and what parts them, makes them cells of
    one row."""
    found = _CELL.search(between, max(0, len(between) - _NEAR))
    return found is not None and not _ROW[found[0][0]].search(between)


def _row(passages: Sequence[str]) -> str:
    return f'<div class="row">\n{"".join(passages)}</div>\n' if len(passages) > 1 else "".join(passages)


def _numbered(words: str, numbers: Sequence[int]) -> str:
    """Words with the numbers of their notes behind them, which hang on the last letters so that no line ends between."""
    letters = words.rstrip(_BLANK)
    at = max(len(letters) - _HELD, letters.rfind(" ") + 1, letters.rfind("\n") + 1, 0)
    before, last, after = (escaped(part) for part in (words[:at], letters[at:], words[len(letters) :]))
    return f'{before}<span class="end" data-no="{" ".join(map(str, numbers))}">{last}</span>{after}'


def _visible(span: Span, prose: str) -> dict[str, int]:
    """A span of which a reader sees something: one of nothing but markup or white space is put on the letter before it,
    or on the first of all; of no length in a draft without words."""
    words = span.of(prose)
    start = span.start + len(words) - len(words.lstrip(_BLANK))
    end = span.start + len(words.rstrip(_BLANK))
    if start >= end:
        end = len(prose[: span.start].rstrip(_BLANK)) or min(len(prose), len(prose) - len(prose.lstrip(_BLANK)) + 1)
        start = max(0, end - 1)
    return {"start": start, "end": end if prose[start:end].strip(_BLANK) else start}


def _day(doc: Document) -> str:
    return f"{doc.published.day} {doc.published:%B %Y}" if doc.published else ""

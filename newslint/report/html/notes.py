"""What is said of a finding: the rule's words, both wordings, what it rests on, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.comments import comment
from newslint.document import Document
from newslint.finding import Edit, Evidence, Finding, Fix, Outcome
from newslint.report import Style, explained
from newslint.report.looks import LOOKS
from newslint.report.wordings import Excerpt, differing, excerpt, pieces
from newslint.spans import Span, one_line
from newslint.view.markup import escaped

_MOST = 5
"""Passages that are shown of a finding; of the others the places."""

_ROOM = 220
"""Code points of the paragraph that are shown on either side of a passage."""


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class Note:
    """A finding with its number in its draft; ``id`` is its own on the page."""

    id: str
    number: int
    outcome: Outcome
    finding: Finding
    style: Style

    def text(self, mark: str) -> str:
        """The note; ``mark`` is the id of its mark in the text."""
        finding, sign = self.finding, LOOKS[self.finding.severity]
        place = excerpt(self.outcome.draft, finding.span, 0).place
        message = escaped(self.style.message(self.outcome, finding))
        sure = "" if finding.confidence == "high" else f", {finding.confidence} confidence"
        return (
            f'<li class="note {finding.severity}" id="n{self.id}" data-number="{self.number}" '
            f'data-severity="{finding.severity}" '
            f'data-family="{escaped(finding.code[0])}" value="{self.number}">\n<details><summary id="t{self.id}">'
            f'<span class="no">{self.number}</span> <span class="grave">{sign.sign} {sign.word}</span> '
            f'<b class="code">{escaped(finding.code)}</b> <span class="says">{message}</span>'
            f'</summary>\n<div class="more">\n<p class="where"><a class="to" href="#{mark}">line {place}</a> '
            f"{escaped(finding.rule)}{sure}</p>\n{''.join(self._body())}</div>\n</details>\n</li>\n"
        )

    def _body(self) -> Iterator[str]:
        yield from self._passages()
        because = [words for label, _, words in explained.explained(self.outcome, self.finding) if label == "because"]
        if because:
            rows = "".join(f"<li>{escaped(one)}</li>" for one in because)
            yield f'<p class="label">Because</p><ul class="because">{rows}</ul>\n'
        if self.finding.fix:
            yield _fix(self.outcome.draft, self.finding.fix)
        if self.finding.rule in self.outcome.rules:
            address = f"#rule-{escaped(self.finding.rule)}"
            yield f'<p class="why"><a href="{address}">Why there is a rule, and what it lets pass</a></p>\n'
        silencing = comment(self.finding, self.outcome.draft, "your reason").text.strip()
        yield (
            f'<p class="label">To silence it, with your reason</p><p class="silence"><code>{escaped(silencing)}</code> '
            '<button type="button" class="copy" hidden>Copy</button></p>\n'
        )

    def _passages(self) -> Iterator[str]:
        """Each passage beside the words of the draft; what differs is marked on both sides."""
        outcome, finding = self.outcome, self.finding
        here = excerpt(outcome.draft, finding.span, _ROOM // 2)
        for evidence in finding.evidence[:_MOST]:
            doc = outcome.document(evidence)
            there = excerpt(doc, evidence.span, _ROOM)
            ours, theirs = differing(here.words, there.words)
            compared = evidence.source is not None and bool(here.words and there.words)
            name = _place(outcome, evidence)
            note = f" ({evidence.note})" if evidence.note else ""
            sides = [("here", f"the draft, line {here.place}", here, ours)] if compared else []
            sides.append(("there", name + note, there, theirs if compared else []))
            own = " own" if evidence.source is None else ""
            yield f'<div class="pair{own}">{"".join(_side(*side) for side in sides)}</div>\n'
        if len(finding.evidence) > _MOST:
            places = ", ".join(_place(outcome, evidence) for evidence in finding.evidence[_MOST : 4 * _MOST])
            cut = " …" if len(finding.evidence) > 4 * _MOST else ""
            yield f'<p class="where">and {len(finding.evidence) - _MOST} more: {escaped(places)}{cut}</p>\n'
        if not any(evidence.source for evidence in finding.evidence):
            for label, place, words in explained.explained(outcome, finding):
                if label == "nearest":
                    yield _nearest(place, words)


def _place(outcome: Outcome, evidence: Evidence) -> str:
    doc = outcome.document(evidence)
    line, column = doc.lines.position(evidence.span.start)
    return f"{doc.name}:{line}:{column}" if evidence.source is not None else f"line {line}:{column} of the draft"


def _side(kind: str, name: str, shown: Excerpt, marked: Sequence[Span]) -> str:
    inner = "".join(
        f"<mark>{escaped(words)}</mark>" if differs else escaped(words) for words, differs in pieces(shown.words, marked)
    )
    words = f"<b>{inner}</b>" if shown.words else ""
    return (
        f'<figure class="{kind}"><figcaption>{escaped(name)}</figcaption>'
        f"<blockquote>{escaped(shown.before)}{words}{escaped(shown.after)}</blockquote></figure>"
    )


def _nearest(place: str, words: str) -> str:
    name = f"the nearest passage, {place}" if place else "in the sources"
    return (
        f'<div class="pair"><figure class="there"><figcaption>{escaped(name)}</figcaption>'
        f"<blockquote>{escaped(words)}</blockquote></figure></div>\n"
    )


def _fix(draft: Document, fix: Fix) -> str:
    rows = "".join(f"<li>{_edit(draft, edit)}</li>" for edit in fix.edits[:6])
    more = f"<li>and {len(fix.edits) - 6} more</li>" if len(fix.edits) > 6 else ""
    how = "newslint --fix makes it" if fix.safe else "offered: it may touch a fact, so that nobody makes it but you"
    title = f"{escaped(fix.title)} " if fix.title else ""
    return f'<p class="label">Fix</p><p class="fix">{title}<small>({how})</small></p><ul class="edits">{rows}{more}</ul>\n'


def _edit(draft: Document, edit: Edit) -> str:
    """The old words and the new, with enough round them to find the place."""
    old = excerpt(draft, edit.span, 24)
    gone = f"<del>{_seen(old.words)}</del>" if edit.span else ""
    new = f"<ins>{_seen(edit.text)}</ins>" if edit.text else ""
    return f"{escaped(old.before)}{gone}{new}{escaped(old.after)}"


def _seen(words: str) -> str:
    """Words of which something is seen, even where they are white space."""
    return escaped(one_line(words, 300)) if words.strip() else escaped(words.replace("\n", "¶").replace(" ", "␣")) or "¶"

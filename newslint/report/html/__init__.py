"""Outcomes as one page that needs nothing else: each draft as it reads, what was found marked in it, and beside it why.

A mark is a link to its note; the script opens the note beside the text. Without the script, and on paper, the notes are
a numbered list. Severity is a word, a sign and a line of its own, so that no colour is the only one to tell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, get_args

from newslint.finding import Outcome, Severity
from newslint.report import Style
from newslint.report.html.article import Article
from newslint.report.html.notes import counted
from newslint.report.html.rules import appendix
from newslint.report.looks import LOOKS
from newslint.view.markup import escaped
from newslint.view.page import drafts, page

FAMILIES = {
    "D": "dates", "N": "numbers", "Q": "quotations", "A": "attribution", "H": "hedging", "P": "names", "L": "legal risk",
    "S": "sources", "T": "text", "W": "wording", "R": "readability", "X": "newslint",
}  # fmt: skip


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    out.write(whole(list(outcomes), style))


def whole(outcomes: Sequence[Outcome], style: Style) -> str:
    """One page with the findings of all these drafts."""
    articles = [Article(at, outcome, style) for at, outcome in enumerate(outcomes, 1)]
    names = [outcome.draft.name for outcome in outcomes] or ["no draft"]
    header = _unread(style) + drafts(names, [article.counts for article in articles]) + "".join(_filters(articles))
    body = "\n".join(article.text() for article in articles)
    rules = {rule: outcome.rules[rule] for outcome in outcomes for rule in (one.rule for one in style.shown(outcome))
             if rule in outcome.rules}  # fmt: skip
    return page(
        "report",
        names,
        "what newslint found",
        header=header,
        body=f'<main id="text">\n{body}\n</main>\n{appendix(rules)}',
        skip="text",
    )


def _unread(style: Style) -> str:
    """What could not be read, so that nobody takes the page for all there was."""
    rows = "".join(f"<li>{escaped(str(fault))}</li>" for fault in style.faults)
    return f'<details class="unsaid" open><summary>Not read</summary><ul>{rows}</ul></details>\n' if rows else ""


def _filters(articles: Sequence[Article]) -> Iterator[str]:
    """Switches for severities and families, each with how many it is for."""
    found = [finding for article in articles for finding in article.findings]
    severities, families = Counter(one.severity for one in found), Counter(one.code[0] for one in found)
    if not found:
        return
    yield '<details class="filters" open><summary>Choose what is shown</summary>\n'
    yield '<form role="search" aria-label="Findings to show" autocomplete="off">\n'
    levels = [level for level in get_args(Severity) if severities[level]]
    letters = [*FAMILIES, *sorted(set(families) - set(FAMILIES))]
    yield '<div class="first">\n'
    yield _switches(
        "Severity", "severity", [(level, f"{LOOKS[level].sign} {LOOKS[level].word}", severities[level]) for level in levels]
    )
    yield (
        '<p class="look"><label>Words <kbd aria-hidden="true">/</kbd> '
        '<input type="search" id="words" aria-keyshortcuts="/"></label> '
        '<button type="reset">Show all</button>\n'
        f'<output class="shown" aria-live="polite">{counted(len(found), "finding")}</output></p>\n</div>\n'
    )
    shown = [letter for letter in letters if families[letter]]
    yield _switches("Family", "family", [(one, f"{one} {FAMILIES.get(one, '')}".strip(), families[one]) for one in shown])
    yield "</form>\n</details>\n"


def _switches(legend: str, name: str, choices: Iterable[tuple[str, str, int]]) -> str:
    boxes = "\n".join(
        f'<label class="{escaped(value)}"><input type="checkbox" data-{name}="{escaped(value)}" checked> '
        f"<span>{escaped(words)}</span> <small>{number}</small></label>"
        for value, words, number in choices
    )
    return f"<fieldset><legend>{legend}</legend>\n{boxes}\n</fieldset>\n"

"""Codes of rules, offered where an ignore comment is written."""

from __future__ import annotations

from lsprotocol.types import CompletionItem, CompletionItemKind, CompletionOptions, Position, Range, TextEdit

from newslint.kept.regexes import compiled
from newslint.lsp.buffer import Buffer
from newslint.lsp.view import View
from newslint.report.lsp import Units
from newslint.spans import LineIndex, Span

OPTIONS = CompletionOptions(trigger_characters=["[", ","])

_TYPED = compiled(r"""newslint:[ \t]*ignore(?:-file)?\[(?:[^\]\[\n]*,)?[ \t]*(?P<code>[\w-]*)$""")


def codes(buffer: Buffer, view: View, position: Position, encoding: str) -> list[CompletionItem] | None:
    """The rules that may be ignored at a position, those that were found in the draft first; None anywhere else.

    ``view`` may be of an older state of the draft: what is typed is looked up in ``buffer``.
    """
    units = Units(LineIndex(buffer.text), encoding)
    at = units.offset(position.line, position.character)
    typed = _TYPED.search(units.lines.line_span(position.line + 1).of(buffer.text)[: at - units.lines.starts[position.line]])
    if typed is None:
        return None
    where = units.range(Span(at - len(typed["code"]), at))
    place = Range(Position(**where["start"]), Position(**where["end"]))
    here = {finding.code for finding in view.outcome.told}
    return [
        CompletionItem(
            rule.code,
            kind=CompletionItemKind.EnumMember,
            detail=rule.id,
            documentation=rule.title,
            filter_text=f"{rule.code} {rule.id}",
            sort_text=f"{rule.code not in here:d}{rule.code}",
            text_edit=TextEdit(place, rule.code),
        )
        for rule in sorted(view.outcome.rules.values(), key=lambda rule: rule.code)
    ]

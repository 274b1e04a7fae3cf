"""What an editor shows between the lines: how a draft stands as a whole, and which sentences no source bears out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import CodeLens, Command, InlayHint, Position, Range

from newslint.lsp.view import View
from newslint.spans import Span

HINTS = {"unsupported": "in no source", "differs": "differs from", "partly": "in part"}
"""What stands at the end of a sentence, by its verdict; nothing where it is supported: silence is the good news."""


def lenses(view: View) -> list[CodeLens]:
    """One line above the draft; a click opens the ledger."""
    rows, sources = view.ledger, view.outcome.dossier.sources
    parts = [_counted(len(view.outcome.told), "finding")]
    if sources:
        counts = rows["counts"]
        parts = [
            f"{counts['supported']} of {_counted(counts['sentences'], 'claim')} supported",
            f"{_counted(len(sources), 'source')}, {_counted(len(rows['origins']), 'origin')}",
            *parts,
        ]
    else:
        parts.append("no sources named")
    command = Command(" · ".join(parts), "newslint.ledger" if sources else "", arguments=[view.buffer.uri])
    return [CodeLens(Range(Position(0, 0), Position(0, 0)), command)]


def hints(view: View, where: Range) -> list[InlayHint]:
    """At the end of each sentence in a range that is not wholly supported: the verdict, and the nearest passage."""
    wanted = view.span(where)
    return list(_hints(view, wanted)) if view.outcome.dossier.sources else []


def _hints(view: View, wanted: Span) -> Iterator[InlayHint]:
    for row in view.ledger["sentences"]:
        words = HINTS.get(row["verdict"])
        if words and Span(row["start"], row["end"]).overlaps(wanted):
            place = view.range(Span(row["end"], row["end"])).start
            label = " ".join(filter(None, (words, _named(view, row))))
            yield InlayHint(place, label, padding_left=True, tooltip=_tooltip(row))


def _named(view: View, row: dict[str, Any]) -> str:
    """Where the passage stands that a sentence was held against."""
    if row["verdict"] == "unsupported" or not row["passages"]:
        return ""
    best = row["passages"][0]
    doc = next(source.doc for source in view.outcome.dossier.sources if source.id == best["source"])
    return f"{doc.name}:{best['line']}"


def _tooltip(row: dict[str, Any]) -> str | None:
    return "\n".join(" ".join(one["text"].split()) for one in row["passages"]) or None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

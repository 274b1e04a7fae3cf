"""Documents in JSON lines: one in, one out, in the same order, whatever happens."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from newslint.document import Document, Dossier, Source, SourceKind
from newslint.errors import InputError, NewslintError
from newslint.inspection import inspection
from newslint.ledger import asked, ledger
from newslint.linter import Linter
from newslint.report.json import as_dict
from newslint.typedyaml import nearest

SUFFIX = {"plain": ".txt", "markdown": ".md", "html": ".html"}


def checked(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """The findings of every document."""

    def one(row: dict[str, Any]) -> dict[str, Any]:
        dossier = Dossier(_document(row, linter), tuple(_sources(row, linter)), makers=linter.makers)
        return as_dict(linter.check(dossier))

    return _answers(lines, one)


def inspected(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """The layers of every document."""
    return _answers(lines, lambda row: inspection(_document(row, linter)))


def ledgers(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """What is behind every document."""

    def one(row: dict[str, Any]) -> dict[str, Any]:
        dossier = Dossier(_document(row, linter), tuple(_sources(row, linter)), makers=linter.makers)
        return ledger(linter.check(dossier, rules=asked(linter.active(dossier.draft.name))))

    return _answers(lines, one)


def _answers(lines: Iterable[bytes], one: Callable[[dict[str, Any]], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if not line.strip():
            continue
        id_: Any = None
        try:
            row = json.loads(line.decode("utf-8-sig"))
            if not isinstance(row, dict):
                raise InputError("a line is an object with 'id' and 'text'")
            id_ = row.get("id")
            _refuse_bad_keys(row)
            answer = one(row) | {"id": id_}
            if notes := [*_unread_dates(row)]:
                answer["notes"] = notes
        except NewslintError as fault:
            answer = {"id": id_, "error": str(fault)}
        except UnicodeDecodeError as fault:
            answer = {"id": id_, "error": f"not UTF-8 text: byte 0x{line[fault.start]:02x}"}
        except json.JSONDecodeError as fault:
            answer = {"id": id_, "error": f"not JSON: {fault}"}
        except Exception as fault:  # one document that breaks us must not cost the others
            answer = {"id": id_, "error": f"{type(fault).__name__}: {fault}"}
        yield answer


def _refuse_bad_keys(row: dict[str, Any]) -> None:
    for key in ("id", "text"):
        if not isinstance(row.get(key), str):
            raise InputError(f"{key!r} is missing or no text")
    if row.get("format", "plain") not in SUFFIX:
        raise InputError(f"no format is called {row['format']!r}; allowed: {', '.join(SUFFIX)}")


def _document(row: dict[str, Any], linter: Linter, name: str | None = None) -> Document:
    suffix = SUFFIX[row.get("format") or "plain"]
    doc = linter.parse(
        Path(f"text{suffix}"), row["text"].encode("utf-8-sig", "surrogatepass"), published=_day(row.get("published"))
    )
    return doc.named(name or row["id"], doc.published)


def _sources(row: dict[str, Any], linter: Linter) -> Iterator[Source]:
    for at, given in enumerate(row.get("sources") or (), 1):
        if not isinstance(given, dict) or not isinstance(given.get("text"), str):
            raise InputError(f"source {at} has no text")
        name = str(given.get("name") or f"source-{at}")
        kind: Any = given.get("kind") or "outlet"
        if kind not in get_args(SourceKind):
            raise InputError(f"source {name!r}: no kind is called {kind!r}{nearest(str(kind), get_args(SourceKind))}")
        yield Source(
            _document(given, linter, name),
            name,
            kind,
            str(given.get("outlet") or ""),
            bool(given.get("translated")),
            bool(given.get("licensed")),
            str(given.get("url") or ""),
        )


def _day(word: Any) -> dt.date | None:
    """A day, or None for what is no day: the text is read all the same, and the answer says so."""
    try:
        return dt.date.fromisoformat(word) if word else None
    except (TypeError, ValueError):
        return None


def _unread_dates(row: dict[str, Any]) -> Iterator[str]:
    for given in (row, *(row.get("sources") or ())):
        word = given.get("published")
        if word and _day(word) is None:
            yield f"'published' is a date such as 2025-08-15, not {word!r}; read as a text without a date"

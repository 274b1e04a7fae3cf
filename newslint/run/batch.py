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
from newslint.linter import MAX_SOURCE, Linter
from newslint.report.json import as_dict
from newslint.typedyaml import nearest

SUFFIX = {"plain": ".txt", "markdown": ".md", "html": ".html"}

ROW = ("id", "text", "format", "published", "sources")
"""What a line says; its other keys belong to whoever wrote it."""

SOURCE: dict[str, type] = {
    **dict.fromkeys(("name", "text", "format", "kind", "outlet", "url"), str),
    "published": object,
    **dict.fromkeys(("translated", "licensed"), bool),
}
"""What it says of a source, and nothing else."""

WANTED = {str: "a text", bool: "true or false"}


def checked(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """The findings of every document."""

    def one(row: dict[str, Any]) -> dict[str, Any]:
        return as_dict(linter.check(_dossier(row, linter)))

    return _answers(lines, one)


def dossiers(lines: Iterable[bytes], linter: Linter) -> Iterator[Dossier | InputError]:
    """Every document with its sources; for a line that cannot be read, what is wrong with it."""
    for answer in _answers(lines, lambda row: {"dossier": _dossier(row, linter)}):
        yield answer.get("dossier") or InputError(str(answer["error"]), path=answer["id"])


def inspected(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """The layers of every document."""
    return _answers(lines, lambda row: inspection(_document(row, linter, row["id"])))


def ledgers(lines: Iterable[bytes], linter: Linter) -> Iterator[dict[str, Any]]:
    """What is behind every document."""

    def one(row: dict[str, Any]) -> dict[str, Any]:
        dossier = _dossier(row, linter)
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
            if notes := [*_misspelt(row), *_unread_dates(row)]:
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
    _refuse_unknown_format(row)
    if not isinstance(row.get("sources") or [], list):
        raise InputError(f"'sources' is a list, not {row['sources']!r}")


def _refuse_unknown_format(given: dict[str, Any]) -> None:
    if (format_ := given.get("format") or "plain") not in SUFFIX:
        raise InputError(f"no format is called {format_!r}; allowed: {', '.join(SUFFIX)}")


def dossier_of(row: dict[str, Any], linter: Linter, *, raw: bytes | None = None, filename: str = "") -> Dossier:
    """The dossier in a row as ``checked`` reads them; ``raw``, a file of this name, stands in the place of its text.

    Raises InputError where it cannot be read.
    """
    _refuse_bad_keys(row)
    if raw is None:
        return _dossier(row, linter)
    doc = linter.fitting(Path(filename), raw)
    draft = doc.named(row["id"], _day(row.get("published")) or doc.published)
    return Dossier.of(draft, _sources(row, linter), makers=linter.makers)


def _dossier(row: dict[str, Any], linter: Linter) -> Dossier:
    return Dossier.of(_document(row, linter, row["id"]), _sources(row, linter), makers=linter.makers)


def _document(row: dict[str, Any], linter: Linter, name: str) -> Document:
    path = Path(f"text{SUFFIX[row.get('format') or 'plain']}")
    try:
        doc = linter.parse(path, row["text"].encode("utf-8-sig", "surrogatepass"), published=_day(row.get("published")))
    except InputError as fault:
        raise InputError(fault.message, line=fault.line, column=fault.column) from None
    return doc.named(name, doc.published)


def _sources(row: dict[str, Any], linter: Linter) -> Iterator[Source]:
    for at, given in enumerate(row.get("sources") or (), 1):
        if not isinstance(given, dict) or not isinstance(given.get("text"), str):
            raise InputError(f"source {at} has no text")
        name = given.get("name") or f"source-{at}"
        try:
            yield _source(given, name, linter)
        except InputError as fault:
            raise InputError(f"source {name!r}: {fault}") from None


def _source(given: dict[str, Any], name: str, linter: Linter) -> Source:
    for key, value in given.items():
        if key not in SOURCE:
            raise InputError(f"unknown key {key!r}{nearest(key, SOURCE)}")
        if value is not None and not isinstance(value, SOURCE[key]):
            raise InputError(f"{key!r} is {WANTED[SOURCE[key]]}, not {json.dumps(value)[:60]}")
    kind: Any = given.get("kind") or "outlet"
    if kind not in get_args(SourceKind):
        raise InputError(f"no kind is called {kind!r}{nearest(kind, get_args(SourceKind))}")
    _refuse_unknown_format(given)
    if len(given["text"]) > MAX_SOURCE:
        raise InputError(f"is larger than {MAX_SOURCE // 1024**2} MB, the most that a source may be")
    return Source(
        _document(given, linter, name),
        name,
        kind,
        given.get("outlet") or "",
        given.get("translated") or False,
        given.get("licensed") or False,
        given.get("url") or "",
    )


def _day(word: Any) -> dt.date | None:
    """A day, or None for what is no day: the text is read all the same, and the answer says so."""
    try:
        return dt.date.fromisoformat(word) if word else None
    except (TypeError, ValueError):
        return None


def _misspelt(row: dict[str, Any]) -> Iterator[str]:
    """Keys that are nearly ours: a text whose "sauces" are passed over would look as if it had been compared."""
    for key in row:
        if key not in ROW and "did you mean" in (guess := nearest(key, ROW)):
            yield f"unknown key {key!r}{guess}"


def _unread_dates(row: dict[str, Any]) -> Iterator[str]:
    for given in (row, *(source for source in row.get("sources") or () if isinstance(source, dict))):
        word = given.get("published")
        if word and _day(word) is None:
            yield f"'published' is a date such as 2025-08-15, not {word!r}; read as a text without a date"

"""Which column of a record is what, and a record as a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newslint.corpus.inputs.days import day
from newslint.corpus.shapes import Failure, Item

MOST = 16 * 1024 * 1024
"""Letters of the largest text that is linted; as ``linter.MAX_TEXT``."""

TRIED: dict[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uri", "url", "_id"),
    "text": ("text", "body", "content", "article", "body_text", "full_text", "maintext"),
    "headline": ("headline", "title"),
    "published": ("published", "published_at", "date", "publication_date", "published_date", "pub_date", "pubdate",
                  "date_published", "publishedat", "datepublished"),
    "outlet": ("outlet", "source", "publisher", "site", "publication", "provider", "source_domain"),
    "format": ("format",),
    "sources": ("sources",),
}  # fmt: skip
"""Names of columns, by what they hold: the first that a record has."""

_FORMATS = {
    **dict.fromkeys(("plain", "text", "txt", "text/plain"), "plain"),
    **dict.fromkeys(("markdown", "md", "text/markdown"), "markdown"),
    **dict.fromkeys(("html", "htm", "xhtml", "text/html", "application/xhtml+xml"), "html"),
}
_HTML = re.compile(r"\s*<(?:!doctype html|html|body|article|section|div|p|h[1-6]|figure)\b[^<>]*>", re.IGNORECASE)
_HEADED = {"plain": "{}\n\n{}", "markdown": "# {}\n\n{}", "html": "<h1>{}</h1>\n{}"}


@dataclass(frozen=True)
class Fields:
    """The columns that the user named; for the others those of ``TRIED`` are tried."""

    named: Mapping[str, str] = field(default_factory=dict)

    def saw(self, row: Mapping[str, Any]) -> None:
        """A record that is made a document."""

    def column(self, what: str, columns: Mapping[str, Any]) -> str | None:
        """The column of these that holds it: an id, a text ...; a name with dots leads into an object."""
        if name := self.named.get(what):
            return name if _reached(columns, name)[0] else None
        return next((name for name in TRIED[what] if name in columns), None)

    def wanted(self, columns: list[str]) -> list[str]:
        """Those of a table's columns that any document is made of."""
        names = {name for tried in TRIED.values() for name in tried}
        given = {part for name in self.named.values() for part in (name, name.split(".")[0])}
        return [name for name in columns if name.lower() in names or name in given]

    def value(self, what: str, row: Mapping[str, Any]) -> Any:
        """What a record has there; None where it has nothing."""
        if name := self.named.get(what):
            return _reached(row, name)[1]
        return next((row[name] for name in TRIED[what] if row.get(name) not in (None, "")), None)


@dataclass(frozen=True)
class Noted(Fields):
    """The same, and which columns the first record had: those that are taken, by what they hold, and the others."""

    columns: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def saw(self, row: Mapping[str, Any]) -> None:
        if not self.columns and not self.others:
            self.columns.update({what: name for what in TRIED if (name := self.column(what, row))})
            taken = {part.lower() for name in self.columns.values() for part in (name, name.split(".")[0])}
            self.others.extend(dict.fromkeys(low for name in row if (low := name.strip().lower()) not in taken))


def lowered(row: Mapping[str, Any]) -> dict[str, Any]:
    """A record by the names of its columns in small letters; the first of two that differ in nothing else."""
    made: dict[str, Any] = {}
    for name, value in row.items():
        made.setdefault(name.strip().lower(), value)
    return made


def _reached(row: Mapping[str, Any], name: str) -> tuple[bool, Any]:
    """Whether there is such a column, and what it holds."""
    if name in row:
        return True, row[name]
    value: Any = row
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return False, None
        value = value[part]
    return True, value


def item(row: Mapping[str, Any], fields: Fields, place: str) -> Item | Failure:
    """The document in a record; what it lacks to be one is said."""
    row = {**lowered(row), **row} if fields.named else lowered(row)
    fields.saw(row)
    id_ = _word(fields.value("id", row)) or place
    text, headline = fields.value("text", row), _word(fields.value("headline", row))
    if not isinstance(text, str):
        named = fields.named.get("text")
        missing = f"no column {named!r}" if named else f"no text in {', '.join(TRIED['text'][:3])} ...; name its column"
        return Failure(id_, missing if text is None else f"its text is {type(text).__name__}, no text", place)
    if len(text) > MOST:
        return Failure(id_, f"is larger than {MOST // 1024**2} MB, the most that a text may be", place)
    given = _word(fields.value("format", row)).lower()
    format_ = _FORMATS.get(given) if given else "html" if _HTML.match(text) else "plain"
    if format_ is None:
        return Failure(id_, f"no format is called {given!r}; allowed: plain, markdown, html", place)
    try:
        sources = tuple(_sources(fields.value("sources", row), asked="sources" in fields.named))
    except ValueError as fault:
        return Failure(id_, str(fault), place)
    published, outlet = day(fields.value("published", row)), _word(fields.value("outlet", row))
    return Item(id_, headed(headline, text, format_), format_, published, outlet, sources, place)


def headed(headline: str, text: str, format_: str = "plain") -> str:
    """A text under its headline, which is a paragraph of its own, unless it stands there already."""
    if not headline or text.lstrip("# \t\r\n").startswith(headline):
        return text
    if format_ == "html":
        from html import escape

        headline = escape(headline, quote=False)
    return _HEADED[format_].format(headline, text.lstrip("\r\n"))


def _word(value: Any) -> str:
    """A name or a number on one line; of an object (as news APIs give for an outlet) its name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("id")
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _sources(given: Any, *, asked: bool) -> Iterator[Mapping[str, Any]]:
    """The sources that a record brings with it; a column that only happens to have this name holds other things."""
    if not given:
        return
    if not isinstance(given, list) or not all(isinstance(one, Mapping) and "text" in one for one in given):
        if asked:
            raise ValueError("its sources are no list of objects with a 'text'")
        return
    yield from ({name: value for name, value in one.items() if value is not None} for one in given)

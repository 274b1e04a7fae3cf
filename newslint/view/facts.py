"""What is known of an item, as words for people; a field that is new here is shown under its own name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.spans import one_line
from newslint.view.layers import layer
from newslint.view.marks import Item, Seen
from newslint.view.readable import readable

Fact = tuple[str, str]

_PLACE = ("start", "end", "text")
_BOUNDS = {"earliest": ("latest", "days"), "low": ("high", "allows")}
"""Two fields that are one thing to people: from the first to the second."""

_LABELS = {"id": "bearer"}
PLAIN = ("kind", "label", "type")
"""Labels of values that speak for themselves."""

_USUAL = {"anchored": True}
"""What holds nearly always and is worth no word."""

_LAST = {last for last, _ in _BOUNDS.values()}


def facts(seen: Seen, item: Item) -> list[Fact]:
    """Label and value of whatever is known of an item, but for what its own words say."""
    row = item.row
    needless = {**_USUAL, "id": seen.words(row), "unit_text": row.get("unit")}
    skipped = {*_PLACE, *layer(item.layer).heads, *_LAST, *(key for key, value in needless.items() if row.get(key) == value)}
    return [fact for key, value in row.items() if key not in skipped for fact in _fact(seen, row, key, value)]


def headline(seen: Seen, item: Item) -> str:
    """The words that stand for an item: its own, or those of its parts."""
    heads = [item.row[part] for part in layer(item.layer).heads if item.row.get(part)]
    if heads:
        return " … ".join(_part(seen, part) for part in sorted(heads, key=lambda part: part["start"]))
    return one_line(seen.words(item.row), 60)


def _fact(seen: Seen, row: Mapping[str, Any], key: str, value: Any) -> Iterator[Fact]:
    if key in _BOUNDS:
        last, label = _BOUNDS[key]
        if (value, row.get(last)) not in ((None, None), (row.get("value"), row.get("value"))):
            yield label, _bounds(value, row.get(last))
    elif isinstance(value, bool):
        yield (key if value else f"not {key}"), ""
    elif value not in (None, "", [], {}):
        yield _LABELS.get(key) or key.replace("_", " "), _said(seen, value)


def _bounds(first: Any, last: Any) -> str:
    if first is None:
        return f"up to {_plain(last)}"
    if last is None:
        return f"from {_plain(first)}"
    return _plain(first) if first == last else f"{_plain(first)} to {_plain(last)}"


def _said(seen: Seen, value: Any) -> str:
    if isinstance(value, Mapping):
        if "start" in value and "end" in value:
            return _part(seen, value)
        return ", ".join(f"{key} {_said(seen, inner)}" for key, inner in value.items() if inner not in (None, ""))
    if isinstance(value, list | tuple):
        numbers = all(isinstance(one, int | float) for one in value)
        return (" to " if numbers else ", ").join(_said(seen, one) for one in value)
    return _plain(value)


def _part(seen: Seen, part: Mapping[str, Any]) -> str:
    """The words of a part, and the name of its bearer where that is another."""
    words = one_line(seen.words(part))
    name = _plain(part.get("name") or "")
    return f"{words} ({name})" if name and name != words else words


def _plain(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,}"
    return " ".join(readable(str(value)).split())

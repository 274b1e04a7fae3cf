"""What the linter sees, for programs that read lines: ``line:column  layer  text  what is known``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from newslint.view.marks import Seen
from newslint.view.readable import readable


def show(drafts: Iterable[Seen], out: TextIO) -> None:
    """Write these drafts, a line a thing, each in text order."""
    for seen in drafts:
        rows = sorted(_rows(seen), key=lambda row: row[0])
        out.writelines(line + "\n" for _, line in rows)


def _rows(seen: Seen) -> Iterator[tuple[int, str]]:
    for layer, items in seen.rows.items():
        for item in items if isinstance(items, list) else ():
            line, column = seen.lines.position(item["start"])
            words = seen.words(item)
            words = words if len(words) <= 60 else words[:59] + "…"
            known = {key: value for key, value in item.items() if key not in ("start", "end", "text") and value not in (None, "")}
            facts = "  ".join(f"{key}={_said(seen, value)}" for key, value in known.items())
            yield item["start"], f"{line}:{column}  {layer:<13} {words!r}  {facts}".rstrip()


def _said(seen: Seen, value: Any) -> str:
    if isinstance(value, dict):
        return seen.words(value) if "start" in value else str(value)
    return " ".join(readable(str(value)).split())

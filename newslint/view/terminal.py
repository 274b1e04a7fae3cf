"""What the linter sees, for people at a terminal: the draft as it reads, marked by layer, and the facts under each paragraph.

Without colour the marks carry numbers, which stand at the facts too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from newslint.view.facts import PLAIN, facts, headline
from newslint.view.layers import layer, usual
from newslint.view.marks import Item, Laid, Mark, Seen, laid
from newslint.view.readable import readable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.style import Style
    from rich.table import Table
    from rich.text import Text

_MARGIN = 12
_NARROW = 60
"""Columns; a terminal with fewer has no margin: the kind of a block stands above it."""

_UNREAD = ("", "boilerplate", "front-matter", "code")


def show(drafts: Iterable[Seen], out: TextIO, layers: Sequence[str], *, color: bool) -> None:
    """Write these drafts, with these layers or the usual ones; in colour, or with numbers for marks."""
    from rich.console import Console

    console = Console(file=out, force_terminal=color, no_color=not color, highlight=False)
    for seen in drafts:
        chosen = [name for name in seen.layers if name in layers] if layers else usual(seen.layers)
        console.print(_title(seen, chosen))
        console.print()
        for part in laid(seen, chosen):
            _show(seen, part, console)


def _title(seen: Seen, chosen: Sequence[str]) -> Text:
    from rich.text import Text

    day = seen.rows.get("published")
    title = Text.assemble((readable(str(seen.rows["id"])), "bold"), (f"  published {day}" if day else "  no date", "dim"), "\n")
    for name in chosen:
        look = layer(name)
        if look.style or look.parts:
            title.append(" ").append(name, look.style).append(" ")
        for part, style in look.parts.items():
            title.append("(").append(part, style).append(") ")
    return title


def _show(seen: Seen, part: Laid, console: Console) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    numbers = _numbers(part.items) if console.no_color else {}
    text = _text(seen, part, numbers)
    if not text.plain:
        return
    line = seen.line(part.passage)
    margin = Text.assemble((part.passage.kind or "not read", "bold dim"), (f"\n{line}", "dim"))
    found = _facts(seen, part.items, numbers)
    body: list[RenderableType] = [text, *([Padding(found, (0, 0, 0, 2))] if found else [])]
    if console.width < _NARROW:
        console.print(Text(margin.plain.replace("\n", " "), "bold dim"), *body, sep="\n")
    else:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=_MARGIN)
        grid.add_column(ratio=1)
        for at, cell in enumerate(body):
            grid.add_row("" if at else margin, cell)
        console.print(grid)
    console.print()


def _text(seen: Seen, part: Laid, numbers: Mapping[str, int]) -> Text:
    """The words of a passage on one line, each segment in the styles of all its marks."""
    from rich.text import Text

    text = Text(style="dim" if part.passage.kind in _UNREAD else "")
    for segment in part.segments:
        words = readable(seen.text[segment.start : segment.end])
        if part.passage.kind != "code":
            words = _even(words, after=text.plain[-1:])
        if text.plain and any(mark.item.layer == "sentences" for mark in segment.opening):
            text.append("| ", "dim")
        text.append(words, _style(segment.marks))
        for item in (mark.item for mark in segment.marks if (mark.start, mark.end) == mark.item.place):
            if item.id in numbers and item.place[1] == segment.end:
                text.append(f"[{numbers[item.id]}]")
    text.rstrip()
    return text


def _even(words: str, after: str) -> str:
    """With single spaces, and none at the start of a line."""
    open_ = words[:1].isspace() and after not in ("", " ")
    close = words[-1:].isspace() and words.strip()
    return (" " if open_ else "") + " ".join(words.split()) + (" " if close else "")


def _style(marks: Iterable[Mark]) -> Style:
    """The styles of all marks together; where two set the same thing, the narrower mark wins."""
    from rich.style import Style

    made = Style.null()
    for mark in marks:
        look = layer(mark.item.layer)
        made += Style.parse(look.parts.get(mark.part, "") if mark.part else look.style)
    return made


def _numbers(items: Iterable[Item]) -> dict[str, int]:
    named = (item for item in items if not layer(item.layer).broad and not layer(item.layer).brief)
    return {item.id: number for number, item in enumerate(named, 1)}


def _facts(seen: Seen, items: Iterable[Item], numbers: Mapping[str, int]) -> Table | None:
    """A row an item; those of a brief layer are one row."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    brief: dict[str, list[Text]] = {}
    for item in items:
        look, known = layer(item.layer), facts(seen, item)
        words = Text(headline(seen, item), "" if look.heads else look.style)
        for label, value in known:
            words.append("  ").append("" if label in PLAIN else f"{label} " if value else label, "dim").append(value)
        if look.brief:
            brief.setdefault(item.layer, []).append(words)
        elif known:
            number = f"{numbers[item.id]:>2} " if item.id in numbers else "   " if numbers else ""
            table.add_row(Text(number + look.one, "dim"), words)
    for name, several in brief.items():
        table.add_row(Text(("   " if numbers else "") + name, "dim"), Text(" · ").join(several))
    return table if table.row_count else None

"""How each layer is shown: its colours, its line under the words, what stands for its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Line = Literal["solid", "dashed", "dotted", "tint", "bar"]


@dataclass(frozen=True)
class Layer:
    """How a layer is shown.

    ``one`` is what an item is called. ``style`` is for a terminal (rich), ``color`` for a page in
    the light and in the dark, ``line`` what that draws: under the words, behind them (``tint``) or
    before them (``bar``). ``heads`` are the parts of an item whose
    words stand for it; such an item is marked by its parts and not as a whole. ``parts`` are the
    styles of parts that are marked. A ``broad`` layer covers whole sentences: its items are no
    stops on the way through the text. ``brief`` puts all items of a paragraph in one row.
    """

    one: str
    style: str = ""
    color: tuple[str, str] = ("#6b7280", "#9ca3af")
    line: Line = "dotted"
    heads: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    shown: bool = True
    broad: bool = False
    brief: bool = False


LAYERS = {
    "dates": Layer("date", "bold cyan", ("#0e7490", "#22d3ee"), "solid"),
    "quantities": Layer("quantity", "bold green", ("#15803d", "#4ade80"), "solid"),
    "quotes": Layer("quote", "italic", ("#fdf0c4", "#453a12"), "tint"),
    "attributions": Layer(
        "attribution",
        "underline",
        ("#b91c1c", "#f87171"),
        "dashed",
        heads=("source", "cue"),
        parts={"source": "underline", "cue": "bold red underline"},
    ),
    "names": Layer("name", "bright_blue", ("#4338ca", "#a5b4fc"), "dotted", brief=True),
    "hedges": Layer("hedge", "bold magenta", ("#a21caf", "#f0abfc"), "solid"),
    "links": Layer("link", "cyan", ("#0369a1", "#7dd3fc"), "dotted", brief=True),
    "claims": Layer("claim", "", ("#a16207", "#facc15"), "bar", broad=True),
    "clauses": Layer("clause", "", ("#6b7280", "#9ca3af"), "bar", shown=False, broad=True),
    "sentences": Layer("sentence", "", ("#6b7280", "#9ca3af"), "bar", shown=False, broad=True),
}
"""In the order of the legend. ``blocks`` are no layer of marks: they are the paragraphs that the text is shown in."""

_UNKNOWN = Layer("", "yellow")


def layer(name: str) -> Layer:
    """How to show the layer of this name, also one that is new here."""
    return LAYERS.get(name) or Layer(name.removesuffix("s"), _UNKNOWN.style)


def there(rows: Mapping[str, Any]) -> list[str]:
    """The layers in these rows that mark the text, in the order of the legend."""
    given = [name for name, items in rows.items() if isinstance(items, list) and name != "blocks"]
    return [name for name in LAYERS if name in given] + [name for name in given if name not in LAYERS]


def usual(names: Iterable[str]) -> list[str]:
    """Those of them that are shown where nobody chooses."""
    return [name for name in names if layer(name).shown]

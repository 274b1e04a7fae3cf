"""The YAML tree that everything here reads: PyYAML's, without PyYAML, so that a tree that was kept needs no import of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """A place in the YAML, both from 0."""

    line: int
    column: int


_START = Mark(0, 0)


@dataclass(slots=True)
class Node:
    """A part of the tree. ``value`` is text, a list of nodes, or a list of pairs of them."""

    tag: str
    value: Any
    start_mark: Mark = _START


@dataclass(slots=True)
class ScalarNode(Node):
    """A text as it is written; ``style`` is the quotation mark round it, or the sign before a block."""

    value: str
    style: str | None = None


@dataclass(slots=True)
class SequenceNode(Node):
    """A list."""

    value: list[Node]


@dataclass(slots=True)
class MappingNode(Node):
    """Keys with values, in their order."""

    value: list[tuple[Node, Node]]


def ours(node: Any) -> Node:
    """A tree of PyYAML's as ours; raises RecursionError where it is nested too deeply."""
    mark = Mark(node.start_mark.line, node.start_mark.column)
    if node.id == "scalar":
        return ScalarNode(node.tag, node.value, mark, node.style)
    if node.id == "sequence":
        return SequenceNode(node.tag, [ours(item) for item in node.value], mark)
    return MappingNode(node.tag, [(ours(key), ours(value)) for key, value in node.value], mark)

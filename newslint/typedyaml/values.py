"""The nodes of a YAML tree as values, typed by the fields of dataclasses."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar, cast

from newslint.errors import InputError
from newslint.kept import shelf
from newslint.typedyaml.complaints import absent, closest, nearest
from newslint.typedyaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from newslint.typedyaml.patterns import compiled
from newslint.typedyaml.tree import Faults, Place, parse, read_text

T = TypeVar("T")
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True)
class Raw:
    """A part of the file whose type is decided later, such as the options of a check."""

    node: Node


def load(path: Path, kind: type[T], *, error: type[InputError] = InputError) -> T:
    """A whole file as a value of this dataclass; raises ``error`` with the place of the fault."""
    place = Place(path, error)
    value: T = shelf.shared().made(kind.__qualname__, path, lambda: typed(parse(read_text(path, error), place), kind, place))
    return value


def typed(node: Node | None, kind: Any, place: Place) -> Any:
    """The value of a node, converted to the annotation ``kind``."""
    if kind is str and isinstance(node, ScalarNode):  # most of them
        return node.value
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(node, kind, place)
    origin = typing.get_origin(kind)
    if node is None:
        return None if kind is Any or _optional(kind) else typed(MappingNode("", []), kind, place)
    if kind is Any:
        return _plain(node)
    if origin in (typing.Union, types.UnionType):
        return _union(node, typing.get_args(kind), place)
    if origin is Literal:
        return _literal(node, typing.get_args(kind), place)
    if origin in (tuple, frozenset):
        return origin(_each(_items(node, place), typing.get_args(kind)[0], place))
    if origin is Mapping or origin is dict:
        items = pairs(node, place)
        values = _each([value for _, _, value in items], typing.get_args(kind)[1], place)
        return dict(zip((key for key, _, _ in items), values, strict=True))
    return _scalar(node, re.Pattern if origin is re.Pattern else kind, place)


def _each(nodes: list[Node], kind: Any, place: Place) -> list[Any]:
    """The values of these nodes; whatever is wrong with any is raised together."""
    values, faults = [], Faults()
    for node in nodes:
        try:  # not ``with faults.kept()``: tables have many thousands
            values.append(typed(node, kind, place))
        except InputError as fault:
            faults.found += fault.every
    faults.told()
    return values


def _dataclass(node: Node | None, kind: type[T], place: Place) -> T:
    if kind is Raw:
        return cast("T", Raw(node)) if node is not None else cast("T", None)
    known = _keys(cast("Any", kind))
    hints = field_types(kind)
    values: dict[str, Any] = {}
    items, faults = pairs(node, place) if node is not None else [], Faults()
    for key, key_node, value in items:
        if key not in known:
            faults.found.append(place.complaint(f"unknown key {key!r}{nearest(key, known)}", key_node))
            continue
        try:
            values[known[key].name] = typed(value, hints[known[key].name], place)
        except InputError as fault:
            faults.found += fault.every
    if "line" in hints and node is not None:
        values["line"] = place.line(node)  # a field of this name is told where it stands
    given = {key for key, _, _ in items}
    given |= {meant for key in given - known.keys() if (meant := closest(key, known))}  # misspelt, and said above
    if missing := [key for key, field in known.items() if key not in given and _required(field)]:
        faults.found.append(place.complaint(absent(missing), node))
    faults.told()
    try:
        return kind(**values)
    except ValueError as fault:
        raise place.complaint(str(fault), node) from None


def field_types(kind: type) -> dict[str, Any]:
    """The annotations of a dataclass, resolved."""
    return _field_types(cast("Any", kind))


@cache
def _keys(kind: Any) -> dict[str, Field[Any]]:
    return {_key(field.name): field for field in fields(kind) if field.init and field.name != "line"}


@cache
def _field_types(kind: type) -> dict[str, Any]:
    return {name: hint for name, hint in typing.get_type_hints(kind).items() if typing.get_origin(hint) is not ClassVar}


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _optional(kind: Any) -> bool:
    return type(None) in typing.get_args(kind)


def pairs(node: Node, place: Place) -> list[tuple[str, Node, Node]]:
    """The keys of a mapping, each with its node and its value's; none twice."""
    if not isinstance(node, MappingNode):
        raise place.complaint(f"expected keys with values, not {_shown(node)}", node)
    seen: dict[str, int] = {}
    for key_node, _ in node.value:
        if not isinstance(key_node, ScalarNode):
            raise place.complaint(f"a key is a word, not {_shown(key_node)}", key_node)
        key = str(key_node.value)
        if key in seen:
            raise place.complaint(f"key {key!r} stands twice, first on line {seen[key]}", key_node)
        seen[key] = place.line(key_node)
    return [(str(key_node.value), key_node, value) for key_node, value in node.value]


def _items(node: Node, place: Place) -> list[Node]:
    if isinstance(node, SequenceNode):
        return list(node.value)
    if isinstance(node, ScalarNode) and node.value:
        return [node]  # one item needs no brackets
    raise place.complaint(f"expected a list, not {_shown(node)}", node)


def _union(node: Node, kinds: tuple[Any, ...], place: Place) -> Any:
    if type(None) in kinds and isinstance(node, ScalarNode) and not node.style and node.value in ("", "null", "~"):
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    fitting = [kind for kind in kinds if _fits(node, kind)] or list(kinds)
    for kind in fitting[:-1]:
        try:
            return typed(node, kind, place)
        except InputError:
            continue
    return typed(node, fitting[-1], place)


def _fits(node: Node, kind: Any) -> bool:
    if typing.get_origin(kind) in (tuple, frozenset):
        return isinstance(node, SequenceNode)
    if typing.get_origin(kind) in (Mapping, dict) or is_dataclass(kind):
        return isinstance(node, MappingNode)
    return isinstance(node, ScalarNode)


def _literal(node: Node, allowed: tuple[Any, ...], place: Place) -> Any:
    word = _text(node, place)
    if word not in allowed:
        raise place.complaint(f"{word!r} is not known here{nearest(word, map(str, allowed))}", node)
    return word


def _scalar(node: Node, kind: Any, place: Place) -> Any:
    word = _text(node, place)
    if kind not in _SCALARS:
        raise TypeError(f"no way to read a {kind} from YAML")
    convert, wanted = _SCALARS[kind]
    try:
        return convert(word)
    except re.error as fault:
        raise place.complaint(f"the regular expression {word!r} does not compile: {fault}", node) from None
    except (ValueError, InvalidOperation):
        raise place.complaint(f"expected {wanted}, not {word!r}", node) from None


def _boolean(word: str) -> bool:
    if word.lower() not in _TRUE + _FALSE:
        raise ValueError(word)
    return word.lower() in _TRUE


def _path(word: str) -> Path:
    if not word or "\0" in word:
        raise ValueError(word)
    return Path(word)


_SCALARS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "a text"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    bool: (_boolean, "true or false"),
    Decimal: (Decimal, "a number"),
    Path: (_path, "a path"),
    dt.date: (dt.date.fromisoformat, "a date such as 2025-08-15"),
    re.Pattern: (compiled, "a regular expression"),
}


def _text(node: Node, place: Place) -> str:
    if not isinstance(node, ScalarNode):
        raise place.complaint(f"expected a text, not {_shown(node)}", node)
    return str(node.value)


def _shown(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return repr(node.value) if node.value else "nothing"
    return "a list" if isinstance(node, SequenceNode) else "keys with values"


def _plain(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {key.value if isinstance(key, ScalarNode) else _shown(key): _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value

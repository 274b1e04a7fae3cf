"""The options of a check, as a file gives or changes them."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from newslint.rule import Check
from newslint.typedyaml import Faults, MappingNode, Node, Place, Raw, field_types, nearest, pairs, typed

_CHANGES = frozenset({"add", "remove"})


def with_options(check: type[Check] | Check, options: Raw | None, place: Place) -> Check:
    """A check made with the options of a file, or one already made and changed by them.

    Of one already made, mappings are joined, lists replaced, or added to and taken from by ``{add: [...], remove: [...]}``.
    """
    kind = check if isinstance(check, type) else type(check)
    node = options.node if options else None
    if node is not None and not isinstance(node, MappingNode):
        raise place.complaint("options are keys with values", node)
    if node is None and isinstance(check, Check):
        return check
    values: dict[str, object] = {}
    hints, faults = field_types(kind), Faults()
    known = {field.name.replace("_", "-"): field.name for field in fields(kind)}
    for key, key_node, value in pairs(node, place) if node is not None else ():
        with faults.kept():
            if key not in known:
                raise place.complaint(f"the check {kind.name!r} has no option {key!r}{nearest(key, known)}", key_node)
            old = None if isinstance(check, type) else getattr(check, known[key])
            values[known[key]] = changed(value, hints[known[key]], old, place)
    faults.told()
    try:
        return kind(**values) if isinstance(check, type) else replace(check, **values)
    except (TypeError, ValueError) as fault:
        raise place.complaint(f"options of the check {kind.name!r}: {fault}", node) from None


def changed(node: Node, kind: Any, old: Any, place: Place) -> Any:
    """The value of a node laid over an older one, which is None where there is none."""
    parts = _parts(node)
    if old is None:
        if parts and not _member(kind, Mapping):
            raise place.complaint("there is no list here to add to or take from: write the list out", node)
        return typed(node, kind, place)
    if isinstance(old, Mapping) and isinstance(node, MappingNode):
        return _joined(node, parts, _member(kind, Mapping), old, place)
    if not parts:
        return typed(node, kind, place)
    if not isinstance(old, tuple | frozenset):
        raise place.complaint(f"'add' and 'remove' change a list, and {_said(old)!r} is none", node)
    given: dict[str, Any] = {key: typed(part, _member(kind, type(old)), place) for key, part in parts.items()}
    out = _there(given.get("remove", ()), map(_said, old), parts.get("remove"), place)
    kept = [item for item in old if _said(item) not in out]
    known = {_said(item) for item in kept}
    return type(old)([*kept, *(item for item in given.get("add", ()) if _said(item) not in known)])


def _joined(node: MappingNode, parts: Mapping[str, Node], kind: Any, old: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """A mapping with the keys of another laid over it, or with keys taken out and added."""
    if parts:
        gone = typed(parts["remove"], tuple[str, ...], place) if "remove" in parts else ()
        out = _there(gone, old, parts.get("remove"), place)
        added = typed(parts["add"], kind, place) if "add" in parts else {}
        return {key: value for key, value in old.items() if key not in out} | added
    value_kind, joined = typing.get_args(kind)[1], dict(old)
    for key, key_node, value in pairs(node, place):
        if key not in old and _parts(value):
            raise place.complaint(f"no list is called {key!r} that could be changed{nearest(key, old)}", key_node)
        joined[key] = changed(value, value_kind, old.get(key), place)
    return joined


def _parts(node: Node) -> dict[str, Node]:
    """The ``add`` and ``remove`` of a node that says nothing else; empty for any other."""
    if not isinstance(node, MappingNode):
        return {}
    parts = {str(key.value): value for key, value in node.value}
    return parts if parts.keys() <= _CHANGES else {}


def _there(gone: typing.Iterable[Any], old: typing.Iterable[str], node: Node | None, place: Place) -> set[str]:
    """What is to be taken out, all of it in there."""
    known, out = set(old), {_said(item) for item in gone}
    if strange := sorted(out - known):
        raise place.complaint(f"remove: {strange[0]!r} is not in the list{nearest(strange[0], known)}", node)
    return out


def _said(value: Any) -> str:
    return str(value.pattern if isinstance(value, re.Pattern) else value)


def _member(kind: Any, wanted: type) -> Any:
    """The part of an annotation that is of this origin: ``tuple[str, ...]`` of ``tuple[str, ...] | None``."""
    return next((one for one in (kind, *typing.get_args(kind)) if typing.get_origin(one) is wanted), None)

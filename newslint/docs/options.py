"""The options of a check in words: what they are, what they are set to, what each does."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

from newslint.rule import Check
from newslint.typedyaml import field_types

MOST = 12
"""Items of a list that are shown."""

_KINDS = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "Decimal": "number",
    "bool": "true or false",
    "date": "date",
    "Path": "path",
    "Pattern": "regular expression",
}


@dataclass(frozen=True)
class Option:
    """An option as a page shows it; ``default`` is the check's own where it has one."""

    name: str
    kind: str
    value: str
    default: str | None
    words: str


def options(check: Check) -> Iterator[Option]:
    """The options of a check as it is set, in the order of its fields."""
    hints, words = field_types(type(check)), words_of(type(check))
    for field in fields(check):
        name = field.name.replace("_", "-")
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        known = None if default is MISSING else shown(default)
        yield Option(name, kind_of(hints[field.name]), shown(getattr(check, field.name)), known, words.get(name, ""))


def words_of(kind: type) -> Mapping[str, str]:
    """What the docstring of a dataclass, or of one that it is made from, says of each field: the sentence or clause that begins
    with ````name````, else the first that has it."""
    known = {field.name.replace("_", "-") for field in fields(kind)}
    found: dict[str, str] = {}
    for one in kind.__mro__:
        if "__dataclass_fields__" not in vars(one):
            continue
        clauses = re.split(r"(?<=[.;])\s+", " ".join((vars(one).get("__doc__") or "").split()))
        for starts in (True, False):
            for clause in clauses:
                names = re.findall(r"``([\w-]+)(?:: [^`]*)?``", clause)
                for name in names[:1] if starts and clause.startswith("``") else () if starts else names:
                    found.setdefault(name.replace("_", "-"), _sentence(clause))
    return {name: said for name, said in found.items() if name in known}


def _sentence(clause: str) -> str:
    text = re.sub(r"``([^`]+)``", lambda name: f"`{name[1].replace('_', '-')}`", clause.strip().rstrip(";:."))
    return text[:1].upper() + text[1:] + "."


def kind_of(hint: Any) -> str:
    """The annotation of a field in a word or two."""
    origin = typing.get_origin(hint)
    if origin in (tuple, frozenset):
        return "list"
    if origin is typing.Literal:
        return " or ".join(map(str, typing.get_args(hint)))
    if origin is not None and origin is not re.Pattern:
        kinds = [kind_of(one) for one in typing.get_args(hint) if one is not type(None)]
        return "table" if "Mapping" in str(origin) else " or ".join(dict.fromkeys(kinds))
    return _KINDS.get(getattr(origin or hint, "__name__", ""), "table")


def shown(value: Any) -> str:
    """A value in one line, long lists cut."""
    if isinstance(value, re.Pattern):
        value = value.pattern
    if is_dataclass(value):
        pairs = ((field.name.replace("_", "-"), getattr(value, field.name)) for field in fields(value))
        return "{" + "; ".join(f"{name}: {shown(one)}" for name, one in pairs) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | frozenset | list):
        items = [shown(item) for item in value]
        items = sorted(items) if isinstance(value, frozenset) else items
        return ", ".join(items[:MOST]) + (f" … ({len(items)} in all)" if len(items) > MOST else "") if items else "none"
    if isinstance(value, Mapping):
        entries = [f"{key}: {shown(item)}" for key, item in value.items()]
        return "; ".join(entries[:MOST]) + (f" … ({len(entries)} in all)" if len(entries) > MOST else "") if entries else "none"
    return "none" if value is None or value == "" else " ".join(str(value).split())

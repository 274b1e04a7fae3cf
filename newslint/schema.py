"""JSON Schema (2020-12) for rule files and configurations, so that editors complete and check them as they are written.

Made from the same dataclasses that the loaders type files by. Scalars are text to us until a field says otherwise, so a
schema takes a number or a date where a text is wanted.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from newslint.config import NOT_IN_FILES, Config
from newslint.docs import words_of
from newslint.finding import Severity
from newslint.rule import Check, Rule
from newslint.rulefile import RuleText
from newslint.rulefile.text import OWN
from newslint.typedyaml import Raw, field_types

Node = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = Path(__file__).parent / "schemas"
_TEXT: Node = {"$ref": "#/$defs/text"}
_TEXTS: Node = {"$ref": "#/$defs/texts"}
_LEVEL: Node = {"$ref": "#/$defs/level"}
_SCALARS: Mapping[Any, Node] = {
    str: _TEXT,
    Path: {"type": "string", "minLength": 1},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    bool: {"enum": [True, False, "yes", "no", "on", "off"]},
    dt.date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Any: {},
}


def _change(add: Node, remove: Node) -> Node:
    """What is added to a list or table, and what is taken out."""
    parts = {"add": add, "remove": remove}
    return {"type": "object", "properties": parts, "additionalProperties": False, "minProperties": 1}


_DEFS: Mapping[str, Node] = {
    "text": {"type": ["string", "number", "boolean"]},
    "texts": {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]},  # one item needs no brackets
    "changed": {"anyOf": [_TEXTS, _change(_TEXTS, _TEXTS)]},
    "level": {"enum": [*typing.get_args(Severity)]},
}


def texts(checks: Mapping[str, type[Check]], rules: Sequence[Rule]) -> Mapping[str, str]:
    """The text of each schema by the name of its file."""
    made = {"rule.schema.json": rule_schema(checks, rules), "config.schema.json": config_schema(rules)}
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}


def rule_schema(checks: Mapping[str, type[Check]], rules: Sequence[Rule]) -> Node:
    """What may stand in a rule file; options, messages and cases as the check has them."""
    schema = _object(RuleText, "A rule of newslint")
    known = schema["properties"]
    known["id"]["pattern"], known["code"]["pattern"] = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", r"^[A-Z]\d{3}$"
    known["check"] |= {"enum": sorted(checks)}
    known["extends"] |= {"examples": [rule.id for rule in sorted(rules, key=lambda rule: rule.id)]}
    known["options"] |= {"type": "object"}
    extending: Node = {"required": ["extends"], "properties": {"check": False}}
    schema["if"], schema["then"], schema["else"] = {"required": ["extends"]}, extending, {"required": list(OWN)}
    schema["$defs"] = dict(_DEFS)
    schema["allOf"] = [_of_check(name, checks[name]) for name in sorted(checks)]
    return schema


def _of_check(name: str, check: type[Check]) -> Node:
    """What a rule with this check may say."""
    cases = sorted(check.cases)
    message, levels = (
        {"type": "object", "properties": dict.fromkeys(cases, one), "additionalProperties": False, "required": cases}
        for one in (_TEXT, _LEVEL)
    )
    then = {
        "options": _object(check, f"Options of the check {name}"),
        "message": {"anyOf": [_TEXT, message]} if cases == ["default"] else message,
        "severity": {"anyOf": [_LEVEL, levels]},
    }
    required = ["options"] if "required" in then["options"] else []
    return {
        "if": {"required": ["check"], "properties": {"check": {"const": name}}},
        "then": {"properties": then, "required": required},
    }


def config_schema(rules: Sequence[Rule]) -> Node:
    """What may stand in a configuration; the rules that there are, with what their options may be changed to."""
    schema = _object(Config, "A configuration of newslint")
    schema["properties"]["rules"] = {
        "type": "object",
        "description": "Rules switched off, graded otherwise, or with other options.",
        "properties": {rule.id: {"$ref": f"#/$defs/{rule.check.name}", "description": rule.title} for rule in rules},
        "additionalProperties": _override({"type": "object"}),
    }
    checks = {rule.check.name: type(rule.check) for rule in rules}
    schema["$defs"] = dict(_DEFS) | {name: _override(_changes(checks[name])) for name in sorted(checks)}
    return schema


def _override(options: Node) -> Node:
    level = {"enum": [*typing.get_args(Severity), "off"]}
    whole = {"type": "object", "properties": {"severity": level, "options": options}, "additionalProperties": False}
    return {"anyOf": [level, whole]}


def _changes(check: type[Check]) -> Node:
    """The options of a check, any of them, lists and tables to be replaced, added to and taken from."""
    schema = _object(check, "")
    schema.pop("required", None)
    for key, kind in ((key, hint) for key, hint, _ in _keys(check)):
        schema["properties"][key] = _changed(kind) | {
            name: value for name, value in schema["properties"][key].items() if name == "description"
        }
    return schema


def _changed(kind: Any) -> Node:
    origin = typing.get_origin(kind)
    if origin in (tuple, frozenset):
        node = _node(kind)
        return {"$ref": "#/$defs/changed"} if node == _TEXTS else {"anyOf": [node, _change(node, node)]}
    if origin is Mapping or origin is dict:
        value = typing.get_args(kind)[1]
        joined = {"type": "object", "additionalProperties": _changed(value)}
        return {"anyOf": [_change(_node(kind), _TEXTS), joined]}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_changed(one) for one in typing.get_args(kind) if one is not type(None)] + [{"type": "null"}]}
    return _node(kind)


def _object(kind: type, title: str) -> Node:
    """A dataclass as the keys that it is read from."""
    words = words_of(kind)
    properties = {}
    for key, hint, field in _keys(kind):
        properties[key] = _node(hint) | ({"description": words[key]} if key in words else {})
        if isinstance(field.default, str | int | bool) and field.default != "":
            properties[key]["default"] = field.default
    schema: Node = {"$schema": DIALECT, "title": title} if kind in (RuleText, Config) else {"title": title} if title else {}
    schema |= {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [key for key, _, field in _keys(kind) if field.default is MISSING and field.default_factory is MISSING]:
        schema["required"] = required
    return schema


def _keys(kind: type) -> list[tuple[str, Any, Field[Any]]]:
    hints = field_types(kind)
    left_out = {"line"} | (NOT_IN_FILES if kind is Config else set())
    named = (field for field in fields(typing.cast("Any", kind)) if field.init and field.name not in left_out)
    return [(field.name.rstrip("_").replace("_", "-"), hints[field.name], field) for field in named]


def _node(kind: Any) -> Node:
    """The schema of one annotation, as ``newslint.typedyaml`` reads it."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if kind is Raw:
        return {}
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(kind, "")
    if origin in (typing.Union, types.UnionType):
        nodes = [_node(one) for one in args if one is not type(None)] + ([{"type": "null"}] if type(None) in args else [])
        return nodes[0] if len(nodes) == 1 else {"anyOf": nodes}
    if origin is typing.Literal:
        return {"enum": [*args, *([False] if "off" in args else [])]}
    if origin in (tuple, frozenset):
        item = _node(args[0])
        return dict(_TEXTS) if item == _TEXT else {"anyOf": [{"type": "array", "items": item}, item]}
    if origin is Mapping or origin is dict:
        return {"type": "object", "additionalProperties": _node(args[1])}
    if origin is re.Pattern:
        return {"type": "string", "format": "regex"}
    return dict(_SCALARS[kind])

"""Rule pages from rule files, and what plugins added."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

import pluggy

from newslint.config import Config
from newslint.rule import Example, Rule
from newslint.rulefile import files
from newslint.typedyaml import field_types


def page(rule: Rule) -> str:
    """Why, examples and options of a rule, as Markdown."""
    severity = (
        rule.gravest
        if len(set(rule.severity.values())) == 1
        else ", ".join(f"{case}: {level}" for case, level in rule.severity.items())
    )
    parts = [f"# {rule.code} {rule.id}: {rule.title}", f"Severity: {severity}.", rule.why]
    parts += [_example(example) for example in rule.examples if example.bad and not example.todo]
    good = [example for example in rule.examples if example.good and not example.todo]
    if good:
        parts.append("Not reported:\n\n" + "\n".join(f"    {_one_line(example.good)}{_sources(example)}" for example in good))
    options = list(_options(rule))
    if options:
        parts.append(f"Options (check `{rule.check.name}`):\n\n" + "\n".join(options))
    if rule.links:
        parts.append("See also: " + ", ".join(rule.links))
    parts.append(
        f"To silence one: `newslint: ignore[{rule.code}] why`. To switch it off: `rules: {{{rule.id}: off}}` in `.newslint.yaml`."
    )
    return "\n\n".join(parts)


def added(manager: pluggy.PluginManager, plugin: Any, config: Config) -> Iterator[str]:
    """A line for each kind of thing that a plugin brings."""

    def given(hook: str, **arguments: Any) -> Any:
        implementation = getattr(plugin, hook, None)
        return implementation(**arguments) if implementation else ()

    rules = files(given("newslint_rule_files"))
    checks = sorted(check if isinstance(check, str) else check.name for check in given("newslint_checks"))
    layers = sorted(layer.__name__ for layer in given("newslint_layers", config=config))
    formats = sorted(given("newslint_reporters"))
    for name, things in (("rules", [path.stem for path in rules]), ("checks", checks), ("layers", layers), ("formats", formats)):
        if things:
            yield f"{name:<8} {len(things):>3}  {', '.join(things)}"
    for hook, what in (("newslint_read", "reader"), ("newslint_sources", "sources")):
        if any(caller.name == hook for caller in manager.get_hookcallers(plugin) or ()):
            yield what


def _example(example: Example) -> str:
    text = re.sub(r"<<(.*?)>>", r"**\1**", _one_line(example.bad), flags=re.S)
    says = "".join(f"\n        {message}" for message in example.messages)
    return f"Reported:\n\n    {text}{_sources(example)}{says}"


def _sources(example: Example) -> str:
    texts = ((name, source if isinstance(source, str) else source.text) for name, source in example.sources.items())
    return "".join(f"\n    [{name}: {re.sub(r'<<|>>', '', _one_line(text))}]" for name, text in texts)


def _one_line(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def _options(rule: Rule) -> Iterator[str]:
    hints = field_types(type(rule.check))
    for field in fields(rule.check):
        value = getattr(rule.check, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        changed = "" if default is MISSING or value == default else f" (default: {_shown(default)})"
        yield f"- `{field.name.replace('_', '-')}` ({_kind(hints[field.name])}): {_shown(value)}{changed}"


def _kind(hint: Any) -> str:
    names = {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "Decimal": "number",
        "bool": "true or false",
        "Pattern": "regular expression",
    }
    origin = typing.get_origin(hint)
    if origin in (tuple, frozenset):
        return "list"
    if origin is not None and origin is not re.Pattern:
        return "table" if "Mapping" in str(origin) else "choice"
    return names.get(getattr(origin or hint, "__name__", ""), "table")


def _shown(value: Any) -> str:
    if isinstance(value, re.Pattern):
        value = value.pattern
    if isinstance(value, tuple | frozenset | list):
        items = sorted(map(str, value)) if isinstance(value, frozenset) else [str(item) for item in value]
        return ", ".join(items[:12]) + (f" … ({len(items)} in all)" if len(items) > 12 else "") if items else "none"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in list(value.items())[:8]) + (" …" if len(value) > 8 else "")
    return str(value).replace("\n", " ")[:200]

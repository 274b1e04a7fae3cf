"""A rule file as it is first written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

import yaml

SCHEMA = "rule.schema.json"
LONGEST = 60
"""Letters of an id."""
_SMALL = frozenset(
    ["a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or", "our", "that"]
) | {"the", "this", "to", "was", "with"}


@dataclass
class Draft:
    """What an editor says of a rule; ``options`` are lists and tables of texts."""

    id: str
    code: str
    title: str
    check: str
    message: str | Mapping[str, str]
    severity: str = "warning"
    why: str = ""
    options: Mapping[str, list[str] | Mapping[str, str] | str] = field(default_factory=dict)
    examples: list[Mapping[str, str | list[str]]] = field(default_factory=list)
    unset: tuple[str, ...] = ()

    def text(self, schema: str = SCHEMA) -> str:
        """The file; ``schema`` is where editors that know JSON Schema find what may stand in it."""
        lines = [f"# yaml-language-server: $schema={schema}"]
        lines += [f"{key}: {scalar(getattr(self, key))}" for key in ("id", "code", "title", "check", "severity")]
        if self.options:
            lines += ["options:", *(line for key, value in self.options.items() for line in _entry(key, value, "  "))]
        lines += [f"  # {line}" if self.options else f"# {line}" for line in self.unset]
        lines += _entry("message", self.message, "")
        lines += [f"why: {scalar(self.why)}", "examples:" if self.examples else "examples: []"]
        for example in self.examples:
            entries = [line for key, value in example.items() for line in _entry(key, value, "")]
            lines += [f"  {'- ' if at == 0 else '  '}{line}" for at, line in enumerate(entries)]
        return "\n".join(lines) + "\n"


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    """A key with its text, list or table."""
    if isinstance(value, Mapping) and value:
        yield f"{indent}{scalar(key)}:"
        yield from (f"{indent}  {scalar(one)}: {scalar(other)}" for one, other in value.items())
    elif isinstance(value, list) and value:
        yield f"{indent}{scalar(key)}:"
        yield from (f"{indent}  - {scalar(one)}" for one in value)
    else:
        yield f"{indent}{scalar(key)}: {'[]' if isinstance(value, list | Mapping) else scalar(str(value))}"


def scalar(text: str) -> str:
    """A text as YAML, in quotation marks only where it needs them."""
    try:
        as_value: Any = yaml.load(f"- key: {text}\n", Loader=yaml.BaseLoader)
        as_key: Any = yaml.load(f"{text}: value\n", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return json.dumps(text, ensure_ascii=False)
    if as_value == [{"key": text}] and as_key == {text: "value"} and text not in ("", "~", "null"):
        return text
    return json.dumps(text, ensure_ascii=False)


def named(title: str, taken: Iterable[str]) -> str:
    """An id from a title: its first words of weight, in small letters and hyphens; none that is ``taken``."""
    plain = normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()  # é is e; an apostrophe of either kind is gone
    words = [word for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if word not in _SMALL]
    name = re.sub(r"^[\d-]+", "", "-".join(words[:4]))[:LONGEST].rstrip("-") or "house-rule"
    known, number, free = set(taken), 2, name
    while free in known:
        free, number = f"{name}-{number}", number + 1
    return free


def next_code(letter: str, taken: Iterable[str], first: int) -> str:
    """The next free code of a family, behind those of the same hundred as ``first``."""
    used = [int(code[1:]) for code in taken if code[:1] == letter and int(code[1:]) // 100 == first // 100]
    return f"{letter}{max([first - 1, *used]) + 1}"

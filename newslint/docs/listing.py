"""All rules in a table: code, severity, what each costs, how it fared."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from newslint.mentions import Entity, Name, Token
from newslint.rule import Measured, Rule


def listed(rules: Sequence[Rule], form: str) -> str:
    """The rules in this format, one of ``FORMATS``."""
    return FORMATS[form](rules)


def cost(rule: Rule) -> str:
    """What a rule asks for beyond the text: ``names`` load the language model (a second), ``sources`` must be given."""
    dear = any(issubclass(need, (Name, Entity, Token)) for need in rule.check.needs)
    asked = [word for word, wanted in (("names", dear), ("sources", rule.check.compares())) if wanted]
    return "+".join(asked) or "none"


def _fared(counts: Measured | None) -> tuple[str, str]:
    """Right of those judged, and hits in a thousand stories."""
    return (f"{counts.right}/{counts.judged}", f"{counts.rate:.1f}") if counts else ("", "")


def _row(rule: Rule) -> list[str]:
    severity = rule.gravest + ("*" if rule.status == "draft" else "")
    return [rule.code, severity, rule.id, cost(rule), *_fared(rule.measured), rule.title]


_HEAD = ["code", "severity", "id", "needs", "right", "/1,000", "title"]


def _text(rules: Sequence[Rule]) -> str:
    rows = [_HEAD, *map(_row, rules)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD) - 1)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows]
    drafts = [rule for rule in rules if rule.status == "draft"]
    return "\n".join(lines + (["* a draft: it does not run yet"] if drafts else []))


def _markdown(rules: Sequence[Rule]) -> str:
    rows = [_HEAD, ["---"] * len(_HEAD), *map(_row, rules)]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows)


def _json(rules: Sequence[Rule]) -> str:
    return json.dumps([_as_dict(rule) for rule in rules], ensure_ascii=False, indent=2)


def _as_dict(rule: Rule) -> Mapping[str, object]:
    counts = rule.measured
    return {
        "code": rule.code,
        "id": rule.id,
        "title": rule.title,
        "severity": rule.gravest,
        "severities": dict(rule.severity),
        "status": rule.status,
        "check": rule.check.name,
        "needs": cost(rule),
        "why": rule.why,
        "tags": list(rule.tags),
        "gathered-under": list(rule.gathered_under),
        "measured": {name: getattr(counts, name) for name in ("stories", "hits", "judged", "right")} if counts else None,
        "path": str(rule.path) if rule.path else None,
    }


FORMATS: Mapping[str, Callable[[Sequence[Rule]], str]] = {"text": _text, "json": _json, "markdown": _markdown}

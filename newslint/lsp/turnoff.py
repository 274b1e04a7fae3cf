"""A rule that a desk does not want: a line in its configuration file."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.config import NAMES
from newslint.kept.regexes import compiled
from newslint.linter import Linter
from newslint.rule import Rule

_RULES = compiled(r"^rules:[ \t]*(?:#[^\r\n]*)?(?P<end>\r\n|\r|\n|\Z)(?P<indent>[ \t]+(?![ \t#\r\n]))?", re.MULTILINE)
_TAKEN = compiled(r"^rules[ \t]*:", re.MULTILINE)


def home(linter: Linter, draft: Path, rule: Rule) -> Path | None:
    """The file to turn a rule off in: the one that holds for the draft, or a new one beside it; None where that is not ours
    alone to write, or where the rule was asked for by name, which counts for more."""
    if {rule.id, rule.code} & {*linter.config.select, *linter.config.extend_select}:
        return None
    path = linter.config.path or draft.absolute().parent / NAMES[0]
    return path if path.name in NAMES[:2] else None


def turned_off(text: str, rule: str) -> str | None:
    """A configuration with this rule off, all else as it was; None where it says of the rule already, or is written in
    a shape that would take more than a line."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if re.search(rf"^[ \t]+[\"']?{re.escape(rule)}[\"']?[ \t]*:", text, re.MULTILINE):
        return None
    place = _RULES.search(text)
    if place and (place["indent"] or not text[place.end() :].strip()):
        line = f"{place['indent'] or '  '}{rule}: off{newline}"
        at = place.start("indent") if place["indent"] else place.end()
        return text[:at] + ("" if place["end"] else newline) + line + text[at:]
    if _TAKEN.search(text) or text.lstrip().startswith("{"):
        return None
    between = newline if text and text[-1] not in "\r\n" else ""
    return f"{text}{between}rules:{newline}  {rule}: off{newline}"

"""Rule files: YAML into rules, every complaint with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from string import Formatter
from typing import Literal

import yaml

from newslint.errors import RuleFileError
from newslint.finding import Severity
from newslint.mentions import BlockKind
from newslint.rule import Check, Example, Rule
from newslint.typedyaml import Place, Raw, field_types, nearest, parse, read_text, typed

AUTOMATIC_SLOTS = frozenset({"found", "place"})
_CODE = re.compile(r"[A-Z]\d{3}")
_ID_LINE, _CODE_LINE = (
    re.compile(r"^id:\s*([a-z0-9-]+)\s*(?:#.*)?$", re.M),
    re.compile(r"^code:\s*([A-Z]\d{3})\s*(?:#.*)?$", re.M),
)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class RuleText:
    """The keys of a rule file."""

    id: str
    code: str
    title: str
    why: str
    check: str
    message: str | Mapping[str, str]
    severity: Severity | Mapping[str, Severity]
    examples: tuple[Example, ...]
    options: Raw | None = None
    status: Literal["live", "draft"] = "live"
    where: frozenset[BlockKind] = frozenset()
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = field(default_factory=tuple)
    gathered_under: tuple[str, ...] = ()


def files(paths: Iterable[Path]) -> list[Path]:
    """The rule files among these files and folders, in a fixed order."""
    found: list[Path] = []
    for path in paths:
        found += sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]) if path.is_dir() else [path]
    return found


@dataclass(frozen=True)
class Head:
    """A rule file known by its first lines alone, so that a run reads only the rules it wants.

    ``id`` and ``code`` are empty where a quick look does not find them; reading the file says why.
    """

    path: Path
    id: str = ""
    code: str = ""


def heads(paths: Iterable[Path]) -> list[Head]:
    """The rule files among these files and folders, in their order: what came first keeps its id and code."""
    found = []
    for path in files(paths):
        try:
            text = path.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            text = ""
        id_, code = _ID_LINE.search(text), _CODE_LINE.search(text)
        found.append(Head(path, id_[1], code[1]) if id_ and code else Head(path))
    return found


def load_all(paths: Iterable[Path], checks: Mapping[str, type[Check]]) -> tuple[list[Rule], list[RuleFileError]]:
    """All rules that can be used, and what is wrong with the others; one bad file never silences the rest."""
    rules: list[Rule] = []
    problems: list[RuleFileError] = []
    for _, rule in unique(heads(paths), checks):
        problems.append(rule) if isinstance(rule, RuleFileError) else rules.append(rule)
    return rules, problems


def unique(found: Iterable[Head], checks: Mapping[str, type[Check]]) -> Iterator[tuple[Head, Rule | RuleFileError]]:
    """Each rule, or what is wrong with its file; an id or code is the first file's that has it."""
    taken: dict[str, Path] = {}
    for head in found:
        if twice := next((key for key in (head.id, head.code) if key in taken), None):
            yield head, RuleFileError(f"{twice} is already taken by {taken[twice]}", path=head.path)
            continue
        try:
            rule = load(head.path, checks)
        except RuleFileError as problem:
            yield head, problem
        else:
            taken |= {rule.id: head.path, rule.code: head.path}
            yield head, rule


def load(path: Path, checks: Mapping[str, type[Check]]) -> Rule:
    """One rule; raises RuleFileError with the line of the fault."""
    place = Place(path, RuleFileError)
    root = parse(read_text(path, RuleFileError), place)
    if not isinstance(root, yaml.MappingNode):
        raise RuleFileError("is not a rule: expected keys such as id, code, check and message", path=path)
    text: RuleText = typed(root, RuleText, place)
    nodes = {key.value: value for key, value in root.value}
    if text.check not in checks:
        raise place.complaint(f"no check is called {text.check!r}{nearest(text.check, checks)}", nodes["check"])
    if not _CODE.fullmatch(text.code):
        raise place.complaint(f"a code is a capital letter and three digits, not {text.code!r}", nodes["code"])
    if not _ID.fullmatch(text.id) or text.id != path.stem:
        raise place.complaint(
            f"the id is the file's name in small letters and hyphens: {path.stem!r}, not {text.id!r}", nodes["id"]
        )
    kind = checks[text.check]
    check = with_options(kind, text.options, place)
    message = {"default": text.message} if isinstance(text.message, str) else dict(text.message)
    _refuse_bad_wording(message, kind, nodes["message"], place)
    severity = dict.fromkeys(kind.cases, text.severity) if isinstance(text.severity, str) else dict(text.severity)
    if unknown := sorted(set(severity) - set(kind.cases)):
        raise place.complaint(f"the check has no case {unknown[0]!r}{nearest(unknown[0], kind.cases)}", nodes["severity"])
    if missing := sorted(set(kind.cases) - set(severity)):
        raise place.complaint(f"no severity for the case {missing[0]!r}", nodes["severity"])
    return Rule(
        id=text.id, code=text.code, title=text.title, why=text.why.strip(), check=check, message=message, severity=severity,
        examples=text.examples, status=text.status, where=text.where, tags=text.tags, links=text.links,
        gathered_under=text.gathered_under, path=path,
    )  # fmt: skip


def with_options(check: type[Check] | Check, options: Raw | None, place: Place) -> Check:
    """A check made, or made anew, with the options of a file, typed by its fields."""
    kind = check if isinstance(check, type) else type(check)
    values: dict[str, object] = {}
    hints = field_types(kind)
    known = {field.name.replace("_", "-"): field.name for field in fields(kind)}
    node = options.node if options else None
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise place.complaint("options are keys with values", node)
    for key_node, value in node.value if node is not None else ():
        if key_node.value not in known:
            raise place.complaint(
                f"the check {kind.name!r} has no option {key_node.value!r}{nearest(key_node.value, known)}", key_node
            )
        name = known[key_node.value]
        if name in values:
            raise place.complaint(f"key {key_node.value!r} stands twice", key_node)
        values[name] = typed(value, hints[name], place)
    try:
        return kind(**values) if isinstance(check, type) else replace(check, **values)
    except (TypeError, ValueError) as fault:
        raise place.complaint(f"options of the check {kind.name!r}: {fault}", node) from None


def slots_of(message: str) -> set[str]:
    """The names in braces; raises ValueError for anything but plain ``{names}``."""
    names = set()
    for _, name, form, conversion in Formatter().parse(message):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(f"{{{name}}} is not a plain slot")
        names.add(name)
    return names


def _refuse_bad_wording(message: Mapping[str, str], kind: type[Check], node: yaml.Node, place: Place) -> None:
    if missing := sorted(set(kind.cases) - set(message)):
        raise place.complaint(f"no message for the case {missing[0]!r} of the check {kind.name!r}", node)
    for case, words in message.items():
        if case not in kind.cases:
            raise place.complaint(f"the check {kind.name!r} has no case {case!r}{nearest(case, kind.cases)}", node)
        allowed = kind.cases[case] | AUTOMATIC_SLOTS
        try:
            unknown = sorted(slots_of(words) - allowed)
        except ValueError as fault:
            raise place.complaint(f"message: {fault}", node) from None
        if unknown:
            raise place.complaint(f"message: no slot is called {unknown[0]!r}{nearest(unknown[0], allowed)}", node)

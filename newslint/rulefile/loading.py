"""One rule file into a rule."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import cast

from newslint.errors import RuleFileError
from newslint.finding import Severity
from newslint.kept.regexes import compiled
from newslint.rule import Check, Rule
from newslint.rulefile.heads import NONE, Files
from newslint.rulefile.options import with_options
from newslint.rulefile.text import RuleText
from newslint.typedyaml import Faults, MappingNode, Node, Place, field_types, nearest, parse, read_text, typed

AUTOMATIC_SLOTS = frozenset({"found", "place"})
_CODE = compiled(r"[A-Z][0-9]{3}")
_LONGEST_CHAIN = 10
"""Rules that may extend one another one by one."""
_UNUSABLE = ", which cannot be used: "
_ID = compiled(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def load(path: Path, checks: Mapping[str, type[Check]], among: Files = NONE, children: tuple[str, ...] = ()) -> Rule:
    """One rule, which may extend one ``among`` these; raises RuleFileError with the line of each fault.

    ``children`` are the rules that extend it and are being read.
    """
    place = Place(path, RuleFileError)
    root = parse(read_text(path, RuleFileError), place)
    if not isinstance(root, MappingNode):
        raise RuleFileError("is not a rule: expected keys such as id, code, check and message", path=path)
    faults = Faults()
    with faults.kept():
        text: RuleText = typed(root, RuleText, place)
    if faults.found:
        with suppress(RuleFileError):  # look on without the keys that are wrong, if what is left is a rule
            root = _sound(root, place)
            text = typed(root, RuleText, place)
            with faults.kept():
                _judged(text, root, place, checks, among, children)
        faults.told()
    return _judged(text, root, place, checks, among, children)


def _sound(root: MappingNode, place: Place) -> MappingNode:
    """The keys of a rule file whose values can be read."""
    hints, sound = field_types(RuleText), []
    for key, value in root.value:
        with suppress(RuleFileError, KeyError):
            typed(value, hints[str(key.value).replace("-", "_")], place)
            sound.append((key, value))
    return MappingNode(root.tag, sound, root.start_mark)


def _judged(
    text: RuleText,
    root: MappingNode,
    place: Place,
    checks: Mapping[str, type[Check]],
    among: Files,
    children: tuple[str, ...],
) -> Rule:
    """The rule that these keys make, if they make sense together."""
    nodes, faults = {key.value: value for key, value in root.value}, Faults()
    with faults.kept():
        _refuse_bad_names(text, nodes, place)
    with faults.kept():
        if text.extends:
            base: Rule | type[Check] = _parent(text, nodes["extends"], place, checks, among, children)
        elif text.check in checks:
            base = checks[text.check]
        else:
            raise place.complaint(f"no check is called {text.check!r}{nearest(text.check, checks)}", nodes["check"])
        rule = _made(text, base, nodes, place)
    faults.told()
    return rule


def _refuse_bad_names(text: RuleText, nodes: Mapping[str, Node], place: Place) -> None:
    faults, stem = Faults(), Path(place.path).stem
    with faults.kept():
        if not _CODE.fullmatch(text.code):
            raise place.complaint(f"a code is a capital letter and three digits, not {text.code!r}", nodes["code"])
    with faults.kept():
        if not _ID.fullmatch(text.id) or text.id != stem:
            raise place.complaint(
                f"the id is the file's name in small letters and hyphens: {stem!r}, not {text.id!r}", nodes["id"]
            )
    faults.told()


def _parent(
    text: RuleText, node: Node, place: Place, checks: Mapping[str, type[Check]], among: Files, children: tuple[str, ...]
) -> Rule:
    """The rule that this one extends."""
    if text.extends in (text.id, *children):
        by_way = f" by way of {text.id!r}" if text.extends != text.id else ""
        raise place.complaint(f"{text.extends!r} extends itself{by_way}", node)
    if len(children) >= _LONGEST_CHAIN:
        raise place.complaint(
            f"extends {text.extends!r}, the last of more than {_LONGEST_CHAIN} rules that extend one another", node
        )
    if text.extends not in among:
        raise place.complaint(f"extends {text.extends!r}, but no rule is called that{nearest(text.extends, among)}", node)
    try:
        return load(among[text.extends], checks, among, (*children, text.id))
    except RuleFileError as fault:
        cause = fault.message.partition(_UNUSABLE)[2] or fault  # the last of many that extend one another
        raise place.complaint(f"extends {text.extends!r}{_UNUSABLE}{cause}", node) from None


def _made(text: RuleText, base: Rule | type[Check], nodes: Mapping[str, Node], place: Place) -> Rule:
    """The rule of a file, from nothing but its check or from the rule that it extends."""
    faults = Faults()
    kind = base if isinstance(base, type) else type(base.check)
    older = base if isinstance(base, Rule) else _empty(text, kind)
    check, message, severity = older.check, older.message, older.severity
    with faults.kept():
        check = with_options(kind if isinstance(base, type) else base.check, text.options, place)
    if "message" in nodes:
        with faults.kept():
            given = {"default": text.message} if isinstance(text.message, str) else text.message
            message = given if isinstance(text.message, str) else {**older.message, **given}
            _refuse_bad_wording(message, kind, nodes["message"], place)
    if "severity" in nodes:
        with faults.kept():
            severity = _severity(text, kind, older, nodes["severity"], place)
    faults.told()
    said = ("title", "why", "where", "tags", "links", "gathered_under")
    own = {name: getattr(text, name) for name in said if name.replace("_", "-") in nodes}
    return replace(
        older, id=text.id, code=text.code, check=check, message=message, severity=severity, examples=text.examples,
        status=text.status, extends=text.extends, measured=text.measured, path=Path(place.path),
        **own | {"why": own.get("why", older.why).strip()},
    )  # fmt: skip


def _empty(text: RuleText, kind: type[Check]) -> Rule:
    return Rule(text.id, text.code, text.title, text.why, Check(), message={}, severity={})


def _severity(text: RuleText, kind: type[Check], older: Rule, node: Node, place: Place) -> Mapping[str, Severity]:
    if isinstance(text.severity, str):
        return dict.fromkeys(kind.cases, text.severity)
    severity = {**older.severity, **cast("Mapping[str, Severity]", text.severity)}
    if unknown := sorted(set(severity) - set(kind.cases)):
        raise place.complaint(f"the check has no case {unknown[0]!r}{nearest(unknown[0], kind.cases)}", node)
    if missing := sorted(set(kind.cases) - set(severity)):
        raise place.complaint(f"no severity for the case {missing[0]!r}", node)
    return severity


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


def _refuse_bad_wording(message: Mapping[str, str], kind: type[Check], node: Node, place: Place) -> None:
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

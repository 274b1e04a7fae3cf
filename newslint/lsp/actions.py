"""Code actions: what can be done about the findings at a place of the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol.types import CodeAction, CodeActionContext, CodeActionKind, Command, Diagnostic, Range

from newslint import fixes
from newslint.finding import Finding, Fix
from newslint.lsp import silence
from newslint.lsp.client import Client
from newslint.lsp.edits import blank_edit, differences, workspace_edit
from newslint.lsp.offers import offers
from newslint.lsp.turnoff import home
from newslint.lsp.view import View
from newslint.report.lsp import in_marks
from newslint.run.mending import mended

FIX_ALL = "source.fixAll.newslint"

KINDS = (CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.Empty)
"""The kinds that are announced; the empty one is for what changes nothing."""

FACTS = ("A101", "D", "N", "P")
"""What a desk can look up: claims, dates, figures, names; and all that is held against the sources."""

CHECK = "check that it still holds"

MOST = 12
"""Findings whose actions are offered together: whoever marks a whole draft gets a list that can be read, and gets it soon."""


@dataclass(frozen=True)
class Asked:
    """What an editor asks about: a finding, with the diagnostics of its own that stand for it."""

    view: View
    client: Client
    finding: Finding
    diagnostics: tuple[Diagnostic, ...] = ()

    def action(self, title: str, kind: str = CodeActionKind.QuickFix, **more: object) -> CodeAction:
        made = CodeAction(title, kind=kind, diagnostics=[*self.diagnostics] or None)
        for name, value in more.items():
            setattr(made, name, value)
        return made

    def command(self, name: str, title: str, *more: object) -> Command:
        return Command(title, f"newslint.{name}", arguments=[self.view.buffer.uri, self.finding.fingerprint, *more])


def actions(view: View, where: Range, context: CodeActionContext, client: Client) -> list[CodeAction]:
    """What can be done at a range: first what mends, then what silences, then what only shows."""
    wanted = _wanted(context.only)
    found = [Asked(view, client, one, told) for one, told in _asked(view, where, context.diagnostics)]
    once = _once_a_rule(found)
    made = [
        action
        for maker in MAKERS
        if wanted(maker.kind)
        for asked in (once if maker.of_rule else found)
        for action in maker.make(asked)
    ]
    if wanted(FIX_ALL) and fixes.chosen(view.outcome.findings):
        made.append(_fix_all(view, client, at_once=bool(context.only)))
    return _each_once(made)


def resolved(view: View | None, action: CodeAction, client: Client) -> CodeAction:
    """An action with its edit, worked out now; without one where the draft is no longer the one it was offered for."""
    data = action.data if isinstance(action.data, dict) else {}
    if view and action.kind == FIX_ALL and data.get("version") == view.buffer.version:
        text = mended(view.linter, view.outcome).text
        action.edit = workspace_edit(view, differences(view.buffer.text, text), client)
    return action


def _wanted(only: Sequence[str] | None) -> Callable[[str], bool]:
    """Whether a kind is asked for: kinds are words with dots, and ``source`` has ``source.fixAll``."""
    return lambda kind: not only or any(not one or kind == one or kind.startswith(f"{one}.") for one in only)


def _asked(view: View, where: Range, told: Iterable[Diagnostic]) -> Iterator[tuple[Finding, tuple[Diagnostic, ...]]]:
    """The findings at the range that the editor shows, or else all that it shows of the line, or all at the range: those that
    a source speaks of first, those under others last.

    Some editors send the diagnostics of the whole line, which in prose is a paragraph.
    """
    by_print: dict[str, list[Diagnostic]] = {}
    for one in told:
        if one.source == "newslint" and (finding := view.finding(one) or _alike(view, one)):
            by_print.setdefault(finding.fingerprint, []).append(one)
    here = view.within(view.span(where))
    meant = [one for one in view.outcome.findings if one.fingerprint in by_print]
    chosen = [one for one in here if one.fingerprint in by_print] or meant or here
    for finding in sorted(chosen[:MOST], key=lambda one: (bool(one.gathered), not any(by.source for by in one.evidence))):
        yield finding, tuple(by_print.get(finding.fingerprint, ()))


def _once_a_rule(found: Iterable[Asked]) -> list[Asked]:
    """One for each rule, that can be mended if one can."""
    of: dict[str, Asked] = {}
    for one in found:
        if one.finding.rule not in of or (one.finding.fix and not of[one.finding.rule].finding.fix):
            of[one.finding.rule] = one
    return [*of.values()]


def _alike(view: View, told: Diagnostic) -> Finding | None:
    """The finding of a diagnostic whose data the editor did not keep."""
    span = view.span(told.range)
    return next((one for one in view.outcome.findings if one.span == span and one.code == told.code), None)


# --- what mends -----------------------------------------------------------------------


def _fix(asked: Asked) -> Iterator[CodeAction]:
    if fix := asked.finding.fix:
        safe = fix.safe
        title = _title(fix, asked.finding) if safe else f"{_title(fix, asked.finding)} ({CHECK})"
        edit = workspace_edit(asked.view, fix.edits, asked.client)
        yield asked.action(title, edit=edit, is_preferred=safe or None)


def _fix_alike(asked: Asked) -> Iterator[CodeAction]:
    """The safe fixes of the same rule in the whole draft."""
    alike = fixes.chosen(one for one in asked.view.outcome.findings if one.rule == asked.finding.rule)
    if len(alike) > 1 and asked.finding in alike:
        edits = [edit for one in alike if one.fix for edit in one.fix.edits]
        title = f"Mend all {len(alike)} of {asked.finding.code} ({asked.finding.rule})"
        yield asked.action(title, edit=workspace_edit(asked.view, edits, asked.client))


def _offers(asked: Asked) -> Iterator[CodeAction]:
    for offer in offers(asked.view.outcome, asked.finding):
        yield asked.action(f"{offer.title} ({CHECK})", edit=workspace_edit(asked.view, offer.edits, asked.client))


def _fix_all(view: View, client: Client, *, at_once: bool) -> CodeAction:
    """All safe fixes. They take a look at the draft anew, so they are worked out when chosen, if the editor can wait;
    an editor that asks for this kind alone is about to apply it."""
    action = CodeAction("Mend all that can safely be mended", kind=FIX_ALL)
    if at_once:
        action.data = {"version": view.buffer.version}
        return resolved(view, action, client)
    if client.resolves:
        action.data = {"uri": view.buffer.uri, "version": view.buffer.version}
    else:
        action.command = Command(action.title, "newslint.fixAll", arguments=[view.buffer.uri])
    return action


def _title(fix: Fix, finding: Finding) -> str:
    return fix.title or f"Mend {finding.code}"


# --- what silences --------------------------------------------------------------------


def _ignore(asked: Asked) -> Iterator[CodeAction]:
    """An ignore comment without its reason: it silences nothing before somebody says why."""
    for title, edit, at in silence.comments(asked.view.outcome, asked.finding):
        offset = edit.span.start + at
        made = asked.action(title, edit=blank_edit(asked.view, edit, at, asked.client))
        if asked.client.shows and not asked.client.snippets:
            made.command = Command("Say why", "newslint.caret", arguments=[asked.view.buffer.uri, offset])
        yield made


def _confirm(asked: Asked) -> Iterator[CodeAction]:
    """For what is so or is not so: a hackneyed phrase cannot be confirmed."""
    finding = asked.finding
    rule = asked.view.outcome.rules.get(finding.rule)
    if finding.span and (finding.code.startswith(FACTS) or (rule and rule.check.compares())):
        words = in_marks(finding.span.of(asked.view.draft.text))
        yield asked.action(
            f"Confirm {words} ({finding.code}): the desk has checked it", command=asked.command("confirm", "Confirm")
        )


def _turn_off(asked: Asked) -> Iterator[CodeAction]:
    """For a matter of style; whoever wants no figures checked says so in the configuration."""
    rule = asked.view.outcome.rules.get(asked.finding.rule)
    path = home(asked.view.linter, asked.view.buffer.path, rule) if rule else None
    if path and rule and not rule.check.compares() and asked.finding.severity != "error":
        title = f"Turn {rule.code} ({rule.id}) off in {path.parent.name}/{path.name}"
        yield asked.action(title, command=asked.command("off", "Turn it off"))


# --- what shows -----------------------------------------------------------------------


def _passages(asked: Asked) -> Iterator[CodeAction]:
    outcome = asked.view.outcome
    for at, evidence in enumerate(asked.finding.evidence if asked.client.shows else ()):
        doc = outcome.document(evidence)
        if evidence.source is not None and doc.path is not None:
            title = f"Open {doc.name}:{doc.lines.position(evidence.span.start)[0]}, {in_marks(evidence.span.of(doc.text))}"
            yield asked.action(title, CodeActionKind.Empty, command=asked.command("open", "Open the passage", at))


def _explain(asked: Asked) -> Iterator[CodeAction]:
    if rule := asked.view.outcome.rules.get(asked.finding.rule):
        title = f"Explain {rule.code}: {rule.title}"
        yield asked.action(title, CodeActionKind.Empty, command=asked.command("explain", "Explain"))


@dataclass(frozen=True)
class Maker:
    """What makes the actions of one sort, all of one kind; ``of_rule``: they are the same for all findings of a rule."""

    kind: str
    make: Callable[[Asked], Iterator[CodeAction]]
    of_rule: bool = False


MAKERS = (
    Maker(CodeActionKind.QuickFix, _fix),
    Maker(CodeActionKind.QuickFix, _fix_alike, of_rule=True),
    Maker(CodeActionKind.QuickFix, _offers),
    Maker(CodeActionKind.QuickFix, _ignore),
    Maker(CodeActionKind.QuickFix, _confirm),
    Maker(CodeActionKind.QuickFix, _turn_off, of_rule=True),
    Maker(CodeActionKind.Empty, _passages),
    Maker(CodeActionKind.Empty, _explain, of_rule=True),
)
"""In the order in which an editor lists them."""


def _each_once(made: Iterable[CodeAction]) -> list[CodeAction]:
    """Without what two findings of one rule offer alike."""
    return list({(one.title, str(one.edit), str(one.command)): one for one in made}.values())

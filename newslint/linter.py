"""Linter: a configuration, plugins and rules, made once; read, gather, check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from newslint import engine, plugins, rulefile, silencing, sources
from newslint.config import Config
from newslint.document import Document, Dossier, Maker, Source
from newslint.errors import InputError, NewslintError, RuleFileError, SourceError, UsageError
from newslint.finding import Finding, Outcome, at_least
from newslint.mentions import Entity, Name, Token
from newslint.paths import real
from newslint.read import EXTRACTED
from newslint.rule import Check, Rule
from newslint.rulefile import Head
from newslint.select import SEE_LIST, Selection
from newslint.spans import Span
from newslint.typedyaml import nearest

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read: a report with its pictures is larger than its text."""

MAX_TEXT = 16 * 1024 * 1024
"""Largest text that is read: some 2.5 million words."""

MODEL = frozenset({Entity, Name, Token})
"""Layers for which the language model is loaded, which takes a second."""

MAX_SOURCE = 4 * 1024 * 1024
"""Largest source: some 700,000 words."""


@dataclass(frozen=True)
class Linter:
    """All that is needed to lint; shared by the command line, the language server and the tests."""

    config: Config
    manager: plugins.Manager
    held: Mapping[Path, str] = field(default_factory=dict, repr=False, compare=False)
    """Texts that stand for their files, by real path: an editor has them open."""
    within: Callable[[Document], Sequence[Span] | None] | None = field(default=None, repr=False, compare=False)
    """The parts of a draft of which anything is told; None, from it or for it, for all."""

    @classmethod
    def made(cls, config: Config, *, third_party: bool = True, held: Mapping[Path, str] | None = None) -> Linter:
        return cls(config, plugins.load(config, third_party=third_party), {} if held is None else held)

    # --- what there is ---------------------------------------------------------------

    @cached_property
    def checks(self) -> Mapping[str, type[Check]]:
        given = self.manager.hook.newslint_checks()
        return plugins.single(
            (group if isinstance(group, Mapping) else {one.name: one for one in group} for group in given), "check"
        )

    @cached_property
    def makers(self) -> Mapping[type, Maker]:
        return plugins.single(self.manager.hook.newslint_layers(config=self.config), "layer")

    @cached_property
    def heads(self) -> list[Head]:
        """Every rule file, known by its first lines."""
        folders = [path for paths in self.manager.hook.newslint_rule_files() for path in paths]
        return rulefile.heads([*folders, *self.config.rules_path])

    @cached_property
    def rule_files(self) -> Mapping[str, Path]:
        """The file of each rule by its id: the first that has it."""
        return {head.id: head.path for head in reversed(self.heads) if head.id}

    @cached_property
    def _all(self) -> list[tuple[Head, Rule | RuleFileError]]:
        return list(rulefile.unique(self.heads, self.checks, self.rule_files))

    @cached_property
    def _wanted(self) -> list[tuple[Head, Rule | RuleFileError]]:
        """The rules that this configuration may run on some file; no others are read."""
        known = {head.id or head.path.stem for head in self.heads}
        for name in self.config.rules:
            if name not in known:
                raise self.config.override(name)[1].complaint(f"rules: no rule is called {name!r}{nearest(name, known)}")
        wanted = [head for head in self.heads if not head.id or self.selection.wants(head, "")]
        return list(rulefile.unique(wanted, self.checks, self.rule_files))

    @property
    def rules(self) -> list[Rule]:
        """Every rule there is, in the order of codes, as its file has it."""
        return sorted((rule for _, rule in self._all if isinstance(rule, Rule)), key=lambda rule: rule.code)

    @property
    def faults(self) -> list[InputError]:
        """What is wrong with any rule file."""
        return [rule for _, rule in self._all if isinstance(rule, RuleFileError)]

    @cached_property
    def problems(self) -> list[InputError]:
        """What is wrong with the rule files and facts tables of this run; these are left out."""
        problems: list[InputError] = [rule for _, rule in self._wanted if isinstance(rule, RuleFileError)]
        try:
            if self.config.facts:
                from newslint import facts

                facts.load(self.config.facts)
        except InputError as problem:
            problems.append(problem)
        return problems

    @cached_property
    def selection(self) -> Selection:
        try:
            return Selection.of(self.config, self.heads)
        except UsageError as fault:  # the rule that is meant may be one whose file cannot be read
            headless = (head for head in self.heads if not head.id)
            broken = [one for _, one in rulefile.unique(headless, self.checks, self.rule_files) if isinstance(one, RuleFileError)]
            raise UsageError("; ".join([str(fault), *(f"one cannot be read: {one}" for one in broken)])) from None

    def active(self, path: str) -> list[Rule]:
        """The rules to run on the draft of this name, with the desk's severities and options."""
        return [*self._active(path if self.config.per_file_ignores else "")]

    @cached_property
    def _active(self) -> Callable[[str], Sequence[Rule]]:
        def active(path: str) -> Sequence[Rule]:
            return [rule for rule in self._configured if self.selection.wants(rule, path) and self._heard(rule.id, rule.gravest)]

        return lru_cache(maxsize=64)(active)

    def _heard(self, rule: str, severity: str) -> bool:
        """Whether the desk wants to hear it: it is grave enough, or its rule was asked for by name."""
        return at_least(severity, self.config.min_severity) or rule in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        """The ids of the rules that were selected by their full code or id."""
        words = {*self.config.select, *self.config.extend_select}
        return frozenset(head.id for head in self.heads if words & {head.id, head.code} - {""})

    @cached_property
    def _configured(self) -> list[Rule]:
        live = (rule for _, rule in self._wanted if isinstance(rule, Rule) and rule.status == "live")
        quick = (rule for rule in live if not (self.config.quick and MODEL.intersection(rule.check.needs)))
        return [made for rule in quick if (made := self._with_override(rule))]

    def _with_override(self, rule: Rule) -> Rule | None:
        override, place = self.config.override(rule.id)
        chosen = override.severity
        if chosen == "off" and rule.id not in self._named:
            return None
        severity = dict.fromkeys(rule.severity, chosen) if chosen and chosen != "off" else rule.severity
        check = rulefile.with_options(rule.check, override.options, place) if override.options else rule.check
        return replace(rule, severity=severity, check=check)

    # --- read, gather, check ------------------------------------------------------------

    def read(self, path: Path, *, most: int = MAX_TEXT) -> Document:
        """The document in a file; raises InputError where it cannot be read."""
        if self.held and (text := self.held.get(real(path))) is not None:
            return replace(self.parse(path, text.encode("utf-8-sig", "surrogatepass")), path=path)
        try:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except OSError as fault:
            raise InputError(f"cannot be read: {fault.strerror}", path=path) from None
        except ValueError:  # it holds a NUL, or half a surrogate pair
            raise InputError("is no name that a file can have", path=path) from None
        return replace(self.fitting(path, raw, most=most), path=path)

    def fitting(self, path: Path, raw: bytes, *, most: int = MAX_TEXT) -> Document:
        """The document in these bytes; raises InputError where they, or the text in them, are more than is read."""
        if len(raw) > MAX_BYTES:
            raise InputError(f"is larger than {MAX_BYTES // 1024**2} MB, the most that a file may be", path=path)
        doc = self.parse(path, raw) if len(raw) <= most or path.suffix.lower() in EXTRACTED else None
        if doc is None or len(doc.text) > most:
            what, cure = ("text", "lint it in parts") if most == MAX_TEXT else ("source", "save the part that the draft rests on")
            raise InputError(f"is larger than {most // 1024**2} MB, the most that a {what} may be; {cure}", path=path)
        return doc

    def stamp(self, path: Path) -> tuple[int, int] | str | None:
        """What changes whenever ``read`` would read something else: the file's time and size, or the text that is held for it."""
        if self.held and (text := self.held.get(real(path))) is not None:
            return text
        try:
            state = path.stat()
        except (OSError, ValueError):
            return None
        return state.st_mtime_ns, state.st_size

    def read_source(self, path: Path) -> Document:
        """The same for a source, which is compared word by word, so that less of it can be had."""
        return self.read(path, most=MAX_SOURCE)

    def parse(self, path: Path, raw: bytes, *, published: dt.date | None = None) -> Document:
        """The document in these bytes, read as the name's ending says."""
        doc: Document | None = self.manager.hook.newslint_read(path=path, raw=raw, config=self.config)
        if doc is None:
            raise InputError("is in a format that no reader knows", path=path)
        return replace(doc, makers=self.makers, published=published or doc.published, language=self.config.language)

    def dated(self, draft: Document) -> Document:
        """The draft with its day of publication: the command line's, its own or its manifest's."""
        day = self.config.published or draft.published or sources.published(draft, self.config)
        return draft if day == draft.published else draft.named(draft.name, day)

    def dossier(
        self, draft: Document, sources: Iterable[Source] = (), *, kept: Callable[[Source], Source] = lambda source: source
    ) -> tuple[Dossier, list[InputError]]:
        """The draft with these sources and those that it names, and what was wrong with some.

        ``kept`` gives, in the place of a source, the same one from before, with the layers that it has.
        """
        draft = self.dated(draft)
        found = [*sources]
        problems: list[InputError] = [*draft.meta.get("problems", ())]
        for given in self.manager.hook.newslint_sources(draft=draft, read=self.read_source, config=self.config):
            for source in given:
                problems.append(source) if isinstance(source, InputError) else found.append(kept(source))
        faults = (problem for problem in problems if isinstance(problem, SourceError))
        unread = tuple(str(fault) for fault in faults)
        return Dossier.of(draft, found, unread, makers=self.makers), problems

    def check(
        self,
        dossier: Dossier,
        *,
        rules: Sequence[Rule] | None = None,
        strict: bool = False,
        ask: Callable[[], object] = lambda: None,
        still: Iterable[Finding] = (),
    ) -> Outcome:
        """What the rules have to say, as far as the configuration wants to hear it; ``ask``, ``still``: see ``engine.check``."""
        rules = self.active(dossier.draft.name) if rules is None else rules
        today = self.config.today or dt.date.today()
        known = {key for head in self.heads for key in (head.id, head.code) if key}
        outcome = engine.check(dossier, rules, today=today, known=known, strict=strict, ask=ask, still=still, timed=self.timed)
        outcome = silencing.silenced(outcome, self.config, today=today, known=known)
        wanted = self.within(dossier.draft) if self.within else None
        heard = tuple(
            finding
            for finding in outcome.findings
            if self._heard(finding.rule, finding.severity)
            and at_least(finding.confidence, self.config.min_confidence)
            and (wanted is None or any(span.overlaps(finding.span) or span.covers(finding.span) for span in wanted))
        )
        told_by = self.active(dossier.draft.name) if still else rules
        return replace(outcome, findings=engine.capped(engine.gathered(heard, told_by), told_by, self.config.max_per_rule))

    def timed(self, run: engine.Run) -> engine.Run:
        """What runs a rule; a linter whose time is measured has it measured."""
        return run

    def rule(self, key: str) -> Rule:
        """The rule with this id or code; raises NewslintError with the nearest there is."""
        for head in self.heads:
            if key in (head.id, head.code) or key.upper() == head.code:
                return rulefile.kept(head.path, self.checks, self.rule_files)
        names = [name for head in self.heads for name in (head.id, head.code) if name]
        raise NewslintError(f"no rule is called {key!r}{nearest(key, names) or SEE_LIST}")

    def rule_in(self, path: Path, beside: Iterable[Path] = ()) -> Rule:
        """The rule in a file, which may extend one that there is or that lies ``beside`` it; raises RuleFileError."""
        new = {head.id: head.path for head in rulefile.heads(beside) if head.id}
        return rulefile.load(path, self.checks, {**self.rule_files, **new})

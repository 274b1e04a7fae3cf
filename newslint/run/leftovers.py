"""What is of no use in the files that silence findings, once all drafts of a run have been seen; and the new baseline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import silencing, suppress
from newslint.confirmed import Fact, Facts
from newslint.document import Document, Dossier
from newslint.engine import worded
from newslint.errors import InputError
from newslint.finding import Outcome, at_least, fingerprints
from newslint.keys import Keys
from newslint.linter import Linter
from newslint.paths import is_there
from newslint.rule import Match, RuleContext
from newslint.run import files
from newslint.spans import LineIndex, one_line

if TYPE_CHECKING:
    from newslint.baseline import Baseline, Entry

CHECK = "unused-ignore"
"""The check that words it."""


@dataclass
class _Seen:
    """What a run has shown of one file: the rules that ran on each draft, and what it was needed for."""

    linter: Linter
    ran: dict[str, frozenset[str]] = field(default_factory=dict)
    used: set[Fact] = field(default_factory=set)
    met: dict[str, Counter[str]] = field(default_factory=dict)
    now: dict[str, tuple[Entry, ...]] = field(default_factory=dict)


class Leftovers:
    """Filled with the outcomes of a run; then tells what is left over."""

    def __init__(self) -> None:
        self._facts: dict[Path, tuple[Facts, _Seen]] = {}
        self._baselines: dict[Path, tuple[Baseline, _Seen]] = {}
        self.hidden: Counter[str] = Counter()
        """How many findings were silenced, by what."""

    def add(self, outcome: Outcome, linter: Linter) -> None:
        draft, config = outcome.draft, linter.config
        crashed = {rule for rule, _ in outcome.crashed}
        ran = frozenset(key for rule in outcome.rules.values() if rule.id not in crashed for key in (rule.id, rule.code))
        silent = [one.finding for one in outcome.hidden]
        self.hidden.update(one.by for one in outcome.hidden)
        keys = Keys(draft)
        if facts := silencing.facts_for(draft, config):
            _, seen = self._facts.setdefault(facts.path, (facts, _Seen(linter)))
            seen.ran[facts.name(silencing.path(draft))] = ran
            spoken = silencing.spoken(facts, draft)
            seen.used |= suppress.confirmed([*silent, *outcome.findings], spoken, keys, dt.date.max)[2]
        if config.baseline and (baseline := _readable(linter)):
            _, seen = self._baselines.setdefault(config.baseline, (baseline, _Seen(linter)))
            name = baseline.name(silencing.path(draft))
            seen.ran[name] = ran
            seen.met[name] = Counter(map(keys.of, silent))
            from newslint.baseline import entries

            before = [one.finding for one in outcome.hidden if one.by == "baseline"]
            seen.now[name] = entries([*before, *outcome.findings], keys)

    def outcomes(self) -> Iterator[tuple[Outcome, Linter]]:
        """One outcome for each file in which something silences nothing: an X101 for each such entry."""
        for facts, seen in self._facts.values():
            yield from _outcome(facts.path, facts.text, _idle_facts(facts, seen), seen.linter)
        for baseline, seen in self._baselines.values():
            yield from _outcome(baseline.path, baseline.text, _idle_entries(baseline, seen), seen.linter)

    def updated(self) -> Iterator[tuple[Baseline, Baseline]]:
        """Each baseline as it was, and as it is for what was found now; drafts of another run keep their entries."""
        for baseline, seen in self._baselines.values():
            folder = baseline.path.parent
            drafts = {name: listed for name, listed in baseline.drafts.items() if is_there(folder / name)}
            for name, now in seen.now.items():
                other = (entry for entry in drafts.get(name, ()) if entry.rule not in seen.ran[name])
                drafts[name] = tuple(sorted({*now, *other}))
            yield baseline, replace(baseline, drafts=drafts)


def _readable(linter: Linter) -> Baseline | None:
    try:
        return silencing.baseline_of(linter.config)
    except InputError:  # said when it was to silence something
        return None


def _idle_facts(facts: Facts, seen: _Seen) -> Iterator[Match]:
    """The facts that name drafts of this run and answer nothing there, and those that hold no more."""
    today, lines = seen.linter.config.today or dt.date.today(), LineIndex(facts.text)
    for fact in facts.facts:
        drafts = [name for name in seen.ran if fact.draft and fact.holds_for(name)]
        slots = {"codes": ", ".join(fact.rule), "words": one_line(fact.words), "draft": fact.draft, "until": fact.until}
        place = lines.line_span(fact.line).stripped(facts.text)
        if fact.expired(today):
            if drafts or fact in seen.used:
                yield Match(place, slots, case="expired")
        elif (
            drafts
            and fact not in seen.used
            and all(rule in seen.ran[name] for name in drafts for rule in fact.rule)
            and (drafts == [fact.draft] or _all(fact, facts) <= seen.ran.keys())
        ):
            yield Match(place, slots, case="confirmed")


def _all(fact: Fact, facts: Facts) -> set[str]:
    """Every draft there is that a fact speaks of, whether this run saw it or not."""
    there = files.drafts([str(facts.path.parent)])
    return {name for path in there if isinstance(path, Path) and fact.holds_for(name := facts.name(path))}


def _idle_entries(baseline: Baseline, seen: _Seen) -> Iterator[Match]:
    """The entries for drafts of this run whose findings are there no more."""
    for name in seen.ran:
        for entry in baseline.drafts.get(name, ()):
            if entry.rule in seen.ran[name] and seen.met[name][entry.key] < entry.times:
                slots = {"codes": entry.code, "words": entry.words or "the draft as a whole", "draft": name}
                yield Match(baseline.place(name, entry), slots, case="baseline")


def _outcome(path: Path, text: str, matches: Iterable[Match], linter: Linter) -> Iterator[tuple[Outcome, Linter]]:
    """These matches as findings in the file at ``path``, where the rule that tells of them is wanted."""
    doc = Document(_shown(path), text, path=path, makers=linter.makers)
    rule = next((rule for rule in linter.active(doc.name) if rule.check.name == CHECK), None)
    if rule is None:
        return
    dossier = Dossier(doc, makers=linter.makers)
    ctx = RuleContext(dossier, linter.config.today or dt.date.today())
    found = sorted((worded(match, rule, ctx) for match in matches), key=lambda finding: finding.order)
    heard = [finding for finding in found if at_least(finding.severity, linter.config.min_severity)]
    prints = fingerprints(text, ((finding.rule, finding.span) for finding in heard))
    if heard:
        findings = (replace(finding, fingerprint=print_) for finding, print_ in zip(heard, prints, strict=True))
        yield Outcome(dossier, tuple(findings), rules={rule.id: rule}), linter


def _shown(path: Path) -> str:
    """The path as somebody here would write it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)

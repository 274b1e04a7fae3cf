"""``newslint rules try``: how often a rule speaks on real stories, and some of what it says there."""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from newslint.cli.progress import counted, watched
from newslint.cli.setup import Linters
from newslint.cli.streams import colored, lines
from newslint.document import Document, Dossier
from newslint.errors import InputError, NewslintError
from newslint.finding import Finding
from newslint.linter import Linter
from newslint.paths import is_file
from newslint.rule import Rule
from newslint.rulefile import with_options
from newslint.run import batch, files

AROUND = 160
"""Characters of the story that are shown on either side of a hit."""


@dataclass
class Tally:
    """What was counted on the way."""

    stories: int = 0
    words: int = 0
    unread: int = 0
    unsourced: int = 0
    spoken_in: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    hits: list[tuple[Document, Finding]] = field(default_factory=list)


def run(args: argparse.Namespace) -> int:
    linters = Linters(args, rules=False)
    linter = linters.of(Path())
    rule = _rule(args.rule, linter)
    heard = replace(linter.config, min_severity="info", min_confidence=args.min_confidence, max_per_rule=0)
    linter = replace(linter, config=heard)
    tally = Tally()
    with ExitStack() as stack:
        for dossier in _stories(args.on, linters, linter, stack):
            if isinstance(dossier, InputError):
                tally.unread += 1
                linters.complain(dossier)
            else:
                _count(rule, dossier, linter, linters, tally)
    _told(rule, tally, args)
    return linters.status


def _rule(word: str, linter: Linter) -> Rule:
    """The rule of this code, id or file, with the desk's options."""
    path = Path(word)
    rule = linter.rule_in(path, beside=[path.parent]) if path.suffix in (".yaml", ".yml") and is_file(path) else linter.rule(word)
    override, place = linter.config.override(rule.id)
    return replace(rule, check=with_options(rule.check, override.options, place))


def _stories(words: list[str], linters: Linters, linter: Linter, stack: ExitStack) -> Iterator[Dossier | InputError]:
    """The stories of files, folders, globs and batches in JSON lines."""
    batches = [word for word in words if word.endswith(".jsonl")]
    for word in batches:
        yield from batch.dossiers(watched([*lines(word, stack)], Path(word).name), linter)
    for path in watched([*files.drafts(word for word in words if word not in batches)], "stories"):
        if path is None:
            yield InputError("standard input is no story here; give a file or a folder", path="-")
            continue
        try:
            if isinstance(path, InputError):
                raise path
            dossier, problems = linter.dossier(linter.read(path))
            for problem in problems:
                linters.complain(problem)
            yield dossier
        except InputError as fault:
            yield fault


def _count(rule: Rule, dossier: Dossier, linter: Linter, linters: Linters, tally: Tally) -> None:
    try:
        outcome = linter.check(dossier, rules=[rule], strict=True)
    except NewslintError:
        raise
    except Exception:
        linters.broke(dossier.draft.name)
        return
    for problem in outcome.problems:
        linters.complain(problem)
    tally.stories += 1
    tally.words += len(dossier.draft.text.split())
    tally.unsourced += bool(outcome.skipped)
    tally.spoken_in += bool(outcome.findings)
    tally.levels.update(finding.severity for finding in outcome.findings)
    tally.hits += [(dossier.draft, finding) for finding in outcome.findings]


def _told(rule: Rule, tally: Tally, args: argparse.Namespace) -> None:
    hits, stories = len(tally.hits), counted(tally.stories, "story", "stories")
    print(f"{rule.code} {rule.id}: {counted(hits, 'hit')} in {tally.spoken_in} of {stories} ({tally.words:,} words)")
    if tally.stories:
        rates = [f"{1000 * hits / tally.stories:.1f} in 1,000 stories", f"{1000 * hits / max(tally.words, 1):.2f} in 1,000 words"]
        print(", ".join(rates) + "".join(f"; {level} {count}" for level, count in sorted(tally.levels.items())))
    if tally.unsourced:
        print(f"not run on {counted(tally.unsourced, 'story', 'stories')} that came without sources")
    if tally.unread:
        print(f"{tally.unread} could not be read")
    chosen = sorted(random.Random(args.seed).sample(range(hits), min(args.sample, hits)))
    if chosen:
        print(f"\n{len(chosen)} of them, to be judged:" if len(chosen) < hits else "")
    color = colored(args, sys.stdout)
    for at in chosen:
        print("\n".join(_shown(*tally.hits[at], color)), end="\n\n")


def _shown(doc: Document, finding: Finding, color: bool) -> Iterator[str]:
    """Where it is and what is said of it, then the words around; they can be pasted into a rule file as an example."""
    line, column = doc.position(finding.span.start)
    yield f"{doc.name}:{line}:{column}: {finding.severity}: {finding.message}"
    text, span = doc.text, finding.span
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n\n")[0]
    cut = "…" if span.start - len(before) and text[span.start - len(before) - 1] != "\n" else ""
    rest = "…" if len(after) == AROUND and span.end + AROUND < len(text) else ""
    words = f"{cut}{before}<<\0{span.of(text)}\1>>{after}{rest}"
    on, off = ("\x1b[1;31m", "\x1b[0m") if color else ("", "")
    yield "    " + " ".join(words.split()).replace("\0", on).replace("\1", off)

"""Outcomes of drafts, kept: a draft that is as it was, with sources, rules and settings as they were, is not linted again.

What an outcome hangs on is in its key, by its words: the draft and its sources as they were read, the settings, the files
of rules, tables and silenced findings, newslint, what is installed beside it, and the day.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from _blake2 import blake2b
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import silencing
from newslint.config import Config
from newslint.document import Document, Dossier
from newslint.finding import Outcome
from newslint.kept import code, looks, runs
from newslint.linter import Linter
from newslint.run import packed

if TYPE_CHECKING:
    from newslint.kept.store import Store

TIER = "draft"

UNKEPT = ("fix", "diff", "update_baseline", "output_file", "annotate", "fetch", "refetch", "batch", "timing", "no_cache")
"""Options of a run that writes, fetches or measures, and so is not kept as a whole."""

_OF_A_RUN = frozenset(
    {"places", "fail_on", "sources", "sources_dir", "manifest", "archive", "exclude", "fetch", "cache_dir", "cache"}
)
"""Settings on which no outcome hangs beyond the draft and sources that they lead to."""

_START = time.time_ns()


class Cache:
    """The kept outcomes of one run; ``on`` is false where none is to be looked at."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self._beneath: dict[int, tuple[Linter, bytes | None]] = {}

    def check(self, linter: Linter, dossier: Dossier) -> Outcome:
        """What ``linter.check`` finds, or found."""
        key = self.key(linter, dossier)
        kept = _store().get(TIER, key) if key else None
        try:
            if kept:
                return packed.unpack(kept, dossier, linter)
        except packed.PackedError:
            pass
        outcome = linter.check(dossier)
        if key and not outcome.crashed and not outcome.problems:
            _store().put(TIER, key, packed.pack(outcome, linter))
        return outcome

    def has(self, linter: Linter, dossier: Dossier) -> bool:
        """Whether this draft was kept as it is."""
        key = self.key(linter, dossier)
        return key is not None and _store().get(TIER, key) is not None

    def key(self, linter: Linter, dossier: Dossier) -> bytes | None:
        """What the outcome hangs on; None where nobody can say: with a plugin, or a file that changed just now."""
        if not self.on or not linter.config.cache or linter.within or len(linter.manager.get_plugins()) > 1:
            return None
        if id(linter) not in self._beneath:
            self._beneath[id(linter)] = linter, _beneath(linter)
        beneath = self._beneath[id(linter)][1]
        facts = silencing.facts_for(dossier.draft, linter.config)
        beside = [path for path in (facts and facts.path, linter.config.baseline) if path]
        states = _states(beside)
        if beneath is None or states is None:
            return None
        rules = [(rule.id, sorted(rule.severity.items())) for rule in linter.active(dossier.draft.name)]
        today = linter.config.today or dt.date.today()
        silent = silencing.whereabouts(dossier.draft, linter.config)
        told = dossier.unread, dossier.empty, [*_texts(dossier)], os.getcwd()  # noqa: PTH109
        parts = (beneath, states, rules, today, silent, *told)
        return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _store() -> Store:
    from newslint.kept.store import shared  # it imports SQLite, and a run with --no-cache needs none

    return shared()


def may_be_kept(args: argparse.Namespace, configs: Iterable[Config]) -> bool:
    """Whether a whole run of the check command may be kept."""
    unkept = any(getattr(args, name, None) for name in UNKEPT) or args.diff_from is not None or "-" in args.files
    return not unkept and all(config.cache for config in configs)


def note(dossier: Dossier) -> None:
    """Tell whoever keeps this run which texts it may show words of."""
    for doc in (dossier.draft, *(source.doc for source in dossier.sources)):
        runs.told(doc.text)
        if doc.reading is not doc:
            runs.told(doc.reading.text)


def _beneath(linter: Linter) -> bytes | None:
    """What all outcomes of a linter hang on."""
    config = linter.config
    own = sorted((field.name, repr(getattr(config, field.name))) for field in fields(config) if field.name not in _OF_A_RUN)
    files = {head.path for head in linter.heads} | {*config.facts}
    if config.nlp.model and (meta := Path(config.nlp.model, "meta.json")).is_file():
        files.add(meta)
    states = _states(files)
    if states is None:
        return None
    installed = [(folder, looks.taken(looks.STAMP, folder)) for folder in sys.path if folder]
    parts = (packed.FORMAT, code.stamp(), sys.version, installed, own, states)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _states(files: Iterable[Path]) -> list[tuple[str, object]] | None:
    """The words of these files; None where one may have changed since this process read it."""
    states: list[tuple[str, object]] = []
    for file in sorted(files):
        state = looks.taken(looks.READ, str(file))
        if isinstance(state, tuple):
            _, changed, entered, _, _, _, digest = state
            if max(changed, entered) > _START - looks.TICK:
                return None
            state = digest
        states.append((str(file), state))
    return states


def _texts(dossier: Dossier) -> Iterator[object]:
    yield _text(dossier.draft)
    for source in dossier.sources:
        yield source.id, source.kind, source.outlet, source.translated, source.licensed, source.url, _text(source.doc)


def _text(doc: Document) -> object:
    digests = [blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest() for text in {doc.text: 0, doc.prose: 0}]
    return doc.name, str(doc.path), doc.published, doc.language, repr(doc.markup), repr(doc.meta), digests

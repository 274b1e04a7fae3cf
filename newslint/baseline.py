"""A baseline: the findings that were there before, kept in a file so that only new ones are told.

JSON, an entry a line, so that a change of one is a change of a line. An entry is known by its key (``keys``): rule, words
found and sentence. Its code and words are there for people to read.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.keys import Keys
from newslint.paths import is_file, is_there, real, write
from newslint.spans import Span, one_line
from newslint.typedyaml import read_text

VERSION = 1
_KEYS = {"rule": str, "code": str, "words": str, "key": str, "times": int}


@dataclass(frozen=True, order=True)
class Entry:
    """Findings of one rule, in alike words of one sentence, ``times`` over."""

    rule: str
    words: str
    key: str
    code: str = ""
    times: int = 1


@dataclass(frozen=True)
class Baseline:
    """What was found before in each draft, by its path from the folder of the file, with slashes."""

    path: Path
    drafts: Mapping[str, tuple[Entry, ...]]
    text: str = ""

    def name(self, draft: Path) -> str:
        """How the file names this draft."""
        return Path(os.path.relpath(real(draft), real(self.path).parent)).as_posix()

    def known(self, draft: Path) -> Mapping[str, int]:
        """How often each key stands there for this draft."""
        known = Counter[str]()
        for entry in self.drafts.get(self.name(draft), ()):
            known[entry.key] += entry.times
        return known

    def place(self, draft: str, entry: Entry) -> Span:
        """Where an entry stands in the text of the file."""
        start = self.text.find(f'"{entry.key}"', self._starts.get(draft, 0))
        line = self.text.rfind("\n", 0, start) + 1
        end = self.text.find("\n", start)
        return Span(line, end if end >= 0 else len(self.text)).stripped(self.text)

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        return {name: self.text.find(json.dumps(name, ensure_ascii=False)) for name in self.drafts}

    def saved(self) -> None:
        """Write it, sorted, an entry a line; raises ConfigError where that cannot be."""
        try:
            write(self.path, "".join(_lines(self.drafts)))
        except OSError as fault:
            raise ConfigError(f"cannot be written: {fault.strerror}", path=self.path) from None


def entries(findings: Iterable[Finding], keys: Keys) -> tuple[Entry, ...]:
    """An entry for each key that these findings have."""
    times = Counter[str]()
    first: dict[str, Finding] = {}
    for finding in findings:
        key = keys.of(finding)
        times[key] += 1
        first.setdefault(key, finding)
    text = keys.doc.text
    return tuple(
        sorted(Entry(one.rule, one_line(one.span.of(text), 60), key, one.code, times[key]) for key, one in first.items())
    )


def load(path: Path) -> Baseline:
    """The baseline in this file; raises ConfigError with the place of what is wrong."""
    text = read_text(path, ConfigError)
    try:
        root = json.loads(text)
    except (ValueError, RecursionError) as fault:
        line = getattr(fault, "lineno", None)
        what = getattr(fault, "msg", "is nested too deeply")
        if parted(text):
            what = "git could not merge it; --update-baseline keeps what both sides have"
        raise ConfigError(f"is no baseline: {what}", path=path, line=line) from None
    drafts = root.get("drafts") if isinstance(root, dict) else None
    if not isinstance(drafts, dict) or root.get("newslint-baseline") != VERSION:
        raise ConfigError(f'is no baseline: expected {{"newslint-baseline": {VERSION}, "drafts": {{...}}}}', path=path)
    return Baseline(path, {name: tuple(_read(name, listed, text, path)) for name, listed in drafts.items()}, text)


def begin(path: Path) -> None:
    """Make a file ready to be updated: one that is not there is made, and one that git could not merge is given what
    both sides have. Raises ConfigError."""
    if not is_there(path):
        Baseline(path, {}).saved()
    elif is_file(path) and parted(text := read_text(path, ConfigError)):
        try:
            merged = _merged(text)
        except ValueError:
            raise ConfigError("git could not merge it, and a line of it is none that newslint wrote", path=path) from None
        drafts = {name: _read(name, listed, text, path) for name, listed in merged.items()}
        Baseline(path, {name: tuple(sorted(set(listed))) for name, listed in drafts.items()}).saved()


def parted(text: str) -> bool:
    """Whether git has left both sides of a conflict in it."""
    return re.search(r"^<{7} ", text, re.MULTILINE) is not None


def _merged(text: str) -> Mapping[str, list[Any]]:
    """The entries of a file, by draft and as they stand there, line by line: those of both sides of every conflict."""
    drafts: dict[str, list[Any]] = {}
    draft = before = ""
    common = True  # not what stood there before both sides, as git may show it
    for line in text.splitlines():
        common = line.startswith("=======") or (common and not line.startswith("|||||||"))
        if line.startswith("<<<<<<<"):
            before = draft
        elif line.startswith("======="):
            draft = before
        elif common and (named := re.fullmatch(r'(".*"): \[', line)):
            draft = json.loads(named[1])
        elif common and line.startswith('{"rule"'):
            drafts.setdefault(draft, []).append(json.loads(line.rstrip(",")))
    return drafts


def _read(draft: str, listed: Any, text: str, path: Path) -> Iterator[Entry]:
    for item in listed if isinstance(listed, list) else [listed]:
        fits = isinstance(item, dict) and all(isinstance(item.get(key), kind) for key, kind in _KEYS.items() if key != "times")
        if not fits or not isinstance(times := item.get("times", 1), int) or times < 1:
            line = text.count("\n", 0, max(0, text.find(json.dumps(draft, ensure_ascii=False)))) + 1
            raise ConfigError(f"an entry of {draft!r} is not one that newslint wrote", path=path, line=line)
        yield Entry(item["rule"], item["words"], item["key"], item["code"], times)


def _lines(drafts: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    yield f'{{"newslint-baseline": {VERSION},\n"drafts": {{'
    comma = "\n"
    for name in sorted(drafts):
        if drafts[name]:
            rows = ",\n".join(_row(entry) for entry in sorted(drafts[name]))
            yield f"{comma}{json.dumps(name, ensure_ascii=False)}: [\n{rows}\n]"
            comma = ",\n"
    yield "\n}}\n"


def _row(entry: Entry) -> str:
    row = {"rule": entry.rule, "code": entry.code, "words": entry.words, "key": entry.key}
    return json.dumps(row | ({"times": entry.times} if entry.times > 1 else {}), ensure_ascii=False)

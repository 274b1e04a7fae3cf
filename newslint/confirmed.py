"""Facts that the desk has confirmed ("CQ"), kept in ``.newslint-confirmed.yml``: found, read, added to.

Each entry names a rule, the words that it is about, who confirmed them and when:

    - rule: N201
      words: around 15,000
      draft: flood.txt
      who: Ann Perkins
      when: 2025-08-15
      how: called the ministry's press office
"""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from newslint import config
from newslint.document import Document
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.kept.regexes import compiled
from newslint.keys import Keys, plain
from newslint.paths import is_file, is_folder, real, write
from newslint.typedyaml import Faults, Node, Place, SequenceNode, parse, read_text, typed

NAMES = (".newslint-confirmed.yml", ".newslint-confirmed.yaml")

_HEADER = "# Facts that the desk has confirmed: newslint no longer asks about them.\n"
_PLAIN = compiled(r"[^\W\d_][\w ,.'’()/£$€+-]*[\w.)]")
"""Words that mean in YAML what they say, without quotation marks."""
_DAY = compiled(r"\d{4}-\d\d-\d\d")
_MEANT = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


@dataclass(frozen=True)
class Fact:
    """A fact that the desk has confirmed.

    ``rule`` are codes or ids of the rules that it answers, ``words`` what they found. It holds for every draft below its
    file, or for those that ``draft`` names (a path, a folder or a pattern, from the folder of the file); with ``sentence``, only
    where that sentence stands. After the day ``until`` it holds no more.
    """

    rule: tuple[str, ...]
    words: str
    who: str
    when: dt.date
    how: str = ""
    draft: str = ""
    sentence: str = ""
    until: dt.date | None = None
    line: int = 0

    def __post_init__(self) -> None:
        for name in ("rule", "words", "who"):
            if not "".join(getattr(self, name)).strip():
                raise ValueError(f"{name!r} is empty")
        if self.until is not None and self.until < self.when:
            raise ValueError(f"'until' ({self.until}) lies before 'when' ({self.when})")

    def holds_for(self, name: str) -> bool:
        """Whether it speaks of the draft of this name, a path from the folder of the file."""
        if not self.draft or name == self.draft:
            return True
        pattern = self.draft.replace("\\", "/").removeprefix("./").rstrip("/")
        patterns = (pattern, pattern.replace("**/", ""))
        return name.startswith(f"{pattern}/") or any(fnmatchcase(name, one) for one in patterns)

    def expired(self, today: dt.date) -> bool:
        return self.until is not None and self.until < today


@dataclass(frozen=True)
class Facts:
    """The facts of one file, and what is wrong with others in it, which do not hold."""

    path: Path
    text: str = ""
    facts: tuple[Fact, ...] = ()
    faults: tuple[InputError, ...] = ()

    def name(self, draft: Path) -> str:
        """How an entry names this draft: its path from the folder of the file, with slashes."""
        return Path(os.path.relpath(real(draft), real(self.path).parent)).as_posix()


def find(start: Path) -> Path | None:
    """The nearest file of confirmed facts from this file or folder upwards."""
    folder = (start if is_folder(start) else start.parent).absolute()
    return next((path for parent in (folder, *folder.parents) for name in NAMES if is_file(path := parent / name)), None)


def load(path: Path) -> Facts:
    """The facts of a file; one that is at fault is among ``faults`` and costs no other. Raises no InputError."""
    place, faults = Place(path, InputError), Faults()
    facts: list[Fact] = []
    text = ""
    with faults.kept():
        text = read_text(path)
        for node in _entries(text, place):
            with faults.kept():
                facts.append(typed(node, Fact, place))
    return Facts(path, text, tuple(facts), tuple(faults.found))


def home(draft: Path, chosen: Path | None = None) -> Path:
    """Where a fact about this draft belongs: the file that holds for it, or a new one beside its configuration, or itself."""
    if there := chosen or find(draft):
        return there
    return (config.find(draft) or draft.absolute()).parent / NAMES[0]


def add(path: Path, finding: Finding, doc: Document, who: str, day: dt.date, how: str = "") -> None:
    """Append to this file that ``who`` has confirmed what a finding asks about; what stands in it stays as it is.

    The entry names the draft, so that the same words in another story are still asked about; the sentence too where they
    stand in the draft more than once. Raises InputError where the file is not one to add to, or cannot be written.
    """
    words = plain(finding.span.of(doc.text))
    entry = {"rule": finding.code, "words": words, "draft": Facts(path).name(doc.path or Path(doc.name))}
    if plain(doc.text).count(words) > 1:
        entry["sentence"] = Keys(doc).sentence(finding.span)
    entry |= {"who": plain(who), "when": day.isoformat()} | ({"how": plain(how)} if how.strip() else {})
    text = read_text(path) if is_file(path) else ""
    try:
        if text:
            text = path.read_bytes().decode()  # with its own line ends
        write(path, _with(text, entry, path))
    except OSError as fault:
        raise InputError(f"cannot be written: {fault.strerror}", path=path) from None


def _with(text: str, entry: dict[str, str], path: Path) -> str:
    """The text of the file with one entry more, in the shape of those that are there."""
    place = Place(path)
    entries = _entries(text, place)
    if entries and text.lstrip().startswith("["):
        raise InputError("is written in brackets; write a line that begins with '-' for each entry", path=path, line=1)
    dash = re.search(r"^([ ]*)- ", text, re.MULTILINE)
    indent = dash[1] if entries and dash else ""
    lines = [f"{indent}{'  ' if at else '- '}{key}: {_scalar(value)}" for at, (key, value) in enumerate(entry.items())]
    newline = "\r\n" if "\r\n" in text else "\n"
    new = newline.join([(text if text.strip() else _HEADER).rstrip(), *lines, ""])
    if len(_entries(new, place)) != len(entries) + 1:
        raise InputError("cannot be added to: what it ends with is no entry", path=path)
    return new


def _entries(text: str, place: Place) -> list[Node]:
    """The nodes of the list in this text; raises InputError where it is no list."""
    root = parse(text, place)
    if root is None:
        return []
    if not isinstance(root, SequenceNode):
        raise place.complaint("expected a list: a line that begins with '-' for each confirmed fact", root)
    return list(root.value)


def _scalar(value: str) -> str:
    """A text as YAML writes it: plain where that says the same, else in quotation marks."""
    if _PLAIN.fullmatch(value) and value.lower() not in _MEANT:
        return value
    import json

    return value if _DAY.fullmatch(value) else json.dumps(value, ensure_ascii=False)

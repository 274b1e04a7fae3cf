"""The YAML tree of a text, every scalar as written; each complaint with its file, line and column."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.errors import InputError
from newslint.kept.regexes import compiled, imported
from newslint.typedyaml.nodes import Node, ours

_LINE_END = compiled(r"\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True)
class Place:
    """Where complaints are said to come from: ``first_line`` is the file line of the YAML's own first line, ``at`` is
    what is complained of where nothing else is named."""

    path: Path | str
    error: type[InputError] = InputError
    first_line: int = 1
    at: Node | None = None

    def complaint(self, message: str, node: Node | None = None, mark: Any = None) -> InputError:
        node = node or self.at
        mark = mark or (node.start_mark if node else None)
        if mark is None:
            return self.error(message, path=self.path)
        return self.error(message, path=self.path, line=mark.line + self.first_line, column=mark.column + 1)

    def line(self, node: Node) -> int:
        return int(node.start_mark.line) + self.first_line


class Faults:
    """What is wrong with a file, gathered; raised as the first of them, with the others behind it."""

    def __init__(self) -> None:
        self.found: list[InputError] = []

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What goes wrong in here does not keep us from looking further."""
        try:
            yield
        except InputError as fault:
            self.found += fault.every

    def told(self) -> None:
        """Raise what was found, if anything was."""
        if self.found:
            first, *others = self.found
            first.others = tuple(others)
            raise first


def parse(text: str, place: Place) -> Node | None:
    """The YAML tree of a text, every scalar as written; None for an empty file."""
    yaml: Any = imported("yaml")  # needless where the tree was kept
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        root = yaml.compose(text, Loader=loader)
        if "&" in text:
            _refuse_aliases(root, place)
        return ours(root) if root else None
    except RecursionError:
        raise place.complaint("is nested too deeply") from None
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and _at(text, error.problem_mark) == "\t":
            raise place.complaint("a tab stands here; YAML is indented with spaces", mark=error.problem_mark) from None
        problem = " ".join(str(part) for part in (error.context, error.problem) if part)
        if error.problem and ("mapping values" in error.problem or "expected" in error.problem):
            problem += '; a text that holds ": " or starts with { [ * & or a quotation mark needs quotation marks around it'
        raise place.complaint(f"not YAML: {problem}", mark=error.problem_mark) from None
    except yaml.reader.ReaderError as error:
        letter = error.character if isinstance(error.character, int) else ord(error.character)
        line = text[: text.find(chr(letter))].count("\n") + place.first_line
        fault = f"holds a control character (U+{letter:04X}); take it out"
        raise place.error(fault, path=place.path, line=line) from None
    except yaml.YAMLError as error:
        raise place.complaint(f"not YAML: {' '.join(str(error).split())}") from None


def _at(text: str, mark: Any) -> str:
    """The character at a mark of the parser."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


def _refuse_aliases(root: Any, place: Place) -> None:
    """No file of ours needs ``*aliases``, and a few lines of them can stand for a billion words."""
    seen, left = set[int](), [root] if root else []
    while left:
        node = left.pop()
        if id(node) in seen:
            raise place.complaint("aliases (*name) are not used here; write it out", node)
        seen.add(id(node))
        if node.id == "mapping":
            left += [part for pair in node.value for part in pair]
        elif node.id == "sequence":
            left += node.value


def read_text(path: Path, error: type[InputError] = InputError) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise error(f"cannot be read: {fault.strerror}", path=path) from None
    except UnicodeDecodeError:
        raise error("is not UTF-8 text", path=path) from None
    except ValueError:  # a NUL, or half a surrogate pair
        raise error("is no name that a file can have", path=path) from None

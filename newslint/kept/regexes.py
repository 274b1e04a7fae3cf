"""Regular expressions compiled once and kept.

A short run needs some four hundred. To compile them was a third of it; to build them again from the code that the
compiler made takes a thirtieth of that.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from importlib import import_module
from re import _compiler, _parser  # type: ignore[attr-defined]  # the two steps of ``re.compile``

from newslint.kept.bytecode import KEPT, Bytecode

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, AnyStr

    Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    """Flags, with those inside the pattern; the code; how many groups; their numbers by name, their names by number."""


def compiled(pattern: AnyStr, flags: int = 0, *, kept: Bytecode = KEPT) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, and raises, for a pattern of newslint or of a rule.

    Never for one that holds words of a draft or a source: it is written to a file.
    """
    source = b"%d %r" % (flags, pattern)
    try:
        if code := kept.get(source):
            return _built(pattern, code)
    except Exception:  # it is no code that this Python takes: made anew, and kept in its place
        pass
    try:
        code = _code(pattern, int(flags))
        made = _built(pattern, code)
    except Exception:  # a pattern that is wrong, or a Python that goes about it in another way
        return re.compile(pattern, flags)
    kept.put(source, code)
    return made


def imported(library: str) -> ModuleType:
    """A library, imported with the expressions that it compiles meanwhile kept as well; one of PyYAML's takes 5 ms."""
    if library in sys.modules:
        return sys.modules[library]
    real = re.compile

    def kept(pattern: Any, flags: int = 0) -> Any:
        its_own = sys._getframe(1).f_globals.get("__name__", "").partition(".")[0] == library  # and no other thread's
        return (compiled if its_own else real)(pattern, flags)

    re.compile = kept
    try:
        return import_module(library)
    finally:
        re.compile = real


def _code(pattern: str | bytes, flags: int) -> Code:
    from array import array

    parsed: Any = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)
    numbers: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, numbers, tuple(names)


def _built(pattern: AnyStr, code: Code) -> re.Pattern[AnyStr]:
    flags, words, groups, numbers, names = code
    made: re.Pattern[AnyStr] = _sre.compile(pattern, flags, memoryview(words).cast("I").tolist(), groups, numbers, names)
    return made

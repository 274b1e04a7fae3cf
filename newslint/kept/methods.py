"""The methods that dataclasses write for themselves, compiled once and kept.

``dataclasses`` writes the text of each ``__init__``, ``__eq__`` and so on, and lets ``exec`` compile it: seven methods a class,
half a millisecond, for classes that are the same in every run.
"""

from __future__ import annotations

import dataclasses
from types import CodeType
from typing import Any

from newslint.kept.bytecode import KEPT


def keep() -> None:
    """From here on, for all dataclasses of this process: called by the command line before it imports any."""
    dataclasses.exec = _exec  # type: ignore[attr-defined]  # the module finds it before the built-in one


def _exec(text: str, names: dict[str, Any], local: dict[str, Any]) -> None:
    """What the built-in ``exec`` does with a text."""
    source = text.encode()
    code = KEPT.get(source)
    if not isinstance(code, CodeType):
        code = compile(text, "<string>", "exec", dont_inherit=True)
        KEPT.put(source, code)
    exec(code, names, local)

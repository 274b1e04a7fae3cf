"""Regular expressions out of YAML: compiled, and refused where some text could keep them busy for ever."""

from __future__ import annotations

import re
import warnings
from typing import Any

from newslint.kept import regexes

# the parser behind ``re``, which has no public name
_parser: Any = re._parser  # type: ignore[attr-defined]
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_GROUP_REPEATED = regexes.compiled(r"\)[+*{]")
_MOST = 10_000
_MANY = 100
"""Repeats from here on count as without end."""


def compiled(words: str) -> re.Pattern[str]:
    """The pattern; raises re.error with what is wrong, and for a repeat that holds nothing but another repeat ("(a+)+")."""
    if not words:
        raise re.error("it is empty")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            pattern = regexes.compiled(words)
            items = _items(_parser.parse(words)) if _GROUP_REPEATED.search(words) else []
        except Warning as doubt:
            raise re.error(str(doubt)) from None
        except (OverflowError, RecursionError):
            raise re.error("it is too large") from None
    if any(name in _REPEATS and argument[0] > _MOST for name, argument in items):
        raise re.error(f"a repeat asks for more than {_MOST} of something")
    if any(map(_endless, items)):
        raise re.error('a repeat holds nothing but another repeat, as in "(a+)+", which may never end on some text')
    return pattern


def _items(tree: Any) -> list[tuple[str, Any]]:
    """All that is in a parsed pattern, at any depth, as (name, argument)."""
    found: list[tuple[str, Any]] = []
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, _parser.SubPattern):
            for name, argument in part.data:
                found.append((str(name), argument))
                waiting.append(argument)
        elif isinstance(part, list | tuple):
            waiting.extend(part)
    return found


def _endless(item: tuple[str, Any]) -> bool:
    """Whether this is a repeat without end of what is itself one, with nothing beside it that must be there."""
    if item[0] not in _REPEATS or item[1][1] < _MANY:
        return False
    body = _bare(item[1][2])
    repeats = [one for one in body if str(one[0]) in _REPEATS and one[1][1] >= _MANY and one[1][2].getwidth()[1] > 0]
    needed = [one for one in body if one not in repeats and _width(one) > 0]
    return bool(repeats) and not needed


def _bare(tree: Any) -> list[Any]:
    """What a pattern is made of, without the brackets that only hold it together."""
    items = list(tree.data)
    while len(items) == 1 and str(items[0][0]) == "SUBPATTERN":
        items = list(items[0][1][3].data)
    return items


def _width(item: Any) -> int:
    """The fewest characters that this item takes."""
    alone = _parser.SubPattern(_parser.State(), [item])
    return int(alone.getwidth()[0])

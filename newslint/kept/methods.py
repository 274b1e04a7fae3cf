"""The methods of dataclasses, made soon.

``dataclasses`` writes the text of each ``__init__``, ``__eq__`` and so on, and lets ``exec`` compile it: six methods a class,
half a millisecond, for classes that are the same in every run. Here only ``__init__`` is made of its text, compiled once and
kept; the others are the same for all classes but for the names of the fields.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from operator import attrgetter
from types import CodeType, ModuleType
from typing import Any

from newslint.kept.bytecode import KEPT


class _PutOff(ModuleType):
    """Stands for ``inspect`` in ``dataclasses``, which asks it for the signature of a class without a docstring: its import,
    with those of Python's own parser and tokenizer, is a twentieth of a short run."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


if "inspect" in sys.modules:
    import dataclasses
else:
    sys.modules["inspect"] = _PutOff("inspect")
    try:
        import dataclasses
    finally:
        del sys.modules["inspect"]

from dataclasses import Field, FrozenInstanceError  # noqa: E402

_OURS = "newslint."
_ITS: Any = vars(dataclasses)
_AS_EVER = {**_ITS}
"""The functions of ``dataclasses`` as they are in Python, for what is seldom asked for, and for classes of others."""


def keep() -> None:
    """From here on, for all dataclasses of this process: called by the command line before it imports any."""
    _ITS["exec"] = _exec  # the module finds it before the built-in one
    if sys.version_info < (3, 13):  # from there on all methods of a class are one text
        ours: dict[str, Any] = {"_repr_fn": _repr, "_cmp_fn": _compare, "_hash_fn": _hash, "_frozen_get_del_attr": _frozen}
        _ITS.update({name: _either(function, _AS_EVER[name]) for name, function in ours.items()}, _is_type=_is_type)


def _either(ours: Callable[..., Any], theirs: Callable[..., Any]) -> Callable[..., Any]:
    """A function of ``dataclasses``, for classes of newslint in our way; for all others as it was."""

    def made(*given: Any, **named: Any) -> Any:
        module = named.get("globals") or given[-1]
        make = ours if str(module.get("__name__")).startswith(_OURS) else theirs
        return make(*given, **named)

    return made


def _exec(text: str, names: dict[str, Any], local: dict[str, Any]) -> None:
    """What the built-in ``exec`` does with a text."""
    source = text.encode()
    code = KEPT.get(source)
    if not isinstance(code, CodeType):
        code = compile(text, "<string>", "exec", dont_inherit=True)
        KEPT.put(source, code)
    exec(code, names, local)


def _is_type(annotation: str, cls: type, *given: Any) -> bool:
    """Whether an annotation marks something else than a field: asked three times of every field. We write it as it is called;
    others may import it under another name."""
    if "Var" in annotation or "KW_ONLY" in annotation or not cls.__module__.startswith(_OURS):
        return bool(_AS_EVER["_is_type"](annotation, cls, *given))
    return False


def _repr(fields: Iterable[Field[Any]], globals: object) -> Callable[[object], str]:  # noqa: A002  so it is called
    names = [field.name for field in fields]

    def said(self: object) -> str:
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({values})"

    return _named("__repr__", _ITS["_recursive_repr"](said))


def _compare(name: str, sign: str, mine: str, theirs: str, globals: dict[str, Any]) -> Callable[..., Any]:  # noqa: A002
    """``mine`` is the text of a tuple: ``(self.start,self.end,)``."""
    if name != "__eq__":
        return _named(name, _AS_EVER["_cmp_fn"](name, sign, mine, theirs, globals=globals))
    values = _values([word.removeprefix("self.") for word in mine.strip("(,)").split(",") if word])

    def same(self: object, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return _named("__eq__", same)


def _hash(fields: Iterable[Field[Any]], globals: object) -> Callable[..., Any]:  # noqa: A002
    values = _values([field.name for field in fields])
    return _named("__hash__", lambda self: hash(values(self)))


def _frozen(cls: Any, fields: Iterable[Field[Any]], globals: object) -> Sequence[Callable[..., Any]]:  # noqa: A002
    names = {field.name for field in fields}

    def put(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def take(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return _named("__setattr__", put), _named("__delattr__", take)


def _values(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    """What gives the values of these fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda self: (getattr(self, names[0]),)) if names else lambda self: ()


def _named(name: str, function: Any) -> Callable[..., Any]:
    function.__name__ = name
    named: Callable[..., Any] = function
    return named

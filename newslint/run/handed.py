"""A draft with its sources, and what came of it, as bytes from one process to the next, both of them ours.

A text goes without its layers, and a linter's makers, the rules that ran and the dossier itself stay: the other side
has its own.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from newslint.document import Dossier, Layered, Maker
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.run.mending import Looked, with_text

_MAKERS = "makers"


def dossier(dossier: Dossier) -> bytes:
    """These texts as bytes; raises whatever pickle does where a plugin's reader has put something odd into one."""
    out = io.BytesIO()
    _Pickler(out, dossier.makers).dump(dossier)
    return out.getvalue()


def received(data: bytes, linter: Linter) -> Dossier:
    """The dossier again, with the makers of this linter."""
    made: Dossier = _Unpickler(io.BytesIO(data), linter.makers).load()
    return made


def looked(looked: Looked) -> bytes:
    """What came of a dossier that the other side has."""
    after = _bare(looked.after) if looked.after else None
    return pickle.dumps((_bare(looked.outcome), looked.mended, after), protocol=5)


def told(data: bytes, linter: Linter, dossier: Dossier) -> Looked:
    """The same again, of this dossier."""
    outcome, mended, after = pickle.loads(data)
    new = with_text(linter, dossier, mended.text) if after else dossier
    return Looked(_whole(outcome, linter, dossier), mended, _whole(after, linter, new) if after else None)


def _bare(outcome: Outcome) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    kept = (getattr(outcome, field.name) for field in fields(outcome) if field.name not in ("dossier", "rules"))
    return tuple(kept), tuple(outcome.rules)


def _whole(bare: tuple[tuple[Any, ...], tuple[str, ...]], linter: Linter, dossier: Dossier) -> Outcome:
    names = (field.name for field in fields(Outcome) if field.name not in ("dossier", "rules"))
    active = {rule.id: rule for rule in linter.active(dossier.draft.name)}
    return Outcome(dossier, rules={id_: active[id_] for id_ in bare[1]}, **dict(zip(names, bare[0], strict=True)))


class _Pickler(pickle.Pickler):
    def __init__(self, out: io.BytesIO, makers: Mapping[type, Maker]) -> None:
        super().__init__(out, protocol=5)
        self._makers = makers

    def persistent_id(self, obj: Any) -> str | None:
        return _MAKERS if obj is self._makers else None

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, Layered):
            return _made, (type(obj), {field.name: getattr(obj, field.name) for field in fields(obj) if field.init})
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: io.BytesIO, makers: Mapping[type, Maker]) -> None:
        super().__init__(data)
        self._makers = makers

    def persistent_load(self, pid: Any) -> Any:
        return self._makers


def _made(kind: type[Layered], values: Mapping[str, Any]) -> Layered:
    return kind(**values)

"""From a buffer to diagnostics, in the worker thread."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from newslint.errors import NewslintError
from newslint.linter import Linter
from newslint.lsp.buffer import Buffer
from newslint.lsp.settings import Settings
from newslint.lsp.view import View
from newslint.report.lsp import params
from newslint.run.session import Depth, Session, Stopped


class Linters(Protocol):
    """What finds the linter for a draft: by the nearest configuration, as on the command line."""

    def of(self, path: Path) -> Linter: ...


class Make(Protocol):
    """What makes Linters: with these words over those of the command line, and with texts in place of files by path."""

    def __call__(self, changes: dict[str, Any], held: MutableMapping[Path, str]) -> Linters: ...


@dataclass(frozen=True)
class Found:
    """What came of linting one state of a draft; ``view`` is None where it could not be, or should not be."""

    buffer: Buffer
    depth: Depth
    view: View | None = None
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    complaints: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """A name for these diagnostics, the same for the same."""
        said = json.dumps(self.diagnostics, sort_keys=True).encode()
        return blake2b(said, digest_size=8).hexdigest()


class Diagnoser:
    """Keeps linters and sessions. ``held`` are the texts that the editor has open, which stand for their files."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._linters: dict[Settings, Linters] = {}
        self._sessions: dict[str, Session] = {}
        self.held: dict[Path, str] = {}

    def reset(self) -> None:
        """Read every configuration, rule file and table anew."""
        self._linters = {}

    def forget(self, uri: str) -> None:
        """Keep nothing of this draft, which is closed."""
        self._sessions.pop(uri, None)

    def linter(self, path: Path, settings: Settings) -> Linter:
        """The linter for a draft or folder; raises NewslintError."""
        known = self._linters
        if settings not in known:
            known[settings] = self._make(settings.as_arguments(), self.held)
        return known[settings].of(path)

    def found(self, buffer: Buffer, depth: Depth, settings: Settings, encoding: str, stop: Callable[[], bool]) -> Found | None:
        """What there is to say of this buffer, whatever happens; None where ``stop`` said so."""
        try:
            return self._found(buffer, depth, settings, encoding, stop)
        except Stopped:
            return None
        except NewslintError as fault:
            complaint = str(fault)
        except Exception as fault:  # a draft that breaks us must not cost the others
            traceback.print_exc()
            complaint = f"{buffer.path.name}: a fault of newslint: {type(fault).__name__}: {fault}"
        self.forget(buffer.uri)
        return Found(buffer, depth, complaints=(complaint,))

    def _found(self, buffer: Buffer, depth: Depth, settings: Settings, encoding: str, stop: Callable[[], bool]) -> Found:
        linter = self.linter(buffer.path, settings)
        session = self._sessions.get(buffer.uri)
        if session is None or session.linter is not linter:
            session = self._sessions[buffer.uri] = Session(linter, buffer.path)
        checked = session.check(buffer.text, depth=depth, stop=stop)
        outcome = checked.outcome
        if outcome is None:
            return Found(buffer, depth, complaints=checked.complaints)
        broke = (f"{rule} broke off ({fault}); the other rules ran" for rule, fault in outcome.crashed)
        complaints = (*checked.complaints, *map(str, outcome.problems), *broke)
        diagnostics = params(outcome, buffer.uri, buffer.version, encoding)["diagnostics"]
        return Found(buffer, depth, View(buffer, outcome, linter, encoding, depth), diagnostics, complaints)

"""Files that what is found hangs on: told of by the editor where it can, else looked at now and again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

from newslint import confirmed
from newslint.config import NAMES
from newslint.lsp.view import View
from newslint.read import SUFFIXES
from newslint.sources import manifest

if TYPE_CHECKING:
    from newslint.lsp.server import Server

SETTINGS = frozenset({".yaml", ".yml", ".toml", ".py", ".json"})
"""Files that a configuration, or what the desk has confirmed, may be made of."""

ENDINGS = SUFFIXES | SETTINGS
"""Of the files that an editor is asked to watch; an index of an archive is none of them, and may be called anything."""

EVERY = 2.0
"""Seconds between two looks."""

Stamp = tuple[int, int] | None


class Watching:
    """Looks at those files that the editor cannot watch: all of them, or what lies outside its folders."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.watched = False
        self._stamps: dict[Path, Stamp] = {}
        self._new = asyncio.Event()

    def registrations(self) -> list[types.Registration]:
        """What to ask the editor for, where it can watch."""
        self.watched = bool(
            get_capability(self.server.client_capabilities, "workspace.did_change_watched_files.dynamic_registration", False)
        )
        endings = ",".join(sorted(suffix[1:] for suffix in ENDINGS))
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/*.{{{endings}}}")])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        return [types.Registration("newslint-files", method, options)] if self.watched else []

    def look(self) -> None:
        """Look at once: there is a draft whose files were never looked at, and they may change at any time."""
        self._new.set()

    async def run(self) -> None:
        """Look, for ever."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY):  # before Python 3.12 wait_for may lose that we are to stop
                    await self._new.wait()
            self._new.clear()
            views = [draft.found.view for draft in self.server.drafts.values() if draft.found and draft.found.view]
            folders = self.server.workspaces.folders if self.watched else []
            if changed := await self.server.aside(self._changed, views, folders):
                self.server.files_changed(changed)

    def _changed(self, views: Iterable[View], folders: Iterable[Path]) -> list[Path]:
        """The files that are not as they were at the last look; a file looked at for the first time is as it was."""
        paths = {path for view in views for path in files(view)}
        new = {path: _stamp(path) for path in paths if not _watched(path, folders)}
        old, self._stamps = self._stamps, new
        return [path for path, stamp in new.items() if old.get(path, stamp) != stamp]


def files(view: View) -> Iterator[Path]:
    """What the findings of this draft hang on, files and folders, be they there or not."""
    config, path = view.linter.config, view.buffer.path
    for parent in path.parents:
        yield from (parent / name for name in (*NAMES, *confirmed.NAMES))
    if config.path:
        yield from config.path.parent.glob("*.y*ml")  # it may extend one of them
    yield from (*config.facts, *config.plugins, *config.rules_path, *config.archive)
    yield from (head.path for head in view.linter.heads if any(head.path.is_relative_to(it) for it in config.rules_path))
    yield from manifest.beside(view.draft)
    yield from (path.with_name(f"{path.stem}.sources{suffix}") for suffix in ("", ".yml", ".yaml"))
    yield from (source.doc.path for source in view.outcome.dossier.sources if source.doc.path)


def _watched(path: Path, folders: Iterable[Path]) -> bool:
    """Whether the editor tells of this file, or folder."""
    return (path.suffix.lower() in ENDINGS or not path.is_file()) and any(path.is_relative_to(folder) for folder in folders)


def is_settings(path: Path) -> bool:
    """Whether a change of this file may change rules or what is chosen; a manifest names sources alone."""
    return path.is_dir() or (path.suffix.lower() in SETTINGS and not path.stem.endswith(".sources"))


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size

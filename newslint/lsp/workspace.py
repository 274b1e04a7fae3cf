"""The editor's folders, and what it has set for each."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.uris import to_fs_path

from newslint.lsp.settings import Settings

if TYPE_CHECKING:
    from newslint.lsp.server import Server

SECTION = "newslint"
PATIENCE = 5.0
"""Seconds that an editor may take to tell its settings."""


class Workspaces:
    """Settings by folder; the nearest folder above a draft counts, and ``None`` stands for everywhere else."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._base = Settings()
        self._settings: dict[Path | None, Settings] = {None: self._base}
        self._faults: list[str] = []

    def of(self, path: Path | None) -> Settings:
        """The settings for a draft."""
        nearest = next((parent for parent in (path.parents if path else ()) if parent in self._settings), None)
        return self._settings[nearest]

    @property
    def folders(self) -> list[Path]:
        """The folders that are open."""
        uris = [*self.server.workspace.folders]
        if not uris and self.server.workspace.root_uri:
            uris = [self.server.workspace.root_uri]
        return [Path(path) for uri in uris if (path := to_fs_path(uri))]

    def begun(self, params: types.InitializeParams) -> None:
        first = next(iter(self.folders), None)
        self._base, self._faults = Settings().with_given(params.initialization_options, first)
        self._settings = {None: self._base}

    def registrations(self) -> list[types.Registration]:
        """What to ask the editor for, so that it tells of other settings."""
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        if not get_capability(self.server.client_capabilities, "workspace.did_change_configuration.dynamic_registration", False):
            return []
        return [types.Registration("newslint-settings", method, {"section": SECTION})]

    async def ask(self) -> None:
        """Ask the editor what it has set, where it can be asked, and lint anew if that is something else."""
        if not get_capability(self.server.client_capabilities, "workspace.configuration", False):
            self.server.telling.complain(SECTION, self._faults)
            return
        folders: list[Path | None] = [None, *self.folders]
        items = [types.ConfigurationItem(folder.as_uri() if folder else None, SECTION) for folder in folders]
        asked = self.server.workspace_configuration_async(types.ConfigurationParams(items))
        try:
            given = await asyncio.wait_for(asked, PATIENCE)
        except Exception as fault:  # whatever it answers, drafts are linted by what we know
            self.server.telling.log(f"the editor did not tell its settings: {type(fault).__name__}: {fault}")
            given = ()
        self._take(dict(zip(folders, given or (), strict=False)))

    async def configured(self, params: types.DidChangeConfigurationParams) -> None:
        """The editor has other settings; one that can be asked is, since what it sends may be for everywhere."""
        if get_capability(self.server.client_capabilities, "workspace.configuration", False):
            await self.ask()
        else:
            self._take({None: params.settings})

    async def folders_changed(self, _: types.DidChangeWorkspaceFoldersParams) -> None:
        await self.ask()

    def _take(self, given: dict[Path | None, Any]) -> None:
        faults = dict.fromkeys(self._faults)
        settings: dict[Path | None, Settings] = {None: self._base}
        for folder, values in given.items():
            settings[folder], wrong = self._base.with_given(values, folder)
            faults |= dict.fromkeys(wrong)
        self.server.telling.complain(SECTION, faults)
        old, self._settings = self._settings, settings
        if any(old.get(folder, old[None]) != new for folder, new in settings.items()) or not old.keys() <= settings.keys():
            self.server.reset()

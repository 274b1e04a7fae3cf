"""What the editor at the other end can do, as far as our answers hang on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lsprotocol.types import ClientCapabilities, MarkupKind

_ASKED = {
    "versions": "workspace.workspace_edit.document_changes",
    "snippets": "workspace.workspace_edit.snippet_edit_support",
    "shows": "window.show_document.support",
    "nested": "text_document.document_symbol.hierarchical_document_symbol_support",
    "lens_again": "workspace.code_lens.refresh_support",
    "hints_again": "workspace.inlay_hint.refresh_support",
}
"""Where a client says so; what it does not say, it cannot."""


@dataclass(frozen=True)
class Client:
    """``versions``: edits name the version of the draft they fit. ``snippets``: the caret goes where something must
    be written. ``shows``: it opens a place that we name. ``resolves``: an action's edit may come later. ``markdown``:
    hovers may be marked up. ``nested``: symbols may hold symbols. ``lens_again`` and ``hints_again``: it asks anew
    when told that lenses or hints have changed."""

    versions: bool = False
    snippets: bool = False
    shows: bool = False
    resolves: bool = False
    markdown: bool = False
    nested: bool = False
    lens_again: bool = False
    hints_again: bool = False

    @classmethod
    def of(cls, told: ClientCapabilities) -> Client:
        action = "text_document.code_action"
        later = (_at(told, f"{action}.resolve_support.properties") or ()) if _at(told, f"{action}.data_support") else ()
        formats = _at(told, "text_document.hover.content_format") or ()
        return cls(
            resolves="edit" in later,
            markdown=MarkupKind.Markdown in formats,
            **{name: bool(_at(told, path)) for name, path in _ASKED.items()},
        )


def _at(told: Any, path: str) -> Any:
    for name in path.split("."):
        told = getattr(told, name, None)
    return told

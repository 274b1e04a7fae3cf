"""The sources that a draft names in its front matter, as links to their files."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import DocumentLink

from newslint.lsp.view import View
from newslint.mentions import Block
from newslint.spans import Span


def links(view: View) -> list[DocumentLink]:
    """One for each name of a source's file in the front matter."""
    text = view.buffer.text
    front = next((block.span for block in view.draft.all(Block) if block.kind == "front-matter"), None)
    return [*_links(view, text, front)] if front else []


def _links(view: View, text: str, front: Span) -> Iterator[DocumentLink]:
    home = view.buffer.path.parent
    for source in view.outcome.dossier.sources:
        path = source.doc.path
        if path is None:
            continue
        names = {path.name, str(path)} | ({path.relative_to(home).as_posix()} if path.is_relative_to(home) else set())
        for name in sorted(names, key=len, reverse=True):
            at = text.find(name, front.start, front.end)
            if at >= 0:
                yield DocumentLink(
                    view.range(Span(at, at + len(name))), path.absolute().as_uri(), tooltip=f"the source {source.id}"
                )
                break

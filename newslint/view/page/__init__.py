"""What all pages share: one file that needs nothing else, no network, and only the style and script inside it.

``base.css`` and ``base.js`` are in every page; each page adds its own, which stand beside them in this folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint import __version__
from newslint.view.markup import escaped, policy

_FOLDER = Path(__file__).parent


def page(look: str, names: Sequence[str], what: str, *, header: str, body: str, style: str = "", skip: str = "draft-1") -> str:
    """A whole page.

    ``look`` names the style and the script it adds to the shared ones, ``names`` are those of its drafts, ``what``
    says what it shows of them. ``header`` stands under the title, ``body`` holds the landmarks, ``style`` is added
    to the style; ``skip`` is the id of the text.
    """
    style = _text("base.css") + _text(f"{look}.css") + style
    script = _text("base.js") + _text(f"{look}.js")
    title = f"{escaped(names[0])}{f' and {len(names) - 1} more' if len(names) > 1 else ''}"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">
<meta name="generator" content="newslint {__version__}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}: {what}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#{skip}">To the text</a>
<header>
<h1>{title}</h1>
<button type="button" class="theme" hidden>◐ auto</button>
{header}
</header>
{body}
<script>{script}</script>
</body>
</html>
"""


def drafts(names: Sequence[str], notes: Sequence[str] = ()) -> str:
    """The way to each draft of a page that has several; ``notes`` are put behind their names."""
    if len(names) < 2:
        return ""
    told = notes or [""] * len(names)
    links = "".join(
        f'<li><a href="#draft-{at}">{escaped(name)}</a> {escaped(note)}</li>'
        for at, (name, note) in enumerate(zip(names, told, strict=True), 1)
    )
    return f'<nav class="drafts" aria-label="Drafts"><ol>{links}</ol></nav>\n'


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")

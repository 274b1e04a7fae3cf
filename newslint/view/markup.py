"""What every page is made with: words as text, names that may stand in markup, and a door that lets nothing in."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from newslint.view.readable import readable


def policy(style: str, script: str) -> str:
    """Nothing may be loaded, and nothing run or applied but these two."""
    allowed = (("style-src", style), ("script-src", script))
    hashed = "; ".join(f"{kind} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for kind, text in allowed)
    return f"default-src 'none'; {hashed}; base-uri 'none'; form-action 'none'"


def ident(word: str) -> str:
    """A word that may stand in a class, an id and a style rule."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in word)


def escaped(words: str) -> str:
    """Words as text: no markup, whatever is in them."""
    return escape(readable(words)).replace("\r", "&#13;")

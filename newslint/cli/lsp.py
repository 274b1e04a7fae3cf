"""``newslint lsp``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.cli.setup import Linters
from newslint.errors import UsageError


def lsp(args: argparse.Namespace) -> int:
    """Speak the protocol until the client leaves; 0 if it took its leave as the protocol says."""
    place = _address(args.tcp) if args.tcp else None

    from newslint.lsp.serve import serve

    def linters(changes: Mapping[str, Any], held: Mapping[Path, str]) -> Linters:
        return Linters(argparse.Namespace(**{**vars(args), **changes}), held=held)

    return serve(linters, place)


def _address(words: str) -> tuple[str, int]:
    host, _, port = words.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise UsageError(f"--tcp takes HOST:PORT, not {words!r}")
    return host or "127.0.0.1", int(port)

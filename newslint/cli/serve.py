"""``newslint lsp``."""

from __future__ import annotations

import argparse
from functools import partial

from newslint.cli.setup import Linters
from newslint.errors import UsageError


def lsp(args: argparse.Namespace) -> int:
    place = _address(args.tcp) if args.tcp else None

    from newslint.lsp.server import serve

    serve(partial(Linters, args), place)
    return 0


def _address(words: str) -> tuple[str, int]:
    host, _, port = words.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise UsageError(f"--tcp takes HOST:PORT, not {words!r}")
    return host or "127.0.0.1", int(port)

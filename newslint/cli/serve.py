"""``newslint lsp``."""

from __future__ import annotations

import argparse
from functools import partial

from newslint.cli.setup import Linters
from newslint.errors import UsageError


def lsp(args: argparse.Namespace) -> int:
    from newslint.lsp.server import serve

    linters = partial(Linters, args)
    if not args.tcp:
        serve(linters)
        return 0
    host, _, port = args.tcp.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise UsageError(f"--tcp takes HOST:PORT, not {args.tcp!r}")
    serve(linters, tcp=(host or "127.0.0.1", int(port)))
    return 0

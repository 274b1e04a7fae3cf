"""``newslint lsp``."""

from __future__ import annotations

import argparse

from newslint.errors import UsageError


def lsp(args: argparse.Namespace) -> int:
    from newslint.lsp.server import serve

    if not args.tcp:
        serve(args)
        return 0
    host, _, port = args.tcp.rpartition(":")
    if not port.isdigit():
        raise UsageError(f"--tcp takes HOST:PORT, not {args.tcp!r}")
    serve(args, tcp=(host or "127.0.0.1", int(port)))
    return 0

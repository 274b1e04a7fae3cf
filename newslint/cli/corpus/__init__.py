"""``newslint corpus``."""

from __future__ import annotations

import argparse

from newslint.errors import UsageError

NEEDED = ("distributed", "fastwarc", "fsspec", "pyarrow")


def corpus(args: argparse.Namespace) -> int:
    """The verb that was asked for."""
    if args.verb in ("index", "search"):  # of folders and JSON lines, without another package
        from newslint.cli.corpus import index

        return index.index(args) if args.verb == "index" else index.find(args)
    refuse_without_extra()
    if args.verb == "summary":
        from newslint.cli.corpus.summary import summary

        return summary(args)
    from newslint.cli.corpus.run import run

    return run(args)


def refuse_without_extra() -> None:
    """Say what is to be installed, where it is not."""
    from importlib.util import find_spec

    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise UsageError(f"'newslint corpus' needs more packages ({', '.join(missing)}): pip install 'newslint[corpus]'")

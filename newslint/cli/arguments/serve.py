"""The words of ``newslint serve``."""

from __future__ import annotations

import argparse

from newslint.cli.arguments.shared import Parser, count, some

EPILOG = """\
One process a user, on a socket that nobody else can use; newslint asks it when it is there, and goes on alone
when it is not, or does not answer. It ends by itself when nothing was asked for a while, or newslint is another.
'serve: auto' in the configuration starts one when it is missing; 'serve: off', or NEWSLINT_SERVE=off, uses none.
"""


def serve(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser(
        "serve",
        help="keep a warm process for this user, so that the next run is soon done",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sub.add_argument("what", nargs="?", choices=("start", "status", "stop"), default="start", help="(default: start)")
    sub.add_argument(
        "--foreground", action="store_true", help="stay here, as systemd and launchd want it, and log on standard error"
    )
    sub.add_argument("--idle", type=count, default=30, metavar="MINUTES", help="how long to wait for a request (default: 30)")
    sub.add_argument("--workers", type=some, metavar="N", help="answer N requests at once (default: one a CPU, at most 8)")
    sub.add_argument("--format", choices=("text", "json"), default="text", help="of the status (default: text)")
    sub.add_argument("-v", "--verbose", action="store_true", help="log each request, without its words")

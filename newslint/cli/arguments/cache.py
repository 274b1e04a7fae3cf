"""The words of ``newslint cache``."""

from __future__ import annotations

import argparse

from newslint.cli.arguments.shared import Parser

EPILOG = """\
Kept are answers to whole command lines, outcomes of drafts and what the language model made of paragraphs; places and
numbers, never words of a draft. NEWSLINT_CACHE_DIR names another folder, NEWSLINT_CACHE_SIZE another bound (64M, 1G);
'--no-cache' keeps one run out of it, 'cache: false' in the configuration all runs of a desk.
"""


def cache(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser(
        "cache",
        help="what is kept from one run for the next: how much, of what use; and throw it away",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sub.add_argument("what", nargs="?", choices=("status", "clear"), default="status", help="(default: status)")
    sub.add_argument("--format", choices=("text", "json"), default="text", help="of the status (default: text)")

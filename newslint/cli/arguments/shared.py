"""What several commands take: drafts, sources, a configuration; and how a word is read."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

EPILOG = """\
exit status: 0 nothing found, 1 findings, 2 something to mend in what was given
(a file, an option, a rule file), 3 a fault of newslint itself
"""

MOST_JOBS = 256
"""Processes; each takes some ten megabytes of its own."""

COLOR = "in colour or not (default: at a terminal, unless NO_COLOR is set)"


class Parser(argparse.ArgumentParser):
    """One that says what is wrong as every other complaint is said.

    While it is being made it tries whether each argument can be shown, and asks for the width of the terminal each time,
    which imports every kind of archive: it asks only when it is to be shown.
    """

    _shown = False

    def _get_formatter(self) -> argparse.HelpFormatter:
        return super()._get_formatter() if self._shown else self.formatter_class(prog=self.prog, width=80)  # type: ignore[call-arg]

    def format_help(self) -> str:
        self._shown = True
        return super().format_help()

    def format_usage(self) -> str:
        self._shown = True
        return super().format_usage()

    def error(self, message: str) -> None:  # type: ignore[override]
        from newslint.errors import UsageError

        raise UsageError(f"{message} (see '{self.prog} --help')")


def drafts(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("files", nargs="*", metavar="FILE", help="drafts, folders of drafts, globs, or - for standard input")
    sub.add_argument(
        "--stdin-display-name",
        metavar="NAME",
        default="stdin.txt",
        help="what to call standard input; its ending says the format",
    )
    sub.add_argument("--batch", metavar="FILE.jsonl", help="documents in JSON lines, one answer a line; - for standard input")
    sub.add_argument("--exclude", action="append", type=comma, metavar="PATTERNS", help="files and folders to leave out")
    configuration(sub)


def against(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("sources and time frame")
    group.add_argument("--source", action="append", metavar="FILE|URL", help="a source the draft must agree with (repeatable)")
    if sub.prog.endswith("check"):
        group.add_argument("--require-sources", action="store_true", help="refuse a draft that names no source (exit status 2)")
    group.add_argument("--sources-dir", type=path, metavar="DIR", help="a folder of sources")
    group.add_argument("--sources", type=path, metavar="FILE.yml", help="a manifest of sources")
    group.add_argument(
        "--archive",
        action="append",
        type=path,
        metavar="DIR|INDEX",
        help="earlier stories of the house, a folder or an index ('corpus index'); the nearest are compared",
    )
    web = group.add_mutually_exclusive_group()
    web.add_argument("--fetch", action="store_true", help="fetch sources named by URL, and the links of a draft, unless kept")
    web.add_argument("--refetch", action="store_true", help="the same, and fetch anew what was kept")
    group.add_argument(
        "--published", type=day, metavar="YYYY-MM-DD", help="the day of publication, which 'on Friday' is read from"
    )
    group.add_argument("--facts", action="append", type=path, metavar="FILE.yml", help="a table of house facts (repeatable)")


def configuration(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("configuration")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--config", type=path, metavar="FILE", help="use this configuration file")
    either.add_argument("--isolated", action="store_true", help="use no configuration file")
    group.add_argument(
        "--no-plugins", action="store_true", help="run no code but our own: leave out plugins, installed and configured"
    )


def comma(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def path(word: str) -> Path:
    if not word:
        raise argparse.ArgumentTypeError("a name, not ''")
    return Path(word)


def count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 9:
        raise argparse.ArgumentTypeError(f"0 or more, not {word!r}")
    return int(word)


def some(word: str) -> int:
    if not count(word):
        raise argparse.ArgumentTypeError("1 or more, not '0'")
    return int(word)


def jobs(word: str) -> int | None:
    """A number of processes; None for as many as pay."""
    if word == "auto":
        return None
    if not word.isascii() or not word.isdigit() or not 0 < int(word[:5]) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"auto, or a number from 1 to {MOST_JOBS}, not {word!r}")
    return int(word)


def day(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a date such as 2025-08-15, not {word!r}") from None

"""Writes ``docs/newslint.1``, the manual page, from the words of the command line: ``python scripts/manpage.py``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from newslint import __version__
from newslint.cli.arguments import parser

PAGE = Path(__file__).parents[1] / "docs" / "newslint.1"

Rows = tuple[tuple[str, str], ...]

EXIT: Rows = (
    ("0", "Nothing was found at the severity of --fail-on or above."),
    ("1", "Something was found; with --diff, something would be changed."),
    ("2", "Something is to be mended in what was given: an option, a file, a rule. The other files were linted."),
    ("3", "A fault of newslint itself. The other files and rules ran."),
    ("130", "Interrupted."),
)
FILES: Rows = (
    (".newslint.yaml", "The configuration: the nearest one above each draft; [tool.newslint] in pyproject.toml does as well."),
    ("draft.sources.yml", "The manifest of the sources of draft.txt, beside it."),
    ("draft.sources/", "A folder of sources of draft.txt, beside it."),
    (".newslint-confirmed.yml", "What the desk has confirmed, who did and when."),
    ("~/.cache/newslint/kept", "What is kept from one run for the next; it may be thrown away (newslint cache clear)."),
    ("$XDG_RUNTIME_DIR/newslint", "The socket, lock and log of a warm process (newslint serve)."),
)
ENVIRONMENT: Rows = (
    ("NO_COLOR", "If set and not empty, no colour, unless --color says always."),
    ("FORCE_COLOR", "If set and not empty, colour where there is no terminal, too."),
    ("TERM", "Where it is dumb: no colour, no bar."),
    ("COLUMNS", "How wide reports for a terminal are."),
    ("NEWSLINT_CACHE_DIR", "Another folder for what is kept from one run for the next, and for pages that were fetched."),
    ("NEWSLINT_CACHE_SIZE", "How much is kept there at most: bytes, or as in 64M or 1G (default: 64M)."),
    ("NEWSLINT_RUNTIME_DIR", "Another folder for the socket of a warm process."),
    ("NEWSLINT_SERVE", "If off, no warm process is asked or started."),
    ("NEWSLINT_PLUGINS", "If off, no installed plugin is loaded; else the entry points to load, by comma."),
    ("GITHUB_WORKSPACE, CI_PROJECT_DIR", "The folder that reports for GitHub and GitLab name files from."),
)
EXAMPLES: Rows = (
    ("newslint draft.txt", "Check a draft, alone and against the sources that lie beside it."),
    ("newslint draft.txt --source report.pdf --source wire.txt", "Check it against these."),
    ("newslint sources draft.txt", "What each of its sentences rests on."),
    ("newslint explain N201", "Why, and examples of what is reported and what is not."),
    ("newslint --fix draft.txt", "Make the changes that change no fact."),
    ("newslint --format sarif --output-file newslint.sarif stories/", "A report for code scanning."),
)


def page() -> str:
    """The page in the language of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    top = parser("rules")
    yield '.\\" Written by scripts/manpage.py from the command line; change that.'
    yield f'.TH NEWSLINT 1 "" "newslint {__version__}" "User Commands"'
    yield ".SH NAME\nnewslint \\- check drafts for consistency, alone and against their sources"
    yield ".SH SYNOPSIS\n.B newslint\n.RI [ COMMAND ]\n.RI [ OPTION \\~.\\|.\\|.]\\&\n.RI [ FILE \\~.\\|.\\|.]"
    yield ".SH DESCRIPTION"
    yield _text(f"{top.description} A finding is a line: its file, line and column, the code of the rule, what is wrong.")
    yield ".PP\n" + _text("Without a command, newslint checks. Nothing is fetched from the web unless --fetch is given.")
    yield ".SH COMMANDS"
    yield from _commands(top, "newslint")
    for title, rows in (("EXIT STATUS", EXIT), ("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXAMPLES", EXAMPLES)):
        yield f".SH {title}"
        for what, words in rows:
            yield f".TP\n.B {_text(what)}\n{_text(words)}"


def _commands(top: argparse.ArgumentParser, name: str) -> Iterator[str]:
    """Every command with its options, those with verbs verb by verb."""
    subs = next((action for action in top._actions if isinstance(action, argparse._SubParsersAction)), None)
    for choice in subs._choices_actions if subs else ():
        sub = subs.choices[choice.dest] if subs else top
        yield f".SS {name} {choice.dest}\n{_text(_sentence(choice.help or ''))}"
        for group in sub._action_groups:
            actions = [one for one in group._group_actions if one.help != argparse.SUPPRESS and one.dest not in ("help", "verb")]
            if actions and group.title not in ("positional arguments", "options"):
                yield f".PP\n{_text(_sentence(group.title or ''))[:-1]}:"
            for action in actions:
                yield f".TP\n{_named(action)}\n{_text(_sentence(action.help or ''))}"
        yield from _commands(sub, f"{name} {choice.dest}")


def _named(action: argparse.Action) -> str:
    """``--format NAME`` with what is typed in bold, what is put in in italics."""
    value = action.metavar or ("|".join(action.choices) if action.choices else action.dest.upper())
    if not action.option_strings:
        return rf"\fI{_text(str(value))}\fR"
    flags = ", ".join(rf"\fB{_text(flag)}\fR" for flag in action.option_strings)
    return flags if action.nargs == 0 else rf"{flags} \fI{_text(str(value))}\fR"


def _sentence(words: str) -> str:
    first = words[:1] if any(letter.isdigit() for letter in words.split(",")[0]) else words[:1].upper()
    return first + words[1:] + ("" if words.endswith((".", "...")) else ".")


def _text(words: str) -> str:
    """Words of the page's own language escaped, at the beginning of a line too."""
    words = re.sub(r"[\\-]", lambda found: "\\e" if found[0] == "\\" else "\\-", " ".join(words.split()))
    return rf"\&{words}" if words.startswith((".", "'")) else words


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""The words of ``newslint check``."""

from __future__ import annotations

import argparse

from newslint.cli.arguments.shared import COLOR, EPILOG, Parser, against, comma, count, drafts, jobs, path

SELECTING = {
    "--select": "only these (default: all that the profile has)",
    "--ignore": "all but these",
    "--extend-select": "these too",
    "--extend-ignore": "not these either",
}


def check(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser(
        "check", help="lint drafts (the default)", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    drafts(sub)
    against(sub)
    choice = sub.add_argument_group("which rules (prefixes of codes or rule ids, by comma; the longest that fits decides)")
    for flag, words in SELECTING.items():
        choice.add_argument(flag, action="append", type=comma, metavar="CODES", help=words)
    choice.add_argument("--per-file-ignores", action="append", metavar="PATTERN:CODES", help="leave rules out on some files")
    choice.add_argument("--profile", choices=("desk", "wire", "strict", "features"), help="what to lint for (default: desk)")
    choice.add_argument("--min-severity", choices=("error", "warning", "info"), help="hide what is less grave (default: warning)")
    choice.add_argument("--min-confidence", choices=("high", "medium", "low"), help="hide what is less sure (default: medium)")
    choice.add_argument(
        "--fail-on", choices=("error", "warning", "info"), help="exit status 1 from this severity on (default: warning)"
    )
    sub.add_argument(
        "-j",
        "--jobs",
        type=jobs,
        metavar="N",
        help="processes that look at drafts: a number, or auto, as many as pay (the default)",
    )
    _known(sub)
    choice.add_argument("--quick", action="store_true", help="leave out rules that need the language model, as a commit hook may")
    fixes = sub.add_argument_group("fixes")
    either = fixes.add_mutually_exclusive_group()
    either.add_argument("--fix", action="store_true", help="put safe fixes into the drafts; - is written to standard output")
    either.add_argument("--diff", action="store_true", help="print what --fix would change; exit status 1 if anything would")
    fixes.add_argument("--show-fixes", action="store_true", help="list the fixes, on standard error")
    report = sub.add_argument_group("report")
    report.add_argument(
        "--format",
        metavar="NAME",
        help="flake8, terminal, html, json, jsonl, sarif, junit, github, gitlab, lsp, or a plugin's "
        "(default: terminal at a terminal, else flake8)",
    )
    report.add_argument("--output-file", type=path, metavar="FILE", help="write the report there")
    report.add_argument(
        "--annotate", type=path, metavar="FILE", help="write the draft there, a .docx or .odt, with the findings as comments"
    )
    report.add_argument("--show-source", action="store_true", help="show the line under each finding")
    report.add_argument("--explain", action="store_true", help="show the sentences and the grounds that each finding rests on")
    report.add_argument(
        "--every",
        action="store_true",
        help="show also what a graver finding speaks for, such as each figure of a passage without source",
    )
    report.add_argument(
        "--max-per-rule",
        type=count,
        metavar="N",
        help="tell N findings of a rule, of the rest the lines; 0 for all (default: 3)",
    )
    report.add_argument("--no-cache", action="store_true", help="do all of it anew, and keep nothing of it for the next run")
    report.add_argument(
        "--timing",
        action="store_true",
        help="say on standard error where the time went: the dearest rules and layers; one process, and nothing kept",
    )
    report.add_argument("--statistics", action="store_true", help="count the findings of each code")
    report.add_argument("--count", action="store_true", help="print how many findings there are")
    report.add_argument("--exit-zero", action="store_true", help="exit status 0 even when there are findings")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)
    report.add_argument("-q", "--quiet", action="store_true", help="only the names of files with findings")
    report.add_argument("-v", "--verbose", action="store_true", help="say which files, rules and settings are used")


def _known(sub: argparse.ArgumentParser) -> None:
    known = sub.add_argument_group("what is known already")
    known.add_argument(
        "--by-source", action="store_true", help="for a source or a manifest among FILES, check the drafts that rest on it"
    )
    known.add_argument("--baseline", type=path, metavar="FILE", help="tell only what is not in this file of earlier findings")
    known.add_argument("--update-baseline", action="store_true", help="write into it what is found now")
    known.add_argument(
        "--diff-from",
        metavar="GIT_REF",
        help="only findings in paragraphs new since this commit ('main...': since it was left)",
    )

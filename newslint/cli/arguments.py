"""The words of the command line, with flake8's and ruff's meaning where they have one."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

COMMANDS = ("check", "sources", "inspect", "explain", "rules", "plugins", "doctor", "lsp", "completions")

EPILOG = """\
exit status: 0 nothing found, 1 findings, 2 something to mend in what was given
(a file, an option, a rule file), 3 a fault of newslint itself
"""

SAVED = """\
bash: newslint completions bash > ~/.local/share/bash-completion/completions/newslint
zsh:  newslint completions zsh > ~/.zfunc/_newslint, with fpath+=~/.zfunc before compinit in ~/.zshrc
fish: newslint completions fish > ~/.config/fish/completions/newslint.fish
"""

SELECTING = {
    "--select": "only these (default: all that the profile has)",
    "--ignore": "all but these",
    "--extend-select": "these too",
    "--extend-ignore": "not these either",
}

COLOR = "in colour or not (default: at a terminal, unless NO_COLOR is set)"


def parser(command: str = "") -> argparse.ArgumentParser:
    """The whole of it, but for the verbs of ``rules``, which cost a run of another command its time."""
    top = _Parser(
        prog="newslint",
        description="Check drafts for consistency: numbers, dates, quotations and attribution, alone and against their sources.",
        epilog="'newslint draft.txt' is short for 'newslint check draft.txt'; see 'newslint check --help'.\n\n" + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and leave")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _check(commands)
    _sources(commands)
    _inspect(commands)
    _explain(commands)
    _rules(commands, verbs=command == "rules")
    plugins = commands.add_parser("plugins", help="what is loaded, and what each plugin added")
    doctor = commands.add_parser("doctor", help="versions, the model, rule files: what is missing and how to mend it")
    lsp = commands.add_parser("lsp", help="language server for editors, on standard input and output")
    lsp.add_argument("--tcp", metavar="HOST:PORT", help="listen there instead, for debugging")
    lsp.add_argument("--stdio", action="store_true", help="standard input and output, which is the default; editors say so")
    lsp.add_argument("--clientProcessId", metavar="PID", help=argparse.SUPPRESS)  # some clients say it; the protocol does too
    completions = commands.add_parser("completions", help="what a shell completes, to be saved where it looks", epilog=SAVED)
    completions.formatter_class = argparse.RawDescriptionHelpFormatter
    completions.add_argument("shell", choices=("bash", "zsh", "fish"), help="which one it is for")
    for sub in (plugins, doctor, lsp, completions):
        _configuration(sub)
    return top


def parsed(words: list[str]) -> argparse.Namespace:
    """The words of a command line; drafts may stand among the options, which argparse takes in one piece alone."""
    top = parser(words[0] if words else "")
    args, rest = top.parse_known_args(words)
    for at, word in enumerate(rest):
        if word == "--" and "files" in args:
            args.files += rest[at + 1 :]
            break
        if "files" not in args or (word.startswith("-") and word != "-"):
            _refuse(top, args.command, word, rest)
        args.files.append(word)
    return args


def _refuse(top: argparse.ArgumentParser, command: str, word: str, rest: list[str]) -> None:
    """Say which option was meant by a word that is none."""
    from newslint.typedyaml import closest

    subs = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    named = subs.choices[command]
    known = [one[2:] for one in named._option_string_actions if one.startswith("--")]
    close = closest(word.lstrip("-").partition("=")[0], known)
    named.error(f"unrecognized arguments: {' '.join(rest)}" + (f"; did you mean --{close}?" if close else ""))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        from newslint.errors import UsageError

        raise UsageError(f"{message} (see '{self.prog} --help')")


def _check(commands: argparse._SubParsersAction[_Parser]) -> None:
    sub = commands.add_parser(
        "check", help="lint drafts (the default)", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    _drafts(sub)
    _against(sub)
    choice = sub.add_argument_group("which rules (prefixes of codes or rule ids, by comma; the longest that fits decides)")
    for flag, words in SELECTING.items():
        choice.add_argument(flag, action="append", type=_comma, metavar="CODES", help=words)
    choice.add_argument("--per-file-ignores", action="append", metavar="PATTERN:CODES", help="leave rules out on some files")
    choice.add_argument("--profile", choices=("desk", "wire", "strict", "features"), help="what to lint for (default: desk)")
    choice.add_argument("--min-severity", choices=("error", "warning", "info"), help="hide what is less grave (default: warning)")
    choice.add_argument("--min-confidence", choices=("high", "medium", "low"), help="hide what is less sure (default: medium)")
    choice.add_argument(
        "--fail-on", choices=("error", "warning", "info"), help="exit status 1 from this severity on (default: warning)"
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
    report.add_argument("--output-file", type=_path, metavar="FILE", help="write the report there")
    report.add_argument(
        "--annotate", type=_path, metavar="FILE", help="write the draft there, a .docx or .odt, with the findings as comments"
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
        type=_count,
        metavar="N",
        help="tell N findings of a rule, of the rest the lines; 0 for all (default: 3)",
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
    known.add_argument("--baseline", type=_path, metavar="FILE", help="tell only what is not in this file of earlier findings")
    known.add_argument("--update-baseline", action="store_true", help="write into it what is found now")
    known.add_argument(
        "--diff-from",
        metavar="GIT_REF",
        help="only findings in paragraphs new since this commit ('main...': since it was left)",
    )


def _sources(commands: argparse._SubParsersAction[_Parser]) -> None:
    sub = commands.add_parser("sources", help="what is behind each sentence of a draft: passages, what differs, what is missing")
    _drafts(sub)
    _against(sub)
    report = sub.add_argument_group("report")
    report.add_argument(
        "--format",
        choices=("text", "terminal", "json", "html"),
        help="lines, colours, an object a draft, or one page with draft and sources side by side "
        "(default: terminal at a terminal, else text)",
    )
    report.add_argument(
        "--only", action="append", type=_comma, metavar="VERDICTS", help="only these sentences, by comma: differs,unsupported"
    )
    report.add_argument("--every", action="store_true", help="every passage and every piece of each sentence, in text order")
    report.add_argument("--output-file", type=_path, metavar="FILE", help="write it there")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)


def _inspect(commands: argparse._SubParsersAction[_Parser]) -> None:
    sub = commands.add_parser("inspect", help="what the linter sees: blocks, sentences, dates, quantities, quotes, names ...")
    _drafts(sub)
    sub.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day of publication")
    sub.add_argument(
        "--layers", action="append", type=_comma, metavar="NAMES", help="only these, by comma: dates,quotes (default: all)"
    )
    report = sub.add_argument_group("report")
    report.add_argument(
        "--format",
        choices=("text", "terminal", "json", "html"),
        help="a line a thing, the draft with its marks, or one page of it (default: terminal at a terminal, else text)",
    )
    report.add_argument("--text", action="store_true", help="print the text that is read, without its markup")
    report.add_argument("--output-file", type=_path, metavar="FILE", help="write it there")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)


def _explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    sub = commands.add_parser("explain", help="a rule: why, examples, options")
    sub.add_argument("rule", metavar="CODE|ID", help="such as N201 or number-differs-from-source")
    _configuration(sub)


def _rules(commands: argparse._SubParsersAction[_Parser], *, verbs: bool) -> None:
    sub = commands.add_parser("rules", help="list the rules, write one, try one on real stories, run their examples, print them")
    if verbs:
        _verbs(sub.add_subparsers(dest="verb", metavar="list|new|test|try|docs|schema", required=True, parser_class=_Parser))


def _verbs(verbs: argparse._SubParsersAction[_Parser]) -> None:
    listing = verbs.add_parser("list", help="every rule: code, severity, what it needs, how it fared, title")
    listing.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="how (default: text)")
    test = verbs.add_parser("test", help="run the examples of rule files")
    test.add_argument("paths", nargs="*", type=_path, metavar="FILE|FOLDER", help="rule files, tables of facts (default: all)")
    docs = verbs.add_parser("docs", help="write the manual: a page a rule and an index")
    docs.add_argument("--out", type=_path, default=Path("docs/rules"), metavar="FOLDER", help="where (default: docs/rules)")
    for verb in (listing, docs):
        verb.add_argument("--select", action="append", type=_comma, metavar="CODES", help="only these, by comma: prefixes or ids")
    schema = verbs.add_parser("schema", help="JSON Schema of rule files and configurations, for editors")
    schema.add_argument("which", nargs="?", choices=("rule", "config"), help="print this one (default: write both)")
    schema.add_argument("--out", type=_path, default=Path("schemas"), metavar="FOLDER", help="where (default: schemas)")
    for verb in (docs, schema):
        verb.add_argument("--check", action="store_true", help="write nothing; exit status 1 if it is out of date")
    for verb in (listing, test, docs, schema, _rules_try(verbs), _rules_new(verbs)):
        _configuration(verb)


def _rules_try(verbs: argparse._SubParsersAction[_Parser]) -> _Parser:
    verb = verbs.add_parser("try", help="how often a rule speaks on real stories, and what it says there")
    verb.add_argument("rule", metavar="CODE|ID|FILE", help="a rule, or its file; one that is a draft or switched off too")
    verb.add_argument(
        "--on", nargs="+", required=True, metavar="FOLDER|GLOB|FILE", help="stories: texts, folders, globs, batches (.jsonl)"
    )
    verb.add_argument("--sample", type=_count, default=20, metavar="N", help="show N of its findings, by chance (default: 20)")
    verb.add_argument("--seed", type=int, default=1, metavar="N", help="another draw")
    verb.add_argument(
        "--min-confidence",
        choices=("high", "medium", "low"),
        default="medium",
        help="only what is at least as sure (default: medium)",
    )
    verb.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)
    return verb


def _rules_new(verbs: argparse._SubParsersAction[_Parser]) -> _Parser:
    verb = verbs.add_parser("new", help="write a rule: asks at a terminal, else takes it from these options")
    verb.add_argument("path", nargs="?", type=_path, metavar="FILE|FOLDER", help="where (default: the first rules-path)")
    verb.add_argument("--check", metavar="NAME", help="what finds it (default: prefer with --prefer, else pattern)")
    verb.add_argument("--id", metavar="ID", help="its name: small letters and hyphens (default: from the title)")
    verb.add_argument("--code", metavar="CODE", help="such as W901 (default: the next that is free)")
    verb.add_argument("--title", metavar="TEXT", help="what is wrong, in a few words")
    verb.add_argument("--words", action="append", metavar="WORDS", help="words or a phrase that should not be there (repeatable)")
    verb.add_argument("--prefer", action="append", metavar="WORDS", help="better ones, in the same order (repeatable)")
    verb.add_argument("--message", metavar="TEXT", help="what is said; {found} stands for the words found")
    verb.add_argument("--why", metavar="TEXT", help="why it matters")
    verb.add_argument("--severity", choices=("error", "warning", "info"), help="how grave it is (default: warning)")
    verb.add_argument("--bad", action="append", metavar="TEXT", help="a sentence where it is wrong (repeatable)")
    verb.add_argument("--good", action="append", metavar="TEXT", help="a sentence where it is right (repeatable; two are needed)")
    return verb


def _drafts(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("files", nargs="*", metavar="FILE", help="drafts, folders of drafts, globs, or - for standard input")
    sub.add_argument(
        "--stdin-display-name",
        metavar="NAME",
        default="stdin.txt",
        help="what to call standard input; its ending says the format",
    )
    sub.add_argument("--batch", metavar="FILE.jsonl", help="documents in JSON lines, one answer a line; - for standard input")
    sub.add_argument("--exclude", action="append", type=_comma, metavar="PATTERNS", help="files and folders to leave out")
    _configuration(sub)


def _against(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("sources and time frame")
    group.add_argument("--source", action="append", metavar="FILE|URL", help="a source the draft must agree with (repeatable)")
    if sub.prog.endswith("check"):
        group.add_argument("--require-sources", action="store_true", help="refuse a draft that names no source (exit status 2)")
    group.add_argument("--sources-dir", type=_path, metavar="DIR", help="a folder of sources")
    group.add_argument("--sources", type=_path, metavar="FILE.yml", help="a manifest of sources")
    group.add_argument(
        "--archive", action="append", type=_path, metavar="DIR", help="earlier stories of the house; the nearest are compared"
    )
    web = group.add_mutually_exclusive_group()
    web.add_argument("--fetch", action="store_true", help="fetch sources named by URL, and the links of a draft, unless kept")
    web.add_argument("--refetch", action="store_true", help="the same, and fetch anew what was kept")
    group.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="the day of publication, which 'on Friday' is read from"
    )
    group.add_argument("--facts", action="append", type=_path, metavar="FILE.yml", help="a table of house facts (repeatable)")


def _configuration(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("configuration")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--config", type=_path, metavar="FILE", help="use this configuration file")
    either.add_argument("--isolated", action="store_true", help="use no configuration file")
    group.add_argument("--no-plugins", action="store_true", help="leave out installed plugins")


def _comma(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _path(word: str) -> Path:
    if not word:
        raise argparse.ArgumentTypeError("a name, not ''")
    return Path(word)


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 9:
        raise argparse.ArgumentTypeError(f"0 or more, not {word!r}")
    return int(word)


def _day(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a date such as 2025-08-15, not {word!r}") from None

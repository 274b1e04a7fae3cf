"""The words of the command line, with flake8's and ruff's meaning where they have one."""

from __future__ import annotations

import argparse

from newslint.cli.arguments.cache import cache
from newslint.cli.arguments.check import check
from newslint.cli.arguments.serve import serve
from newslint.cli.arguments.shared import COLOR, EPILOG, Parser, against, comma, configuration, day, drafts, path

COMMANDS = (
    *("check", "sources", "inspect", "explain", "rules", "plugins", "doctor", "lsp", "serve", "cache", "corpus"),
    "completions",
)

SAVED = """\
bash: newslint completions bash > ~/.local/share/bash-completion/completions/newslint
zsh:  newslint completions zsh > ~/.zfunc/_newslint, with fpath+=~/.zfunc before compinit in ~/.zshrc
fish: newslint completions fish > ~/.config/fish/completions/newslint.fish
"""


def parser(command: str = "", *, alone: bool = False) -> argparse.ArgumentParser:
    """The whole of it, but for the verbs of ``rules``, which are made where that is the command; of a command ``alone``
    what a run of it needs, as each takes its time."""
    top = Parser(
        prog="newslint",
        description="Check drafts for consistency: numbers, dates, quotations and attribution, alone and against their sources.",
        epilog="'newslint draft.txt' is short for 'newslint check draft.txt'; see 'newslint check --help'.\n\n" + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and leave")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name in [command] if alone and command in COMMANDS else COMMANDS:
        if name == "rules":
            _rules(commands, verbs=command == "rules")
        elif name == "corpus":
            from newslint.cli.arguments.corpus import corpus

            corpus(commands, verbs=command in ("corpus", "rules"))
        else:
            _ADDED[name](commands)
    return top


def parsed(words: list[str]) -> argparse.Namespace:
    """The words of a command line; drafts may stand among the options, which argparse takes in one piece alone."""
    top = parser(words[0] if words else "", alone=True)
    args, rest = top.parse_known_args(words)
    for at, word in enumerate(rest):
        if word == "--" and "files" in args:
            args.files += rest[at + 1 :]
            break
        if "files" not in args or (word.startswith("-") and word != "-"):
            _refuse(_meant(top, args), word, rest)
        args.files.append(word)
    return args


def _meant(top: argparse.ArgumentParser, args: argparse.Namespace) -> argparse.ArgumentParser:
    """The parser of the command that was given, or of its verb."""
    for name in (args.command, getattr(args, "verb", None)):
        subs = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
        top = subs[0].choices[name] if subs and name else top
    return top


def _refuse(meant: argparse.ArgumentParser, word: str, rest: list[str]) -> None:
    """Say which option was meant by a word that is none."""
    from newslint.typedyaml import closest

    known = [one[2:] for one in meant._option_string_actions if one.startswith("--")]
    close = closest(word.lstrip("-").partition("=")[0], known)
    meant.error(f"unrecognized arguments: {' '.join(rest)}" + (f"; did you mean --{close}?" if close else ""))


def _sources(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser("sources", help="what is behind each sentence of a draft: passages, what differs, what is missing")
    drafts(sub)
    against(sub)
    report = sub.add_argument_group("report")
    report.add_argument(
        "--format",
        choices=("text", "terminal", "json", "html"),
        help="lines, colours, an object a draft, or one page with draft and sources side by side "
        "(default: terminal at a terminal, else text)",
    )
    report.add_argument(
        "--only", action="append", type=comma, metavar="VERDICTS", help="only these sentences, by comma: differs,unsupported"
    )
    report.add_argument("--every", action="store_true", help="every passage and every piece of each sentence, in text order")
    report.add_argument("--output-file", type=path, metavar="FILE", help="write it there")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)


def _inspect(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser("inspect", help="what the linter sees: blocks, sentences, dates, quantities, quotes, names ...")
    drafts(sub)
    sub.add_argument("--published", type=day, metavar="YYYY-MM-DD", help="the day of publication")
    sub.add_argument(
        "--layers", action="append", type=comma, metavar="NAMES", help="only these, by comma: dates,quotes (default: all)"
    )
    report = sub.add_argument_group("report")
    report.add_argument(
        "--format",
        choices=("text", "terminal", "json", "html"),
        help="a line a thing, the draft with its marks, or one page of it (default: terminal at a terminal, else text)",
    )
    report.add_argument("--text", action="store_true", help="print the text that is read, without its markup")
    report.add_argument("--output-file", type=path, metavar="FILE", help="write it there")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=COLOR)


def _explain(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser("explain", help="a rule: why, examples, options")
    sub.add_argument("rule", metavar="CODE|ID", help="such as N201 or number-differs-from-source")
    configuration(sub)


def _rules(commands: argparse._SubParsersAction[Parser], *, verbs: bool) -> None:
    sub = commands.add_parser("rules", help="list the rules, write one, try one on real stories, run their examples, print them")
    if verbs:
        from newslint.cli.arguments.rules import verbs_of

        verbs_of(sub.add_subparsers(dest="verb", metavar="list|new|test|try|docs|schema", required=True, parser_class=Parser))


def _plugins(commands: argparse._SubParsersAction[Parser]) -> None:
    configuration(commands.add_parser("plugins", help="what is loaded, and what each plugin added"))


def _doctor(commands: argparse._SubParsersAction[Parser]) -> None:
    configuration(commands.add_parser("doctor", help="versions, the model, rule files: what is missing and how to mend it"))


def _lsp(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser("lsp", help="language server for editors, on standard input and output")
    sub.add_argument("--tcp", metavar="HOST:PORT", help="listen there instead, for debugging")
    sub.add_argument("--stdio", action="store_true", help="standard input and output, which is the default; editors say so")
    sub.add_argument("--clientProcessId", metavar="PID", help=argparse.SUPPRESS)  # some clients say it; the protocol does too
    configuration(sub)


def _completions(commands: argparse._SubParsersAction[Parser]) -> None:
    sub = commands.add_parser("completions", help="what a shell completes, to be saved where it looks", epilog=SAVED)
    sub.formatter_class = argparse.RawDescriptionHelpFormatter
    sub.add_argument("shell", choices=("bash", "zsh", "fish"), help="which one it is for")
    configuration(sub)


_ADDED = {
    "check": check,
    "sources": _sources,
    "inspect": _inspect,
    "explain": _explain,
    "plugins": _plugins,
    "doctor": _doctor,
    "lsp": _lsp,
    "serve": serve,
    "cache": cache,
    "completions": _completions,
}

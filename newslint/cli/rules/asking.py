"""What an editor is asked about a new rule, at a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from newslint.errors import UsageError

Check = Callable[[str], str]
"""What is wrong with an answer; empty where nothing is."""


def at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "", *, wrong: Check = lambda answer: "", needed: bool = True) -> str:
    """One line of an answer; asked again where it is missing, or wrong and not insisted on."""
    last = None
    while True:
        print(question + (f" [{default}]" if default else ""))
        try:
            answer = " ".join(input("> ").split()) or default
        except EOFError:
            print()
            raise UsageError("no rule was written") from None
        if not answer and needed:
            continue
        fault = wrong(answer) if answer else ""
        if not fault or answer == last:
            return answer
        print(f"{fault}\n(Give the same again to keep it.)")
        last = answer


def ask_about(args: argparse.Namespace) -> None:
    """Fill in what the command line does not say of the rule itself."""
    args.title = args.title or ask("What is wrong? A title of a few words, such as: A loaded word in our own voice")
    if not args.check and not args.words:
        args.words = _several("Which words or phrase should not be there?", "Another? (Enter for none)")
    if args.words and not args.prefer and args.check in (None, "prefer"):
        args.prefer = _better(args.words, needed=args.check == "prefer")
    args.why = args.why or ask("Why does it matter? A sentence that a reporter would nod at.")
    args.severity = args.severity or ask(
        "How grave is it: error, warning or info?", "warning", wrong=lambda answer: _one_of(answer, ("error", "warning", "info"))
    )


def _several(first: str, then: str) -> list[str]:
    answers = [ask(first)]
    while answer := ask(then, needed=False):
        answers.append(answer)
    return answers


def _better(words: list[str], *, needed: bool) -> list[str]:
    """Better words for each, "?" where there are none; empty where there are none for any."""
    found = [ask(f"Better words for “{one}”? (Enter for none)", needed=needed) for one in words]
    return [one or "?" for one in found] if any(found) else []


def _one_of(answer: str, allowed: tuple[str, ...]) -> str:
    return "" if answer in allowed else f"It is one of {', '.join(allowed)}."

"""``newslint rules new``: a rule file from an editor's answers, its examples marked by the rule itself."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import MISSING, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint import schema
from newslint.builtin import newslint_rule_files
from newslint.cli.rules import testing
from newslint.cli.rules.asking import ask, ask_about, at_terminal
from newslint.cli.rules.draft import LONGEST, SCHEMA, Draft, named, next_code, scalar
from newslint.cli.setup import Linters
from newslint.docs import words_of
from newslint.errors import InputError, UsageError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.paths import is_there
from newslint.rule import Check, Example, Rule
from newslint.rulefile import Head, heads
from newslint.testing import Trial, mended
from newslint.typedyaml import nearest

DRAFT_ALONE, AGAINST_SOURCES, DESKS = 101, 201, 901
"""The first code of a family in newslint itself, and of a desk: theirs do not meet."""

NEAR = (
    "A sentence where it is right: the nearest innocent one you can think of.",
    "Another one, such as a quotation, or the same words in another sense.",
)


def run(args: argparse.Namespace) -> int:
    linters = Linters(args)
    linter = linters.of(Path())
    folder, file = _place(args.path, linter)
    complete = args.title and args.why and (args.words or args.check) and args.bad and args.good
    asked = at_terminal() and not complete
    if asked:
        ask_about(args)
    _refuse_what_is_no_text(args)
    if not args.title:
        raise UsageError("a rule needs a --title; at a terminal 'newslint rules new' asks for everything")
    draft = _draft(args, linter, folder, file)
    path = folder / f"{draft.id}.yaml"
    if is_there(path):
        raise UsageError(f"{path} is there already; give the rule another --id")
    rule = _provisional(draft, linter)
    _add_examples(draft, rule, linter, args, asked=asked)
    _write(path, draft, linter)
    print(f"{path} written")
    status = _proved(path, linters, linter)
    if not status:
        _enlisted(folder, linter, asked=asked)
        print(f"next: see what it says of your own stories: newslint rules try {path} --on FOLDER")
    return status


def _place(path: Path | None, linter: Linter) -> tuple[Path, str]:
    """The folder for the rule, and its id where a file is named."""
    if path and path.suffix in (".yaml", ".yml"):
        return path.parent, path.stem
    return path or next(iter(linter.config.rules_path), Path("desk-rules")), ""


def _draft(args: argparse.Namespace, linter: Linter, folder: Path, file: str) -> Draft:
    """The rule without its examples."""
    name = args.check or ("prefer" if args.prefer else "pattern")
    if name not in linter.checks:
        raise UsageError(f"no check is called {name!r}{nearest(name, linter.checks)}")
    check = linter.checks[name]
    beside = [head for head in heads([folder]) if head.id] if folder.is_dir() else []
    taken = {head.id: head.code for head in (*linter.heads, *beside) if head.id}
    first = DESKS if not _is_ours(folder) else AGAINST_SOURCES if check.compares() else DRAFT_ALONE
    code = args.code or next_code(_family(name, folder, linter), taken.values(), first)
    id_ = file or args.id or named(args.title, taken)
    _refuse_what_is_taken(id_, code, folder, [*linter.heads, *beside])
    draft = Draft(
        id=id_, code=code, title=args.title, check=name, message=_message(args, check),
        severity=args.severity or "warning", why=args.why or "", options=_options(args, check),
    )  # fmt: skip
    words = words_of(check) if name not in ("pattern", "prefer") else {}
    draft.unset = tuple(f"{key}: {said}" for key, said in words.items() if key not in draft.options)
    return draft


def _refuse_what_is_no_text(args: argparse.Namespace) -> None:
    for name, given in vars(args).items():
        for words in given if isinstance(given, list) else (given,):
            if isinstance(words, str) and any("\ud800" <= letter <= "\udfff" for letter in words):
                raise UsageError(f"--{name} is not UTF-8 text")
    if args.title is not None and not args.title.strip():
        raise UsageError("--title is empty")


def _refuse_what_is_taken(id_: str, code: str, folder: Path, known: Iterable[Head]) -> None:
    """Refuse the id or code of a rule that there is; that the very file is there is said better."""
    if len(id_) > LONGEST:
        raise UsageError(f"an id has {LONGEST} letters at most; give the rule a shorter --id")
    for head in known:
        if head.path.resolve() == (folder / f"{id_}.yaml").resolve():
            continue
        for word, option in ((id_, "--id"), (code, "--code")):
            if word in (head.id, head.code):
                raise UsageError(f"{word} is already taken by {head.path}; give the rule another {option}")


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder of the rules that ship."""
    return any(folder.resolve().is_relative_to(ours.resolve()) for ours in newslint_rule_files())


def _family(check: str, folder: Path, linter: Linter) -> str:
    """The letter of the rules with this check, or of those in this folder; wording where there are none."""
    near = [head.code[0] for head in linter.heads if head.code and head.path.parent.resolve() == folder.resolve()]
    wording = check in ("pattern", "prefer")
    alike = [] if wording else [rule.code[0] for rule in linter.rules if rule.check.name == check]
    return next((letters.most_common(1)[0][0] for letters in map(Counter, (alike, near)) if letters), "W")


def _message(args: argparse.Namespace, check: type[Check]) -> str | dict[str, str]:
    title = args.title[0].lower() + args.title[1:] if args.title[1:2].islower() or args.title[1:2] == " " else args.title
    said = args.message or ("{advice}." if check.name == "prefer" else f"“{{found}}”: {title}.")
    return said if set(check.cases) == {"default"} else dict.fromkeys(sorted(check.cases), said)


def _options(args: argparse.Namespace, check: type[Check]) -> dict[str, list[str] | dict[str, str] | str]:
    words, better = args.words or [], args.prefer or []
    if check.name == "prefer":
        if len(words) != len(better):
            raise UsageError(f"{len(words)} --words and {len(better)} --prefer; each needs its own")
        for word, other in zip(words, better, strict=True):
            if word.split() == other.split():
                raise UsageError(f"--prefer {other!r} is what --words says; give other words")
        return {"words": dict(zip(words, better, strict=True))}
    if better:
        raise UsageError("--prefer goes with the check 'prefer'")
    needed = {field.name for field in fields(check) if field.default is MISSING and field.default_factory is MISSING}
    empty: dict[str, list[str] | dict[str, str] | str] = {name.replace("_", "-"): [] for name in sorted(needed)}
    if words and "phrases" not in {field.name for field in fields(check)}:
        raise UsageError(f"the check {check.name!r} takes no --words")
    return empty | ({"phrases": words} if words else {})


def _provisional(draft: Draft, linter: Linter) -> Rule:
    """The rule as far as it goes, to be tried on its examples."""
    why, draft.why = draft.why, draft.why or "To be said."
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{draft.id}.yaml"
        path.write_text(draft.text(), encoding="utf-8")
        try:
            return linter.rule_in(path)
        except InputError as fault:
            raise UsageError(fault.message) from None
        finally:
            draft.why = why


def _add_examples(draft: Draft, rule: Rule, linter: Linter, args: argparse.Namespace, *, asked: bool) -> None:
    """The sentences that were given or are asked for, those that are wrong with their marks and what is said of them."""

    def found(text: str) -> Outcome:
        return Trial.of(Example(bad=text), text, linter).outcome(rule)

    def silent(text: str) -> str:
        return "" if "<<" in text or found(text).findings else "The rule finds nothing in this sentence."

    def loud(text: str) -> str:
        return "".join(f"The rule finds “{one.span.of(text)}” in it." for one in found(text).findings[:1])

    bad, good = [*(args.bad or ())], [*(args.good or ())]
    if asked:
        bad = bad or [ask("A sentence where it is wrong.", wrong=silent)]
        if not good:
            near = "A sentence where it is right: the nearest innocent one you can think of."
            good = [
                ask(near, wrong=loud),
                ask("Another one, such as a quotation, or the same words in another sense.", wrong=loud),
            ]
    for text in bad:
        draft.examples.append({"bad": text} if "<<" in text else _marked(text, found(text), rule, linter))
    draft.examples += [{"good": text} for text in good]


def _marked(text: str, outcome: Outcome, rule: Rule, linter: Linter) -> dict[str, str | list[str]]:
    """A wrong sentence with marks round what was found there, what is said of it, and what its fix makes of it."""
    marked = text
    for finding in reversed(outcome.findings):
        start, end = finding.span.start, finding.span.end
        marked = f"{marked[:start]}<<{marked[start:end]}>>{marked[end:]}"
    said = [finding.message for finding in outcome.findings]
    example: dict[str, str | list[str]] = {"bad": marked}
    if said:
        example["says"] = said[0] if len(said) == 1 else said
    if any(finding.fix for finding in outcome.findings):
        example["fixed"] = mended(rule, Example(bad=text), outcome, linter).text
    return example


def _write(path: Path, draft: Draft, linter: Linter) -> None:
    """The file, and the schema beside it by which editors complete it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shipped, beside = schema.FOLDER / SCHEMA, path.parent / SCHEMA
        if _is_ours(path.parent):
            beside = Path(os.path.relpath(shipped, path.parent.resolve()))
        elif not beside.exists():
            beside.write_text(schema.texts(linter.checks, linter.rules)[SCHEMA], encoding="utf-8")
        with path.open("x", encoding="utf-8") as file:
            file.write(draft.text(beside.name if beside.parent == path.parent else beside.as_posix()))
    except OSError as fault:
        raise InputError(f"cannot be written: {fault.strerror}", path=path) from None


def _proved(path: Path, linters: Linters, linter: Linter) -> int:
    """Its examples run, and what to do next."""
    try:
        rules = [linter.rule_in(path)]
    except InputError as fault:
        linters.complain(fault)
        rules = []
    status = testing.tested(rules, linters, linter, tables=[])
    if status:
        print(f"next: mend {path}, then: newslint rules test {path}")
    return status


def _enlisted(folder: Path, linter: Linter, *, asked: bool) -> None:
    """See to it, or say, that the configuration names the folder."""
    if _is_ours(folder) or any(folder.resolve().is_relative_to(known.resolve()) for known in linter.config.rules_path):
        return
    line, file = f"rules-path: [{scalar(str(folder))}]", Path(".newslint.yaml")
    may_write = asked and not linter.config.path and not file.exists()
    if may_write and ask(f"It runs once {file} has the line: {line}. Write that file? yes or no", "yes").startswith("y"):
        file.write_text(line + "\n", encoding="utf-8")
        print(f"{file} written")
    else:
        print(f"next: it runs once {linter.config.path or file} has the line: {line}")

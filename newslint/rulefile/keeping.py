"""Rule files that are as they were when they were read last: what was read then is taken from the shelf."""

from __future__ import annotations

from _blake2 import blake2b
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newslint.errors import RuleFileError
from newslint.kept import shelf
from newslint.rule import Check, Rule
from newslint.rulefile.heads import NONE, Files, Head, files, looked


def heads(paths: Iterable[Path]) -> list[Head]:
    """The rule files among these files and folders, in their order: what came first keeps its id and code."""
    found, store = files(paths), shelf.shared()
    key = blake2b("\0".join(map(str, found)).encode(errors="surrogateescape"), digest_size=16).hexdigest()
    if (known := store.get("heads", key)) is not None:
        return [Head(path, *names) for path, names in zip(found, known, strict=True)]
    states = shelf.states_of(found)
    made = looked(found)
    store.put("heads", key, tuple((head.id, head.code) for head in made), states)
    return made


def unique(
    found: Iterable[Head], checks: Mapping[str, type[Check]], among: Files = NONE
) -> Iterator[tuple[Head, Rule | RuleFileError]]:
    """Each rule, or what is wrong with its file; an id or code is the first file's that has it."""
    taken: dict[str, Path] = {}
    for head in found:
        if twice := next((key for key in (head.id, head.code) if key in taken), None):
            yield head, RuleFileError(f"{twice} is already taken by {taken[twice]}", path=head.path)
            continue
        try:
            rule = kept(head.path, checks, among)
        except RuleFileError as problem:
            yield head, problem
        else:
            taken |= {rule.id: head.path, rule.code: head.path}
            yield head, rule


def kept(path: Path, checks: Mapping[str, type[Check]], among: Files = NONE) -> Rule:
    """What ``load`` gives; raises RuleFileError as it does."""
    store = shelf.shared()
    if (known := store.get("rule", path)) is not None:
        rule: Rule = known[0]
        if all(among.get(id_) == file for id_, file in known[1].items()):
            return rule
    from newslint.rulefile.loading import load

    states = shelf.states_of([path])
    rule = older = load(path, checks, among)
    parents: dict[str, Path] = {}
    while older.extends:  # each of them can be read, since the rule could
        parents[older.extends] = among[older.extends]
        older = kept(among[older.extends], checks, among)
    store.put("rule", path, (rule, parents), states + shelf.states_of([*parents.values()]))
    return rule

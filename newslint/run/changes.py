"""What has changed in a draft since a commit of git: paragraphs whose words it did not have then."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from newslint.document import Document
from newslint.errors import InputError, UsageError
from newslint.kept.regexes import compiled
from newslint.keys import plain
from newslint.mentions import Block, Ignore
from newslint.paths import real
from newslint.spans import Span

Parse = Callable[[Path, bytes], Document]

_OF_THE_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells a hook of its own repository, which need not be that of the draft."""
_REFUSED = compiled(r"git config --global --add safe\.directory .+")
"""What git advises where it refuses a repository."""


class Changes:
    """The changes since ``ref``; ``ref...`` is the commit at which this branch left that one, as in ``git diff``."""

    def __init__(self, ref: str) -> None:
        bare = ref.removesuffix("...")
        if not bare or bare.startswith("-"):
            raise UsageError(f"--diff-from: {ref!r} is no name of a commit; give a branch, a tag or a hash")
        if ".." in bare:
            first = bare.partition("..")[0] or "main"
            raise UsageError(
                f"--diff-from: {ref!r} is a range; give {first!r}, or {first + '...'!r} for where this branch left it"
            )
        self.ref = ref
        self._commit = cache(self._named)
        self._renamed = cache(_renamed)

    def of(self, draft: Document, parse: Parse) -> Sequence[Span] | None:
        """The paragraphs and ignore comments that are new or changed; None for a draft that is new as a whole.

        A paragraph that moved, or whose lines break elsewhere, has not changed. Raises InputError for a draft that lies
        in no repository, UsageError where there is no git or no such commit.
        """
        path = real(draft.path or Path(draft.name))
        nowhere = "lies in no git repository; leave out --diff-from"
        root = Path(_git(path.parent, "rev-parse", "--show-toplevel", wrong=nowhere, path=draft.path or draft.name))
        commit, name = self._commit(root), path.relative_to(real(root)).as_posix()
        before = _content(root, commit, name)
        if before is None and (old := self._renamed(root, commit).get(name)):
            before = _content(root, commit, old)
        return None if before is None else list(_new(draft, parse(path, before)))

    def _named(self, root: Path) -> str:
        ref = self.ref.removesuffix("...")
        wrong = f"--diff-from: no commit is called {ref!r} in {root}; is it fetched? (in CI, fetch the whole history)"
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", wrong=wrong)
        if ref == self.ref:
            return commit
        apart = f"--diff-from: {ref!r} and this branch have no commit in common; is it fetched? (in CI, fetch the whole history)"
        return _git(root, "merge-base", commit, "HEAD", wrong=apart)


def _new(draft: Document, before: Document) -> Sequence[Span]:
    old = Counter(plain(block.span.of(before.text)) for block in before.all(Block))
    old.update(plain(ignore.span.of(before.text)) for ignore in before.all(Ignore))
    new = []
    for part in (*draft.all(Block), *draft.all(Ignore)):
        words = plain(part.span.of(draft.text))
        old[words] -= 1
        if old[words] < 0:
            new.append(part.span)
    return new


def _content(root: Path, commit: str, name: str) -> bytes | None:
    """The bytes of a file in a commit, as they were checked out; None where it had none of that name."""
    done = _run(root, "cat-file", "--filters", f"{commit}:{name}")
    return done.stdout if done.returncode == 0 else None


def _renamed(root: Path, commit: str) -> dict[str, str]:
    """The old names, by the new, of files that were moved since."""
    words = _run(root, "diff", "--name-status", "-z", "-M", "--diff-filter=R", commit).stdout.split(b"\0")
    names = [os.fsdecode(word) for word in words]
    return {names[at + 2]: names[at + 1] for at in range(0, len(names) - 2, 3)}


def _git(folder: Path, *words: str, wrong: str, path: Path | str | None = None) -> str:
    """What git answers, on one line; ``wrong`` is raised where it does not know."""
    done = _run(folder, *words)
    if done.returncode:
        if refused := _REFUSED.search(os.fsdecode(done.stderr)):
            raise UsageError(f"--diff-from: git does not trust a repository that belongs to another user; say: {refused[0]}")
        raise InputError(wrong, path=path) if path else UsageError(wrong)
    return os.fsdecode(done.stdout).rstrip("\r\n")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_THE_HOOK} | {"LC_ALL": "C"}
    try:
        return subprocess.run(["git", "-C", str(folder), *words], env=environment, capture_output=True, check=False)
    except OSError:
        raise UsageError("--diff-from needs git, which is not installed here") from None

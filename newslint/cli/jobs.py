"""``--jobs``: the drafts of a command line looked at by several processes, and told as one would have told them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.cli.drafts import gathered
from newslint.cli.fix import Mender
from newslint.cli.setup import Linters
from newslint.document import Dossier
from newslint.errors import InputError, UsageError
from newslint.linter import Linter
from newslint.paths import is_file, real
from newslint.read import EXTRACTED
from newslint.run import files
from newslint.run.mending import Looked, looked

if TYPE_CHECKING:
    from newslint.run.parallel import Piece

SHARE = 24_000
"""Bytes of drafts from which on a process pays: half a second's work."""

SPAWNED_SHARE = 400_000
"""The same where a process has to begin from nothing, and to load a language model of its own."""

MOST_TEXT = 20_000
"""Bytes of text that a file has which is mostly pictures, typefaces and layout."""


class Lost(Exception):  # noqa: N818  it is what became of a draft
    """A draft at which two processes have ended; the text says how."""


class Draft(NamedTuple):
    """A draft with the linter for it, and what was wrong with its sources; ``look`` looks at it, or fetches what another
    process has seen, and raises as ``Linter.check`` does, or Lost."""

    linter: Linter
    dossier: Dossier
    problems: list[InputError]
    look: Callable[[], Looked]


@dataclass
class _Read:
    """A draft that was read before its turn, or what went wrong then; ``later`` is what is to be said when its turn comes."""

    later: list[Callable[[], None]] = field(default_factory=list)
    draft: tuple[Linter, Dossier, list[InputError]] | None = None
    fault: Exception | None = None


@dataclass(frozen=True)
class Work:
    """Looks at drafts that another process has read."""

    args: argparse.Namespace
    mend: bool
    linters: Linters

    def __call__(self, payload: bytes) -> bytes:
        """What came of this draft, or what is wrong with it; nothing where the other side had better look itself."""
        import pickle

        from newslint.run import handed

        try:
            name, texts = pickle.loads(payload)
            with self.linters.ahead():  # the other side has said it
                linter = self.linters.of(Path(name))
            dossier = handed.received(texts, linter)
            seen = looked(self.linters.cache.check, linter, dossier, mend=self.mend, again=self.args.fix)
            return b"+" + handed.looked(seen)
        except InputError as fault:
            return b"-" + pickle.dumps(fault)
        except Exception:
            return b""

    def __reduce__(self) -> tuple[Any, ...]:
        return _begun, (self.args, self.mend)


def _begun(args: argparse.Namespace, mend: bool) -> Work:
    """The same work in a process that was not forked."""
    return Work(args, mend, Linters(args))


def drafts(args: argparse.Namespace, linters: Linters, mender: Mender) -> Iterator[Draft]:
    """Each draft that can be read, in its turn; looked at by as many processes as were asked for, or as pay."""
    number = 1 if "-" in args.files or args.annotate or linters.kept else args.jobs or paying(args.files)
    if number > 1:
        yield from _together(args, linters, mender, number)
        return
    for linter, dossier, problems in gathered(args, linters, may_be_empty=True):
        yield Draft(linter, dossier, problems, partial(_look, linter, dossier, mender))


def paying(words: list[str]) -> int:
    """How many processes pay for these drafts, by their size: none begins for less than half a second's work."""
    if len(words) == 1 and is_file(Path(words[0])):
        return 1
    from newslint.run.parallel import METHOD, processors

    most, share = processors(), SHARE if METHOD == "fork" else SPAWNED_SHARE
    number = size = 0
    with suppress(UsageError):  # said when its turn comes
        for path in files.drafts(words) if most > 1 else ():
            if isinstance(path, Path):
                number += 1
                size += _weight(path)
            if number >= most and size >= most * share:
                break
    return max(1, min(most, number, size // share))


def _weight(path: Path) -> int:
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        return 0
    return min(size, MOST_TEXT) if path.suffix.lower() in EXTRACTED else size


def _together(args: argparse.Namespace, linters: Linters, mender: Mender, number: int) -> Iterator[Draft]:
    from newslint.run.parallel import Pool

    work = Work(args, mender.wanted, linters)
    pool = Pool(work, number, prepare=partial(prepared, linters))
    for piece in pool.done(_pieces(args, linters, mender)):
        read = piece.item
        if read.draft and mender.saved & _paths(read.draft[1]):  # mended since it was read
            for linter, dossier, problems in gathered(_alone(args, read.draft[1]), linters, may_be_empty=True):
                yield Draft(linter, dossier, problems, partial(_look, linter, dossier, mender))
            continue
        for say in read.later:
            say()
        if read.fault:
            raise read.fault
        if read.draft:
            yield Draft(*read.draft, partial(_fetched, piece, mender))


def _pieces(args: argparse.Namespace, linters: Linters, mender: Mender) -> Iterator[Piece[_Read]]:
    """The drafts as they are read, and what is to be said of those that cannot be."""
    from newslint.run.parallel import Piece

    source = gathered(args, linters, may_be_empty=True)
    more = True
    while more:
        read = _Read()
        with linters.ahead() as read.later:
            try:
                read.draft = next(source, None)
            except Exception as fault:
                read.fault = fault
        more = read.draft is not None
        yield Piece(read, _payload(linters, mender, *read.draft[:2]) if read.draft else None)


def _payload(linters: Linters, mender: Mender, linter: Linter, dossier: Dossier) -> bytes | None:
    """What is sent of a draft; nothing for one that is sooner looked at here, since what was found in it is kept."""
    if not mender.wanted and linters.cache.has(linter, dossier):
        return None
    import pickle

    from newslint.run import handed

    try:
        return pickle.dumps((dossier.draft.name, handed.dossier(dossier)))
    except Exception:  # a plugin's reader has put something into it that stays where it is
        return None


def _fetched(piece: Piece[_Read], mender: Mender) -> Looked:
    import pickle

    from newslint.run import handed

    assert piece.item.draft
    linter, dossier, _ = piece.item.draft
    if piece.fault:
        raise Lost(piece.fault)
    result = piece.result or b""
    if result[:1] == b"-":
        raise pickle.loads(result[1:])
    return handed.told(result[1:], linter, dossier) if result else _look(linter, dossier, mender)


def _look(linter: Linter, dossier: Dossier, mender: Mender) -> Looked:
    return looked(mender.linters.cache.check, linter, dossier, mend=mender.wanted, again=mender.args.fix)


def prepared(linters: Linters) -> None:
    """Have everything in memory that processes can share."""
    from newslint.run.keeping import freeze, load_model, needs_model

    for linter in linters.made:
        if needs_model(linter):
            load_model(linter)
    freeze()


def _paths(dossier: Dossier) -> set[Path]:
    return {real(doc.path) for doc in (dossier.draft, *(source.doc for source in dossier.sources)) if doc.path}


def _alone(args: argparse.Namespace, dossier: Dossier) -> argparse.Namespace:
    return argparse.Namespace(**{**vars(args), "files": [dossier.draft.name]})

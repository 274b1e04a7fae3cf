"""What can go wrong that is not newslint's own fault.

NewslintError                 a person can mend this; exit status 2, never a traceback
├── InputError                a file that cannot be read or makes no sense: path, line, column
│   ├── ConfigError           a configuration file or option
│   ├── RuleFileError         a rule file
│   ├── SourceError           a source that a draft names
│   └── Note                  what is worth knowing of a file that was read: said, and no fault of the user's
│       └── LinkError         a page that a draft links to and that could not be read
├── FetchError                a page that was not fetched
└── UsageError                words on the command line

Everything else that is raised is a fault of newslint: a traceback and exit status 3.
"""

from __future__ import annotations

import errno
import unicodedata
from pathlib import Path

_ODD = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters that end a line, turn it round or change a terminal's colours."""


def one_line(words: str) -> str:
    """The words with what would break or garble a line written as Python writes it: ``\\n``, ``\\x1b``."""
    return "".join(repr(letter)[1:-1] if unicodedata.category(letter) in _ODD else letter for letter in words)


_UNWRITTEN = frozenset((errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF, errno.EIO))


def unwritten(fault: Exception) -> bool:
    """Whether a standard stream could not be written to: its disk is full, it is closed, or its reader has left."""
    return isinstance(fault, OSError) and fault.filename is None and fault.errno in _UNWRITTEN


class NewslintError(Exception):
    """A fault that the user can mend; its text says how, in one line."""

    def __str__(self) -> str:
        return one_line(super().__str__())


class UsageError(NewslintError):
    """Command-line words that do not fit together."""


class InputError(NewslintError):
    """A file that cannot be read or makes no sense; prints as ``path:line:column: what is wrong``.

    ``others`` are further faults of the same file, so that all can be mended at once.
    """

    def __init__(
        self, message: str, *, path: Path | str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.message, self.path, self.line, self.column = message, path, line, column
        self.others: tuple[InputError, ...] = ()
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)

    @property
    def every(self) -> tuple[InputError, ...]:
        """The fault itself, and what else is wrong with the same file."""
        return (self, *self.others)


class ConfigError(InputError):
    """A configuration that cannot be followed."""


class RuleFileError(InputError):
    """A rule file that cannot be used."""


class SourceError(InputError):
    """A source that cannot be read."""


class Note(InputError):  # noqa: N818  it is no fault
    """What is worth knowing of a file that was read all the same; said, and the exit status stays as it is."""


class LinkError(Note):
    """A page that a draft links to and that could not be read; said, and the exit status stays as it is."""


class FetchError(NewslintError):
    """A page that was not fetched; its text says why."""

"""What is linted by: settings and limits, and a stamp of all that findings hang on, by which machines know that they agree."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import newslint
from newslint.config import Config
from newslint.errors import NewslintError
from newslint.linter import Linter

HERE = Path(newslint.__file__).parent

_FREE = frozenset({"places", "path", "cache", "cache_dir", "fail_on", "exclude"})
"""Settings on which no finding of an archive hangs."""

_VERSIONS = frozenset({"newslint", "Python", "spaCy"})
"""Parts of a stamp that say something to a person."""


class WorkerError(NewslintError):
    """A worker that cannot lint this archive as the client would; its text names the machine."""


@dataclass(frozen=True)
class Limits:
    """What one document may take, before its process is ended: ``seconds`` of computing for 100,000 characters or less,
    by the clock four times as long; ``memory`` in MB.

    A document that comes to nothing is tried again ``retries`` times; a process is renewed after ``renewed`` documents.
    """

    seconds: float = 60
    memory: int = 2048
    retries: int = 2
    renewed: int = 5000


@dataclass(frozen=True)
class Job:
    """All that a worker must know but the documents; it pickles."""

    config: Config
    third_party: bool = True
    limits: Limits = field(default_factory=Limits)
    stamp: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, linter: Linter, *, third_party: bool = True, limits: Limits | None = None, today: dt.date | None = None) -> Job:
        """The job of linting as this linter does, all on the same day."""
        day = linter.config.today or today or dt.date.today()
        # what lies about on a worker's disk says nothing of a document of the archive
        config = replace(linter.config, today=day, places={}, isolated=True, baseline=None, cache=False)
        return cls(config, third_party, limits or Limits(), dict(stamp(linter)))

    @property
    def token(self) -> str:
        """The same where the same documents give the same findings and failures."""
        return _digest(repr((self.settings, sorted(self.stamp.items()))).encode())

    @property
    def settings(self) -> str:
        """A digest of all that was chosen."""
        own = [(one.name, repr(getattr(self.config, one.name))) for one in fields(self.config) if one.name not in _FREE]
        limits = (self.limits.seconds, self.limits.memory, self.limits.retries)
        return _digest(repr((own, self.third_party, limits)).encode())


def stamp(linter: Linter) -> Iterator[tuple[str, str]]:
    """What findings hang on beside the settings: versions, and the contents of files, by what a person calls them."""
    from importlib.metadata import version

    from newslint import nlp

    yield "newslint", newslint.__version__
    yield "Python", f"{sys.version_info.major}.{sys.version_info.minor}"
    yield "spaCy", version("spacy")
    yield "the code of newslint", _of_files(sorted(HERE.rglob("*.py")), HERE)
    yield "the language model", _model(nlp.installed(linter.config.nlp.model))
    for head in linter.heads:
        yield f"rule {head.id or head.path.name}", _of_files([head.path])
    for path in (*linter.config.facts, *linter.config.plugins, *([linter.config.confirmed] if linter.config.confirmed else [])):
        yield str(path), _of_files(sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path])
    for name, plugin in linter.manager.list_name_plugin():
        file = getattr(plugin, "__file__", None)
        if file and name != "builtin":
            yield f"plugin {name}", _of_files([Path(file)])


def unlike(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """In what two stamps differ, in a few words; empty where they are the same."""
    names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    said = _VERSIONS & theirs.keys()
    told = [f"{name} is {theirs[name]}, here {ours[name]}" if name in said else name for name in names[:3]]
    return ", ".join(told) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _model(name: str) -> str:
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else folder
    return _of_files(sorted(folder.rglob("meta.json")))


def _of_files(paths: Iterable[Path], under: Path | None = None) -> str:
    digest = blake2b(digest_size=16)
    for path in paths:
        digest.update(f"{path.relative_to(under).as_posix() if under else path.name}\0".encode("utf-8", "surrogateescape"))
        try:
            digest.update(path.read_bytes())
        except OSError:
            digest.update(b"unread")
    return digest.hexdigest()


def _digest(words: bytes) -> str:
    return blake2b(words, digest_size=16).hexdigest()

"""``newslint doctor``: what newslint stands on, and how to mend what is missing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from importlib.util import cache_from_source, find_spec
from pathlib import Path

import newslint
from newslint.checks.readability import NLTK_DATA
from newslint.errors import NewslintError
from newslint.kept.regexes import compiled
from newslint.linter import Linter
from newslint.nlp import installed

MODEL_HASHES = Path(__file__).parent / "data" / "en_core_web_sm-3.8.0.sha256"
"""What ``sha256sum`` printed in the folder of the model's data; the official model and its package hold the same."""

_COMPILED = ("newslint", "spacy", "thinc", "nltk")
"""Packages that take seconds to import where no bytecode was kept."""

_NAME = compiled(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Row:
    """One thing looked at; ``mend`` says what to do where it is not ``ok``."""

    name: str
    value: str
    ok: bool = True
    mend: str = ""


def report(linter: Linter | None, fault: str = "") -> list[Row]:
    """Everything looked at; ``fault`` is why there is no linter. Reads files, loads no model, needs no network."""
    return [
        Row("python", sys.version.split()[0], sys.version_info >= (3, 11), "newslint needs Python 3.11 or later"),
        Row("newslint", f"{newslint.__version__}  {Path(newslint.__file__).parent}"),
        *_packages(),
        *(_made(linter) if linter else [Row("configuration", fault, not fault, "mend the configuration file")]),
        *_model(linter.config.nlp.model if linter else None),
        _dictionary(),
        _bytecode(),
        Row("network", "not needed"),
    ]


def _packages() -> Iterator[Row]:
    """The packages that newslint's own metadata asks for, with their versions."""
    try:
        wanted = metadata.requires("newslint") or []
    except metadata.PackageNotFoundError:
        yield Row("packages", "newslint runs from a folder and is not installed", False, "pip install -e .")
        return
    for requirement in wanted:
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            try:
                yield Row(name[0], metadata.version(name[0]))
            except metadata.PackageNotFoundError:
                yield Row(name[0], "is missing", False, f"pip install '{requirement}'")


def _made(linter: Linter) -> Iterator[Row]:
    """The plugins and rule files of a configuration."""
    plugins = sorted(name for name, _ in linter.manager.list_name_plugin())
    yield Row("plugins", ", ".join(plugins))
    yield Row("rules", f"{len(linter.rules)} rules")
    for problem in linter.faults:
        yield Row("rules", str(problem), False, "mend the rule file; its rule does not run")


def _model(wanted: str | None) -> Iterator[Row]:
    """The language model that would be loaded, and whether its files are those that were published."""
    try:
        name = installed(wanted)
    except NewslintError as fault:
        yield Row("model", str(fault), False, "rules that need no model run without it")
        return
    folder = _model_folder(name)
    about = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    yield Row("model", f"{name} {about['version']}  {folder}")
    if not (name.startswith("en_core_web_sm") and MODEL_HASHES.stem == f"en_core_web_sm-{about['version']}"):
        yield Row("model files", "not known to newslint, not compared")
        return
    lines = [line.split() for line in MODEL_HASHES.read_text(encoding="ascii").splitlines()]
    other = [file for digest, file in lines if not _is(folder / file, digest)]
    mend = f"install {name} again; findings may differ from other machines"
    yield Row("model files", f"{', '.join(other)}: not as published" if other else "as published (SHA-256)", not other, mend)


def _model_folder(name: str) -> Path:
    """Where a model's data lie: a package keeps them in a folder with its version."""
    spec = None if Path(name).is_dir() else find_spec(name)
    package = Path(spec.origin).parent if spec and spec.origin else Path(name)
    return next((meta.parent for meta in sorted(package.glob("*/meta.json"))), package)


def _is(file: Path, digest: str) -> bool:
    return file.is_file() and sha256(file.read_bytes()).hexdigest() == digest


def _dictionary() -> Row:
    file = NLTK_DATA / "corpora/cmudict/cmudict"
    return Row("dictionary", f"CMUdict  {file}", file.is_file(), "install newslint again; reading grades need it")


def _bytecode() -> Row:
    """Whether the packages' bytecode is kept; a start without takes seconds."""
    origins = {name: spec.origin for name in _COMPILED if (spec := find_spec(name)) and spec.origin}
    bare = [name for name, origin in origins.items() if not Path(cache_from_source(origin)).is_file()]
    folder = next((str(Path(origin).parent.parent) for name, origin in origins.items() if name in bare), "")
    value = f"not compiled: {', '.join(bare)}; every start is seconds slower" if bare else "compiled"
    return Row("bytecode", value, not bare, f"{sys.executable} -m compileall -q {folder}")

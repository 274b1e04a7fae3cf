"""From the words of the command line to the documents of an archive."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from newslint.cli.arguments.corpus import FIELDS
from newslint.config import Config
from newslint.corpus.inputs import SIZE, Inputs
from newslint.corpus.inputs.fields import Fields
from newslint.corpus.inputs.kinds import NAMES
from newslint.errors import InputError, UsageError
from newslint.run.files import excluded
from newslint.typedyaml import nearest


def inputs(args: argparse.Namespace, config: Config) -> Inputs:
    """The archive that is meant; raises NewslintError where that cannot be told."""
    if not args.files:
        raise UsageError("name an archive: files, folders, globs or URLs (see 'newslint corpus run --help')")
    given = args.input_format or ""
    if given and given not in NAMES:
        raise UsageError(f"no kind of archive is called {given!r}{nearest(given, NAMES)}; there are {', '.join(NAMES)}")
    size = SIZE if getattr(args, "shard_size", None) is None else args.shard_size
    if size < 1:
        raise UsageError("--shard-size is 1 or more")
    named = {name: word for name in FIELDS if (word := getattr(args, f"{name}_field"))}
    return Inputs(
        tuple(args.files),
        Fields(named),
        given,
        size,
        left_out=lambda name: excluded(Path(name), config),
        options=storage(args.storage_options),
        limit=args.limit,
        sample=args.sample,
    )


def storage(path: Path | None) -> dict[str, Any]:
    """The options of a store."""
    if path is None:
        return {}
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise InputError(f"cannot be read: {fault.strerror}", path=path) from None
    except ValueError as fault:
        raise InputError(f"not JSON: {fault}", path=path) from None
    if not isinstance(made, dict):
        raise InputError('is no object of options, such as {"anon": true}', path=path)
    return made

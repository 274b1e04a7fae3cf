"""``newslint corpus summary``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from newslint.cli.corpus.inputs import storage
from newslint.cli.streams import writing
from newslint.corpus.results import Folder
from newslint.corpus.summary import By, Summary, as_dict, as_text
from newslint.corpus.summary import summary as summed
from newslint.paths import write

ALL: tuple[By, ...] = ("rule", "outlet", "month")


def summary(args: argparse.Namespace) -> int:
    made = summed(Folder(args.folder, storage(args.storage_options)))
    by: Sequence[By] = args.by or ALL
    if args.html:
        page(made, args.html, args.top)
    if args.format == "json":
        print(json.dumps(as_dict(made, by, args.top), ensure_ascii=False, indent=1))
    else:
        print(as_text(made, by, args.top), end="")
    return 0


def page(made: Summary, path: Path, top: int = 20) -> None:
    """Write the summary as a page."""
    from newslint.corpus.page import whole

    with writing(path):
        write(path, whole(made, top))

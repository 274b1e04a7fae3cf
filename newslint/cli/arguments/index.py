"""The words of ``newslint corpus index`` and ``newslint corpus search``."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from newslint.cli.arguments.shared import Parser, configuration, count, path

USED = """\
The index is then named where the folder would be: 'archive: [archive.newslint-index]' in the configuration, or
'newslint draft.txt --archive archive.newslint-index'. It holds the text of the archive, for its owner alone to read.
"""


def index_of(verbs: argparse._SubParsersAction[Parser], inputs: Callable[[Parser], None]) -> None:
    """The two verbs; ``inputs`` adds the words that name an archive."""
    index = verbs.add_parser("index", help="index an archive, so that drafts can be held against it", epilog=USED)
    index.formatter_class = argparse.RawDescriptionHelpFormatter
    inputs(index)
    either = index.add_mutually_exclusive_group(required=True)
    either.add_argument("--out", type=path, metavar="FILE", help="the index, such as archive.newslint-index")
    either.add_argument("--status", type=path, metavar="FILE", help="say what an index holds, and do nothing else")
    how = index.add_mutually_exclusive_group()
    how.add_argument(
        "--update", action="store_true", help="work out only what is new or changed, and drop what is gone; the same comes out"
    )
    how.add_argument("--add", action="store_true", help="add these stories to those of the index, or put them in their places")
    how.add_argument("--drop", action="append", metavar="ID", help="take this story out of the index, and do nothing else")
    search = verbs.add_parser("search", help="the stories of an index that have these words, the youngest first")
    search.add_argument("index", type=path, metavar="INDEX", help="made by 'newslint corpus index'")
    search.add_argument("words", nargs="+", metavar="WORD", help="words and names that a story must have, in any form")
    search.add_argument("--most", type=count, default=20, metavar="N", help="the most to list (default: 20)")
    search.add_argument("--format", choices=("text", "jsonl"), default="text", help="a line a story (default: text)")
    for verb in (index, search):
        configuration(verb)

"""How time grows with a draft and with the number of its sources, all rules.

    python benchmarks/growth.py [--words 1000,4000,16000,64000] [--sources 1,4,16,64,256] [--runs N]

The stories are those of ``sources.py``. Three tables: drafts of many paragraphs, drafts of one paragraph, a draft of 500 words
against more and more sources of 500 words. Times are of the processor, each draft new to a linter that is warm. ``x first`` is
how many times as long as the first row; ``exponent`` is 1 between two rows where the time grew as the size did, 2 where
with its square. The model does not read a paragraph of more than 50,000 characters, so that such a draft takes less.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sources import stories

from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.linter import Linter

SHORT = 500


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--words", default="1000,4000,16000,64000", help="of the draft, by comma")
    cli.add_argument("--sources", default="1,4,16,64,256", help="how many, by comma")
    cli.add_argument("--runs", type=int, default=3)
    args = cli.parse_args()
    linter = Linter.made(Config(min_severity="info", cache=False), third_party=False)
    words, sources = ([int(word) for word in given.split(",")] for given in (args.words, args.sources))
    seconds(linter, text(SHORT, 0), [text(SHORT, 1)])  # model and tables are not what is measured
    table("words", words, lambda size, run: seconds(linter, text(size, run)), args.runs)
    table("words in one paragraph", words, lambda size, run: seconds(linter, text(size, run).replace("\n", " ")), args.runs)
    table(
        "sources",
        sources,
        lambda size, run: seconds(linter, text(SHORT, run), list(stories(size, SHORT, seed=run + 100))),
        args.runs,
    )


def table(name: str, sizes: Sequence[int], taken: Callable[[int, int], float], runs: int) -> None:
    print(f"{name:<24}{'seconds':>9}{'x first':>9}{'exponent':>10}", flush=True)
    for size, middle, first, exponent in rows(sizes, taken, runs):
        print(f"{size:<24,}{middle:>9.2f}{middle / first:>9.1f}{exponent:>10}", flush=True)
    print()


def rows(sizes: Sequence[int], taken: Callable[[int, int], float], runs: int) -> Iterator[tuple[int, float, float, str]]:
    first, before = 0.0, (0, 0.0)
    for size in sizes:
        middle = statistics.median(taken(size, run) for run in range(runs))
        first = first or middle
        exponent = f"{math.log(middle / before[1]) / math.log(size / before[0]):.2f}" if before[0] else ""
        yield size, middle, first, exponent
        before = size, middle


def text(words: int, run: int) -> str:
    """A made-up draft of so many words, another one in each run."""
    return next(stories(1, words, seed=words + run))


def seconds(linter: Linter, draft: str, sources: Sequence[str] = ()) -> float:
    """Of the processor, from the texts to the findings."""
    began = time.process_time()
    against = tuple(Source(read(linter, f"source-{n}.txt", one), f"source-{n}") for n, one in enumerate(sources))
    linter.check(Dossier(read(linter, "draft.txt", draft), against, makers=linter.makers))
    return time.process_time() - began


def read(linter: Linter, name: str, words: str) -> Document:
    return linter.parse(Path(name), f"---\npublished: 2025-11-21\n---\n{words}".encode())


if __name__ == "__main__":
    main()

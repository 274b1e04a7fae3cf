"""How time grows with a draft and with its sources, all rules.

    python benchmarks/growth.py [--stories FILE.jsonl] [--words 1000,4000,16000,64000] [--paragraph 1000,4000,10000,64000]
                                [--sources 1,4,16,64,256] [--source 1000,4000,16000,64000] [--runs N]

The stories are made up, those of ``sources.py``, which say the same over and over; with ``--stories`` they are those of a file
with an object a line whose ``text`` is a story. Four tables: drafts of many paragraphs, joined from stories; drafts of one
paragraph; a draft of 500 words against more and more sources of 500 words; a draft against one source of its length that tells
half of what it tells. A table of no size ('') is left out. Times are of the processor, each draft new to its linter and nothing
kept of it. ``MB`` is the most memory that a size took: each is measured in a process of its own, the model and all.
``x first`` is how many times as long as the first row; ``exponent`` is 1 between two rows where the time grew as the
size did, 2 where with its square. The model does not read a paragraph of more than 50,000 characters, so that such a draft takes
less.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import sources

from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.linter import Linter

SHORT = 500
_STEP = 97  # and no divisor of a number of stories that anybody is likely to have


@dataclass
class Texts:
    """Stories to make drafts of; made up where there are none."""

    stories: Sequence[str]

    def draft(self, words: int, run: int) -> str:
        """So many words, other ones in each run."""
        if not self.stories:
            return next(sources.stories(1, words, seed=words + run))
        return "\n\n".join(_first(self._from(words + run), words))

    def sources(self, count: int, run: int) -> list[str]:
        """So many stories of about 500 words, none of them the same."""
        if not self.stories:
            return list(sources.stories(count, SHORT, seed=run + 100))
        return ["\n\n".join(_first(self._from(at), SHORT)) for at in range(run, run + count)]

    def pair(self, words: int, run: int) -> tuple[str, list[str]]:
        """A draft and a source of so many words; every other paragraph of the one is in the other."""
        draft, other = self.draft(words, run), self.draft(words, run + 5)
        mixed = zip(draft.split("\n"), other.split("\n"), strict=False)
        return draft, ["\n".join(pair[at % 4 > 1] for at, pair in enumerate(mixed))]

    def _from(self, at: int) -> Iterator[str]:
        """Each paragraph of the stories, those of one set being spread over all."""
        order = (self.stories[number * _STEP % len(self.stories)] for number in count(at * _STEP))
        return (line for story in order for line in story.split("\n") if line.strip())


def _first(paragraphs: Iterator[str], words: int) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph
        words -= len(paragraph.split())
        if words <= 0:
            return


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--stories", type=Path, help="JSON lines, each with a text")
    cli.add_argument("--words", default="1000,4000,16000,64000", help="of the draft, by comma")
    cli.add_argument("--paragraph", default="1000,4000,10000,64000", help="words of the draft of one paragraph, by comma")
    cli.add_argument("--sources", default="1,4,16,64,256", help="how many, by comma")
    cli.add_argument("--source", default="1000,4000,16000,64000", help="words of the draft and of its one source, by comma")
    cli.add_argument("--runs", type=int, default=3)
    args = cli.parse_args()
    texts = Texts(stories(args.stories) if args.stories else ())
    seconds(texts.draft(SHORT, 0), texts.sources(1, 0))  # model and tables are not what is measured
    tables: dict[str, tuple[str, Callable[[int, int], float]]] = {
        "words": (args.words, lambda size, run: seconds(texts.draft(size, run))),
        "words in one paragraph": (args.paragraph, lambda size, run: seconds(" ".join(texts.draft(size, run).split()))),
        "sources": (args.sources, lambda size, run: seconds(texts.draft(SHORT, run), texts.sources(size, run))),
        "words, and of one source": (args.source, lambda size, run: seconds(*texts.pair(size, run))),
    }
    for name, (given, taken) in tables.items():
        if given:
            table(name, [int(size) for size in given.split(",")], partial(apart, taken), args.runs)


def stories(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def table(name: str, sizes: Sequence[int], taken: Callable[[int, int], tuple[float, float]], runs: int) -> None:
    print(f"{name:<26}{'seconds':>9}{'x first':>9}{'exponent':>10}{'MB':>7}", flush=True)
    first, before = 0.0, (0, 0.0)
    for size in sizes:
        middle, memory = taken(size, runs)
        first = first or middle
        exponent = f"{math.log(middle / before[1]) / math.log(size / before[0]):.2f}" if before[0] else ""
        print(f"{size:<26,}{middle:>9.2f}{middle / first:>9.1f}{exponent:>10}{memory:>7.0f}", flush=True)
        before = size, middle
    print()


def apart(taken: Callable[[int, int], float], size: int, runs: int) -> tuple[float, float]:
    """The median of so many runs in a process forked for them, and the most memory that it had, in MB."""
    told, telling = os.pipe()
    if not (child := os.fork()):
        os.write(telling, f"{statistics.median(taken(size, run) for run in range(runs))}".encode())
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"growth: the process that measured {size:,} ended with status {status}")
    middle = float(os.read(told, 100))
    os.close(told)
    os.close(telling)
    return middle, used.ru_maxrss / 1024


def seconds(draft: str, against: Sequence[str] = ()) -> float:
    """Of the processor, from the texts to the findings."""
    linter = Linter.made(Config(min_severity="info", cache=False), third_party=False)
    linter.active("draft.txt")
    began = time.process_time()
    given = tuple(Source(read(linter, f"source-{n}.txt", one), f"source-{n}") for n, one in enumerate(against))
    linter.check(Dossier(read(linter, "draft.txt", draft), given, makers=linter.makers))
    return time.process_time() - began


def read(linter: Linter, name: str, words: str) -> Document:
    return linter.parse(Path(name), f"---\npublished: 2025-11-21\n---\n{words}".encode())


if __name__ == "__main__":
    main()

"""Words a second for each layer alone, for all of them together, and the share of the model.

    python benchmarks/layers.py [FILE|FOLDER ...] [--words N] [--runs N]

Each layer is timed while everything is worked out, without the time of the layers that it asks for; so
the lines add up to the whole, as nearly as medians do. The texts, by default the seeds, are read over and
over until there are enough words; ``x splitting`` is how many times as long it takes as str.split.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any

from newslint import mentions
from newslint.config import Config
from newslint.document import Document, Maker
from newslint.linter import Linter
from newslint.run.files import drafts
from newslint.shipped import LAYERS

SEEDS = [str(seed) for seed in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt")) if ".expected" not in seed.name]
MODEL = (mentions.Token, mentions.Entity)
PLACES = [kind.split(".") for kind, where in LAYERS.items() if where.startswith("annotate.")]
KINDS: tuple[type, ...] = (*(getattr(import_module(f"newslint.{module}"), name) for module, name in PLACES), *MODEL)


@dataclass
class Clock:
    """The time that each layer takes for itself; ``inner`` is the time of the layers inside the one that runs."""

    spent: dict[type, float] = field(default_factory=lambda: defaultdict(float))
    inner: list[float] = field(default_factory=lambda: [0.0])

    def timed(self, kind: type, maker: Maker) -> Maker:
        def timed(doc: Any) -> tuple[Any, ...]:
            self.inner.append(0.0)
            began = time.perf_counter()
            made = maker(doc)
            whole = time.perf_counter() - began
            self.spent[kind] += whole - self.inner.pop()
            self.inner[-1] += whole
            return made

        return timed


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("texts", nargs="*", default=SEEDS, help="files or folders of drafts")
    cli.add_argument("--words", type=int, default=20_000, help="read the texts again until there are so many")
    cli.add_argument("--runs", type=int, default=5)
    args = cli.parse_args()
    linter = Linter.made(Config(cache=False), third_party=False)
    stories = [linter.dossier(linter.read(path))[0].draft for path in drafts(args.texts) if isinstance(path, Path)]
    stories = [story for story in stories if story.text.strip()]
    if not stories:
        cli.error("there is no text in what was named")
    docs = list(enough(stories, args.words))
    words = sum(len(doc.text.split()) for doc in docs)
    whole(stories, Clock())  # so that grammars and model are loaded
    runs = [run(docs) for _ in range(args.runs)]
    splitting = statistics.median(seconds(lambda: [doc.text.split() for doc in docs]) for _ in range(args.runs))
    taken = {name: statistics.median(one[name] for one in runs) for name in runs[0]}
    show(taken, words, splitting)


def enough(stories: Sequence[Document], words: int) -> Iterator[Document]:
    for story in cycle(stories):
        yield story
        words -= len(story.text.split())
        if words <= 0:
            return


def run(docs: Sequence[Document]) -> dict[str, float]:
    """Seconds by layer, and for all of them: with the model, and without what needs it."""
    clock = Clock()
    everything = seconds(lambda: whole(docs, clock))
    layers = {kind.__name__: clock.spent[kind] for kind in KINDS}
    model = sum(clock.spent[kind] for kind in MODEL)
    return layers | {"all layers": everything, "of these, spaCy": model, "of these, newslint": everything - model}


def whole(docs: Sequence[Document], clock: Clock) -> None:
    for doc in docs:
        makers = {kind: clock.timed(kind, maker) for kind, maker in doc.makers.items()}
        copy = replace(doc, makers=makers).reading
        for kind in KINDS:
            copy.all(kind)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def show(taken: dict[str, float], words: int, splitting: float) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{words:,} words", title_justify="left", box=None, pad_edge=False)
    table.add_column("layer")
    for name in ("words/s", "share", "x splitting"):
        table.add_column(name, justify="right")
    for name, time_ in sorted(taken.items(), key=lambda row: (row[0] in TOTALS, row[1])):
        share = time_ / taken["all layers"]
        table.add_row(name, f"{words / time_:,.0f}" if time_ else "-", f"{share:.1%}", f"{time_ / splitting:,.1f}")
    Console(highlight=False).print(table)


TOTALS = ("of these, spaCy", "of these, newslint", "all layers")


if __name__ == "__main__":
    main()

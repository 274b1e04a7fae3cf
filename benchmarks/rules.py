"""How long the rules take: all their examples, and 100 articles with the wording rules alone, with all but the model's, with all.

    python benchmarks/rules.py [FILE|FOLDER ...] [--articles N] [--runs N] [--dearest N]

Articles, by default the seeds, are read over and over, each time anew, until there are enough. The times are medians of runs
taken in turn; ``x splitting`` is how many times as long it takes as str.split. What is dearest is the time of a rule with the
layers that it was the first to ask for.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from newslint.config import Config
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.mentions import Entity, Name, Token
from newslint.rule import Rule
from newslint.run.files import drafts
from newslint.testing import failures

SEEDS = [str(seed) for seed in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt")) if ".expected" not in seed.name]
WORDING = ("pattern", "prefer", "consistent", "leftover-mark")
MODEL = (Token, Entity, Name)

Article = tuple[Path, bytes]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("texts", nargs="*", default=SEEDS, help="files or folders of drafts")
    cli.add_argument("--articles", type=int, default=100, help="read the texts again until there are so many")
    cli.add_argument("--runs", type=int, default=5)
    cli.add_argument("--dearest", type=int, default=10, metavar="N", help="name the N rules that take longest")
    args = cli.parse_args()
    linter = Linter.made(Config(min_severity="info", cache=False), third_party=False)
    stories = [(path, path.read_bytes()) for path in drafts(args.texts) if isinstance(path, Path)]
    if not stories:
        cli.error("there is no text in what was named")
    articles = list(islice(cycle(stories), args.articles))
    alone = [rule for rule in linter.rules if not rule.check.compares()]
    wording = [rule for rule in alone if rule.check.name in WORDING]
    without_model = [rule for rule in alone if not set(rule.check.needs) & set(MODEL)]
    linted(linter, stories, alone)  # so that grammars and model are loaded
    rows: dict[str, Callable[[], object]] = {
        "str.split": lambda: [raw.decode().split() for _, raw in articles],
        f"{len(wording)} wording rules": lambda: linted(linter, articles, wording),
        f"{len(without_model)} rules without the model": lambda: linted(linter, articles, without_model),
        f"{len(alone)} rules": lambda: linted(linter, articles, alone),
    }
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(args.runs):
        for name, work in rows.items():
            taken[name].append(seconds(work))
    words = sum(len(raw.decode().split()) for _, raw in articles)
    splitting = statistics.median(taken["str.split"])
    print(f"{len(articles)} articles, {words:,} words{'':<9}{'seconds':>9}{'words/s':>11}{'x splitting':>13}")
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:<36}{middle:>9.2f}{words / middle:>11,.0f}{middle / splitting:>13,.0f}")
    examples = sum(len(rule.examples) for rule in linter.rules)
    print(f"\n{f'the {examples:,} examples of {len(linter.rules)} rules':<36}{seconds(lambda: tested(linter)):>9.2f}")
    print(f"\n{'dearest rules':<36}{'share':>9}")
    for rule, share in dearest(linter, articles, alone)[: args.dearest]:
        print(f"{rule:<36}{share:>9.1%}")


def linted(linter: Linter, articles: Sequence[Article], rules: Sequence[Rule]) -> None:
    for path, raw in articles:
        linter.check(Dossier.of(linter.parse(path, raw), (), makers=linter.makers), rules=rules)


def tested(linter: Linter) -> None:
    for rule in linter.rules:
        list(failures(rule, linter))


def dearest(linter: Linter, articles: Sequence[Article], rules: Sequence[Rule]) -> list[tuple[str, float]]:
    """The share of the time that each rule takes, the dearest first."""
    spent: dict[str, float] = defaultdict(float)
    for path, raw in articles[:20]:
        dossier = Dossier.of(linter.parse(path, raw), (), makers=linter.makers)
        for rule in rules:
            began = time.perf_counter()
            linter.check(dossier, rules=[rule])
            spent[f"{rule.code} {rule.id}"] += time.perf_counter() - began
    whole = sum(spent.values())
    return sorted(((name, time_ / whole) for name, time_ in spent.items()), key=lambda row: -row[1])


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

"""How soon a draft is linted again after an edit, against how long it takes at first.

    python benchmarks/editing.py [--words 500,1000,3000,10000] [--sources 0,2,5] [--edits 40]

The stories are those of ``sources.py``, 1,000 words a source. Each edit types, takes away or replaces a word somewhere; then
the draft is linted quickly, as after a keystroke, and whole, as after a pause. Times are of the processor, which others
that use the machine disturb little. One line is printed for each length of draft and number of sources:

    cold        milliseconds for a draft that was not seen before, by a linter that is warm: what a further draft costs on
                one command line; the median of five drafts
    quick, p95  milliseconds after an edit, quickly: the median, and what 95 of 100 edits stay below
    whole, p95  the same for all rules, behind the quick look
    shares      quick and whole, their medians as shares of cold: what can be compared between machines
    MB          the largest memory of the process so far
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sources import DAY, stories

from newslint.config import Config
from newslint.linter import Linter
from newslint.run.session import Session

WORDS = ("the", "council", "£4.5m", "reportedly", "Monday", "Anna", "“nobody”", "15,000", "in", "said")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--words", default="500,1000,3000,10000", help="of the draft, by comma")
    cli.add_argument("--sources", default="0,2,5", help="how many, by comma")
    cli.add_argument("--edits", type=int, default=40)
    args = cli.parse_args()
    linter = Linter.made(Config(cache=False), third_party=False)
    cold(linter, Path("draft.txt"), drafted((), 500, seed=0))  # model and tables are not what is measured
    print(f"{'words':>7}{'sources':>8}{'cold':>8}{'quick':>7}{'p95':>6}{'whole':>7}{'p95':>6}{'shares':>14}{'MB':>6}", flush=True)
    for words in map(int, args.words.split(",")):
        for sources in map(int, args.sources.split(",")):
            with tempfile.TemporaryDirectory() as folder:
                measure(linter, Path(folder) / "draft.txt", words, sources, args.edits)


def measure(linter: Linter, path: Path, words: int, sources: int, edits: int) -> None:
    texts = list(stories(sources, 1000, seed=1))
    folder = path.with_suffix(".sources")
    for at, source in enumerate(texts):
        folder.mkdir(exist_ok=True)
        (folder / f"source-{at}.txt").write_text(source, encoding="utf-8")
    text, *others = (drafted(texts, words, seed) for seed in range(words, words + 5))
    first = statistics.median(spent(partial(cold, linter, path, text)) for text in others)
    session, rng = Session(linter, path), random.Random(words)
    session.check(text)
    quick, whole = [], []
    for _ in range(edits):
        text = edited(text, rng)
        quick.append(spent(lambda: session.check(text, depth="quick")))  # noqa: B023
        whole.append(spent(lambda: session.check(text)))  # noqa: B023
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024)
    times = "".join(f"{statistics.median(one):>7.0f}{statistics.quantiles(one, n=20)[-1]:>6.0f}" for one in (quick, whole))
    shares = "".join(f"{statistics.median(one) / first:>7.3f}" for one in (quick, whole))
    print(f"{words:>7,}{sources:>8}{first:>8.0f}{times}{shares}{memory:>6}", flush=True)


def drafted(sources: Sequence[str], words: int, seed: int) -> str:
    """A draft of so many words that has something of every source."""
    taken = [line for source in sources for line in random.Random(seed).sample(source.split("\n"), 2)]
    rest = words - sum(len(line.split()) for line in taken)
    own = next(stories(1, max(1, rest), seed=seed)).split("\n")
    return f"---\npublished: {DAY}\n---\n" + "\n".join([*own, *taken]) + "\n"


def cold(linter: Linter, path: Path, text: str) -> None:
    """Lint a draft and its sources as the command line does."""
    draft = replace(linter.parse(path, text.encode()), path=path)
    linter.check(linter.dossier(draft)[0])


def edited(text: str, rng: random.Random) -> str:
    """With a word more, a word less or another word, somewhere below the front matter."""
    at = text.index(" ", rng.randrange(30, len(text) - 200)) + 1
    end = text.index(" ", at) + 1
    return text[:at] + rng.choice(["", *(f"{word} " for word in WORDS)]) + text[rng.choice([at, end]) :]


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()

"""How soon a draft is linted again after an edit, against how long it takes at first.

    python benchmarks/editing.py [--words 500,1000,3000,10000] [--sources 0,2,5] [--edits 40]

The stories are those of ``sources.py``, 1,000 words a source. Each edit types, takes away or replaces a word somewhere; then
the draft is linted quickly, as after a keystroke, and whole, as after a pause. ``cold`` is a draft that was not seen
before, by a linter that is warm: what a further draft costs on one command line. The others are shares of that time,
at the median and at the 95th percentile; the last column is the largest memory of the process so far, in MB.
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
    linter = Linter.made(Config(), third_party=False)
    cold(linter, Path("draft.txt"), drafted((), 500, seed=0))  # model and tables are not what is measured
    print(f"{'words':>7}{'sources':>8}{'cold ms':>9}{'quick':>8}{'p95':>7}{'whole':>8}{'p95':>7}{'MB':>6}")
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
    first = statistics.median(seconds(lambda text=text: cold(linter, path, text)) for text in others)
    session, rng = Session(linter, path), random.Random(words)
    session.check(text)
    quick, whole = [], []
    for _ in range(edits):
        text = edited(text, rng)
        quick.append(seconds(lambda: session.check(text, depth="quick")) / first)  # noqa: B023
        whole.append(seconds(lambda: session.check(text)) / first)  # noqa: B023
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024**2 if sys.platform == "darwin" else 1024)
    shares = "".join(f"{statistics.median(one):>8.2f}{statistics.quantiles(one, n=20)[-1]:>7.2f}" for one in (quick, whole))
    print(f"{words:>7,}{sources:>8}{1000 * first:>9.0f}{shares}{memory:>6}")


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


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

"""How long a 1,000-word draft takes against more and more sources, and how that grows.

    python benchmarks/sources.py [--sources 1,5,10,50] [--words 1000] [--select CODES] [--runs N]

The stories are made up: a few patterns filled with places, bodies, people, figures, dates and words
spoken, so that every source has something of the draft and none has all of it. ``x one`` is how many
times as long it takes as with one source, ``ms each`` what each further source costs; a line that grows
faster than the number of sources would say that something is quadratic.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.linter import Linter

WORDS = {
    "place": "Arden|Bellmoor|Carrick|Dunholm|Elmsford|Farleigh|Glanton|Harwick|Ilford|Jarrow|Kelso|Lanark|Morley|Norwell",
    "person": "Anna Berg|Tomas Keane|Ruth Adeyemi|Paul Novak|Ines Duarte|Omar Haddad|Lena Fischer|Mark Ellison|Sofia Rossi",
    "body": "the fire service|the port authority|the regional council|the health ministry|the rail operator",
    "things": "homes|workers|passengers|patients|schools|ships|officers|households|pupils|vehicles",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "month": "January|March|April|June|July|September|October|November",
}
PATTERNS = (
    "{Body} said on {day} that {n:,} {things} in {place} were affected after the storm of {d} {month} {year}.",
    "{person}, who runs the relief work in {place}, said: “We have reached {n:,} {things} and there are many more to come.”",
    "The repairs will cost £{m} million, {percent} per cent more than {body} had expected in {month}.",
    "At least {few} people were killed and {n2} others were hurt when a bridge gave way near {place}, according to {body}.",
    "In {year} a similar flood forced about {n:,} {things} out of {place}, and it took until {month} to bring them back.",
    "{person} told reporters that the plan may be put off until {month}, since {body} reportedly has no money left.",
    "The road from {place} to {place2}, which carries {n:,} {things} a day, is expected to open again on {d} {month}.",
    "{Body} has spent ${m} million on new walls since {year}, but only {percent} per cent of them have been finished.",
    "“Nobody here was warned before the water came into {place},” said {person}, adding that the {things} were left alone.",
)
DAY = "2025-11-21"


def stories(count: int, words: int, seed: int) -> Iterator[str]:
    """So many made-up stories of about so many words; the same ones for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        story: list[str] = []
        length = 0
        while length < words:
            paragraph = " ".join(_sentence(rng) for _ in range(3))
            length += len(paragraph.split())
            story.append(paragraph)
        yield "\n".join(story)


def _sentence(rng: random.Random) -> str:
    words = {name: rng.choice(row.split("|")) for name, row in WORDS.items()}
    return rng.choice(PATTERNS).format(
        **words,
        Body=words["body"].capitalize(),
        place2=rng.choice(WORDS["place"].split("|")),
        year=rng.randint(1998, 2024),
        d=rng.randint(1, 28),
        n=rng.randint(20, 90_000),
        n2=rng.randint(12, 80),
        few=rng.randint(2, 9),
        m=rng.randint(2, 90),
        percent=rng.randint(2, 60),
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--sources", default="1,5,10,50", help="how many, by comma")
    cli.add_argument("--words", type=int, default=1000, help="of the draft and of each source")
    cli.add_argument("--select", default="", help="only these codes")
    cli.add_argument("--runs", type=int, default=3)
    args = cli.parse_args()
    counts = [int(word) for word in args.sources.split(",")]
    select = tuple(word for word in args.select.split(",") if word)
    linter = Linter.made(Config(select=select, cache=False), third_party=False)
    texts = list(stories(max(counts), args.words, seed=1))
    sentences = [line for text in texts[: min(5, len(texts))] for line in text.split("\n")]
    draft = "\n".join(random.Random(2).sample(sentences, max(1, len(sentences) // min(5, len(texts)))))
    timed(linter, draft, texts[:1])  # imports and tables are not what is measured
    print(f"{'sources':>8}{'words':>9}{'seconds':>9}{'x one':>8}{'ms each':>9}{'findings':>10}")
    first = None
    for count in counts:
        runs = [timed(linter, draft, texts[:count]) for _ in range(args.runs)]
        spent = statistics.median(seconds for seconds, _ in runs)
        first = first or spent
        words = sum(len(text.split()) for text in texts[:count])
        each = 1000 * (spent - first) / (count - counts[0]) if count > counts[0] else 0
        print(f"{count:>8}{words:>9,}{spent:>9.2f}{spent / first:>8.1f}{each:>9.0f}{runs[0][1]:>10}")


def timed(linter: Linter, draft: str, sources: Sequence[str]) -> tuple[float, int]:
    """Seconds from the texts to the findings, and how many there are."""
    began = time.perf_counter()
    dossier = Dossier(
        _read(linter, "draft.txt", draft),
        tuple(Source(_read(linter, f"source-{n}.txt", text), f"source-{n}") for n, text in enumerate(sources)),
        makers=linter.makers,
    )
    outcome = linter.check(dossier)
    return time.perf_counter() - began, len(outcome.findings)


def _read(linter: Linter, name: str, text: str) -> Document:
    return linter.parse(Path(name), f"---\npublished: {DAY}\n---\n{text}".encode())


if __name__ == "__main__":
    main()

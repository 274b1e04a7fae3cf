"""What it costs to look for a thousand phrases: newslint's way beside engines that are made for it, as far as they are installed.

    python benchmarks/phrases.py [--words 400 3000 60000] [--runs 5]

Each engine has a process of its own: what its import, its making and its scans take is CPU time, the least of several runs,
and its memory is what the process has grown by. ``scan`` is of a text that it has not seen; all must find the same places.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PHRASES = 1000
Scan = Callable[[str], set[tuple[int, int]]]
"""The places of all phrases in a text: of those that overlap, the first, and of these the longest."""


def ours(phrases: tuple[str, ...]) -> Scan:
    from newslint.phrases import Phrases

    made = Phrases(phrases, {})
    return lambda text: {(found.span.start, found.span.end) for found in made.find(text)}


def alternation(phrases: tuple[str, ...]) -> Scan:
    return _searched(re.compile(_whole("|".join(map(_escaped, _longest(phrases)))), re.IGNORECASE))


def trie(phrases: tuple[str, ...]) -> Scan:
    return _searched(re.compile(_whole(_trie(phrases)), re.IGNORECASE))


def other_regex(phrases: tuple[str, ...]) -> Scan:
    import regex

    return _searched(regex.compile(_whole(r"\L<phrases>"), regex.IGNORECASE, phrases=list(phrases)))


def re2(phrases: tuple[str, ...]) -> Scan:
    import re2

    options = re2.Options()
    options.case_sensitive, options.longest_match, options.max_mem = False, True, 1 << 28
    pattern = re2.compile(r"\b(?:" + "|".join(map(_escaped, phrases)) + r")\b", options=options)
    return lambda text: {found.span() for found in pattern.finditer(text) if _alone(text, *found.span())}


def aho_rust(phrases: tuple[str, ...]) -> Scan:
    from ahocorasick_rs import AhoCorasick, MatchKind

    made = AhoCorasick([phrase.lower() for phrase in phrases], matchkind=MatchKind.Standard)

    def scan(text: str) -> set[tuple[int, int]]:
        low = text.lower()
        return _told(
            (start, end) for _, start, end in made.find_matches_as_indexes(low, overlapping=True) if _alone(low, start, end)
        )

    return scan


def aho_c(phrases: tuple[str, ...]) -> Scan:
    import ahocorasick

    made = ahocorasick.Automaton()
    for phrase in phrases:
        made.add_word(phrase.lower(), len(phrase))
    made.make_automaton()

    def scan(text: str) -> set[tuple[int, int]]:
        low = text.lower()
        return _told((end + 1 - size, end + 1) for end, size in made.iter(low) if _alone(low, end + 1 - size, end + 1))

    return scan


def hyperscan(phrases: tuple[str, ...]) -> Scan:
    import hyperscan as hs

    made = hs.Database()
    flags = hs.HS_FLAG_CASELESS | hs.HS_FLAG_SOM_LEFTMOST
    made.compile(expressions=[_escaped(phrase).encode() for phrase in phrases], flags=[flags] * len(phrases))

    def scan(text: str) -> set[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        made.scan(text.encode(), match_event_handler=lambda id_, start, end, flags, context: found.append((start, end)))
        return _told((start, end) for start, end in found if _alone(text, start, end))  # the text is ASCII

    return scan


ENGINES: Mapping[str, tuple[str, Callable[[tuple[str, ...]], Scan]]] = {
    "newslint": ("newslint.phrases", ours),
    "re, alternatives": ("re", alternation),
    "re, as a trie": ("re", trie),
    "regex, a named list": ("regex", other_regex),
    "google-re2": ("re2", re2),
    "ahocorasick-rs": ("ahocorasick_rs", aho_rust),
    "pyahocorasick": ("ahocorasick", aho_c),
    "hyperscan": ("hyperscan", hyperscan),
}


def _whole(words: str) -> str:
    return rf"(?<![\w-])(?:{words})(?![\w-])"


def _longest(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _escaped(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")


def _trie(phrases: Iterable[str]) -> str:
    """The phrases as one expression that shares their beginnings."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = tree
        for letter in phrase.lower():
            node = node.setdefault(letter, {})
        node[""] = {}

    def written(node: dict) -> str:  # type: ignore[type-arg]
        parts = [_escaped(letter) + written(below) for letter, below in node.items() if letter]
        if not parts:
            return ""
        body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
        return f"(?:{body})?" if "" in node else body

    return written(tree)


def _searched(pattern: re.Pattern[str]) -> Scan:
    return lambda text: {found.span() for found in pattern.finditer(text)}


def _alone(text: str, start: int, end: int) -> bool:
    """Whether whole words begin and end here."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() or before in ("-", "_") or after.isalnum() or after in ("-", "_"))


def _told(places: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    kept, last = set(), 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= last:
            kept.add((start, end))
            last = end
    return kept


# --- what is looked for, and in what ----------------------------------------------------------


def phrases() -> tuple[str, ...]:
    """A thousand: those of the shipped rules, and others of two to four words of the seed stories, as plausible as these."""
    from newslint.config import Config
    from newslint.linter import Linter

    rules = Linter.made(Config(), third_party=False).rules
    found = {phrase for rule in rules if (own := getattr(rule.check, "_phrases", None)) for phrase in own.phrases}
    plain = sorted(phrase.lower() for phrase in found if phrase.isascii() and re.fullmatch(r"[\w ]+", phrase))
    random_, words = random.Random(1), _words()
    made = dict.fromkeys(plain)
    while len(made) < PHRASES:
        made[" ".join(random_.sample(words, random_.choice((2, 2, 3, 4))))] = None
    return tuple(made)


def text(words: int, seed: int) -> str:
    """Lines of these words, none like another, with a phrase in every third."""
    random_, known, wanted = random.Random(seed), _words(), phrases()
    lines: list[str] = []
    count = 0
    while count < words:
        line = random_.choices(known, k=40)
        if len(lines) % 3 == 0:
            line.insert(random_.randrange(40), random_.choice(wanted))
        lines.append(" ".join(line).capitalize() + ".")
        count += 40
    return "\n\n".join(lines)


def _words() -> list[str]:
    stories = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    return sorted({word.lower() for word in re.findall(r"[A-Za-z]{2,}", stories)})


# --- measuring ------------------------------------------------------------------------------


def measured(name: str, sizes: list[int]) -> dict[str, object]:
    """What an engine takes in this process, milliseconds and megabytes."""
    wanted, texts = phrases(), {size: [text(size, seed) for seed in range(3)] for size in sizes}
    module, make = ENGINES[name]
    another = text(sizes[0], seed=9)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    __import__(module)
    imported = time.process_time()
    scan = make(wanted)
    made = time.process_time()
    first = scan(another)
    used = time.process_time()
    row: dict[str, object] = {
        "import": (imported - start) * 1000, "make": (made - imported) * 1000, f"first {sizes[0]}": (used - made) * 1000,
        "found": len(first),
    }  # fmt: skip
    for size in sizes:
        times = []
        for one in texts[size]:
            start = time.process_time()
            scan(one)
            times.append((time.process_time() - start) * 1000)
        row[f"scan {size}"] = min(times)
    row["MB"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[400, 3000, 60000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.one, args.words)))
        return
    titled = False
    for name, (module, _) in ENGINES.items():
        command = [sys.executable, __file__, "--one", name, "--words", *map(str, args.words)]
        runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(args.runs)]
        rows = [json.loads(run.stdout) for run in runs if run.returncode == 0]
        if not rows:
            why = "not installed" if "ModuleNotFoundError" in runs[0].stderr else runs[0].stderr.strip().rpartition("\n")[2]
            print(f"{name:<22}{module}: {why}")
            continue
        if not titled:
            print(f"{PHRASES} phrases; CPU ms".ljust(22) + "".join(f"{key:>12}" for key in rows[0]))
            titled = True
        print(f"{name:<22}" + "".join(f"{min(row[key] for row in rows):>12.1f}" for key in rows[0]))


if __name__ == "__main__":
    main()

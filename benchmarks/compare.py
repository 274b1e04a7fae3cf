"""newslint beside other linters and beside the bare model: seconds, memory, and ratios of one run.

    python benchmarks/compare.py [--runs N] [--only GROUP,GROUP] [--stories FILE.jsonl] [--short]

``scripts/rivals.sh`` installs the others; those that are not there are left out. All commands of a group are run in turn,
round by round, so that a busy machine slows all alike; the median counts. Each is a process of its own, from its start to
its end. Stories are made up (``sources.stories``), or those of a file of JSON lines with ``text``. An aim is a ratio of two
rows; ``--short`` is the form for CI: few rounds, and it fails where a ratio is above its limit in limits.yaml.

Groups: one (one article), many (100 articles), archive (1,000 stories with one and two workers), sources (one draft
against more and more sources), edit (in an editor).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from lsp import MODEL, Editor, Server
from rivals import BARE, rival
from sources import stories

SEEDS = Path(__file__).parents[1] / "seeds"
STORY, SOURCE = SEEDS / "000_009268604145ada5.txt", SEEDS / "003_bc68657364e0548b.txt"
NEWSLINT = [sys.executable, "-m", "newslint"]
ALL = ("--isolated", "--exit-zero", "--min-severity", "info", "--profile", "strict")
FIGURES = ("N201", "N202", "D201", "D202")
"""What onus looks at: whether the sources have the draft's figures and dates."""
PATTERNS = ("--isolated", "--exit-zero", "--select", "T,W")


@dataclass
class Row:
    """One command, made anew for each round by its number; ``environment`` is added to ours."""

    name: str
    command: Callable[[int], Sequence[str]]
    environment: Mapping[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: float = 0.0
    status: int = 0
    """How it ended, at its worst: one of ours that has not done its work has taken no time that counts."""

    def run(self, number: int) -> None:
        began = time.perf_counter()
        process = subprocess.Popen([*self.command(number)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env={**os.environ, **self.environment})  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.status = max(self.status, abs(process.returncode))
        self.seconds.append(time.perf_counter() - began)
        self.cpu.append(used.ru_utime + used.ru_stime)
        self.memory = max(self.memory, used.ru_maxrss / 1024)

    @property
    def middle(self) -> float:
        return statistics.median(self.seconds)


def always(*command: object) -> Callable[[int], Sequence[str]]:
    words = [str(word) for word in command]
    return lambda number: words


def others(names: Sequence[str], *files: object) -> Iterator[Row]:
    for name in names:
        if command := rival(name):
            yield Row(name, always(*command, *files))


@contextmanager
def warm(folder: Path) -> Iterator[Mapping[str, str]]:
    """A warm process of our own, as the environment of those who shall find it."""
    place = {"NEWSLINT_RUNTIME_DIR": str(folder / "warm")}
    server = subprocess.Popen([*NEWSLINT, "serve", "--foreground"], env={**os.environ, **place}, stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            time.sleep(0.2)
            asked = subprocess.run([*NEWSLINT, "serve", "status"], env={**os.environ, **place}, capture_output=True, check=False)
            if asked.returncode == 0:
                break
        else:
            raise SystemExit("compare: the warm process did not start")
        yield place
    finally:
        server.terminate()
        server.wait()


def written(folder: Path, texts: Sequence[str]) -> list[str]:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return [str(path) for path in sorted(folder.glob("*.txt"))]


def one(folder: Path, texts: Sequence[str], rounds: int) -> Iterator[list[Row]]:
    """One article: cold, cached, warm."""
    new = written(folder / "new", texts[: 2 * rounds + 2])
    story = STORY.read_text(encoding="utf-8").split("\n\n" if "\n\n" in STORY.read_text(encoding="utf-8") else "\n")
    changed = written(
        folder / "changed", ["\n".join((*story[:4], text.split("\n")[0], *story[4:])) for text in texts[: rounds + 1]]
    )
    kept = {"NEWSLINT_CACHE_DIR": str(folder / "kept"), "NEWSLINT_SERVE": "off"}
    off = {"NEWSLINT_SERVE": "off"}
    check = [*NEWSLINT, "check"]
    with warm(folder) as place:
        yield [
            Row("python -c pass", always(sys.executable, "-c", "pass")),
            Row("newslint, pattern rules, cold", always(*check, *PATTERNS, "--no-cache", STORY), off),
            Row("newslint, default, cold", always(*check, "--isolated", "--exit-zero", "--no-cache", STORY), off),
            Row("newslint, all rules, cold", always(*check, *ALL, "--no-cache", STORY), off),
            Row("newslint, all rules, cached", always(*check, *ALL, STORY), kept),
            Row("newslint, all rules, one paragraph new", lambda number: [*check, *ALL, changed[number]], kept),
            Row("newslint, all rules, warm", always(*check, *ALL, "--no-cache", STORY), place),
            Row("newslint, all rules, warm, new paragraph", lambda n: [*check, *ALL, "--no-cache", changed[n]], place),
            Row("newslint, all rules, warm, new draft", lambda number: [*check, *ALL, "--no-cache", new[number]], place),
            Row("newslint, one source, cold", always(*check, *ALL, "--no-cache", "--source", SOURCE, STORY), off),
            Row("bare model, cold", always(*BARE, STORY)),
            *others(("proselint", "nabokov", "write-good", "textlint", "alex", "harper"), STORY),
            *(Row(f"{row.name}, one source", row.command) for row in others(["onus"], "--evidence", SOURCE, STORY)),
        ]


def many(folder: Path, texts: Sequence[str], rounds: int) -> Iterator[list[Row]]:
    """100 articles in one command (60 in the short form)."""
    files = written(folder / "many", texts[:100])
    off = {"NEWSLINT_SERVE": "off"}
    yield [
        Row("newslint, all rules", always(*NEWSLINT, "check", *ALL, "--no-cache", "--jobs", 1, *files), off),
        Row("newslint, all rules, 2 jobs", always(*NEWSLINT, "check", *ALL, "--no-cache", "--jobs", 2, *files), off),
        Row("newslint, pattern rules", always(*NEWSLINT, "check", *PATTERNS, "--no-cache", "--jobs", 1, *files), off),
        Row("bare model", always(*BARE, *files)),
        Row("bare model, names alone", always(*BARE, "--names", *files)),
        *others(("proselint", "nabokov", "write-good", "textlint", "alex", "harper"), *files),
    ]


CORPUS = "newslint corpus, 1 worker", "newslint corpus, 2 workers"
BARE_LOOPS = "bare model, 1 process", "bare model, 2 processes"
GAIN = 0.9
"""Of what a second process gains the bare loop: two processors may share much."""


def archive(folder: Path, texts: Sequence[str], rounds: int) -> Iterator[list[Row]]:
    """1,000 stories with one worker and with two."""
    file = folder / "archive.jsonl"
    file.write_text("".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts[:1000])))
    run = [*NEWSLINT, "corpus", "run", str(file), "--isolated", "--min-severity", "info", "--profile", "strict"]
    yield [
        Row(CORPUS[0], lambda number: [*run, "--jobs", "1", "--out", f"{folder}/1.{number}"]),
        Row(CORPUS[1], lambda number: [*run, "--jobs", "2", "--out", f"{folder}/2.{number}"]),
        Row(BARE_LOOPS[0], always(*BARE, file)),
        Row(BARE_LOOPS[1], always(*BARE, "--processes", 2, file)),
    ]


def each(words: Sequence[str], drafts: Sequence[str]) -> Callable[[int], Sequence[str]]:
    """A command with another draft in each round."""
    return lambda number: [*words, drafts[number]]


def sources(folder: Path, texts: Sequence[str], rounds: int) -> Iterator[list[Row]]:
    """One draft against more and more sources."""
    draft, *rest = written(folder / "sources", texts[:51])
    story = Path(draft).read_text(encoding="utf-8")
    changed = written(folder / "changed", [f"{story}\n\n{text.split(chr(10))[0]}" for text in texts[51 : 52 + rounds]])
    off = {"NEWSLINT_SERVE": "off"}
    check, figures = [*NEWSLINT, "check", *ALL], ("--select", ",".join(FIGURES))
    with warm(folder) as place:
        rows = [Row("newslint, 0 sources", always(*check, "--no-cache", draft), off)]
        for count in (1, 5, 50):
            named = [word for source in rest[:count] for word in ("--source", source)]
            again, kept = [*check, *named], off | {"NEWSLINT_CACHE_DIR": str(folder / f"kept{count}")}
            rows += [
                Row(f"newslint, {count} sources", always(*check, "--no-cache", *named, draft), off),
                Row(f"newslint, {count} sources, figures alone", always(*check, *figures, "--no-cache", *named, draft), off),
                Row(f"newslint, {count} sources, cached", always(*check, *named, draft), kept),
                Row(f"newslint, {count} sources, new paragraph", each(again, changed), kept),
                Row(f"newslint, {count} sources, warm, new par.", each([*again, "--no-cache"], changed), place),
            ]
            if command := rival("onus"):
                evidence = [word for source in rest[:count] for word in ("--evidence", source)]
                rows.append(Row(f"onus, {count} sources", always(*command, *evidence, draft)))
        yield rows


@dataclass
class Keystroke(Row):
    """What one who types waits for, in place of a command; CPU and memory are those of the server since the row before."""

    server: Server | None = None
    waited: Callable[[], float] = float

    def run(self, number: int) -> None:
        assert self.server
        before = self.server.cpu()
        self.seconds.append(self.waited())
        self.cpu.append(self.server.cpu() - before)
        self.memory = max(self.memory, self.server.memory())


def edit(folder: Path, texts: Sequence[str], rounds: int) -> Iterator[list[Row]]:
    """An edit in an editor, and a run on the same."""
    server = Server(pause=0)
    editor = Editor(server, STORY)
    editor.opened()
    time.sleep(MODEL)
    yield [
        Row("newslint, all rules, cold", always(*NEWSLINT, "check", *ALL, "--no-cache", STORY), {"NEWSLINT_SERVE": "off"}),
        Keystroke("an edit, quick rules shown", always(), server=server, waited=lambda: editor.typed()[0]),
        Keystroke("an edit, all rules shown", always(), server=server, waited=lambda: editor.typed()[1]),
    ]
    server.left()


GROUPS = {"one": one, "many": many, "archive": archive, "sources": sources, "edit": edit}

AGAIN = ("figures alone", "cached", "new paragraph", "warm, new par.")
"""How a draft is held against sources: looking at what onus looks at, unchanged, and with a paragraph more."""

AIMS: Sequence[tuple[str, str, float | None]] = (
    ("newslint, pattern rules, cold", "python -c pass", None),
    ("newslint, all rules, cold", "bare model, cold", None),
    ("newslint, all rules, cached", "python -c pass", None),
    ("newslint, all rules, warm", "python -c pass", None),
    ("newslint, pattern rules, cold", "proselint", 1.0),
    ("newslint, all rules, cold", "nabokov", 0.7),
    ("newslint, all rules, cached", "proselint", 0.7),
    ("newslint, all rules, warm", "proselint", 0.7),
    ("newslint, all rules", "nabokov", 0.6),
    ("newslint, all rules, 2 jobs", "nabokov", 0.6),
    ("newslint, all rules", "bare model", 1.2),
    ("newslint, all rules", "bare model, names alone", 1.2),
    ("an edit, all rules shown", "newslint, all rules, cold", None),
    *((f"newslint, {count} sources, {how}", f"onus, {count} sources", 1.0) for count in (5, 50) for how in AGAIN),
)


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--runs", type=int, help="rounds (default: 7; short: 3)")
    cli.add_argument("--only", default=",".join(GROUPS), help="groups, by comma")
    cli.add_argument("--stories", type=Path, help="JSON lines with 'text', in place of made-up stories")
    cli.add_argument("--short", action="store_true", help="few rounds; fail where a ratio is above its limit")
    args = cli.parse_args()
    args.runs = args.runs or (3 if args.short else 7)
    if args.stories:
        texts = [json.loads(line)["text"] for line in args.stories.read_text(encoding="utf-8").splitlines()]
    else:
        texts = list(stories(60 if args.short else 1000, 450, seed=1))
    slow = 0
    for name in args.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["NEWSLINT_CACHE_DIR"] = str(Path(folder, "code"))  # nobody's own, and no other newslint writes there
            for rows in GROUPS[name](Path(folder), texts, args.runs):
                long = name == "archive"
                measured(rows, min(args.runs, 3) if long else args.runs, first=not long)
                table(name, rows)
                slow += judged(rows, limits() if args.short else {}) + failed(rows)
    return 1 if slow else 0


def measured(rows: Sequence[Row], rounds: int, *, first: bool) -> None:
    """Each command ``first`` once so that bytecode and caches are there, then so many rounds."""
    for row in rows if first else ():
        row.run(0)
        row.seconds.clear()
        row.cpu.clear()
    for number in range(1, rounds + 1):
        for row in rows:
            row.run(number)


def table(name: str, rows: Sequence[Row]) -> None:
    doc = GROUPS[name].__doc__ or ""
    print(f"\n{doc:<44}{'seconds':>9}{'CPU':>8}{'MB':>7}{'x first':>9}")
    for row in rows:
        cpu, times = statistics.median(row.cpu), row.middle / rows[0].middle
        print(f"{row.name:<44}{row.middle:>9.3f}{cpu:>8.2f}{row.memory:>7.0f}{times:>9.2f}")


def judged(rows: Sequence[Row], limited: Mapping[str, float]) -> int:
    """Print the ratios that matter, and how many are above their limit."""
    middle = {row.name: row.middle for row in rows}
    slow = 0
    for ours, theirs, aim in AIMS:
        if ours in middle and theirs in middle:
            ratio = middle[ours] / middle[theirs]
            limit = limited.get(f"{ours} / {theirs}")
            slow += bool(limit and ratio > limit)
            told = [f"aim below {aim}: {'reached' if ratio < aim else 'missed'}"] if aim else []
            told += [f"limit {limit}: {'TOO SLOW' if ratio > limit else 'kept'}"] if limit else []
            print(f"  {ours} / {theirs}: {ratio:.2f}" + (f" ({', '.join(told)})" if told else ""))
    if len(archives := [middle[name] for name in (*CORPUS, *BARE_LOOPS) if name in middle]) == 4:
        one, two, bare, bare_two = archives
        ours, theirs = one / two, bare / bare_two
        share = f"{ours / theirs:.2f} (aim above {GAIN}: {'reached' if ours / theirs > GAIN else 'missed'})"
        print(f"  gain of two workers {ours:.2f}, of the bare loop {theirs:.2f}: {share}")
    return slow


def failed(rows: Sequence[Row]) -> int:
    """Say which commands broke, and how many of ours did; others tell by their status what they have found."""
    for row in rows:
        if row.status > 1:
            print(f"  {row.name}: exit status {row.status}")
    return sum(bool(row.status) for row in rows if row.name.startswith(("newslint", "bare", "python")))


def limits() -> Mapping[str, float]:
    loaded: Mapping[str, float] = yaml.safe_load(Path(__file__).with_name("limits.yaml").read_text(encoding="utf-8"))
    return loaded


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())

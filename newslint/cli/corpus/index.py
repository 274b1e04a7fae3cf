"""``newslint corpus index`` and ``newslint corpus search``: the archive of a house, and what it has on something."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from newslint.archive import build as building
from newslint.archive import file, search
from newslint.archive.stories import Kept, Story
from newslint.archive.terms import sought
from newslint.cli.corpus.inputs import inputs
from newslint.cli.progress import LONG, OFTEN, counted, hide
from newslint.cli.setup import Linters
from newslint.corpus.indexing import Stories
from newslint.corpus.progress import lasting
from newslint.errors import SourceError, UsageError
from newslint.sources.archive import document

SHOWN = 20
"""Documents that could not be read, and are said one by one."""


def index(args: argparse.Namespace) -> int:
    """Make an index, or bring it up to date; 2 where a document could not be read."""
    if args.status:
        return _status(args.status)
    linter = Linters(args, rules=False).of(Path())
    if args.drop:
        changes, faults = _dropped(args), []
    else:
        stories = Stories(inputs(args, linter.config), linter)
        changes = building.build(args.out, _told(stories), stories.parse, update=args.update, add=args.add)
        faults = stories.faults
    faults = [*faults, *changes.failed]
    for fault in faults[:SHOWN]:
        print(f"newslint: {fault}", file=sys.stderr)
    if len(faults) > SHOWN:
        print(f"newslint: and {len(faults) - SHOWN:,} more", file=sys.stderr)
    news = f"{changes.added:,} new, {changes.changed:,} changed, {changes.dropped:,} gone"
    print(f"{args.out}: {counted(changes.stories, 'story', 'stories')} ({news}), {_megabytes(args.out)}")
    return 2 if faults else 0


def _dropped(args: argparse.Namespace) -> building.Changes:
    """The index without some of its stories."""
    if args.files:
        raise UsageError("--drop takes stories out of an index, and reads none: name no files")
    file.refuse(args.out)
    return building.build(args.out, (), document, add=True, drop=args.drop)


def find(args: argparse.Namespace) -> int:
    """List the stories that have some words; 1 where there is none."""
    terms = sought(" ".join(args.words))
    if not terms:
        raise UsageError("name a word that tells something: small words are not kept")
    with file.opened(args.index) as db:
        found = list(search.having(db, terms, args.most))
    for kept in found:
        print(_line(kept) if args.format == "text" else json.dumps(_row(kept), ensure_ascii=False))
    return 0 if found else 1


def _status(path: Path) -> int:
    with file.opened(path) as db:
        stories = int(file.about(db, "stories") or 0)
        first, last = db.execute("SELECT min(published), max(published) FROM stories").fetchone()
        undated = db.execute("SELECT count(*) FROM stories WHERE published IS NULL").fetchone()[0]
        signature = file.about(db, "signature")
    days = f" of {first} to {last}" if first else ""
    print(f"{path}: {counted(stories, 'story', 'stories')}{days}, {undated:,} without a day, {_megabytes(path)}, {signature}")
    if path.with_name(f"{path.name}.part").exists():
        print("an update was broken off; the next one goes on from there")
    return 0


def _told(stories: Stories) -> Iterator[Story]:
    """The stories one by one; at a terminal, once it takes long, with how far one has got and how long the rest may take."""
    begun = time.monotonic()
    due, shown = begun + LONG, sys.stderr.isatty()
    for at, story in enumerate(stories):
        if shown and (now := time.monotonic()) >= due:
            due, share = now + OFTEN, stories.done / stories.total if stories.total else 0
            left = f", {lasting((now - begun) * (1 - share) / share)} left" if share else ""
            sys.stderr.write(f"\r{at:,} stories, {share:.0%}{left}\x1b[K")
            sys.stderr.flush()
        yield story
    if shown:
        sys.stderr.write("\r\x1b[K")
        hide()


def _megabytes(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1e6:,.1f} MB"
    except OSError as fault:
        raise SourceError(f"cannot be read: {fault.strerror}", path=path) from None


def _line(kept: Kept) -> str:
    story = kept.story
    head = kept.headline or " ".join(story.text[:80].split())
    return "  ".join(part for part in (str(story.published or "undated   "), story.key, head) if part)


def _row(kept: Kept) -> dict[str, object]:
    story = kept.story
    published = str(story.published) if story.published else None
    return {"id": story.key, "published": published, "outlet": story.outlet, "headline": kept.headline, "place": story.place}

"""``newslint cache``: what is kept from one run for the next."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from newslint.cli.progress import counted
from newslint.errors import InputError
from newslint.kept import private
from newslint.kept.store import Status, shared

TIERS = {"run": "whole runs", "draft": "drafts", "paragraph": "paragraphs"}
"""What each tier holds, in the order in which they are asked."""


def cache(args: argparse.Namespace) -> int:
    if args.what == "clear":
        return _clear()
    status = shared().status()
    if args.format == "json":
        print(json.dumps(_as_dict(status), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(status)))
    return 0


def _clear() -> int:
    store = shared()
    before = store.status()
    try:
        store.clear()
    except OSError as fault:
        raise InputError(f"cannot be removed: {fault.strerror}", path=fault.filename) from None
    print(f"{counted(sum(tier.entries for tier in before.tiers.values()), 'entry', 'entries')} removed, {_size(before.size)}")
    return 0


def _lines(status: Status) -> list[str]:
    lines = [str(status.path), f"{_size(status.size)} of {_size(status.bound)}"]
    for name, words in TIERS.items():
        if name in status.tiers:
            tier = status.tiers[name]
            asked = tier.hits + tier.misses
            share = f"{tier.hits:,} of {asked:,} asked for were there ({tier.hits / asked:.0%})" if asked else "never asked for"
            lines.append(f"  {words:<12}{tier.entries:>8,}  {_size(tier.size):>9}   {share}")
    return lines if status.tiers else [*lines, f"  nothing is kept{_why(Path(status.path).parent)}"]


def _why(folder: Path) -> str:
    """What keeps newslint from using this folder, or from making it; runs never say it."""
    there = next(path for path in (folder, *folder.parents) if os.path.exists(path))  # noqa: PTH110  no error where it may not be seen
    if there == folder and not private.ours(there.lstat()):
        return " or looked at: the folder belongs to another user; NEWSLINT_CACHE_DIR names another one"
    if not (there.is_dir() and os.access(there, os.W_OK)):
        return f": {there} cannot be written to"
    return ""


def _as_dict(status: Status) -> dict[str, Any]:
    tiers = {name: dict(status.tiers[name]._asdict()) for name in sorted(status.tiers)}
    return {"path": str(status.path), "size": status.size, "bound": status.bound, "tiers": tiers}


def _size(number: float) -> str:
    for unit in ("bytes", "KB", "MB"):
        if number < 1024 or unit == "MB":
            break
        number /= 1024
    return f"{number:,.0f} {unit}" if unit == "bytes" else f"{number:,.1f} {unit}"

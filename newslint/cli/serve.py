"""``newslint serve``: a warm process for this user."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from datetime import datetime
from typing import Any

from newslint.errors import NewslintError
from newslint.serve.door import asked
from newslint.serve.wire import NAME, STATUS, STOP, folder, head, unpacked

GONE = 10.0
"""Seconds that a server may take to end."""


def serve(args: argparse.Namespace) -> int:
    """Start, look at or stop the warm process; 1 from ``status`` and ``stop`` where there is none."""
    if os.name != "posix":
        raise NewslintError("this system has no Unix sockets, so that no process can be kept warm; newslint runs without one")
    return {"start": _start, "status": _status, "stop": _stop}[args.what](args)


def _start(args: argparse.Namespace) -> int:
    from newslint.cli import run
    from newslint.serve import starting
    from newslint.serve.worker import Limits

    if there := _asked(STATUS):
        print(f"newslint: a warm process is there already, process {json.loads(there)['process']}", file=sys.stderr)
        return 0
    chosen: dict[str, Any] = {"idle": args.idle * 60.0, "verbose": args.verbose}
    if args.workers:
        chosen["workers"] = args.workers
    begin = starting.serve if args.foreground else starting.detached
    began = time.monotonic()

    def ready(path: str) -> None:
        print(f"newslint: warm after {time.monotonic() - began:.1f} s, at {path}; 'newslint serve stop' ends it", file=sys.stderr)

    begin(run, Limits(**chosen), ready)
    return 0


def _status(args: argparse.Namespace) -> int:
    answer = _asked(STATUS)
    if args.format == "json":
        print(json.dumps(json.loads(answer) | {"running": True} if answer else {"running": False}, indent=2))
    else:
        print("\n".join(_told(json.loads(answer))) if answer else "no warm process; 'newslint serve' starts one")
    return 0 if answer else 1


def _told(state: dict[str, Any]) -> list[str]:
    since = datetime.fromisoformat(state["since"])
    workers = state["workers"]
    busy = sum(one["busy"] for one in workers)
    minutes = max(0, state["ends_after"] - state["idle"]) / 60
    return [
        f"warm process {state['process']}, newslint {state['version']}, since {since:%Y-%m-%d %H:%M:%S}",
        f"socket    {state['socket']}",
        f"requests  {state['requests']:,} ({state['failed']:,} lost, {state['waiting']:,} waiting)",
        f"workers   {len(workers)} ({busy} busy): " + ", ".join(str(one["process"]) for one in workers),
        f"memory    {state['memory'] / 1e6:,.0f} MB, all of them together",
        f"ends      in {minutes:.0f} minutes, if nothing is asked",
    ]


def _stop(args: argparse.Namespace) -> int:
    answer = _asked(STATUS)
    if answer is None or _asked(STOP) is None:
        print("newslint: there is no warm process", file=sys.stderr)
        return 1
    process, end = json.loads(answer)["process"], time.monotonic() + GONE
    while _lives(process) and time.monotonic() < end:
        time.sleep(0.02)
    print(f"newslint: process {process} {'is ending' if _lives(process) else 'has ended'}", file=sys.stderr)
    return 0


def _asked(verb: bytes) -> bytes | None:
    """What the server answers; None where none does."""
    answer = asked(f"{folder()}/{NAME}", head(verb))
    return None if answer is None else (unpacked(answer) or [b""])[0]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True

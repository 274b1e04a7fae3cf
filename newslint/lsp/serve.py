"""Running the server: a stream in, a stream out, an exit status."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Thread

from newslint.lsp.diagnosing import Make
from newslint.lsp.server import Server
from newslint.lsp.stream import Stream, Writer, connected, listen, standard
from newslint.run.keeping import seldom

PATIENCE = 1.0
"""Seconds that a thread may take to notice that the server leaves."""

SLICE = 0.001
"""Seconds after which a thread that lints lets the event loop have its turn, if that has something to do."""

LOOK = 3.0
"""Seconds between two looks whether the editor still lives."""


def serve(make: Make, tcp: tuple[str, int] | None = None) -> int:
    """Speak the protocol until the client leaves or is gone; 0 if it asked us to shut down first, else 1."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it logs, with a traceback, what we answer or report
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    seldom()
    sys.setswitchinterval(SLICE)
    stream = connected(*tcp) if tcp else standard()
    threads = [ThreadPoolExecutor(number, thread_name_prefix=name) for name, number in (("lint", 1), ("ask", 2))]
    status = asyncio.run(_talk(make, stream, *threads))
    if not _rest(threads):
        sys.stderr.flush()
        os._exit(status)
    return status


async def _talk(make: Make, stream: Stream, worker: Executor, asker: Executor) -> int:
    loop = asyncio.get_running_loop()
    inbox: asyncio.Queue[bytes | None] = asyncio.Queue()

    def heard(body: bytes | None) -> None:
        with suppress(RuntimeError):  # we have left meanwhile
            loop.call_soon_threadsafe(inbox.put_nowait, body)

    server = Server(make, worker, asker, gone=lambda: heard(None))
    writer = Writer(stream.write, gone=lambda: heard(None))
    server.protocol.set_writer(writer)
    listen(stream.read, heard)
    watch = loop.create_task(_parent(server))
    while server.status is None and (body := await inbox.get()) is not None:
        server.protocol.receive(body)
    watch.cancel()
    await server.finish()
    writer.close()
    return server.status if server.status is not None else 1


async def _parent(server: Server) -> None:
    """Leave when the editor's process dies without a word."""
    while os.name == "posix":
        await asyncio.sleep(LOOK)
        if server.process_id and not _lives(server.process_id):
            server.leave(1)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _rest(threads: list[ThreadPoolExecutor]) -> bool:
    """Wait for the threads to end what they are doing; whether they did."""
    ended = Event()

    def wait() -> None:
        for thread in threads:
            thread.shutdown(cancel_futures=True)
        ended.set()

    Thread(target=wait, daemon=True).start()
    return ended.wait(PATIENCE)

"""The workers of a server, as its supervisor sees them: made when needed, heard, killed when they hang, let go."""

from __future__ import annotations

import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from newslint.serve.wire import RUN
from newslint.serve.worker import BEAT, DONE, PATIENCE, SPENT, Limits

HUNG = 5.0
"""Seconds without a sign of life after which a busy worker is killed."""

EARLY = 5
"""Workers that may die one after another without having answered anything."""

SPARE = 60.0
"""Seconds after which a worker that is one of several, and has nothing to do, is let go."""


@dataclass(eq=False)
class Hand:
    """A worker: ``busy`` is when it was given what it does, ``used`` when it last had done something."""

    process: int
    control: socket.socket
    used: float
    busy: float | None = None
    heard: float = 0.0
    answered: int = 0


class Crew:
    """All of them. ``work`` is what a new process does with its end of a control socket; ``say`` writes a line of the log."""

    def __init__(
        self,
        selector: selectors.BaseSelector,
        work: Callable[[socket.socket], None],
        limits: Limits,
        say: Callable[[str], None],
    ) -> None:
        self._selector, self._work, self._limits, self._say = selector, work, limits, say
        self.hands: list[Hand] = []
        self.lost = 0
        self.last = time.monotonic()
        """When one of them last had done something."""
        self._early = 0

    @property
    def busy(self) -> bool:
        return any(hand.busy for hand in self.hands)

    @property
    def dying(self) -> bool:
        """Whether they die before they have done anything, so that more of them are of no use."""
        return self._early >= EARLY

    def free(self) -> Hand | None:
        """The one that was used last: what is asked again, it knows. A new one where all have something to do."""
        free = [hand for hand in self.hands if not hand.busy]
        if free:
            return max(free, key=lambda hand: hand.used)
        return self.hire() if len(self.hands) < self._limits.workers else None

    def give(self, hand: Hand, connection: socket.socket) -> bool:
        """Hand a connection over; False where the worker is gone."""
        try:
            socket.send_fds(hand.control, [RUN], [connection.fileno()])
        except OSError:
            self.let_go(hand)
            return False
        hand.busy = hand.heard = time.monotonic()
        return True

    def hire(self) -> Hand | None:
        """One more, if there can be one."""
        try:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
            process = os.fork()
        except OSError as fault:  # no handles, or no room for a process
            self._say(f"no worker can be made: {fault.strerror}")
            return None
        if process == 0:
            ours.close()
            self._be_one(theirs)
        theirs.close()
        ours.setblocking(False)
        hand = Hand(process, ours, time.monotonic())
        self.hands.append(hand)
        self._selector.register(ours, selectors.EVENT_READ, hand)
        return hand

    def _be_one(self, control: socket.socket) -> None:
        """In the child: work, and leave without the last rites of its parent."""
        status = 1
        try:
            for hand in self.hands:
                hand.control.close()
            self._work(control)
            status = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)

    def hear(self, hand: Hand) -> None:
        """What a worker has to say: that it lives, has done what it was given, or goes."""
        try:
            said = hand.control.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        hand.heard = time.monotonic()
        if DONE in said or SPENT in said:
            hand.busy, hand.used, self._early = None, hand.heard, 0
            self.last = hand.heard
            hand.answered += 1
        if not said:
            self._early += not hand.answered
        if not said or SPENT in said:
            self.let_go(hand)

    def look_after(self, now: float) -> None:
        """Let go who hangs and who is not needed; one is always there."""
        for hand in [*self.hands]:
            if hand.busy and (now - hand.heard > HUNG or now - hand.busy > self._limits.seconds + HUNG):
                self._say(f"worker {hand.process} hangs and is killed")
                self.let_go(hand)
            elif not hand.busy and len(self.hands) > 1 and now - hand.used > SPARE:
                self.let_go(hand)
        if not self.hands:
            self.hire()

    def let_go(self, hand: Hand) -> None:
        """A worker is gone, or must go."""
        if hand.busy:
            self.lost += 1
            self._say(f"worker {hand.process} was lost with a request")
        self.hands.remove(hand)
        self._selector.unregister(hand.control)
        hand.control.close()
        with suppress(OSError):
            os.kill(hand.process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(hand.process, 0)

    def disband(self) -> None:
        """The end: who is busy may answer, if it is soon."""
        for hand in self.hands:
            with suppress(OSError):
                hand.control.shutdown(socket.SHUT_WR)
        end = time.monotonic() + PATIENCE
        while self.busy and time.monotonic() < end:
            for key, _ in self._selector.select(BEAT):
                if isinstance(key.data, Hand):
                    self.hear(key.data)
        for hand in [*self.hands]:
            self.let_go(hand)

    def status(self) -> list[dict[str, object]]:
        return [{"process": hand.process, "requests": hand.answered, "busy": hand.busy is not None} for hand in self.hands]

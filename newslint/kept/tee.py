"""A stream that is listened to while it is written."""

from __future__ import annotations

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from newslint.kept.watching import Watch


class Tee:
    """A stream that takes down what is written to it."""

    def __init__(self, number: int, bare: Any, watch: Watch) -> None:
        self.bare = bare
        self._number = number
        self._watch = watch

    def write(self, text: str) -> int:
        self._watch.written(self._number, text)
        written: int = self._done(self.bare.write, text)
        return written

    def writelines(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.write(text)

    def flush(self) -> None:
        self._watch.written(self._number, None)
        self._done(self.bare.flush)

    def _done(self, work: Callable[..., Any], *given: Any) -> Any:
        try:
            return work(*given)
        except BaseException:  # a pipe that was closed, say
            self._watch.spoiled = True
            raise

    @property
    def buffer(self) -> Any:
        self._watch.spoiled = True
        return self.bare.buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bare, name)

"""Pages from the web, only where ``--fetch`` asks for them, and the cache that keeps their text.

``client`` gets a page by way of ``door``, which connects to public addresses alone; ``article``
finds the story on it; ``cache`` keeps its text as a file with front matter, so that the next run
reads it like any other source.
"""

from __future__ import annotations

from importlib.util import find_spec

from newslint.errors import UsageError

NEEDED = ("httpcore", "trafilatura")
EXTRA = "pip install 'newslint[web]'"


def refuse_without_extra(option: str) -> None:
    """Raise UsageError where a package that fetching needs is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(f"{option} needs {' and '.join(missing)}: {EXTRA}")

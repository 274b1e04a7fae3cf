"""What newslint prints on a terminal, which every editor must show."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LINE = re.compile(r"\S+?:(\d+):(\d+): (\S+) (.*) \(\S+\)")

Found = list[tuple[int, int, str, str]]
"""Line, column, code and message of each finding, in order."""


def printed(draft: Path, text: str | None = None) -> Found:
    """What ``newslint`` prints of the draft, or of this text in its place."""
    words = [sys.executable, "-m", "newslint", draft.name if text is None else "-", "--stdin-display-name", draft.name]
    given = None if text is None else f"\ufeff{text}"  # the mark of a file, which is taken away; one that was typed stays
    ran = subprocess.run(words, input=given, cwd=draft.parent, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return sorted((int(line), int(column), code, message) for line, column, code, message in LINE.findall(ran.stdout))

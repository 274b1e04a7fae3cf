"""Odd files: what is done for them grows as they do, and no faster. Steps are counted, so that no clock is needed."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from newslint.read import read

ODD = [
    *[("a.html", odd) for odd in ("<h2>", "<h2></p>", "<blockquote></p></li>", "<li>a", "<a href=x>a", "<header><h1>a</h1>")],
    *[("a.html", odd) for odd in ("<pre><code>", "<sup>", "<article><p>a</article>", "<", "&", "<td>a</ul>")],
    *[("a.md", odd) for odd in ("|---", "|a|\n", "[a](", "**a ", "> ", "```\n", "![a](", "<a ", "# ", "<!-- ", "- a\n")],
]


def calls(name: str, text: str) -> Counter[str]:
    """How often each function is called, those of C and the steps of generators included."""
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, arg: object) -> None:
        if event == "call":
            counts[frame.f_code.co_name] += 1
        elif event == "c_call":
            counts[getattr(arg, "__name__", "")] += 1

    sys.setprofile(count)
    try:
        read(Path(name), text.encode())
    finally:
        sys.setprofile(None)
    return counts


@pytest.mark.parametrize(("name", "odd"), ODD)
def test_four_times_the_text_is_four_times_the_calls(name: str, odd: str) -> None:
    assert calls(name, odd * 1200).total() < 5 * calls(name, odd * 300).total()


def test_a_line_is_matched_a_number_of_times_that_is_not_its_length() -> None:
    few, many = calls("a.md", "|---" * 100 + "|"), calls("a.md", "|---" * 1000 + "|")
    assert few["match"] == many["match"]

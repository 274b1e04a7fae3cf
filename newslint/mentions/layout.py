"""What a text is laid out in: blocks, sentences, words, links, and the wishes written into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    whole file.
    """

    codes: tuple[tuple[str, str], ...]
    reason: str
    reach: Literal["line", "block", "file"]


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

"""Document, Source and Dossier: texts with lazy, typed layers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind, Ignore, Quoted
from newslint.reading import Original, copied, plain
from newslint.spans import Cover, LineIndex, Span, masked

T = TypeVar("T")
Maker = Callable[[Any], tuple[Any, ...]]
_WORDS = compiled(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Layered:
    """Something whose layers are worked out when first asked for, once.

    A layer is named by the type of what it holds, so ``draft.all(Quote)`` is a tuple of
    quotes to the type checker too. The makers are handed in: a document knows no annotator.
    """

    makers: Mapping[type, Maker] = field(default_factory=dict, repr=False, compare=False, kw_only=True)
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """Everything of this kind, in text order; worked out once."""
        if kind not in self._made:
            self._made[kind] = self.makers[kind](self)
        made: tuple[T, ...] = self._made[kind]
        return made

    def once(self, make: Callable[..., T], *given: Any) -> T:
        """What this function makes of this and of what is ``given``; like a layer, worked out once.

        For what those who compare need of each text alone: a source that is kept keeps it.
        """
        key = make, *given
        if key not in self._made:
            self._made[key] = make(self, *given)
        made: T = self._made[key]
        return made


@dataclass(frozen=True)
class Document(Layered):
    """A text and what is known about it.

    ``prose`` is ``text`` with ``GONE`` where markup stands: same length, so that an offset
    into one is an offset into the other. ``markup`` are the blocks that
    the markup itself names; plain text has none. ``meta`` is the front matter, and
    ``meta_lines`` the line of each of its keys. ``path`` is the file it was read from, if any.
    """

    name: str
    text: str
    prose: str = ""
    published: dt.date | None = None
    language: str = "en"
    markup: tuple[Block, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None
    original: Original | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.prose:
            object.__setattr__(self, "prose", self.text)
        if len(self.prose) != len(self.text):
            raise ValueError("prose must be as long as text")

    def named(self, name: str, published: dt.date | None) -> Document:
        """The same text under another name and date; layers are worked out anew."""
        return replace(self, name=name, published=published)

    @cached_property
    def reading(self) -> Document:
        """The copy that annotators and checks work on: the text as its reader sees it, in the blocks of
        the file, with an ``original`` to find the way back by; the document itself where it reads so."""
        blocks = self.all(Block)
        spans = [block.span for block in blocks]
        if self.original or plain(self.text, self.prose, spans):
            return self
        text, original, places = copied(self.text, self.prose, spans, [ignore.span for ignore in self.all(Ignore)])
        named = {block.span.stripped(self.prose).start: block.kind for block in self.markup}
        pairs = [(block, place) for block, place in zip(blocks, places, strict=True) if len(place)]
        markup = tuple(Block(place, named[block.start]) for block, place in pairs if block.start in named)
        copy = replace(self, text=text, prose=text, markup=markup, original=original)
        copy._made[Block] = tuple(replace(block, span=place) for block, place in pairs)
        copy._made[Ignore] = ()
        return copy

    def part(self, kinds: Collection[BlockKind]) -> Document:
        """The same text with only its blocks of these kinds to read: an offset into the one is an offset into the other."""
        kept = tuple(block for block in self.all(Block) if block.kind in kinds)
        away = (block.span for block in self.all(Block) if block.kind not in kinds)
        part = replace(self, prose=masked(self.prose, away), markup=())
        part._made[Block] = kept
        part._made[Ignore] = self.all(Ignore)
        return part

    def placed(self, span: Span) -> Span:
        """Where a span of this text stands in the file."""
        return self.original.span(span) if self.original else span

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) in the file, both from 1, of an offset into this text."""
        if self.original:
            return self.original.lines.position(self.original.span(Span(offset, offset)).start)
        return self.lines.position(offset)

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def body(self) -> str:
        """The prose to read: front matter, boilerplate, code and ignore comments blanked."""
        away = [block.span for block in self.all(Block) if block.kind in ("front-matter", "boilerplate", "code")]
        return masked(self.prose, [*away, *(ignore.span for ignore in self.all(Ignore))])

    @cached_property
    def own_words(self) -> str:
        """The body without its quotations: what the writer says in the writer's own voice."""
        return masked(self.body, (quote.outer for quote in self.all(Quoted)))

    def quoted(self, span: Span) -> bool:
        """Whether this span lies, in whole or part, inside quotation marks."""
        return self._quotations.touches(span)

    @cached_property
    def _quotations(self) -> Cover:
        return Cover(quote.outer for quote in self.all(Quoted))


SourceKind = Literal["primary", "agency", "outlet", "interview", "transcript", "data", "press-release", "archive", "notes"]


@dataclass(frozen=True)
class Source:
    """A text that the draft must agree with.

    ``outlet`` is who published it ("The Guardian"), ``url`` where. ``translated`` says that its
    quotations were spoken in another language, ``licensed`` that its wording may be used as it
    stands; ``notes`` and ``interview`` are a reporter's own, and stand behind what no text holds.
    """

    doc: Document
    id: str
    kind: SourceKind = "outlet"
    outlet: str = ""
    translated: bool = False
    licensed: bool = False
    url: str = ""


@dataclass(frozen=True)
class Dossier(Layered):
    """A draft and its sources; its layers hold what was found of one in the other.

    ``unread`` says what was wrong with sources that could not be read, each in a line; ``empty`` are
    the names of those that have no words, so that nothing can be compared with them.
    """

    draft: Document
    sources: tuple[Source, ...] = ()
    unread: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len({source.id for source in self.sources}) < len(self.sources):
            raise ValueError("every source needs an id of its own")

    @classmethod
    def of(
        cls, draft: Document, sources: Iterable[Source], unread: tuple[str, ...] = (), *, makers: Mapping[type, Maker]
    ) -> Dossier:
        """The draft with these sources, each once and with an id of its own; those without words are put aside."""
        empty: dict[str, None] = {}
        kept: dict[str, Source] = {}
        texts: set[tuple[str, str]] = set()
        copies: dict[str, int] = {}
        for source in sources:
            text = (source.doc.name, source.doc.text)
            if not _WORDS.search(source.doc.body):
                empty[source.doc.name] = None
            elif text not in texts:
                texts.add(text)
                id_ = source.id
                while id_ in kept:
                    copies[source.id] = copies.get(source.id, 1) + 1
                    id_ = f"{source.id}-{copies[source.id]}"
                doc = source.doc.named(id_, source.doc.published) if source.doc.name == source.id != id_ else source.doc
                kept[id_] = replace(source, id=id_, doc=doc)
        return cls(draft, tuple(kept.values()), unread, tuple(empty), makers=makers)

    def together(self, make: Callable[[tuple[Source, ...]], T]) -> T:
        """What this function makes of the sources alone; kept with the first of them, as long as they stay together."""
        if not self.sources:
            return make(())
        kept = self.sources[0].doc._made
        before, made = kept.get((make,), ((), None))
        same = before == self.sources and all(one.doc is other.doc for one, other in zip(before, self.sources, strict=True))
        if not same:
            made = make(self.sources)
            kept[(make,)] = self.sources, made
        found: T = made
        return found

    @cached_property
    def reading(self) -> Dossier:
        """The reading copies of all of them, the sources in an order of their own: what is found does not hang on the
        order in which they were given. Where two say the same, the one that appeared first is named."""
        sources = sorted((replace(source, doc=source.doc.reading) for source in self.sources), key=_precedence)
        return replace(self, draft=self.draft.reading, sources=tuple(sources))


def _precedence(source: Source) -> tuple[bool, dt.date, str]:
    """Earlier stories of the archive last, then by the day of publication."""
    return source.kind == "archive", source.doc.published or dt.date.max, source.id

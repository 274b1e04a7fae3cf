"""spaCy: paragraphs in, tokens and entities out. The only package that imports it.

The paragraph is what the model sees, in every way of running, so that the same words give
the same parse from the command line, the editor and the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Entity, NameLabel, Token
from newslint.nlp.batches import parsed
from newslint.nlp.loading import Wanted, installed, loaded
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.kept.paragraphs import Keeper

__all__ = ["Parser", "Wanted", "installed", "ready"]

_UNREAD = ("boilerplate", "front-matter", "code")
_LONGEST = 50_000
"""Characters; a longer block is no prose, and the model's memory grows with it."""

_LATELY = 1000
"""Paragraphs of which is kept what the model said: those of several open drafts."""

_LABELS = frozenset(get_args(NameLabel))
_WORD = compiled(r"[^\s\ud800-\udfff]+")  # half a surrogate pair breaks the model

Kept = Callable[[Any], tuple[Any, ...]]
"""What is kept of a parsed paragraph, by offsets into it."""


def ready(model: str | None, wanted: Wanted) -> None:
    """Load what is wanted of a model now, if it is not there yet; raises NewslintError where none is installed."""
    loaded(installed(model), wanted)


class Parser:
    """A spaCy model, loaded when a layer that needs it is first asked for."""

    def __init__(self, model: str | None = None, *, keeps: bool = False) -> None:
        self.model = model
        self.keeps = keeps
        """Whether what the model says is kept for the next run, too."""
        self._lately: dict[Kept, dict[str, tuple[Any, ...]]] = {}
        """What was kept of the paragraphs read lately, those read last at the end."""

    def tokens(self, doc: Document) -> tuple[Token, ...]:
        """Every word of the paragraphs to be read, with its part in the sentence."""
        made: list[Token] = []
        for at, words in self._read(doc, _words, "words"):
            first = len(made)
            for start, length, head, (text, lemma, pos, tag, dep) in words:
                made.append(Token(_span(at, start, length), text, lemma, pos, tag, dep, first + head))
        return tuple(made)

    def entities(self, doc: Document) -> tuple[Entity, ...]:
        """What the model takes for names, dates and figures left out."""
        return tuple(
            Entity(_span(at, start, length), label)
            for at, entities in self._read(doc, _entities, "names")
            for start, length, label in entities
        )

    def _read(self, doc: Document, kept: Kept, wanted: Wanted) -> Iterator[tuple[Sequence[int], tuple[Any, ...]]]:
        """What is kept of each paragraph, with the offset in the text of each of its characters.

        A paragraph that the model has read lately is not read again: to it the same words are the same.
        """
        spans = [block.span for block in doc.all(Block) if block.kind not in _UNREAD and len(block.span) <= _LONGEST]
        plain = [words for span in spans if (words := _on_one_line(doc.body, span))[0]]
        known = self._lately.setdefault(kept, {})
        new = list(dict.fromkeys(text for text, _ in plain if text not in known))
        read = {text: known.pop(text) for text, _ in plain if text in known}
        read.update(self._made(new, kept, wanted) if new else {})
        known.update(read)
        for text in list(islice(known, max(0, len(known) - max(_LATELY, len(read))))):
            del known[text]
        return ((at, read[text]) for text, at in plain)

    def _made(self, new: Sequence[str], kept: Kept, wanted: Wanted) -> dict[str, tuple[Any, ...]]:
        """What is kept of paragraphs that this process has not read: from an earlier one, or from the model."""
        made = self._keeper.get(wanted, new) if self._keeper else {}
        if new := [text for text in new if text not in made]:
            nlp = loaded(installed(self.model), wanted)
            fresh = {text: kept(one) for text, one in parsed(nlp, new)}
            made.update(fresh)
            if self._keeper:
                self._keeper.put(wanted, fresh)
        return made

    @cached_property
    def _keeper(self) -> Keeper | None:
        if not self.keeps:
            return None
        from newslint.kept.paragraphs import Keeper

        return Keeper(installed(self.model))


def _words(doc: Any) -> tuple[Any, ...]:
    """Start, length and head's number of each word, and what else a Token says of it."""
    return tuple((word.idx, len(word), word.head.i, (word.text, word.lemma_, word.pos_, word.tag_, word.dep_)) for word in doc)


def _entities(doc: Any) -> tuple[tuple[int, int, str], ...]:
    """Start, length and label of each name."""
    return tuple((one.start_char, len(one.text), one.label_) for one in doc.ents if one.label_ in _LABELS)


def _on_one_line(text: str, span: Span) -> tuple[str, list[int]]:
    """The words of a span with one space between them, and the offset in ``text`` of each character.

    Blanked markup and broken lines would be tokens to the model, and mislead it.
    """
    words: list[str] = []
    at: list[int] = []
    for word in _WORD.finditer(text, span.start, span.end):
        words.append(word[0])
        at += range(word.start(), word.end() + 1)
    return " ".join(words), at


def _span(at: Sequence[int], start: int, length: int) -> Span:
    return Span(at[start], at[start + length - 1] + 1)

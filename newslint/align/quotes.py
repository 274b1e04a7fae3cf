"""Every quotation of the draft and the words of the sources that come nearest to it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel, Levenshtein

from newslint.comparisons import QuoteMatch, Verdict
from newslint.document import Document, Dossier, Source
from newslint.mentions import Quote
from newslint.spans import Span
from newslint.words import STOP_WORDS

ALTERED = 0.6
"""Likeness of content stems from which two wordings are one quotation, altered; translations of one
text score 0.67 to 0.75, chance at most 0.36."""

MOST_ROUND = 3
"""How many words are shown beyond those that both wordings have."""

_PHRASE = 5
"""Words from which a quotation must share two telling ones with what it may be an alteration of."""

FILLERS = frozenset({"um", "er", "uh", "erm", "mm"})
_TEENS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
HOUSE_STYLE = {word: str(number) for number, word in enumerate(_TEENS.split())}
HOUSE_STYLE |= {word: str(10 * tens) for tens, word in enumerate(_TENS.split(), 2)}
HOUSE_STYLE["percent"] = "%"
AMERICAN = {"our": "or", "ise": "ize", "isi": "izi", "isa": "iza", "yse": "yze", "tre": "ter", "lled": "led", "lling": "ling"}
"""British spellings inside longer words, by their American ones; both sides of a comparison are folded."""

_BRITISH = re.compile(r"our|is[eia](?=\w*$)|yse|tre$|ll(?:ed|ing)$")
NEGATIONS = frozenset({"no", "not", "never", "nor", "none", "nobody", "nothing", "cannot", "without"})
"""Small words that a quotation must not lose."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|(?<=\d)%")
_INSERTION = re.compile(r"\[[^\[\]\n]{0,300}\]|\([^()\n]{0,40}\?\)")
_STOP = re.compile(r"[.!?;:\n“”\"]")
_ELLIPSIS = re.compile(r"\[?\s?(?:…|\.\s?\.\s?\.)\s?\]?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as quotations are compared, and where it stands."""

    span: Span
    form: str

    @property
    def stem(self) -> str:
        """Five letters: enough to tell words apart in one passage, few enough to see military in militant."""
        return self.form[:5]

    @property
    def content(self) -> bool:
        return self.form not in STOP_WORDS or self.form in NEGATIONS or self.form.endswith("n't")


def quote_matches(dossier: Dossier) -> tuple[QuoteMatch, ...]:
    """One match a quotation: the same words, altered words, or found nowhere."""
    texts = [SourceWords(source) for source in dossier.sources]
    quotes = (quote for quote in dossier.draft.all(Quote) if quote.kind != "title")
    return tuple(match for quote in quotes if (match := _match(quote, dossier.draft, texts)))


class SourceWords:
    """The whole text of a source as words, not only what it quotes, and where each stem stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.words = list(words(source.doc.body, Span(0, len(source.doc.body))))

    @cached_property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    @cached_property
    def running(self) -> str:
        return f" {' '.join(self.forms)} "

    @cached_property
    def starts(self) -> list[int]:
        """The offset in ``running`` of each word."""
        at, starts = 1, []
        for form in self.forms:
            starts.append(at)
            at += len(form) + 1
        return starts

    @cached_property
    def places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            places[word.stem].append(at)
        return places


def words(text: str, span: Span) -> Iterator[Word]:
    """The words of a stretch as a quotation is compared: no case, marks, insertions or fillers."""
    yield from _words(_without_insertions(span.of(text)), span.start)


def _words(text: str, offset: int) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        form = plain(found[0])
        if form not in FILLERS:
            yield Word(Span(offset + found.start(), offset + found.end()), form)


def _without_insertions(text: str) -> str:
    """The text with "[our own words]" blanked; "[...]" stays, since it says that theirs are missing."""
    return _INSERTION.sub(lambda found: found[0] if _ELLIPSIS.fullmatch(found[0]) else " " * len(found[0]), text)


def plain(word: str) -> str:
    """A word as house styles agree on it: no case, diacritics or shape of apostrophe, small numbers
    in figures, and British endings as American ones.
    """
    word = unicodedata.normalize("NFKD", word.replace("’", "'").lower())
    word = "".join(letter for letter in word if not unicodedata.combining(letter))
    if word in HOUSE_STYLE:
        return HOUSE_STYLE[word]
    return _BRITISH.sub(lambda found: AMERICAN[found[0]], word) if len(word) > 5 else word


def _match(quote: Quote, draft: Document, texts: Sequence[SourceWords]) -> QuoteMatch | None:
    parts = [part for part in _parts(quote, draft) if part]
    whole = [word for part in parts for word in part]
    if not whole:
        return None
    for text in texts:
        if place := _verbatim(parts, text):
            return QuoteMatch(quote.span, "same", 1.0, text.source.id, place, quote, place.of(text.source.doc.text))
    if len(whole) < 3 and sum(word.content for word in whole) < 2:
        return _single(quote, whole, texts)
    best: tuple[float, SourceWords, Span] | None = None
    for text in texts:
        for score, place in _near(whole, text):
            if best is None or score > best[0]:
                best = (score, text, place)
    if best is None:
        return QuoteMatch(quote.span, "unsupported", 0.0, None, None, quote)
    score, text, place = best
    original = place.of(text.source.doc.text)
    verdict: Verdict = "differs" if score >= ALTERED and _tells(whole, original) else "unsupported"
    changes = Levenshtein.opcodes([word.form for word in whole], [word.form for word in words(original, Span(0, len(original)))])
    reworded = any(change.tag == "replace" for change in changes)
    return QuoteMatch(quote.span, verdict, score, text.source.id, place, quote, original, reworded)


def _tells(whole: Sequence[Word], original: str) -> bool:
    """Whether the two share more than a word that anybody might say ("Our thoughts are with ...")."""
    content = [word.stem for word in whole if word.content]
    having = {word.stem for word in words(original, Span(0, len(original)))}
    return len(content) < 2 or len(whole) < _PHRASE or sum(stem in having for stem in content) > 1


def _parts(quote: Quote, draft: Document) -> Iterator[list[Word]]:
    """The stretches between ellipses; each must be in the source, in this order."""
    text, at = _without_insertions(quote.span.of(draft.body)), 0
    for gap in _ELLIPSIS.finditer(text):
        yield list(_words(text[at : gap.start()], quote.start + at))
        at = gap.end()
    yield list(_words(text[at:], quote.start + at))


def _verbatim(parts: Sequence[Sequence[Word]], text: SourceWords) -> Span | None:
    """Where the source has these words in this order, gaps only where the draft shows an ellipsis."""
    at, first, last = 0, -1, -1
    for part in parts:
        wanted = " ".join(word.form for word in part)
        found = text.running.find(f" {wanted} ", at)
        if found < 0:
            return None
        index = bisect_left(text.starts, found + 1)
        first = index if first < 0 else first
        last = index + len(part) - 1
        at = found + len(wanted) + 1
    return text.words[first].span.through(text.words[last].span)


def _single(quote: Quote, whole: Sequence[Word], texts: Sequence[SourceWords]) -> QuoteMatch:
    """A quotation of one content word: its stem is in a source, or it is nowhere."""
    wanted = next((word for word in whole if word.content), whole[0])
    for text in texts:
        if at := text.places.get(wanted.stem):
            place = text.words[at[0]].span
            return QuoteMatch(quote.span, "same", 1.0, text.source.id, place, quote, place.of(text.source.doc.text))
    return QuoteMatch(quote.span, "unsupported", 0.0, None, None, quote)


def _near(whole: Sequence[Word], text: SourceWords) -> Iterator[tuple[float, Span]]:
    """The likest stretches of a source, where the telling words line up.

    Each of them that both have votes for the shift between the two texts that would put it in
    place; only around the shifts with most votes are the words compared. A short quotation of
    small words ("I did it") is told by all of them.
    """
    every = sum(word.content for word in whole) < 3
    telling = [at for at, word in enumerate(whole) if every or word.content]
    votes: Counter[int] = Counter()
    for at in telling:
        for place in text.places.get(whole[at].stem, ())[:200]:
            votes[(place - at) // 3] += 1
    wanted = [whole[at].stem for at in telling]
    for bucket, _ in votes.most_common(6):
        start = max(0, bucket * 3 - 4)
        stop = min(len(text.words), start + len(whole) + 12)
        near = [at for at in range(start, stop) if every or text.words[at].content]
        hits = [at for at in near if text.words[at].stem in wanted]
        if hits:
            having = [text.words[at].stem for at in near if hits[0] <= at <= hits[-1]]
            yield Indel.normalized_similarity(wanted, having), _rounded_off(whole, text, hits[0], hits[-1])


def _rounded_off(whole: Sequence[Word], text: SourceWords, first: int, last: int) -> Span:
    """The likest stretch with as many words more at either end as the quotation has there, within its sentence."""
    known = [word.stem for word in whole]
    before = min(MOST_ROUND, known.index(text.words[first].stem))
    after = min(MOST_ROUND, known[::-1].index(text.words[last].stem))
    body = text.source.doc.body
    while before and first and not _STOP.search(body, text.words[first - 1].span.end, text.words[first].span.start):
        first, before = first - 1, before - 1
    while (
        after
        and last + 1 < len(text.words)
        and not _STOP.search(body, text.words[last].span.end, text.words[last + 1].span.start)
    ):
        last, after = last + 1, after - 1
    forms = {word.form for word in whole}
    while not text.words[first].content and text.words[first].form not in forms:
        first += 1
    while not text.words[last].content and text.words[last].form not in forms:
        last -= 1
    return text.words[first].span.through(text.words[last].span)

"""Quotation by quotation: the very words where a source has them, else the nearest, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.align.quotes.changes import Difference, change, differences, stretch, trimmed
from newslint.align.quotes.cuts import antecedent, cuts
from newslint.align.quotes.near import FEW, alike, nearest, shared
from newslint.align.quotes.speakers import Cast, same_speaker
from newslint.align.quotes.texts import FARTHEST, Places, SourceWords
from newslint.align.quotes.words import Part, Word, parts
from newslint.comparisons import Ground, QuoteChange, QuoteMatch, Speakers
from newslint.document import Document, Dossier, Source
from newslint.mentions import Quote
from newslint.spans import Span, one_line

HALF = 0.5
"""Likeness from which two telling words in common make the nearest words worth showing."""

CLOSE = 0.8
"""Likeness from which an altered quotation is the same one for certain, so that its edges can be compared too."""

TOLD_LESS = 0.2
"""How much liker words must be that a source has in its own voice, which two reporters may share."""

_RANK: dict[Speakers, int] = {"different": 1, "unknown": 2, "same": 3}


def quote_matches(dossier: Dossier) -> tuple[QuoteMatch, ...]:
    """One match a quotation: the same words, altered words, or found nowhere."""
    texts = dossier.together(_texts)
    cast = Cast((dossier.draft, *(source.doc for source in dossier.sources)))
    quotes = (quote for quote in dossier.draft.all(Quote) if quote.kind != "title")
    return tuple(match for quote in quotes if (match := _match(quote, dossier.draft, texts, cast)))


def _texts(sources: Sequence[Source]) -> Sequence[SourceWords]:
    return [SourceWords(source) for source in sources]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a source has the parts of a quotation, and how like they are."""

    text: SourceWords
    places: Places
    parts: Sequence[Part]
    score: float = 1.0

    @property
    def span(self) -> Span:
        return self.text.span(self.places[0][0], self.places[-1][1])

    @property
    def words(self) -> list[Word]:
        """The words of the source, without those that an ellipsis of the draft stands for."""
        return [word for first, last in self.places for word in self.text.words[first : last + 1]]

    @property
    def differences(self) -> list[Difference]:
        rows = zip(self.parts, self.places, strict=True)
        return [one for part, (first, last) in rows for one in differences(part.words, self.text.words[first : last + 1])]


def _match(quote: Quote, draft: Document, texts: Sequence[SourceWords], cast: Cast) -> QuoteMatch | None:
    stretches = parts(draft.body, quote.span)
    whole = [word for part in stretches for word in part.words]
    if not whole:
        return None
    found = _word_for_word(quote, stretches, texts, cast)
    if not found and "(" in quote.span.of(draft.body):
        found = _word_for_word(quote, parts(draft.body, quote.span, round_brackets=True), texts, cast)
    if found:
        return _judged(quote, draft, found, whole, cast)
    if len(whole) < FEW and sum(word.content for word in whole) < 2:
        return _single(quote, whole, texts)
    near = [one for text in texts if (one := _nearest(stretches, whole, text))]
    if not near:
        return QuoteMatch(quote.span, "unsupported", 0.0, None, None, quote)
    return _judged(quote, draft, max(near, key=lambda found: found.score), whole, cast)


def _word_for_word(quote: Quote, stretches: Sequence[Part], texts: Sequence[SourceWords], cast: Cast) -> Found | None:
    """Where a source has these words: best where it quotes them too, and from the same speaker."""
    best: tuple[int, Found] | None = None
    for found in _occurrences(stretches, texts):
        theirs = found.text.quote_at(found.span)
        rank = _RANK[same_speaker(quote, theirs, cast)] if theirs else 0
        if best is None or rank > best[0]:
            best = (rank, found)
        if rank == _RANK["same"]:
            break
    return best[1] if best else None


def _occurrences(stretches: Sequence[Part], texts: Sequence[SourceWords]) -> Iterator[Found]:
    """The very words; where there are none, the same with contractions written out."""
    met = False
    for text in texts:
        for places in text.verbatim(stretches):
            met = True
            yield Found(text, places, stretches)
    if not met:
        yield from (Found(text, places, stretches) for text in texts for places in text.written_out(stretches))


def _nearest(stretches: Sequence[Part], whole: Sequence[Word], text: SourceWords) -> Found | None:
    """The likest words of one source; of parts between ellipses first the longest, then the others round it."""
    if all(part.sign != "ellipsis" for part in stretches):
        stretches = (Part(tuple(whole)),)
    main = max(range(len(stretches)), key=lambda at: len(stretches[at].words))
    found = {main: _part(stretches[main], text, range(len(text.words)))}
    for at in (*range(main - 1, -1, -1), *range(main + 1, len(stretches))):
        met = [place for place in found.values() if place]
        low, high = min((place[1] for place in met), default=0), max((place[2] for place in met), default=-1)
        beside = range(max(0, low - FARTHEST), low) if at < main else range(high + 1, min(len(text.words), high + FARTHEST))
        found[at] = _part(stretches[at], text, beside) if met else None
    kept = [(stretches[at], place) for at, place in sorted(found.items()) if place]
    score = sum(place[0] * len(part.words) for part, place in kept) / len(whole)
    return Found(text, tuple(place[1:] for _, place in kept), [part for part, _ in kept], score) if kept else None


def _part(part: Part, text: SourceWords, within: range) -> tuple[float, int, int] | None:
    """Where the source has the words of one part, or the likest."""
    for ((first, last),) in text.verbatim([part]):
        if first in within and last in within:
            return 1.0, first, last
    near = nearest(part.words, text, within)
    return (near[0], *trimmed(part.words, text.words, *near[1:])) if near else None


def _judged(quote: Quote, draft: Document, found: Found, whole: Sequence[Word], cast: Cast) -> QuoteMatch:
    """What the two wordings have in common, and what not."""
    text, place = found.text, found.span
    theirs = text.quote_at(place)
    apart = found.differences
    if found.score < 1 and not _one_quotation(found, apart, whole, theirs):
        return _unsupported(quote, found, whole)
    speakers = same_speaker(quote, theirs, cast) if theirs else "unknown"
    kind = _kind(apart, whole, speakers)
    same = kind in ("none", "trivial")
    changes = tuple(one.place for one in apart if same or not one.trivial)
    sure = same or found.score >= CLOSE
    return QuoteMatch(
        quote.span,
        "same" if same else "differs",
        found.score,
        text.source.id,
        place,
        quote,
        place.of(text.body),
        change=kind,
        changes=changes,
        stretch=stretch(changes, (draft.body, quote.span), (text.body, place)),
        theirs=theirs,
        speakers=speakers,
        cuts=tuple(cuts(quote, draft, found.parts, found.places, text)) if sure else (),
        pointed_at=antecedent(quote, draft, place.start, text, theirs) if sure else None,
        grounds=tuple(_grounds(found, apart, whole)),
    )


def _one_quotation(found: Found, apart: Sequence[Difference], whole: Sequence[Word], theirs: Quote | None) -> bool:
    """Whether two wordings that differ are one quotation; a short phrase is there, or it is not."""
    if sum(len(part.words) for part in found.parts) < len(whole):
        return False  # a part is nowhere
    if sum(word.content for word in whole) < FEW and not any(one.flips for one in apart):
        return False
    own_words = theirs is None and not found.text.spoken
    return alike(whole, found.words, found.score - (TOLD_LESS if own_words else 0), quoted=theirs is not None)


def _kind(apart: Sequence[Difference], whole: Sequence[Word], speakers: Speakers) -> QuoteChange:
    """The kind of difference; "I did it" and "I did not" are two people's words, and no negation."""
    kind = change(apart, len(whole))
    short = sum(word.content for word in whole) < FEW
    return "altered" if kind == "negated" and short and speakers != "same" else kind


def _unsupported(quote: Quote, found: Found, whole: Sequence[Word]) -> QuoteMatch:
    """Nothing is the same quotation; the nearest words are shown where they have telling words in common."""
    common = shared(whole, found.words)
    if common < 2 or (common == 2 and found.score < HALF):
        return QuoteMatch(quote.span, "unsupported", 0.0, None, None, quote)
    original = found.span.of(found.text.body)
    grounds = (_likeness(found, whole),)
    return QuoteMatch(quote.span, "unsupported", found.score, found.text.source.id, found.span, quote, original, grounds=grounds)


def _likeness(found: Found, whole: Sequence[Word]) -> Ground:
    telling = sum(word.content for word in whole)
    return Ground(f"{shared(whole, found.words)} of its {telling} telling words are there", found.score)


def _grounds(found: Found, apart: Sequence[Difference], whole: Sequence[Word]) -> Iterator[Ground]:
    if not apart:
        yield Ground("word for word", 1.0)
        return
    yield _likeness(found, whole)
    yield from (Ground(one_line(_told(one)) + (" (small)" if one.trivial else "")) for one in apart)


def _told(one: Difference) -> str:
    ours, theirs = (" ".join(word.form for word in side) for side in (one.ours, one.theirs))
    if not theirs:
        return f"“{ours}” put in"
    return f"“{ours}” for “{theirs}”" if ours else f"“{theirs}” left out"


def _single(quote: Quote, whole: Sequence[Word], texts: Sequence[SourceWords]) -> QuoteMatch:
    """A quotation of one content word: its stem is in a source, or it is nowhere."""
    wanted = next((word for word in whole if word.content), whole[0])
    for text in texts:
        if at := text.places.get(wanted.stem):
            place = text.words[at[0]].span
            grounds = (Ground(f"“{wanted.form}” and “{text.words[at[0]].form}” have one stem", 1.0),)
            return QuoteMatch(quote.span, "same", 1.0, text.source.id, place, quote, place.of(text.body), grounds=grounds)
    return QuoteMatch(quote.span, "unsupported", 0.0, None, None, quote)

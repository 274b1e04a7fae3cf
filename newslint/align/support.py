"""What is behind each sentence of the draft: the passages that carry it, and what they bear out piece by piece.

Each content word weighs as much as it is rare in the draft and its sources together, so that the
names which the whole story is about carry little. The words of a sentence
may be carried by up to three passages together, since news copy draws one sentence from several;
a figure, a date or a word of a quotation weighs what a word does that no source has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newslint.align.pieces import by_sentence, compared, named, placing
from newslint.align.sentences import UNREAD, Passage, Passages, telling
from newslint.align.wording import content, counts
from newslint.comparisons import Alignment, Ground, Piece, QuoteMatch, Support, SupportVerdict
from newslint.document import Dossier
from newslint.mentions import DateMention, Quantity, Sentence
from newslint.spans import Cover, Span, one_line

TOGETHER = 3
"""How many passages may carry one sentence together."""

ADDS = 0.1
"""Share of the sentence that a passage must add to those before it."""

CARRIED = 0.55
"""Share from which a sentence is carried."""

BARELY, SCATTERED = 0.25, 0.36
"""Shares of one passage, and of all together, below which nothing is behind a sentence: what little the
passages have is what the whole story is about."""

MUCH = 5
"""Words that one passage must share with a long sentence to be behind some of it, whatever their share."""

Words = Mapping[str, Sequence[Span]]
"""The stems of a sentence, each with its places."""


def supports(dossier: Dossier) -> tuple[Support, ...]:
    """One for every sentence of the draft that says something which could be looked up."""
    reader = _Reader(dossier)
    read = (sentence.span for sentence in dossier.draft.all(Sentence) if sentence.block.kind not in UNREAD)
    return tuple(reader.support(weighed) for span in read if (weighed := reader.weighed(span)).whole)


@dataclass(frozen=True)
class _Weighed:
    """A sentence and what each word and each piece of it weighs."""

    span: Span
    words: Words
    weights: Mapping[str, float]
    pieces: Mapping[Piece, float]
    names: Sequence[Piece]
    _carried: dict[tuple[int, ...], float] = field(default_factory=dict, repr=False)

    @cached_property
    def whole(self) -> float:
        return sum(self.weights.values()) + sum(self.pieces.values())

    def carried(self, passages: Sequence[Passage]) -> float:
        """What these passages have of it, as a share; asked again and again of the same."""
        key = tuple(map(id, passages))
        if key not in self._carried:
            self._carried[key] = self._share(passages)
        return self._carried[key]

    def _share(self, passages: Sequence[Passage]) -> float:
        having = frozenset[str]().union(*(passage.stems for passage in passages))
        words = sum(weight for stem, weight in self.weights.items() if stem in having)
        return (words + sum(worth for piece, worth in self.pieces.items() if _within(piece, passages))) / self.whole


class _Reader:
    """A draft beside its sources, gone through sentence by sentence."""

    def __init__(self, dossier: Dossier) -> None:
        draft = dossier.draft
        self.body = draft.body
        self.passages = dossier.together(Passages)
        self.near: dict[Span, list[Alignment]] = defaultdict(list)
        for alignment in dossier.all(Alignment):
            self.near[alignment.span].append(alignment)
        sentences = draft.all(Sentence)
        self.pieces = by_sentence(compared(dossier), sentences)
        self.names = by_sentence(named(dossier, self.passages), sentences)
        quotes = [match.quote.outer for match in dossier.all(QuoteMatch) if match.verdict != "unsupported"]
        self.apart = Cover([*quotes, *(one.span for kind in (Quantity, DateMention) for one in draft.all(kind))])
        self.placing = placing(dossier)
        self.counts = counts(draft)
        self.sentences = len(self.passages.all) + len(sentences)
        self.unit = telling(self.sentences, 1)

    def weighed(self, sentence: Span) -> _Weighed:
        words: dict[str, list[Span]] = defaultdict(list)
        for stem, place in content(self.body, sentence):
            if not self.apart.touches(place):
                words[stem].append(place)
        weights = {stem: telling(self.sentences, self.counts[stem] + self.passages.count(stem)) for stem in words}
        names = self.names.get(sentence, ())
        for name in names:  # one of several words counts as one
            stems = [stem for stem, places in words.items() if any(name.span.covers(place) for place in places)]
            for stem in stems:
                weights[stem] /= len(stems)
        pieces = {piece: self._worth(piece, sentence) for piece in self.pieces.get(sentence, ())}
        return _Weighed(sentence, words, weights, pieces, names)

    def _worth(self, piece: Piece, sentence: Span) -> float:
        """A figure or a date is worth a word that no source has, a quotation as many as it has words in this
        sentence; one that is not found is weighed by its words, which may be told in others."""
        if piece.kind != "quotation":
            return self.unit
        if piece.verdict == "unsupported":
            return 0.0
        inside = Span(max(piece.start, sentence.start), min(piece.end, sentence.end))
        return self.unit * max(1, len({stem for stem, _ in content(self.body, inside)}))

    def support(self, sentence: _Weighed) -> Support:
        passages = self._carriers(sentence)
        carried = {stem for stem in sentence.words if any(stem in passage.stems for passage in passages)}
        said = [*sentence.pieces, *sentence.names]
        missing = self._missing(sentence.words, carried, said)
        return Support(
            sentence.span,
            self._verdict(sentence, passages, said),
            round(sentence.carried(passages), 3),
            tuple(self._alignment(sentence, passage) for passage in passages),
            tuple(sorted([*said, *missing], key=lambda piece: piece.span)),
            grounds=tuple(self._grounds(sentence, carried)),
        )

    def _carriers(self, sentence: _Weighed) -> list[Passage]:
        """Those in which something differs; then the passages that carry most, each adding to those before it: near ones,
        and those in which a quotation or several figures were found."""
        near = [(one.source, one.source_span) for one in self.near[sentence.span]]
        found = {piece: passage for piece in sentence.pieces if (passage := self._found(piece))}
        often = Counter(found.values())
        # "She was 52." is all figure
        sure = [
            passage
            for piece, passage in found.items()
            if not near or piece.kind == "quotation" or often[passage] > 1 or self._places(piece, sentence)
        ]
        left = list(dict.fromkeys([*sure, *(passage for place in near if (passage := self.passages.around(*place)))]))
        chosen = list(dict.fromkeys(passage for piece, passage in found.items() if piece.verdict == "differs"))[:TOGETHER]
        left = [passage for passage in left if passage not in chosen]
        share = sentence.carried(chosen)
        while left and len(chosen) < TOGETHER:
            shares = [sentence.carried([*chosen, passage]) for passage in left]
            best = shares.index(max(shares))
            if shares[best] < share + ADDS:
                break
            chosen.append(left.pop(best))
            share = shares[best]
        return chosen

    def _found(self, piece: Piece) -> Passage | None:
        return self.passages.around(piece.source, piece.source_span) if piece.verdict != "unsupported" else None

    def _verdict(self, sentence: _Weighed, passages: Sequence[Passage], said: Sequence[Piece]) -> SupportVerdict:
        if any(piece.verdict == "differs" for piece in said):
            return "differs"
        share = sentence.carried(passages)
        quoted = any((piece.kind, piece.verdict) == ("quotation", "same") for piece in said)
        there = quoted or any(self._places(piece, sentence) for piece in said)
        if share < SCATTERED and not there and not any(self._much(sentence, passage) for passage in passages):
            return "unsupported"
        borne_out = all(piece.verdict == "same" for piece in said)
        return "supported" if share >= CARRIED and borne_out else "partly"

    def _places(self, piece: Piece, sentence: _Weighed) -> bool:
        """Whether a figure or a time that agrees shows the sentence to speak of what its passage speaks of."""
        passage = self._found(piece)
        if piece.verdict != "same" or passage is None or piece.span not in self.placing:
            return False
        return self.placing[piece.span] or any(stem in passage.stems for stem in sentence.words)

    def _much(self, sentence: _Weighed, passage: Passage) -> bool:
        """Whether one passage is behind the sentence: it has enough of it, or many of the words that tell in this story."""
        shared = [stem for stem, weight in sentence.weights.items() if weight > self.unit / 2 and stem in passage.stems]
        return sentence.carried([passage]) >= BARELY or len(shared) >= MUCH

    def _missing(self, words: Words, carried: Collection[str], said: Iterable[Piece]) -> Iterator[Piece]:
        """The words that none of the passages has, those side by side together."""
        told = Cover(piece.span for piece in said)
        clumps: list[Span] = []
        for place in sorted(place for stem, places in words.items() for place in places if stem not in carried):
            if told.touches(place):
                continue
            if clumps and self.body[clumps[-1].end : place.start] in (" ", "-"):
                clumps[-1] = clumps[-1].through(place)
            else:
                clumps.append(place)
        return (Piece(clump, "words", "unsupported") for clump in clumps)

    def _alignment(self, sentence: _Weighed, passage: Passage) -> Alignment:
        known = (one for one in self.near[sentence.span] if (one.source, one.source_span) == (passage.source, passage.span))
        grounds = next((one.grounds for one in known), ())
        score = round(sentence.carried([passage]), 3)
        return Alignment(sentence.span, passage.source, passage.span, score, grounds=grounds)

    def _grounds(self, sentence: _Weighed, carried: Collection[str]) -> Iterator[Ground]:
        """The words that the passages have, and those that they have not, each with their share."""
        for what, sign, having in (("the passages have", 1, True), ("no passage has", -1, False)):
            stems = [stem for stem in sentence.words if (stem in carried) == having]
            if stems:
                share = sum(sentence.weights[stem] for stem in stems) / sentence.whole
                words = ", ".join(sentence.words[stem][0].of(self.body) for stem in stems)
                yield Ground(f"{what} {one_line(words)}", round(sign * share, 2))


def _within(piece: Piece, passages: Iterable[Passage]) -> bool:
    """Whether one of these passages has what the piece says, or says it otherwise: it speaks of the same."""
    place = piece.source_span
    if place is None or piece.verdict == "unsupported":
        return False
    return any(one.source == piece.source and one.span.overlaps(place) for one in passages)

"""Names that two texts give to one bearer: the speaker of the same words, the wife of somebody. No model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from newslint.align.capitals import TITLES, Run
from newslint.align.knownnames import KnownNames
from newslint.align.likeness import one_name
from newslint.align.renamed import Runs
from newslint.comparisons import Ground, NameMatch, QuoteMatch
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.spans import Span
from newslint.words import folded

_WORDS = r"""(?P<kin>wife|husband|widow|widower|mother|father|partner|fianc[eé]e?|girlfriend|boyfriend|son|daughter|brother|sister
    |uncle|aunt|nephew|niece|grand(?:son|daughter|father|mother))"""
_KIN = compiled(rf"\b{_WORDS},?\s$", re.VERBOSE | re.IGNORECASE)
_KIN_AFTER = compiled(rf"(?:,\s|\s\()(?:(?:his|her|their)\s)?{_WORDS}[,.)]", re.VERBOSE | re.IGNORECASE)
"""What kin stands right behind a name: "Ann, his wife, ...", "Ann (wife)"."""

_BEFORE = 16
"""Characters before a name in which its bearer's kin stands."""

_ALIKE = 2
"""Letters that may be others in two names of which the first two are the same."""

_FEWEST = 4
"""Words of a quotation that is told from others."""


def renamed_speakers(dossier: Dossier, known: KnownNames) -> Iterator[NameMatch]:
    """Speakers of whom a source has the words under the same surname and another given name."""
    unknown = {
        quote.outer
        for quote in dossier.draft.all(Quote)
        if (name := _named(quote)) and known.surname(name[-1]) and not known.pair(name[-2], name[-1])
    }
    sources = {source.id: source.doc for source in dossier.sources}
    for match in dossier.all(QuoteMatch) if unknown else ():
        quote, theirs = match.quote, match.theirs
        if quote.outer not in unknown or match.verdict != "same" or theirs is None or match.source is None:
            continue
        ours, other = _named(quote), _named(theirs)
        long = len(quote.span.of(dossier.draft.body).split()) >= _FEWEST
        if long and other and ours[-1] == other[-1] and not _may_be_one(ours[0], other[0], ours[-1]):
            here, there = _place(quote, dossier.draft), _place(theirs, sources[match.source])
            if here and there:
                surname = Ground(f"the same surname, {quote.speaker_name.split()[-1]}")
                grounds = (Ground("the same words, in quotation marks"), surname)
                yield NameMatch(here, "differs", match.score, match.source, there, "other", ours[-1], grounds=grounds)


def _named(quote: Quote) -> list[str]:
    """The folded names of a speaker who is named in full."""
    names = [folded(word) for word in quote.speaker_name.split() if word[:1].isupper()]
    names = [name for name in names if name not in TITLES]
    return names if len(names) > 1 else []


def _place(quote: Quote, doc: Document) -> Span | None:
    """Where the speaker is named in full, beside the quotation or else first."""
    near = doc.body.find(quote.speaker_name, quote.speaker.start) if quote.speaker else -1
    at = near if quote.speaker and 0 <= near < quote.speaker.end else doc.body.find(quote.speaker_name)
    return Span(at, at + len(quote.speaker_name)) if at >= 0 else None


def _may_be_one(one: str, other: str, surname: str) -> bool:
    return one.startswith(other) or other.startswith(one) or one_name(one, other, surname)


def renamed_kin(runs: Sequence[Run], dossier: Dossier, texts: Mapping[str, Runs], known: KnownNames) -> Iterator[NameMatch]:
    """Kin whom one source alone names, by another name: "his wife, Ann", where it has "wife Jane"."""
    ours = _kin(dossier.draft, runs)
    theirs = [(source, kin, run) for source, text in texts.items() for kin, run in (_kin(text.doc, text.all) if ours else ())]
    mine = {word.key for _, run in ours for word in run}
    for kin, run in ours:
        named = [(source, other) for source, their_kin, other in theirs if their_kin == kin]
        given = {other[0].key for _, other in named}
        if len(given) != 1 or known.has(run[0].key) or given & mine or _may_be_one(run[0].key, next(iter(given)), run[-1].key):
            continue
        source, other = named[0]
        alike = run[0].key[:2] == other[0].key[:2] and OSA.distance(run[0].key, other[0].key) <= _ALIKE
        spans = run[0].span.through(run[-1].span), other[0].span.through(other[-1].span)
        grounds = (Ground(f"each named as {kin}"),)
        yield NameMatch(spans[0], "differs", 0.5, source, spans[1], "letters" if alike else "kin", kin, grounds=grounds)


def _kin(doc: Document, runs: Sequence[Run]) -> list[tuple[str, Run]]:
    """The names beside a word for kin, each with that word."""
    found = (
        (_KIN.search(doc.body, max(0, run[0].start - _BEFORE), run[0].start) or _KIN_AFTER.match(doc.body, run[-1].end), run)
        for run in runs
    )
    return [(kin["kin"].lower(), run) for kin, run in found if kin]

"""Names of the draft that no source has, and the names of the sources that they may have been. No model is asked.

A capitalised word is compared with those of the sources that stand beside the same word
("Meridith Kline", "Meredith Kline"); failing that, a surname with those that are a letter away and
of which the same is told. Names that a source has in whatever form are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.align.bearers import renamed_kin, renamed_speakers
from newslint.align.capitals import Word, words
from newslint.align.knownnames import CALENDAR, SMALL, Found, KnownNames
from newslint.align.likeness import derived, one_name, slip
from newslint.align.places import share
from newslint.align.renamed import Runs, renamed, strange
from newslint.comparisons import Ground, NameMatch
from newslint.document import Dossier
from newslint.mentions import Spelling, Variant
from newslint.spans import Cover
from newslint.words import STOP_WORDS, folded, word_set

_OPENERS = word_set(
    """
    later earlier meanwhile according asked despite although while following last next today yesterday tomorrow nearly nobody
    others people officials police experts critics campaigners speaking writing few both several dozens hundreds thousands
    residents witnesses under unlike instead moreover besides perhaps thanks given based born added
    """
)
"""Words that open sentences of news, and are no names there."""


def name_matches(dossier: Dossier) -> tuple[NameMatch, ...]:
    """One for every name that a source has otherwise, and for every capitalised word that is in none."""
    return tuple(sorted(_matches(dossier), key=lambda match: match.span)) if dossier.sources else ()


def _matches(dossier: Dossier) -> Iterator[NameMatch]:
    known = dossier.together(KnownNames)
    mine = words(dossier.draft)
    own = [word for word in mine if not dossier.draft.quoted(word.span)]
    misnamed = [_otherwise(word, other) for word, other in _misnamed(own, known)]
    found = [match for match in misnamed if match.by != "office"]
    new = _left(_new(mine, dossier, known), found)
    found += _miswritten(new, mine, dossier, known)
    new = _left(new, found)
    found += _replaced(own, new, dossier, known, found)
    told = Cover(match.span for match in found)
    yield from (*found, *(match for match in misnamed if match.by == "office" and not told.touches(match.span)))
    yield from (NameMatch(word.span, "unsupported", 0.0, None, None) for word in _left(new, found))


def _left(new: Sequence[Word], found: Sequence[NameMatch]) -> list[Word]:
    told = Cover(match.span for match in found)
    return [word for word in new if not told.touches(word.span)]


def _miswritten(new: Sequence[Word], mine: Sequence[Word], dossier: Dossier, known: KnownNames) -> list[NameMatch]:
    """New words that are a slip away from a name of the sources; first those that the draft itself has in both ways."""
    pairs = [pair for pair in dossier.draft.all(Variant) if pair.by == "letters"] if new else []
    found = [match for pair in pairs if (match := _in_both(pair, dossier, known))]
    both = Cover(place.span for pair in pairs for place in (*pair.usual, *pair.rarer))
    keys = {word.key for word in mine}
    for word in new:
        if not dossier.draft.quoted(word.span) and not both.touches(word.span):
            other = known.beside(word) or known.alone(word, keys)
            found += [_otherwise(word, other)] if other else []
    return found


def _in_both(pair: Variant, dossier: Dossier, known: KnownNames) -> NameMatch | None:
    """The spelling of which the sources have only the other."""
    right, wrong = (pair.usual, pair.rarer) if known.has(pair.usual[0].key) else (pair.rarer, pair.usual)
    places = [place.span for place in wrong if not dossier.draft.quoted(place.span)]
    if not places or known.has(wrong[0].key) or not known.has(right[0].key):
        return None
    one, other = next((two for two in zip(_folded(wrong[0]), _folded(right[0]), strict=False) if two[0] != two[1]), ("", ""))
    by = slip(one, other)
    if not by or derived(one, other) or one_name(one, other):
        return None
    source, place = known.place(right[0].key)
    again = tuple(place.span for place in right)
    grounds = (Ground("the draft has the source’s spelling too"),)
    return NameMatch(places[0], "differs", 1.0, source, place, by, right[0].printed, again=again, grounds=grounds)


def _folded(name: Spelling) -> list[str]:
    return [folded(word) for word in name.printed.split()]


def _replaced(
    own: Sequence[Word], new: Sequence[Word], dossier: Dossier, known: KnownNames, before: Sequence[NameMatch]
) -> list[NameMatch]:
    """Names in the place of which a source has others, by their sentence, by what was said, and by whose kin they are."""
    fresh, told = {word.span for word in new}, Cover(match.span for match in before)
    runs = [run for run in dict.fromkeys(word.run for word in own) if strange(run, fresh, known)]
    runs = [run for run in runs if not any(told.touches(word.span) for word in run)]
    texts = {source.id: source.doc.once(Runs) for source in dossier.sources} if runs else {}
    found: list[NameMatch] = []
    for way in (renamed(runs, dossier, texts), renamed_speakers(dossier, known), renamed_kin(runs, dossier, texts, known)):
        told = Cover(match.span for match in (*before, *found))
        found += [match for match in way if not told.touches(match.span)]
    return found


def _new(mine: Sequence[Word], dossier: Dossier, having: KnownNames) -> list[Word]:
    """Words that no source has, not even run together or apart: "TimeWarner" in a draft, "Time Warner" in a source."""
    new = [word for word in mine if word.key not in CALENDAR and not having.known(word)]
    if not new:
        return []
    small = STOP_WORDS.union(_OPENERS, SMALL.findall(dossier.draft.body), having.small)
    joined = Cover(one.span for one in dossier.draft.all(Spelling) if having.has(one.key))
    opens = (word.spelling.opening and len(word.run) == 1 and word.key in small for word in new)  # its capital is the sentence's
    return [word for word, opening in zip(new, opens, strict=True) if not opening and not joined.touches(word.span)]


def _misnamed(mine: Sequence[Word], having: KnownNames) -> Iterator[tuple[Word, Found]]:
    """People whose surname and office a source has with another given name; or whose name it has with another office."""
    named = {(given, word.key) for word in mine for given in word.given}
    seen = set()
    for word in mine:
        if word.last and word.given and having.surname(word.key) and word.office:
            name = (word.given, word.key, word.office)
            found = having.called(word, named) if name not in seen else None
            seen.add(name)
            if found:
                yield word, found


def _otherwise(word: Word, found: Found) -> NameMatch:
    theirs = found.word.name
    if found.by in ("given", "office"):
        grounds: tuple[Ground, ...] = (
            Ground(f"the same surname, {word.spelling.printed}"),
            Ground(f"{word.office} here, {found.word.office} there"),
        )
        offices = word.office, found.word.office
        return NameMatch(word.name, "differs", 0.8, found.source, theirs, found.by, *offices, grounds=grounds)
    if found.ours and found.theirs:
        ours, theirs = word.span.through(found.ours.span), found.word.span.through(found.theirs.span)
        beside = found.ours.printed
        grounds = (Ground(f"the same word beside both: {beside}", 1.0),)
        return NameMatch(ours, "differs", 1.0, found.source, theirs, found.by, beside, grounds=grounds)
    alike = share(word.context, found.word.context)
    grounds = (Ground("words round both that agree", alike),)
    return NameMatch(word.span, "differs", alike, found.source, found.word.span, found.by, grounds=grounds)

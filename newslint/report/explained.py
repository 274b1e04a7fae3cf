"""Why a finding is one: the sentence of the draft, those of its evidence, and the grounds it rests on.

The labels stand in one column and the lines in one order, so that what is read today can be compared with what is
read tomorrow. Of the grounds people are told the few that weigh most, in plain words; JSON has all of them, with
what each weighs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.align.wording import content
from newslint.comparisons import Alignment, Ground
from newslint.document import Document
from newslint.finding import IN_NO_SOURCE, Evidence, Finding, Outcome
from newslint.kept.regexes import compiled
from newslint.mentions import Sentence
from newslint.spans import GONE, Span, one_line
from newslint.view.readable import readable
from newslint.words import word_set

MOST = 3
"""How many grounds are told."""

SHOWN = 5
"""How many of the words that two sentences share are named."""

WEAK = 0.25
"""Share of the strongest below which a ground is not told."""

LOOKED_FOR = IN_NO_SOURCE | {"S111"}
"""Codes of findings that have no passage of a source to show but the nearest."""

_ALIKE = compiled(
    r"""(?: both\ have\ (?P<words>.+) | (?:the|what|all)\b.*\b(?:words|names|counted|alike)\b.* | words\ round\ .*
    | the\ sentences\ share\ .*)""",
    re.VERBOSE,
)
"""Grounds that say one thing: the two sentences speak of the same."""

_SCALES = word_set("hundred thousand million billion trillion percent")  # of figures, which are compared apart
_SPACE = compiled(r"\s+")
_COUNT = compiled(r"both count (\w+)")
_SAID = (
    (compiled(r"the same approximator"), ""),
    (compiled(r"(\d+) of its (\d+) telling words are there"), r"the source has \1 of its \2 main words"),
    (compiled(r"word for word"), "it stands in the source word for word"),
    (compiled(r"the nearest passages have 0% .*"), ""),
    (compiled(r"the nearest passages have (\S+) of the sentence at (\S+)"), r"the sources have \1 of the words at \2"),
)
"""How a ground is put to people, where its own words are short."""


def explained(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, str, str]]:
    """A label, a place, and the words; nothing for what was found in the draft alone and rests on no grounds."""
    looked = finding.code in LOOKED_FOR and bool(outcome.dossier.sources)
    if not (finding.evidence or finding.grounds or looked):
        return
    yield "draft", *_sentence(outcome.draft, finding.span)
    for evidence in finding.evidence:
        doc = outcome.document(evidence)
        place, words = _sentence(doc, evidence.span)
        named = f"{doc.name}:{place}" if evidence.source is not None else place
        note = f" ({evidence.note})" if evidence.note else ""
        yield ("source" if evidence.source is not None else "draft"), named + note, words
    if looked and not any(evidence.source for evidence in finding.evidence):
        yield "nearest", *_nearest(outcome, finding)
    for words in _grounds(outcome, finding):
        yield "because", "", words


def lines(outcome: Outcome, finding: Finding) -> Iterator[str]:
    """The same as plain text, a line each."""
    for label, place, words in explained(outcome, finding):
        yield f"    {label:<7} {place}{'  ' if place else ''}{readable(words)}"


def _grounds(outcome: Outcome, finding: Finding) -> list[str]:
    """What speaks most for it, the strongest first, and last what is not weighed but decides."""
    weighed = [ground for ground in finding.grounds if _weight(ground) > 0]
    weighed.sort(key=_weight, reverse=True)
    strong = [ground for ground in weighed if _weight(ground) >= WEAK * _weight(weighed[0])]
    bare = [ground for ground in finding.grounds if ground not in weighed and ground.weight is None]
    told, last = (list(dict.fromkeys(filter(None, (_plain(one, outcome, finding) for one in part)))) for part in (strong, bare))
    return [*told[: MOST - bool(last)], *([one_line("; ".join(last), 200)] if last else [])]


def _weight(ground: Ground) -> float:
    """What it weighs; that two sentences are alike is no arithmetic, even where nobody has weighed it."""
    return ground.weight or (1.0 if ground.weight is None and _ALIKE.fullmatch(ground.what) else 0.0)


def _plain(ground: Ground, outcome: Outcome, finding: Finding) -> str:
    if alike := _ALIKE.fullmatch(ground.what):
        words = _shared(outcome, finding) or alike["words"]
        return f"the sentences are alike: both have {words}" if words else "the sentences are alike"
    for pattern, by in _SAID:
        if found := pattern.fullmatch(ground.what):
            return found.expand(by)
    return _counted(ground.what, _sentence(outcome.draft, finding.span)[1])


def _shared(outcome: Outcome, finding: Finding) -> str:
    """The words that the sentence of the draft and that of the first evidence have in common."""
    first = next((evidence for evidence in finding.evidence if evidence.source is not None), None)
    if first is None:
        return ""
    here, there = (
        {stem: place.of(words) for stem, place in content(words, Span(0, len(words)))}
        for words in (_sentence(outcome.draft, finding.span)[1], _sentence(outcome.document(first), first.span)[1])
    )
    return ", ".join([word for stem, word in here.items() if stem in there and word not in _SCALES][:SHOWN])


def _nearest(outcome: Outcome, finding: Finding) -> tuple[str, str]:
    """The passage that has most of the sentence: its place and its words."""
    for best in _alignments(outcome, finding):
        doc = outcome.document(Evidence(best.source, best.source_span))
        place, words = _sentence(doc, doc.reading.placed(best.source_span))
        return f"{doc.name}:{place}", words
    return "", "no passage of a source is near this sentence"


def _alignments(outcome: Outcome, finding: Finding) -> Iterator[Alignment]:
    """The passages near the sentence in which a finding begins, the nearest first."""
    dossier = outcome.dossier.reading
    return (one for one in dossier.all(Alignment) if _holds(dossier.draft, one.span, finding.span))


def _counted(ground: str, sentence: str) -> str:
    """The noun as the draft has it: "soldiers" for the soldier that is counted."""
    found = _COUNT.fullmatch(ground)
    printed = found and re.search(rf"\b{re.escape(found[1])}\w*", sentence, re.IGNORECASE)
    return f"both count {printed[0]}" if printed else ground


def _holds(reading: Document, sentence: Span, place: Span) -> bool:
    """Whether a place of the file begins in a sentence of its reading copy."""
    return reading.placed(sentence).covers(Span(place.start, place.start))


def passage(doc: Document, span: Span) -> tuple[str, str, str]:
    """The sentence round a place of the file as it reads, in three parts: before it, the words there, behind it."""
    reading = doc.reading
    place = reading.original.copied(span) if reading.original else span
    whole = _whole(doc, span) or place
    parts = (Span(min(whole.start, place.start), place.start), place, Span(place.end, max(place.end, whole.end)))
    before, words, after = (_SPACE.sub(" ", part.of(reading.text).replace(GONE, "")) for part in parts)
    return before.lstrip(), words, after.rstrip()


def _whole(doc: Document, span: Span) -> Span | None:
    """The sentence, or sentences, round a place of the file, in the reading copy; None where it lies in none."""
    reading = doc.reading
    sentences = reading.all(Sentence)
    first, last = (
        bisect_right(sentences, at, key=lambda sentence: reading.placed(sentence.span).start) - 1
        for at in (span.start, max(span.start, span.end - 1))
    )
    if first < 0 or span.start >= reading.placed(sentences[first].span).end:
        return None
    return sentences[first].span.through(sentences[last].span)


def _sentence(doc: Document, span: Span) -> tuple[str, str]:
    """Where the sentence round a place of the file begins, and its words as they read; of no sentence the words alone."""
    told, reading = _whole(doc, span), doc.reading
    whole, words = (reading.placed(told), told.of(reading.text)) if told else (span, span.of(doc.prose))
    line, column = doc.lines.position(whole.start)
    return f"{line}:{column}", " ".join(words.replace(GONE, " ").split())

"""Document -> clauses: every sentence in what it states, piece by piece, by surface patterns.

Clauses are parted at conjunctions that bring a verb, at relative pronouns, participles behind a
comma, semicolons, colons and dashes, and where a source's words begin and end: "police said" is a
clause of its own. What stands in quotation marks is read as one word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.annotate.clauses.segments import Piece, Words, grouped, pieces
from newslint.annotate.clauses.vocabulary import FINITE, RELATIVES, SUBORDINATORS
from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.frames import frame
from newslint.document import Document
from newslint.mentions import Attribution, Clause, Quote, Sentence
from newslint.spans import Span

_SUBJECTS = frozenset(("that", "he", "she", "it", "they", "we", "i", "there"))  # a clause follows, whatever its verb
_NEAR = 6  # words between source and cue: "Roe, 43, has also"
_STOPS = RELATIVES | SUBORDINATORS | {"that"}


def clauses(doc: Document) -> tuple[Clause, ...]:
    """The clauses of every sentence, in text order."""
    text = frame(doc.body, doc.all(Quote))
    sentences = doc.all(Sentence)
    answering = _by_sentence(doc.body, doc.all(Attribution), sentences)
    return tuple(clause for at, sentence in enumerate(sentences) for clause in _clauses(text, sentence.span, answering[at]))


def _by_sentence(text: str, told: Sequence[Attribution], sentences: Sequence[Sentence]) -> defaultdict[int, list[Attribution]]:
    """Which attributions have to do with a sentence: they stand in it, or answer for it."""
    starts = [sentence.start for sentence in sentences]
    found: defaultdict[int, list[Attribution]] = defaultdict(list)
    for each in told:
        if not _reports(each, text):
            continue
        end = max(each.end, each.carried.end if each.carried else 0)
        for at in range(max(0, bisect_right(starts, each.start) - 1), bisect_left(starts, end)):
            found[at].append(each)
    return found


def _reports(each: Attribution, text: str) -> bool:
    """Whether a statement is told, not somebody praised, accused or called something."""
    form = FORMS.get(each.cue.of(text).lower().rpartition(" ")[2])
    return form is None or bool(form.sorts & {"say", "think"})


def _clauses(text: str, sentence: Span, told: Sequence[Attribution]) -> Iterator[Clause]:
    words = Words.of(text, sentence)
    if not words.lows:
        return
    inner = [(part, each) for each in told if (part := _teller(words, each, sentence))]
    begins = [each.content.start for part, each in inner if each.content and each.content.start >= part.end]
    opens = frozenset(_word_from(words, edge) for edge in begins)
    forced = opens | {_word_from(words, edge) for part, _ in inner for edge in (part.start, part.end)}
    for kind, group in grouped(words, pieces(words, forced), [part for part, _ in inner], opens):
        parts = tuple(_parts(words, group))
        span = Span(parts[0].start, parts[-1].end)
        yield Clause(span, sentence, kind, parts, tuple(_answering(parts, told)) if kind != "attribution" else ())


def _word_from(words: Words, offset: int) -> int:
    """The first word at or behind an offset; a comma goes with what is before it."""
    at = bisect_left(words.starts, offset)
    while at < len(words.lows) and words.lows[at] == ",":
        at += 1
    return at


def _teller(words: Words, each: Attribution, sentence: Span) -> Span | None:
    """The words of who says it, "police said", where a clause is said; not the "praised" of "praised the troops"."""
    if each.content is None or not sentence.covers(each.cue):
        return None
    part = _with_source(words, each)
    first, end = bisect_left(words.starts, each.cue.start), bisect_left(words.starts, each.cue.end)
    cue = words.lows[first:end]
    if not cue or (each.source is None and cue[-1] == "to"):
        return None
    if part.overlaps(each.content) and each.source:
        return None
    return part if each.content.start < part.start or _stated(words, each.content) else None


def _with_source(words: Words, each: Attribution) -> Span:
    """Cue and source, where no other verb stands between them: "Roe thanked them, | adding"."""
    if not each.source:
        return each.cue
    first, end = sorted((each.source, each.cue))
    between = range(bisect_left(words.starts, first.end), bisect_left(words.starts, end.start))
    acts = any(words.verb(at) and words.lows[at] not in FINITE for at in between)
    return each.cue if acts or len(between) > _NEAR else first.through(end)


def _stated(words: Words, content: Span) -> bool:
    """Whether a clause is said, not only a thing: "said a deal was done", not "announced a deal that was done"."""
    first, end = bisect_left(words.starts, content.start), bisect_left(words.starts, content.end)
    for at in range(first, end):
        if words.verb(at) or words.lows[first] in _SUBJECTS:
            return True
        if words.lows[at] in _STOPS and words.low(at - 1) != ",":
            return False
    return False


def _parts(words: Words, group: Sequence[Piece]) -> Iterator[Span]:
    """The stretches of a clause, neighbours as one."""
    first, last = group[0].first, group[0].last
    for piece in group[1:]:
        if piece.first - last > 2 or any(word.isalnum() for word in words.lows[last + 1 : piece.first]):
            yield Span(words.starts[first], words.ends[last])
            first = piece.first
        last = piece.last
    yield Span(words.starts[first], words.ends[last])


def _answering(parts: Sequence[Span], told: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions in whose scope most of the clause lies, or that interrupt it: "the minister, police said, was ill"."""
    half = sum(len(part) for part in parts) / 2
    for each in told:
        if any(part.covers(each.cue) for part in parts):
            continue  # "Roe recommended rest" tells what Roe did
        inserted = any(one.end <= each.cue.start and each.cue.end <= two.start for one, two in pairwise(parts))
        inserted = inserted and each.content is not None and any(map(each.content.overlaps, parts))
        for scope in (each.content, each.carried):
            if inserted or (scope and sum(_shared(part, scope) for part in parts) > half):
                yield each
                break


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))

"""What a quotation was cut from: words that turn its sense, and the sentence that its "this" points at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.align.quotes.texts import LONGEST_NAME, Places, SourceWords
from newslint.align.quotes.words import Part, Word, insertions, words
from newslint.comparisons import Cut
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quote, Sentence
from newslint.spans import Span
from newslint.words import word_set

_CONDITIONS = word_set("if unless provided providing except")
_TURNING = word_set("not n't never no nor none nobody nothing neither without hardly scarcely only") | _CONDITIONS
_NEGATIONS = _TURNING - _CONDITIONS - {"only", "no"}
_OWN_NEGATION = compiled(
    r"\b(?:not|never|no|nor|none|nobody|nothing|neither|without|hardly|cannot|den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*|refus\w*|far\sfrom"
    r"|instead|rather|rul(?:e[sd]?|ing)\sout|against|oppos\w*|unlikely|doubt\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_OWN_CONDITION = compiled(
    r"\b(?:if|unless|provided|providing|except|condition\w*|as\slong\sas|depend\w*|until|once|should|were|only|but)\b",
    re.IGNORECASE,
)
_CONDITION = compiled(
    r"[\s,–—-]{1,4}(?P<cue>(?:but\s)?(?:only\s)?(?:if(?!\s(?:you\s(?:like|will|want|ask|look|think|know|see)|anything|not|so|only)\b)|unless|provided\b|except\b))",
    re.IGNORECASE,
)
_SIDE_REMARK = compiled(r"\s*[,–—(-]\s*(?:which|who|whom|where)\b", re.IGNORECASE)
_CLAUSE = compiled(r"[,;:.!?“”\"–—()\n]")
_STOP = compiled(r"[.!?]['’”\"]?\s|\n")
_POINTS = compiled(r"['’“”\"\s]*(?P<word>this|that|these|those|such|it|they|he|she)\b", re.IGNORECASE)
_POINTS_AT_TIME = compiled(
    r"\W*(?:this|that|these|those)(?:\s\w+)?\s(?:year|month|week|morning|afternoon|evening|night|day|season|time|summer|winter|weekend|country|city|town)s?\b"
    r"|\W*(?:that|this)(?:['’]s|\sis)\s(?:why|because|how|what)\b|\W*(?:that|this)\ssaid\b|\W*those\s(?:who|of)\b"
    r"|\W*it(?:['’]s|['’]ll|['’]d|\s(?:is|was|will\sbe|would\sbe|has\sbeen|may|might|seems|appears|looks|takes|took))\b",
    re.IGNORECASE,
)
_NEAR = 4
"""Words before a quotation in which a negation still bears on it."""

_PHRASE = 8
"""Words of a quoted phrase; one with more of them, or with a comma, goes on to say something of its own."""

_SAID_BETWEEN = 160
"""Characters of attribution that may stand between two quotations of one speech."""

TOLD = 0.34
"""Share of the content of a sentence from which the draft is taken to have told it."""


def cuts(quote: Quote, draft: Document, parts: Sequence[Part], places: Places, text: SourceWords) -> Iterator[Cut]:
    """Each thing that was put into the quotation, or taken out of it, and may turn its sense."""
    for inserted in insertions(draft.body, quote.span):
        if _squeezed(inserted.of(draft.body)) not in _squeezed(text.body):
            yield Cut("insertion", inserted, None, len(inserted.of(draft.body).split()))
    for part, (_, last), (first, _) in zip(parts[1:], places, places[1:], strict=False):
        if part.gap and last + 1 < first:
            yield from _gap(part, draft, text, last, first)
    yield from _edges(quote, draft, places[0][0], places[-1][1], text)


def _gap(part: Part, draft: Document, text: SourceWords, last: int, first: int) -> Iterator[Cut]:
    """What an ellipsis or a bracket stands for, as far as it is of one sentence with the words kept."""
    assert part.gap is not None
    gone = text.words[last + 1 : first]
    left = _until_stop(text, gone, text.words[last].span.end)
    right = [] if len(left) == len(gone) else _since_stop(text, gone, text.words[first].span.start)
    if not _SIDE_REMARK.match(text.body, text.words[last].span.end):
        turning = next((word for word in (*left, *right) if word.form in _TURNING), None)
        if turning:
            yield Cut("gap", part.gap, turning.span, len(gone))
            return
    if part.sign == "bracket" and len(gone) <= LONGEST_NAME and _unlike(part.gap.of(draft.body), gone):
        yield Cut("replaced", part.gap, gone[0].span.through(gone[-1].span), len(gone))


def _unlike(bracket: str, gone: Sequence[Word]) -> bool:
    """Whether a bracket has none of the telling words that it stands for, and there are some."""
    inside = bracket.strip("[]()")
    said = {word.stem for word in words(inside, Span(0, len(inside))) if word.content}
    lost = {word.stem for word in gone if word.content}
    return bool(lost) and not said & lost


def _until_stop(text: SourceWords, gone: Sequence[Word], at: int) -> list[Word]:
    stop = _STOP.search(text.body, at, gone[-1].span.end)
    return [word for word in gone if not stop or word.span.end <= stop.start()]


def _since_stop(text: SourceWords, gone: Sequence[Word], at: int) -> list[Word]:
    stops = [stop.end() for stop in _STOP.finditer(text.body, gone[0].span.start, at)]
    return [word for word in gone if not stops or word.span.start >= stops[-1]]


def _edges(quote: Quote, draft: Document, first: int, last: int, text: SourceWords) -> Iterator[Cut]:
    """A negation just before the quoted words, a condition just after them, and neither in the draft."""
    start, end = text.words[first].span.start, text.words[last].span.end
    bounds = _bounds(text, Span(start, end))
    before, after = _round_about(quote, draft)
    if bounds.start < start:
        clause = max((mark.end() for mark in _CLAUSE.finditer(text.body, bounds.start, start)), default=bounds.start)
        near = [word for word in text.words[max(0, first - _NEAR) : first] if word.span.start >= clause]
        turning = next((word for word, after in pairwise([*near, text.words[first]]) if _turns(word, after)), None)
        phrase = 0 < last - first < _PHRASE and not _CLAUSE.search(text.body, start, end - 1)
        if turning and phrase and quote.speaker and not _OWN_NEGATION.search(before):
            yield Cut("before", quote.span, turning.span, 1)
    condition = _CONDITION.match(text.body, end, bounds.end)
    if condition and not _OWN_CONDITION.search(before + after):
        yield Cut("after", quote.span, Span(*condition.span("cue")), 1)


def _turns(word: Word, after: Word) -> bool:
    """Whether a word says no of what follows it, which "not only" does not."""
    return word.form in _NEGATIONS and after.form not in ("just", "only", "merely", "simply", "necessarily")


def _bounds(text: SourceWords, span: Span) -> Span:
    """The quotation of the source round these words, else their sentence."""
    quote = text.quote_at(span)
    if quote:
        return quote.span
    at = text.sentence_at(span.start)
    return text.sentences[at].span.through(span) if at is not None else span


def _round_about(quote: Quote, draft: Document) -> tuple[str, str]:
    """The words of the draft before and after the quotation: its own sentence, and one more after."""
    sentences = draft.all(Sentence)
    at = bisect_right(sentences, quote.outer.start, key=lambda sentence: sentence.start) - 1
    if at < 0:
        return "", ""
    behind = next((k for k in range(at, len(sentences)) if sentences[k].end >= quote.outer.end), at)
    following = sentences[min(behind + 1, len(sentences) - 1)]
    return draft.body[sentences[at].start : quote.outer.start], draft.body[quote.outer.end : max(quote.outer.end, following.end)]


def antecedent(quote: Quote, draft: Document, start: int, text: SourceWords, theirs: Quote | None) -> tuple[Span, Span] | None:
    """The "this" that a quotation opens with and the sentence that it pointed at, before ``start`` in the
    source, if the draft has not told that."""
    points = _POINTS.match(draft.body, quote.start, quote.end)
    if not points or _POINTS_AT_TIME.match(draft.body, quote.start, quote.end):
        return None
    told = _sentence_before(start, text, theirs)
    if told is None:
        return None
    content = {word.stem for word in words(text.body, told) if word.content}
    sentences = draft.all(Sentence)
    at = bisect_right(sentences, quote.outer.start, key=lambda sentence: sentence.start) - 1
    so_far = Span(sentences[max(0, at - 2)].start, quote.outer.start) if at >= 0 else Span(0, quote.outer.start)
    known = {word.stem for word in words(draft.body, so_far)}
    if len(content) < 2 or len(content & known) >= TOLD * len(content):
        return None
    return Span(*points.span("word")), told


def _sentence_before(start: int, text: SourceWords, theirs: Quote | None) -> Span | None:
    """What the speaker said just before this place, if a sentence begins here."""
    at = text.sentence_at(start)
    if at is None:
        return None
    opens = not any(char.isalnum() for char in text.body[text.sentences[at].start : start])
    before = text.sentences[at - 1] if at else None
    if theirs is None:
        spoken = text.spoken and opens and before and before.block == text.sentences[at].block
        return before.span if spoken and before else None
    if any(char.isalnum() for char in text.body[theirs.start : start]):
        within = before and opens and before.end > theirs.start
        return Span(max(before.start, theirs.start), before.end) if within and before else None
    last = text.quote_before(theirs.outer.start)
    if last is None or theirs.outer.start - last.outer.end > _SAID_BETWEEN or not _one_speech(last, theirs):
        return None
    ends = text.sentence_at(last.end - 1)
    return Span(max(last.start, text.sentences[ends].start), last.end) if ends is not None else last.span


def _one_speech(last: Quote, theirs: Quote) -> bool:
    """Whether a quotation goes on with the one before it, so that neither is a mere phrase."""
    whole = all(quote.kind == "speech" for quote in (last, theirs))
    return whole and (theirs.continued or not theirs.speaker_name or theirs.speaker_name == last.speaker_name)


def _squeezed(words: str) -> str:
    return " ".join(words.strip("[]").split()).lower()

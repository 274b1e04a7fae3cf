"""Document -> stacks: cues that stand so near to one another that they may soften the same statement."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Hedge, Sentence, Stack
from newslint.spans import Span

REACH = 16
"""The most words between two hedges of one statement."""

_WORD = compiled(r"\w[\w'’-]*")
_OWN = compiled(r"\b(?:I|we|you|do|not|to|never|n['’]t|don['’]t)\s(?:\w+ly\s)?$", re.IGNORECASE)
_ABLE = compiled(r"\s(?:that\s)?(?:he|she|they)\scould", re.IGNORECASE)
_BREAK = compiled(r"[;:?!—]|\s[–-]\s|,\s(?:but|while|although|though|because|who|which|where|when|after|before|as|so)\b")
_RELATIVE = frozenset({"who", "which", "whose", "where"})


def stacks(doc: Document) -> tuple[Stack, ...]:
    """Every pair of cues that nothing parts, in text order."""
    if not doc.all(Hedge):
        return ()
    found = [*_beside(doc), *_single(doc), *_said(doc), *_again(doc)]
    return tuple(sorted(found, key=lambda stack: stack.span))


def _beside(doc: Document) -> Iterator[Stack]:
    """Each two hedges of a sentence, up to ``REACH`` words apart."""
    starts = [sentence.start for sentence in doc.all(Sentence)]
    for _, group in groupby(doc.all(Hedge), key=lambda hedge: bisect_right(starts, hedge.start)):
        hedges = list(group)
        for at, first in enumerate(hedges):
            vague = False
            for second in hedges[at + 1 :]:
                apart = len(_WORD.findall(doc.own_words, first.end, second.start))
                if apart > REACH:
                    break
                if _together(doc, first, second):
                    kinds = frozenset({first.kind, second.kind})
                    whole = first.span.through(second.span)
                    yield Stack(whole, "beside", first.span, second.span, apart, kinds, vague)
                vague |= second.kind == "approximator"


def _together(doc: Document, first: Hedge, second: Hedge) -> bool:
    """Whether nothing says that two hedges soften two statements."""
    words = doc.own_words
    if _BREAK.search(words, first.end, second.start) or _ABLE.fullmatch(words, first.end, second.end):
        return False
    return not _OWN.search(words, max(0, first.start - 20), first.start)


def _single(doc: Document) -> Iterator[Stack]:
    """A hedge and the word behind it, or that before "of" or "with"."""
    text = doc.own_words
    for hedge in doc.all(Hedge):
        kinds = frozenset({hedge.kind})
        if after := _WORD.match(text, hedge.end + 1):
            behind = Span(*after.span())
            yield Stack(hedge.span.through(behind), "before", hedge.span, behind, 0, kinds)
        words = list(_WORD.finditer(text, max(0, hedge.start - 40), hedge.start))[-4:]
        if words and words[-1].group() in ("of", "with"):
            for word in words[:-1]:
                charge = Span(*word.span())
                yield Stack(charge.through(hedge.span), "under", charge, hedge.span, 0, kinds)


def _said(doc: Document) -> Iterator[Stack]:
    """The cue of a source and the first legal hedge in what it says."""
    legal = [hedge for hedge in doc.all(Hedge) if hedge.kind == "legal"]
    starts = [hedge.start for hedge in legal]
    for source in doc.all(Attribution):
        after = bisect_left(starts, source.cue.end)
        if after == len(legal) or not source.content or not source.content.covers(legal[after].span):
            continue
        hedge = legal[after]
        words = _WORD.findall(doc.own_words, source.cue.end, hedge.start)
        if not _BREAK.search(doc.own_words, source.cue.end, hedge.start) and not _RELATIVE.intersection(words):
            whole = source.cue.through(hedge.span)
            yield Stack(whole, "said", source.cue, hedge.span, len(words), frozenset({"legal"}), source=source.source)


def _again(doc: Document) -> Iterator[Stack]:
    """A hedge in the sentence after one that is laid to nobody in particular."""
    starts: Sequence[int] = [sentence.start for sentence in doc.all(Sentence)]
    vague = {bisect_right(starts, a.cue.start): a for a in doc.all(Attribution) if a.kind == "vague"}
    for hedge in doc.all(Hedge) if vague else ():
        earlier = vague.get(bisect_right(starts, hedge.start) - 1)
        if earlier and earlier.source:
            whole = earlier.cue.through(earlier.source)
            yield Stack(hedge.span, "again", whole, hedge.span, 0, frozenset({hedge.kind}))

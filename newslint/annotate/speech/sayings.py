"""Sayings: each cue of a sentence with its source and with what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.annotate.speech.verbs import ADJUNCTS, CLAUSE_STARTS, EDGE, Verb
from newslint.annotate.speech.vocabulary import BE, DETERMINERS, PREPOSITIONS
from newslint.spans import Span
from newslint.words import word_set

_ACCORDING = Form("according", frozenset({"say"}), frozenset({"ing"}))
_COLON = Form(":", frozenset({"say"}), frozenset({"base"}))
_CITING = word_set("citing quoting")
_GERUND_AFTER = word_set("by in while when after before without from for and or")
_NO_SPEAKER = word_set(
    """
    update watch exclusive video photo photos photograph breaking read live related more note editor's listen caption
    correction
    """
)
_INTRODUCTION = 4  # tokens, the comma among them: "On Monday, police said"
_MARKS = frozenset(",:;.–—-")


class Saying(NamedTuple):
    """A cue with its source and content; without a source the sentence hides who says so ("is said to")."""

    cue: Span
    form: Form
    source: Span | None
    content: Span | None


def sayings(tokens: Sequence[Token], *, headed: bool = False) -> list[Saying]:
    """The sayings of one sentence, in order; ``headed`` says that the sentence opens its block."""
    found: list[Saying] = []
    if headed:
        found += _speaker_colon(tokens)
    for index, token in enumerate(tokens):
        if token.low == "according" and index + 1 < len(tokens) and tokens[index + 1].low == "to":
            found += _according(tokens, index)
        elif form := FORMS.get(token.low):
            verb = Verb(tokens, index, form)
            saying = _saying(verb, found) if verb.genuine() else None
            found += [saying] if saying else []
    return found


def _span(tokens: Sequence[Token], of: Range | None) -> Span | None:
    return Span(tokens[of[0]].start, tokens[of[1]].end) if of else None


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """From token ``first`` to ``last``, without marks at its ends."""
    while first <= last and tokens[first].text in _MARKS:
        first += 1
    while first <= last and tokens[last].text in _MARKS:
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None


def _longer(first: Span | None, second: Span | None) -> Span | None:
    """The longer of what stands before and after "..., he said, ..."."""
    return max((span for span in (first, second) if span), key=len, default=None)


def _according(tokens: Sequence[Token], index: int) -> Iterator[Saying]:
    source = subjects.after(tokens, index + 1)
    if source:
        content = _longer(_stretch(tokens, 0, index - 1), _stretch(tokens, source[1] + 1, len(tokens) - 1))
        yield Saying(Span(tokens[index].start, tokens[index + 1].end), _ACCORDING, _span(tokens, source), content)


def _speaker_colon(tokens: Sequence[Token]) -> Iterator[Saying]:
    """A name and a colon at the head of a block: "Graham: tax plan is dead"."""
    at = next((k for k, token in enumerate(tokens[:8]) if token.text == ":"), 0)
    name = tokens[:at]
    if not name or at + 1 >= len(tokens) or name[0].low in _NO_SPEAKER or any(token.low in FORMS for token in name):
        return
    if all(token.capital or token.low in ("of", "the", "de", "&") for token in name) and (
        tokens[at + 1].capital or tokens[at + 1].quote
    ):
        cue = Span(tokens[at].start, tokens[at].end)
        yield Saying(cue, _COLON, _span(tokens, (0, at - 1)), _stretch(tokens, at + 1, len(tokens) - 1))


def _saying(verb: Verb, earlier: Sequence[Saying]) -> Saying | None:
    tokens, index = verb.tokens, verb.index
    rest = _stretch(tokens, index + 1, len(tokens) - 1)
    if verb.participle:
        return _participle(verb, rest, earlier)
    if verb.passive():
        return _passive(verb, rest)
    if verb.left.low == "to":
        return _made(verb, _carried(verb, earlier), rest) if _speaks_after(verb) else None
    opens = verb.left is EDGE and any(token.quote for token in tokens[index : index + 14])
    if opens or verb.inverted():
        who = subjects.after(tokens, index)
        if who:
            content = _stretch(tokens, who[1] + 1, len(tokens) - 1) if opens else _before(tokens, index)
            return _made(verb, _span(tokens, who), content)
    source = _span(tokens, verb.subject)
    if source is None and verb.left.low in ("and", "but", "or", "then", ","):
        source = _carried(verb, earlier)
    return _made(verb, source, _content(verb, verb.subject[0] if verb.subject else verb.start))


def _made(verb: Verb, source: Span | None, content: Span | None) -> Saying | None:
    token = verb.tokens[verb.index]
    return Saying(Span(token.start, token.end), verb.form, source, content) if source else None


def _carried(verb: Verb, earlier: Sequence[Saying]) -> Span | None:
    """The source of the saying before, else the subject of the sentence."""
    return earlier[-1].source if earlier else _span(verb.tokens, subjects.opening(verb.tokens, verb.start))


def _participle(verb: Verb, rest: Span | None, earlier: Sequence[Saying]) -> Saying | None:
    """Saying from "..., adding that", "is warning that", "by calling him"."""
    tokens, index, left = verb.tokens, verb.index, verb.left
    if tokens[index].low in _CITING and (who := subjects.after(tokens, index)):
        return _made(verb, _span(tokens, who), _stretch(tokens, 0, index - 1))
    if rest is None:
        return None
    if any(token.low in BE for token in tokens[verb.start : index]):
        return _made(verb, _span(tokens, verb.subject), rest)
    if left is EDGE or left.text == "," or left.quote or left.low in _GERUND_AFTER:
        return _made(verb, _carried(verb, earlier), rest)
    if left.low in PREPOSITIONS or left.low in DETERMINERS:
        return None
    return _made(verb, _span(tokens, verb.subject), rest)


def _passive(verb: Verb, rest: Span | None) -> Saying | None:
    """Saying from "was praised by X", "X was quoted as saying", "X is said to"."""
    tokens, index = verb.tokens, verb.index
    subject = _span(tokens, verb.subject)
    following = [token.low for token in tokens[index + 1 : index + 10]]
    if following[:2] == ["as", "saying"] or (verb.form.lemma in ("quote", "cite") and "saying" in following[:3]):
        return _made(verb, subject, rest)
    if "by" in following and "," not in following[: following.index("by")]:
        agent = subjects.after(tokens, index + 1 + following.index("by"))
        return _made(verb, _span(tokens, agent), subject or rest)
    hidden = _span(tokens, verb.hidden())
    return Saying(hidden, verb.form, None, rest or subject) if hidden else None


def _speaks_after(verb: Verb) -> bool:
    """Whether an infinitive has its words with it: "went on to say that", "was moved to say: ..."."""
    right = verb.right
    return right.low == "that" or right.quote or (right.text in (",", ":") and verb.token(verb.index + 2).quote)


def _before(tokens: Sequence[Token], index: int) -> Span | None:
    """What an inverted verb reports: the nearest quotation before it, else all that is before it."""
    quote = next((token for token in reversed(tokens[:index]) if token.quote), None)
    return Span(quote.start, quote.end) if quote else _stretch(tokens, 0, index - 1)


def _content(verb: Verb, subject: int) -> Span | None:
    """What is said: after the cue, or before the subject where the cue trails."""
    tokens, index, right = verb.tokens, verb.index, verb.right
    left, earlier = verb.token(subject - 1), verb.token(subject - 2)
    after = _stretch(tokens, index + 1, len(tokens) - 1)
    article = right.low in ("the", "a", "an")
    if left is EDGE or right.quote or (right.low in CLAUSE_STARTS and not article):
        return after
    trailing = left.text in (",", "?", "!", "—", "–") and subject > 1
    quote = left if left.quote else earlier if trailing and earlier.quote else None
    if quote and (verb.form.lemma == "tell" or not article):
        return Span(quote.start, quote.end)
    front = _stretch(tokens, 0, subject - 2)
    if left.low == "as":
        comma = next((k for k in range(index + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
        return front or _stretch(tokens, comma, len(tokens) - 1) or after
    introduced = tokens[0].low in PREPOSITIONS and subject <= _INTRODUCTION
    if not trailing or introduced or any(token.quote or token.low == "that" for token in tokens[index + 1 :]):
        return after
    if right is EDGE or right.text in (".", ";", "—", "–") or right.low in ADJUNCTS:
        return front
    return _longer(front, after) if right.text == "," else after

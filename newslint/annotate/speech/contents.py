"""What is said: from where to where the words of a source run, beside the cue that reports them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.saying import Saying, stretch
from newslint.annotate.speech.verbs import ADJUNCTS, CLAUSE_STARTS, EDGE, Verb
from newslint.annotate.speech.vocabulary import AUXILIARIES, DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPS, TIMES
from newslint.spans import Span
from newslint.words import word_set

_INTRODUCTION = 4  # tokens, the comma among them: "On Monday, police said"
_REPORTING = word_set("say tell add write report note explain announce confirm state argue recall")
"""What these report stands before them even where a preposition follows: "..., he said of the plan"."""

_JOINTS = word_set("and but then while before after") | {",", ";"}
_TOLD = word_set("tell inform warn remind assure notify advise promise convince persuade show ask")
"""These name those spoken to before what is said: "told reporters on Monday that"."""

_NEW_CLAUSE = word_set("and but or so who which whose where while although though because after before")
_ASKED = word_set("whether if what how why who when where which")
_WHEN = TIMES | word_set("late early last earlier this")
_HEARERS = 6  # tokens: "the BBC", "a court in Leeds"
_ASIDE = 14  # tokens between a cue and its "that", for those spoken to, the time and the place


def longer(first: Span | None, second: Span | None, opens: str = "") -> Span | None:
    """The longer of what stands before and after "..., he said, ..."; the first where a new clause ``opens`` the second."""
    if first and opens in _NEW_CLAUSE:
        return first
    return max((span for span in (first, second) if span), key=len, default=None)


def before(tokens: Sequence[Token], index: int) -> Span | None:
    """What an inverted verb reports: the nearest quotation before it, else all that is before it."""
    quote = next((token for token in reversed(tokens[:index]) if token.quote), None)
    return Span(quote.start, quote.end) if quote else stretch(tokens, 0, index - 1)


def _said_from(verb: Verb) -> int:
    """The token at which what is said begins: "told AFP on Monday | that", "said in June | that", "said in a note: | “...”"."""
    first = verb.particle + 1
    low, lemma = verb.right.low, verb.form.lemma
    aside = low in _WHEN or (lemma in _REPORTING and low in PREPOSITIONS - {"of", "about"}) or (lemma in _TOLD and low != "to")
    if not aside or low in CLAUSE_STARTS - DETERMINERS - PRONOUNS:
        return first
    day = first + (low == "on")
    if verb.token(day).low in DAYS and (verb.token(day + 1).capital or verb.token(day + 1).low in DETERMINERS - {"that"}):
        return day + 1
    for at in range(first, min(first + _ASIDE, len(verb.tokens))):
        token = verb.tokens[at]
        clause = token.low == "that" and verb.token(at + 1).low not in AUXILIARIES
        if clause or token.quote or (lemma in _TOLD and token.low in _ASKED):
            return at
        if token.text == ":":
            return at + 1
        if token.low in STOPS - {",", ".", "-"} or (token.text == "," and verb.token(at + 1).low != "that"):
            return first
    return first


def said_to(tokens: Sequence[Token], cue: int) -> int:
    """The token before which what is said after the cue ends: a semicolon, or "according to" with its comma."""
    for at in range(cue + 1, len(tokens)):
        if tokens[at].text == ";":
            return at
        if tokens[at].low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to" and tokens[at - 1].text == ",":
            return at
    return len(tokens)


def parted(tokens: Sequence[Token], found: Sequence[Saying]) -> Iterator[Saying]:
    """What is said by one source in a row, each up to the next: "praised the plan | and said it was safe".

    What somebody else reports ends where their words end: "Roe praised the plan, | the Herald said".
    """
    for saying in found:
        ends = [_joint(tokens, other.cue.start) for other in found if _goes_on(saying, other)]
        ends += [other.content.end for other in found if other.content and other.content.covers(saying.cue)]
        end = min(ends, default=0)
        rest = saying.content
        cut = rest is not None and saying.cue.end < end < rest.end and rest.start < end
        kept = [token for token in tokens if rest and rest.start <= token.start < end] if cut else []
        shorter = stretch(kept, 0, len(kept) - 1) if kept else None
        yield saying._replace(content=shorter) if shorter else saying


def _goes_on(saying: Saying, other: Saying) -> bool:
    """Whether a later saying of the same source stands in what this one takes for its content."""
    inside = saying.content is not None and saying.content.covers(other.cue) and other.cue.start > saying.cue.end
    return inside and saying.source is not None and other.source is not None and saying.source.start == other.source.start


def _joint(tokens: Sequence[Token], cue: int) -> int:
    """Where the "and" or the comma stands that joins a verb to the one before; past all text if nothing does."""
    index = next(k for k, token in enumerate(tokens) if token.start >= cue)
    at = subjects.verb_group(tokens, index) - 1
    if at < 1 or tokens[at].low not in _JOINTS:
        return tokens[-1].end
    return tokens[at - 1].start if tokens[at - 1].text == "," else tokens[at].start


def _governed(verb: Verb) -> bool:
    """Whether the preposition after the verb brings what is said: "promised to go", "boasted of", not "said of him"."""
    following = verb.token(verb.index + 2)
    if verb.form.lemma in _REPORTING or verb.right.low not in ("to", "of", "about"):
        return False
    return verb.right.low != "to" or not (following.capital or following.low in DETERMINERS or following.low.endswith("s"))


def _only_hearers(verb: Verb) -> bool:
    """Whether nothing but those spoken to follows: "..., police told reporters on Friday."."""
    for at in range(verb.index + 1, verb.index + _HEARERS):
        token = verb.token(at)
        if token is EDGE or token.text in (".", ",", ";", "—", "–") or token.low in ADJUNCTS:
            return at > verb.index + 1
        if not token.low[0].isalpha() or token.low in CLAUSE_STARTS - DETERMINERS or token.low in AUXILIARIES:
            return False
    return False


def content(verb: Verb, subject: int) -> Span | None:
    """What is said: after the cue, or before the subject where the cue trails."""
    tokens, index, right = verb.tokens, verb.index, verb.right
    left, earlier = verb.token(subject - 1), verb.token(subject - 2)
    after = stretch(tokens, _said_from(verb), said_to(tokens, index) - 1)
    article = right.low in ("the", "a", "an")
    if left.low == "as":
        comma = next((k for k in range(index + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
        front, rest = stretch(tokens, 0, subject - 2), stretch(tokens, comma, len(tokens) - 1)
        quoted = any(token.quote for token in tokens[comma:])
        return (rest if quoted or subject <= _INTRODUCTION else front) or front or rest or after
    if left is EDGE or right.quote or (right.low in CLAUSE_STARTS and not article):
        return after
    trailing = left.text in (",", "?", "!", "—", "–") and subject > 1
    quote = left if left.quote else earlier if trailing and earlier.quote else None
    if quote and (verb.form.lemma == "tell" or not article):
        return Span(quote.start, quote.end)
    front = stretch(tokens, 0, subject - 2)
    introduced = tokens[0].low in PREPOSITIONS and subject <= _INTRODUCTION
    going_on = FORMS.get(verb.token(index + 2).low)  # "..., Roe said, adding that"
    if trailing and not introduced and right.text == "," and going_on and "ing" in going_on.shapes:
        return front
    if trailing and not introduced and verb.form.lemma in _TOLD and _only_hearers(verb):
        return front
    if not trailing or introduced or any(token.quote or token.low == "that" for token in tokens[index + 1 :]):
        return after
    if right is EDGE or right.text in (".", ";", "—", "–") or (right.low in ADJUNCTS and not _governed(verb)):
        return front
    return longer(front, after, verb.token(index + 2).low) if right.text == "," else after

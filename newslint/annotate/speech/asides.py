"""What stands beside a source behind "according to": the name of its bearer, a gloss in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.bodies import BODIES, PAPERS
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.annotate.speech.vocabulary import DETERMINERS, TIMES
from newslint.words import word_set

_NO_CLAUSE = word_set("a an who which whose aged of and or in at")
_MOST_NAMES = 4
_GLOSS = 16  # tokens between brackets


def with_name(tokens: Sequence[Token], source: Range) -> Range:
    """The source with the name behind it: "the council's leader, Jane Roe, | ten were hurt", not "the mayor, Leeds, ..."."""
    first, last = source
    head = tokens[last].low
    described = tokens[first].low in DETERMINERS or any(token.low.endswith(("'s", "’s")) for token in tokens[first:last])
    if not described or tokens[last].capital or head in PAPERS | BODIES | TIMES or head.endswith("s"):
        return source
    comma = last + 1
    at = comma + 1
    while at < len(tokens) and tokens[at].capital and tokens[at].low not in DETERMINERS:
        at += 1
    named = 2 <= at - comma - 1 <= _MOST_NAMES and at + 1 < len(tokens)
    if not named or tokens[comma].text != "," or tokens[at].text != ",":
        return source
    return (first, at - 1) if _clause(tokens, at + 1) else source


def _clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether a verb comes before the next comma, so that the name is not what it is said of."""
    if tokens[first].low in _NO_CLAUSE:
        return False
    for at in range(first + 1, len(tokens)):
        if tokens[at].text in ",;:":
            break
        if subjects.verb_like(tokens, at):
            return True
    return subjects.pronoun(tokens[first])


def past_gloss(tokens: Sequence[Token], at: int) -> int:
    """The token behind a gloss in brackets that begins at ``at``, else ``at``: "the Ministry of Finance (MoF), | ..."."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    return next((k + 1 for k in range(at + 1, min(at + _GLOSS, len(tokens))) if tokens[k].text == ")"), at)

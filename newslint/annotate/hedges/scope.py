"""What a hedge softens: the clause or the phrase, after the notion of scope in BioScope (Vincze and others 2008)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newslint.annotate.hedges.vocabulary import Reach
from newslint.annotate.speech.vocabulary import AUXILIARIES, DETERMINERS, PASTS, PREPOSITIONS, PRONOUNS, STOPS
from newslint.kept.regexes import compiled
from newslint.spans import Span

_EDGE = compiled(
    r"""[;:—“”"()] | \s[–-]\s | \s(?:but|while|although|because|whereas)\s
    | \sand\s(?:he|she|it|they|there|we|I)\b
    | ,\s(?:and|but|while|although|though|who|which|where|because|so|or|as|after|before|when|adding|saying)\b
    | ,\s(?:[\w.’'-]+\s){0,5}?(?:said|says|told|according|reported|added|warned)\b""",
    re.VERBOSE,
)
_REACH = 600  # characters of a sentence that are searched for the edges of a clause, on either side
_MOST = 8  # words of a phrase
_NEXT = compiled(r"[ \t\u00a0]?(?P<word>[$£€]?\w[\w.,’'&%-]*(?<![.,]))(?P<mark>,?)")
_NO_PART = (AUXILIARIES | PASTS | PREPOSITIONS | PRONOUNS | STOPS | {"and", "or", "not"}) - {"of"}
_ROUND = " \t\n\u00a0,.;:!?"


def clause(text: str, sentence: Span, cue: Span) -> Span:
    """The clause around a cue: from one dash, semicolon or comma with a conjunction to the next."""
    start, end = max(sentence.start, cue.start - _REACH), min(sentence.end, cue.start + _REACH)
    for edge in _EDGE.finditer(text, start, end):
        if edge.end() <= cue.start:
            start = edge.end()
        elif edge.start() >= cue.end:
            end = edge.start()
            break
    return Span(start, max(end, cue.end))


def behind(text: str, sentence: Span, cue: Span) -> Span:
    """What follows the cue in its clause, or what goes before where the cue ends it."""
    around = clause(text, sentence, cue)
    return _trimmed(text, Span(cue.end, around.end)) or _trimmed(text, Span(around.start, cue.start)) or cue


def whole(text: str, sentence: Span, cue: Span) -> Span:
    """The whole clause, subject and cue with it: "he is said to be ill"."""
    return _trimmed(text, clause(text, sentence, cue)) or cue


def phrase(text: str, sentence: Span, cue: Span) -> Span:
    """The noun phrase, or the figure with what it counts, that begins behind the cue."""
    end = cue.end
    begun = False
    for _ in range(_MOST):
        match = _NEXT.match(text, end, sentence.end)
        word = match["word"].lower() if match else ""
        # "ed" behind a noun is taken for the verb that ends the phrase
        if not match or word in _NO_PART or (begun and word.endswith("ed")):
            break
        end = match.end("word")
        begun |= word not in DETERMINERS
        if match["mark"]:
            break
    return _trimmed(text, Span(cue.end, end)) or cue


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_ROUND))
    end = span.start + len(words.rstrip(_ROUND))
    return Span(start, end) if start < end else None


SCOPES: Mapping[Reach, Callable[[str, Span, Span], Span]] = {"behind": behind, "clause": whole, "phrase": phrase}

"""Adjectives that report: "Roe is confident that", "they were worried about"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.saying import Saying, span_of, stretch
from newslint.annotate.speech.vocabulary import ADVERBS, BE, DAYS
from newslint.spans import Span
from newslint.words import word_set

_FEELING = Form("feel", frozenset({"think"}), frozenset({"base"}))
_SURE = word_set(
    "optimistic confident convinced certain hopeful aware adamant sure positive sceptical skeptical unaware doubtful"
)
_MOVED = word_set("worried concerned afraid pleased proud glad sorry grateful angry disappointed surprised delighted pessimistic")
_THAT = word_set("that he she they it we there his her their this these")
_LINKS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_SURE, _THAT),
    **dict.fromkeys(_MOVED, _THAT - word_set("his her their this these") | {"about"}),
    "optimistic": _THAT | {"about"},
}
"""Each with what may follow where somebody's mind is reported."""

_NOBODY = DAYS | word_set("it it's it’s there there's there’s this that who")
_SEEM = word_set("seem seems seemed sound sounds sounded feel feels felt remain remains remained grow grew become became")


def feelings(tokens: Sequence[Token]) -> Iterator[Saying]:
    """The sayings whose cue is an adjective behind "is", "seemed" and the like."""
    for index in range(2, len(tokens) - 2):
        links = _LINKS.get(tokens[index].low)
        if links is None or tokens[index + 1].low not in links:
            continue
        verb = index - 1
        while verb > 0 and (
            tokens[verb].low in ADVERBS or tokens[verb].low.endswith("ly") or tokens[verb].low in ("very", "more")
        ):
            verb -= 1
        contracted = subjects.pronoun(tokens[verb])  # "they're"
        if tokens[verb].low not in BE | _SEEM and not contracted:
            continue
        who = (verb, verb) if contracted else subjects.before(tokens, subjects.verb_group(tokens, verb))
        source = span_of(tokens, who)
        if source and who and tokens[who[1]].low not in _NOBODY:
            cue = Span(tokens[index].start, tokens[index].end)
            yield Saying(cue, _FEELING, source, stretch(tokens, index + 1, _end(tokens, index)))


def _end(tokens: Sequence[Token], index: int) -> int:
    """The last token of what is thought: up to a semicolon or a comma before "but" and "according"."""
    for at in range(index + 1, len(tokens) - 1):
        if tokens[at].text == ";" or (tokens[at].text == "," and tokens[at + 1].low in ("but", "according", "saying", "adding")):
            return at - 1
    return len(tokens) - 1

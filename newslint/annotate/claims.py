"""Document -> claims: sentences worth checking, by kind, scored by features like ClaimBuster's (Hassan and others 2017)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.annotate.speech.vocabulary import PASTS
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Claim, ClaimKind, DateMention, Quantity, Sentence
from newslint.needles import first
from newslint.spans import Cover
from newslint.words import STOP_WORDS

LEAST = 0.3
"""Sentences below this score are no claims."""

_AWAY = ("byline", "dateline", "caption", "quote-block")
_WORD = compiled(r"[^\W_][\w'’-]*")
_NAME = compiled(r"(?<=[a-z,]\s)[A-Z][\w’'-]+")
_OPENING = compiled(
    r"\W*(?P<first>[A-Z][\w.’'-]+)\s(?:(?:also|then|later|now|previously)\s)?(?:[A-Z]|(?:has|have|had|is|was|will|were|are|did)\b|\w+ed\b)"
)


def _pattern(pattern: str) -> re.Pattern[str]:
    return compiled(pattern, re.VERBOSE | re.IGNORECASE)


_WEIGHTS: dict[ClaimKind, float] = {
    "figure": 0.3,
    "date": 0.15,
    "event": 0.15,
    "accusation": 0.2,
    "cause": 0.15,
    "superlative": 0.15,
    "forecast": 0.15,
}
"""The kinds of claim, and what each adds to the score."""

_SAID = "said|told|added|asked|believed|wanted|needed|seemed|looked|hoped|called|tried"
_TIME = r"""(?:night|week|weekend|month|year|decade|century|spring|summer|autumn|fall|winter|season|\w+day|january|february
    |march|april|may|june|july|august|september|october|november|december)"""
_SIGNS: dict[ClaimKind, re.Pattern[str]] = {
    "event": _pattern(
        rf"\b(?!(?:{_SAID})\b)(?:\w{{2,}}ed|{'|'.join(sorted(PASTS - {'said', 'told', 'thought', 'felt'}))}|killing)\b"
    ),
    "accusation": _pattern(
        r"""\b(?:accus(?:e[ds]?|ing)|alleg(?:e[ds]?|ing|edly)|charged|arrested|convicted|guilty|fraud|corrupt(?:ion)?|illegal(?:ly)?
        |sued|lawsuit|abus(?:e[ds]?|ing)|theft|stole|bribe(?:s|d|ry)?|violat(?:e[ds]?|ion|ing)|breach(?:ed|es)?|suspects?|evasion
        |cheat(?:ed|ing)|lied|assault(?:ed|s)?|chained|attack(?:ed|s)?|murder(?:ed)?)\b"""
    ),
    "cause": _pattern(
        r"""\b(?:because\sof|caus(?:e[ds]?|ing)|led\sto|leads?\sto|result(?:ed|s|ing)?\s(?:in|from)|due\sto|blam(?:ed|es?|ing)|thanks\sto
        |responsible\sfor|(?:is|are|was|were|be|lay)\sbehind|(?:boosted|driven|hit|prompted|triggered|sparked|fuelled|fueled)\sby|(?:prompt|trigger|spark|fuel)(?:ed|ing))\b"""
    ),
    "superlative": _pattern(
        rf"""\b(?:more|less|fewer|higher|lower|larger|bigger|worse|better|faster)\sthan\b
        | \b(?:the|its|his|her|their|world['’]s|\w+['’]s)\s(?:\w+[\s-])?(?:most|least|first|last(?!\s(?:few\s)?{_TIME})|only
        |biggest|largest|highest|lowest|best|worst|oldest|youngest|fastest|longest|greatest|\w{{4,}}est)\b
        | \b(?:a|new|all-time)\srecord\b | \brecord\s(?:high|low|\w+s)\b | \b(?:never\sbefore|year\s(?:high|low))\b"""
    ),
    "forecast": _pattern(
        r"""\bwill\b | \bwould\b(?!\slike) | \b(?:expect|predict|forecast|anticipat|schedul)(?:s|e[ds]?|ed|ing)?\b | \bprojected\b
        | \b(?:plan|aim|intend|hop|propos|threaten|likely|set)(?:s|e[ds]?|ed|ning|ned|ing)?\sto\b"""
    ),
}
_FEATURES = (  # what else weighs
    (0.1, _pattern(r"[$£€]\s?\d | % | \bper\s?cent\b | \b(?:dollars|pounds|euros)\b")),
    (0.25, _pattern(r"\b(?:kill(?:ed|ing|s)?|die[ds]?|deaths?|dead|wounded|injured|casualties|victims?|bomb(?:ed|ing|s)?)\b")),
    (
        -0.3,
        _pattern(
            r"""\b(?:I|we|you|our|my|should|ought|hopefully|please|perhaps|maybe|imagine)\b
            | ^\W*(?:if|let|whether|thank|note|see)\b"""
        ),
    ),
    (-0.1, _pattern(r"\b(?:may|might|could)\b")),
)


def claims(doc: Document) -> tuple[Claim, ...]:
    """The sentences that state something checkable in the writer's own words."""
    sentences = [sentence for sentence in doc.all(Sentence) if sentence.block.kind not in _AWAY]
    figures = Cover(one.span for one in doc.all(Quantity) if one.kind != "ordinal" and not doc.quoted(one.span))
    dates = Cover(
        one.span for one in doc.all(DateMention) if one.grain != "vague" and one.type != "SET" and not doc.quoted(one.span)
    )
    found = []
    answered_for = _answered_for(doc)
    for sentence in sentences:
        words = doc.own_words[sentence.start : sentence.end]
        if asserted(words):
            seen = kinds(words, figure=figures.touches(sentence.span), date=dates.touches(sentence.span))
            value = score(words, seen)
            if value >= LEAST:
                found.append(Claim(sentence.span, value, answered_for.touches(sentence.span), seen))
    return tuple(found)


def asserted(words: str) -> bool:
    """Whether a sentence states something; a question or a fragment does not."""
    return not words.rstrip(" \"'”’)").endswith("?") and len(_WORD.findall(words)) >= 4


def kinds(words: str, *, figure: bool, date: bool) -> tuple[ClaimKind, ...]:
    """What kinds of claim a sentence makes; a forecast is about somebody named, or gives a figure or a date."""
    seen = {kind for kind, sign in _SIGNS.items() if first(sign, words)}
    if figure:
        seen.add("figure")
    if date:
        seen.add("date")
    if "forecast" in seen and not (figure or date or _opens(words) or _NAME.search(words)):
        seen.remove("forecast")
    return tuple(kind for kind in _WEIGHTS if kind in seen)


def score(words: str, seen: Sequence[ClaimKind]) -> float:
    """How much a sentence asks to be checked, from 0 to 1; without a kind it does not."""
    if not seen:
        return 0.0
    total = sum(_WEIGHTS[kind] for kind in seen) + min(0.2, 0.15 * _opens(words) + 0.1 * len(_NAME.findall(words)))
    total += sum(weight for weight, feature in _FEATURES if first(feature, words))
    return round(min(1.0, max(0.0, total)), 2)


def _opens(words: str) -> bool:
    """Whether the sentence opens with a name, for all that can be seen; its bearer is who acts."""
    opening = _OPENING.match(words)
    return bool(opening and opening["first"].lower() not in STOP_WORDS)


def _answered_for(doc: Document) -> Cover:
    """What a source answers for: its own words, and those that its attribution is carried over to."""
    told = [each for each in doc.all(Attribution) if each.kind not in ("vague", "agentless")]
    return Cover([*(each.span for each in told), *(each.carried for each in told if each.carried)])

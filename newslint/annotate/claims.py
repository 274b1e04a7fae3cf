"""Document -> claims: sentences worth checking, scored by features like ClaimBuster's (Hassan and others 2017)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newslint.document import Document
from newslint.mentions import Attribution, Claim, Sentence
from newslint.spans import Span

LEAST = 0.3
"""Sentences below this score are no claims."""

_AWAY = ("byline", "dateline", "caption", "quote-block")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_NAME = re.compile(r"(?<=[a-z,]\s)[A-Z][\w’'-]+")
_PRONOUN = re.compile(r"\W*(?:he|she|they|it|his|her|their)\b", re.IGNORECASE)


def _feature(weight: float, pattern: str) -> tuple[float, re.Pattern[str]]:
    return weight, re.compile(pattern, re.VERBOSE | re.IGNORECASE)


_FEATURES = (
    _feature(  # figures
        0.25,
        r"""\d | \b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|twice
        |double[sd]?)\b""",
    ),
    _feature(0.1, r"[$£€]\s?\d | % | \bper\s?cent\b | \b(?:dollars|pounds|euros)\b"),
    _feature(  # something happened
        0.1,
        r"""\b(?:\w{3,}ed|was|were|had|said|told|met|won|lost|fell|rose|sent|took|made|came|went|began|became|led|held|fought|hit
        |cut|left|found)\b""",
    ),
    _feature(  # comparisons
        0.15,
        r"""\b(?:more|less|fewer|higher|lower|larger|bigger|worse|better)\sthan\b
        | \b(?:most|least|only|first|last|record|never|always|every|\w{3,}est)\b""",
    ),
    _feature(  # casualties
        0.25,
        r"""\b(?:kill(?:ed|ing|s)?|die[ds]?|deaths?|dead|wounded|injured|casualties|victims?|murder(?:ed)?|bomb(?:ed|ing)?
        |attack(?:ed|s)?)\b""",
    ),
    _feature(  # accusations
        0.2,
        r"""\b(?:accus(?:ed|es)|charged|arrested|convicted|guilty|fraud|corrupt(?:ion)?|illegal(?:ly)?|sued|abused?|theft|stole
        |violat(?:ed|ion))\b""",
    ),
    _feature(  # causes
        0.15,
        r"\b(?:because\sof|caus(?:e[ds]?|ing)|led\sto|result(?:ed|s|ing)?\s(?:in|from)|due\sto|blamed|responsible\sfor)\b",
    ),
    _feature(  # opinions and suppositions
        -0.3, r"\b(?:I|we|you|should|ought|hope|please|perhaps|maybe)\b | ^\W*(?:if|imagine|let|whether)\b"
    ),
    _feature(-0.1, r"\b(?:will|would|may|might|could)\b"),
)


def claims(doc: Document) -> tuple[Claim, ...]:
    """The sentences that state something checkable in the writer's own words."""
    sentences = [sentence for sentence in doc.all(Sentence) if sentence.block.kind not in _AWAY]
    scores = (score(doc.own_words[sentence.start : sentence.end]) for sentence in sentences)
    rated = zip(sentences, scores, _attributed(doc, sentences), strict=True)
    return tuple(Claim(sentence.span, value, said) for sentence, value, said in rated if value >= LEAST)


def score(words: str) -> float:
    """How much a sentence asks to be checked, from 0 to 1; a question or a fragment does not."""
    if words.rstrip(" \"'”’)").endswith("?") or len(_WORD.findall(words)) < 5:
        return 0.0
    total = sum(weight for weight, feature in _FEATURES if feature.search(words))
    names = 0.1 * min(2, len(_NAME.findall(words)))
    return round(min(1.0, max(0.0, total + names)), 2)


def _attributed(doc: Document, sentences: Sequence[Sentence]) -> Iterator[bool]:
    """For each sentence whether a source answers for it, in it or carried over from the one before by a pronoun."""
    spans = sorted(a.span for a in doc.all(Attribution) if a.kind not in ("vague", "agentless"))
    reach = list(accumulate((span.end for span in spans), max))
    before: Sentence | None = None
    said = False
    for sentence in sentences:
        at = bisect_left(spans, Span(sentence.end, sentence.end))
        own = at > 0 and reach[at - 1] > sentence.start
        carried = said and before is not None and before.block == sentence.block
        said = own or (carried and bool(_PRONOUN.match(doc.text, sentence.start)))
        yield said
        before = sentence

"""Document -> claims: sentences worth checking, scored after the features of ClaimBuster (Hassan and others 2017)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.mentions import Attribution, Claim, Sentence
from newslint.spans import Span

_AWAY = ("byline", "dateline", "caption", "quote-block")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_FEATURES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern, re.VERBOSE | flags))
    for weight, flags, pattern in (
        (0.25, re.I, r"\d | \b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|double[sd]?)\b"),
        (0.10, re.I, r"[$£€]\s?\d | %|\bper\s?cent\b | \b(?:dollars|pounds|euros)\b"),
        (0.10, 0, r"(?<=[a-z,]\s)[A-Z][\w’'-]+"),
        (0.10, 0, r"(?<=[a-z,]\s)[A-Z][\w’'-]+.+?(?<=[a-z,]\s)[A-Z][\w’'-]+"),
        (0.10, re.I, r"\b(?:\w{3,}ed|was|were|had|said|told|met|won|lost|fell|rose|sent|took|made|came|went|began|became|led|held|fought|hit|cut|left|found)\b"),
        (0.15, re.I, r"\b(?:more|less|fewer|higher|lower|larger|bigger|worse|better)\sthan\b | \b(?:most|least|only|first|last|record|never|always|every)\b | \b\w{3,}est\b"),
        (0.25, re.I, r"\b(?:kill(?:ed|ing|s)?|died?|deaths?|dead|wounded|injured|casualties|victims?|murder(?:ed)?|bomb(?:ed|ing)?|attack(?:ed|s)?)\b"),
        (0.20, re.I, r"\b(?:accus(?:ed|es)|charged|arrested|convicted|guilty|fraud|corrupt(?:ion)?|illegal(?:ly)?|sued|abus(?:e|ed)|theft|stole|violat(?:ed|ion))\b"),
        (0.15, re.I, r"\b(?:because\sof|caus(?:e|ed|es|ing)|led\sto|result(?:ed|s|ing)?\s(?:in|from)|due\sto|blamed|responsible\sfor)\b"),
        (-0.30, re.I, r"\b(?:I|we|you|should|ought|hope|please|perhaps|maybe)\b | ^\W*(?:if|imagine|let|whether)\b"),
        (-0.10, re.I, r"\b(?:will|would|may|might|could)\b"),
    )
)
_PRONOUN = re.compile(r"\W*(?:he|she|they|it|his|her|their)\b", re.IGNORECASE)
LEAST = 0.3
"""Sentences below this score are no claims."""


def claims(doc: Document) -> tuple[Claim, ...]:
    """The sentences of the writer's own that state something checkable."""
    sentences = [sentence for sentence in doc.all(Sentence) if sentence.block.kind not in _AWAY]
    attributed = _attributed(doc, sentences)
    scored = ((sentence, score(doc.own_words[sentence.start : sentence.end]), said) for sentence, said in zip(sentences, attributed, strict=True))
    return tuple(Claim(sentence.span, value, said) for sentence, value, said in scored if value >= LEAST)


def score(words: str) -> float:
    """How much a sentence asks to be checked, from 0 to 1; a question or a fragment does not."""
    if words.rstrip(" \"'”’)").endswith("?") or len(_WORD.findall(words)) < 5:
        return 0.0
    total = sum(weight for weight, feature in _FEATURES if feature.search(words))
    return round(min(1.0, max(0.0, total)), 2)


def _attributed(doc: Document, sentences: Sequence[Sentence]) -> Iterator[bool]:
    """For each sentence whether a source answers for it, itself or carried over by a pronoun from the one before."""
    spans = sorted(a.span for a in doc.all(Attribution) if a.kind not in ("vague", "agentless"))
    reach: list[int] = []
    for span in spans:
        reach.append(max(span.end, reach[-1] if reach else 0))
    before: Sentence | None = None
    said = False
    for sentence in sentences:
        at = bisect_left(spans, Span(sentence.end, sentence.end))
        own = at > 0 and reach[at - 1] > sentence.start
        carried = said and before is not None and before.block == sentence.block
        said = own or carried and bool(_PRONOUN.match(doc.text, sentence.start))
        yield said
        before = sentence

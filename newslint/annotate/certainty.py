"""Document -> certainties: how sure each clause is, on an ordinal scale after FactBank (certain, probable, possible)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.vocabulary import BE
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Certainty, Clause, Hedge, Softener
from newslint.spans import Span
from newslint.words import word_set


def _pattern(words: str) -> re.Pattern[str]:
    return compiled(rf"(?:{words})", re.IGNORECASE | re.VERBOSE)


SCALE: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        1,
        _pattern(
            r"""reportedly|allegedly|alleged\b|suspected|purportedly|supposedly|ostensibly|rumou?red|accused|on\ssuspicion
            |it\s(?:is|was|has\sbeen)\s.*(?:claimed|said)$|.*\b(?:said|reported|alleged|rumou?red|reputed)\s(?:to|that)$"""
        ),
    ),
    (2, _pattern(r"may\b|might|could|possibl|perhaps|maybe|potential|conceivabl|plausibl|apparently|seemingly")),
    (2, _pattern(r".*\b(?:possibility|chance)$|(?:it\s)?(?:seem|appear)(?:s|ed)?\b")),
    (
        2.5,
        _pattern(r"likely|probabl|presumabl|(?:is|are)\slikely|.*\b(?:believed|thought|understood|presumed)(?:\s(?:to|that))?$"),
    ),
    (2.5, _pattern(r"almost\scertain|.*\b(?:probability|likelihood)$|in\sall")),
    (3.5, _pattern(r"(?:set|due|would)\b")),
    (
        3,
        _pattern(
            r"""(?:plan|intend|hop|aim|seek|want|propos|expect|threaten|consider)|.*\sexpected|in\stalks|in\san?\s(?:attempt|effort|bid)
            |in\sthe\shope|bid\sfor|remains\sto"""
        ),
    ),
)
"""How sure a clause is that a hedge of these words stands in; other hedges (about, many, clearly, if) change nothing here."""

_NOT = _pattern(
    r"""(?<![\w’'-])(?:not|never|no(?!\slonger\sthan)|nobody|none|neither|without|cannot|\w+n['’]t|den(?:y|ies|ied|ying)
    |refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)\sto|fail(?:s|ed|ing)?\sto|reject(?:s|ed|ing)?)(?![\w’'-])"""
)


_SUSPECTING = compiled(r"(?:suspected|accused)\s(?:him|her|them|it|me|us)\b", re.IGNORECASE)
_BELIEVED = compiled(r"(?:believed|thought|understood|presumed|said|reported|alleged|suspected)\sto\b", re.IGNORECASE)
_FINITE_AFTER = compiled(r"\s(?:is|are|was|were|has|have|had|will|would)\s")
_WORDS_BEFORE = compiled(r"([\w’']+)\s$")

_DOUBT = word_set(
    """
    claim allege purport suspect believe think speculate suggest insist assume presume suppose guess reckon fear rumour rumor
    rumours rumors speculation claims allegation allegations theory suspicion suspicions belief deny dispute discount question
    """
)


def certainties(doc: Document) -> tuple[Certainty, ...]:
    """How sure every clause is that states something, in text order; the weakest of its hedges decides."""
    clauses = [clause for clause in doc.all(Clause) if clause.kind != "attribution"]
    parts = sorted((part.start, part.end, at) for at, clause in enumerate(clauses) for part in clause.parts)
    found: defaultdict[int, list[Softener]] = defaultdict(list)
    for hedge in doc.all(Hedge):
        level = _level(hedge.span.of(doc.text))
        at = _softened(parts, hedge) if level and not _SUSPECTING.match(doc.body, hedge.start) else None
        if level and at is not None:
            found[at].append(Softener(hedge.span, level, _described(doc.body, hedge, clauses[at])))
    return tuple(_certainty(doc, clause, found[at]) for at, clause in enumerate(clauses))


def _softened(parts: list[tuple[int, int, int]], hedge: Hedge) -> int | None:
    """The clause that the hedge stands in, or of "the mayor reportedly said | the mill was sold" the one that it softens."""
    for place, end in ((hedge.start, hedge.end), (hedge.scope.start, hedge.scope.end)):
        at = bisect_right(parts, (place, 0, 0))
        for start, stop, clause in parts[max(0, at - 1) : at + 1]:
            if start < end and place < stop:
                return clause
    return None


def _described(text: str, hedge: Hedge, clause: Clause) -> Span:
    """What is softened: of "a gun believed to be the robber's was found" what the gun is, not that it was found."""
    before = _WORDS_BEFORE.search(text[max(0, hedge.start - 20) : hedge.start])
    if not _BELIEVED.match(text, hedge.start) or (before and before[1].lower() in BE | {"widely", "also", "now", "have"}):
        return hedge.scope
    verb = _FINITE_AFTER.search(text, hedge.end, clause.end)
    return Span(hedge.end, verb.start()) if verb else hedge.scope


def _certainty(doc: Document, clause: Clause, hedges: list[Softener]) -> Certainty:
    negated = any(_NOT.search(part.of(doc.own_words)) for part in clause.parts)
    weakest = tuple(sorted(hedges, key=lambda hedge: (hedge.level, hedge.start)))
    doubted = any(each.kind in ("vague", "agentless") or _lemma(each.cue.of(doc.text)) in _DOUBT for each in clause.attributions)
    return Certainty(clause.span, clause, weakest, negated, doubted)


def _lemma(cue: str) -> str:
    word = cue.lower().rpartition(" ")[2]
    return FORMS[word].lemma if word in FORMS else word


def _level(words: str) -> float | None:
    words = " ".join(words.split())
    return next((level for level, pattern in SCALE if pattern.match(words)), None)

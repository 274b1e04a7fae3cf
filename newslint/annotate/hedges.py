"""Document -> hedges: words that soften or harden a statement, each with the clause it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document
from newslint.mentions import Hedge, HedgeKind, Sentence
from newslint.spans import Span

_NUMBER = r"""(?:[$£€]?\d|(?:a\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen
|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion|half|third
|quarter)\b)"""
_CLAUSE = r"(?=\s(?:that|the|it|he|she|they)\b)"
_PLURAL = r"(?=\s(?:[a-z-]+\s)?(?:[a-z-]+(?<!s)s|people|men|women|of)\b)"
_BE = r"(?:is|are|was|were|been|being|be)\s(?:(?:widely|often|generally|commonly|usually|also|now|still)\s)?"

_CUES: dict[HedgeKind, str] = {
    # somebody says so, or it looks so
    "evidential": rf"""reportedly | apparently | purportedly | supposedly | seemingly | ostensibly | rumou?red
        | {_BE}(?:said|believed|thought|understood|reported|reputed|presumed)\sto
        | it\s(?:is|was)\s(?:\w+ly\s)?(?:said|believed|thought|understood|assumed|claimed)
        | (?:seem|appear)(?:s|ed)?\s(?:to|that|likely|unlikely|as\s(?:if|though))
        | {_BE}(?:considered|regarded|viewed|seen|thought\sof)
        | (?:widely|commonly|popularly)\s(?:considered|regarded|believed|thought|held|known|accepted|assumed|used)""",
    "legal": r"allegedly | alleged(?!\sthat) | suspected(?=\s[a-z]) | accused(?=\s(?:killer|murderer|rapist|attacker|thief))",
    "epistemic": r"""possibly | perhaps | maybe | probably | presumably | potentially | conceivably | arguably | plausibly
        | (?:un)?likely(?!\sto) | (?:the|a|any)\s(?:possibility|likelihood|probability) | possible\sthat
        | (?:un)?certain(?:ty)?\s(?:whether|if) | unclear | uncertain | not\s(?:yet\s)?(?:known|clear|certain|sure)
        | (?:thought|believed)\sto | generally | typically""",
    # what may be, and what is only planned
    "modal": r"""may(?=\s[a-z]) | (?<!the\s)(?<!ary\s)(?<!mic\s)(?<!cal\s)(?<!its\s)(?<!his\s)might(?=\s[a-z])(?!\sof\b)
        | could(?=\s[a-z])(?!\s(?:not|hear|see|feel|only|hardly|barely|no\slonger|smell|afford|care)\b)
        | (?:plan(?:s|ned|ning)?|intend(?:s|ed)?|hop(?:es?|ed|ing)|aim(?:s|ed)?|seeks?|wants?|propos(?:es|ed)|expect(?:s|ed)?|set
          |threaten(?:s|ed)?|consider(?:s|ing)?|(?:un)?likely)\sto(?=\s[a-z])
        | (?:is|are|was|were)\s(?:widely\s)?expected | if\s(?:necessary|approved|successful|confirmed|true)""",
    # open bounds and vague counts among them
    "approximator": rf"""(?:about|around|roughly|approximately|some|nearly|almost|an\sestimated|over|more\sthan|up\sto|upwards\sof
          |at\sleast|close\sto)(?=\s{_NUMBER})
        | or\s(?:so|more)(?=[\s,.;]) | (?:some|many|most|several|various|certain){_PLURAL} | others(?=\s[a-z])""",
    "attribution": rf"""suggest(?:s|ed|ing)?(?!\s(?:to|using|taking|ways)\b) | believe[sd]?(?!\s(?:in|me)\b|\sit[.,;])
        | thinks?(?!\s(?:about|tank|of)\b) | thought{_CLAUSE} | suspects?{_CLAUSE} | speculat(?:e|es|ed|ing|ion)
        | fear(?:s|ed)?(?=\s(?:that|it|he|she|they)\b) | assum(?:e|es|ed) | indicat(?:e|es|ed|ing) | impl(?:y|ies|ied|ying)
        | reckons? | estimates?(?=\sthat) | hint(?:s|ed|ing)?\s(?:that|at)""",
    "booster": r"""clearly | certainly | undoubtedly | obviously | unquestionably | undeniably | of\scourse | no\sdoubt
        | without\sdoubt | definitely""",
}
_HEDGE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{cues})" for kind, cues in _CUES.items()) + r")(?![\w’'])", re.VERBOSE | re.IGNORECASE
)
_EDGE = re.compile(
    r"""[;:—] | \s[–-]\s | \s(?:but|while|although|because|whereas)\s
    | ,\s(?:and|but|while|although|though|who|which|where|because|so|or|as|after|before|when|adding|saying)\b""",
    re.VERBOSE,
)
_REACH = 600  # characters of a sentence that are searched for the edges of a clause, on either side


def hedges(doc: Document) -> tuple[Hedge, ...]:
    """The hedges and boosters in the writer's own words."""
    return tuple(_hedges(doc))


def _hedges(doc: Document) -> Iterator[Hedge]:
    text = doc.own_words
    sentences = doc.all(Sentence)
    starts = [sentence.start for sentence in sentences]
    for match in _HEDGE.finditer(text):
        if match[0] == "May":
            continue
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.end() <= sentences[at].end:
            kind = next(kind for kind in _CUES if match[kind])
            yield Hedge(Span(*match.span()), kind, _clause(text, sentences[at].span, match.start()))


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The clause around ``at``: from one dash, semicolon or comma with a conjunction to the next."""
    start, end = max(sentence.start, at - _REACH), min(sentence.end, at + _REACH)
    for edge in _EDGE.finditer(text, start, end):
        if edge.end() <= at:
            start = edge.end()
        elif edge.start() > at:
            end = edge.start()
            break
    return Span(start, end).stripped(text)

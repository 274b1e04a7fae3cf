"""Document -> hedges: words that soften or harden a statement, each with the clause it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document
from newslint.mentions import Hedge, HedgeKind, Sentence
from newslint.spans import Span

_NUMBER = r"""(?:[$£€]?\d|(?:a\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty
|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion|half|third|quarter)\b)"""
_HEDGE = re.compile(
    rf"""\b(?:
      (?P<evidential> reportedly | apparently | purportedly | supposedly | seemingly | ostensibly | rumou?red
        | (?:is|are|was|were|been|being)\s(?:\w+ly\s)?(?:said|believed|thought|understood|reported|reputed|presumed)\sto
        | it\s(?:is|was)\s(?:\w+ly\s)?(?:said|believed|thought|understood|assumed|claimed)
        | (?:seems?|appears?|seemed|appeared)\s(?:to|that|likely|unlikely|as\s(?:if|though))
        | (?:is|are|was|were|been|being|be)\s(?:(?:widely|often|generally|commonly|usually|sometimes|also|now|still)\s)?(?:considered|regarded|viewed|seen|thought\sof)\b
        | (?:widely|generally|commonly|popularly)\s(?:considered|regarded|believed|thought|held|known|accepted|assumed|recogni[sz]ed|used) )
    | (?P<legal> allegedly | alleged(?!ly|\sthat) | suspected\s(?=[a-z]) | accused\s(?=killer|murderer|rapist|attacker|thief) )
    | (?P<epistemic> possibly | perhaps | maybe | probably | presumably | potentially | conceivably | arguably | plausibly
        | (?:un)?likely | (?:the|a|any)\s(?:possibility|likelihood|probability) | (?<!as\s)possible\sthat | (?:un)?certain(?:ty)?\s(?:whether|if)
        | unclear | uncertain | not\s(?:yet\s)?(?:known|clear|certain|sure) | thought\sto | believed\sto
        | generally | typically )
    | (?P<modal> (?:plans?|planned|planning|intends?|intended|hopes?|hoped|hoping|aims?|aimed|seeks?|wants?|proposes?|proposed|expects?|expected|set|likely
          |threaten(?:s|ed)?|considering|considers?)\sto(?=\s[a-z]) | (?:is|are|was|were)\s(?:widely\s)?expected | if\s(?:necessary|approved|successful|confirmed|true) | may(?=\s[a-z]) | (?<!the\s)(?<!ary\s)(?<!mic\s)(?<!cal\s)(?<!its\s)(?<!his\s)might(?=\s[a-z])(?!\sof\b)
        | could(?!n[’'])(?=\s[a-z])(?!\s(?:not|hear|see|feel|only|hardly|barely|no\slonger|smell|afford|have\scared|care)\b) )
    | (?P<approximator> (?:about|around|roughly|approximately|some|nearly|almost|an\sestimated|over|more\sthan|up\sto|upwards\sof|at\sleast|close\sto)
        (?=\s{_NUMBER}) | or\s(?:so|more)(?=[\s,.;])
        | (?:some|many|most|several|various|certain)(?=\s(?:[a-z-]+\s)?(?:[a-z-]+(?<!s)s|people|men|women|of)\b) | others(?=\s[a-z]+\b) )
    | (?P<attribution> suggest(?:s|ed|ing)?\b(?!\s(?:to|using|taking|ways)\b) | believe[sd]?(?!\s(?:in|me|it)\b) | think[s]?(?!\s(?:about|tank|of)\b) | thought(?=\s(?:that|the|it|he|she|they)\b)
        | suspects?(?=\s(?:that|the|it|he|she|they)\b) | speculat(?:e|es|ed|ing|ion) | fear(?:s|ed)?(?=\s(?:that|the|it|he|she|they)\b) | assum(?:e|es|ed)\b
        | indicat(?:e|es|ed|ing) | impl(?:y|ies|ied|ying)\b | reckons? | estimates?(?=\sthat) | hints?(?:ed|ing)?\s(?:that|at) )
    | (?P<booster> clearly | certainly | undoubtedly | obviously | unquestionably | undeniably | of\scourse | no\sdoubt | without\sdoubt | definitely )
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS: tuple[HedgeKind, ...] = ("evidential", "legal", "epistemic", "modal", "approximator", "attribution", "booster")
_CLAUSE_END = re.compile(r"[;:—]|\s[–-]\s|,\s(?:and|but|while|although|though|who|which|where|because|so|or|as|after|before|when|adding|saying)\b|\s(?:but|while|although|because|whereas)\s")


def hedges(doc: Document) -> tuple[Hedge, ...]:
    """The hedges and boosters in the writer's own words."""
    return tuple(_hedges(doc))


def _hedges(doc: Document) -> Iterator[Hedge]:
    text = doc.own_words
    sentences = doc.all(Sentence)
    starts = [sentence.start for sentence in sentences]
    for match in _HEDGE.finditer(text):
        kind = next(kind for kind in _KINDS if match[kind])
        if kind == "modal" and match[0] == "May":
            continue
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.end() <= sentences[at].end:
            yield Hedge(Span(*match.span()), kind, _clause(text, sentences[at].span, match.start()))


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The clause around ``at``: up to the next dash, semicolon or comma with a conjunction on either side."""
    start, end = sentence.start, sentence.end
    for edge in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if edge.end() <= at:
            start = edge.end()
        elif edge.start() > at:
            end = edge.start()
            break
    return Span(start, end).stripped(text)

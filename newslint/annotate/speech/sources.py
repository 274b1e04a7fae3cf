"""What kind of source a noun phrase names: a person, a body, a document, somebody unnamed, nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import pronoun
from newslint.annotate.speech.vocabulary import DETERMINERS, TIMES
from newslint.mentions import AttributionKind
from newslint.words import word_set

_VAGUE = word_set(
    """
    sources experts critics analysts observers commentators pundits insiders economists scientists researchers scholars
    historians sceptics skeptics detractors opponents supporters campaigners activists specialists people watchers onlookers
    academics doctors lawyers traders investors strategists psychologists forecasters
    reports studies research surveys polls rumours rumors estimates speculation accounts evidence statistics data figures
    coverage
    """
)
_QUANTIFIERS = word_set("some many")  # "some say": only in the present, since "many said" is many of those just named
PAPERS = word_set(
    """
    report reports study studies survey surveys poll polls letter letters statement statements document documents filing
    filings memo records record data figures email emails tweet tweets post posts analysis research paper papers article
    articles lawsuit complaint ruling release releases review audit indictment affidavit transcript transcripts book column
    editorial op-ed law bill treaty website site message messages findings results census index budget account accounts video
    footage images minutes warrant projections projection estimates estimate assessment assessments statistics evidence
    rumours rumors speculation coverage page note ad notice order decision judgment judgement
    """
)
BODIES = word_set(
    """
    police ministry government company firm agency council court party campaign union university department office army
    military bank group organisation organization institute committee commission administration navy force forces team club
    board newspaper magazine broadcaster network channel station authority authorities charity association federation
    foundation church school college hospital airline business embassy parliament congress senate senators cabinet watchdog
    regulator prosecutors officials investigators officers firefighters media press outlet outlets intelligence service
    services state brewer retailer lender maker giant industry consultancy palace kremlin pentagon house inc corp ltd plc
    times news tribune guardian reuters xinhua tass kcna afp bbc cnn fbi cia un nato eu fund centre center coalition alliance
    league society tribunal bloomberg journal herald mail telegraph democrats republicans conservatives lawmakers ministers
    leaders
    """
)
_FILLERS = word_set(
    """
    media press news recent early initial new local independent leading political military legal industry market financial
    other various numerous unconfirmed unnamed earlier previous preliminary conflicting multiple different certain even
    outside foreign western city retail security defence defense intelligence medical health public eyewitness witness
    published official economic energy oil property housing football tech technology both those who of them these exit opinion
    national state international online
    """
)
_UNNAMED = re.compile(
    r"""\b(?:an?|one|another|two|three|several|senior|unnamed|unidentified|anonymous|some|high-ranking|top|former|western
      |government|party|company|industry)\s(?:[\w’'-]+\s){0,4}(?:officials?|sources?|aides?|insiders?|advis[eo]rs?|diplomats?
      |executives?|lawmakers?|staffers?|person|people|lawyers?|spokes\w+)\b
    | \b(?:familiar\swith|close\sto|briefed\son|with\s(?:direct\s)?knowledge\sof|condition\sof\sanonymity|not\sauthori[sz]ed
      |(?:not|declined)\sto\sbe\s(?:named|identified))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DEMONYM = re.compile(r"(?:US|U\.S\.|UK|EU|Western|French|German|Dutch|Greek|Czech|Thai|Iraqi|Israeli|Welsh|Swiss|Arab)$")
_DEMONYM_END = ("ish", "ese", "ian", "ean", "can", "stani")
_COMMON = DETERMINERS | _VAGUE | PAPERS | BODIES | _FILLERS
_POSTMODIFIERS = word_set("of from in on at by for with who that about to such like as and familiar close near surveyed polled")
_POSSESSED = word_set("the his her its their these those our this that two three")


def kind(source: Sequence[Token], form: Form, *, opens: bool) -> AttributionKind:
    """The kind of a source; ``opens`` says that it opens the sentence, so that its first capital means nothing."""
    lows = [token.low for token in source]
    if len(source) == 1 and pronoun(source[0]):
        return "body" if lows[0].startswith("it") else "named"
    named = [token for k, token in enumerate(source) if _names(token) and not (opens and k == 0 and _common(token.low))]
    head = _head(lows)
    if _UNNAMED.search(" ".join(token.text for token in source)) and not _person(source):
        return "anonymous"
    if not named and _nobody(lows, head, form):
        return "vague"
    if head in PAPERS:
        return "document"
    if head in BODIES or any(token.text.isupper() and len(token.text) > 1 for token in named):
        return "body"
    return "named" if named or lows[0] in DETERMINERS or len(lows) < 4 else "body"


def _names(token: Token) -> bool:
    demonym = _DEMONYM.match(token.text) or token.low.endswith(_DEMONYM_END)
    return token.capital and token.low not in TIMES and not demonym


def _common(low: str) -> bool:
    return low in _COMMON or low.endswith("ly")


def _head(lows: Sequence[str]) -> str:
    """The head noun: the last word before "of", "from", "who", "stretching" and the like."""
    end = next((k for k, low in enumerate(lows) if k and (low in _POSTMODIFIERS or low.endswith("ing") or low == ",")), len(lows))
    return lows[end - 1]


def _nobody(lows: Sequence[str], head: str, form: Form) -> bool:
    """Whether a phrase without a name stands for nobody in particular: "reports", "some experts", bare "many"."""
    if form.sorts.isdisjoint({"say", "think"}):
        return False
    if lows[-1] in _QUANTIFIERS:
        return "base" in form.shapes
    if head not in _VAGUE or lows[1:2] == ["of"]:
        return False
    if any(low[:1].isdigit() or (low in BODIES and low not in _FILLERS) for low in lows):
        return False
    front = lows[: lows.index(head)]
    return not any(low in _POSSESSED or low.endswith(("'s", "’s", "s'", "s’")) for low in front)


def _person(source: Sequence[Token]) -> bool:
    """Whether two capitals stand in a row that are somebody's name."""
    return any(
        first.capital and second.capital and _names(first) and not {first.low, second.low} & BODIES and not first.text.isupper()
        for first, second in pairwise(source)
    )

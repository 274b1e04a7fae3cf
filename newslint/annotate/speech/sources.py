"""What kind of source a noun phrase names: a person, a body, a document, somebody unnamed, nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import DETERMINERS, TIMES, pronoun, words
from newslint.mentions import AttributionKind

_VAGUE_PEOPLE = words(
    """sources experts critics analysts observers commentators pundits insiders economists scientists researchers scholars historians
    sceptics skeptics detractors opponents supporters campaigners activists specialists people watchers onlookers academics doctors lawyers traders investors strategists psychologists forecasters"""
)
_QUANTIFIERS = words("some many")  # "some say": only in the present, since "many said" is many of those just named
_VAGUE_PAPERS = words("reports studies research surveys polls rumours rumors estimates speculation accounts evidence statistics data figures coverage")
_PAPERS = words(
    """report reports study studies survey surveys poll polls letter letters statement statements document documents filing filings memo
    records record data figures email emails tweet tweets post posts analysis research paper papers article articles lawsuit complaint
    ruling release releases review audit indictment affidavit transcript transcripts book column editorial op-ed law bill treaty
    website site message messages findings results census index budget account accounts video footage images minutes warrant projections
    projection estimates estimate assessment assessments statistics evidence rumours rumors speculation coverage page note ad
    notice order decision judgment judgement"""
)
_BODIES = words(
    """police ministry government company firm agency council court party campaign union university department office army military bank
    group organisation organization institute committee commission administration navy force forces team club board newspaper paper
    magazine broadcaster network channel station authority authorities charity association federation foundation church school
    college hospital airline company's business embassy parliament congress senate senators cabinet watchdog regulator prosecutors
    officials investigators officers firefighters media press outlet outlets intelligence service services state brewer retailer
    lender maker giant company’s industry consultancy palace kremlin pentagon house inc corp ltd plc times post news tribune guardian
    reuters xinhua tass kcna afp bbc cnn fbi cia un nato eu fund centre center coalition alliance league society tribunal
    bloomberg journal herald mail telegraph democrats republicans conservatives lawmakers ministers leaders"""
)
_UNNAMED = re.compile(
    r"""\b(?:an?|one|another|two|three|several|senior|unnamed|unidentified|anonymous|some|high-ranking|top|former|western|government|party|company|industry)
      \s(?:[\w’'-]+\s){0,4}(?:officials?|sources?|aides?|insiders?|advis[eo]rs?|diplomats?|executives?|lawmakers?|staffers?|person|people|lawyers?|spokes\w+)\b
    | \b(?:familiar\swith|close\sto|briefed\son|with\s(?:direct\s)?knowledge\sof|condition\sof\sanonymity|not\sto\sbe\s(?:named|identified)
      |not\sauthori[sz]ed|declined\sto\sbe\s(?:named|identified))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DEMONYM = re.compile(r"(?:US|U\.S\.|UK|EU|Western|French|Dutch|Greek|Czech|Thai|Iraqi|Israeli|Welsh|Swiss|Arab|\w+(?:ish|ese|ian|ean|can|man|stani))$")
_FILLERS = words(
    """media press news recent early initial new local independent leading political military legal industry market financial other various
    numerous unconfirmed unnamed earlier previous preliminary conflicting multiple different certain even outside foreign western
    city retail security defence defense intelligence medical health public eyewitness witness published official economic energy oil
    property housing football legal tech technology both those who of them these exit opinion national state international press online"""
)


def kind(source: Sequence[Token], form: Form, *, opens: bool) -> AttributionKind:
    """The kind of a source; ``opens`` says that it opens the sentence, so that its first capital means nothing."""
    lows = [token.low for token in source]
    if len(source) == 1 and pronoun(source[0]):
        return "body" if lows[0].startswith("it") else "named"
    named = [token for k, token in enumerate(source) if token.capital and not (opens and k == 0) and token.low not in TIMES and not _DEMONYM.match(token.text)]
    if opens and source[0].capital and not _common(lows[0]) and not _DEMONYM.match(source[0].text):
        named.append(source[0])
    text = " ".join(token.text for token in source)
    head = _head(lows)
    if _UNNAMED.search(text) and not any(_person(source, k) for k in range(len(source))):
        return "anonymous"
    if not named and form.sorts & {"say", "think"} and (_vague(lows, head) or lows[-1] in _QUANTIFIERS and "base" in form.shapes):
        return "vague"
    if head in _PAPERS:
        return "document"
    if head in _BODIES or any(t.text.isupper() and len(t.text) > 1 for t in named):
        return "body"
    return "named" if named or lows[0] in DETERMINERS or len(lows) < 4 else "body"


def _common(low: str) -> bool:
    return low in DETERMINERS or low in _VAGUE_PEOPLE or low in _PAPERS or low in _BODIES or low in _FILLERS or low.endswith("ly")


def _head(lows: Sequence[str]) -> str:
    """The head noun: the last word before "of", "from", "who", "stretching" and the like."""
    end = next((k for k, low in enumerate(lows) if k and (low in _POSTMODIFIERS or low.endswith("ing") or low == ",")), len(lows))
    return lows[end - 1]


_POSTMODIFIERS = words("of from in on at by for with who that about to such like as and familiar close near surveyed polled")


def _vague(lows: Sequence[str], head: str) -> bool:
    if head not in _VAGUE_PEOPLE and head not in _VAGUE_PAPERS:
        return False
    if any(low in _BODIES or low[:1].isdigit() for low in lows if low not in _FILLERS):
        return False
    if lows[0] in ("some", "many", "most", "few", "several", "one", "none", "all", "both") and "of" in lows[1:2]:
        return False
    front = lows[: lows.index(head)]
    return not any(low in ("the", "his", "her", "its", "their", "these", "those", "our", "this", "that", "two", "three") or low.endswith(("'s", "’s", "s'", "s’")) for low in front)


def _person(source: Sequence[Token], at: int) -> bool:
    """Two capitals in a row, or a title and a capital: somebody's name."""
    if at + 1 >= len(source) or not source[at + 1].capital:
        return False
    first, second = source[at], source[at + 1]
    return first.capital and first.low not in _BODIES and second.low not in _BODIES and not first.text.isupper() and not _DEMONYM.match(first.text)

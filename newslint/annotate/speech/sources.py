"""What kind of source a noun phrase names: a person, a body, a document, somebody unnamed, nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newslint.annotate.speech.bodies import BODIES, PAPERS, SEATS, TITLES
from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import pronoun
from newslint.annotate.speech.vocabulary import DETERMINERS, TIMES
from newslint.kept.regexes import compiled
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
_FILLERS = word_set(
    """
    media press news recent early initial new local independent leading political military legal industry market financial
    other various numerous unconfirmed unnamed earlier previous preliminary conflicting multiple different certain even
    outside foreign western city retail security defence defense intelligence medical health public eyewitness witness
    published official economic energy oil property housing football tech technology both those who of them these exit opinion
    national state international online
    """
)
_UNNAMED = compiled(
    r"""\b(?:an?|one|another|two|three|several|senior|unnamed|unidentified|anonymous|some|high-ranking|top|former|western
      |government|party|company|industry)\s(?:[\w’'-]+\s){0,4}(?:officials?|sources?|aides?|insiders?|advis[eo]rs?|diplomats?
      |executives?|lawmakers?|staffers?|person|people|lawyers?|spokes\w+)\b
    | \b(?:familiar\swith|close\sto|briefed\son|with\s(?:direct\s)?knowledge\sof|condition\sof\sanonymity|not\sauthori[sz]ed
      |(?:not|declined)\sto\sbe\s(?:named|identified))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DEMONYM = compiled(r"(?:US|U\.S\.|UK|EU|Western|French|German|Dutch|Greek|Czech|Thai|Iraqi|Israeli|Welsh|Swiss|Arab)$")
_DEMONYM_END = ("ish", "ese", "ian", "ean", "can", "stani")
_GIVEN = word_set(
    "brian adrian julian christian sebastian ian vivian fabian damian jillian gillian lillian dorian marian duncan sean jean dean"
)
_COMMON = DETERMINERS | _VAGUE | PAPERS | BODIES | _FILLERS
_POSTMODIFIERS = word_set("of from in on at by for with who that about to such like as and familiar close near surveyed polled")
_POSSESSED = word_set("the his her its their these those our this that two three")


def kind(source: Sequence[Token], form: Form, *, opens: bool) -> AttributionKind:
    """The kind of a source; ``opens`` says that it opens the sentence, so that its first capital means nothing."""
    lows = [token.low for token in source]
    if len(source) == 1 and pronoun(source[0]):
        return "body" if lows[0].startswith("it") else "named"
    named = [token for k, token in enumerate(source) if _names(token) and not (opens and k == 0 and _common(token.low))]
    phrase = source[: _head_end(source)]
    if _UNNAMED.search(" ".join(token.text for token in source)) and not _person(source):
        return "anonymous"
    if not named and _nobody(lows, phrase[-1].low, form):
        return "vague"
    if phrase[-1].low in PAPERS:
        return "document"
    if _person_last(phrase) and not seat(phrase) and not _entitled(phrase):
        return "named"
    if phrase[-1].low in BODIES or seat(phrase) or _entitled(phrase) or any(_initials(token) for token in phrase):
        return "body"
    return "named" if named or lows[0] in DETERMINERS or len(lows) < 4 else "body"


def seat(phrase: Sequence[Token]) -> bool:
    """Whether this is a place that stands for a government: "Seoul", "the White House"."""
    return "-".join(token.low for token in phrase if token.low != "the") in SEATS


def _entitled(phrase: Sequence[Token]) -> bool:
    """Whether "the" and capitals alone make the name of a body: "the American Legion", not "the Rev. Jane Roe"."""
    names = phrase[1:]
    return (
        phrase[0].low == "the"
        and len(names) > 1
        and all(token.capital and token.text.isalpha() for token in names)
        and not any(token.low.rstrip(".") in TITLES for token in names)
        and _names(names[-1])
    )


def _initials(token: Token) -> bool:
    """Whether the word is capitals throughout, as bodies are called: "NASA", not the "J." of a name."""
    return token.text.isupper() and len(token.text) > 1 and token.text.count(".") != 1 and token.low not in TIMES


def is_body(words: str) -> bool:
    """Whether these words of a source name a body, for "it" to stand for later: "KCNA", "the state-run news agency"."""
    parts = words.split()
    return parts[-1].lower() in BODIES or any(part.isupper() and len(part) > 1 for part in parts) or words.lower() in SEATS


def demonym(word: str) -> bool:
    """Whether a capital may say of what country somebody is: "Russian", not "Brian"."""
    return bool(_DEMONYM.match(word)) or (word.lower().endswith(_DEMONYM_END) and word.lower() not in _GIVEN)


def _names(token: Token) -> bool:
    return token.capital and token.low not in TIMES and not demonym(token.text)


def _common(low: str) -> bool:
    return low in _COMMON or low.endswith("ly")


def _head_end(source: Sequence[Token]) -> int:
    """Where the head noun ends: before "of", "from", "who", "stretching" and the like."""
    for k, token in enumerate(source):
        if k and (token.low in _POSTMODIFIERS or token.text == "," or (token.low.endswith("ing") and not token.capital)):
            return k
    return len(source)


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
        first.capital
        and second.capital
        and _names(first)
        and not {first.low, second.low} & (BODIES | DETERMINERS)
        and not (_initials(first) or _initials(second))
        for first, second in pairwise(source)
    )


def _person_last(phrase: Sequence[Token]) -> bool:
    """Whether the phrase ends in somebody's name; behind a title any name will do: "Mayor Michael Bloomberg"."""
    titled = any(token.low.rstrip(".") in TITLES for token in phrase[:-1]) and phrase[-1].capital
    return (titled and phrase[-1].low not in PAPERS | _COMMON - {"bloomberg"}) or _person(phrase[-2:])

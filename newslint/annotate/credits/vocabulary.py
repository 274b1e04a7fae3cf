"""Words by which copy credits an outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.kept.regexes import compiled
from newslint.mentions import CreditForm
from newslint.words import word_set

DESCRIBING = word_set(
    """
    the a an its his her their our this that state state-run state-owned state-controlled state-funded official national local
    regional international foreign news agency agencies newspaper newspapers paper daily weekly evening morning tabloid broadsheet
    magazine broadcaster network channel station television tv radio website site online outlet outlets portal wire service
    business financial sports celebrity gossip entertainment technology public private independent opposition pro-government
    pro-kremlin pro-russian pro-iranian conservative liberal left-leaning right-leaning influential leading popular based
    london-based new york-based qatar-based us-based uk-based semi-official government media press rolling programme program
    more further details context coverage via show podcast blog report reports article story edition and or & s service's
    one two three four five live world today interview in by from on earlier separately also first friday's saturday's sunday's
    monday's tuesday's wednesday's thursday's
    """
)
"""Words that may stand round the name of an outlet, and leave it the source that speaks."""

TITLES = word_set(
    "Mr Mrs Ms Dr Mayor Sir Lord Lady President Senator St Prof Michael Mike Steve Malcolm John Emma Bryan Mary Bruce"
)
"""Before the name of an outlet these make it somebody's surname: "Michael Bloomberg"."""

_REPORT = r"(?:reports?|articles?|story|stories|piece|interviews?|column|essay|op-ed|editorial|investigations?|analysis)"
_MESSAGE = r"(?:interviews?|statements?|e-?mails?|comments?|remarks|letter|call|briefing|messages?)"
_PRINTED = r"(?:published|printed|broadcast|aired|carried|posted|(?:that|which)\sappeared)"
_CUES: Mapping[CreditForm, tuple[str, ...]] = {
    "told": (
        r"[Tt]old|tells?|telling|spoken?\sto|spoke\s(?:with|on)|[Ss]peak(?:ing)?\s(?:to|on|with)",
        rf"{_MESSAGE}\s(?:with|to|for|on|sent\sto|given\sto)",
        r"(?:[Ww]rote|[Ww]riting|writes|[Aa]ppear(?:ed|ing)|confirmed|denied|said|saying)\s(?:in|on|to|for)",
        r"[Ii]nterviewed\s(?:by|on)",
    ),
    "according": (r"[Aa]ccording\sto|[Aa]s\sper",),
    "via": (r"[Vv]ia|h/t|[Hh]at\stip\sto|[Cc]ourtesy\sof",),
    "cited": (r"[Cc]iting|cites|[Qq]uoting|quotes",),
    "carried": (
        rf"{_REPORT}\s(?:{_PRINTED}\s)?(?:in|by|from|on)",
        rf"(?:{_PRINTED}|reported|quoted|cited|obtained|seen|released|revealed|shown)\s(?:[\w\s]{{0,24}}\s)?(?:in|on|by)",
    ),
}
_DESCRIBED = r"(?:(?:[a-z][\w-]*|[A-Z]\w+(?:['’]s?|an|ish|ese|sh|ch)|[A-Z]{2,4}(?:['’]s)?|North|South)\s){0,5}$"
BEFORE: tuple[tuple[CreditForm, re.Pattern[str]], ...] = tuple(
    (form, compiled(rf"(?:^|[^\w])(?:{cue})\s(?P<rest>{_DESCRIBED})")) for form, cues in _CUES.items() for cue in cues
)
"""What stands before the name of an outlet that is credited, by the form of credit; the first that fits."""

AFTER = compiled(
    r"""(?:['’]s)?(?:\s[a-z]+(?:\s[a-z]+)?)?,?\s(?:has\s|had\s|have\s|also\s|first\s|earlier\s|previously\s|later\s){0,3}
    (?:reported|reports|report|wrote|writes|quoted|quotes|revealed|published|broadcast|cited)\b""",
    re.VERBOSE,
)
TOLD = compiled(r"\b(?:tell|tells|told|telling)\b", re.IGNORECASE)
LISTED = compiled(r",?\s(?:and|or|&)\s|,\s")
REPORTS = compiled(
    r"""\b(?:report|reports|reported|reporting|wrote|writes|reveal\w*|disclos\w+|publish\w*|quot\w+|broadcast\w*|air\w*
    |learn\w*|understands?|claim\w*|suggest\w*|cit\w+)\b""",
    re.VERBOSE,
)
"""Cues of an attribution that report something, and do not only say it."""

TAGS = (
    compiled(r"[^\n]{0,60}?\((?P<at>[^()\n]{2,40})\)\s?[-–—]"),
    compiled(r"[Bb]y\s(?P<at>[^\n]{2,60})"),
)
"""Where a line that opens with a dateline or a byline names an agency: "LONDON (Reuters) -", "By AP"."""

TAGGED = compiled(
    r"(?:©|\(c\)|[Cc]opyright(?:\s\d{4})?|[Pp]hoto(?:graph)?:|[Ss]ource:|[Cc]redit:|[Aa]dditional\sreporting\s(?:by|from))\s?[^\n.]{0,30}$"
)
"""What stands before the name in a credit line."""

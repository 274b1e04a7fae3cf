"""The words that say how far the law has got with somebody, and what leaves it open."""

from __future__ import annotations

import re

from newslint.kept.regexes import compiled

DONE_TO = {
    "uncharged": r"released\swithout\s(?:(?:any|further)\s)?charges?|(?<=not\s)charged|(?<=n['’]t\s)charged"
    r"|(?<=\bnot\sbeen\s)charged|(?<=n['’]t\sbeen\s)charged|(?<=not\syet\sbeen\s)charged",
    "remanded": r"remanded(?:\sin\scustody)?|denied\sbail|held\swithout\sbail|refused\sbail",
    "bailed": r"(?:granted|released\son|freed\son|out\son)\s(?:\w+\s)?bail",
    "sentenced": r"sentenced|jailed|imprisoned",
    "convicted": r"convicted|found\sguilty|found(?=\s(?:[\w.’'-]+\s){1,4}(?<!not\s)guilty\b)",
    "acquitted": r"acquitted|cleared(?=\sof\b)|found\snot\sguilty|found(?=\s(?:[\w.’'-]+\s){1,4}not\sguilty\b)|exonerated",
    "charged": r"""charged(?=\s(?:with|over|in|on|after|by|last|this|and)\b|\s[A-Z]|[.,;]|$)(?!\s[\w.\s]{0,40}\ba\s(?:\w+\s)?fee)
        |indicted|arraigned""",
    "arrested": r"arrested|detained|taken\sinto\scustody",
}
"""Participles of what others do to a person: the person is the subject of the passive, the object of the active."""

_CRIMES = "murder|manslaughter|theft|fraud|arson|assault|robbery|burglary|perjury|bribery|rape|corruption"
_COUNTS = r"(?:(?:all|the|both|any|a|\d+|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)?(?:\w+\s){0,2}?"

DOES = {
    "guilty-plea": rf"""(?:pleads?|pleaded|pled|pleading)\sguilty|enter(?:s|ed)\sa\sguilty\splea
        |(?:admits|admitted|admitting)\s(?:{_COUNTS}(?:charges?|counts?|offences?)|{_CRIMES})\b""",
    "not-guilty-plea": rf"""(?:pleads?|pleaded|pled|pleading)\snot\sguilty|enter(?:s|ed)\sa\snot[\s-]guilty\splea
        |(?:denies|denied|denying)\s(?:{_COUNTS}(?:charges?|counts?|offences?)|{_CRIMES})\b""",
    "on-trial": r"(?:(?:is|was|are|were|went|goes|go|being)\son|stands?|stood|standing|faces?|facing)\strial",
    "charged": r"""(?:faces|faced|facing|face)\s(?:(?!no\b)[\w-]+\s){0,4}?(?:charges?|counts?)
        (?=\s(?:of|over|for|in|including|after)\b|[.,;]|$)|(?:awaits?|awaited|awaiting)\strial\b""",
}
"""What a person does, or what a person faces: the person is its subject."""

STAGE = {f"p{at}": name for at, name in enumerate(DONE_TO)} | {f"d{at}": name for at, name in enumerate(DOES)}
"""The stage that each group of ``ANY`` names; groups in p are participles."""

ANY = compiled(
    r"\b(?:"
    + "|".join(
        [f"(?P<p{at}>{words})" for at, words in enumerate(DONE_TO.values())]
        + [f"(?P<d{at}>{words})" for at, words in enumerate(DOES.values())]
    )
    + r")(?!\w)",
    re.VERBOSE | re.IGNORECASE,
)
PASSIVE = compiled(
    r"\b(?:am|is|are|was|were|been|being|be|get|gets|got|gotten)\s(?:(?:\w+ly|also|later|since|then|again|not|yet)\s){0,2}$", re.I
)
_DENIED = r"not|never|no|nor|neither|yet\sto|n['’]t|refused\sto|declined\sto|without|wrongly|wrongfully|falsely"
_UNSAID = r"if|unless|could|may|might|would|will|should|must|can|to|cannot|before|until|whether|allegedly|reportedly|or"
_OPEN = compiled(rf"\b(?:{_DENIED}|{_UNSAID})\b[^.;,]{{0,22}}$", re.IGNORECASE)
_NOT_SO = compiled(rf"\b(?:{_DENIED}|if|unless|could|may|might|or|whether)\b[^.;,]{{0,22}}$", re.IGNORECASE)


def left_open(stage: str, lead: str) -> bool:
    """Whether the words before leave it open, or deny, that the stage was reached; a plea to come is told as one made."""
    if stage == "uncharged":
        return False
    return bool((_NOT_SO if stage.endswith("plea") else _OPEN).search(lead[-44:]))

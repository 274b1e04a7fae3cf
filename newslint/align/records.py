"""Routine facts: acts and records of the very body that tells them, which any paper states flat.

"Attribute anything disputable" (AP): accusations, causes, intentions, one side's casualties and private events need a
name. An arrest is the police's own act, a charge the prosecutors', a closing price the exchange's; who is dead, and how, is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newslint.align.happenings import verbs
from newslint.align.wording import content, stem
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import word_set

OWN_ACT = word_set(
    """
    announce announces announced announcing decide decides decided confirm confirms confirmed plan plans planned pledge pledged
    vow vowed promise promised agree agrees agreed order ordered demand demanded ask asked want wants wanted know knew known learn
    learned learnt realise realised realize realized remember remembered admit admits admitted declare declared threaten threatens
    threatened threatening
    """
)
"""What is told with these is the speaker's own to decide or to know: "the firm announced a sale"."""

OWN_BODY = word_set("team club company firm band label studio school university college airline family organisers organizers")
"""Bodies that a story calls by these words are mostly those that it is about: "the team said"."""


@dataclass(frozen=True)
class Record:
    """Bodies by a word of their names, and stems of what they do or keep a record of; with no ``bodies`` anybody may tell it."""

    bodies: frozenset[str]
    acts: frozenset[str]
    nouns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bodies: str, acts: str, nouns: str = "") -> Record:
        return cls(word_set(bodies), _stems(acts), _stems(nouns))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


_POLICE = """
    police officer officers constabulary sheriff sheriff's detective detectives inspector superintendent sergeant constable
    trooper troopers patrol
"""
_RESCUE = "fire firefighters fire-fighters brigade ambulance paramedics rescuers coastguard hospital doctors coroner"
_COURT = "prosecutor prosecutors prosecution court courts judge magistrates tribunal clerk indictment attorney"
_WEATHER = (
    "weather meteorological meteorologists forecasters forecaster met geological seismological seismologists hurricane usgs"
)
_MARKET = "exchange bourse nasdaq traders bank treasury statistics statistical census bureau"
_TRAFFIC = "airline airlines airport railway rail operator highways transport council school ferry utility"
_SPORT = "league federation association club fa fifa uefa organisers organizers committee referee"
_VOTES = "electoral election elections parliament commission officials council"
_FORCES = "navy army coastguard military marines"
_SCENE = "suffer smash damage injure treat take rush rescue evacuate hospital airlift pronounce"

RECORDS = (
    Record.of(_POLICE, f"arrest bail caution question charge release close reopen cordon seize search name identify {_SCENE}"),
    Record.of(
        _RESCUE, f"call send tackle extinguish douse fight attend admit discharge damage spread collapse destroy gut {_SCENE}"
    ),
    Record.of(
        _COURT, "charge arraign remand hear adjourn set sentence jail fine convict acquit plead appear indict extradite schedule"
    ),
    Record.of(_WEATHER, "fall rain snow blow hit strike reach flood magnitude temperature gust record land move pass"),
    Record.of(_MARKET, "fall rise close open trade settle slip gain drop jump climb slide lose add ease unchanged"),
    Record.of(_TRAFFIC, "cancel delay suspend divert close reopen resume ground run open"),
    Record.of(_SPORT, "postpone abandon play schedule reschedule draw suspend fine"),
    Record.of(_VOTES, "vote elect win count turnout pass"),
    Record.of(_FORCES, "conduct deploy commission dispatch patrol station rescue sail"),
    # a firm's own results, whoever of the firm tells them
    Record.of(
        "",
        "fall rise grow reach climb drop total report post increase decline jump slip",
        "profit revenue sales earnings turnover dividend",
    ),
    # what is in a register
    Record.of("", "survive marry wed born bear"),
)

_OF_AN_ENEMY = compiled(
    r"""\b(?:rebels?|militants?|insurgents?|guerrillas?|soldiers?|troops|gunm[ae]n|army|militia\w*|terrorists?|civilians?|protesters?
    |air\s?strikes?|shelling|offensive|clash(?:es)?|custody|shot|stabbed|beaten|tortured|murdered|deliberate\w*|drunk\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where casualties and acts are one side's, or it is said whose fault they are, no record is beyond dispute."""

_AFTER_TO = compiled(r"\bto\s([a-z]+)")  # "closed to lorries", "set to appear"
_AT_LAW = _stems("arrest charge bail remand sentence jail convict acquit plead indict appear")
"""Legal acts may name the deed: "charged with murder"."""


def routine(text: str, claim: Span, teller: str) -> bool:
    """Whether a claim is of the teller's own record: all its verbs are."""
    who = set(re.findall(r"[^\W\d_]+", teller.lower()))
    acts = verbs(text, claim) - {stem(word) for word in _AFTER_TO.findall(text, claim.start, claim.end)}
    said = {each for each, _ in content(text, claim)}
    if _OF_AN_ENEMY.search(text, claim.start, claim.end) and not acts & _AT_LAW:
        return False
    return any(_holds(record, who, acts, said) for record in RECORDS)


def _holds(record: Record, who: set[str], acts: frozenset[str], said: set[str]) -> bool:
    known = not record.bodies or not who.isdisjoint(record.bodies)
    about = not record.nouns or not said.isdisjoint(record.nouns)
    return known and about and bool(acts) and acts <= record.acts

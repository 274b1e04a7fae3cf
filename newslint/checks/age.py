"""Ages that do not fit the date of birth, and deeds for which somebody was too young."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import DateMention, Name, Written
from newslint.reckonings import LifeFact
from newslint.rule import Check, Match, RuleContext

_Years = tuple[int, int]
_RECENT = 120
"""Days from a death within which papers write that somebody has died."""


@dataclass(frozen=True)
class Age(Check):
    """An age must fit the date of birth, on the day of writing or at death; a birth told as a year allows two ages.

    ``min_age`` gives the age below which nobody does a thing, by its first word ("graduated"); what is told of a life
    earlier than that is found too. ``obits: false`` leaves ages at death out.
    """

    name: ClassVar[str] = "age"
    needs: ClassVar[tuple[type, ...]] = (LifeFact, Written, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"person", "born", "when", "right", "age"}),
        "young": frozenset({"person", "born", "deed", "right"}),
    }

    min_age: Mapping[str, int] = field(default_factory=dict)
    obits: bool = True

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        lives: dict[str, list[LifeFact]] = defaultdict(list)
        for fact in ctx.draft.all(LifeFact):
            lives[fact.person].append(fact)
        for facts in lives.values():
            births = [fact for fact in facts if fact.kind == "born"]
            if births:
                yield from self._ages(births[0], facts, now)
            born = births[0].date if births else _born(facts, now)
            told = births[0].span if births else next((fact.span for fact in facts if fact.kind == "age"), None)
            if born and told:
                yield from self._deeds(born, facts, Evidence(None, told))

    def _ages(self, birth: LifeFact, facts: Sequence[LifeFact], now: dt.date | None) -> Iterator[Match]:
        death, recent = _death(facts)
        for fact in facts:
            if fact.kind != "age" or not fact.ages or (fact.deed and not self.obits):
                continue
            when = fact.date or (death if fact.deed else None)
            right = _between(birth.date, *_ends(fact, when, now, recent=recent))
            if death and not when and _fits(fact, _between(birth.date, death.earliest, death.latest)):
                continue  # told of the day of death: "Poe, 17, was a pupil"
            if right and right[1] >= 0 and not right[0] <= fact.ages[0] <= right[1]:
                near = min(abs(fact.ages[0] - age) for age in right) == 1 and not fact.deed
                slots = {
                    "person": fact.person,
                    "born": _said(birth.date),
                    "when": _then(fact, when, now),
                    "right": " or ".join(str(age) for age in dict.fromkeys(right)),
                    "age": fact.ages[0],
                }
                evidence = (Evidence(None, birth.span),)
                yield Match(fact.span, slots, confidence="medium" if near else "high", evidence=evidence)

    def _deeds(self, born: DateMention, facts: Sequence[LifeFact], evidence: Evidence) -> Iterator[Match]:
        for fact in facts:
            least = self.min_age.get(
                fact.deed.split()[-1] if fact.deed.startswith("was ") else fact.deed.split()[0] if fact.deed else ""
            )
            ages = _between(born, fact.date.earliest, fact.date.latest) if fact.date else None
            if fact.kind == "did" and least is not None and ages and ages[1] < least:
                right = " or ".join(str(age) for age in dict.fromkeys(ages))
                yield Match(
                    fact.span,
                    {"person": fact.person, "born": _said(born), "deed": fact.deed, "right": right},
                    "young",
                    evidence=(evidence,),
                )


def _between(born: DateMention | None, earliest: dt.date | None, latest: dt.date | None) -> _Years | None:
    """The least and the greatest age between two dates that are each told more or less exactly."""
    if not born or not born.earliest or not born.latest or not earliest or not latest:
        return None
    return _full_years(born.latest, earliest), _full_years(born.earliest, latest)


def _death(facts: Sequence[LifeFact]) -> tuple[DateMention | None, bool]:
    """The date of a death, and whether somebody "has died" without one."""
    told = next((fact.date for fact in facts if fact.kind == "died" and fact.date), None)
    return told, not told and any(fact.deed == "has died" for fact in facts)


def _fits(fact: LifeFact, ages: _Years | None) -> bool:
    return bool(ages and fact.ages and ages[0] <= fact.ages[0] <= ages[1])


def _ends(
    fact: LifeFact, when: DateMention | None, now: dt.date | None, *, recent: bool
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day on which an age may have held; who "has died" did so not long before the day of writing."""
    if when:
        return when.earliest, when.latest
    if fact.deed and recent and now:
        return now - dt.timedelta(days=_RECENT), now
    return (None, None) if fact.deed else (now, now)


def _then(fact: LifeFact, when: DateMention | None, now: dt.date | None) -> str:
    if fact.deed:
        return f"at death ({_said(when)})" if when else "at death"
    if when:
        return f"on {_said(when)}" if when.earliest == when.latest else f"in {_said(when)}"
    return f"on {_day(now)}" if now else ""


def _full_years(born: dt.date, then: dt.date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _born(facts: Sequence[LifeFact], now: dt.date | None) -> DateMention | None:
    """When somebody was born whose age is told: at death, or on the day of writing."""
    fact = next((fact for fact in facts if fact.kind == "age" and fact.ages), None)
    death, recent = _death(facts)
    if not fact or not fact.ages:
        return None
    when = fact.date or (death if fact.deed else None)
    ends = _ends(fact, when, now, recent=recent)
    if not ends[0] or not ends[1]:
        return None
    first, last = dt.date(ends[0].year - fact.ages[1] - 1, 1, 1), dt.date(ends[1].year - fact.ages[0], 12, 31)
    return DateMention(fact.span, "DATE", "", "year", first, last)


def _said(date: DateMention | None) -> str:
    if not date or not date.earliest or not date.latest:
        return ""
    if date.earliest == date.latest:
        return _day(date.earliest)
    if date.earliest.year != date.latest.year:
        return f"{date.earliest.year} or {date.latest.year}"
    return f"{date.earliest:%B %Y}" if date.grain == "month" else str(date.earliest.year)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"

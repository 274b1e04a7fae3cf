"""People called guilty before a court has found them so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Certainty, LegalStage, LegalStatus, Sentence, Spelling
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import folded

_PROVEN: frozenset[LegalStage] = frozenset({"convicted", "sentenced", "guilty-plea"})
_STANDING: Mapping[LegalStage, str] = {
    "arrested": "under arrest",
    "uncharged": "not charged",
    "charged": "charged",
    "remanded": "on remand",
    "bailed": "on bail",
    "on-trial": "on trial",
    "not-guilty-plea": "said to have pleaded not guilty",
    "acquitted": "said to be cleared",
}
_AGE = r"(?:,\s\d\d?,)?"
_TITLE = r"(?:(?:named|called)\s)?(?:M(?:r|rs|s|iss)\.?\s|Dr\.?\s)?$"
_OBJECT = (
    r"(?=\s(?:[A-Z]|(?:an?|the|his|her|their|its|one|two|three|four|five|six|him|her|them|at\sleast|several|and)\b|[$£€]?\d))"
)

_SHOWN = r"(?:films?|scenes?|videos?|movies?|series|footage|pictures?|photos?|ball)"
_NO_CRIME = rf"(?!\sh(?:im|er)self|\s(?:an?|the|his|her|\w+)\s(?:\w+\s)?{_SHOWN}\b)"


@dataclass(frozen=True)
class GuiltBeforeVerdict(Check):
    """Somebody whom the draft has arrested, charged or on trial, and not convicted, is told of as guilty.

    By one of ``labels`` beside the name (case ``label``) or in its place (``noun``: "the killer was
    charged"), by one of ``acts`` told as fact, with nobody who says so (``act``), or by
    "arrested for" one of ``crimes`` (``arrest``). Labels with one of ``spared`` before
    them ("suspected"), and sentences with one of ``lawful`` ("prosecutors"), are left alone.
    """

    name: ClassVar[str] = "guilt-before-verdict"
    needs: ClassVar[tuple[type, ...]] = (Certainty, LegalStatus, Sentence, Spelling)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "label": frozenset({"person", "standing"}),
        "noun": frozenset({"standing"}),
        "act": frozenset({"person", "standing"}),
        "arrest": frozenset(),
    }

    labels: frozenset[str]
    acts: frozenset[str]
    crimes: frozenset[str]
    spared: frozenset[str]
    lawful: frozenset[str]

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for arrest in self._arrest.finditer(ctx.draft.own_words):
            yield Match(Span(*arrest.span()), case="arrest")
        statuses = ctx.draft.all(LegalStatus)
        proven = {one.key for one in statuses if one.stage in _PROVEN}
        accused: dict[str, LegalStatus] = {}
        for one in statuses:
            if one.named and one.key not in proven:
                accused[one.key] = one  # the last word on where the person stands
            elif one.key in self.labels and not proven and not self._is_spared(ctx, one.person.start):
                slots = {"standing": _STANDING[one.stage]}
                yield Match(one.person, slots, case="noun", evidence=(Evidence(None, one.span),))
        for name in ctx.draft.all(Spelling) if accused else ():
            status = accused.get(folded(name.printed.split()[-1]))
            found = self._told(ctx, name) if status and name.alone else None
            if status and found:
                case, span = found
                slots = {"person": one_line(status.person.of(ctx.draft.text)), "standing": _STANDING[status.stage]}
                yield Match(span, slots, case=case, evidence=(Evidence(None, status.span),))

    def _told(self, ctx: RuleContext, name: Spelling) -> tuple[str, Span] | None:
        text = ctx.draft.own_words
        if text[name.start : name.end].isspace():
            return None
        before = self._before.search(text, max(0, name.start - 50), name.start)
        if before and not self._is_spared(ctx, before.start("label")):
            return "label", Span(*before.span("label"))
        after = self._after.match(text, name.end)
        if after and not self._is_spared(ctx, after.start("label")):
            return "label", Span(*after.span("label"))
        act = self._act.match(text, name.end)
        if act and _flat(ctx, act.start("act")) and not self._at_law(ctx, act.start("act")):
            return "act", Span(*act.span("act"))
        return None

    def _is_spared(self, ctx: RuleContext, at: int) -> bool:
        return not self.spared.isdisjoint(re.findall(r"[\w-]+", ctx.draft.body[max(0, at - 40) : at].lower())[-3:])

    def _at_law(self, ctx: RuleContext, at: int) -> bool:
        sentences = ctx.draft.all(Sentence)
        here = sentences[bisect_right(sentences, at, key=lambda one: one.start) - 1]
        return not self.lawful.isdisjoint(re.findall(r"[\w-]+", here.span.of(ctx.draft.body).lower()))

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?P<label>(?:serial\s|mass\s)?(?:{self._nouns}))\s{_TITLE}")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(rf"(?:,\s\d\d?)?(?:,|\sis|\swas)\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<label>{self._nouns})\b(?![’'-])")

    @cached_property
    def _act(self) -> re.Pattern[str]:
        verbs = "|".join(sorted(self.acts))
        return re.compile(rf"{_AGE}\s(?:(?:had|then|also|later|twice|\w+ly)\s){{0,2}}?(?P<act>{verbs}){_OBJECT}{_NO_CRIME}")

    @cached_property
    def _arrest(self) -> re.Pattern[str]:
        return re.compile(rf"\barrested\sfor(?=\s(?:[\w-]+\s){{0,2}}?(?:{'|'.join(sorted(self.crimes))})\b)", re.I)

    @property
    def _nouns(self) -> str:
        return "|".join(sorted(self.labels))


def _flat(ctx: RuleContext, at: int) -> bool:
    """Whether the clause there is stated as fact, and nobody is named who says so."""
    here = [one for one in ctx.draft.all(Certainty) if any(part.start <= at < part.end for part in one.clause.parts)]
    return all(one.level == 4 and not one.negated and not one.clause.attributions for one in here)

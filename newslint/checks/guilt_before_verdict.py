"""People called guilty before a court has found them so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Certainty, LegalStage, LegalStatus, Sentence, Spelling
from newslint.needles import each
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line, starting_in
from newslint.words import folded

_PROVEN: frozenset[LegalStage] = frozenset({"convicted", "sentenced", "guilty-plea"})
_IN_COURT: frozenset[LegalStage] = frozenset({"charged", "remanded", "on-trial", "not-guilty-plea"})
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
_ASIDE = r"(?:(?:,\s(?!and\b|but\b)[^,.;]{1,60}){1,3},)?"
_ADVERBS = r"(?:(?:had|then|also|later|twice|first|\w+ly)\s){0,2}?"
_TITLE = r"(?:(?:named|called|identified)\s(?:as\s)?)?(?:M(?:r|rs|s|iss)\.?\s|Dr\.?\s)?"
_TITLED = compiled(r"\b(?:M(?:r|rs|s|iss)|Dr)\.?\s$")
_DOES = r"""(?=,?\s(?:who\s)?(?:was|is|had|has|will|would|went|left|took|came|knew|ran|hid|fled|told|threw|got|stood|sat|wore
    |made|gave|kept|lives|works|denies|pleads|faces|appears|\w{2,}ed)\b)"""
"""Behind a label: somebody who does something, and no name of a kind ("the killer whale")."""

_OBJECT = (
    r"(?=\s(?:[A-Z]|(?:an?|the|his|her|their|its|one|two|three|four|five|six|him|her|them|at\sleast|several|and)\b|[$£€]?\d))"
)

_SHOWN = r"(?:films?|scenes?|videos?|movies?|series|footage|pictures?|photos?|ball)"
_NO_CRIME = rf"(?!\sh(?:im|er)self|\s(?:an?|the|his|her|\w+)\s(?:\w+\s)?{_SHOWN}\b)"
_BESIDES = frozenset(("trial", "charge", "charged", "charges"))
"""What befalls "the killer" and tells of nobody who says so."""

_WINDOW = 2
"""How many sentences behind the charge "the killer" is taken for whoever is charged, where others are convicted."""


@dataclass(frozen=True)
class GuiltBeforeVerdict(Check):
    """Somebody whom the draft has arrested, charged or on trial, and not convicted, is told of as guilty.

    By one of ``labels`` beside the name (case ``label``) or in its place (``noun``: "the killer was
    charged", or a charge and then "the killer had known her"), by one of ``acts`` told as fact, with nobody who says so
    (``act``), or by "arrested for" one of ``crimes`` (``arrest``). Labels with one of ``spared`` before
    them ("suspected"), and sentences with one of ``lawful`` ("prosecutors"), are left alone.
    """

    name: ClassVar[str] = "guilt-before-verdict"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Certainty, LegalStatus, Sentence, Spelling)
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
        for arrest in each(self._arrest, ctx.draft.own_words):
            yield Match(Span(*arrest.span()), case="arrest")
        statuses = ctx.draft.all(LegalStatus)
        proven = [one for one in statuses if one.stage in _PROVEN]
        standing = [one for one in statuses if one not in proven and not _is_one_of(ctx, one, proven)]
        told: set[Span] = set()
        accused = {one.key: one for one in standing if one.named}  # the last word on where the person stands
        for name in ctx.draft.all(Spelling) if accused else ():
            status = accused.get(folded(name.printed.split()[-1]))
            found = self._told(ctx, name) if status and name.alone else None
            if status and found:
                case, span = found
                told.add(span)
                slots = {"person": one_line(status.person.of(ctx.draft.text)), "standing": _STANDING[status.stage]}
                yield Match(span, slots, case=case, evidence=(Evidence(None, status.span),))
        for span, status in self._nouns_for(ctx, standing, proven):
            if span not in told:
                yield Match(span, {"standing": _STANDING[status.stage]}, case="noun", evidence=(Evidence(None, status.span),))

    def _told(self, ctx: RuleContext, name: Spelling) -> tuple[str, Span] | None:
        """The label or the deed beside a name, and its case."""
        text = ctx.draft.own_words
        if text[name.start : name.end].isspace():
            return None
        for label in (self._before.search(text, max(0, name.start - 50), name.start), self._after.match(text, name.end)):
            if label and not self._is_spared(ctx, label.start("label")):
                return "label", Span(*label.span("label"))
        done = self._done_by.search(text, max(0, name.start - 60), name.start)
        for act in (self._act.match(text, name.end), done, self._he_did(ctx, name)):
            if act and _flat(ctx, act.start("act")) and not self._at_law(ctx, act.start("act")):
                return "act", Span(*act.span("act"))
        return None

    def _he_did(self, ctx: RuleContext, name: Spelling) -> re.Match[str] | None:
        """The deed of "he stabbed" right behind a sentence that has one name alone, and nobody who speaks."""
        sentences = ctx.draft.all(Sentence)
        at = bisect_right(sentences, name.start, key=lambda one: one.start)
        if at == len(sentences) or sentences[at].block != sentences[at - 1].block:
            return None
        before, did = sentences[at - 1], self._pronoun_act.match(ctx.draft.own_words, sentences[at].start)
        if not did or any(one.source and before.start <= one.cue.start < before.end for one in ctx.draft.all(Attribution)):
            return None
        others = (one for one in starting_in(ctx.draft.all(Spelling), before.start, before.end) if one.alone)
        people = [one for one in others if " " in one.printed or _TITLED.search(ctx.draft.body, max(0, one.start - 6), one.start)]
        return did if all(one.span == name.span for one in people) else None

    def _nouns_for(
        self, ctx: RuleContext, standing: Sequence[LegalStatus], proven: Sequence[LegalStatus]
    ) -> Iterator[tuple[Span, LegalStatus]]:
        """The labels that stand for a person: the subject of the charge itself, or whoever was charged before."""
        titled = standing if not proven else ()
        for one in titled:
            if one.key in self.labels and not one.named and not self._is_spared(ctx, one.person.start):
                yield one.person, one
        charged = [one for one in standing if one.stage in _IN_COURT]
        seen = {one.person for one in titled}
        for label in self._the.finditer(ctx.draft.own_words) if charged else ():
            span = Span(*label.span("label"))
            status = _meant(ctx, span, charged, proven)
            if not status or span in seen or self._is_spared(ctx, span.start):
                continue
            if _flat(ctx, span.start) and not self._at_law(ctx, span.start, besides=_BESIDES):
                yield span, status

    def _is_spared(self, ctx: RuleContext, at: int) -> bool:
        return not self.spared.isdisjoint(re.findall(r"[\w-]+", ctx.draft.body[max(0, at - 40) : at].lower())[-3:])

    def _at_law(self, ctx: RuleContext, at: int, besides: frozenset[str] = frozenset()) -> bool:
        here = ctx.draft.all(Sentence)[_sentence(ctx, at)]
        return not (self.lawful - besides).isdisjoint(re.findall(r"[\w-]+", here.span.of(ctx.draft.body).lower()))

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return compiled(rf"\b(?P<label>(?:serial\s|mass\s)?(?:{self._nouns})),?\s{_TITLE}$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return compiled(rf"(?:,\s\d\d?)?(?:,|\sis|\swas)\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<label>{self._nouns})\b(?![’'-])")

    @cached_property
    def _the(self) -> re.Pattern[str]:
        return compiled(rf"\bthe\s(?P<label>{self._nouns})(?:{_DOES}|(?=,\s(?-i:[A-Z])[\w’'-]+\s(?-i:[A-Z])))", re.I | re.X)

    @cached_property
    def _act(self) -> re.Pattern[str]:
        return compiled(rf"{_ASIDE}\s{_ADVERBS}(?P<act>{self._verbs}){_OBJECT}{_NO_CRIME}")

    @cached_property
    def _pronoun_act(self) -> re.Pattern[str]:
        return compiled(rf"(?:He|She)\s{_ADVERBS}(?P<act>{self._verbs}){_OBJECT}{_NO_CRIME}")

    @cached_property
    def _done_by(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:was|were|been|being)\s(?:\w+ly\s)?(?P<act>(?:{self._verbs}|stolen))\sby\s{_TITLE}$")

    @cached_property
    def _arrest(self) -> re.Pattern[str]:
        return compiled(rf"\barrested\sfor(?=\s(?:[\w-]+\s){{0,2}}?(?:{'|'.join(sorted(self.crimes))})\b)", re.I)

    @property
    def _verbs(self) -> str:
        return "|".join(sorted(self.acts))

    @property
    def _nouns(self) -> str:
        return "|".join(sorted(self.labels))


def _sentence(ctx: RuleContext, at: int) -> int:
    return max(0, bisect_right(ctx.draft.all(Sentence), at, key=lambda one: one.start) - 1)


def _is_one_of(ctx: RuleContext, one: LegalStatus, proven: Sequence[LegalStatus]) -> bool:
    """Whether a person is among these: the same surname, and no other first name ("his wife, Ana Roe")."""
    if not one.named:
        return False
    first = {status.person.of(ctx.draft.text).split()[0].lower() for status in proven if status.key == one.key}
    words = one.person.of(ctx.draft.text).split()
    return bool(first) and (len(words) == 1 or words[0].lower() in first or any(word == folded(one.key) for word in first))


def _meant(ctx: RuleContext, label: Span, charged: Sequence[LegalStatus], proven: Sequence[LegalStatus]) -> LegalStatus | None:
    """Whoever was charged before "the killer"; where somebody is convicted, only right before it."""
    at = bisect_right(charged, label.start, key=lambda one: one.start) - 1
    if at < 0:
        return None
    apart = _sentence(ctx, label.start) - _sentence(ctx, charged[at].start)
    later = any(charged[at].start < one.start < label.start for one in proven)
    return charged[at] if not proven or (apart <= _WINDOW and not later) else None


def _flat(ctx: RuleContext, at: int) -> bool:
    """Whether the clause there is stated as fact, and nobody is named who says so."""
    here = [one for one in ctx.draft.all(Certainty) if any(part.start <= at < part.end for part in one.clause.parts)]
    return all(one.level == 4 and not one.negated and not one.clause.attributions for one in here)

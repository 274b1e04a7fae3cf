"""The words of an accusation: the preposition that its verb takes, and labels that say too much or too little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.pieces import matches
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NAME = r"(?:him|her|them|(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
_SOLD = r"(?!\s(?:protection|insurance|cover|prevention|checks?)\b)"
_OFFENCE = rf"(?=\s(?:(?:(?!of\b|for\b|who\b|part\b|role\b)[\w-]+\s){{{{0,3}}}}(?:{{crimes}})\b{_SOLD}{{doing}}))"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?|\d{1,2}\s[A-Z][a-z]{2,8}|\d{4})"
_BETWEEN = rf"""(?:\s(?:yesterday|today|jointly|formally|together|twice|(?:last|this|earlier\sthis)\s\w+
    |(?:on|in|late\son|early\son|earlier\son)\s{_DAY}|by\s(?:the\s)?(?:prosecutors|police|detectives|magistrates|court|jury)))?
    (?:,\s(?:[\w’'-]+\s){{1,3}}(?:said|say|says),)?"""
"""What may part a verb from its preposition: when it was, by whom, and who says so."""


@dataclass(frozen=True)
class CrimeVerb(Check):
    """A verb of accusing with the wrong preposition before a crime (case ``preposition``), and labels before the verdict.

    ``prepositions`` pair the wrong words with the right ones ("charged of": charged with); ``crimes``
    are the nouns that must follow, or a verb in -ing, except behind "for". ``guilty`` are labels that
    convict ("accused killer", case ``label``), ``doubtful`` those that doubt whoever
    complains ("alleged victim", case ``doubt``).
    """

    name: ClassVar[str] = "crime-verb"
    needs: ClassVar[tuple[type, ...]] = (Quote,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "preposition": frozenset({"right"}),
        "label": frozenset({"noun"}),
        "doubt": frozenset(),
    }

    prepositions: Mapping[str, str]
    crimes: frozenset[str]
    guilty: frozenset[str]
    doubtful: frozenset[str]

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        low = text.lower()
        for verb, wrong, right in self._verbs:
            for found in matches(wrong, text) if verb in low else ():
                slip = Span(*found.span("preposition"))
                fix = Fix((Edit(slip, right.rpartition(" ")[2]),), title=f"Write “{right}”", safe=True)
                yield Match(Span(*found.span()), {"right": right}, case="preposition", fix=fix)
        for found in matches(self._label, text):
            yield Match(Span(*found.span()), {"noun": found["noun"]}, case="label")
        for found in matches(self._doubt, text):
            yield Match(Span(*found.span()), case="doubt")

    @cached_property
    def _verbs(self) -> tuple[tuple[str, re.Pattern[str], str], ...]:
        """For each wrong pair the verb's first word, and a pattern: with an object between, where the verb is active."""
        made = []
        for wrong, right in self.prepositions.items():
            verb, _, preposition = wrong.rpartition(" ")
            doing = "" if preposition == "for" else r"|\w{3,}ing\b"
            offence = _OFFENCE.format(crimes="|".join(sorted(map(re.escape, self.crimes))), doing=doing)
            words = r"\s".join(map(re.escape, verb.split()))
            pattern = rf"\b(?i:{words})(?:\s{_NAME})?{_BETWEEN}\s(?P<preposition>{preposition}){offence}"
            made.append((verb.split()[0].lower(), compiled(pattern, re.VERBOSE), right))
        return tuple(made)

    @cached_property
    def _label(self) -> re.Pattern[str]:
        return compiled(rf"\baccused\s(?:(?:serial|mass|child)\s)?(?P<noun>{'|'.join(sorted(self.guilty))})\b", re.I)

    @cached_property
    def _doubt(self) -> re.Pattern[str]:
        return compiled(rf"\balleged\s(?:\w+\s)?(?:{'|'.join(sorted(self.doubtful))})\b", re.I)

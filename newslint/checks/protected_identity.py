"""Names that the law or the code of the trade protects: the young before the law, those who tell of a sexual offence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import LegalStatus, Sentence, Spelling
from newslint.needles import first
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import folded

_AGE_BEHIND = compiled(
    r"(?:,\s(?:of|from)\s[^,.;]{1,40})?,?\s\(?(?:who\s(?:is|was)\s)?(?:aged\s|an?\s)?(?P<age>\d{1,2})(?:[,.)]|-year-old\b)"
)
_AGE_BEFORE = compiled(r"\b(?P<age>\d{1,2})-year-old\s(?:[a-z]+\s){0,3}$")
_AGE_APPOSED = compiled(
    r"""\b(?:(?P<age>\d{1,2})-year-old(?:\s[a-z]+){0,3}|(?:boy|girl|teenager|pupil|youth)\s(?:of|aged)\s(?P<of>\d{1,2}))
    (?:,\s|(?:,?\s(?:named|identified)\s(?:\w+\s){0,3}?as\s))$""",
    re.VERBOSE,
)
"""Before a name between commas: "a 14-year-old boy, Kai Roe, of Leeds"."""

_ANY = compiled(r"\b(?:rap(?:e[sd]?|ing|ists?)|sexual(?:ly)?|molest|grop|incest)", re.IGNORECASE)
_DONE = r"(?:raped|sexually\s(?:assaulted|abused|harassed|attacked|exploited)|molested|groped)"
_DOING = r"(?:rap(?:es?|ed|ing)|sexually\s(?:assault|abus|attack|exploit)(?:e?s|ed|ing)|molest(?:s|ed|ing)|grop(?:es|ed|ing))"
_CLAUSE = r"(?:after|when|because|as|while|whose|where|and|but|before|since|who|that)\b"
_TOLD = compiled(
    rf"""(?:,\s(?:aged\s)?\d\d?(?=,))?(?:,\s(?!{_CLAUSE})[^,.;]{{1,60}}(?=,))?,?\s(?:who\s)?
    (?:(?:says?|said|told\s(?:the\s)?\w+|alleged|alleges|claims|claimed|testified)\s(?:that\s)?(?:she|he)\s)?
    (?:(?:was|is|were|been|had|has)\s){{1,2}}(?:\w+ly\s)?{_DONE}\b
    |,\swhom?\s(?:he|she|they|[A-Z]\w+)\s(?:had\s|has\s|have\s)?(?:\w+ly\s)?{_DONE}\b""",
    re.VERBOSE,
)
_BEFORE = compiled(
    rf"""(?:\b{_DOING}|\b(?:[Rr]ape|[Ss]exual\s(?:assault|abuse))\s(?:victim|complainant|survivor|accuser|of)|\brape\sof)
    \s(?:(?:the|his|her|an?)\s(?:[\w-]+\s){{0,2}}[\w-]+(?P<comma>,)?\s)?(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?$""",
    re.VERBOSE,
)
_ASIDE = compiled(r"(?:[.)]|,\s(?![^.;]*\b(?:said|says|told|heard)\b))")
_VERB = compiled(r"\s(?:was|were|is|has|had|will|appeared|pleaded|denied|denies)\b")
_OTHERS = compiled(r"\b(?:men|women|boys|girls|people|others|teenagers|suspects)\b")
_DEAD = compiled(r"\b(?:kill(?:ed|ing)|murder(?:ed|ing)?|dead|death|died|body|strangled)\b")


@dataclass(frozen=True)
class ProtectedIdentity(Check):
    """Somebody named who may have to stay nameless.

    A suspect or defendant younger than ``adult-age`` is the case ``minor``; whoever is said, with
    a full name, to have been the victim of a sexual offence, and not to have died, the case
    ``complainant``. One of ``waivers`` anywhere in the draft ("waived her anonymity") settles it.
    """

    name: ClassVar[str] = "protected-identity"
    needs: ClassVar[tuple[type, ...]] = (LegalStatus, Sentence, Spelling)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"minor": frozenset({"age"}), "complainant": frozenset()}

    waivers: tuple[str, ...]
    adult_age: int = 18

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        statuses = {
            status.key: status
            for status in ctx.draft.all(LegalStatus)
            if status.named and not _OTHERS.search(text, status.person.end, status.start)
        }
        if not (statuses or first(_ANY, text)) or self._waived.search(text):
            return
        told: set[str] = set()
        for name in ctx.draft.all(Spelling):
            key = folded(name.printed.split()[-1])
            if not name.alone or key in told or ctx.draft.quoted(name.span):
                continue
            age, status = _age(text, name.span), statuses.get(key)
            if age is not None and age < self.adult_age and status:
                told.add(key)
                yield Match(name.span, {"age": age}, case="minor", evidence=(Evidence(None, status.span),))
            elif " " in name.printed and _is_complainant(ctx, name.span):
                told.add(key)
                yield Match(Span(name.start, name.end), case="complainant")

    @cached_property
    def _waived(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(one_line(waiver)) for waiver in self.waivers), re.IGNORECASE)


def _age(text: str, name: Span) -> int | None:
    start = max(0, name.start - 50)
    found = _AGE_BEHIND.match(text, name.end) or _AGE_BEFORE.search(text, start, name.start)
    if found:
        return int(found["age"])
    apposed = (
        _AGE_APPOSED.search(text, start, name.start)
        if text[name.end : name.end + 1] == "," or _VERB.match(text, name.end)
        else None
    )
    return int(apposed["age"] or apposed["of"]) if apposed else None


def _is_complainant(ctx: RuleContext, name: Span) -> bool:
    text, sentences = ctx.draft.body, ctx.draft.all(Sentence)
    here = sentences[max(0, bisect_right(sentences, name.start, key=lambda one: one.start) - 1)].span
    said = _TOLD.match(text, name.end, here.end) or _BEFORE.search(text, max(here.start, name.start - 70), name.start)
    if said and said.re is _BEFORE and said["comma"] and not _ASIDE.match(text, name.end, here.end):
        return False  # "accused of raping a nurse, Ana Roe said"
    return bool(said) and not _DEAD.search(text, here.start, here.end)

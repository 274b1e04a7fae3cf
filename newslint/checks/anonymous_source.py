"""Sources without a name, and without what a reader needs to weigh them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_WORD = compiled(r"[^\W\d_][\w.’'-]*")
_HEAD = compiled(
    r"\b(?:who|that|which|close|familiar|briefed|with|at|in|within|inside|from|of|on|near|for|to|and|speaking)\b|,", re.IGNORECASE
)
_MORE = compiled(r"\s(?:to|of|at|in|from|with|within|inside|who|close|familiar|briefed|speaking)\b|,\s(?:who|speaking)\b")
_NAMED = compiled(r",\s(?:[A-Z][\w.’'-]+\s){1,3}[A-Z]|,\s[A-Z][\w’'-]+\s[A-Z]")
_KNOWN = frozenset(("the", "his", "her", "its", "their", "another"))
_TOLD = compiled(r"\b(?:told|telling|citing|cited|quoted|quoting)\b")
_REASON = compiled(
    r"""\bbecause\b | \bfor\sfear\b | \bfear(?:ing|ed)\b | \bciting\b | \bsince\b
    | \bnot\sauthori[sz]ed\b | \bto\s(?:discuss|speak|talk|describe)\b | \bas\sthe(?:y|ir)?\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMELESS = compiled(r"\b(?:named?|identified|anonym\w+|publicly|on\sthe\srecord)\b", re.IGNORECASE)
_NATION = compiled(
    r"(?:\b[A-Z][\w.-]*\s)*(?:[A-Z]\w*(?:ish|ese|ian|ean|can|stani|ench|tch|eek|zech|hai|aqi|aeli|wiss|rab|rman|estern)|US|U\.S\.|UK|EU)$"
)


@dataclass(frozen=True)
class AnonymousSource(Check):
    """A source that stays unnamed.

    ``bare`` is one of whom nothing is told: ``heads`` with none but ``empty`` words beside them ("a source",
    "an unnamed official"), and a nation's ``papers`` without the body that made them ("South Korean
    assessments"). ``persons`` are heads that need a word of how they know. ``ban`` are phrases that the
    house never prints. With ``require_reason`` a source that is described and gives no reason is noted;
    so is the first source beyond ``max``. What another outlet was told is for that outlet to answer for.
    """

    name: ClassVar[str] = "anonymous-source"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "bare": frozenset(),
        "nation": frozenset(),
        "banned": frozenset(),
        "no-reason": frozenset(),
        "many": frozenset({"count", "most"}),
    }

    heads: frozenset[str]
    empty: frozenset[str]
    persons: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    ban: tuple[str, ...] = ()
    require_reason: bool = True
    max: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        sentences = draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        cues = sorted(one.cue.start for one in draft.all(Attribution) if one.kind in ("named", "body", "document"))
        seen: set[str] = set()
        counted = False
        for attribution in draft.all(Attribution):
            at = bisect_right(starts, attribution.cue.start) - 1
            case = self._case(draft, attribution) if at >= 0 else ""
            source = attribution.source
            if not case or source is None or source.of(draft.text).lower() in seen:
                continue
            seen.add(source.of(draft.text).lower())
            if case == "bare" and (_elsewhere(draft.text, sentences[at].span, cues) or _held_back(draft.text, sentences, at)):
                case = "no-reason"
            if case != "no-reason":
                yield Match(source, case=case)
            elif len(seen) > self.max and not counted:
                counted = True
                yield Match(source, {"count": len(seen), "most": self.max}, case="many")
            elif self.require_reason and not _reasoned(draft.text, sentences, at):
                yield Match(source, case=case)

    def _case(self, draft: Document, attribution: Attribution) -> str:
        """Which case a source is; empty where it has a name, or is a spokesman's, whose name is his employer's."""
        source = attribution.source
        words = source.of(draft.text) if source else ""
        told = _WORD.findall(words)
        if not told or source is None or draft.quoted(source) or _NAMED.match(draft.text, source.end):
            return ""
        if any(re.search(rf"\b{re.escape(phrase)}\b", words, re.IGNORECASE) for phrase in self.ban):
            return "banned"
        if told[-1].lower() in self.papers and _NATION.fullmatch(" ".join(told[:-1])):
            return "nation"
        phrase = _WORD.findall(_HEAD.split(words)[0])
        described = len(phrase) < len(told) or bool(_MORE.match(draft.text, source.end))
        if attribution.kind != "anonymous" or not phrase or phrase[0].lower() in _KNOWN:
            return ""
        head = phrase[-1].lower()
        if head in self.heads and not described and all(word.lower() in self.empty for word in phrase[:-1]):
            return "bare"
        return "no-reason" if head in self.heads or (head in self.persons and described) else ""


def _reasoned(text: str, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether the sentence gives a reason, or the next one, which tells that a name is held back."""
    if _REASON.search(text, sentences[at].start, sentences[at].end):
        return True
    return _held_back(text, sentences, at) and bool(_REASON.search(text, sentences[at + 1].start, sentences[at + 1].end))


def _held_back(text: str, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether the next sentence says that the source would not be named."""
    return at + 1 < len(sentences) and bool(_NAMELESS.search(text, sentences[at + 1].start, sentences[at + 1].end))


def _elsewhere(text: str, sentence: Span, cues: Sequence[int]) -> bool:
    """Whether the source was another outlet's, which has a name: "a source told the Herald"."""
    return bool(_TOLD.search(sentence.of(text))) or bisect_right(cues, sentence.end) > bisect_left(cues, sentence.start)

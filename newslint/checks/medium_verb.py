"""Words that were written, and a verb that says they were spoken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from newslint.document import Document
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Quote, Sentence
from newslint.needles import first
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_ORAL = compiled(
    r"""\b(?:interview(?:ed)?|speech|spoke\sto|speaking|told|phone|telephoned?|call(?:ed)?\swith|conference|briefing|televised|television|radio
    |podcast|rally|debate|hearing|testif(?:y|ied)|video|reporters|asked|aloud)\b""",
    re.VERBOSE | re.IGNORECASE,
)
BESIDE = 60
"""Characters behind a verb in which its medium may stand: "said in an email"."""

_PARTICLE = compiled(r"\s(?:of|about)\b")
_NAME = compiled(r"[A-Z][\w’'-]+$")


class _Written(NamedTuple):
    """That somebody wrote: the words for it, their sentence, and the surname of who."""

    span: Span
    sentence: Span
    name: str


@dataclass(frozen=True)
class MediumVerb(Check):
    """A verb of speech (``spoken``) for a quotation whose speaker, the draft says, wrote one of ``media``.

    Only the first is found, and none behind words that tell of speech: then the speaker may have done both. In the sentence that
    names the letter "said" is plain enough.
    """

    name: ClassVar[str] = "medium-verb"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"medium"})}

    media: tuple[str, ...]
    spoken: frozenset[str]

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        written = self._written(draft)
        if written is None:
            return
        oral = _ORAL.search(draft.own_words, written.span.end)
        last = oral.start() if oral else len(draft.text)
        other = _other_speaker(draft, written)
        for quote in draft.all(Quote):
            cue, speaker = quote.cue, quote.speaker
            if cue is None or speaker is None or quote.outer.start < written.sentence.end or quote.kind == "title":
                continue
            if max(cue.end, quote.outer.end) > last:
                return
            name = _NAME.search(quote.speaker_name)
            same = name.group() == written.name if name else quote.outer.start < other
            beside = self._medium.search(draft.own_words, cue.end, cue.end + BESIDE)
            if same and not beside and cue.of(draft.text).lower().split()[0] in self.spoken:
                evidence = (Evidence(None, written.span, "written"),)
                yield Match(_shown(draft.text, quote, cue, speaker), {"medium": written.span.of(draft.text)}, evidence=evidence)
                return

    @cached_property
    def _medium(self) -> re.Pattern[str]:
        media = "|".join(re.escape(medium) for medium in self.media)
        whose = r"in\s(?:an?|his|her|their|the|its)\s(?:[\w-]+\s){0,2}?|the\s(?P<of>[A-Z]\w+)\s|(?P<whose>[A-Z]\w+)['’]s\s"
        return compiled(rf"\b(?:{whose})(?:{media})\b")

    def _written(self, draft: Document) -> _Written | None:
        """The first mention of something written, with who is quoted or told of in its sentence."""
        found = first(self._medium, draft.own_words)
        if found is None:
            return None
        sentences = draft.all(Sentence)
        at = bisect_right([sentence.start for sentence in sentences], found.start()) - 1
        here = sentences[at].span if at >= 0 else Span(*found.span())
        for attribution in draft.all(Attribution):
            name = _NAME.search(attribution.source_name)
            own = found["of"] or found["whose"]
            if here.covers(attribution.cue) and name and attribution.kind == "named" and own in (None, name.group()):
                return _Written(Span(*found.span()), here, name.group())
        return None


def _other_speaker(draft: Document, written: _Written) -> int:
    """Where the draft first has somebody else speak by name: up to there "he" and "the director" are who wrote."""
    since = (one for one in draft.all(Attribution) if one.kind == "named" and one.cue.start >= written.span.end)
    names = ((one.cue.start, _NAME.search(one.source_name)) for one in since)
    return min((start for start, name in names if name and name.group() != written.name), default=len(draft.text))


def _shown(text: str, quote: Quote, cue: Span, speaker: Span) -> Span:
    """The verb and its subject behind the quotation, the verb alone before it, with its "of"."""
    said = cue.through(speaker)
    if quote.outer.end <= said.start and len(said) <= len(cue) + len(speaker) + 1:
        return said
    particle = _PARTICLE.match(text, cue.end)
    return Span(cue.start, particle.end()) if particle else cue

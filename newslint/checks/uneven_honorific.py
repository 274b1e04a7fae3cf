"""Mr Kim here, Kim there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Block, Name, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import STOP_WORDS

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s(?P<name>[A-Z][\w’'-]*[\w])")
_CAPITALISED = re.compile(r"(?<![\w.’'-])(?P<before>(?:[A-Z][\w’'-]*\.?\s)*)(?P<name>[A-Z][\w-]*)")
_NO_USE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Ee]very|[Aa]nother|[Aa]ny|[Nn]o)\s(?:[\w-]+\s)?$|\b(?:[Ff]ormer|[Ll]ate|[Bb]oth|this|that|young|old|pro|anti|top)\s$"
    r"|\bMessrs\.?\s[^.]*$|[’'(-]$"
)
"""Before a surname that is used as another word, or is one of several behind one title."""

_ENDS = re.compile(r"[.!?:…][\"”’')\]]*\s*$")
_ATTRIBUTIVE = re.compile(
    r"""-|/|:|[’']?\s(?:administration|government|family|presidency|era|campaign|team|regime|case|house|brand|estate|camp|cabinet|ally|aide|trial
    |inquiry|plan|policy|doctrine|name|advis[eo]r|surrogate|ad|supporter|antagonist|critic|voter|donor|loyalist|backer|spokes(?:wo)?man|speech|rally
    |victory|win|tweet|nominee|appointee|fan|fund|(?!(?:says|was|has|is|does|adds|wants|tells|insists|believes|argues|claims|denies)\b)[a-z-]+s)\b""",
    re.VERBOSE,
)
"""What makes a bare surname an adjective: "the Kim regime", "Kim loyalists"."""

_HEADLINE = 25
"""Words up to which the first line is a headline, whatever it ends in."""

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})


@dataclass(frozen=True)
class UnevenHonorific(Check):
    """A surname now with Mr, Mrs or Ms and now without, for one person; the rarer way is reported, once.

    The usual way must be at least ``majority`` times as frequent as the other, and stand ``least`` times.
    A surname that two people of the draft share, a name before a noun ("the Kim regime") and quotations do not count.
    """

    majority: int = 3
    least: int = 3

    name: ClassVar[str] = "uneven-honorific"
    needs: ClassVar[tuple[type, ...]] = (Block, Name, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"name", "usual", "times"}),
        "with": frozenset({"name", "usual", "times"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        if not _both_ways(draft.own_words, self.least):
            return
        for surname, (titled, bare) in _uses(draft).items():
            if len(titled) >= max(self.least, self.majority * len(bare)) and bare:
                yield _match(draft, surname, bare, titled, "default")
            elif len(bare) >= max(self.least, self.majority * len(titled)) and titled:
                yield _match(draft, surname, titled, bare, "with")


def _both_ways(text: str, least: int) -> bool:
    """Whether some surname stands behind Mr, Mrs or Ms and alone, one of them often enough; no model is asked."""
    titled = Counter(match["name"] for match in _HONORIFIC.finditer(text))
    names = [match for match in _CAPITALISED.finditer(text) if match["name"] in titled] if titled else []
    # another capitalised word before it makes it the end of a full name, unless it only opens the sentence
    alone = Counter(match["name"] for match in names if match["before"].strip().lower() in STOP_WORDS | {""})
    return any(alone[word] and max(titled[word], alone[word]) >= least for word in titled)


def _match(draft: Document, surname: str, odd: list[Span], usual: list[Span], case: str) -> Match:
    evidence = (Evidence(None, usual[0], "the usual way"), *(Evidence(None, span, "and here") for span in odd[1:]))
    return Match(odd[0], {"name": surname, "usual": usual[0].of(draft.text), "times": len(usual)}, case=case, evidence=evidence)


def _uses(draft: Document) -> dict[str, tuple[list[Span], list[Span]]]:
    """For each surname of one person alone, where it stands with an honorific and where without."""
    text = draft.own_words
    blocks = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
    while len(blocks) > 1 and _line(blocks[0].of(draft.text)):
        del blocks[0]
    running = [block for block in blocks if _ENDS.search(block.of(draft.text))]
    people = [name for name in draft.all(Name) if name.label == "PERSON"]
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in people:
        bearers[name.id.split()[-1]].add(name.id)
        bearers[name.span.of(draft.text).split()[-1]].add(name.id)
    uses: defaultdict[str, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for name in people:
        word = name.span.of(draft.text)
        if " " in word or len(bearers[word]) != 1 or not any(block.covers(name.span) for block in running):
            continue
        before = text[max(0, name.start - 30) : name.start]
        if honorific := re.search(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s$", before):
            uses[word][0].append(Span(name.start - len(honorific[0]), name.end))
        elif (
            text.startswith(word, name.start)
            and not name.role
            and not _NO_USE.search(before)
            and not _ATTRIBUTIVE.match(text, name.end)
        ):
            uses[word][1].append(name.span)
    return dict(uses)


def _line(words: str) -> bool:
    """Whether a first block is a headline: one short sentence, whatever it ends in."""
    return len(words.split()) <= _HEADLINE and not re.search(r"[.!?]\s", words.strip())

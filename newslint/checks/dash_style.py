"""Dashes typed in more than one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.finding import Edit, Evidence, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.needles import may_stand
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

Style = Literal["hyphen", "en", "em", "spaced-em"]

# between words only: between figures it may be a score, a range or a minus
_DASH = compiled(
    r"""(?<=[\w”"’',)\]]) (?: (?P<hyphen>\ --?\ ) | (?P<en>\ –\ ) | (?P<em>—) | (?P<spaced_em>\ —\ ) ) (?=[\w“"‘'(\[])""",
    re.VERBOSE,
)
_TYPED: Mapping[str, tuple[str, str]] = {
    "hyphen": (" - ", "a hyphen"),
    "en": (" – ", "a spaced en dash"),
    "em": ("—", "an em dash"),
    "spaced-em": (" — ", "a spaced em dash"),
}


@dataclass(frozen=True)
class DashStyle(Check):
    """Dashes between words that are not typed as the draft, or the house, types them; one finding a draft.

    ``prefer`` is the house's way. Where the house has none, the way that most dashes are typed in counts;
    a hyphen loses a tie, being no dash. Quotations are left out.
    """

    prefer: Style | None = None

    name: ClassVar[str] = "dash-style"
    needs: ClassVar[tuple[type, ...]] = (Block,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"odd", "usual", "count"}),
        "house": frozenset({"odd", "usual", "count"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        found: list[tuple[str, Span]] = []
        for block in draft.all(Block):
            if block.kind in ("paragraph", "list-item", "standfirst", "caption"):
                if not may_stand(_DASH, block.span.of(draft.own_words)):
                    continue
                for match in _DASH.finditer(draft.own_words, block.start, block.end):
                    before, after = draft.text[match.start() - 1], draft.text[match.end()]
                    if before.isdigit() and (after.isdigit() or after.isupper()):  # "3 - 1", "30 April – 4 May"
                        continue
                    found.append(((match.lastgroup or "").replace("_", "-"), Span(*match.span())))
        counts = Counter(style for style, _ in found)
        usual: str | None = self.prefer or max(counts, key=lambda style: (counts[style], style != "hyphen"), default=None)
        odd = [(style, span) for style, span in found if style != usual]
        if not usual or not odd:
            return
        style, place = odd[0]
        typed, words = _TYPED[usual]
        fix = Fix(tuple(Edit(span, typed) for _, span in odd), f"Type {words}", safe=True)
        slots = {"odd": _TYPED[style][1], "usual": words, "count": counts[usual]}
        evidence = tuple(Evidence(None, span) for _, span in odd[1:])
        yield Match(place, slots, "house" if self.prefer else "default", evidence=evidence, fix=fix)

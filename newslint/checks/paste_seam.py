"""A passage whose quotation marks and dashes are typed otherwise than the rest: pasted in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

# each mark comes before what must stand round it, so that the expression is tried where there is a mark, and not at every letter;
# marks after a figure are feet and inches; a mark before one may be a year cut short
_SIGN = compiled(
    r"""
      (?P<straight_apostrophe> '(?<=[^\W\d_]')(?=\w|\s) ) | (?P<curly_apostrophe> ’(?<=[^\W\d_]’)(?=\w|\s) )
    | (?P<straight_quote> "(?<!\d")(?!") ) | (?P<curly_quote> [“”] )
    | (?P<hyphen_dash> -(?<=\w[\s”"’']-)-?(?=\s) ) | (?P<en_dash> –(?<=\s–)(?=\s) ) | (?P<em_dash> — )
    """,
    re.VERBOSE,
)
_SHOWN = {
    "straight_apostrophe": "'", "curly_apostrophe": "’", "straight_quote": '"', "curly_quote": "“",
    "hyphen_dash": "-", "en_dash": "–", "em_dash": "—",
}  # fmt: skip
_KIND = {name: name.rpartition("_")[2] for name in _SHOWN}
_QUOTATION = frozenset("\"“'‘«")
"""A paragraph that begins with one of these says itself that its words are somebody else's."""

_TAG = compiled(r"<[a-z]+\s[^<>]*=")
"""Markup that was left in the text; its marks are nobody's typing."""

_MOST_SEAMS = 2
_MOST_STRAY = 2
_TWO = 2  # quotations, with two marks each


class _Sign(NamedTuple):
    """A mark that can be typed in more than one way."""

    name: str
    span: Span


@dataclass(frozen=True)
class PasteSeam(Check):
    """A run of paragraphs typed in another way than the rest of the draft.

    Every quotation mark and apostrophe of the run is typed in the way that the rest is not.
    There must be ``least`` marks in the run, of two kinds, in two paragraphs or round two quotations, and as many
    of the draft's own way. Where the draft has curly quotation marks and straight apostrophes, or the other way about, the
    quotation marks alone tell. Paragraphs that are quotations are no seam; a draft that mixes both ways throughout has no seam.
    """

    least: int = 3

    name: ClassVar[str] = "paste-seam"
    needs: ClassVar[tuple[type, ...]] = (Block,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"first", "last", "here", "rest"}),
        "line": frozenset({"first", "here", "rest"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        blocks = [block for block in draft.all(Block) if block.kind in ("paragraph", "list-item")]
        signs = [_signs(draft.body, block) for block in blocks]
        usual = _usual(signs)
        signs = [[sign for sign in found if _KIND[sign.name] in _telling(usual)] for found in signs]
        runs = list(_runs(signs, usual))
        quoted = [draft.body[block.start] in _QUOTATION for block in blocks]
        seams = [
            run for run in runs if self._pasted([signs[i] for i in run], usual) and not all(quoted[i] for i in run if signs[i])
        ]
        inside = sum(len(run) for run in seams)
        stray = sum(_odd(sign, usual) for run in runs if run not in seams for i in run for sign in signs[i])
        own = sum(sign.name == usual[_KIND[sign.name]] for found in signs for sign in found)
        if not 0 < len(seams) <= _MOST_SEAMS or 2 * inside > len(blocks) or own < self.least or stray > _MOST_STRAY:
            return
        for run in seams:
            odd = [sign for i in run for sign in signs[i] if sign.name != usual[_KIND[sign.name]]]
            names = list(dict.fromkeys(sign.name for sign in odd))
            first, last = (draft.position(blocks[i].start)[0] for i in (run[0], run[-1]))
            here = " ".join(_SHOWN[name] for name in names)
            slots = {"first": first, "last": last, "here": here, "rest": " ".join(_SHOWN[usual[_KIND[name]]] for name in names)}
            also = [next(sign.span for sign in odd if sign.name == name) for name in names if name != odd[0].name]
            evidence = tuple(Evidence(None, span, "and here") for span in also)
            reach = tuple(blocks[i].span for i in run)
            yield Match(odd[0].span, slots, case="default" if first < last else "line", evidence=evidence, reach=reach)

    def _pasted(self, run: Sequence[Sequence[_Sign]], usual: Mapping[str, str]) -> bool:
        """Whether these paragraphs hold enough marks of another way, and none of the usual, to be no slip of the finger."""
        if any(_KIND[sign.name] != "dash" and not _odd(sign, usual) for found in run for sign in found):
            return False
        odd = [[sign for sign in found if sign.name != usual[_KIND[sign.name]]] for found in run]
        kinds = {_KIND[sign.name] for found in odd for sign in found}
        marks = sum(_KIND[sign.name] == "quote" for found in odd for sign in found)
        return sum(map(len, odd)) >= self.least and (len(kinds) > 1 or sum(map(bool, odd)) > 1 or marks >= 2 * _TWO)


def _telling(usual: Mapping[str, str]) -> frozenset[str]:
    """The kinds of mark that tell one hand from another in this draft."""
    ways = {name.partition("_")[0] for kind, name in usual.items() if kind != "dash"}
    return frozenset(_KIND.values()) - ({"apostrophe"} if len(ways) > 1 else set())


def _signs(body: str, block: Block) -> list[_Sign]:
    if _TAG.search(body, block.start, block.end):
        return []
    found = _SIGN.finditer(body, block.start, block.end)
    return [_Sign(match.lastgroup or "", Span(*match.span())) for match in found]


def _usual(signs: Sequence[Sequence[_Sign]]) -> dict[str, str]:
    """For each kind of mark the way that most paragraphs type it."""
    counts = Counter(name for found in signs for name in {sign.name for sign in found})
    usual: dict[str, str] = {}
    for name, _ in counts.most_common():
        usual.setdefault(_KIND[name], name)
    return usual


def _runs(signs: Sequence[Sequence[_Sign]], usual: Mapping[str, str]) -> Iterator[range]:
    """Paragraphs in a row with odd marks and no usual ones; those without any belong to the run they lie in."""
    first = last = -1
    for i, found in enumerate(signs):
        marks = [sign for sign in found if _KIND[sign.name] != "dash"]
        odd = [_odd(sign, usual) for sign in marks]
        if odd and all(odd):
            first, last = (i if first < 0 else first), i
        elif marks:
            if first >= 0:
                yield range(first, last + 1)
            if any(odd):
                yield range(i, i + 1)
            first = -1
    if first >= 0:
        yield range(first, last + 1)


def _odd(sign: _Sign, usual: Mapping[str, str]) -> bool:
    """Whether a quotation mark or apostrophe is not typed in the usual way; dashes alone are a matter of style."""
    return _KIND[sign.name] != "dash" and sign.name != usual[_KIND[sign.name]]

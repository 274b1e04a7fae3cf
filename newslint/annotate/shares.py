"""Shares of one whole that leave no room for each other: yes, no and don't know; the parts of a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity

# Kinds of which everybody is one: what people answer, what they are, what became of them, and in which state things are.
_KINDS = tuple(
    tuple(compiled(rf"(?:{words})\b", re.IGNORECASE) for words in kinds)
    for kinds in (
        (
            r"favou?r(?:ed|s)?|support(?:ed|s|ive)?|liked?|back(?:ed|s)?|agreed?|approved?|(?:(?:said|say|voted|vote|answered|spoke)\s+)?(?:yes|for|in\s+favou?r)",
            r"(?:opposed?|disliked?)(?:\s+to)?|reject(?:ed|s)?|disagreed?|disapproved?|(?:(?:said|say|voted|vote|answered)\s+)?(?:no(?!\s+(?:opinion|view|answer))|against)",
            r"undecided|unsure|(?:were\s+|are\s+)?not\s+sure|neutral|had\s+not\s+decided|(?:(?:had|have|gave|expressed|voiced)\s+)?no\s+(?:opinion|view|answer|preference)|(?:did\s+not|do\s+not|didn['’]t|don['’]t)\s+(?:know|answer)|don['’]t\s+knows?|abstained",
        ),
        (r"men|male|boys", r"women|female|girls"),
        (r"surviv(?:ed|ors)|alive", r"died|dead|killed", r"missing"),
        (r"passed", r"failed"),
        (r"sold", r"unsold|not\s+sold"),
        (
            r"(?:back\s+)?in\s+(?:operation|service|use)|open|operating|operational|running|working",
            r"(?:awaiting|in|under|undergoing)\s+(?:maintenance|repairs?)|being\s+(?:mended|overhauled|refitted|repaired|scrapped)|broken|closed|idle|laid\s+up|out\s+of\s+(?:action|order|service|use)|shut",
        ),
    )
)
_LEAD = compiled(
    r"(?P<of>\s+of\s+(?:(?:all|the|its|those|likely|registered)\s+)*[\w'’-]+(?:\s+(?:asked|polled|questioned|surveyed))?)?(?:\s+(?:said|say)\s+(?:that\s+)?they(?:\s+would)?)?(?:\s+(?:are|is|was|were))?\s+"
)
_BY = compiled(r"\b(?P<verb>\w+ed)\s+by\s+$")
_NEAR = 30
_OF = compiled(r"\s+(?:of|among)\b")
"""Behind a figure that is not the first: it is another whole's, "backed by 62% of women and opposed by 45% of men"."""
_OBJECT = compiled(
    r"\s+(?:it|one|such\s+an?\s+\w+|that|them|this|the\s+(?:bill|change|deal|idea|law|measure|move|plan|proposal))\b"
)
_REST = compiled(r"\s*(?:[.,;:)]|$|\s(?:and|but|while|with)\b)")
_OF_THE_VOTE = compiled(r"\s+of\s+(?:the|all)\s+(?:popular\s+)?votes?\b")
_VOTED_FOR = compiled(
    r"(?:\s+of\s+the\s+(?:popular\s+)?votes?)?(?:,|,?\s+(?:and|with|to|while))\s+(?:the\s+)?(?:[\w.'’-]+\s+){1,4}?(?:(?:got|had|on|polled|received|took|with|won)\s+)?"
)
_STANDING = compiled(r"(?:,|,?\s+and)\s+(?:the\s+)?(?:[\w.'’-]+\s+){1,3}?(?P<how>at|on)\s+")
_FOR = compiled(r"\s+(?:backed|chose|for|picked|supported)\s+(?:the\s+)?(?:[A-Z][\w.'’-]*\s?){1,3}\s*(?:,|;|and\b)")
_FOR_LAST = compiled(
    r"\s+(?:(?:backed|chose|for|picked|supported)\s+(?:[\w.'’-]+\s?){1,4}|(?:were\s+|are\s+)?(?:undecided|unsure)|did\s+not\s+know)\s*(?:[,.;)]|$)"
)
_MOST = 12
_OTHERWISE = compiled(r"\b(?:compared|from|in\s+\d{4}|last|previous|than|turnout|up|down)\b")


def shares(text: str, row: Sequence[Quantity], end: int) -> Iterator[Sequence[Quantity]]:
    """The percentages of a sentence, which ends here, that are parts of one whole."""
    if not 2 <= len(row) <= _MOST or any(len(one.value) > 1 for one in row):
        return
    if _are_answers(text, row, end) or _are_votes(text, row, end):
        yield row


def _are_answers(text: str, row: Sequence[Quantity], end: int) -> bool:
    """Whether each is followed by another of the kinds that leave nobody out."""
    return kinds_apart(text, [one.end for one in row], end, [one.start for one in row])


def kinds_apart(text: str, places: Sequence[int], end: int, starts: Sequence[int] = ()) -> bool:
    """Whether behind each of these places, or in the passive before its figure's start, another of some kinds is told
    that leave nobody out."""
    by = [_BY.search(text, max(0, start - _NEAR), start) for start in starts] or [None] * len(places)
    if any(passive and _OF.match(text, at) for passive, at in zip(by[1:], places[1:], strict=True)):
        return False
    for kinds in _KINDS:
        found = [
            _done_by(passive["verb"], kinds) if passive else _kind(text, at, kinds, end, first=at == places[0])
            for at, passive in zip(places, by, strict=True)
        ]
        if None not in found and len(set(found)) == len(found):
            return True
    return False


def _done_by(verb: str, kinds: Sequence[re.Pattern[str]]) -> int | None:
    return next((number for number, kind in enumerate(kinds) if kind.fullmatch(verb)), None)


def _kind(text: str, at: int, kinds: Sequence[re.Pattern[str]], end: int, *, first: bool) -> int | None:
    lead = _LEAD.match(text, at, end)
    if lead is None or (lead["of"] and not first):
        return None
    for number, kind in enumerate(kinds):
        if (found := kind.match(text, lead.end(), end)) and (first or _closes(text, found.end(), end)):
            return number
    return None


def _closes(text: str, at: int, end: int) -> bool:
    """Whether nothing follows that may be another question: "52% oppose it", but not "52% oppose the tax"."""
    thing = _OBJECT.match(text, at, end)
    return _REST.match(text, thing.end() if thing else at, end) is not None


def _are_votes(text: str, row: Sequence[Quantity], end: int) -> bool:
    """Whether these are the parts of a vote: "52% of the vote, Jones 38% and Brown 10%", "Labour on 42%, the Tories on 38%"."""
    if _OTHERWISE.search(text, max(0, row[0].start - 40), end):
        return False
    if len(row) > 2 and all(_FOR.match(text, one.end, end) for one in row[:-1]) and _FOR_LAST.match(text, row[-1].end, end):
        return True
    gaps = [(one.end, other.start) for one, other in pairwise(row)]
    if _OF_THE_VOTE.match(text, row[0].end):
        return all(_VOTED_FOR.fullmatch(text, *gap) for gap in gaps)
    hows = [found["how"] if (found := _STANDING.fullmatch(text, *gap)) else None for gap in gaps]
    return len(row) > 2 and None not in hows and len(set(hows)) == 1 and text[: row[0].start].endswith(f" {hows[0]} ")

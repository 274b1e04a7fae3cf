"""What happened at a date: the verb that it goes with, or the noun that it stands before or that the stretch is about.

"Arrested on Monday after the shooting on Friday" dates two things, and has the words of both round either
date. So before one date is called wrong by another, the words that the two dates go with are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.align.wording import PASTS, content, stem
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import word_set

OPENING = word_set("began begin begins beginning start started starts starting opened open opens opening since from")
CLOSING = word_set("ended end ends ending closed close closes closing until till finished finishes by as")
"""Words by which a time is the first, or the last, of what goes on."""

SAME_THINGS = 3
"""Words beside the verb that are enough in common."""

_JOINTS = compiled(
    r"""[,;:()\[\]—–] | \s-\s
    | \b(?:after|before|since|while|when|where|following|during|amid|because|as|despite|until|till|who|which|that|whose|and|but|or
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where one stretch of a sentence ends and the next begins."""

_NAMING = compiled(r"after|before|since|following|during|amid|because|despite", re.IGNORECASE)
_ADDING = compiled(r"(?:[,;()]|and|or|but)", re.IGNORECASE)  # what follows has the verb of what was before
_WORD = compiled(r"[^\W_]+(?:['’-][^\W_]+)*")
_DETERMINER = compiled(r"(?:\b(?:the|a|an|his|her|its|their|our|this|that|every)|['’]s|s['’])\s$", re.IGNORECASE)
_ATTRIBUTE = compiled(r"(?:['’]s?)?\s((?:[^\W\d_][\w’'-]*\s?)+)")
_OWNED = compiled(r"['’]s?\s")
_LATER = compiled(r"\s(?:has|have|had|is|are|was|were|will|would)\s")
_AUXILIARIES = word_set("will would may might can could shall should must to did does do didn’t didn't won’t won't cannot")
_BE = word_set("is are was were am been be he’s she’s they’re it’s")
_BEFORE_NOUN = word_set("the a an his her its their our this that these those of in on at by for with from")
_PREPOSED = word_set("since from until till by as")
_PASTS = PASTS | word_set("put set cut hit shut cast hurt took taken made came went gone got gave given became seen")
_SMALL = word_set("on in at by of to for from with the a an late early")
_TIMES = word_set("last early time local morning afternoon evening night day days week weeks month months year years p.m a.m")
_NO_VERB = word_set(
    """
    need hundred speed seed feed bed red shed indeed sacred naked wicked united aged compared based related included reported
    stated expected predicted estimated adjusted diluted
    """
)


@dataclass(frozen=True)
class Happening:
    """The stems of the verbs and the nouns that a time goes with, and whether it is the first or the last of it."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    edge: str = ""

    def other(self, than: Happening) -> bool:
        """Whether it is another: each has words of its own and none in common, or one begins where the other ends. Another
        verb for the very same things is no other happening: debt that is cut and debt that falls.
        """
        if self.edge and than.edge and self.edge != than.edge:
            return True
        if len(self.nouns & than.nouns) >= SAME_THINGS:
            return False
        mine, theirs = self.verbs or self.nouns, than.verbs or than.nouns
        return bool(mine and theirs) and not mine & theirs


def happening(text: str, sentence: Span, date: Span) -> Happening:
    """What happened at a date of a sentence. Where its own stretch says nothing the next does, "On Wednesday, two men were
    arrested", or, of what is added, the one before.
    """
    if named := _attribute(text, sentence, date):
        return Happening(frozenset(), _nouns(text, named, date))
    stretches = list(_stretches(text, sentence, date))
    at = next(at for at, (_, span) in enumerate(stretches) if span.end >= date.end)
    if _NAMING.fullmatch(stretches[at][0]) and (later := _LATER.search(text, date.end, stretches[at][1].end)):
        stretches[at] = stretches[at][0], Span(stretches[at][1].start, later.start())
    last = at if stretches[at][0] == "(" else len(stretches) - 1  # "at 4pm (1100 GMT)"
    while at < last and not _said(text, stretches[at][1], date):
        at += 1
    while at and not _said(text, stretches[at][1], date):
        at -= 1
    nouns = _nouns(text, stretches[at][1], date)
    while not (acts := verbs(text, stretches[at][1], date)) and at and _ADDING.fullmatch(stretches[at][0]):
        at -= 1
    return Happening(acts, nouns, _edge(text, *stretches[at], date))


def _attribute(text: str, sentence: Span, date: Span) -> Span | None:
    """The noun that a date describes: "Saturday's shooting", "the December 6 killing"."""
    found = _ATTRIBUTE.match(text, date.end, sentence.end)
    before = _DETERMINER.search(text, max(sentence.start, date.start - 12), date.start)
    if not found or not (before or _OWNED.match(text, date.end)):
        return None
    first = found[1].split()[0].lower()
    if first in _SMALL | _AUXILIARIES or _LATER.match(f" {first} "):
        return None
    words = list(_WORD.finditer(text, *found.span(1)))
    end = next((at for at, word in enumerate(words) if word[0].lower() in _BEFORE_NOUN or _past(word[0])), len(words))
    return Span(words[0].start(), words[end - 1].end()) if end else None


def _stretches(text: str, sentence: Span, date: Span) -> Iterator[tuple[str, Span]]:
    """The sentence between its joints, each stretch with the joint before it; a date is never parted."""
    start, joint = sentence.start, ""
    for found in _JOINTS.finditer(text, sentence.start, sentence.end):
        if date.start <= found.start() < date.end:
            continue
        yield joint, Span(start, found.start())
        start, joint = found.end(), found[0].strip()
    yield joint, Span(start, sentence.end)


def verbs(text: str, within: Span, date: Span | None = None) -> frozenset[str]:
    """The stems of the verbs of a stretch: past forms that describe no noun, and what follows "will", "may" or "to"."""
    found: set[str] = set()
    last = ""
    for word in _WORD.finditer(text, within.start, within.end):
        low = word[0].lower()
        acts = _past(word[0]) and last not in _BEFORE_NOUN and not last.endswith(("’s", "'s"))
        going = last in _BE and low.endswith("ing")
        helped = last in _AUXILIARIES and low not in _SMALL | _TIMES and word[0].islower()
        if date and date.start <= word.start() < date.end:
            low = ""
        elif acts or going or helped:
            found.add(stem(low))
        last = low
    return frozenset(found)


def _said(text: str, within: Span, date: Span) -> bool:
    """Whether a stretch says anything but a time."""
    return bool(verbs(text, within, date) or _nouns(text, within, date))


def _edge(text: str, joint: str, within: Span, date: Span) -> str:
    """Whether a time is the first or the last of what goes on, by the verb or by the words right before it."""
    near = {word.lower() for word in _WORD.findall(within.of(text))} & (OPENING | CLOSING) - _PREPOSED
    near |= {word.lower() for word in _WORD.findall(text[max(0, date.start - 10) : date.start])[-2:]} | {joint.lower()}
    found = [name for name, table in (("opening", OPENING), ("closing", CLOSING)) if near & table]
    return found[0] if len(found) == 1 else ""


def _past(word: str) -> bool:
    return word in _PASTS or (word.endswith("ed") and len(word) > 3 and word.islower() and word not in _NO_VERB)


def _nouns(text: str, within: Span, date: Span) -> frozenset[str]:
    """What a stretch says but for names and times."""
    found = ((stem, place) for stem, place in content(text, within) if not place.overlaps(date))
    return frozenset(stem for stem, place in found if text[place.start].islower() and place.of(text) not in _TIMES)

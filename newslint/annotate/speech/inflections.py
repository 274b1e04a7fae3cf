"""The forms of a verb: "slam" -> slams, slammed, slamming."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from newslint.words import word_set

Shape = Literal["base", "s", "past", "participle", "ing"]

_IRREGULAR = {
    "cast": ("cast", "cast"), "feel": ("felt", "felt"), "find": ("found", "found"), "forecast": ("forecast", "forecast"),
    "foresee": ("foresaw", "foreseen"), "foretell": ("foretold", "foretold"), "go": ("went", "gone"),
    "hear": ("heard", "heard"), "hit": ("hit", "hit"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "learn": ("learned learnt", "learned learnt"), "plead": ("pleaded pled", "pleaded pled"),
    "prove": ("proved", "proved proven"), "put": ("put", "put"),
    "read": ("read", "read"), "say": ("said", "said"), "seek": ("sought", "sought"),
    "shoot": ("shot", "shot"), "show": ("showed", "shown"), "sing": ("sang", "sung"), "speak": ("spoke", "spoken"),
    "spell": ("spelled spelt", "spelled spelt"), "stand": ("stood", "stood"), "swear": ("swore", "sworn"),
    "tell": ("told", "told"), "think": ("thought", "thought"), "understand": ("understood", "understood"),
    "weep": ("wept", "wept"), "write": ("wrote", "written"),
}  # fmt: skip
"""Past and participle; where there are two of either, both."""

_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")  # one syllable, ends in consonant, vowel, consonant: "slam", "quip"
_STRESSED = word_set("admit aver concur deadpan demur extol infer rebut recommit refer regret submit")
_EITHER = word_set("counsel label marvel signal")  # "labelled" in Britain, "labeled" in America
_HISSING = ("s", "sh", "ch", "x", "z", "o")


def inflected(lemma: str) -> Iterator[tuple[str, Shape]]:
    """Every form with its shape; one word may have several shapes, one shape several words."""
    soft = lemma.endswith("y") and lemma[-2] not in "aeou"
    yield lemma, "base"
    yield f"{lemma[:-1]}ies" if soft else f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s", "s"
    regular = f"{lemma[:-1]}ied" if soft else " ".join(f"{stem}ed" for stem in _stems(lemma))
    past, participle = _IRREGULAR.get(lemma, (regular, regular))
    for word in past.split():
        yield word, "past"
    for word in participle.split():
        yield word, "participle"
    for stem in [lemma] if lemma.endswith("ee") else _stems(lemma):
        yield f"{stem}ing", "ing"


def _stems(lemma: str) -> list[str]:
    """What "-ed" and "-ing" are put to: "argu", "slamm", and both "label" and "labell"."""
    doubled = lemma + lemma[-1]
    if lemma in _EITHER:
        return [doubled, lemma]
    return [doubled if lemma in _STRESSED or _SHORT.fullmatch(lemma) else lemma.removesuffix("e")]

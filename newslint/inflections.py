"""The forms of a verb or noun: "slam" gives slams, slammed, slamming; "child" gives children."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from newslint.kept.regexes import compiled
from newslint.words import plurals, word_set

Shape = Literal["base", "s", "past", "participle", "ing"]


def _rows(table: str) -> dict[str, tuple[str, str]]:
    """``lemma past participle`` by comma; where two forms are in use, with a stroke between them; one for both stands once."""
    rows = (row.split() for row in table.split(","))
    return {row[0]: (row[1].replace("/", " "), row[-1].replace("/", " ")) for row in rows}


_IRREGULAR = _rows("""
    arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, befall befell befallen,
    begin began begun, behold beheld, bend bent, beset beset, bet bet, bid bid, bind bound, bite bit bitten, bleed bled,
    blow blew blown, break broke broken, breed bred, bring brought, broadcast broadcast, build built, burn burned/burnt,
    burst burst, buy bought, cast cast, catch caught, choose chose chosen, cling clung, come came come, cost cost, creep
    crept, cut cut, deal dealt, dig dug, do did done, draw drew drawn, dream dreamed/dreamt, drink drank drunk, drive drove
    driven, dwell dwelt/dwelled, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled,
    fling flung, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, forsake
    forsook forsaken, freeze froze frozen, get got got/gotten, give gave given, go went gone, grind ground, grow grew grown,
    hang hung/hanged, have had, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, kneel knelt/kneeled,
    know knew known, lay laid, lead led, lean leaned/leant, leap leapt/leaped, learn learned/learnt, leave left, lend lent,
    let let, lie lay/lied lain/lied, light lit/lighted, lose lost, make made, mean meant, meet met, mow mowed mown/mowed,
    overlie overlay overlain, partake partook partaken, pay paid, plead pleaded/pled, prove proved proved/proven, put put,
    quit quit, read read, relay relayed, rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run, saw sawed
    sawn/sawed, say said, see saw seen, seek sought, sell sold, send sent, set set, sew sewed sewn, shake shook shaken, shed
    shed, shine shone/shined, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank
    sunk, sit sat, slay slew slain, sleep slept, slide slid, sling slung, slit slit, smell smelled/smelt, sneak
    sneaked/snuck, sow sowed sown, speak spoke spoken, speed sped/speeded, spell spelled/spelt, spend spent, spill
    spilled/spilt, spin spun, spit spat/spit, split split, spoil spoiled/spoilt, spread spread, spring sprang sprung, stand
    stood, steal stole stolen, stick stuck, sting stung, stink stank stunk, stride strode stridden, strike struck
    struck/stricken, string strung, strive strove/strived striven/strived, swear swore sworn, sweep swept, swell swelled
    swollen/swelled, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,
    throw threw thrown, thrust thrust, tread trod trodden, understand understood, wake woke woken, waylay waylaid, wear wore
    worn, weave wove woven, weep wept, wet wet/wetted, win won, wind wound, wring wrung, write wrote written
""")
"""Past and participle."""

_PREFIXES = ("fore", "mis", "off", "out", "over", "pre", "re", "un", "under", "up", "with")
_BE: tuple[tuple[str, Shape], ...] = (
    ("be", "base"), ("am", "base"), ("are", "base"), ("is", "s"), ("was", "past"), ("were", "past"), ("been", "participle"),
    ("being", "ing"),
)  # fmt: skip

_SHORT = compiled(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")  # one syllable, ends in consonant, vowel, consonant: "slam", "quip"
_STRESSED = word_set(
    """
    abet abhor abut acquit admit airdrop allot annul aver befit begin commit compel concur confer control debar debug
    deadpan defer demur deter dispel eavesdrop embed emit enrol entrap equip excel expel extol forbid forget fulfil handicap
    impel incur infer instil inter occur omit outwit patrol permit prefer propel rebel rebut recommit recur refer regret
    remit repel sandbag sidestep submit transfer transmit underpin unplug unwrap unzip outfit outstrip overlap overstep
    wiretap zigzag
    """
)
# "labelled" in Britain, "labeled" in America
_EITHER = compiled(r".*[^aeiou][aeiou].*[^aeiou][aeiou]l|.*(?:[iu]al|uel)|benefit|bias|bus|combat|focus|kidnap|program|worship")
_HISSING = compiled(r".*(?:s|sh|ch|x|z|[^aeiou]o)")
_SOFT = compiled(r".*[^aeou]y")
_QUIZ = compiled(r"(?:qu|[^aeiou])*[aeiou]z")
_PANIC = compiled(r"\w+[aeiou].*ic|.+[^l]ic")


@lru_cache(maxsize=2_000)
def forms(lemma: str) -> tuple[str, ...]:
    """Every form of a word, as a verb and as a noun, each once; of several words, the first is inflected."""
    verb, space, rest = lemma.partition(" ")
    found = [*(word for word, _ in inflected(verb)), *plurals(verb)]
    return tuple(dict.fromkeys(f"{word}{space}{rest}" for word in found))


def in_shape(lemma: str, shape: Shape) -> tuple[str, ...]:
    """The forms of this shape; more than one where usage is divided ("learned", "learnt")."""
    verb, space, rest = lemma.partition(" ")
    found = [f"{word}{space}{rest}" for word, its in inflected(verb) if its == shape]
    return tuple(dict.fromkeys(found if verb != "be" or shape != "base" else found[:1]))


def inflected(lemma: str) -> Iterator[tuple[str, Shape]]:
    """Every form with its shape; one word may have several shapes, one shape several words."""
    if lemma == "be":
        yield from _BE
        return
    soft = _SOFT.fullmatch(lemma)
    yield lemma, "base"
    yield "has" if lemma == "have" else plain_s(lemma), "s"
    regular = f"{lemma[:-1]}ied" if soft else " ".join(f"{stem}ed" for stem in _stems(lemma))
    past, participle = _irregular(lemma) or (regular, regular)
    for word in past.split():
        yield word, "past"
    for word in participle.split():
        yield word, "participle"
    for word in _ings(lemma):
        yield word, "ing"


def plain_s(lemma: str) -> str:
    """With the ``-s`` of verbs and of regular nouns: "says", "studies", "passes"."""
    if _SOFT.fullmatch(lemma):
        return f"{lemma[:-1]}ies"
    if lemma.endswith("z") and _QUIZ.fullmatch(lemma):
        return f"{lemma}zes"
    return f"{lemma}es" if _HISSING.fullmatch(lemma) else f"{lemma}s"


def _irregular(lemma: str) -> tuple[str, str] | None:
    """The past and participle of the table; those of "undertake" are made from those of "take"."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    prefix = _prefix(lemma)
    if not prefix:
        return None
    past, participle = (" ".join(prefix + word for word in part.split()) for part in _IRREGULAR[lemma.removeprefix(prefix)])
    return past, participle


def _prefix(lemma: str) -> str:
    """What an irregular verb of the table has before it: "under" of "undertake"."""
    if lemma in _IRREGULAR:
        return ""
    return next((one for one in _PREFIXES if lemma.startswith(one) and lemma.removeprefix(one) in _IRREGULAR), "")


def _ings(lemma: str) -> Iterator[str]:
    if lemma.endswith(("ee", "oe", "ye")):
        yield f"{lemma}ing"
    elif lemma.endswith("ie"):
        yield f"{lemma[:-2]}ying"
    else:
        prefix = _prefix(lemma)
        for stem in _stems(lemma.removeprefix(prefix)):  # "resetting", as "setting"
            yield f"{prefix}{stem}ing"


def _stems(lemma: str) -> list[str]:
    """What "-ed" and "-ing" are put to: "argu", "slamm", "panick", and both "label" and "labell"."""
    doubled = lemma + lemma[-1]
    if _EITHER.fullmatch(lemma) and lemma not in _STRESSED:
        return [doubled, lemma]
    if lemma.endswith("ic") and _PANIC.fullmatch(lemma):
        return [f"{lemma}k"]
    return [doubled if lemma in _STRESSED or _SHORT.fullmatch(lemma) else lemma.removesuffix("e")]

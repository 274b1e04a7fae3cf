"""Words of opposite sense, as news copy pairs them: rose and fell, carried and lost, safe and unsafe."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.kept.regexes import compiled

_DIRECTION = (
    """
    rise rises rising risen rose climb climbs climbed climbing jump jumps jumped soar soars soared soaring surge surges surged
    surging grow grows growing grown grew gain gains gained increase increases increased increasing upturn
    """,
    """
    fall falls fallen falling fell drop drops dropped dropping slump slumps slumped plunge plunges plunged plunging decline
    declines declined declining decrease decreases decreased decreasing slide slides slid tumble tumbles tumbled sank sink
    sinks sunk shrink shrinks shrank shrunk shrunken downturn
    """,
)
_PAIRS = """
    win wins won winning / lose loses lost losing, carried passed adopted approved / lost defeated rejected, victory win /
    defeat loss, approve approves approved approving approval backs backed endorsed / reject rejects rejected rejecting
    rejection opposed vetoed, accept accepts accepted accepting / refuse refuses refused refusing reject rejects rejected
    rejecting, support supports supported supporting supporters / oppose opposes opposed opposing opponents, supporter /
    opponent, in-favour-of in-favor-of voted-for voted-in-favour-of voted-in-favor-of / against voted-against, allow allows
    allowed permit permits permitted / ban bans banned bar bars barred forbid forbids forbade forbidden prohibit prohibited,
    expand expands expanded / contract contracts contracted shrink shrinks shrank, strengthen strengthened strengthens /
    weaken weakened weakens, improve improves improved improving improvement / worsen worsens worsened worsening deteriorate
    deteriorated deterioration, prove proves proved proven show shows showed shown confirm confirms confirmed / disprove
    disproves disproved refute refutes refuted, confirm confirms confirmed / deny denies denied, admit admits admitted / deny
    denies denied, succeed succeeds succeeded / fail fails failed, success / failure, survive survives survived / die dies
    died, profit profits / loss losses, surplus / deficit, higher / lower, more / fewer less, bigger larger / smaller,
    stronger / weaker, better / worse, faster quicker / slower, earlier / later, older / younger, hotter warmer / colder
    cooler, cheaper / dearer costlier, safer / riskier, highest / lowest, best / worst, biggest largest / smallest, strongest
    / weakest, most / fewest least, fastest / slowest, oldest / youngest, before / after, majority / minority, maximum /
    minimum, safe / unsafe dangerous, legal lawful / illegal unlawful, guilty / innocent, alive / dead, possible / impossible,
    likely / unlikely, able / unable, fair / unfair, true / false, valid / invalid, effective / ineffective, sufficient
    adequate / insufficient inadequate, stable / unstable, constitutional / unconstitutional, popular / unpopular, happy /
    unhappy, healthy / unhealthy, certain / uncertain, clear / unclear, successful / unsuccessful, armed / unarmed, positive /
    negative, optimistic / pessimistic, right correct / wrong incorrect, strong / weak, high / low, rich / poor, public /
    private, rural / urban, northern / southern, eastern / western, north / south, east / west, northeast / southwest,
    northwest / southeast, military / civilian, import imports / export exports
"""
_PHASES = """
    gain gains gained / lose loses lost losing shed, legalise legalised legalize legalized / ban banned outlaw outlawed, open
    opens opened opening reopen reopens reopened / close closes closed closing shut shuts, begin begins began begun start
    starts started / end ends ended finish finished stop stops stopped, raise raises raised raising / cut cuts cutting lower
    lowers lowered lowering reduce reduces reduced reducing, arrive arrives arrived / depart departs departed, enter entered /
    leave leaves left, join joins joined / leave leaves left quit quits, buy buys bought / sell sells sold, upheld uphold
    upholds / overturn overturned overturns quashed, appoint appointed / sack sacked dismiss dismissed
"""
"""What may both be true of one thing, of each at its time: a shop that opened has closed."""

DIRECTION = "direction"
"""The pair of what goes up and what goes down."""

Side = tuple[str, bool]
"""A pair of opposites and one of its two sides, True the first."""


def _sided() -> Mapping[str, frozenset[Side]]:
    rows = [(DIRECTION, _DIRECTION), *((row, tuple(row.split("/"))) for row in f"{_PAIRS},{_PHASES}".split(","))]
    found: dict[str, frozenset[Side]] = {}
    for name, (first, second) in rows:
        for words, side in ((first, True), (second, False)):
            for word in (each.replace("-", " ") for each in words.split()):
                found[word] = found.get(word, frozenset()) | {(" ".join(name.split()), side)}
    return found


SIDES = _sided()
"""Every word of the table and where it stands; a word may stand in several pairs, as "lost" does."""

_IN_TURN = frozenset(" ".join(row.split()) for row in _PHASES.split(","))


def opposite(one: str, other: str) -> bool:
    """Whether the two words say the reverse of one another."""
    return any((pair, not side) in SIDES.get(other, ()) for pair, side in SIDES.get(one, ()))


def in_turn(one: str, other: str) -> bool:
    """Whether one may follow on the other, and no other pair of opposites has both."""
    pairs = {pair for pair, side in SIDES.get(one, ()) if (pair, not side) in SIDES.get(other, ())}
    return bool(pairs) and pairs <= _IN_TURN


def alike(one: str, other: str) -> bool:
    """Whether two words of the table stand on the same side of a pair."""
    return bool(SIDES.get(one, frozenset()) & SIDES.get(other, frozenset()))


def pattern(pair: str, side: bool) -> re.Pattern[str]:
    """Any word of one side of a pair, as a pattern."""
    words = sorted(word for word, sides in SIDES.items() if (pair, side) in sides)
    return compiled(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)

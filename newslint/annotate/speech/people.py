"""Everybody with a full name in a text, with what is said of them beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.annotate.speech.bodies import BODIES, TITLES
from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.given import MEN, WOMEN
from newslint.annotate.speech.sources import demonym
from newslint.annotate.speech.vocabulary import DETERMINERS, OPENING, PREPOSITIONS, PRONOUNS, STOPS, TIMES
from newslint.kept.regexes import compiled
from newslint.pieces import lines, matches
from newslint.words import word_set

_UPPER = "".join(filter(str.isupper, map(chr, range(0xC0, 0x1F00))))  # "Şimşek", "Őri", "Ștefan"
CAPITAL = rf"[A-Z{_UPPER}](?:\.(?:[A-Z]\.)*|[\w’'-]*[^\W_])?"
NAME = compiled(rf"\b{CAPITAL}(?:[ \u00a0](?:(?:de|da|del|der|den|van|von|bin|al|el|la|le|ibn|dos)[ ])?{CAPITAL}){{1,6}}")
_APPOSED = compiled(
    r",\s(?:(?:the|a|an|his|her|its|their)\s)?((?:[\w’'-]+\s){0,4}?[a-z][\w’'-]+)(?=,|\s(?:of|for|at|in|who|from|with|to)\b)"
)
POSSESSIVE = compiled(r"['’]s?$")
_PREPOSED = compiled(r"([a-z][\w-]+),?\s$")
_HE = word_set("mr sir king prince lord pope chairman spokesman congressman businessman father husband brother son policeman")
_SHE = word_set(
    "mrs ms miss dame queen princess lady chairwoman spokeswoman congresswoman businesswoman mother wife sister daughter"
)
_ROLE = compiled(
    r"(?:[^m]ent|[^w]er|or|ist|man|woman|ary|ian|eer|ess|ef|ant|mayor|king|queen|pope|judge|aide|coach|chair|mother|father|brother|wife|host"
    r"|chairperson|spokesperson)$"
)
SUFFIXES = word_set("jr sr ii iii jr. sr.")
_CALLED = compiled(rf"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Dame)\.?\s({CAPITAL})\b")
_ABSTRACT = compiled(r"(?:tion|tive|ness|ity|ship|ism|ics)s?$")  # "Climate Initiative"
_BESIDE = 40  # characters before a name that may say whose leader its bearer is
_PLACES = word_set(
    """
    new north south east west northern southern eastern western central los las san santa saint st united saudi middle super
    wall rhode des world national international federal democratic social silicon capitol getty affordable supreme common
    great third first puerto costa sri hong el al costa
    """
)
_NO_NAME = (
    BODIES
    | TIMES
    | PRONOUNS
    | word_set(
        """
    war act prize bay beach county island islands street states kingdom valley hill hills avenue road square park tower hall
    belt coast korea africa america asia europe ocean sea river lake mountain mountains convention agreement treaty
    partnership reserve care security amendment house award awards cup open games olympics festival news radio show times
    airport bridge stadium city town village district region province republic revolution crisis project recession world
    """
    )
)
NO_ROLE = STOPS | PREPOSITIONS | DETERMINERS | OPENING | TIMES | frozenset(FORMS)


@dataclass(slots=True)
class Person:
    """Somebody with a full name, and what the text says of them: roles ("leader"), and whose ("Korean")."""

    name: str
    roles: set[str] = field(default_factory=set)
    whose: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        parts = [part for part in self.name.split() if part.lower() not in SUFFIXES]
        return parts[-1] if parts else self.name

    def may_be(self, pronoun: str) -> bool:
        given = self.name.split()[0].lower()
        return not self.roles & (_SHE if pronoun == "he" else _HE) and given not in (WOMEN if pronoun == "he" else MEN)


class _Named(NamedTuple):
    """Where somebody is named, and what is said there of them."""

    name: str
    roles: Collection[str]
    whose: Collection[str]


def people(text: str) -> Mapping[str, Person]:
    """Everybody with a full name, by that name."""
    found: dict[str, Person] = {}
    for _, line in lines(text):
        for name, roles, whose in line.found(_named, None):
            person = found.setdefault(name, Person(name))
            person.roles.update(roles)
            person.whose.update(whose)
    return found


def _named(text: str, _: None, start: int, stop: int) -> Sequence[_Named]:
    """Those who are named in a line of the text."""
    found = []
    for match in NAME.finditer(text, start, stop):
        words = POSSESSIVE.sub("", match.group()).replace("\u00a0", " ").split()
        lows = [word.lower().rstrip(".") for word in words]
        first = max((k + 1 for k, low in enumerate(lows) if low in TITLES or low in NO_ROLE or POSSESSIVE.search(low)), default=0)
        name = " ".join(words[first:])
        if len(words) - first < 2 or _nobody(name, lows[first:]):
            continue
        roles, whose = {*lows[:first]}, {*words[:first], *_modifiers(text[max(0, match.start() - _BESIDE) : match.start()])}
        before = _PREPOSED.search(text, max(0, match.start() - 24), match.start())
        after = _APPOSED.match(text, match.end())
        for role in (before, after):
            head = role.group(1).lower().split()[-1] if role else ""
            if head not in NO_ROLE and head not in BODIES and _ROLE.search(head):
                roles.add(head)
                whose.update(role.group().split() if role is after and role else ())
        found.append(_Named(name, roles, whose))
    return found


def addressed(text: str) -> Iterator[tuple[str, str]]:
    """Each surname behind "Mr", "Mrs" and the like, with that title."""
    return ((POSSESSIVE.sub("", match[2]), match[1].lower()) for match in matches(_CALLED, text))


def _nobody(name: str, lows: list[str]) -> bool:
    """Whether these capitals are no person's name: "North Korea", "Wall Street", "World War"."""
    given = lows[0] in _PLACES or demonym(name.split()[0]) or bool(_ABSTRACT.search(lows[-1])) or lows[1] in SUFFIXES
    return given or name.isupper() or not _NO_NAME.isdisjoint(lows) or name.replace(" ", "").isdigit()


def _modifiers(before: str) -> set[str]:
    """The capitals that stand right before a name, with the lower-case role: "the North Korean leader"."""
    found: set[str] = set()
    for word in reversed(before.split()):
        if not (word[0].isupper() or _ROLE.search(word)) or word[-1] in ",.;:":
            break
        if word[0].isupper():
            found.add(word)
    return found

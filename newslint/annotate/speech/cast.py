"""Who a source is: the full name behind "Roe", "he", "the minister" and "the letter", where the text makes it plain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.sources import BODIES, PAPERS
from newslint.annotate.speech.vocabulary import DETERMINERS, OPENING, PREPOSITIONS, PRONOUNS, STOPS, TIMES
from newslint.spans import Span
from newslint.words import word_set

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĆČŁŚŠŽ](?:\.(?:[A-Z]\.)*|[\w’'-]*[^\W_])?"
_NAME = re.compile(rf"\b{_CAPITAL}(?:[ \u00a0](?:(?:de|da|del|der|den|van|von|bin|al|el|la|le|ibn|dos)[ ])?{_CAPITAL}){{1,6}}")
_APPOSED = re.compile(
    r",\s(?:(?:the|a|an|his|her|its|their)\s)?((?:[\w’'-]+\s){0,4}?[a-z][\w’'-]+)(?=,|\s(?:of|for|at|in|who|from|with|to)\b)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SURNAME = re.compile(rf"\b{_CAPITAL}")
_PREPOSED = re.compile(r"([a-z][\w-]+),?\s$")
_FROM = re.compile(
    r"\b(?:letter|statement|report|study|memo|email|tweet|post|article|book|lawsuit|complaint)\s(?:from|by|signed\sby|written\sby)\s"
)
_DOCUMENT = re.compile(r"\bin\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){0,3}?([a-z]+)\b")
_TITLES = word_set(
    """
    mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor gen general lt col
    colonel sgt capt captain rev president vice prime minister chancellor king queen prince princess pope judge justice
    mayor secretary chairman chairwoman chief detective inspector sheriff officer former foreign chef coach democrat
    republican congressman congresswoman archbishop bishop ambassador speaker attorney deputy director premier
    """
)
_HE = word_set("mr sir king prince lord pope chairman spokesman congressman businessman father husband brother son policeman")
_SHE = word_set(
    "mrs ms miss dame queen princess lady chairwoman spokeswoman congresswoman businesswoman mother wife sister daughter"
)
_ROLE = re.compile(
    r"(?:[^m]ent|[^w]er|or|ist|man|woman|ary|ian|eer|ess|ef|ant|mayor|king|queen|pope|judge|aide|coach|chair|mother|father|brother|wife|host"
    r"|chairperson|spokesperson)$"
)
_SUFFIXES = word_set("jr sr ii iii jr. sr.")
_SHORT = 4  # words of a description that names nobody: "the former foreign minister"
_LINE = 80  # characters around a source that may say what it wrote in
_NEAR = 900  # characters back in which a pronoun looks for its name
_WHOSE = 40  # characters beside a name that may say whose leader its bearer is
_NO_ROLE = STOPS | PREPOSITIONS | DETERMINERS | OPENING | TIMES | frozenset(FORMS)


@dataclass(slots=True)
class Person:
    """Somebody with a full name, and what the text says of them: roles ("leader"), and whose ("Korean")."""

    name: str
    roles: set[str] = field(default_factory=set)
    whose: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        parts = [part for part in self.name.split() if part.lower() not in _SUFFIXES]
        return parts[-1] if parts else self.name

    def may_be(self, pronoun: str) -> bool:
        return not self.roles & (_SHE if pronoun == "he" else _HE)


def names(text: str, framed: str, sources: Iterable[Span]) -> Mapping[Span, str]:
    """The full name for each of these sources; its own words where the text does not make one plain.

    What is quoted in ``text`` is filled in ``framed``, so that it brings in nobody.
    """
    cast = _cast(framed)
    known: dict[Span, str] = {}
    authors: dict[str, str] = {}
    last: tuple[Person, int] | None = None
    for source in sorted(set(sources)):
        words = " ".join(source.of(text).split())
        person = cast.named(words) or cast.he_or_she(framed, source, last) or cast.role(words)
        head = _head(words) if words.lower().startswith(("the ", "that ", "this ")) else ""
        known[source] = person.name if person else authors.get(head, _own_name(words))
        if person:
            last = person, source.end
        written = _DOCUMENT.search(text, max(0, source.start - _LINE), source.end + _LINE)
        if written and written.group(1) in PAPERS:
            authors[written.group(1)] = known[source]
        if head in PAPERS and head not in authors and (author := _author(text, source, head)):
            authors[head] = known[source] = author
    return known


class Cast:
    """Everybody with a full name, by name, by surname and by role."""

    def __init__(self, text: str) -> None:
        self.people = _people(text)
        self.surnames: defaultdict[str, list[Person]] = defaultdict(list)
        self.roles: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            self.surnames[person.surname].append(person)
            for role in person.roles:
                self.roles[role].append(person)

    def named(self, words: str) -> Person | None:
        """The person whose full name stands in the words, or who alone has the surname that they give."""
        bare = _POSSESSIVE.sub("", words.split(",")[0])
        parts = [part for part in bare.split() if part.lower().rstrip(".") not in _TITLES]
        if len(parts) == 1 and parts[0][0].isupper() and parts[0].lower() not in _NO_ROLE:
            return _only(self.surnames.get(parts[0], ()))
        surnames = (
            person for part in words.replace(",", " ").split() for person in self.surnames.get(_POSSESSIVE.sub("", part), ())
        )
        return next((person for person in surnames if person.name in words), None)

    def he_or_she(self, text: str, source: Span, last: tuple[Person, int] | None) -> Person | None:
        """The speaker before, if nobody else that "he" or "she" may be has been named since."""
        pronoun = re.split(r"['’]", source.of(text).lower())[0]
        pronoun = {"his": "he", "her": "she"}.get(pronoun, pronoun)
        if last is None or pronoun not in ("he", "she") or source.start - last[1] > _NEAR or not last[0].may_be(pronoun):
            return None
        since = {word for word in _SURNAME.findall(text, last[1], source.start) if word != last[0].surname}
        others = (other for word in since for other in self.surnames.get(word, ()))
        return None if any(other.may_be(pronoun) for other in others) else last[0]

    def role(self, words: str) -> Person | None:
        """The only person who is "the minister"; "the Russian leader" is somebody who was called Russian."""
        article, *more = words.split(",")[0].split() or [""]
        if article.lower() not in ("the", "this", "that") or not 1 <= len(more) < _SHORT:
            return None
        person = _only(self.roles.get(more[-1].lower(), ()))
        return person if person and all(word in person.whose for word in more[:-1] if word[0].isupper()) else None


@lru_cache(maxsize=1)
def _cast(text: str) -> Cast:
    return Cast(text)


def _people(text: str) -> Mapping[str, Person]:
    cast: dict[str, Person] = {}
    for match in _NAME.finditer(text):
        words = _POSSESSIVE.sub("", match.group()).replace("\u00a0", " ").split()
        lows = [word.lower().rstrip(".") for word in words]
        first = max((k + 1 for k, low in enumerate(lows) if low in _TITLES or low in _NO_ROLE), default=0)
        name = " ".join(words[first:])
        if len(words) - first < 2 or set(lows[first:]) & (BODIES | TIMES) or name.isupper() or set(lows[first:]) & PRONOUNS:
            continue
        person = cast.setdefault(name, Person(name))
        person.roles.update(lows[:first])
        person.whose.update(text[max(0, match.start() - _WHOSE) : match.start()].split(), words[:first])
        person.whose.update(_POSSESSIVE.sub("", word) for word in text[match.end() : match.end() + _WHOSE].split())
        before = _PREPOSED.search(text, max(0, match.start() - 24), match.start())
        after = _APPOSED.match(text, match.end())
        for role in (before, after):
            head = role.group(1).lower().split()[-1] if role else ""
            if head not in _NO_ROLE and head not in BODIES and _ROLE.search(head):
                person.roles.add(head)
    return cast


def _own_name(words: str) -> str:
    """A name without what is said of its bearer: "Jane Roe, a spokeswoman" -> "Jane Roe"."""
    name = words.split(",")[0]
    return name if name[:1].isupper() and len(name.split()) > 1 else words


def _head(words: str) -> str:
    return words.lower().split(",")[0].split()[-1] if words.strip(", ") else ""


def _author(text: str, source: Span, paper: str) -> str:
    """Whose letter it is: "a letter from Jane Roe", "Jane Roe's letter"."""
    for match in _NAME.finditer(text, 0, source.start):
        name = _POSSESSIVE.sub("", match.group())
        owned = name != match.group() and re.match(rf"\s(?:\w+\s)?{paper}\b", text[match.end() : match.end() + 40])
        sent = _FROM.search(text, max(0, match.start() - 40), match.start())
        if owned or (sent and sent.end() == match.start() and sent.group().startswith(paper)):
            return name
    return ""


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None

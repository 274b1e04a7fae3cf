"""Who a source is: the full name behind "Roe", "he", "the minister" and "the letter", where the text makes it plain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newslint.annotate.speech.bodies import PAPERS, TITLES
from newslint.annotate.speech.people import CAPITAL, NAME, NO_ROLE, POSSESSIVE, Person, addressed, people
from newslint.annotate.speech.sources import is_body
from newslint.annotate.speech.vocabulary import PRONOUNS
from newslint.kept.regexes import compiled
from newslint.pieces import lines
from newslint.spans import Span, masked
from newslint.words import word_set

_SURNAME = compiled(rf"\b{CAPITAL}")
_FROM = compiled(
    r"\b(letter|statement|report|study|memo|email|tweet|post|article|book|lawsuit|complaint)\s(?:from|by|signed\sby|written\sby)\s$"
)
_OWNED = compiled(r"\s([\w-]+)(?:\s([\w-]+))?")
_DOCUMENT = compiled(r"\bin\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){0,3}?([a-z]+)\b")
_OWNERS = word_set("his her their its one")
_OF = compiled(r"\s(?:who|of|for|in|from|at|to|on|with)\s")
_BOTH = compiled(r"\s(?:and|or|&)\s")
_LEADERS = word_set("leader president premier minister chancellor king")
_SHORT = 4  # words of a description that names nobody: "the former foreign minister"
_LINE = 80  # characters around a source that may say what it wrote in
_SENT = 40  # characters before a name that may say what its bearer wrote
_NEAR = 900  # characters back in which a pronoun looks for its name


def names(text: str, framed: str, sources: Iterable[Span], told: Iterable[Span] = ()) -> Mapping[Span, str]:
    """The full name for each of these sources; its own words where the text does not make one plain.

    What is quoted in ``text`` is filled in ``framed``, so that it brings in nobody; who is only named in what somebody is
    ``told`` to have said is not "he said" in the next sentence. The quotes and the attributions of a
    document ask for the same sources one after the other.
    """
    return _names(text, framed, tuple(sorted(set(sources))), tuple(sorted(set(told))))


@lru_cache(maxsize=1)
def _names(text: str, framed: str, sources: tuple[Span, ...], told: tuple[Span, ...]) -> Mapping[Span, str]:
    cast = Cast(framed)
    own = masked(framed, told)
    known: dict[Span, str] = {}
    authors: dict[str, str] = {}
    signed = _signed(text)
    bodies: list[Span] = []  # without those that only speak again
    last: tuple[Person | None, int] = None, -1
    for source in sources:
        words = " ".join(source.of(text).split())
        person = cast.named(words) or cast.he_or_she(framed, own, source, last) or cast.role(words)
        head = _head(words) if words.lower().startswith(("the ", "that ", "this ")) else ""
        body = _body_before(framed, source, bodies[-2:]) if words.lower() in ("it", "they") else None
        known[source] = person.name if person else known[body] if body else authors.get(head, _own_name(words))
        if person:
            last = person, source.end
        elif not _is_pronoun(words):
            if bodies and bodies[-1].of(text) == source.of(text):
                bodies.pop()
            bodies.append(source)
            last = last if _many(words) else (None, source.end)
        written = _DOCUMENT.search(text, max(0, source.start - _LINE), source.end + _LINE)
        if written and written.group(1) in PAPERS:
            authors[written.group(1)] = known[source]
        if head in signed and head not in authors and signed[head][1] <= source.start:
            authors[head] = known[source] = signed[head][0]
    return known


def _is_pronoun(words: str) -> bool:
    return words.lower() in PRONOUNS | _OWNERS


def _many(words: str) -> bool:
    """Whether these words of a source are no single person: a body, a paper, or several people."""
    head = _OF.split(words.split(",")[0])[0]
    return not head or is_body(head) or head.split()[-1].lower() in PAPERS or head.endswith("s") or bool(_BOTH.search(head))


def _body_before(text: str, source: Span, others: Sequence[Span]) -> Span | None:
    """The only body that "it" or "they" may be: persons aside, no other source spoke before in the paragraph.

    An "it" that opens its paragraph may be a body of the paragraph before.
    """
    start = text.rfind("\n", 0, source.start) + 1
    if not text[start : source.start].strip() and source.of(text).lower() == "it":
        start = _paragraph_before(text, start)
    near = [other for other in others if other.start >= start]
    return near[0] if len(near) == 1 and is_body(near[0].of(text)) else None


def _paragraph_before(text: str, start: int) -> int:
    """Where the paragraph before the one at ``start`` begins."""
    while start and text[start - 1].isspace():
        start -= 1
    return text.rfind("\n", 0, start) + 1


class Cast:
    """Everybody with a full name, by name, by surname and by role."""

    def __init__(self, text: str) -> None:
        self.people = people(text)
        self.surnames: defaultdict[str, list[Person]] = defaultdict(list)
        self.roles: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            self.surnames[person.surname].append(person)
            for role in person.roles:
                self.roles[role].append(person)
        for surname, title in addressed(text):
            bearer = _only(self.surnames.get(surname, ()))
            if bearer:
                bearer.roles.add(title)

    def named(self, words: str) -> Person | None:
        """The person whose full name the words end in, or who alone has the surname that they give."""
        first, *more = words.replace(" of State", "").split(",")
        if _BOTH.search(first):
            return None
        bare = POSSESSIVE.sub("", first)
        parts = [part for part in bare.split() if part.lower().rstrip(".") not in TITLES]
        if len(parts) == 1 and parts[0][0].isupper() and parts[0].lower() not in NO_ROLE:
            return _only(self.surnames.get(parts[0], ()))
        return self._full(_OF.split(first)[0]) or self.people.get(more[0].strip() if more else "")

    def _full(self, head: str) -> Person | None:
        """Whose full name ends these words: "the singer Jane Roe"."""
        last = head.split()[-1] if head.split() else ""
        return next((person for person in self.surnames.get(last, ()) if head.endswith(person.name)), None)

    def he_or_she(self, text: str, own: str, source: Span, last: tuple[Person | None, int]) -> Person | None:
        """The speaker before, if nobody else that "he" or "she" may be has been named since; else the only one near.

        ``last`` is who spoke last and where that was, None for somebody whose full name the text does not give.
        """
        pronoun = re.split(r"['’]", source.of(text).lower())[0]
        pronoun = {"his": "he", "her": "she"}.get(pronoun, pronoun)
        if pronoun not in ("he", "she"):
            return None
        speaker, at = last
        if speaker and source.start - at <= _NEAR and speaker.may_be(pronoun):
            others = self._named_in(own, at, source.start) - {speaker.name}
            return None if any(self.people[other].may_be(pronoun) for other in others) else speaker
        start = _paragraph_before(text, text.rfind("\n", 0, source.start) + 1)
        if speaker is None and at >= start:
            return None
        near = [self.people[name] for name in self._named_in(text, max(start, source.start - _NEAR), source.start)]
        return _only([person for person in near if person.may_be(pronoun)])

    def _named_in(self, text: str, start: int, end: int) -> set[str]:
        """The names of those who stand in this stretch by their surname; two of one surname both do."""
        return {person.name for word in _SURNAME.findall(text, start, end) for person in self.surnames.get(word, ())}

    def role(self, words: str) -> Person | None:
        """The only person who is "the minister"; "the Russian leader" is somebody who was called Russian."""
        article, *more = words.split(",")[0].split() or [""]
        if article.lower() not in ("the", "this", "that") or not 1 <= len(more) < _SHORT:
            return None
        whose = [word for word in more[:-1] if word[0].isupper()]
        head = more[-1].lower()
        return self._holder((head,), whose) or (self._holder(_LEADERS, whose) if head == "leader" and whose else None)

    def _holder(self, roles: Iterable[str], whose: Sequence[str]) -> Person | None:
        """The only one in these roles of whom all these words are said."""
        held = {person.name: person for role in roles for person in self.roles.get(role, ())}
        return _only([person for person in held.values() if person.whose.issuperset(whose)])


def _own_name(words: str) -> str:
    """A name without what is said of its bearer: "Jane Roe, a spokeswoman" -> "Jane Roe"."""
    name = words.split(",")[0]
    return name if name[:1].isupper() and len(name.split()) > 1 else words


def _head(words: str) -> str:
    return words.lower().split(",")[0].split()[-1] if words.strip(", ") else ""


def _signed(text: str) -> Mapping[str, tuple[str, int]]:
    """Whose each kind of paper is, and where the text first says so: "a letter from Jane Roe", "Jane Roe's letter"."""
    found: dict[str, tuple[str, int]] = {}
    for origin, line in lines(text):
        for paper, name, end in line.found(_papers, None):
            found.setdefault(paper, (name, origin + end))
    return found


def _papers(text: str, _: None, start: int, stop: int) -> Sequence[tuple[str, str, int]]:
    """The papers of which a line says so."""
    found = []
    for match in NAME.finditer(text, start, stop):
        name = POSSESSIVE.sub("", match.group())
        owned = _OWNED.match(text, match.end()) if name != match.group() else None
        sent = _FROM.search(text, max(0, match.start() - _SENT), match.start())
        named = (*(owned.groups() if owned else ()), sent and sent.group(1))
        found += [(paper, name, match.end()) for paper in named if paper in PAPERS]
    return found


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None

"""People: which mentions are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newslint.annotate.names.forms import Form, may_be_near, may_be_same, may_slip, near_to, same, slipped
from newslint.annotate.names.vocabulary import GIVEN_NAMES, HONORIFICS, WITH_GIVEN_NAME, Gender, is_role

_NEAR = 150
"""Characters behind a full name in which a surname alone is its bearer's."""


@dataclass(frozen=True)
class Mention:
    """A person's name as it stands once, the role before it, and whether it modifies a noun: "the Trump team"."""

    words: tuple[str, ...]
    role: str = ""
    at: int = 0
    modifies: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(eq=False)
class _Person:
    """Somebody named in a text, while it is read; ``number`` counts them as they come."""

    number: int
    forms: list[Form] = field(default_factory=list)
    name: str = ""
    gender: Gender = ""
    titles: set[str] = field(default_factory=set)
    at: int = -1
    """Where the text gave the full name last."""
    bare: bool = False
    """Whether the surname has stood alone."""

    def add(self, form: Form, mention: Mention) -> None:
        if form not in self.forms:
            self.forms.append(form)
        if _fullness(mention.text) > _fullness(self.name) and (form.full or not self.name or self.name.isupper()):
            self.name = mention.text
        self.gender = self.gender or _gender(form, mention)
        self.titles |= _titles(mention.role)

    def suits(self, form: Form, mention: Mention) -> bool:
        gender = _gender(form, mention)
        return not gender or not self.gender or gender == self.gender


def bearers(mentions: Sequence[Mention]) -> list[str]:
    """For each mention the fullest form of its bearer's name.

    First the people named in full are told apart, then every other mention is given to the
    one it fits: the last named where it fits several.
    """
    forms = [Form.of(mention.words) for mention in mentions]
    named_in_full = _NamedInFull()
    owner: dict[int, _Person] = {}
    for at, (form, mention) in enumerate(zip(forms, mentions, strict=True)):
        if form.full:
            owner[at] = named_in_full.named(form, mention)
    recent = _Recent(named_in_full.people)
    for at, (form, mention) in enumerate(zip(forms, mentions, strict=True)):
        found = owner.get(at) or recent.bearer(form, mention) or _Person(len(mentions) + at)
        found.add(form, mention)
        if form.full:
            found.at = mention.at
        elif not mention.modifies and any(form.parts[-1] == other.surname for other in found.forms if other.full):
            found.bare = True
        owner[at] = found
        recent.named(found)
    names = _told_apart([owner[at] for at in range(len(mentions))])
    return [names[owner[at].number] for at in range(len(mentions))]


def _told_apart(people: Sequence[_Person]) -> dict[int, str]:
    """A name for each, with the form of address where two would have one name."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for person in sorted(people, key=lambda person: not person.forms[0].full):
        if person.number in names:
            continue
        name = person.name
        if name in taken:
            name = f"{'Mrs' if person.gender == 'f' else 'Mr'} {name}"
        names[person.number] = name
        taken.add(name)
    return names


def _fullness(name: str) -> tuple[int, bool]:
    return len(name), not name.isupper()


class _Index:
    """People by what their names may be looked up by, so that nobody is compared with everybody."""

    def __init__(self) -> None:
        self._people: defaultdict[Hashable, dict[int, _Person]] = defaultdict(dict)

    def add(self, person: _Person, keys: Iterable[Hashable]) -> None:
        for key in keys:
            self._people[key][person.number] = person

    def get(self, keys: Iterable[Hashable]) -> list[_Person]:
        """Those under any of the keys, as they came."""
        found = {number: person for key in keys for number, person in self._people.get(key, {}).items()}
        return [found[number] for number in sorted(found)]


# --- full names -----------------------------------------------------------------------------------


class _NamedInFull:
    """The people whom a text names in full."""

    def __init__(self) -> None:
        self.people: list[_Person] = []
        self._same, self._near = _Index(), _Index()

    def named(self, form: Form, mention: Mention) -> _Person:
        """Whose full name this is: somebody known, or somebody new."""
        person = self._known(form, mention)
        if person is None:
            person = _Person(len(self.people))
            self.people.append(person)
        person.add(form, mention)
        self._same.add(person, may_be_same(form)[0])
        self._near.add(person, may_be_near(form)[0])
        return person

    def _known(self, form: Form, mention: Mention) -> _Person | None:
        """The one whose full name this is in another form; None where two could be meant."""
        for person in reversed(self._same.get(may_be_same(form)[1])):
            if any(same(other, form) for other in person.forms) and person.suits(form, mention):
                return person
        close = self._near.get(may_be_near(form)[1])
        near = [person for person in close if _nearly(form, person) and person.suits(form, mention)]
        return near[0] if len(near) == 1 else None


def _nearly(form: Form, person: _Person) -> bool:
    """Whether it may be this one's name, who is not called by another given name in full."""
    other_given = any(len(other.given) > 2 < len(form.given) and other.given != form.given for other in person.forms)
    return not other_given and any(near_to(other, form) for other in person.forms)


# --- single words -----------------------------------------------------------------------------------


class _Recent:
    """The people of a text while it is read, under each surname the one last named at the end."""

    def __init__(self, people: Sequence[_Person]) -> None:
        self._by_surname: defaultdict[str, dict[int, _Person]] = defaultdict(dict)
        self._middle, self._given, self._slip = _Index(), _Index(), _Index()
        for person in reversed(people):
            self.named(person)
            for form in person.forms:
                self._middle.add(person, form.middle)
                self._given.add(person, (form.given, "".join(form.parts[1:])))
                self._slip.add(person, may_slip(form.surname))

    def named(self, person: _Person) -> None:
        """Puts somebody behind all others."""
        for surname in {form.surname for form in person.forms}:
            bearers = self._by_surname[surname]
            bearers.pop(person.number, None)
            bearers[person.number] = person

    def bearer(self, form: Form, mention: Mention) -> _Person | None:
        """The person last named whose surname it is; or else the only one whose name it may be."""
        word = form.parts[-1]
        if person := self._with_surname(word, form, mention):
            return person
        address = [token for token in mention.role.split() if token.rstrip(".") in HONORIFICS]
        no_given = bool(address) and address[-1].rstrip(".") not in WITH_GIVEN_NAME
        for fits, people in (
            (_middle, self._middle.get([word])),
            (_given, [] if no_given else self._given.get([word])),
            (_slip, self._slip.get(may_slip(word))),
        ):
            found = [
                person
                for person in people
                if person.suits(form, mention) and any(other.full and fits(other, word) for other in person.forms)
            ]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _with_surname(self, word: str, form: Form, mention: Mention) -> _Person | None:
        bearers = self._by_surname.get(word, {})
        titles = _titles(mention.role)

        def fitting() -> Iterator[_Person]:
            return (person for person in reversed(bearers.values()) if person.suits(form, mention))

        titled = next((person for person in fitting() if titles & person.titles), None) if titles else None
        return titled or _last_meant(fitting(), mention)


def _last_meant(named_so: Iterator[_Person], mention: Mention) -> _Person | None:
    """The first, who was named last; but one known by the surname already, where that one was named in full some way back."""
    last = next(named_so, None)
    if last is None or last.bare or (mention.at - last.at < _NEAR and not mention.modifies):
        return last
    return next((person for person in named_so if person.bare), last)


def _middle(form: Form, word: str) -> bool:
    return word in form.middle and len(word) > 2 and not form.family_first


def _given(form: Form, word: str) -> bool:
    return form.given == word or (form.family_first and "".join(form.parts[1:]) == word)


def _slip(form: Form, word: str) -> bool:
    return slipped(form.surname, word)


# --- what is said of them ---------------------------------------------------------------------------


def _gender(form: Form, mention: Mention) -> Gender:
    for token in reversed(mention.role.split()):
        if gender := HONORIFICS.get(token.rstrip("."), ""):
            return gender
    return GIVEN_NAMES.get(form.given, "") if form.full else ""


def _titles(role: str) -> set[str]:
    return {
        word
        for token in role.split()
        if (word := token.lower().rstrip(".")) and is_role(word) and token.rstrip(".") not in HONORIFICS
    }

"""People: which mentions are one person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.annotate.names.forms import Form, near_to, same, slipped
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


@dataclass
class _Person:
    """Somebody named in a text, while it is read."""

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
    people: list[_Person] = []
    owner: dict[int, _Person] = {}
    for at, (form, mention) in enumerate(zip(forms, mentions, strict=True)):
        if form.full:
            person = _known(form, mention, people)
            if person is None:
                person = _Person()
                people.append(person)
            person.add(form, mention)
            owner[at] = person
    recent = list(people)
    for at, (form, mention) in enumerate(zip(forms, mentions, strict=True)):
        found = owner.get(at) or _bearer(form, mention, recent)
        if found is None:
            found = _Person()
        found.add(form, mention)
        if form.full:
            found.at = mention.at
        elif not mention.modifies and any(form.parts[-1] == other.surname for other in found.forms if other.full):
            found.bare = True
        owner[at] = found
        recent = [found, *(person for person in recent if person is not found)]
    names = _told_apart([owner[at] for at in range(len(mentions))])
    return [names[id(owner[at])] for at in range(len(mentions))]


def _told_apart(people: Sequence[_Person]) -> dict[int, str]:
    """A name for each, with the form of address where two would have one name."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for person in sorted(people, key=lambda person: not person.forms[0].full):
        if id(person) in names:
            continue
        name = person.name
        if name in taken:
            name = f"{'Mrs' if person.gender == 'f' else 'Mr'} {name}"
        names[id(person)] = name
        taken.add(name)
    return names


def _fullness(name: str) -> tuple[int, bool]:
    return len(name), not name.isupper()


# --- full names -----------------------------------------------------------------------------------


def _known(form: Form, mention: Mention, people: Sequence[_Person]) -> _Person | None:
    """The one of these people whose full name this is in another form; None where two could be meant."""
    exact = [person for person in people if any(same(other, form) for other in person.forms) and person.suits(form, mention)]
    if exact:
        return exact[-1]
    near = [person for person in people if _nearly(form, person) and person.suits(form, mention)]
    return near[0] if len(near) == 1 else None


def _nearly(form: Form, person: _Person) -> bool:
    """Whether it may be this one's name, who is not called by another given name in full."""
    other_given = any(len(other.given) > 2 < len(form.given) and other.given != form.given for other in person.forms)
    return not other_given and any(near_to(other, form) for other in person.forms)


# --- single words -----------------------------------------------------------------------------------


def _bearer(form: Form, mention: Mention, recent: Sequence[_Person]) -> _Person | None:
    """The person last named whose surname it is; or else the only one whose name it may be."""
    word = form.parts[-1]
    address = [token for token in mention.role.split() if token.rstrip(".") in HONORIFICS]
    fitting = [person for person in recent if person.suits(form, mention)]
    named_so = [person for person in fitting if any(other.surname == word for other in person.forms)]
    if named_so:
        titles = _titles(mention.role)
        return next((person for person in named_so if titles & person.titles), None) or _last_meant(named_so, mention)
    if not any(person.forms[0].full for person in fitting):
        return None
    for fits in (_middle, _given, _slip):
        if fits is _given and address and address[-1].rstrip(".") not in WITH_GIVEN_NAME:
            continue
        found = [person for person in fitting if any(other.full and fits(other, word) for other in person.forms)]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _last_meant(named_so: Sequence[_Person], mention: Mention) -> _Person:
    """The person last named; but one known by the surname already, where another was named in full some way back."""
    last = named_so[0]
    if last.bare or (mention.at - last.at < _NEAR and not mention.modifies):
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

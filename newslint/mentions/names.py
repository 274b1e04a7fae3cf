"""Names, and what is known of their bearers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.mentions.layout import Mention
from newslint.spans import Span

NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"]


@dataclass(frozen=True, slots=True)
class Spelling(Mention):
    """One to four capitalised words in a row, which may be a name; no model needed.

    Two with the same ``key`` are one name but for hyphens, spaces, accents, apostrophes and
    capitals. ``printed`` is the name as it stands, dots and the shape of apostrophes left
    out. ``alone`` is true where no capitalised word stands beside it, ``opening`` where it
    opens a sentence, so that its capital may mean nothing.
    """

    key: str
    printed: str
    alone: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Variant(Mention):
    """Two spellings that may be one name: the places of the usual one, and of the rarer or else later one.

    They differ in ``shape`` (hyphens, accents ...) or in ``letters``, then in those of one word; ``surname`` is a surname
    that stands alone, a letter from that of somebody named in full.
    """

    usual: tuple[Spelling, ...]
    rarer: tuple[Spelling, ...]
    by: Literal["shape", "letters", "surname"]

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """What is surer comes first: another shape before other letters, the more frequent, the longer."""
        return self.by != "shape", -len(self.usual) - len(self.rarer), -len(self.usual[0].key), self.start


@dataclass(frozen=True, slots=True)
class Entity(Mention):
    """What the model takes for a name, before the names around it are looked at."""

    label: NameLabel


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A proper name. ``id`` is the fullest form of the bearer's name and groups its mentions.

    ``role`` and ``age`` are what the text says beside this mention of a person.
    """

    label: NameLabel
    id: str
    role: str = ""
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Stranger(Mention):
    """Somebody of whom the text never says who it is: no title, age or apposition, and no "the minister" soon after.

    ``span`` is the first mention and ``names`` are all; ``id`` is the fullest form of the name.
    """

    id: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation(Mention):
    """An abbreviation in capitals; ``expansion`` is where the text spells it out, if it does."""

    letters: str
    expansion: Span | None = None
    descriptor: bool = False


CreditKind = Literal["agency", "outlet", "state-media"]

CreditForm = Literal["reported", "said", "according", "via", "cited", "carried", "told", "tag"]


@dataclass(frozen=True, slots=True)
class Credit(Mention):
    """A place where a text leans on an outlet or an agency; ``span`` are the words that name it ("the Guardian", "It").

    ``name`` is the name in the tables of facts ("The Guardian"), or the words of the text for one that is not there
    ("North Korean state media"). ``root`` is what two credits share that are one voice in the end: the name,
    or the country for the media of a state. ``form`` is how it is credited: it "reported" something or merely
    "said" so, "according" to it, "via" it, "cited" as what another leans on, "carried" in it, "told" something, or
    named in a byline or credit line ("tag"). ``phrase`` covers the crediting words, up to those whom it cites, and
    ``cites`` are their roots.
    """

    name: str
    kind: CreditKind
    root: str
    form: CreditForm
    phrase: Span
    cites: tuple[str, ...] = ()


LegalStage = Literal[
    "arrested",
    "uncharged",
    "charged",
    "remanded",
    "bailed",
    "on-trial",
    "not-guilty-plea",
    "guilty-plea",
    "acquitted",
    "convicted",
    "sentenced",
]


@dataclass(frozen=True, slots=True)
class LegalStatus(Mention):
    """A statement that the law has got so far with a person ("was charged with"); ``span`` are the words that say so.

    ``person`` are the words for whom it befell and ``key`` groups those of one person: the folded
    surname, or a noun ("man") where ``named`` is false.
    """

    stage: LegalStage
    person: Span
    key: str
    named: bool


@dataclass(frozen=True, slots=True)
class Accusation(Mention):
    """Words that accuse somebody named ("accused", "was accused of"); ``person`` are the words for whom.

    ``key`` groups those of one person, or one body: the folded last word of the name.
    """

    person: Span
    key: str


@dataclass(frozen=True, slots=True)
class PasserBy(Mention):
    """The first place of a full name that nothing beside it introduces, and how many ``times`` its surname stands in the text.

    It is found without a model, and may be a firm's: a cheap question before `Stranger` is asked for.
    """

    times: int

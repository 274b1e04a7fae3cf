"""Titles given again, and titles and ages of one person that cannot both be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.facts import Office, Term
from newslint.finding import Evidence
from newslint.mentions import Block, DateMention, Name, Person, Quote, Sentence
from newslint.reckonings import OfficeMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})
_NO_TITLE = re.compile(
    r"""\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Rev|King|Queen|Prince|Princess|Pope|Judge|Justice
    |husband|wife|son|daughter|brother|sister
    |mother|father|cousin|nephew|niece|uncle|aunt|friend|rival|colleague|boyfriend|girlfriend)\b""",
    re.VERBOSE,
)
_TITLE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Ss]enator|Sen\.|Rep\.|Gov\.|[Gg]overnor|[Mm]ayor|[Gg]eneral|Gen\.|"
    r"leader|chief|boss|[Cc]hairman|"
    r"[Cc]hairwoman|[Cc]hair|spokesman|spokeswoman|[Dd]irector|[Cc]oach|[Mm]anager|"
    r"[Cc]ommissioner|[Cc]aptain|CEO|executive|officer|[Pp]rofessor)\s[A-Z]"
)
_AGE = re.compile(r"\b[A-Z]\w+,\s\d{1,3}\b|\baged\s\d|\d-year-old|\(\d\d\)")
_TWICE = 2
_PAST = re.compile(
    r"\b(?:then|when|was|were|had|under|since|during|after|before|former|late|era|"
    r"years?|century|decades?|served|by|predecessor|successor)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\s(?:is|has|says|will|wants|plans|hopes|meets|welcomes|faces|urges|warns|denies)\b")
_THEN = re.compile(r"\b(?:then|was|were|when|former|formerly|ex|late|turned|turns|at\sthe\stime|aged?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TitleChanges(Check):
    """The title of somebody given again after the draft has introduced them; or two ages of one person.

    The case ``never`` is a title of a country of which the facts tables know that this person never held it, ``term`` one
    that the person no longer, or not yet, held on the day of publication, give or take ``slack`` days.

    The case ``again`` is a title before the name of somebody who had it, with the full name, before. The
    case ``age`` are two ages of one person.
    """

    name: ClassVar[str] = "title-changes"
    needs: ClassVar[tuple[type, ...]] = (OfficeMention, Person, Name, Quote, Block, DateMention, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "again": frozenset({"name", "title"}),
        "age": frozenset({"name", "age", "other"}),
        "never": frozenset({"name", "title", "held"}),
        "term": frozenset({"name", "title", "held"}),
    }

    slack: int = 30

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        yield from self._offices(ctx)
        if len(_TITLE.findall(draft.own_words)) < _TWICE > len(_AGE.findall(draft.own_words)):
            return
        running = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        for person in draft.all(Person):
            own = [n for n in person.names if not draft.quoted(n.span) and any(block.covers(n.span) for block in running)]
            yield from _again(own, draft)
            yield from _ages(own, draft)

    def _offices(self, ctx: RuleContext) -> Iterator[Match]:
        told: set[tuple[str, str]] = set()
        for mention in ctx.draft.all(OfficeMention):
            known = ctx.facts.offices
            held = known.held_by(mention.person)
            named = [office for office in held if mention.title in office.titles]
            slots = {
                "name": mention.person,
                "title": f"{mention.people} {mention.title}".strip(),
                "held": _held(held, mention.person),
            }
            if (mention.person, mention.title) in told:
                continue
            if mention.people:
                meant = [office for office in known.of(mention.people.removesuffix("'s")) if mention.title in office.titles]
                if meant and not mention.past and not any(office in held for office in meant) and _known(meant, ctx):
                    told.add((mention.person, mention.title))
                    yield Match(mention.span, slots, case="never")
                    continue
                named = [office for office in named if office in meant]
            if len(named) == 1 and not mention.past and self._over(named[0], mention, ctx):
                told.add((mention.person, mention.title))
                yield Match(mention.span, slots, case="term")

    def _over(self, office: Office, mention: OfficeMention, ctx: RuleContext) -> bool:
        """Whether the day of writing lies outside every term, and the sentence speaks of no other day."""
        day = ctx.draft.published
        if (
            day is None
            or not office.knows(day)
            or any(term.held(day, day, dt.timedelta(self.slack)) for term in office.terms(mention.person))
        ):
            return False
        sentence = next((one for one in ctx.draft.all(Sentence) if one.span.covers(mention.span)), None)
        if sentence is None or _PAST.search(sentence.span.of(ctx.draft.text)):
            return False
        if not _now(sentence, mention, ctx):
            return False
        return not any(
            sentence.start <= date.start < sentence.end and date.earliest and date.earliest.year < day.year
            for date in ctx.draft.all(DateMention)
        )


def _now(sentence: Sentence, mention: OfficeMention, ctx: RuleContext) -> bool:
    """Whether the sentence tells of the present: by its verb, or by a day told from the day of writing. Presidents
    of the past keep their title in histories."""
    if _PRESENT.match(ctx.draft.text, mention.end):
        return True
    return any(
        sentence.span.covers(date.span) and date.relative and date.grain in ("day", "time") for date in ctx.draft.all(DateMention)
    )


def _known(offices: Sequence[Office], ctx: RuleContext) -> bool:
    """Whether the tables tell who held one of these on the day of writing."""
    return any(office.knows(ctx.draft.published or ctx.today) for office in offices) or ctx.draft.published is None


def _held(offices: Sequence[Office], person: str) -> str:
    """The offices and years, as in "President (France) from 2017"."""
    terms = [(office, term) for office in offices for term in office.terms(person)]
    return "; ".join(f"{office.titles[0]} ({office.of}) {_years(term)}" for office, term in terms)


def _years(term: Term) -> str:
    return f"{term.first.year}-{term.last.year}" if term.until else f"from {term.first.year}"


def _again(names: Sequence[Name], draft: Document) -> Iterator[Match]:
    """The first title behind a first reference with full name and title."""
    first = next((at for at, name in enumerate(names) if " " in name.span.of(draft.text)), None)
    if first is None or not (before := _before(names[first], draft)):
        return
    again = [(name, span) for name in names[first + 1 :] if (span := _before(name, draft))]
    if again:
        name, span = again[0]
        title = Span(span.start, name.start).of(draft.text).strip()
        others = tuple(Evidence(None, place, "and here") for _, place in again[1:])
        yield Match(
            span, {"name": name.id, "title": title}, case="again", evidence=(Evidence(None, before, "given here"), *others)
        )


def _before(name: Name, draft: Document) -> Span | None:
    """The title right before a name, with the name."""
    start = name.start - len(name.role) - 1
    if not name.role or start < 0 or _NO_TITLE.search(name.role) or draft.body[start : name.start - 1] != name.role:
        return None
    return Span(start, name.end)


def _ages(names: Sequence[Name], draft: Document) -> Iterator[Match]:
    aged = [name for name in names if name.age is not None]
    for name in aged[1:]:
        if name.age != aged[0].age and not _THEN.search(draft.body[max(0, name.start - 25) : name.end + 25]):
            yield Match(
                name.span,
                {"name": name.id, "age": name.age, "other": aged[0].age},
                case="age",
                evidence=(Evidence(None, aged[0].span, "the other age"),),
            )
            return

"""Titles given again, and titles and ages of one person that cannot both be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.facts import Office, Term
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Quote, Sentence
from newslint.needles import each
from newslint.reckonings import Described, OfficeMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import folded

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})
_TITLE = compiled(
    r"""\b(?P<title>(?:(?:Prime|Vice|Foreign|Defen[cs]e|Finance|Home|Attorney|Lieutenant|Major|Brigadier|Police|House)[\s-])?
    (?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Pp]remier|[Ss]enator|Sen\.|Rep\.|Gov\.|[Gg]overnor
    |[Mm]ayor|[Gg]eneral|Gen\.|[Cc]ongress(?:wo)?man|[Ss]peaker
    |leader|chief|boss|[Cc]hair(?:wo)?man|[Cc]hair|spokes(?:wo)?man|[Dd]irector|[Cc]oach|[Mm]anager|[Cc]ommissioner|[Cc]aptain
    |CEO|executive))
    \s(?P<name>[A-ZÀ-Ž][\w’'-]*[^\W\d_](?<![’']s)(?:\s(?:[A-Z]\.?\s)?[A-ZÀ-Ž][\w’'-]*[^\W\d_](?<![’']s)){0,2})""",
    re.VERBOSE,
)
_PAST = compiled(
    r"\b(?:then|when|was|were|had|under|since|during|after|before|former|late|era|"
    r"years?|century|decades?|served|by|predecessor|successor)\b",
    re.IGNORECASE,
)
_PRESENT = compiled(r"\s(?:is|has|says|will|wants|plans|hopes|meets|welcomes|faces|urges|warns|denies)\b")


@dataclass(frozen=True)
class TitleChanges(Check):
    """The title of somebody given again after the draft has introduced them; or two ages of one person.

    The case ``never`` is a title of a country of which the facts tables know that this person never held it, ``term`` one
    that the person no longer, or not yet, held on the day of publication, give or take ``slack`` days.

    The case ``again`` is a title before the name of somebody who had it, with the full name, before. The
    case ``age`` are two ages of one person, ``rank`` two titles of which nobody has both: inspector and chief inspector.
    """

    name: ClassVar[str] = "title-changes"
    needs: ClassVar[tuple[type, ...]] = (OfficeMention, Described, Quote, Block, DateMention, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "again": frozenset({"name", "title"}),
        "age": frozenset({"name", "age", "other"}),
        "rank": frozenset({"name", "title", "other"}),
        "never": frozenset({"name", "title", "held"}),
        "term": frozenset({"name", "title", "held"}),
    }

    slack: int = 30

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        yield from self._offices(ctx)
        running = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        yield from _again(draft, running)
        yield from _ages(draft, running)
        yield from _ranks(draft, running)

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


def _again(draft: Document, running: Sequence[Span]) -> Iterator[Match]:
    """The first title before a name that had one, with the full name, before. No model is asked: the title tells."""
    titled = [found for found in each(_TITLE, draft.own_words) if any(block.covers(Span(*found.span())) for block in running)]
    first: dict[str, list[re.Match[str]]] = {}
    told: set[int] = set()
    for found in titled:
        name = found["name"]
        known = next((one for one in first.get(name.split()[-1], ()) if _same(name, one["name"])), None)
        if known is None and " " in name:
            for word in (name.split()[-1], folded(name)):
                first.setdefault(word, []).append(found)
            known = next((one for one in first[folded(name)] if one is not found), None)
        if known is not None and id(known) not in told:
            told.add(id(known))
            evidence = (Evidence(None, Span(*known.span()), "given here"),)
            yield Match(Span(*found.span()), {"name": known["name"], "title": found["title"]}, case="again", evidence=evidence)


def _same(name: str, full: str) -> bool:
    """Whether this is the surname of the full name, or all of it."""
    words = name.split()
    return words[-1] == full.split()[-1] and (len(words) == 1 or words[0] == full.split()[0])


def _ages(draft: Document, running: Sequence[Span]) -> Iterator[Match]:
    """The first other age of somebody; two people of one name have two."""
    for one, other in _unlike((one for one in draft.all(Described) if one.age is not None), running):
        if not one.kin and not other.kin:
            slots = {"name": one.person, "age": one.age or 0, "other": other.age or 0}
            yield Match(one.span, slots, case="age", evidence=(Evidence(None, other.span, "the other age"),))
            return


def _ranks(draft: Document, running: Sequence[Span]) -> Iterator[Match]:
    """The first other title of somebody, of a kind of which nobody has two."""
    for one, other in _unlike((one for one in draft.all(Described) if one.title), running):
        slots = {"name": one.person, "title": one.title, "other": other.title}
        yield Match(one.span, slots, case="rank", evidence=(Evidence(None, other.span, "the other title"),))


def _unlike(mentions: Iterable[Described], running: Sequence[Span]) -> Iterator[tuple[Described, Described]]:
    """For each person the first mention that says something other than the first of all, with that."""
    first: dict[tuple[str, str], Described] = {}
    told: set[tuple[str, str]] = set()
    for one in mentions:
        key = (one.person, one.kind)
        if key in told or not any(block.covers(one.span) for block in running):
            continue
        other = first.setdefault(key, one)
        if (other.age, other.title) != (one.age, one.title):
            told.add(key)
            yield one, other

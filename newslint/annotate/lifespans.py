"""Lives: births, deaths, ages and dated deeds, each with the person whose they are.

The names of a draft are asked for only where its words tell of a birth or a death.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Name, Quantity, Sentence, around, starting
from newslint.needles import first
from newslint.reckonings import LifeFact
from newslint.spans import Span

_YEARS = r"(?:1[89]|20)\d\d"
_WORTH = compiled(rf"(?<!-)\b[Bb]orn\b[^\n]{{0,110}}?{_YEARS}|\([Bb]\.\s?{_YEARS}|\({_YEARS}\s?[-–—]\s?{_YEARS}\)")
_BIRTH = compiled(rf"\b(?P<verb>[Bb]orn)\b|\((?P<span>(?P<from>{_YEARS})\s?[-–—]\s?{_YEARS})\)|\((?:[Bb]\.|born)\s")
_DIED = compiled(r"\b(?:died|was\s(?:killed|murdered)|drowned)\b")
_DEED = compiled(
    r"\b(?:graduated|earned\s(?:a|his|her)\s(?:\w+\s)?(?:degree|doctorate|PhD)|enlisted|joined\s(?:the|up\sto\sthe)\s(?:army|navy|Army|Navy|"
    r"Marines|air\sforce|Royal\s\w+)|fought\s(?:in|at)|married|wed|was\selected|became\s(?:a|an|the)\s(?:\w+\s)?(?:MP|mayor|senator|"
    r"minister|professor|doctor|lawyer|judge|teacher|general)|was\sordained|retired)\b"
)
_SUBJECT = compiled(
    r"""(?:\s\((?:(?:aged?\s)?\d{1,3}|(?:born|b\.)\s[^()\n]{4,20})\))?(?:,\s(?:now\s|aged?\s)?\d{1,3})?(?:,\s(?!(?:and|has|had|have|with|whose|says|said|is|was)\b)[^,.;()\n]{1,60}(?=,))?,?
    (?:\s(?:who|[Ww]as|had|has|also|first|later|then|[a-z]+ly))*\s$""",
    re.VERBOSE,
)
_PRONOUN = compiled(
    r"(?:^|[.!?”\"]\s|\n|,\s(?:and|but|when|where|after)\s|\b(?:and|but)\s)\W{0,2}(?:[Hh]e|[Ss]he)(?:\s(?:was|had|also|first|later|then))*\s$"
)
_TO_DATE = compiled(r"(?:in\s|on\s)?")
_TO_DAY = compiled(r"\s(?:on|in)\s|\s")
_TO_BIRTH = compiled(
    r"(?:,?\s(?!(?:and|who|when|after|before|since|moved|grew|raised|brought|but|until|to)\b)[\w’'-]+){0,14}?,?\s(?:(?:in|on)\s)?(?:early\s|late\s)?"
)
_TO_DEATH = compiled(
    r"(?:,?\s(?!(?:who|since|moved|but|until|after\shis|buried)\b)[\w’'-]+){0,8}?,?\s(?:(?:in|on)\s)?(?:early\s|late\s)?"
)
_TO_DEED = compiled(
    r"(?:\s(?!(?:who|when|after|before|since|moved|but|until|and|where|of\sthe\sclass)\b)[\w’'-]+){0,10}?,?\s(?:in|on)\s"
)
_AT_AGE = compiled(
    r"(?:\b(?:at|at\sthe\sage\sof|aged)|,\s(?:he\s|she\s)?was)\s(?P<age>1[01]\d|[2-9]\d)\b(?!\s?(?:%|per|[ap]\.?m|[a-z]+s\b|[A-Z]|,\d))"
)
_THEN = compiled(r"\s?,\s(?:then|now\s(?:dead|deceased)|formerly)\b|\s\((?:then)\b")
_AT_THE_TIME = compiled(
    rf"\b(?:when|then|at\sthe\stime|by\sthe\stime|had|died|dead|killed|ago|would\shave|(?:in|of|since)\s(?:[A-Z]\w+\s)?{_YEARS})\b"
)
_BORN_THEN = compiled(rf"\bborn\b[^.;\n]{{0,80}}?{_YEARS}")
_WHO_WAS = compiled(r",\swho(?:se)?\s[^,.;\n]*")
_HE_WAS = compiled(r"\b(?:[Hh]e|[Ss]he)\s(?:was|is)\s$")
_BIRTHDAY = compiled(
    r"\b(?:celebrate[sd]?|celebrating|marked|marks|on)\s(?:his|her)\s(?P<nth>\d{2,3})(?:st|nd|rd|th)\sbirthday\b"
    r"|\bturn(?:ed|s)\s(?P<turned>[1-9]\d|1[01]\d)\b(?=\son\b|\slast\b|\sthis\b|[.,;])"
)
_BESIDE_BRACKET = compiled(r"(?:,\s[^,.;()\n]{1,40})?\s")
_BESIDE = compiled(r",?\s(?:aged\s)?\(?\d{1,3}\)?,?\s(?:who\s)?$")
_BY = compiled(r"(?:^|\n)\W?[Bb]y\s$")
_RECENT = compiled(r"\b(?:has|have)\s(?:(?:now|sadly|suddenly|peacefully)\s)?$")
_LATELY = compiled(r"\s(?:last\s(?:week|weekend|month|night)|this\s(?:week|month)|yesterday|recently)\b")
_AND_DIED = compiled(r"\s?[,;]?\s(?:and\s)?(?:who\s)?$")
"""What may stand between a birth and the death of the same person: "born 3 April 1934; died 30 May 2025"."""
_OBITUARY = compiled(r"\b(?:died\b(?!\sin\s(?:1[89]|20)\d\d)|dies\b)")
_TOP = 1000
"""Where an obituary says who has died."""
_HE = compiled(r",\s(?:he|she)\b")
_AT_DATE = compiled(r",\s(?:at|aged|at\sthe\sage\sof)\s(?P<age>[1-9]\d|10\d|[4-9])\b(?=,|\s(?:he|she)\b|\.\s|\swhen\b)")
_OPENS_HE = compiled(r"\W*(?:He|She)\s|[^.;]{0,60}(?:,|\d)\s(?:he|she)\s")
_LONG = 40
"""Years from which two years in brackets behind a name are a life, not a term of office."""
_REACH = 90


def life_facts(doc: Document) -> tuple[LifeFact, ...]:
    """What a document tells of the lives of those it names, in text order."""
    text = doc.own_words
    if not first(_WORTH, text) and not (first(_DIED, text) and first(_DEED, text)):
        return ()
    bylines = [block.span for block in doc.all(Block) if block.kind == "byline"]
    people = [
        name
        for name in doc.all(Name)
        if name.label == "PERSON"
        and not name.span.of(text).isspace()
        and not any(line.covers(name.span) for line in bylines)  # who wrote it is not who is written of
        and not _BY.search(text, max(0, name.start - 5), name.start)
    ]
    if not people:
        return ()
    told = _Told(doc, text, people)
    return tuple(
        sorted((*told.births(), *told.deaths(), *told.ages(), *told.dated_ages(), *told.deeds()), key=lambda fact: fact.span)
    )


@dataclass(frozen=True)
class _Told:
    """A text and the people that it names."""

    doc: Document
    text: str
    people: Sequence[Name]

    @cached_property
    def dates(self) -> list[DateMention]:
        return [date for date in self.doc.all(DateMention) if date.type == "DATE" and date.anchored and not date.fault]

    def births(self) -> Iterator[LifeFact]:
        for hit in _BIRTH.finditer(self.text):
            if hit["span"]:
                yield from self._lifespan(hit)
                continue
            date = self._date(hit.end(), _TO_BIRTH if hit["verb"] else _TO_DATE)
            person = self._newborn(hit, date) if date else ""
            if date and person:
                yield LifeFact(Span(hit.start(), date.end), "born", person, date)

    def _newborn(self, hit: re.Match[str], date: DateMention) -> str:
        if not hit["verb"]:
            name = self._before(hit.start())
            return name.id if name and _BESIDE_BRACKET.fullmatch(self.text, name.end, hit.start()) else ""
        if hit["verb"] == "Born":  # "Born in Leeds in 1950, Ana Ruiz …"
            if _HE.match(self.text, date.end):
                return self._spoken_of(self._sentence(hit.start()), date.end)
            name = next((name for name in self.people if name.start >= date.end), None)
            return name.id if name and re.fullmatch(r",\s(?:Mr|Mrs|Ms|Dr|Sir)?\s?", self.text[date.end : name.start]) else ""
        return self._whose(hit.start())

    def _lifespan(self, hit: re.Match[str]) -> Iterator[LifeFact]:
        name = self._before(hit.start())
        date = next((date for date in self.dates if date.start == hit.start("span")), None)
        if not name or not date or not date.earliest or not date.latest or self.text[name.end : hit.start()] != " ":
            return
        if date.latest.year - date.earliest.year >= _LONG:
            first = DateMention(
                date.span, "DATE", str(date.earliest.year), "year", date.earliest, date.earliest.replace(month=12, day=31)
            )
            last = DateMention(date.span, "DATE", str(date.latest.year), "year", date.latest.replace(month=1, day=1), date.latest)
            yield LifeFact(date.span, "born", name.id, first)
            yield LifeFact(date.span, "died", name.id, last)

    def deaths(self) -> Iterator[LifeFact]:
        """Deaths with their date, and the age told with them; "has died" is of these days."""
        born = {fact.span.end: fact.person for fact in self.births()}
        for hit in _DIED.finditer(self.text):
            ends = [end for end in born if _AND_DIED.fullmatch(self.text, end, hit.start())]
            person = born[ends[0]] if ends else self._whose(hit.start())
            if not person:
                continue
            date, stop = self._date(hit.end(), _TO_DEATH), self._sentence(hit.start()).end
            lately = _RECENT.search(self.text, max(0, hit.start() - 20), hit.start()) or _LATELY.match(self.text, hit.end())
            recent = not date and bool(lately)
            deed = "has died" if recent else "died"
            if date or recent:
                yield LifeFact(Span(hit.start(), date.end if date else hit.end()), "died", person, date, deed=deed)
            name = self._before(hit.start())
            if name and name.age is not None and _BESIDE.fullmatch(self.text, name.end, hit.start()):
                span = Span(name.start, hit.start()).stripped(self.text)
                yield LifeFact(span, "age", person, date, (name.age, name.age), deed=deed)
            for age in self._ages_between(hit.end(), stop):
                yield LifeFact(age[0], "age", person, date, age[1], deed=deed)

    def _ages_between(self, start: int, end: int) -> list[tuple[Span, tuple[int, int]]]:
        """The first age behind a death: "aged 81", "at 81"."""
        found = [
            (Span(hit.start(), hit.end()), (int(hit["age"]), int(hit["age"]))) for hit in _AT_AGE.finditer(self.text, start, end)
        ]
        return found[:1]

    def ages(self) -> Iterator[LifeFact]:
        """Ages beside a name: those of the day of writing."""
        for name in self.people:
            if name.age is None or _THEN.match(self.text, name.end):
                continue
            sentence = self._sentence(name.start)
            near = starting(
                self.doc.all(Quantity), max(sentence.start, name.start - _REACH), min(sentence.end, name.end + _REACH)
            )
            figures = [one for one in near if one.kind == "age" and one.value and int(one.value[0]) == name.age]
            figure = min(figures, key=lambda one: (one.start < name.start, abs(one.start - name.end)), default=None)
            rest = _WHO_WAS.sub("", _BORN_THEN.sub("", self.text[name.end : sentence.end]))
            if figure and figure.unit == "year" and not _AT_THE_TIME.search(rest):
                yield LifeFact(name.span.through(figure.span), "age", name.id, None, (name.age, name.age))

        yield from self._said_of()

    def _said_of(self) -> Iterator[LifeFact]:
        """As in "He was 81.", told of somebody who has died, and birthdays."""
        for figure in self.doc.all(Quantity):
            told = figure.kind == "age" and figure.unit == "year" and len(figure.value) == 1
            lead = _HE_WAS.search(self.text, max(0, figure.start - 10), figure.start) if told else None
            if lead and self.text[figure.end : figure.end + 1] == "." and (person := self._whose(lead.end())):
                age = int(figure.value[0])
                yield LifeFact(figure.span, "age", person, None, (age, age), deed="died" if "was" in lead[0] else "")
        for hit in _BIRTHDAY.finditer(self.text):
            date, age = self._date(hit.end(), _TO_DAY), int(hit["nth"] or hit["turned"])
            if hit[0].startswith("on "):  # "was published in 2014, on her 80th birthday"
                date = next((one for one in self.dates if self.text[one.end : hit.start()] in (", ", " ")), date)
                person = self._spoken_of(self._sentence(hit.start()), hit.start()) if date else ""
            else:
                person = self._whose(hit.start())
            if person:
                yield LifeFact(Span(*hit.span()), "age", person, date, (age, age))

    def dated_ages(self) -> Iterator[LifeFact]:
        """As in "In 1950, at 16, she won a scholarship"."""
        for date in self.dates:
            hit = _AT_DATE.match(self.text, date.end) if not date.relative else None
            sentence = self._sentence(date.start)
            if hit and _OPENS_HE.match(self.text, sentence.start, hit.end() + 6):
                age, person = int(hit["age"]), self._spoken_of(sentence, sentence.start)
                if person:
                    yield LifeFact(Span(date.start, hit.end()), "age", person, date, (age, age))

    def deeds(self) -> Iterator[LifeFact]:
        for hit in _DEED.finditer(self.text):
            date = self._date(hit.end(), _TO_DEED)
            person = self._whose(hit.start()) if date and not date.relative else ""
            if date and person:
                yield LifeFact(Span(hit.start(), date.end), "did", person, date, deed=" ".join(hit[0].split()))

    def _date(self, start: int, gap: re.Pattern[str]) -> DateMention | None:
        """The date behind these words, with nothing but a place between."""
        at = bisect_right(self.dates, start - 1, key=lambda date: date.start)
        date = self.dates[at] if at < len(self.dates) else None
        near = date and date.start - start < _REACH and gap.fullmatch(self.text, start, date.start)
        return date if date and near and date.grain in ("day", "month", "year") else None

    def _before(self, place: int) -> Name | None:
        at = bisect_right(self.people, place, key=lambda name: name.end)
        return self.people[at - 1] if at else None

    def _whose(self, place: int) -> str:
        """Who is born or dies here: the name just before, or for "he" the one person spoken of before."""
        name, sentence = self._before(place), self._sentence(place)
        if name and name.start >= sentence.start and _SUBJECT.fullmatch(self.text, name.end, place):
            return name.id
        lead = self.text[max(0, place - 40) : place]
        if not name or not _PRONOUN.search(lead if place - sentence.start > 40 else self.text[sentence.start : place]):
            return ""
        return self._spoken_of(sentence, place)

    def _spoken_of(self, sentence: Span, place: int) -> str:
        """Whom "he" or "she" means here: the one person spoken of before, in an obituary whom it is of."""
        at = bisect_right(self.doc.all(Sentence), sentence.start, key=lambda one: one.start) - 1
        earlier = self.doc.all(Sentence)[max(0, at - 2)].start
        near = {one.id for one in self.people if earlier <= one.start < place}
        if len(near) == 1:
            return near.pop()
        return self.subject if not near or self.subject in near else ""

    @cached_property
    def subject(self) -> str:
        """Whose obituary the draft is: who has died in its first paragraphs; nobody where it is none."""
        for hit in _OBITUARY.finditer(self.text, 0, _TOP):
            name = self._before(hit.start())
            if name and _SUBJECT.fullmatch(self.text, name.end, hit.start()):
                return name.id
        return ""

    def _sentence(self, place: int) -> Span:
        sentence = around(self.doc.all(Sentence), place)
        return sentence.span if sentence else Span(place, place)

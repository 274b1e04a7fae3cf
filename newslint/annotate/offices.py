"""Titles printed before the names of people of whom the facts tables know the offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.facts import Facts, Office
from newslint.reckonings import OfficeMention
from newslint.spans import Span

_BEFORE = re.compile(
    r"(?P<all>(?P<past>\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|[Ee]x|[Oo]ne-time|[Aa]cting|[Ii]nterim|[Ii]ncoming|[Dd]eposed|[Oo]usted)[\s-])?"
    r"(?P<people>(?:[A-Z][\w.]*(?:['’]s)?\s){0,3}?)(?P<title>%s)\s)$"
)
_REACH = 70


def offices(doc: Document) -> tuple[OfficeMention, ...]:
    """Each title with a full name behind it, where the tables know that person."""
    text = doc.own_words
    known = next(iter(doc.all(Facts)), Facts()).offices
    titles = "|".join(sorted({re.escape(title) for office in known.all for title in office.titles}, key=len, reverse=True))
    if not titles or not re.search(rf"\b(?:{titles})\s[A-Z]", text):
        return ()
    before = re.compile(_BEFORE.pattern % titles)
    people = {people for office in known.all for people in (*office.people, office.of, f"{office.of}'s")}
    found = [mention for name in _names(text, known.all) for mention in _mentions(text, name, before, people)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _names(text: str, known: tuple[Office, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for office in known:
        for term in office.holders:
            for name in term.names:
                if " " in name and name not in seen and name in text:
                    seen.add(name)
                    yield name


def _mentions(text: str, name: str, before: re.Pattern[str], people: set[str]) -> Iterator[OfficeMention]:
    for place in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w-]|\s(?:Jr|Sr)\b)", text):
        found = before.search(text, max(0, place.start() - _REACH), place.start())
        if found is None:
            continue
        of = found["people"].strip().replace("’", "'")
        if of and of not in people:  # another office: "Deputy Prime Minister", "Communist Party Secretary"
            of = next(
                (
                    one
                    for one in sorted(people, key=len, reverse=True)
                    if of.endswith(one) and of[: -len(one)].strip() in ("", "The")
                ),
                "?",
            )
        before_it = text[max(0, found.start() - 25) : found.start()]
        plain = of != "?" and not re.search(r"[\w’'-]$|(?:\b(?:[Dd]eputy|[Vv]ice|[Pp]arty|and|or|to)\s)$", before_it)
        if plain:
            yield OfficeMention(Span(found.start("title"), place.end()), name, found["title"], of, bool(found["past"]))

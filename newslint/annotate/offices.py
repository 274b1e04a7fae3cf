"""Titles printed before the names of people of whom the facts tables know the offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.document import Document
from newslint.facts import Facts
from newslint.facts.holders import Offices
from newslint.kept.regexes import compiled
from newslint.reckonings import OfficeMention
from newslint.spans import Span

_BEFORE = compiled(
    r"(?P<all>(?P<past>\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|[Ee]x|[Oo]ne-time|[Aa]cting|[Ii]nterim|[Ii]ncoming|[Dd]eposed|[Oo]usted)[\s-])?"
    r"(?P<people>(?:[A-Z][\w.]*(?:['’]s)?\s){0,3}?)(?P<title>%s)\s)$"
)
_REACH = 70
_WORD = compiled(r"\w+")
_GOES_ON = compiled(r"[\w-]|\s(?:Jr|Sr)\b")


def offices(doc: Document) -> tuple[OfficeMention, ...]:
    """Each title with a full name behind it, where the tables know that person."""
    text = doc.own_words
    known = next(iter(doc.all(Facts)), Facts()).offices
    titled, before, people, names = _forms(known)
    words = set(_WORD.findall(text))
    here = [name for name, parts in names.items() if words.issuperset(parts)]
    if not here or not titled.search(text):
        return ()
    found = [mention for name in here for mention in _mentions(text, name, before, people)]
    return tuple(sorted(found, key=lambda mention: mention.span))


@lru_cache(maxsize=8)
def _forms(known: Offices) -> tuple[re.Pattern[str], re.Pattern[str], set[str], dict[str, list[str]]]:
    """What the tables make of a text: a title before a capital, the words up to a name, whose offices
    there are, and the full names of the people who held them, each with its words."""
    titles = "|".join(
        sorted({re.escape(title) for office in known.all for title in office.titles}, key=lambda title: (-len(title), title))
    )
    people = {people for office in known.all for people in (*office.people, office.of, f"{office.of}'s")}
    names = (name for office in known.all for term in office.holders for name in term.names if " " in name)
    titled = re.compile(rf"\b(?:{titles or '(?!)'})\s[A-Z]")
    return titled, re.compile(_BEFORE.pattern % titles), people, {name: _WORD.findall(name) for name in names}


def _places(text: str, name: str) -> Iterator[int]:
    """Where this name stands as whole words."""
    at = text.find(name)
    while at >= 0:
        if not (at and _WORD.match(text, at - 1)) and not _GOES_ON.match(text, at + len(name)):
            yield at
        at = text.find(name, at + 1)


def _mentions(text: str, name: str, before: re.Pattern[str], people: set[str]) -> Iterator[OfficeMention]:
    for start in _places(text, name):
        found = before.search(text, max(0, start - _REACH), start)
        if found is None:
            continue
        of = found["people"].strip().replace("’", "'")
        if of and of not in people:  # another office: "Deputy Prime Minister", "Communist Party Secretary"
            of = next(
                (
                    one
                    for one in sorted(people, key=lambda name: (-len(name), name))
                    if of.endswith(one) and of[: -len(one)].strip() in ("", "The")
                ),
                "?",
            )
        before_it = text[max(0, found.start() - 25) : found.start()]
        plain = of != "?" and not re.search(r"[\w’'-]$|(?:\b(?:[Dd]eputy|[Vv]ice|[Pp]arty|and|or|to)\s)$", before_it)
        if plain:
            yield OfficeMention(Span(found.start("title"), start + len(name)), name, found["title"], of, bool(found["past"]))

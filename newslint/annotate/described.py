"""Ages and titles beside names, and whose they are. No model is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from newslint.annotate.names.vocabulary import addresses, is_role
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.needles import each
from newslint.reckonings import Described
from newslint.spans import Span
from newslint.words import STOP_WORDS

_WORD = r"[A-ZÀ-Ž][\w’'-]*[^\W\d_]"
_NAME = rf"{_WORD}(?:\s(?:[A-Z]\.?\s)?{_WORD}){{0,3}}"
_AGE = compiled(
    rf"(?<![\w’'.-])(?:(?P<name>{_NAME})(?:,\s(?:(?:now|who\sis|only|just)\s)?(?:aged\s)?|\s\(aged\s|\saged\s)(?P<age>\d{{1,2}})(?=[,);]|\.(?!\d))"
    rf"|(?P<before>{_NAME}),\san?\s(?P<years>\d{{1,2}})-year-old|(?P<ahead>\d{{1,2}})-year-old\s(?P<behind>{_NAME}))"
)
"""An age beside a name; a bracket without "aged" may be the minute of a goal."""

_POSTS: Mapping[str, Mapping[str, str]] = {
    "firm": {
        "chief executive": r"[Cc]hief\s[Ee]xecutive(?:\s[Oo]fficer)?|CEO",
        "chairman": r"[Cc]hair(?:(?:wo)?man|person)?",
        "finance director": r"[Ff]inance\s(?:[Dd]irector|[Cc]hief)|[Cc]hief\s[Ff]inancial\s[Oo]fficer|CFO",
        "chief operating officer": r"[Cc]hief\s[Oo]perating\s[Oo]fficer|COO",
    },
    "police": {
        "chief constable": r"[Cc]hief\s[Cc]onstable",
        "deputy chief constable": r"[Dd]eputy\s[Cc]hief\s[Cc]onstable",
        "assistant chief constable": r"[Aa]ssistant\s[Cc]hief\s[Cc]onstable",
        "superintendent": r"(?:[Dd]etective\s|Det\.?\s)?(?:[Ss]uperintendent|Supt)",
        "chief superintendent": r"(?:[Dd]etective\s|Det\.?\s)?(?:[Cc]hief|Ch)\s(?:[Ss]uperintendent|Supt)",
        "chief inspector": r"(?:[Dd]etective\s|Det\.?\s)?(?:[Cc]hief|Ch)\s(?:[Ii]nspector|Insp)|DCI",
        "inspector": r"(?:[Dd]etective\s|Det\.?\s)?(?:[Ii]nspector|Insp)|DI",
        "sergeant": r"(?:[Dd]etective\s|Det\.?\s)?(?:[Ss]ergeant|Sgt)",
        "constable": r"(?:[Dd]etective\s|Police\s|Det\.?\s)?[Cc]onstable|PC|DC",
    },
    "school": {
        "headteacher": r"[Hh]ead\s?(?:teacher|master|mistress)|[Pp]rincipal",
        "deputy head": r"(?:[Dd]eputy|[Aa]ssistant)\s(?:[Hh]ead\s?(?:teacher|master|mistress)?|[Pp]rincipal)",
    },
    "congress": {"senator": r"[Ss]enator|Sen\.", "representative": r"[Rr]epresentative|Rep\.|[Cc]ongress(?:wo)?man"},
    "town": {"mayor": r"[Mm]ayor", "deputy mayor": r"[Dd]eputy\s[Mm]ayor"},
    "council": {"leader": r"leader", "deputy leader": r"deputy\sleader"},
}
"""Titles of which nobody has two at once, by what they are titles in."""

_TITLES = [(kind, title, forms) for kind, titles in _POSTS.items() for title, forms in titles.items()]
_ANY = "|".join(sorted((forms for _, _, forms in _TITLES), key=len, reverse=True))
_BEFORE = compiled(rf"(?<![\w’'-])(?P<title>{_ANY}),?\s(?P<name>{_NAME})")
_BEHIND = compiled(
    rf"(?<![\w’'.-])(?P<name>{_NAME}),\s(?:(?:the|its|their|our|his|her|[A-Z]\w+[’']s?)\s(?:[a-z]+[’']s?\s)?)?(?P<title>{_ANY})(?=[,.;]|\sand\s|\swho\b)"
)
_TWO_POSTS = compiled(rf"\b(?:{_ANY})(?:,|\sand|\s&)\s(?:{_ANY})\b|\b[Ee]xecutive\s[Cc]hair")
_NOT_PLAIN = compiled(
    r"\b(?:former|(?-i:then)|ex|late|acting|interim|deputy|vice|assistant|incoming|next|new|previous|old|shadow|honorary|party)[\s-]$",
    re.IGNORECASE,
)
_THEN = compiled(
    r"\b(?:(?-i:then)|when|formerly|turned|turning|turns|at\sthe\stime|(?:at|by|the)\sage|(?:was|were|be|being)\s(?:just\s|only\s|still\s|aged\s)?\d+)\b",
    re.IGNORECASE,
)
_KIN = compiled(
    r"\b(?:daughters?|sons?|father|mother|parents?|brothers?|sisters?|twins?|cousins?|uncle|aunt|nephew|niece|grand\w+|wife|husband|widow(?:er)?|partner"
    r"|namesake|same\sname|no\srelation|unrelated|another|[Jj](?:unio|)r|[Ss](?:enio|)r|elder|younger|II+)\b"
)
"""What says beside a name that somebody else of that name, or surname, is spoken of."""

_BESIDE = 30


def described(doc: Document) -> tuple[Described, ...]:
    """Every age and every title of the table beside a name of somebody whom the text names in full, in order."""
    text = doc.own_words
    found = [*_ages(text), *_titles(text)]
    if len(found) < 2:
        return ()
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in re.finditer(_NAME, text):
        words = _bearer(name[0])
        if len(words) > 1:
            full[words[-1]].add(words[-2])
    return tuple(sorted((one for told in found for one in _described(*told, full, text)), key=lambda one: one.span))


def _ages(text: str) -> Iterator[tuple[Span, str, int | None, str]]:
    for found in each(_AGE, text):
        group, age = next(pair for pair in (("name", "age"), ("before", "years"), ("behind", "ahead")) if found[pair[0]])
        yield Span(*found.span(group)), "", int(found[age]), ""


def _titles(text: str) -> Iterator[tuple[Span, str, int | None, str]]:
    posts = [*each(_BEFORE, text), *each(_BEHIND, text)]
    both = bool(posts) and _TWO_POSTS.search(text) is not None
    for found in posts:
        kind, title = next((kind, title) for kind, title, forms in _TITLES if re.fullmatch(forms, found["title"]))
        before = text[max(0, found.start("title") - _BESIDE) : found.start("title")]
        if not _NOT_PLAIN.search(before) and not (kind == "firm" and both):
            yield Span(*found.span("name")), title, None, kind


def _described(
    span: Span, title: str, age: int | None, kind: str, full: Mapping[str, set[str]], text: str
) -> Iterator[Described]:
    words = _bearer(span.of(text))
    given = full.get(words[-1], set()) if words else set()
    around = text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    if (len(words) > 1 or len(given) == 1) and not _THEN.search(around):
        person = f"{words[-2] if len(words) > 1 else min(given)} {words[-1]}"
        end = text.index(words[-1], span.start) + len(words[-1])
        yield Described(Span(text.index(words[0], span.start), end), person, title, kind, age, _KIN.search(around) is not None)


def _bearer(name: str) -> tuple[str, ...]:
    """The words of a name, without initials, titles and what only opens the sentence."""
    words = [re.sub(r"[’']s?$", "", word) for word in name.split()]
    while words and (addresses(words[0]) or is_role(words[0]) or words[0].lower() in STOP_WORDS):
        del words[0]
    return tuple(word for word in words if not re.fullmatch(r"[A-Z]\.?|[JS]r\.?", word))

"""Names: entities put right by the words around them, and grouped by bearer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER, SHORT_FORMS
from newslint.mentions import Entity, Name, NameLabel
from newslint.spans import Span
from newslint.words import folded

_TITLE = r"""(?:
    Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Doctor|Prof|Professor|Rev|Reverend|Father|Sister|Rabbi|Imam|Sheikh
    |Ayatollah|Pope|Archbishop|Bishop|Cardinal|King|Queen|Prince|Princess|Duke|Duchess|Emperor|Emir|Sultan|President|Premier
    |Chancellor|Minister|Secretary|General|Gov|Governor|Sen|Senator|Rep|Representative|Congress(?:man|woman)|Councillor|Cllr|Mayor
    |Ambassador|Speaker|Judge|Justice|Gen|Col|Colonel|Maj|Major|Capt|Captain|Cmdr|Commander|Lt|Lieutenant|Sgt|Sergeant|Cpl|Corporal
    |Adm|Admiral|Chief|Officer|Detective|Insp|Inspector|Supt|Superintendent|Constable|Coach|MP|MEP
    |president|premier|chancellor|minister|secretary|leader|chair(?:man|woman)?|chief|spokes(?:man|woman|person)|director|governor
    |mayor|senator|ambassador|envoy|commander|coach|manager|captain|striker|midfielder|defender|goalkeeper|singer|actor|actress
    |author|founder|boss|head|executive|economist|analyst|professor|lawyer|officer|general|candidate
)\b\.?"""
_BESIDE = r"""(?:former|ex-|then|acting|deputy|prime|foreign|vice|chief|senior|news|state|party|opposition
    |finance|home|interior|defen[cs]e|health|justice|trade|energy|education
    |Prime|Foreign|Vice|Deputy|North|South|Home|Finance|Defen[cs]e|Interior|Health|Justice|Attorney|Acting|Former|Lt\.|Maj\.|Brig\.|[A-Z][\w.]*(?:an|ish|ese|i|ch)|U\.?[SKN]\.?)"""
_ROLE_BEFORE = re.compile(rf"(?<![\w-])(?P<role>(?:{_BESIDE}\s+){{0,3}}{_TITLE}(?:\s+{_TITLE})?)\s+$", re.VERBOSE)
_ROLE_INSIDE = re.compile(rf"(?P<role>{_TITLE}(?:\s+{_TITLE})?)\s+(?=[A-Z])", re.VERBOSE)
_ROLE_AFTER = re.compile(
    rf""",\s+(?P<role>(?:(?:the|a|an|its|his|her|their|our|former)\s+)?(?:[\w'’-]+\s+){{0,5}}?{_TITLE}
    (?:\s+(?:of|for|at|in|to)(?:\s+[\w'’-]+){{1,5}})?)(?=[,.;])""",
    re.VERBOSE,
)
_REACH = 60
"""Characters before a name in which its bearer's role may stand."""

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s|[\s,;:!?\"'”’()\[\]]|(?<![A-Z])\.)+$")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_MOST_WORDS = max(name.count(" ") + 1 for name in GAZETTEER)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def names(doc: Document) -> tuple[Name, ...]:
    """The names of a document; ``id`` is the fullest form used of the bearer, ``role`` what stands beside this mention."""
    body = doc.body
    found = [trimmed for entity in doc.all(Entity) if (trimmed := _trimmed(entity, body))]
    found = _labelled(_longest([*_known(body), *found]), body)
    found = _longest([*found, *_overlooked(found, body)])
    people = iter(_fullest([_words(entity, body) for entity in found if entity.label == "PERSON"]))
    spelt_out = _spelt_out(found, body)
    made = []
    for entity in found:
        if entity.label == "PERSON":
            made.append(Name(entity.span, entity.label, next(people), _role(entity.span, body)))
        else:
            words = " ".join(_words(entity, body))
            made.append(Name(entity.span, entity.label, spelt_out.setdefault(folded(words), words)))
    return tuple(made)


# --- where a name begins and ends, and what it is -----------------------------------------------


def _trimmed(entity: Entity, body: str) -> Entity | None:
    """Without article, title and possessive; None where no capital letter is left."""
    start, end = entity.start, entity.end
    if article := _ARTICLE.match(body, start, end):
        start = article.end()
    if entity.label == "PERSON" and (title := _ROLE_INSIDE.match(body, start, end)):
        start = title.end()
    if tail := _TAIL.search(body[start:end]):
        end = start + tail.start()
    words = body[start:end]
    return replace(entity, span=Span(start, end)) if len(words) > 1 and words.lower() != words else None


def _known(body: str) -> Iterator[Entity]:
    """The gazetteer's names in a text, the longest at each place."""
    words = list(_WORD.finditer(body))
    for i, first in enumerate(words):
        for last in reversed(words[i : i + _MOST_WORDS]):
            span = Span(first.start(), last.end())
            if tail := _TAIL.search(last[0]):
                span = Span(first.start(), last.start() + tail.start())
            if label := GAZETTEER.get(" ".join(span.of(body).split())):
                yield Entity(span, label)
                break


def _longest(entities: Iterable[Entity]) -> list[Entity]:
    """Of those that overlap the longest, or the first given; in text order."""
    taken: set[int] = set()
    kept = []
    for entity in sorted(entities, key=lambda entity: -len(entity.span)):
        place = range(entity.start, entity.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(entity)
    return sorted(kept, key=lambda entity: entity.span)


def _labelled(found: Sequence[Entity], body: str) -> list[Entity]:
    """Each with the label that most of its mentions have; a surname with its bearer's."""
    votes: dict[str, Counter[NameLabel]] = defaultdict(Counter)
    for entity in found:
        votes[folded(entity.span.of(body))][entity.label] += 1
    surnames = set(_surnames(found, body))
    settled = []
    for entity in found:
        words = entity.span.of(body)
        label: NameLabel = "PERSON" if words in surnames else GAZETTEER.get(words) or votes[folded(words)].most_common(1)[0][0]
        settled.append(replace(entity, label=label))
    return settled


def _overlooked(found: Sequence[Entity], body: str) -> Iterator[Entity]:
    """Bare surnames of people named in full elsewhere, which the model missed."""
    surnames = set(_surnames(found, body))
    words = list(_WORD.finditer(body))
    for word, after in zip_longest(words, words[1:]):
        bare = _TAIL.sub("", word[0])
        part_of_more = after and after[0][0].isupper() and body[word.end() : after.start()] == " "
        if bare in surnames and not part_of_more:
            yield Entity(Span(word.start(), word.start() + len(bare)), "PERSON")


def _surnames(found: Sequence[Entity], body: str) -> Iterator[str]:
    for entity in found:
        words = _words(entity, body)
        if entity.label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
            yield words[-1]


# --- who bears it ---------------------------------------------------------------------------------


def _words(entity: Entity, body: str) -> list[str]:
    return entity.span.of(body).split()


def _fullest(people: Sequence[Sequence[str]]) -> Iterator[str]:
    """For each mention of a person the fullest form of the same name in the text.

    Full names are the same where first and last word agree, whatever stands between; a
    single word joins the person last named whose surname, or else first word, it is.
    """
    keys = [_ends(words) for words in people]
    forms: dict[tuple[str, str], Sequence[str]] = {}
    for key, words in zip(keys, people, strict=True):
        if key[0] != key[1] and len(words) > len(forms.get(key, ())):
            forms[key] = words
    recent = list(forms)
    for key, words in zip(keys, people, strict=True):
        if key not in forms:
            by_surname = (other for other in recent if other[1] == key[1])
            by_first = (other for other in recent if other[0] == key[0])
            key = next(by_surname, None) or next(by_first, key)
        if key in forms:
            recent.remove(key)
            recent.insert(0, key)
        yield " ".join(forms.get(key, words))


def _ends(words: Sequence[str]) -> tuple[str, str]:
    """First and last word of a name, folded, "Jr." and the like left out; syllables joined by a hyphen count as words."""
    parts = [folded(part) for word in words for part in word.split("-")]
    parts = [part for part in parts if part and part not in _SUFFIXES] or [folded(" ".join(words))]
    return parts[0], parts[-1]


def _spelt_out(found: Sequence[Entity], body: str) -> dict[str, str]:
    """Short forms, folded, and the names they stand for: everywhere, or by a gloss in brackets beside either."""
    glossed = {folded(short): full for short, full in SHORT_FORMS.items()}
    for one, other in pairwise(found):
        if body[one.end : other.start].strip() == "(" and body[other.end : other.end + 1] == ")":
            short, full = sorted((_words(one, body), _words(other, body)), key=len)
            if len(short) == 1 and folded(short[0]) == "".join(word[0] for word in full if word[0].isupper()).lower():
                glossed[folded(short[0])] = " ".join(full)
    return glossed


def _role(span: Span, body: str) -> str:
    """The title before a name, or a short apposition after it."""
    before = _ROLE_BEFORE.search(body[max(0, span.start - _REACH) : span.start])
    found = before or _ROLE_AFTER.match(body, span.end)
    return " ".join(found["role"].split()) if found else ""

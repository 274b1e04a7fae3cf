"""Lists that a text announces with a number: "three reasons: cost, time and staff". A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quantity, Sentence
from newslint.reckonings import Enumeration
from newslint.spans import Span

_MOST = 20
_LONGEST = 6
"""Words of an item in a running list; in longer ones a comma may be anything."""

_OPENS = compiled(
    r"""(?:\s(?!(?:and|or|but|which|who|that|as|because|are|were|is|was|with|including)\b)[\w'’-]+){0,6}?
    (?:\s?:|\s(?:are|were|will\sbe|would\sbe)(?::|(?!\s(?:to|in|not|at|on|now|also|being|all|of|by|from|for|still|more|\w+ed)\b)))\s*""",
    re.VERBOSE,
)
"""From what is counted to the first of the list."""

_THING = compiled(r"(?:\s[a-z-]+)??\s[a-z]{2,}s\b")
_COPULA = compiled(r"\s(?:are|were|will\sbe|would\sbe)\s*$")
_ABSTRACT = compiled(
    r"\b(?:aim|cause|concern|condition|criteri|demand|element|factor|fear|goal|objective|option|pillar|principle|priorit|problem|reason|risk|theme)",
    re.IGNORECASE,
)
"""What is counted can be told by nouns with no capital behind "are"; of "three towns" it would be adjectives."""
_AND = compiled(r"\s(?:and|&)\s")
_LAST = compiled(r"(?:and|&)\s")
_UNSURE = compiled(
    r"""[()\[\]"“”–—:?!]|\s-\s|\d|\b(?:who|whom|which|where|when|while|because|but|or|including|such\sas|among|plus|as\swell\sas|both
    |etc|others?|more|that|in\sparticular|respectively|neither|nor)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""In a running list, they make it uncertain where an item ends, or whether all are named."""

_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}"
_NAMES = compiled(rf"(?:,\s|\s\()(?:(?:in|at)\s)?(?P<items>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})(?=\)|,\s[a-z]|\.(?:\s|$))")
_SOME_OF = compiled(r"\)?,?\s(?:among|for\s|in\sparticular|and|or|as\swell|plus|who|which|both|all|being)\b")
"""Behind a row of names, say that it was not all of them, or that it goes on."""
_OF, _REACH = compiled(r"\bof\s(?:(?:the|its|their|his|her|these|those|our|\w+['’]s)\s)?(?:other\s)?$"), 24
"""Before the count, makes those named some of them: "two of the four schools"."""
_COMMA = compiled(r";\s|,\s")
_DATED = compiled(r"(?<=\d),\s\d{4}\b")
_FINITE = compiled(r"\b(?:will|would|must|should|shall|can|cannot|is|are|has|have|does|do)\b")
_AN = compiled(r"^an$")
_LEANS = compiled(r"^(?:but|or|which|who|where|when|while|because|including|such|among|as|with|although|though)\b")
_SAID_OF = compiled(r"(?:the|an?|his|her|its|their|one|of|in|near|home|formerly|now|then|also|from)\b", re.IGNORECASE)
_NUMBERED = compiled(r"(\d{1,2})[.):]\s")
_ORDINALS = tuple(
    compiled(rf"{word}(?:ly)?(?:,|\s(?!of\b))") for word in ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
)
_SENTENCES = 12
"""How far behind the number "First", "Second" and so on are looked for."""


def enumerations(doc: Document) -> tuple[Enumeration, ...]:
    """Every count with the list that it announces, in text order."""
    counts = [one for one in doc.all(Quantity) if _announces(one) and _named(doc.body, one)]
    if not counts:
        return ()
    starts = [one.start for one in counts]
    sentences, blocks = doc.all(Sentence), doc.all(Block)
    places = {block.span: at for at, block in enumerate(blocks)}
    top = next((at for at, block in enumerate(blocks) if block.kind != "front-matter"), 0)
    found: list[Enumeration] = []
    for at, sentence in enumerate(sentences):
        for count in counts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            place = places[sentence.block.span]
            name = _named(doc.body, count)
            items = (
                _running(doc, sentence, name)
                or _apposed(doc, sentence, name)
                or _below(doc, sentence, count, blocks[place + 1 :])
            )
            items = items or _ordinals(doc, sentences[at + 1 : at + 1 + _SENTENCES])
            if place == top or sentence.block.kind in ("headline", "standfirst"):
                items = items or _numbered(doc, blocks)
            if items:
                found.append(Enumeration(name, count, *items))
    return tuple(found)


_Items = tuple[int, int, Span, bool]
"""The fewest and the most items that a list may have, where it stands, and whether it surely ends there."""


def _announces(quantity: Quantity) -> bool:
    value = quantity.value[0]
    whole = len(quantity.value) == 1 and value == value.to_integral_value() and 2 <= value <= _MOST
    return whole and quantity.kind == "count" and not quantity.approximation


def _named(text: str, count: Quantity) -> Span:
    """The count with what it counts, empty where nothing says; "things" are no noun to count elsewhere."""
    if count.noun_span:
        return count.span.through(count.noun_span)
    thing = _THING.match(text, count.end)
    return Span(count.start, thing.end() if thing else count.start)


def _running(doc: Document, sentence: Sentence, name: Span) -> _Items | None:
    """Items in the same sentence, up to its end."""
    text = doc.own_words
    opens = _OPENS.match(text, name.end, sentence.end)
    if not opens:
        return None
    span = Span(opens.end(), max(opens.end(), sentence.end)).stripped(text)
    words = span.of(doc.body).rstrip(" .")
    if words != span.of(text).rstrip(" .") or not words:  # a quotation is blank in own words
        return None
    if ":" in opens[0] and (clauses := _clauses(words)):
        return clauses, clauses, span, True
    if _UNSURE.search(words):
        return None
    items = [item.strip() for item in words.split(";" if ";" in words else ",")]
    if len(items) > 1 and _LAST.match(items[-1]):  # the comma before "and"
        items[-1] = _LAST.sub("", items[-1], count=1)
        last, least = [], len(items)
    else:
        last = _AND.split(items[-1], maxsplit=1)
        if len(last) < 2:  # a list that does not end with "and" may have been cut short
            return None
        items[-1:] = last
        least = len(items)
    most = least + sum(len(_AND.findall(item)) for item in items)
    if _COPULA.search(opens[0]) and items[0][0].islower() and not _ABSTRACT.search(name.of(text)):
        return None
    pair = ":" in opens[0] and len(items) == 2 and "," not in words
    plain = ";" in words or pair or all(0 < len(item.split()) <= _LONGEST for item in items)
    tied = len(last) > 1  # nothing can be said of the item before it behind "and"
    return (least, most, span, True) if plain and _alike(items, items[1:-1] if tied else items[1:]) else None


def _clauses(words: str) -> int:
    """How many clauses, or long items built alike, stand in a row: "pay will rise, hours must fall, and nobody will go"."""
    items = _COMMA.split(_DATED.sub("", words))
    last = _LAST.match(items[-1])
    items[-1] = _LAST.sub("", items[-1], count=1)
    alike = all(map(_FINITE.search, items)) or _begun_alike(items)
    return len(items) if len(items) > 2 and last and alike and not any(map(_LEANS.search, items)) else 0


def _begun_alike(items: Sequence[str]) -> bool:
    """Whether all begin with the same word, as "to" or an article."""
    return len({_AN.sub("a", item.split()[0].lower()) for item in items if item.strip()}) == 1


def _apposed(doc: Document, sentence: Sentence, name: Span) -> _Items | None:
    """Names between commas or brackets behind it: "Three schools, Eastgate, Southgate and Westgate, will close"."""
    found = _NAMES.match(doc.own_words, name.end, sentence.end)
    part = _OF.search(doc.own_words, max(sentence.start, name.start - _REACH), name.start)
    if not found or part or _SOME_OF.match(doc.own_words, found.end("items")):
        return None
    items = re.split(r",\s(?:and\s)?|\sand\s", found["items"])
    return len(items), len(items), Span(*found.span("items")), True


def _alike(items: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether none of the items behind a comma can be said of the one before it: "Leeds, the largest"."""
    capital = [item[:1].isupper() for item in items]
    row = len(items) > 2 and _begun_alike(items)
    return len(set(capital)) == 1 and (row or not any(_SAID_OF.match(item) for item in behind))


def _below(doc: Document, sentence: Sentence, count: Quantity, blocks: Sequence[Block]) -> _Items | None:
    """The items of a list under a paragraph that ends with the count and a colon."""
    text = doc.body
    tail = text[count.end : sentence.block.end].rstrip()
    if not tail.endswith(":") or any(mark in tail for mark in ".;"):
        return None
    listed = list(takewhile(lambda block: block.kind == "list-item", blocks))
    items = [block for block in listed if _marked(text, block) == _marked(text, listed[0])]
    return (len(items), len(items), items[0].span.through(items[-1].span), True) if len(items) > 1 else None


def _marked(text: str, block: Block) -> str:
    """How an item is marked: with a number, or with which sign; a list inside another is marked otherwise."""
    return "1" if _NUMBERED.match(text, block.start) else "" if text[block.start].isalnum() else text[block.start]


def _numbered(doc: Document, blocks: Sequence[Block]) -> _Items | None:
    """Paragraphs or headings that begin with 1, 2, 3 and so on, down the whole text."""
    opened = [(block.span, int(number[1])) for block in blocks if (number := _NUMBERED.match(doc.body, block.start))]
    numbers = [number for _, number in opened]
    if len(numbers) < 2 or numbers not in (list(range(1, len(numbers) + 1)), list(range(len(numbers), 0, -1))):
        return None
    return len(numbers), len(numbers), opened[0][0].through(opened[-1][0]), True


def _ordinals(doc: Document, sentences: Sequence[Sentence]) -> _Items | None:
    """Sentences behind it that begin with "First", "Second" and so on; of the rest nothing is known."""
    places = list(_in_turn(doc.own_words, sentences))
    return (len(places), _MOST, places[0].through(places[-1]), False) if len(places) > 1 else None


def _in_turn(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    at = 0
    for sentence in sentences:
        if at < len(_ORDINALS) and _ORDINALS[at].match(text, sentence.start):
            yield sentence.span
            at += 1

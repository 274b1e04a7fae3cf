"""Document -> marks that are missing, and stops beside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.marks import closing, opens_with_mark
from newslint.annotate.speech.vocabulary import AUXILIARIES, PASTS
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote, QuoteStop, Slip
from newslint.pieces import piece
from newslint.spans import Cover, Span

_AWAY = ("front-matter", "boilerplate", "code")
_READ = ("paragraph", "standfirst", "list-item")
_LEAST = 8  # words; a shorter paragraph without a stop is a heading, a caption or a signature
_LEAST_SAID = 4  # words of a quotation; a shorter one may be a title or a slogan
_STOPPED = 0.7  # of the paragraphs, so that a list laid out in lines is not told that it has no stops
_BESIDE = 40  # characters to the cue that a comma belongs to
_WORD = compiled(r"[^\W_][\w'’-]*")
_MARK = compiled(r"[\"“”„«»]|''|``")
_ENDS_BARE = compiled(r"[^\W_][\"”»]?$")
_NO_SENTENCE = compiled(
    r"[^\w\"“'‘([$£€]|(?:https?:|www\.|file:|image:|photo:|picture:|video:|source:|by\s[A-Z]|(?:read|please|follow|download|watch|listen|click|sign|subscribe)\s)",
    re.IGNORECASE,
)
_ADDRESS = compiled(r"(?:\S+[/@]\S+|\.\w{2,4})$|\s\(?@\w|\w\.(?:com|org)/")
_SIGNED = compiled(r"[—–-]{1,2}\W{0,3}[A-Z][^.!?]*$|\([^)]*$|/[A-Z]")
_TAG = compiled(r"<[a-z]+\s|=[\"'“”]")  # markup that was left in the text
_INNER_STOP = compiled(r"[.!?…][\"'”’)]*\s")
_LABEL = compiled(r"[A-Z][\w’' -]{1,30}:\s")
_FOOT = 2  # paragraphs at the end of a draft among which are the dates of a life, the price of a book, who the writer is
_FOOT_WORDS = 25
_FINITE = AUXILIARIES - {"being", "been", "having", "be"} | PASTS
_SAYS = frozenset(word for word, form in FORMS.items() if "say" in form.sorts and not form.noun and "past" in form.shapes)
_SAID = "|".join(sorted(_SAYS))
_TELLER = compiled(
    rf",\s(?:(?:{_SAID})\s(?:[A-Z]|the\s|an?\s)|(?:he|she|it|they|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}})\s(?:{_SAID})\b)"
)
_NAMED = r"[A-Z][\w.’'-]*\w"
_SAYING = "|".join(sorted(word for word, form in FORMS.items() if "say" in form.sorts and not form.noun))
_TOLD = compiled(
    rf"""\s (?: (?:{_SAYING}) \s (?: {_NAMED} | (?:the|an?|his|her|their|its) \s (?!(?:sign|banner|poster|placard|slogan)\b) \w+ )
        | (?: he | she | they | (?:the|an?|his|her) \s [\w’' -]{{2,30}}? | {_NAMED} (?:\s{_NAMED}){{0,3}} )
          \s (?:{_SAYING})\b )""",
    re.VERBOSE,
)
_SENTENCE_BEFORE = compiled(r"(?:[.!?…:;,][\"'”’)]*\s|^)$", re.MULTILINE)
_STOP = compiled(r"[.,]")


def slips(doc: Document) -> tuple[Slip, ...]:
    """The marks that are missing, in text order."""
    found = [*_unpaired(doc), *_unstopped(doc), *_unparted(doc)]
    return tuple(sorted(found, key=lambda slip: slip.span))


def stops(doc: Document) -> tuple[QuoteStop, ...]:
    """The commas and full stops beside closing marks."""
    return tuple(_stops(doc))


def _unpaired(doc: Document) -> Iterator[Slip]:
    blocks = [block for block in doc.all(Block) if block.kind not in _AWAY]
    quotes = doc.all(Quote)
    taken = Cover(quote.outer for quote in quotes)
    at = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        first = at
        while at < len(quotes) and quotes[at].outer.start < block.end:
            at += 1
        if block.kind not in _READ:
            continue
        inside = quotes[first:at]
        if inside and _runs_on(inside[0]) and doc.body[block.start].isupper():
            yield Slip(_first_word(doc.body, block), "unreopened")
        if not _TAG.search(doc.body, block.start, block.end):
            yield from (Slip(mark, "unopened") for mark in _closing(doc.body, block.span) if not taken.touches(mark))
        for quote in inside:
            if _left_open(quote) and (
                _told_inside(doc, quote) or not _goes_on(doc, quote, block, following, quotes[at : at + 1])
            ):
                yield Slip(Span(quote.outer.start, quote.start + len(_head(doc.body, quote))), "unclosed")


def _closing(text: str, block: Span) -> Iterator[Span]:
    return (mark.moved(block.start) for mark in piece(block.of(text)).once(_closing_alone))


def _closing_alone(block: str) -> Sequence[Span]:
    """The marks that can only close, of a block by itself."""
    return list(closing(block, 0, len(block)))


def _runs_on(quote: Quote) -> bool:
    """Whether it has a closing mark alone, since its paragraph goes on with the quotation of the one before."""
    return quote.outer.start == quote.start and quote.outer.end > quote.end


def _left_open(quote: Quote) -> bool:
    return quote.outer.start < quote.start and quote.outer.end == quote.end


def _told_inside(doc: Document, quote: Quote) -> bool:
    """Whether it holds the words that tell whose it is: “We won, said Roe."""
    return bool(_TELLER.search(doc.body, quote.start, quote.end))


def _goes_on(doc: Document, quote: Quote, block: Block, following: Block | None, next_quotes: Sequence[Quote]) -> bool:
    """Whether another mark opens behind it, as where paragraphs were run together, or the next paragraph takes it up."""
    return bool(_MARK.search(doc.body, quote.start, block.end)) or _taken_up(doc, following, next_quotes)


def _taken_up(doc: Document, following: Block | None, quotes: Sequence[Quote]) -> bool:
    """Whether the next paragraph goes on with the quotation, or is the rest of a line cut in two."""
    if following is None:
        return False
    runs_on = any(quote.outer.start == quote.start < following.end for quote in quotes)
    opens = opens_with_mark(doc.body, following.start, following.end)
    return runs_on or opens or doc.body[following.start].islower()


def _head(text: str, quote: Quote) -> str:
    """The first words of a quotation, by which it is shown."""
    return " ".join(quote.span.of(text)[:60].split(" ")[:4])


def _first_word(text: str, block: Block) -> Span:
    word = _WORD.search(text, block.start, block.end)
    return Span(*word.span()) if word else block.span


def _unstopped(doc: Document) -> Iterator[Slip]:
    """The last words of paragraphs that are sentences and end without a stop."""
    blocks = [block for block in doc.all(Block) if block.kind == "paragraph"]
    quoted = {quote.outer.end: quote for quote in doc.all(Quote)}
    bare = [block for block in blocks if _ends_bare(doc.body, block.span.stripped(doc.body), quoted)]
    if len(blocks) - len(bare) < _STOPPED * len(blocks):
        return
    after = {block.start: following for block, following in zip_longest(blocks, blocks[1:])}
    ends = {attribution.cue.end: attribution for attribution in doc.all(Attribution)}
    ends |= {one.source.end: one for one in doc.all(Attribution) if one.source and one.source.end > one.cue.end}
    for block in bare:
        following = after[block.start]
        span = block.span.stripped(doc.body)
        words = span.of(doc.body)
        listing = _listing(words, foot=block in blocks[-_FOOT:])
        if _sentence(words) and not listing and not (following and doc.body[following.start].islower()):
            said = ends.get(span.end)
            speaks = said is not None and said.source is not None and said.cue.of(doc.body).lower() in _SAYS
            last = (
                said.cue.through(said.source)
                if said and said.source and speaks
                else Span(*list(_WORD.finditer(doc.body, span.start, span.end))[-1].span())
            )
            yield Slip(last, "unstopped", cue=speaks)


def _ends_bare(text: str, span: Span, quoted: Mapping[int, Quote]) -> bool:
    """Whether it ends in a word, or in part of a quoted sentence, without a stop on either side of the mark."""
    if not _ENDS_BARE.search(text, max(span.start, span.end - 2), span.end):
        return False
    quote = quoted.get(span.end)
    return quote is None or quote.outer.end == quote.end or (quote.kind in ("partial", "scrap") and text[quote.start].islower())


def _sentence(words: str) -> bool:
    """Whether a paragraph is running text that tells something: enough words, and a verb that is finite for sure."""
    lows = [word.lower() for word in _WORD.findall(words)]
    if len(lows) < _LEAST or _NO_SENTENCE.match(words) or _ADDRESS.search(words) or _SIGNED.search(words):
        return False
    capitals = sum(match.group()[0].isupper() for match in _WORD.finditer(words))
    return 2 * capitals < len(lows) and not (_FINITE.isdisjoint(lows) and _SAYS.isdisjoint(lows))


def _listing(words: str, *, foot: bool) -> bool:
    """Whether a paragraph of one clause is a line of dates, prices, results or credits, which ends without a stop."""
    if _INNER_STOP.search(words) or not _SAYS.isdisjoint(word.lower() for word in _WORD.findall(words)):
        return False
    return words[-1:].isdigit() or bool(_LABEL.match(words)) or (foot and len(words.split()) < _FOOT_WORDS)


def _unparted(doc: Document) -> Iterator[Slip]:
    """The ends of quoted sentences that no comma parts from who said them: “It is over” said Roe."""
    for quote in doc.all(Quote):
        words = quote.span.of(doc.text).split()
        bare = quote.kind != "title" and quote.outer.end > quote.end and doc.text[quote.end - 1].isalnum()
        told = _TOLD.match(doc.body, quote.outer.end) if bare and len(words) >= _LEAST_SAID else None
        capitals = sum(word[0].isupper() for word in words)
        opens = _SENTENCE_BEFORE.search(doc.body[max(0, quote.outer.start - 4) : quote.outer.start])
        if told and opens and words[0][0].isupper() and 2 * capitals < len(words):
            yield Slip(Span(quote.end - len(words[-1]), told.end()), "unparted")


def _stops(doc: Document) -> Iterator[QuoteStop]:
    for quote in doc.all(Quote):
        if quote.outer.end <= quote.end or quote.kind == "title":
            continue
        inner = _STOP.fullmatch(doc.text, quote.end - 1, quote.end) and not doc.text.endswith("...", 0, quote.end)
        outer = _STOP.match(doc.text, quote.outer.end)
        if bool(inner) != bool(outer):
            span = Span(quote.outer.start, quote.outer.end + bool(outer))
            told = quote.cue is not None and 0 <= quote.cue.start - quote.outer.end < _BESIDE  # “… a good move,” he added
            part = quote.kind != "speech" and doc.text[quote.start].islower() and not told
            yield QuoteStop(span, quote, inside=bool(inner), fragment=part)

"""Document -> what is quoted: its extent, and what kind each quotation is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.marks import Pair, opens_with_mark, pairs
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quoted, QuoteKind
from newslint.pieces import piece
from newslint.spans import Cover, Span

_AWAY = ("front-matter", "boilerplate", "code")
_WORK = r"""(?:films?|movies?|books?|novels?|songs?|albums?|singles?|tracks?|shows?|series|sitcom|drama|play|musical|opera
|documentary|podcast|programmes?|programs?|episodes?|articles?|essays?|papers?|stud(?:y|ies)|reports?|poems?|paintings?
|exhibitions?|memoir|thriller|comedy|hits?|columns?|op-eds?|pieces?|video(?:\sgame)?|game|ballad|anthem|lecture|sketch|sculpture
|magazine|manifesto|seminar|chapter|blockbuster)"""
_TITLED = compiled(
    rf"(?:\b{_WORK}|\b(?:entitled|titled|headlined|starring\sin|starred\sin|author\sof))[,:]?\s*$", re.VERBOSE | re.IGNORECASE
)
_TITLE_THEN = compiled(rf"\s*,?\s*(?:{_WORK}\b|\((?:19|20)\d\d\)|starring\b)", re.VERBOSE | re.IGNORECASE)
_TERM = compiled(
    r"""\b(?:called|known\s(?:\w+\s)?as|so-called|dubbed|nicknamed|named|termed|codenamed|code-named|christened|labell?ed
      |aka|a\.k\.a\.|alias
      |the\s(?:\w+\s)?(?:words?|term|phrase|name|nickname|slogan|motto|expression|hashtag|moniker|label|title|tag|option
        |button|category))
    \s*(?:as\s|the\s|an?\s|simply\s)*$""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_BEFORE = compiled(r"\b[A-Z][\w'’.-]+\s+$")
_NAME_AFTER = compiled(r"\s+[A-Z][\w'’-]+")
_LAYOUT = compiled(r"(?:>\s*)+")
_WORD = compiled(r"[^\W_][\w'’-]*")
_SMALL = frozenset(
    [
        "from",
        "with",
        "over",
        "into",
        "that",
        "than",
        "upon",
        "when",
        "about",
        "after",
        "before",
        "under",
        "between",
        "through",
        "without",
    ]
)
_REPORT = [word for word, form in FORMS.items() if "say" in form.sorts and form.shapes & {"past", "s"} and not form.noun]
_ENDS_INSIDE = compiled(r"[.!?…,;:—–-]['’”\"]*$")
_OPENS = compiled(r"(?:^\W*|[.!?…:][\"'”’)\]]*\s+)$")
_SAID = compiled(rf"\s(?:[\w.’',-]+\s){{0,7}}?(?:{'|'.join(sorted(_REPORT))})\b", re.IGNORECASE)
_BEHIND = 2  # characters behind a block that may say what a mark at its end is
_STARTS_SENTENCE = compiled(r"(?:^\W*|[.!?…:][\"'”’)\]]*\s+|[,—–-]\s*)$")


_WHOSE = compiled(r"[—–-]{0,2}\s?(?P<name>[^\W\d_a-z][^,;:(\n]{1,60})")


def quoted(doc: Document) -> tuple[Quoted, ...]:
    """Every outermost quotation; a nested one belongs to the quotation around it."""
    blocks = [block for block in doc.all(Block) if block.kind not in _AWAY]
    found = [Quoted(pair.span, pair.outer, kind, continued=carried) for pair, kind, carried in _pairs(doc.body, blocks)]
    found += _unmarked(doc, blocks, found)
    return tuple(sorted(found, key=lambda quote: quote.outer))


def _unmarked(doc: Document, blocks: list[Block], marked: list[Quoted]) -> Iterator[Quoted]:
    """Block quotations, whose layout stands for the marks; the turns of an interview are laid out otherwise."""
    inside = Cover(quote.outer for quote in marked)
    laid_out = {block.start for block in doc.markup if block.kind == "quote-block"}
    credited = {one.start: other for one, other in pairwise(doc.all(Block)) if other.kind == "byline"}
    for block in blocks:
        sign = _LAYOUT.match(doc.body, block.start, block.end)
        span = Span(sign.end() if sign else block.start, block.end).stripped(doc.body)
        set_off = block.kind == "quote-block" and (sign or block.start in laid_out)
        if set_off and span and not inside.touches(block.span):
            below = credited.get(block.start)
            whose = _WHOSE.match(doc.body, below.start, below.end) if below else None
            yield Quoted(span, span, "speech", speaker=Span(*whose.span("name")) if whose else None)


def _pairs(text: str, blocks: list[Block]) -> Iterator[tuple[Pair, QuoteKind, bool]]:
    """Each pair of marks with its kind, and whether it goes on with the quotation of the block before."""
    carried = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        last = None
        here = piece(text[block.start : block.end + _BEHIND])
        for found, kind in here.once(_in_block, len(block.span), carried):
            pair = found.moved(block.start)
            if (
                pair.open_end
                and pair.family == "single"
                and not (following and opens_with_mark(text, following.start, following.end))
            ):
                continue
            gap = text[(last.outer.end if last else block.start) : pair.outer.start].strip()
            yield pair, kind, not gap and (last.open_end if last else carried)
            last = pair
        carried = last is not None and last.open_end and last.outer.end == block.end


def _in_block(text: str, end: int, carried: bool) -> Sequence[tuple[Pair, QuoteKind]]:
    """The pairs of a block by itself, which is there again when another is changed."""
    return [(pair, _kind(text, Span(0, end), pair)) for pair in pairs(text, 0, end, carried=carried)]


def _kind(text: str, block: Span, pair: Pair) -> QuoteKind:
    words = _WORD.findall(pair.span.of(text))
    before = text[max(block.start, pair.outer.start - 40) : pair.outer.start]
    after = text[pair.outer.end : min(block.end, pair.outer.end + 24)]
    said = _OPENS.search(before) and pair.span.of(text).endswith(",") and _SAID.match(text, pair.outer.end, block.end)
    if not said and _is_title(pair.span.of(text), words, before, after):
        return "title"
    if len(words) <= 4 and _TERM.search(before):
        return "scrap"
    if (
        len(words) <= 3
        and _NAMED_BEFORE.search(before)
        and _NAME_AFTER.match(after)
        and not _ENDS_INSIDE.search(pair.span.of(text))
    ):
        return "scrap"
    sentence = bool(_STARTS_SENTENCE.search(before)) and bool(_ENDS_INSIDE.search(pair.span.of(text)) or after[:1] in ".,")
    if len(words) <= 2:
        return "speech" if sentence and words and words[0][0].isupper() else "scrap"
    return "speech" if sentence or pair.open_end or pair.open_start else "partial"


def _is_title(quoted: str, words: list[str], before: str, after: str) -> bool:
    """A work's title: capitals throughout, or any capital beside the kind of work it is."""
    if not words or (not words[0][0].isupper() and not words[0][0].isdigit()):
        return False
    long = [word for word in words if len(word) > 3 and word not in _SMALL]
    if any(not word[0].isupper() and not word[0].isdigit() for word in long):
        return False
    if _TITLED.search(before) or _TITLE_THEN.match(after):
        return True
    return len(long) >= 2 and not words[-1][0].islower() and not _ENDS_INSIDE.search(quoted.rstrip(",."))

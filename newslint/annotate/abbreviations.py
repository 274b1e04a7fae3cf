"""Abbreviations in capitals, and where the text spells each of them out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Abbreviation, Block
from newslint.spans import Span
from newslint.words import STOP_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CANDIDATE = compiled(
    r"""(?<![\w.@\#/&'’–-]) (?P<letters> (?:[A-Z]\.){2,6} | [A-Z]{2,6} ) s? (?! [\w@&/$£€] | \.\w | [–-](?:\d|[A-Z]) | ['’]S )""",
    re.VERBOSE,
)
_ROMAN = compiled(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# "J.K. Rowling", "AJ Smith"
_INITIALS = compiled(r"(?:[A-Z]\.){2,3}|[A-Z]J|J[A-Z]|D[BHW]|W[BGH]|T[SD]|P[DG]|K[DT]|R[BL]|BB|CC|LL|HG|EM|AA")
_SURNAME = compiled(r"\s(?:[A-Z][a-z]|de\s|van\s|von\s)")
_EXCHANGE = compiled(r"[(\[][\w\s]{0,20}:\s?$")
_TICKER = compiled(r":\s?[A-Z]{1,6}\b")
_STATES = _words(
    """AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
    SC SD TN TX UT VT VA WA WV WI WY ACT NSW QLD SA TAS VIC BC ON QC AB NS NB MB SK"""
)
_CAPITALS = compiled(r"[A-Z]{2,}")
_NEXT_WORD = compiled(r"\s+([A-Z]{2,}(?:['’]S)?)\b")
_WORD_BEFORE = compiled(r"\b([A-Z]{2,}(?:['’]S)?)\s+$")
_SLUG = compiled(r"\s?[–—_:-]")

_WORD = compiled(r"[^\W\d_]\w*")
_GAP = compiled(r"[\s,&’'s/-]*")
_CONNECTORS = _words("a and at d da das de del des di do du e et for in la le los of on the to und with y")
_INTRODUCED = compiled(r"(?:\b(?:known|referred\sto|abbreviated)\s(?:\w+\s)?(?:as|to)|\bcalled|,\sor)\s(?:the\s)?[\"“'‘]?$")
_BRACKETED = compiled(r"[\w’'\"”]\s[(\[](?:the\s|or\s|[\"“'‘])?$")
_BRACKET_ENDS = compiled(r"['’\"”]?s?(?:[)\],;]|\s[–-]\s)")
_GLOSS = compiled(r"\s[(\[](?P<words>[^()\[\]\n]{4,120})[)\]]|,\s(?:or|the|an?)\s(?P<apposition>[^,.;:()\n]{4,80})")
_KIND_OF_BODY = (
    r"(?:agency|unions?|groups?|party|network|broadcaster|channel|station|newspaper|website|bank|company|firm|ministry|department|"
    r"service|forces?|militia|militants?|rebels?|guerrillas?|bloc|alliance|coalition|federation|association|organi[sz]ation|charity|"
    r"institute|think[ -]tank|university|regulator|watchdog|commission|committee|council|court|tribunal|programme|program|index|"
    r"drug|vaccine|virus|disease|treaty|accord|tax|fund|exchange|airline|carmaker|automaker|manufacturer|maker|retailer|chain|insurer|"
    r"lender|operator|brokers?|hedge\sfunds?|consortium|giant|league|championship|missile|rocket|standard|format|software|app|movement|lobby|conference|airport)"
)
_DESCRIBED_AFTER = compiled(
    rf"(?:['’]s)?(?:,\s(?:an?|the)|\s[–-]\s(?:an?|the))?\s(?:[\w’'-]+\s){{0,3}}?{_KIND_OF_BODY}\b",
)
_DESCRIBED_BEFORE = compiled(rf"\b{_KIND_OF_BODY}(?:,\s(?:the\s)?|\s(?:called\s|named\s)?)$")
# "SBC Communications", "Exane BNP", "India's ONGC"; "FEC Chairwoman" tells nobody what it is
_NAMED_AFTER = compiled(
    r"\s(?!(?:President|Chair(?:man|woman|person)?|Chief|Secretary|Minister|Commissioner|Director|Leader|Administrator|Gen\b|General|"
    r"Spokes(?:man|woman|person)|Senator|Sen\b|Rep\b)\b)[A-Z][a-z]"
)
_NAMED_BEFORE = compiled(r"[\w,;–—]\s(?!The\b)[A-Z]\w*[a-z]\w*(?:['’]s?)?\s$")
_LONG = 4
"""Letters from which one word of the name may be left out: New York State Attorney General, NYAG."""

_UNREAD = ("headline", "byline", "dateline", "boilerplate", "front-matter", "code")


def abbreviations(doc: Document) -> tuple[Abbreviation, ...]:
    """Every abbreviation of two to six capitals in the running text, with the place that spells it out."""
    body = doc.body
    blocks = [block for block in doc.all(Block) if block.kind not in _UNREAD]
    found = [match for block in blocks for match in _candidates(body, block)]
    if not found:
        return ()
    ordinary = {word for word in _WORD.findall(body) if word.islower()} | STOP_WORDS
    initials = _Initials.of(body)
    known: dict[str, list[Span]] = {}
    out = []
    for match in found:
        letters = match["letters"].replace(".", "")
        if letters.lower() in ordinary and "." not in match["letters"]:
            continue
        if letters not in known:
            known[letters] = initials.places(letters)
        out.append(_abbreviation(body, Span(*match.span()), letters, known[letters]))
    return tuple(out)


def _candidates(body: str, block: Block) -> Iterator[re.Match[str]]:
    words = block.span.of(body)
    letters = sum(map(str.isalpha, words))
    if 2 * sum(map(str.isupper, words)) > letters:
        return
    for match in _CANDIDATE.finditer(body, block.start, block.end):
        if not _no_abbreviation(body, match, block):
            yield match


def _no_abbreviation(body: str, match: re.Match[str], block: Block) -> bool:
    """Whether these capitals are a numeral, a person's initials, a share, a state or shouting."""
    letters, start, end = match["letters"], match.start(), match.end()
    before = body[max(block.start, start - 40) : start]
    if _ROMAN.fullmatch(letters) or before.rstrip()[-1:].isdigit() or body[end : end + 2].strip().isdigit():
        return True
    if _INITIALS.fullmatch(letters) and _SURNAME.match(body, end):
        return True
    if _EXCHANGE.search(before) or (before.endswith(("(", "[")) and _TICKER.match(body, end)):
        return True
    bare = letters.replace(".", "")
    if bare in _STATES and ("." in letters or before.endswith(", ")):
        return True
    following, preceding = _NEXT_WORD.match(body, end, block.end), _WORD_BEFORE.search(before)
    shouted = any(len(word[1]) > 2 for word in (following, preceding) if word)
    return shouted or (not before.strip() and _SLUG.match(body, end) is not None)


def _abbreviation(body: str, span: Span, letters: str, known: Sequence[Span]) -> Abbreviation:
    before = body[max(0, span.start - 40) : span.start]
    described = (
        _DESCRIBED_AFTER.match(body, span.end)
        or _DESCRIBED_BEFORE.search(before)
        or _NAMED_AFTER.match(body, span.end)
        or _NAMED_BEFORE.search(before)
    )
    at = bisect_left(known, span)
    nearest = known[at - 1] if at else known[0] if known else None
    expansion = _gloss(body, span, letters) or nearest
    return Abbreviation(span, letters, expansion, described is not None)


def _gloss(body: str, span: Span, letters: str) -> Span | None:
    """The words beside an abbreviation that spell it out: Full (ABBR), ABBR (Full), ABBR, the Full."""
    before = body[max(0, span.start - 120) : span.start]
    if (_BRACKETED.search(before) and _BRACKET_ENDS.match(body, span.end)) or _INTRODUCED.search(before):
        return _spelled_before(body, span.start, letters)
    after = _GLOSS.match(body, span.end)
    if not after:
        return None
    if after["words"] and (_starts_a_name(after["words"]) or _spells(after["words"], letters)):
        return Span(*after.span("words"))
    if after["apposition"] and (_starts_a_name(after["apposition"]) or _spells(after["apposition"], letters)):
        return Span(*after.span("apposition"))
    return None


def _spelled_before(body: str, end: int, letters: str) -> Span | None:
    """The words before a bracket that its letters stand for, or as many words as there are letters."""
    words = list(_WORD.finditer(body, max(0, end - 120), end))[-len(letters) - 3 :]
    if not words:
        return None
    spelling = (word for word in words if _spells(body[word.start() : end], letters))
    first = next(spelling, words[-len(letters) :][0])
    return Span(first.start(), words[-1].end())


def _starts_a_name(words: str) -> bool:
    """Whether this is a name of several words ("North Korea"), not "which is in Leeds"."""
    first, *more = [word for word in _WORD.findall(words) if word not in ("the", "a", "an")] or [""]
    return first[:1].isupper() and any(word[:1].isupper() for word in more)


def _spells(words: str, letters: str) -> bool:
    """Whether the first letters of these words, small ones too, are those of the abbreviation."""
    initials = [word[0].upper() for word in _WORD.findall(words) if word not in _CONNECTORS]
    return "".join(initials).startswith(letters)


@dataclass(frozen=True)
class _Initials:
    """The capitals of names in a text as one row of letters, each with the word it stands for.

    Names are parted by ``|``. There are two rows, because some abbreviations count the small words
    (Department of Defense, DOD) and most do not.
    """

    rows: tuple[tuple[str, Sequence[Span]], ...]

    @classmethod
    def of(cls, body: str) -> _Initials:
        found = (match for match in _WORD.finditer(body) if match[0][0].isupper() or match[0] in _CONNECTORS)
        words = [(match[0], Span(*match.span())) for match in found]
        return cls((_row(body, words, small=False), _row(body, words, small=True)))

    def places(self, letters: str) -> list[Span]:
        """Where names have these initials, in text order."""
        one_left_out = (f"{letters[:at]}[A-Z]{letters[at:]}" for at in range(1, len(letters)) if len(letters) >= _LONG)
        spelt = re.compile("|".join([letters, *one_left_out]))
        matches = ((spans, match) for row, spans in self.rows for match in spelt.finditer(row))
        return sorted({spans[match.start()].through(spans[match.end() - 1]) for spans, match in matches})


def _row(body: str, words: Sequence[tuple[str, Span]], *, small: bool) -> tuple[str, Sequence[Span]]:
    row: list[str] = []
    spans: list[Span] = []
    end = 0
    for word, span in words:
        connects = word in _CONNECTORS
        shouted = word[1:2].isupper() and _CAPITALS.fullmatch(word) is not None
        if shouted or not _joined(body, end, span.start):
            row.append("|")
            spans.append(span)
        if connects and not small:
            end = span.end if row and row[-1] != "|" else end
            continue
        capitals = word[0].upper() + "".join(letter for letter in word[1:] if letter.isupper())
        if not shouted:
            row += capitals
            spans += [span] * len(capitals)
        end = span.end
    return "".join(row), spans


def _joined(body: str, end: int, start: int) -> bool:
    return start - end < 8 and _GAP.fullmatch(body, end, start) is not None

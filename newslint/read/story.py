"""Where on a page the story is: what is furniture of the site is told by its tags, its names and its links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from newslint.kept.regexes import compiled
from newslint.read.elements import Piece, closings
from newslint.words import word_set

# on a page, and in no story
_AWAY = word_set(
    """script style title head nav aside footer header form button select textarea noscript template svg iframe object audio
    video dialog"""
)
_AWAY_ROLES = word_set("navigation banner contentinfo search complementary dialog")
_AWAY_CLASSES = compiled(
    r"""(?<![a-z])(?:
      share(?:s|bar|tools)? | sharing | social | newsletter | subscri(?:be|ption) | sign-?up | related | recommend(?:ed|ations)?
    | promos? | promoted | advert\w* | ads? | sponsor(?:ed|s)? | side-?bar | breadcrumbs? | comments? | disqus | footer | masthead
    | nav(?:bar|igation)? | menu | cookies? | consent | outbrain | taboola | trending | popular | toolbar | pagination | pager
    | most-?(?:read|viewed|popular|shared) | more-?(?:on|from|stories|news|coverage) | read-?(?:more|next|also) | see-?also
    | videos? | media-?player | playlist | carousel | keywords
    | teasers? | tags | topics | copyright | skip-?link | up-?next | you-?may | sr-only | visually-?hidden | print-only | noprint
    )(?![a-z])""",
    re.VERBOSE,
)
_CAMEL = compiled(r"(?<=[a-z])(?=[A-Z])")
# the frame of a page may be named for what it has beside the story ("has-sidebar")
_FRAME = word_set("html body main article h1 blockquote figure p a span em strong b i")
_FOOTNOTE = compiled(r"\[.{1,12}\]|[*†‡§]{1,3}")

_INLINE = word_set(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike
    strong sub sup time tt u var wbr br"""
)
_A_SENTENCE = 60
_A_TITLE = 160
_A_WORD = 8
_MOST = 0.8
_ROW_OF_LINKS = 3


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two tags of blocks: letters in all, letters in links, and how many links."""

    place: range
    letters: int
    linked: int
    links: int

    @property
    def is_link(self) -> bool:
        """Whether it is the title of another story; a paragraph may have links on every word."""
        return self.links < 3 and self.letters < _A_TITLE and self.linked >= 0.8 * self.letters

    @property
    def prose(self) -> int:
        """The letters that are no link; where they make a sentence, they weigh more."""
        return 0 if self.is_link else 8 * self.letters if self.letters >= _A_SENTENCE else self.letters


def hidden(text: str, row: Sequence[Piece]) -> bytearray:
    """For each piece, whether it is furniture of the site: navigation, scripts, what surrounds the story."""
    ends = closings(row)
    stretches = list(_stretches(text, row))
    titles = [range(i, ends[i]) for i, piece in enumerate(row) if piece.kind == "open" and piece.name == "h1" and i in ends]
    away = _named(row, ends, _sums(row, stretches), titles)
    _hide_footnotes(text, row, ends, away)
    left = [stretch for stretch in stretches if not away[stretch.place.start]]
    if story := _story(row, ends, left):
        _show_only(story, titles, away)
    _hide_links([stretch for stretch in left if not away[stretch.place.start]], away)
    return away


def _stretches(text: str, row: Sequence[Piece]) -> Iterator[_Stretch]:
    first = letters = linked = links = 0
    in_link = False
    for i, piece in enumerate(row):
        if piece.kind == "text":
            count = len("".join(piece.span.of(text).split()))
            first = first if letters else i
            letters, linked = letters + count, linked + (count if in_link else 0)
        elif piece.name == "a":
            in_link = piece.kind == "open"
            links += in_link
        elif piece.kind != "other" and piece.name not in _INLINE:
            if letters:
                yield _Stretch(range(first, i), letters, linked, links)
            letters = linked = links = 0
    if letters:
        yield _Stretch(range(first, len(row)), letters, linked, links)


def _sums(row: Sequence[Piece], stretches: Sequence[_Stretch]) -> list[int]:
    """The letters of prose in front of each piece."""
    prose = [0] * (len(row) + 1)
    for stretch in stretches:
        prose[stretch.place.start + 1] = stretch.prose
    return list(accumulate(prose))


def _named(row: Sequence[Piece], ends: dict[int, int], sums: Sequence[int], titles: Sequence[range]) -> bytearray:
    """What the page itself names furniture, in its tags and classes; never the title, nor most of the prose."""
    away = bytearray(len(row))
    story = _article(row, ends, sums)
    starts = [title.start for title in titles]
    for i, piece in enumerate(row):
        if i not in ends or away[i]:
            continue
        if piece.name == "header" and story and i in story:
            continue
        prose = sums[ends[i]] - sums[i]
        if _is_away(piece) or (3 * prose < sums[-1] and _is_called_away(piece)):
            away[i : ends[i]] = b"\1" * (ends[i] - i)
            for title in titles[bisect_right(starts, i) : bisect_right(starts, ends[i])] if piece.name == "header" else ():
                away[title.start : title.stop] = bytes(len(title))
    return away


def _is_away(piece: Piece) -> bool:
    given = piece.attributes
    return (
        piece.name in _AWAY
        or given.get("role", "").lower() in _AWAY_ROLES
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or "display:none" in given.get("style", "").replace(" ", "").lower()
    )


def _is_called_away(piece: Piece) -> bool:
    called = f"{piece.attributes.get('class', '')} {piece.attributes.get('id', '')}"
    return piece.name not in _FRAME and len(called) > 1 and _AWAY_CLASSES.search(_CAMEL.sub("-", called).lower()) is not None


def _hide_footnotes(text: str, row: Sequence[Piece], ends: dict[int, int], away: bytearray) -> None:
    """Hide the marks that point to a note, so that none of them hangs on a word."""
    for i, piece in enumerate(row):
        if piece.name == "sup" and i in ends and ends[i] - i < 12:
            inside = row[i + 1 : ends[i]]
            words = "".join(part.span.of(text) for part in inside if part.kind == "text").strip()
            if _FOOTNOTE.fullmatch(words) or any(part.attributes.get("href", "").startswith("#") for part in inside):
                away[i : ends[i]] = b"\1" * (ends[i] - i)


def _article(row: Sequence[Piece], ends: dict[int, int], sums: Sequence[int]) -> range | None:
    """The article or main element that holds most prose; None where the page has none with any."""
    found = [range(i, ends[i]) for i, piece in enumerate(row) if piece.name in ("article", "main") and i in ends]
    # of two that hold the same prose the inner one, which comes later, is nearer the story
    best = max(found, key=lambda place: (sums[place.stop] - sums[place.start], place.start), default=None)
    return best if best and sums[best.stop] > sums[best.start] else None


def _story(row: Sequence[Piece], ends: dict[int, int], stretches: Sequence[_Stretch]) -> range | None:
    """The element that holds the story; None where everything on the page may be of it."""
    sums = _sums(row, stretches)
    article = _article(row, ends, sums)
    if article and 2 * (sums[article.stop] - sums[article.start]) >= sums[-1]:
        return article
    outside = linked = 0
    best = range(len(row))
    for i, end in ends.items():
        if sums[end] - sums[i] >= _MOST * sums[-1] and end - i < len(best):
            best = range(i, end)
    for stretch in stretches:
        if stretch.place.start not in best:
            outside, linked = outside + stretch.letters, linked + stretch.linked
    # a draft has no links round the story
    return best if 4 * linked > outside else article


def _show_only(story: range, titles: Sequence[range], away: bytearray) -> None:
    """Hide all but the story and its title, which may stand above it with what lies between them."""
    before = [title for title in titles if title.start < story.start]
    inside = any(title.start in story for title in titles)
    kept = bytes(away[story.start : story.stop])
    shown = [(title, bytes(len(title))) for title in before[-1:] if not inside]
    away[:] = b"\1" * len(away)
    away[story.start : story.stop] = kept
    for title, nothing in shown:
        away[title.start : title.stop] = nothing


def _hide_links(stretches: Sequence[_Stretch], away: bytearray) -> None:
    """Hide rows of links, with the times and numbers between them: lists of other stories."""
    for linked, run in groupby(stretches, lambda stretch: stretch.is_link or stretch.letters < _A_WORD):
        links = list(run) if linked else []
        if sum(link.is_link for link in links) >= _ROW_OF_LINKS:
            for link in links:
                away[link.place.start : link.place.stop] = b"\1" * len(link.place)

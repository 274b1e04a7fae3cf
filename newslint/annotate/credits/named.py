"""Where a text names an outlet, an agency or the media of a state."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newslint.annotate.credits.vocabulary import DESCRIBING, TITLES
from newslint.facts.outlets import Outlets
from newslint.kept.regexes import compiled
from newslint.mentions import CreditKind
from newslint.needles import may_stand
from newslint.pieces import by_line
from newslint.spans import Span

_PEOPLE = r"(?:(?:North|South|Saudi|New)\s)?[A-ZÜ]\w+(?:['’]s?)?"
_STATE_MEDIA = compiled(
    rf"""(?<!\w)(?:[Tt]he\s)?(?:(?P<of>{_PEOPLE})\s)?
    (?:state(?:-run|-owned|-controlled|-backed)?|official|government-run|government-owned)\s
    (?:media|television|TV|news\sagency|news\sagencies|broadcaster|newspapers?|radio)\b""",
    re.VERBOSE,
)
_OUTLET = r"(?:newspaper|magazine|tabloid|news\s(?:agency|website|site|portal|outlet|channel|service))"
_UNKNOWN = compiled(
    rf"""\b(?:[Tt]he|[Ii]ts?|[Aa]n?|local|national|daily|Sunday)\s
      (?P<before>(?:[A-ZÀ-Þ][\w’'&-]+\s(?:(?:of|de|la|della|al)\s)?){{1,3}}){_OUTLET}\b
    | \b{_OUTLET}\s(?P<after>(?:(?:[Tt]he\s)?[A-ZÀ-Þ][\w’'&-]+\s?(?:(?:of|de|la|della)\s)?){{1,3}}\b)""",
    re.VERBOSE,
)
"""An outlet of which no table knows: "the Harbour Gazette newspaper", "the news site Quayside"."""

_ONE_WORD = compiled(r"[Tt]he\s\w*[a-z]")
_WORD = compiled(r"[\w’'&-]+")
_POSSESSIVE = compiled(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an outlet where it stands, and its root (``Credit.root``)."""

    span: Span
    name: str
    kind: CreditKind
    root: str

    @property
    def end(self) -> int:
        return self.span.end

    def moved(self, by: int) -> Named:
        return replace(self, span=self.span.moved(by))


def named(text: str, outlets: Outlets) -> Iterator[Named]:
    """Outlets that the tables know, the media of a state, and what a text itself calls a newspaper; in text order."""
    return by_line(_in_line, outlets, text)


def _in_line(text: str, outlets: Outlets, start: int, stop: int) -> list[Named]:
    known = [
        Named(span, outlet.name, outlet.kind, outlet.state or outlet.name)
        for span, outlet in outlets.mentions(text, start, stop)
        if not _part_of_a_name(text, span)
    ]
    spans = [one.span for one in known]
    unknown = (*_state_media(text, outlets, start, stop), *_unknown(text, start, stop))
    others = [one for one in unknown if not _taken(spans, one.span)]
    return sorted([*known, *others], key=lambda one: one.span)


def _state_media(text: str, outlets: Outlets, start: int, stop: int) -> Iterator[Named]:
    for match in _STATE_MEDIA.finditer(text, start, stop) if may_stand(_STATE_MEDIA, text) else ():
        people = _POSSESSIVE.sub("", match["of"] or "")
        root = outlets.state(people) if people else "state media"
        name = re.sub(r"^the\s", "", match[0], flags=re.IGNORECASE)
        yield Named(Span(*match.span()), " ".join(name.split()), "state-media", root)


def _unknown(text: str, start: int, stop: int) -> Iterator[Named]:
    for match in _UNKNOWN.finditer(text, start, stop) if may_stand(_UNKNOWN, text) else ():
        span = Span(*match.span("before" if match["before"] else "after")).stripped(text)
        if not only_describes(span.of(text)):
            yield Named(span, span.of(text), "outlet", span.of(text))


def _taken(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans in order overlaps this one."""
    at = bisect_right(spans, span)
    return any(other.overlaps(span) for other in spans[max(0, at - 1) : at + 2])


def only_describes(words: str) -> bool:
    """Whether these words leave the outlet beside them the source: not "BBC chairman Jane Roe", "Guardian columnist"."""
    for word in _WORD.findall(words):
        low = _POSSESSIVE.sub("", word.lower())
        people = word[0].isupper() and (low.endswith(("an", "ish", "ese", "ch", "sh")) or _POSSESSIVE.search(word))
        if low not in DESCRIBING and word.lower() not in DESCRIBING and not people and word not in ("North", "South", "US", "UK"):
            return False
    return True


def _part_of_a_name(text: str, span: Span) -> bool:
    """Whether the name is somebody's surname or opens a longer name: "Michael Bloomberg", "the National Conference"."""
    if _ONE_WORD.fullmatch(span.of(text)):
        return bool(re.match(r"\s[A-Z]", text[span.end : span.end + 2]))
    word = re.search(r"([A-Z]\w*)\.?\s$", text[max(0, span.start - 20) : span.start])
    return bool(word) and word[1] in TITLES and " " not in span.of(text) if word else False

"""Front matter: the YAML between two lines of hyphens at the head of a draft, or the TOML between two of plus signs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newslint.errors import InputError, SourceError
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.spans import Span
from newslint.typedyaml import Place, parse, typed

_LINE_END = r"(?:\r\n|\r|\n)"
_FENCED = compiled(
    rf"---[ \t]*{_LINE_END}(?P<yaml>(?:(?!---|\.\.\.)[^\r\n]*{_LINE_END}){{1,500}})(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"
)
_TOML = compiled(rf"\+\+\+[ \t]*{_LINE_END}(?P<toml>(?:(?!\+\+\+)[^\r\n]*{_LINE_END}){{1,500}})\+\+\+[ \t]*(?=[\r\n]|\Z)")
# a rule of hyphens may open a text, too; front matter begins with a key
_KEY = compiled(rf"(?:[ \t]*(?:#[^\r\n]*)?{_LINE_END})*(?:[A-Za-z_][\w-]*[ \t]*:(?:\s|$)|\?[ \t]+[\[{{\w])")
_OPENED = compiled(rf"---[ \t]*{_LINE_END}")
_SOURCES = compiled(r"^sources[ \t]*:", re.MULTILINE)
_HEAD = 2000
"""Characters in which a head that is never closed must name its sources, to be told from a text under a rule."""

_ISO = compiled(r"\d{4}-\d\d-\d\d(?!\d)")
_ODDLY = compiled(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.|(?<=Sep)t(?=\b)", re.IGNORECASE)
_WRITTEN = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%A, %d %B %Y", "%A, %B %d, %Y")


@dataclass(frozen=True)
class FrontMatter:
    """What the head of a draft says about it; ``end`` is 0 where there is none."""

    end: int = 0
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return (Block(Span(0, self.end), "front-matter"),) if self.end else ()

    @property
    def published(self) -> dt.date | None:
        return day(str(self.meta.get("published") or self.meta.get("date") or ""))


def front_matter(name: str, text: str) -> FrontMatter:
    """The front matter of this text; what is wrong with it is kept under ``problems``, and costs no more than itself."""
    if text.startswith("+++") and (fenced := _TOML.match(text)):
        return _toml(name, fenced)
    fenced = _FENCED.match(text)
    if not fenced or not _KEY.match(fenced["yaml"]):
        return FrontMatter(meta={"problems": tuple(_unclosed(name, text))}) if not fenced else FrontMatter()
    place = Place(name, SourceError if _SOURCES.search(fenced["yaml"]) else InputError, first_line=2)
    try:
        keys = typed(parse(fenced["yaml"], place), Mapping[str, Any], place)
    except InputError as problem:
        return FrontMatter(fenced.end(), {"problems": (problem,)})
    return _read(name, fenced.end(), keys, fenced["yaml"])


def _read(name: str, end: int, keys: Mapping[str, Any], yaml: str) -> FrontMatter:
    said = str(keys.get("published") or keys.get("date") or "")
    problems = (InputError(f"expected a date such as 2025-08-15, not {said!r}", path=name),) if said and not day(said) else ()
    return FrontMatter(end, {**keys, "front_matter": yaml, "problems": problems})


def _toml(name: str, fenced: re.Match[str]) -> FrontMatter:
    """What a head in TOML says; its sources are handed on as JSON, which is YAML, too."""
    import json
    import tomllib

    try:
        keys = tomllib.loads(fenced["toml"].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return FrontMatter(fenced.end(), {"problems": (InputError(f"the front matter is no TOML: {fault}", path=name, line=1),)})
    return _read(name, fenced.end(), keys, json.dumps(keys, default=str))


def _unclosed(name: str, text: str) -> Iterator[InputError]:
    """What is wrong with a head that names sources and has no end: nobody means it as text."""
    opened = _OPENED.match(text)
    if opened and _KEY.match(text, opened.end()) and _SOURCES.search(text, opened.end(), _HEAD):
        yield SourceError("the front matter that opens here has no end; close it with a line of three hyphens", path=name, line=1)


def day(words: str) -> dt.date | None:
    """A date as people write it at the head of a draft; None for any other."""
    if not words:
        return None
    if iso := _ISO.match(words):
        try:
            return dt.date.fromisoformat(iso[0])
        except ValueError:
            return None
    written = " ".join(_ODDLY.sub("", words).split())
    for form in _WRITTEN:
        try:
            return dt.datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None

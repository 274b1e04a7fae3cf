"""Ignores: wishes to silence findings, written into the text as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Ignore
from newslint.spans import Cover, Span

_DIRECTIVE = compiled(
    r"""
    (?P<opener> <!--[ \t]* | (?:\#|%%|//)[ \t]* | (?<!\.)\.\.[ \t]+ )?
    newslint:[ \t]* ignore (?P<file>-file)?
    \[ (?P<codes> (?: "[^"\r\n]{0,200}" | “[^”\r\n]{0,200}” | [^\]"“\r\n] ){0,400} ) \]
    (?P<reason> (?: (?!--!?>) [^\r\n] )* )
    (?P<closer> --!?> )?
    """,
    re.VERBOSE,
)
_ATTEMPT = compiled(
    r"""
    (?<![\w`"'“‘/.-]) (?P<opener> (?:<!--|\#|%%|//|\.\.)[ \t]* )?
    newslint [ \t]? (?P<colon>:?) [ \t]* ignore (?P<kind> -\w+ )? (?![\w`]) [ \t]*
    (?: (?P<bracket>\[) (?P<codes> [^\]\r\n]{0,400} ) (?P<closed>\]?) )?
    (?: (?!--!?>) [^\r\n] )* (?: --!?> )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What somebody may have meant as one."""
_UNQUOTED = compiled(r"""(?:"[^"]*"|“[^”]*”|[^:"“])*:(?!\s*["“])""")
"""Codes, one of which has words behind its colon that stand in no quotation marks."""
_TAG = compiled(r"<[^<>\r\n]*>")
_REST = compiled(r"[^\r\n]*")
_LONG = 1000
"""Letters of a line that are more than the tags around a comment."""
_CODE = compiled(r"""(?P<code> [A-Za-z][\w*/-]* ) \s* (?: : \s* ["“] (?P<words> [^"”]* ) ["”] )?""", re.VERBOSE)


def ignores(doc: Document) -> tuple[Ignore, ...]:
    """Every ignore comment, its span the whole comment, in any of the three forms; those that are not understood too."""
    if "newslint" not in doc.text.casefold():
        return ()
    found = list(_found(doc.text))
    understood = Cover(ignore.span for ignore in found)
    misread = (ignore for ignore in _misread(doc.text) if not understood.touches(ignore.span))
    return tuple(sorted([*found, *misread], key=lambda ignore: ignore.start))


def _found(text: str) -> Iterator[Ignore]:
    for match in _DIRECTIVE.finditer(text):
        alone = _alone(match, text)
        if not alone and not match["opener"]:
            continue
        codes = tuple((code["code"], (code["words"] or "").strip()) for code in _CODE.finditer(match["codes"]))
        if not codes or _UNQUOTED.match(match["codes"]):
            continue
        # in a "#" comment a closing "-->" belongs to the reason, but nobody writes that
        reason = match["reason"].strip().lstrip(":–—-").strip()
        span = Span(match.start(), match.end()).stripped(text)
        yield Ignore(span, codes, reason, "file" if match["file"] else "block" if alone else "line")


def _alone(match: re.Match[str], text: str) -> bool:
    """Whether nothing stands before it on its line but the marks of a quoted passage; for a comment of markup, nothing
    before or behind it but tags and other comments."""
    line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
    before = text[line_start : match.start()]
    if (match["opener"] or "").startswith("<!--") and before.replace(">", "").strip():
        behind = _REST.match(text, match.end(), match.end() + _LONG)
        if len(before) < _LONG and behind:
            before = _TAG.sub("", before + behind[0])
    return not before.replace(">", "").strip()


def _misread(text: str) -> Iterator[Ignore]:
    for match in _ATTEMPT.finditer(text):
        inside = bool(_alone(match, text) or match["opener"])
        if inside or match["bracket"]:  # else it is a sentence about us
            yield Ignore(Span(match.start(), match.end()).stripped(text), (), "", "line", _fault(match))


def _fault(match: re.Match[str]) -> str:
    """Why it is not understood, as the end of a message."""
    if not match["colon"] or "newslint" not in match[0] or "ignore" not in match[0]:
        return 'it is written "newslint: ignore[CODE] reason", with the colon and in small letters.'
    if match["kind"] not in (None, "-file"):
        return f"ignore{match['kind']} is not known; ignore and ignore-file are."
    if not match["bracket"]:
        return "it names no rule in brackets, as in ignore[D101]."
    if not match["closed"]:
        return "its bracket is not closed."
    if match["codes"].count('"') % 2 or match["codes"].count("“") != match["codes"].count("”"):
        return "a quotation mark in its brackets is not closed."
    if not _CODE.search(match["codes"]):
        return "its brackets name no rule."
    if _UNQUOTED.match(match["codes"]):
        return 'the words in its brackets need quotation marks, as in ignore[D101: "Monday 12"].'
    return 'it needs "#" before it at the end of a line, or a line of its own.'

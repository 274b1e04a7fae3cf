"""Document -> links: the sources that a Markdown or HTML draft credits by address or in a footnote."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.mentions import Link, LinkKind
from newslint.spans import Cover, Span
from newslint.urls import WRITTEN, ended, file

Found = tuple[str, Span]

_RIM = " ,;:^↩\ufe0e↑"
"""What stands round the words of a note: the comma before its address, the way back to the text."""


def links(doc: Document) -> tuple[Link, ...]:
    """Links, addresses written out and footnotes, in text order; none for plain text, which has no markup to credit with.

    A footnote stands for the links in it. Anchors in the page itself and mailboxes are no sources.
    """
    if "links" not in doc.meta:
        return ()
    marked = [(url, span) for url, span in _marked(doc) if WRITTEN.match(url) or file(url)]
    noted = [_placed(Span(start, end), doc) for start, end in doc.meta.get("notes", ())]
    within = Cover([*noted, *(span for _, span in marked)])
    bare = [(url, span) for url, span in _bare(doc) if not within.touches(span)]
    inside = Cover(noted)
    rows = [_link(url, span, "link", doc) for url, span in marked if not inside.touches(span)]
    rows += [_link(url, span, "bare", doc) for url, span in bare]
    rows += [note for span in noted for note in _footnote(span, marked, doc)]
    return tuple(sorted((link for link in rows if link), key=lambda link: link.span))


def _marked(doc: Document) -> Iterator[Found]:
    for url, start, end in doc.meta["links"]:
        yield url, _placed(Span(start, end), doc)


def _bare(doc: Document) -> Iterator[Found]:
    for found in WRITTEN.finditer(doc.body):
        url = ended(found[0])
        yield url, Span(found.start(), found.start() + len(url))


def _footnote(note: Span, marked: list[Found], doc: Document) -> Iterator[Link | None]:
    """One link for each address in a note; one without an address where there is none."""
    urls = [url for url, span in marked if note.covers(span)]
    urls += [ended(found[0]) for found in WRITTEN.finditer(doc.body, note.start, note.end)]
    for url in dict.fromkeys(urls) or [""]:
        yield _link(url, note, "footnote", doc)


def _link(url: str, span: Span, kind: LinkKind, doc: Document) -> Link | None:
    span = span.stripped(doc.body)
    words = WRITTEN.sub("", span.of(doc.body)) if kind != "link" else span.of(doc.body)
    return Link(span, url, " ".join(words.split()).strip(_RIM), kind) if len(span) else None


def _placed(span: Span, doc: Document) -> Span:
    """Where a stretch of the file stands in this copy of it."""
    return doc.original.copied(span) if doc.original else span

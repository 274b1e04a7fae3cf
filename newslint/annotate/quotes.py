"""Document -> quotations: what is quoted, and who speaks where the sentence shows it."""

from __future__ import annotations

from newslint.annotate.speech.speakers import with_speakers
from newslint.document import Document
from newslint.mentions import Quote, Quoted, Sentence


def quotes(doc: Document) -> tuple[Quote, ...]:
    """Every outermost quotation; a nested one belongs to the quotation around it."""
    found = [Quote(one.span, one.outer, one.kind, one.speaker, continued=one.continued) for one in doc.all(Quoted)]
    return tuple(with_speakers(doc.body, found, doc.all(Sentence)))

"""Document -> attributions."""

from __future__ import annotations

from newslint.annotate.frames import frame, joined, tokens
from newslint.annotate.sayings import sayings
from newslint.document import Document
from newslint.mentions import Attribution, Quote, Sentence
from newslint.spans import Span


def attributions(doc: Document) -> tuple[Attribution, ...]:
    outers = [q.outer for q in doc.all(Quote)]
    text = frame(doc.body, outers)
    sents = doc.all(Sentence)
    starts = {s.block.start for s in sents}
    out = []
    for span in joined([s.span for s in sents], outers):
        for s in sayings(tokens(text, span), headed=span.start in starts):
            parts = [p for p in (s.cue, s.source, s.content) if p]
            whole = Span(min(p.start for p in parts), max(p.end for p in parts))
            out.append(Attribution(whole, s.cue, "agentless" if s.passive and not s.source else "named", s.source, s.source.of(doc.text) if s.source else "", s.content))
    return tuple(out)

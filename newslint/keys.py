"""What a finding is known by while lines move, paragraphs are reflowed and other sentences change: its rule, the words
found and the sentence that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from newslint.document import Document
from newslint.finding import Finding
from newslint.mentions import Sentence
from newslint.spans import Span


def plain(words: str) -> str:
    """The words with one space wherever white space stands, so that it does not matter where lines break."""
    return " ".join(words.split())


class Keys:
    """The keys of the findings of one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def of(self, finding: Finding) -> str:
        """A short hash that dies when the sentence changes, and with nothing else; repeats of a sentence share one.

        What has no words of its own, such as a missing headline, is known by its rule alone.
        """
        from _blake2 import blake2b  # hashlib would load all of OpenSSL

        found, around = plain(finding.span.of(self.doc.text)), self.sentence(finding.span) if finding.span else ""
        key = "\x1f".join([finding.rule, found, around])
        return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def sentence(self, span: Span) -> str:
        """The words of the sentence, or sentences, that a span of the file touches; of its line where it touches none."""
        reading, (starts, ends) = self.doc.reading, self._places
        first = bisect_right(ends, span.start)
        last = max(bisect_right(starts, max(span.start, span.end - 1)), first)
        if first == last:
            return plain(self.doc.lines.line_span(self.doc.position(span.start)[0]).of(self.doc.text))
        touched = reading.all(Sentence)[first:last]
        return " ".join(plain(sentence.span.of(reading.text)) for sentence in touched)

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where the sentences start and end in the file."""
        reading = self.doc.reading
        spans = [reading.placed(sentence.span) for sentence in reading.all(Sentence)]
        return [span.start for span in spans], [span.end for span in spans]

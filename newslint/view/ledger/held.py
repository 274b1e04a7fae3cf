"""A ledger with the texts that it speaks of, and the words in which every view tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from newslint.spans import one_line
from newslint.view.marks import Seen
from newslint.view.readable import readable

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Held:
    """A draft held against its sources: ``rows`` as ``ledger`` gives them, and the texts that their offsets are into."""

    rows: Row
    draft: Seen
    sources: Mapping[str, Seen]

    @property
    def name(self) -> str:
        return str(self.rows["id"])

    def words(self, place: Row) -> str:
        """The words at a place of the draft, or of the source that it names: on one line, as a reader sees them."""
        return self._text(place).words(place)

    def where(self, place: Row) -> str:
        """``line:column`` of the draft, ``name:line:column`` of a source."""
        name = f"{self._text(place).rows['id']}:" if place.get("source") else ""
        return f"{name}{place['line']}:{place['column']}"

    def _text(self, place: Row) -> Seen:
        return self.sources[place["source"]] if place.get("source") else self.draft


@dataclass(frozen=True)
class Verdict:
    """How a verdict is shown: as a word, a sign, and a style of rich."""

    word: str
    sign: str
    style: str
    count: str


VERDICTS = {
    "supported": Verdict("supported", "✓", "green", "{} supported"),
    "partly": Verdict("in part", "◐", "yellow", "{} in part"),
    "differs": Verdict("differs", "≠", "bold red", "{} different"),
    "unsupported": Verdict("no source", "∅", "magenta", "{} in no source"),
}
_MARKS = '“”"'
_SHORT = 130
NO_SOURCES = (
    "no sources, so nothing to compare: name them with --source FILE, with 'sources:' in the front matter, or in a "
    "folder or a manifest beside the draft (draft.sources/, draft.sources.yml)"
)


def summary(rows: Row) -> str:
    """``17 sentences: 4 supported, 6 in part, 1 different, 6 in no source``."""
    counts = rows["counts"]
    told = ", ".join(shown.count.format(counts[verdict]) for verdict, shown in VERDICTS.items() if counts[verdict])
    return f"{several(counts['sentences'], 'sentence')}{': ' if told else ''}{told}"


def sources(rows: Row) -> Iterator[tuple[str, str]]:
    """What there is to say of the sources as a whole: a label and the words."""
    for source in rows["sources"]:
        about = [
            source["kind"],
            source["outlet"],
            source["published"] or "no date",
            "translated" if source["translated"] else None,
        ]
        rest = [root for root in source["roots"] if root != source["id"]]
        used = f"behind {several(source['sentences'], 'sentence')}" if source["sentences"] else "behind no sentence"
        leans = f"; rests on {', '.join(rest)}" if rest else ""
        yield (
            ("source" if source["sentences"] else "unused"),
            f"{source['name']} ({', '.join(filter(None, about))}): {used}{leans}",
        )
    for credit in rows["credited"]:
        yield "credited", f"{credit['name']} ({credit['line']}:{credit['column']}), not among the sources"
    if rows["sources"]:
        origins = [origin["name"] for origin in rows["origins"]]
        yield "origins", f"{several(len(rows['sources']), 'source')}, {several(len(origins), 'origin')}: {', '.join(origins)}"


@dataclass(frozen=True)
class Line:
    """One thing to say of a sentence; ``passage`` is the row of the passage that it shows, if it shows one."""

    label: str
    words: str
    passage: Row | None = None


GRAVEST = ("differs", "partly", "unsupported", "supported")
"""The order in which sentences are read: what to mend first."""


def ordered(held: Held, only: Collection[str], *, every: bool) -> list[Row]:
    """The sentences with one of these verdicts, the gravest first; in text order where ``every`` detail is shown."""
    shown = [sentence for sentence in held.rows["sentences"] if sentence["verdict"] in only]
    return shown if every else sorted(shown, key=lambda sentence: GRAVEST.index(sentence["verdict"]))


def head(held: Held, sentence: Row, *, every: bool) -> str:
    """The sentence; what does not differ is cut short where not ``every`` detail is asked for, and one that is supported
    has the places of its passages behind it."""
    words = held.words(sentence)
    if every or sentence["verdict"] == "differs":
        return words
    places = ", ".join(held.where(passage) for passage in sentence["passages"]) if sentence["verdict"] == "supported" else ""
    return one_line(words, _SHORT) + (f" ({places})" if places else "")


def told(held: Held, sentence: Row, *, every: bool = True) -> list[Line]:
    """What differs, what is in no source, and where to read on; with ``every`` also all that the passages have as it
    stands, and the words that they lack."""
    return [*_fault(held, sentence), *(_every(held, sentence) if every else _brief(held, sentence))]


def _fault(held: Held, sentence: Row) -> Iterator[Line]:
    pieces = [piece for piece in sentence["pieces"] if piece["kind"] != "words"]
    differing = [piece for piece in pieces if piece["verdict"] == "differs"]
    for piece in sorted(differing, key=lambda piece: int(piece["end"] - piece["start"])):  # a word before its whole clause
        there = piece["passage"]
        other = f"“{held.words(there).strip(_MARKS)}” in {held.where(there)}" if there else "otherwise in a source"
        yield Line("differs", _by_rule(piece) or f"{_called(held, piece)} here, {other}")
    for piece in pieces:
        if piece["verdict"] == "unsupported":
            yield Line("missing", _by_rule(piece) or f"{_called(held, piece)} is in no source")


def _every(held: Held, sentence: Row) -> Iterator[Line]:
    nothing = sentence["verdict"] == "unsupported"
    for passage in sentence["passages"]:
        yield Line("nearest" if nothing else "passage", held.words(passage), passage)
    for piece in sentence["pieces"]:
        if piece["verdict"] == "same" and piece["kind"] != "name" and piece["passage"]:
            yield Line("same", f"{_called(held, piece)} in {held.where(piece['passage'])}")
    if not nothing:
        yield from _besides(held, sentence)


def _brief(held: Held, sentence: Row) -> Iterator[Line]:
    """The passages in which something differs; of a sentence that is there in part the best one, and what it lacks."""
    pieces, passages = sentence["pieces"], sentence["passages"]
    if sentence["verdict"] == "differs":
        there = [piece["passage"] for piece in pieces if piece["verdict"] == "differs" and piece["passage"]]
        for passage in passages:
            if any(_within(place, passage) for place in there):
                yield Line("passage", held.words(passage), passage)
    if sentence["verdict"] == "partly":
        for passage in passages[:1]:
            yield Line("passage", one_line(held.words(passage), _SHORT), passage)
        if not any(piece["verdict"] == "unsupported" and piece["kind"] != "words" for piece in pieces):
            yield from _besides(held, sentence)


def _besides(held: Held, sentence: Row) -> Iterator[Line]:
    if words := [held.words(piece) for piece in sentence["pieces"] if piece["kind"] == "words"]:
        yield Line("besides", f"not in the passages: {', '.join(words)}")


def _within(place: Row, passage: Row) -> bool:
    return bool(place["source"] == passage["source"] and passage["start"] <= place["start"] < passage["end"])


def _by_rule(piece: Row) -> str:
    """What a rule says of it, and the rule."""
    return f"{readable(piece['message'])} ({piece['code']})" if piece["message"] else ""


def _called(held: Held, piece: Row) -> str:
    kind = "" if piece["kind"] == "finding" else f"{piece['kind']} "
    return f"{kind}“{held.words(piece).strip(_MARKS)}”"


def several(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

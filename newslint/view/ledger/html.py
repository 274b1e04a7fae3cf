"""The ledger as one page that needs nothing else: the draft on one side, its sources on the other.

A sentence is a link to what is known of it, which stands under its paragraph, and from there to
the passages; a passage is a link back. The script shows both sides at once. Every verdict has a word, a
sign and a line of its own, so that no colour is the only one to tell it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TextIO

from newslint.spans import GONE
from newslint.view.ledger.held import NO_SOURCES, VERDICTS, Held, Line, Row, sources, summary, told
from newslint.view.marks import Item, Laid, Passage, Seen, Segment, laid
from newslint.view.markup import escaped
from newslint.view.page import drafts as contents
from newslint.view.page import page as whole

_GRAVITY = {"same": 0, "unsupported": 1, "differs": 2}
_UNREAD = ("", "boilerplate", "front-matter", "code")
_TAGS = len("</li><li>")


def show(drafts: Iterable[Held], out: TextIO, only: Collection[str]) -> None:
    """Write one page with all these drafts; sentences with another verdict are faint until they are switched on."""
    out.write(page(list(drafts), only))


def page(drafts: Sequence[Held], only: Collection[str] = tuple(VERDICTS)) -> str:
    names = [held.name for held in drafts]
    header = f"""{contents(names, [summary(held.rows) for held in drafts])}
<div class="filters"><fieldset><legend>Sentences</legend>
{_switches(drafts, only)}
<label><input type="checkbox" id="all-notes"> all notes</label>
</fieldset></div>"""
    body = "\n".join(_Draft(at, held).article() for at, held in enumerate(drafts, 1))
    return whole("ledger", names, "what is behind it", header=header, body=f"<main>\n{body}\n</main>")


def _switches(drafts: Sequence[Held], only: Collection[str]) -> str:
    counts = {name: sum(held.rows["counts"][name] for held in drafts) for name in VERDICTS}
    return "\n".join(
        f'<label><input type="checkbox" data-verdict="{name}"{" checked" if name in only else ""}> '
        f'<span class="verdict {name}">{verdict.sign} {verdict.word}</span> <small>{counts[name]}</small></label>'
        for name, verdict in VERDICTS.items()
    )


class _Draft:
    """One draft of the page; its ids begin with a prefix of its own."""

    def __init__(self, at: int, held: Held) -> None:
        self.at, self.held = at, held
        self.sentences: Sequence[Row] = held.rows["sentences"]

    def article(self) -> str:
        held = self.held
        head = f'<article id="draft-{self.at}" tabindex="-1">\n<h2>{escaped(held.name)}</h2>\n'
        if not held.sources:
            return f'{head}<p class="sum">{escaped(NO_SOURCES)}</p>\n</article>'
        about = "".join(f"<div><dt>{label}</dt><dd>{escaped(words)}</dd></div>" for label, words in sources(held.rows))
        return (
            f'{head}<p class="sum">{escaped(summary(held.rows))}</p>\n<dl class="about">{about}</dl>\n'
            f'<div class="sides">\n<section class="draft" aria-label="Draft">\n{"".join(self._draft())}</section>\n'
            '<section class="others" aria-label="Sources">\n<div class="card" aria-live="polite" tabindex="0">'
            "<p>Choose a sentence to see what is behind it, or a passage to see which were held against it.</p></div>\n"
            f"{''.join(self._source(source) for source in held.rows['sources'])}</section>\n</div>\n</article>"
        )

    # --- the draft ----------------------------------------------------------------------

    def _draft(self) -> Iterator[str]:
        rows = {"sentences": self.sentences, "pieces": [piece for one in self.sentences for piece in one["pieces"]]}
        parts = [part for part in laid(_seen(self.held.draft, rows), rows) if part.passage.kind != "front-matter"]
        row: list[str] = []
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            row.append(self._part(part))
            if after is None or not self._beside(part.passage, after.passage):
                yield f'<div class="row">\n{"".join(row)}</div>\n' if len(row) > 1 else "".join(row)
                row = []

    def _part(self, part: Laid) -> str:
        words = "".join(self._stretch(item, list(run)) for item, run in groupby(part.segments, _sentence))
        line = self.held.draft.line(part.passage)
        notes = "".join(self._note(item) for item in part.items if item.layer == "sentences")
        under = f'<details class="notes"><summary>notes</summary>\n<ul>\n{notes}</ul>\n</details>\n' if notes else ""
        return f'<section class="{_class(part.passage)}" data-line="{line}">\n<p class="words">{words}</p>\n{under}</section>\n'

    def _beside(self, left: Passage, right: Passage) -> bool:
        """Whether two passages are cells of one row: those of Markdown share a line, and the bar between them is a blank in
        the text that is read, with no tags round it."""
        between = self.held.draft.text[left.start : right.start]
        gap = between[len(between.rstrip(f" {GONE}")) :]
        return "list-item" in (left.kind, right.kind) and "\n" not in between and " " in gap and gap.count(GONE) < _TAGS

    def _stretch(self, item: Item | None, segments: Sequence[Segment]) -> str:
        """A sentence, or what stands between two."""
        text = self.held.draft.text
        if item is None:
            return "".join(escaped(text[segment.start : segment.end]) for segment in segments)
        words = "".join(_piece(text, segment) for segment in segments)
        verdict = item.row["verdict"]
        sign = ""
        if segments[0].start == item.row["start"]:
            sign = f' id="d{self.at}-s{item.at}"'
            words = (
                f'<span class="sign">{VERDICTS[verdict].sign}</span><span class="heard">{VERDICTS[verdict].word}: </span>{words}'
            )
        return f'<a class="sentence {verdict}"{sign} href="#d{self.at}-n{item.at}" data-note="d{self.at}-n{item.at}">{words}</a>'

    def _note(self, item: Item) -> str:
        sentence = self.sentences[item.at]
        verdict = VERDICTS[sentence["verdict"]]
        lines = "".join(self._line(line) for line in told(self.held, sentence))
        return (
            f'<li class="note" id="d{self.at}-n{item.at}" data-sentence="d{self.at}-s{item.at}">'
            f'<p><b class="verdict {sentence["verdict"]}">{verdict.sign} {verdict.word}</b> '
            f'<a href="#d{self.at}-s{item.at}">{self.held.where(sentence)}</a></p><ul>{lines}</ul></li>\n'
        )

    def _line(self, line: Line) -> str:
        if line.passage is None:
            same = "the same " if line.label == "same" else ""
            return f'<li class="{line.label}">{same}{escaped(line.words)}</li>'
        id_, place = self._passage(line.passage), escaped(self.held.where(line.passage))
        return f'<li>{line.label} <a href="#{id_}" data-passage="{id_}">{place}</a> <i>{escaped(line.words)}</i></li>'

    # --- its sources --------------------------------------------------------------------

    @cached_property
    def _resting(self) -> Mapping[str, Mapping[tuple[int, int], list[int]]]:
        """For each source its passages, each with the sentences that rest on it, by number."""
        found: dict[str, dict[tuple[int, int], list[int]]] = {source: {} for source in self.held.sources}
        for at, sentence in enumerate(self.sentences):
            for passage in sentence["passages"]:
                found[passage["source"]].setdefault((passage["start"], passage["end"]), []).append(at)
        return found

    @cached_property
    def _there(self) -> Mapping[str, list[Row]]:
        """For each source the places of figures, dates and quotations that the draft has too, or has otherwise."""
        found: dict[str, list[Row]] = {source: [] for source in self.held.sources}
        for piece in (piece for sentence in self.sentences for piece in sentence["pieces"]):
            there = piece["passage"]
            if there and piece["kind"] != "name":
                found[there["source"]].append({**there, "kind": piece["kind"], "verdict": piece["verdict"]})
        return found

    def _passage(self, row: Row) -> str:
        source = list(self.held.sources).index(row["source"])
        return f"d{self.at}-p{source}-{row['start']}"

    def _source(self, source: Row) -> str:
        seen = self.held.sources[source["id"]]
        resting = self._resting[source["id"]]
        behind = [{"start": start, "end": end, "source": source["id"]} for start, end in sorted(resting)]
        rows: dict[str, Sequence[Row]] = {"sentences": behind, "pieces": self._there[source["id"]]}
        parts = []
        for part in laid(_seen(seen, rows), rows):
            words = "".join(self._behind(seen, item, list(run)) for item, run in groupby(part.segments, _sentence))
            parts.append(f'<div class="{_class(part.passage)}"><p class="words">{words}</p></div>\n')
        return f'<section class="source">\n<h3>{escaped(str(source["name"]))}</h3>\n{"".join(parts)}</section>\n'

    def _behind(self, seen: Seen, item: Item | None, segments: Sequence[Segment]) -> str:
        if item is None:
            return "".join(escaped(seen.text[segment.start : segment.end]) for segment in segments)
        words = "".join(_piece(seen.text, segment) for segment in segments)
        of = [f"d{self.at}-s{at}" for at in self._resting[item.row["source"]][item.row["start"], item.row["end"]]]
        first = f' id="{self._passage(item.row)}"' if segments[0].start == item.row["start"] else ""
        return (
            f'<a class="behind"{first} href="#{of[0]}" data-of="{" ".join(of)}" data-at="{self._passage(item.row)}">{words}</a>'
        )


def _seen(seen: Seen, rows: Mapping[str, Sequence[Row]]) -> Seen:
    """The same text with these rows for marks, by their places alone."""
    kept = ("start", "end", "verdict", "kind", "source")
    marks = {name: [{key: row[key] for key in kept if key in row} for row in layer] for name, layer in rows.items()}
    return Seen({"blocks": seen.rows["blocks"], **marks}, seen.text)


def _sentence(segment: Segment) -> Item | None:
    return next((mark.item for mark in segment.marks if mark.item.layer == "sentences"), None)


def _piece(text: str, segment: Segment) -> str:
    """The words of a segment, marked where they are a figure, a date, a name, a quotation, words in no passage, or
    what a rule speaks of; of several the gravest, and of these the narrowest."""
    words = escaped(text[segment.start : segment.end])
    found = [mark.item.row for mark in segment.marks if mark.item.layer == "pieces"]
    if not found:
        return words
    gravest = max(enumerate(found), key=lambda pair: (_GRAVITY[pair[1]["verdict"]] * (pair[1]["kind"] != "words"), pair[0]))[1]
    return f'<span class="piece {gravest["kind"]} {gravest["verdict"]}">{words}</span>'


def _class(passage: Passage) -> str:
    return f"passage {passage.kind or 'gap'}{' unread' if passage.kind in _UNREAD else ''}"

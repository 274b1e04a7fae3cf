"""Who rests on whom: the graph of credits over the draft and its sources, and where its chains end."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from newslint.align.copies import RUN, Wording, shared
from newslint.comparisons import Origin
from newslint.document import Document, Dossier, Source
from newslint.facts import Facts
from newslint.facts.outlets import Outlets, goes_by
from newslint.mentions import Attribution, AttributionKind, Credit, CreditForm, Sentence
from newslint.spans import Cover, Span
from newslint.words import folded

LEANS = 0.4
"""Share of its attributed sentences that a source credits to outlets, from which it has no news of its own."""

ALIKE = 0.5
"""Share of the shorter of two sources, word for word in the other, from which both are one text."""

STOCK = 20
"""Texts, none like another, that may have a run of words before it is one that any text has."""

LEANING: frozenset[CreditForm] = frozenset({"reported", "said", "according", "via", "carried", "cited", "tag"})
"""Forms of credit by which a text takes over what another has; who "told" an outlet something is not one."""

_FIRST_HAND = frozenset({"primary", "interview", "transcript", "data", "press-release", "notes", "agency"})
_ANSWERING: frozenset[AttributionKind] = frozenset({"named", "body", "document", "anonymous"})
Place = tuple[str | None, Span]


@dataclass
class _Graph:
    """Who credits whom, by roots, with the places that say so; ``called`` is what to call a root."""

    edges: defaultdict[str, dict[str, Place]] = field(default_factory=lambda: defaultdict(dict))
    called: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, text: str | None, found: Sequence[Credit]) -> None:
        for credit in found:
            if " media" not in credit.name and credit.form != "tag":
                self.called[credit.root][credit.name] += 1
            for root in credit.cites:
                self.edges[credit.root].setdefault(root, (text, credit.phrase))

    def name(self, root: str) -> str:
        """The root as the texts call it: KCNA rather than North Korean state media."""
        known = self.called.get(root)
        return known.most_common(1)[0][0] if known else root

    def ends(self, root: str, passed: frozenset[str] = frozenset()) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Every root at the end of a chain from here, with the places on the way."""
        onward = {other: place for other, place in self.edges.get(root, {}).items() if other not in passed | {root}}
        if not onward:
            yield root, ()
        for other, place in onward.items():
            for end, places in self.ends(other, passed | {root}):
                yield end, (place, *places)


def origins(dossier: Dossier) -> tuple[Origin, ...]:
    """One for each source, in their order, and one for each outlet that the draft credits and that is none of them."""
    outlets = next(iter(dossier.draft.all(Facts)), Facts()).outlets
    graph = _Graph()
    credited = {None: dossier.draft.all(Credit)} | {source.id: source.doc.all(Credit) for source in dossier.sources}
    called = _called((credit for found in credited.values() for credit in found), dossier.sources, outlets)
    mine, *rest = (_own(found, called) for found in credited.values())
    theirs = dict(zip((source.id for source in dossier.sources), rest, strict=True))
    graph.add(None, mine)
    for id_, found_there in theirs.items():
        graph.add(id_, found_there)
    alike = dossier.together(_alike)
    found: dict[str, Origin] = {}
    given: set[str] = set()
    for source in dossier.sources:
        root = whose(source, outlets)
        given.add(root)
        if source.id in alike:
            first = found[alike[source.id]]
            found[source.id] = Origin(source.id, source.id, first.roots, first.places, alike=alike[source.id])
        else:
            found[source.id] = _of_source(source, root, theirs[source.id], graph)
    return (*found.values(), *_credited(mine, graph, given))


def whose(source: Source, outlets: Outlets) -> str:
    """The root that a source is itself: its outlet, or the one at its address; else its id."""
    outlet = outlets.named(source.outlet) or outlets.at(source.url)
    return (outlet.state or outlet.name) if outlet else source.outlet or source.id


def _called(found: Iterable[Credit], sources: Sequence[Source], outlets: Outlets) -> Mapping[str, str]:
    """What one source is called for its initials: "APF" is Agence Presse du Fleuve."""
    roots = dict.fromkeys(root for credit in found for root in (credit.root, *credit.cites))
    unknown = [root for root in roots if not outlets.named(root)]
    return {root: whose(source, outlets) for root in unknown for source in sources if goes_by(source, root)}


def _own(found: Iterable[Credit], called: Mapping[str, str]) -> tuple[Credit, ...]:
    """The credits, by what their sources are called."""
    return tuple(
        replace(credit, root=called.get(credit.root, credit.root), cites=tuple(called.get(root, root) for root in credit.cites))
        for credit in found
    )


def _of_source(source: Source, root: str, told: Sequence[Credit], graph: _Graph) -> Origin:
    leaning = [credit for credit in told if credit.form in LEANING and folded(credit.root) != folded(root)]
    chains = Cover(credit.phrase for credit in leaning if credit.cites)
    ends: dict[str, list[Place]] = {}
    for credit in leaning:
        for end, places in graph.ends(credit.root, frozenset({root})):
            here = [] if credit.form == "cited" and chains.touches(credit.phrase) else [(source.id, credit.phrase)]
            ends.setdefault(end, []).extend([*here, *places])
    own = source.kind in _FIRST_HAND or not leaning or not _leans(source.doc, leaning)
    names = ((source.id,) if own else ()) + tuple(graph.name(end) for end in ends)
    return Origin(source.id, source.id, names, _once([place for places in ends.values() for place in places]))


def _leans(doc: Document, leaning: Sequence[Credit]) -> bool:
    """Whether a text has most of what it says from those whom it credits."""
    if any(credit.form == "tag" for credit in leaning):
        return True
    starts = [sentence.start for sentence in doc.all(Sentence)]
    media = {bisect_right(starts, credit.start) for credit in leaning}
    answered = {
        bisect_right(starts, attribution.cue.start) for attribution in doc.all(Attribution) if attribution.kind in _ANSWERING
    }
    return len(media) >= LEANS * len(answered | media)


def _credited(told: Sequence[Credit], graph: _Graph, given: set[str]) -> Iterator[Origin]:
    """The outlets that the draft leans on itself, each once, at its first place."""
    seen = {folded(root) for root in given}
    for credit in told:
        if credit.form in LEANING - {"tag"} and folded(credit.root) not in seen:
            seen.add(folded(credit.root))
            ends = list(graph.ends(credit.root))
            places = _once([(None, credit.span), *(place for _, chain in ends for place in chain)])
            roots = tuple(dict.fromkeys(graph.name(end) for end, _ in ends))
            yield Origin(graph.name(credit.root), None, roots, places)


def _alike(sources: Sequence[Source]) -> Mapping[str, str]:
    """Which sources have the text of one before them."""
    wordings = [source.doc.once(Wording) for source in sources]
    having: dict[Sequence[str], list[int]] = defaultdict(list)
    alike: dict[str, str] = {}
    for at, mine in enumerate(wordings):
        met = Counter(other for run in mine.index for other in having.get(run, ()))
        enough = (other for other in sorted(met) if RUN * met[other] >= ALIKE * min(len(mine.index), len(wordings[other].index)))
        first = next((other for other in enough if shared(mine, wordings[other]) >= ALIKE), None)
        if first is not None:
            alike[sources[at].id] = sources[first].id
            continue
        for run in mine.index:
            if len(having[run]) < STOCK:
                having[run].append(at)
    return alike


def _once(places: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))

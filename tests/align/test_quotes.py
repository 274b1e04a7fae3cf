"""Quotations against sources: what counts as the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.align.quotes.words import words
from newslint.comparisons import QuoteMatch
from newslint.document import Dossier, Source, SourceKind
from newslint.linter import Linter
from newslint.spans import Span
from tests.conftest import Read
from tests.growth import calls

SPEECH = "We will, um, rebuild this old harbour by next year, whatever it costs. We owe it to our children and to the town."


def compared(draft: str, *sources: str, read: Read, linter: Linter, kind: SourceKind = "outlet") -> QuoteMatch:
    """The match of the only quotation of a draft."""
    texts = tuple(Source(read(source), f"s{at}", kind) for at, source in enumerate(sources))
    (match,) = Dossier(read(draft), texts, makers=linter.makers).all(QuoteMatch)
    return match


def verdict(quote: str, source: str, read: Read, linter: Linter) -> str:
    return compared(f"{quote} the mayor said.", source, read=read, linter=linter).verdict


@pytest.mark.parametrize(
    "quote",
    [
        "“We will rebuild this old harbour by next year,”",
        '"We will rebuild this old harbour by next year,"',
        "“we WILL rebuild this old harbour”",
        "“We will rebuild … whatever it costs,”",
        "“We will rebuild [...] whatever it costs,”",
        "“We will rebuild this [beautiful] old harbour,”",
        "“We owe it to our children,”",
        "“whatever it costs”",
    ],
)
def test_the_same_words(quote: str, read: Read, linter: Linter) -> None:
    assert verdict(quote, SPEECH, read, linter) == "same"


@pytest.mark.parametrize(
    "quote",
    [
        "“We will not rebuild this old harbour by next year,”",
        "“We will rebuild this new harbour by next year,”",
        "“We will rebuild this old harbour by next month,”",
        "“We will rebuild this harbour by next year, whatever it costs,”",  # a word cut without an ellipsis
        "“We will rebuild this old port by next year, whatever it costs,”",
    ],
)
def test_altered_words(quote: str, read: Read, linter: Linter) -> None:
    assert verdict(quote, SPEECH, read, linter) == "differs"


@pytest.mark.parametrize(
    "quote",
    [
        "“The fish market must be closed at once,”",
        "“bold”",
        "“closer contact in the future”",
        "“whatever it costs … we will rebuild,”",  # the order is the source's
    ],
)
def test_words_that_are_nowhere(quote: str, read: Read, linter: Linter) -> None:
    assert verdict(quote, SPEECH, read, linter) in ("unsupported", "differs")
    assert verdict("“The fish market must be closed at once,”", SPEECH, read, linter) == "unsupported"


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("“We will pay,”", "He said: We will not pay."),
        ("“There is no money,”", "There is money, she said."),
        ("“I can sign it,”", "I cannot sign it, he said."),
        ("“I did it,”", "I did not do it, he said."),
    ],
)
def test_a_lost_negation_is_never_the_same(quote: str, source: str, read: Read, linter: Linter) -> None:
    assert verdict(quote, source, read, linter) != "same"


def test_small_words_in_their_order_are_the_same(read: Read, linter: Linter) -> None:
    assert verdict("“I did it,”", "Yes, I did it, he said.", read, linter) == "same"


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("“Two bottles every 20 seconds,”", "Two bottles every twenty seconds, she said."),
        ("“We honour the colours of labour,”", "We honor the colors of labor, she said."),
        ("“Unemployment rose 5%,”", "Unemployment rose 5 percent, she said."),
        ("“They realised that it was cancelled,”", "They realized that it was canceled, she said."),
    ],
)
def test_house_styles_are_no_change(quote: str, source: str, read: Read, linter: Linter) -> None:
    assert verdict(quote, source, read, linter) == "same"


@pytest.mark.parametrize(
    ("quote", "source", "change"),
    [
        ("“We are sure that we'll rebuild it,”", "We're sure that we will rebuild it.", "trivial"),
        ("“We do not know who'll rebuild it,”", "We don't know who will rebuild it.", "trivial"),
        ("“We don't know who will rebuild it,”", "We do n't know who will rebuild it.", "none"),  # as some archives have it
        ("“The masons are building a wall of stone,”", "The masons is building a wall of stone.", "trivial"),
        ("“The masons built, you know, a wall of stone,”", "The masons built a wall of stone.", "trivial"),
        ("“The masons built the wall of stone,”", "The masons built the wall of a stone.", "trivial"),
        ("“Two per cent of the onboard crew were hurt,”", "2 percent of the on board crew were hurt.", "trivial"),
        ("“The masons built a fine wall of stone,”", "The masons built a wall of stone.", "altered"),
        ("“The masons built a wall of brick,”", "The masons built a wall of stone.", "reworded"),
        ("“The masons will build a wall of stone,”", "The masons would build a wall of stone.", "reworded"),
        ("“The masons never built a wall of stone,”", "The masons built a wall of stone.", "negated"),
        ("“The masons built a wall of stone,”", "The masons failed to build a wall of stone.", "reworded"),
        ("“It is possible to build a wall of stone,”", "It is impossible to build a wall of stone.", "negated"),
        ("“Nobody wants to build a wall of stone,”", "Everybody wants to build a wall of stone.", "negated"),
        ("“Nobody has built a wall of stone,”", "No one has not built a wall of stone.", "reworded"),
        ("“It is under an old wall of stone,”", "It is an old wall of stone.", "altered"),
        ("“We will pay,”", "We will not pay.", "altered"),  # may be somebody else's
        ("“I did it,”", "I did not do it.", "none"),  # no word that tells: no quotation at all
    ],
)
def test_what_kind_of_change(quote: str, source: str, change: str, read: Read, linter: Linter) -> None:
    match = compared(f"{quote} the mayor said.", source, read=read, linter=linter)
    assert match.change == change
    assert (match.verdict == "differs") == (change not in ("none", "trivial"))


def test_a_long_quotation_shows_where_it_differs(read: Read, linter: Linter) -> None:
    said = (
        "We began with a plan for the harbour, then the market, then the quay, and by {} the masons will have mended every wall."
    )
    draft, source = f"“{said.format('spring')}”", said.format("autumn")
    match = compared(draft, source, read=read, linter=linter)
    assert match.wordings(draft, source) == ("“quay, and by spring the masons will”", "quay, and by autumn the masons will")
    assert [(one.span.of(draft), one.other.of(source)) for one in match.changes] == [("spring", "autumn")]


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("“The harbour is lost … the town will not pay for it”", "same"),
        ("“The harbour is lost [...] the town will never pay for it”", "differs"),
        ("“The harbour is lost … the bishop gave his blessing to a circus”", "unsupported"),  # one half is nowhere
        ("“I told [the mayor] that the harbour is lost”", "same"),
        ("“I told the mayor (him again) that the harbour is lost”", "differs"),
    ],
)
def test_each_fragment_is_looked_for(quote: str, verdict: str, read: Read, linter: Linter) -> None:
    source = "I told him that the harbour is lost. It is sad, and I have seen it. But the town will not pay for it."
    assert compared(quote, source, read=read, linter=linter).verdict == verdict


@pytest.mark.parametrize(
    ("sources", "speakers"),
    [
        (("“The harbour wall is lost to us,” said John Smith.",), "different"),
        (("“The harbour wall is lost to us,” said John Smith.", "“The harbour wall is lost to us,” Jane Roe said."), "same"),
        (("“The harbour wall is lost to us,” the mayor said.",), "unknown"),
        (("“The harbour wall is lost to us,” said the Harbour Board.",), "unknown"),
        (("The harbour wall is lost to us.",), "unknown"),
        (("“The harbour wall is lost to us,” Smith said. John Smith is the mayor.",), "different"),
        (("“The harbour wall is lost to us,” Smith said.",), "unknown"),  # which may be a firm
        (("“The harbour wall is lost to us,” Roe said.",), "same"),
    ],
)
def test_who_says_so_in_the_source(sources: tuple[str, ...], speakers: str, read: Read, linter: Linter) -> None:
    draft = "“The harbour wall is lost to us,” said Jane Roe."
    assert compared(draft, *sources, read=read, linter=linter).speakers == speakers


@pytest.mark.parametrize(
    ("draft", "source", "kinds"),
    [
        ("“We will pay for the wall,” she said.", "“We will pay for the wall if you help us.”", ["after"]),
        ("“We will pay for the wall,” she said, if others helped.", "“We will pay for the wall if you help us.”", []),
        ("She said: “We will pay for the wall.”", "“We will pay for the wall. If you like, we can start.”", []),
        ("She spoke of “a failure of the board”.", "“It was never a failure of the board.”", ["before"]),
        ("She spoke of “a failure of the board”.", "“It was not only a failure of the board.”", []),
        ("She did not see “a failure of the board”.", "“It was never a failure of the board.”", []),
        ("“We will … pay for the wall,” she said.", "“We will, unless it rains, pay for the wall.”", ["gap"]),
        ("“We will … pay for the wall,” she said.", "“We will, as the owners do, pay for the wall.”", []),
        ("“We will pay … and we will mend it,” she said.", "“We will pay. I do not like it. Now and we will mend it.”", []),
        ("“We will pay [the masons] for it,” she said.", "“We will pay them for it.”", []),
        ("“We will pay [the masons] for it,” she said.", "“We will pay the plumbers for it.”", ["replaced"]),
        ("“We will pay [the North Harbour Board] for it,” she said.", "“We will pay the board for it.”", ["insertion"]),
    ],
)
def test_what_was_cut(draft: str, source: str, kinds: list[str], read: Read, linter: Linter) -> None:
    cuts = compared(draft, source, read=read, linter=linter).cuts
    assert [cut.kind for cut in cuts if cut.kind != "insertion" or cut.words > 3] == kinds


@given(st.data())
def test_any_stretch_of_a_source_is_the_same(linter: Linter, read: Read, data: st.DataObject) -> None:
    found = list(words(SPEECH, Span(0, len(SPEECH))))
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, len(found) - 1))
    quoted = SPEECH[found[first].span.start : found[last].span.end]
    match = compared(f"She said that “{quoted}” is true.", SPEECH, read=read, linter=linter)
    assert (match.verdict, match.change) == ("same", "none")


def test_work_grows_with_the_sources(read: Read, linter: Linter) -> None:
    draft = " ".join(f"“The wall number {at} of the harbour was mended by nobody at all,” she said." for at in range(5))

    def steps(count: int) -> int:
        texts = tuple(Source(read(f"{SPEECH} {at} walls of the harbour were mended. " * 10), f"s{at}") for at in range(count))
        return sum(calls(lambda: Dossier(read(draft), texts, makers=linter.makers).all(QuoteMatch)).values())

    assert steps(20) < 2.5 * steps(10)

"""Quotations against sources: what counts as the same words."""

from __future__ import annotations

import pytest

from newslint.comparisons import QuoteMatch
from newslint.document import Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read

SPEECH = "We will, um, rebuild this old harbour by next year, whatever it costs. We owe it to our children and to the town."


def verdict(quote: str, source: str, read: Read, linter: Linter) -> str:
    dossier = Dossier(read(f"{quote} the mayor said."), (Source(read(source), "s"),), makers=linter.makers)
    (match,) = dossier.all(QuoteMatch)
    return match.verdict


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

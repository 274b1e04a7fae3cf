"""What the examples of the rules on quotations cannot show: the house's options, and what near misses leave alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newslint.checks.double_attribution import DoubleAttribution
from newslint.checks.hedged_quote import HedgedQuote
from newslint.checks.late_attribution import LateAttribution
from newslint.checks.medium_verb import MediumVerb
from newslint.checks.quote_marks import QuoteMarks
from newslint.checks.quote_punctuation import QuotePunctuation
from newslint.checks.quote_repeated import QuoteRepeated
from newslint.checks.scrap_quote import ScrapQuote
from newslint.checks.translation_undeclared import TranslationUndeclared
from newslint.document import Dossier
from newslint.linter import Linter
from newslint.rule import Check, RuleContext
from tests.checks.alone import found
from tests.growth import calls


@pytest.mark.parametrize(
    ("check", "draft", "hits"),
    [
        (QuotePunctuation(punctuation="us"), "She called it “a scandal”.", [("house", "“a scandal”.")]),
        (QuotePunctuation(punctuation="us"), "“It is a scandal”, she said.", [("house", "“It is a scandal”,")]),
        (QuotePunctuation(punctuation="us"), "She called it “a scandal.”", []),
        (QuotePunctuation(punctuation="uk"), "She called it “a scandal.”", [("house", "“a scandal.”")]),
        (QuotePunctuation(punctuation="uk"), "“It is a scandal,” she said.", []),
        (QuotePunctuation(punctuation="uk"), "She called it “a scandal”.", []),
        (QuotePunctuation(intro="colon"), "She said, “It is a scandal.”", [("intro", ",")]),
        (QuotePunctuation(intro="comma"), "She said: “It is a scandal.”", [("intro", ":")]),
        (QuotePunctuation(intro="colon"), "She said: “It is a scandal.”", []),
        (QuotePunctuation(intro="colon"), "“It fell,” she said, “and it is a scandal.”", []),
        (QuotePunctuation(intro="any"), "She said, “It is a scandal.”", []),
        (QuotePunctuation(multi_paragraph="any"), "“It fell.\n\nIt fell again,” she said.", []),
        (ScrapQuote(min_words=3), "She called it “very good”.", [("default", "“very good”")]),
        (ScrapQuote(), "She called it “very good”.", []),
        (ScrapQuote(allow=("good",)), "She called it “good” and him “bad”.", [("default", "“bad”")]),
        (ScrapQuote(), "She called it “good”. He called it “good”.", [("default", "“good”")]),
        (ScrapQuote(), "It is a “good” wall.", []),  # nobody's
        (QuoteRepeated(long=3), "“It fell down,” she said. “It fell down,” he said.", [("sentence", "“It fell down,”")]),
        (QuoteRepeated(long=4), "“It fell down,” she said. “It fell down,” he said.", [("default", "“It fell down,”")]),
        (QuoteRepeated(), "“It fell down,” she said. “It fell down again,” he said.", []),
        (
            DoubleAttribution(),
            "The board met. It will close, it said, according to the Herald.",
            [("default", "it said, according to")],
        ),
        (
            DoubleAttribution(unclear=frozenset({"he"})),
            "He will go, he said, according to the Herald.",
            [("default", "he said, according to")],
        ),
        (DoubleAttribution(), "He will go, he said, according to the Herald.", []),
        (DoubleAttribution(), "The board said so. According to the Herald, it will close.", []),
    ],
)
def test_options(check: Check, draft: str, hits: list[tuple[str, str]], linter: Linter) -> None:
    assert found(linter, check, draft) == hits


HEDGED = HedgedQuote(frozenset({"reportedly", "apparently", "supposedly"}))


@pytest.mark.parametrize(
    ("draft", "hit"),
    [
        ("The keeper reportedly said “nobody will ever know of it”.", True),
        ("The keeper has reportedly also said “nobody will ever know of it”.", True),
        ("The keeper apparently told them that “nobody will ever know of it”.", True),
        ("The keeper said “nobody will ever know of it”.", False),
        ("The keeper reportedly left. She said “nobody will ever know of it”.", False),
        ("The keeper, reportedly ill, said “nobody will ever know of it”.", False),
        ("The keeper reportedly said “no”.", False),
        ("The keeper said the boat had reportedly sunk. “Nobody will ever know,” she added.", False),
    ],
)
def test_a_hedge_before_a_quotation(draft: str, hit: bool, linter: Linter) -> None:
    assert bool(found(linter, HEDGED, draft)) == hit


@pytest.mark.parametrize(
    ("draft", "shown"),
    [
        ("The wall’s end, the town’s and the keeper’s. It wasn't so.", ["wasn't"]),
        ("The wall's end, the town's and the keeper's. It wasn’t so.", ["wasn’t"]),
        ("The wall’s end, the town’s and the keeper’s. It wasn’t so.", []),
        ("The wall’s end. It wasn't so.", []),
        ('“A,” she said. “B,” he said. "C," they said. “D,” she said.', ['"']),
        ("“We ‘won’ it,” she said. “We did,” he said. “No,” they said.", []),
        ('The wall is 6" wide, and “so,” she said, “is the door.” “Yes,” he said.', []),
        ("It’s the town’s and the keeper’s. The rock 'n' roll years, the '90s.", []),
    ],
)
def test_marks_of_two_kinds(draft: str, shown: list[str], linter: Linter) -> None:
    assert [words for _, words in found(linter, QuoteMarks(), draft)] == shown


WROTE = "Ana Ruiz called the masons “the best of us” in a letter on Monday.\n\n"
MEDIUM = MediumVerb(media=("letter", "post"), spoken=frozenset({"said", "spoke"}))


@pytest.mark.parametrize(
    ("draft", "shown"),
    [
        (WROTE + "“You have saved the town,” Ruiz said.", ["Ruiz said"]),
        (WROTE + "She also spoke of “a debt to all of you”.", ["spoke of"]),
        (WROTE + "“You have saved the town,” said the mason Piet Vos.", []),
        (WROTE + "In an interview she was shorter. “You saved the town,” Ruiz said.", []),
        (WROTE + "“You have saved the town,” Ruiz wrote.", []),
        (WROTE + "Piet Vos said he was glad. “We were lucky,” he said.", []),  # another has spoken since
        ("The letter came on Monday. “You have saved the town,” Ana Ruiz said.", []),  # whose it is, nobody says
    ],
)
def test_what_was_written_is_not_said(draft: str, shown: list[str], linter: Linter) -> None:
    assert [words for _, words in found(linter, MEDIUM, draft)] == shown


SPOKEN = "---\ninterviews: Thai\n---\n“We lost three boats in an hour,” he said{}."


@pytest.mark.parametrize(
    ("check", "draft", "hit"),
    [
        (TranslationUndeclared(("interpreter",), key="interviews"), SPOKEN.format(""), True),
        (TranslationUndeclared(("interpreter",), key="interviews"), SPOKEN.format(" in Thai"), False),
        (TranslationUndeclared(("interpreter",), key="interviews"), SPOKEN.format(" through an interpreter"), False),
        (TranslationUndeclared(("interpreter",)), SPOKEN.format(""), False),  # the key is another
        (TranslationUndeclared(("interpreter",), key="interviews", own=frozenset({"thai"})), SPOKEN.format(""), False),
        (TranslationUndeclared(("interpreter",), key="interviews", min_words=9), SPOKEN.format(""), False),
    ],
)
def test_translations(check: Check, draft: str, hit: bool, linter: Linter) -> None:
    assert bool(found(linter, check, draft)) == hit


def test_how_late_a_speaker_may_come_is_the_house_s_affair(linter: Linter) -> None:
    draft = "“It fell at noon. Nobody saw it. Nobody came,” said Ana Ruiz."
    assert not found(linter, LateAttribution(), draft)
    assert found(linter, LateAttribution(words=5), draft) == [("default", "“It fell at noon.")]
    assert not found(linter, LateAttribution(words=5, sentences=3), draft)


@pytest.mark.parametrize(
    "check", [HEDGED, MEDIUM, QuoteMarks(), QuoteRepeated(), ScrapQuote(), LateAttribution(), DoubleAttribution()]
)
def test_work_grows_with_the_draft(check: Check, linter: Linter) -> None:
    line = WROTE + (
        "The keeper of boat {0} reportedly said “nobody will ever know of boat {0}”. She called it “good{0}”. "
        "It wasn't his, it said, according to reports. The town’s wall fell.\n\n"
    )

    def steps(times: int) -> int:
        text = "".join(line.format(chr(97 + number % 26) * (number // 26 + 1)) for number in range(times))
        held = Dossier(linter.parse(Path("draft.txt"), text.encode()), (), makers=linter.makers).reading
        context = RuleContext(held, dt.date(2026, 1, 1))
        list(check.find(context))  # the layers are measured elsewhere
        return sum(calls(lambda: list(check.find(context))).values())

    assert steps(60) < 3 * steps(30) + 200

"""Which figure of a source a figure of the draft is held against, and what comes of it."""

from __future__ import annotations

import pytest

from newslint.comparisons import QuantityMatch
from newslint.document import Document, Dossier, Source
from newslint.linter import Linter
from tests.conftest import Read
from tests.growth import calls

WOUNDED = "The blast killed 14 people and wounded 3 others at the market in Hama on Friday."
RESULTS = "Revenue at the brewer rose 5% to $2bn in the quarter, while net income fell 3% to $310m."


def matches(draft: str, source: str, read: Read, linter: Linter) -> list[QuantityMatch]:
    dossier = Dossier(read(draft), (Source(read(source), "s"),), makers=linter.makers)
    return list(dossier.all(QuantityMatch))


def told(draft: str, source: str, read: Read, linter: Linter) -> dict[str, str]:
    """What was found of every figure: the verdict, and the words of the source."""
    found = {}
    for match in matches(draft, source, read, linter):
        other = match.source_span.of(source) if match.source_span else ""
        found[match.span.of(draft)] = "drifted" if match.drifted else f"{match.verdict} {other}".strip()
    return found


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (WOUNDED, WOUNDED, {"14": "same 14", "3": "same 3"}),
        ("The blast killed 15 people at the market in Hama on Friday.", WOUNDED, {"15": "differs 14"}),
        (  # the right figures in each other's place
            "The blast killed 3 people and wounded 14 others at the market in Hama on Friday.",
            WOUNDED,
            {"3": "differs 14", "14": "differs 3"},
        ),
        ("Net income at the brewer fell 3%.", RESULTS, {"3%": "same 3%"}),
        ("Revenue at the brewer rose 5% to €2bn.", RESULTS, {"5%": "same 5%", "€2bn": "unsupported"}),
        ("The council raised the tax on boats by 4 percentage points.", "The council raised the tax on boats by 4 per cent.",
         {"4 percentage points": "unsupported"}),
        ("The trail to the mill is 40 miles long.", "The trail to the mill is 40 kilometres long.", {"40 miles": "unsupported"}),
        ("The trail to the mill is 25 miles long.", "The trail to the mill is 40 kilometres long.", {"25 miles": "same 40 kilometres"}),
        ("They fled after 25 minutes.", "Dozens of supporters stood outside.", {"25 minutes": "unsupported"}),
        ("He signed a contract of three years with the club.", "The club won three titles.", {"three years": "unsupported"}),
        ("The dividend is $0.15 a share.", "Net debt should fall below $25bn.", {"$0.15": "unsupported"}),
        (  # another raid, and no two slips
            "In all its raids the navy seized 14 rifles, 31 radios and 920 rounds.",
            "In Monday's raid the navy seized six rifles, 12 radios and 300 rounds.",
            {"14": "unsupported", "31": "unsupported", "920": "unsupported"},
        ),
        (  # a toll that has risen
            "The blast at the market in Hama killed 15 people and wounded 27.",
            "The blast at the market in Hama killed 13 people and wounded 24.",
            {"15": "differs 13", "27": "differs 24"},
        ),
        (  # the source's figure is that of another sentence of the draft
            "Smith made 12 saves for the club in the league. In the cup Smith made 9 saves for the club.",
            "Smith made 12 saves for the club in the league this year.",
            {"12": "same 12", "9": "unsupported"},
        ),
        ("They were a million miles apart, nine times out of ten.", "They did not agree.", {}),
        ("The hall marked its 40th birthday in May.", "The hall opened its doors in May.", {"40th": "unsupported"}),
        ("The hall stands on 42nd Street.", "The hall is open.", {}),
        ("The convoy took Interstate 57 to the coast.", "The convoy took Interstate 75 to the coast.", {"57": "differs 75"}),
        ("The convoy took Interstate 75 to the coast.", "The convoy took Interstate 75 to the coast.", {}),
        (  # killed and missing do not bear each other out
            "The number of people killed has risen to 58, and 44 are still missing.",
            "The death toll from the slide rose to 44 on Monday, with 58 people still missing.",
            {"58": "differs 44", "44": "differs 58"},
        ),
        (
            "At least 26 people, two of them drivers, died when the bus left the road.",
            "Nine people were killed and 26 injured when the bus left the road.",
            {"At least 26": "differs Nine", "two": "unsupported"},
        ),
        ("The library loses £2.5m and the baths £4.6m.", "The library loses £4.6m and the baths £2.5m, of £7.1m in all.",
         {"£2.5m": "differs £4.6m", "£4.6m": "differs £2.5m"}),
        ("The baths lose £2.5m and the library £4.6m.", "The library loses £4.6m and the baths £2.5m.",
         {"£2.5m": "same £2.5m", "£4.6m": "same £4.6m"}),
        ("The yard's gross profit was £368m.", "The yard's net profit was £368m. Its gross profit was £512m.", {"£368m": "differs £512m"}),
        ("The yard's revenue was £368m.", "The yard's sales came to £368m.", {"£368m": "same £368m"}),
        ("The second-quarter profit was £368m.", "The first-quarter profit was £368m.", {"£368m": "unsupported"}),
        ("The yard made 386m kroner.", "The yard made NOK 386 million.", {"386m kroner": "same NOK 386 million"}),
        ("The yard made 386m crowns.", "The yard made NOK 386 million.", {"386m crowns": "same NOK 386 million"}),
        ("The yard made 386m Danish kroner.", "The yard made NOK 386 million.", {"386m Danish kroner": "unsupported"}),
        ("The yard made 386m kroner.", "The yard made €386 million.", {"386m kroner": "unsupported"}),
        ("Several hundred people marched.", "About 400 people marched.", {"Several hundred": "same About 400"}),
        ("Several hundred people marched.", "About 40 people marched.", {"Several hundred": "differs About 40"}),
    ],
)  # fmt: skip
def test_verdicts(draft: str, source: str, expected: dict[str, str], read: Read, linter: Linter) -> None:
    assert told(draft, source, read, linter) == expected


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("In all 25 people were hurt.", "On Monday 11 people were hurt, on Tuesday another 14 people were hurt."),
        ("She had been missing for 12 years.", "She was last seen in 2003. Her car was found in 2015."),
        ("The rest, 38 per cent, stayed at home.", "The turnout was 62 per cent."),
        ("She scored after 14 minutes.", "She scored in the 14th minute."),
        ("The crew was called seven minutes later.", "The first call came at 22:41, the second at 22:48."),
        ("The rate rose by 0.3 percentage points.", "The rate was 13.3%, up from 13.0%."),
        ("It was carried with a majority of nine.", "It was carried by 24 votes to 15."),
        ("The walkout lasted nearly eight weeks.", "The walkout began on 7 March 2025 and ended on 1 May 2025."),
        ("Nearly 30% of the wells were dry.", "In all, 61 of 214 wells were dry."),
        ("Sales fell in the three months to June.", "Sales fell in the second quarter."),
        ("He denied all 13 charges.", "He faces 11 counts of fraud and two of theft."),
        ("Last year 1,018 were active.", "There were 602 in 2000, and last year 1,018 were active."),
    ],
)
def test_what_a_writer_may_have_worked_out(draft: str, source: str, read: Read, linter: Linter) -> None:
    assert all(match.verdict == "same" for match in matches(draft, source, read, linter))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("She scored after 14 minutes.", "She scored in the 41st minute."),
        ("The crew was called nine minutes later.", "The first call came at 22:41, the second at 22:48."),
        ("The rate rose by 0.5 percentage points.", "The rate was 13.3%, up from 13.0%."),
        ("It was carried with a majority of eight.", "It was carried by 24 votes to 15."),
        ("The walkout lasted nearly five weeks.", "The walkout began on 7 March 2025 and ended on 1 May 2025."),
        ("Nearly 40% of the wells were dry.", "In all, 61 of 214 wells were dry."),
        ("He denied all 15 charges.", "He faces 11 counts of fraud and two of theft."),
    ],
)
def test_what_does_not_follow(draft: str, source: str, read: Read, linter: Linter) -> None:
    assert any(match.verdict != "same" for match in matches(draft, source, read, linter))


@pytest.mark.parametrize("figure", ["9" * 29, "9" * 400, "1e999999", f"0.{'1' * 60}", f"{'8' * 35}.{'7' * 35}"])
def test_figures_of_any_length(figure: str, read: Read, linter: Linter) -> None:
    draft, source = f"The well gave {figure} litres, or Route {figure}.", f"The well gave {figure}1 litres, or Route {figure}1."
    assert all(match.verdict in ("same", "differs", "unsupported") for match in matches(draft, source, read, linter))


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("- petition: 3,200 signatures by now", "differs"),
        ("- petition: 3,300 signatures by now", "unsupported"),
        ("- rent from 3,200 a year", "unsupported"),
    ],
)
def test_digits_shifted_in_the_notes(source: str, verdict: str, read: Read, linter: Linter) -> None:
    draft = read("A petition has been signed by 32,000 people.")
    dossier = Dossier(draft, (Source(read(source), "s", kind="notes"),), makers=linter.makers)
    assert [match.verdict for match in dossier.all(QuantityMatch)] == [verdict]


@pytest.mark.parametrize(
    ("draft", "source", "drifted"),
    [
        ("The storm left 15,000 homes dark.", "The storm left about 15,000 homes dark.", True),
        ("The storm left 15,000 homes dark.", "The storm left up to 15,000 homes dark.", True),
        ("The yard will lose 10 jobs.", "The yard will lose between 5 and 10 jobs.", True),
        ("The storm left about 15,000 homes dark.", "The storm left 15,000 homes dark.", False),
        ("The storm left some 15,000 homes dark.", "The storm left about 15,000 homes dark.", False),
        ("The yard will lose from 5 jobs to 10 jobs.", "The yard will lose 5 to 10 jobs.", False),
        ("The storm left 15,000 homes dark.", "About 15,000 homes were dark. Of 15,000 homes dark in the storm most are old.", False),
    ],
)  # fmt: skip
def test_a_figure_that_was_left_open(draft: str, source: str, drifted: bool, read: Read, linter: Linter) -> None:
    found = matches(draft, source, read, linter)
    assert any(match.drifted for match in found) is drifted
    assert not any(match.verdict == "differs" for match in found)


def test_the_grounds_say_why(read: Read, linter: Linter) -> None:
    (match,) = matches("The blast killed 15 people in Hama.", "The blast in Hama killed 14 people.", read, linter)
    said = {ground.what for ground in match.grounds}
    assert {"both count person", "15 here, 14 there"} <= said
    assert sum(abs(ground.weight or 0) for ground in match.grounds) == pytest.approx(1, abs=0.06)


def test_a_text_against_itself_is_the_same_throughout(read: Read, linter: Linter) -> None:
    text = f"{WOUNDED} {RESULTS} Two of the 14 were children, and about 40 rescuers came within 20 minutes."
    found = matches(text, text, read, linter)
    assert len(found) >= 8
    assert {match.verdict for match in found} == {"same"}


def test_the_work_grows_with_the_sources_and_not_faster(read: Read, linter: Linter) -> None:
    draft = read(" ".join(f"The town of Mill{n} lost {n + 20} of its barns." for n in range(20)))

    def run(size: int) -> None:
        text = " ".join(f"Village Hill{n} sold {n * 7 + 30} goats at fair number {n}." for n in range(size))
        dossier = Dossier(draft, (Source(read(text), "s"),), makers=linter.makers)
        assert isinstance(dossier.draft, Document)
        dossier.all(QuantityMatch)

    few, many = (sum(calls(lambda size=size: run(size)).values()) for size in (400, 800))
    assert many < 2.6 * few


@pytest.mark.parametrize(
    ("draft", "source", "elsewhere"),
    [
        (
            "In the end engineers kept 58 lines of the city's underground shut.",
            "Firefighters found 58 bodies in a tower block.",
            True,
        ),
        ("Engineers kept 58 lines of the underground shut.", "In the city, 58 lines of the underground stayed shut.", False),
        ("Sculptor dead at 83", "The sculptor, 83, has died.", False),  # a headline says too little
    ],
)
def test_a_figure_of_something_else(draft: str, source: str, elsewhere: bool, read: Read, linter: Linter) -> None:
    (match,) = matches(draft, source, read, linter)
    assert match.verdict == "same"
    assert match.elsewhere is elsewhere

from __future__ import annotations

import pytest

from newslint.mentions import Variant
from tests.conftest import Read


def pairs(text: str, read: Read) -> set[tuple[str, str, str]]:
    return {(variant.usual[0].printed, variant.rarer[0].printed, variant.by) for variant in read(text).all(Variant)}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("He met Kim Jong Un. Later Kim Jong-un left.", ("Kim Jong Un", "Kim Jong-un", "shape")),
        ("Shares in Time Warner rose. So did TimeWarner bonds.", ("Time Warner", "TimeWarner", "shape")),
        ("They asked for Erdoğan. They met Erdogan. They left Erdogan.", ("Erdogan", "Erdoğan", "shape")),
        ("It is run by WorldCom. It was run by Worldcom before.", ("WorldCom", "Worldcom", "shape")),
        ("Shares in Arcelor fell. The rise of Arcleor’s bonds ended.", ("Arcelor", "Arcleor", "letters")),
        ("It was Hillary Weller. It was never Hilary Weller.", ("Hillary Weller", "Hilary Weller", "letters")),
        ("A report by Anna Leyburn. The judge heard Laybrun twice.", ("Leyburn", "Laybrun", "letters")),
        ("Ask Anna Barrionuevo. They asked Barrioneuvo.", ("Barrionuevo", "Barrioneuvo", "letters")),
        ("A tale by Hans Andersen. A tale by Hans Anderson.", ("Hans Andersen", "Hans Anderson", "letters")),
        ("It was Lorraine Petty. It was Lorraine Pettie.", ("Lorraine Petty", "Lorraine Pettie", "letters")),
        ("The dead man was Colin Meers, 58. Mears had run the inn.", ("Meers", "Mears", "surname")),
        ("They tried Raymond T. Oakes, 36. It was Mr Oaks.", ("Oakes", "Oaks", "surname")),
        ("They tried Tom Walker, 36. On Monday Waller was fined.", ("Walker", "Waller", "surname")),
    ],
)
def test_found(text: str, pair: tuple[str, str, str], read: Read) -> None:
    assert pair in pairs(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "The Democratic Party met. A Democrat spoke. The Democrats sang. The Democratic Republic sent flowers.",
        "North Korea and South Korea met. North Koreans wept. The South Korean envoy left.",
        "He met Minister Weller at the Ministry Weller built.",
        "They flew with Delta Air Lines, not with American Airlines.",
        "It was Christian Weller. It was Christina Weller.",
        "It was Harald Lindqvist. It was Harold Lindqvist.",
        "It was Anna Ivanov. It was Anna Ivanova.",
        "That autumn King Harold of England beat King Harald of Norway.",
        "NEWS FROM GLOUCESTER. The people of Gloucester slept.",
        "A report by Anna Leyburn. The judge heard Tom Laybrun, and then Laybrun again.",
        "A report by Anna Leyburn. It was printed in Laybrun.",
        "A report by Anna Leyburn. Laybrun slept.",
        "A report by Anna Marten. The judge heard Martin.",
        "A report by Anna Walker. The judge heard Waller.",
        "A report by Anna Norwood. The judge heard Norwegians.",
        "May Be is a song. They know May Be. Perhaps the Maybe they sing is another.",
        "The envoy of Iran I met. An Irani envoy spoke.",
        "St. Jerome and St Jerome. The U.S. Senate and the US Senate. O’Brien and O'Brien.",
        "Résumé first. Resume later.",
        "They tried Tom Walker, 36. It was in Waller.",
        "They tried Tom Price, 36. Prices rose.",
        "They tried Anna Marten, 36. His name is Tom Martin. Martin said so.",
        "They tried Tom Banks, 36. The bands came. Bands played on.",
    ],
)
def test_not_found(text: str, read: Read) -> None:
    assert pairs(text, read) == set()


def test_a_list_of_like_names_is_no_name_misspelt(read: Read) -> None:
    names = [f"Ward{chr(97 + i)}{chr(97 + j)}er Wilson" for i in range(9) for j in range(9)]
    assert pairs("They are " + ", ".join(names) + ".", read) == set()

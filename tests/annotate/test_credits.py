"""Credits: where a text leans on an outlet or an agency, and where it only speaks of one."""

from __future__ import annotations

import pytest

from newslint.mentions import Credit
from tests.conftest import Read
from tests.growth import calls


def seen(text: str, read: Read) -> list[tuple[str, str]]:
    found = read(text).reading.all(Credit)
    assert [credit.span for credit in found] == sorted({credit.span for credit in found})
    assert all(credit.phrase.covers(credit.span) for credit in found)
    return [(credit.name, credit.form) for credit in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill will close, the Guardian reported.", [("The Guardian", "reported")]),
        ("The mill will close, reported Le Monde on Monday.", [("Le Monde", "reported")]),
        ("According to the Financial Times, the mill will close.", [("Financial Times", "according")]),
        ("The mill will close, according to a report in the FT.", [("Financial Times", "according")]),
        ("The mill will close, according to the state-run KCNA news agency.", [("KCNA", "according")]),
        ("More via The Guardian: the mill.", [("The Guardian", "via")]),
        ("The mill will close, officials said, citing Xinhua.", [("Xinhua", "cited")]),
        ("“We close in May,” the owner told the BBC.", [("BBC", "told")]),
        ("“We close in May,” he told the Associated Press news agency.", [("AP", "told")]),
        ("In an interview with Bild, the owner wept.", [("Bild", "told")]),
        ("Speaking on the BBC's Today programme, the owner wept.", [("BBC", "told")]),
        ("She told CNN and The New York Times that it was over.", [("CNN", "told"), ("The New York Times", "told")]),
        ("The owner wept in an article published in Le Monde.", [("Le Monde", "carried")]),
        ("The mill is old, KCNA said.", [("KCNA", "said")]),
        ("The mill will close, North Korean state media reported.", [("North Korean state media", "reported")]),
        ("The mill will close, the news site Quayside reported.", [("Quayside", "reported")]),
        ("The mill will close, according to the Harbour Gazette newspaper.", [("Harbour Gazette", "according")]),
        ("LONDON (Reuters) - The mill will close.", [("Reuters", "tag")]),
        ("The mill will close in May. (AFP)", [("AFP", "tag")]),
        ("Additional reporting by PA.", [("PA", "tag")]),
        ("KCNA called the mill old. It reported that it would close.", [("KCNA", "said"), ("KCNA", "reported")]),
    ],
)  # fmt: skip
def test_found(text: str, found: list[tuple[str, str]], read: Read) -> None:
    assert seen(text, read) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Guardian will leave its office by the river.",
        "The BBC chairman said the licence fee would rise.",
        "A Guardian columnist wrote that it was over.",
        "Michael Bloomberg reported a profit.",
        "According to the National Conference of Mayors, it was over.",
        "“The Guardian reported it first,” the mayor said.",
        "The guardian reported the boy missing.",
        "Shares of the New York Times fell.",
        "According to the Sunderland council, the mill will close.",
        "He bought an independent newspaper.",
    ],
)
def test_not_found(text: str, read: Read) -> None:
    assert seen(text, read) == []


@pytest.mark.parametrize(
    ("text", "phrase", "cites"),
    [
        (
            "It was sent, the Guardian reported on Friday, citing North Korean state media.",
            "the Guardian reported on Friday, citing North Korean state media",
            ("North Korea",),
        ),
        ("According to Yonhap, quoting KCNA, it was sent.", "According to Yonhap, quoting KCNA", ("North Korea",)),
        ("The Guardian reported it. It was sent, officials said, citing KCNA.", "The Guardian reported", ()),
        ("KCNA reported it, citing the Rodong Sinmun.", "KCNA reported", ()),  # one voice
        ("The Guardian reported it, citing an official.", "The Guardian reported", ()),
    ],
)
def test_whom_it_cites(text: str, phrase: str, cites: tuple[str, ...], read: Read) -> None:
    first = read(text).all(Credit)[0]
    assert (first.phrase.of(text), first.cites) == (phrase, cites)


def test_the_media_of_a_state_are_one_root(read: Read) -> None:
    text = "It was sent, KCNA reported. North Korean state media said so twice. North Korea's official news agency said it again."
    assert {credit.root for credit in read(text).all(Credit)} == {"North Korea"}


def test_work_grows_with_the_text(read: Read) -> None:
    def work(times: int) -> int:
        doc = read("The mill will close, the Guardian reported, and Reuters and the BBC said so. " * times)
        doc.all(Credit)  # what it rests on has tests of its own
        doc._made.pop(Credit)
        return sum(calls(lambda: doc.all(Credit)).values())

    assert work(80) < 3 * work(40)

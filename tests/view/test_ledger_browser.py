"""The page of draft and sources in a real browser; where no Chromium with its driver is installed, skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.linter import Linter
from newslint.view.ledger.html import page
from tests.browser import ENTER, ESCAPE, TAB, Browser
from tests.conftest import Read
from tests.view.test_ledger import held

FILLER = "\n\n".join(f"The museum of room {number} has paintings of whales." for number in range(60))
SOURCE = f"{FILLER}\n\nThe harbour earns the town $3 million a year.\n\n{FILLER}\n"
DRAFT = f"Otto closed the mill.\n\n{FILLER.replace('museum', 'tram')}\n\nThe harbour earns the town $5 million a year.\n"


@pytest.fixture
def opened(browser: Browser, read: Read, linter: Linter, tmp_path: Path) -> Browser:
    (tmp_path / "page.html").write_text(page([held(read, linter, DRAFT, SOURCE)]), encoding="utf-8")
    browser.open(tmp_path / "page.html")
    return browser


def card(opened: Browser) -> str:
    return str(opened.run("document.querySelector('.card').innerText"))


def seen(opened: Browser, selector: str) -> bool:
    """Whether an element lies in the window, whatever panel it scrolls in."""
    return bool(
        opened.run(
            f"((box) => box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('{selector}').getBoundingClientRect())"
        )
    )


def test_its_style_and_script_are_let_in(opened: Browser) -> None:
    assert opened.complaints() == []
    assert opened.run("getComputedStyle(document.querySelector('.sides')).display") == "grid"


def test_a_click_on_a_sentence_shows_its_passage(opened: Browser) -> None:
    assert not seen(opened, ".others .piece.differs")
    opened.click(".sentence.differs")
    assert "“$5 million” here, “$3 million” in wire0.txt:121:28" in card(opened)
    assert opened.run("[...document.querySelectorAll('.behind.lit')].map((one) => one.textContent)") == [
        "The harbour earns the town $3 million a year."
    ]
    assert seen(opened, ".others .piece.differs")
    opened.press(ESCAPE)
    assert card(opened).startswith("Choose a sentence")
    assert opened.run("document.querySelectorAll('.lit').length") == 0


def test_a_click_on_a_passage_goes_back(opened: Browser) -> None:
    opened.click(".sentence.differs")
    opened.run("scrollTo(0, 0)")
    assert not seen(opened, ".sentence.differs")
    opened.click(".behind.lit")
    assert card(opened).startswith("Held against this passage: one sentence")
    assert opened.run("document.querySelector('.sentence.lit').classList.contains('differs')") is True
    assert seen(opened, ".sentence.differs")
    assert seen(opened, ".behind.lit")


def test_the_keyboard_goes_from_sentence_to_sentence(opened: Browser) -> None:
    opened.enter()
    opened.press(ENTER)
    opened.press(TAB)
    assert opened.run("document.activeElement.matches('.sentence')") is True
    opened.press(ENTER)
    assert "no source" in card(opened)
    assert opened.complaints() == []


def test_verdicts_are_switched_off(opened: Browser) -> None:
    opened.click("[data-verdict=unsupported]")
    assert opened.run("document.querySelector('.sentence.unsupported').classList.contains('dim')") is True
    assert opened.run("document.querySelector('.sentence.differs').classList.contains('dim')") is False
    assert opened.run("document.querySelector('.note').checkVisibility()") is False
    opened.click("#all-notes")
    assert opened.run("document.querySelector('.note').checkVisibility()") is True


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_fault(opened: Browser, tmp_path: Path, *, dark: bool) -> None:
    opened.requests()
    opened.open(tmp_path / "page.html", dark=dark)
    opened.click(".sentence.differs")
    assert opened.faults() == []
    assert opened.requests() == {(tmp_path / "page.html").as_uri()}


def test_on_a_phone(opened: Browser, tmp_path: Path) -> None:
    opened.open(tmp_path / "page.html", size=(360, 740))
    opened.click(".sentence.differs")
    assert "“$5 million” here" in card(opened)
    assert opened.wide() == 0


def test_j_and_k_go_through_the_sentences(opened: Browser) -> None:
    opened.enter()
    opened.press("j")
    assert opened.run("document.querySelectorAll('.sentence.lit')[0].textContent").endswith("Otto closed the mill.")
    opened.press("j", "k")
    assert opened.run("document.querySelectorAll('.sentence.lit')[0].textContent").endswith("Otto closed the mill.")


def test_colours_are_chosen(opened: Browser) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    before = opened.run(paper)
    opened.click(".theme")
    opened.click(".theme")
    assert opened.run("document.documentElement.dataset.theme") == "dark"
    assert opened.run(paper) != before
    opened.click(".theme")
    assert opened.run(paper) == before

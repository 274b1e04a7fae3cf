"""The page in a real browser; where no Chromium with its driver is installed, skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.view.html import page
from tests.browser import ENTER, ESCAPE, TAB, Browser
from tests.conftest import Read
from tests.view.conftest import STORY, seen


@pytest.fixture
def opened(browser: Browser, read: Read, tmp_path: Path) -> Browser:
    (tmp_path / "page.html").write_text(page([seen(read, published="2025-05-16")]), encoding="utf-8")
    browser.open(tmp_path / "page.html")
    return browser


def panel(opened: Browser) -> str:
    return str(opened.run("document.querySelector('.panel').innerText")).strip()


def test_its_style_and_script_are_let_in(opened: Browser) -> None:
    assert opened.complaints() == []
    assert opened.run("getComputedStyle(document.querySelector('.passage')).display") == "grid"
    assert opened.run("[...document.querySelectorAll('.words')].map((one) => one.textContent).join('')") == STORY
    assert opened.run("document.querySelectorAll('.words b').length") == 0


def test_a_click_shows_what_is_known(opened: Browser) -> None:
    assert panel(opened) == "Choose a marked word to see what is known of it."
    opened.click("main .dates")
    assert panel(opened).startswith("Friday\n")
    assert "2025-05-16" in panel(opened)
    assert opened.run("[...document.querySelectorAll('.lit')].map((one) => one.textContent)") == ["Friday"]
    opened.press(ESCAPE)
    assert panel(opened).startswith("Choose")


def test_the_keyboard_goes_through_the_marks(opened: Browser) -> None:
    opened.enter()
    assert opened.run("document.activeElement.textContent") == "To the text"
    opened.press(ENTER)
    heard = []
    for _ in range(10):
        opened.press(TAB)
        heard.append(panel(opened).splitlines()[0])
    assert {"Ana Ruiz", "said", "Friday"} <= set(heard)
    assert opened.complaints() == []


def test_a_layer_is_switched_off(opened: Browser) -> None:
    drawn = "getComputedStyle(document.querySelector('main .dates')).backgroundImage"
    before = opened.run(drawn)
    opened.click("#show-dates")
    assert opened.run(drawn) != before
    assert opened.run("document.querySelector('main a.dates:not(.quotes)').hasAttribute('href')") is False
    opened.click("#all-facts")
    assert opened.run("document.querySelector('.fact.dates').checkVisibility()") is False
    assert opened.run("document.querySelector('.fact.quantities').checkVisibility()") is True
    assert opened.complaints() == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_fault(browser: Browser, read: Read, tmp_path: Path, *, dark: bool) -> None:
    (tmp_path / "page.html").write_text(page([seen(read), seen(read, name="b.txt")]), encoding="utf-8")
    browser.requests()
    browser.open(tmp_path / "page.html", dark=dark)
    browser.click("main .dates")
    assert browser.faults() == []
    assert browser.requests() == {(tmp_path / "page.html").as_uri()}


def test_on_a_phone(browser: Browser, read: Read, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page([seen(read)]), encoding="utf-8")
    browser.open(tmp_path / "page.html", size=(360, 740))
    assert browser.wide() == 0
    browser.click("main .dates")
    assert panel(browser).startswith("Friday")
    assert browser.wide() == 0

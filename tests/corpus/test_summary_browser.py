"""The page of a summary in a real browser; where no Chromium with its driver is installed, skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.corpus.page import whole
from newslint.corpus.summary import summary
from tests.browser import RIGHT, TAB, Browser
from tests.corpus.test_summary import results

DOWN = "\ue015"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(whole(summary(results(tmp_path / "out", evil=True))), encoding="utf-8")
    return path


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1280, 900), (390, 800)])
def test_everybody_can_read_it(browser: Browser, page: Path, dark: bool, size: tuple[int, int]) -> None:
    browser.open(page, dark=dark, size=size)
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert browser.faults() == []
    assert browser.complaints() == []
    assert browser.wide() == 0


def test_it_asks_for_nothing_else(browser: Browser, page: Path) -> None:
    browser.requests()
    browser.open(page)
    assert browser.requests() == {page.as_uri()}


def test_keys_go_from_month_to_month(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.enter()
    for _ in range(10):
        if browser.run("document.activeElement.matches('.stop')"):
            break
        browser.press(TAB)
    told = "document.querySelector('.told').textContent"
    assert browser.run(told).startswith("all outlets, 2025-07")
    browser.press(RIGHT)
    assert browser.run(told).startswith("all outlets, 2025-08: 0.00 per 1,000 words")
    browser.press(DOWN)
    assert browser.run(told).startswith("Echo, 2025-09: 1.00 per 1,000 words (1 finding, 1,000 words)")
    assert browser.run("document.querySelectorAll('.stop[tabindex=\"0\"]').length") == 1

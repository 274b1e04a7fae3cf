"""The page in a real browser, driven over WebDriver; where no Chromium with its driver is installed, skipped."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from newslint.view.html import page
from tests.conftest import Read
from tests.view.conftest import STORY, seen

BROWSER, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="no Chromium with chromedriver (Debian: chromium chromium-driver)"
)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--window-size=1280,900")  # fmt: skip
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"


class Browser:
    """A browser with one page open."""

    def __init__(self, driver: str, folder: Path) -> None:
        self.url = driver
        options = {"binary": BROWSER, "args": [*FLAGS, f"--user-data-dir={folder}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.url += f"/session/{session['sessionId']}"

    def open(self, path: Path) -> None:
        self._ask("POST", "/url", {"url": path.as_uri()})

    def run(self, script: str) -> Any:
        return self._ask("POST", "/execute/sync", {"script": f"return {script}", "args": []})

    def click(self, selector: str) -> None:
        found = self._ask("POST", "/element", {"using": "css selector", "value": selector})
        self._ask("POST", f"/element/{next(iter(found.values()))}/click", {})

    def press(self, *keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def leave(self) -> None:
        self._ask("DELETE", "", None)

    def panel(self) -> str:
        return str(self.run("document.querySelector('.panel').innerText")).strip()

    def _ask(self, method: str, path: str, what: dict[str, Any] | None) -> Any:
        body = None if what is None else json.dumps(what).encode()
        with urlopen(Request(self.url + path, body, {"Content-Type": "application/json"}, method=method), timeout=60) as answer:
            return json.load(answer)["value"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert DRIVER
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, text=True) as driver:
        assert driver.stdout
        port = next(line.rstrip(".\n").split()[-1] for line in driver.stdout if "on port" in line and "successfully" in line)
        try:
            opened = Browser(f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("browser"))
            yield opened
            opened.leave()
        finally:
            driver.terminate()


@pytest.fixture
def opened(browser: Browser, read: Read, tmp_path: Path) -> Browser:
    (tmp_path / "page.html").write_text(page([seen(read, published="2025-05-16")]), encoding="utf-8")
    browser.open(tmp_path / "page.html")
    return browser


def test_its_style_and_script_are_let_in(opened: Browser) -> None:
    assert opened.complaints() == []
    assert opened.run("getComputedStyle(document.querySelector('.passage')).display") == "grid"
    assert opened.run("[...document.querySelectorAll('.words')].map((one) => one.textContent).join('')") == STORY
    assert opened.run("document.querySelectorAll('.words b').length") == 0


def test_a_click_shows_what_is_known(opened: Browser) -> None:
    assert opened.panel() == "Choose a marked word to see what is known of it."
    opened.click("main .dates")
    assert opened.panel().startswith("Friday\n")
    assert "2025-05-16" in opened.panel()
    assert opened.run("[...document.querySelectorAll('.lit')].map((one) => one.textContent)") == ["Friday"]
    opened.press(ESCAPE)
    assert opened.panel().startswith("Choose")


def test_the_keyboard_goes_through_the_marks(opened: Browser) -> None:
    for _ in range(5):  # a busy browser may lose a key before the page has the keyboard
        opened.press(TAB)
        if not opened.run("document.activeElement === document.body"):
            break
    assert opened.run("document.activeElement.textContent") == "To the text"
    opened.press(ENTER)
    heard = []
    for _ in range(10):
        opened.press(TAB)
        heard.append(opened.panel().splitlines()[0])
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

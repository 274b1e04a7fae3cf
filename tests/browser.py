"""A real browser for the tests of pages: headless Chromium, driven over WebDriver."""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from tests.tools import package, program
from tests.waiting import until

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,900")  # fmt: skip
ENTER, ESCAPE, TAB, RIGHT = "\ue007", "\ue00c", "\ue004", "\ue014"
GRAVE = ("serious", "critical")
DIRECT = build_opener(ProxyHandler({}))


@contextmanager
def driven(folder: Path) -> Iterator[Browser]:
    """A browser that keeps its things in this folder; where none is installed, the test is skipped."""
    browser = program("chromium", "google-chrome")
    with subprocess.Popen([program("chromedriver"), "--port=0"], stdout=subprocess.PIPE, text=True) as driver:
        assert driver.stdout
        port = next(line.rstrip(".\n").split()[-1] for line in driver.stdout if "on port" in line and "successfully" in line)
        try:
            opened = Browser(f"http://127.0.0.1:{port}", browser, folder)
            yield opened
            opened.leave()
        finally:
            driver.terminate()


class Browser:
    """A browser with one page open."""

    def __init__(self, driver: str, binary: str, folder: Path) -> None:
        self.url = driver
        options = {"binary": binary, "args": [*FLAGS, f"--user-data-dir={folder}"]}
        logs = {"browser": "ALL", "performance": "ALL"}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": logs}
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.url += f"/session/{session['sessionId']}"

    def open(self, path: Path, *, dark: bool = False, media: str = "", size: tuple[int, int] = (1280, 900)) -> None:
        """A page from a file, on a screen or on paper of this size, in the light or in the dark."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.tool("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.tool("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=size[0] < 500)
        self._ask("POST", "/url", {"url": path.as_uri()})

    def run(self, script: str) -> Any:
        return self._ask("POST", "/execute/sync", {"script": f"return {script}", "args": []})

    def until(self, script: str) -> bool:
        """Whether this comes to be true, which a page may need a moment for."""
        return until(lambda: self.run(script))

    def click(self, selector: str) -> None:
        found = self._ask("POST", "/element", {"using": "css selector", "value": selector})
        self._ask("POST", f"/element/{next(iter(found.values()))}/click", {})

    def press(self, *keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def enter(self) -> None:
        """To the first stop of the page with the tab key; a busy browser may lose a key before the page has the keyboard."""
        for _ in range(5):
            self.press(TAB)
            if not self.run("document.activeElement === document.body"):
                return

    def tool(self, command: str, **how: Any) -> Any:
        """A command of the browser's developer tools."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": command, "params": how})

    def pdf(self) -> bytes:
        return b64decode(self.tool("Page.printToPDF", preferCSSPageSize=True)["data"])

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def requests(self) -> set[str]:
        """The addresses that pages from files have asked for since this was last called."""
        told = (json.loads(entry["message"])["message"] for entry in self._ask("POST", "/se/log", {"type": "performance"}))
        asked = (one["params"] for one in told if one["method"] == "Network.requestWillBeSent")
        return {one["request"]["url"] for one in asked if one["documentURL"].startswith("file:")}

    def faults(self) -> list[str]:
        """What axe-core calls serious or critical in the page as it stands."""
        axe = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
        self._ask("POST", "/execute/sync", {"script": axe, "args": []})
        script = "const done = arguments[0]; axe.run().then((found) => done(found.violations), (fault) => done(String(fault)))"
        found = self._ask("POST", "/execute/async", {"script": script, "args": []})
        assert isinstance(found, list), found
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary']}"
                for one in found if one["impact"] in GRAVE]  # fmt: skip

    def wide(self) -> int:
        """Pixels that the page is wider than its window."""
        return int(self.run("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def leave(self) -> None:
        self._ask("DELETE", "", None)

    def _ask(self, method: str, path: str, what: dict[str, Any] | None) -> Any:
        body = None if what is None else json.dumps(what).encode()
        asked = Request(self.url + path, body, {"Content-Type": "application/json"}, method=method)
        with DIRECT.open(asked, timeout=100) as answer:
            return json.load(answer)["value"]

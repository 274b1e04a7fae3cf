"""The page of findings in a real browser; where no Chromium with its driver is installed, skipped."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint.report import Style
from newslint.report.html import whole
from tests.browser import ENTER, ESCAPE, RIGHT, TAB, Browser
from tests.report.conftest import DRAFT, WIRE, Check
from tests.report.test_html import PARAGRAPHS
from tests.tools import program
from tests.waiting import until

EVIL = (
    "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\"> It may possibly close 😀.\n\n"
    + "long" * 300
)


@pytest.fixture(scope="session")
def pages(check: Check, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages: one.html, and two.html with two drafts."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "one.html").write_text(whole([check(DRAFT + "\n" + PARAGRAPHS, WIRE)], Style()), encoding="utf-8")
    (folder / "two.html").write_text(whole([check(), check(EVIL, "", name="evil<i>.txt")], Style()), encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser: Browser, pages: Path) -> Browser:
    browser.requests()
    browser.open(pages / "one.html")
    return browser


def note(opened: Browser) -> str:
    """What is read in the note that is open."""
    return str(opened.run("document.querySelector('.note.current')?.innerText ?? ''"))


def number(opened: Browser, code: str) -> str:
    """The number of the first finding of a rule."""
    return str(
        opened.run(
            f"[...document.querySelectorAll('.note')].find((one) => one.querySelector('.code').textContent === '{code}').dataset.number"
        )
    )


def test_it_opens_from_a_file_and_asks_for_nothing_else(opened: Browser, pages: Path) -> None:
    opened.click(".note summary")
    assert opened.complaints() == []
    assert opened.requests() == {(pages / "one.html").as_uri()}
    assert opened.run("getComputedStyle(document.querySelector('.proof')).display") == "grid"
    # were there anything to fetch, it would be refused
    assert opened.run("fetch('http://127.0.0.1:9/').then(() => 'let out', () => 'refused')") == "refused"
    assert until(lambda: any("Content Security Policy" in line for line in opened.complaints()))


def test_what_a_draft_says_does_not_run(browser: Browser, pages: Path) -> None:
    browser.open(pages / "two.html")
    assert browser.run("document.title") == "draft.txt and 1 more: what newslint found"
    assert browser.complaints() == []
    assert browser.run("document.querySelectorAll('.drafts a').length") == 2
    assert browser.wide() == 0


def test_a_click_shows_the_passage_beside_the_words(opened: Browser) -> None:
    at = number(opened, "N201")
    opened.click(f".mark[data-of~='{at}']")
    shown = note(opened)
    assert "wire.txt:3:" in shown
    assert opened.run("[...document.querySelectorAll('.note.current .pair mark')].map((one) => one.textContent)") == ["5", "3"]
    assert "Why it is a rule" in shown
    assert "LET PASS" in shown.upper()
    assert opened.run("document.querySelectorAll('.mark.lit').length") >= 1
    assert opened.run("document.querySelectorAll('.note details[open]').length") == 1
    opened.press(ESCAPE)
    assert note(opened) == ""
    assert opened.run("document.activeElement.matches('.mark')") is True


def test_another_click_shows_what_else_lies_there(opened: Browser) -> None:
    several = ".mark[data-of*=' ']"
    of = opened.run(f'document.querySelector("{several}").dataset.of').split()
    seen = set()
    for _ in of:
        opened.click(several)
        seen.add(opened.run("document.querySelector('.note.current').dataset.number"))
    assert seen == set(of)


def test_the_keyboard_goes_through_everything(opened: Browser) -> None:
    opened.enter()
    assert opened.run("document.activeElement.textContent") == "To the text"
    assert opened.run("getComputedStyle(document.activeElement).left") != "-1584px"
    opened.press(ENTER)
    total = opened.run("document.querySelectorAll('.note').length")
    for wanted in ("j", "n"):
        opened.press(wanted)
    assert opened.run("document.querySelector('.note.current').dataset.number") == "2"
    assert opened.run("document.querySelector('.bar .at').textContent") == f"2 of {total}"
    opened.press("k", "p")
    assert opened.run("document.querySelector('.note.current').dataset.number") == str(total)
    assert opened.run("document.activeElement.matches('.note.current summary')") is True
    opened.press(ESCAPE)
    opened.press(ENTER)
    assert note(opened)
    assert opened.complaints() == []


def test_marks_are_told_to_a_screen_reader(opened: Browser) -> None:
    told = opened.run(
        "[...document.querySelectorAll('a.mark[id]')].map((one) => document.getElementById(one.getAttribute('aria-describedby')).innerText)"
    )
    assert told
    assert all("warning" in one or "error" in one for one in told)
    assert opened.run("document.querySelector('.shown').getAttribute('aria-live')") == "polite"
    assert opened.run("[...document.querySelectorAll('main, aside, form[role=search], section[aria-label]')].length") >= 5


def test_findings_are_chosen_by_severity_family_and_words(opened: Browser) -> None:
    total = opened.run("document.querySelectorAll('.note').length")
    at = number(opened, "N201")
    mark = f"document.querySelector(\".mark[data-of='{at}']\")"
    opened.click("input[data-family=N]")
    assert opened.run("document.querySelector('.shown').textContent") == f"{total - 1} of {total} findings"
    assert opened.run(f"{mark}.hasAttribute('href')") is False
    assert opened.run(f"{mark}.querySelector('.end').dataset.no ?? ''") == ""
    opened.click("button[type=reset]")
    opened.press("/", *"$3 million")
    left = opened.run("[...document.querySelectorAll('.note:not([hidden])')].map((one) => [one.dataset.number, one.textContent])")
    assert at in dict(left)
    assert len(left) < total
    assert all("$3 million" in words for _, words in left)
    opened.press("j")  # a letter of the words, no command
    assert opened.run("document.getElementById('words').value") == "$3 millionj"
    opened.click("button[type=reset]")
    assert opened.until(f"{mark}.getAttribute('href') === '#n1-{at}'")
    opened.click("input[data-severity=warning]")
    assert opened.run("document.querySelectorAll('.note.warning:not([hidden])').length") == 0


def test_what_silences_a_finding_is_copied(opened: Browser) -> None:
    opened.tool("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    at = number(opened, "N201")
    opened.click(f"#n1-{at} summary")
    opened.click(".note.current .copy")
    assert opened.until("document.querySelector('.note.current .copy').textContent === 'Copied'")
    assert opened.run("navigator.clipboard.readText()") == 'newslint: ignore[N201: "$5 million"] your reason'


def test_a_bar_goes_to_its_paragraph(opened: Browser) -> None:
    opened.run("document.querySelector('a.bar').focus()")
    opened.press(RIGHT, RIGHT)
    wanted = opened.run("document.activeElement.getAttribute('href')")
    assert wanted == opened.run("document.querySelectorAll('a.bar')[2].getAttribute('href')")
    opened.press(ENTER)
    assert opened.run("location.hash") == wanted
    assert opened.run("document.querySelector(':target').classList.contains('passage')") is True
    assert opened.run("document.querySelectorAll('a.bar:not([tabindex])').length") == 1


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1280, 900), (360, 740)])
def test_axe_finds_no_fault(browser: Browser, pages: Path, *, dark: bool, size: tuple[int, int]) -> None:
    browser.open(pages / "two.html", dark=dark, size=size)
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    browser.click(".note summary")
    browser.click(".note summary")
    assert browser.faults() == []


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (768, 1024), (1920, 1080)])
def test_any_width_will_do(browser: Browser, pages: Path, size: tuple[int, int]) -> None:
    for page in ("one.html", "two.html"):
        browser.open(pages / page, size=size)
        assert browser.wide() == 0
        browser.click(".mark[id]")
        assert note(browser)
        assert browser.wide() == 0
        box = browser.run("(({top, bottom}) => ({top, bottom}))(document.querySelector('.note.current').getBoundingClientRect())")
        mark = browser.run("(({top, bottom}) => ({top, bottom}))(document.querySelector('.mark.lit').getBoundingClientRect())")
        assert 0 <= box["top"] < size[1]
        assert 0 <= mark["top"] < size[1]
        if size[0] < 600:  # the note lies over the text, but not over its words
            assert mark["top"] < box["top"] - 20


def test_dark_is_dark(browser: Browser, pages: Path) -> None:
    seen = []
    for dark in (False, True):
        browser.open(pages / "one.html", dark=dark)
        seen.append(browser.run("getComputedStyle(document.body).backgroundColor"))
    assert seen[0] == "rgb(255, 253, 248)"
    assert seen[1] == "rgb(23, 24, 26)"


def test_on_paper_all_notes_are_read_and_no_control_is_left(browser: Browser, pages: Path) -> None:
    browser.open(pages / "one.html", media="print", dark=True)
    assert browser.run("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    for gone in (".filters", ".bar", ".theme", ".copy", ".skip"):
        assert browser.run(f"document.querySelector('{gone}').checkVisibility()") is False, gone
    assert browser.run("getComputedStyle(document.querySelector('.end'), '::after').content").startswith('"1')


def test_the_paper_itself(browser: Browser, pages: Path, tmp_path: Path) -> None:
    reader = program("pdftotext")
    browser.open(pages / "one.html")
    (tmp_path / "page.pdf").write_bytes(browser.pdf())
    text = subprocess.run([reader, tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
    told = " ".join(text.split())
    assert "Notes" in told
    assert "The harbour earns the town $3 million a year." in told
    assert "your reason" not in told
    assert browser.run("document.querySelectorAll('.note details[open]').length") == 0


def test_without_its_script_the_page_is_read(browser: Browser, pages: Path) -> None:
    browser.tool("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(pages / "one.html")
        assert browser.run("document.querySelector('.theme').checkVisibility()") is False
        browser.click(".note summary")
        assert browser.run("document.querySelector('.note .more').checkVisibility()") is True
    finally:
        browser.tool("Emulation.setScriptExecutionDisabled", value=False)


def test_forced_colours_keep_the_marks(browser: Browser, pages: Path) -> None:
    browser.open(pages / "one.html")
    browser.tool("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    assert browser.run("getComputedStyle(document.querySelector('.mark.warning')).textDecorationLine") == "underline"
    browser.click(".mark[id]")
    assert browser.run("getComputedStyle(document.querySelector('.mark.lit')).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_keys_are_left_to_the_browser_where_they_are_its_own(opened: Browser) -> None:
    opened.enter()
    opened.press(TAB)
    opened.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n', ctrlKey: true, bubbles: true}))")
    assert note(opened) == ""
